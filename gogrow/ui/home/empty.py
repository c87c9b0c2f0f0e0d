"""What stands in place of the list as long as there is none: the board in small, one sentence, one large button."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from gogrow.texts import Texts
from gogrow.ui.labels import label
from gogrow.ui.parts import button, fitted
from gogrow.ui.theme import Theme

PAWNS = ((34, 0.72, "brick"), (74, 0.52, "navy"), (118, 0.76, "pine"), (196, 0.6, "plum"), (318, 0.7, "umber"))
"""Pawns in the picture: degrees from twelve o'clock, share of the radius, colour."""


class SmallBoard(QWidget):
    """A picture of the board, without words: it only says what this program is about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(236, 236)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Quarters in the colours of the theme, a cross of paper, a soft centre, a few pawns."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width(), self.height()) / 2 - 8
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        for number, colours in enumerate(theme.fields.values()):
            painter.setPen(QPen(theme.colour("ink"), 1.5) if theme.patterns else Qt.PenStyle.NoPen)
            painter.setBrush(colours.fill)
            painter.drawPie(box, (180 - 90 * number) * 16, -90 * 16)
            painter.setPen(QPen(colours.rim, radius * 0.045, c=Qt.PenCapStyle.FlatCap))
            rim = box.adjusted(-5, -5, 5, 5)
            painter.drawArc(rim, (180 - 90 * number) * 16, -90 * 16)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, alpha in ((0.62, 0.26), (0.315, 0.34), (0.275, 0.5), (0.235, 1.0)):
            painter.setBrush(theme.colour("paper", alpha))
            painter.drawEllipse(middle, radius * share, radius * share)
        painter.setPen(QPen(theme.colour("paper"), radius * 0.05))
        reach = radius + 8
        painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
        painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))
        for degrees, share, colour in PAWNS:
            angle = math.radians(degrees)
            place = middle + QPointF(math.sin(angle), -math.cos(angle)) * radius * share
            self._pawn(painter, place, radius * 0.105, theme.pawn(colour))
        painter.end()

    def _pawn(self, painter: QPainter, place: QPointF, size: float, colour: QColor) -> None:
        side = QColor.fromRgbF(colour.redF() * 0.62, colour.greenF() * 0.62, colour.blueF() * 0.62)
        outline = self._theme.pawn_outline
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(side)
        painter.drawEllipse(place + QPointF(0, size * 0.13), size, size)
        painter.setBrush(colour)
        painter.setPen(QPen(outline, 1.5) if outline is not None else Qt.PenStyle.NoPen)
        painter.drawEllipse(place, size, size)


class Empty(QFrame):
    """Make your first workshop. `asked` when the button is pressed, `painted` each time that it is drawn."""

    asked = Signal()
    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and say so."""
        super().paintEvent(event)
        self.painted.emit()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        t = texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(SmallBoard(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        heading = label(t("Make your first workshop"), "question")
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        words = label(
            t("With a team, or for two. You prepare it here, you talk together, and everybody goes home with a plan."),
            "note",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(fitted(words, 480), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        self.start = button(theme, t("New workshop"), "plus", "act", "first")
        self.start.setProperty("size", "bottom")
        self.start.setMinimumWidth(300)
        self.start.clicked.connect(self.asked)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
