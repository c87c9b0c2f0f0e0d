"""All decks that can be played: those that come with the program, and the user's own, each with what is wrong with it.

A fault in an own deck leaves out the card it is in; everything else of the deck, and every other deck, stays usable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from gogrow.content.deck_faults import Fault
from gogrow.content.finding import Finder
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind, Deck, DilemmaCard, together

_Card = TypeVar("_Card", AssignmentCard, DilemmaCard)


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One card of one deck, in each language that it is written in. ``own``: in a deck of the user's."""

    deck: str
    id: str
    kind: CardKind
    words: Mapping[str, AnyCard]
    own: bool = False

    @property
    def ref(self) -> str:
        """What the card is known by among all decks: ``go-grow/know-01``."""
        return f"{self.deck}/{self.id}"

    @property
    def play_id(self) -> str:
        """The id that it has in a workshop."""
        return self.ref if self.own else self.id

    def card(self, language: str) -> AnyCard:
        """Its words in this language, or in the first that it has."""
        return self.words.get(language) or next(iter(self.words.values()))


@dataclass(frozen=True, slots=True)
class OwnDeck:
    """A deck in the user's folder, as far as it can be used. Of a file in ``unread`` nothing could be read."""

    folder: Path
    deck: Deck
    faults: tuple[Fault, ...] = ()
    unread: frozenset[str] = frozenset()
    icons: frozenset[str] = frozenset()
    """The icons in its own folder, by name."""
    key: str = ""
    """What its files were known by when they were read; '' when they cannot be known."""
    left_out: frozenset[str] = frozenset()
    """The ids of cards in it that cannot be used: they are there, and no other card may have them."""

    @property
    def plays(self) -> bool:
        """Whether its programmes are played on the program's own board."""
        return not (self.folder / "board.yaml").exists()

    @property
    def id(self) -> str:
        """The name of its folder, which is what its cards are known by: two folders never have the same."""
        return self.folder.name


@dataclass(frozen=True)
class Library:
    """All decks; ``shipped`` come with the program and never change."""

    shipped: tuple[Deck, ...]
    own: tuple[OwnDeck, ...] = ()

    @cached_property
    def deck(self) -> Deck:
        """All of them as one to play from. Raises ValueError when there is none at all."""
        shipped = sorted(self.shipped, key=lambda deck: (not any(deck.cards.values()), deck.id))
        return together([*shipped, *(playable(own) for own in self.own)])

    @cached_property
    def entries(self) -> tuple[CardEntry, ...]:
        """Every card of every deck, the user's own first."""
        mine = [entry for own in self.own for entry in _entries(own.deck, own.id, own=True)]
        return (*mine, *(entry for deck in self.shipped for entry in _entries(deck, deck.id, own=False)))

    @cached_property
    def finder(self) -> Finder:
        """Searches in `entries`."""
        languages = {deck.id: deck.languages for deck in self.shipped}
        return Finder(self.entries, languages | {own.id: own.deck.languages for own in self.own})

    def shown(self, entry: CardEntry, language: str) -> AnyCard:
        """A card as it is played and painted: in this language or the first that it has, by the names of `playable`."""
        card = entry.card(language)
        own = self.own_deck(entry.deck) if entry.own else None
        icon = f"{entry.deck}/{card.icon}" if own is not None and card.icon in own.icons else card.icon
        return replace(card, id=entry.play_id, icon=icon)

    def prepare(self) -> None:
        """Make now, in a thread, what somebody would wait for otherwise. Raises ValueError without a deck."""
        _ = self.deck, self.finder, self._places, self._by_play_id

    def own_deck(self, id: str) -> OwnDeck | None:
        """The user's deck with this id, or None."""
        return next((own for own in self.own if own.id == id), None)

    def any_deck(self, id: str) -> Deck | None:
        """The deck with this id, own or shipped, or None."""
        own = self.own_deck(id)
        return own.deck if own is not None else next((deck for deck in self.shipped if deck.id == id), None)

    def entry(self, ref: str) -> CardEntry | None:
        """The card that is known by ``deck/id``, or None."""
        at = self.place(ref)
        return self.entries[at] if at >= 0 else None

    def played_as(self, id: str) -> CardEntry | None:
        """The card with this id in a workshop, or None."""
        return self._by_play_id.get(id)

    def place(self, ref: str) -> int:
        """Where a card stands in `entries`, or -1."""
        return self._places.get(ref, -1)

    @cached_property
    def _places(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for at, entry in enumerate(self.entries):
            found.setdefault(entry.ref, at)  # a folder may be called as a deck of the program: the user's own counts
        return found

    @cached_property
    def _by_play_id(self) -> dict[str, CardEntry]:
        return {entry.play_id: entry for entry in reversed(self.entries)}


def playable(own: OwnDeck) -> Deck:
    """An own deck with names for its cards and icons that no other deck has; all decks play on one board.

    Its programmes are left out when it brings a board of its own: their rounds are not those of the first board.
    """

    def icon(name: str) -> str:
        return f"{own.id}/{name}" if name in own.icons else name

    def named(cards: Iterable[_Card]) -> tuple[_Card, ...]:
        return tuple(replace(card, id=f"{own.id}/{card.id}", icon=icon(card.icon)) for card in cards)

    deck = own.deck
    return replace(
        deck,
        board=None,
        prompts={},
        programmes=tuple(replace(one, id=f"{own.id}/{one.id}") for one in deck.programmes) if own.plays else (),
        cards={language: named(cards) for language, cards in deck.cards.items()},
        dilemmas={language: named(cards) for language, cards in deck.dilemmas.items()},
        questions={language: named(cards) for language, cards in deck.questions.items()},
        card_themes=tuple(replace(theme, icon=icon(theme.icon)) for theme in deck.card_themes),
    )


def _entries(deck: Deck, name: str, *, own: bool) -> Iterable[CardEntry]:
    kinds: tuple[tuple[CardKind, Mapping[str, tuple[AnyCard, ...]]], ...] = (
        (CardKind.ASSIGNMENT, deck.cards),
        (CardKind.DILEMMA, deck.dilemmas),
        (CardKind.QUESTION, deck.questions),
    )
    for kind, written in kinds:
        found: dict[str, dict[str, AnyCard]] = {}
        for language, cards in written.items():
            for card in cards:
                found.setdefault(card.id, {})[language] = card
        for id, words in found.items():
            yield CardEntry(name, id, kind, words, own)
