"""The user's own decks: folders of the same files as the program's, read as far as they can be used."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gogrow import paths
from gogrow.content.deck_faults import Fault
from gogrow.content.decks import DeckFaults, deck_folders, read_deck
from gogrow.content.library import Library, OwnDeck
from gogrow.domain.deck import Deck
from gogrow.texts import LANGUAGES

if TYPE_CHECKING:
    from gogrow.content.deck_files import DeckFiles


def own_folders(folder: Path | None = None) -> tuple[Path, ...]:
    """The folders of the user's decks, by name; none when there are none, or when they cannot be listed."""
    try:
        with os.scandir(folder or paths.user_decks()) as found:
            names = sorted(entry.name for entry in found if entry.is_dir() and not entry.name.startswith("."))
    except OSError:
        return ()
    return tuple((folder or paths.user_decks()) / name for name in names)


def read_own(folder: Path, before: OwnDeck | None = None) -> OwnDeck:
    """One of the user's decks, with what is wrong with it. Never raises for what stands in it, or for the disk.

    While somebody writes in a file by hand, it may be unreadable for a moment: its cards stay as they were ``before``.
    """
    from gogrow.content import deck_cache
    from gogrow.content.deck_files import DeckFiles

    try:
        files = DeckFiles.read(folder)
        icons = frozenset(Path(name).stem for name in files.icons)
    except OSError as error:
        reason = error.strerror or str(error)
        nothing = Deck(folder.name, _named(folder.name), "", "", (), (), None, (), {}, {}, {})
        return OwnDeck(folder, nothing, (Fault(str(folder), 0, "unreadable", {"reason": reason}),))
    key = deck_cache.key_of(files)
    if before is not None and key and key == before.key:
        return before
    known = deck_cache.load(key, folder.parent)
    if known is not None:
        return OwnDeck(folder, known, icons=icons, key=key)
    found = _read(folder, files, icons, key)
    return _kept(found, before.deck) if before is not None and found.unread else found


def read_again(library: Library, folder: Path | None = None) -> Library:
    """The same decks of the program with the user's own as they are now."""
    own = tuple(read_own(one, library.own_deck(one.name)) for one in own_folders(folder))
    if own == library.own:
        return library
    made = Library(library.shipped, own)
    made.prepare()
    return made


def read_library(folder: Path | None = None) -> Library:
    """The program's decks and the user's own. Raises `DeckFaults` when one of the program's cannot be read."""
    _settle(folder or paths.user_decks())
    shipped = tuple(read_deck(one) for one in deck_folders())
    if not shipped:
        raise DeckFaults((Fault(str(paths.decks()), 0, "no_folder"),))
    library = Library(shipped, tuple(map(read_own, own_folders(folder))))
    library.prepare()
    return library


def _settle(root: Path) -> None:
    """Put back what a program that was stopped left half done; found by its names, as there is nearly never any."""
    left = (".new", ".old")
    try:
        there = root.is_dir() and any(name.startswith(".") and name.endswith(left) for name in os.listdir(root))  # noqa: PTH208
    except OSError:
        return
    if there:
        from gogrow.content.pack_install import settle

        settle(root)


def _read(folder: Path, files: DeckFiles, icons: frozenset[str], key: str) -> OwnDeck:
    from gogrow.content import deck_cache, deck_reader

    found = deck_reader.read_usable(files)
    if all(fault.mild for fault in found.faults):
        deck_cache.save(key, found.beside, found.deck)
    faults = tuple(fault for fault in found.faults if not fault.mild)
    return OwnDeck(folder, found.deck, faults, found.unread, icons, key, found.left_out)


def _kept(found: OwnDeck, before: Deck) -> OwnDeck:
    """A deck with the earlier cards of the files that cannot be read just now."""
    deck = found.deck
    if "deck.yaml" in found.unread:
        deck = replace(deck, name=before.name, author=before.author, licence=before.licence, sources=before.sources)
    for language in LANGUAGES:
        if f"cards.{language}.yaml" in found.unread:
            deck = replace(
                deck,
                languages=tuple(dict.fromkeys((*deck.languages, language))),
                cards={**deck.cards, language: before.cards.get(language, ())},
                dilemmas={**deck.dilemmas, language: before.dilemmas.get(language, ())},
                questions={**deck.questions, language: before.questions.get(language, ())},
            )
    return replace(found, deck=deck)


def _named(name: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, name)
