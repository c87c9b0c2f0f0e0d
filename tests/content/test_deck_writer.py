"""Cards are written as a person would, and a change touches only the lines of its own card."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content import deck_writer
from gogrow.content.deck_writer import NotWritten, card_values, changed, found_values
from gogrow.content.library import Library
from gogrow.content.own_decks import read_library
from gogrow.content.yaml_source import parse_bytes
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind, DilemmaCard

CARD = AssignmentCard("mine-01", "nl", "know", "tell", "two", 4, "note", "Wat kun jij goed?", origin="go-grow/know-01")
DILEMMA = DilemmaCard(
    *("mine-02", "nl", "technology", ("production",), "note", "De heftruck", "Nu even niet: of toch?"),
    *("Ja.", "Dan kan ik weg.", "Nee.", "Dan gaat het goed."),
    deepen=("Wanneer koos je het andere?", "Wie ziet iets wat wij niet zien?"),
)
BY_HAND = """\
# Mijn deck, met de hand geschreven.

cards:
    # de eerste
    -   id: one
        field: know   # het vak
        kind: tell
        fits: two
        minutes: 4
        icon: note
        question: >
            Een lange vraag
            op twee regels?

    # de tweede
    -
        id: two
        field: flow
        kind: tell
        fits: two
        minutes: 4
        icon: note
        question: no
questions:
    - {id: three, moment: opening, minutes: 2, icon: note, question: Drie?}
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(Path("/nowhere"))


