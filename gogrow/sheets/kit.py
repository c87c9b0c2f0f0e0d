"""Whole PDFs: the room kit with everything that lies ready, and plan sheets for one or for all.

Both are made in memory and put in place at once. Progress is told per sheet; whoever stops it finds no new file, and
an older one as it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from gogrow.domain.deck import StepKind
from gogrow.domain.people import Participant, Presence
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets.agreements import draw_agreements, leaders
from gogrow.sheets.branding import NOTHING, Added
from gogrow.sheets.canvas import Pad
from gogrow.sheets.look import look
from gogrow.sheets.number_cards import card_pages, choice_pages, draw_cards, draw_choices, votes
from gogrow.sheets.plan import Sheet, draw_front, entries
from gogrow.sheets.plan_back import divided, draw_back, draw_more
from gogrow.sheets.plan_rest import overflow
from gogrow.sheets.runsheet import Part, draw_run_sheet, run_sheet_pages
from gogrow.sheets.signs import draw_signs, sign_pages
from gogrow.sheets.slips import draw_slips, has_slips, slip_pages
from gogrow.sheets.writing import Counter, PaperFault, Progress, write
from gogrow.texts import Texts

__all__ = ["PaperFault", "draw_plans", "plan_sheets", "room_kit"]


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
    """Write the room kit: run sheet, agreements, slips, cards, name signs, and a blank plan sheet for who may come.

    What the run has no step for is left out: slips without a round, cards and slips to choose on without a dilemma or
    a poll, plan sheets in a run of dilemmas without a plan. ``texts`` speaks the workshop's language. ``start`` gives
    the run sheet clock times. Plan sheets hold a name, the plan code and the check-in, and nothing that was placed or
    typed. Raises `PaperFault`. Returns whether the file was written (not when ``progress`` said stop).
    """
    coming = [p for p in workshop.participants if p.presence is not Presence.NOT_HERE]
    planning = _plans_made(workshop)
    counter = Counter(3 + len(coming) * (1 + planning), progress)
    pad = Pad(look(colour), title=f"{texts.t('Room kit')} · {workshop.details.title}")
    parts = _parts(workshop, texts, coming, start)
    pad.bookmark("run", texts.t("Run sheet"))
    draw_run_sheet(pad, workshop, texts, start, parts)
    counter.sheet()
    pad.bookmark("agreements", texts.t("Agreements with the manager"))
    draw_agreements(pad, workshop, texts, leaders(workshop))
    counter.sheet()
    with pad.black_only(look(False)):
        if has_slips(workshop):
            pad.bookmark("slips", texts.t("Slips"))
            draw_slips(pad, workshop, texts, [p.name if names_on_slips else "" for p in coming])
        if votes(workshop):
            pad.bookmark("cards", texts.t("Cards 1 to 5"))
            draw_cards(pad, texts, len(coming))
            pad.bookmark("choices", texts.t("Slips to choose on"))
            draw_choices(pad, workshop, texts, len(coming))
    if coming:
        pad.bookmark("signs", texts.t("Name signs"))
    for at in range(0, len(coming), 2):
        if counter.stopped:
            return False
        draw_signs(pad, texts, coming[at : at + 2], coming)
        for _ in coming[at : at + 2]:
            counter.sheet()
    if planning:
        if pad.pages % 2:
            pad.next_page()
        if not draw_plans(pad, workshop, coming or [None], texts, counter, blank=True):
            return False
    if not counter.sheet():
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
    plans: Mapping[str, DevelopmentPlan] | None = None,
) -> bool:
    """Write the plan sheets of ``participants``, front and back, with what was placed and typed.

    ``texts`` speaks the workshop's language. ``plans`` are earlier versions, by participant: drawn in place of what
    the plan is now. Raises `PaperFault`. Returns whether the file was written (not when
    ``progress`` said stop).
    """
    counter = Counter(len(participants), progress)
    pad = Pad(look(colour), title=f"{texts.t('My development plan')} · {workshop.details.title}")
    if not draw_plans(pad, workshop, participants, texts, counter, plans=plans):
        return False
    if not pad.pages:
        pad.next_page()
    write(target, pad.finish())
    return True


def draw_plans(
    pad: Pad,
    workshop: Workshop,
    participants: Sequence[Participant | None],
    texts: Texts,
    counter: Counter,
    blank: bool = False,
    plans: Mapping[str, DevelopmentPlan] | None = None,
    added: Added = NOTHING,
) -> bool:
    """Draw sheets, each on leaves of its own, with ``plans`` in place of the present ones. A ``blank`` sheet holds
    nothing that was typed. Returns whether nobody stopped it.
    """
    if participants:
        pad.bookmark("plans", texts.t("Plan sheets"))
    for at, who in enumerate(participants):
        if counter.stopped:
            return False
        if who is not None:
            pad.bookmark(f"plan{at}", who.name, 1)
        plan = DevelopmentPlan("") if who is None or blank else (plans or {}).get(who.id) or workshop.plan(who.id)
        _sheet(pad, Sheet(workshop, texts, who, plan, blank, added))
        if who is not None:
            counter.sheet()
    return not counter.stopped


def _sheet(pad: Pad, sheet: Sheet) -> None:
    written = entries(sheet)
    back = divided(sheet, overflow(sheet.plan, written, sheet.texts))
    more = sheet.texts.t("continued on sheet 2") if back.more else sheet.texts.t("continued overleaf")
    draw_front(pad, sheet, written, more)
    pad.next_page()
    draw_back(pad, sheet, back, more)
    pad.next_page()
    draw_more(pad, sheet, back)


def _plans_made(workshop: Workshop) -> bool:
    """Whether anybody makes a plan. A Koerskaart without a plan step has no use for sheets."""
    return any(step.kind is StepKind.PLAN for step in workshop.run) or not votes(workshop)


def _cards_how(texts: Texts) -> str:
    return texts.t(
        "on one side, on thick paper, so that nobody sees through it. Cut the whole stack in eight and put the piles "
        "on one another: the sets lie ready."
    )


def _choices_how(texts: Texts) -> str:
    return texts.t("only if you use no cards. On one side, cut down the middle; everyone tears off a slip at a time.")


def _parts(workshop: Workshop, texts: Texts, coming: Sequence[Participant], start: dt.time | None) -> list[Part]:
    """Which pages are what, and how to print them. The run sheet's own length is in it, so it is counted twice."""
    one, both = texts.t("on one side"), texts.t("on both sides")
    lengths = [
        (texts.t("agreements"), len(leaders(workshop)), one),
        (texts.t("slips, cut in two"), slip_pages(workshop, len(coming)), one),
        (texts.t("cards 1 to 5"), card_pages(len(coming)) if votes(workshop) else 0, _cards_how(texts)),
        (texts.t("slips to choose on"), choice_pages(workshop, texts, len(coming)), _choices_how(texts)),
        (texts.t("name signs, cut and folded"), sign_pages(len(coming)), one),
        (texts.t("plan sheets"), 2 * max(1, len(coming)) if _plans_made(workshop) else 0, both),
    ]

    def parts(run_pages: int) -> list[Part]:
        found: list[Part] = []
        at = 1
        for name, pages, how in [(texts.t("this run sheet"), run_pages, one), *lengths]:
            if pages and how == both and at % 2 == 0:
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
