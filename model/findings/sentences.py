"""Findings in words: the sentences of resources/i18n/findings, with what the records are called in their blanks."""

from typing import Any

from model.document import Document
from model.findings.finding import Finding
from model.findings.names import LONGEST, card_name, lane_name, quoted, stage_name, step_name
from model.operations.cells import in_reading_order
from model.records import Card, Emotion, Lane, Link, Record, Stage, Step
from resources.words import Words


def sentence(finding: Finding, document: Document, words: Words) -> str:
    """A finding in the language of `words`, which are those of the room `findings`."""
    return _begun(words(finding.code, **_blanks(finding, document, words)))


def fix_sentence(finding: Finding, document: Document, words: Words) -> str:
    """What the button of its quick fix says; nothing for a finding without one."""
    if finding.fix is None:
        return ""
    return _begun(words(f"fix.{finding.fix}", **_blanks(finding, document, words)))


def _blanks(finding: Finding, document: Document, words: Words) -> dict[str, Any]:
    """What fills the blanks: what the records are called, and the details as they are written in the language."""
    return {**_called(finding, document, words), **_details(finding, words)}


def _called(finding: Finding, document: Document, words: Words) -> dict[str, str]:
    """What the records are called. Of several cards the first one on the map speaks, of several steps both ends."""
    records = [document.records[key] for key in finding.records]
    called: dict[str, str] = {}
    for record in records:
        called.update(_own(record, document, words))
    if cards := in_reading_order(document, [record for record in records if isinstance(record, Card)]):
        called |= _own(cards[0], document, words)
    if steps := [record for record in records if isinstance(record, Step)]:
        called |= {"first": step_name(steps[0], document, words), "last": step_name(steps[-1], document, words)}
    return called


def _own(record: Record, document: Document, words: Words) -> dict[str, str]:
    """The blanks that a record fills by itself."""
    match record:
        case Card() | Emotion():
            step = document.get(Step, record.step)
            place = {"step": step_name(step, document, words)} if step is not None else {}
            return {**place, "card": card_name(record, words)} if isinstance(record, Card) else place
        case Link(source=source, target=target):
            cards = document.table(Card)
            return {"source": card_name(cards[source], words), "target": card_name(cards[target], words)}
        case Stage():
            return {"stage": stage_name(record, document, words)}
        case Lane():
            return {"lane": lane_name(record, document, words)}
    return {}


def _details(finding: Finding, words: Words) -> dict[str, Any]:
    details = dict(finding.details)
    for name in ("sum", "total"):
        if name in details:
            details[name] = words.number(details[name])
    if "usual" in details:
        details["usual"] = _spelled(details["usual"], words)
        details["others"] = ", ".join(_spelled(each, words) for each in details["others"])
    return details


def _spelled(name: str, words: Words) -> str:
    """A name with its own spaces: they may be all the difference."""
    return words("name.quoted", text=name) if len(name) <= LONGEST and name.isprintable() else quoted(name, words)


def _begun(text: str) -> str:
    """A sentence with a capital, also where it begins with a name."""
    return text[:1].upper() + text[1:]
