"""Any text as one line that plays no tricks."""

from editor.tasks.line import plain


def test_a_text_of_several_lines_is_told_on_one() -> None:
    assert plain("Daftar\n  di loket\t1\u2028atau 2") == "Daftar di loket 1 atau 2"


def test_control_characters_never_reach_the_terminal() -> None:
    assert plain("\x1b[2J\x9b31mmerah\x07") == "[2J 31mmerah"
    assert plain("gambar\u202efdp.exe\u2066") == "gambarfdp.exe"


def test_letters_of_every_script_stay() -> None:
    for text in ("pasien tiba – 10 €", "ꦥꦱꦶꦺꦤ꧀", "👩‍⚕️", "مريض"):
        assert plain(text) == text
