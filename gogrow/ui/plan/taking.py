"""What somebody may take over: a talk that both marked for the plan, and themes that were named, as words to add."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gogrow.domain.workshop import Talk
from gogrow.ui.cockpit.pills import CheckPill, ElidedCheck
from gogrow.ui.cockpit.themes import Flow
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label


class TakeOver(QObject):
    """Two small parts for two places of the form: ``talks`` and ``themes``. Each is gone when it has nothing."""

    taken = Signal()
    added = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._boxes: tuple[tuple[str, ElidedCheck], ...] = ()
        self._pills: dict[str, CheckPill] = {}
        self.talks = QWidget()
        self._column = QVBoxLayout(self.talks)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        words = desk.texts.t("Take over from a talk:")
        self._column.addWidget(label(words, "muted", wrap=True))
        self.themes = QWidget()
        self._flow = Flow()
        self.themes.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.themes.setSizePolicy(policy)
        self.talks.hide()
        self.themes.hide()

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
        self.talks.setVisible(bool(told))

    def value(self) -> tuple[str, ...]:
        """The ids of the talks that are taken over."""
        return tuple(id for id, box in self._boxes if box.isChecked())

    def offer(self, themes: Sequence[str], written: str) -> None:
        """Offer themes that do not stand in the ``written`` words yet."""
        left = [theme for theme in themes if not _says(written, theme)]
        if list(self._pills) != left:
            for pill in self._pills.values():
                self._flow.removeWidget(pill)
                pill.hide()
                pill.deleteLater()
            self._pills = {}
            for theme in left:
                pill = CheckPill(self._desk, theme, "plus")
                pill.setCheckable(False)
                pill.ensurePolished()  # how wide it is is asked before it is shown
                pill.setAccessibleName(self._desk.texts.t("Add {theme}", theme=theme))
                pill.clicked.connect(lambda _=False, theme=theme: self.added.emit(theme))
                self._pills[theme] = pill
                self._flow.addWidget(pill)
        self.themes.setVisible(bool(left))


def _says(written: str, theme: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(theme.casefold())}(?!\w)", written.casefold()) is not None
