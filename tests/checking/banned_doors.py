"""Ways by which a file from a stranger could get more than shown: run code, reach the network, open another file."""

import ast
from collections.abc import Iterator

from tests.checking.source import Source, imported

_ICONS = "editor/appearance/icons.py"
_PHOTOGRAPHS = "editor/canvas/painting/photographs.py"

BUILTINS = ("eval", "exec", "compile", "__import__")

BANNED: dict[str, tuple[str, ...]] = {
    # Data that becomes code
    **dict.fromkeys(
        ("pickle", "_pickle", "marshal", "shelve", "dbm", "copyreg", "yaml", "ruamel", "dill", "joblib"), ()
    ),
    **dict.fromkeys(("importlib", "imp", "runpy", "code", "codeop", "zipimport", "pkgutil"), ()),
    **dict.fromkeys(BUILTINS, ()),
    **dict.fromkeys(("builtins.eval", "builtins.exec", "builtins.compile"), ()),
    **dict.fromkeys(("PySide6.QtCore.QSettings", "PySide6.QtCore.QLibrary", "PySide6.QtCore.QPluginLoader"), ()),
    **dict.fromkeys(("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtUiTools", "PySide6.QtWebEngineWidgets"), ()),
    # Other programs
    **dict.fromkeys(("subprocess", "multiprocessing", "pty", "webbrowser", "PySide6.QtCore.QProcess"), ()),
    **dict.fromkeys(("concurrent.futures.ProcessPoolExecutor", "os.system", "os.popen", "os.startfile"), ()),
    **dict.fromkeys(("os.fork", "os.forkpty", "os.posix_spawn", "os.posix_spawnp"), ()),
    **dict.fromkeys([f"os.exec{end}" for end in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")], ()),
    **dict.fromkeys([f"os.spawn{end}" for end in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")], ()),
    "PySide6.QtGui.QDesktopServices": ("editor/desktop.py",),
    "PySide6.QtCore.QUrl.fromUserInput": (),
    # The network
    **dict.fromkeys(("urllib.request", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "nntplib"), ()),
    **dict.fromkeys(("xmlrpc", "socketserver", "ssl", "asyncio", "requests", "httpx", "aiohttp", "urllib3"), ()),
    **dict.fromkeys(("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"), ()),
    "socket": ("editor/window/interrupts.py",),  # and there only a pair of its own: see `SOCKETS`
    # Formats that name other files
    **dict.fromkeys(("xml", "lxml", "PySide6.QtXml", "PySide6.QtCore.QXmlStreamReader", "bs4", "html5lib"), ()),
    **dict.fromkeys(("PySide6.QtGui.QImageReader",), (_PHOTOGRAPHS,)),
    **dict.fromkeys(("PySide6.QtGui.QMovie", "PySide6.QtGui.QPicture", "PySide6.QtSvgWidgets"), ()),
    "PySide6.QtSvg": (_ICONS,),
    "PIL": ("export/pictures.py",),
    # Files whose name somebody else may take first
    "tempfile.mktemp": (),
}
"""What nobody imports or calls, but in the modules named beside it."""

SOCKETS = frozenset({"socket.socketpair"})
"""All that may be used of sockets where they are known at all: two ends within the program."""

OF_FILES = frozenset({"QImage", "QPixmap", "QIcon", "QBitmap", "QCursor"})
"""Widgets' pictures, which Qt would read from any file, in any format, if given its name."""

READS = frozenset({"loadFromData", "fromData"})
_DRAWN = (ast.BinOp, ast.Call)


def doors(source: Source) -> Iterator[tuple[int, str]]:
    """The lines that open one, and its name."""
    for node in source.nodes():
        for name in (*(name for _, name in imported(node)), *_called(node), *_used(source, node)):
            if _is_banned(name, source.name):
                yield getattr(node, "lineno", 0), name
        if isinstance(node, ast.Call):
            yield from ((node.lineno, what) for what in _call(source, node))


def _called(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (each.name for each in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield node.module or ""


def _used(source: Source, node: ast.AST) -> Iterator[str]:
    """Names in use; a bare `compile` is Python's, `re.compile` is not, and what was not imported is no module."""
    if isinstance(node, ast.Attribute | ast.Name) and source.knows(node):
        yield source.dotted(node)
    elif isinstance(node, ast.Name) and node.id in BUILTINS:
        yield node.id


def _is_banned(name: str, module: str) -> bool:
    if name.startswith("socket.") and name not in SOCKETS:
        return True
    return any(
        module not in allowed and (name == banned or name.startswith(f"{banned}."))
        for banned, allowed in BANNED.items()
    )


def _call(source: Source, call: ast.Call) -> Iterator[str]:
    name = source.dotted(call.func)
    if name == "builtins.__import__":
        yield name
    if any(each.arg == "shell" and not _is_false(each.value) for each in call.keywords):
        yield "shell=True"
    if isinstance(call.func, ast.Attribute) and call.func.attr in READS and source.name != _PHOTOGRAPHS:
        yield call.func.attr
    if name.startswith("PySide6.QtGui.") and name.rpartition(".")[2] in OF_FILES and _may_be_a_file(source, call):
        yield f"{name.rpartition('.')[2]} of a file"


def _may_be_a_file(source: Source, call: ast.Call) -> bool:
    """A size or another picture is worked out on the spot; whatever has only a name could be a file's."""
    if len(call.args) != 1:
        return False
    given = call.args[0]
    if isinstance(given, ast.Call):
        return source.dotted(given.func) in ("str", "bytes", "os.fspath", "resources.path")
    return not isinstance(given, _DRAWN)


def _is_false(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and not node.value
