from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.findings.finding import Code
from model.findings.search import find
from model.findings.spelling import alike
from model.records import Role
from tests.making.small_blueprints import card, frame, told

BACK = Role.BACK_STAGE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WhatsApp", "whatsapp"),
        ("WhatsApp", "Whats App"),
        ("E-mail", "email"),
        ("Customer Service", "customer  service "),
        ("Bagian TI", "Bagian T.I."),
        ("Café", "Cafe"),
        ("Manajer", "Manager"),
        ("Perawat", "Perwat"),
        ("Perawat", "Perawatt"),
        ("Perawat", "Perwaat"),
        ("Petugas pendaftaran", "Petugas pendaftran"),
        ("ＴＯＫＯ", "toko"),
    ],
)
def test_two_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike([one, other]) == [sorted([one, other])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Loket 1", "Loket 2"),
        ("Perawat A", "Perawat B"),
        ("Gedung2020", "Gedung2021"),
        ("Rina", "Rini"),
        ("Kasir", "Perawat"),
        ("Apotek", "Apoteker"),
        ("C++", "C"),
        ("", "—"),
        ("ร้านค้า", "ร้านขา"),
    ],
)
def test_two_names_are_not_alike(one: str, other: str) -> None:
    assert alike([one, other]) == []


def test_three_spellings_are_one_group() -> None:
    assert alike(["Perawat", "Dokter", "perawat", "Perwat"]) == [["Perawat", "Perwat", "perawat"]]


@given(st.lists(st.text("ab -1é", max_size=9), unique=True))
def test_groups_share_no_name_and_hold_two_or_more(names: list[str]) -> None:
    groups = alike(names)
    together = [name for group in groups for name in group]
    assert len(together) == len(set(together))
    assert set(together) <= set(names)
    assert all(len(group) > 1 for group in groups)


@given(st.lists(st.text("ab -1é", max_size=9), unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_names_does_not_matter(names: list[str], chance: Random) -> None:
    shuffled = chance.sample(names, len(names))
    assert sorted(alike(names)) == sorted(alike(shuffled))


def test_the_cards_with_the_rarer_spelling_are_told_of() -> None:
    cards = [
        card("a", BACK, "t1", owner="Sari"),
        card("b", BACK, "t2", owner="Sari"),
        card("c", BACK, "t3", owner="sari"),
    ]
    (found,) = [each for each in find(frame(*cards, roles=(BACK,))) if each.code is Code.OWNER_SPELLED_TWO_WAYS]
    assert found.records == ("c",)
    assert dict(found.details) == {"member": "owner", "usual": "Sari", "others": ("sari",), "count": 1}


def test_of_two_equally_frequent_spellings_the_one_with_a_capital_stays() -> None:
    cards = [card("a", BACK, "t1", channel="whatsApp"), card("b", BACK, "t2", channel="WhatsApp")]
    assert told(frame(*cards, roles=(BACK,)), Code.CHANNEL_SPELLED_TWO_WAYS) == [("a",)]


def test_an_owner_and_a_channel_are_never_the_same_name() -> None:
    cards = [card("a", BACK, "t1", channel="toko"), card("b", BACK, "t2", owner="Toko")]
    document = frame(*cards, roles=(BACK,))
    assert told(document, Code.CHANNEL_SPELLED_TWO_WAYS) + told(document, Code.OWNER_SPELLED_TWO_WAYS) == []
