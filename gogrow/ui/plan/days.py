"""By when: free words, or a day that was chosen; and a friendly word when that day has gone."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gogrow.domain.workshop import PlanStep, StepState
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.parts import quiet_tool, row
from gogrow.ui.plan.line import ShortLine
from gogrow.ui.prepare.fields import Calendar, place_under, read_date


def chosen_day(by: str) -> dt.date | None:
    """The day that was chosen from the calendar (``2026-05-18``), or None for free words."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", by.strip()):
        try:
            return dt.date.fromisoformat(by.strip())
        except ValueError:
            return None
    return None


def day_text(by: str, texts: Texts) -> str:
    """What somebody reads: a chosen day in words, free words as they are."""
    day = chosen_day(by)
    return texts.date(day) if day is not None else by


def gone(step: PlanStep, texts: Texts, today: dt.date) -> bool:
    """Whether a step that is not ready has a day that lies behind us."""
    if step.state not in (StepState.OPEN, StepState.BUSY) or not step.by.strip():
        return False
    day = chosen_day(step.by) or read_date(step.by, texts, today)
    return day is not None and day < today


class DayLine(QWidget):
    """A line for free words with a calendar beside it. ``entered`` is Enter, ``left`` that it was left or chosen."""

    left = Signal()
    typed = Signal(str)
    focused = Signal()
    entered = Signal()

    def __init__(self, desk: Desk, spoken: str, hint: str) -> None:
        super().__init__()
        self._desk = desk
        self._by = ""
        self.line = ShortLine(spoken)
        self.line.setPlaceholderText(hint)
        self.line.setMaxLength(2_000)
        self.line.editingFinished.connect(self.left)
        self.line.textEdited.connect(self.typed)
        self.line.focused.connect(self.focused)
        self.line.entered.connect(self.entered)
        self.pick = quiet_tool(desk.theme, "calendar-event", desk.texts.t("Choose a date: {what}", what=spoken))
        self.pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # whoever uses keys types the day
        self.pick.clicked.connect(self._open)
        inside = row(spacing=0)
        inside.addWidget(self.line, 1)
        inside.addWidget(self.pick)
        self.setLayout(inside)
        self.setFocusProxy(self.line)

    def show_by(self, by: str) -> None:
        """Show free words or a chosen day."""
        self._by = by
        self.line.show_words(day_text(by, self._desk.texts))

    def by(self) -> str:
        """Free words, or the chosen day as ``2026-05-18``."""
        words = self.line.text().strip()
        return self._by if words == day_text(self._by, self._desk.texts).strip() else words

    def _open(self) -> None:
        today = self._desk.now().astimezone().date()
        now = chosen_day(self._by) or read_date(self.line.text(), self._desk.texts, today)
        popup = Calendar(self._desk, now, self)
        popup.chosen.connect(self._chosen)
        popup.move(place_under(self.pick, popup))
        popup.show()

    def _chosen(self, day: dt.date) -> None:
        self.show_by(day.isoformat())
        self.left.emit()
