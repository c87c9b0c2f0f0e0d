"""A step of a plan, folded to one line: its number, what, by when, how it goes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gogrow.domain.workshop import PlanStep, StepState
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.labels import plain_tip
from gogrow.ui.plan.days import day_text
from gogrow.ui.plan.words import STATES, state_words
from gogrow.ui.theme import Theme, make_font

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_READ = 240
"""More letters than this of a long step no line shows."""


class StepRow(QAbstractButton):
    """Pressed, the step opens."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._number, self._step = 0, PlanStep()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_step(self, number: int, step: PlanStep) -> None:
        """Show this step; ``number`` counts from 1."""
        if (number, step) == (self._number, self._step):
            return
        self._number, self._step = number, step
        t = self._texts.t
        what = " ".join(step.what[:_READ].split()) or t("Nothing is written yet")
        told = [t("Step {number}", number=number), what, day_text(step.by, self._texts)]
        self.setAccessibleName(", ".join(part for part in (*told, state_words(step.state, self._texts)) if part))
        self.setToolTip(plain_tip(what if len(what) < _READ else what + " …"))
        self.update()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(200, max(44, round(self._theme.size("font.text") * 2.4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number, words, day and state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, step, focus = self._theme, self._step, self.hasFocus()
        wide = 3.0 if focus else 1.5
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2 + 1, -wide / 2, -wide / 2 - 1)
        painter.setPen(QPen(theme.colour("act" if focus else "edge" if self.underMouse() else "line"), wide))
        painter.setBrush(theme.colour("raised" if self.underMouse() else "sheet"))
        painter.drawRoundedRect(box, 10, 10)
        quiet = step.state in (StepState.DONE, StepState.LET_GO)
        self._paint_number(painter, quiet=quiet)
        small, text = theme.size("font.label"), theme.size("font.text")
        right = self._paint_state(painter, small)
        painter.setFont(make_font(theme.family, small, 500))
        metrics = painter.fontMetrics()
        by = metrics.elidedText(
            " ".join(day_text(step.by[:80], self._texts).split()), Qt.TextElideMode.ElideRight, self.width() // 4
        )
        painter.setPen(theme.colour("ink2"))
        room = metrics.horizontalAdvance(by)
        painter.drawText(QRect(right - room, 0, room, self.height()), _RIGHT, by)
        right -= room + (14 if by else 0)
        words = " ".join(step.what[:_READ].split())
        painter.setFont(make_font(theme.family, text, 600 if words else 500))
        painter.setPen(theme.colour("ink2" if quiet or not words else "ink"))
        words = words or self._texts.t("Nothing is written yet")
        left = 46
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(20, right - left))
        painter.drawText(QRect(left, 0, max(20, right - left), self.height()), _LEFT, shown)
        painter.end()

    def _paint_number(self, painter: QPainter, *, quiet: bool) -> None:
        theme = self._theme
        ring = QRectF(10, self.height() / 2 - 13, 26, 26)
        painter.setPen(QPen(theme.colour("ink2" if quiet else "ink"), 2))
        painter.setBrush(theme.colour("sheet" if quiet else "ink"))
        painter.drawEllipse(ring)
        painter.setPen(theme.colour("ink2" if quiet else "sheet"))
        painter.setFont(make_font(theme.family, theme.size("font.label") if self._number < 100 else 11, 700))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_state(self, painter: QPainter, size: float) -> int:
        """The state at the right; returns where it begins. Of a step that is still to begin nothing is said."""
        theme, state = self._theme, self._step.state
        right = self.width() - 14
        if state is StepState.OPEN:
            return right
        icon = next(icon for one, icon, _ in STATES if one is state)
        colour = theme.colour({StepState.DONE: "ok", StepState.BUSY: "act"}.get(state, "ink2"))
        painter.setFont(make_font(theme.family, size, 700))
        words = state_words(state, self._texts)
        wide = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(colour)
        painter.drawText(QRect(right - wide, 0, wide, self.height()), _RIGHT, words)
        at = QRectF(right - wide - 24, self.height() / 2 - 9, 18, 18)
        icons.paint_icon(painter, icon, colour, at, 2.2)
        return round(at.left()) - 14
