"""Verbs about decks: check one, show its cards, print them, pack it as one file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from gogrow.domain.deck import AnyCard
from gogrow.texts import Texts
from gogrow.verbs import Say, VerbFault


def deck_print(chosen: argparse.Namespace, texts: Texts, say: Say) -> int:
    """All cards of a deck in one language as a PDF to print and cut. Raises VerbFault with a line for each fault.

    ``chosen`` has folder, out, lang, size, duplex, saver and numbers. A language that the deck lacks is a fault when
    it was asked for; else the deck's first one is taken.
    """
    from gogrow.content.decks import DeckFaults, read_deck
    from gogrow.sheets.card_sheets import PrintWishes, card_sheets
    from gogrow.sheets.print_wishes import paper_needed
    from gogrow.sheets.writing import PaperFault

    _spare(chosen.folder, chosen.out, texts)
    try:
        deck = read_deck(chosen.folder)
    except DeckFaults as error:
        raise VerbFault("\n".join(fault.message(texts) for fault in error.faults)) from error
    folder, language = chosen.folder, texts.language
    if language not in deck.languages:
        if chosen.lang:
            known = ", ".join(deck.languages)
            said = texts.t(
                "{file}: this deck has no cards in {lang}. It has: {known}", file=folder, lang=language, known=known
            )
            raise VerbFault(said)
        language = deck.languages[0]
    cards: list[AnyCard] = [
        *deck.cards.get(language, ()),
        *deck.dilemmas.get(language, ()),
        *deck.questions.get(language, ()),
    ]
    wishes = PrintWishes(chosen.size, chosen.duplex, chosen.saver, chosen.numbers)
    try:
        card_sheets(cards, deck, Texts(language), chosen.out, wishes)
    except PaperFault as fault:
        if fault.code == "empty":
            said = texts.t("{file}: there are no cards in it, so there is nothing to print.", file=folder)
            raise VerbFault(said) from fault
        raise VerbFault(fault.message(texts)) from fault
    paper = texts.n("{count} sheet of paper", "{count} sheets of paper", paper_needed(len(cards), wishes))
    say(f"{chosen.out}  {texts.n('{count} card', '{count} cards', len(cards))}, {paper}")
    return 0


def deck_check(deck: Path, texts: Texts, say: Say) -> int:
    """One line for each fault of a deck, a folder or a packed file: where, what is wrong, how to mend it.

    Exit 0 without faults, or with mild ones only: a card may be missing in a language. Else 2.
    """
    from gogrow.content.decks import faults_of

    faults = faults_of(deck)
    for fault in faults:
        say(fault.message(texts))
    if not faults:
        say(texts.t("{folder}: nothing is wrong with this deck.", folder=deck))
    return 2 if any(not fault.mild for fault in faults) else 0


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

    _spare(folder, out, texts)
    try:
        write_pack(folder, out)
    except DeckFaults as error:
        raise VerbFault("\n".join(fault.message(texts) for fault in error.faults)) from error
    say(str(out))
    return 0


def _spare(folder: Path, out: Path, texts: Texts) -> None:
    """Raises VerbFault when ``out`` would take the place of one of the deck's own files."""
    try:
        within = out.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that go round; whoever writes tells it
        within = False
    if within:
        raise VerbFault(texts.t("{file} lies in the deck itself. Choose a place outside its folder.", file=out))
