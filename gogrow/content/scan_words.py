"""Sentences about what was scanned or typed."""

from __future__ import annotations

import datetime as dt

from gogrow.domain.scanned import CalendarCode, ForeignCode, Meaning, NewerCode, PlanCode, WrongCode
from gogrow.texts import Texts


def told(found: Meaning, texts: Texts, today: dt.date) -> str:
    """What a code means, in a sentence of plain text; a plan code is told as one that no plan was found for."""
    t = texts.t
    match found:
        case PlanCode(code):
            return t(
                "Plan {code} is not in this file. Open the file of that workshop. Was this person taken off the list? "
                "Then make a new plan together.",
                code=code,
            )
        case WrongCode(text):
            return t("{code} is no plan code: a character is wrong. Type what stands on the sheet.", code=text or "…")
        case NewerCode():
            return t("This code comes from a newer version of GoGrow. Install that one, and try again.")
        case CalendarCode():
            return _event(found, texts, today)
        case ForeignCode():
            return t("This code is not from GoGrow. Use the one on the plan sheet, with eight characters below it.")


def plan_told(code: str, name: str, title: str, day: dt.date | None, texts: Texts) -> str:
    """Whose plan a code is, and from which workshop."""
    name, title = " ".join(name.split()), " ".join(title.split())
    if day is None:
        return texts.t("{code} is the plan of {name}, from {title}.", code=code, name=name, title=title)
    return texts.t(
        "{code} is the plan of {name}, from {title}, {day}.", code=code, name=name, title=title, day=texts.date(day)
    )


def _event(event: CalendarCode, texts: Texts, today: dt.date) -> str:
    what = " · ".join(part for part in (event.title, event.place) if part) or "…"
    t, day = texts.t, texts.date(event.day)
    if event.day < today:
        return t("For a calendar: {what}, {day}. That day is over: choose a new one together.", what=what, day=day)
    return t("For a calendar: {what}, {day}. Scan it with your phone.", what=what, day=day)
