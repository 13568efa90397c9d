"""Which findings there are: what each one looks at, and which changes can bring it or take it away."""

from collections.abc import Callable, Iterator
from enum import Flag, auto

from model.findings import blueprint, emotions, insights, lens, links, paths, size, spelling
from model.findings.context import Context
from model.findings.finding import Finding
from model.records import Card, Link, Role


class Part(Flag):
    """What of a map can change."""

    MAP = auto()
    FRAME = auto()
    """Stages, steps and lanes come, go, stand elsewhere or change their role."""
    TIMES = auto()
    CARDS = auto()
    """Cards come, go or stand elsewhere."""
    LINKS = auto()
    """Links, and the bands of linked cards."""
    EMOTIONS = auto()
    PERSONAS = auto()
    NAMES = auto()
    """Owners and channels."""


CardFinding = Callable[[Context, Card], Finding | None]
LinkFinding = Callable[[Context, Link], Finding | None]
MapFinding = Callable[[Context], Iterator[Finding]]

ON_CARDS: dict[Role, tuple[CardFinding, ...]] = {
    Role.CUSTOMER_ACTIONS: (
        blueprint.action_without_front_stage,
        blueprint.action_without_evidence,
        blueprint.wait_point_of_customer,
    ),
    Role.FRONT_STAGE: (blueprint.stage_card_without_link,),
    Role.FRONT_STAGE_TECHNOLOGY: (blueprint.stage_card_without_link,),
    Role.BACK_STAGE: (blueprint.stage_card_without_link,),
    Role.SUPPORT: (blueprint.support_supports_nothing,),
    Role.PAIN_POINTS: (insights.pain_point_without_opportunity,),
    Role.OPPORTUNITIES: (insights.opportunity_without_owner, insights.opportunity_without_kpi),
}
"""Looked for at each card on a lane of the role. They read the card, its steps, its links and the KPIs naming it."""

ON_EVERY_CARD: tuple[CardFinding, ...] = (insights.assumption_at_moment_of_truth,)
"""Looked for at each card on the map."""

ON_LINKS: tuple[LinkFinding, ...] = (links.link_jumps_lines, links.link_back_in_time)
"""Looked for at each link. They read the link, where its ends stand, and which roles the lanes have."""

ON_MAP: dict[MapFinding, Part] = {
    lens.no_persona: Part.PERSONAS,
    lens.no_scenario: Part.MAP,
    lens.no_state: Part.MAP,
    lens.times_differ: Part.MAP | Part.FRAME | Part.TIMES,
    size.too_many_steps: Part.FRAME,
    size.too_many_lanes: Part.FRAME,
    size.too_many_stages: Part.FRAME,
    size.too_few_stages: Part.FRAME | Part.CARDS,
    size.too_many_cards_in_stage: Part.FRAME | Part.CARDS,
    emotions.stage_without_emotion: Part.FRAME | Part.CARDS | Part.EMOTIONS,
    emotions.emotions_all_equal: Part.FRAME | Part.EMOTIONS,
    emotions.lowest_point_without_pain_point: Part.FRAME | Part.CARDS | Part.EMOTIONS,
    emotions.low_emotion_without_pain_point: Part.FRAME | Part.CARDS | Part.EMOTIONS,
    links.lane_silent: Part.FRAME | Part.CARDS | Part.LINKS,
    spelling.owner_spelled_two_ways: Part.NAMES,
    spelling.channel_spelled_two_ways: Part.NAMES,
    paths.circular_dependency: Part.LINKS,
    paths.bottleneck: Part.LINKS,
}
"""Looked for once a map, again whenever one of the parts has changed."""
