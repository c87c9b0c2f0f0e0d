"""The board on paper: its fields with their patterns, the letters of a slip, and the places of one person.

It draws any board that a deck brings, round or plane. Shares of the radius come from the design of the board: rings
at `Board.ring`, a rim outside the fields whose pattern says the same as its colour.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.lib.units import mm

from gogrow.domain.board import Board, Field, Shape, Words
from gogrow.domain.people import Participant, Role
from gogrow.sheets import fonts, icons
from gogrow.sheets.canvas import Pad, Point, on_circle
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM
from gogrow.sheets.look import WHITE, lighter

RIM = 1.036
"""The middle of the rim, and below its thickness, as shares of the radius."""
RIM_WIDTH = 0.036


@dataclass(frozen=True, slots=True)
class Place:
    """Where a board stands on the page: its box in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, board: Board, x: float, y: float, radius: float) -> Place:
        """The box of a board with its centre at (x, y), which together with its words stays within ``radius``.

        A round board reaches it; a plane is smaller, as its words stand above and below it.
        """
        height = 2 * radius / max(1.0, board.aspect)
        if board.shape is Shape.PLANE:
            height = 2 * radius * min(0.74, 1.1 / board.aspect)
        width = height * board.aspect
        return cls(x - width / 2, y - height / 2, width, height)

    @property
    def centre(self) -> Point:
        """The middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def radius(self) -> float:
        """Half of the shorter side."""
        return min(self.width, self.height) / 2

    def at(self, x: float, y: float) -> Point:
        """A point of the board, 0 to 1, on the page."""
        return self.x + x * self.width, self.y + y * self.height


def said(words: Words, language: str) -> str:
    """The words in a language; in another one when a deck lacks it."""
    return words.get(language) or next(iter(words.values()), "")


def draw_fields(pad: Pad, board: Board, place: Place, language: str) -> None:
    """The ground of the board: fields, rings, rim or axes, and the soft centre."""
    if board.shape is Shape.ROUND:
        _round(pad, board, place)
    else:
        _plane(pad, board, place, language)


def _round(pad: Pad, board: Board, place: Place) -> None:
    (x, y), r = place.centre, place.radius
    look, lined = pad.look, not pad.look.filled
    for field in board.fields:
        if field.sector and not lined:
            fill = look.fill.get(field.colour, WHITE)
            for radius, light in _shades(board):
                pad.sector(x, y, radius * r, *_span(field), lighter(fill, light))
    if lined:
        pad.circle(x, y, board.ring * r, None, None, max(0.12, 0.006 * r), dash=(0.02 * r, 0.03 * r))
        pad.circle(x, y, r, None, None, (0.012 if look.patterns else 0.006) * r)
    edges = sorted({angle % 360 for field in board.fields if field.sector for angle in _span(field)})
    for angle in edges:
        end = on_circle(x, y, (1.02 if not lined else 1) * r, angle)
        pad.line(x, y, *end, (0.008 if lined else 0.024) * r, pad.look.ink if lined else WHITE)
    for field in board.fields:
        if field.sector:
            _rim(pad, field, x, y, r)
    if board.centre is None:
        return
    pad.circle(x, y, board.centre.radius * r, WHITE, None, 0.006 * r if lined else 0)


def _shades(board: Board) -> list[tuple[float, float]]:
    """Radius and share of white, from the outside in: the outer ring, the inner ring, the soft edge of the centre.

    Shades are flat colours and not layers that shine through, which old printers draw as grey blocks.
    """
    shades = [(1.0, 0.0), (board.ring, 0.26)]
    if board.centre:
        shades += [(board.centre.radius * 1.34, 0.51), (board.centre.radius * 1.17, 0.76)]
    return shades


def _span(field: Field) -> tuple[float, float]:
    start, end = field.sector or (0.0, 0.0)
    return (start, end) if end > start else (start, end + 360)


def _rim(pad: Pad, field: Field, x: float, y: float, r: float) -> None:
    start, end = _span(field)
    gap = math.degrees(0.012)
    start, end = start + gap, end - gap
    middle, thick = RIM * r, RIM_WIDTH * r
    if not pad.look.patterns:
        pad.arc(x, y, middle, start, end, thick, pad.look.rim.get(field.colour, pad.look.ink2))
        return
    for share, length in _pattern(field.rim, math.radians(end - start) * RIM):
        begin = start + math.degrees(share / RIM)
        if length:
            pad.arc(x, y, middle, begin, begin + math.degrees(length / RIM), thick)
        else:
            pad.circle(*on_circle(x, y, middle, begin), thick / 2, pad.look.ink)


def _pattern(name: str, whole: float) -> Iterable[tuple[float, float]]:
    """Where the pieces of a rim begin and how long they are, in shares of the radius; a dot has no length.

    Pieces are spread so that a rim begins and ends with a whole one.
    """
    length, space = {"dashes": (0.11, 0.045), "ticks": (0.016, 0.024), "dots": (0.0, 0.058)}.get(name, (whole, 0.0))
    if not space:
        return [(0.0, whole)]
    half = RIM_WIDTH / 2 if name == "dots" else 0.0
    room = whole - 2 * half
    count = max(2, round((room + space) / (length + space)))
    step = (room - length) / (count - 1)
    return [(half + at * step, length) for at in range(count)]


def _plane(pad: Pad, board: Board, place: Place, language: str) -> None:
    lined = not pad.look.filled
    for field in board.fields:
        if field.rect is None:
            continue
        (x0, y0), (x1, y1) = place.at(*field.rect[:2]), place.at(*field.rect[2:])
        fill = WHITE if lined else pad.look.fill.get(field.colour, WHITE)
        pad.rect(x0, y0, x1 - x0, y1 - y0, 0, fill, pad.look.ink if lined else WHITE, 0.3 if lined else 0.6)
    if lined:
        pad.rect(place.x, place.y, place.width, place.height, line=0.4)
    _axes(pad, board, place, language, _axis_size(place))


def _axis_size(place: Place) -> float:
    return max(7.5, min(11.0, place.radius / 4))


def _axes(pad: Pad, board: Board, place: Place, language: str, size: float) -> None:
    """The ends of the two directions: the first along the bottom, the second up the left side."""
    away = 1.6 * size / mm
    left, right, low = place.x, place.x + place.width, place.y + place.height
    for axis, upright in zip(board.axes, (False, True), strict=False):
        for words, high in ((axis.low, False), (axis.high, True)):
            line, anchor = said(words, language), "end" if high else "start"
            if upright:
                x, y = left - away / 2, place.y if high else low
                with pad.turned(x, y, -90):
                    pad.text(x, y, line, size, BOLD, None, anchor)
            else:
                pad.text(right if high else left, low + away, line, size, BOLD, None, anchor)


def draw_words(pad: Pad, board: Board, place: Place, language: str, size: float, left: float, right: float) -> None:
    """Icon, sentence and name of each field, outside a round board between ``left`` and ``right``, or in its corner."""
    if board.shape is Shape.PLANE:
        _plane_words(pad, board, place, language, size * 0.82)
        return
    corners: dict[tuple[bool, bool], list[Field]] = {}
    for field in board.fields:
        start, end = _span(field)
        angle = (start + end) / 2 % 360
        corners.setdefault((angle < 180, 90 < angle < 270), []).append(field)
    (x, y), r = place.centre, place.radius
    for (east, south), found in corners.items():
        at_x = x + 0.84 * r if east else left
        labels = [_Label(field, language, size, right - at_x if east else x - 0.62 * r - left) for field in found]
        inner = at_x - x if east else x - at_x - max(label.width for label in labels)
        clear = math.sqrt(max(0.0, (1.09 * r) ** 2 - max(0.0, inner) ** 2))
        height = sum(label.height for label in labels) + (len(labels) - 1) * size / mm
        top = y + (max(1.147 * r - height, clear) if south else min(-1.232 * r, -clear - height))
        for label in labels:
            label.draw(pad, at_x, top)
            top += label.height + size / mm


def _plane_words(pad: Pad, board: Board, place: Place, language: str, size: float) -> None:
    """The words of the upper fields above the plane, of the lower ones below it, of others in their corner."""
    edge = 0.4 * size / mm
    for field in board.fields:
        if field.rect is None:
            continue
        (x0, y0), (x1, _) = place.at(*field.rect[:2]), place.at(*field.rect[2:])
        label = _Label(field, language, size, x1 - x0 - 2 * edge)
        y = y0 + edge
        if field.rect[1] <= 0:
            y = place.y - 3 * edge - label.height
        elif field.rect[3] >= 1:
            y = place.y + place.height + (5 * edge if not board.axes else 1.9 * _axis_size(place) / mm)
        label.draw(pad, x0 + edge, y)


class _Label:
    """Icon, sentence and name of a field; its width and height to the foot of the last line, in millimetres."""

    def __init__(self, field: Field, language: str, size: float, room: float) -> None:
        words = said(field.sentence, language)
        self.sentence = fonts.fit(words, EXTRABOLD, size, room, 2, size * 0.7, even=True)
        name = said(field.name, language)
        self.name = name if name != " ".join(self.sentence.lines) else ""
        self.icon, self.size, self.em = field.icon, size, size / mm
        widths = [fonts.width(line, EXTRABOLD, self.sentence.size) for line in self.sentence.lines]
        self.width = max([*widths, fonts.width(self.name, MEDIUM, size * 0.8), 1.3 * self.em])
        self.height = (2.21 + 1.06 * (len(widths) - 1) + (0.97 if self.name else 0)) * self.em

    def draw(self, pad: Pad, x: float, y: float) -> None:
        """Draw with the top left at (x, y)."""
        pad.icon(self.icon, x - 0.1 * self.em, y, 1.29 * self.em)
        lines, em = self.sentence.lines, self.em
        foot = pad.lines(x, y + 2.21 * em, lines, self.sentence.size, 1.06 * em, EXTRABOLD)
        if self.name:
            pad.text(x, foot - 0.09 * em, self.name, self.size * 0.8, MEDIUM, pad.look.ink2)


def draw_letters(pad: Pad, board: Board, place: Place, language: str, radius: float = 4.4, size: float = 15) -> None:
    """The lettered spots of a slip, in circles to point at; the name of the centre under its spot."""
    (x, y), r = place.centre, place.radius
    for spot in board.spots:
        at_x, at_y = place.at(spot.x, spot.y)
        if board.centre and board.in_centre(spot.x, spot.y):
            at_y -= 0.04 * r
        letter(pad, at_x, at_y, spot.letter, radius, size)
    if board.centre:
        name = fonts.fit(said(board.centre.name, language), BOLD, size * 0.55, board.centre.radius * r * 1.62, 1, 5)
        pad.lines(x, y + 0.144 * r, name.lines, name.size, 0, BOLD, None, "middle")


def letter(pad: Pad, x: float, y: float, char: str, radius: float = 4.4, size: float = 15) -> None:
    """A letter in its circle."""
    pad.circle(x, y, radius, WHITE, None, 0.42)
    pad.text(x, y + fonts.capital(size) / 2, char, size, EXTRABOLD, None, "middle")


def draw_pawn(
    pad: Pad, who: Participant, x: float, y: float, radius: float, hollow: bool = False, plain: bool = False
) -> None:
    """Somebody's pawn: full where the person stands, hollow and dashed where the person wants to stand.

    ``plain`` leaves the initials out, for a sign in a legend.
    """
    colour = pad.look.pawn_colour(who.colour)
    if hollow:
        dash = (0.30 * radius, 0.22 * radius)
        _shape(pad, who.role, x, y, radius * 0.94, WHITE, colour, 0.13 * radius, dash)
    else:
        _shape(pad, who.role, x, y, radius, colour, None, 0)
        _shape(pad, who.role, x, y, radius * 0.86, None, WHITE, 0.05 * radius)
    if plain:
        return
    ink = colour if hollow else WHITE
    if who.icon and icons.icon(who.icon):
        pad.icon(who.icon, x - 0.55 * radius, y - 0.55 * radius, 1.1 * radius, ink)
        return
    fitted = fonts.fit(who.initials, BOLD, radius * 2.55, radius * 1.5, 1, radius)
    for line in fitted.lines:
        pad.text(x, y + fonts.capital(fitted.size) / 2, line, fitted.size, BOLD, ink, "middle")


def _shape(
    pad: Pad,
    role: Role,
    x: float,
    y: float,
    r: float,
    fill: str | None,
    stroke: str | None,
    line: float,
    dash: tuple[float, ...] = (),
) -> None:
    """The outline of a role, all of the same area."""
    if role is Role.COLLEAGUE:
        points = [on_circle(x, y, 1.08 * r, 60 * corner) for corner in range(6)]
        pad.polygon(points, fill, stroke, line, dash)
    elif role is Role.MANAGER:
        pad.rect(x - 0.93 * r, y - 0.93 * r, 1.86 * r, 1.86 * r, 0.34 * r, fill, stroke, line, dash)
    else:
        pad.circle(x, y, r, fill, stroke, line, dash)


def draw_own(pad: Pad, who: Participant, place: Place, now: Point | None, wish: Point | None, radius: float) -> None:
    """Only this person's places: the pawn where it stands, an arrow, and a ring where it wants to stand."""
    here = place.at(*now) if now else None
    there = place.at(*wish) if wish else None
    if here and there:
        away = math.hypot(there[0] - here[0], there[1] - here[1])
        if away < 0.6 * radius:
            draw_pawn(pad, who, *there, radius * 1.32, hollow=True)
        else:
            if away > 2.6 * radius:
                _arrow(pad, here, there, radius)
            draw_pawn(pad, who, *there, radius, hollow=True)
    elif there:
        draw_pawn(pad, who, *there, radius, hollow=True)
    if here:
        draw_pawn(pad, who, *here, radius)


def _arrow(pad: Pad, here: Point, there: Point, radius: float) -> None:
    angle = math.atan2(there[1] - here[1], there[0] - here[0])
    ahead = math.cos(angle), math.sin(angle)
    tip = there[0] - ahead[0] * radius * 1.12, there[1] - ahead[1] * radius * 1.12
    neck = tip[0] - ahead[0] * radius * 0.45, tip[1] - ahead[1] * radius * 0.45
    pad.line(*here, *tip, 0.42 * radius, WHITE)
    pad.line(*here, *neck, 0.17 * radius, pad.look.ink, dash=(0.42 * radius, 0.26 * radius))
    pad.arrow_head(*tip, angle, radius * 0.68)
