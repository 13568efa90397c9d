"""A user's words are shown and never obeyed: nothing in the program could take them for markup, for code, for the name
of a file to open or a place to go. The rules stand in tests/checking/banned_text.py and banned_doors.py."""

import json

import pytest
from PySide6 import QtGui

import resources
from tests.checking.banned_doors import BANNED, BUILTINS, OF_FILES, READS, SOCKETS, doors
from tests.checking.banned_text import MADE_PLAIN, MARKUP, NEVER, PLAIN, STATICS, TIPS, markup
from tests.checking.source import Source, program

SOMEWHERE = "editor/dialogs/somewhere.py"
_SAY = "from editor.speech import Speech\nsay = Speech('room')\n"
_QT = "from PySide6 import QtWidgets\nfrom PySide6.QtCore import Qt\nfrom PySide6.QtWidgets import QLabel, QTextEdit\n"


def found(code: str, name: str = SOMEWHERE) -> list[str]:
    """What a module with this code in it does that it may not."""
    source = Source(name, code)
    return [what for _, what in (*doors(source), *markup(source))]


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return program()


def test_no_words_can_become_markup_in_a_widget(sources: list[Source]) -> None:
    assert [f"{each.name}:{line}: {what}" for each in sources for line, what in markup(each)] == []


def test_no_map_can_run_code_reach_the_network_or_open_another_file(sources: list[Source]) -> None:
    assert [f"{each.name}:{line}: {what}" for each in sources for line, what in doors(each)] == []


def test_every_module_of_the_program_is_looked_at(sources: list[Source]) -> None:
    names = {each.name for each in sources}
    assert {"main.py", PLAIN, "editor/desktop.py", "export/svg.py", "model/storage/cjm.py"} <= names
    assert {allowed for places in BANNED.values() for allowed in places} <= names


def test_no_sentence_of_ours_is_taken_for_markup() -> None:
    for room in sorted(resources.path("i18n").glob("*.json")):
        said = json.loads(room.read_bytes())
        assert [key for key, words in said.items() if QtGui.Qt.mightBeRichText(words)] == [], room.name


# The rules themselves: whoever does what they ban is found


@pytest.mark.parametrize("name", sorted(set(BANNED) - set(BUILTINS)))
def test_a_door_is_found_however_it_is_imported(name: str) -> None:
    package, _, last = name.rpartition(".")
    if package:
        assert found(f"import {package} as other\nother.{last}(words)")
        assert found(f"def f():\n    from {package} import {last} as other")
    else:
        assert found(f"import {name}")
        assert found(f"import {name}.inner as other")
        assert found(f"def f():\n    from {name}.inner import other")


@pytest.mark.parametrize("name", BUILTINS)
def test_what_makes_code_of_words_is_found(name: str) -> None:
    assert found(f"{name}(words)")
    assert found(f"run = {name}")
    assert found(f"import builtins\nbuiltins.{name}(words)")


@pytest.mark.parametrize("name", sorted({name for name, places in BANNED.items() if places}))
def test_a_door_is_open_only_where_the_rules_say(name: str) -> None:
    package, _, last = name.rpartition(".")
    code = f"from {package} import {last}" if package else f"import {name}"
    for place in BANNED[name]:
        assert found(code, place) == []
    assert found(code)


@pytest.mark.parametrize(
    "code",
    [
        "import subprocess\nsubprocess.run(words, shell=True)", "run(words, shell=True)", "run(words, shell=yes)",
        "from os import system\nsystem(words)", "import os as o\no.popen(words)",
        "import socket\nsocket.create_connection(('a.id', 80))", "from socket import create_connection",
        *(f"from PySide6.QtGui import {kind}\n{kind}(name)" for kind in sorted(OF_FILES)),
        *(f"from PySide6 import QtGui\nQtGui.{kind}('x.svg')" for kind in sorted(OF_FILES)),
        *(f"from PySide6.QtGui import {kind}\n{kind}(str(path))" for kind in sorted(OF_FILES)),
        *(f"image.{method}(content)" for method in sorted(READS)),
    ],
)  # fmt: skip
def test_a_call_that_opens_a_door_is_found(code: str) -> None:
    assert found(code)


@pytest.mark.parametrize("name", ["create_connection", "create_server", "socket", "getaddrinfo", "gethostname"])
def test_a_socket_to_anywhere_is_found_even_where_sockets_are_known(name: str) -> None:
    place = BANNED["socket"][0]
    assert found(f"import socket\nsocket.{name}(('a.id', 80))", place)
    assert found("import socket\na, b = socket.socketpair()", place) == []


