"""The first page of a board in tiles: where each sheet lies, and how to lay and glue them, in five sentences."""

from __future__ import annotations

from functools import partial

from reportlab.lib.units import mm

from gogrow.domain.board import Board
from gogrow.sheets import fonts
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.floor_drawing import draw_ground
from gogrow.sheets.floor_wishes import FloorWishes, Tiling, board_size, drawing, metres, tile_name
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.look import WHITE
from gogrow.sheets.ruler import draw_ruler
from gogrow.texts import Texts

_TOP, _HIGH = 48.0, 160.0  # of the map on an A4
_RIGHT = A4[0] - MARGIN
_EDGE = 5.0  # beside the map, for the letters of the rows


def draw_map(pad: Pad, board: Board, texts: Texts, wishes: FloorWishes, laid: Tiling) -> None:
    """Draw the map on the current page, upright; on a larger paper all of it but the ruler is larger too."""
    with pad.scaled(0, 0, pad.width / A4[0]):
        _heading(pad, board, texts, wishes, laid)
        low = _sheets(pad, board, texts, wishes, laid)
        _steps(pad, texts, low + 18)
    draw_ruler(pad, texts, MARGIN + 2, pad.height - 14)


def _heading(pad: Pad, board: Board, texts: Texts, wishes: FloorWishes, laid: Tiling) -> None:
    t = texts.t
    pad.text(MARGIN - 0.5, 27, t("Floor board"), 30, EXTRABOLD)
    wide, high = (metres(side / 1000, texts) for side in board_size(board, wishes))
    paper = texts.n("{count} sheet of {paper}", "{count} sheets of {paper}", laid.count, paper=wishes.paper.upper())
    pad.text(MARGIN, 37, f"{wide} × {high} m · {paper}", 15, SEMIBOLD, pad.look.ink2)


def _sheets(pad: Pad, board: Board, texts: Texts, wishes: FloorWishes, laid: Tiling) -> float:
    """The fields with all sheets over them: numbers, and crosses where there is none. Returns where they end."""
    columns, rows = laid.columns * laid.cell[0], laid.rows * laid.cell[1]
    scale = min((_RIGHT - MARGIN - 2 * _EDGE) / columns, _HIGH / rows)
    left, top = (A4[0] - columns * scale) / 2, _TOP
    made = drawing(board)
    low = pad.height - made.height  # where the drawing lies before it is moved
    factor = board_size(board, wishes)[0] * scale / made.width
    with pad.shifted(left + laid.left * scale, top + laid.top * scale - low), pad.scaled(0, low, factor):
        pad.once("ground", partial(draw_ground, pad, board, texts.language), (made.width, made.height))
    wide, high = laid.cell[0] * scale, laid.cell[1] * scale
    longest = tile_name(laid.rows - 1, laid.columns - 1)
    size = min(13.0, 0.6 * high * mm, 0.74 * wide / fonts.width(longest, BOLD, 1))
    _edges(pad, laid, left, top, wide, high)
    for row in range(laid.rows):
        for column in range(laid.columns):
            x, y = left + column * wide, top + row * high
            if laid.used(row, column):
                _numbered(pad, tile_name(row, column), size, x, y, wide, high)
            else:
                _crossed(pad, x, y, wide, high)
    if laid.count < laid.rows * laid.columns:
        words = fonts.fit(texts.t("A cross: this sheet is empty, so it is left out."), MEDIUM, 10.5, _RIGHT - MARGIN)
        foot = top + rows * scale + 6.5
        pad.lines(A4[0] / 2, foot, words.lines, words.size, 0, MEDIUM, pad.look.ink2, "middle")
    return top + rows * scale


def _edges(pad: Pad, laid: Tiling, left: float, top: float, wide: float, high: float) -> None:
    """Letters along the left and figures along the top, to find a number where they are many and small."""
    columns = [str(column + 1) for column in range(laid.columns)]
    rows = [tile_name(row, 0).removesuffix("1") for row in range(laid.rows)]
    size = min(8.5, 0.72 * high * mm, 0.8 * wide / fonts.width(columns[-1], MEDIUM, 1))
    for column, name in enumerate(columns):
        pad.text(left + (column + 0.5) * wide, top - 1.3, name, size, MEDIUM, pad.look.ink2, "middle")
    for row, name in enumerate(rows):
        foot = top + (row + 0.5) * high + fonts.capital(size) / 2
        pad.text(left - 1.3, foot, name, size, MEDIUM, pad.look.ink2, "end")


def _numbered(pad: Pad, name: str, size: float, x: float, y: float, wide: float, high: float) -> None:
    pad.rect(x, y, wide, high, 0, None, None, min(0.15, 0.02 * wide))
    half, tall = fonts.width(name, BOLD, size) / 2 + 0.12 * size / mm, 1.05 * size / mm
    middle = x + wide / 2, y + high / 2
    pad.rect(middle[0] - half, middle[1] - tall / 2, 2 * half, tall, 0.25 * tall, WHITE)
    pad.text(middle[0], middle[1] + fonts.capital(size) / 2, name, size, BOLD, None, "middle")


def _crossed(pad: Pad, x: float, y: float, wide: float, high: float) -> None:
    """A place without a sheet."""
    arm = 0.16 * min(wide, high)
    across, down = x + wide / 2, y + high / 2
    pad.rect(x, y, wide, high, 0, None, pad.look.rule, 0.1, (0.6, 0.6))
    pad.line(across - arm, down - arm, across + arm, down + arm, 0.2, pad.look.rule)
    pad.line(across + arm, down - arm, across - arm, down + arm, 0.2, pad.look.rule)


def _steps(pad: Pad, texts: Texts, y: float) -> None:
    """How to lay and glue."""
    t = texts.t
    for number, words in enumerate(
        (
            t("Print all sheets at 100 %. Is the ruler 100 mm long?"),
            t("Cut off the left edge and the top edge of each sheet."),
            t("Begin at the top left. Lay row after row, as on this map."),
            t("Glue each sheet against the dashed line of the one before it."),
            t("Tape the outer edge to the floor, so that nobody slips."),
        ),
        start=1,
    ):
        made = fonts.fit(words, SEMIBOLD, 13.5, _RIGHT - MARGIN - 12, 1, 9)
        pad.badge(MARGIN + 4, y, 3.7, str(number), 12.5)
        pad.lines(MARGIN + 12, y + fonts.capital(made.size) / 2, made.lines, made.size, 0, SEMIBOLD)
        y += 9.4
