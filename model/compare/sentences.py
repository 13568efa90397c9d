"""What differs between two maps, in the words of a language."""

from operator import attrgetter

from model.compare.comparing import compare, unknown_differs
from model.compare.difference import Difference, Section, Sort
from model.compare.names import Names
from model.compare.values import texts, value
from model.document import Document
from model.records import Card, Emotion, Link, Map, Record
from resources.words import words

_ASIDE = frozenset({"extra", "facts.extra"})
"""Members of which only is said that they differ: nobody has words for what they hold."""
_TOLD_APART = (Map, Link, Emotion)
"""Records that are not called by their words."""
_NO_PROSE = frozenset({"role", "due", "facts.date", "picture", "persona"})
"""Members that are text in the file and something else to a reader."""


class Sentences:
    """Puts the differences between two maps into words, one at a time: a list may be long and is seldom read whole."""

    def __init__(self, before: Document, after: Document, language: str) -> None:
        self._language = language
        self._say = words("differences", language)
        self._before, self._after = Names(before, language), Names(after, language)

    def sentence(self, difference: Difference) -> str:
        """What became of one record."""
        match difference:
            case Difference(Sort.ADDED, _, after) if after is not None:
                return self._said("added", after, self._after)
            case Difference(Sort.REMOVED, before, _) if before is not None:
                return self._said("removed", before, self._before)
            case Difference(_, before, after) if before is not None and after is not None:
                return self._updated(difference, before, after)
        raise ValueError("a difference without a record")

    def heading(self, difference: Difference) -> str:
        """What its part of the map is called."""
        at = difference.place
        if at.section is not Section.JOURNEY:
            return self._say(f"section.{at.section}")
        names = self._before if difference.after is None else self._after
        record = names.document.records.get(at.stage or "")
        return names.name(record) if record is not None else self._say("section.journey")

    def _said(self, key: str, record: Record, names: Names) -> str:
        where = names.where(record)
        return self._say(f"{key}.at" if where else key, name=names.name(record), place=where)

    def _updated(self, difference: Difference, before: Record, after: Record) -> str:
        if difference.sort is Sort.MOVED:
            return self._moved(difference.member, before, after)
        if difference.sort is Sort.REWORDED and not isinstance(after, _TOLD_APART):
            return self._reworded(difference.member, before, after)
        if difference.member in _ASIDE:
            return self._say("changed.aside", name=self._placed(after))
        return self._changed(difference.member, before, after)

    def _moved(self, member: str, before: Record, after: Record) -> str:
        if isinstance(after, Link):
            return self._say("moved.link", before=self._before.name(before), after=self._after.name(after))
        name = self._after.name(after)
        if member == "order":
            return self._say("moved.order", name=name)
        nowhere = self._say("nowhere")
        places = self._before.where(before) or nowhere, self._after.where(after) or nowhere
        return self._say("moved", name=name, before=places[0], after=places[1])

    def _reworded(self, member: str, before: Record, after: Record) -> str:
        old, new = texts(getattr(before, member), getattr(after, member), self._say)
        where, kind = self._after.where(after), self._say(f"kind.{type(after).__name__.lower()}")
        return self._say("reworded.at" if where else "reworded", kind=kind, before=old, after=new, place=where)

    def _changed(self, member: str, before: Record, after: Record) -> str:
        held = attrgetter(member)
        old, new = held(before), held(after)
        if isinstance(old, str) and isinstance(new, str) and member not in _NO_PROSE:
            said = texts(old, new, self._say)
        else:
            said = self._value(member, old, self._before), self._value(member, new, self._after)
        what, name = self._say(f"member.{member}"), self._placed(after)
        if said[0] == said[1]:
            return self._say("changed.otherwise", member=what, name=name, value=said[1])
        return self._say("changed", member=what, name=name, before=said[0], after=said[1])

    def _placed(self, after: Record) -> str:
        """The name of a record, and of an emotion its place: many are called alike."""
        name = self._after.name(after)
        return self._say("placed", name=name, place=self._after.where(after)) if isinstance(after, Emotion) else name

    def _value(self, member: str, held: object, names: Names) -> str:
        return value(member, held, names, self._language)


def differences(before: Document | None, after: Document, language: str) -> list[str]:
    """Everything that differs, as sentences in the order of the journey; without `before` all that `after` holds, what
    people wrote ahead of what a template brings."""
    if before is None:
        before = Document([Map(id=after.map.id, language=after.map.language)])
        found = sorted(compare(before, after), key=_is_brought)
    else:
        found = [*compare(before, after)]
    say = Sentences(before, after, language)
    lines = [say.sentence(each) for each in found]
    return [*lines, words("differences", language)("unknown")] if unknown_differs(before, after) else lines


def _is_brought(difference: Difference) -> bool:
    return not isinstance(difference.after, Card | Emotion)
