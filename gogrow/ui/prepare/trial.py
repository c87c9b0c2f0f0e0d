"""Test pictures for the beamer: text in steps, the colours of the board, and the quiet picture.

They hold no name and nothing of the workshop but the words of its board.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gogrow.domain.board import Board
from gogrow.texts import Texts
from gogrow.ui import typeset
from gogrow.ui.beamer.frame import HEIGHT, Frame, frame_for
from gogrow.ui.beamer.quiet import paint_neutral
from gogrow.ui.board.painting import BoardPicture, spoken
from gogrow.ui.board.pawns import NEUTRAL, Look, paint_pawn
from gogrow.ui.icons import paint_icon
from gogrow.ui.theme import Theme
from gogrow.ui.typeset import CAP


class Trial(StrEnum):
    """What a test picture tries."""

    READ = "read"
    COLOURS = "colours"
    QUIET = "quiet"


def paint_trial(painter: QPainter, kind: Trial, size: QSizeF, theme: Theme, texts: Texts, board: Board | None) -> None:
    """Paint a test picture; ``texts`` speaks the workshop's language."""
    frame, origin = frame_for(size, theme, texts, texts.language)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(QPointF(), size), theme.colour("paper"))
    painter.translate(origin)
    painter.scale(frame.scale, frame.scale)
    if kind is Trial.QUIET:
        paint_neutral(painter, frame, BoardPicture())
        return
    if kind is Trial.READ:
        _paint_read(painter, frame)
    else:
        _paint_colours(painter, frame, board)
    _paint_corners(painter, frame)


def _paint_read(painter: QPainter, frame: Frame) -> None:
    t = frame.texts.t
    left, width = frame.inset + frame.margin + 20, frame.width - 2 * (frame.inset + frame.margin + 20)
    lines = (
        (t("Can you read this?"), frame.measure("heading", 800, 1.0)),
        (t("This is how large a question is."), frame.measure("body")),
        (t("This is how large an explanation is."), frame.measure("small")),
        (t("This is the smallest text today: a name with a pawn."), frame.face(frame.floor)),
        (t("Do you see a mark in all four corners?"), frame.measure("small")),
    )
    blocks = [frame.fit(text, face, width, 300) for text, face in lines]
    gap = 66.0
    y = (HEIGHT - sum(block.height for block in blocks) - gap * (len(blocks) - 1)) / 2
    for number, block in enumerate(blocks):
        typeset.draw(painter, block, left, y, frame.ink if number == 0 else frame.ink2)
        y += block.height + gap


def _paint_colours(painter: QPainter, frame: Frame, board: Board | None) -> None:
    """Four tiles side by side with their words, and pawns on them; without a board the theme's own colours."""
    theme = frame.theme
    fields = board.fields if board is not None else ()
    if not fields:
        paint_neutral(painter, frame, BoardPicture())
        return
    left = frame.inset + frame.margin
    gap = 28.0
    across = 2 if len(fields) == 4 else min(4, len(fields))
    down = -(-len(fields) // across)
    wide = (frame.width - 2 * left - (across - 1) * gap) / across
    high = (HEIGHT - 2 * frame.margin - (down - 1) * gap) / down
    looks = (NEUTRAL, Look("employee", "navy", "AB"), Look("manager", "brick", "CD"), Look("colleague", "pine", "EF"))
    for number, field in enumerate(fields):
        x = left + (number % across) * (wide + gap)
        y = frame.margin + (number // across) * (high + gap)
        box = QRectF(x, y, wide, high)
        colours = theme.field(field.colour)
        painter.setPen(QPen(colours.rim, 14))
        painter.setBrush(colours.fill)
        painter.drawRoundedRect(box.adjusted(7, 7, -7, -7), 24, 24)
        paint_icon(painter, field.icon, frame.ink, QRectF(x + 48, y + 52, 84, 84), 1.8)
        words = frame.fit(spoken(field.sentence, frame.language), frame.measure("field", 800, 1.04), wide - 230, 150)
        base = typeset.draw(painter, words, x + 160, y + 94 - min(words.height, 130) / 2, frame.ink)
        name = frame.face(theme.size("beamer.word"))
        baseline = max(base, y + 120) + 24 + name.pixels * CAP
        typeset.draw_line(painter, spoken(field.name, frame.language), name, x + 160, baseline, frame.ink)
        for place, look in enumerate(looks):
            paint_pawn(painter, QPointF(x + 90 + place * 120, y + high - 90), 44, look, theme)


def _paint_corners(painter: QPainter, frame: Frame) -> None:
    """Marks in the four corners: whoever misses one sees that the beamer cuts off."""
    painter.setPen(QPen(frame.theme.colour("act"), 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    long, edge = 54.0, 10.0
    for x, way_x in ((edge, 1), (frame.width - edge, -1)):
        for y, way_y in ((edge, 1), (HEIGHT - edge, -1)):
            painter.drawLine(QPointF(x - 4 * way_x, y), QPointF(x + long * way_x, y))
            painter.drawLine(QPointF(x, y - 4 * way_y), QPointF(x, y + long * way_y))


class TrialCanvas(QWidget):
    """Shows a test picture: small beside the questions, or over the whole window that ``parent`` is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = Trial.QUIET
        self._texts = Texts("nl")
        self._board: Board | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_trial(self, kind: Trial, board: Board | None, language: str) -> None:
        """Show this picture in the workshop's language."""
        if language != self._texts.language:
            self._texts = Texts(language)
        self._kind, self._board = kind, board
        t = self._texts.t
        names = {Trial.READ: t("Can you read this?"), Trial.COLOURS: t("Colours"), Trial.QUIET: t("Quiet picture")}
        self.setAccessibleName(names[kind])
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A picture of 16 by 9."""
        return QSize(640, 360)

    def hasHeightForWidth(self) -> bool:
        """Always 16 by 9 beside the questions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """16 by 9."""
        return width * 9 // 16

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        paint_trial(painter, self._kind, QSizeF(self.size()), self._theme, self._texts, self._board)
        painter.end()
