"""The curve meets every marker and never overshoots one; what is said stands on the outside of its bends."""

from hypothesis import given
from hypothesis import strategies as st

from model.layout.emotions import asides, markers, monotone
from model.layout.engine import lay_out
from model.layout.persona import quoted
from model.layout.quotes import Marker, Quote, Scale, quotes, settled
from model.layout.shapes import Group
from model.layout.sheets import sheet
from model.layout.style import METRICS, feeling_color
from model.layout.text.wrap import wrap
from model.layout.view import View
from model.records import Emotion
from tests.checking.page_extents import groups
from tests.checking.text_faults import texts_on
from tests.making.crowded_maps import crowded

heights = st.lists(st.floats(-100, 100), min_size=2, max_size=8)
ways = st.lists(st.floats(0.5, 50), min_size=8, max_size=8)
PLACES = {"t0": 0, "t1": 1, "t2": 2, "t3": 3}


def points(ys: list[float], steps: list[float]) -> list[tuple[float, float]]:
    return [(sum(steps[:at]), y) for at, y in enumerate(ys)]


def feelings(*values: float, quote: str = "") -> list[Emotion]:
    return [
        Emotion(id=f"e{at}", order="a0", lane="l", step=f"t{at}", value=value, quote=quote)
        for at, value in enumerate(values)
    ]


@given(heights, ways)
def test_the_curve_never_overshoots_a_marker(ys: list[float], steps: list[float]) -> None:
    at = points(ys, steps)
    for (_, low), (_, high), piece in zip(at, at[1:], monotone(at), strict=False):
        bottom, top = min(low, high) - 1e-6, max(low, high) + 1e-6
        for share in (tenth / 10 for tenth in range(11)):
            y = cubic(low, float(piece[2]), float(piece[4]), float(piece[6]), share)  # type: ignore[misc]
            assert bottom <= y <= top


def cubic(start: float, one: float, other: float, end: float, share: float) -> float:
    rest = 1 - share
    return rest**3 * start + 3 * rest**2 * share * one + 3 * rest * share**2 * other + share**3 * end


@given(heights, ways)
def test_the_curve_goes_through_every_marker(ys: list[float], steps: list[float]) -> None:
    at = points(ys, steps)
    assert [piece[-2:] for piece in monotone(at)] == at[1:]


def test_a_page_knows_the_markers_just_beyond_its_edges() -> None:
    found = markers(feelings(1, 0, -1, 2), PLACES, range(1, 3), 100, METRICS)
    assert [(marker.emotion.id, marker.here) for marker in found] == [
        ("e0", False), ("e1", True), ("e2", True), ("e3", False),
    ]  # fmt: skip
    assert [marker.x for marker in found] == [-54, 46, 146, 246]
    assert markers(feelings(1), PLACES, range(2, 4), 100, METRICS) == ()


def test_markers_in_one_step_share_its_width() -> None:
    crowd = [Emotion(id=f"e{at}", order=f"a{at}", lane="l", step="t0") for at in range(2)]
    assert [marker.x for marker in markers(crowd, PLACES, range(4), 108, METRICS)] == [25, 75]


def test_faces_of_several_personas_stand_side_by_side() -> None:
    first, second, third = asides(3, 108, METRICS)
    assert first == 0
    assert second >= METRICS.face
    assert third <= 50 - METRICS.face


def test_a_quote_stands_above_a_peak_and_below_a_valley() -> None:
    curve = markers(feelings(0, 2, -2, 0, quote="Wah"), PLACES, range(4), 140, METRICS)
    assert [quote.above for quote in quotes([curve], 30, 560, METRICS)] == [False, True, False, True]


def test_a_quote_keeps_to_the_half_of_the_way_to_its_neighbours() -> None:
    curve = [
        Marker(emotion, x)
        for emotion, x in zip(feelings(0, 1, 0, quote="kata " * 30), (40.0, 140.0, 300.0), strict=True)
    ]
    first, second, third = quotes([curve], 30, 340, METRICS)
    assert first.left >= 30
    assert first.left + first.room <= 90 <= second.left
    assert second.left + second.room <= 220 <= third.left
    assert third.left + third.room <= 340


def test_quotation_marks_are_put_round_words_once() -> None:
    assert quoted("Antre lagi") == quoted("“Antre lagi”") == quoted(' "Antre lagi" ') == "“Antre lagi”"
    assert quoted("  ") == ""


def test_a_quote_with_no_place_on_the_lane_stands_behind_the_map() -> None:
    document = crowded(6, 1, personas=3, say=lambda plain: plain and f"{plain} kalimat yang panjang sekali untuk ini")
    for paper in (None, sheet("A4"), sheet("A3")):
        pages = lay_out(document, sheet=paper, view=View.JOURNEY).pages
        said = {record for page in pages for _, _, record in texts_on(page) if record and record.startswith("e")}
        assert said == {feeling.id for feeling in document.table(Emotion).values() if feeling.quote}


def test_a_face_stands_on_the_page_for_every_feeling() -> None:
    document = crowded(4, 2, personas=2)
    (page, *_) = lay_out(document).pages
    faces = [group for group, _, _ in groups(page.shapes) if (group.record or "").startswith("e") and _is_face(group)]
    assert len(faces) == len(document.table(Emotion))


def _is_face(group: Group) -> bool:
    return len(group.shapes) == 4


def test_hues_of_feelings_go_from_vermilion_over_grey_to_blue() -> None:
    assert len({feeling_color(value) for value in (-2, -1, 0, 1, 2)}) == 5
    assert feeling_color(-1.9) == feeling_color(-2)
    assert feeling_color(0.4) == feeling_color(0)


def test_a_quote_wider_than_its_room_has_no_place_beside_its_face() -> None:
    marker = Marker(feelings(1, quote="Antre lagi?")[0], 40)
    lines = wrap("Antre lagi?", "italic", 1.0)
    wide = lines.width * METRICS.caption
    for room, places in ((wide + 1, {0}), (wide - 1, set()), (-5.0, set())):
        quote = Quote(marker, lines, True, 30, room)
        assert settled([quote], [marker], Scale(60, 100), 160, METRICS).keys() == places
