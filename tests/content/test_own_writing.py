"""Changes to own decks on the disk, when somebody else is there as well and names are odd."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.content.card_draft import read_drafts
from gogrow.content.deck_disk import DeckNotWritten
from gogrow.content.library import CardEntry, Library
from gogrow.content.own_decks import read_own
from gogrow.content.own_writing import Head, add_cards, deck_id, make_deck, save_card
from gogrow.domain.deck import AssignmentCard, CardKind

HEAD = Head({"nl": "Nachtploeg"}, "Sam", "CC-BY-4.0")
ONE = AssignmentCard("one", "nl", "know", "tell", "two", 4, "note", "Hoe houd jij het vol?")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return make_deck(tmp_path / "decks", HEAD, ())


@pytest.mark.parametrize("name", ["Con", "aux", "NUL", "com1", "LPT9", "Prn!"])
def test_no_deck_is_called_as_windows_calls_a_device(name: str) -> None:
    assert deck_id(name, ()).casefold() not in ("con", "aux", "nul", "com1", "lpt9", "prn")


def test_a_deck_that_differs_in_capitals_only_is_another(tmp_path: Path) -> None:
    (tmp_path / "Nachtploeg").mkdir()
    assert make_deck(tmp_path, HEAD, ()).name == "nachtploeg-2"


def test_a_root_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "no", str(self))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(DeckNotWritten) as told:
        make_deck(tmp_path, HEAD, ())
    assert told.value.code == "not_allowed"


def test_cards_that_come_in_twice_are_there_once_and_others_get_ids_of_their_own(deck: Path) -> None:
    entry = CardEntry("", "one", CardKind.ASSIGNMENT, {"nl": ONE}, True)
    other = replace(entry, words={"nl": replace(ONE, question="Iets anders?")})
    for one in (entry, entry, other):
        add_cards(deck, Library(()), [one])
    own = read_own(deck)
    assert own.faults == ()
    cards = [(card.id, card.question) for card in own.deck.cards["nl"]]
    assert cards == [("one", ONE.question), ("one-2", "Iets anders?")]


def test_what_another_program_writes_in_the_last_moment_is_not_written_over(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_card(deck, CardKind.ASSIGNMENT, "one", {}, {"nl": ONE})
    file = deck / "cards.nl.yaml"
    theirs = file.read_text(encoding="utf-8").replace("Hoe houd jij het vol?", "Van de ander?")
    real = os.fsync

    def meanwhile(handle: int) -> None:
        real(handle)
        file.write_text(theirs, encoding="utf-8")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(DeckNotWritten, match="busy"):
        save_card(deck, CardKind.ASSIGNMENT, "one", {"nl": ONE}, {"nl": replace(ONE, question="Van mij?")})
    assert file.read_text(encoding="utf-8") == theirs
    assert sorted(path.name for path in deck.iterdir()) == ["cards.nl.yaml", "deck.yaml"]


def test_drafts_that_cannot_be_read_are_put_aside(tmp_path: Path) -> None:
    file = tmp_path / "card-drafts.json"
    file.write_text('[{"deck": "night", "kind"', encoding="utf-8")
    assert read_drafts(file) == {}
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path != file] == [
        '[{"deck": "night", "kind"'
    ]
