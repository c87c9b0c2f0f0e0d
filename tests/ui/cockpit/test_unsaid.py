"""A choice not to record holds for everything: also for what was undone, and for whoever left the room meanwhile."""

from __future__ import annotations

from functools import partial

import pytest

from gogrow.domain.people import Presence
from gogrow.domain.rules import people
from tests.ui.cockpit.conftest import Cockpit
from tests.ui.cockpit.test_gap import NOT, SENTENCE, THEME, US, answer, drafted, gap, other, pair, sentence, write

__all__ = ["gap"]


@pytest.mark.parametrize("choice", [NOT, THEME])
def test_what_was_undone_goes_too(gap: Cockpit, choice: str) -> None:
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    gap.click("keep")
    assert SENTENCE.encode() in gap.bytes()
    gap.live.undo()
    gap.settle()
    assert gap.workshop.talks == ()
    gap.click(choice)
    assert SENTENCE.encode() not in gap.bytes()
    assert gap.live.redo_name is None


def test_somebody_leaves_in_the_middle_of_a_sentence(gap: Cockpit) -> None:
    """Two who are no pair any more keep no words on the screen; whoever comes back finds the draft again."""
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    drafted(gap, SENTENCE)
    gap.do(people.set_presence, gap.person("Samira"), Presence.LATER)
    assert sentence(gap).toPlainText() == ""
    pair(gap, "Linh")
    assert sentence(gap).toPlainText() == ""
    gap.do(people.set_presence, gap.person("Samira"), Presence.HERE)
    pair(gap)
    assert (other(gap), sentence(gap).toPlainText()) == ("Johan", SENTENCE)
    answer("Wis")
    gap.click(NOT)
    assert SENTENCE.encode() not in gap.bytes()


def test_somebody_is_removed_in_the_middle_of_a_sentence(gap: Cockpit) -> None:
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    drafted(gap, SENTENCE)
    write(gap, sentence(gap), "!")  # still on its way to the file
    gap.do(partial(people.remove, ids=[gap.person("Samira")]))
    gap.live.flush()
    gap.settle()
    assert gap.workshop.drafts == ()
    assert SENTENCE.encode() not in gap.bytes()
