"""The forms as tables: which members of which record are edited, by what, in which order. Nothing else says so."""

from collections.abc import Callable
from functools import partial

import msgspec

from editor.panels.inspector import names
from editor.panels.inspector.choices import Choice, Flag, Marks
from editor.panels.inspector.editor import Editor
from editor.panels.inspector.evidence import Support
from editor.panels.inspector.feeling import Feeling
from editor.panels.inspector.lists import Among, Watched
from editor.panels.inspector.measured import Day, Number, Whole
from editor.panels.inspector.portrait import Portrait
from editor.panels.inspector.steps import Count, Place, Press
from editor.panels.inspector.texts import Completing, Line, Lines, Listed
from editor.panels.inspector.ways import Jump
from editor.panels.inspector.writing import Write, bare, facts, marks, on_cards, on_map, plainly, whole
from editor.session import Session
from model.document import Document
from model.operations import emotions, kpis, lanes, links, personas, pictures, stages, steps
from model.records import Card, Emotion, Kpi, Lane, Link, Map, Persona, Record, Stage, Step


class Field(msgspec.Struct, frozen=True):
    """One member in a form. Without `write` it is written as the form's other members are.

    `key`: its words in room `inspector`, behind the form's name, where they are not those of the member. `step` names
    the undo step. `half`: two such fields share a line. `alone`: only where one record is selected.
    """

    member: str
    make: Callable[[Session], Editor]
    step: str = "edit"
    write: Write | None = None
    key: str = ""
    half: bool = False
    alone: bool = False
    labelled: bool = True


