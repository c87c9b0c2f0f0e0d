"""The group's course on one page: every dilemma as a line, and what the group agrees, differs and asks. No name.

An A4 is a page to hand out: dilemmas above, in one column or in two, and under them what was found on the left and
room to ask on the right. An A3 lies across, for the wall: everything a third larger, what was found and asked in a
column of its own, so that it is read without going down the page. What does not fit on one page goes on overleaf.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from gogrow.domain.course import Course, course
from gogrow.domain.workshop import Workshop
from gogrow.sheets import course_parts as parts
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.course_parts import Type
from gogrow.sheets.dots import piles
from gogrow.sheets.flow import Block, Page, gap, laid_out
from gogrow.sheets.fonts import MEDIUM
from gogrow.sheets.heading import draw_heading
from gogrow.sheets.look import look
from gogrow.sheets.writing import Counter, Progress, write
from gogrow.texts import Texts

A3 = (420.0, 297.0)
_TOP, _BOTTOM = 42.5, 283.0
_GAP, _SPACE = 5.0, 8.0  # between dilemmas under one another, and beside one another


@dataclass(frozen=True, slots=True)
class Form:
    """A page: its ``size``, how much larger than an A4 its heading is, and which (columns, size of type) to try.

    ``short`` are tried after those, with goals called by their numbers, so that six dilemmas are one page.
    """

    size: tuple[float, float]
    unit: float
    tried: tuple[tuple[int, float], ...]
    short: tuple[tuple[int, float], ...]
    aside: bool = False

    @property
    def left(self) -> float:
        """The left edge."""
        return MARGIN * self.unit

    @property
    def right(self) -> float:
        """The right edge."""
        return self.size[0] - MARGIN * self.unit

    @property
    def top(self) -> float:
        """Where the dilemmas begin."""
        return _TOP * self.unit

    @property
    def bottom(self) -> float:
        """Where everything ends."""
        return self.size[1] - (A4[1] - _BOTTOM) * self.unit


FORMS = {
    "a4": Form(
        A4, 1.0, ((1, 1.4), (1, 1.15), (1, 1.0), (2, 1.0), (2, 0.92), (2, 0.85)), ((2, 0.92), (2, 0.85), (2, 0.78))
    ),
    "a3": Form(
        A3, 1.3, ((1, 1.6), (2, 1.3), (2, 1.15), (3, 1.3), (3, 1.15), (3, 1.0), (3, 0.9)), ((3, 0.9),), aside=True
    ),
}
"""The sizes of paper that there are."""


def course_pdf(
    workshop: Workshop,
    texts: Texts,
    target: Path,
    size: str = "a4",
    progress: Progress | None = None,
    *,
    colour: bool = True,
) -> bool:
    """Write the course of a workshop. ``size`` is one of `FORMS`; ``texts`` speaks the workshop's language.

    Progress is told per page. Raises `PaperFault`. Returns whether the file was written (not when ``progress`` said
    stop).
    """
    form, made = FORMS[size], course(workshop)
    title = texts.t("Our course")
    pages = _pages(made, texts, form)
    counter = Counter(len(pages), progress)
    pad = Pad(look(colour), form.size, f"{title} · {made.title}")
    for number, page in enumerate(pages, start=1):
        if counter.stopped:
            return False
        draw_heading(pad, workshop, title, made.title, texts, unit=form.unit)
        parts.legend(pad, made, texts, form.left, 36.4 * form.unit, form.unit)
        for y, block in page:
            block.draw(pad, y)
        if len(pages) > 1:
            counted = texts.t("Page {number} of {total}", number=number, total=len(pages))
            pad.text(form.right, 290.5 if form.unit == 1 else 289, counted, 10, MEDIUM, pad.look.ink2, "end")
        pad.next_page()
        counter.sheet()
    if counter.stopped:
        return False
    write(target, pad.finish())
    return True


def _pages(made: Course, texts: Texts, form: Form) -> list[Page]:
    """The first way that fits on one page; else the one with the fewest pages, and of those the largest."""
    ways = list(_ways(made, texts, form))
    return min(ways, key=len)


def _ways(made: Course, texts: Texts, form: Form) -> Iterator[list[Page]]:
    for short, columns, unit in [(False, *one) for one in form.tried] + [(True, *one) for one in form.short]:
        if columns > max(1, len(made.lines)) or (short and not any(line.goals for line in made.lines)):
            continue
        goals = made.goals if short else ()
        found = (_aside if form.aside and made.lines else _below)(made, texts, form, columns, unit, goals)
        if found is not None:
            yield found
            if len(found) == 1:
                return


def _below(
    made: Course, texts: Texts, form: Form, columns: int, unit: float, goals: tuple[str, ...]
) -> list[Page] | None:
    """Dilemmas, and under them what was found on the left and what is asked on the right."""
    room, space, page = form.right - form.left, _SPACE * unit, form.bottom - form.top
    flowed = _dilemmas(made, texts, form, columns, unit, room, goals)
    if flowed is None:
        return None
    pages, y = flowed
    half, kind = (room - space) / 2, Type(texts, unit, piles((), room, unit), goals)
    found = parts.findings(made, form.left, half, kind)
    if found:
        beside = form.left + half + space
        head = Block(4 * unit, lambda pad, y: pad.line(form.left, y, form.left + half, y, 0.42))
        left = parts.stacked([head, *found])
        asked = parts.asked(made, beside, half, form.bottom, kind, page)
        over = parts.numbered(beside, half, kind)
        right = parts.stacked([*([gap(4 * unit), *over] if over else []), *asked])
        if len(asked) == 1 and max(left.height, right.height) <= page:
            return _followed(pages, y, [parts.beside([left, right])], form)
        found = [*parts.findings(made, form.left, room, kind), gap(_GAP * unit)]
    return _followed(pages, y, [*found, *parts.asked(made, form.left, room, form.bottom, kind, page)], form)


def _aside(
    made: Course, texts: Texts, form: Form, columns: int, unit: float, goals: tuple[str, ...]
) -> list[Page] | None:
    """Dilemmas, and beside them what was found and what is asked."""
    side = (form.right - form.left) * (0.3 if columns < 3 else 0.24)
    room = form.right - form.left - side - _SPACE * unit
    flowed = _dilemmas(made, texts, form, columns, unit, room, goals)
    if flowed is None:
        return None
    x, kind = form.right - side, Type(texts, unit, piles((), room, unit), goals)
    found = parts.findings(made, x, side, kind)
    if found:
        found.append(gap(_GAP * unit))
    asked = parts.asked(made, x, side, form.bottom, kind, form.bottom - form.top)
    nothing: Page = []
    both = zip_longest(flowed[0], laid_out([*found, *asked], form.top, form.bottom), fillvalue=nothing)
    return [[*here, *there] for here, there in both]


def _dilemmas(
    made: Course, texts: Texts, form: Form, columns: int, unit: float, room: float, goals: tuple[str, ...]
) -> tuple[list[Page], float] | None:
    """All dilemmas, each in the column that is shortest, and where the last page is free; None: one is too long."""
    space, between = _SPACE * unit, _GAP * unit
    wide = (room - space * (columns - 1)) / columns
    kind = Type(texts, unit, piles(made.lines, wide, unit), goals)
    if columns == 1:
        blocks: list[Block] = []
        for line in made.lines:
            pieces = parts.dilemma(line, form.left, wide, kind)
            whole = parts.stacked(pieces)
            blocks += [*([whole] if whole.height <= form.bottom - form.top else pieces), gap(between)]
        pages = laid_out(blocks, form.top, form.bottom)
        return pages, max((y + block.height for y, block in pages[-1]), default=form.top)
    pages, feet = [[]], [form.top] * columns
    for line in made.lines:
        column = feet.index(min(feet))
        card = parts.stacked(parts.dilemma(line, form.left + column * (wide + space), wide, kind))
        if card.height > form.bottom - form.top:
            return None
        if feet[column] + card.height > form.bottom:
            pages.append([])
            feet = [form.top] * columns
            column = 0
            card = parts.stacked(parts.dilemma(line, form.left, wide, kind))
        pages[-1].append((feet[column], card))
        feet[column] += card.height + between
    return pages, max(feet)


def _followed(pages: list[Page], y: float, blocks: list[Block], form: Form) -> list[Page]:
    """Pages with more under them, on the last page when its first part fits there."""
    if y + blocks[0].height > form.bottom:
        return [*pages, *laid_out(blocks, form.top, form.bottom)]
    here, *more = laid_out(blocks, y, form.bottom, form.top)
    return [*pages[:-1], [*pages[-1], *here], *more]
