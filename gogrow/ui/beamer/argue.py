"""The talk about a dilemma: who argues which pole, a quiet clock between them, and what may stand beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gogrow.domain.public import Argue
from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.beamer.clock import RING, paint_clock
from gogrow.ui.beamer.frame import HEIGHT, Frame, cap, rule
from gogrow.ui.beamer.poles import LEFT, RIGHT, paint_letter, paint_name, shortened, span
from gogrow.ui.typeset import Block

_LOW = 84.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the clock: who (or nothing), the letter, the pole and its reason."""

    who: str
    letter: str
    pole: str
    reason: str


def sides(picture: Argue, texts: Texts) -> tuple[Side, Side]:
    """What stands left and right of the clock: as the people sit."""
    poles, t = picture.poles, texts.t
    a, b = Side("", "A", poles.a, poles.a_reason), Side("", "B", poles.b, poles.b_reason)
    if not picture.left:
        return a, b
    left, right = (b, a) if picture.left == "b" else (a, b)
    return replace(left, who=t("If you sit left:")), replace(right, who=t("If you sit right:"))


def heading(picture: Argue, texts: Texts) -> str:
    """What is asked of everybody now."""
    t = texts.t
    if picture.left:
        return t("Defend your side, whatever you chose.")
    return t("Now freely: what do you think yourself?") if picture.turn else t("First we draw the sides.")


def paint_argue(painter: QPainter, picture: Argue, frame: Frame, now: dt.datetime) -> None:
    """The whole picture."""
    room = span(frame)
    top = paint_name(painter, picture.poles.icon, picture.poles.title, frame, room.width)
    words = frame.saving(heading(picture, frame.texts), frame.face(84, 800, 1.05), room.width, 170)
    top = typeset.draw(painter, words, room.left, top + 66, frame.ink)
    bottom = _paint_beside(painter, picture, frame) - 50
    radius = min(RING if not frame.tight else 200.0, (bottom - top - 96) / 2 - 11)
    radius = max(radius, 130.0)
    middle = (top + 46 + bottom) / 2
    paint_clock(painter, picture.clock, 0, QPointF(room.middle, middle), radius, frame, now)
    width = room.width / 2 - radius - 11 - 64
    left, right = sides(picture, frame.texts)
    high = bottom - top - 60
    beside = bool(picture.question or picture.fact)
    made = [_Column(one, frame, width, high, 1.0, reasons=not beside) for one in (left, right)]
    for share in (0.92, 0.84, 0.76, 0.68, 0.6, 0.54, 0.48, 0.43):
        if max(one.height for one in made) <= high:
            break
        made = [_Column(one, frame, width, high, share, reasons=not beside) for one in (left, right)]
    top_of = middle - max(one.height for one in made) / 2
    made[0].paint(painter, room.left, top_of)
    made[1].paint(painter, room.right, top_of, mirrored=True)


class _Column:
    """A side laid out: who, the letter, the pole, and its reason when there is room."""

    def __init__(self, side: Side, frame: Frame, width: float, high: float, share: float, *, reasons: bool) -> None:
        self._frame, self._side = frame, side
        self._radius = 52.0
        room = max(120.0, min(330.0, high - 2 * self._radius - 44))
        self._who = frame.fit(side.who, frame.measure("small.large", 500, 1.16), width - 130, 110)
        self._pole = frame.fit(shortened(side.pole, 160), frame.face(64 * share, 800, 1.12), width, room)
        self._reason = frame.fit(
            shortened(side.reason, 200) if reasons else "", frame.face(48 * share, 500, 1.2), width, 240
        )

    @property
    def height(self) -> float:
        gap = 0.86 * self._reason.face.pixels if self._reason.lines else 0.0
        return 2 * self._radius + 44 + self._pole.height + gap + self._reason.height

    def paint(self, painter: QPainter, x: float, y: float, *, mirrored: bool = False) -> None:
        frame, radius, turn = self._frame, self._radius, -1 if mirrored else 1
        align = RIGHT if mirrored else LEFT
        middle = QPointF(x + turn * radius, y + radius)
        paint_letter(painter, self._side.letter, middle, radius, frame)
        who = middle.y() - self._who.height / 2
        typeset.draw(painter, self._who, x + turn * (2 * radius + 26), who, frame.ink, align=align)
        base = typeset.draw(painter, self._pole, x, y + 2 * radius + 44, frame.ink, align=align)
        typeset.draw(painter, self._reason, x, base + 0.86 * self._reason.face.pixels, frame.ink, align=align)


def _paint_beside(painter: QPainter, picture: Argue, frame: Frame) -> float:
    """The question or the fact under a line at the foot; returns where that begins."""
    room = span(frame)
    low = HEIGHT - _LOW
    if not picture.question and not picture.fact:
        return low + 20
    source = Block((), frame.face(1))
    if picture.question:
        block = frame.saving(shortened(picture.question, 300), frame.face(66, 700, 1.14), room.width, 150)
    else:
        if picture.source:
            source = frame.fit(frame.texts.t("Source: {name}", name=picture.source), frame.face(39), room.width, 40)
        block = frame.fit(_ended(shortened(picture.fact, 300)), frame.face(50, 500, 1.2), room.width, 156)
    more = cap(source.face) + 30 if source.lines else 0.0
    top = low - more - block.height
    rule(painter, frame, room.left, top - 52, room.width)
    base = typeset.draw(painter, block, room.left, top, frame.ink)
    typeset.draw(painter, source, room.left, base + 30, frame.ink2)
    return top - 52


def _ended(text: str) -> str:
    """A fact is kept without its last full stop."""
    return text if not text or text[-1] in ".!?…" else f"{text}."
