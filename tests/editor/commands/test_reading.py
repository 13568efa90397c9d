"""Whatever a command is given to read: told in a sentence, never a crash, never repaired in silence."""

from pathlib import Path

import pytest

from model.records import Card
from model.storage.file import save_map
from tests.checking.command_line import CLINIC, Run, put
from tests.making.small_map import small_map


def damaged() -> Path:
    """The sample with a card that refers to a lane nobody knows."""
    text = CLINIC.read_text(encoding="utf-8")
    at = text.index('"lane": "', text.index('"cards"')) if '"lane": "' in text else text.index('"lane":"')
    return put("rusak.cjm", text[:at] + text[at:].replace("l_", "l_x", 1))


@pytest.mark.parametrize("command", [["check"], ["export", "-o", "out.pdf"]])
def test_what_is_no_map_is_told_in_a_sentence(run: Run, command: list[str]) -> None:
    assert "missing.cjm" in run(*command, "missing.cjm").sentence
    Path("folder.cjm").mkdir()
    assert "folder.cjm" in run(*command, "folder.cjm").sentence
    assert not Path("out.pdf").exists()


@pytest.mark.parametrize("content", [b"", b"\0\xff\xfe", b"{", b"[1, 2]", b'{"format": "else"}', b"[" * 100_000])
@pytest.mark.parametrize("command", [["check"], ["export", "-o", "out.pdf"]])
def test_a_file_of_anything_is_told_of_and_never_crashes(run: Run, command: list[str], content: bytes) -> None:
    odd = put("odd.cjm", content)
    assert "odd.cjm" in run(*command, odd).sentence
    assert "odd.cjm" in run(*command, odd, "--as-copy").sentence
    assert not Path("out.pdf").exists()


def test_a_damaged_map_goes_on_only_as_a_copy(run: Run) -> None:
    source = damaged()
    before = source.read_bytes()
    refused = run("export", source, "-o", "a.pdf")
    assert refused.code == 2
    assert "rusak.cjm: Line " in refused.told
    assert "--as-copy" in refused.told.splitlines()[-1]
    assert not Path("a.pdf").exists()
    taken = run("export", source, "-o", "a.pdf", "--as-copy")
    assert taken.code == 1
    assert "rusak.cjm: Line " in taken.told
    assert Path("a.pdf").exists()
    assert run("check", source, "--as-copy").code == 1
    assert source.read_bytes() == before


def test_of_many_faults_the_first_are_told_and_the_others_counted(run: Run) -> None:
    cards = ",".join(f'{{"id": "c_{at:08}", "lane": "l_gone", "order": "a0", "text": "x"}}' for at in range(100))
    head = CLINIC.read_text(encoding="utf-8").partition('"cards": [')
    told = run("check", put("many.cjm", f"{head[0]}{head[1]}\n{cards},{head[2]}")).told.splitlines()
    assert len(told) == 22
    assert told[20] == "many.cjm: ... and 80 more."
    assert "--as-copy" in told[21]


def test_a_whole_map_as_a_copy_is_the_map(run: Run) -> None:
    assert run("export", CLINIC, "-o", "a.pdf", "--as-copy").code == 0


def test_a_map_saved_as_utf_16_says_so_and_what_to_do(run: Run) -> None:
    text = CLINIC.read_text(encoding="utf-8")
    refused = run("check", put("notepad.cjm", text.encode("utf-16")))
    assert refused.code == 2
    assert "UTF-8" in refused.told.splitlines()[0]
    assert run("export", "notepad.cjm", "-o", "a.pdf", "--as-copy").code == 1


def test_an_empty_file_is_told_as_such(run: Run) -> None:
    for content in ("", " \n", "\ufeff"):
        assert run("check", put("empty.cjm", content)).sentence == "empty.cjm is empty: there is no map in it."


def test_a_comma_too_few_or_too_many_is_guessed_at(run: Run) -> None:
    text = CLINIC.read_text(encoding="utf-8")
    for odd in (text.replace(",", "", 1), text.replace(",", ",,", 1)):
        assert "perhaps a comma" in run("check", put("edited.cjm", odd)).told


def test_a_newer_map_is_shown_with_a_banner(run: Run) -> None:
    newer = put("newer.cjm", CLINIC.read_text(encoding="utf-8").replace('"version": 1', '"version": 9', 1))
    outcome = run("export", newer, "-o", "a.pdf")
    assert outcome.code == 0
    assert "newer version" in outcome.told
    text = newer.read_text(encoding="utf-8").replace('"minVersion": 1', '"minVersion": 9', 1)
    outcome = run("export", put("far.cjm", text), "-o", "b.pdf")
    assert outcome.code == 1
    assert "read only" in outcome.told


def test_nothing_a_map_says_controls_the_terminal(run: Run) -> None:
    text = "\x1b]0;judul\x07\x1b[2J\u202egambar"
    noisy = Card(id="c4", order="a0", lane="l3", step="t1", span=3, text=text)
    save_map(small_map(noisy), "a.cjm", expected=None)
    outcome = run("check", "a.cjm")
    assert "gambar" in outcome.out
    assert not {"\x1b", "\x07", "\u202e"} & {*outcome.out, *outcome.told}
