"""What is said of a card while it is written: where it should be said, and not just beside that."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from gogrow.content.card_checks import LETTERS, Others, Remark, remarks, unfit
from gogrow.content.library import CardEntry, Library
from gogrow.content.own_decks import read_library
from gogrow.content.plain_words import JARGON, PRIVATE, rules
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind, DilemmaCard
from gogrow.texts import LANGUAGES, Texts

CARD = AssignmentCard("one", "nl", "know", "tell", "two", 4, "note", "Wat kun jij goed?")
DILEMMA = DilemmaCard(
    *("one", "nl", "technology", ("all",), "bulb", "De kast", "De kast staat in de weg."),
    *("Ik zet de kast opzij.", "Dan kan ik door.", "Ik laat de kast staan.", "Die staat daar goed."),
)


@cache
def library() -> Library:
    return read_library()


def said(card: AnyCard, field: str = "") -> list[str]:
    return [one.code for one in remarks(card) if field in ("", one.field)]


def test_a_good_card_gets_no_remark() -> None:
    assert said(CARD) == []
    assert said(DILEMMA) == []


def test_the_cards_that_ship_get_no_remark_at_all() -> None:
    others = [Others(library().entries)]
    found = [
        (entry.ref, language, one.field, one.code)
        for entry in library().entries
        for language, card in entry.words.items()
        for one in remarks(card, others, entry.ref)
    ]
    assert found == []
    assert len(library().entries) > 150


TOO_MUCH = "Ik wil dat ook " * 40
TWELVE = "Ik kijk nu of dat wat jij mij gaf ook goed is. "
LONG_WORD, SHORTER_WORD = "vergaderzaalsleutels", "vergaderzaalsleutel"

CASES: tuple[tuple[str, str, AnyCard, AnyCard], ...] = (
    ("question", "empty", replace(CARD, question=""), replace(CARD, question="Wat?")),
    ("question", "too_long", replace(CARD, question=TOO_MUCH), replace(CARD, question=TOO_MUCH[: LETTERS - 1])),
    ("question", "strange", replace(CARD, question="Wat\u2028kun jij?"), replace(CARD, question="Wat\nkun jij?")),
    ("question", "long", replace(CARD, question="a" * 91), replace(CARD, question="a" * 90)),
    ("before", "long", replace(CARD, before="a" * 81), replace(CARD, before="a" * 80)),
    ("question", "words", replace(CARD, before="nu. " * 27), replace(CARD, before="nu. " * 26)),
    ("before", "sentence", replace(CARD, before="of nu" * 9 + " ja" * 18), replace(CARD, before="nu " * 18)),
    ("question", "average", replace(CARD, question="nu " * 13), replace(CARD, question="nu " * 12)),
    ("question", "long_word", replace(CARD, question=LONG_WORD + "s?"), replace(CARD, question=SHORTER_WORD + "?")),
    (
        *("question", "hard"),
        replace(CARD, question="Hoe realiseer jij morgen administratieve verantwoordelijkheid?"),
        replace(CARD, question="Hoe doe jij morgen wat jij vandaag hebt beloofd?"),
    ),
    ("a", "empty", replace(DILEMMA, a=""), DILEMMA),
    ("b_reason", "empty", replace(DILEMMA, b_reason=""), DILEMMA),
    ("b_reason", "one_reason", replace(DILEMMA, b_reason=""), replace(DILEMMA, a_reason="", b_reason="")),
    ("a", "long", replace(DILEMMA, a="a" * 45), replace(DILEMMA, a="a" * 44)),
    (
        *("a", "unequal"),
        replace(DILEMMA, a="Ik zet de kast opzij, want dat moet nu wel."),
        replace(DILEMMA, a="Ik zet die opzij."),
    ),
    ("b", "unequal", replace(DILEMMA, a="Ja.", a_reason="Want de kast staat in de weg."), DILEMMA),
    ("hint", "jargon", replace(CARD, hint="Vraag om feedback."), replace(CARD, hint="Vraag wat je ziet.")),
    ("before", "gender", replace(CARD, before="Vraag het haar."), replace(CARD, before="Vraag het Haarlem.")),
    ("before", "gender_word", replace(CARD, before="Zijzelf kan dat."), replace(CARD, before="Wie kan dat?")),
    ("before", "private", replace(CARD, before="Jij was ziek."), replace(CARD, before="Jij was weg.")),
    ("situation", "private", replace(DILEMMA, situation="Jij bent ziek."), replace(DILEMMA, sensitive="health")),
    ("fact", "fact_missing", replace(DILEMMA, source="001"), replace(DILEMMA, source="001", fact="De kast is oud.")),
    ("deepen", "deepen_many", replace(DILEMMA, deepen=("Wie?",) * 7), replace(DILEMMA, deepen=("Wie?",) * 6)),
    ("deepen", "long", replace(DILEMMA, deepen=("Wie?", "a" * 81)), replace(DILEMMA, deepen=("a" * 80, "a" * 80))),
)  # fmt: skip


NAMES = [f"{field}-{code}" for field, code, *_ in CASES]


@pytest.mark.parametrize(("field", "code", "wrong", "right"), CASES, ids=NAMES)
def test_a_remark_comes_where_it_should_and_not_just_beside_it(
    field: str, code: str, wrong: AnyCard, right: AnyCard
) -> None:
    assert code in said(wrong, field)
    assert code not in said(right, field)


def test_only_what_no_deck_takes_is_a_fault() -> None:
    faults = {code for _, code, card, _ in CASES for one in remarks(card) if one.fault and one.code == code}
    assert faults == {"empty", "too_long", "strange", "fact_missing", "deepen_many"}
    advice = {code for _, code, card, _ in CASES for one in remarks(card) if not one.fault and one.code == code}
    assert not faults & advice


def test_a_card_that_is_nearly_another_is_told_and_its_own_version_is_not() -> None:
    others = [Others(library().entries)]
    entry = library().entry("go-grow/know-01")
    assert entry is not None
    copy = replace(entry.words["nl"], id="mine")
    assert isinstance(copy, AssignmentCard)
    (remark,) = [one for one in remarks(copy, others) if one.code == "double"]
    assert remark.values == {"card": copy.question, "deck": "go-grow"}
    assert "double" not in [one.code for one in remarks(replace(copy, origin="go-grow/know-01"), others)]
    assert "double" not in [one.code for one in remarks(copy, others, "go-grow/know-01")]
    other = replace(copy, before="De sleutel van de kast is weg.", after="Wie heeft die het laatst gezien?")
    assert "double" not in [one.code for one in remarks(other, others)]


def test_two_own_versions_of_one_card_are_not_each_others_doubles() -> None:
    entry = library().entry("koerskaart/longer-03")
    assert entry is not None
    words = {language: replace(card, origin=entry.ref) for language, card in entry.words.items()}
    others = Others([CardEntry("mine", "a", CardKind.DILEMMA, words, own=True)])
    assert others.near(words["nl"]) is None
    assert others.near(replace(words["nl"], origin="")) is not None


def test_a_saying_counts_once_and_has_its_own_advice() -> None:
    (found,) = unfit("Praat over Duurzame inzetbaarheid.", "nl")
    assert found[0] == "Duurzame inzetbaarheid"
    assert found[1].instead == "tot later goed kunnen werken"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_a_reason_and_jargon_has_something_better(language: str) -> None:
    assert all(rule.instead for rule in rules(language) if rule.why == JARGON)
    assert any(rule.why == PRIVATE for rule in rules(language))
    assert len({rule.word for rule in rules(language)}) == len(rules(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_is_a_sentence(language: str) -> None:
    texts = Texts(language)
    double = Remark("question", "double", {"card": "<b>{x}", "deck": "mine"})
    for remark in [one for _, _, wrong, _ in CASES for one in remarks(wrong)] + [double]:
        told = remark.message(texts)
        assert told[-1] in ".?", told
        assert len(told) < 130, told
