"""Typing one plan: every field may stay empty, for the pen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.rules.planning import draft_id, for_plan
from gogrow.domain.workshop import DevelopmentPlan, How, PlanStep, Workshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.pills import ElidedCheck
from gogrow.ui.desk import Desk
from gogrow.ui.few_lines import FewLines
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, icon_label, row

HOW = ((How.DOING, "hammer"), (How.COLLEAGUE, "users"), (How.COURSE, "school"))

WIDEST = 900
"""Fields are never wider than this, in pixels: a line must be read at a glance."""

STEPS = 3
"""How many steps the editor has room for."""

PARTS = ("what", "helper", "by")
"""The text fields of a step, as `PlanStep` names them."""


class StepFields(QWidget):
    """One step: what, how (three pictures), who helps, by when."""

    edited = Signal()
    typed = Signal(str, str)  # which field, and its half-written words

    def __init__(self, desk: Desk, number: int, texts: Texts | None = None) -> None:
        """``texts`` speaks another language than the program where participants read along."""
        super().__init__()
        t = (texts or desk.texts).t
        self.what, self.helper, self.by = QLineEdit(), QLineEdit(), QLineEdit()
        self.what.setPlaceholderText(t("What will I do?"))
        self.helper.setPlaceholderText(t("Who helps?"))
        self.by.setPlaceholderText(t("By when?"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._how: dict[How, QPushButton] = {}
        names = {How.DOING: t("by doing"), How.COLLEAGUE: t("from a colleague"), How.COURSE: t("by a course")}
        pictures = row(spacing=4)
        for how, icon in HOW:
            choice = button(desk.theme, "", icon, "tool")
            choice.setProperty("icononly", True)
            choice.setCheckable(True)
            choice.setToolTip(names[how])
            choice.setAccessibleName(names[how])
            choice.clicked.connect(lambda on, how=how: self._set_how(how if on else None))
            self._how[how] = choice
            pictures.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        figure = label(str(number), "section")
        figure.setFixedWidth(20)
        first = row(figure)
        first.addWidget(self.what, 1)
        first.addLayout(pictures)
        column.addLayout(first)
        second = row()
        second.addSpacing(28)
        second.addWidget(self.helper, 2)
        second.addWidget(self.by, 1)
        column.addLayout(second)
        for name, field in (("what", self.what), ("helper", self.helper), ("by", self.by)):
            field.editingFinished.connect(self.edited)
            field.textEdited.connect(lambda text, name=name: self.typed.emit(name, text))

    def set(self, step: PlanStep, *, another: bool = False) -> None:
        """Show a step; a field that is being typed in is left alone, unless it is ``another`` person's."""
        for field, text in ((self.what, step.what), (self.helper, step.helper), (self.by, step.by)):
            if (another or not field.hasFocus()) and field.text() != text:
                with QSignalBlocker(field):
                    field.setText(text)
        for how, choice in self._how.items():
            choice.setChecked(how is step.how)

    def value(self, before: PlanStep = PlanStep()) -> PlanStep:
        """What is typed, over what the step was ``before``."""
        how = next((how for how, choice in self._how.items() if choice.isChecked()), None)
        what, helper, by = (field.text().strip() for field in (self.what, self.helper, self.by))
        return replace(before, what=what, how=how, helper=helper, by=by)

    def _set_how(self, chosen: How | None) -> None:
        for how, choice in self._how.items():
            choice.setChecked(how is chosen)
        self.edited.emit()


