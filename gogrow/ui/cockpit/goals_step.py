"""Held against the goals of the organisation: for each goal what helps, rubs or stands apart; and what is asked.

Without goals one question is left: what should the organisation want?
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.dilemmas import Fit, GoalView, PlayedDilemma
from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.sheets.wishes import FIT_SIGNS, fit_words
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.cockpit.preview import SmallPreview
from gogrow.ui.cockpit.requests import RequestsPanel
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import Notes, panel, row
from gogrow.ui.prepare.fields import DraftLine


class FitRow(QWidget):
    """One dilemma beside one goal: three answers, a second click takes one back, and a sentence when there is one."""

    chosen = Signal(object)  # Fit | None
    half = Signal(str)
    sentence = Signal(str)

    def __init__(self, desk: Desk, spoken: str) -> None:
        super().__init__()
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(6)
        self._title = Elided("", "strong")
        self._said = Elided("", "muted")
        column.addWidget(self._title)
        column.addWidget(self._said)
        line = row(spacing=6)
        self._pills: dict[Fit, CheckPill] = {}
        for fit, word in fit_words(desk.texts).items():
            pill = CheckPill(desk, word, FIT_SIGNS[fit])
            pill.setAccessibleName(f"{word}: {spoken}")
            pill.clicked.connect(lambda on, fit=fit: self.chosen.emit(fit if on else None))
            self._pills[fit] = pill
            line.addWidget(pill)
        column.addLayout(line)
        self.line = DraftLine(t("Why: {what}", what=spoken), t("Why? One sentence, if you like"))
        self.line.half.connect(self.half)
        self.line.left.connect(self.sentence)
        column.addWidget(self.line)

    def show_view(self, dilemma: PlayedDilemma, view: GoalView | None, draft: str) -> None:
        """Show what was said of this dilemma."""
        self._title.setText(dilemma.card.title)
        self._said.setText(dilemma.sentence)
        self._said.setVisible(bool(dilemma.sentence))
        for fit, pill in self._pills.items():
            pill.setChecked(view is not None and view.fit is fit)
        self.line.setVisible(view is not None)
        self.line.show_text(view.sentence if view is not None else "", draft)


class GoalPanel(QFrame):
    """All dilemmas beside one goal."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        frame, column = panel((18, 14, 12, 14), 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._caption = label("", "label")
        self._goal = label("", "question", wrap=True)
        column.addWidget(self._caption)
        column.addWidget(self._goal)
        none = desk.texts.t("No dilemma was played yet. Play one first, then come back.")
        self._none = label(none, "note", wrap=True)
        column.addWidget(self._none)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        self._rows: dict[str, FitRow] = {}
        self._shown: object = None
        self._number = 0

    def show_goal(self, live: LiveWorkshop, workshop: Workshop, number: int) -> None:
        """Show the goal with this number, from 0."""
        self._live, self._number = live, number
        goals, t = workshop.details.goals, self._desk.texts.t
        self._caption.setText(t("Goal {number} of {count}", number=number + 1, count=len(goals)))
        self._goal.setText(goals[number])
        self._none.setVisible(not workshop.dilemmas)
        key = (workshop.id, number, tuple(d.id for d in workshop.dilemmas))
        if key != self._shown:
            self._shown = key
            self._fill(workshop)
        views = {g.id: g for g in workshop.goal_views}
        for dilemma in workshop.dilemmas:
            id = f"{dilemma.id}.{number}"
            self._rows[dilemma.id].show_view(dilemma, views.get(id), workshop.draft(f"goal.{id}"))

    def _fill(self, workshop: Workshop) -> None:
        inside = QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        self._rows = {}
        for index, dilemma in enumerate(workshop.dilemmas):
            if index:
                rule = QFrame()
                rule.setProperty("rule", True)
                column.addWidget(rule)
            made = FitRow(self._desk, dilemma.card.title)
            made.chosen.connect(lambda fit, id=dilemma.id: self._choose(id, fit))
            made.sentence.connect(lambda text, id=dilemma.id: self._say(id, text))
            made.half.connect(lambda text, id=dilemma.id: self._half(id, text))
            self._rows[dilemma.id] = made
            column.addWidget(made)
        column.addStretch(1)
        self._area.setWidget(inside)

    def _choose(self, dilemma: str, fit: Fit | None) -> None:
        if self._live is not None:
            self._live.do(dilemmas.hold_against, dilemma, self._number, fit)

    def _say(self, dilemma: str, text: str) -> None:
        if self._live is None:
            return
        id = f"{dilemma}.{self._number}"
        view = next((g for g in self._live.workshop.goal_views if g.id == id), None)
        if view is not None:
            self._live.forget_draft(f"goal.{id}")
            self._live.do(dilemmas.hold_against, dilemma, self._number, view.fit, text)

    def _half(self, dilemma: str, text: str) -> None:
        if self._live is not None:
            self._live.draft(f"goal.{dilemma}.{self._number}", text)


