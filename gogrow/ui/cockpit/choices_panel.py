"""Right while a dilemma is read and chosen: its hint, what the room will see, and what the file keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.dilemmas import FileKeeps, RoomSees
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.cockpit.tally import Tally
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import icon_label, row


class Hint(QWidget):
    """The card's hint behind a lock: only the facilitator reads it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._words = label("", "text", wrap=True)
        line = row(spacing=8)
        line.addWidget(icon_label(desk.theme, "lock", "ink2", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.setLayout(line)

    def say(self, words: str) -> None:
        """Show it; '' for none."""
        self._words.setText(words)
        self.setVisible(bool(words))


class ChoicesPanel(QWidget):
    """Two choices of two, the careful one first. They stand once counting has begun."""

    chosen = Signal(object, object)  # RoomSees, FileKeeps

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        self._room = RoomSees.DOTS
        self._keeps = FileKeeps.COUNTS
        # by their kind too: two choices of one word are equal
        self._pills: list[tuple[RoomSees | FileKeeps, CheckPill]] = []
        for title, options in (
            (
                t("The room sees"),
                (
                    (RoomSees.DOTS, t("Dots only"), t("The room sees dots only")),
                    (RoomSees.NAMES, t("Names too"), t("The room also sees the names of those who say so")),
                ),
            ),
            (
                t("The file keeps"),
                (
                    (FileKeeps.COUNTS, t("Counts only"), t("The file keeps counts only")),
                    (FileKeeps.NAMES, t("Names too"), t("The file also keeps the names of those who agree")),
                ),
            ),
        ):
            column.addWidget(label(title, "label"))
            line = row()
            for value, words, spoken in options:
                pill = CheckPill(desk, words)
                pill.setAccessibleName(spoken)
                pill.setObjectName(f"choice-{type(value).__name__}-{value}")
                pill.clicked.connect(lambda _=False, value=value: self._choose(value))
                self._pills.append((value, pill))
                line.addWidget(pill, 1)
            column.addLayout(line)
            column.addSpacing(2)
        self._why = label("", "hint", wrap=True)
        column.addWidget(self._why)
        column.addSpacing(6)
        self.hint = Hint(desk)
        column.addWidget(self.hint)
        column.addStretch(1)

    def show_workshop(self, workshop: Workshop, tally: Tally) -> None:
        """Show what is chosen, and whether it can still be changed."""
        t, stage = self._desk.texts.t, workshop.stage.dilemma
        self._room, self._keeps = stage.room, stage.keeps
        played = workshop.dilemma()
        self.hint.say(played.card.hint if played is not None else "")
        self._check()
        for _, pill in self._pills:
            pill.setEnabled(not tally.begun or pill.isChecked())
        if tally.begun:
            words = t("This stands now that counting has begun.")
        elif tally.by_name:
            words = t("Ask each person. A name comes along only with a tick of its own.")
        else:
            words = t("Nobody can see later who chose what, not even you.")
        self._why.setText(words)

    def _check(self) -> None:
        for value, pill in self._pills:
            pill.setChecked(any(value is chosen for chosen in (self._room, self._keeps)))

    def _choose(self, value: RoomSees | FileKeeps) -> None:
        room = value if isinstance(value, RoomSees) else self._room
        keeps = value if isinstance(value, FileKeeps) else self._keeps
        self._check()  # until the file answers it is as it was
        if (room, keeps) != (self._room, self._keeps):
            self.chosen.emit(room, keeps)
