"""One step of a plan, open: what, why, how, who helps, by when, what the organisation does, the sign, how it goes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from gogrow.domain.workshop import How, PlanStep, StepState
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_tip
from gogrow.ui.parts import quiet_tool, row
from gogrow.ui.plan.choices import Choices
from gogrow.ui.plan.days import DayLine, gone
from gogrow.ui.plan.line import Growing
from gogrow.ui.plan.rows import Asked
from gogrow.ui.plan.words import HOW, STATES, STEP_TITLES


class StepForm(QFrame):
    """The fields of one step. Holds what is typed until it is left; `value` tells it."""

    edited = Signal()
    typed = Signal(str, str)  # which field, and its half-written words
    focused = Signal(str)
    entered = Signal()
    folded = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self.setProperty("bar", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 10, 6)
        column.setSpacing(0)
        self._title = label("", "strong")
        tools: list[QToolButton] = []
        for icon, words, name, keys in (
            ("arrow-up", t("Move up"), "step-up", "Alt+Up"),
            ("arrow-down", t("Move down"), "step-down", "Alt+Down"),
            ("trash", t("Remove this step"), "step-remove", "Alt+Delete"),
            ("chevron-up", t("Fold this step"), "step-fold", "Alt+Return"),
        ):
            tool = quiet_tool(desk.theme, icon, words, name)
            tool.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on with the talk; these have keys of their own
            combination = QKeySequence(keys)
            tool.setToolTip(plain_tip(f"{words} ({combination.toString(QKeySequence.SequenceFormat.NativeText)})"))
            short = QShortcut(combination, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(tool.click)
            tools.append(tool)
        self._up, self._down, self._remove, fold = tools
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._remove.clicked.connect(self.removed)
        fold.clicked.connect(self.folded)
        head = row(self._title, 1, spacing=0)
        for tool in tools:
            head.addWidget(tool)
        column.addLayout(head)
        rows = Asked(desk)
        column.addLayout(rows)
        self._lines: dict[str, Growing] = {}
        self._line(rows, "what", t("What will I do?"))
        self._line(rows, "why", t("Why?"))
        hows = [(str(how), icon, t(brief), t(words)) for how, icon, words, brief in HOW]
        self._how = Choices(desk, hows, t("How do I learn it?"), must=False)
        self._how.chosen.connect(self.edited)
        self._how.focused.connect(lambda: self.focused.emit("how"))
        rows.ask(t("How?"), self._how)
        self._line(rows, "helper", t("Who helps?"), t("Ask that person first."))
        self._line(rows, "enables", t("What does the organisation make possible?"))
        self._by = DayLine(desk, t(STEP_TITLES["by"]), t("A day, or in words: before the summer"))
        self._by.left.connect(self.edited)
        self._by.typed.connect(lambda text: self.typed.emit("by", text))
        self._by.focused.connect(lambda: self.focused.emit("by"))
        self._by.entered.connect(self.entered)
        rows.ask(t("By when?"), self._by)
        self._gone = label(t("That day has gone. Choose another one, or say how it went."), "muted", wrap=True)
        self._gone.hide()
        rows.under(self._gone)
        self._line(rows, "sign", t("How do we see that it worked?"))
        states = [(str(state), "", t(words), t(words)) for state, _, words in STATES]
        self._state = Choices(desk, states, t("How is it going?"), must=True)
        self._state.chosen.connect(self.edited)
        self._state.focused.connect(lambda: self.focused.emit("state"))
        rows.ask(t("How is it going?"), self._state)

    def _line(self, rows: Asked, name: str, title: str, hint: str = "") -> None:
        field = Growing(title, sentence=True)
        if hint:
            field.setPlaceholderText(hint)
        field.left.connect(self.edited)
        field.focused.connect(lambda: self.focused.emit(name))
        field.entered.connect(self.entered)
        field.textChanged.connect(lambda: self.typed.emit(name, field.words()))
        self._lines[name] = field
        rows.ask(title, field)

    def show_step(self, number: int, count: int, step: PlanStep, *, another: bool = False) -> None:
        """Show a step out of ``count``; a field that is being typed in is left alone, unless it is ``another`` step."""
        self._title.setText(self._desk.texts.t("Step {number}", number=number))
        self.allow(number, count)
        for name, field in self._lines.items():
            if another or not field.hasFocus():
                field.show_words(getattr(step, name))
        if another or not self._by.line.hasFocus():
            self._by.show_by(step.by)
        self._how.show_key(str(step.how) if step.how else "")
        self._state.show_key(str(step.state))
        self._look(step)

    def allow(self, number: int, count: int) -> None:
        """Which ways this step may go, out of ``count``; one that is still empty goes nowhere."""
        self._up.setEnabled(1 < number <= count)
        self._down.setEnabled(number < count)
        self._remove.setEnabled(number <= count)

    def value(self, before: PlanStep) -> PlanStep:
        """What is typed, over what the step was ``before``."""
        how, state = self._how.key(), self._state.key()
        words = {name: field.words().strip() for name, field in self._lines.items()}
        made = replace(before, **words, by=self._by.by(), how=How(how) if how else None, state=StepState(state))
        self._look(made)
        return made

    def stand(self) -> None:
        """Type here."""
        self._lines["what"].setFocus()
        self._lines["what"].moveCursor(QTextCursor.MoveOperation.End)

    def field(self, part: str) -> QWidget:
        """The field of a part, such as ``what``."""
        return self._by.line if part == "by" else self._lines[part]

    def _look(self, step: PlanStep) -> None:
        today = self._desk.now().astimezone().date()
        self._gone.setVisible(gone(step, self._desk.texts, today))
