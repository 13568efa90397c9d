"""A damaged file opened as a copy: every complete record is there, every repair is named, no word is lost."""

import json
import re
from typing import Any

import pytest

from model import rules
from model.document import Document
from model.order import is_key
from model.records import Asset, Card, Emotion, Kpi, Lane, Link, Map, Persona, Role, Stage, Step
from model.storage.cjm import encode
from model.storage.form import MAX_BYTES
from model.storage.recovery import Recovered, recover
from tests.making.damage import Tree, every_kind

DATA = encode(every_kind())


def recovered(tree: Tree) -> Recovered:
    """The recovered map, which keeps the rules."""
    found = recover(json.dumps(tree).encode())
    records = found.document.records
    assert list(rules.faults(records, records.values())) == []
    return found


def minimal(**members: Any) -> Tree:
    """A file with one stage, one step and two lanes, and with these members."""
    return {
        "format": "customer-journey-map", "version": 1, "minVersion": 1, "map": {"id": "m_1"},
        "stages": [{"id": "s_1", "order": "a0"}], "steps": [{"id": "t_1", "stage": "s_1", "order": "a0"}],
        "lanes": [{"id": "l_1", "order": "a0", "role": "emotion"}, {"id": "l_2", "order": "a1"}],
    } | members  # fmt: skip


def codes(found: Recovered) -> list[str]:
    return [fault.code for fault in found.faults]


# Cut and broken files


@pytest.mark.parametrize("end", range(0, len(DATA), 50))
def test_of_a_cut_file_every_complete_card_is_there(end: int) -> None:
    cut = DATA[:end]
    found = recover(cut)
    assert found.faults
    ids = {line.split(b'"')[3].decode() for line in cut.splitlines()[:-1] if line.startswith(b'{"id": "c_')}
    cards = found.document.table(Card)
    for key in ids:
        # Only its place may have gone, where the file ends before a picture.
        assert cards[key].text == every_kind().table(Card)[key].text
        assert cards[key].step == every_kind().table(Card)[key].step


def test_of_a_file_cut_in_the_middle_of_a_card_its_words_so_far_are_there() -> None:
    tree = minimal(cards=[{"id": "c_1", "order": "a0", "text": "Menunggu lama di loket"}])
    data = json.dumps(tree, indent=0)
    found = recover(data[: data.index(" di loket")].encode())
    assert [card.text for card in found.document.parked] == ["Menunggu lama"]
    assert "broken" in codes(found)


def test_half_the_data_of_the_map_is_still_a_map() -> None:
    data = json.dumps(minimal(map={"id": "m_1", "title": "Kopi", "scenario": "Hari kerja", "state": "current"}))
    found = recover(data[: data.index(" kerja")].encode())
    assert (found.document.map.title, found.document.map.scenario) == ("Kopi", "Hari")


@pytest.mark.parametrize("end", range(0, 2000, 7))
def test_a_file_of_one_line_is_recovered_as_far_as_it_goes(end: int) -> None:
    whole = json.dumps(json.loads(DATA), separators=(",", ":"), ensure_ascii=False)
    start = whole.index('"cards":')
    cut = whole[: start + end]
    complete = re.findall(r'\{"id":"(c_\w+)"[^{}]*\}', cut[start:])
    assert set(complete) <= set(recover(cut.encode()).document.table(Card))


