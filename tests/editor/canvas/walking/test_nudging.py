"""Alt and an arrow key move what is selected, as a drag would, in one step each."""

from collections.abc import Callable

import pytest

from editor.canvas.walking.nudging import next_grain
from model.records import Card, Emotion, Lane, Persona, Role, Step
from tests.checking.keyboard import Keyboard
from tests.making.small_map import small_map, words

Open = Callable[..., Keyboard]


def cells(keyboard: Keyboard) -> dict[str, list[str]]:
    """The words in each cell that has some, as lane and step."""
    document = keyboard.session.document
    found = {
        f"{lane.id} {step.id}": words(document, lane.id, step.id) for lane in document.lanes for step in document.steps
    }
    return {place: there for place, there in found.items() if there}


def test_a_card_goes_to_the_next_column_and_back(keyboard: Keyboard) -> None:
    keyboard.press("Right Alt+Right")
    assert cells(keyboard) == {"l1 t1": ["dua"], "l1 t2": ["satu", "tiga"], "l3 t1": ["empat"]}
    assert keyboard.at == "c1"
    keyboard.press("Alt+Left")
    assert cells(keyboard)["l1 t1"] == ["satu", "dua"]
    assert keyboard.session.undo_stack.count() == 2
    keyboard.session.undo()
    keyboard.session.undo()
    assert keyboard.records == small_map().records


def test_a_card_goes_down_in_its_cell_and_then_to_the_next_lane_for_cards(keyboard: Keyboard) -> None:
    keyboard.press("Right Alt+Down")
    assert cells(keyboard)["l1 t1"] == ["dua", "satu"]
    keyboard.press("Alt+Down")
    assert (cells(keyboard)["l1 t1"], cells(keyboard)["l3 t1"]) == (["dua"], ["satu", "empat"])
    keyboard.press("Alt+Down Alt+Up Alt+Up")
    assert (cells(keyboard)["l1 t1"], cells(keyboard)["l3 t1"]) == (["dua", "satu"], ["empat"])
    keyboard.press("Alt+Up")
    assert cells(keyboard)["l1 t1"] == ["satu", "dua"]


def test_cards_of_several_cells_keep_their_places_to_each_other(keyboard: Keyboard) -> None:
    keyboard.session.select(["c3", "c1", "c2"])
    keyboard.press("Alt+Right")
    assert cells(keyboard) == {"l1 t2": ["satu", "dua"], "l1 t3": ["tiga"], "l3 t1": ["empat"]}
    assert keyboard.session.undo_stack.count() == 1
    keyboard.press("Alt+Down")
    assert cells(keyboard) == {"l3 t2": ["satu", "dua"], "l3 t3": ["tiga"], "l3 t1": ["empat"]}
    assert set(keyboard.session.selection) == {"c1", "c2", "c3"}


def test_two_cards_of_a_cell_go_past_the_others_together(open_map: Open) -> None:
    keyboard = open_map(*(Card(id=f"d{at}", order=f"b00{at}", lane="l1", step="t1", text=f"d{at}") for at in (1, 2)))
    keyboard.session.select(["d2", "d1"])
    keyboard.press("Alt+Up")
    assert cells(keyboard)["l1 t1"] == ["satu", "d1", "d2", "dua"]
    keyboard.session.select(["c1", "d2"])
    keyboard.press("Alt+Down")
    assert cells(keyboard)["l1 t1"] == ["d1", "dua", "satu", "d2"]


@pytest.mark.parametrize(("card", "key"), [("c1", "Alt+Left"), ("c1", "Alt+Up"), ("c4", "Alt+Down")])
def test_a_card_that_would_fall_off_the_map_stays_and_one_is_told(keyboard: Keyboard, card: str, key: str) -> None:
    keyboard.session.select([card])
    keyboard.press(key)
    assert keyboard.records == small_map().records
    assert keyboard.told == [
        "Some of the cards would fall off the map. Choose a place with more room, or add steps or lanes."
    ]


def test_a_card_stretches_and_shrinks_at_its_right_end(keyboard: Keyboard) -> None:
    keyboard.session.select(["c4"])
    keyboard.press("Alt+Shift+Right")
    assert keyboard.session.document.table(Card)["c4"].span == 4
    keyboard.press("Alt+Shift+Right")
    assert keyboard.told[-1] == "The value must be between 1 and 4."
    keyboard.press("Alt+Shift+Left Alt+Shift+Left Alt+Shift+Left")
    assert keyboard.session.document.table(Card)["c4"].span == 1
    assert keyboard.session.drawing.places.spots("c4")[0].rect.width < 200


def test_a_parked_card_says_that_it_has_no_place(keyboard: Keyboard) -> None:
    keyboard.session.select(["c5"])
    keyboard.press("Alt+Right")
    assert keyboard.told == ["This card is in the parking lot. Put it on the map first."]


