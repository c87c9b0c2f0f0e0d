"""A plan in words, for files that are no drawn paper: the same parts, in the same order, with the same privacy.

Nothing that another person placed or said is here, but for the sentence of a talk that both wanted on the sheet and
that the owner took over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gogrow.domain.workshop import DevelopmentPlan, PlanStep, StepState, Visibility, Workshop
from gogrow.sheets.check_in import day_or_words
from gogrow.sheets.plan_rest import how_words
from gogrow.texts import Texts


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it; '' where there is nothing yet."""

    heading: str
    text: str


def before_steps(plan: DevelopmentPlan, texts: Texts) -> tuple[Part, ...]:
    """What comes before the steps; qualities and motives only where they are typed, as on the sheet."""
    t = texts.t
    found = [Part(t("What I take with me"), plan.take_along)]
    for heading, text in ((t("I am good at"), plan.qualities), (t("I do it for"), plan.motives)):
        if text.strip():
            found.append(Part(heading, text))
    return (*found, Part(t("This is what I want"), plan.wish))


def after_steps(workshop: Workshop, plan: DevelopmentPlan, texts: Texts) -> tuple[Part, ...]:
    """What was agreed."""
    t = texts.t
    return (
        Part(t("We say together"), said_together(workshop, plan)),
        Part(t("For me"), plan.enables),
        Part(t("What can be better"), plan.improvement),
        Part(t("For our team"), plan.team),
    )


def private(plan: DevelopmentPlan, texts: Texts) -> tuple[Part, ...]:
    """What is on the page for the owner only."""
    t = texts.t
    return (
        Part(t("Plan A: in my work now"), plan.plan_a),
        Part(t("Plan B: other work here"), plan.plan_b),
        Part(t("Plan C: work elsewhere"), plan.plan_c),
    )


def said_together(workshop: Workshop, plan: DevelopmentPlan) -> str:
    """*Also on our plan sheets*: what two want on both, for who takes it over."""
    lines = (
        " ".join(part.strip() for part in (talk.sentence, talk.agreement) if part.strip())
        for talk in workshop.talks
        if talk.id in plan.taken and talk.visibility is Visibility.PLAN and plan.id in (talk.owner, talk.other)
    )
    return "\n".join(line for line in lines if line)


def step_columns(texts: Texts) -> tuple[str, ...]:
    """What `step_cells` has, in words."""
    t = texts.t
    return (
        t("What will I do?"),
        t("Why?"),
        t("How?"),
        t("Who helps?"),
        t("What the organisation makes possible"),
        t("By when?"),
        t("How do we see that it worked?"),
        t("How is it going?"),
    )


def step_cells(step: PlanStep, texts: Texts) -> tuple[str, ...]:
    """A step, in the order of `step_columns`."""
    return (
        step.what,
        step.why,
        how_words(texts)[step.how] if step.how else "",
        step.helper,
        step.enables,
        day_or_words(step.by, texts),
        step.sign,
        state_words(texts)[step.state],
    )


def state_words(texts: Texts) -> Mapping[StepState, str]:
    """How it goes with a step; one that nobody has begun says nothing."""
    t = texts.t
    return {
        StepState.OPEN: "",
        StepState.BUSY: t("going on"),
        StepState.DONE: t("done"),
        StepState.LET_GO: t("let go"),
    }


def clean(text: str) -> str:
    """A text that XML can hold: without what is no character there, as half ones and the bell."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
