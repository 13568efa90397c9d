"""A module of the program as a tree, with each name in it called what it is: `QLabel` is PySide6.QtWidgets.QLabel."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("main.py", "editor", "export", "model", "resources")
_SPEECH = "editor.speech.Speech"


class Source:
    """`name`: where it stands in the checkout, with slashes. `speaks`: names elsewhere that are words of ours."""

    def __init__(self, name: str, code: str, speaks: frozenset[str] = frozenset()) -> None:
        self.name = name
        self.tree = ast.parse(code)
        self._speaks = speaks
        self._known: dict[str, str] = {}
        for node in ast.walk(self.tree):
            self._known |= dict(imported(node))
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self._know(node.targets[0].id, node.value)

    def _know(self, name: str, value: ast.expr) -> None:
        """What a module calls something by at its top: `_Role = Qt.ItemDataRole`, `say = Speech("room")`."""
        if isinstance(value, ast.Call) and self.dotted(value.func) == _SPEECH:
            self._known[name] = f"{_SPEECH}()"
        elif self.knows(value):
            self._known[name] = self.dotted(value)

    @property
    def spoken(self) -> frozenset[str]:
        """The names of this module, seen from outside, that are words of a room of ours."""
        module = self.name.removesuffix(".py").replace("/", ".")
        return frozenset(f"{module}.{name}" for name, what in self._known.items() if what == f"{_SPEECH}()")

    def dotted(self, node: ast.AST) -> str:
        """What a name, or a chain of them, stands for; empty for anything that is not known by its name."""
        if isinstance(node, ast.Attribute):
            inner = self.dotted(node.value)
            return f"{inner}.{node.attr}" if inner else ""
        return self._known.get(node.id, node.id) if isinstance(node, ast.Name) else ""

    def knows(self, node: ast.AST) -> bool:
        """Whether the first of a chain of names was imported, or stands at the top of the module."""
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self._known

    def speaks(self, node: ast.AST) -> bool:
        """Whether this is a sentence out of our own rooms, with nobody else's words in it."""
        if not isinstance(node, ast.Call):
            return False
        name = self.dotted(node.func)
        return (name == f"{_SPEECH}()" or name in self._speaks) and all(each.arg == "count" for each in node.keywords)

    def nodes(self) -> Iterator[ast.AST]:
        return ast.walk(self.tree)


def imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The names an import brings in, and what they stand for."""
    if isinstance(node, ast.Import):
        for each in node.names:
            yield (each.asname, each.name) if each.asname else (each.name.partition(".")[0],) * 2
    elif isinstance(node, ast.ImportFrom):
        for each in node.names:
            yield each.asname or each.name, f"{node.module}.{each.name}"


def program() -> list[Source]:
    """Every module of the program."""
    files = [file for part in PROGRAM for file in sorted((ROOT / part).rglob("*.py")) or [ROOT / part]]
    codes = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}
    speaks = frozenset[str]().union(*(Source(name, code).spoken for name, code in codes.items()))
    return [Source(name, code, speaks) for name, code in codes.items()]
