"""Texts under one another that grow smaller together until they fit their box: nothing of them is cut.

Sizes of type are points, lengths millimetres. A text keeps its own weight and indent, all keep their proportions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gogrow.sheets import fonts, scripts
from gogrow.sheets.canvas import Pad
from gogrow.sheets.fonts import MEDIUM

_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)")
_STEP = 0.96
_WHOLE = 16
"""So many steps smaller (about half the size) before a word may be broken."""
_LAST = 75
"""The last step, a twentieth of the size: whatever a deck may hold fits there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text as large as it may be. ``gap`` is the room above it, from the foot of what stands there to its capitals,
    in lines of its own size; ``leading`` is from line to line, in millimetres per point; ``x`` is its indent.

    ``letter``: a disc with it stands in the indent. ``soft``: in the second ink. ``least``: no smaller.
    """

    text: str
    size: float
    weight: int = MEDIUM
    gap: float = 0.7
    leading: float = 0.43
    x: float = 0.0
    letter: str = ""
    soft: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A part with its lines and the foot of the first one, in millimetres under the top of the stack."""

    part: Part
    lines: tuple[str, ...]
    size: float
    foot: float


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts laid out; ``height`` from the first capitals to the last foot, ``share`` of the size that was asked."""

    placed: tuple[Placed, ...]
    height: float
    share: float

    def draw(self, pad: Pad, x: float, top: float, anchor: str = "start") -> None:
        """Draw with the first capitals at ``top``."""
        for one in self.placed:
            part, colour = one.part, pad.look.ink2 if one.part.soft else None
            if part.letter:
                radius = _radius(one.size)
                middle = top + one.foot - fonts.capital(one.size) / 2
                pad.badge(x + radius, middle, radius, part.letter, one.size * 0.92)
            pad.lines(
                x + part.x, top + one.foot, one.lines, one.size, one.size * part.leading, part.weight, colour, anchor
            )


def badge_room(size: float) -> float:
    """The indent of a part with a letter, for the largest size of its type."""
    return 2 * _radius(size) + 2.6


def stacked(parts: Sequence[Part], room: float, height: float, floor: float = 0.0) -> Stack | None:
    """The parts with text in it, as large as they fit in ``room`` by ``height``.

    None when they only fit below ``floor``, a share of the sizes that were asked. Words stay whole as long as they can,
    and a sentence has lines of its own where that takes no smaller letters.
    """
    kept = [part for part in parts if part.text.strip()]
    for broken, first, last in ((False, 0, _WHOLE), (True, 8, _LAST)):
        fits, not_yet = last + 1, first - 1
        while fits - not_yet > 1:  # what fits, fits in smaller letters too
            step = (fits + not_yet) // 2
            found = _laid(kept, room, _STEP**step, broken)
            if found is not None and found.height <= height:
                fits = step
            else:
                not_yet = step
        if fits <= last and _STEP**fits >= floor:
            for lines in (_sentences, _evened):
                found = _laid(kept, room, _STEP**fits, broken, lines)
                if found is not None and found.height <= height:
                    return found
    return None if floor else _laid(kept, room, _STEP**_LAST, True)


Lines = Callable[[str, int, float, float], tuple[str, ...]]
"""Breaks a text into lines: text, weight, size, room."""


def _laid(parts: Sequence[Part], room: float, share: float, broken: bool, setting: Lines | None = None) -> Stack | None:
    placed: list[Placed] = []
    y = 0.0
    for at, part in enumerate(parts):
        size = max(part.least, part.size * share)
        lines = (setting or _lines)(part.text, part.weight, size, room - part.x)
        if not broken and not _whole(lines, part.text):
            return None
        above = part.gap * size * part.leading if at else 0.0
        foot = y + above + fonts.capital(size)
        placed.append(Placed(part, lines, size, foot))
        y = foot + size * part.leading * (len(lines) - 1)
    return Stack(tuple(placed), y, share)


@lru_cache(maxsize=4096)
def _lines(text: str, weight: int, size: float, room: float) -> tuple[str, ...]:
    return tuple(fonts.wrapped(text, weight, size, room))


@lru_cache(maxsize=1024)
def _evened(text: str, weight: int, size: float, room: float) -> tuple[str, ...]:
    """No more lines than it takes, of about the same length: no word stands alone on the last one."""
    lines = _lines(text, weight, size, room)
    least, most = room * 0.5, room
    while len(lines) > 1 and most - least > 1:
        middle = (least + most) / 2
        tried = tuple(fonts.wrapped(text, weight, size, middle))
        if len(tried) <= len(lines) and (_whole(tried, text) or not _whole(lines, text)):
            most, lines = middle, tried
        else:
            least = middle
    return lines


def _sentences(text: str, weight: int, size: float, room: float) -> tuple[str, ...]:
    """Each sentence on lines of its own, unless that takes more than one line more."""
    lines = _evened(text, weight, size, room)
    apart = tuple(line for one in _SENTENCE.split(text.strip()) for line in _evened(one, weight, size, room))
    return apart if len(lines) > 1 and len(apart) <= len(lines) + 1 else lines


def _whole(lines: Sequence[str], text: str) -> bool:
    return "".join("".join(lines).split()) == "".join(scripts.plain(text).split())


def _radius(size: float) -> float:
    return 0.27 * size
