"""The assignment cards of Go Grow keep the promises that make them fit for a room.

A card is read from the back row by somebody who may hate reading, in front of a manager: short, plain, about
a moment, without words that only a course leader uses, and without deciding what gender anybody has.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml

from gogrow import paths
from gogrow.content.card_checks import LONGEST_AVERAGE, MOST_WORDS, sentences, unfit, words

LANGUAGES = ("nl", "en")
FIELDS = ("know", "flow", "glow", "grow")
KINDS = ("tell", "ask", "do", "imagine", "look-back")
FITS = {"two": 20, "several": 12, "team": 10}
META = ("id", "field", "kind", "fits", "minutes", "icon")
SHOWN = ("before", "question", "after")


def _unique(pairs: list[tuple[str, str]]) -> dict[str, str]:
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key stands twice in one card: {keys}"
    return dict(pairs)


@cache
def cards(language: str) -> tuple[dict[str, str], ...]:
    """The cards as they stand in the file: strings only, so that Dutch "nee" and "ja" stay words."""
    text = (paths.decks() / "go-grow" / f"cards.{language}.yaml").read_text(encoding="utf-8")
    assert "\t" not in text
    root: Any = yaml.compose(text, Loader=yaml.BaseLoader)
    ((key, listed),) = root.value
    assert key.value == "cards"
    return tuple(_unique([(name.value, value.value) for name, value in card.value]) for card in listed.value)


def shown(card: dict[str, str]) -> str:
    """All that the beamer shows of a card."""
    return " ".join(card[name] for name in SHOWN if name in card)


def banned(text: str, language: str) -> list[str]:
    """The words of a text that do not belong on a card."""
    return [word for word, _ in unfit(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_has_what_a_card_needs_and_nothing_else(language: str) -> None:
    for card in cards(language):
        assert set(META) | {"question", "hint"} <= set(card) <= {*META, *SHOWN, "hint"}, card.get("id")
        for name, value in card.items():
            assert value, f"{card['id']}: {name} is empty"
            assert value == " ".join(value.split()), f"{card['id']}: {name} has odd spaces"
            assert unicodedata.is_normalized("NFC", value), f"{card['id']}: {name} has loose accents"
            assert not set(value) & set("<>&*_"), f"{card['id']}: {name} is plain text, no markup"


def test_both_languages_hold_the_same_cards() -> None:
    dutch, english = ([[card[name] for name in META] for card in cards(language)] for language in LANGUAGES)
    assert dutch == english


def test_ids_are_unique_and_carry_their_field() -> None:
    seen = Counter(card["id"] for card in cards("nl"))
    assert [name for name, times in seen.items() if times > 1] == []
    for card in cards("nl"):
        assert re.fullmatch(rf"{card['field']}-\d\d", card["id"]), card["id"]


def test_there_is_enough_of_everything() -> None:
    fields = Counter(card["field"] for card in cards("nl"))
    assert set(fields) == set(FIELDS)
    assert min(fields.values()) >= 20, fields
    kinds = Counter(card["kind"] for card in cards("nl"))
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 8, kinds
    fits = Counter(card["fits"] for card in cards("nl"))
    assert set(fits) == set(FITS)
    assert all(fits[name] >= least for name, least in FITS.items()), fits


def test_minutes_are_two_to_ten() -> None:
    for card in cards("nl"):
        assert re.fullmatch(r"[2-9]|10", card["minutes"]), f"{card['id']}: {card['minutes']} minutes"


def test_every_icon_is_there_and_no_two_cards_share_one() -> None:
    for card in cards("nl"):
        assert (paths.assets() / "icons" / f"{card['icon']}.svg").is_file(), f"{card['id']}: {card['icon']}"
    seen = Counter(card["icon"] for card in cards("nl"))
    assert [name for name, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_is_short_enough_for_the_back_row(language: str) -> None:
    for card in cards(language):
        count = len(words(shown(card)))
        assert count <= MOST_WORDS, f"{card['id']}: {count} words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    for card in cards(language):
        parts = [part for name in SHOWN if name in card for part in sentences(card[name])]
        average = sum(len(words(part)) for part in parts) / len(parts)
        assert average <= LONGEST_AVERAGE, f"{card['id']}: {average:.1f} words a sentence"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_one_thought(language: str) -> None:
    for card in cards(language):
        assert len(sentences(card["question"])) == 1, card["id"]
        assert card["question"][-1] in "?.…", card["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_is_one_sentence(language: str) -> None:
    for card in cards(language):
        assert re.fullmatch(r"[^.?!]+[.?!]", card["hint"]), f"{card['id']}: {card['hint']}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_or_text_stands_twice(language: str) -> None:
    for name in ("question", "before", "hint"):
        seen = Counter(card[name].casefold() for card in cards(language) if name in card)
        assert [text for text, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_does_not_belong_on_a_card(language: str) -> None:
    for card in cards(language):
        found = banned(f"{shown(card)} {card['hint']}", language)
        assert found == [], f"{card['id']}: {found}"


def test_banned_words_are_found() -> None:
    assert banned("Geef hem Feedback over inzetbaarheid.", "nl") == ["hem", "Feedback", "inzetbaarheid"]
    assert banned("Ask her about competences, not others.", "en") == ["her", "competences"]
