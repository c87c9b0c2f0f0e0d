"""What lies ahead of somebody: next steps, and when, at what time and where one looks back.

For papers that hang on a wall or go along in a pocket: only what the owner wants and does, nothing that another person
said or saw, and no other's name but in own words.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from gogrow.domain.workshop import DevelopmentPlan, StepState, Workshop
from gogrow.sheets.check_in import check_in_code, day_or_words, event_title
from gogrow.sheets.codes import Code
from gogrow.texts import Texts


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its number in the plan. ``by`` is when, in words, or ''."""

    number: int
    what: str
    by: str
    done: bool = False


def steps_ahead(plan: DevelopmentPlan, texts: Texts, most: int) -> tuple[tuple[Step, ...], int]:
    """At most so many steps, and how many more there are to do. What somebody let go of is not among them, and where
    not all fit, what is done stays away.
    """
    found = [
        Step(at, step.what.strip(), day_or_words(step.by, texts).strip(), step.state is StepState.DONE)
        for at, step in enumerate(plan.steps, start=1)
        if (step.what.strip() or step.by.strip()) and step.state is not StepState.LET_GO
    ]
    if len(found) > most:
        found = [step for step in found if not step.done]
    return tuple(found[:most]), max(0, len(found) - most)


@dataclass(frozen=True, slots=True)
class LookBack:
    """When one looks back: the day, and the time and the place of the workshop's own check-in, if they are told."""

    day: dt.date
    time: dt.time | None = None
    place: str = ""

    def code(self, texts: Texts) -> Code:
        """Its code for a calendar."""
        return check_in_code(self.day, event_title(texts), self.place, self.time)

    def where(self, texts: Texts) -> str:
        """At what time and where, in words; '' when nobody told."""
        at = ""
        if self.time is not None:
            separator = "." if texts.language == "nl" else ":"
            at = texts.t("at {time}", time=f"{self.time:%H}{separator}{self.time:%M}")
        return ", ".join(part for part in (at, " ".join(self.place.split())) if part)


def look_back(workshop: Workshop, plan: DevelopmentPlan | None = None) -> LookBack | None:
    """When the owner of a plan looks back, or without a plan the team; None as long as there is no day.

    On a day of one's own the time and the place of the others do not count.
    """
    details = workshop.details
    own = plan.check_in if plan is not None else None
    if own is not None and own != details.check_in:
        return LookBack(own)
    if details.check_in is None:
        return None
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", details.check_in_time.strip())
    time = dt.time(int(found[1]), int(found[2])) if found else None
    return LookBack(details.check_in, time, details.place)
