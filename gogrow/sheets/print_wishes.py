"""How cards are to be printed, and what that means for the paper. Numbers only: windows ask here before they print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Size = Literal["a4", "a5"]
Duplex = Literal["long", "short", "none"]

ACROSS = DOWN = 2
"""Cards on an A4."""
NUMBERS = 5
"""Cards to choose with that one person has."""
SPARE = 1
"""Sets more than there are people: somebody brings a colleague, somebody loses a card."""
NUMBERS_ON_A4, NUMBERS_ON_A5 = 8, 4


@dataclass(frozen=True, slots=True)
class PrintWishes:
    """How cards are to be printed.

    ``size``: a4 for four to a sheet, a5 for one to a page. ``duplex``: along which edge the printer turns a sheet
    over, or none for fronts only. ``saver``: black only, with patterns for colours. ``numbers``: for so many people
    cards 1 to 5 come along, 0 for none.
    """

    size: Size = "a4"
    duplex: Duplex = "long"
    saver: bool = False
    numbers: int = 0


def behind(row: int, column: int, duplex: Duplex, size: Size = "a4") -> tuple[int, int]:
    """Row and column on the back of a sheet of what lies behind this place on its front.

    A sheet turned over along its long edge, as a page of a book, swaps left and right. Along its short edge, as a
    wall calendar, it swaps top and bottom, and all of it stands upside down beside the front: so backs are turned then.
    """
    if size == "a5":
        return row, column
    return (DOWN - 1 - row, column) if duplex == "short" else (row, ACROSS - 1 - column)


def card_paper(cards: int, size: Size) -> int:
    """How many sheets of paper so many cards take."""
    return -(-cards // (ACROSS * DOWN)) if size == "a4" else cards


def number_paper(people: int, on_one: int = NUMBERS_ON_A4) -> int:
    """How many sheets of paper the cards 1 to 5 for so many people take, with the spare ones."""
    return -(-(people + SPARE) * NUMBERS // on_one)


def paper_needed(cards: int, wishes: PrintWishes) -> int:
    """How many sheets of paper it takes in all."""
    on_one = NUMBERS_ON_A4 if wishes.size == "a4" else NUMBERS_ON_A5
    return card_paper(cards, wishes.size) + (number_paper(wishes.numbers, on_one) if wishes.numbers else 0)
