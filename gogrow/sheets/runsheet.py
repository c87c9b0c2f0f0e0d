"""The run sheet: what the facilitator does when, what stands ready, and how this kit is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from gogrow.domain.board import Words
from gogrow.domain.deck import ProgrammeStep
from gogrow.domain.people import Presence
from gogrow.domain.workshop import Workshop
from gogrow.sheets import fonts
from gogrow.sheets.board import said
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.flow import Block, Draw, gap, laid_out, paragraph, void
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.heading import draw_heading
from gogrow.texts import Texts

_LEFT, _RIGHT = 45.0, A4[0] - MARGIN
_TOP, _NEXT_TOP, _BOTTOM = 38.0, 24.0, 280.0

Part = tuple[str, str]
"""What is to be printed, and how."""


def draw_run_sheet(
    pad: Pad, workshop: Workshop, texts: Texts, start: dt.time | None = None, parts: Sequence[Part] = ()
) -> int:
    """Draw the run sheet; ``parts`` is how the rest of the kit is printed. Returns the number of its pages."""
    pages = laid_out(_blocks(workshop, texts, start, parts), _TOP, _BOTTOM, _NEXT_TOP)
    title = texts.t("Run sheet")
    for number, page in enumerate(pages, start=1):
        if number == 1:
            draw_heading(pad, workshop, title, workshop.details.title, texts)
        else:
            fitted = fonts.fit(f"{title} · {workshop.details.title}", BOLD, 11, _RIGHT - MARGIN, 1, 7)
            pad.lines(MARGIN, 16, fitted.lines, fitted.size, 0, BOLD, pad.look.ink2)
        for y, block in page:
            block.draw(pad, y)
        counted = texts.t("Page {number} of {total}", number=number, total=len(pages))
        pad.text(_RIGHT, 287.5, counted, 10, MEDIUM, pad.look.ink2, "end")
        pad.next_page()
    return len(pages)


def run_sheet_pages(workshop: Workshop, texts: Texts, start: dt.time | None, parts: Sequence[Part]) -> int:
    """How many pages `draw_run_sheet` makes."""
    return len(laid_out(_blocks(workshop, texts, start, parts), _TOP, _BOTTOM, _NEXT_TOP))


def _blocks(workshop: Workshop, texts: Texts, start: dt.time | None, parts: Sequence[Part]) -> list[Block]:
    blocks = _facts(workshop, texts, start)
    if workshop.details.goals:
        blocks += _list(texts.t("This is what it is about"), workshop.details.goals, ticks=False)
    materials = list(dict.fromkeys(_said(step.materials, workshop) for step in workshop.run if step.materials))
    if materials:
        blocks += _list(texts.t("To bring"), materials, ticks=True)
    blocks.append(gap(3))
    gone = 0
    for step in workshop.run:
        blocks += _step(step, workshop, texts, start, gone)
        gone += step.minutes
    if parts:
        how_to = [f"{what}: {how}" for what, how in parts]
        listed = _list(texts.t("How to print this kit"), how_to, ticks=False)
        blocks += [gap(2), *(replace(block, keep=at < len(listed) - 1) for at, block in enumerate(listed))]
    return blocks


def _facts(workshop: Workshop, texts: Texts, start: dt.time | None) -> list[Block]:
    details = workshop.details
    total = sum(step.minutes for step in workshop.run)
    people = sum(p.presence is not Presence.NOT_HERE for p in workshop.participants)
    time = texts.n("{count} minute", "{count} minutes", total)
    if start is not None:
        time = texts.t("{start} to {end}", start=_clock(start, 0), end=_clock(start, total)) + f" ({time})"
    facts = [details.organisation, details.team if details.team != details.title else "", time]
    facts.append(texts.n("{count} person", "{count} people", people))
    if details.check_in:
        facts.append(texts.t("check-in on {day}", day=texts.date(details.check_in)))
    return paragraph(" · ".join(f for f in facts if f), MARGIN, _RIGHT - MARGIN, 12, MEDIUM, 3)


def _list(title: str, entries: Sequence[str], ticks: bool) -> list[Block]:
    blocks = [_heading(title)]
    for entry in entries:
        lines = paragraph(entry, MARGIN + 7, _RIGHT - MARGIN - 7, 11.5, MEDIUM, 1.4)
        if lines:
            blocks += [_with(lines[0], _tick if ticks else _dot), *lines[1:]]
    return [*blocks, gap(2.5)]


def _heading(title: str) -> Block:
    return Block(7.2, lambda pad, y: void(pad.text(MARGIN, y + 4.8, title, 14.5, EXTRABOLD)), keep=True)


def _with(block: Block, mark: Draw) -> Block:
    def draw(pad: Pad, y: float) -> None:
        mark(pad, y)
        block.draw(pad, y)

    return replace(block, draw=draw)


def _tick(pad: Pad, y: float) -> None:
    pad.tick_box(MARGIN + 0.2, y + 0.4, 4, 0.35)


def _dot(pad: Pad, y: float) -> None:
    pad.circle(MARGIN + 2.2, y + 2.45, 0.75, pad.look.ink)


def _step(step: ProgrammeStep, workshop: Workshop, texts: Texts, start: dt.time | None, gone: int) -> list[Block]:
    """A step: its time on the left, what to do on the right. It stays on one page when a page can hold it."""
    room = _RIGHT - _LEFT

    def head(pad: Pad, y: float) -> None:
        pad.line(MARGIN, y, _RIGHT, y, 0.42)
        if start is not None:
            pad.text(MARGIN, y + 7.4, _clock(start, gone), 17, EXTRABOLD)
        else:
            pad.rule(MARGIN, MARGIN + 21, y + 8.2)
        minutes = texts.n("{count} minute", "{count} minutes", step.minutes)
        pad.text(MARGIN, y + 13.4, minutes, 11.5, SEMIBOLD)
        span = texts.t("{start} to {end}", start=gone, end=gone + step.minutes)
        pad.text(MARGIN, y + 18, span, 9.5, MEDIUM, pad.look.ink2)

    blocks = [Block(2.4, head)]
    blocks += paragraph(_said(step.title, workshop), _LEFT, room, 15, EXTRABOLD, 1.2, leading=0.42)
    screen = texts.t("On the screen: {words}", words=_said(step.heading, workshop))
    blocks += paragraph(screen, _LEFT, room, 11, MEDIUM, 1.6, soft=True)
    for note in step.notes:
        lines = paragraph(_said(note, workshop), _LEFT + 5, room - 5, 12, MEDIUM, 0.9)
        if lines:
            blocks += [_with(lines[0], _note_mark), *lines[1:]]
    blocks.append(gap(0.8))
    for icon, label, words in (
        ("users", texts.t("Meanwhile"), step.meanwhile),
        ("armchair", texts.t("The room"), step.room),
        ("clipboard-text", texts.t("Have ready"), step.materials),
    ):
        if words:
            lines = paragraph(_said(words, workshop), _LEFT + 31, room - 31, 11, MEDIUM, 0.9)
            if lines:
                blocks += [_with(lines[0], _labelled(icon, label)), *lines[1:]]
    height = sum(block.height for block in blocks)
    if height < 22:
        blocks.append(gap(22 - height))
    blocks.append(gap(3.6))
    return [replace(block, keep=at < len(blocks) - 1) for at, block in enumerate(blocks)]


def _note_mark(pad: Pad, y: float) -> None:
    pad.circle(_LEFT + 1.1, y + 2.5, 0.75, pad.look.ink)


def _labelled(icon: str, label: str) -> Draw:
    def draw(pad: Pad, y: float) -> None:
        pad.icon(icon, _LEFT, y - 0.2, 4.6)
        fitted = fonts.fit(label, BOLD, 11, 23, 1, 7)
        pad.lines(_LEFT + 6.4, y + 11 * 0.34, fitted.lines, fitted.size, 0, BOLD)

    return draw


def _said(words: Words | None, workshop: Workshop) -> str:
    return said(words or {}, workshop.details.language)


def _clock(start: dt.time, minutes: int) -> str:
    total = (start.hour * 60 + start.minute + minutes) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"
