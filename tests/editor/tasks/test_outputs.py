"""Where files can be written, and what is said where they cannot."""

from pathlib import Path

import pytest

from editor.tasks.failure import Failure
from editor.tasks.outputs import check_not, write
from resources.words import words

SAID = words("cli", "en")


def test_a_name_no_file_can_have_is_told_in_a_sentence(tmp_path: Path) -> None:
    nameless, other = tmp_path / "peta\0klinik.pdf", tmp_path / "klinik.cjm"
    other.write_bytes(b"{}")
    check_not(nameless, other, "is_the_map", SAID)
    with pytest.raises(Failure, match="a file cannot have such a name"):
        write({nameless: b"%PDF-"}, SAID)
    assert [each.name for each in tmp_path.iterdir()] == ["klinik.cjm"]
