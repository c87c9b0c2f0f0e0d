"""The curtain over the private panes while the room may be looking along."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, icon_label, row


class Cover(QFrame):
    """Says why nothing private is shown, and lets the facilitator say that only she sees the screen."""

    alone = Signal()

    def __init__(self, desk: Desk, words: tuple[str, str, str] | None = None) -> None:
        """``words``: a question, why, and what the button says, where the usual ones do not fit."""
        super().__init__()
        t = desk.texts.t
        question, why, go_on = words or (
            t("Can the room see this screen?"),
            t("There is one screen, or both show the same. So names and places stay covered."),
            t("Only I see this screen"),
        )
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(10)
        column.addStretch(1)
        column.addLayout(row(1, icon_label(desk.theme, "eye-off", "ink2", 48), 1))
        for said, kind in ((question, "question"), (why, "note")):
            line = label(said, kind, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        yes = button(desk.theme, go_on, "eye", "", "alone")
        yes.setMinimumHeight(48)
        yes.clicked.connect(self.alone)
        column.addSpacing(8)
        column.addLayout(row(1, yes, 1))
        column.addStretch(1)
