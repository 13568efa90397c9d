"""The pages of the findings: the gravest first, those set aside behind with their reasons."""

from collections.abc import Iterator, Sequence

from model.document import Document
from model.findings.finding import Finding, Severity
from model.findings.search import find
from model.handouts.brief import Brief
from model.handouts.findings.entries import Setter
from model.handouts.findings.miniature import miniature
from model.handouts.flow import logo, strips
from model.handouts.outline.telling import Telling
from model.handouts.prose import Block, Heading, Listing, Said
from model.handouts.running import frame, pages, running
from model.handouts.strips import Strip
from model.layout.shapes import Page
from resources.words import words

_MINIATURES = (17.0, 11.0)  # of the type: how wide, of some findings and of many
_MANY = 40


def findings(document: Document, brief: Brief) -> tuple[Page, ...]:
    """What the map could be asked about; one page that says so where that is nothing."""
    language = brief.language or document.map.language
    tell, inside = Telling(document, language, hidden=brief.look.hidden), frame(brief)
    found = find(document, ignored=True)
    wide = inside.type.body * _MINIATURES[len(found) > _MANY]
    setter = Setter(tell, words("findings", language), inside, miniature(tell, wide))
    blocks = [logo(brief.look, inside.wide, inside.type), *_blocks(found, setter, brief)]
    return pages(blocks, inside, running(document, brief, tell.say("findings")), brief.check)


def _blocks(found: Sequence[Finding], setter: Setter, brief: Brief) -> Iterator[tuple[Strip, ...]]:
    tell = setter.tell
    heeded = [each for each in found if not each.ignored]
    yield _set(Heading(1, tell.say("findings")), setter)
    yield _set(Said(_summary(heeded, tell), "quiet"), setter)
    for severity in Severity:
        some = [each for each in heeded if each.severity is severity]
        yield from _section(f"findings.{severity}", some, setter, brief)
    yield from _section("findings.ignored", [each for each in found if each.ignored], setter, brief)
    yield from _gone(found, setter)


def _summary(heeded: Sequence[Finding], tell: Telling) -> str:
    return tell.say("findings.count", count=len(heeded)) if heeded else tell.say("findings.none")


def _section(key: str, some: Sequence[Finding], setter: Setter, brief: Brief) -> Iterator[tuple[Strip, ...]]:
    """A heading and a list, which is one block: a list that is read as one."""
    if not some:
        return
    yield _set(Heading(2, setter.tell.say(key, count=len(some))), setter)
    made: list[Strip] = []
    for number, finding in enumerate(some):
        brief.check()
        made += setter.entry(finding, number, _reasons(finding, setter.tell))
    yield tuple(made)


def _reasons(finding: Finding, tell: Telling) -> tuple[str, ...]:
    """Why a finding was set aside, if somebody said so."""
    if not finding.ignored:
        return ()
    same = (each for each in tell.document.map.ignored if (each.code, each.records) == (finding.code, finding.records))
    return tuple(tell.say("reason", text=each.reason) for each in same if each.reason.strip())


def _gone(found: Sequence[Finding], setter: Setter) -> Iterator[tuple[Strip, ...]]:
    """Reasons for what is found no longer."""
    known = {(each.code, each.records) for each in found}
    aside = setter.tell.document.map.ignored
    reasons = tuple(
        Said(each.reason) for each in aside if (each.code, each.records) not in known and each.reason.strip()
    )
    if reasons:
        yield _set(Heading(2, setter.tell.say("findings.gone")), setter)
        yield _set(Listing(reasons), setter)


def _set(text: Block, setter: Setter) -> tuple[Strip, ...]:
    return strips(text, setter.inside.wide, setter.inside.type)
