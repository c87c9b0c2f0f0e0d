"""One step of a plan at the table: what, how, who helps, by when. Every field may stay empty, for the pen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gogrow.domain.workshop import How, PlanStep
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row
from gogrow.ui.plan.words import HOW

PARTS = ("what", "helper", "by")
"""The text fields of a step here, as `PlanStep` names them."""


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
        pictures = row(spacing=4)
        for how, icon, words, _ in HOW:
            choice = button(desk.theme, "", icon, "tool")
            choice.setProperty("icononly", True)
            choice.setCheckable(True)
            choice.setToolTip(t(words))
            choice.setAccessibleName(t(words))
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