def test_one_broken_line_costs_no_other_record() -> None:
    lines = DATA.split(b"\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(b'{"id": "c_'))
    broken = b"\n".join([*lines[:at], lines[at].replace(b'"order"', b'order"'), *lines[at + 1 :]])
    found = recover(broken)
    lost = every_kind().records.keys() - found.document.records.keys()
    assert lost <= set(every_kind().referring(lines[at].split(b'"')[3].decode()))
    assert [fault.line for fault in found.faults][:2] == [at + 1, at + 1]


def test_a_bad_escape_costs_neither_its_text_nor_what_follows_it() -> None:
    data = json.dumps(minimal(cards=[{"id": "c_1", "order": "a0", "text": "di #x loket", "note": "lama"}]))
    card = recover(data.replace("#x", r"\x").encode()).document.parked[0]
    assert (card.text, card.note) == (r"di \x loket", "lama")


def test_a_bad_escape_deep_inside_costs_nothing_around_it() -> None:
    evidence = [{"kind": "quote", "text": "di #x loket", "source": "Dewi"}, {"kind": "figure", "text": "40 menit"}]
    card = {"id": "c_1", "order": "a0", "evidence": evidence, "owner": "Rani"}
    found = recover(json.dumps(minimal(cards=[card, {**card, "id": "c_2"}])).replace("#x", r"\x").encode())
    cards = found.document.table(Card)
    assert [each.text for each in cards["c_1"].evidence] == [r"di \x loket", "40 menit"]
    assert [each.owner for each in cards.values()] == ["Rani", "Rani"]
    assert [fault.place for fault in found.faults if fault.code == "broken"] == ["/cards/0", "/cards/1"]


def test_two_files_in_one_as_after_a_bad_merge_give_the_records_of_both() -> None:
    lines = DATA.split(b"\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(b'{"id": "c_'))
    mine, theirs = lines[at], lines[at].replace(b'"c_', b'"c_0')
    merged = [*lines[:at], b"<<<<<<< ours", mine, b"=======", theirs, b">>>>>>> theirs", *lines[at + 1 :]]
    found = recover(b"\n".join(merged))
    assert found.document.records.keys() > every_kind().records.keys()
    assert [fault.details["text"] for fault in found.faults if fault.code == "skipped"] == [
        "<<<<<<< ours",
        "=======",
        ">>>>>>> theirs",
    ]


def test_a_file_of_zeros_as_after_a_power_cut_keeps_what_was_written() -> None:
    found = recover(DATA[:3000] + b"\0" * 5000)
    assert found.document.map.title == every_kind().map.title


def test_text_in_another_encoding_is_read_and_the_bytes_that_are_none_are_counted() -> None:
    found = recover(DATA.replace(b'"generator": "Jejak"', b'"x": "caf\xe9 \xff"'))
    assert found.document.records == every_kind().records
    assert [(fault.code, fault.line, fault.details["count"]) for fault in found.faults] == [("not_utf8", 3, 2)]
    assert codes(recover(DATA.decode().encode("utf-16"))) == ["is_utf16"]


@pytest.mark.parametrize("data", [b"", b"\0", b"\x89PNG\r\n\x1a\n", b"<html></html>", b"[]", b"null", b'"kata"', b"{"])
def test_what_is_no_map_at_all_gives_an_empty_one_and_says_so(data: bytes) -> None:
    found = recover(data)
    assert list(found.document.records.values()) == [found.document.map]
    assert "no_format" in codes(found)


def test_a_file_over_the_limit_is_read_up_to_it() -> None:
    found = recover(DATA.rstrip() + b" " * MAX_BYTES)
    assert found.document.records == every_kind().records
    assert codes(found) == ["too_large"]


# Records


def test_references_that_may_be_let_go_are_let_go() -> None:
    found = recovered(
        minimal(
            cards=[{"id": "c_1", "order": "a0", "picture": "sha256:none"}],
            emotions=[{"id": "e_1", "order": "a0", "lane": "l_1", "step": "t_1", "persona": "p_9"}],
            kpis=[{"id": "q_1", "order": "a0", "stage": "s_9", "cards": ["c_1", "c_9"]}],
            personas=[{"id": "p_1", "order": "a0", "picture": "sha256:none"}],
        )
    )
    document = found.document
    assert document.table(Card)["c_1"].picture is None
    assert document.table(Emotion)["e_1"].persona is None
    assert (document.table(Kpi)["q_1"].stage, document.table(Kpi)["q_1"].cards) == (None, ("c_1",))
    assert document.table(Persona)["p_1"].picture is None
    assert codes(found) == ["let_go"] * 5


@pytest.mark.parametrize(
    ("lane", "step", "kept"),
    [("l_9", "t_1", (None, "t_1")), ("l_2", "t_9", ("l_2", None)), ("l_1", "t_1", (None, "t_1"))],
    ids=["no such lane", "no such step", "an emotion lane"],
)
def test_a_card_without_its_place_goes_to_the_parking_lot(lane: str, step: str, kept: tuple[str, str]) -> None:
    found = recovered(minimal(cards=[{"id": "c_1", "order": "a0", "lane": lane, "step": step, "text": "kata"}]))
    card = found.document.parked[0]
    assert (card.id, card.text, (card.lane, card.step)) == ("c_1", "kata", kept)
    assert codes(found) == ["parked"]


def test_steps_without_a_stage_get_one_together_behind_the_others() -> None:
    steps = [
        {"id": f"t_{at}", "order": f"a{at}", "stage": stage} for at, stage in enumerate(("s_9", "s_1", "s_9", "l_2"))
    ]
    document = recovered(minimal(steps=steps)).document
    assert [stage.id for stage in document.stages][:2] == ["s_1", "s_9"]
    assert [document.table(Step)[f"t_{at}"].stage for at in range(3)] == ["s_9", "s_1", "s_9"]
    # A stage cannot have the id of a lane.
    assert document.table(Step)["t_3"].stage not in ("s_1", "s_9", "l_2")


def test_the_words_of_emotions_and_links_that_lost_their_place_are_parked() -> None:
    found = recovered(
        minimal(
            cards=[{"id": "c_1", "order": "a0", "lane": "l_2", "step": "t_1"}],
            emotions=[
                {"id": "e_1", "order": "a0", "lane": "l_1", "step": "t_9", "quote": "Aduh", "note": "tiga orang"},
                {"id": "e_2", "order": "a0", "lane": "l_2", "step": "t_1", "note": "hanya catatan", "order#": 1},
                {"id": "e_3", "order": "a0", "lane": "l_9", "step": "t_1", "value": -2},
            ],
            links=[
                {"id": "k_1", "source": "c_1", "target": "c_9", "label": "lalu"},
                {"id": "k_2", "source": "c_1", "target": "c_1", "label": "lagi"},
                {"id": "k_3", "source": "c_1", "target": "c_9"},
            ],
        )
    )
    parked = found.document.parked
    assert [(card.text, card.note) for card in parked] == [
        ("Aduh", "tiga orang"),
        ("hanya catatan", ""),
        ("lalu", ""),
        ("lagi", ""),
    ]
    assert parked[1].extra == {"order#": 1}
    assert sorted(codes(found)) == [
        "emotion_dropped", "emotion_parked", "emotion_parked", "link_dropped", "link_parked", "link_parked",
    ]  # fmt: skip


def test_a_lane_of_emotions_that_lost_its_role_gets_it_back() -> None:
    emotion = {"id": "e_1", "order": "a0", "lane": "l_2", "step": "t_1", "value": -2}
    found = recovered(minimal(emotions=[emotion]))
    assert found.document.table(Lane)["l_2"].role is Role.EMOTION
    assert found.document.table(Emotion)["e_1"].value == -2
    assert codes(found) == ["lane_role"]


def test_of_two_records_with_one_id_both_stay_and_references_mean_the_first() -> None:
    cards = [{"id": "c_1", "order": "a0", "text": "satu"}, {"id": "c_1", "order": "a0", "text": "dua"}]
    links = [{"id": "k_1", "source": "c_1", "target": "c_2"}]
    found = recovered(minimal(cards=[*cards, {"id": "c_2", "order": "a0"}], links=links))
    assert {card.text for card in found.document.parked} == {"satu", "dua", ""}
    assert found.document.table(Card)["c_1"].text == "satu"
    assert found.document.table(Link)["k_1"].source == "c_1"
    assert codes(found) == ["double_id"]


def test_records_of_several_kinds_numbered_alike_still_find_each_other() -> None:
    tree = minimal(
        map={"id": "1"}, stages=[{"id": "1", "order": "a0"}, {"id": "2", "order": "a1"}],
        steps=[{"id": "1", "stage": "2", "order": "a0"}], lanes=[{"id": "1", "order": "a0"}],
        cards=[{"id": "1", "order": "a0", "lane": "1", "step": "1", "text": "kata"}],
    )  # fmt: skip
    document = recovered(tree).document
    assert [card.text for card in document.cards_in(document.lanes[0].id, document.steps[0].id)] == ["kata"]
    assert document.steps[0].stage == document.stages[1].id


@pytest.mark.parametrize(
    "keys", [["1", "2", "3"], ["a0", "?", "a1"], ["é", "a0", "zz"], ["", "", ""], ["a0", "a00", "a1"]]
)
def test_bad_order_keys_are_replaced_and_the_order_stays(keys: list[str]) -> None:
    stages = [{"id": f"s_{at}", "order": key, "title": key} for at, key in enumerate(keys)]
    document = recovered(minimal(stages=stages, steps=[], lanes=[])).document
    assert all(is_key(stage.order) for stage in document.stages)
    assert [stage.title for stage in document.stages] == sorted(keys)


def test_records_without_any_order_stay_in_the_order_of_the_file() -> None:
    stages = [{"id": f"s_{at}", "title": str(at)} for at in (4, 2, 9, 1)]
    document = recovered(minimal(stages=stages, steps=[])).document
    assert [stage.title for stage in document.stages] == ["4", "2", "9", "1"]


def test_equal_order_keys_are_no_fault_and_a_bad_one_between_them_finds_room() -> None:
    stages = [{"id": f"s_{at}", "order": "a0"} for at in range(3)]
    assert recovered(minimal(stages=stages, steps=[])).faults == []
    stages[1]["order"] = "a0 "
    document = recovered(minimal(stages=stages, steps=[])).document
    assert {stage.id for stage in document.stages} == {"s_0", "s_1", "s_2"}


def test_a_picture_called_by_a_wrong_name_gets_its_own_and_stays_on_its_card() -> None:
    assets = {"sha256:wrong": {"type": "image/png", "data": "aGFsbw=="}}
    cards = [{"id": "c_1", "order": "a0", "picture": "sha256:wrong"}]
    found = recovered(minimal(cards=cards, assets=assets))
    asset = next(iter(found.document.table(Asset).values()))
    assert asset.data == b"halo"
    assert found.document.table(Card)["c_1"].picture == asset.id
    assert codes(found) == ["picture_damaged"]


def test_texts_and_lists_where_records_should_stand_are_not_lost() -> None:
    found = recovered(minimal(cards=["kata lepas", [{"id": "c_1", "order": "a0", "text": "bersarang"}], 5, None]))
    assert {card.text for card in found.document.parked} == {"kata lepas", "bersarang"}
    assert codes(found).count("not_a_record") == 4


def test_of_doubled_members_both_values_stay() -> None:
    data = json.dumps(minimal(cards=[{"id": "c_1", "order": "a0", "text": "lama", "TEXT": "baru"}])).replace(
        "TEXT", "text"
    )
    card = recover(data.encode()).document.table(Card)["c_1"]
    assert (card.text, card.extra) == ("baru", {"text#2": "lama"})


@pytest.mark.parametrize("odd", [r'"a\ud83d"', r'{"\udc00": ["\udc00"]}', '{"a": 1, "a": 2}', "[" * 200 + "]" * 200])
@pytest.mark.parametrize("pair", ['"x": %s, "x": 1', '"x": {"b": [%s], "b": 1}', '"x": 1, "x": {"b": %s, "b": 1}'])
def test_a_value_whose_name_stands_twice_is_mended_as_any_other(pair: str, odd: str) -> None:
    found = recover(encode(every_kind()).replace(b"{", b"{" + (pair % odd).encode() + b",", 1))
    again = recover(encode(found.document))
    assert (again.document.unknown, again.faults) == (found.document.unknown, [])


def test_names_that_only_half_characters_tell_apart_both_keep_their_values() -> None:
    found = recover(encode(every_kind()).replace(b"{", rb'{"x\ud83d": "kata", "x\udc00": "lain",', 1))
    assert found.document.unknown == {"x\ufffd": "kata", "x\ufffd#2": "lain"}


def test_a_list_that_stands_twice_gives_the_records_of_both() -> None:
    data = json.dumps(minimal(cards=[{"id": "c_1", "order": "a0"}], CARDS=[{"id": "c_2", "order": "a0"}]))
    assert set(recover(data.replace("CARDS", "cards").encode()).document.table(Card)) == {"c_1", "c_2"}


def test_values_nested_too_deep_are_kept_as_text() -> None:
    deep: Any = "kata"
    for _ in range(100):
        deep = [deep]
    found = recovered(minimal(cards=[{"id": "c_1", "order": "a0", "x": deep}]))
    assert "kata" in json.dumps(found.document.table(Card)["c_1"].extra)
    assert codes(found) == ["too_deep"]


def test_what_is_sound_stays_as_it_was_beside_what_is_not() -> None:
    tree: Tree = json.loads(DATA)
    tree["cards"].append({"id": "c_new", "order": "a0", "step": "t_none"})
    records = recovered(tree).document.records
    assert {key: record for key, record in records.items() if key != "c_new"} == every_kind().records


def test_a_recovered_map_is_one_the_program_can_work_with() -> None:
    document: Document = recover(DATA[: len(DATA) // 2]).document
    assert isinstance(document.map, Map)
    assert all(isinstance(stage, Stage) for stage in document.stages)
    assert [document.cards_in(lane.id, step.id) for lane in document.lanes for step in document.steps]
