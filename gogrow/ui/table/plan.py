"""The first step, typed by the one or left to the pen, and the plan sheets of both on paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gogrow.domain.rules import planning, table
from gogrow.domain.rules.planning import draft_id
from gogrow.domain.workshop import DevelopmentPlan, PlanStep, StepState, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.check_in.day_button import DayButton
from gogrow.ui.desk import Desk
from gogrow.ui.few_lines import FewLines
from gogrow.ui.labels import label, typed
from gogrow.ui.paper import print_plans
from gogrow.ui.parts import button, icon_label, panel, row
from gogrow.ui.plan.drafts import part_of
from gogrow.ui.table.keep import Form
from gogrow.ui.table.step import Column, TableStep
from gogrow.ui.table.step_fields import PARTS, StepFields


class PlanStepView(TableStep):
    """The plan of the one who chooses. Every field may stay empty."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._plan = DevelopmentPlan("")
        self._sent: DevelopmentPlan | None = None  # on its way to the file, or refused there
        form = Form()
        column = form.column
        self._title = label("", "section", wrap=True)
        column.addWidget(self._title)
        column.addSpacing(4)
        self._rows: list[StepFields] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        column.addLayout(self._list)
        column.addSpacing(10)
        self._enables_title = label("", "label", wrap=True)
        self._enables = FewLines(2)
        self._enables.left.connect(self._keep)
        self._enables.textChanged.connect(lambda: self._draft("enables", self._enables.toPlainText()))
        column.addWidget(self._enables_title)
        column.addWidget(self._enables)
        column.addSpacing(10)
        self._together, inside = panel((14, 10, 14, 12), 4)
        inside.addLayout(
            row(icon_label(desk.theme, "messages", "ink2", 20), label(self.t("We say together"), "label"), 1)
        )
        self._said = typed("")
        inside.addWidget(self._said)
        column.addWidget(self._together)
        column.addStretch(1)
        self._words = Column(desk)
        self._day = DayButton(desk, texts)
        self._words.box.addWidget(self._day)
        self._print = button(desk.theme, self.t("Print both plan sheets"), "printer", "", "print-plans")
        self._print.clicked.connect(lambda: print_both(desk, self.left, live))
        self._words.box.addWidget(self._print)
        self.left: QWidget = form
        self.right = self._words

    def show(self, workshop: Workshop) -> None:
        """Show what is typed; a field that is being typed in is left alone."""
        pair = table.seats(workshop)
        if pair is None:
            return
        plan = workshop.plan(pair[0])
        if not (self.live.busy and plan.id == self._plan.id):
            # while the file answers, what was typed meanwhile is newer than what it brings
            self._show_plan(workshop, plan)
        self._day.show_day(self.live, workshop)
        t = self.t
        name = self.name(workshop, pair[0])
        again = bool(workshop.details.follows) or len(plan.steps) > 1
        self._title.setText(t("The steps of {name}", name=name) if again else t("The first step of {name}", name=name))
        self._enables_title.setText(t("What {name} makes possible", name=self.name(workshop, pair[1])))
        self._enables.setAccessibleName(self._enables_title.text())
        said = [
            " ".join(part for part in (talk.sentence, talk.agreement) if part)
            for talk in planning.for_plan(workshop, pair[0])
            if talk.id in plan.taken
        ]
        self._said.setText("\n".join(line for line in said if line))
        self._together.setVisible(any(said))
        step = workshop.step()
        language = self.texts.language
        if step is not None:
            self._words.say(step.heading.get(language, ""), step.body.get(language, ""))

    def _show_plan(self, workshop: Workshop, plan: DevelopmentPlan) -> None:
        other = plan.id != self._plan.id
        self._plan = plan
        if other:
            self._sent = None
        if self._sent is not None:
            return  # what was typed waits here until the file takes it
        room = len(plan.steps) + bool(workshop.details.follows)  # what goes on, and what is new
        self._make(max(1, min(room, planning.STEPS_LIMIT)))
        for number, fields in enumerate(self._rows):
            step = _nth(plan, number)
            half = (workshop.draft(draft_id(plan.id, part_of(number, part))) or getattr(step, part) for part in PARTS)
            what, helper, by = half
            fields.set(PlanStep(what, step.how, helper, by), another=other)
        enables = workshop.draft(draft_id(plan.id, "enables")) or plan.enables
        if (other or not self._enables.hasFocus()) and self._enables.toPlainText() != enables:
            with QSignalBlocker(self._enables):
                self._enables.setPlainText(enables)

    def _make(self, count: int) -> None:
        """So many rows; one in which somebody types stays."""
        while len(self._rows) > count and not self._rows[-1].isAncestorOf(QApplication.focusWidget() or self.left):
            last = self._rows.pop()
            last.hide()
            last.deleteLater()
        for number in range(len(self._rows), count):
            fields = StepFields(self.desk, number + 1, self.texts)
            fields.edited.connect(self._keep)
            fields.typed.connect(lambda part, text, number=number: self._draft(part_of(number, part), text))
            self._list.addWidget(fields)
            self._rows.append(fields)

    def secondary(self, workshop: Workshop) -> str:
        """One step back."""
        return self.t("Back")

    def act(self, workshop: Workshop) -> None:
        """Keep and go on."""
        self._keep()
        self.onward.emit()

    def other(self, workshop: Workshop) -> None:
        """Keep and go back."""
        self._keep()
        self.backward.emit()

    def close(self) -> None:
        """What is typed is kept."""
        self._keep()

    def drop(self) -> None:
        """Nothing of it goes to the file any more."""
        self._forget_drafts()
        self._plan, self._sent = DevelopmentPlan(""), None
        for fields in self._rows:
            fields.set(PlanStep(), another=True)
        with QSignalBlocker(self._enables):
            self._enables.clear()

    def _draft(self, part: str, text: str) -> None:
        if self._plan.id:
            self.live.draft(draft_id(self._plan.id, part), text)

    def _forget_drafts(self) -> None:
        steps = (part_of(number, part) for number in range(len(self._rows)) for part in PARTS)
        for part in ("enables", *steps):
            self.live.forget_draft(draft_id(self._plan.id, part))

    def _keep(self) -> None:
        if not self._plan.id:
            return
        now = self.live.workshop.plan(self._plan.id)
        steps = [fields.value(_nth(now, number)) for number, fields in enumerate(self._rows)]
        steps += now.steps[len(steps) :]
        while steps and replace(steps[-1], state=StepState.OPEN) == PlanStep():
            steps.pop()
        plan = replace(now, steps=tuple(steps), enables=self._enables.toPlainText().strip())
        if plan != now and plan != self._plan:
            self._plan = self._sent = plan
            self._forget_drafts()
            self.live.do_then(lambda now: planning.edit_plan(now, plan), lambda: self._taken(plan))

    def _taken(self, plan: DevelopmentPlan) -> None:
        """The file has it."""
        if plan == self._sent:
            self._sent = None


def _nth(plan: DevelopmentPlan, number: int) -> PlanStep:
    return plan.steps[number] if number < len(plan.steps) else PlanStep()


def print_both(desk: Desk, parent: QWidget, live: LiveWorkshop) -> None:
    """Plans on paper, of the two at the table."""
    print_plans(desk, parent, live, table.seats(live.workshop) or ())
