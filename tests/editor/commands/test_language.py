"""Which language the command line speaks."""

import pytest

from editor.commands.language import chosen


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {"LANG": "id_ID.UTF-8"}, "id"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "id_ID", "LANG": "id_ID"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "id_ID", "LANG": "en_US"}, "id"),
        ([], {"LANG": "C"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "jv_ID@latin"}, "en"),
        (["--language", "id"], {"LANG": "en_US"}, "id"),
        (["check", "a.cjm", "--language=en"], {"LANG": "id_ID"}, "en"),
        (["check", "a.cjm", "--language", "EN"], {"LANG": "id_ID"}, "en"),
        (["--language", "tlh"], {"LANG": "id_ID"}, "id"),
        (["--language"], {"LANG": "id_ID"}, "id"),
        (["check", "--", "--language", "en"], {"LANG": "id_ID"}, "id"),
    ],
)
def test_what_is_asked_for_goes_before_the_place(arguments: list[str], environ: dict[str, str], language: str) -> None:
    assert chosen(arguments, environ) == language


def test_nothing_said_anywhere_is_english() -> None:
    assert chosen([], {}) == "en"
