"""Where the names of pawns are drawn when places are crowded: under the pawn, else in a column outside the board
with a leader, else near the pawn with a leader, else nowhere, so that what stands can be read.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gogrow.domain.spreading import spread

__all__ = ["Box", "Label", "Tag", "Zone", "place_labels", "spread"]

Point: TypeAlias = tuple[float, float]
_MANY = 80


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the picture."""

    x: float
    y: float
    width: float
    height: float

    def hits(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def touches(self, x: float, y: float, radius: float) -> bool:
        """Whether a disc reaches into the box."""
        dx = max(self.x - x, 0.0, x - self.x - self.width)
        dy = max(self.y - y, 0.0, y - self.y - self.height)
        return dx * dx + dy * dy < radius * radius

    def holds(self, other: Box) -> bool:
        """Whether another box lies wholly within this one."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Tag:
    """A name that wants a place: the middle of its pawn, and how wide and high it is in pixels.

    ``outside``: it goes outside the rim in any case, as for a pawn that another placed.
    """

    x: float
    y: float
    width: float
    height: float
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """A column outside the board for names with a leader. ``elbow`` is the x where leaders bend to the column."""

    box: Box
    elbow: float


@dataclass(frozen=True, slots=True)
class Label:
    """The place of a name, and the points of its leader; none when it stands under its pawn."""

    box: Box
    leader: tuple[Point, ...] = ()


PAWN_BODY = 1.13
"""How far a pawn with its side reaches from its middle, as a share of its radius."""
_CELL = 120.0
_SHIFTS = (0.0, -0.24, 0.24, -0.4, 0.4)


def place_labels(
    tags: Sequence[Tag],
    pawns: Sequence[Point],
    radius: float,
    bounds: Box,
    *,
    zones: Sequence[Zone] = (),
    blocked: Sequence[Box] = (),
    discs: Sequence[tuple[float, float, float]] = (),
    gap: float = 10.0,
) -> tuple[Label | None, ...]:
    """A place for each name, in the same order; None where there is no room, so that what stands can be read.

    ``pawns`` are the middles of all pawns, with a name or not, ``discs`` other round things (x, y, radius), and
    ``blocked`` words that stay free. No name crosses a pawn, a disc, a blocked box or another name, and all stay
    within ``bounds``. Names do not depend on the order in which they come.
    """
    room = _Room(bounds, [*blocked, *(zone.box for zone in zones)])
    for x, y in pawns:
        room.add_disc(x, y, PAWN_BODY * radius)
    for x, y, reach in discs:
        room.add_disc(x, y, reach)
    found: dict[int, Label] = {}
    order = sorted(range(len(tags)), key=lambda i: (tags[i].y, tags[i].x, tags[i].width, tags[i].height))
    crowded = []
    for index in order:
        box = None if tags[index].outside else _under(tags[index], radius, gap, room)
        if box is None:
            crowded.append(index)
        else:
            room.add_box(box)
            found[index] = Label(box)
    for index, label in _outside(tags, crowded, zones, radius, gap):
        found[index] = label
    if len(tags) <= _MANY:
        for index in crowded:
            near = None if index in found else _beside(tags[index], radius, room)
            if near is not None:
                room.add_box(near.box)
                found[index] = near
    return tuple(found.get(index) for index in range(len(tags)))


class _Room:
    """What is taken on a picture, found back by place."""

    def __init__(self, bounds: Box, blocked: Sequence[Box]) -> None:
        self._bounds = bounds
        self._discs: dict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)
        self._boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in blocked:
            self.add_box(box)

    def add_disc(self, x: float, y: float, radius: float) -> None:
        for cell in _cells(Box(x - radius, y - radius, 2 * radius, 2 * radius)):
            self._discs[cell].append((x, y, radius))

    def add_box(self, box: Box) -> None:
        for cell in _cells(box):
            self._boxes[cell].append(box)

    def free(self, box: Box) -> bool:
        """Whether a box lies within the bounds and crosses nothing."""
        if not self._bounds.holds(box):
            return False
        for cell in _cells(box):
            if any(box.hits(other) for other in self._boxes.get(cell, ())):
                return False
            if any(box.touches(*disc) for disc in self._discs.get(cell, ())):
                return False
        return True


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(math.floor(box.x / _CELL), math.floor((box.x + box.width) / _CELL) + 1):
        for row in range(math.floor(box.y / _CELL), math.floor((box.y + box.height) / _CELL) + 1):
            yield column, row


def _under(tag: Tag, radius: float, gap: float, room: _Room) -> Box | None:
    top = tag.y + max(radius + gap, PAWN_BODY * radius + 1)
    for shift in _SHIFTS:
        box = Box(tag.x - tag.width / 2 + shift * tag.width, top, tag.width, tag.height)
        if room.free(box):
            return box
    return None


def _outside(
    tags: Sequence[Tag], crowded: Sequence[int], zones: Sequence[Zone], radius: float, gap: float
) -> Iterator[tuple[int, Label]]:
    """Names in the columns: each in the nearest one with room, from top to bottom as their pawns stand."""
    if not zones or not crowded:
        return
    row = max(tags[index].height for index in crowded) + 0.6 * gap
    free = [math.floor((zone.box.height + 0.6 * gap) / row) for zone in zones]
    chosen: list[list[int]] = [[] for _ in zones]

    def nearest(index: int) -> list[int]:
        return sorted(range(len(zones)), key=lambda at: (abs(zones[at].elbow - tags[index].x), at))

    def first(index: int) -> tuple[bool, float, float, float, float]:
        tag = tags[index]
        return (not tag.outside, abs(zones[nearest(index)[0]].elbow - tag.x), tag.y, tag.x, tag.width)

    for index in sorted(crowded, key=first):
        for at in nearest(index):
            if free[at]:
                free[at] -= 1
                chosen[at].append(index)
                break
    for zone, members in zip(zones, chosen, strict=True):
        members.sort(key=lambda index: (tags[index].y, tags[index].x, tags[index].width))
        heights = _rows([tags[index].y for index in members], row, zone.box, row - 0.6 * gap)
        right = zone.elbow <= zone.box.x
        near = zone.box.x if right else zone.box.x + zone.box.width
        for index, middle in zip(members, heights, strict=True):
            tag = tags[index]
            width = min(tag.width, zone.box.width)
            box = Box(near if right else near - width, middle - tag.height / 2, width, tag.height)
            stub = near - 1.6 * gap if right else near + 1.6 * gap
            yield index, Label(box, (_edge(tag, zone.elbow, middle, radius), (zone.elbow, middle), (stub, middle)))


def _rows(wanted: Sequence[float], row: float, box: Box, height: float) -> list[float]:
    """The middles of rows in a column: as near to what is wanted as they can be, without touching."""
    top, bottom = box.y + height / 2, box.y + box.height - height / 2
    found: list[float] = []
    for middle in wanted:
        found.append(max(middle, top, found[-1] + row if found else top))
    limit = bottom
    for index in range(len(found) - 1, -1, -1):
        found[index] = min(found[index], limit)
        limit = found[index] - row
    return found


def _beside(tag: Tag, radius: float, room: _Room) -> Label | None:
    """A free place near the pawn, as near as there is one."""
    for away in (1.6, 2.4, 3.3, 4.3, 5.5, 7.0):
        for step in range(16):
            turn = math.pi / 2 + (step + 1) // 2 * (1 if step % 2 else -1) * math.pi / 8
            x = tag.x + math.cos(turn) * (away * radius + tag.width / 2)
            y = tag.y + math.sin(turn) * (away * radius + tag.height / 2)
            box = Box(x - tag.width / 2, y - tag.height / 2, tag.width, tag.height)
            if room.free(box):
                end = (min(max(tag.x, box.x), box.x + box.width), min(max(tag.y, box.y), box.y + box.height))
                return Label(box, (_edge(tag, *end, radius), end))
    return None


def _edge(tag: Tag, x: float, y: float, radius: float) -> Point:
    """The point on the pawn's edge in the direction of another point."""
    away = math.dist((tag.x, tag.y), (x, y))
    share = min(1.0, radius / away) if away else 0.0
    return tag.x + (x - tag.x) * share, tag.y + (y - tag.y) * share
