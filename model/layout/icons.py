"""The icons of lanes, lines and marks as paths: Lucide's drawings, made to any size."""

import json
from functools import lru_cache
from typing import cast

import resources
from model.layout.shapes import Command, Path
from model.records import Mark, Role

GRID = 24.0  # Lucide draws on 24 x 24, with strokes 2 wide

ROLE_ICONS: dict[Role, str] = {
    Role.EMOTION: "heart-pulse",
    Role.EVIDENCE: "smartphone",
    Role.CUSTOMER_ACTIONS: "footprints",
    Role.TOUCHPOINTS: "pointer",
    Role.CHANNELS: "radio-tower",
    Role.THOUGHTS: "message-circle-more",
    Role.FRONT_STAGE: "user-check",
    Role.FRONT_STAGE_TECHNOLOGY: "monitor-smartphone",
    Role.BACK_STAGE: "clipboard-list",
    Role.SUPPORT: "server-cog",
    Role.PAIN_POINTS: "triangle-alert",
    Role.OPPORTUNITIES: "lightbulb",
    Role.KPIS: "gauge",
    Role.POLICIES: "scale",
    Role.OTHER: "sticky-note",
}

MARK_ICONS: dict[Mark, str] = {
    Mark.FAIL_POINT: "octagon-x",
    Mark.WAIT_POINT: "hourglass",
    Mark.DECISION: "diamond",
    Mark.MOMENT_OF_TRUTH: "star",
}

INTERACTION, VISIBILITY, INTERNAL_INTERACTION = "arrow-up-down", "eye-off", "repeat"
GOAL = "target"


def icon(
    name: str, x: float, y: float, size: float, stroke: str, line: float | None = None, fill: str | None = None
) -> Path:
    """An icon in the square of `size` points whose top left corner is (x, y).

    `line` is in points; without it the stroke keeps Lucide's share of the size. Raises KeyError for an unknown name.
    """
    width = size * 2 / GRID if line is None else line
    return Path(commands=_placed(name, x, y, size), fill=fill, stroke=stroke, line=width)


def names() -> frozenset[str]:
    """Every icon there is."""
    return frozenset(_drawings())


@lru_cache(maxsize=4096)
def _placed(name: str, x: float, y: float, size: float) -> tuple[Command, ...]:
    return tuple(_moved(command, x, y, size / GRID) for command in _drawings()[name])


def _moved(command: Command, x: float, y: float, scale: float) -> Command:
    """A command of the grid in points."""
    corner = (x, y)
    numbers = (corner[at % 2] + number * scale for at, number in enumerate(command[1:]))
    return cast("Command", (command[0], *numbers))


@lru_cache
def _drawings() -> dict[str, tuple[Command, ...]]:
    drawn = json.loads(resources.path("icons", "paths.json").read_bytes())
    return {name: tuple(tuple(command) for command in commands) for name, commands in drawn.items()}
