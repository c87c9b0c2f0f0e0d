"""What somebody may take over: a talk that both marked for the plan, and words that were said, to add with a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gogrow.domain.workshop import Talk
from gogrow.ui.cockpit.pills import CheckPill, ElidedCheck
from gogrow.ui.cockpit.themes import Flow
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label


class Talks(QWidget):
    """A box for each talk that may be taken over; gone when there is none."""

    taken = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._boxes: tuple[tuple[str, ElidedCheck], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(label(desk.texts.t("Take over from a talk:"), "muted", wrap=True))
        self.hide()

    def show_talks(self, talks: Sequence[Talk], taken: Sequence[str]) -> None:
        """Show what talks offer; ``taken`` are the ids of those that stand on the plan."""
        told = tuple((talk.id, talk.sentence or talk.agreement or ", ".join(talk.themes)) for talk in talks)
        if told != tuple((id, box.accessibleName()) for id, box in self._boxes):
            for _, box in self._boxes:
                self._column.removeWidget(box)
                box.hide()
                box.deleteLater()
            made: list[tuple[str, ElidedCheck]] = []
            for id, words in told:
                box = ElidedCheck(words)
                box.clicked.connect(self.taken)
                self._column.addWidget(box)
                made.append((id, box))
            self._boxes = tuple(made)
        for id, box in self._boxes:
            box.setChecked(id in taken)
        self.setVisible(bool(told))

    def value(self) -> tuple[str, ...]:
        """The ids of the talks that are taken over."""
        return tuple(id for id, box in self._boxes if box.isChecked())


class Offered(QWidget):
    """Words as pills with a plus: `added` brings the one that was pressed. Gone when there is none."""

    added = Signal(str)

    def __init__(self, desk: Desk, title: str = "") -> None:
        """``title`` stands above them."""
        super().__init__()
        self._desk = desk
        self._pills: dict[str, CheckPill] = {}
        self._flow = Flow()
        holder = QWidget()
        holder.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        for part in (self, holder):
            part.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if title:
            column.addWidget(label(title, "muted", wrap=True))
        column.addWidget(holder)
        self.hide()

    def offer(self, words: Sequence[str]) -> None:
        """Offer these."""
        if list(self._pills) != list(words):
            for pill in self._pills.values():
                self._flow.removeWidget(pill)
                pill.hide()
                pill.deleteLater()
            self._pills = {}
            for one in words:
                pill = CheckPill(self._desk, " ".join(one.split()), "plus")
                pill.setCheckable(False)
                pill.ensurePolished()  # how wide it is is asked before it is shown
                pill.setAccessibleName(self._desk.texts.t("Add {words}", words=one))
                pill.clicked.connect(lambda _=False, one=one: self.added.emit(one))
                self._pills[one] = pill
                self._flow.addWidget(pill)
        self.setVisible(bool(words))
