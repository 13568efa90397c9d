"""`export`: paper and pictures, and what must not be written over."""

import shutil
from pathlib import Path

import pytest

from model.records import Card, Lane, Role
from model.storage.file import save_map
from tests.checking.command_line import CLINIC, Run, put
from tests.making.small_map import small_map


def test_a_map_becomes_a_pdf_the_same_on_the_same_date(run: Run) -> None:
    for name in ("one.pdf", "two.pdf"):
        assert run("export", CLINIC, "-o", name, "--date", "2026-11-12") == (0, f"{name} is written.\n", "")
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()
    assert Path("one.pdf").read_bytes().startswith(b"%PDF-")
    run("export", CLINIC, "-o", "one.pdf", "--date", "2026-11-13")
    assert Path("one.pdf").read_bytes() != Path("two.pdf").read_bytes()


def test_an_svg_is_one_sheet_unless_paper_is_asked_for(run: Run) -> None:
    assert run("export", CLINIC, "-o", "map.svg").code == 0
    assert sorted(Path().glob("*.svg")) == [Path("map.svg")]
    outcome = run("export", CLINIC, "-o", "small.svg", "--paper", "A4", "--orientation", "portrait")
    files = sorted(Path().glob("small*.svg"))
    assert len(files) > 1
    assert files[0].name == "small-1.svg"
    assert "small-1.svg" in outcome.out
    assert files[-1].name in outcome.out


def test_the_view_the_paper_and_the_language_reach_the_page(run: Run) -> None:
    run("export", CLINIC, "-o", "a.svg", "--paper", "a3")
    run("export", CLINIC, "-o", "b.svg", "--paper", "A3", "--language", "en")
    run("export", CLINIC, "-o", "c.svg", "--paper", "A3", "--view", "journey")
    indonesian, english, journey = (Path(f"{name}.svg").read_text(encoding="utf-8") for name in "abc")
    assert 'width="1190' in indonesian
    assert "Legenda" in indonesian
    assert "Legend<" in english
    assert "Panggung" in indonesian
    assert "Panggung" not in journey


def test_lanes_that_only_the_other_view_shows_are_told_of_unless_the_view_was_chosen(run: Run) -> None:
    save_map(
        small_map(
            Lane(id="l8", order="a8", role=Role.BACK_STAGE, title="Di balik layar"),
            Lane(id="l9", order="a9", role=Role.THOUGHTS, title="Pikiran"),
            Lane(id="l7", order="a7", role=Role.CHANNELS, title="Saluran", hidden=True),
            Lane(id="l6", order="a6", role=Role.CHANNELS, title="Kosong"),
            *(Card(id=f"n{at}", order="a0", lane="l9", step=f"t{at}", text="Lama ya") for at in (1, 2)),
            Card(id="n3", order="a0", lane="l7", step="t1", text="Loket"),
        ),
        "a.cjm",
        expected=None,
    )
    chosen_for_them = run("export", "a.cjm", "-o", "a.pdf")
    assert chosen_for_them.code == 1
    assert "leaves out: Pikiran (2 cards); --view journey draws them." in chosen_for_them.told
    assert run("export", "a.cjm", "-o", "a.pdf", "--view", "blueprint") == (0, "a.pdf is written.\n", "")


def test_characters_no_face_has_are_named_with_their_card(run: Run) -> None:
    save_map(
        small_map(Card(id="c1", order="a0", lane="l1", step="t1", text="Kopi \U00013000 \U0001f600")),
        "a.cjm",
        expected=None,
    )
    outcome = run("export", "a.cjm", "-o", "a.pdf")
    assert outcome.code == 1
    assert "\U00013000" in outcome.told
    assert "Sadar › step 1" in outcome.told
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")


def test_a_map_with_a_name_no_file_can_have_is_told_as_such_also_where_there_is_a_file_to_replace(run: Run) -> None:
    put("map.pdf", b"%PDF-")
    assert "cannot have such a name" in run("export", "x" * 300, "-o", "map.pdf").sentence


def test_the_map_itself_is_never_written_over(run: Run) -> None:
    shutil.copy(CLINIC, "map.pdf")
    before = Path("map.pdf").read_bytes()
    Path("link.pdf").symlink_to("map.pdf")
    assert "the map itself" in run("export", "map.pdf", "-o", "map.pdf", "--force").sentence
    assert "the map itself" in run("export", "map.pdf", "-o", "./link.pdf", "--force").sentence
    assert Path("map.pdf").read_bytes() == before


def test_a_file_of_another_kind_is_replaced_only_by_force(run: Run) -> None:
    there = put("notes.pdf", "notes of three days")
    assert "--force" in run("export", CLINIC, "-o", there).sentence
    assert there.read_text() == "notes of three days"
    assert run("export", CLINIC, "-o", there, "--force").code == 0
    assert run("export", CLINIC, "-o", there).code == 0
    assert run("export", CLINIC, "-o", put("empty.svg", "")).code == 0


@pytest.mark.parametrize("ending", ["svg", "html", "md", "pptx", "xlsx", "csv", "mmd"])
def test_a_file_this_program_wrote_can_be_written_again(run: Run, ending: str) -> None:
    paths = ("export", CLINIC, "-o", f"map.{ending}")
    assert run(*paths).code == run(*paths).code != 2


