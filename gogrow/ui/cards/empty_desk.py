"""What stands there as long as there is no own deck."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gogrow.ui.desk import Desk
from gogrow.ui.labels import wrapped
from gogrow.ui.parts import button, icon_label, row


class EmptyDesk(QWidget):
    """Two ways to begin."""

    new_asked = Signal()
    copy_asked = Signal()
    bringing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, theme = desk.texts.t, desk.theme
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        sign = icon_label(theme, "cards", "ink2", 72)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, kind in (
            (t("Write cards of your own"), "title"),
            (t("About your work, in your own words. Copy a card and change it, or begin with an empty one."), "body"),
        ):
            made = wrapped(words, kind)
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            policy = made.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
            made.setSizePolicy(policy)
            made.setFixedWidth(560)
            column.addLayout(row(1, made, 1))
        self.new = button(theme, t("New deck"), "plus", "act", "first-deck")
        self.new.clicked.connect(self.new_asked)
        self.copy = button(theme, t("Copy a deck"), "copy", "", "copy-deck")
        self.copy.clicked.connect(self.copy_asked)
        column.addSpacing(6)
        self.bring = button(theme, t("Take in a deck…"), "download", "", "take-in-deck")
        self.bring.clicked.connect(self.bringing)
        column.addLayout(row(1, self.bring, self.copy, self.new, 1, spacing=12))
        column.addStretch(3)
