"""The board for the floor as a PDF: tiles to glue, with a map before them, or one large page for a printer shop.

The board stands in the file once, as a drawing; each page shows its window of it. What a sheet says about itself
stands in the strips to the right and below, which the next sheets cover (`floor_wishes`).
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path

from gogrow.domain.board import Board
from gogrow.sheets import fonts
from gogrow.sheets.canvas import Pad
from gogrow.sheets.floor_drawing import draw_board
from gogrow.sheets.floor_map import draw_map
from gogrow.sheets.floor_wishes import (
    BORDER,
    PDF_LARGEST,
    SHEETS,
    FloorWishes,
    SizeFault,
    Tiling,
    board_size,
    drawing,
    scale,
    tile_name,
    tiling,
)
from gogrow.sheets.fonts import BOLD
from gogrow.sheets.look import WHITE, look
from gogrow.sheets.ruler import draw_ruler
from gogrow.sheets.writing import Counter, PaperFault, Progress, write
from gogrow.texts import Texts

__all__ = ["FloorWishes", "PaperFault", "SizeFault", "floor_board"]

_MARK, _AWAY = 4.6, 1.2  # crop marks lie in the border: what a printer leaves of them is enough
_DASH = (3.0, 2.0)


def floor_board(
    board: Board, texts: Texts, target: Path, wishes: FloorWishes | None = None, progress: Progress | None = None
) -> bool:
    """Write the board as large as it is wished, in the language of ``texts``.

    Raises `SizeFault` for a size that cannot be and `PaperFault` when ``target`` cannot be written. Returns whether
    the file was written (not when ``progress`` said stop).
    """
    wishes = wishes or FloorWishes()
    made = _One(board, texts, wishes) if wishes.paper == "one" else _Tiles(board, texts, wishes)
    counter = Counter(made.pages, progress)
    for page in range(made.pages):
        if counter.stopped:
            return False
        made.draw(page)
        counter.sheet()
    if counter.stopped:
        return False
    write(target, made.pad.finish())
    return True


class _Floor:
    """The board, and how it is shown on a page."""

    pages = 1

    def __init__(self, board: Board, texts: Texts, wishes: FloorWishes, sheet: tuple[float, float]) -> None:
        self.board, self.texts, self.wishes = board, texts, wishes
        self.factor = scale(board, wishes)
        self.pad = Pad(look(not wishes.saver), sheet, texts.t("Floor board"))
        self.pad.true_size()

    def draw(self, page: int) -> None:
        """Draw a page, from 0, and end it."""
        raise NotImplementedError

    def show(self, x: float, y: float, factor: float) -> None:
        """The board with its top left at (x, y), enlarged by ``factor``."""
        pad, made = self.pad, drawing(self.board)
        top = pad.height - made.height  # where the drawing lies before it is moved
        with pad.shifted(x, y - top), pad.scaled(0, top, factor):
            pad.once("board", self._drawn, (made.width, made.height))

    def _drawn(self) -> None:
        draw_board(self.pad, self.board, self.texts.language, self.wishes.letters)


class _One(_Floor):
    """One page as large as the board. Where that is larger than a PDF takes, its unit is larger."""

    def __init__(self, board: Board, texts: Texts, wishes: FloorWishes) -> None:
        self._size = board_size(board, wishes)
        self._unit = max(1.0, max(self._size) / PDF_LARGEST)
        super().__init__(board, texts, wishes, (self._size[0] / self._unit, self._size[1] / self._unit))
        self.pad.resize(self.pad.width, self.pad.height, self._unit)

    def draw(self, page: int) -> None:
        """The board, and the ruler in the corner below it on the left."""
        self.show(0, 0, self.factor / self._unit)
        pad = self.pad
        with pad.scaled(0, pad.height, 1 / self._unit):
            draw_ruler(pad, self.texts, 4, pad.height - 6)
        pad.next_page()


class _Tiles(_Floor):
    """A map, and a page for each tile."""

    def __init__(self, board: Board, texts: Texts, wishes: FloorWishes) -> None:
        self.tiling = tiling(board, wishes)
        self._tiles = list(self.tiling.tiles())
        self.pages = 1 + len(self._tiles)
        super().__init__(board, texts, wishes, SHEETS[wishes.paper])

    def draw(self, page: int) -> None:
        """The map first, then the tiles in the order in which they are laid."""
        pad = self.pad
        if page == 0:
            pad.bookmark("map", self.texts.t("Map"))
            draw_map(pad, self.board, self.texts, self.wishes, self.tiling)
        else:
            row, column = self._tiles[page - 1]
            pad.resize(*self.tiling.sheet)
            pad.bookmark(f"tile-{row}-{column}", tile_name(row, column))
            self._tile(row, column)
        pad.next_page()

    def _tile(self, row: int, column: int) -> None:
        pad, laid = self.pad, self.tiling
        with ExitStack() as stack:
            stack.enter_context(pad.within(BORDER, BORDER, *laid.window, 0))
            x = BORDER + laid.left - column * laid.cell[0]
            self.show(x, BORDER + laid.top - row * laid.cell[1], self.factor)
        pad.once("marks", partial(_marks, pad, laid))
        right, below = BORDER + laid.cell[0], BORDER + laid.cell[1]
        if laid.used(row, column + 1):
            pad.line(right + 0.15, BORDER, right + 0.15, below + laid.overlap, 0.3, None, dash=_DASH)
        if laid.used(row + 1, column):
            pad.line(BORDER, below + 0.15, right + laid.overlap, below + 0.15, 0.3, None, dash=_DASH)
        self._strip(tile_name(row, column))

    def _strip(self, name: str) -> None:
        """The number and the ruler, one after the other in the strip on the right, read from below."""
        pad, laid = self.pad, self.tiling
        middle = BORDER + laid.cell[0] + laid.overlap / 2 + 0.3
        low = BORDER + laid.cell[1] - 3
        high = min(7.4, laid.overlap - 1.6)
        with pad.turned(middle, low, -90):
            wide = fonts.width(name, BOLD, 16) + 4
            pad.rect(middle, low - high / 2, wide, high, 1.6, WHITE, None, 0.3)
            pad.text(middle + wide / 2, low + fonts.capital(16) / 2, name, 16, BOLD, None, "middle")
            draw_ruler(pad, self.texts, middle + wide + 5, low, high)


def _marks(pad: Pad, laid: Tiling) -> None:
    """Marks at the four corners of what a sheet shows, and thin lines where it is cut: on the left and above."""
    wide, high = laid.window
    for x in (BORDER, BORDER + wide):
        for y, way in ((BORDER, -1), (BORDER + high, 1)):
            pad.line(x, y + way * _AWAY, x, y + way * (_AWAY + _MARK), 0.2)
    for y in (BORDER, BORDER + high):
        for x, way in ((BORDER, -1), (BORDER + wide, 1)):
            pad.line(x + way * _AWAY, y, x + way * (_AWAY + _MARK), y, 0.2)
    pad.line(BORDER - 0.05, BORDER, BORDER - 0.05, BORDER + high, 0.1, pad.look.ink2)
    pad.line(BORDER, BORDER - 0.05, BORDER + wide, BORDER - 0.05, 0.1, pad.look.ink2)
    pad.icon("scissors", 1.6, BORDER + 8, 4, pad.look.ink2)
