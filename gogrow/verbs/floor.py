"""The verb that makes a board for the floor."""

from __future__ import annotations

import argparse

from gogrow import paths
from gogrow.texts import Texts
from gogrow.verbs import Say, VerbFault


def floor(chosen: argparse.Namespace, texts: Texts, say: Say) -> int:
    """A board as a PDF in tiles or on one page. Raises VerbFault with one sentence, or a line for each fault of a deck.

    ``chosen`` has size, paper (a4, a3 or one), out, deck (None: the one that ships), letters and saver.
    """
    from gogrow.content.decks import DeckFaults, read_deck
    from gogrow.sheets import floor_wishes as sizes
    from gogrow.sheets.floor_wishes import FloorWishes, SizeFault
    from gogrow.sheets.writing import PaperFault

    try:
        wishes = FloorWishes(*sizes.read_size(chosen.size), chosen.paper, chosen.letters, chosen.saver)
        folder = chosen.deck or paths.decks() / "go-grow"
        board = read_deck(folder).board
        if board is None:
            raise VerbFault(texts.t("{file}: this deck has no board. Choose another deck.", file=folder))
        said = [sizes.metres(side / 1000, texts) for side in sizes.board_size(board, wishes)]
        from gogrow.sheets.floor import floor_board

        floor_board(board, texts, chosen.out, wishes)
    except DeckFaults as error:
        raise VerbFault("\n".join(fault.message(texts) for fault in error.faults)) from error
    except (SizeFault, PaperFault) as fault:
        raise VerbFault(fault.message(texts)) from fault
    size = f"{said[0]} × {said[1]} m"
    if wishes.paper == "one":
        say(f"{chosen.out}  {size}")
    else:
        count, paper = sizes.tiling(board, wishes).count, wishes.paper.upper()
        sheets = texts.n(
            "{count} sheet of {paper}, and a map", "{count} sheets of {paper}, and a map", count, paper=paper
        )
        say(f"{chosen.out}  {size}, {sheets}")
    if sizes.needs_larger_unit(board, wishes):
        say(texts.t("This page is larger than 5 metres. Ask the print shop whether it can take that."))
    return 0
