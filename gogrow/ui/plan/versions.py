"""The sheets of then in a menu: to look at, or to forget for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gogrow.domain.workshop import PlanVersion
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_button
from gogrow.ui.messages import ask
from gogrow.ui.parts import quiet_tool, row


class Versions(QWidget):
    """`chosen` brings a version; `forgetting` that all are to go, which was asked."""

    chosen = Signal(object)
    forgetting = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[PlanVersion, ...] = ()
        self.menu = QMenu(self)
        self._button = quiet_tool(desk.theme, "history", desk.texts.t("Sheets that were printed"), "sheets-of-then")
        self._button.clicked.connect(self._open)
        self.setLayout(row(self._button))
        self.hide()

    def show_versions(self, versions: Sequence[PlanVersion]) -> None:
        """Show these, the oldest first."""
        if tuple(versions) != self._shown:
            self._shown = tuple(versions)
            self.setVisible(bool(versions))

    def _open(self) -> None:
        t, texts = self._desk.texts.t, self._desk.texts
        self.menu.clear()
        days = [one.day for one in self._shown]
        for number, version in enumerate(self._shown):
            words = t("Sheet of {day}", day=texts.date(version.day, "d MMMM y"))
            if days.count(version.day) > 1:
                words += f" ({1 + days[:number].count(version.day)})"
            self.menu.addAction(plain_button(words), partial(self.chosen.emit, version))
        self.menu.addSeparator()
        bin = icons.icon("trash", self._desk.theme.colour("ink"), 20)
        self.menu.addAction(bin, t("Erase the old sheets…"), self._forget)
        self.menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _forget(self) -> None:
        t = self._desk.texts.t
        title = t("Erase the old sheets?")
        text = t("The plan of now stays. What stood on sheets of then goes for good, and cannot be brought back.")
        if ask(self.window(), self._desk.texts, title, text, t("Erase them"), t("Keep them")):
            self.forgetting.emit()
