"""The day to look back: the workshop's, unless somebody has one of one's own."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.prepare.fields import DateLine


class OwnDay(QWidget):
    """`left` tells that `day` is another one, ``half`` brings half-written words."""

    left = Signal()
    half = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self._day: dt.date | None = None
        self._common: dt.date | None = None
        self._line = DateLine(desk, t("A day of one’s own to look back"))
        self._line.setMaximumWidth(360)
        self._line.left.connect(self._chosen)
        self._line.half.connect(self.half)
        self._line.wrong.connect(self._tell)
        self._note = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addWidget(self._note)

    def show_day(self, day: dt.date | None, common: dt.date | None, draft: str, *, another: bool) -> None:
        """Show somebody's own day, or say that the one that all have counts."""
        self._day, self._common = day, common
        if another:
            self._line.line.renew()
        self._line.show_date(day, draft)
        if not self._line.line.isModified():
            self._tell(wrong=False)

    def day(self) -> dt.date | None:
        """The day of one's own, or None."""
        return self._day

    def _chosen(self, day: dt.date | None) -> None:
        self._day = day
        self._tell(wrong=False)
        self.left.emit()

    def _tell(self, wrong: bool) -> None:
        t, texts = self._desk.texts.t, self._desk.texts
        today = self._desk.now().astimezone().date()
        if wrong:
            example = texts.date(today + dt.timedelta(days=90))
            words = t("This is not a date that GoGrow knows. Write it like 12-5-2027, or like {date}.", date=example)
        elif self._day is not None and self._day < today:
            words = t("That day has gone. Choose another one, and the talk goes on.")
        elif self._day is not None:
            words = ""
        elif self._common is not None:
            words = t("Empty: {day}, as for everyone", day=texts.weekday(self._common))
        else:
            words = t("Empty: no day is agreed yet")
        self._note.setText(words)
        self._note.setVisible(bool(words))