def lines_changed(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    told = list(difflib.ndiff(before.decode().splitlines(), after.decode().splitlines()))
    return [line[2:] for line in told if line[0] == "-"], [line[2:] for line in told if line[0] == "+"]


def test_a_new_file_reads_as_a_person_would_write_it() -> None:
    made = changed(None, CardKind.ASSIGNMENT, CARD.id, CARD, above="Nachtploeg: Nederlands.")
    assert made.decode() == (
        "# Nachtploeg: Nederlands.\n"
        "cards:\n"
        "  - id: mine-01\n"
        "    origin: go-grow/know-01\n"
        "    field: know\n"
        "    kind: tell\n"
        "    fits: two\n"
        "    minutes: 4\n"
        "    icon: note\n"
        "    question: Wat kun jij goed?\n"
    )
    both = changed(made, CardKind.DILEMMA, DILEMMA.id, DILEMMA)
    assert both.startswith(made)
    assert found_values(both, CardKind.DILEMMA, "mine-02") == card_values(CardKind.DILEMMA, DILEMMA)
    assert "    sectors: [production]\n" in both.decode()
    assert "    situation: 'Nu even niet: of toch?'\n" in both.decode()


def test_every_card_that_ships_is_read_back_as_it_was_written(library: Library) -> None:
    for language in ("nl", "en"):
        raw = None
        wanted = [entry for entry in library.entries if entry.kind is CardKind.QUESTION]
        for entry in wanted:
            raw = changed(raw, entry.kind, entry.id, entry.words[language])
        for entry in wanted:
            assert found_values(raw, entry.kind, entry.id) == card_values(entry.kind, entry.words[language])


def test_changing_shipped_cards_changes_their_lines_and_no_other() -> None:
    for file, kind, id in (
        ("go-grow/cards.nl.yaml", CardKind.ASSIGNMENT, "flow-03"),
        ("koerskaart/cards.en.yaml", CardKind.DILEMMA, "longer-02"),
    ):
        raw = (paths.decks() / file).read_bytes()
        there = found_values(raw, kind, id)
        assert there is not None
        card: AnyCard = replace(CARD if kind is CardKind.ASSIGNMENT else DILEMMA, id=id, origin="")
        after = changed(raw, kind, id, card)
        gone, come = lines_changed(raw, after)
        old = [line for line in gone if line.strip()]
        assert 1 <= len(old) <= 25
        assert 1 <= len(come) <= 25
        assert parse_bytes(after).problems == ()
        assert found_values(after, kind, id) == card_values(kind, card)
        assert changed(after, kind, id, card) == after, "the second time there is nothing to change"


def test_what_was_written_by_hand_stays_as_it_was() -> None:
    raw = BY_HAND.encode()
    card = replace(CARD, id="two", question="nee", origin="")
    after = changed(raw, CardKind.ASSIGNMENT, "two", card)
    assert after.decode().split("    # de tweede\n")[0] == BY_HAND.split("    # de tweede\n")[0]
    assert after.decode().endswith(BY_HAND[BY_HAND.index("questions:") :])
    assert found_values(after, CardKind.ASSIGNMENT, "two") == card_values(CardKind.ASSIGNMENT, card)
    first = changed(raw, CardKind.ASSIGNMENT, "one", replace(card, id="one"))
    assert "    # de eerste\n    - id: one\n      field: know\n" in first.decode()
    assert first.decode().endswith(BY_HAND[BY_HAND.index("    # de tweede") :])
    added = changed(raw, CardKind.ASSIGNMENT, "mine-01", CARD)
    assert "        question: no\n\n    - id: mine-01\n      origin: go-grow/know-01\n" in added.decode()
    gone = changed(raw, CardKind.ASSIGNMENT, "one", None)
    assert "id: one" not in gone.decode()
    assert "# de tweede" in gone.decode()


def test_a_list_in_brackets_is_written_anew_with_its_comments() -> None:
    raw = b"# Van mij.\nquestions: [{id: three, moment: opening, minutes: 2, icon: note, question: Drie?}]\n"
    card = AssignmentCard("three", "nl", "", "closing", "team", 3, "note", "Vier?")
    after = changed(raw, CardKind.QUESTION, "three", card)
    assert after.decode().startswith("# Van mij.\nquestions:\n  - id: three\n    moment: closing\n    minutes: 3\n")
    assert changed(b"cards:\n", CardKind.ASSIGNMENT, CARD.id, CARD).startswith(b"cards:\n  - id: mine-01\n")
    assert changed(b"cards: []\n", CardKind.ASSIGNMENT, CARD.id, CARD).startswith(b"cards:\n  - id: mine-01\n")
    alone = changed(None, CardKind.ASSIGNMENT, CARD.id, CARD)
    assert parse_bytes(changed(alone, CardKind.ASSIGNMENT, CARD.id, None)).value == {"cards": []}


def test_a_file_with_a_mistake_in_it_is_left_alone() -> None:
    with pytest.raises(NotWritten) as caught:
        changed(b"cards:\n  - id: one\n   field: know\n", CardKind.ASSIGNMENT, CARD.id, CARD)
    assert caught.value.problem.line >= 2
    with pytest.raises(NotWritten):
        changed(b"- one\n", CardKind.ASSIGNMENT, CARD.id, CARD)


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"),
                min_size=1, max_size=300).map(str.strip).filter(bool)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a1", "b2", "c3", "d4"]), st.one_of(st.none(), WORDS)), max_size=8))
def test_whatever_is_typed_comes_back(steps: list[tuple[str, str | None]]) -> None:
    raw: bytes | None = BY_HAND.encode()
    kept: dict[str, str] = {}
    for id, words in steps:
        card = None if words is None else replace(CARD, id=id, question=words, hint=words, origin="")
        raw = changed(raw, CardKind.ASSIGNMENT, id, card)
        kept = {**kept, id: words} if words is not None else {one: said for one, said in kept.items() if one != id}
    for id in ("a1", "b2", "c3", "d4"):
        there = found_values(raw, CardKind.ASSIGNMENT, id)
        assert (there or {}).get("question") == kept.get(id)
    assert found_values(raw, CardKind.ASSIGNMENT, "two") is not None
    assert "# de eerste" in (raw or b"").decode() or not steps


def test_the_order_of_lines_names_every_field_of_a_card() -> None:
    for kind, card in ((CardKind.ASSIGNMENT, CARD), (CardKind.DILEMMA, DILEMMA)):
        names = set(card.__dataclass_fields__) - {"language"}
        assert set(deck_writer._ORDER[kind]) == names
