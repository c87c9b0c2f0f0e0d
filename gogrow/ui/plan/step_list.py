"""The steps of a plan: each folded to one line, one of them open. Enter goes to the next, or makes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.rules.planning import STEPS_LIMIT
from gogrow.domain.workshop import PlanStep
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row
from gogrow.ui.plan.step_form import StepForm
from gogrow.ui.plan.step_row import StepRow


class StepList(QWidget):
    """`edited` tells that `value` is to be kept; `typed` brings half-written words of a step, counted from 0."""

    edited = Signal()
    typed = Signal(int, str, str)
    focused = Signal(str)
    onward = Signal()
    opened = Signal(object)  # the widget of a step that was just opened

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._steps: tuple[PlanStep, ...] = ()
        self._open = -1
        self._rows: list[StepRow] = []
        t = desk.texts.t
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._form = form = StepForm(desk)
        form.edited.connect(self.edited)
        form.typed.connect(self._half)
        form.focused.connect(self.focused)
        form.entered.connect(self._entered)
        form.folded.connect(lambda: self._go(-1))
        form.moved.connect(self._move)
        form.removed.connect(self._remove)
        self._column.addWidget(form)
        self._more = button(desk.theme, t("Another step"), "plus", "tool", "add-step")
        self._more.clicked.connect(lambda: self._go(STEPS_LIMIT))  # after all that are there
        self._full = label(t("A plan has at most {limit} steps.", limit=STEPS_LIMIT), "muted", wrap=True)
        self._column.addLayout(row(self._more, self._full, 1))
        self._arrange()

    def show_steps(self, steps: Sequence[PlanStep], *, another: bool, open: int = -1) -> None:
        """Show these steps; of ``another`` plan the one that is to be ``open`` (-1: none, or a first empty one)."""
        self._steps = tuple(steps)
        if another:
            self._open = open if self._steps or open >= 0 else 0
        elif self._open > len(self._steps):
            self._open = len(self._steps)
        if self._open >= STEPS_LIMIT:
            self._open = -1
        self._show(another=another)

    def add(self, what: str) -> None:
        """A step with these words, after the others or in the place of an empty one; it opens."""
        steps = list(self.value())
        if len(steps) < STEPS_LIMIT:
            self._steps, self._open = (*steps, PlanStep(what)), len(steps)
            self._show(another=True)
            self.edited.emit()
            self._form.stand()
            self.opened.emit(self._form)

    def value(self) -> tuple[PlanStep, ...]:
        """The steps as they stand there; none that are empty at the end."""
        steps = list(self._steps)
        if self._open >= 0:
            made = self._form.value(self._now())
            steps[self._open : self._open + 1] = [made]
        while steps and steps[-1] == PlanStep():
            steps.pop()
        return tuple(steps)

    def parts(self) -> StepForm:
        """The form of the step that is open."""
        return self._form

    def at(self) -> int:
        """The step that is open, counted from 0; -1 when none is."""
        return self._open

    def _now(self) -> PlanStep:
        return self._steps[self._open] if 0 <= self._open < len(self._steps) else PlanStep()

    def _half(self, part: str, words: str) -> None:
        if self._open >= 0:
            count = max(len(self._steps), self._open + bool(words.strip()))
            self._form.allow(self._open + 1, count)
            self._more.setVisible(self._open < count < STEPS_LIMIT)
            self.typed.emit(self._open, part, words)

    def _take(self) -> None:
        """What is typed is part of the steps from now on."""
        self._steps = self.value()
        self.edited.emit()

    def _entered(self) -> None:
        at = self._open
        self._take()
        if at + 1 < len(self._steps) or (at + 1 == len(self._steps) < STEPS_LIMIT):
            self._go(at + 1)
        else:
            self.onward.emit()

    def _go(self, to: int) -> None:
        """Open another step, or none."""
        if self._open >= 0:
            self._take()
        self._open = min(to, len(self._steps), STEPS_LIMIT - 1)
        self._show(another=True)
        if self._open >= 0:
            self._form.stand()
            self.opened.emit(self._form)
        else:
            self._more.setFocus()

    def _move(self, way: int) -> None:
        steps = list(self.value())
        at, to = self._open, self._open + way
        if 0 <= at < len(steps) and 0 <= to < len(steps):
            steps[at], steps[to] = steps[to], steps[at]
            self._steps, self._open = tuple(steps), to
            self._show(another=True)
            self.edited.emit()

    def _remove(self) -> None:
        at, self._open = self._open, -1  # first, so that nothing of it is kept when its field is left
        self._steps = tuple(step for place, step in enumerate(self._steps) if place != at)
        if not self._steps:
            self._open = 0
        self._show(another=True)
        self.edited.emit()
        if self._open < 0:
            self._more.setFocus()

    def _show(self, *, another: bool) -> None:
        count = max(len(self._steps), self._open + 1)
        while len(self._rows) < count:
            made = StepRow(self._desk.theme, self._desk.texts)
            at = len(self._rows)
            made.setObjectName(f"step-{at}")
            made.clicked.connect(lambda _=False, at=at: self._go(at))
            self._rows.append(made)
            self._column.insertWidget(self._column.count() - 1, made)
        for at, one in enumerate(self._rows):
            if at < len(self._steps):
                one.show_step(at + 1, self._steps[at])
        if self._open >= 0:
            self._form.show_step(self._open + 1, len(self._steps), self._now(), another=another)
        self._arrange()

    def _arrange(self) -> None:
        if self._open >= 0 and self._column.indexOf(self._form) != self._open:
            self._column.removeWidget(self._form)
            self._column.insertWidget(self._open, self._form)
        self._form.setVisible(self._open >= 0)
        for at, one in enumerate(self._rows):
            one.setVisible(at < len(self._steps) and at != self._open)
        room = len(self._steps) < STEPS_LIMIT
        self._more.setVisible(room and self._open < len(self._steps))
        self._full.setVisible(not room)
