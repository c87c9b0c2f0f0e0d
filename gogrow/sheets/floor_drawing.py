"""The board for the floor, drawn once at the size of `floor_wishes.drawing` and enlarged as a whole.

The words stand within the fields, as people stand on and around it: in each field its icon, its sentence and its name
as large as they can be, along the rim what it means to stand there, in the soft middle its name and its sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from gogrow.domain.board import Board, Field, Shape
from gogrow.sheets import fonts, scripts
from gogrow.sheets.board import Place, draw_fields, letter, said
from gogrow.sheets.canvas import Pad, Point, on_circle
from gogrow.sheets.floor_wishes import HALF, drawing
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM
from gogrow.sheets.look import WHITE
from gogrow.sheets.stacked import Part, Stack, stacked

LETTER = 0.056
"""The radius of a letter's disc, as a share of half the shorter side."""

_WORDS = 24.0  # the sentence of a field at its largest, in points on the drawing
_ROOMS = (2.0, 1.1, 0.8, 0.6, 0.45, 0.3)  # how wide it may be, in shares of half the shorter side
_ICON, _GAP = 1.25, 0.3  # of the sentence's size
_STEP, _STEPS = 0.93, 40
_FEW, _CALM = 2, 4  # in two lines a sentence is calmer: that may make it so many steps smaller
_AIR, _GRID = 0.035, 32
_WANTED = 0.58  # where the middle of the words stands best on a round board, as a share of the radius
_INNER = 0.87  # how far out they may come there
_AROUND = 0.935  # the middle of the words along the rim
_EDGE = tuple((a / 4, b / 4) for a in range(5) for b in range(5) if a in (0, 4) or b in (0, 4))


def place_of(board: Board) -> Place:
    """The box of the fields on the drawing."""
    made = drawing(board)
    return Place(made.left, made.top, made.fields_width, made.fields_height)


def draw_ground(pad: Pad, board: Board, language: str) -> None:
    """The fields without words, on a sheet of the drawing's size."""
    draw_fields(pad, replace(board, axes=()), place_of(board), language)


def draw_board(pad: Pad, board: Board, language: str, letters: bool) -> None:
    """All of the board, on a sheet of the drawing's size; with the letters of the paper slips if they are wanted."""
    place = place_of(board)
    draw_fields(pad, board, place, language)
    _draw_words(pad, board, place, language, letters)
    for field in board.fields:
        _along_rim(pad, board, field, place, language)
    if board.centre is not None:
        _middle(pad, board, place, language, letters)
    if letters:
        for spot in board.spots:
            x, y = place.at(spot.x, spot.y)
            if board.in_centre(spot.x, spot.y) and board.centre is not None:
                y -= 0.45 * board.centre.radius * HALF
            letter(pad, x, y, spot.letter, LETTER * HALF, 3.4 * LETTER * HALF)


# The words of a field


@dataclass(frozen=True, slots=True)
class _Words:
    """Icon, sentence and name of a field under one another, in millimetres."""

    field: Field
    width: float
    height: float
    icon: float
    gap: float
    stack: Stack

    @property
    def lines(self) -> int:
        """How many lines the sentence takes."""
        return len(self.stack.placed[0].lines) if self.stack.placed else 0

    def boxes(self, x: float, y: float, air: float) -> Iterator[tuple[float, float, float, float]]:
        """Left, top, width and height of the icon and of the words around a point, with air around them."""
        top, text = y - self.height / 2, self.icon + self.gap
        yield x - self.icon / 2 - air, top - air, self.icon + 2 * air, text + air
        yield x - self.width / 2 - air, top + text - air / 2, self.width + 2 * air, self.height - text + 1.5 * air

    def draw(self, pad: Pad, x: float, y: float) -> None:
        """Draw it around a point. A line of a pattern that runs there makes way."""
        top = y - self.height / 2
        if pad.look.patterns:
            air = 0.02 * HALF
            pad.rect(x - self.width / 2 - air, top - air, self.width + 2 * air, self.height + 2 * air, air, WHITE)
        pad.icon(self.field.icon, x - self.icon / 2, top, self.icon)
        self.stack.draw(pad, x, top + self.icon + self.gap, "middle")


def _words(field: Field, language: str, share: float) -> list[_Words]:
    """The ways to break a field's words at a share of their largest size, that with the fewest lines first."""
    size = _WORDS * share
    sentence, name = said(field.sentence, language), said(field.name, language)
    parts = [Part(sentence, size, EXTRABOLD, leading=0.39)] if sentence else []
    if name and name != sentence:
        parts.append(Part(name, size * 0.62, MEDIUM, gap=0.62))
    icon = _ICON * size / mm
    found: list[_Words] = []
    for room in _ROOMS:
        stack = stacked(parts, room * HALF, 9 * HALF, floor=1.0)
        if stack is None or any(stack.height == other.stack.height for other in found):
            continue
        lines = [(line, part.part.weight, part.size) for part in stack.placed for line in part.lines]
        gap = _GAP * size / mm if lines else 0.0
        wide = max([icon, *(fonts.width(*line) for line in lines)])
        found.append(_Words(field, wide, icon + gap + stack.height, icon, gap, stack))
    return found


