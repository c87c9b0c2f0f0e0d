"""What of a plan does not fit on the front of its sheet, whole, each with its label: it goes overleaf.

The front is for handwriting too, and stays airy. Typed qualities and motives, why a step is there, how one will see
that it worked and what the organisation makes possible for it stand overleaf, and so do steps that have no row.
"""

from __future__ import annotations

from collections.abc import Sequence

from gogrow.domain.workshop import DevelopmentPlan, How, PlanStep, StepState
from gogrow.sheets.check_in import day_or_words
from gogrow.sheets.entries import Cell, Entry
from gogrow.texts import Texts

STEPS = 3
"""Rows for steps on the front."""

Rest = tuple[str, str]
"""Label and text."""

Numbered = tuple[int, PlanStep]


def front_steps(plan: DevelopmentPlan) -> tuple[Numbered, ...]:
    """The steps that stand on the front, with their numbers in the plan. What somebody let go of gives way, and where
    there are more steps than rows, what is done does.
    """
    steps = [step for step in enumerate(plan.steps, start=1) if step[1].state is not StepState.LET_GO]
    if len(steps) > STEPS:
        to_do = [step for step in steps if step[1].state is not StepState.DONE]
        done = [step for step in steps if step[1].state is StepState.DONE]
        steps = sorted([*to_do, *done][:STEPS], key=lambda step: step[0])
    return tuple(steps[:STEPS])


def overflow(plan: DevelopmentPlan, written: Sequence[Entry | Cell], texts: Texts) -> list[Rest]:
    """All that goes overleaf of a plan whose front has ``written`` on it: what was cut there first."""
    t = texts.t
    found: list[Rest] = [(entry.label, entry.text) for entry in written if entry.cut]
    found += [(t("I am good at"), plan.qualities), (t("I do it for"), plan.motives)]
    shown = {number for number, _ in front_steps(plan)}
    for number, step in enumerate(plan.steps, start=1):
        found.append(_step(number, step, number not in shown, texts))
    return [(label, text) for label, text in found if text.strip()]


def how_words(texts: Texts) -> dict[How, str]:
    """The three ways to learn, as on the front."""
    t = texts.t
    return {How.DOING: t("doing"), How.COLLEAGUE: t("from a colleague"), How.COURSE: t("course")}


def _step(number: int, step: PlanStep, whole: bool, texts: Texts) -> Rest:
    """A step: what of it has no place on the front, or the ``whole`` of it."""
    t = texts.t
    label, lines = t("Step {number}", number=number), []
    if whole:
        parts = [step.what, how_words(texts)[step.how] if step.how else "", step.helper]
        parts.append(day_or_words(step.by, texts))
        lines.append(" · ".join(part.strip() for part in parts if part.strip()))
        said = {StepState.DONE: t("done"), StepState.LET_GO: t("let go"), StepState.BUSY: t("going on")}
        state = said.get(step.state, "")
        label = f"{label} ({state})" if state else label
    for asked, text in (
        (t("Why?"), step.why),
        (t("What the organisation makes possible"), step.enables),
        (t("How do we see that it worked?"), step.sign),
    ):
        if text.strip():
            lines.append(f"{asked}{'' if asked.endswith('?') else ':'} {text.strip()}")
    return label, "\n".join(line for line in lines if line)
