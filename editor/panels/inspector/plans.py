"""The forms as tables: which members of which record are edited, by what, in which order. Nothing else says so."""

from functools import partial

from editor.panels.inspector import names
from editor.panels.inspector.choices import Choice, Flag, Marks
from editor.panels.inspector.evidence import Support
from editor.panels.inspector.feeling import Feeling
from editor.panels.inspector.lens import KPI, MAP, PERSONA
from editor.panels.inspector.measured import Day, Number
from editor.panels.inspector.plan import Field, Plan
from editor.panels.inspector.portrait import Portrait
from editor.panels.inspector.steps import Count, Press
from editor.panels.inspector.texts import Completing, Line, Lines
from editor.panels.inspector.ways import Jump
from editor.panels.inspector.web import Web
from editor.panels.inspector.writing import bare, marks, on_cards, plainly, whole
from model.operations import emotions, lanes, links, pictures, stages, steps
from model.records import Card, Emotion, Lane, Link, Record, Stage, Step

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
            Field("url", Web),
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

PLANS: dict[type[Record], Plan] = {
    plan.kind: plan for plan in (MAP, CARD, EMOTION, LINK, LANE, STAGE, STEP, PERSONA, KPI)
}
