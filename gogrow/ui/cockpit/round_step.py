"""A blind round: slips are typed in; the room sees only how many are done."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.people import Presence
from gogrow.domain.room import entered_rounds
from gogrow.domain.rules import people, session
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.entry import EntryPane
from gogrow.ui.cockpit.preview import SmallPreview
from gogrow.ui.cockpit.step_view import StepView
from gogrow.ui.cockpit.who import WhoPanel
from gogrow.ui.desk import Desk


class RoundSide(QWidget):
    """Right in a blind round: who is done, and small what the group sees."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.who = WhoPanel(desk)
        self.small = SmallPreview(desk)
        column.addWidget(self.who, 1)
        column.addWidget(self.small)


class RoundStep(StepView):
    """The cockpit of a round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pane = EntryPane(desk)
        self._pane.laptop.connect(self.laptop)
        self._side = RoundSide(desk)
        self.middle = self._pane
        self.right = self._side
        self._side.who.chosen.connect(self._choose)
        self._side.who.presence.connect(self._presence)
        self._side.who.add.connect(self.people)
        self._rounds: tuple[str, ...] = ()

    def show(self, workshop: Workshop) -> None:
        """Show who is done and whose slip comes now."""
        step = workshop.step()
        if self.live is None or step is None:
            return
        self._rounds = entered_rounds(step)
        self._pane.show_round(self.live, workshop, self._rounds)
        self._side.who.show_workshop(workshop, self._rounds, self._pane.person)
        self._side.small.set_words(step.title[self.desk.texts.language], self.t("Only checks, no places"))

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """Letters go to the entry line."""
        used = self._pane.key(event)
        if used:
            self._side.who.show_workshop(workshop, self._rounds, self._pane.person)
        return used

    def leave(self) -> None:
        """Blind again for the next time."""
        self._pane.blind_again()

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop: blind again."""
        super().attach(live)
        self._pane.blind_again()

    def _choose(self, participant: str) -> None:
        self._pane.choose(participant)
        if self.live is not None:
            self.live.do(session.entering, participant)

    def _presence(self, participant: str, presence: object) -> None:
        if self.live is not None and isinstance(presence, Presence):
            self.live.do(people.set_presence, participant, presence)
