"""The board that both look at: two pawns, whose they are, and the line between them with its question."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from gogrow.domain.board import Board
from gogrow.domain.labels import Box, Tag, place_labels
from gogrow.domain.public import PublicPawn
from gogrow.domain.spreading import spread
from gogrow.ui.board.geometry import RIM_END, Place, fitting, is_round
from gogrow.ui.board.painting import BoardPicture, Corner, Dress, Wording, axes_room, corner, paint_axes, paint_corner
from gogrow.ui.board.pawns import Look, paint_gap, paint_pawn, paint_tag, paint_way, tag_size
from gogrow.ui.board.signs import paint_signs
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import Face

PAWN = 0.133
"""The radius of a pawn, as a share of the board's radius."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A pawn, and the words that stand at it."""

    pawn: PublicPawn
    words: str


class Airy(QWidget):
    """Room for a board: beside it stand words, so it is never higher than ``SHARE`` of its width."""

    SHARE = 0.77

    def __init__(self, *boards: QWidget) -> None:
        super().__init__()
        self.stack = QStackedWidget(self)
        for board in boards:
            self.stack.addWidget(board)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        """As its boards want."""
        return self.stack.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the middle."""
        height = min(self.height(), int(self.width() * self.SHARE))
        self.stack.setGeometry(0, (self.height() - height) // 2, self.width(), height)


class TableBoard(QWidget):
    """Shows what it is given and nothing else. With ``gap`` a line grows from the first pawn to the second.

    With ``way`` an arrow grows from each pawn to the next: all but the last are places of then, so hollow.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._board: Board | None = None
        self._language = ""
        self._wording = Wording.CORNERS
        self._stands: tuple[Stand, ...] = ()
        self._gap = self._way = False
        self._grown = 1.0
        self._picture = BoardPicture()
        self._place: Place | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(300, 280))
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._grow)

    def show_board(
        self,
        board: Board,
        language: str,
        stands: tuple[Stand, ...] = (),
        *,
        gap: bool = False,
        inside: bool = False,
        bare: bool = False,
        way: bool = False,
    ) -> None:
        """Show these pawns; ``inside`` puts the fields' words into them, ``bare`` has the icons alone.

        Complete and idempotent.
        """
        wording = Wording.INSIDE if inside else Wording.NONE if bare else Wording.CORNERS
        given = (board, language, stands, gap, wording, way)
        if given == (self._board, self._language, self._stands, self._gap, self._wording, self._way):
            return
        new = stands != self._stands
        self._board, self._language, self._stands = board, language, stands
        self._gap, self._wording, self._way = gap, wording, way
        self._place = None
        self.setAccessibleDescription("; ".join(self._spoken(stand) for stand in stands))
        self._motion.stop()
        self._grown = 1.0
        duration = self._theme.ms("gap" if gap or way else "reveal")
        if new and stands and duration and self.isVisible():
            self._motion.setDuration(duration)
            self._motion.start()
        self.update()

    @property
    def stands(self) -> tuple[Stand, ...]:
        """What is on the screen."""
        return self._stands

    def pixel(self, x: float, y: float) -> QPointF:
        """The pixel of a point on the board."""
        place = self._arranged()
        return place.point(x, y) if place is not None else QPointF()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another place."""
        self._place = None
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves where nobody looks."""
        self._motion.stop()
        self._grown = 1.0
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The board with its words, the line, the pawns, their names."""
        place = self._arranged()
        if place is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dress = self._dress()
        self._picture.paint(painter, place, dress)
        paint_axes(painter, place, dress, 16.0)
        words = self._paint_corners(painter, place, dress) if self._wording is Wording.CORNERS else []
        if self._wording is Wording.NONE:
            paint_signs(painter, place, self._theme.colour("ink"), max(18.0, 0.15 * place.unit))
        if self._stands:
            self._paint_pawns(painter, place, words)
        painter.end()

    # ------------------------------------------------------------------ inside

    def _grow(self, share: object) -> None:
        self._grown = float(share) if isinstance(share, float) else 1.0
        self.update()

    def _spoken(self, stand: Stand) -> str:
        board = self._board
        if board is None:
            return stand.words
        x, y = stand.pawn.x, stand.pawn.y
        found = board.field_at(x, y)
        words = found.sentence if found else board.centre.name if board.centre else {}
        return f"{stand.words}: {words.get(self._language, '')}"

    def _dress(self) -> Dress:
        paper = self._theme.colour("paper")
        return Dress(
            self._theme, self._language, paper, self._wording, centre=not self._stands or self._free(), floor=12
        )

    def _free(self) -> bool:
        """Whether no pawn stands on the word in the middle."""
        away = [math.hypot(s.pawn.x - 0.5, s.pawn.y - 0.5) > 0.2 for s in self._stands]
        between = pairwise((s.pawn.x, s.pawn.y) for s in self._stands if self._gap or self._way)
        for (x0, y0), (x1, y1) in between:
            away.append(all(math.hypot(x0 + (x1 - x0) * n / 16 - 0.5, y0 + (y1 - y0) * n / 16 - 0.5) > 0.13
                            for n in range(17)))  # fmt: skip
        return all(away)

    def _arranged(self) -> Place | None:
        if self._place is None and self._board is not None and self.width() > 60 and self.height() > 60:
            area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            room = axes_room(self._board, self._dress(), 16.0)
            self._place = fitting(self._board, area.adjusted(0, room, 0, -room))
        return self._place

    def _paint_corners(self, painter: QPainter, place: Place, dress: Dress) -> list[QRectF]:
        size = max(14.0, min(34.0, place.unit * 0.095))
        while size > 14.0 and any(self._on_rim(place, box) for _, box in self._corners(place, dress, size)):
            size = max(14.0, size * 0.94)
        return [
            paint_corner(painter, made, box.x(), box.y(), dress)
            for made, box in self._corners(place, dress, size)
            if not self._on_rim(place, box)
        ]

    def _corners(self, place: Place, dress: Dress, size: float) -> list[tuple[Corner, QRectF]]:
        """The fields' words outside a round board, or in the corners of the fields of another."""
        found, outline = [], place.outline()
        for field in place.board.fields:
            made = corner(field, dress, max(80.0, (self.width() - place.unit) / 2), place.unit, size)
            middle = place.middle(field)
            left, up = middle.x() < place.centre.x(), middle.y() < place.centre.y()
            if is_round(place.board):
                x = place.centre.x() + (-0.785 * place.unit - made.width if left else 0.785 * place.unit)
                x = max(2.0, min(x, self.width() - made.width - 2))
                y = outline.top() if up else outline.bottom() - made.height
            else:
                x0, y0, x1, y1 = field.rect or (0, 0, 1, 1)
                box = QRectF(place.point(x0, y0), place.point(x1, y1)).adjusted(12, 12, -12, -12)
                x = box.left() if left else box.right() - made.width
                y = box.top() if up else box.bottom() - made.height
            found.append((made, QRectF(x, y, made.width, made.height)))
        return found

    @staticmethod
    def _on_rim(place: Place, box: QRectF) -> bool:
        """Whether words reach over the rim of a round board."""
        x = box.right() if box.center().x() < place.centre.x() else box.left()
        y = box.bottom() if box.center().y() < place.centre.y() else box.top()
        reach = math.hypot(x - place.centre.x(), y - place.centre.y())
        return is_round(place.board) and reach < RIM_END * place.unit

    def _paint_pawns(self, painter: QPainter, place: Place, words: list[QRectF]) -> None:
        radius = PAWN * place.unit
        points = [(s.pawn.x, s.pawn.y) for s in self._stands]
        middles = [place.point(x, y) for x, y in spread(points, radius / place.box.height(), place.board)]
        line = self._gap and len(middles) == 2
        painter.setOpacity(min(1.0, 2.5 * self._grown))
        if line:
            paint_gap(painter, middles[0], middles[1], radius, self._theme, self._grown, 0.0)
        last = len(middles) - 1
        for start, end in pairwise(middles) if self._way else ():
            paint_way(painter, start, end, (radius, radius), self._theme, self._grown)
        for number, (stand, middle) in reversed(list(enumerate(zip(self._stands, middles, strict=True)))):
            look = replace(Look.of(stand.pawn), past=self._way and number < last)
            paint_pawn(painter, middle, radius, look, self._theme, 10.0)
        if line and self._grown >= 1.0:
            paint_gap(painter, middles[0], middles[1], radius, self._theme, 0.0, 1.0)
        self._paint_tags(painter, middles, radius, words, line=line or self._way)
        painter.setOpacity(1.0)

    def _paint_tags(
        self, painter: QPainter, middles: list[QPointF], radius: float, words: list[QRectF], *, line: bool
    ) -> None:
        size = max(15.0, min(30.0, 0.62 * radius))
        faces = [Face(self._theme.family, size * (0.92 if s.pawn.seen else 1.0), 700 - 100 * s.pawn.seen)
                 for s in self._stands]  # fmt: skip
        longest = 0.48 * self.width()
        tags = []
        for stand, middle, face in zip(self._stands, middles, faces, strict=True):
            width, height = tag_size(stand.words, face, longest)
            tags.append(Tag(middle.x(), middle.y(), width, height))
        blocked = [Box(b.x() - 4, b.y() - 4, b.width() + 8, b.height() + 8) for b in words]
        discs: list[tuple[float, float, float]] = []
        for (x0, y0), (x1, y1) in pairwise((m.x(), m.y()) for m in middles) if line else ():
            steps = max(1, int(math.hypot(x1 - x0, y1 - y0) / 12))
            discs += [(x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps, 9.0) for n in range(steps + 1)]
            if self._gap:
                discs.append(((x0 + x1) / 2, (y0 + y1) / 2, 0.7 * radius))
        bounds = Box(2, 2, self.width() - 4, self.height() - 4)
        pawns = [(m.x(), m.y()) for m in middles]
        labels = place_labels(tags, pawns, radius, bounds, blocked=blocked, discs=discs, gap=0.25 * radius)
        for stand, tag, label, face in zip(self._stands, tags, labels, faces, strict=True):
            if label is not None:
                box = QRectF(label.box.x, label.box.y, label.box.width, label.box.height)
            else:  # no free place at all: over the board rather than nowhere
                x = min(max(tag.x - tag.width / 2, 2.0), self.width() - tag.width - 2)
                y = min(tag.y + 1.25 * radius, self.height() - tag.height - 2)
                box = QRectF(x, y, tag.width, tag.height)
            paint_tag(painter, box, stand.words, face, self._theme)
