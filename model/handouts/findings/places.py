"""Where a finding is, in words: stage, step, lane and card from the largest to the smallest."""

from collections.abc import Iterator

from model.findings.finding import Finding
from model.findings.names import shortened
from model.handouts.outline.telling import Telling
from model.operations.cells import in_reading_order
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Persona, Record, Stage, Step

_MOST = 3  # places that are named
_LONGEST = 48  # letters of each name
_STEP_IN = " › "


def places(finding: Finding, tell: Telling) -> tuple[str, ...]:
    """A line for each of the first few records; of a finding about nothing in particular, the whole map."""
    every = [tell.document.records[key] for key in finding.records if key in tell.document.records]
    cards = in_reading_order(tell.document, [each for each in every if isinstance(each, Card)])
    records = [*cards, *(each for each in every if not isinstance(each, Card))]
    said = tuple(dict.fromkeys(place for each in records[:_MOST] for place in _paths(each, tell) if place))
    if not said:
        return (tell.say("whole_map.place"),)
    more = len(records) - _MOST
    return (*said, tell.say("more_places", count=more)) if more > 0 else said


def _paths(record: Record, tell: Telling) -> Iterator[str]:
    """Of a link the places of both its ends."""
    if isinstance(record, Link):
        ends = (tell.document.get(Card, key) for key in (record.source, record.target))
        yield from (path(end, tell) for end in ends if end is not None)
    elif not isinstance(record, Persona):
        yield path(record, tell)


def path(record: Record, tell: Telling) -> str:
    """Such as "2. Registration › Step 4 › Front stage › “Checks the card”"."""
    return _STEP_IN.join(shortened(name, _LONGEST) for name in _names(record, tell) if name)


def _names(record: Record, tell: Telling) -> Iterator[str]:
    match record:
        case Stage():
            yield tell.stage(record)
        case Step():
            yield from _column(record.id, tell)
        case Lane():
            yield tell.lane(record)
        case Emotion(step=step, lane=lane):
            yield from _column(step, tell)
            yield _lane(lane, tell)
        case Card(step=step, lane=lane):
            yield from _column(step, tell) if step is not None and lane is not None else (tell.paper("parked"),)
            yield _lane(lane, tell)
            yield tell.say("quoted", text=shortened(record.text, _LONGEST)) if record.text.strip() else ""
        case Kpi():
            yield record.title


def _column(key: Id, tell: Telling) -> Iterator[str]:
    step = tell.document.table(Step)[key]
    yield tell.stage(tell.document.table(Stage)[step.stage])
    yield tell.step(step)


def _lane(key: Id | None, tell: Telling) -> str:
    lane = tell.document.get(Lane, key)
    return tell.lane(lane) if lane is not None else ""
