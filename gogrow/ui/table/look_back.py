"""Two look back at the plan of then, step by step: the one tells, the other asks what helped."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.rules import follow_up, planning, table
from gogrow.domain.workshop import CheckIn, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.check_in.look_form import LookForm
from gogrow.ui.desk import Desk
from gogrow.ui.table.picture import Airy, TableBoard
from gogrow.ui.table.step import Column, TableStep


class LookBackStep(TableStep):
    """The plan of then of the one who chooses what stays; without one, of the other."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._form = LookForm(desk, texts)
        self._form.kept.connect(self._keep)
        self._form.drafted.connect(live.draft)
        self._form.carried.connect(self._carry)
        around = QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(0, 8, 12, 0)
        inside.addWidget(self._form)
        self._board = TableBoard(desk.theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(around)
        self._stack.addWidget(Airy(self._board))
        self._words = Column(desk)
        self.left: QWidget = self._stack
        self.right = self._words

    def show(self, workshop: Workshop) -> None:
        """Show the plan of then, or say that there is none."""
        step, person, language = workshop.step(), self._whose(workshop), self.texts.language
        if step is None:
            return
        heading, body = step.heading.get(language, ""), step.body.get(language, "")
        if not person:
            self._board.show_board(workshop.board, language)
            self._stack.setCurrentIndex(1)
            body = self.t("There is no plan of then in this file. Talk about how it went, and go on.")
            self._words.say(heading, body)
            return
        if not (self.live.busy and self._form.shows(person)):  # else what was typed meanwhile is newer
            self._form.show_look(workshop, person, follow_up.wish_then(workshop, self.live.earlier, person))
        self._stack.setCurrentIndex(0)
        self._words.say(heading, body, self.t("The plan of {name}", name=self.name(workshop, person)))

    def secondary(self, workshop: Workshop) -> str:
        """One step back."""
        return self.t("Back")

    def act(self, workshop: Workshop) -> None:
        """Keep and go on."""
        self._form.finish()
        self.onward.emit()

    def other(self, workshop: Workshop) -> None:
        """Keep and go back."""
        self._form.finish()
        self.backward.emit()

    def close(self) -> None:
        """What is typed is kept."""
        self._form.finish()

    def drop(self) -> None:
        """Nothing of it goes to the file any more."""
        for id in self._form.drafts(self._whose(self.live.workshop)):
            self.live.forget_draft(id)
        self._form.drop()

    def turn_of(self, workshop: Workshop) -> str:
        """Whose plan it is."""
        return self._whose(workshop) or super().turn_of(workshop)

    def _whose(self, workshop: Workshop) -> str:
        known = {look.id for look in workshop.check_ins}
        return next((id for id in table.seats(workshop) or () if id in known), "")

    def _keep(self, look: CheckIn) -> None:
        for id in self._form.drafts(look.id):
            self.live.forget_draft(id)
        self.live.do(planning.look_back, look)

    def _carry(self, participant: str) -> None:
        then = self.live.earlier[0] if self.live.earlier else None
        self.live.do(follow_up.carry_on, then, participant)
