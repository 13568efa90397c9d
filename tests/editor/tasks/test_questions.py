"""What structs of options ask."""

from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta

from editor.tasks.questions import Question, answered, questions


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    sheets: tuple[int, ...] = ()
    wide: Annotated[float, Meta(ge=0, le=5000, extra={"unit": "mm"})] = 0.0
    columns: Annotated[int, Meta(ge=1)] = 2
    notes: bool = True
    size: Literal["large", "small"] = "large"
    title: str = ""


def test_every_member_is_asked_for_as_its_type_says() -> None:
    assert questions(Wishes) == (
        Question("sheets", "numbers", ()),
        Question("wide", "number", 0.0, least=0, most=5000, unit="mm"),
        Question("columns", "whole", 2, least=1),
        Question("notes", "yes_no", True),
        Question("size", "choice", "large", ("large", "small")),
        Question("title", "text", ""),
    )


def test_answers_may_be_texts() -> None:
    assert answered(Wishes, {"wide": "12.5", "columns": "3", "size": "small"}) == Wishes(
        wide=12.5, columns=3, size="small"
    )


@pytest.mark.parametrize("answers", [{"wide": 5001}, {"columns": "0"}, {"size": "huge"}, {"notes": "perhaps"}])
def test_nonsense_is_refused_with_the_name_of_what_was_asked(answers: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError, match=next(iter(answers))):
        answered(Wishes, answers)


def test_what_nobody_knows_how_to_ask_for_is_noticed_at_once() -> None:
    class Odd(msgspec.Struct):
        when: bytes = b""

    with pytest.raises(TypeError, match="when"):
        questions(Odd)
