"""What the cards 1 to 5 mean, in words, and the signs beside goals: one list for screen and paper.

In a dilemma they are five steps from A to B; in the closing poll, and on the plan sheet, five wishes for a next step.
Source of there being such a poll: after a Koerskaart session 80 % of the participants wanted a next step (003).
"""

from __future__ import annotations

from dataclasses import dataclass

from gogrow.domain.dilemmas import Fit
from gogrow.texts import Texts


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish; its number in the poll is its place, from 1. ``short`` are its words where there is little room."""

    icon: str
    words: str
    short: str


def wishes(texts: Texts) -> tuple[Wish, ...]:
    """All five, in the order of the cards 1 to 5; the last is *nothing now*, which is a choice too."""
    t = texts.t
    offered = (
        ("messages", t("a talk"), ""),
        ("school", t("a course"), ""),
        ("eye", t("looking along for a day"), t("looking along")),
        ("compass", t("a coach"), ""),
        ("player-pause", t("nothing now"), ""),
    )
    return tuple(Wish(icon, words, short or words) for icon, words, short in offered)


def step_words(texts: Texts) -> tuple[str, ...]:
    """The five steps from A to B."""
    t = texts.t
    return t("fully A"), t("rather A"), t("both"), t("rather B"), t("fully B")


FIT_SIGNS: dict[str, str] = {Fit.HELPS: "arrow-up", Fit.RUBS: "bolt", Fit.APART: "minus"}
"""The sign of each way to relate to a goal; a word always goes along."""


def fit_words(texts: Texts) -> dict[Fit, str]:
    """How something relates to a goal, in words."""
    t = texts.t
    return {Fit.HELPS: t("Helps"), Fit.RUBS: t("Rubs"), Fit.APART: t("Stands apart")}
