"""Decks: where they are, and one folder read into a `Deck` or into its faults.

Cheap to import: pydantic and the YAML reader come in when a deck is read that the cache does not know.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gogrow import paths
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.domain.deck import Deck
from gogrow.texts import Texts

if TYPE_CHECKING:
    from gogrow.content.deck_files import DeckFiles

__all__ = ["DeckFaults", "Fault", "check_deck", "deck_folders", "faults_of", "read_deck"]


def deck_folders() -> tuple[Path, ...]:
    """The folders of the decks that come with the program, by name."""
    return tuple(sorted(file.parent for file in paths.decks().glob("*/deck.yaml")))


def read_deck(folder: Path) -> Deck:
    """The deck in ``folder``, whole and checked.

    Raises `DeckFaults` with every fault at once, unless all are ``mild``. The folder may come from anybody: nothing in
    it is run, and each file is answered within seconds. The same files are known the next time (`deck_cache`).
    """
    from gogrow.content import deck_cache

    files = _files(folder)
    key = deck_cache.key_of(files)
    known = deck_cache.load(key, folder.parent)
    if known is not None:
        return known
    from gogrow.content import deck_reader

    try:
        deck, beside = deck_reader.read(files)
    except OSError as error:
        raise _unreadable(folder, error) from error
    deck_cache.save(key, beside, deck)
    return deck


def _files(folder: Path) -> DeckFiles:
    from gogrow.content.deck_files import DeckFiles

    try:
        if not folder.is_dir():
            raise DeckFaults((Fault(str(folder), 0, "no_folder"),))
        return DeckFiles.read(folder)
    except OSError as error:
        raise _unreadable(folder, error) from error


def _unreadable(folder: Path, error: OSError) -> DeckFaults:
    return DeckFaults((Fault(str(folder), 0, "unreadable", {"reason": error.strerror or str(error)}),))


def faults_of(folder: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with a deck, also what is only ``mild``; looked for anew each time.

    ``folder`` may be a packed deck as well.
    """
    from gogrow.content import deck_reader

    try:
        if folder.is_file() and folder.suffix.lower() not in (".yaml", ".yml"):
            from gogrow.content.pack import pack_faults

            return pack_faults(folder)
        return deck_reader.faults(_files(folder))
    except DeckFaults as error:
        return error.faults
    except OSError as error:
        return _unreadable(folder, error).faults


def check_deck(folder: Path, texts: Texts) -> list[str]:
    """One line for each fault of the deck in ``folder``, in the language of ``texts``; empty when it is right."""
    return [fault.message(texts) for fault in faults_of(folder)]
