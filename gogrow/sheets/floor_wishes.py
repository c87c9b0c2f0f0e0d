"""How large a board for the floor is, and on which sheets it comes. Numbers only: windows ask here before they print.

A sheet shows its own cell of the board, and to the right and below it a strip of what its neighbours show. The next
sheet is cut at its left and top edge and glued onto that strip. Whatever stands in a strip (number, ruler) disappears
under the neighbour, or lies outside the board where there is none: the board lies within the cells.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gogrow.domain.board import Board, Shape
from gogrow.texts import Texts

Paper = Literal["a4", "a3", "one"]

SHEETS: dict[Paper, tuple[float, float]] = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
"""Width and height in millimetres of the papers that tiles are printed on."""
BORDER = 8.0
"""What a printer may leave white along each edge of a sheet, in millimetres."""
SMALLEST, LARGEST = 0.5, 10.0
"""The sides that a board may have, in metres."""
OVERLAPS = (8.0, 40.0)
"""The narrowest and the widest strip to glue on, in millimetres."""
PDF_LARGEST = 5080.0
"""The longest side in millimetres of a page that every program can show; beyond it a page needs a larger unit."""

HALF = 60.0
"""Half of the shorter side of the fields in the drawing, in millimetres; the drawing is enlarged as a whole."""
OUTER = 1.054
"""The outside of a round board's rim, as a share of its radius."""
_EM = 11 / 72 * 25.4 / HALF  # the type at the ends of the axes, as a share of half the shorter side

_UNITS = {"": 1.0, "m": 1.0, "cm": 0.01, "mm": 0.001}
_SIDE = r"([+-]?\d+(?:[.,]\d+)?)\s*(m|cm|mm)?"
_SIZE = re.compile(rf"\s*{_SIDE}(?:\s*(?:[x×*]|bij|by)\s*{_SIDE})?\s*", re.IGNORECASE)


class SizeFault(Exception):
    """A size that cannot be. ``code``: ``unclear`` (no size at all) or ``range``.

    ``given`` is what was asked; '' where the board's own shape made it so: ``sides`` tell then what it becomes, in m.
    """

    def __init__(self, code: str, given: str = "", sides: tuple[float, float] = (0.0, 0.0)) -> None:
        """Keep what happened, for `message`."""
        super().__init__(f"{code}: {given or sides}")
        self.code, self.given, self.sides = code, given, sides

    def message(self, texts: Texts) -> str:
        """What to tell the user, and what to do."""
        if self.code == "unclear":
            return texts.t("The size “{size}” is not clear. Write it like 4x4m or 350x350cm.", size=self.given)
        least, most = metres(SMALLEST, texts), metres(LARGEST, texts)
        return texts.t(
            "A floor board has sides of {least} to {most} metres. “{size}” does not fit in that: choose another size.",
            least=least,
            most=most,
            size=self.given or " × ".join(metres(side, texts) for side in self.sides) + " m",
        )


@dataclass(frozen=True, slots=True)
class FloorWishes:
    """How a board is to come on the floor.

    ``width_m`` and ``height_m`` in metres, all that is drawn included; a height of 0 follows the board. The board
    keeps its shape and is as large as it can be in that. ``paper``: a4 or a3 for tiles, one for one page of that size.
    ``letters``: with the spots of the paper slips. ``saver``: black only, with patterns for colours. ``overlap``: the
    strip to glue on, in millimetres.
    """

    width_m: float = 4.0
    height_m: float = 0.0
    paper: Paper = "a4"
    letters: bool = False
    saver: bool = False
    overlap: float = 10.0

    def __post_init__(self) -> None:
        """Raises ValueError for an overlap out of `OVERLAPS`."""
        if not OVERLAPS[0] <= self.overlap <= OVERLAPS[1]:
            raise ValueError(f"overlap must be {OVERLAPS[0]} to {OVERLAPS[1]} mm, not {self.overlap}")


def read_size(text: str) -> tuple[float, float]:
    """Width and height in metres of ``4x4m``, ``400x400cm``, ``3,5 x 3.5 m`` or ``4m`` (then the height is 0).

    Raises `SizeFault`.
    """
    found = _SIZE.fullmatch(text)
    if found is None:
        raise SizeFault("unclear", text.strip())
    wide, first, high, last = found.groups()
    unit = (last or first or "").lower()
    width = _number(wide) * _UNITS[(first or unit).lower()]
    height = _number(high) * _UNITS[unit] if high else 0.0
    for side in (width, height) if high else (width,):
        if not SMALLEST - 1e-9 <= side <= LARGEST + 1e-9:
            raise SizeFault("range", text.strip())
    return width, height


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def metres(value: float, texts: Texts) -> str:
    """A length in metres as people write it, to the centimetre: 4, 3,5 or 3.27."""
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return said.replace(".", ",") if texts.language == "nl" else said


# The drawing


@dataclass(frozen=True, slots=True)
class Drawing:
    """The board as it is drawn once: the whole of it, and the box of its fields within it, in millimetres."""

    width: float
    height: float
    left: float
    top: float
    fields_width: float
    fields_height: float


