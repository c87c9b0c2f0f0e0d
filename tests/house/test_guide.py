"""The questions of the guide are fit to be read out across a table: one thought, a few plain words, each its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from gogrow.content.card_checks import LEAST_READABLE, readability, sentences, unfit, words
from tests.house.sources import copied
from tests.sample import deck

LANGUAGES = ("nl", "en")
LONGEST, MOST_WORDS = 75, 15


def asked(language: str) -> Iterator[tuple[str, str]]:
    """All questions with what they are for."""
    for topic, questions in deck().guide.items():
        for question in questions[language]:
            yield topic, question


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_short_and_asks(language: str) -> None:
    for topic, question in asked(language):
        assert len(question) <= LONGEST, f"{topic}: {len(question)} characters: {question}"
        assert len(words(question)) <= MOST_WORDS, f"{topic}: {question}"
        assert len(sentences(question)) <= 2, f"{topic}: {question}"
        assert question.endswith("?"), f"{topic}: {question}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_has_no_word_that_only_course_leaders_use(language: str) -> None:
    found = {question: unfit(question, language) for _, question in asked(language)}
    assert {question: words for question, words in found.items() if words} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_stands_twice_or_on_a_card_too(language: str) -> None:
    seen = Counter(question.casefold() for _, question in asked(language))
    seen.update(card.question.casefold() for card in deck().cards[language])
    seen.update(q.casefold() for key in deck().prompts.values() for q in key[language])
    board = deck().board
    assert board is not None
    seen.update(field.question[language].casefold() for field in board.fields)
    assert [question for question, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_reads_easily_and_nothing_in_it_is_copied(language: str) -> None:
    for topic in deck().guide:
        read_out = " ".join(question for where, question in asked(language) if where == topic)
        assert readability(read_out, language) >= LEAST_READABLE, topic
        assert not copied(read_out), topic


def test_a_question_that_is_not_fit_is_found() -> None:
    assert unfit("Wat is jouw leerdoel?", "nl")
    assert unfit("What is your passion?", "en")
