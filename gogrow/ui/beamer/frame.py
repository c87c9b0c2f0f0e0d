"""The canvas that every beamer picture is painted on: 1080 high, and as wide as the screen's proportion asks.

On a canvas of a fixed height a size in pixels is a share of the screen's height, so that a text which is legible on
one beamer is so on every other. The canvas is 1440 wide at 4:3, 1920 at 16:9 and at most 2600; what is left over on
other screens is ground.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.board.painting import Dress, Wording
from gogrow.ui.icons import paint_icon
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import CAP, Block, Face

HEIGHT = 1080.0
NARROWEST = 1440.0
WIDEST = 2600.0
TIGHT = 1700.0
"""Canvases narrower than this have the heading above the board instead of beside it."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a picture is painted with. ``width`` is the canvas's, ``scale`` pixels of the screen per canvas pixel."""

    width: float
    scale: float
    theme: Theme
    texts: Texts
    language: str
    text_scale: float = 1.0

    @property
    def tight(self) -> bool:
        """Whether heading and board stand one above the other."""
        return self.width < TIGHT

    @property
    def margin(self) -> float:
        """The free space at the edges."""
        return self.theme.size("beamer.margin") if not self.tight else 64.0

    @property
    def inset(self) -> float:
        """Where the contents begin: on a very wide screen they keep together in the middle."""
        return max(0.0, (self.width - 2080.0) / 2)

    @property
    def floor(self) -> float:
        """The smallest text."""
        return self.theme.size("beamer.floor")

    @property
    def ink(self) -> QColor:
        """The colour of text."""
        return self.theme.colour("ink")

    @property
    def ink2(self) -> QColor:
        """The colour of second text."""
        return self.theme.colour("ink2")

    def face(self, pixels: float, weight: int = 500, leading: float = 1.2) -> Face:
        """A font of so many canvas pixels, larger or smaller as was asked, and never under the floor."""
        return Face(self.theme.family, max(self.floor, pixels * self.text_scale), weight, leading)

    def measure(self, token: str, weight: int = 500, leading: float = 1.2) -> Face:
        """A font of a measure such as ``heading`` of the theme's beamer measures."""
        return self.face(self.theme.size(f"beamer.{token}"), weight, leading)

    def heading(self, text: str, width: float, height: float, kind: str = "heading") -> Block:
        """A heading as large as it can be in a room; a little smaller when that saves a line."""
        return self.saving(text, self.measure(kind, 800, 1.0 if kind == "heading" else 1.074), width, height)

    def saving(self, text: str, face: Face, width: float, height: float) -> Block:
        """Like `fit`, up to an eighth smaller when that saves a line; larger text that was asked for stays larger."""
        block = self.fit(text, face, width, height)
        least = 1.1 * face.pixels / self.text_scale if self.text_scale > 1 else self.floor
        for share in (0.97, 0.94, 0.91, 0.88):
            smaller = self.fit(text, replace(face, pixels=block.face.pixels * share), width, height)
            if len(smaller.lines) < len(block.lines) and smaller.face.pixels >= max(least, self.floor):
                return smaller
        return block

    def fit(self, text: str, face: Face, width: float, height: float) -> Block:
        """A text as large as it can be up to ``face``, and never under the floor; lines about equally long."""
        whole = 0.6 / max(1.0, self.text_scale)  # larger letters break no word that was whole
        return typeset.fit(text, face, width, height, floor=self.floor, breaker=typeset.balanced, whole=whole)

    def body(self, text: str, face: Face, width: float, height: float) -> Block:
        """Like `fit`, but each sentence begins a line where that costs at most one line more."""
        plain = self.fit(text, face, width, height)
        lines = self.fit(_SENTENCE.sub("\n", text.strip()), face, width, height)
        better = lines.face.pixels >= plain.face.pixels and len(lines.lines) <= len(plain.lines) + 1
        return lines if better and lines.height <= height else plain

    def dress(self, wording: Wording, *, centre: bool = True) -> Dress:
        """How the board is painted here."""
        return Dress(self.theme, self.language, self.theme.colour("paper"), wording, centre=centre, floor=self.floor)


def frame_for(
    size: QSizeF, theme: Theme, texts: Texts, language: str, text_scale: float = 1.0
) -> tuple[Frame, QPointF]:
    """The frame for a picture of this size in pixels, and where its canvas begins on it."""
    scale = size.height() / HEIGHT
    width = size.width() / scale if scale else NARROWEST
    if width < NARROWEST:
        width, scale = NARROWEST, size.width() / NARROWEST
    width = min(width, WIDEST)
    origin = QPointF((size.width() - width * scale) / 2, (size.height() - HEIGHT * scale) / 2)
    return Frame(width, scale or 1.0, theme, texts, language, text_scale), origin


def rule(painter: QPainter, frame: Frame, x: float, y: float, width: float) -> None:
    """A quiet line between two groups."""
    thick = 4.0 if not frame.theme.patterns else 3.0
    pen = QPen(frame.theme.colour("line"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x + 2, y), QPointF(x + width - 2, y))


def count(painter: QPainter, frame: Frame, done: int, total: int, right: float, middle: float) -> None:
    """How many are in, with a check, ending at ``right``; the total only, never who or what."""
    block = frame.fit(frame.texts.t("{done} of {total}", done=done, total=total), frame.measure("small", 700), 500, 60)
    y = middle - block.height / 2
    typeset.draw(painter, block, right, y, frame.ink, align=Qt.AlignmentFlag.AlignRight)
    paint_icon(painter, "circle-check", frame.ink, QRectF(right - block.width - 62, middle - 24, 48, 48), 2.2)


def below(block: Block, y: float) -> float:
    """The last baseline of a block whose capitals begin at ``y``."""
    return y + block.height


def cap(face: Face) -> float:
    """The height of a capital."""
    return face.pixels * CAP


def card_shadow(painter: QPainter, box: QRectF, corner: float, theme: Theme) -> None:
    """The one soft shadow there is: under a card, in steps, as every device draws it the same."""
    if theme.patterns:
        return
    spread, steps = theme.size("shadow.blur") * 1.25, 20
    whole = theme.size("shadow.share")
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    moved = box.translated(0, theme.size("shadow.down"))
    reached = 0.0
    for step in range(steps):
        share = (step + 1) / steps
        wanted = whole * share * share * (3 - 2 * share)  # from nothing outside to the full share inside
        alpha = (wanted - reached) / (1 - reached)
        reached = wanted
        grow = spread * (1 - 2 * (step + 0.5) / steps) * 0.5
        painter.setBrush(theme.colour("shadow", alpha))
        painter.drawRoundedRect(moved.adjusted(-grow, -grow, grow, grow), corner + grow, corner + grow)
    painter.restore()
