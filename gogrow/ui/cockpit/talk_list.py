"""What was kept of talks in this workshop: to read, change or take away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, row


class TalkList(QWidget):
    """One row a talk; *change* loads it, *remove* takes it away as a step that can be undone."""

    edit = Signal(str)
    remove = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        self._title = label("", "label")
        self._column.addWidget(self._title)
        self._rows: list[QWidget] = []
        self._shown: object = None

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the talks that are kept."""
        if (workshop.talks, workshop.participants) == self._shown:
            return
        self._shown = (workshop.talks, workshop.participants)
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        t, n, apart = self._desk.texts.t, self._desk.texts.n, names_apart(workshop.participants)
        count = len(workshop.talks)
        self._title.setText(n("{count} talk is kept", "{count} talks are kept", count) if count else "")
        self.setVisible(count > 0)
        for talk in workshop.talks:
            names = [apart[id] for id in (talk.owner, talk.other) if id in apart]
            pair = t("{one} and {other}", one=names[0], other=names[1]) if len(names) == 2 else ""
            holder = QWidget()
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Elided(pair, "strong"))
            words.addWidget(Elided(talk.sentence or talk.agreement or ", ".join(talk.themes), "muted"))
            change = button(self._desk.theme, "", "pencil", "tool")
            change.setAccessibleName(t("Change the talk of {pair}", pair=pair))
            change.clicked.connect(lambda _=False, id=talk.id: self.edit.emit(id))
            away = button(self._desk.theme, "", "trash", "tool")
            away.setAccessibleName(t("Remove the talk of {pair}", pair=pair))
            away.clicked.connect(lambda _=False, id=talk.id: self.remove.emit(id))
            line = row(spacing=4)
            line.addLayout(words, 1)
            for small in (change, away):
                small.setProperty("icononly", True)
                line.addWidget(small)
            holder.setLayout(line)
            self._rows.append(holder)
            self._column.addWidget(holder)
