"""Cards that bear an address lead there, on whatever paper they stand."""

import pytest

from model.handouts.brief import Brief
from model.handouts.making import handout
from model.layout.fields import Address
from model.layout.look import Look
from model.layout.shapes import Page
from model.layout.sheets import sheet
from model.records import Card
from tests.checking.page_extents import cards_on
from tests.making.small_map import small_map

URL = "https://contoh.id/a"


def linking(url: str, kind: str = "page", look: Look = Look()) -> tuple[Page, ...]:  # noqa: B008 - a frozen value
    card = Card(id="c1", order="a0", lane="l1", step="t1", text="satu", url=url)
    return handout(small_map(card), kind, Brief(sheet=sheet("A4"), look=look))


def found(pages: tuple[Page, ...]) -> list[Address]:
    return [address for page in pages for address in page.addresses]


def test_a_card_leads_to_its_address_wherever_one_clicks_on_it() -> None:
    (page,) = linking(URL)
    (frame,) = cards_on(page, small_map())["c1"]
    (address,) = page.addresses
    assert (address.url, address.name) == (URL, "c1")
    edges = (address.x, address.y, address.x + address.width, address.y + address.height)
    assert edges == pytest.approx((frame.left, frame.top, frame.right, frame.bottom))


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "https://bank.id@jahat.id", "file:///etc/passwd"])
def test_an_address_that_is_none_is_only_a_text(url: str) -> None:
    assert found(linking(url)) == []


@pytest.mark.parametrize("kind", ["split", "poster", "stages", "cards"])
def test_every_kind_that_shows_cards_leads_where_they_lead(kind: str) -> None:
    pages = linking(URL, kind)
    assert found(pages)
    for page in pages:
        for address in page.addresses:
            assert address.url == URL
            assert 0 <= address.x < address.x + address.width <= page.width
            assert 0 <= address.y < address.y + address.height <= page.height


def test_a_bleed_moves_what_leads_somewhere_with_what_is_seen() -> None:
    (plain,), (bled,) = found(linking(URL)), found(linking(URL, look=Look(bleed=9.0)))
    assert (bled.x, bled.y) == pytest.approx((plain.x + 9, plain.y + 9))
