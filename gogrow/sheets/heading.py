"""What stands at the top of an A4: the strip of the fields, the title, and whose or which session it is."""

from __future__ import annotations

from collections.abc import Sequence

from gogrow.domain.board import Field
from gogrow.domain.workshop import Workshop
from gogrow.sheets import fonts
from gogrow.sheets.canvas import MARGIN, Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM
from gogrow.texts import Texts

_TOP, _HIGH, _GAP = 10.85, 2.7, 1.7


def draw_strip(pad: Pad, workshop: Workshop, unit: float = 1.0) -> None:
    """One bar for each field, in its colour or its pattern; everything ``unit`` times as large as on an A4."""
    margin = MARGIN * unit
    room = pad.width - 2 * margin
    draw_bars(pad, workshop.board.fields, margin, _TOP * unit, room, _HIGH * unit, _GAP * unit, unit)


def draw_bars(
    pad: Pad, fields: Sequence[Field], x: float, top: float, room: float, high: float, gap: float, unit: float
) -> None:
    """A bar for each field beside each other, ``gap`` apart, over ``room`` from (x, top)."""
    wide = (room - gap * (len(fields) - 1)) / max(1, len(fields))
    for at, field in enumerate(fields):
        draw_bar(pad, field.colour, field.rim, x + at * (wide + gap), top, wide, high, unit)


def draw_bar(
    pad: Pad, colour: str, pattern: str, x: float, top: float, wide: float, high: float, unit: float = 1.0
) -> None:
    """A bar in the colour of a field's rim, or in its pattern, with its top left at (x, top)."""
    if not pad.look.patterns:
        pad.rect(x, top, wide, high, fill=pad.look.rim.get(colour, pad.look.ink2))
        return
    length, space = {
        "dashes": (6.8 * unit, 2.4 * unit),
        "ticks": (unit, 1.36 * unit),
        "dots": (high, 1.5 * unit),
    }.get(pattern, (wide, 0.0))
    count = max(1, round((wide + space) / (length + space)))
    step = (wide - length) / (count - 1) if count > 1 else 0.0
    for piece in range(count):
        if pattern == "dots":
            pad.circle(x + piece * step + high / 2, top + high / 2, high / 2, pad.look.ink)
        else:
            pad.rect(x + piece * step, top, length, high, fill=pad.look.ink)


def draw_heading(
    pad: Pad, workshop: Workshop, title: str, name: str, texts: Texts, beside: str = "", unit: float = 1.0
) -> None:
    """The strip, a title on the left, and on the right a name with a line under it (and the date behind ``beside``).

    ``unit`` is 1 on an A4; on a larger page everything grows with it.
    """
    pad.once("strip", lambda: draw_strip(pad, workshop, unit))
    left_edge, right = MARGIN * unit, pad.width - MARGIN * unit
    for size, lines, largest, floor in ((32, 1, 15, 12), (32, 2, 12, 9), (24, 3, 9, 7), (20, 3, 8, 5.5)):
        fitted = fonts.fit(title, EXTRABOLD, size * unit, 110 * unit, 1, 18 * unit)
        wide = max((fonts.width(line, EXTRABOLD, fitted.size) for line in fitted.lines), default=0)
        left = left_edge + wide + 6 * unit
        named = fonts.fit(name, BOLD, largest * unit, right - left, lines, floor * unit)
        if not named.cut:
            break
    pad.lines(left_edge - 0.5, 27.8 * unit, fitted.lines, fitted.size, 0, EXTRABOLD)
    day = texts.date(workshop.details.date) if workshop.details.date else ""
    words = " · ".join(part for part in (beside, day) if part)
    under = fonts.fit(words, MEDIUM, 11 * unit, right - left, 1, 7 * unit)
    pad.lines(right, 28.3 * unit, under.lines, under.size, 0, MEDIUM, pad.look.ink2, "end")
    low = 0.9 if len(named.lines) > 1 else 0.0  # further from the strip
    foot, leading = (22.4 + low if under.lines else 25.0) * unit, named.size * 0.4
    pad.lines(right, foot - leading * (len(named.lines) - 1), named.lines, named.size, leading, BOLD, None, "end")
