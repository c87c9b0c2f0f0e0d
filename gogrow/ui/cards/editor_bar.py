"""The bar above writing cards: back, undo and redo, the menu."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, plain_tip
from gogrow.ui.parts import button, quiet_tool


class EditorBar(QFrame):
    """At the top of the page."""

    leave = Signal()
    undo = Signal()
    redo = Signal()

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
        line.addWidget(label(t("Own cards"), "title"))
        line.addSpacing(8)
        self.usual = t("Everything you write is kept by itself, in a folder of your own.")
        self.words = Elided(self.usual, "muted")
        line.addWidget(self.words, 1)
        self.undo_button = button(theme, t("Undo"), "arrow-back-up", "tool", "undo")
        self.undo_button.clicked.connect(self.undo)
        self.redo_button = button(theme, t("Redo"), "arrow-forward-up", "tool", "redo")
        self.redo_button.clicked.connect(self.redo)
        line.addWidget(self.undo_button)
        line.addWidget(self.redo_button)
        more = quiet_tool(theme, "dots", t("Menu"), "menu")
        menu = QMenu(self)
        for one in desk.menus:
            menu.addMenu(one)
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setVisible(bool(desk.menus))
        line.addWidget(more)
        self.show_steps("", "")

    def show_steps(self, undo: str, redo: str) -> None:
        """What can be undone and done again, in words; '' for nothing."""
        for made, words in ((self.undo_button, undo), (self.redo_button, redo)):
            made.setEnabled(bool(words))
            made.setToolTip(plain_tip(words))
            made.setAccessibleName(words or made.text())