def _draw_words(pad: Pad, board: Board, place: Place, language: str, letters: bool) -> None:
    """The words of all fields in the largest size that fits everywhere, as near the middle of each as can be."""
    taken = [place.at(spot.x, spot.y) for spot in board.spots] if letters else []
    points = {field.id: _points(board, field) for field in board.fields}

    def laid(step: int, most: int) -> list[tuple[_Words, Point]] | None:
        found = []
        for field in board.fields:
            ways = [one for one in _words(field, language, _STEP**step) if one.lines <= most]
            one = _near(board, place, points[field.id], ways, taken)
            if one is None:
                return None
            found.append(one)
        return found

    for step in range(_STEPS):
        chosen = laid(step, 99)
        if chosen is not None:
            calm = (laid(smaller, _FEW) for smaller in range(step, step + _CALM + 1))
            for words, at in next((one for one in calm if one is not None), chosen):
                words.draw(pad, *place.at(*at))
            return


def _near(
    board: Board, place: Place, points: list[Point], ways: list[_Words], taken: list[Point]
) -> tuple[_Words, Point] | None:
    """The way and the point nearest to the middle of the field where these words are free."""
    for point in points:
        for words in ways:
            if _free(board, place, place.at(*point), words, taken):
                return words, point
    return None


def _points(board: Board, field: Field) -> list[Point]:
    """Points of the field in shares of the board's box, those near its middle first."""
    if field.rect is not None:
        x0, y0, x1, y1 = field.rect
        wanted = (x0 + x1) / 2, (y0 + y1) / 2
    else:
        start, end = field.sector or (0.0, 360.0)
        end += 360 if end <= start else 0
        wanted = on_circle(0.5, 0.5, _WANTED / 2, (start + end) / 2)
    grid = [(column / _GRID, row / _GRID) for row in range(1, _GRID) for column in range(1, _GRID)]
    inside = [wanted, *(point for point in grid if board.field_at(*point) is field)]
    return sorted(inside, key=lambda point: round(math.dist(point, wanted), 6))


def _free(board: Board, place: Place, at: Point, words: _Words, taken: list[Point]) -> bool:
    """Whether words lie in their field with some air around them, and on no letter."""
    for left, top, wide, high in words.boxes(*at, _AIR * HALF):
        for x, y in taken:
            away = math.hypot(x - min(max(x, left), left + wide), y - min(max(y, top), top + high))
            if away < LETTER * HALF:
                return False
        for across, down in _EDGE:
            x = (left + across * wide - place.x) / place.width
            y = (top + down * high - place.y) / place.height
            if board.field_at(x, y) is not words.field:
                return False
            if board.shape is Shape.ROUND and math.hypot(x - 0.5, y - 0.5) > _INNER / 2:
                return False
    return True


# The rim and the middle


def _along_rim(pad: Pad, board: Board, field: Field, place: Place, language: str) -> None:
    """What it means to stand at the rim, along it; upright for whoever looks from below."""
    line = "".join(piece.text for piece in fonts.pieces(said(board.rim_sentence, language), BOLD))
    if not line or field.sector is None:
        return
    (x, y), (start, end) = place.centre, field.sector
    end += 360 if end <= start else 0
    middle = (start + end) / 2 % 360
    below = 90 < middle < 270
    size, room = 9.0, math.radians(end - start) * _AROUND * HALF * 0.8
    size = min(size, size * room / max(0.1, fonts.width(line, BOLD, size)))
    # letters stand on their foot: on a circle of which the middle of the capitals lies in the middle of the ring
    foot = _AROUND * HALF + (1 if below else -1) * fonts.capital(size) / 2
    wide = fonts.width(line, BOLD, size)
    done = 0.0
    for char in scripts.clusters(line):
        own = fonts.width(char, BOLD, size)
        turn = math.degrees((done + own / 2 - wide / 2) / (_AROUND * HALF))
        angle = middle - turn if below else middle + turn
        at = on_circle(x, y, foot, angle)
        with pad.turned(*at, angle + 180 if below else angle):
            pad.text(*at, char, size, BOLD, None, "middle")
        done += own


def _middle(pad: Pad, board: Board, place: Place, language: str, letters: bool) -> None:
    """The name of the soft middle and its sentence; under a letter when there is one."""
    assert board.centre is not None
    (x, y), radius = place.centre, board.centre.radius * HALF
    lettered = letters and any(board.in_centre(spot.x, spot.y) for spot in board.spots)
    name, sentence = said(board.centre.name, language), said(board.centre.sentence, language)
    parts = [Part(name, 10.5, EXTRABOLD)] if name else []
    if sentence:
        parts.append(Part(sentence, 6.4, MEDIUM, gap=0.75, leading=0.4))
    made = stacked(parts, (1.42 if lettered else 1.5) * radius, (0.75 if lettered else 1.1) * radius)
    if made is not None:
        top = y - 0.02 * radius if lettered else y - made.height / 2
        made.draw(pad, x, top, "middle")