class PlanEditor(QFrame):
    """The plan of one participant. Leaving a field keeps it; what is half typed is remembered within a second."""

    kept = Signal(object)  # DevelopmentPlan
    drafted = Signal(str, str)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = DevelopmentPlan("")
        self._talks: tuple[tuple[str, ElidedCheck], ...] = ()
        t = desk.texts.t
        self.setProperty("panel", True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 10, 8, 10)
        self._name = Elided("", "section")
        close = button(desk.theme, t("Close"), "x", "tool", "close-plan")
        close.clicked.connect(self.closed)
        head = row(icon_label(desk.theme, "lock", "ink2", 18))
        head.addWidget(self._name, 1)
        head.addWidget(close)
        outer.addLayout(head)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 10, 8)
        column.setSpacing(6)
        area.setWidget(inside)
        outer.addWidget(area, 1)
        self._texts: dict[str, FewLines] = {}

        def text(name: str, title: str) -> None:
            column.addWidget(label(title, "label", wrap=True))
            field = FewLines(2)
            field.setAccessibleName(title)
            field.left.connect(self._keep)
            field.textChanged.connect(lambda name=name: self._draft(name))
            self._texts[name] = field
            column.addWidget(field)

        text("wish", t("This is what I want"))
        text("take_along", t("What I take with me"))
        self._taken = QVBoxLayout()
        column.addLayout(self._taken)
        column.addWidget(label(t("My steps"), "section", wrap=True))
        self._steps = [StepFields(desk, number) for number in range(1, STEPS + 1)]
        for number, fields in enumerate(self._steps):
            fields.edited.connect(self._keep)
            fields.typed.connect(lambda part, text, number=number: self._half_step(number, part, text))
            column.addWidget(fields)
            column.addSpacing(8)
        text("enables", t("What the organisation makes possible"))
        text("improvement", t("What can be better"))
        text("team", t("For our team"))
        self._signatures = QCheckBox(t("Lines for signatures"))
        self._signatures.clicked.connect(self._keep)
        column.addWidget(self._signatures)
        column.addWidget(label(t("Private page: never on the beamer"), "section", wrap=True))
        text("plan_a", t("Plan A: in my work now"))
        text("plan_b", t("Plan B: other work here"))
        text("plan_c", t("Plan C: work elsewhere"))
        column.addStretch(1)

    def show_plan(self, workshop: Workshop, participant: str) -> None:
        """Show somebody's plan; a field that is being typed in is left alone."""
        plan = workshop.plan(participant)
        another = plan.id != self._plan.id
        self._plan = plan
        person = workshop.participant(participant)
        self._name.setText(person.name if person else "")
        for name, field in self._texts.items():
            words = workshop.draft(draft_id(participant, name)) or getattr(plan, name)
            if (another or not field.hasFocus()) and field.toPlainText() != words:
                with QSignalBlocker(field):
                    field.setPlainText(words)
        for index, fields in enumerate(self._steps):
            step = plan.steps[index] if index < len(plan.steps) else PlanStep()
            half = {part: workshop.draft(draft_id(participant, part_of(index, part))) for part in PARTS}
            what, helper, by = (half[part] or getattr(step, part) for part in PARTS)
            fields.set(PlanStep(what, step.how, helper, by), another=another)
        self._signatures.setChecked(plan.signatures)
        self._show_talks(workshop, participant, plan)

    def shows(self, participant: str) -> bool:
        """Whether this participant's plan is the one on the screen."""
        return self._plan.id == participant

    def finish(self) -> None:
        """Keep what is typed, before another plan is shown."""
        if self._plan.id:
            self._keep()
            self._plan = DevelopmentPlan("")

    def _show_talks(self, workshop: Workshop, participant: str, plan: DevelopmentPlan) -> None:
        talks = for_plan(workshop, participant)
        if tuple(id for id, _ in self._talks) != tuple(talk.id for talk in talks):
            while item := self._taken.takeAt(0):
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            made: list[tuple[str, ElidedCheck]] = []
            for talk in talks:
                words = talk.sentence or talk.agreement or ", ".join(talk.themes)
                box = ElidedCheck(words)
                box.clicked.connect(self._keep)
                self._taken.addWidget(box)
                made.append((talk.id, box))
            self._talks = tuple(made)
        for id, box in self._talks:
            box.setChecked(id in plan.taken)

    def _draft(self, name: str) -> None:
        if self._plan.id:
            text = self._texts[name].toPlainText()
            self.drafted.emit(draft_id(self._plan.id, name), text if text != getattr(self._plan, name) else "")

    def _half_step(self, number: int, part: str, text: str) -> None:
        if self._plan.id:
            step = self._plan.steps[number] if number < len(self._plan.steps) else PlanStep()
            same = text == getattr(step, part)
            self.drafted.emit(draft_id(self._plan.id, part_of(number, part)), "" if same else text)

    def drafts(self, participant: str) -> tuple[str, ...]:
        """The ids of all drafts that somebody's plan can have."""
        steps = [part_of(number, part) for number in range(len(self._steps)) for part in PARTS]
        return tuple(draft_id(participant, name) for name in (*self._texts, *steps))

    def _keep(self) -> None:
        if not self._plan.id:
            return
        known = (*self._plan.steps, *(PlanStep() for _ in self._steps))
        steps = [fields.value(step) for fields, step in zip(self._steps, known, strict=False)]
        steps += self._plan.steps[len(steps) :]
        while steps and steps[-1] == PlanStep():
            steps.pop()
        typed: dict[str, Any] = {name: field.toPlainText().strip() for name, field in self._texts.items()}
        plan = replace(
            self._plan,
            **typed,
            steps=tuple(steps),
            signatures=self._signatures.isChecked(),
            taken=tuple(id for id, box in self._talks if box.isChecked()),
        )
        if plan != self._plan:
            self._plan = plan
            self.kept.emit(plan)


def part_of(number: int, part: str) -> str:
    """The part of a plan's draft ids for one text field of a step, counted from 0."""
    return f"step{number}.{part}"
