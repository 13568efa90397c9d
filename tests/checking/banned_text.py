"""Ways by which a user's words could become markup in a widget. Words of our own rooms may go anywhere."""

import ast
from collections.abc import Iterator

from tests.checking.source import Source

PLAIN = "editor/plain.py"
"""The one place that may do what is banned here."""

_WIDGETS = "PySide6.QtWidgets."

MADE_PLAIN = frozenset({"QLabel", "QMessageBox", "QInputDialog", "QProgressDialog"})
"""What takes anything for HTML that looks like it: made in `editor/plain.py` only, and no class is built on it."""

NEVER = frozenset({
    "QErrorMessage", "QTextBrowser", "QSystemTrayIcon", "QSplashScreen", "QWizard", "QWizardPage", "QStaticText",
    "QTextDocument", "QTextDocumentFragment", "QGraphicsTextItem",
})  # fmt: skip
"""What takes markup and cannot be told not to, or has no use here."""

STATICS = frozenset({"about", "aboutQt", "critical", "information", "question", "warning"})
MARKUP = frozenset({
    "setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "fromHtml", "fromMarkdown", "toHtml",
    "setOpenExternalLinks", "setOpenLinks", "linkActivated", "anchorClicked", "setStatusTip",
})  # fmt: skip
"""Methods, whoever has them. A status tip shows in the line that tells what happened: over it."""

TIPS = frozenset({"setToolTip", "setWhatsThis"})
TIP_ROLES = frozenset({"ToolTipRole", "WhatsThisRole"})
_TIP = "editor.plain.tooltip"
_TITLE = "editor.plain.window_title"
_LABEL = "editor.plain.label"


def markup(source: Source) -> Iterator[tuple[int, str]]:
    """The lines where words could become markup, and by what."""
    if source.name == PLAIN:
        return
    for node in source.nodes():
        if isinstance(node, ast.Call):
            yield from ((node.lineno, what) for what in _call(source, node))
        elif isinstance(node, ast.ClassDef):
            yield from ((node.lineno, what) for what in _class(source, node))
        elif isinstance(node, ast.match_case):
            yield from _case(source, node)
        elif isinstance(node, ast.If):
            yield from _if(source, node)
        elif isinstance(node, ast.Name | ast.Attribute) and _kind(source.dotted(node)) in NEVER:
            yield node.lineno, _kind(source.dotted(node))


def _call(source: Source, call: ast.Call) -> Iterator[str]:
    name = source.dotted(call.func)
    if _kind(name) in MADE_PLAIN or _kind(name) == "QTextEdit":
        yield _kind(name)
    owner, _, static = name.rpartition(".")
    if _kind(owner) in MADE_PLAIN and static in STATICS | {"getText", "getItem", "getInt", "getDouble"}:
        yield f"{_kind(owner)}.{static}"
    if isinstance(call.func, ast.Attribute):
        yield from _method(source, call, call.func.attr)


def _method(source: Source, call: ast.Call, method: str) -> Iterator[str]:
    first, last = (call.args[0], call.args[-1]) if call.args else (None, None)
    allowed = {
        "setWindowTitle": lambda: _is(source, first, _TITLE),
        "addRow": lambda: len(call.args) < 2 or _is(source, first, _LABEL),
        "setLabelText": lambda: _is(source, last),
        "setTextFormat": lambda: first is not None and source.dotted(first).endswith(".PlainText"),
        "setAcceptRichText": lambda: isinstance(first, ast.Constant) and first.value is False,
    } | dict.fromkeys(TIPS, lambda: _is(source, first, _TIP))
    if method in MARKUP and not (method == "setStatusTip" and _is_nothing(first)):
        yield method
    if method in allowed and not allowed[method]():
        yield method
    if method == "showText" and _shows_tip(source.dotted(call.func)) and not _any(source, call.args):
        yield "showText"
    if method == "setData" and any(map(_names_tip, call.args)) and not _is(source, last, _TIP):
        yield "setData"


def _shows_tip(name: str) -> bool:
    return _kind(name.rpartition(".")[0]) in ("QToolTip", "QWhatsThis")


def _any(source: Source, given: list[ast.expr]) -> bool:
    return any(_is(source, each, _TIP) for each in given)


def _class(source: Source, node: ast.ClassDef) -> Iterator[str]:
    """A text editor that takes words only may be built on."""
    for base in node.bases:
        kind = _kind(source.dotted(base))
        if kind in MADE_PLAIN:
            yield f"class of {kind}"
        elif kind == "QTextEdit":
            called = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
            if "setAcceptRichText" not in called or called & {"setText", "append"}:
                yield "class of QTextEdit"


def _case(source: Source, case: ast.match_case) -> Iterator[tuple[int, str]]:
    if _names_tip(case.pattern):
        yield from _answers(source, case.body)


def _if(source: Source, node: ast.If) -> Iterator[tuple[int, str]]:
    if _names_tip(node.test):
        yield from _answers(source, node.body)


def _answers(source: Source, body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    """What a model answers when Qt asks it for a tooltip."""
    for each in body:
        if isinstance(each, ast.Return) and each.value is not None and not _is(source, each.value, _TIP):
            yield each.lineno, "a tooltip's role"


def _is(source: Source, node: ast.AST | None, *makers: str) -> bool:
    """Whether a text is sure to be ours, or is made harmless by one of these functions."""
    match node:
        case ast.Constant():
            return True
        case ast.Call():
            return source.dotted(node.func) in makers or source.speaks(node)
        case ast.IfExp(body=body, orelse=otherwise):
            return _is(source, body, *makers) and _is(source, otherwise, *makers)
        case ast.JoinedStr(values=values):
            return all(_is(source, each, *makers) for each in values)
        case ast.FormattedValue(value=value):
            return _is(source, value, *makers)
    return False


def _kind(name: str) -> str:
    """QLabel for PySide6.QtWidgets.QLabel, nothing for what is not Qt's."""
    return name.rpartition(".")[2] if name.startswith("PySide6.") and name.count(".") == 2 else ""


def _names_tip(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Attribute) and each.attr in TIP_ROLES for each in ast.walk(node))


def _is_nothing(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Constant) and not node.value
