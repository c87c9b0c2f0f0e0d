"""A deck that comes in beside the user's own with the same id: what is new, what changed, what only the user has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gogrow.domain.deck import AssignmentCard, Deck, DilemmaCard, Programme


class Kind(StrEnum):
    """What can come in one by one."""

    ASSIGNMENT = "assignment"
    DILEMMA = "dilemma"
    QUESTION = "question"
    PROGRAMME = "programme"


class State(StrEnum):
    """How one card stands to the user's own card with the same id."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ONLY_MINE = "only-mine"


class Clash(StrEnum):
    """Whether the id of the deck is free."""

    FREE = "free"
    OWN = "own"  # the user has a deck with this id: cards may be mixed
    SHIPPED = "shipped"  # a deck that comes with the program: this one becomes another
    BROKEN = "broken"  # the user's own deck with this id has faults: this one becomes another


Part = AssignmentCard | DilemmaCard | Programme
Key = tuple[Kind, str]
"""What a card is chosen by: its kind and its id."""


@dataclass(frozen=True, slots=True)
class Item:
    """One card or programme. ``theirs`` and ``mine`` hold it by language, and are empty where it is not.

    A programme is one value for all languages: the same under each.
    """

    kind: Kind
    id: str
    state: State
    theirs: Mapping[str, Part]
    mine: Mapping[str, Part]

    @property
    def key(self) -> Key:
        """By what it is chosen."""
        return self.kind, self.id

    def title(self, language: str) -> str:
        """Its words in one line, in this language or in another when it is not there."""
        parts = {**self.mine, **self.theirs}
        one = parts.get(language) or next(iter(parts.values()))
        if isinstance(one, Programme):
            return one.name.get(language) or next(iter(one.name.values()))
        return one.title if isinstance(one, DilemmaCard) else one.question


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a look inside shows: items by kind, in the order of the deck that comes in, then those only in mine.

    ``mine`` is the user's own deck with the same id. ``missing_languages`` are those in which mine has cards and the
    other has none: then it can only become a deck of its own. ``new_id`` is the id that it gets as a new deck, and
    ``seen`` what mine is known by, so that `install` notices when it changed meanwhile.
    """

    deck: Deck
    mine: Deck | None
    items: tuple[Item, ...]
    clash: Clash = Clash.FREE
    missing_languages: tuple[str, ...] = ()
    new_id: str = ""
    seen: str = ""

    @property
    def must_be_new(self) -> bool:
        """Whether it can only become a deck of its own."""
        return self.clash in (Clash.SHIPPED, Clash.BROKEN) or bool(self.missing_languages)

    @property
    def extra_languages(self) -> tuple[str, ...]:
        """The languages that stay out when cards are mixed: mine has none in them."""
        own = self.mine.languages if self.mine is not None else self.deck.languages
        return tuple(one for one in self.deck.languages if one not in own)

    @property
    def programmes_left_out(self) -> bool:
        """Whether its programmes stay out when cards are mixed: they belong to another board."""
        return self.mine is not None and self.mine.board != self.deck.board and bool(self.deck.programmes)

    def of(self, state: State) -> tuple[Item, ...]:
        """The items that stand so."""
        return tuple(item for item in self.items if item.state is state)

    def counts(self) -> Mapping[tuple[Kind, State], int]:
        """How many there are of each kind and state; 0 for what is not there."""
        return Counter((item.kind, item.state) for item in self.items)


def compare(theirs: Deck, mine: Deck | None) -> Comparison:
    """Every card of both, by what it is to the other: words and particulars in all languages that both have."""
    languages = theirs.languages
    if mine is not None:
        languages = tuple(one for one in theirs.languages if one in mine.languages) or theirs.languages
    missing = tuple(one for one in mine.languages if one not in theirs.languages) if mine is not None else ()
    return Comparison(theirs, mine, tuple(_items(theirs, mine, languages)), missing_languages=missing)


def _items(theirs: Deck, mine: Deck | None, languages: tuple[str, ...]) -> Iterator[Item]:
    for kind in Kind:
        those = _parts(theirs, kind, theirs.languages)
        own = _parts(mine, kind, mine.languages) if mine is not None else {}
        if kind is Kind.PROGRAMME and mine is not None and mine.board != theirs.board:
            those = {}  # its rounds belong to another board
        for id, parts in those.items():
            yield Item(kind, id, _state(parts, own.get(id), languages), parts, own.get(id, {}))
        for id, parts in own.items():
            if id not in those:
                yield Item(kind, id, State.ONLY_MINE, {}, parts)


def _state(parts: Mapping[str, Part], own: Mapping[str, Part] | None, languages: tuple[str, ...]) -> State:
    if own is None:
        return State.NEW
    return State.SAME if all(parts.get(one) == own.get(one) for one in languages) else State.CHANGED


def _parts(deck: Deck, kind: Kind, languages: tuple[str, ...]) -> dict[str, dict[str, Part]]:
    """All of one kind by id, each by language."""
    found: dict[str, dict[str, Part]] = {}
    for language in languages:
        listed: Mapping[Kind, tuple[Part, ...]] = {
            Kind.ASSIGNMENT: deck.cards.get(language, ()),
            Kind.DILEMMA: deck.dilemmas.get(language, ()),
            Kind.QUESTION: deck.questions.get(language, ()),
            Kind.PROGRAMME: deck.programmes,
        }
        for part in listed[kind]:
            found.setdefault(part.id, {})[language] = part
    return found
