"""A sheet of cards in miniature: which back comes behind which front, and along which edge the paper turns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gogrow.domain.deck import AnyCard, Deck, DilemmaCard
from gogrow.sheets.print_wishes import ACROSS, DOWN, PrintWishes, behind
from gogrow.ui.theme import Theme

_PAPER = 297 / 210
_BETWEEN = 26.0


def card_colour(card: AnyCard, deck: Deck) -> str:
    """The name of the colour of a card's band; '' for a card of no field."""
    if isinstance(card, DilemmaCard):
        theme = deck.card_theme(card.theme)
        return theme.colour if theme is not None else ""
    fields = deck.board.fields if deck.board is not None else ()
    return next((field.colour for field in fields if field.id == card.field), "")


class SheetPicture(QWidget):
    """The first sheet, front and back, with a dashed line between them: the edge along which it turns."""

    def __init__(self, theme: Theme, colours: Sequence[str]) -> None:
        """``colours`` of all cards, in order."""
        super().__init__()
        self._theme, self._colours = theme, tuple(colours)
        self._wishes, self._pages = PrintWishes(), 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Two small sheets under one another."""
        return QSize(264, 360)

    def minimumSizeHint(self) -> QSize:
        """Small, but still to be read."""
        return QSize(200, 240)

    def show_wishes(self, wishes: PrintWishes, pages: int) -> None:
        """Another choice; ``pages`` are the sheets over which the cards are dealt."""
        self._wishes, self._pages = wishes, max(1, pages)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw front and back; in words the choice says the same."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        duplex = self._wishes.duplex
        across, down = {"long": (2, 1), "short": (1, 2)}.get(duplex, (1, 1))
        gap = 0.0 if duplex == "none" else _BETWEEN
        wide = min(
            (self.width() - 4 - gap * (across - 1)) / across,
            (self.height() - 4 - gap * (down - 1)) / down / _PAPER,
            190.0,
        )
        high = wide * _PAPER
        left = (self.width() - across * wide - gap * (across - 1)) / 2
        top = (self.height() - down * high - gap * (down - 1)) / 2
        front = QRectF(left, top, wide, high)
        self._sheet(painter, front, back=False)
        if duplex == "long":
            self._sheet(painter, front.translated(wide + gap, 0), back=True)
            self._edge(painter, QPointF(left + wide + gap / 2, top - 1), QPointF(left + wide + gap / 2, top + high + 1))
        elif duplex == "short":
            self._sheet(painter, front.translated(0, high + gap), back=True)
            y = top + high + gap / 2
            self._edge(painter, QPointF(left - 1, y), QPointF(left + wide + 1, y))
        painter.end()

    def _edge(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        pen = QPen(self._theme.colour("act"), 2.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.drawLine(start, end)

    def _sheet(self, painter: QPainter, box: QRectF, *, back: bool) -> None:
        theme, wishes = self._theme, self._wishes
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        painter.setBrush(theme.colour("sheet"))
        painter.drawRect(box)
        a4 = wishes.size == "a4"
        across, down = (ACROSS, DOWN) if a4 else (1, 1)
        margin, unit = box.width() * 0.05, box.width() * 0.015
        wide = (box.width() - 2 * margin - unit * (across - 1)) / across
        high = (box.height() - 2 * margin - unit * (down - 1)) / down
        for at in range(across * down):
            number = at * self._pages
            if number >= len(self._colours):
                continue
            row, column = divmod(at, across)
            if back:
                row, column = behind(row, column, wishes.duplex, wishes.size)
            x, y = box.x() + margin + column * (wide + unit), box.y() + margin + row * (high + unit)
            self._card(painter, QRectF(x, y, wide, high), number, back=back)

    def _card(self, painter: QPainter, box: QRectF, number: int, *, back: bool) -> None:
        theme, saver = self._theme, self._wishes.saver or self._theme.patterns
        colours = theme.field(self._colours[number])
        fill = theme.colour("sheet") if saver else colours.fill
        painter.save()
        if back and self._wishes.duplex == "short":  # upside down, as the paper is
            painter.translate(box.center())
            painter.rotate(180)
            painter.translate(-box.center())
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(fill if back else theme.colour("sheet"))
        painter.drawRect(box)
        words = QRectF(box)
        if not back:
            band = QRectF(box.x(), box.y(), box.width(), box.height() * 0.34)
            painter.setBrush(fill)
            painter.drawRect(band)
            painter.setPen(QPen(theme.colour("ink") if saver else colours.rim, 2))
            painter.drawLine(band.bottomLeft(), band.bottomRight())
            words.setTop(band.bottom())
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(min(22.0, box.width() * 0.3), 800))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.restore()
