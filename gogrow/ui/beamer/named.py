"""Names at the dots of those who said so: a tag beside each dot, or, for many at one place, a list under the pile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gogrow.domain.public import Views
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import Frame
from gogrow.ui.beamer.line import PLACES, Dots, Pile, Ruler, free_width, lay_dots, least_height, pile
from gogrow.ui.beamer.poles import MIDDLE
from gogrow.ui.board.pawns import TAG_HEIGHT, paint_tag, tag_size
from gogrow.ui.typeset import Block, Face

_PITCHES = (62.0, 58.0, 54.0, 50.0)
_SHORTEST = 150.0
"""A tag is rather given up for a list than made narrower than this."""

Names = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Named:
    """The dots and where the names stand. ``tags`` are boxes with a name; ``lists`` blocks with middle and top."""

    dots: Dots
    tags: tuple[tuple[QRectF, str], ...]
    lists: tuple[tuple[Block, float, float], ...]
    face: Face


def lay_names(picture: Views, frame: Frame, ruler: Ruler, top: float, bottom: float) -> Named:
    """Names belong to the last time that people chose: above the line, or below it after the talk."""
    later = any(picture.after)
    counts = picture.after if later else picture.before
    found = tuple(tuple(v.name for v in picture.names if v.view == step + 1) for step in range(PLACES))
    names = tuple(some[: counts[step]] if counts else () for step, some in enumerate(found))
    face = frame.measure("name", 600)
    for pitch in _PITCHES:
        if pitch < TAG_HEIGHT * face.pixels:
            break
        made = _beside(picture, ruler, top, bottom, face, names, pitch, later=later)
        if made is not None:
            return made
    return _under(picture, frame, ruler, top, bottom, face, names)


def _beside(
    picture: Views, ruler: Ruler, top: float, bottom: float, face: Face, names: Names, pitch: float, *, later: bool
) -> Named | None:
    """Named dots in a column with a tag at their right; the other dots of a place are a pile at its left."""
    counts, others = (picture.after, picture.before) if later else (picture.before, ())
    away = Dots(ruler, pitch, (), ()).away
    beyond = least_height(others, pitch, free_width(ruler, pitch))
    if beyond is None:
        return None
    high = bottom - top - away - (beyond + away if later else 50.0)
    rows = int(high / pitch)
    if rows < max(map(len, names)):
        return None
    piles, columns, tags = list[Pile](), list[Pile](), list[tuple[float, float, str]]()
    for step, (count, some) in enumerate(zip(counts, names, strict=True)):
        room = ruler.bin - 16 - (pitch + 10 + _SHORTEST if some else 0.0)
        rest = pile(count - len(some), pitch, room, rows * pitch)
        if rest is None:
            return None
        longest = ruler.bin - 16 - rest.width - pitch - 10
        widths = [tag_size(name, face, longest - 26)[0] for name in some]
        whole = rest.width + (pitch + 10 + max(widths) if some else 0.0)
        piles.append(replace(rest, shift=(rest.width - whole) / 2))
        columns.append(Pile(len(some), 1, pitch, rest.width + (pitch - whole) / 2))
        left = ruler.place(step) - whole / 2 + rest.width + pitch + 10
        tags += [(left, width, name) for width, name in zip(widths, some, strict=True)]
    tall = max((one.height for one in (*piles, *columns)), default=0.0)
    if later:
        y = min(max(ruler.y, top + beyond + away), bottom - away - tall)
        up = tuple(pile(n, pitch, free_width(ruler, pitch), y - top - away + 0.01) or Pile(0, 1, pitch) for n in others)
        dots = Dots(replace(ruler, y=y), pitch, up, (*piles, *columns))
    else:
        dots = Dots(replace(ruler, y=max(ruler.y, top + away + tall)), pitch, (*piles, *columns), ())
    spots = dots.middles(((Pile(0, 1, pitch),) * PLACES + tuple(columns)), 1 if later else -1)
    height = TAG_HEIGHT * face.pixels
    boxes = [
        (QRectF(left, spot.y() - height / 2, width, height), name)
        for spot, (left, width, name) in zip(spots, tags, strict=True)
    ]
    return Named(dots, tuple(boxes), (), face)


def _under(picture: Views, frame: Frame, ruler: Ruler, top: float, bottom: float, face: Face, names: Names) -> Named:
    """Lists of names under the piles, as wide as the places beside them leave free."""
    most = int(0.52 * (bottom - top) / face.line)
    lists = _lists(frame, ruler, face, names, most)
    high = max((block.height for block, _ in lists), default=0.0)
    dots = lay_dots(ruler, picture.before, picture.after, top, bottom, _PITCHES[1], below=high + 44)
    y = dots.ruler.y + dots.away + max((one.height for one in dots.after), default=14.0) + 34
    return Named(dots, (), tuple((block, middle, y) for block, middle in lists), face)


def _lists(frame: Frame, ruler: Ruler, face: Face, names: Names, most: int) -> list[tuple[Block, float]]:
    steps = [step for step, some in enumerate(names) if some]
    found = []
    for number, step in enumerate(steps):
        place = ruler.place(step)
        low = (ruler.place(steps[number - 1]) + place) / 2 if number else ruler.left
        high = (ruler.place(steps[number + 1]) + place) / 2 if number + 1 < len(steps) else ruler.right
        width = ruler.bin - 28
        lines = _lines(names[step], face, width)
        while len(lines) > min(most, 4) and width < high - low - 28:
            width = min(width + 40, high - low - 28)
            lines = _lines(names[step], face, width)
        if len(lines) > most:
            lines = [*lines[: most - 1], frame.texts.t("and others")]
        block = Block(tuple(lines), face)
        half = block.width / 2 + 8
        found.append((block, min(max(place, low + half), high - half)))
    return found


def _lines(names: Sequence[str], face: Face, width: float) -> list[str]:
    """Names in lines, no name broken."""
    lines = [""]
    for number, name in enumerate(names):
        end = "," if number + 1 < len(names) else ""
        shown = face.elided(name, width - face.width(",")) + end
        tried = f"{lines[-1]} {shown}".strip()
        if lines[-1] and face.width(tried) > width:
            lines.append(shown)
        else:
            lines[-1] = tried
    return lines


def paint_named(painter: QPainter, made: Named, frame: Frame) -> None:
    """The tags or lists."""
    for box, name in made.tags:
        paint_tag(painter, box, name, made.face, frame.theme)
    for block, middle, y in made.lists:
        typeset.draw(painter, block, middle, y, frame.ink, align=MIDDLE)
