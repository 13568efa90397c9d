"""A finding: what it is called, how much it matters, the records it speaks of and what could be done at once."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from model.records import Id


class Severity(StrEnum):
    CRITICAL = "critical"
    WARNING = "warning"
    HINT = "hint"


class Code(StrEnum):
    """Every finding there is. The file keeps these words in `Map.ignored`: they do not change."""

    ACTION_WITHOUT_FRONT_STAGE = "action_without_front_stage"
    ACTION_WITHOUT_EVIDENCE = "action_without_evidence"
    STAGE_CARD_WITHOUT_LINK = "stage_card_without_link"
    SUPPORT_SUPPORTS_NOTHING = "support_supports_nothing"
    LINK_JUMPS_LINES = "link_jumps_lines"
    LINK_BACK_IN_TIME = "link_back_in_time"
    LANE_SILENT = "lane_silent"
    STAGE_WITHOUT_EMOTION = "stage_without_emotion"
    EMOTIONS_ALL_EQUAL = "emotions_all_equal"
    LOWEST_POINT_WITHOUT_PAIN_POINT = "lowest_point_without_pain_point"
    LOW_EMOTION_WITHOUT_PAIN_POINT = "low_emotion_without_pain_point"
    PAIN_POINT_WITHOUT_OPPORTUNITY = "pain_point_without_opportunity"
    OPPORTUNITY_WITHOUT_OWNER = "opportunity_without_owner"
    OPPORTUNITY_WITHOUT_KPI = "opportunity_without_kpi"
    NO_PERSONA = "no_persona"
    NO_SCENARIO = "no_scenario"
    NO_STATE = "no_state"
    TOO_MANY_STEPS = "too_many_steps"
    TOO_MANY_LANES = "too_many_lanes"
    TOO_MANY_CARDS_IN_STAGE = "too_many_cards_in_stage"
    TOO_FEW_STAGES = "too_few_stages"
    TOO_MANY_STAGES = "too_many_stages"
    OWNER_SPELLED_TWO_WAYS = "owner_spelled_two_ways"
    CHANNEL_SPELLED_TWO_WAYS = "channel_spelled_two_ways"
    CIRCULAR_DEPENDENCY = "circular_dependency"
    BOTTLENECK = "bottleneck"
    TIMES_DIFFER = "times_differ"
    WAIT_POINT_OF_CUSTOMER = "wait_point_of_customer"
    ASSUMPTION_AT_MOMENT_OF_TRUTH = "assumption_at_moment_of_truth"


class Fix(StrEnum):
    """Every quick fix there is: see `fixes`."""

    MARK_SELF_SERVICE = "mark_self_service"
    ADD_EVIDENCE = "add_evidence"
    MARK_LOOP = "mark_loop"
    ADD_PAIN_POINT = "add_pain_point"
    ADD_OPPORTUNITY = "add_opportunity"
    ADD_KPI = "add_kpi"
    UNIFY_SPELLING = "unify_spelling"
    SET_TOTAL = "set_total"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of advice, the same one as long as code and records are: by these it is set aside.

    `records` are the ones to jump to; where none comes before the others they stand by id, wherever they are moved.
    `details` fill the blanks of the sentence that the records do not fill. `ignored`: somebody has set it aside.
    """

    code: Code
    severity: Severity
    records: tuple[Id, ...]
    details: Mapping[str, Any] = {}
    fix: Fix | None = None
    ignored: bool = False


def warning(code: Code, *records: Id, fix: Fix | None = None, **details: Any) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, records=records, fix=fix, details=details)


def hint(code: Code, *records: Id, fix: Fix | None = None, **details: Any) -> Finding:
    return Finding(code=code, severity=Severity.HINT, records=records, fix=fix, details=details)
