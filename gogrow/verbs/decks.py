"""Verbs about decks: check one, show its cards, pack it as one file."""

from __future__ import annotations

import json
from pathlib import Path

from gogrow.texts import Texts
from gogrow.verbs import Say, VerbFault


def deck_check(deck: Path, texts: Texts, say: Say) -> int:
    """One line for each fault of a deck, a folder or a packed file: where, what is wrong, how to mend it.

    Exit 0 without faults, else 2.
    """
    from gogrow.content.decks import check_deck

    faults = check_deck(deck, texts)
    for line in faults:
        say(line)
    if not faults:
        say(texts.t("{folder}: nothing is wrong with this deck.", folder=deck))
    return 2 if faults else 0


def deck_show(folder: Path, texts: Texts, say: Say) -> int:
    """All cards of a deck as a JSON list, one for each language. Raises VerbFault with a line for each fault.

    ``text`` is what the beamer shows of a card; the poles of a dilemma stand apart. An assignment has no title.
    """
    from gogrow.content.deck_list import card_rows
    from gogrow.content.decks import DeckFaults, read_deck

    try:
        deck = read_deck(folder)
    except DeckFaults as error:
        raise VerbFault("\n".join(fault.message(texts) for fault in error.faults)) from error
    say(json.dumps(card_rows(deck), ensure_ascii=False, indent=2))
    return 0


def deck_pack(folder: Path, out: Path, texts: Texts, say: Say) -> int:
    """Pack the deck in a folder as one file. Raises VerbFault with a line for each fault; then nothing is written."""
    from gogrow.content.decks import DeckFaults
    from gogrow.content.pack import write_pack

    try:
        write_pack(folder, out)
    except DeckFaults as error:
        raise VerbFault("\n".join(fault.message(texts) for fault in error.faults)) from error
    say(str(out))
    return 0
