"""The other formats that plans can be saved in: what each is called, and who makes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gogrow.live.jobs import Progress
from gogrow.texts import Texts, mark
from gogrow.ui.papers.saving import Order


@dataclass(frozen=True, slots=True)
class Format:
    """``words`` stand in the menu, ``kind`` where a file is chosen. ``make`` writes it; False when it was stopped."""

    ending: str
    icon: str
    words: str
    kind: str
    make: Callable[[Order, Path, dt.datetime, Progress], object]


def _word(order: Order, target: Path, _: dt.datetime, progress: Progress) -> object:
    from gogrow.sheets.plan_docx import plan_docx

    return plan_docx(order.workshop, order.people, Texts(order.language), target, progress)


def _calendar(order: Order, target: Path, now: dt.datetime, progress: Progress) -> object:
    from gogrow.sheets.check_ins import check_ins

    return check_ins(order.workshop, order.people, Texts(order.language), target, now)


def _table(order: Order, target: Path, _: dt.datetime, progress: Progress) -> object:
    from gogrow.sheets.plan_xlsx import plan_xlsx

    return plan_xlsx(order.workshop, order.people, Texts(order.language), target)


FORMATS: tuple[Format, ...] = (
    Format(".docx", "file-text", mark("Word document (.docx)…"), mark("Word document"), _word),
    Format(".ics", "calendar-event", mark("Check-ins for a calendar (.ics)…"), mark("Calendar"), _calendar),
    Format(".xlsx", "table-import", mark("Steps in a table (.xlsx)…"), mark("Table"), _table),
)
"""In the order of the menu."""
