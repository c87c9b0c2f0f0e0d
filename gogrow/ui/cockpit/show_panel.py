"""Right while the group's dots are shown: hide them again, count again, and names of those who say so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.ballot import names_kept
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.tally import Tally
from gogrow.ui.cockpit.turning_row import TurningRow
from gogrow.ui.cockpit.voices_by_name import VoiceList
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button


class ShowPanel(QWidget):
    """Asks for what `DilemmaStep` does."""

    hidden = Signal(bool)
    anew = Signal()
    aloud = Signal(str, bool)
    kept = Signal(str, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_hidden = False
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        self._words = label("", "muted", wrap=True)
        column.addWidget(self._words)
        self._hide = button(desk.theme, t("Hide again"), "eye-off", "tool", "hide-views")
        self._hide.clicked.connect(lambda: self.hidden.emit(True))
        self._anew = button(desk.theme, t("Count again"), "refresh", "tool", "anew")
        self._anew.clicked.connect(self.anew)
        column.addWidget(TurningRow(self._hide, self._anew))
        self._who = label("", "label", wrap=True)
        column.addWidget(self._who)
        self._list = VoiceList(desk)
        self._list.setMinimumHeight(150)
        self._list.aloud.connect(self.aloud)
        self._list.kept.connect(self.kept)
        column.addWidget(self._list, 1)
        self._none = label("", "hint", wrap=True)
        column.addWidget(self._none)
        column.addStretch(0)

    def show_workshop(self, workshop: Workshop, tally: Tally) -> None:
        """Show what the room sees of the count."""
        t, n = self._desk.texts.t, self._desk.texts.n
        if not tally.shown:
            words = t("Nothing was counted yet. Go back to choosing, or go on without.")
        elif tally.hidden:
            words = t("The dots are hidden. The room sees the dilemma.")
        else:
            words = n("{count} voice is in the picture.", "{count} voices are in the picture.", tally.shown)
        ballot = tally.ballot
        self._list.show_voices(workshop, tally, typing=False)
        listed = bool(self._list.people)
        if tally.shown and not tally.hidden and not listed:
            words += " " + t("Ask what is good about a place where few stand, never who stands there.")
        self._words.setText(words)
        self._hide.setEnabled(bool(tally.shown) and not tally.hidden)
        self._anew.setEnabled(bool(tally.shown))
        self._list.setVisible(listed)
        self._who.setVisible(listed)
        self._who.setText(t("Who wants to be named? Ask each person."))
        wanted = ballot is not None and tally.kept and bool(ballot.kept & set(ballot.named))
        none = wanted and ballot is not None and not names_kept(ballot)
        self._none.setText(t("No name is kept now: else it could be worked out what the others chose."))
        self._none.setVisible(none)