class Plan(msgspec.Struct, frozen=True):
    """A form: its name in room `inspector`, how its members are written, and its fields by sections."""

    kind: type[Record]
    name: str
    write: Write
    sections: dict[str, tuple[Field, ...]]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All of them from top to bottom."""
        return tuple(field for section in self.sections.values() for field in section)


def _personas(document: Document) -> tuple[Record, ...]:
    return document.personas


def _kpis(document: Document) -> tuple[Record, ...]:
    return document.kpis


CARD = Plan(
    Card,
    "card",
    on_cards,
    {
        "": (
            Field("text", Lines, "write"),
            Field("step", Jump, key="step", half=True, alone=True),
            Field("lane", Jump, key="lane", half=True, alone=True),
            Field("marks", Marks, "mark", marks),
            Field("note", Lines, "edit_note"),
        ),
        "contact": (
            Field("channel", partial(Completing, "channel"), "edit_channel", half=True),
            Field("digital", partial(Choice, names.digital), half=True),
            Field("self_service", Flag, labelled=False),
        ),
        "responsible": (
            Field("owner", partial(Completing, "owner"), "edit_owner", half=True),
            Field("department", partial(Completing, "department"), "edit_owner", half=True),
            Field("due", Day, "edit_due", half=True),
            Field("author", partial(Completing, "author"), half=True),
        ),
        "weight": (
            Field("impact", Number, "edit_weight", half=True),
            Field("feasibility", Number, "edit_weight", half=True),
            Field("votes", Count, "vote", half=True),
            Field("minutes", Number, "edit_time", half=True),
        ),
        "support": (
            Field("evidence", Support, "edit_evidence"),
            Field("url", Line),
            Field("picture", Portrait, "edit_picture", whole(pictures.set_picture), alone=True),
        ),
    },
)

EMOTION = Plan(
    Emotion,
    "emotion",
    plainly(emotions.edit_emotion),
    {
        "": (
            Field("value", Feeling, "edit_emotion"),
            Field("quote", Lines, "edit_quote"),
            Field("note", Lines, "edit_note"),
            Field("persona", partial(Choice, names.nobody_or_personas)),
            Field("step", Jump, half=True),
            Field("lane", Jump, half=True),
        )
    },
)

LINK = Plan(
    Link,
    "link",
    plainly(links.edit_link),
    {
        "": (
            Field("label", Line, "edit_label"),
            Field("source", Jump),
            Field("target", Jump),
            Field("source", partial(Press, "reverse", "arrow-up-down"), "reverse_link", bare(links.reverse_link),
                  key="reverse", labelled=False),
            Field("both", Flag, labelled=False),
            Field("loop", Flag, labelled=False),
        )
    },
)  # fmt: skip

LANE = Plan(
    Lane,
    "lane",
    plainly(lanes.edit_lane),
    {
        "": (
            Field("title", Line, "edit_title"),
            Field("role", partial(Choice, names.roles), "edit_role", whole(lanes.set_role)),
            Field("caption", Lines),
            Field("guide", Lines),
            Field("hidden", Flag, labelled=False),
            Field("folded", Flag, labelled=False),
        )
    },
)

STAGE = Plan(
    Stage,
    "stage",
    plainly(stages.edit_stage),
    {
        "": (
            Field("title", Lines, "edit_title"),
            Field("caption", Line),
            Field("note", Lines, "edit_note"),
            Field("guide", Lines),
        )
    },
)

STEP = Plan(
    Step,
    "step",
    plainly(steps.edit_step),
    {
        "": (
            Field("title", Lines, "edit_title"),
            Field("minutes", Number, "edit_time"),
            Field("stage", Jump),
        )
    },
)

PERSONA = Plan(
    Persona,
    "persona",
    plainly(personas.edit_persona),
    {
        "": (
            Field("name", Line, "edit_title"),
            Field("age", Whole, half=True),
            Field("order", partial(Place, _personas), "move_persona", whole(personas.move_persona), half=True),
            Field("identity", Lines),
            Field("goals", Listed),
            Field("habits", Listed),
            Field("motivation", Lines),
            Field("quote", Lines, "edit_quote"),
            Field("note", Lines, "edit_note"),
            Field("picture", Portrait, "edit_picture", whole(pictures.set_picture)),
            Field("id", partial(Press, "delete_persona", "trash-2"), "delete", bare(personas.delete_persona),
                  key="delete", labelled=False),
        )
    },
)  # fmt: skip

KPI = Plan(
    Kpi,
    "kpi",
    plainly(kpis.edit_kpi),
    {
        "": (
            Field("title", Line, "edit_title"),
            Field("unit", Line, half=True),
            Field("order", partial(Place, _kpis), "move_kpi", whole(kpis.move_kpi), half=True),
            Field("baseline", Number, "edit_figure", half=True),
            Field("target", Number, "edit_figure", half=True),
            Field("actual", Number, "edit_figure", half=True),
            Field("stage", partial(Choice, names.nowhere_or_stages), "edit", whole(kpis.put_kpi_in_stage), half=True),
            Field("cards", Watched, "watch_cards", whole(kpis.watch_cards)),
            Field("note", Lines, "edit_note"),
            Field("id", partial(Press, "delete_kpi", "trash-2"), "delete", bare(kpis.delete_kpi),
                  key="delete", labelled=False),
        )
    },
)  # fmt: skip

MAP = Plan(
    Map,
    "map",
    on_map,
    {
        "": (
            Field("title", Lines, "edit_title"),
            Field("scenario", Lines, "edit_scenario"),
            Field("state", partial(Choice, names.states), half=True),
            Field("language", partial(Choice, names.languages), half=True),
        ),
        "people": (
            Field("id", partial(Among, _personas, "add_persona", personas.add_persona), key="personas",
                  labelled=False),
        ),
        "figures": (
            Field("id", partial(Among, _kpis, "add_kpi", kpis.add_kpi), key="kpis", labelled=False),
        ),
        "facts": (
            Field("facts.facilitator", Line, "edit_facts", facts, half=True),
            Field("facts.workshop", Line, "edit_facts", facts, half=True),
            Field("facts.date", Day, "edit_facts", facts, half=True),
            Field("facts.version", Line, "edit_facts", facts, half=True),
            Field("facts.sources", Lines, "edit_facts", facts),
        ),
        "measures": (
            Field("total_minutes", Number, "edit_time"),
            Field("impact_axis", Line),
            Field("feasibility_axis", Line),
        ),
    },
)  # fmt: skip

PLANS: dict[type[Record], Plan] = {
    plan.kind: plan for plan in (MAP, CARD, EMOTION, LINK, LANE, STAGE, STEP, PERSONA, KPI)
}
