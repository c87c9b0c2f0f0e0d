"""A private board to work on: pawns to drag and to move with the arrows, places to click.

Everything that stands still is one picture. While a pawn is in the hand only the small part of the screen that it
leaves and enters is painted again, so that a step costs the same with 500 pawns as with 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gogrow.domain.board import Board, Shape
from gogrow.domain.labels import Box, Label, Tag, place_labels
from gogrow.domain.public import PublicPawn
from gogrow.domain.spreading import spread
from gogrow.texts import Texts
from gogrow.ui.board.geometry import Place, fitting
from gogrow.ui.board.gestures import Drag
from gogrow.ui.board.painting import (
    RIM_END,
    BoardPicture,
    Dress,
    Wording,
    axes_room,
    corner,
    paint_axes,
    paint_corner,
)
from gogrow.ui.board.pawns import Look, paint_tag, pawn_pixmap, pixmap_size, tag_size
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import Face

STEP = 0.01
"""How far an arrow key moves a pawn, as a share of the board; with Shift five times as far."""
_NAMES = 60


@dataclass(frozen=True, slots=True)
class BoardPawn:
    """A pawn on a private board: ``key`` is the placement's id; ``fixed`` pawns cannot be moved."""

    key: str
    pawn: PublicPawn
    fixed: bool = False


