"""Which gesture makes which thing of the palette."""

from editor.canvas.gestures.making import Making, Thing
from editor.canvas.gestures.new_cards import NewCard, NewKpi
from editor.canvas.gestures.new_columns import NewStage, NewStep
from editor.canvas.gestures.new_emotions import NewEmotion
from editor.canvas.gestures.new_lanes import NewLane, NewPersona
from editor.session import Session
from model.layout.places import Kind

_BY_KIND: dict[Kind, type[Making]] = {
    Kind.STAGE: NewStage,
    Kind.STEP: NewStep,
    Kind.LANE: NewLane,
    Kind.CARD: NewCard,
    Kind.KPI: NewKpi,
    Kind.EMOTION: NewEmotion,
    Kind.PERSONA: NewPersona,
}


def making(session: Session, thing: Thing) -> Making:
    """The gesture that makes a thing. Raises KeyError for what nobody can make."""
    return _BY_KIND[thing.kind](session, thing)
