"""The board as data: fields, spots and rounds, and where a point lies.

Coordinates run from 0 to 1 in both directions of the board's own box, from the top left. A round board fills its box:
its outline is the circle with centre (0.5, 0.5) and radius 0.5, its rim is drawn outside it. Angles are degrees
clockwise from twelve o'clock. The engine knows shapes and kinds, never the names of fields.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Words = Mapping[str, str]
"""A text by language code, such as ``{"nl": "Ik leer bij", "en": "I learn"}``."""


class Shape(StrEnum):
    """The outline of the fields."""

    ROUND = "round"
    PLANE = "plane"


class About(StrEnum):
    """Whose pawn a round asks for."""

    SELF = "self"  # everyone places his or her own pawn
    OTHER = "other"  # the manager (or, chosen, a colleague)
    PARTNER = "partner"  # for two: the other one


class GapKind(StrEnum):
    """What gap the placements of a round make, seen from who placed."""

    NONE = "none"
    LOOKING = "looking"  # where I stand, and where I place the other
    BOTH = "both"  # also, for the one who was placed, the mirror gap


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the board.

    ``sector`` (from, to in degrees) on a round board, ``rect`` (x0, y0, x1, y1) on a plane; the other is None.
    ``name`` is the instrument's own word (Know), ``sentence`` what it means (Ik ken mijn vak).
    ``colour`` names a colour of the theme, ``rim`` a pattern: solid, dashes, dots or ticks.
    """

    id: str
    name: Words
    sentence: Words
    explanation: Words
    question: Words
    icon: str
    colour: str
    rim: str
    sector: tuple[float, float] | None = None
    rect: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Centre:
    """The soft middle of a round board; ``radius`` as a share of the outline's radius."""

    radius: float
    name: Words
    sentence: Words


@dataclass(frozen=True, slots=True)
class Spot:
    """A lettered place that a slip can name."""

    letter: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The two ends of a direction on a plane board, with their words.

    The first axis of a board goes from left (low) to right, the second from bottom (low) to top.
    """

    low: Words
    high: Words


@dataclass(frozen=True, slots=True)
class Round:
    """One question of the board. ``short`` stands in lists and on buttons."""

    id: str
    question: Words
    short: Words
    about: About
    gap: GapKind = GapKind.NONE


@dataclass(frozen=True, slots=True)
class Board:
    """A board with its fields, spots and rounds; ``aspect`` is width divided by height of its box."""

    id: str
    shape: Shape
    aspect: float
    fields: tuple[Field, ...]
    spots: tuple[Spot, ...]
    rounds: tuple[Round, ...]
    skip: str = "Z"
    centre: Centre | None = None
    ring: float = 0.62
    rim_sentence: Words = field(default_factory=dict)
    axes: tuple[Axis, ...] = ()

    def round(self, id: str) -> Round:
        """The round with this id. Raises KeyError."""
        for found in self.rounds:
            if found.id == id:
                return found
        raise KeyError(id)

    def field(self, id: str) -> Field:
        """The field with this id. Raises KeyError."""
        for found in self.fields:
            if found.id == id:
                return found
        raise KeyError(id)

    def spot(self, letter: str) -> Spot | None:
        """The spot with this letter (capital or small), or None."""
        return next((spot for spot in self.spots if spot.letter == letter.upper()), None)

    def nearest_spot(self, x: float, y: float) -> Spot | None:
        """The lettered spot nearest to a point, or None when the board has no letters."""
        return min(self.spots, key=lambda s: math.hypot(s.x - x, s.y - y), default=None)

    def inside(self, x: float, y: float) -> bool:
        """Whether a point lies within the outline of the fields."""
        if not (math.isfinite(x) and math.isfinite(y)):
            return False
        if self.shape is Shape.ROUND:
            return math.hypot(x - 0.5, y - 0.5) <= 0.5 + 1e-9
        return 0 <= x <= 1 and 0 <= y <= 1

    def in_centre(self, x: float, y: float) -> bool:
        """Whether a point lies in the soft middle."""
        return self.centre is not None and math.hypot(x - 0.5, y - 0.5) < self.centre.radius * 0.5

    def on_rim(self, x: float, y: float) -> bool:
        """Whether a point lies in the outer ring of a round board."""
        return self.shape is Shape.ROUND and math.hypot(x - 0.5, y - 0.5) > self.ring * 0.5

    def field_at(self, x: float, y: float) -> Field | None:
        """The field under a point; None in the centre and outside."""
        if not self.inside(x, y) or self.in_centre(x, y):
            return None
        # A hair left of twelve o'clock the remainder rounds up to 360 itself, which no sector holds.
        angle = math.degrees(math.atan2(x - 0.5, 0.5 - y)) % 360
        angle = 0.0 if angle >= 360 else angle
        for candidate in self.fields:
            if candidate.sector is not None:
                start, end = candidate.sector
                if start <= angle < end or start <= angle + 360 < end:
                    return candidate
            elif candidate.rect is not None:
                x0, y0, x1, y1 = candidate.rect
                if x0 <= x <= x1 and y0 <= y <= y1:
                    return candidate
        return None


def alike(one: Board, other: Board) -> bool:
    """Whether a place means the same on both: the same fields, at the same places, whatever they are called.

    A later version of the program may have moved a field on the board that has the same id.
    """

    def lies(board: Board) -> tuple[object, ...]:
        centre = board.centre.radius if board.centre is not None else None
        fields = frozenset((field.id, field.sector, field.rect) for field in board.fields)
        return board.id, board.shape, board.aspect, centre, fields

    return lies(one) == lies(other)
