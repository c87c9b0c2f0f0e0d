"""What the cards 1 to 5 mean, in words: one list for screen and paper.

In a dilemma they are five steps from A to B; in the closing poll, and on the plan sheet, five wishes for a next step.
Source of there being such a poll: after a Koerskaart session 80 % of the participants wanted a next step (003).
"""

from __future__ import annotations

from dataclasses import dataclass

from gogrow.texts import Texts


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish; its number in the poll is its place, from 1."""

    icon: str
    words: str


def wishes(texts: Texts) -> tuple[Wish, ...]:
    """All five, in the order of the cards 1 to 5; the last is *nothing now*, which is a choice too."""
    t = texts.t
    return (
        Wish("messages", t("a talk")),
        Wish("school", t("a course")),
        Wish("eye", t("looking along")),
        Wish("user-heart", t("a coach")),
        Wish("circle-off", t("nothing now")),
    )


def step_words(texts: Texts) -> tuple[str, ...]:
    """The five steps from A to B."""
    t = texts.t
    return t("fully A"), t("rather A"), t("both"), t("rather B"), t("fully B")
