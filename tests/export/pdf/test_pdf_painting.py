"""Lines and areas on paper, looked at as pixels."""

import msgspec
import pytest

from export import pdf
from model.layout.shapes import Box, Clip, Command, Group, Line, Path, Shape
from tests.checking.export_reader import contents
from tests.checking.export_tools import colour_at, rendered, run
from tests.making.export_pages import INFO, card, line, page

RED, BLUE, WHITE = "#C2410C", "#0067A3", "#FFFFFF"
SQUARE: tuple[Command, ...] = (
    ("M", 100, 100),
    ("L", 200, 100),
    ("L", 200, 200),
    ("L", 100, 200),
    ("Z",),
)


def operators(*shapes: Shape) -> str:
    return contents(pdf.write((page(*shapes),), INFO))[0]


def test_a_box_stands_where_it_should_with_its_frame_on_the_edge() -> None:
    image = rendered(pdf.write((page(Box(50, 20, 100, 60, fill=RED, stroke=BLUE, line=8)),), INFO))
    places = {
        (100, 50): RED,
        (50, 50): BLUE,
        (47, 50): BLUE,
        (53, 50): BLUE,
        (44, 50): WHITE,
        (100, 80): BLUE,
        (100, 86): WHITE,
    }
    assert {place: colour_at(image, *place) for place in places} == places


def test_the_corners_of_a_rounded_box_are_open() -> None:
    image = rendered(pdf.write((page(Box(50, 20, 100, 60, fill=RED, radius=20)),), INFO))
    assert colour_at(image, 52, 22) == WHITE
    assert colour_at(image, 70, 22) == RED
    assert colour_at(image, 58, 28) == RED


def test_a_radius_beyond_half_the_box_makes_a_pill() -> None:
    image = rendered(pdf.write((page(Box(50, 20, 100, 40, fill=RED, radius=500)),), INFO))
    assert (colour_at(image, 51, 22), colour_at(image, 51, 40)) == (WHITE, RED)


def test_a_clip_cuts_its_shapes_and_nothing_behind_it() -> None:
    clip = Clip(SQUARE, (Box(0, 0, 400, 300, fill=RED),))
    image = rendered(pdf.write((page(clip, Box(300, 10, 20, 20, fill=BLUE)),), INFO))
    places = {(150, 150): RED, (90, 150): WHITE, (210, 150): WHITE, (310, 20): BLUE}
    assert {place: colour_at(image, *place) for place in places} == places


def test_an_empty_clip_hides_its_shapes() -> None:
    image = rendered(pdf.write((page(Clip((), (Box(0, 0, 400, 300, fill=RED),))),), INFO))
    assert colour_at(image, 150, 150) == WHITE


def test_groups_in_groups_add_their_ways() -> None:
    inner = Group(30, 40, (Box(0, 0, 20, 20, fill=RED),))
    image = rendered(pdf.write((page(Group(100, 100, (inner,)), Box(0, 0, 20, 20, fill=BLUE)),), INFO))
    places = {(140, 150): RED, (110, 110): WHITE, (10, 10): BLUE, (40, 50): WHITE}
    assert {place: colour_at(image, *place) for place in places} == places


def test_a_shared_group_looks_the_same_after_whatever_came_before() -> None:
    shared = (Line(0, 0, 40, 0, RED, 6), Path((("M", 0.0, 20.0), ("L", 40.0, 20.0)), stroke=BLUE, line=6))
    dashed = Line(0, 10, 400, 10, BLUE, 2, (3, 9))
    image = rendered(pdf.write((page(Group(50, 50, shared), dashed, Group(50, 150, shared)),), INFO))
    first, second = image.crop((80, 80, 200, 160)), image.crop((80, 280, 200, 360))
    assert first.tobytes() == second.tobytes()
    assert colour_at(image, 60, 50) == RED


def test_a_shared_group_is_painted_once() -> None:
    shared = card(1, 0, 0, ["Menunggu"]).shapes
    once, thrice = operators(Group(9, 9, shared)), operators(*(Group(x, 9, shared) for x in (9, 99, 199)))
    assert thrice.count(once.split("\n", 2)[2].removesuffix("\nQ\n")) == 3


def test_dashes_leave_gaps_and_end_with_their_line() -> None:
    image = rendered(pdf.write((page(Line(0, 50, 400, 50, RED, 6, (20, 20)), Line(0, 90, 400, 90, RED, 6)),), INFO))
    assert [colour_at(image, x, 50) for x in (10, 30, 50, 70)] == [RED, WHITE, RED, WHITE]
    assert {colour_at(image, x, 90) for x in (10, 30, 50, 70)} == {RED}


def test_paths_have_round_ends_and_lines_have_none() -> None:
    path = Path((("M", 50.0, 50.0), ("L", 100.0, 50.0)), stroke=RED, line=20)
    image = rendered(pdf.write((page(path, Line(50, 100, 100, 100, RED, 20)),), INFO))
    assert (colour_at(image, 43, 50), colour_at(image, 42, 42)) == (RED, WHITE)
    assert colour_at(image, 43, 100) == WHITE


def test_a_path_is_filled_by_the_non_zero_rule() -> None:
    twice = Path((*SQUARE, ("M", 120, 120), ("L", 180, 120), ("L", 180, 180), ("L", 120, 180), ("Z",)), fill=RED)
    assert colour_at(rendered(pdf.write((page(twice),), INFO)), 150, 150) == RED


def test_a_colour_is_written_when_it_changes() -> None:
    boxes = [Box(at * 10, 0, 5, 5, fill=RED) for at in range(5)]
    assert operators(*boxes).count(" rg") == 1
    assert operators(*boxes, Box(0, 9, 5, 5, fill=BLUE), *boxes).count(" rg") == 3


def test_what_has_neither_fill_nor_line_leaves_no_trace() -> None:
    assert operators(Box(0, 0, 9, 9), Path(SQUARE), Path((), fill=RED), Group(5, 5, ())) == operators()


@pytest.mark.parametrize("colour", ["red", "#12345", "#GGGGGG", ""])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match=r"colour|base 16"):
        operators(Box(0, 0, 9, 9, fill=colour))


def test_numbers_are_short() -> None:
    assert "1.5 0 20 0.33 re" in operators(Box(1.5, -0.001, 20.0, 1 / 3, fill=RED))


def test_far_and_tiny_numbers_have_no_exponents() -> None:
    written = operators(Line(1e-9, 1e7, 14400, -1e6, RED), line("e\u0323\u0301x", size=0.01))
    assert "e-" not in written
    run("qpdf", pdf.write((page(Line(1e-9, 1e7, 14400, -1e6, RED)),), INFO), "--check")


def test_painting_a_page_leaves_the_page_as_it_was() -> None:
    shown = page(card(1, 20, 20, ["Menunggu dipanggil"]))
    before = msgspec.json.encode(shown)
    pdf.write((shown,), INFO)
    assert msgspec.json.encode(shown) == before
