"""What the posters for a wall have in common: the ground with its landscape, and the title over it."""

from __future__ import annotations

from gogrow.domain.board import Board
from gogrow.sheets import fonts
from gogrow.sheets.branding import draw_logo
from gogrow.sheets.canvas import Pad
from gogrow.sheets.fonts import EXTRABOLD, SEMIBOLD
from gogrow.sheets.heading import draw_bars
from gogrow.sheets.landscape import HIGH, WIDE, Stop, draw_land, draw_sun
from gogrow.sheets.logo import Logo

LEFT, RIGHT = 17.8, 279.2
"""Where what is written begins and ends, in millimetres of an A3."""


def draw_ground(pad: Pad, board: Board, foot: float, marks: tuple[Stop, ...]) -> None:
    """The paper, a bar for each field, the hills with a road along ``marks`` down to ``foot``, and the sun."""
    if pad.look.filled:
        pad.rect(0, 0, WIDE, HIGH, 0, pad.look.box)
    draw_bars(pad, board.fields, LEFT, 15.75, RIGHT - LEFT, 4.06, 2.5, 1.5)
    draw_land(pad, foot, marks)
    draw_sun(pad)


def draw_title(pad: Pad, words: str, least: float, whose: str, logo: Logo | None) -> None:
    """The title in two lines, never smaller than ``least`` points, with whose it is under it; a logo at the right."""
    title = fonts.fit(words, EXTRABOLD, 80, 118, 2, least, even=True)
    y = pad.lines(LEFT - 1, 50.2, title.lines, title.size, title.size * 0.352, EXTRABOLD)
    for size, lines in ((27, 1), (24, 2), (18, 3)):
        named = fonts.fit(whose, SEMIBOLD, size, 118, lines, size * 0.8)
        if fonts.whole(named, whose):
            break
    top = y - title.size * 0.352 + 5.4 + named.size * 0.36
    pad.lines(LEFT + 0.5, top, named.lines, named.size, named.size * 0.42, SEMIBOLD, pad.look.ink2)
    if logo is not None:
        draw_logo(pad, logo, RIGHT - 46, 25.5, 46, 15.5, "end")
