"""The user's own decks: read as far as they can be used, and played beside the program's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.content.library import Library
from gogrow.content.own_decks import own_folders, read_library, read_own
from gogrow.domain.deck import CardKind

HEAD = """\
id: night
name: {nl: Nachtploeg, en: Night shift}
kind: cards
board: go-grow
author: Sam
licence: CC-BY-4.0
languages: [nl, en]
"""
CARD = """\
  - id: {id}
    field: know
    kind: tell
    fits: two
    minutes: 4
    icon: note
    question: {question}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "decks" / "night"
    made.mkdir(parents=True)
    (made / "deck.yaml").write_text(HEAD, encoding="utf-8")
    cards = "cards:\n" + CARD.format(id="one", question="Eén?") + CARD.format(id="two", question="Twee?")
    (made / "cards.nl.yaml").write_text(cards, encoding="utf-8")
    (made / "cards.en.yaml").write_text("cards:\n" + CARD.format(id="one", question="One?"), encoding="utf-8")
    return made


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_card_may_be_missing_in_a_language(folder: Path) -> None:
    for _ in range(2):  # the second time from the cache
        own = read_own(folder)
        assert own.faults == ()
        assert [card.id for card in own.deck.cards["nl"]] == ["one", "two"]
        assert [card.id for card in own.deck.cards["en"]] == ["one"]
    assert own.deck.board is not None, "the program's own board, as none lies beside it"


def test_a_fault_leaves_out_its_card_and_nothing_else(folder: Path) -> None:
    spoil(folder / "cards.nl.yaml", "field: know", "field: nowhere")
    own = read_own(folder)
    assert {(fault.file, fault.line, fault.code) for fault in own.faults} >= {("cards.nl.yaml", 3, "no_field")}
    assert {fault.code for fault in own.faults} <= {"no_field", "card_differs"}
    assert [card.id for card in own.deck.cards["nl"]] == ["two"]
    assert [card.id for card in own.deck.cards["en"]] == ["one"], "its translation is right"
    assert own.unread == frozenset()


def test_a_file_that_cannot_be_read_leaves_the_other_language(folder: Path) -> None:
    spoil(folder / "cards.nl.yaml", "question: Twee?", 'question: "Twee?')
    own = read_own(folder)
    assert [(fault.file, fault.line, fault.code) for fault in own.faults] == [("cards.nl.yaml", 15, "quote")]
    assert own.unread == {"cards.nl.yaml"}
    assert [card.question for card in own.deck.cards["en"]] == ["One?"]


def test_a_head_that_says_nothing_leaves_the_cards(folder: Path) -> None:
    (folder / "deck.yaml").write_text("name: [", encoding="utf-8")
    own = read_own(folder)
    assert "deck.yaml" in own.unread
    assert own.deck.name["nl"] == "night"
    assert [card.id for card in own.deck.cards["nl"]] == ["one", "two"]
    (folder / "deck.yaml").unlink()
    assert [card.id for card in read_own(folder).deck.cards["nl"]] == ["one", "two"]


def test_of_two_cards_with_one_id_the_first_counts(folder: Path) -> None:
    spoil(folder / "cards.nl.yaml", "id: two", "id: one")
    own = read_own(folder)
    assert [card.question for card in own.deck.cards["nl"]] == ["Eén?"]
    assert [fault.code for fault in own.faults] == ["twice"]


def test_own_cards_are_played_beside_the_others_under_names_of_their_own(folder: Path) -> None:
    (folder / "icons").mkdir()
    shutil.copy(paths.assets() / "icons" / "note.svg", folder / "icons" / "truck.svg")
    for language in ("nl", "en"):
        spoil(folder / f"cards.{language}.yaml", "icon: note", "icon: truck")
        spoil(folder / f"cards.{language}.yaml", "id: one", "id: know-01")
    library = read_library(folder.parent)
    assert library.own[0].faults == ()
    played = {card.id: card for card in library.deck.cards["nl"]}
    assert played["night/know-01"].icon == "night/truck"
    assert played["night/know-01"].question == "Eén?"
    assert played["know-01"].question != "Eén?", "the program's own card is still there"
    entry = library.entry("night/know-01")
    assert entry is not None
    assert (entry.kind, entry.play_id, sorted(entry.words)) == (CardKind.ASSIGNMENT, "night/know-01", ["en", "nl"])
    shipped = library.entry("go-grow/know-01")
    assert shipped is not None
    assert shipped.play_id == "know-01"
    assert library.deck.board == library.shipped[0].board


def test_a_folder_that_is_not_there_or_no_folder_is_no_deck(tmp_path: Path) -> None:
    assert own_folders(tmp_path / "nothing") == ()
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "file").write_text("x")
    (tmp_path / "decks" / ".hidden").mkdir()
    assert own_folders(tmp_path / "decks") == ()
    (tmp_path / "decks" / "empty").mkdir()
    (own,) = read_library(tmp_path / "decks").own
    assert [fault.code for fault in own.faults] == ["missing_file"]
    assert not any(own.deck.cards.values())


def test_without_own_decks_all_is_as_it_ships() -> None:
    library = read_library(Path("/nowhere"))
    assert isinstance(library, Library)
    assert len(library.entries) == len({entry.ref for entry in library.entries}) > 150
    assert all(sorted(entry.words) == ["en", "nl"] for entry in library.entries)
