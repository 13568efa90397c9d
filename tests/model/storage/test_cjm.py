"""The .cjm file: the same map gives the same bytes, and the bytes the same map."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given

from model.change import update
from model.document import Document
from model.ids import asset_id
from model.records import Asset, Card, Emotion, Kpi, Lane, Map, Mark, Record, Role, Stage, Step
from model.storage.cjm import decode, encode
from model.storage.faults import StorageError, Unreadable
from model.storage.form import MAX_BYTES, MAX_DEPTH
from model.storage.recovery import recover
from tests.making.damage import every_kind
from tests.making.maps import maps
from tests.making.small import picture

SMALL = (
    Map(id="m_1", title="Kopi"),
    Stage(id="s_1", order="a0", title="Pesan"),
    Step(id="t_1", stage="s_1", order="a0"),
    Lane(id="l_1", order="a0", role=Role.EMOTION),
    Lane(id="l_2", order="a1", role=Role.CUSTOMER_ACTIONS),
    Card(id="c_1", order="a0", lane="l_2", step="t_1", text='Bilang "kopi: satu"'),
    Emotion(id="e_1", order="a0", lane="l_1", step="t_1", value=0.0),
)


def small(*more: Record, **unknown: Any) -> Document:
    return Document([*SMALL, *more], unknown)


@given(maps())
def test_a_map_comes_back_as_it_was(document: Document) -> None:
    again = decode(encode(document))
    assert again.records == document.records
    assert again.unknown == document.unknown


@given(maps())
def test_the_same_map_gives_the_same_bytes_in_whatever_order_its_records_were_made(document: Document) -> None:
    backwards = Document(reversed(list(document.records.values())), document.unknown)
    assert encode(backwards) == encode(document) == encode(decode(encode(document)))


def test_equal_maps_give_equal_bytes_though_one_has_whole_numbers_and_values_like_the_defaults() -> None:
    plain, counted = (
        Step(id="t_2", stage="s_1", order="a1", minutes=5.0),
        Step(id="t_2", stage="s_1", order="a1", minutes=5),
    )
    assert encode(small(plain)) == encode(small(counted))
    emotions = [Emotion(id="e_2", order="a0", lane="l_1", step="t_1", value=value) for value in (0, float("0.0"), -0.0)]
    assert len({encode(small(emotion)) for emotion in emotions}) == 1


def test_a_change_and_its_inverse_give_the_bytes_of_before() -> None:
    document = small()
    before = encode(document)
    change = update(SMALL[5], text="Bilang", marks=(Mark.DECISION,))
    document.apply(change)
    assert encode(document) != before
    document.apply(change.inverse())
    assert encode(document) == before


def test_the_file_is_json_with_one_record_a_line_words_first_and_pictures_last() -> None:
    asset = Asset(id=asset_id(picture()), type="image/png", data=picture())
    lines = encode(small(asset, plugin={"b": 1, "a": 2})).decode().splitlines()
    assert lines[:4] == [
        "{",
        '"format": "customer-journey-map", "version": 1, "minVersion": 1,',
        '"generator": "Jejak",',
        '"map": {"id": "m_1", "title": "Kopi", "facts": {}},',
    ]
    assert '{"id": "c_1", "order": "a0", "lane": "l_2", "step": "t_1", "text": "Bilang \\"kopi: satu\\""}' in lines
    data = base64.b64encode(picture()).decode()
    assert lines[-5:] == [
        '"plugin": {"a": 2, "b": 1},',
        '"assets": {',
        f'"{asset.id}": {{"type": "image/png", "data": "{data}"}}',
        "}",
        "}",
    ]


def test_a_changed_text_is_a_difference_of_one_line() -> None:
    document = decode(encode(every_kind()))
    before = encode(document).split(b"\n")
    document.apply(update(next(iter(document.table(Card).values())), text="lain"))
    after = encode(document).split(b"\n")
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda data: json.dumps(json.loads(data)).encode(),
        lambda data: json.dumps(json.loads(data), indent=4, ensure_ascii=False).encode(),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"\n\n" + data + b"  \n",
        lambda data: json.dumps(dict(reversed(json.loads(data).items()))).encode(),
    ],
    ids=["one line", "indented", "Windows line ends", "byte order mark", "space around", "members backwards"],
)
def test_a_file_laid_out_by_another_hand_opens_and_is_saved_in_our_form(rewritten: Any) -> None:
    data = encode(every_kind())
    assert rewritten(data) != data
    assert encode(decode(rewritten(data))) == data


def _with(**members: Any) -> bytes:
    return json.dumps(json.loads(encode(small())) | members).encode()


def _without(name: str) -> bytes:
    return json.dumps({key: value for key, value in json.loads(encode(small())).items() if key != name}).encode()


REFUSED = {
    "not_json": b'{"format": "customer-journey-map", ',
    "not_ours": _with(format="joystick"),
    "no_format": b'{"axes": [1, 2]}',
    "bad_version": _with(version="1"),
    "no_map": _without("map"),
    "not_a_list": _with(cards={"a": 1}),
    "not_a_record": _with(cards=[7]),
    "missing_member": _with(cards=[{"order": "a0"}]),
    "doubled_member": encode(small()).replace(b'"title": "Kopi"', b'"title": "Teh", "title": "Kopi"'),
    "not_a_number": encode(small(Kpi(id="q_1", order="a0", target=4.0))).replace(b"4.0", b"NaN"),
    "half_character": encode(small()).replace(b"Kopi", rb"Kopi \ud83d"),
    "not_utf8": encode(small()).replace(b"Kopi", b"Kop\xe9"),
    "too_deep": _with(plugin=json.loads("[" * MAX_DEPTH + "]" * MAX_DEPTH)),
    "double_id": _with(personas=[{"id": "c_1", "order": "a0"}]),
    "bad_order": _with(personas=[{"id": "p_1", "order": "?"}]),
    "stage_made": _with(stages=[]),
    "let_go": _with(kpis=[{"id": "q_1", "order": "a0", "stage": "s_9"}]),
    "parked": _with(cards=[{"id": "c_1", "order": "a0", "lane": "l_9", "step": "t_1"}]),
    "emotion_parked": _with(emotions=[{"id": "e_1", "order": "a0", "lane": "l_2", "step": "t_1", "quote": "Uh"}]),
    "link_parked": _with(links=[{"id": "k_1", "source": "c_1", "target": "c_1", "label": "lagi"}]),
    "picture_damaged": _with(assets={"sha256:0": {"type": "image/png", "data": "AAAA"}}),
    "picture_lost": _with(assets={"sha256:0": {"type": "image/png"}}),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_would_have_to_be_repaired_is_refused_and_named(code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(REFUSED[code])
    assert code in {fault.code for fault in refused.value.faults}


def test_a_fault_is_named_with_its_place_and_its_line() -> None:
    data = encode(small()).replace(b'"order": "a0", "lane": "l_2"', b'"order": 5, "lane": "l_2"')
    with pytest.raises(Unreadable) as refused:
        decode(data)
    fault = refused.value.faults[0]
    line = data.decode().splitlines()[fault.line - 1] if fault.line else ""
    assert (fault.code, fault.place) == ("missing_member", "/cards/0/order")
    assert line.startswith('{"id": "c_1"')


def test_every_bad_record_is_named_and_not_the_first_alone() -> None:
    cards = [{"id": f"c_{at}", "order": None if at % 2 else "a0"} for at in range(10)]
    with pytest.raises(Unreadable) as refused:
        decode(_with(cards=cards))
    places = [fault.place for fault in refused.value.faults if fault.code == "missing_member"]
    assert places == [f"/cards/{at}/order" for at in range(1, 10, 2)]


def test_a_file_over_the_limit_is_refused_by_its_size() -> None:
    with pytest.raises(Unreadable) as refused:
        decode(encode(small()) + b" " * MAX_BYTES)
    assert refused.value.faults[0].code == "too_large"


def test_a_file_nested_without_end_is_refused_and_crashes_nothing() -> None:
    for data in (b"[" * 1_000_000, b'{"a":' * 300_000, encode(small())[:-3] + b', "x": ' + b"[" * 100_000):
        with pytest.raises(Unreadable):
            decode(data)


def test_half_a_character_in_a_text_is_saved_as_a_replacement_character() -> None:
    card = Card(id="c_2", order="a1", text="Duh \ud83d", extra={"x\udc00": "\ud83d\ude42"})
    saved = decode(encode(small(card))).records["c_2"]
    assert isinstance(saved, Card)
    assert saved.text == "Duh �"
    assert saved.extra == {"x�": "🙂"}


def test_other_odd_characters_come_back_as_they_were() -> None:
    text = "nol \x00 baris\r\n\u2028 \u2029 \ufeff \x7f \u202e"
    document = small(Card(id="c_2", order="a1", text=text))
    assert decode(encode(document)).records == document.records


@pytest.mark.parametrize(
    "record",
    [
        Card(id="c_2", order="a1", impact=11.0),
        Kpi(id="q_1", order="a0", target=float("nan")),
        Kpi(id="q_1", order="a0", target=float("inf")),
        Card(id="c_2", order="a1", span=0),
    ],
)
def test_a_record_no_file_can_hold_is_named_before_anything_is_written(record: Record) -> None:
    with pytest.raises(StorageError) as refused:
        encode(small(record))
    assert (refused.value.code, refused.value.details) == ("not_writable", {"record": record.id})


def test_a_sound_file_has_no_faults() -> None:
    assert recover(encode(every_kind())).faults == []
