"""The names of the parts of a plan whose half-written words are kept in the file until they are ready."""

from __future__ import annotations

from gogrow.domain.rules.planning import STEPS_LIMIT

PARTS = ("what", "why", "helper", "by", "enables", "sign")
"""The text fields of a step, as `PlanStep` names them."""

TEXTS = (
    *("take_along", "qualities", "motives", "wish", "enables", "improvement", "team"),
    *("plan_a", "plan_b", "plan_c"),
)
"""The text fields of a plan, as `DevelopmentPlan` names them."""

CHECK_IN = "check_in"


def part_of(number: int, part: str) -> str:
    """The part of a plan's draft ids for one text field of a step, counted from 0."""
    return f"step{number}.{part}"


def all_parts() -> tuple[str, ...]:
    """Every part that a plan can have a draft of."""
    return (*TEXTS, CHECK_IN, *(part_of(number, part) for number in range(STEPS_LIMIT) for part in PARTS))
