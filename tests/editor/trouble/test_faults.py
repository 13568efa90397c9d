"""What is written down of a fault: its kind and its way through the code, and nobody's words."""

import sys
from collections.abc import Callable

import pytest

from editor.trouble.faults import Fault, fault, innermost, is_ours, place
from model.change import Change
from model.document import Document
from model.records import Card
from tests.making.small_map import small_map

SECRET = "Bu Sari menangis"


def caught(do: Callable[[], object]) -> Fault:
    """The fault of what raises."""
    try:
        do()
    except BaseException as error:
        return fault(type(error), error, error.__traceback__)
    raise AssertionError("nothing raised")


def stale() -> Change:
    """A change that a document refuses, full of words."""
    card = Card(id="c1", lane=None, step=None, order="a", text=SECRET)
    return Change(updated={"c1": (card, card)})


def test_its_place_is_the_last_line_of_the_program_itself() -> None:
    found = caught(lambda: small_map().apply(stale()))
    assert found.kind == "model.checks.Stale"
    assert found.place.startswith("model/checks.py:")
    assert any(line.startswith("model/document.py:") and line.endswith(" Document.apply") for line in found.way)


def test_nothing_of_what_an_exception_says_or_holds_is_in_it() -> None:
    def fail() -> None:
        words = SECRET
        raise ValueError(words, {words: words})

    def fail_again() -> None:
        try:
            fail()
        except ValueError as error:
            raise KeyError(f"{SECRET} again") from error

    found = caught(fail_again)
    assert SECRET not in str(found)
    assert "Sari" not in str(found)
    assert any(line.startswith("after ValueError, ") for line in found.way)


def test_what_was_caught_before_is_told_unless_it_means_nothing() -> None:
    def in_passing() -> None:
        try:
            raise ValueError
        except ValueError:
            raise KeyError from None

    assert not any(line.startswith("after") for line in caught(in_passing).way)


def test_a_way_without_end_is_told_by_its_beginning_and_its_end() -> None:
    def fall() -> None:
        fall()

    found = caught(fall)
    assert found.kind == "RecursionError"
    assert len(found.way) < 80
    assert any(line.startswith("… ") for line in found.way)


def test_exceptions_that_lead_to_each_other_in_a_circle_come_to_an_end() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert 1 <= len(fault(ValueError, one, None).way) <= 10


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (Document.__init__.__code__.co_filename, "model/document.py"),
        (pytest.raises.__code__.co_filename, "_pytest/raises.py"),
        (sys.modules["json"].__file__, "python/json/__init__.py"),
        ("main.py", "main.py"),
        ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>"),
        ("/home/sari/Peta Bu Sari/plugin.py", "elsewhere"),
        ("Peta Bu Sari.py", "elsewhere"),
        ("<Peta Bu Sari>", "elsewhere"),
        ("", "elsewhere"),
    ],
    ids=["ours", "a package", "Python", "the script", "frozen", "a folder", "a file", "a name", "nothing"],
)
def test_a_file_of_code_is_named_without_the_folders_of_its_user(path: str, shown: str) -> None:
    if shown == "_pytest/raises.py":
        assert place(path).startswith("_pytest/")
    else:
        assert place(path) == shown


def test_the_nearest_line_of_ours_is_found_going_outwards() -> None:
    lines: list[str] = []
    document = small_map()
    document.listen(lambda _: lines.append(innermost(sys._getframe())))
    card = document.table(Card)["c1"]
    document.apply(Change(updated={"c1": (card, card)}))
    assert len(lines) == 1
    assert is_ours(lines[0])
    assert lines[0].startswith("model/document.py:")
