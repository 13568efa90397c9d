"""Lines by roles, views, legend, header, running arrows and footers: what stands round the cards of a page."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.layout.engine import Layout, lay_out
from model.layout.lines import BlueprintLine, lines_below
from model.layout.sheets import ORIENTATIONS, sheet
from model.layout.view import View, lanes_shown, natural_view
from model.records import Card, Emotion, Lane, Link, Map, Mark, Role, Stage, Step
from tests.checking.page_faults import lanes_on, words_on
from tests.making.crowded_maps import EXTREMES, crowded, long_text
from tests.making.maps import maps
from tests.making.small_map import small_map

ACTION, FRONT, TECHNOLOGY, BACK = Role.CUSTOMER_ACTIONS, Role.FRONT_STAGE, Role.FRONT_STAGE_TECHNOLOGY, Role.BACK_STAGE
NAMES = ("GARIS INTERAKSI", "GARIS VISIBILITAS", "GARIS INTERAKSI INTERNAL")


def lanes(*roles: Role) -> list[Lane]:
    return [Lane(id=f"l{at}", order=f"a{at}", role=role, title="Panggung depan") for at, role in enumerate(roles)]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((ACTION, FRONT, BACK, Role.SUPPORT), {0: "interaction", 1: "visibility", 2: "internal"}),
        ((ACTION, ACTION, FRONT, TECHNOLOGY, BACK), {1: "interaction", 3: "visibility"}),
        ((Role.SUPPORT, BACK), {}),
        ((BACK, Role.OTHER, Role.SUPPORT), {0: "internal"}),
        ((TECHNOLOGY,), {0: "visibility"}),
        ((Role.OTHER, Role.THOUGHTS), {}),
        ((), {}),
    ],
)
def test_lines_lie_by_roles_and_never_by_names(roles: Sequence[Role], expected: dict[int, str]) -> None:
    assert lines_below(lanes(*roles)) == {at: BlueprintLine(name) for at, name in expected.items()}


def test_a_journey_map_has_no_lines_and_a_blueprint_names_each_once() -> None:
    document = crowded()
    for view, times in ((View.JOURNEY, 0), (View.BLUEPRINT, 1)):
        said = words_on(lay_out(document, view=view).pages).split("\n")
        assert [said.count(name) for name in NAMES] == [times] * 3


@given(maps(), st.sampled_from(View))
def test_a_view_shows_its_lanes_in_order_and_no_hidden_one(document: Document, view: View) -> None:
    (page, *_) = lay_out(document, view=view).pages
    shown = [lane.id for lane in lanes_shown(document, view)]
    assert list(dict.fromkeys(lanes_on(page, document))) == shown
    assert not any(document.table(Lane)[key].hidden for key in shown)


def test_a_map_with_something_behind_the_customer_is_a_blueprint() -> None:
    assert natural_view(Document([Map(id="m"), *lanes(ACTION, Role.EMOTION)])) is View.JOURNEY
    assert natural_view(Document([Map(id="m"), *lanes(ACTION, BACK)])) is View.BLUEPRINT


def legend(layout: Layout) -> str:
    """The words behind the last mention of the legend."""
    return words_on([layout.composed[-1].page]).partition("Legenda")[2]


def test_the_legend_explains_what_the_page_shows_and_nothing_else() -> None:
    bare = Document(
        [Map(id="m"), Stage(id="s", order="a0"), Step(id="t", order="a0", stage="s"), *lanes(ACTION, FRONT)]
    )
    assert legend(lay_out(bare)) == ""
    marked = Card(id="c1", order="a0", lane="l0", step="t", marks=(Mark.WAIT_POINT,))
    other = Card(id="c2", order="a0", lane="l1", step="t")
    linked = Link(id="k", source="c1", target="c2")
    said = legend(lay_out(Document([*bare.records.values(), marked, other, linked]))).split("\n")
    assert {"titik jeda", "ketergantungan"} <= set(said)
    assert not {"urutan langkah", "saling bertukar", "titik rawan gagal", "sangat buruk", "peluang"} & set(said)


def test_the_legend_names_whose_curve_is_whose_only_where_there_are_several() -> None:
    one, two = crowded(personas=1), crowded(personas=2, say=lambda plain: plain)
    assert "Sari" not in legend(lay_out(one))
    assert legend(lay_out(two)).count("Sari") == 2


def test_feelings_are_explained_only_where_there_are_any() -> None:
    document = small_map()
    assert "sangat baik" in legend(lay_out(document))
    calm = Document([record for record in document.records.values() if not isinstance(record, Emotion)])
    assert "sangat baik" not in legend(lay_out(calm))


def test_a_wide_sheet_has_the_large_header_and_a_narrow_one_two_lines() -> None:
    document = crowded()
    wide, narrow = (lay_out(document, sheet=sheet(*size)) for size in (("A3", "landscape"), ("A4", "portrait")))
    assert wide.composed[0].head.header.height > narrow.composed[0].head.header.height
    assert "CETAK BIRU LAYANAN" in words_on(wide.pages)
    assert "CETAK BIRU LAYANAN" not in words_on(narrow.pages)
    for layout in (wide, narrow):
        assert {"Dewi Anggraini", "Lokakarya Mei"} <= set(
            words_on(layout.pages).replace(": ", "\n").replace(" · ", "\n").split("\n")
        )


def test_the_facts_keep_clear_of_the_persona_and_of_the_margin() -> None:
    """The overlap and margin checks of tests/checking/text_faults.py are the rest of it."""
    document = crowded(say=lambda plain: f"{plain} {long_text(200)}")
    layout = lay_out(document, sheet=sheet("A3"))
    assert layout.composed[0].head.header.height < layout.pages[0].height / 4


def test_pages_that_follow_bear_the_title_and_not_the_scenario() -> None:
    document = EXTREMES["sixty steps"]()
    layout = lay_out(document, sheet=sheet("A4"))
    said = [words_on([each.page]) for each in layout.composed]
    assert all("Memesan kopi" in text for text in said)
    assert ["Hari kerja" in text for text in said] == [True] + [False] * (len(said) - 1)


def test_running_arrows_say_where_the_journey_goes_on_and_comes_from() -> None:
    layout = lay_out(EXTREMES["sixty steps"](), sheet=sheet("A4"), view=View.JOURNEY)
    last = len(layout.order.source.columns)
    assert len(layout.composed) > 2
    for each in layout.composed:
        said = words_on([each.page])
        assert ("bersambung ›" in said) == (each.part.columns.stop < last)
        assert ("‹ sambungan" in said) == (each.part.columns.start > 0)


@pytest.mark.parametrize("extreme", ["sixty steps", "endless cards", "all parked", "nothing"])
@pytest.mark.parametrize("paper", [(paper, way) for paper in ("A4", "A3") for way in ORIENTATIONS], ids=str)
def test_every_sheet_is_numbered_those_behind_the_map_too(extreme: str, paper: tuple[str, str]) -> None:
    pages = lay_out(EXTREMES[extreme](), sheet=sheet(*paper), name="kopi.cjm").pages
    for number, page in enumerate(pages, start=1):
        assert f"kopi.cjm · {paper[0]} · lembar {number}/{len(pages)}" in words_on([page]).split("\n")


def test_every_page_has_a_line_in_the_outline() -> None:
    pages = lay_out(EXTREMES["endless cards"](), sheet=sheet("A4")).pages
    assert [page.title for page in pages][-1] == "Selengkapnya"
    assert all(page.title for page in pages)


def test_the_words_on_paper_are_of_the_language_asked_for() -> None:
    document = crowded()
    assert "Legenda" in words_on(lay_out(document).pages)
    assert "Legend" in words_on(lay_out(document, language="en").pages).split("\n")
