"""The other formats that plans can be saved in: what each is called, and who makes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gogrow.live.jobs import Progress
from gogrow.texts import Texts, mark
from gogrow.ui.paper import pdf_name
from gogrow.ui.papers.saving import Order


@dataclass(frozen=True, slots=True)
class Format:
    """``words`` stand in the menu, ``kind`` where a file is chosen, ``name`` begins the file's. ``make`` writes it.

    ``personal``: it holds plans, so it is not offered with a paper of the whole team.
    """

    ending: str
    icon: str
    words: str
    kind: str
    name: str
    make: Callable[[Order, Path, dt.datetime, Progress], object]
    personal: bool = True

    def proposed(self, order: Order) -> str:
        """A file name for these people."""
        details, texts = order.workshop.details, Texts(order.language)
        whose = order.people[0].name if len(order.people) == 1 and not order.team else details.team or details.title
        day = details.date.isoformat() if details.date else ""
        return pdf_name(texts.t(self.name), whose, day).removesuffix(".pdf") + self.ending


def _word(order: Order, target: Path, _: dt.datetime, progress: Progress) -> object:
    from gogrow.sheets.plan_docx import plan_docx

    return plan_docx(order.workshop, order.people, Texts(order.language), target, progress)


def _calendar(order: Order, target: Path, now: dt.datetime, progress: Progress) -> object:
    from gogrow.sheets.check_ins import check_ins

    people = () if order.team else order.people
    return check_ins(order.workshop, people, Texts(order.language), target, now)


def _table(order: Order, target: Path, _: dt.datetime, progress: Progress) -> object:
    from gogrow.sheets.plan_xlsx import plan_xlsx

    return plan_xlsx(order.workshop, order.people, Texts(order.language), target)


FORMATS: tuple[Format, ...] = (
    Format(".docx", "file-text", mark("Word document (.docx)…"), mark("Word document"), mark("Plans"), _word),
    Format(
        ".ics",
        "calendar-event",
        mark("Check-ins for a calendar (.ics)…"),
        mark("Calendar"),
        mark("Check-ins"),
        _calendar,
        personal=False,
    ),
    Format(".xlsx", "table-import", mark("Steps in a table (.xlsx)…"), mark("Table"), mark("Steps"), _table),
)
"""In the order of the menu."""
