"""May these words be in the report for the organisation? Asked per sentence; the answer is no until somebody ticks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.workshop import SHAREABLE, DevelopmentPlan
from gogrow.ui.cockpit.pills import ElidedCheck
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.plan.words import TITLES


class Sharing(QWidget):
    """A box for each sentence that may be in a report; nothing as long as there is none."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._boxes: dict[str, ElidedCheck] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(0)
        words = desk.texts.t("May the organisation read this in its report? Without a name, and only what is ticked.")
        self._column.addWidget(label(words, "muted", wrap=True))

    def show_plan(self, plan: DevelopmentPlan) -> None:
        """Show the sentences that this plan has."""
        t = self._desk.texts.t
        there = tuple((name, getattr(plan, name).strip()) for name in SHAREABLE if getattr(plan, name).strip())
        if there != self._shown:
            self._shown = there
            for box in self._boxes.values():
                self._column.removeWidget(box)
                box.hide()
                box.deleteLater()
            self._boxes = {}
            for name, words in there:
                box = ElidedCheck(f"{t(TITLES[name])}: {words[:300]}")
                box.setObjectName(f"share-{name}")
                box.clicked.connect(self.changed)
                self._boxes[name] = box
                self._column.addWidget(box)
        for name, box in self._boxes.items():
            box.setChecked(name in plan.shared)
        self.setVisible(bool(there))

    def value(self) -> tuple[str, ...]:
        """The fields whose words may be in a report."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())
