"""What the records of a map are called where two maps are compared, and where they stand, in words."""

from model.compare.difference import Place
from model.compare.places import place
from model.document import Document
from model.findings.names import card_name, lane_name, quoted, stage_name, step_name
from model.records import Card, Emotion, Id, Kpi, Lane, Link, Map, Persona, Record, Stage, Step
from resources.words import words


class Names:
    """The names of one map's records in one language, each put together once: a list of differences asks again and
    again for the same lanes and steps."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self._say, self._called = words("differences", language), words("findings", language)
        self._known: dict[Id, str] = {}

    def name(self, record: Record) -> str:
        """What it is and what it says, in short."""
        if record.id not in self._known:
            self._known[record.id] = self._name(record)
        return self._known[record.id]

    def where(self, record: Record) -> str:
        """Where it stands; nothing for what stands nowhere in particular."""
        at = place(record, self.document)
        if isinstance(record, Card) and at.step is None:
            return self._say("parked")
        if isinstance(record, Card | Emotion):
            return self._cell(at)
        if isinstance(record, Step | Kpi):
            return self.called(Stage, at.stage)
        return ""

    def called(self, kind: type[Record], key: Id | None) -> str:
        """The name of the record with this id; nothing where there is none."""
        record = self.document.get(kind, key)
        return self.name(record) if record is not None else ""

    def _cell(self, at: Place) -> str:
        return self._say("cell", lane=self.called(Lane, at.lane), step=self.called(Step, at.step))

    def _name(self, record: Record) -> str:
        match record:
            case Stage():
                return stage_name(record, self.document, self._called)
            case Step():
                return step_name(record, self.document, self._called)
            case Lane():
                return lane_name(record, self.document, self._called)
            case Card():
                name = card_name(record, self._called)
                return self._say("card", name=name) if record.text.strip() else name
            case Link():
                return self._link(record)
            case Emotion():
                return self._emotion(record)
            case Persona():
                return self._titled("persona", record.name)
            case Kpi():
                return self._titled("kpi", record.title)
            case Map():
                return self._say("map")
        raise TypeError(f"no name for a {type(record).__name__}")

    def _link(self, link: Link) -> str:
        ends = {name: self._end(getattr(link, name)) for name in ("source", "target")}
        return self._say("link", **ends)

    def _end(self, card: Id) -> str:
        return card_name(self.document.table(Card)[card], self._called)

    def _emotion(self, emotion: Emotion) -> str:
        value = self._say.number(abs(emotion.value))
        sign = "+" if emotion.value > 0 else "−" if emotion.value < 0 else ""
        return self._say("emotion", value=f"{sign}{value}")

    def _titled(self, kind: str, title: str) -> str:
        if title.strip():
            return self._say(f"{kind}.titled", name=quoted(title, self._called))
        return self._say(f"{kind}.untitled")
