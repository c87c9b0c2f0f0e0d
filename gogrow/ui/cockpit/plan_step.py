"""The plan step: everyone writes by hand; who wants types a plan here, and all can be printed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from gogrow.domain.rules import placing, planning
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.check_in.day_button import DayButton
from gogrow.ui.cockpit.person_list import PersonList
from gogrow.ui.cockpit.step_view import StepView
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.paper import print_plans
from gogrow.ui.parts import button, panel, row
from gogrow.ui.plan.editor import PlanEditor


class PlanSide(QFrame):
    """Right: whose plan, and paper for all."""

    chosen = Signal(str)
    printing = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        frame, column = panel((14, 14, 14, 14), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        caption = label(t("Now"), "label")
        caption.setProperty("tone", "act")
        column.addWidget(caption)
        column.addWidget(label(t("By hand first. Typing is possible, now or later."), "strong", wrap=True))
        self._list = PersonList(desk, t("Whose plan"), scan=True)
        self._list.chosen.connect(self.chosen)
        column.addWidget(self._list, 1)
        self._day = DayButton(desk)
        column.addWidget(self._day)
        self._one = button(desk.theme, t("Print this plan"), "printer", "tool", "print-one")
        self._one.clicked.connect(self._print_one)
        everyone = button(desk.theme, t("Print all plans"), "printer", "tool", "print-all")
        everyone.clicked.connect(lambda: self.printing.emit([]))
        column.addWidget(self._one)
        column.addLayout(row(everyone))

    def show_day(self, live: LiveWorkshop | None, workshop: Workshop) -> None:
        """Show when all look back: it is printed on the sheets."""
        self._day.show_day(live, workshop)

    def show_workshop(self, workshop: Workshop, current: str) -> None:
        """Show the people; a pencil stands before a plan that has typed words."""
        self._list.show_people(workshop, current, {plan.id: "pencil" for plan in workshop.plans})
        self._one.setEnabled(bool(current))

    def _print_one(self) -> None:
        if self._list.current:
            self.printing.emit([self._list.current])


class PlanStepView(StepView):
    """The cockpit of the plan step, and of a plan that is opened beside another step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._editor = PlanEditor(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._stage)
        self._stack.addWidget(self._editor)
        self._side = PlanSide(desk)
        self.middle = self._stack
        self.right = self._side
        self._person = ""
        self._new = True
        self._side.chosen.connect(self._choose)
        self._side.printing.connect(self._print)
        self._editor.closed.connect(self._shut)
        self._editor.kept.connect(self._keep)
        self._editor.drafted.connect(self._draft)
        self._editor.placed.connect(lambda round, letter: self.do(placing.place_at, round, self._person, letter))
        self._editor.taken_back.connect(lambda round: self.do(placing.take_back, round, self._person))
        self._editor.forgetting.connect(lambda: self.do(planning.forget_versions, self._person))

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop, or the same one opened again: nobody's plan is open, but one that is half written."""
        super().attach(live)
        self._new = True
        self._person = ""

    def show(self, workshop: Workshop) -> None:
        """Show the picture, or the plan that is open."""
        if self._new:
            self._new, self._person = False, planning.half_written(workshop)
        if workshop.participant(self._person) is None:
            self._person = ""
        self._stage.show_workshop(workshop)
        self._side.show_workshop(workshop, self._person)
        self._side.show_day(self.live, workshop)
        if self._person and not (self.live is not None and self.live.busy and self._editor.shows(self._person)):
            # while the file answers, what was typed meanwhile is newer than what it brings
            self._editor.show_plan(workshop, self._person)
        self._stack.setCurrentIndex(1 if self._person else 0)

    def leave(self) -> None:
        """Close the plan."""
        self._editor.finish()
        self._person = ""

    def keep(self) -> None:
        """What is typed goes to the file."""
        self._editor.finish()

    def open_plan(self, participant: str) -> bool:
        """Show somebody's plan; what is typed in another one is kept."""
        self._choose(participant)
        return True

    def _shut(self) -> None:
        self._choose("")
        self.shut.emit()

    def _keep(self, plan: DevelopmentPlan) -> None:
        if self.live is not None:
            for id in self._editor.drafts(plan.id):
                self.live.forget_draft(id)
            self.live.do_then(lambda now: planning.edit_plan(now, plan), lambda: self._editor.taken(plan))

    def _draft(self, id: str, text: str) -> None:
        if self.live is not None:
            self.live.draft(id, text)

    def _choose(self, participant: str) -> None:
        self._editor.finish()
        self._person = participant
        if self.live is not None:
            self.show(self.live.workshop)
            if self._person:
                self._editor.stand()

    def _print(self, ids: list[str]) -> None:
        self._editor.keep()
        if self.live is not None:
            print_plans(self.desk, self._side, self.live, ids)
