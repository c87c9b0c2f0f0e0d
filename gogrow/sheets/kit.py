"""Whole PDFs: the room kit with everything that lies ready, and plan sheets for one or for all.

Both are made in memory and put in place at once. Progress is told per sheet; whoever stops it finds no new file, and
an older one as it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from gogrow.domain.people import Participant, Presence
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets import codes
from gogrow.sheets.agreements import draw_agreements, leaders
from gogrow.sheets.calendar import check_in_event
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from gogrow.sheets.plan import Sheet, draw_front, entries, event_title, overflow
from gogrow.sheets.plan_back import divided, draw_back, draw_more
from gogrow.sheets.runsheet import Part, draw_run_sheet, run_sheet_pages
from gogrow.sheets.signs import draw_signs, sign_pages
from gogrow.sheets.slips import draw_slips, slip_pages
from gogrow.sheets.writing import Counter, PaperFault, Progress, write
from gogrow.texts import Texts

__all__ = ["PaperFault", "plan_sheets", "room_kit"]


def room_kit(
    workshop: Workshop,
    texts: Texts,
    target: Path,
    progress: Progress | None = None,
    *,
    colour: bool = True,
    start: dt.time | None = None,
    names_on_slips: bool = False,
) -> bool:
    """Write the room kit: run sheet, agreements, slips, name signs, and a blank plan sheet for each who may come.

    ``texts`` speaks the workshop's language. ``start`` gives the run sheet clock times. Plan sheets hold a name, the
    plan code and the check-in, and nothing that was placed or typed. Raises `PaperFault`. Returns whether the file
    was written (not when ``progress`` said stop).
    """
    coming = [p for p in workshop.participants if p.presence is not Presence.NOT_HERE]
    counter = Counter(3 + len(coming) * 2, progress)
    pad = Pad(look(colour), title=f"{texts.t('Room kit')} · {workshop.details.title}")
    parts = _parts(workshop, texts, coming, start)
    pad.bookmark("run", texts.t("Run sheet"))
    draw_run_sheet(pad, workshop, texts, start, parts)
    counter.sheet()
    pad.bookmark("agreements", texts.t("Agreements with the manager"))
    draw_agreements(pad, workshop, texts, leaders(workshop))
    counter.sheet()
    pad.bookmark("slips", texts.t("Slips"))
    with pad.black_only(look(False)):
        draw_slips(pad, workshop, texts, [p.name if names_on_slips else "" for p in coming])
    if coming:
        pad.bookmark("signs", texts.t("Name signs"))
    for at in range(0, len(coming), 2):
        if counter.stopped:
            return False
        draw_signs(pad, texts, coming[at : at + 2], coming)
        for _ in coming[at : at + 2]:
            counter.sheet()
    if pad.pages % 2:
        pad.next_page()
    if not _plans(pad, workshop, coming or [None], texts, counter, blank=True) or not counter.sheet():
        return False
    write(target, pad.finish())
    return True


def plan_sheets(
    workshop: Workshop,
    participants: Sequence[Participant],
    texts: Texts,
    target: Path,
    colour: bool = True,
    progress: Progress | None = None,
) -> bool:
    """Write the plan sheets of ``participants``, front and back, with what was placed and typed.

    ``texts`` speaks the workshop's language. Raises `PaperFault`. Returns whether the file was written (not when
    ``progress`` said stop).
    """
    counter = Counter(len(participants), progress)
    pad = Pad(look(colour), title=f"{texts.t('My development plan')} · {workshop.details.title}")
    if not _plans(pad, workshop, participants, texts, counter, blank=False):
        return False
    if not pad.pages:
        pad.next_page()
    write(target, pad.finish())
    return True


def _plans(
    pad: Pad,
    workshop: Workshop,
    participants: Sequence[Participant | None],
    texts: Texts,
    counter: Counter,
    blank: bool,
) -> bool:
    """Draw sheets, each on leaves of its own. Returns whether nobody stopped it."""
    day, event = workshop.details.check_in, None
    if day is not None:
        event = codes.event_code(check_in_event(day, event_title(texts)))
    if participants:
        pad.bookmark("plans", texts.t("Plan sheets"))
    for at, who in enumerate(participants):
        if counter.stopped:
            return False
        if who is not None:
            pad.bookmark(f"plan{at}", who.name, 1)
        plan = workshop.plan(who.id) if who is not None and not blank else DevelopmentPlan("")
        _sheet(pad, Sheet(workshop, texts, who, plan, event, blank))
        if who is not None:
            counter.sheet()
    return not counter.stopped


def _sheet(pad: Pad, sheet: Sheet) -> None:
    written = entries(sheet)
    back = divided(sheet, overflow(sheet, written))
    more = sheet.texts.t("continued on sheet 2") if back.more else sheet.texts.t("continued overleaf")
    draw_front(pad, sheet, written, more)
    pad.next_page()
    draw_back(pad, sheet, back, more)
    pad.next_page()
    draw_more(pad, sheet, back)


def _parts(workshop: Workshop, texts: Texts, coming: Sequence[Participant], start: dt.time | None) -> list[Part]:
    """Which pages are what, and how to print them. The run sheet's own length is in it, so it is counted twice."""
    one, both = texts.t("on one side"), texts.t("on both sides")
    lengths = [
        (texts.t("agreements"), len(leaders(workshop)), one),
        (texts.t("slips, cut in two"), slip_pages(workshop, len(coming)), one),
        (texts.t("name signs, cut and folded"), sign_pages(len(coming)), one),
        (texts.t("plan sheets"), 2 * max(1, len(coming)), both),
    ]

    def parts(run_pages: int) -> list[Part]:
        found: list[Part] = []
        at = 1
        for name, pages, how in [(texts.t("this run sheet"), run_pages, one), *lengths]:
            if how == both and at % 2 == 0:
                at += 1
            if pages:
                where = (
                    texts.t("Page {first}", first=at)
                    if pages == 1
                    else texts.t("Pages {first} to {last}", first=at, last=at + pages - 1)
                )
                found.append((f"{where}, {name}", how))
            at += pages
        return found

    guess = parts(1)
    return parts(run_sheet_pages(workshop, texts, start, guess))
