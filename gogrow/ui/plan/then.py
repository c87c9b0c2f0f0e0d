"""A sheet of then, only to read: the plan as it stood on paper on a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gogrow.domain.workshop import PlanStep, PlanVersion, StepState
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import button, row
from gogrow.ui.plan.days import day_text
from gogrow.ui.plan.words import TITLES, how_words, state_words


class SheetOfThen(QWidget):
    """Shows one version. `back` asks for the plan as it is now."""

    back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self._title = label("", "section", wrap=True)
        back = button(desk.theme, t("Back to the plan of now"), "arrow-left", "tool", "plan-of-now")
        back.clicked.connect(self.back)
        head = row()
        head.addWidget(self._title, 1)
        head.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)

    def show_version(self, version: PlanVersion) -> None:
        """Show the sheet of this day."""
        t, texts = self._desk.texts.t, self._desk.texts
        plan = version.plan
        self._title.setText(t("Sheet of {day}, only to read", day=texts.date(version.day)))
        inside = QWidget()
        inside.setProperty("scrolled", True)
        inside.setMaximumWidth(900)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 8)
        column.setSpacing(2)

        def say(title: str, words: str) -> None:
            if words.strip():
                column.addWidget(label(title, "label", wrap=True))
                column.addWidget(typed(words))
                column.addSpacing(6)

        agreed = ("enables", "improvement", "team")
        private = ("plan_a", "plan_b", "plan_c")
        for name in TITLES:
            if name not in agreed + private:
                say(t(TITLES[name]), getattr(plan, name))
        said = (" ".join(part for part in (talk.sentence, talk.agreement) if part) for talk in version.talks)
        say(t("We say together"), "\n".join(line for line in said if line))
        for number, step in enumerate(plan.steps, start=1):
            say(t("Step {number}", number=number), self._step(step))
        for name in agreed + private:
            say(t(TITLES[name]), getattr(plan, name))
        if version.check_in is not None:
            say(t("When we look back"), texts.weekday(version.check_in))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _step(self, step: PlanStep) -> str:
        texts = self._desk.texts
        parts = [step.what, step.why, how_words(step.how, texts) if step.how else "", step.helper, step.enables]
        parts += [day_text(step.by, texts), step.sign]
        parts += [state_words(step.state, texts)] if step.state is not StepState.OPEN else []
        return " · ".join(part.strip() for part in parts if part.strip())
