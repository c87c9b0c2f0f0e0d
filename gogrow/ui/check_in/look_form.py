"""The plan of then, step by step: how did it go, what helped, what stood in the way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gogrow.domain.rules.follow_up import going_on
from gogrow.domain.rules.planning import look_draft
from gogrow.domain.workshop import CheckIn, StepResult, StepState, Workshop
from gogrow.texts import Texts
from gogrow.ui.check_in.words import state_button
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.desk import Desk
from gogrow.ui.few_lines import FewLines
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import button, icon_label, row
from gogrow.ui.plan.words import STATES

WIDEST = 900
"""The form is never wider than this, in pixels."""


class States(QWidget):
    """Four large buttons beside each other, or where their words need more room in two rows, or under each other."""

    clicked = Signal()

    def __init__(self, desk: Desk, texts: Texts, number: int) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._group = QButtonGroup(self)
        self.buttons: dict[StepState, QPushButton] = {}
        for state, icon, _ in STATES:
            made = button(desk.theme, state_button(state, texts), icon, "tool", f"state-{number}-{state}")
            made.setCheckable(True)
            made.setMinimumHeight(48)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(self.clicked)
            self._group.addButton(made)
            self.buttons[state] = made
        self._columns = 0
        self._arrange(4)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one of them."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room."""
        super().resizeEvent(event)
        widest, air = self._widest(), self._grid.spacing()
        fits = (columns for columns in (4, 2) if columns * (widest + air) - air <= self.width())
        self._arrange(next(fits, 1))

    def _widest(self) -> int:
        for made in self.buttons.values():
            made.ensurePolished()
        return max(made.sizeHint().width() for made in self.buttons.values())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, made in enumerate(self.buttons.values()):
            self._grid.addWidget(made, at // columns, at % columns)
        for column in range(len(STATES)):
            self._grid.setColumnStretch(column, int(column < columns))


class StepLook(QWidget):
    """One step of then: its words, four large buttons, and why."""

    edited = Signal()
    typing = Signal(str)  # the half-written words of the note

    def __init__(self, desk: Desk, texts: Texts, number: int) -> None:
        """``number`` counts from 0."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        figure = label(str(number + 1), "section")
        figure.setFixedWidth(22)
        figure.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.what = typed("", "strong")
        line = row(figure)
        line.addWidget(self.what, 1)
        column.addLayout(line)
        states = States(desk, texts, number)
        states.clicked.connect(self.edited)
        self._states = states.buttons
        column.addWidget(states)
        self.note = FewLines(1)
        self.note.setPlaceholderText(texts.t("How come? This may stay empty."))
        self.note.setAccessibleName(texts.t("How step {number} went", number=number + 1))
        self.note.left.connect(self.edited)
        self.note.textChanged.connect(lambda: self.typing.emit(self.note.toPlainText()))
        column.addWidget(self.note)

    def show_result(self, result: StepResult, half: str, *, another: bool) -> None:
        """Show what is kept of it; ``half`` are half-written words of the note, which go before those."""
        self.what.setText(result.what)
        for state, made in self._states.items():
            made.setChecked(state is result.state)
            made.setAccessibleDescription(result.what)
        write(self.note, half or result.note, another=another)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab comes, in order."""
        return (*self._states.values(), self.note)

    def value(self, before: StepResult) -> StepResult:
        """What is chosen and typed, about a step of then."""
        state = next((state for state, made in self._states.items() if made.isChecked()), before.state)
        return replace(before, state=state, note=self.note.toPlainText().strip())


class LookForm(QScrollArea):
    """Looking back of one person. Leaving a field keeps it; what is half typed is remembered within a second."""

    kept = Signal(object)  # CheckIn
    drafted = Signal(str, str)
    carried = Signal(str)  # what is still going on comes into the new plan of this participant

    def __init__(self, desk: Desk, texts: Texts | None = None) -> None:
        """``texts`` speaks another language than the program where participants read along."""
        super().__init__()
        self._desk, self._texts = desk, texts or desk.texts
        self._look = CheckIn("")
        self._sent: CheckIn | None = None  # on its way to the file, or refused there
        self._rows: list[StepLook] = []
        t = self._texts.t
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 2, 10, 8)
        column.setSpacing(6)
        self.setWidget(inside)
        self._wished = label(t("This is what you wanted"), "label", wrap=True)
        self._wish = typed("", "body")
        column.addWidget(self._wished)
        column.addWidget(self._wish)
        column.addSpacing(6)
        self._none = label(t("There are no steps of then in the file."), "muted", wrap=True)
        column.addWidget(self._none)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self._carry = WrappedPill(desk.theme, "", "arrow-right")
        self._carry.setObjectName("carry-on")
        self._carry.setCheckable(False)
        self._carry.clicked.connect(self._carry_on)
        self._there = row(icon_label(desk.theme, "check", "ok", 20), spacing=8)
        self._there_words = label(t("What goes on stands in the new plan."), "text", wrap=True)
        self._there.addWidget(self._there_words, 1)
        self._carried = QWidget()
        self._there.setContentsMargins(0, 0, 0, 0)
        self._carried.setLayout(self._there)
        self._fields: dict[str, FewLines] = {}
        for name, title in (("helped", t("What helped?")), ("hindered", t("What stood in the way?"))):
            column.addWidget(label(title, "label", wrap=True))
            field = FewLines(2)
            field.setAccessibleName(title)
            field.left.connect(self._keep)
            field.textChanged.connect(lambda name=name: self._draft(name, self._fields[name].toPlainText()))
            self._fields[name] = field
            column.addWidget(field)
        column.addSpacing(4)
        column.addWidget(self._carry)
        column.addWidget(self._carried)
        column.addStretch(1)

    def show_look(self, workshop: Workshop, participant: str, wish: str) -> None:
        """Show what somebody looks back at; a field that is being typed in is left alone.

        What the file refused waits here until it takes it.
        """
        look = workshop.looked_back(participant)
        another = participant != self._look.id
        if another:
            self._sent = None
        if another or len(look.results) != len(self._rows):
            self._make(len(look.results))
        self._look = look
        for part in (self._wished, self._wish):
            part.setVisible(bool(wish.strip()))
        self._wish.setText(wish)
        self._none.setVisible(look in workshop.check_ins and not look.results)
        if self._sent is None:
            self._show_words(workshop, look, another=another)
        going = going_on(workshop, participant)
        told = {step.what for step in workshop.plan(participant).steps}
        still = [result for result in look.results if result.state in (StepState.OPEN, StepState.BUSY)]
        words = self._texts.n(
            "Take {count} step along to the new plan",
            "Take {count} steps along to the new plan",
            len(going),
        )
        self._carry.set_words(words)
        self._carry.setVisible(bool(going))
        self._carried.setVisible(bool(still) and not going and bool(told))
        if another:
            self.verticalScrollBar().setValue(0)

    def _show_words(self, workshop: Workshop, look: CheckIn, *, another: bool) -> None:
        for number, (made, result) in enumerate(zip(self._rows, look.results, strict=True)):
            half = workshop.draft(look_draft(look.id, f"note{number}"))
            made.show_result(result, half, another=another)
        for name, field in self._fields.items():
            half = workshop.draft(look_draft(look.id, name))
            write(field, half or getattr(look, name), another=another)

    def taken(self, look: CheckIn) -> None:
        """The file has it."""
        if look == self._sent:
            self._sent = None

    def shows(self, participant: str) -> bool:
        """Whether this person's looking back is the one on the screen."""
        return self._look.id == participant

    def finish(self) -> None:
        """Keep what is typed, before somebody else's is shown."""
        self._keep()
        self._look = CheckIn("")

    def drop(self) -> None:
        """Nothing of it goes to the file any more."""
        self._look = CheckIn("")

    def drafts(self, participant: str) -> tuple[str, ...]:
        """The ids of all drafts that this form can have."""
        notes = [f"note{number}" for number in range(len(self._rows))]
        return tuple(look_draft(participant, part) for part in (*notes, *self._fields))

    def _make(self, count: int) -> None:
        while item := self._list.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        for number in range(count):
            made = StepLook(self._desk, self._texts, number)
            made.edited.connect(self._keep)
            made.typing.connect(lambda text, number=number: self._draft(f"note{number}", text))
            self._list.addWidget(made)
            self._rows.append(made)
        way = [part for made in self._rows for part in made.stops()]
        for one, following in pairwise((*way, *self._fields.values(), self._carry)):
            QWidget.setTabOrder(one, following)

    def _draft(self, part: str, text: str) -> None:
        if self._look.id:
            number = int(part.removeprefix("note")) if part.startswith("note") else -1
            known = self._look.results[number].note if number >= 0 else getattr(self._look, part)
            self.drafted.emit(look_draft(self._look.id, part), "" if text == known else text)

    def _carry_on(self) -> None:
        self._keep()
        if self._look.id:
            self.carried.emit(self._look.id)

    def _keep(self) -> None:
        if not self._look.id or len(self._rows) != len(self._look.results):
            return
        results = tuple(made.value(result) for made, result in zip(self._rows, self._look.results, strict=True))
        said = {name: field.toPlainText().strip() for name, field in self._fields.items()}
        look = replace(self._look, results=results, **said)
        if look != self._look:
            self._look = self._sent = look
            self.kept.emit(look)


def write(field: FewLines, words: str, *, another: bool) -> None:
    """Put words in a field; one that is being typed in is left alone, unless it is ``another`` person's."""
    if (another or not field.hasFocus()) and field.toPlainText() != words:
        with QSignalBlocker(field):
            field.setPlainText(words)
