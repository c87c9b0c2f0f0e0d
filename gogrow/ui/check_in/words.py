"""What is said about then and now in the windows: how a step went, and why something is not shown."""

from __future__ import annotations

from collections.abc import Mapping

from gogrow.domain.rules.follow_up import ENOUGH_EACH, Missing
from gogrow.domain.workshop import StepState
from gogrow.texts import Texts, mark
from gogrow.ui.plan.words import state_words

MISSING: Mapping[Missing, tuple[str, str]] = {
    Missing.NO_EARLIER: (
        mark("There is nothing to compare with"),
        mark("This workshop follows no earlier one, or that one is no longer in the list. Go on to the next step."),
    ),
    Missing.OTHER_BOARD: (
        mark("Then it was another board"),
        mark("Places on two kinds of board cannot be compared. Talk about what has changed, or go on."),
    ),
    Missing.NONE_THEN: (
        mark("There is no picture of then"),
        mark("No place was shown last time, or it was hidden again or tidied up. Talk about it, or go on."),
    ),
    Missing.FEW_THEN: (
        mark("Not on the beamer"),
        mark("Then the group saw fewer than {limit} places. Beside the board of now, people could be recognised."),
    ),
    Missing.NOT_YET: (
        mark("First now, then then"),
        mark("Go back one step and show where everyone stands now. After that you can show then beside it."),
    ),
    Missing.FEW_NOW: (
        mark("Not on the beamer"),
        mark("Now the group sees fewer than {limit} places. Beside the board of then, people could be recognised."),
    ),
}
"""Why the boards of then and now are not shown beside each other: a title, and what to do."""


def state_button(state: StepState, texts: Texts) -> str:
    """How it goes with a step, as the words of a button."""
    words = state_words(state, texts)
    return words[:1].upper() + words[1:]


def missing_words(missing: Missing, texts: Texts) -> tuple[str, str]:
    """Title and sentence."""
    title, words = MISSING[missing]
    return texts.t(title), texts.t(words, limit=ENOUGH_EACH)
