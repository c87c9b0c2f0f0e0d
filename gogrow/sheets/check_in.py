"""The check-in on paper: its code for a calendar, and the optional codes for a telephone's notes and a link."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from gogrow.domain.workshop import DevelopmentPlan, PlanStep, StepState
from gogrow.sheets import codes
from gogrow.sheets.calendar import check_in_event
from gogrow.sheets.codes import Code
from gogrow.texts import Texts

EVENT_BYTES = 251
"""The most that a calendar code holds (version 11 at level M, ISO/IEC 18004, table 7): 52 mm with its quiet zone. A
place that is too long for it is cut: one version more was not always read back from a bad scan."""
STEPS_BYTES = 412
"""The same for the steps (version 15): 64 mm, which leaves room for words beside it on a poster."""


def event_title(texts: Texts, signed: bool = True) -> str:
    """What the check-in is called in a calendar: nothing that a passer-by should not see."""
    asked = texts.t("How did it go?")
    return f"{asked} (GoGrow)" if signed else asked


def day_or_words(by: str, texts: Texts) -> str:
    """A date that was chosen (``2026-05-18``) in words, anything else as typed."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", by.strip()):
        try:
            return texts.date(dt.date.fromisoformat(by.strip()), "d MMMM")
        except ValueError:
            return by
    return by


@lru_cache(maxsize=64)
def check_in_code(day: dt.date, title: str, place: str = "", time: dt.time | None = None) -> Code:
    """The code of the check-in, with as much of the place as it can hold."""
    place = " ".join(place.split())

    def made(length: int) -> str:
        where = place if length >= len(place) else place[:length].rstrip() + "…" if length else ""
        return check_in_event(day, title, where, time)

    return codes.event_code(_longest(made, len(place), EVENT_BYTES))


def steps_code(plan: DevelopmentPlan, heading: str, texts: Texts) -> Code | None:
    """*My steps* that are still to do as plain text for a telephone's notes, as many as the code can hold, in short;
    None without a step.
    """
    to_do = [step for step in plan.steps if step.state in (StepState.OPEN, StepState.BUSY)]
    lines = [line for step in to_do if (line := _line(step, texts))]
    if not lines:
        return None

    def made(count: int) -> str:
        rest = [] if count >= len(lines) else ["…"]
        return "\n".join([heading, *lines[:count], *rest])

    return codes.text_code(_longest(made, len(lines), STEPS_BYTES))


def extra_codes(plan: DevelopmentPlan, texts: Texts, steps: bool, link: str) -> list[tuple[Code, str]]:
    """Codes that were asked for, each with what it does: the steps as text, and a link."""
    t, found = texts.t, []
    if steps:
        code = steps_code(plan, t("My steps"), texts)
        if code is not None:
            found.append((code, t("Scan: my steps as text, for the notes in your phone")))
    if link:
        found.append((codes.text_code(link), opens(link, texts)))
    return found


def opens(link: str, texts: Texts) -> str:
    """What the code of a link does; of the link only whose it is, which is never broken over two lines by a hyphen."""
    return texts.t("Scan: opens {link}", link=link.split("/")[2])


def _line(step: PlanStep, texts: Texts) -> str:
    words = " ".join(step.what.split())
    by = " ".join(day_or_words(step.by, texts).split())
    short = words if len(words) <= 80 else words[:79].rstrip() + "…"
    if not words:
        return ""
    return f"- {short} ({by[:24]})" if by else f"- {short}"


def _longest(made: Callable[[int], str], most: int, limit: int) -> str:
    """The text with most in it that has no more bytes than a code may hold; with nothing when even one is too many."""
    return next(text for count in range(most, -1, -1) if len((text := made(count)).encode()) <= limit or not count)
