"""What the pictures of a dilemma share: its name, and two poles that face each other from left and right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gogrow.ui import typeset
from gogrow.ui.beamer.frame import Frame, cap
from gogrow.ui.icons import known, paint_icon
from gogrow.ui.typeset import Block

LEFT, MIDDLE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
DISC = 52.0
"""The radius of a pole's letter."""
TOP = 80.0
"""Where the first text of these pictures begins."""


@dataclass(frozen=True, slots=True)
class Span:
    """The part of the canvas that words may use, from ``left`` to ``right``."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Halfway."""
        return (self.left + self.right) / 2


def span(frame: Frame) -> Span:
    """From margin to margin."""
    return Span(frame.inset + frame.margin, frame.width - frame.inset - frame.margin)


@dataclass(frozen=True, slots=True)
class Pole:
    """A pole laid out: its letter, its words, and its reason under them ('' for none)."""

    letter: str
    words: Block
    reason: Block
    radius: float

    @property
    def gap(self) -> float:
        """Between the words and the reason."""
        return 0.86 * self.reason.face.pixels if self.reason.lines else 0.0

    @property
    def height(self) -> float:
        """From the capitals of the words to the last baseline, or the letter's disc."""
        return max(self.words.height + self.gap + self.reason.height, self.sunk + self.radius)

    @property
    def sunk(self) -> float:
        """How far the disc's middle is under the top of the capitals: at the middle of the first two lines."""
        lines = replace(self.words, lines=self.words.lines[:2])
        return lines.height / 2

    @property
    def width(self) -> float:
        """With its disc."""
        return 2 * self.radius + self.beside + max(self.words.width, self.reason.width)

    @property
    def beside(self) -> float:
        """The space between the disc and the words."""
        return 0.56 * self.radius


def pole(
    frame: Frame, letter: str, words: str, reason: str, width: float, height: float, share: float = 1.0,
    radius: float = DISC,
) -> Pole:  # fmt: skip
    """Lay a pole out in a column; ``share`` makes its texts smaller."""
    room = width - 2.56 * radius
    bold = frame.fit(shortened(words, 160), frame.face(64 * share, 800, 1.12), room, height)
    rest = max(40.0, height - bold.height - 36)
    plain = frame.fit(shortened(reason, 200), frame.face(52 * share, 500, 1.2), room, rest)
    return Pole(letter, bold, plain, radius)


def shortened(text: str, most: int) -> str:
    """Not more of a text than could ever fit, so that a card of 5,000 words costs no more time than another."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def paint_pole(painter: QPainter, made: Pole, frame: Frame, x: float, y: float, *, mirrored: bool = False) -> None:
    """Paint a pole with its capitals at ``y``, from its left edge, or ``mirrored`` from its right."""
    turn = -1 if mirrored else 1
    paint_letter(painter, made.letter, QPointF(x + turn * made.radius, y + made.sunk), made.radius, frame)
    text, align = x + turn * (2 * made.radius + made.beside), RIGHT if mirrored else LEFT
    base = typeset.draw(painter, made.words, text, y, frame.ink, align=align)
    typeset.draw(painter, made.reason, text, base + made.gap, frame.ink, align=align)


def paint_letter(painter: QPainter, letter: str, middle: QPointF, radius: float, frame: Frame) -> None:
    """A letter in a disc of ink."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(frame.ink)
    painter.drawEllipse(middle, radius, radius)
    face = replace(frame.face(1), pixels=1.31 * radius, weight=800)
    baseline = middle.y() + cap(face) / 2
    typeset.draw_line(painter, letter, face, middle.x(), baseline, frame.theme.colour("sheet"), align=MIDDLE)


def paint_name(painter: QPainter, icon: str, title: str, frame: Frame, width: float) -> float:
    """The card's icon and title, small, at the top left; returns the baseline."""
    left = span(frame).left
    face = frame.measure("small.large", 600)
    x, middle = left, TOP + cap(face) / 2
    if known(icon):
        paint_icon(painter, icon, frame.ink2, QRectF(left - 4, middle - 31, 62, 62), 1.8)
        x += 80
    block = Block((face.elided(title, width - (x - left)),) if title else (), face)
    typeset.draw(painter, block, x, TOP, frame.ink2)
    return TOP + cap(face)
