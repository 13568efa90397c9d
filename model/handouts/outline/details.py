"""What a card says beside its text: who, where, when, how much, on what grounds, leading where."""

from collections.abc import Iterator

from model.handouts.outline.telling import Telling
from model.handouts.prose import Said
from model.records import Card, Emotion, Evidence, EvidenceKind, Id, Link, Persona


def details(card: Card, tell: Telling) -> Iterator[Said]:
    """All that is known of a card, a paragraph for each side of it."""
    if card.marks:
        yield Said(_begun(", ".join(map(tell.mark, card.marks))), "strong", record=card.id)
    for texts in (_contact(card, tell), _follow_up(card, tell), _weight(card, tell)):
        if joined := " · ".join(texts):
            yield Said(joined, "quiet", record=card.id)
    for each in card.evidence:
        yield Said(supporting(each, tell), "plain", record=card.id)
    if card.note.strip():
        yield Said(tell.say("note", text=card.note), "plain", record=card.id)
    for text in leads(card, tell):
        yield Said(text, "quiet", record=card.id)
    if card.url.strip():
        yield Said(card.url, "quiet", card.url, card.id)


def _contact(card: Card, tell: Telling) -> Iterator[str]:
    say = tell.say
    if card.span > 1 and (under := tell.document.under(card)):
        yield say("until", step=tell.step(under[-1]))
    kind = say(f"digital.{card.digital}".lower()) if card.digital is not None else ""
    if card.channel.strip():
        yield say("channel.of", name=card.channel, kind=kind) if kind else say("channel", name=card.channel)
    elif kind:
        yield say("channel", name=kind)
    if card.self_service:
        yield say("self_service")


def _follow_up(card: Card, tell: Telling) -> Iterator[str]:
    if owner := owner_of(card, tell):
        yield tell.say("owner", name=owner)
    if card.due.strip():
        yield tell.say("due", date=tell.say.date(card.due))
    if card.author.strip():
        yield tell.say("author", name=card.author)


def owner_of(card: Card, tell: Telling) -> str:
    """Who sees to it: such as "Bayu (Pharmacy)", or one of the two."""
    if card.owner.strip() and card.department.strip():
        return tell.say("owner.of", name=card.owner, department=card.department)
    return card.owner.strip() or card.department.strip()


def _weight(card: Card, tell: Telling) -> Iterator[str]:
    say, map_ = tell.say, tell.document.map
    if card.minutes is not None:
        yield say("time", minutes=tell.minutes(card.minutes))
    for value, axis, key in (
        (card.impact, map_.impact_axis, "impact"),
        (card.feasibility, map_.feasibility_axis, "feasibility"),
    ):
        if value is not None:
            yield say("score", axis=axis if axis.strip() else say(key), value=say.number(value))
    if card.votes:
        yield say("votes", count=card.votes)


def supporting(evidence: Evidence, tell: Telling) -> str:
    """A piece of evidence in a line: its kind, what it says, where it is from."""
    say = tell.say
    quote = evidence.kind is EvidenceKind.QUOTE and evidence.text.strip()
    text = say("quoted", text=evidence.text) if quote else evidence.text
    sourced = say("evidence.from", text=text, source=evidence.source) if evidence.source.strip() else text
    return say("evidence", kind=say(f"evidence.{evidence.kind}"), text=sourced)


def leads(card: Card, tell: Telling) -> Iterator[str]:
    """Where the links that begin at a card lead, and with whom there is an exchange."""
    for link in tell.document.links_of(card.id):
        if link.source == card.id or link.both:
            yield _lead(link, link.target if link.source == card.id else link.source, tell)


def _lead(link: Link, other: Id, tell: Telling) -> str:
    card = tell.document.table(Card)[other]
    kind = "both" if link.both else "back" if link.loop else "to"
    text = tell.say(f"leads.{kind}", card=tell.card(card), place=tell.where(card))
    return tell.say("labelled", text=text, label=link.label) if link.label.strip() else text


def emotion_details(emotion: Emotion, tell: Telling) -> Iterator[Said]:
    """Whose feeling it is, in which words, and what was noted."""
    persona = tell.document.get(Persona, emotion.persona)
    if persona is not None:
        yield Said(tell.say("persona.of", name=tell.persona(persona)), "quiet", record=emotion.id)
    if emotion.quote.strip():
        yield Said(tell.say("quoted", text=emotion.quote), "quote", record=emotion.id)
    if emotion.note.strip():
        yield Said(tell.say("note", text=emotion.note), "plain", record=emotion.id)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
