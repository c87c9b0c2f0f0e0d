"""Where counters are drawn when they share a spot. What was recorded never changes.

Twenty-five on one letter must be counted by eye; and as the spread looks at places only, it says nothing about who.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from gogrow.domain.board import Board, Shape

Point: TypeAlias = tuple[float, float]
_Test: TypeAlias = Callable[[Point], bool]

SAME = 0.5
"""Counters closer than this share of a pawn's radius count as being in the same spot."""
_PITCHES = (2.12, 1.95, 1.8, 1.65, 1.5, 1.36, 1.24, 1.12, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
_REACH = 0.16
_CENTRE = "(centre)"


def spread(points: Sequence[Point], radius: float, board: Board) -> tuple[Point, ...]:
    """The drawn place of each recorded point, in the same order; both run from 0 to 1 over the board's box.

    ``radius`` is a pawn's, as a share of the box's height. A counter with a spot of its own stays where it is.
    Others lie evenly around the spot they share, in the field of the spot, as far apart as there is room for, and
    never beyond the outline. The set of drawn places does not depend on the order of the points.
    """
    aspect = board.aspect
    order = sorted(range(len(points)), key=lambda index: (points[index][1], points[index][0]))
    groups = _groups([(points[index][0] * aspect, points[index][1]) for index in order], SAME * radius)
    near = _Near(2.2 * radius)
    drawn: list[Point] = list(points)
    crowds: list[tuple[Point, list[int]]] = []
    for members in groups:
        places = [points[order[member]] for member in members]
        middle = (
            math.fsum(x for x, _ in places) / len(places) * aspect,
            math.fsum(y for _, y in places) / len(places),
        )
        if len(members) == 1:
            near.add(places[0][0] * aspect, places[0][1])
        else:
            crowds.append((middle, [order[member] for member in members]))
    for middle, indices in sorted(crowds, key=lambda crowd: (-len(crowd[1]), crowd[0][1], crowd[0][0])):
        slots = sorted(_slots(middle, len(indices), radius, board, near), key=lambda slot: (slot[1], slot[0]))
        for index, (x, y) in zip(indices, slots, strict=True):
            near.add(x, y)
            drawn[index] = (x / aspect, y)
    return tuple(drawn)


def _groups(points: Sequence[Point], limit: float) -> list[list[int]]:
    """Indices of points that lie within ``limit`` of each other, directly or by way of others."""
    parent = list(range(len(points)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    size = max(limit, 1e-9)
    for index, (x, y) in enumerate(points):
        column, row = math.floor(x / size), math.floor(y / size)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for other in cells.get((column + dx, row + dy), ()):
                    if math.dist(points[other], (x, y)) <= limit:
                        parent[root(index)] = root(other)
        same = cells[column, row]
        if not same or points[same[-1]] != (x, y):  # a hundred on one letter are one point to look at
            same.append(index)
    found: dict[int, list[int]] = defaultdict(list)
    for index in range(len(points)):
        found[root(index)].append(index)
    return list(found.values())


class _Near:
    """Points that are taken, found back by place."""

    def __init__(self, size: float) -> None:
        self._size = max(size, 1e-9)
        self._cells: dict[tuple[int, int], list[Point]] = defaultdict(list)

    def add(self, x: float, y: float) -> None:
        self._cells[math.floor(x / self._size), math.floor(y / self._size)].append((x, y))

    def free(self, x: float, y: float, limit: float) -> bool:
        """Whether nothing taken is closer than ``limit`` (at most the size of a cell)."""
        column, row = math.floor(x / self._size), math.floor(y / self._size)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for a, b in self._cells.get((column + dx, row + dy), ()):
                    if (a - x) ** 2 + (b - y) ** 2 < limit * limit:
                        return False
        return True


def _slots(middle: Point, count: int, radius: float, board: Board, near: _Near) -> list[Point]:
    """Places for a crowd around a spot, in units of the box's height."""
    home = _region(board, middle)
    reach = _REACH * min(1.6, max(1.0, math.sqrt(count / 10)))

    edge = 0.55 * radius if home != _CENTRE else 0.0  # most of a pawn lies in its own field
    if any(_region(board, point) != home for point in _cross(middle, edge)):
        edge = 0.0  # the spot itself is on a border

    def allowed(point: Point) -> bool:
        return _within(board, point, radius) and all(_region(board, p) == home for p in _cross(point, edge))

    for alone in (True, False):  # the second time other crowds may be overlapped
        for pitch in (share * radius for share in _PITCHES):
            if count * 0.866 * pitch * pitch > 4 * (reach + pitch) ** 2:
                continue
            for slots in _patterns(middle, count, pitch, reach, allowed):
                if not alone or all(near.free(x, y, 0.98 * pitch) for x, y in slots):
                    return slots
            if alone:
                free = [p for p in _lattice(middle, pitch, reach) if near.free(*p, 0.98 * pitch) and allowed(p)]
                if len(free) >= count:
                    return free[:count]
    return [middle] * count


def _patterns(middle: Point, count: int, pitch: float, reach: float, allowed: _Test) -> Iterator[list[Point]]:
    """Even ways to lay a crowd around its middle: a ring for a few, the middle of a honeycomb for more."""
    if count <= 6:
        away = pitch / (2 * math.sin(math.pi / count))
        for start in (0.0, math.pi / count, math.pi / 2):
            turns = [start + 2 * math.pi * index / count for index in range(count)]
            ring = [(middle[0] + away * math.cos(turn), middle[1] + away * math.sin(turn)) for turn in turns]
            if all(map(allowed, ring)):
                yield ring
    comb = [point for point in _lattice(middle, pitch, reach) if allowed(point)]
    if len(comb) >= count:
        yield _centred(middle, comb[:count], allowed)


def _lattice(middle: Point, pitch: float, reach: float) -> list[Point]:
    """The points of a honeycomb around a middle, from the nearest to the farthest."""
    step = pitch * math.sqrt(0.75)
    rows = math.ceil(reach / step)
    found = []
    for row in range(-rows, rows + 1):
        shift = 0.5 * pitch if row % 2 else 0.0
        half = math.ceil(reach / pitch) + 1
        for column in range(-half, half + 1):
            x, y = column * pitch + shift, row * step
            away = math.hypot(x, y)
            if away <= reach + 1e-9:
                found.append((round(away, 9), math.atan2(y, x), middle[0] + x, middle[1] + y))
    found.sort()
    return [(x, y) for _, _, x, y in found]


def _centred(middle: Point, slots: list[Point], allowed: _Test) -> list[Point]:
    """The slots moved so that their own middle is the spot, when they may lie there."""
    dx = middle[0] - math.fsum(x for x, _ in slots) / len(slots)
    dy = middle[1] - math.fsum(y for _, y in slots) / len(slots)
    moved = [(x + dx, y + dy) for x, y in slots]
    return moved if all(map(allowed, moved)) else slots


def _region(board: Board, point: Point) -> str:
    """The field (or the centre, or nowhere) that a point in units of the height lies in."""
    x, y = point[0] / board.aspect, point[1]
    if board.in_centre(x, y):
        return _CENTRE
    field = board.field_at(x, y)
    return field.id if field else ""


def _cross(point: Point, away: float) -> tuple[Point, ...]:
    """A point and four others around it; only the point when ``away`` is 0."""
    x, y = point
    if not away:
        return (point,)
    return (point, (x - away, y), (x + away, y), (x, y - away), (x, y + away))


def _within(board: Board, point: Point, radius: float) -> bool:
    """Whether a whole pawn at this point (in units of the height) lies within the outline."""
    x, y = point
    if board.shape is Shape.ROUND:
        return math.hypot(x - 0.5 * board.aspect, y - 0.5) <= 0.5 - radius
    return radius <= x <= board.aspect - radius and radius <= y <= 1 - radius
