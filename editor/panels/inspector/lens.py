"""The forms of what stands around the map: itself, its personas and its KPIs. The others: see `plans`."""

from functools import partial

from editor.panels.inspector import names
from editor.panels.inspector.choices import Choice
from editor.panels.inspector.lists import Among, Watched
from editor.panels.inspector.measured import Day, Number, Whole
from editor.panels.inspector.plan import Field, Plan
from editor.panels.inspector.portrait import Portrait
from editor.panels.inspector.steps import Place, Press
from editor.panels.inspector.texts import Line, Lines, Listed
from editor.panels.inspector.writing import bare, facts, on_map, plainly, whole
from model.document import Document
from model.operations import kpis, personas, pictures
from model.records import Kpi, Map, Persona, Record


def _personas(document: Document) -> tuple[Record, ...]:
    return document.personas


def _kpis(document: Document) -> tuple[Record, ...]:
    return document.kpis


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
