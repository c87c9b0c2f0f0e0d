"""What the parts of a plan are called on the screen, and the pictures beside them."""

from __future__ import annotations

from collections.abc import Mapping

from gogrow.domain.workshop import How, StepState
from gogrow.texts import Texts, mark

HOW = (
    (How.DOING, "hammer", mark("by doing"), mark("doing it")),
    (How.COLLEAGUE, "users", mark("from a colleague"), mark("colleague")),
    (How.COURSE, "school", mark("by a course"), mark("course")),
)
"""How a step is learned: its picture, its words, and those in brief on a button."""

STATES = (
    (StepState.OPEN, "circle", mark("to do")),
    (StepState.BUSY, "circle-dot", mark("going on")),
    (StepState.DONE, "circle-check", mark("done")),
    (StepState.LET_GO, "feather", mark("let go")),
)

TITLES: Mapping[str, str] = {
    "take_along": mark("What I take with me"),
    "qualities": mark("I am good at"),
    "motives": mark("I do it for"),
    "wish": mark("This is what I want"),
    "enables": mark("What the organisation makes possible"),
    "improvement": mark("What can be better"),
    "team": mark("For our team"),
    "plan_a": mark("Plan A: in my work now"),
    "plan_b": mark("Plan B: other work here"),
    "plan_c": mark("Plan C: work elsewhere"),
}
"""The text fields of a plan, by their names in `DevelopmentPlan`."""

STEP_TITLES: Mapping[str, str] = {
    "what": mark("What will I do?"),
    "why": mark("Why?"),
    "helper": mark("Who helps?"),
    "enables": mark("What does the organisation make possible?"),
    "by": mark("By when?"),
    "sign": mark("How do we see that it worked?"),
}
"""The text fields of a step, by their names in `PlanStep`."""


def how_words(how: How, texts: Texts) -> str:
    """How a step is learned, in words."""
    return next(texts.t(words) for one, _, words, _ in HOW if one is how)


def state_words(state: StepState, texts: Texts) -> str:
    """How it goes with a step, in words."""
    return next(texts.t(words) for one, _, words in STATES if one is state)
