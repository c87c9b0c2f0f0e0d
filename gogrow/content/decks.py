"""Decks: where they are, and one folder read into a `Deck` or into its faults.

Cheap to import: pydantic and the YAML reader come in when the first deck is read.
"""

from __future__ import annotations

from pathlib import Path

from gogrow import paths
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.domain.deck import Deck, together
from gogrow.texts import Texts

__all__ = ["DeckFaults", "Fault", "check_deck", "deck_folders", "read_all", "read_deck"]


def deck_folders() -> tuple[Path, ...]:
    """The folders of the decks that come with the program, by name."""
    return tuple(sorted(file.parent for file in paths.decks().glob("*/deck.yaml")))


def read_deck(folder: Path) -> Deck:
    """The deck in ``folder``, whole and checked.

    Raises `DeckFaults` with every fault at once. The folder may come from anybody: nothing in it is run, and each file
    is answered within a second or so.
    """
    from gogrow.content import deck_reader

    return deck_reader.read(folder)


def read_all() -> Deck:
    """All decks that come with the program as one to play from, the one with the board first. Raises `DeckFaults`."""
    read = [read_deck(folder) for folder in deck_folders()]
    return together(sorted(read, key=lambda deck: (not any(deck.cards.values()), deck.id)))


def check_deck(folder: Path, texts: Texts) -> list[str]:
    """One line for each fault of the deck in ``folder``, in the language of ``texts``; empty when it is right."""
    try:
        read_deck(folder)
    except DeckFaults as error:
        return [fault.message(texts) for fault in error.faults]
    return []
