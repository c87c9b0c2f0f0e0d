"""What stands at the top of an A4: the strip of the fields, the title, and whose or which session it is."""

from __future__ import annotations

from gogrow.domain.workshop import Workshop
from gogrow.sheets import fonts
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM
from gogrow.texts import Texts

_TOP, _HIGH, _GAP = 10.85, 2.7, 1.7


def draw_strip(pad: Pad, workshop: Workshop) -> None:
    """One bar for each field, in its colour or its pattern."""
    fields = workshop.board.fields
    wide = (A4[0] - 2 * MARGIN - _GAP * (len(fields) - 1)) / max(1, len(fields))
    y = _TOP + _HIGH / 2
    for at, field in enumerate(fields):
        x = MARGIN + at * (wide + _GAP)
        if not pad.look.patterns:
            pad.rect(x, _TOP, wide, _HIGH, fill=pad.look.rim.get(field.colour, pad.look.ink2))
            continue
        length, space = {"dashes": (6.8, 2.4), "ticks": (1.0, 1.36), "dots": (_HIGH, 1.5)}.get(field.rim, (wide, 0.0))
        count = max(1, round((wide + space) / (length + space)))
        step = (wide - length) / (count - 1) if count > 1 else 0.0
        for piece in range(count):
            if field.rim == "dots":
                pad.circle(x + piece * step + _HIGH / 2, y, _HIGH / 2, pad.look.ink)
            else:
                pad.rect(x + piece * step, _TOP, length, _HIGH, fill=pad.look.ink)


def draw_heading(pad: Pad, workshop: Workshop, title: str, name: str, texts: Texts, beside: str = "") -> None:
    """The strip, a title on the left, and on the right a name with a line under it (and the date behind ``beside``)."""
    pad.once("strip", lambda: draw_strip(pad, workshop))
    right = A4[0] - MARGIN
    for size, lines, largest, floor in ((32, 1, 15, 12), (32, 2, 12, 9), (24, 3, 9, 7), (20, 3, 8, 5.5)):
        fitted = fonts.fit(title, EXTRABOLD, size, 110, 1, 18)
        left = MARGIN + max((fonts.width(line, EXTRABOLD, fitted.size) for line in fitted.lines), default=0) + 6
        named = fonts.fit(name, BOLD, largest, right - left, lines, floor)
        if not named.cut:
            break
    pad.lines(MARGIN - 0.5, 27.8, fitted.lines, fitted.size, 0, EXTRABOLD)
    day = texts.date(workshop.details.date) if workshop.details.date else ""
    under = fonts.fit(" · ".join(part for part in (beside, day) if part), MEDIUM, 11, right - left, 1, 7)
    pad.lines(right, 28.3, under.lines, under.size, 0, MEDIUM, pad.look.ink2, "end")
    foot, leading = 22.4 if under.lines else 25.0, named.size * 0.4
    pad.lines(right, foot - leading * (len(named.lines) - 1), named.lines, named.size, leading, BOLD, None, "end")
