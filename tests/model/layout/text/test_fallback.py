"""What our faces do not have is set in the computer's, the same each time, as the language and the style ask."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.layout.shapes import Page, Text, missing
from model.layout.text import tongue
from model.layout.text.faces import CHAINS
from model.layout.text.fallback import variant_of
from model.layout.text.shaping import shape
from model.layout.text.wrap import wrap
from tests.making.fonts import font

Install = Callable[..., None]
THAI, HAN, KANA = "กขคงจ้", "漢字体", "かなカナ"


def faces(text: str, style: str = "card") -> list[str]:
    return [run.face for run in shape(text, style)]


def test_noto_sans_of_the_script_comes_first_and_serifs_last(install: Install) -> None:
    thai = [font(family, THAI) for family in ("A Serif", "Beautiful", "Other Sans", "Noto Sans Lao", "Noto Sans Thai")]
    install(*thai)
    assert faces("ก") == ["NotoSansThai-Regular"]


def test_signs_come_from_faces_of_signs(install: Install) -> None:
    install(font("Noto Sans CJK HK", "★漢"), font("Noto Sans Symbols2", "★"), font("Noto Sans Symbols", "☂"))
    assert faces("★") == ["NotoSansSymbols2-Regular"]


@pytest.mark.parametrize("style", CHAINS)
def test_bold_is_bold_where_there_is_one(style: str, install: Install) -> None:
    install(font("Noto Sans Thai", THAI), font("Noto Sans Thai", THAI, weight=700))
    assert faces("กข", style) == [f"NotoSansThai-{'Bold' if style == 'bold' else 'Regular'}"]


def test_our_own_faces_are_asked_first_and_faces_change_within_a_line(install: Install) -> None:
    install(font("Noto Sans Thai", THAI + "abc"))
    assert faces("abกขc") == ["NotoSans-SemiCondensed", "NotoSansThai-Regular", "NotoSans-SemiCondensed"]


def test_a_mark_stays_in_the_face_of_its_letter(install: Install) -> None:
    install(font("Noto Sans Thai", THAI), font("Other Sans", "\u0301"))
    (run,) = shape("ก้ข", "card")
    assert (run.face, run.missing) == ("NotoSansThai-Regular", "")


def test_only_what_no_font_has_is_named(install: Install) -> None:
    install(font("Noto Sans Thai", THAI))
    line = Text(0, 10, 8, "#1B2330", shape("kopi กข 漢 🙂", "card"))
    assert missing([Page(100, 100, (line,))]) == {None: "漢🙂"}


def test_emoji_come_without_the_signs_that_choose_how_they_look(install: Install) -> None:
    install(font("Noto Sans Symbols", "❤👩"), font("Symbola", "❤👩👧"))
    (heart,) = shape("❤\ufe0f", "card")
    (family,) = shape("👩\u200d👧", "card")
    assert (heart.face, family.face) == ("Symbola-Regular", "Symbola-Regular")
    assert heart.missing == family.missing == ""


@pytest.mark.parametrize(
    ("language", "ending"),
    [("ja", "JP"), ("ko", "KR"), ("zh-Hans", "SC"), ("zh-Hant", "TC"), ("zh-TW", "TC"), ("zh", "SC"), ("id", "SC")],
)
def test_chinese_characters_are_drawn_as_the_language_of_the_map_does(
    language: str, ending: str, install: Install
) -> None:
    install(*(font(f"Noto Sans CJK {each}", HAN + KANA) for each in ("HK", "JP", "KR", "SC", "TC")))
    tongue.speak(language)
    assert faces("漢字") == [f"NotoSansCJK{ending}-Regular"]
    assert {run.face for line in wrap("漢字体", "card", 1.5).lines for run in line.runs} == {faces("漢字")[0]}


def test_kana_beside_them_say_that_they_are_japanese(install: Install) -> None:
    install(*(font(f"Noto Sans CJK {each}", HAN + KANA) for each in ("JP", "SC")))
    assert {run.face for line in wrap("漢字かな体", "card", 1.5).lines for run in line.runs} == {
        "NotoSansCJKJP-Regular"
    }
    assert variant_of("zh-Hans", "漢字") == "zh-Hans"


def test_a_font_of_curves_is_as_good_as_one_of_points(install: Install) -> None:
    install(font("Noto Sans Thai", THAI, cff=True, wide=750))
    (run,) = shape("กข", "card")
    assert (run.width, run.missing) == (1.5, "")


def test_a_font_that_is_taken_away_meanwhile_is_done_without(install: Install, tmp_path: Path) -> None:
    install(font("Noto Sans Thai", THAI), font("Other Sans", THAI + HAN))
    assert faces("漢") == ["OtherSans-Regular"]
    (tmp_path / "fonts" / "00.ttf").unlink()
    assert faces("จก") == ["OtherSans-Regular"]