class GoalsStep(StepView):
    """The cockpit of the step with the goals. Nothing here is private: the room says it aloud."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._panel = GoalPanel(desk)
        self._notes = Notes(desk.theme, self.t("Notes: only for you"))
        self._large = RequestsPanel(desk, self.t("What should the organisation want?"))
        self._middle = QStackedWidget()
        self._middle.addWidget(self._panel)
        self._middle.addWidget(self._large)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._middle, 1)
        column.addWidget(self._notes)
        self._notes.setFixedHeight(132)
        self.middle = whole
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        frame, self._list = panel((16, 14, 16, 14), 6)
        self._list.addWidget(label(self.t("The goals"), "section"))
        self._goals: list[CheckPill] = []
        self._shown: tuple[str, ...] | None = None
        self._no_goals = label(
            self.t("There are no goals yet. You fill them in under the details of the workshop."), "muted", wrap=True
        )
        self._list.addWidget(self._no_goals)
        self._requests = RequestsPanel(desk, self.t("What do we ask for?"))
        self._small = SmallPreview(desk)
        beside.addWidget(frame)
        beside.addWidget(self._requests, 1)
        beside.addWidget(self._small)
        self.right = side

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop has other requests."""
        super().attach(live)
        for part in (self._requests, self._large):
            part.attach(live)

    def show(self, workshop: Workshop) -> None:
        """Show the goal that the room sees."""
        step = workshop.step()
        if self.live is None or step is None:
            return
        goals, language = workshop.details.goals, self.desk.texts.language
        number = self._number(workshop)
        self._fill(goals)
        for index, pill in enumerate(self._goals):
            pill.setChecked(index == number)
        self._no_goals.setVisible(not goals)
        self._middle.setCurrentIndex(0 if goals else 1)
        self._requests.setVisible(bool(goals))
        if goals:
            self._panel.show_goal(self.live, workshop, number)
            self._requests.show_workshop(workshop)
        else:
            self._large.show_workshop(workshop)
        self._notes.show_notes(tuple(note[language] for note in step.notes))
        self._small.set_words(step.title[language], self.t("Words and signs, no names"))

    def primary(self, workshop: Workshop) -> Primary | None:
        """The next goal, after the last one on."""
        if self._number(workshop) + 1 < len(workshop.details.goals):
            return Primary(self.t("Next goal"))
        return None

    def act(self, workshop: Workshop) -> None:
        """To the next goal."""
        self.do(dilemmas.show_goal, self._number(workshop) + 1)

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """A number goes to that goal."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(workshop.details.goals):
            self.do(dilemmas.show_goal, number)
            return True
        return False

    @staticmethod
    def _number(workshop: Workshop) -> int:
        return min(workshop.stage.dilemma.goal, max(0, len(workshop.details.goals) - 1))

    def _fill(self, goals: tuple[str, ...]) -> None:
        if goals == self._shown:
            return
        self._shown = goals
        for old in self._goals:
            old.hide()
            old.deleteLater()
        self._goals = []
        for index, goal in enumerate(goals):
            pill = CheckPill(self.desk, f"{index + 1}  {goal}")
            pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pill.clicked.connect(lambda _=False, index=index: self.do(dilemmas.show_goal, index))
            self._goals.append(pill)
            self._list.addWidget(pill)