def drawing(board: Board) -> Drawing:
    """The measures of the drawing: the fields with `HALF`, and around them the rim or the words of the axes."""
    aspect = board.aspect if board.shape is Shape.PLANE else 1.0
    wide, high = 2 * HALF * max(1.0, aspect), 2 * HALF * max(1.0, 1 / aspect)
    if board.shape is Shape.ROUND:
        left = top = right = low = (OUTER - 1) * HALF
    else:
        left = top = right = low = 0.15 * _EM * HALF
        if board.axes:
            low = 2.1 * _EM * HALF
        if len(board.axes) > 1:
            left = 1.8 * _EM * HALF
    return Drawing(left + wide + right, top + high + low, left, top, wide, high)


def scale(board: Board, wishes: FloorWishes) -> float:
    """How many times the drawing is enlarged. Raises `SizeFault` when a side becomes too short or too long."""
    made = drawing(board)
    factor = wishes.width_m * 1000 / made.width
    if wishes.height_m:
        factor = min(factor, wishes.height_m * 1000 / made.height)
    sides = made.width * factor / 1000, made.height * factor / 1000
    if not (min(sides) >= SMALLEST - 1e-6 and max(sides) <= LARGEST + 1e-6):
        raise SizeFault("range", sides=sides)
    return factor


def board_size(board: Board, wishes: FloorWishes) -> tuple[float, float]:
    """Width and height in millimetres of all that is drawn. Raises `SizeFault`."""
    made, factor = drawing(board), scale(board, wishes)
    return made.width * factor, made.height * factor


# The tiles


@dataclass(frozen=True, slots=True)
class Tiling:
    """The sheets of a board. Lengths in millimetres.

    ``sheet`` is the paper as it lies. Cells of ``cell`` lie in ``rows`` and ``columns``; the board's top left is at
    ``left``, ``top`` of the first one. ``spans`` has for each row the first column with something on it and the one
    after the last. What lies between is never empty: boards have no hollows.
    """

    sheet: tuple[float, float]
    cell: tuple[float, float]
    overlap: float
    rows: int
    columns: int
    left: float
    top: float
    spans: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """How many sheets show a part of the board."""
        return sum(end - start for start, end in self.spans)

    @property
    def window(self) -> tuple[float, float]:
        """Width and height of what a sheet shows: its cell and the strips."""
        return self.cell[0] + self.overlap, self.cell[1] + self.overlap

    def used(self, row: int, column: int) -> bool:
        """Whether the sheet in this place shows a part of the board; False beyond the edges too."""
        return 0 <= row < self.rows and self.spans[row][0] <= column < self.spans[row][1]

    def tiles(self) -> Iterator[tuple[int, int]]:
        """Row and column, from 0, of each sheet that is not empty, in the order in which they are laid."""
        for row, (start, end) in enumerate(self.spans):
            yield from ((row, column) for column in range(start, end))


def tile_name(row: int, column: int) -> str:
    """The number of a sheet: a letter for its row (after Z comes AA), a figure for its column, both from the first."""
    letters, at = "", row
    while at >= 0:
        letters, at = chr(ord("A") + at % 26) + letters, at // 26 - 1
    return f"{letters}{column + 1}"


@lru_cache(maxsize=64)
def _tried(
    round_: bool, size: tuple[float, float], sheet: tuple[float, float], overlap: float, at: tuple[float, float]
) -> Tiling:
    """The sheets when of the room that is left over, a share ``at`` lies to the left of and above the board."""
    cell = sheet[0] - 2 * BORDER - overlap, sheet[1] - 2 * BORDER - overlap
    columns, rows = (max(1, math.ceil(side / step - 1e-9)) for side, step in zip(size, cell, strict=True))
    left, top = (columns * cell[0] - size[0]) * at[0], (rows * cell[1] - size[1]) * at[1]
    spans = []
    for row in range(rows):
        start, end = left, left + size[0]
        if round_:
            middle, radius = top + size[1] / 2, size[0] / 2
            high, low = row * cell[1], (row + 1) * cell[1]
            away = max(0.0, high - middle, middle - low)
            half = math.sqrt(max(0.0, radius**2 - away**2))
            start, end = left + radius - half, left + radius + half
            if away >= radius:
                end = start
        first = math.floor(start / cell[0] + 1e-9)
        last = min(columns, math.ceil(end / cell[0] - 1e-9)) if end > start else first
        spans.append((first, max(first, last)))
    return Tiling(sheet, cell, overlap, rows, columns, left, top, tuple(spans))


def tiling(board: Board, wishes: FloorWishes) -> Tiling:
    """The sheets for these wishes: upright or on their side, and the board where it needs the fewest.

    Raises `SizeFault`, and ValueError for paper ``one``, which has no tiles.
    """
    if wishes.paper == "one":
        raise ValueError("one page has no tiles")
    wide, high = SHEETS[wishes.paper]
    size = board_size(board, wishes)
    shares = (0.5, 0.25, 0.75, 0.0, 1.0)  # in the middle first: of equals the first is taken
    tried = [
        _tried(board.shape is Shape.ROUND, size, sheet, wishes.overlap, (x, y))
        for sheet in ((wide, high), (high, wide))
        for x in shares
        for y in shares
    ]
    return min(tried, key=lambda one: one.count)


def paper_needed(board: Board, wishes: FloorWishes) -> int:
    """How many pages there will be, the map included. Raises `SizeFault`."""
    if wishes.paper == "one":
        board_size(board, wishes)
        return 1
    return tiling(board, wishes).count + 1


def needs_larger_unit(board: Board, wishes: FloorWishes) -> bool:
    """Whether one page would be larger than every program can show. Raises `SizeFault`."""
    return wishes.paper == "one" and max(board_size(board, wishes)) > PDF_LARGEST
