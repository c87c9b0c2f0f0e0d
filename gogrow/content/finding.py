"""Finding cards among all decks: by words as they are typed, and by what a facilitator knows of her workshop.

Plain lists and one text for each card: 10,000 cards are sifted within a few milliseconds for each key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind, DilemmaCard

if TYPE_CHECKING:
    from gogrow.content.library import CardEntry

MISSING = "missing"
"""As a wanted language: cards that lack one of the languages of their deck."""

EVERYBODY = "all"
"""The sector of a dilemma that everybody recognises."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; as it is made, every card.

    ``words`` is as it was typed. ``kinds`` empty means all. ``minutes`` is how long a card may take, 0 for any: of a
    dilemma the facilitator decides that, so it always fits. ``sector`` fits cards without one and those for everybody.
    ``without`` has the sensitive subjects (health, pay, leaving) that are not wanted. ``fits`` is two, several, team;
    dilemmas fit every group. ``language`` is nl, en, `MISSING` or ''.
    """

    words: str = ""
    deck: str = ""
    kinds: frozenset[CardKind] = frozenset()
    theme: str = ""
    field: str = ""
    minutes: int = 0
    sector: str = ""
    without: frozenset[str] = frozenset()
    fits: str = ""
    language: str = ""
    favourites: bool = False
    fresh: bool = False
    """Only what was not played with this team yet."""
    own: bool = False


class Finder:
    """The cards of a library, ready to be searched. Answers are places in ``entries``."""

    def __init__(self, entries: Sequence[CardEntry], languages: Mapping[str, tuple[str, ...]]) -> None:
        """``languages`` are those of each deck, by its id. Folds all texts: with many cards not in the GUI thread."""
        self._entries = entries
        self._languages = languages
        self._titles = tuple("".join(f"\n{folded(title_of(card))}" for card in e.words.values()) for e in entries)
        self._texts = tuple(folded("\t".join(map(_words_of, entry.words.values()))) for entry in entries)
        self._sifted: tuple[object, list[int]] | None = None
        self._before: tuple[list[str], list[int]] = ([], [])

    def find(self, wanted: Wanted, favourites: Collection[str] = (), played: Collection[str] = ()) -> list[int]:
        """Cards that fit, in the order of the decks, but first those whose title begins with the words.

        ``favourites`` has what cards are known by, ``played`` the ids that they are played by.
        """
        found = self._fitting(wanted, frozenset(favourites), frozenset(played))
        words = folded(wanted.words).split()
        if not words:
            return list(found)
        before, narrower = self._before
        if before and all(any(old in word for word in words) for old in before):
            found = narrower  # one letter more finds no card that was not found yet
        texts = self._texts
        for word in sorted(words, key=len, reverse=True):
            found = [at for at in found if word in texts[at]]
        self._before = (words, found)
        titles, start = self._titles, "\n" + " ".join(words)
        first = [at for at in found if start in titles[at]]
        if not first:
            return list(found)
        begins = set(first)
        return [*first, *(at for at in found if at not in begins)]

    def _fitting(self, wanted: Wanted, favourites: frozenset[str], played: frozenset[str]) -> list[int]:
        """What fits but for the words; kept while only those change."""
        key = (replace(wanted, words=""), favourites, played)
        if self._sifted is None or self._sifted[0] != key:
            everything = key[0] == Wanted()
            found = [
                at
                for at, entry in enumerate(self._entries)
                if everything or self._fits(entry, wanted, favourites, played)
            ]
            self._sifted, self._before = (key, found), ([], [])
        return self._sifted[1]

    def _fits(self, entry: CardEntry, wanted: Wanted, favourites: frozenset[str], played: frozenset[str]) -> bool:
        if wanted.deck and entry.deck != wanted.deck:
            return False
        if wanted.kinds and entry.kind not in wanted.kinds:
            return False
        if wanted.own and not entry.own:
            return False
        if wanted.favourites and entry.ref not in favourites:
            return False
        if wanted.fresh and entry.play_id in played:
            return False
        if wanted.language == MISSING and not self.lacks(entry):
            return False
        if wanted.language not in ("", MISSING) and wanted.language not in entry.words:
            return False
        return suits(next(iter(entry.words.values())), wanted)

    def lacks(self, entry: CardEntry) -> tuple[str, ...]:
        """The languages of its deck that a card is not written in."""
        return tuple(one for one in self._languages.get(entry.deck, ()) if one not in entry.words)


def suits(card: AnyCard, wanted: Wanted) -> bool:
    """Whether a card's particulars, which are the same in all its languages, are what is wanted."""
    if isinstance(card, DilemmaCard):
        if wanted.field or (wanted.theme and card.theme != wanted.theme):
            return False
        if card.sensitive in wanted.without:
            return False
        return not (wanted.sector and card.sectors and not {wanted.sector, EVERYBODY} & set(card.sectors))
    if wanted.theme or (wanted.field and card.field != wanted.field):
        return False
    if wanted.minutes and card.minutes > wanted.minutes:
        return False
    return wanted.fits in ("", card.fits)


def title_of(card: AnyCard) -> str:
    """What a card is called: its question or its title."""
    return card.question if isinstance(card, AssignmentCard) else card.title


_MARKS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Small letters without accents, one space between words: what is typed and what is written find each other."""
    text = text.casefold()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'")))
    return " ".join(text.split())


def _words_of(card: AnyCard) -> str:
    if isinstance(card, AssignmentCard):
        return f"{card.question}\t{card.before}\t{card.after}\t{card.hint}"
    parts = (card.title, card.situation, card.a, card.a_reason, card.b, card.b_reason, card.fact, card.hint)
    return "\t".join((*parts, *card.deepen))
