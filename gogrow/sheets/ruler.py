"""A ruler of 100 mm: whether the printer made the page smaller or larger is seen at once."""

from __future__ import annotations

from gogrow.sheets import fonts
from gogrow.sheets.canvas import Pad
from gogrow.sheets.fonts import MEDIUM
from gogrow.sheets.look import WHITE
from gogrow.texts import Texts

RULER = 100.0
"""Its length in millimetres."""


def draw_ruler(pad: Pad, texts: Texts, x: float, y: float, high: float = 7.4) -> None:
    """A ruler from ``x`` on to the right, with its words under it, around the height ``y``, on a white ground."""
    line, size = y - high * 0.12, high * 1.02
    pad.rect(x - 2, y - high / 2, RULER + 4, high, 1.2, WHITE)
    pad.line(x, line, x + RULER, line, 0.25)
    for step in range(11):
        half = high * (0.3 if step in (0, 5, 10) else 0.17)
        pad.line(x + 10 * step, line - half, x + 10 * step, line, 0.25)
    words = fonts.fit(texts.t("100 mm: print at 100 %"), MEDIUM, size, RULER, 1, 4)
    pad.lines(x + RULER / 2, y + high * 0.4, words.lines, words.size, 0, MEDIUM, None, "middle")