def test_one_sheet_larger_than_was_asked_for_is_told_of(run: Run) -> None:
    told = "On A4 the map has no room at 7 points; the sheet is A3.\n"
    for more, expected in ((("A4", "--bleed", "3"), told), (("A4", "--smallest"), ""), (("A3", "--bleed", "3"), "")):
        assert run("export", CLINIC, "-o", "a.pdf", "--as", "page", "--paper", *more) == (
            0,
            "a.pdf is written.\n",
            expected,
        )


def test_a_poster_of_other_sheets_than_were_asked_for_is_told_of(run: Run) -> None:
    paper = ("export", CLINIC, "-o", "a.pdf", "--as", "poster", "--paper", "A4")
    for columns, rows, told in (
        ("3", "3", ""),
        ("9", "9", "9 × 9 sheets were asked for; the poster has "),
        ("1", "1", "On A4 the map has no room at 7 points; the sheet is A3.\n"),
    ):
        outcome = run(*paper, "--columns", columns, "--rows", rows)
        assert (outcome.code, bool(outcome.told)) == (0, bool(told))
        assert outcome.told.startswith(told)


@pytest.mark.parametrize("ending", ["csv", "pptx", "md"])
def test_a_kind_of_paper_is_refused_for_a_file_that_is_no_paper(run: Run, ending: str) -> None:
    assert run("export", CLINIC, "-o", f"a.{ending}", "--as", "cards").sentence.startswith("--as has no meaning")
    assert not Path(f"a.{ending}").exists()


def test_what_is_wrong_with_a_number_is_said_in_a_whole_sentence(run: Run) -> None:
    for flag, expected in (
        ("--columns", "99 is no number from 0 to 20;"),
        ("--overlap", "99 is no number from 0 to 50 mm;"),
    ):
        assert expected in run("export", CLINIC, "-o", "a.pdf", "--as", "poster", flag, "99").sentence


def test_the_help_of_what_is_left_out_says_that_it_is(run: Run) -> None:
    for language, expected in (("en", "no ruled space for notes"), ("id", "tanpa ruang bergaris")):
        assert expected in " ".join(run("export", "--help", "--language", language).out.split())


@pytest.mark.parametrize("name", ["map", "map.docx", "map.cjm", "map.", ".pdf"])
def test_an_ending_nobody_knows_is_refused(run: Run, name: str) -> None:
    assert ".pdf" in run("export", CLINIC, "-o", name).sentence


def test_places_where_no_file_can_be_are_refused(run: Run) -> None:
    Path("folder.pdf").mkdir()
    assert "folder" in run("export", CLINIC, "-o", "folder.pdf").sentence
    assert "nowhere" in run("export", CLINIC, "-o", "nowhere/map.pdf").sentence
    assert "file.txt" in run("export", CLINIC, "-o", put("file.txt", "x") / "map.pdf").sentence
    assert "xxx.pdf" in run("export", CLINIC, "-o", "x" * 300 + ".pdf").sentence
    assert "nowhere" in run("new", "--template", "blank", "-o", "nowhere/map.cjm").sentence


def test_what_a_diagram_cannot_hold_is_counted_and_the_diagram_is_written(run: Run) -> None:
    outcome = run("export", CLINIC, "-o", "map.mmd")
    assert outcome.code == 1
    assert outcome.told.startswith("This kind of file (.mmd) has no place for: 6 lanes, 47 cards, 30 links, ")
    assert Path("map.mmd").read_text(encoding="utf-8").startswith("journey\n    title Berobat jalan di Puskesmas\n")


def test_a_picture_has_the_dots_that_were_asked_for_unless_they_are_too_many(run: Run) -> None:
    assert run("export", CLINIC, "-o", "map.png", "--dpi", "40", "--transparent", "--paper", "A4").code == 0
    assert sorted(Path().glob("*.png"))[0].read_bytes().startswith(b"\x89PNG")
    refused = run("export", CLINIC, "-o", "huge.png", "--dpi", "600", "--paper", "A0", "--as", "page").sentence
    assert refused.endswith("At 359 it can be written.")
    assert not Path("huge.png").exists()
    assert run("export", CLINIC, "-o", "map.png", "--dpi", "601").code == 2


def test_slides_say_which_lanes_only_the_other_view_shows(run: Run) -> None:
    lanes = (
        Lane(id="l8", order="a8", role=Role.BACK_STAGE, title="Di balik layar"),
        Lane(id="l9", order="a9", role=Role.THOUGHTS, title="Pikiran"),
    )
    card = Card(id="c9", order="a0", lane="l9", step="t1", text="hm")
    save_map(small_map(*lanes, card), Path("m.cjm"), expected=None)
    outcome = run("export", "m.cjm", "-o", "m.pptx")
    assert (outcome.code, outcome.told.count("1 lane that only the other view shows")) == (1, 1)
    assert run("export", "m.cjm", "-o", "m.pptx", "--view", "blueprint", "--slide", "sheet").code == 0
