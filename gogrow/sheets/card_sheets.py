"""A deck on paper: sheets of cards to cut, or a card to a page, with backs that meet their fronts.

Four cards lie on an A4 with crop marks around them; each straight cut goes through the whole sheet. They are dealt
over the stack of sheets and not sheet by sheet: cut the stack, put the four piles on one another from left to right
and from top to bottom, and the cards lie in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from gogrow.domain.deck import AnyCard, Deck
from gogrow.sheets.board import said
from gogrow.sheets.canvas import A4, A5, Pad
from gogrow.sheets.card_faces import BLEED, CARD, Group, draw_back, draw_front, front, group
from gogrow.sheets.look import look
from gogrow.sheets.number_cards import draw_cards
from gogrow.sheets.print_wishes import ACROSS, DOWN, Duplex, PrintWishes, Size, behind, card_paper
from gogrow.sheets.writing import Counter, PaperFault, Progress, write
from gogrow.texts import LANGUAGES, Texts

__all__ = ["PaperFault", "PrintWishes", "card_sheets"]

GUTTER = 2 * BLEED
"""Between two cards: each goes on for half of it in its own colour."""
LEFT = (A4[0] - ACROSS * CARD[0] - GUTTER) / 2
TOP = (A4[1] - DOWN * CARD[1] - GUTTER) / 2
"""Where the first card of an A4 begins; as much is free on the other sides."""

_MARK, _AWAY = 4.0, 2.4
_LARGE = 1.42  # a card on an A5
_CORNER = 3.6


def card_sheets(
    cards: Sequence[AnyCard],
    deck: Deck,
    texts: Texts,
    target: Path,
    wishes: PrintWishes | None = None,
    progress: Progress | None = None,
) -> bool:
    """Write these cards as one PDF, each in its own language; ``texts`` speaks for the whole of it.

    ``deck`` has the fields, themes and sources that the cards name. Raises `PaperFault`, also when there are no cards.
    Returns whether the file was written (not when ``progress`` said stop).
    """
    wishes = wishes or PrintWishes()
    if not cards:
        raise PaperFault("empty", target)
    pages = card_paper(len(cards), wishes.size)
    counter = Counter(pages, progress)
    pad = Pad(look(not wishes.saver), A4 if wishes.size == "a4" else A5, _title(deck, texts))
    pad.true_size(wishes.duplex)
    table = _Table(pad, deck, texts, wishes.duplex)
    for page in range(pages):
        if counter.stopped:
            return False
        table.sheet(cards[page::pages], wishes.size)
        counter.sheet()
    if wishes.numbers:
        pad.bookmark("numbers", texts.t("Cards 1 to 5"))
        with pad.black_only(look(False)):
            draw_cards(pad, texts, wishes.numbers, empty_backs=wishes.duplex != "none")
    if counter.stopped:
        return False
    write(target, pad.finish())
    return True


def _title(deck: Deck, texts: Texts) -> str:
    return f"{texts.t('Cards')} · {said(deck.name, texts.language)}"


class _Table:
    """Where cards are laid on paper."""

    def __init__(self, pad: Pad, deck: Deck, texts: Texts, duplex: Duplex) -> None:
        self._pad, self._deck, self._duplex, self._own = pad, deck, duplex, texts
        self._texts = {texts.language: texts}

    def sheet(self, cards: Sequence[AnyCard], size: Size) -> None:
        """Fronts, and on the next page their backs."""
        laid = [front(card, self._speaking(card), self._duplex != "none") for card in cards]
        places = [divmod(at, ACROSS) for at in range(len(cards))]
        for card, one, (row, column) in zip(cards, laid, places, strict=True):
            with self._at(size, row, column):
                draw_front(self._pad, card, one, self._group(card), self._speaking(card), LEFT, TOP)
        if size == "a4":
            self._pad.once("marks", partial(_marks, self._pad))
        self._pad.next_page()
        if self._duplex == "none":
            return
        for card, one, (row, column) in zip(cards, laid, places, strict=True):
            with self._at(size, *behind(row, column, self._duplex, size), turned=self._duplex == "short"):
                draw_back(self._pad, card, one, self._group(card), self._deck, self._speaking(card), LEFT, TOP)
        if size == "a4":
            self._pad.once("marks", partial(_marks, self._pad))
        self._pad.next_page()

    @contextmanager
    def _at(self, size: Size, row: int, column: int, turned: bool = False) -> Iterator[None]:
        """While this lasts, what is drawn at (LEFT, TOP) stands in its place on the sheet."""
        pad = self._pad
        with ExitStack() as stack:
            if size == "a4":
                stack.enter_context(pad.shifted(column * (CARD[0] + GUTTER), row * (CARD[1] + GUTTER)))
            else:
                left, top = ((whole - _LARGE * part) / 2 for whole, part in zip(A5, CARD, strict=True))
                stack.enter_context(pad.shifted(left - LEFT, top - TOP))
                stack.enter_context(pad.scaled(LEFT, TOP, _LARGE))
            if turned:
                stack.enter_context(pad.turned(LEFT + CARD[0] / 2, TOP + CARD[1] / 2, 180))
            if size == "a5":
                with pad.within(LEFT, TOP, *CARD, _CORNER):
                    yield
                pad.rect(LEFT, TOP, *CARD, _CORNER, None, pad.look.rule, 0.3)
            else:
                yield

    def _speaking(self, card: AnyCard) -> Texts:
        """The words of the card's own language."""
        if card.language not in self._texts:
            self._texts[card.language] = Texts(card.language) if card.language in LANGUAGES else self._own
        return self._texts[card.language]

    def _group(self, card: AnyCard) -> Group:
        return group(card, self._deck, self._speaking(card))


def _marks(pad: Pad) -> None:
    """Short lines outside the cards, along which a ruler lies over the whole sheet."""
    for count, begin, length, upright in ((ACROSS, LEFT, CARD[0], True), (DOWN, TOP, CARD[1], False)):
        whole, free = (A4[1], TOP) if upright else (A4[0], LEFT)
        for at in range(count):
            for edge in (begin + at * (length + GUTTER), begin + at * (length + GUTTER) + length):
                for start in (free - _AWAY - _MARK, whole - free + _AWAY):
                    if upright:
                        pad.line(edge, start, edge, start + _MARK, 0.15, pad.look.ink)
                    else:
                        pad.line(start, edge, start + _MARK, edge, 0.15, pad.look.ink)
