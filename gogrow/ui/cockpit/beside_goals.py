"""Right while a dilemma is held beside the organisation's goals: helps, rubs or stands apart, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.dilemmas import Fit
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.kept_line import KeptLine
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import row


def draft_id(dilemma: str, goal: int) -> str:
    """The id of the half-written sentence about a dilemma and a goal."""
    return f"goal.{dilemma}.{goal}"


class GoalRow(QWidget):
    """One goal: put it on the beamer, say how the dilemma relates to it, and in a sentence why."""

    fitted = Signal(object)  # Fit | None
    shown = Signal()
    typed = Signal(str, str)
    kept = Signal(str, str)

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.goal = WrappedPill(desk.theme, "", "flag")
        self.goal.setObjectName(f"goal-{number}")
        self.goal.setToolTip(t("Put this goal on the beamer"))
        self.goal.clicked.connect(self.shown)
        column.addWidget(self.goal)
        self._pills: dict[Fit, CheckPill] = {}
        line = row(spacing=6)
        for fit, words in ((Fit.HELPS, t("helps")), (Fit.RUBS, t("rubs")), (Fit.APART, t("stands apart"))):
            pill = CheckPill(desk, words)
            pill.setObjectName(f"fit-{number}-{fit}")
            pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pill.clicked.connect(lambda on, fit=fit: self.fitted.emit(fit if on else None))
            self._pills[fit] = pill
            line.addWidget(pill, 3 if fit is Fit.APART else 2)
        column.addLayout(line)
        self.line = KeptLine(t("Why, in one sentence"), t("Why, in one sentence"))
        self.line.typed.connect(self.typed)
        self.line.kept.connect(self.kept)
        column.addWidget(self.line)

    def show_goal(self, goal: str, fit: Fit | None, *, now: bool) -> None:
        """Show the goal, how it fits, and whether it is the one on the beamer."""
        self.goal.set_words(goal)
        self.goal.setChecked(now)
        for value, pill in self._pills.items():
            pill.setChecked(value is fit)
        self.line.setVisible(fit is not None)


class BesideGoals(QWidget):
    """A row for each goal; without goals the question is what the organisation should want."""

    fitted = Signal(int, object)  # the goal's number, Fit | None
    shown = Signal(int)
    typed = Signal(str, str)  # a draft's id, half-written words
    kept = Signal(str, int, str)  # dilemma, the goal's number, sentence
    asked = Signal(str)  # what the group asks of the organisation

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        self._intro = label("", "muted", wrap=True)
        column.addWidget(self._intro)
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        column.addLayout(self._list)
        self._requests = QVBoxLayout()
        self._requests.setSpacing(4)
        column.addLayout(self._requests)
        self.request = KeptLine(t("What do you ask of the organisation?"), t("What do you ask of the organisation?"))
        self.request.typed.connect(self.typed)
        self.request.kept.connect(lambda _key, words: self.asked.emit(words))
        column.addWidget(self.request)
        column.addStretch(1)
        self._rows: list[GoalRow] = []
        self._asked: tuple[str, ...] | None = None

    @property
    def lines(self) -> tuple[KeptLine, ...]:
        """The fields with sentences that keep themselves."""
        return tuple(line.line for line in self._rows)

    def show_workshop(self, workshop: Workshop, *, busy: bool) -> None:
        """Show all goals beside the dilemma in the picture."""
        played, goals, t = workshop.dilemma(), workshop.details.goals, self._desk.texts.t
        if played is None:
            return
        self._make(len(goals))
        number = min(workshop.stage.dilemma.goal, max(0, len(goals) - 1))
        self._intro.setText(
            t("What you think here, and what the organisation wants: how do they relate?")
            if goals
            else t("No goals are typed in for this workshop. What should the organisation want?")
        )
        for index, (goal, line) in enumerate(zip(goals, self._rows, strict=True)):
            found = next((view for view in workshop.goal_views if view.id == f"{played.id}.{index}"), None)
            line.show_goal(goal, found.fit if found else None, now=index == number)
            key = draft_id(played.id, index)
            line.line.show_words(key, found.sentence if found else "", workshop.draft(key), busy=busy)
        self.request.setVisible(not goals)
        if not goals:
            self._show_requests(tuple(request.text for request in workshop.requests))
            self.request.show_words("request", "", workshop.draft("request"), busy=busy)

    def _keep(self, key: str, words: str) -> None:
        dilemma, _, number = key.removeprefix("goal.").rpartition(".")
        self.kept.emit(dilemma, int(number), words)

    def _show_requests(self, requests: tuple[str, ...]) -> None:
        if requests == self._asked:
            return
        self._asked = requests
        self.request.drop()
        while item := self._requests.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words in requests:
            self._requests.addWidget(typed(f"• {words}", "text"))

    def _make(self, count: int) -> None:
        if count == len(self._rows):
            return
        while item := self._list.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        for index in range(count):
            line = GoalRow(self._desk, index)
            line.fitted.connect(lambda fit, index=index: self.fitted.emit(index, fit))
            line.shown.connect(lambda index=index: self.shown.emit(index))
            line.typed.connect(self.typed)
            line.kept.connect(self._keep)
            self._rows.append(line)
            self._list.addWidget(line)
