"""What a journal says is the map as it was; what is torn costs itself and nothing else."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.change import Change
from model.document import Document
from model.operations import card_content
from model.records import Card, Map
from model.storage import cjm
from model.storage.file import open_map
from model.storage.journal import Head, Replayed, Typed, replay
from model.storage.journal.entries import Base, Entry, base_of, encoded, entry_of, read_path, written_path
from model.storage.journal.frames import framed
from resources import path as resource
from tests.making.any_edit import any_edit
from tests.making.small_map import small_map

NOWHERE = Path("no pictures")
CLINIC = resource("samples", "clinic.cjm")


def journal(document: Document, *changes: Change) -> list[bytes]:
    """The lines of a journal of these changes, which are made to the document."""
    found = [framed(encoded(Head())), framed(encoded(base_of(document)))]
    for each in changes:
        document.apply(each)
        found.append(framed(encoded(entry_of(each))))
    return found


def edited(document: Document, seed: int, count: int) -> tuple[list[bytes], list[bytes]]:
    """The journal of so many edits, and the map as a file after each of its lines."""
    chance = Random(seed)
    found, maps = journal(document), [cjm.encode(document)] * 2
    for _ in range(count):
        change = any_edit(chance, document)
        document.apply(change)
        found.append(framed(encoded(entry_of(change))))
        maps.append(cjm.encode(document))
    return found, maps


def replayed(data: bytes) -> Replayed:
    found = replay(data, NOWHERE)
    assert found is not None
    return found


@given(seed=st.integers(0, 2**32), count=st.integers(0, 40))
def test_whatever_was_done_is_done_again(seed: int, count: int) -> None:
    document = open_map(CLINIC).document
    lines, _ = edited(document, seed, count)
    found = replayed(b"".join(lines))
    assert cjm.encode(found.document) == cjm.encode(document)
    assert (found.changes, found.torn, found.faults) == (count, 0, [])


@given(seed=st.integers(0, 2**32), share=st.floats(0, 1))
def test_a_journal_cut_anywhere_gives_the_map_after_its_last_whole_line(seed: int, share: float) -> None:
    lines, maps = edited(small_map(), seed, 12)
    whole = b"".join(lines)
    begun = len(lines[0]) + len(lines[1])
    cut = begun + int(share * (len(whole) - begun))
    ends = [sum(map(len, lines[: count + 1])) for count in range(len(lines))]
    complete = sum(end <= cut for end in ends)
    found = replayed(whole[:cut])
    assert cjm.encode(found.document) == maps[complete - 1]
    assert found.torn == (cut not in ends)


@given(seed=st.integers(0, 2**32), place=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_a_bit_that_tips_over_costs_one_line_at_most(seed: int, place: int, bit: int) -> None:
    lines, _ = edited(small_map(), seed, 12)
    whole = bytearray(b"".join(lines))
    begun = len(lines[0]) + len(lines[1])
    at = begun + place % (len(whole) - begun)
    whole[at] ^= 1 << bit
    found = replayed(bytes(whole))
    # A line end that is lost takes two lines along, one that is made cuts one in two.
    assert found.changes + found.torn >= 11
    assert found.changes >= 10


@given(seed=st.integers(0, 2**32), lost=st.integers(0, 11))
def test_what_comes_after_a_torn_line_is_taken_and_the_map_keeps_the_rules(seed: int, lost: int) -> None:
    lines, _ = edited(small_map(), seed, 12)
    lines[2 + lost] = lines[2 + lost][:-3] + b"\n"
    found = replayed(b"".join(lines))
    assert found.torn >= 1
    assert found.changes == 11
    assert cjm.decode(cjm.encode(found.document)).records == found.document.records


def test_every_letter_is_a_line_and_every_line_gives_its_letter() -> None:
    document = small_map()
    card = next(iter(document.table(Card)))
    typed = "Menunggu…"
    lines = journal(document)
    for end in range(1, len(typed) + 1):
        change = card_content.edit_cards(document, (card,), text=typed[:end])
        lines += journal(document, change)[2:]
        assert replayed(b"".join(lines)).document.table(Card)[card].text == typed[:end]


def test_a_half_character_costs_no_line() -> None:
    document = small_map()
    card = next(iter(document.table(Card)))
    before = document.table(Card)[card]
    broken = Card(id=card, order=before.order, lane=before.lane, step=before.step, text="a\ud800b")
    lines = journal(document, Change(updated={card: (before, broken)}))
    assert replayed(b"".join(lines)).document.table(Card)[card].text == "a�b"


def test_what_a_field_could_not_take_is_told_until_it_is_gone() -> None:
    document = small_map()
    lines = journal(document)
    for text in ("2", "20", "202"):
        lines.append(framed(encoded(Entry(typed=("c1", "due", text)))))
    assert replayed(b"".join(lines)).typed == [Typed("c1", "due", "202")]
    lines.append(framed(encoded(Entry(typed=("c1", "due", "")))))
    assert replayed(b"".join(lines)).typed == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n\n",
        b"no journal at all",
        framed(encoded(Head())),
        framed(encoded(Head(journal=2))) + framed(encoded(Base("{}"))),
        framed(encoded(Head()))[:-1] + b" " + framed(encoded(Base("{}"))),
        framed(b"[" * 100_000) + framed(encoded(Base("{}"))),
    ],
)
def test_a_journal_without_a_whole_beginning_gives_no_map(data: bytes) -> None:
    assert replay(data, NOWHERE) is None


def test_lines_that_fit_nothing_do_no_harm() -> None:
    document = small_map()
    meant = cjm.encode(document)
    odd: list[bytes] = [
        b"[]",
        b"null",
        b'{"gone":["nobody"]}',
        b'{"gone":["%s"]}' % document.map.id.encode(),
        b'{"put":{"card":[{"id":1}],"robot":[{"id":"r"}]}}',
        b'{"put":{"map":[{"id":"another"}]}}',
        b'{"set":{"nobody":{"text":"x"}}}',
        b'{"set":{"%s":{"wings":2}}}' % next(iter(document.table(Card))).encode(),
        b"{" * 5000,
    ]
    found = replayed(b"".join((*journal(document), *map(framed, odd))))
    assert found.torn == len(odd)
    assert cjm.encode(found.document) == meant


def test_the_map_stays_one_map_whatever_is_put() -> None:
    document = small_map()
    key = document.map.id
    turned = framed(b'{"put":{"card":[{"id":"%s","order":"a0"}]}}' % key.encode())
    assert replayed(b"".join(journal(document)) + turned).document.table(Map)[key] == document.map


@given(st.binary(max_size=60))
def test_any_bytes_of_a_path_come_back(name: bytes) -> None:
    import os

    written = Path(os.fsdecode(b"/" + name.replace(b"\0", b"").replace(b"/", b"") + b"x"))
    assert read_path(written_path(written)) == written
    assert read_path(written_path(None)) is None
