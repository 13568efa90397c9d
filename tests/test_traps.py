"""Traps of the toolchain that were once walked into, and a sign that it works at all."""

import sys
import tomllib
from pathlib import Path

import PySide6
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[1]


def qt_requirement() -> Requirement:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return next(one for one in map(Requirement, project["dependencies"]) if one.name == "PySide6-Essentials")


def test_the_release_of_qt_that_kills_python_3_11_is_excluded() -> None:
    assert "6.12.0" not in qt_requirement().specifier
    assert "6.11.3" in qt_requirement().specifier


def test_the_qt_in_use_is_one_we_ask_for() -> None:
    assert PySide6.__version__ in qt_requirement().specifier


def test_calls_that_return_nothing_leave_none_alone() -> None:
    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(200):
        target.setObjectName("a")
    # Others may hold or drop None meanwhile; the trap drops one a call.
    assert sys.getrefcount(None) > before - 100


def test_a_click_reaches_a_widget(qtbot: QtBot) -> None:
    button = QPushButton("Cetak")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
