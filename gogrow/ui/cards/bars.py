"""The bar above all cards, and what can be done with those that are chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.ui import icons
from gogrow.ui.cockpit.turning_row import TurningRow
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, plain_button, plain_tip
from gogrow.ui.parts import button, quiet_tool, row


class CardsBar(QFrame):
    """The way back, what this is, whose hand is picked, and the menu."""

    leave = Signal()
    writing = Signal()
    bringing = Signal(str)  # take_in, table or template

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, theme = desk.texts.t, desk.theme
        self.setProperty("bar", "top")
        self.setFixedHeight(64)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 18, 0)
        line.setSpacing(10)
        back = quiet_tool(theme, "arrow-left", t("Back"), "leave")
        back.clicked.connect(self.leave)
        line.addWidget(back)
        line.addWidget(label(t("Cards"), "title"))
        self._whose = Elided("", "muted")
        line.addWidget(self._whose, 1)
        bring = button(theme, t("Take in"), "download", "tool", "take-in")
        ways = QMenu(self)
        for what, words, sign in (
            ("take_in", t("Take in a deck…"), "download"),
            ("table", t("Take in cards from a spreadsheet…"), "table-import"),
            ("template", t("Make a spreadsheet to fill in…"), "file-text"),
        ):
            way = ways.addAction(icons.icon(sign, theme.colour("ink"), 20), words)
            way.setObjectName(what)
            way.triggered.connect(lambda _=False, what=what: self.bringing.emit(what))
        bring.setMenu(ways)
        line.addWidget(bring)
        own = button(theme, t("Own cards"), "pencil", "tool", "own-cards")
        own.clicked.connect(self.writing)
        line.addWidget(own)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        more = quiet_tool(theme, "dots", t("Menu"), "menu")
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line.addWidget(more)
        self._fill()

    def show_workshop(self, workshop: Workshop | None) -> None:
        """Whose hand is picked; None for nobody's."""
        t = self._desk.texts.t
        self._whose.setText(t("for {title}", title=workshop.details.title) if workshop is not None else "")

    def _fill(self) -> None:
        self.menu.clear()
        for menu in self._desk.menus:
            self.menu.addMenu(menu)


class ChosenBar(QWidget):
    """In the hand or out of it, copy, print."""

    taken = Signal()
    copied = Signal()
    printing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, theme = desk.texts.t, desk.theme
        self.take = button(theme, t("In the hand"), "plus", "tool", "take-in-hand")
        self.take.clicked.connect(self.taken)
        self.copy = button(theme, t("Copy…"), "copy", "tool", "copy-cards")
        self.copy.setToolTip(plain_tip(t("To a deck of your own, where you can change it")))
        self.copy.clicked.connect(self.copied)
        self.print = button(theme, t("Print"), "printer", "tool", "print-cards")
        self.print.clicked.connect(self.printing)
        line = row(TurningRow(self.take, self.copy, self.print))
        self.setLayout(line)

    def show_chosen(self, count: int, *, workshop: bool, inside: bool) -> None:
        """How many are chosen, and whether all of them are in the hand."""
        t, theme = self._desk.texts.t, self._desk.theme
        self.take.setVisible(workshop)
        for made in (self.take, self.copy, self.print):
            made.setEnabled(count > 0)
        words, sign = (t("Out of the hand"), "minus") if inside else (t("In the hand"), "plus")
        if self.take.text() != plain_button(words):
            self.take.setText(plain_button(words))
            self.take.setIcon(icons.icon(sign, theme.colour("ink"), 20, theme.colour("edge"), room=5))
