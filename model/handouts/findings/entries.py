"""A finding on paper: its sentence, where it is, what could be done at once, and a miniature with the place marked."""

from collections.abc import Iterator, Sequence

import msgspec

from model.findings.finding import Finding, Severity
from model.findings.sentences import fix_sentence, sentence
from model.handouts.findings.marking import marked
from model.handouts.findings.miniature import Miniature
from model.handouts.findings.places import places
from model.handouts.flow import rule
from model.handouts.outline.telling import Telling
from model.handouts.prose import Said
from model.handouts.running import Frame
from model.handouts.strips import Part, Rung, Strip
from model.handouts.typesetting import LOOKS
from model.layout.icons import icon
from model.layout.shapes import Group
from model.layout.style import BLUE, LANES
from model.layout.text.block import block, height
from model.layout.text.wrap import Lines, wrap
from model.records import Role
from resources.words import Words

SIGNS: dict[Severity, tuple[str, str]] = {
    Severity.CRITICAL: ("octagon-x", LANES[Role.PAIN_POINTS].color),
    Severity.WARNING: ("triangle-alert", LANES[Role.OPPORTUNITIES].color),
    Severity.HINT: ("lightbulb", BLUE),
}
_LEAST = 150.0  # points a sentence needs beside a miniature
_MOST_BESIDE = 0.5  # of a column: longer reasons go on below the miniature, and may be cut into pages
_ROOM = 3  # miniatures a column holds at the least, or there are none


class Setter(msgspec.Struct, frozen=True):
    """What all findings of a handout are set with."""

    tell: Telling
    sentences: Words
    inside: Frame
    mini: Miniature

    @property
    def pictured(self) -> bool:
        """Whether there is room for miniatures."""
        beside = self.inside.wide - self.mini.wide - self._indent - self._gap >= _LEAST
        return beside and self.mini.high * _ROOM <= self.inside.high

    @property
    def _indent(self) -> float:
        return self.inside.type.body * 2.2

    @property
    def _gap(self) -> float:
        return self.inside.type.body * 1.6

    def entry(self, finding: Finding, number: int, reasons: Sequence[str] = ()) -> Iterator[Strip]:
        """A finding as item `number` of its list; `reasons` why it was set aside."""
        wide = self.inside.wide - self._indent - (self.mini.wide + self._gap if self.pictured else 0.0)
        said = (*self._says(finding), *(Said(reason, "quote") for reason in reasons))
        lines = [line for at, each in enumerate(said) for line in self._lines(each, at, number, wide)]
        most = int(self.inside.high * _MOST_BESIDE / self.inside.type.line(self.inside.type.body))
        fitting = lines[:most] if self.pictured else lines
        if number:
            yield rule(self.inside.wide, self.inside.type.body * 0.6, self.inside.type)
        yield from self._whole(fitting, finding, number) if self.pictured else self._loose(fitting, finding)
        yield from (msgspec.structs.replace(line, keep=False) for line in lines[len(fitting) :])
        yield Strip(self.inside.type.body * 0.8, between=True)

    def _says(self, finding: Finding) -> Iterator[Said]:
        document, record = self.tell.document, next(iter(finding.records), None)
        yield Said(sentence(finding, document, self.sentences), "strong", record=record)
        yield from (Said(place, "quiet", record=record) for place in places(finding, self.tell))
        if finding.fix is not None:
            fix = fix_sentence(finding, document, self.sentences)
            yield Said(self.tell.say("quick_fix", text=fix), record=record)

    def _lines(self, said: Said, at: int, number: int, wide: float) -> Iterator[Strip]:
        """The lines of a paragraph beside the sign."""
        type_ = self.inside.type
        size = type_.body if said.tone == "strong" else type_.small
        style, color = LOOKS[said.tone]
        ladder = (*_item(number), Rung("LBody"), Rung("P", at))
        for line in wrap(said.text, style, wide / size, balanced=False).lines:
            texts = block(Lines((line,)), style, self._indent, 0, size, color)
            yield Strip(height(1, size), (Part(ladder, texts, said.record),), keep=True)

    def _whole(self, lines: Sequence[Strip], finding: Finding, number: int) -> Iterator[Strip]:
        """Text and miniature as one strip."""
        y, parts = 0.0, list(self._sign(finding))
        for line in lines:
            parts += [msgspec.structs.replace(part, shapes=(Group(0, y, part.shapes),)) for part in line.parts]
            y += line.high
        x, top = self.inside.wide - self.mini.wide, self.inside.type.body * 0.2
        drawn = (Group(0, 0, self.mini.shapes), *marked(finding, self.mini, self.tell.document))
        alt = self.tell.say("miniature", place="; ".join(places(finding, self.tell)))
        parts.append(Part((*_item(number), Rung("LBody"), Rung("Figure", 0, alt)), (Group(x, top, drawn),)))
        yield Strip(max(y, self.mini.high + top), tuple(parts))

    def _loose(self, lines: Sequence[Strip], finding: Finding) -> Iterator[Strip]:
        """Text alone, where a sheet is too small for more."""
        first = msgspec.structs.replace(lines[0], parts=(*self._sign(finding), *lines[0].parts))
        yield from (first, *lines[1:-1], msgspec.structs.replace(lines[-1], keep=False))

    def _sign(self, finding: Finding) -> Iterator[Part]:
        """How grave it is."""
        name, color = SIGNS[finding.severity]
        yield Part((), (icon(name, 0, 0, self.inside.type.body * 1.4, color),))


def _item(number: int) -> tuple[Rung, ...]:
    return Rung("L"), Rung("LI", number)
