"""Answers of worksheets to cards, markers, titles and personas of a map."""

from collections import Counter
from collections.abc import Iterable

from model import change
from model.change import Change
from model.document import Document
from model.importers.imported import Note
from model.importers.mermaid.text import shortened
from model.importers.worksheet_answers import Answer, Sheet
from model.importers.worksheet_made import is_made
from model.operations.cards import add_card
from model.operations.emotions import add_emotion
from model.operations.personas import add_persona
from model.records import Card, Emotion, Id, Lane, Record, Role, Stage, Step
from resources.words import words

_Key = tuple[object, ...]


class Placing:
    """A map on its way: each sheet is put into it in turn, and then `change` is what they all come to.

    An answer that its author has given in the same place already is not put there again.
    """

    def __init__(self, document: Document) -> None:
        self._before = dict(document.records)
        self._map = Document(document.records.values(), document.unknown)
        self._known = Counter(_key(record) for record in document.records.values())
        self._words = words("imports", document.map.language)
        self.notes: list[Note] = []

    @property
    def change(self) -> Change:
        """Everything that was put in, as one."""
        return change.between(self._before, dict(self._map.records))

    def put(self, sheet: Sheet) -> None:
        """What stands on a sheet."""
        self.notes += sheet.notes
        self._map.apply(change.add(*self._made_up(sheet)))
        for key, title in sheet.titles:
            self._title(sheet, key, title)
        persona = self._persona(sheet)
        known = [answer for answer in sheet.answers if not self._answer(sheet, answer, persona)]
        if known:
            self.notes.append(Note(0, "answers_known", {"count": len(known)}, sheet.file))

    def _made_up(self, sheet: Sheet) -> Iterable[Record]:
        """The stages, steps and lanes that were made for the sheet and are filled in now."""
        blank, there = sheet.blank, self._map.records
        used = {key for answer in sheet.answers for key in (answer.lane, answer.column)} | {
            key for key, _ in sheet.titles
        }
        for step in blank.table(Step).values():
            if step.id in used or step.stage in used:
                used |= {step.id, step.stage}
        for kind in (Stage, Step, Lane):
            for key, record in blank.table(kind).items():
                if key in used and key not in there and is_made(record, sheet.map):
                    yield record

    def _title(self, sheet: Sheet, key: Id, title: str) -> None:
        """The title of a stage or step that has none; of one that has another, a card in the parking lot."""
        record = self._map.records.get(key)
        if isinstance(record, Stage | Step) and not record.title:
            self._map.apply(change.update(record, title=title))
        elif not (isinstance(record, Stage | Step) and record.title == title):
            self._park(sheet, title, "title_parked")

    def _persona(self, sheet: Sheet) -> Id | None:
        """Whose feelings these are: whoever was named on the sheet, else who stood there already, as far as this map
        tells the feelings of one from those of another."""
        if not sheet.persona:
            kept = next(iter(sheet.blank.personas), None)
            told = kept is not None and any(each.persona == kept.id for each in self._map.table(Emotion).values())
            return kept.id if told and kept is not None else None
        same = (each for each in self._map.personas if each.name.casefold() == sheet.persona.casefold())
        found = next(same, None)
        if found is None:
            self._map.apply(add_persona(self._map, name=sheet.persona))
            found = self._map.personas[-1]
        return found.id

    def _answer(self, sheet: Sheet, answer: Answer, persona: Id | None) -> bool:
        """Whether an answer is on the map now that was not there."""
        lane, step = self._map.get(Lane, answer.lane), self._step(answer.column)
        fits = lane is not None and step is not None and (lane.role is Role.EMOTION) == (answer.feeling is not None)
        if not fits or lane is None or step is None:
            return self._park(sheet, self._said(sheet, answer), "answer_parked")
        if answer.feeling is None:
            wanted: _Key = (lane.id, step, answer.text, sheet.author)
            made = add_card(self._map, lane.id, step, answer.text, author=sheet.author)
        else:
            wanted = (lane.id, step, answer.feeling, sheet.author)
            made = add_emotion(self._map, lane.id, step, answer.feeling, persona, note=sheet.author)
        return self._make(made, wanted)

    def _make(self, made: Change, wanted: _Key) -> bool:
        if self._known[wanted] > 0:
            self._known[wanted] -= 1
            return False
        self._map.apply(made)
        return True

    def _park(self, sheet: Sheet, text: str, code: str) -> bool:
        new = self._make(add_card(self._map, None, None, text, author=sheet.author), (None, None, text, sheet.author))
        if new:
            self.notes.append(Note(0, code, {"text": shortened(text)}, sheet.file))
        return new

    def _step(self, column: Id) -> Id | None:
        """The step itself, or the first of the stage."""
        if self._map.get(Step, column) is not None:
            return column
        return next((step.id for step in self._map.steps if step.stage == column), None)

    def _said(self, sheet: Sheet, answer: Answer) -> str:
        """An answer in words, for where its lane cannot say what it is about."""
        if answer.feeling is None:
            return answer.text
        lane = sheet.blank.get(Lane, answer.lane)
        return self._words("feeling_parked", lane=lane.title if lane else "", value=f"{answer.feeling:+.0f}")


def _key(record: Record) -> _Key:
    """By what an answer is known again."""
    match record:
        case Card():
            return (record.lane, record.step, record.text, record.author)
        case Emotion():
            return (record.lane, record.step, record.value, record.note)
    return ()
