"""What lies ahead of somebody, for papers that hang on a wall or go along in a pocket: next steps and the check-in.

Only what the owner wants and does: nothing that another person said or saw, and no other's name but in own words.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets.check_in import day_or_words
from gogrow.texts import Texts


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its number in the plan. ``by`` is when, in words, or ''."""

    number: int
    what: str
    by: str
    done: bool = False


def steps_ahead(plan: DevelopmentPlan, texts: Texts, most: int) -> tuple[tuple[Step, ...], int]:
    """At most so many steps, and how many more there are. Where not all fit, those that are done stay away first."""
    found = [
        Step(at, step.what.strip(), day_or_words(step.by, texts).strip())
        for at, step in enumerate(plan.steps, start=1)
        if step.what.strip() or step.by.strip()
    ]
    if len(found) > most:
        found = [step for step in found if not step.done]
    return tuple(found[:most]), max(0, len(found) - most)


def check_in_day(workshop: Workshop, plan: DevelopmentPlan) -> dt.date | None:
    """When the owner looks back: on a day of their own, or with all others."""
    return workshop.details.check_in


def check_in_where(workshop: Workshop, texts: Texts) -> str:
    """At what time and where, in words; '' when nobody said."""
    return ""
