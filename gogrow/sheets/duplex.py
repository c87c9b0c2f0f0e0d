"""One sheet that tells along which edge a printer turns paper over, and how far front and back are apart.

A cross on the front, with a step for each millimetre; on the back a ring and a square, in the two places that may come
to lie behind it. Held against the light one of them stands around the cross, with a dot that shows where its middle is.
"""

from __future__ import annotations

from pathlib import Path

from gogrow.sheets import fonts
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM
from gogrow.sheets.look import look
from gogrow.sheets.stacked import Part, stacked
from gogrow.sheets.writing import write
from gogrow.texts import Texts

CROSS = (60.0, 196.0)
"""The middle of the cross on the front."""
RING = (A4[0] - CROSS[0], CROSS[1])
SQUARE = (CROSS[0], A4[1] - CROSS[1])
"""Where on the back lies behind the cross: turned along the long edge, and along the short one."""

_ARM, _AROUND = 15.0, 22.0


def duplex_test(target: Path, texts: Texts) -> bool:
    """Write the test sheet: two pages, A4, black only. Raises `PaperFault`. Returns that it was written."""
    t = texts.t
    pad = Pad(look(False), A4, t("Test sheet for the printer"))
    pad.true_size()
    _front(pad, texts)
    pad.next_page()
    _back(pad, texts)
    pad.next_page()
    write(target, pad.finish())
    return True


def _front(pad: Pad, texts: Texts) -> None:
    t = texts.t
    title = fonts.fit(t("Test sheet for the printer"), EXTRABOLD, 30, A4[0] - 2 * MARGIN, 1, 16)
    pad.lines(MARGIN, 30, title.lines, title.size, 0, EXTRABOLD)
    _step(pad, 1, t("Print both pages on one sheet of paper: on both sides, at 100 %."), MARGIN, 46, 180)
    _step(pad, 2, t("Hold the sheet against the light, with this side towards you."), MARGIN, 60, 180)
    x, room = 98.0, A4[0] - MARGIN - 98.0
    y = _step(pad, 3, t("What stands around the cross?"), x, 146, room)
    for shape, words in (
        ("ring", t("A ring: choose “Turn along the long edge”.")),
        ("square", t("A square: choose “Turn along the short edge”.")),
        ("", t("Nothing: the printer prints on one side. Choose “Fronts only”.")),
    ):
        _shape(pad, shape, x + 15.5, y + 3.2, 3.6, 0.9)
        y = _words(pad, words, x + 24, y + 1.2, room - 24, 13) + 8
    away = t("Where is the dot? Each step of the cross is 1 mm. Up to 1 mm from the middle is fine.")
    _step(pad, 4, away, x, y + 4, room)
    _cross(pad)
    left, foot = MARGIN, A4[1] - 34
    pad.line(left, foot, left + 100, foot, 0.4)
    for end in (left, left + 100):
        pad.line(end, foot - 2.5, end, foot + 2.5, 0.4)
    true = t("This line is 100 mm long. Is it not? Then print at 100 %, without “fit to page”.")
    _words(pad, true, left, foot + 5, 130, 11)


def _step(pad: Pad, number: int, text: str, x: float, y: float, room: float) -> float:
    pad.badge(x + 4, y, 4, str(number), 14)
    return _words(pad, text, x + 12, y - fonts.capital(15) / 2, room - 12, 15) + 6


def _words(pad: Pad, text: str, x: float, top: float, room: float, size: float) -> float:
    """A text with its first capitals at ``top``. Returns the foot of its last line."""
    laid = stacked([Part(text, size, BOLD if size > 13 else MEDIUM)], room, 40)
    assert laid is not None
    laid.draw(pad, x, top)
    return top + laid.height


def _cross(pad: Pad) -> None:
    x, y = CROSS
    pad.line(x - _ARM, y, x + _ARM, y, 0.2)
    pad.line(x, y - _ARM, x, y + _ARM, 0.2)
    for step in range(-int(_ARM), int(_ARM) + 1):
        half = 1.8 if step % 5 == 0 else 0.8
        pad.line(x + step, y - half, x + step, y + half, 0.15)
        pad.line(x - half, y + step, x + half, y + step, 0.15)
        if step and step % 5 == 0:
            pad.text(x + step, y + 4.6, str(abs(step)), 7, MEDIUM, None, "middle")
            pad.text(x + 2.6, y + step + 0.8, str(abs(step)), 7, MEDIUM)


def _back(pad: Pad, texts: Texts) -> None:
    for name, (x, y) in (("ring", RING), ("square", SQUARE)):
        _shape(pad, name, x, y, _AROUND, 2.4)
        pad.circle(x, y, 0.9, pad.look.ink)
    pad.text(A4[0] / 2, A4[1] - 18, texts.t("This is the back."), 13, MEDIUM, None, "middle")


def _shape(pad: Pad, name: str, x: float, y: float, radius: float, line: float) -> None:
    if name == "ring":
        pad.circle(x, y, radius, None, None, line)
    elif name == "square":
        pad.rect(x - radius, y - radius, 2 * radius, 2 * radius, 0, None, None, line)
    else:
        pad.line(x - radius * 0.7, y, x + radius * 0.7, y, line * 0.5)