def test_a_feeling_goes_by_halves_and_finely_by_tenths_up_to_its_end(keyboard: Keyboard) -> None:
    keyboard.session.select(["e1"])
    values = []
    for key in ("Alt+Up", "Alt+Shift+Down", "Alt+Up", "Alt+Down", "Alt+Up", "Alt+Up", "Alt+Up"):
        keyboard.press(key)
        values.append(keyboard.session.document.table(Emotion)["e1"].value)
    assert values == [1.5, 1.4, 1.5, 1.0, 1.5, 2.0, 2.0]
    assert keyboard.told[-1].startswith("The value must be between -2")


@pytest.mark.parametrize(
    ("value", "by", "grain", "after"),
    [(0.3, 1, 0.5, 0.5), (0.3, -1, 0.5, 0.0), (-0.2, -1, 0.1, -0.3), (0.6, 1, 0.1, 0.7), (-1.75, 1, 0.5, -1.5)],
)
def test_a_feeling_between_two_grains_goes_to_the_next(value: float, by: int, grain: float, after: float) -> None:
    assert next_grain(value, by, grain) == after


def test_emotions_go_along_their_steps_together(open_map: Open) -> None:
    keyboard = open_map(Emotion(id="e2", order="a0", lane="l2", step="t2", value=-1))
    keyboard.session.select(["e1", "e2"])
    keyboard.press("Alt+Right")
    table = keyboard.session.document.table(Emotion)
    assert (table["e1"].step, table["e2"].step) == ("t2", "t3")
    keyboard.press("Alt+Right Alt+Right")
    assert (table["e1"].step, table["e2"].step) == ("t3", "t4")
    assert keyboard.told[-1] == "It cannot go any further this way."
    keyboard.session.undo()
    keyboard.session.undo()
    assert table["e2"].step == "t2"


def test_a_stage_changes_places_with_its_neighbour_and_stops_at_the_edge(keyboard: Keyboard) -> None:
    keyboard.session.select(["s1"])
    keyboard.press("Alt+Right")
    assert [stage.id for stage in keyboard.session.document.stages] == ["s2", "s1"]
    keyboard.press("Alt+Right")
    assert keyboard.told[-1] == "It cannot go any further this way."
    keyboard.press("Alt+Left")
    assert [step.id for step in keyboard.session.document.steps] == ["t1", "t2", "t3", "t4"]


def test_a_step_goes_on_over_the_border_of_its_stage(open_map: Open) -> None:
    keyboard = open_map(Step(id="t2", order="a1", stage="s1", title="Dua"))
    keyboard.session.select(["t2"])
    keyboard.press("Alt+Right")
    assert [(step.id, step.stage) for step in keyboard.session.document.steps][1] == ("t2", "s2")
    keyboard.press("Alt+Right")
    assert [step.id for step in keyboard.session.document.steps] == ["t1", "t3", "t2", "t4"]
    keyboard.press("Alt+Left Alt+Left Alt+Left Alt+Left")
    assert next((step.id, step.stage) for step in keyboard.session.document.steps) == ("t2", "s1")
    assert keyboard.told[-1] == "It cannot go any further this way."


def test_several_steps_go_over_a_border_in_their_order(keyboard: Keyboard) -> None:
    keyboard.session.select(["t3", "t4"])
    keyboard.press("Alt+Left")
    steps = keyboard.session.document.steps
    assert [step.id for step in steps] == ["t1", "t2", "t3", "t4"]
    assert {step.stage for step in steps} == {"s1"}
    keyboard.session.undo()
    assert keyboard.records == small_map().records


def test_a_lane_goes_past_the_next_one_that_shows(open_map: Open) -> None:
    keyboard = open_map(Lane(id="l4", order="a1V", role=Role.BACK_STAGE, hidden=True))
    keyboard.session.select(["l3"])
    keyboard.press("Alt+Up")
    assert [lane.id for lane in keyboard.session.document.lanes] == ["l1", "l3", "l2", "l4"]
    keyboard.session.select(["l1", "l3"])
    keyboard.press("Alt+Down")
    assert [lane.id for lane in keyboard.session.document.lanes] == ["l2", "l1", "l3", "l4"]
    keyboard.press("Alt+Down")
    assert keyboard.told[-1] == "It cannot go any further this way."


def test_where_nothing_can_move_alt_does_nothing(open_map: Open) -> None:
    keyboard = open_map(Persona(id="p2", order="a1", name="Budi"))
    keyboard.session.select(["p1"])
    keyboard.press("Alt+Right Alt+Home Alt+Down")
    assert keyboard.session.selection == ("p1",)
    assert not keyboard.session.undo_stack.canUndo()
