"""Which view the cockpit has for a moment of the session, and how its buttons treat the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from gogrow.domain.deck import ProgrammeStep, StepKind
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.cards_step import CardsStep
from gogrow.ui.cockpit.course_step import CourseStep
from gogrow.ui.cockpit.dilemma_step import DilemmaStep
from gogrow.ui.cockpit.gap_step import GapStep
from gogrow.ui.cockpit.goals_step import GoalsStep
from gogrow.ui.cockpit.look_back_step import LookBackStep
from gogrow.ui.cockpit.over_step import OverStep
from gogrow.ui.cockpit.plan_step import PlanStepView
from gogrow.ui.cockpit.poll_step import PollStep
from gogrow.ui.cockpit.reveal_step import RevealStep
from gogrow.ui.cockpit.round_step import RoundStep
from gogrow.ui.cockpit.step_view import StepView
from gogrow.ui.cockpit.then_now_step import ThenNowStep
from gogrow.ui.cockpit.words_step import WordsStep
from gogrow.ui.desk import Desk

_KINDS = {
    StepKind.REVEAL: "reveal",
    StepKind.GAP: "gap",
    StepKind.CARDS: "cards",
    StepKind.PLAN: "plan",
    StepKind.GOALS: "goals",
    StepKind.COURSE: "course",
    StepKind.POLL: "poll",
    StepKind.DILEMMA: "dilemma",
    StepKind.THEN_NOW: "then_now",
    StepKind.LOOK_BACK: "look_back",
}

_VIEWS: dict[str, type[StepView]] = {
    "round": RoundStep,
    "reveal": RevealStep,
    "gap": GapStep,
    "cards": CardsStep,
    "plan": PlanStepView,
    "goals": GoalsStep,
    "course": CourseStep,
    "poll": PollStep,
    "dilemma": DilemmaStep,
    "then_now": ThenNowStep,
    "look_back": LookBackStep,
    "words": WordsStep,
    "over": OverStep,
}


def view_name(workshop: Workshop, step: ProgrammeStep) -> str:
    """The name of the view for a step: a round without slips is shown in words, and so is what is over."""
    if workshop.stage.ended:
        return "over"
    if step.kind is StepKind.ROUND and step.rounds:
        return "round"
    return _KINDS.get(step.kind, "words")


def following(workshop: Workshop) -> ProgrammeStep | None:
    """The step after the one where the session is; None at the last."""
    ids = [step.id for step in workshop.run]
    place = ids.index(workshop.stage.step) + 1 if workshop.stage.step in ids else 0
    return workshop.run[place] if place < len(ids) else None


def make_view(name: str, desk: Desk) -> StepView:
    """A view by its name. Raises KeyError."""
    view = _VIEWS[name](desk)
    leave_keys(view.middle)
    leave_keys(view.right)
    return view


def leave_keys(part: QWidget) -> None:
    """A click on a button leaves the keys where they are: letters and the space bar belong to the slips."""
    for button in part.findChildren(QAbstractButton):
        if button.focusPolicy() is Qt.FocusPolicy.StrongFocus:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
