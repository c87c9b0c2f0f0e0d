"""Who is on turn and who listens: a pawn with a line of words, and a *yes* where somebody is asked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gogrow.domain.public import PublicPawn
from gogrow.texts import Texts
from gogrow.ui.board.pawns import Look, paint_pawn
from gogrow.ui.labels import plain_tip
from gogrow.ui.parts import button
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import CAP, Face, draw_line

LEFT = 80
"""Where the words begin, in pixels."""


class SeatRow(QWidget):
    """One of the two. `agreed` brings what was pressed on the *yes* at the right, which stands only when asked for."""

    agreed = Signal(bool)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._texts = texts
        self._pawn: PublicPawn | None = None
        self._words = ""
        self._on = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(LEFT, 0, 14, 0)
        line.addStretch(1)
        self.yes = button(theme, "", "", "pill")
        self.yes.setCheckable(True)
        self.yes.setMinimumWidth(72)
        self.yes.clicked.connect(self.agreed)
        self.yes.hide()
        line.addWidget(self.yes)

    def show_seat(self, pawn: PublicPawn, words: str, *, on: bool, yes: bool | None = None) -> None:
        """Show a pawn and words; ``on``: this is whose turn it is. ``yes`` is None where nobody is asked."""
        self._pawn, self._words, self._on = pawn, words, on
        self.yes.setVisible(yes is not None)
        if yes is not None:
            text = self._texts.t("Yes") if yes else self._texts.t("Yes, I agree")
            self.yes.setChecked(yes)
            self.yes.setText(text)
            self.yes.setAccessibleName(self._texts.t("{name} says yes", name=pawn.name))
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words) if self._shown() != words else "")
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def sizeHint(self) -> QSize:
        """A row that can be read from both chairs."""
        return QSize(300, 68 if self._on else 58)

    def minimumSizeHint(self) -> QSize:
        """As high as it wants, as narrow as it must."""
        return QSize(180, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of who is on turn, the pawn, the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self._theme, QRectF(self.rect())
        if self._on:
            corner = theme.size("radius.panel")
            shape = QPainterPath()
            shape.addRoundedRect(box.adjusted(1, 1, -1, -1), corner, corner)
            painter.fillPath(shape, theme.colour("actsoft"))
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(QRectF(0, 0, 6, box.height()), theme.colour("act"))
            painter.restore()
            if theme.patterns:
                painter.strokePath(shape, QPen(theme.colour("act"), 2))
        if self._pawn is not None:
            paint_pawn(painter, QPointF(41, box.center().y() - 1.5), 20, Look.of(self._pawn), theme, 9)
        face = self._face()
        baseline = box.center().y() + face.pixels * CAP / 2
        colour = theme.colour("ink" if self._on else "ink2")
        draw_line(painter, self._shown(), face, LEFT, baseline, colour)
        painter.end()

    def _face(self) -> Face:
        token, weight = ("font.title", 700) if self._on else ("font.act", 500)
        grown = max(1.0, min(1.2, self.width() / 520))
        return Face(self._theme.family, self._theme.size(token) * grown, weight)

    def _shown(self) -> str:
        taken = self.yes.sizeHint().width() + 12 if not self.yes.isHidden() else 0
        return self._face().elided(self._words, max(60, self.width() - LEFT - 16 - taken))
