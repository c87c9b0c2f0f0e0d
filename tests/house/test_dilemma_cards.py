"""The dilemmas and questions of the Koerskaart keep the promises that make them fit for a room.

A dilemma is heard once by somebody who may hate reading, with a manager in the room. Both poles weigh the same, no word
needs explaining, nobody is asked about health, and nothing is copied from the sources. Readability is Flesch-Douma for
Dutch and Flesch for English, as the program itself says it of cards that a user writes.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml

from gogrow import paths
from gogrow.content.card_checks import (
    LEAST_READABLE,
    LIMITS,
    LONGEST_AVERAGE,
    MOST_WORDS,
    MOST_WORDS_DILEMMA,
    NEAR,
    POLE_RATIO,
    POLE_WORDS,
    pole,
    readability,
    sentences,
    shown,
    unfit,
    words,
)
from gogrow.content.decks import read_deck
from gogrow.domain.deck import AssignmentCard, Deck, DilemmaCard
from tests.house.sources import copied
from tests.house.test_cards import LANGUAGES

THEMES = ("technology", "longer", "healthy", "steering")
SECTORS = ("office", "production", "care", "education", "technique")
READABLE_ON_AVERAGE = 75.0
PAY = ("salaris", "salary", "bonus")
"""Words that only a card may use that says itself how sensitive it is."""


@cache
def deck() -> Deck:
    return read_deck(paths.decks() / "koerskaart")


def dilemmas(language: str) -> tuple[DilemmaCard, ...]:
    return deck().dilemmas[language]


def questions(language: str) -> tuple[AssignmentCard, ...]:
    return deck().questions[language]


def assignments(language: str) -> tuple[AssignmentCard, ...]:
    return read_deck(paths.decks() / "go-grow").cards[language]


def all_texts(card: DilemmaCard | AssignmentCard) -> str:
    if isinstance(card, AssignmentCard):
        return f"{shown(card)} {card.hint}"
    return " ".join((shown(card), card.fact, *card.deepen, card.hint))


def cards(language: str) -> tuple[DilemmaCard | AssignmentCard, ...]:
    return (*dilemmas(language), *questions(language))


def test_there_is_enough_of_everything() -> None:
    themes = Counter(card.theme for card in dilemmas("nl"))
    assert set(themes) == set(THEMES)
    assert min(themes.values()) >= 16, themes
    sectors = Counter(sector for card in dilemmas("nl") for sector in card.sectors)
    assert all(sectors[sector] >= 6 for sector in SECTORS), sectors
    assert len(questions("nl")) >= 24
    assert min(Counter(card.kind for card in questions("nl")).values()) >= 12
    assert sum(bool(card.fact) for card in dilemmas("nl")) >= 10


def test_both_languages_hold_the_same_cards() -> None:
    """The reader sees to it that they differ in nothing but words; here, that they do differ in those."""
    for dutch, english in zip(dilemmas("nl"), dilemmas("en"), strict=True):
        assert (dutch.id, dutch.source, dutch.sensitive) == (english.id, english.source, english.sensitive)
        assert len(dutch.deepen) == len(english.deepen), dutch.id
        for name in ("situation", "a", "b", "hint"):
            assert getattr(dutch, name) != getattr(english, name), f"{dutch.id}: {name} is not translated"


def test_no_two_cards_share_an_icon() -> None:
    seen = Counter(card.icon for card in cards("nl"))
    assert [name for name, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_plain_and_tidy(language: str) -> None:
    text = (paths.decks() / "koerskaart" / f"cards.{language}.yaml").read_text(encoding="utf-8")
    assert "\t" not in text
    root: Any = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  (strings only)
    for kind in ("dilemmas", "questions"):
        for card in root[kind]:
            for name, value in card.items():
                for part in value if isinstance(value, list) else [value]:
                    assert part == " ".join(part.split()), f"{card['id']}: {name} has odd spaces"
                    assert unicodedata.is_normalized("NFC", part), f"{card['id']}: {name} has loose accents"
                    assert not set(part) & set("<>&*_"), f"{card['id']}: {name} is plain text, no markup"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_is_short_enough_for_the_back_row(language: str) -> None:
    for card in dilemmas(language):
        assert len(words(shown(card))) <= MOST_WORDS_DILEMMA, card.id
        assert len(words(card.title)) <= 4, card.id
        assert max(len(card.a), len(card.b)) <= LIMITS["a"], card.id
    for question in questions(language):
        assert len(words(shown(question))) <= MOST_WORDS, question.id
        assert len(sentences(question.question)) == 1, question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_and_words_are_plain(language: str) -> None:
    scores = []
    for card in (*cards(language), *assignments(language)):
        parts = sentences(shown(card))
        average = sum(len(words(part)) for part in parts) / len(parts)
        assert average <= LONGEST_AVERAGE, f"{card.id}: {average:.1f} words a sentence"
        score = readability(shown(card), language)
        assert score >= LEAST_READABLE, f"{card.id}: {score:.0f}"
        scores.append(score)
    assert sum(scores) / len(scores) >= READABLE_ON_AVERAGE


def test_readability_knows_plain_from_learned() -> None:
    assert readability("Ik leer het zelf. Dat gaat goed.", "nl") > 90
    assert readability("Duurzame inzetbaarheid faciliteert competentieontwikkeling.", "nl") < 0
    assert readability("I learn it myself. That works.", "en") > 80
    assert readability("Sustainable employability facilitates development.", "en") < 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poles_weigh_the_same(language: str) -> None:
    for card in dilemmas(language):
        a, b = pole(card, "a"), pole(card, "b")
        assert abs(len(words(a)) - len(words(b))) <= POLE_WORDS, f"{card.id}: {len(words(a))} and {len(words(b))} words"
        assert max(len(a), len(b)) / min(len(a), len(b)) <= POLE_RATIO, card.id
        assert abs(len(words(card.a)) - len(words(card.b))) <= POLE_WORDS, card.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_does_not_belong_on_a_card(language: str) -> None:
    for card in cards(language):
        pay = PAY if isinstance(card, DilemmaCard) and card.sensitive else ()
        found = [word for word, rule in unfit(all_texts(card), language) if rule.word not in pay]
        assert found == [], f"{card.id}: {found}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_doubles_and_no_near_doubles(language: str) -> None:
    for kind in (dilemmas(language), questions(language), assignments(language)):
        seen = Counter(shown(card).casefold() for card in kind)
        assert [text for text, times in seen.items() if times > 1] == []
        sets = {card.id: {word for word in words(shown(card).casefold()) if len(word) > 3} for card in kind}
        for (one, first), (other, second) in itertools.combinations(sets.items(), 2):
            assert len(first & second) <= NEAR * len(first | second), f"{one} and {other}: {first & second}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_follows_the_talk_is_asked_and_a_hint_is_one_sentence(language: str) -> None:
    for card in dilemmas(language):
        assert 2 <= len(card.deepen) <= 4, card.id
        for question in card.deepen:
            assert question.endswith("?"), f"{card.id}: {question}"
    for one in cards(language):
        assert re.fullmatch(r"[^.?!]+[.?!]", one.hint), f"{one.id}: {one.hint}"


def test_nothing_is_copied_from_a_source() -> None:
    for name in ("koerskaart", "go-grow"):
        for file in sorted((paths.decks() / name).glob("*.yaml")):
            root = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (strings only)
            for text in _texts(root):
                assert copied(text) == [], f"{file.name}: {text}"


def test_what_is_copied_is_found() -> None:
    """A sentence of ours that was put among the marks on purpose is found again."""
    assert copied("medewerkers vinden het nogal eens lastig of eng om na te denken") != []


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [text for part in parts for text in _texts(part)]
