from hypothesis import given

from model.document import Document
from model.findings.finding import Code, Severity
from model.findings.search import Findings, find
from model.operations.maps import heed_finding, ignore_finding
from model.records import Map, Mark, Role
from tests.making.maps import maps
from tests.making.small_blueprints import BANDS, card, frame

ACTIONS, FRONT, *_ = BANDS
ORDER = list(Severity)


def unmet() -> Document:
    """Two unmet actions and, further left, a front stage card that nothing leads to."""
    moment = card("c", ACTIONS, "t3", marks=(Mark.MOMENT_OF_TRUTH,))
    return frame(card("f", FRONT, "t1"), card("b", ACTIONS, "t2"), moment, roles=BANDS)


def test_the_gravest_findings_come_first_then_those_one_reads_first() -> None:
    found = [(each.code, each.records) for each in find(unmet())]
    assert found == [
        (Code.ACTION_WITHOUT_FRONT_STAGE, ("c",)),
        (Code.STAGE_CARD_WITHOUT_LINK, ("f",)),
        (Code.ACTION_WITHOUT_FRONT_STAGE, ("b",)),
    ]


def test_what_the_map_lacks_as_a_whole_comes_before_what_its_cards_lack() -> None:
    document = frame(card("f", FRONT, "t1"), roles=BANDS, scenario="")
    assert [each.code for each in find(document)] == [Code.NO_SCENARIO, Code.STAGE_CARD_WITHOUT_LINK]


def test_a_finding_set_aside_is_left_out_and_marked_for_who_asks() -> None:
    document = unmet()
    critical, *others = find(document)
    document.apply(ignore_finding(document, critical.code, critical.records, "Sudah dibahas"))
    assert find(document) == tuple(others)
    assert [each.ignored for each in find(document, ignored=True)] == [True, False, False]


def test_a_finding_set_aside_is_about_its_records_only() -> None:
    document = unmet()
    document.apply(ignore_finding(document, Code.ACTION_WITHOUT_FRONT_STAGE, ["b"]))
    assert [each.records for each in find(document)] == [("c",), ("f",)]


def test_a_finding_taken_up_again_is_found_again() -> None:
    document = unmet()
    findings, before = Findings(document), find(document)
    for edit in (ignore_finding(document, before[0].code, before[0].records),):
        document.apply(edit)
        assert findings.update(edit) == before[1:]
    back = heed_finding(document, before[0].code, before[0].records)
    document.apply(back)
    assert findings.update(back) == before


def test_a_finding_set_aside_that_does_not_exist_does_no_harm() -> None:
    document = Document([Map(id="m")])
    document.apply(ignore_finding(document, "from_a_later_version"))
    assert len(find(document, ignored=True)) == 3


@given(maps())
def test_findings_speak_of_records_that_are_there_and_are_told_once(document: Document) -> None:
    found = find(document)
    assert all(key in document.records for each in found for key in each.records)
    assert len({(each.code, each.records) for each in found}) == len(found)
    assert [ORDER.index(each.severity) for each in found] == sorted(ORDER.index(each.severity) for each in found)


@given(maps())
def test_looking_changes_nothing(document: Document) -> None:
    before = dict(document.records)
    find(document)
    assert dict(document.records) == before


@given(maps())
def test_a_parked_card_is_asked_about_its_names_only(document: Document) -> None:
    parked = {card.id for card in document.parked}
    names = {Code.OWNER_SPELLED_TWO_WAYS, Code.CHANNEL_SPELLED_TWO_WAYS}
    assert not any(parked.intersection(each.records) for each in find(document) if each.code not in names)


def test_roles_count_and_titles_do_not() -> None:
    document = frame(card("a", ACTIONS), card("x", Role.OTHER), roles=(ACTIONS, Role.OTHER))
    assert [each.code for each in find(document)] == []
