"""The five steps from A to B as large buttons, and above them which poles A and B are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from gogrow.sheets.wishes import step_words
from gogrow.texts import Texts
from gogrow.ui.cockpit.fitting import fitting
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_tip
from gogrow.ui.theme import Theme, make_font

HIGHEST = 190
"""No button is higher than this, in pixels, however large the window."""


class StepButton(QAbstractButton):
    """A number with its words under it."""

    def __init__(self, theme: Theme, number: int, words: str, longest: str) -> None:
        """``longest`` are the words that all buttons must have room for: their letters are equally large."""
        super().__init__()
        self._longest = longest
        self._theme = theme
        self._number = number
        self._words = words
        self._low = False
        self.setObjectName(f"view-{number}")
        self.setAccessibleName(f"{number}: {words}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def compact(self, on: bool) -> None:
        """Low, where a list needs the room."""
        self._low = on
        self.setMaximumHeight(self.minimumSizeHint().height() if on else HIGHEST)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A large target."""
        return QSize(110, 110)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        size = self._theme.size("font.text")
        return QSize(72, round((3.4 if self._low else 4.6) * size) + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the number, the words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        off, down, over = not self.isEnabled(), self.isDown() or self.isChecked(), self.underMouse()
        pen = 3.0 if self.hasFocus() or self.isChecked() else 2.0
        edge = "line" if off else "act" if self.hasFocus() or self.isChecked() else "ink" if over else "edge"
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.setPen(QPen(theme.colour(edge), pen))
        painter.setBrush(theme.colour("actsoft" if down and not off else "raised" if over and not off else "sheet"))
        corner = theme.size("radius.panel")
        painter.drawRoundedRect(box, corner, corner)
        ink = theme.colour("ink2" if off else "ink")
        small = theme.size("font.label" if self._low else "font.text")
        large = theme.size("font.question" if self._low else "font.letter")
        face = fitting(theme.family, self._longest, small, 600, box.width() - 8, 0.6 * small)
        number = make_font(theme.family, large, 800)
        high = large * 0.72 + 8 + small
        top = box.center().y() - high / 2
        painter.setPen(ink)
        painter.setFont(number)
        painter.drawText(QRectF(box.left(), top - 0.3 * large, box.width(), 1.32 * large), _MIDDLE, str(self._number))
        painter.setFont(face)
        painter.drawText(QRectF(box.left(), top + 0.72 * large + 6, box.width(), 1.4 * small), _MIDDLE, self._words)
        painter.end()


_MIDDLE = Qt.AlignmentFlag.AlignCenter


class StepButtons(QWidget):
    """`chosen` brings a number from 1 (A) to 5 (B)."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, theme: Theme | None = None, texts: Texts | None = None) -> None:
        """``theme`` has larger letters, ``texts`` another language, where participants read along."""
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.buttons: list[StepButton] = []
        named = step_words(texts or desk.texts)
        for number, words in enumerate(named, start=1):
            made = StepButton(theme or desk.theme, number, words, max(named, key=len))
            made.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            self.buttons.append(made)
            line.addWidget(made)

    def compact(self, on: bool) -> None:
        """Low buttons, where a list needs the room."""
        for made in self.buttons:
            made.compact(on)


class PoleWords(QWidget):
    """A at the left and B at the right, each behind its letter, in a few lines at most."""

    def __init__(self, desk: Desk, theme: Theme | None = None) -> None:
        super().__init__()
        self._theme = theme or desk.theme
        self._words = ("", "")
        self._lines = 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, a: str, b: str) -> None:
        """Which poles they are."""
        if (a, b) != self._words:
            self._words = (a, b)
            self.setAccessibleName(f"A: {a}. B: {b}")
            self.setToolTip(plain_tip(f"A: {a}\nB: {b}"))
            self.update()

    def set_lines(self, lines: int) -> None:
        """So many lines at most."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the lines."""
        return QSize(300, round(self._lines * 1.32 * self._theme.size("font.note")) + 6)

    def minimumSizeHint(self) -> QSize:
        """Narrow when it must be."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both poles."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.size("font.note")
        disc, half = 1.7 * size, self.width() / 2
        for index, (letter, words) in enumerate(zip("AB", self._words, strict=True)):
            left = index == 0
            x = 0.0 if left else self.width() - disc
            circle = QRectF(x, (self.height() - disc) / 2, disc, disc)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawEllipse(circle)
            painter.setFont(make_font(theme.family, size, 800))
            painter.setPen(theme.colour("sheet"))
            painter.drawText(circle, _MIDDLE, letter)
            room = QRectF(disc + 8 if left else half + 8, 0, half - disc - 16, self.height())
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.setFont(make_font(theme.family, size, 600))
            painter.setPen(theme.colour("ink"))
            painter.drawText(room, flags, _cut(painter.fontMetrics(), words, room, flags))
        painter.end()


def _cut(metrics: QFontMetrics, words: str, room: QRectF, flags: int) -> str:
    """The words, ending in … where they do not fit."""
    box, parts = room.toRect(), words.split(" ")
    shown = words
    while len(parts) > 1 and metrics.boundingRect(box, flags, shown).height() > box.height():
        parts.pop()
        shown = " ".join(parts) + " …"
    return shown
