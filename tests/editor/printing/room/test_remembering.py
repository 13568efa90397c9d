"""The last choices of each kind come back, and nothing that stands in the settings can keep the room from opening."""

import msgspec
import pytest

from editor.printing.room.remembering import first_wish, keep, last_kind, recall
from editor.printing.room.wish import USUAL_KIND, Dress, Heads, OwnSize, Wish
from model.document import Document
from model.handouts.options import CardsOptions, PosterOptions
from model.layout.sheets import sheet
from model.layout.view import View
from model.records import Map
from tests.checking.dialogs import Desk
from tests.checking.print_room import entered, left, pick, settle
from tests.making.small_map import small_map

POSTER = Wish(
    kind="poster", paper="own", orientation="portrait", own=OwnSize(width=914, height=500), language="en",
    options=PosterOptions(columns=3), dress=Dress(margin="own", own_margin=12.5, grey=True),
    heads=Heads(logo=False), persona="p1", hidden=frozenset({"l3"}),
)  # fmt: skip


def test_each_kind_has_its_own_last_wish(desk: Desk) -> None:
    document, cards = desk.session.document, Wish(kind="cards", paper="A4", options=CardsOptions(size="50x38"))
    keep(POSTER, desk.settings, document)
    keep(cards, desk.settings, document)
    assert recall("poster", desk.settings, document) == POSTER
    assert recall("cards", desk.settings, document) == cards
    assert recall("page", desk.settings, document) is None
    assert last_kind(desk.settings) == "cards"


def test_lanes_and_personas_of_another_map_are_not_left_out(desk: Desk) -> None:
    keep(POSTER, desk.settings, desk.session.document)
    other = Document(
        Map(id="n", title="Teh") if isinstance(each, Map) else each for each in small_map().records.values()
    )
    found = recall("poster", desk.settings, other)
    assert found is not None
    assert (found.persona, found.hidden) == (None, frozenset())
    assert found.dress == POSTER.dress


@pytest.mark.parametrize(
    "kept",
    ["", "{", "[1]", '{"paper": 3}', '{"paper": "A4", "orientation": "askew", "options": {"size": 7}}', 12, None],
)
def test_settings_nobody_can_read_are_as_none(kept: object, desk: Desk) -> None:
    if kept is not None:
        desk.settings.keep("paper_cards_wish", kept)  # type: ignore[arg-type]
    desk.settings.keep("paper_kind", "no such kind")
    assert last_kind(desk.settings) == USUAL_KIND
    wish = first_wish("cards", desk.settings, desk.session.document, desk.session.drawing)
    assert wish.options == CardsOptions()
    assert wish.sheet is not None


def test_the_sheet_of_the_page_view_goes_before_the_last_paper(desk: Desk) -> None:
    desk.settings.paper, desk.settings.orientation = "A4", "portrait"
    room = entered(desk)
    assert room.choices.wish().sheet == sheet("A4", "portrait")
    left(room)
    desk.session.show(view=View.JOURNEY, sheet=sheet("A2"))
    room = entered(desk)
    assert room.choices.wish().sheet == sheet("A2")
    assert room.choices.wish().view is View.JOURNEY
    left(room)


def test_who_comes_back_finds_the_room_as_he_left_it(desk: Desk) -> None:
    room = entered(desk)
    room.kinds.choose("page")
    pick(room.choices.sheet.paper, "Legal")
    room.choices.dress.put(Dress(draft=True))
    room.kinds.choose("split")
    pick(room.choices.sheet.paper, "A4")
    room.kinds.choose("page")
    assert room.choices.wish().paper == "Legal"
    settle(room)
    left(room)
    room = entered(desk)
    assert room.kinds.kind == "page"
    wish = room.choices.wish()
    assert (wish.paper, wish.dress.draft) == ("Legal", True)
    assert msgspec.structs.replace(wish, view=None).options == wish.options
    left(room)
