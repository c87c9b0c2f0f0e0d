"""Every reason why then and now are not shown has words, and tells what to do."""

from __future__ import annotations

import pytest

from gogrow.domain.rules.follow_up import Missing
from gogrow.domain.workshop import StepState
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui.check_in.words import missing_words, state_button


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_title_and_a_sentence(language: str) -> None:
    for missing in Missing:
        title, words = missing_words(missing, Texts(language))
        assert title
        assert words.endswith(".")
        assert "{" not in title + words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_states_are_told_apart(language: str) -> None:
    words = [state_button(state, Texts(language)) for state in StepState]
    assert len(set(words)) == 4
    assert all(word[0].isupper() for word in words)