class BoardView(QWidget):
    """The board with pawns. `placed` brings a pawn's key and its new point, `clicked` a point on free ground."""

    placed = Signal(str, float, float)
    clicked = Signal(float, float)
    refused = Signal()
    chosen = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None, *, large: bool = False) -> None:
        """``large`` is for a board that two read together: on paper, with large pawns and words."""
        super().__init__(parent)
        self._theme = theme
        self._large = large
        self._ground = "paper" if large else "sheet"
        self._texts = texts
        self._board: Board | None = None
        self._pawns: tuple[BoardPawn, ...] = ()
        self._drawn: tuple[tuple[float, float], ...] = ()
        self._dress: Dress | None = None
        self._place: Place | None = None
        self._picture = BoardPicture()
        self._still = QPixmap()
        self._still_of: object = None
        self._stamps: dict[tuple[Look, float, float], QPixmap] = {}
        self._drag: Drag | None = None
        self._chosen = ""
        self._blind = False
        self.names = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(260, 220))
        self.setAccessibleName(texts.t("Board"))

    def show_board(
        self,
        board: Board,
        pawns: Sequence[BoardPawn],
        *,
        language: str,
        blind: bool,
        letters: bool,
        words: bool = True,
    ) -> None:
        """Show this board with these pawns; none of them when ``blind``. Complete and idempotent."""
        shown = () if blind else tuple(pawns)
        wording = Wording.CORNERS if words else Wording.NONE
        ground = self._theme.colour(self._ground)
        dress = Dress(self._theme, language, ground, wording, letters=letters, centre=words, floor=12.0)
        if (board, shown, dress.key()) == (self._board, self._pawns, self._dress and self._dress.key()):
            return
        if board is not self._board:
            self._place = None
        self._board, self._pawns, self._dress, self._blind = board, shown, dress, blind
        if self._drag is not None and all(pawn.key != self._drag.key for pawn in shown):
            self._drag = None
        if all(pawn.key != self._chosen for pawn in shown):
            self._chosen = ""
        self._still_of = None
        self._arrange()
        self.update()

    @property
    def place(self) -> Place | None:
        """Where the board stands in this widget; None before it has a size."""
        return self._place

    @property
    def radius(self) -> float:
        """The radius of a pawn in pixels."""
        return 0.0 if self._place is None else max(11.0, (0.133 if self._large else 0.082) * self._place.unit)

    def keys(self) -> tuple[str, ...]:
        """The keys of the pawns that are on the screen."""
        return tuple(pawn.key for pawn in self._pawns)

    def pawns(self) -> tuple[BoardPawn, ...]:
        """The pawns that are on the screen."""
        return self._pawns

    def spot_of(self, key: str) -> QPoint | None:
        """The pixel in the middle of a pawn; None when it is not there."""
        for pawn, middle in zip(self._pawns, self._middles(), strict=True):
            if pawn.key == key:
                return middle.toPoint()
        return None

    def pixel(self, x: float, y: float) -> QPoint:
        """The pixel of a point on the board."""
        assert self._place is not None
        return self._place.point(x, y).toPoint()

    # ------------------------------------------------------------------ hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a pawn, or press on the ground."""
        if event.button() is not Qt.MouseButton.LeftButton or self._place is None:
            return
        at = event.position()
        pawn = self._pawn_at(at)
        if pawn is None:
            self._drag = Drag("", at, QPointF(0, 0), at)
            return
        self._chosen = pawn.key
        self.chosen.emit(pawn.key)
        middle = self._middle(pawn.key)
        self._drag = Drag(pawn.key, at, at - middle, middle) if not pawn.fixed else None
        self._still_of = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pawn follows; only what it leaves and enters is painted."""
        drag = self._drag
        if drag is None or not drag.key:
            return
        before = self._around(drag.at)
        if drag.move(event.position()):
            self.update(before.united(self._around(drag.at)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: it lies here, or goes back when this is outside."""
        drag, place = self._drag, self._place
        self._drag = None
        if drag is None or place is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._still_of = None
        self.update()
        if not drag.key:
            x, y = place.share(event.position())
            near = (event.position() - drag.start).manhattanLength() < 12
            if near and place.board.inside(x, y):
                self.clicked.emit(x, y)
            return
        drag.move(event.position())
        if not drag.moved:
            return
        point = drag.drop(place)
        if point is None:
            self.refused.emit()
        else:
            self._lay(drag.key, *point)
            self.placed.emit(drag.key, *point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen pawn, Tab goes to the next, Escape lets go of what is in the hand."""
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self._still_of = None
            self.update()
            return
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        pawn = next((p for p in self._pawns if p.key == self._chosen), None)
        direction = steps.get(Qt.Key(event.key()))
        if pawn is None or pawn.fixed or direction is None or self._board is None:
            super().keyPressEvent(event)
            return
        far = STEP * (5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        x, y = pawn.pawn.x + direction[0] * far, pawn.pawn.y + direction[1] * far
        if self._board.inside(x, y):
            self._lay(pawn.key, x, y)
            self.placed.emit(pawn.key, x, y)
        else:
            self.refused.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from pawn to pawn, and then to what comes after the board."""
        keys = [pawn.key for pawn in self._pawns if not pawn.fixed]
        at = keys.index(self._chosen) if self._chosen in keys else (-1 if next else len(keys))
        following = at + (1 if next else -1)
        if not 0 <= following < len(keys):
            return super().focusNextPrevChild(next)
        self.choose(keys[following])
        self.chosen.emit(keys[following])
        return True

    def choose(self, key: str) -> None:
        """Choose a pawn from outside, such as from the list beside the board."""
        if key != self._chosen and key in self.keys():
            self._chosen = key
            self._still_of = None
            self.update()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still picture, and on it the pawn in the hand."""
        if self._board is None or self._place is None:
            return
        painter = QPainter(self)
        dragged = self._drag.key if self._drag is not None and self._drag.moved else ""
        key = (self.size(), self.devicePixelRatio(), dragged, self.hasFocus())
        if key != self._still_of:
            self._still_of = key
            self._paint_still(dragged)
        area = event.rect()
        ratio = self.devicePixelRatio()
        source = QRect(area.topLeft() * ratio, area.size() * ratio)
        painter.drawPixmap(area, self._still, source)
        if dragged and self._drag is not None:
            pawn = next((p for p in self._pawns if p.key == dragged), None)
            if pawn is not None:
                self._stamp(painter, self._drag.at, pawn)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The board is as large as it can be."""
        self._place = None
        self._still_of = None
        self._stamps.clear()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another screen or style."""
        self._still_of = None
        super().changeEvent(event)

    def _arrange(self) -> None:
        if self._board is None or self._dress is None or self.width() < 40 or self.height() < 40:
            return
        if self._place is None:
            area = QRectF(self.rect()).adjusted(6, 6, -6, -6)
            room = axes_room(self._board, self._dress, 16.0)
            self._place = fitting(self._board, area.adjusted(0, room, 0, -room))
        share = self.radius / self._place.box.height()
        points = [(pawn.pawn.x, pawn.pawn.y) for pawn in self._pawns]
        self._drawn = spread(points, share, self._board)

    def _paint_still(self, without: str) -> None:
        place, dress, ratio = self._place, self._dress, self.devicePixelRatio()
        assert place is not None
        assert dress is not None
        self._still = QPixmap(self.size() * ratio)
        self._still.setDevicePixelRatio(ratio)
        self._still.fill(self._theme.colour(self._ground))
        painter = QPainter(self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint(painter, place, dress)
        paint_axes(painter, place, dress, 16.0)
        blocked = self._paint_words(painter, place, dress) if dress.wording is Wording.CORNERS else []
        middles = self._middles()
        labels = self._labels(middles, blocked, without) if self.names and len(self._pawns) <= _NAMES else {}
        painter.setPen(QPen(self._theme.colour("ink"), 1.5))
        for label in labels.values():
            for start, end in pairwise(label.leader):
                painter.drawLine(QPointF(*start), QPointF(*end))
        for pawn, middle in zip(self._pawns, middles, strict=True):
            if pawn.key != without:
                self._stamp(painter, middle, pawn)
        for index, label in labels.items():
            box = QRectF(label.box.x, label.box.y, label.box.width, label.box.height)
            paint_tag(painter, box, self._pawns[index].pawn.name, self._name_face()[0], self._theme)
        if self._chosen and self._chosen != without and self.hasFocus():
            painter.setPen(QPen(self._theme.colour("act"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._middle(self._chosen), self.radius + 5, self.radius + 5)
        painter.end()

    def _paint_words(self, painter: QPainter, place: Place, dress: Dress) -> list[QRectF]:
        boxes = []
        outline = place.outline()
        size = max(13.0, min(34.0 if self._large else 21.0, place.unit * 0.095))
        for field in place.board.fields:
            made = corner(field, dress, max(60.0, (self.width() - place.unit) / 2), place.unit, size)
            middle = place.middle(field)
            left, up = middle.x() < place.centre.x(), middle.y() < place.centre.y()
            if place.board.shape is Shape.ROUND:
                x = place.centre.x() + (-0.785 * place.unit - made.width if left else 0.785 * place.unit)
                x = max(2.0, min(x, self.width() - made.width - 2))
                y = outline.top() if up else outline.bottom() - made.height
                inner = QPointF(x + made.width if left else x, y + made.height if up else y)
                if QLineF(place.centre, inner).length() < RIM_END * place.unit:
                    continue  # too small a board for words beside it
            else:
                x0, y0, x1, y1 = field.rect or (0, 0, 1, 1)
                box = QRectF(place.point(x0, y0), place.point(x1, y1)).adjusted(10, 10, -10, -10)
                x = box.left() if left else box.right() - made.width
                y = box.top() if up else box.bottom() - made.height
            boxes.append(paint_corner(painter, made, x, y, dress))
        return boxes

    def _name_face(self) -> tuple[Face, float]:
        """The font of a name, and how long a name may be."""
        pixels, longest = (max(15.0, min(30.0, 0.62 * self.radius)), 320.0) if self._large else (13.0, 120.0)
        return Face(self._theme.family, pixels, 600), longest

    def _labels(self, middles: list[QPointF], blocked: list[QRectF], without: str) -> dict[int, Label]:
        """The places of the names, by the pawn's number."""
        face, longest = self._name_face()
        named = [i for i, p in enumerate(self._pawns) if p.pawn.name and p.key != without]
        tags = []
        for index in named:
            width, height = tag_size(self._pawns[index].pawn.name, face, longest)
            tags.append(Tag(middles[index].x(), middles[index].y(), width, height))
        bounds = Box(0, 0, self.width(), self.height())
        taken = [Box(box.x(), box.y(), box.width(), box.height()) for box in blocked]
        pawns = [(m.x(), m.y()) for m in middles]
        labels = place_labels(tags, pawns, self.radius, bounds, blocked=taken, gap=3.0)
        return {index: label for index, label in zip(named, labels, strict=True) if label is not None}

    def _stamp(self, painter: QPainter, middle: QPointF, pawn: BoardPawn) -> None:
        key = (Look.of(pawn.pawn), self.radius, self.devicePixelRatio())
        made = self._stamps.get(key)
        if made is None:
            made = self._stamps[key] = pawn_pixmap(self.radius, key[0], self._theme, key[2], 9.0)
        half = pixmap_size(self.radius) / 2
        painter.drawPixmap(middle - QPointF(half, half), made)

    def _middles(self) -> list[QPointF]:
        place = self._place
        return [place.point(x, y) for x, y in self._drawn] if place is not None else []

    def _middle(self, key: str) -> QPointF:
        for pawn, middle in zip(self._pawns, self._middles(), strict=True):
            if pawn.key == key:
                return middle
        return QPointF()

    def _around(self, middle: QPointF) -> QRect:
        half = pixmap_size(self.radius) / 2 + 2
        return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half).toAlignedRect()

    def _pawn_at(self, at: QPointF) -> BoardPawn | None:
        middles = self._middles()
        found = [
            ((middle - at).manhattanLength(), index)
            for index, middle in enumerate(middles)
            if (middle.x() - at.x()) ** 2 + (middle.y() - at.y()) ** 2 <= (self.radius * 1.15) ** 2
        ]
        return self._pawns[min(found)[1]] if found else None

    def _lay(self, key: str, x: float, y: float) -> None:
        """Show a pawn where it was let go until the file has it; what comes back then is the truth."""
        self._pawns = tuple(replace(p, pawn=replace(p.pawn, x=x, y=y)) if p.key == key else p for p in self._pawns)
        self._still_of = None
        self._arrange()
        self.update()
