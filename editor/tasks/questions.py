"""What a struct of options asks, member by member: what command line flags and the forms of dialogs are made from."""

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import inspect

Answered = TypeVar("Answered", bound=msgspec.Struct)
Sort = Literal["yes_no", "number", "whole", "choice", "text", "numbers"]


class Question(msgspec.Struct, frozen=True):
    """`default`: the answer of who does not care. `least`, `most`: limits of numbers, None for none; `unit` of them."""

    name: str
    sort: Sort
    default: Any
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    unit: str = ""


def questions(options: type[msgspec.Struct]) -> tuple[Question, ...]:
    """The members of a struct in their order. Raises TypeError for one nobody knows how to ask for."""
    asked = inspect.type_info(options)
    if not isinstance(asked, inspect.StructType):
        raise TypeError(f"no struct: {options}")
    return tuple(_question(field.name, field.default, field.type) for field in asked.fields)


def answered(options: type[Answered], answers: Mapping[str, Any]) -> Answered:
    """The struct with these answers, texts read as what they stand for. Raises msgspec.ValidationError."""
    return msgspec.convert(dict(answers), options, strict=False)


def _question(name: str, default: Any, kind: inspect.Type) -> Question:
    unit = ""
    if isinstance(kind, inspect.Metadata):
        unit, kind = str((kind.extra or {}).get("unit", "")), kind.type
    match kind:
        case inspect.BoolType():
            return Question(name, "yes_no", default)
        case inspect.IntType() | inspect.FloatType():
            sort: Sort = "whole" if isinstance(kind, inspect.IntType) else "number"
            return Question(name, sort, default, least=kind.ge, most=kind.le, unit=unit)
        case inspect.LiteralType():
            return Question(name, "choice", default, tuple(map(str, kind.values)))
        case inspect.StrType():
            return Question(name, "text", default)
        case inspect.VarTupleType():
            return Question(name, "numbers", default)
        case _:
            raise TypeError(f"nobody knows how to ask for {name}: {kind}")