@pytest.mark.parametrize(
    "code",
    [
        *(f"from PySide6.QtWidgets import {kind}\n{kind}(words)" for kind in sorted(MADE_PLAIN)),
        *(f"from PySide6 import QtWidgets as w\nw.{kind}(words)" for kind in sorted(MADE_PLAIN)),
        *(f"from PySide6.QtWidgets import {kind}\nclass A({kind}):\n    pass" for kind in sorted(MADE_PLAIN)),
        *(f"from PySide6.QtWidgets import QMessageBox\nQMessageBox.{each}(w, t, words)" for each in sorted(STATICS)),
        "from PySide6.QtWidgets import QInputDialog\nQInputDialog.getText(w, t, words)",
        *(f"from PySide6.QtWidgets import {kind}\nx = {kind}" for kind in sorted(NEVER)),
        *(f"pane.{method}(words)" for method in sorted(MARKUP)),
        *(f"widget.{method}(words)" for method in sorted(TIPS)),
        *(f"{_SAY}widget.{method}(say('key', name=words))" for method in sorted(TIPS)),
        *(f"{_SAY}widget.{method}(words if words else say('key'))" for method in sorted(TIPS)),
        "widget.setWindowTitle(words)", "widget.setWindowTitle(f'{words}[*]')", "dialog.setLabelText(words)",
        f"{_SAY}widget.setWindowTitle(say('key', map=words))", "form.addRow(words, field)",
        f"{_QT}QTextEdit(words)", f"{_QT}QtWidgets.QTextEdit()", f"{_QT}class A(QTextEdit):\n    pass",
        f"{_QT}class A(QTextEdit):\n  def f(self):\n    self.setAcceptRichText(False)\n    self.setText(words)",
        f"{_QT}class A(QTextEdit):\n  def f(self):\n    self.setAcceptRichText(False)\n    self.append(words)",
        "pane.setAcceptRichText(True)", "pane.setAcceptRichText(rich)",
        f"{_QT}shown.setTextFormat(Qt.TextFormat.RichText)", f"{_QT}shown.setTextFormat(Qt.TextFormat.AutoText)",
        "from PySide6.QtWidgets import QToolTip\nQToolTip.showText(point, words)",
        "from PySide6.QtWidgets import QWhatsThis\nQWhatsThis.showText(point, words)",
        f"{_QT}item.setData(Qt.ItemDataRole.ToolTipRole, words)",
        f"{_QT}item.setData(0, Qt.ItemDataRole.WhatsThisRole, words)",
        f"{_QT}def data(role):\n  if role == Qt.ItemDataRole.ToolTipRole:\n    return words",
        f"{_QT}def data(role):\n  match role:\n    case Qt.ItemDataRole.ToolTipRole:\n      return words",
    ],
)  # fmt: skip
def test_words_that_could_become_markup_are_found(code: str) -> None:
    assert found(code)


@pytest.mark.parametrize(
    "code",
    [
        "import re\nre.compile(words)", "dialog.exec()", "code = 1\nhttp = code", "from urllib.parse import quote",
        "import json\njson.loads(words)", "from xmlish import a", "import html\nhtml.escape(words)",
        f"{_SAY}widget.setToolTip(say('key'))", f"{_SAY}widget.setToolTip('' if x else say('key', count=2))",
        "from editor import plain\nwidget.setToolTip(plain.tooltip(words))",
        "from editor.plain import tooltip as tip\nwidget.setToolTip(tip(words) if words else '')",
        "from editor import plain\nwidget.setWindowTitle(f'{plain.window_title(words)}[*]')",
        "from editor.plain import label\nform.addRow(label(words), field)", "form.addRow(field)",
        "action.setStatusTip('')", "button.setText(words)", "menu.addAction(words)", "run(words, shell=False)",
        f"{_QT}shown.setTextFormat(Qt.TextFormat.PlainText)", f"{_QT}shown: QLabel", f"{_QT}isinstance(x, QTextEdit)",
        f"{_QT}class A(QTextEdit):\n  def f(self):\n    self.setAcceptRichText(False)\n    self.setPlainText(words)",
        "from PySide6.QtGui import QPixmap\nQPixmap(size * ratio)", "from PySide6.QtGui import QPixmap\nQPixmap()",
        f"{_QT}def data(role):\n  match role:\n    case Qt.ItemDataRole.DisplayRole:\n      return words",
    ],
)  # fmt: skip
def test_what_is_harmless_is_let_alone(code: str) -> None:
    assert found(code) == []


def test_words_of_ours_are_known_in_modules_that_borrow_them(sources: list[Source]) -> None:
    code = "from editor.panels.inspector.typed import say\nwidget.setToolTip(say('key'))"
    assert found(code)
    source = Source(SOMEWHERE, code, frozenset({"editor.panels.inspector.typed.say"}))
    assert list(markup(source)) == []
    assert "editor.panels.inspector.typed.say" in frozenset[str]().union(*(each.spoken for each in sources))


def test_the_one_place_may_do_what_it_is_for() -> None:
    assert found("from PySide6.QtWidgets import QLabel\nQLabel(words)", PLAIN) == []
    assert frozenset({"socket.socketpair"}) == SOCKETS
