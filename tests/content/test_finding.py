"""Finding cards: the quick way finds what the plain way finds, and what a facilitator would expect."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.content.finding import MISSING, Finder, Wanted, folded, suits, title_of
from gogrow.content.library import CardEntry, Library, OwnDeck
from gogrow.domain.deck import AssignmentCard, CardKind, Deck, DilemmaCard


@cache
def library() -> Library:
    """The decks that ship, and one of a user's own with a card in one language and an icon of its own."""
    shipped = tuple(read_deck(paths.decks() / name) for name in ("go-grow", "koerskaart"))
    first = shipped[0].cards["nl"][0]
    mine = replace(first, id="mijn", question="Hoe houd je het vol in de náchtdienst?", icon="maan", origin="go-grow/x")
    deck = Deck("nacht", {"nl": "Nacht", "en": "Night"}, "", "", (), ("nl", "en"), None, (), {"nl": (mine,)}, {}, {})
    return Library(shipped, (OwnDeck(Path("nacht"), deck, icons=frozenset({"maan"})),))


def refs(wanted: Wanted, favourites: tuple[str, ...] = (), played: tuple[str, ...] = ()) -> list[str]:
    found = library().finder.find(wanted, favourites, played)
    return [library().entries[at].ref for at in found]


words = st.sampled_from(
    ["", "z", "Zo", "zorg", "collega", "de m", "n", "nacht", "NACHT", "work", "één", "een", "?", "'", "nieuwe machine"]
)
wishes = st.builds(
    Wanted,
    words=words,
    deck=st.sampled_from(["", "nacht", "koerskaart", "go-grow", "gone"]),
    kinds=st.frozensets(st.sampled_from(list(CardKind)), max_size=2),
    theme=st.sampled_from(["", "", "technology", "healthy"]),
    field=st.sampled_from(["", "", "know", "grow"]),
    minutes=st.sampled_from([0, 0, 3, 5]),
    sector=st.sampled_from(["", "production", "care"]),
    without=st.frozensets(st.sampled_from(["health", "pay", "leaving"])),
    fits=st.sampled_from(["", "two", "team"]),
    language=st.sampled_from(["", "nl", "en", MISSING]),
    favourites=st.booleans(),
    fresh=st.booleans(),
    own=st.booleans(),
)


def naive(wanted: Wanted, favourites: frozenset[str], played: frozenset[str]) -> list[str]:
    """Card by card, word by word."""
    found = []
    for entry in library().entries:
        cards = tuple(entry.words.values())
        texts = [folded(str(value)) for card in cards for value in _values(card)]
        fits = all(any(word in text for text in texts) for word in folded(wanted.words).split())
        fits = fits and wanted.deck in ("", entry.deck) and (not wanted.kinds or entry.kind in wanted.kinds)
        fits = fits and (entry.own or not wanted.own) and (entry.ref in favourites or not wanted.favourites)
        fits = fits and not (wanted.fresh and entry.play_id in played)
        if wanted.language == MISSING:
            fits = fits and entry.own
        elif wanted.language:
            fits = fits and wanted.language in entry.words
        if fits and suits(cards[0], wanted):
            found.append(entry)
    start = " ".join(folded(wanted.words).split())
    found.sort(key=lambda e: not (start and any(folded(title_of(c)).startswith(start) for c in e.words.values())))
    return [entry.ref for entry in found]


def _values(card: AssignmentCard | DilemmaCard) -> list[str]:
    if isinstance(card, AssignmentCard):
        return [card.before, card.question, card.after, card.hint]
    parts = [card.title, card.situation, card.a, card.a_reason, card.b, card.b_reason, card.fact, card.hint]
    return [*parts, *card.deepen]


@settings(max_examples=40)
@given(st.lists(wishes, min_size=1, max_size=4), st.data())
def test_it_finds_what_looking_at_each_card_finds(all_wanted: list[Wanted], data: st.DataObject) -> None:
    every = [entry.ref for entry in library().entries]
    favourites = frozenset(data.draw(st.lists(st.sampled_from(every), max_size=30)))
    played = frozenset(data.draw(st.lists(st.sampled_from([e.play_id for e in library().entries]), max_size=30)))
    for wanted in all_wanted:  # one after another: what it remembers of the one before is no hindrance
        assert refs(wanted, tuple(favourites), tuple(played)) == naive(wanted, favourites, played)


@settings(max_examples=40)
@given(st.text("abdeinorstz ", max_size=12))
def test_letter_by_letter_is_the_same_as_at_once(typed: str) -> None:
    finder = library().finder
    found = [finder.find(Wanted(words=typed[: length + 1])) for length in range(len(typed))]
    fresh = Finder(library().entries, {})
    assert found[-1:] == [fresh.find(Wanted(words=typed))][: len(typed)]


def test_a_night_shift_in_production() -> None:
    """The story: at most five minutes, production (what is for everybody fits too), nothing about leaving."""
    wanted = Wanted(sector="production", minutes=5, without=frozenset({"leaving"}))
    found = [library().entry(ref) for ref in refs(wanted)]
    cards = [entry.card("nl") for entry in found if entry is not None]
    dilemmas = [card for card in cards if isinstance(card, DilemmaCard)]
    assert {"production", "all"} == {sector for card in dilemmas for sector in card.sectors} & {"production", "all"}
    assert all({"production", "all"} & set(card.sectors) for card in dilemmas)
    assert not any(card.sensitive == "leaving" for card in dilemmas)
    assert all(card.minutes <= 5 for card in cards if isinstance(card, AssignmentCard))
    assert any(card.id.startswith("know") for card in cards), "an assignment knows no sector: it is for everybody"


@pytest.mark.parametrize("typed", ["nachtdienst", "NÁCHTDIENST", "  nacht   volh", "houd je het vol"])
def test_accents_capitals_and_order_do_not_matter(typed: str) -> None:
    expected = [] if "volh" in typed else ["nacht/mijn"]
    assert refs(Wanted(words=typed, own=True)) == expected


def test_a_title_that_begins_with_the_words_comes_first() -> None:
    found = refs(Wanted(words="hoe"))
    entry = library().entry(found[0])
    assert entry is not None
    assert folded(title_of(entry.card("nl"))).startswith("hoe")
    begins = [any(folded(title_of(c)).startswith("hoe") for c in e.words.values())
              for e in map(library().entry, found) if e is not None]  # fmt: skip
    assert begins == sorted(begins, reverse=True)
    assert not all(begins)


def test_it_says_which_languages_are_missing() -> None:
    mine = library().entry("nacht/mijn")
    shipped = library().entry("go-grow/know-01")
    assert isinstance(mine, CardEntry)
    assert isinstance(shipped, CardEntry)
    assert library().finder.lacks(mine) == ("en",)
    assert library().finder.lacks(shipped) == ()


def test_a_card_is_shown_as_it_is_played() -> None:
    mine, shipped = library().entry("nacht/mijn"), library().entry("koerskaart/technology-01")
    assert mine is not None
    assert shipped is not None
    card = library().shown(mine, "en")
    assert card in library().deck.cards["nl"], "in the language that it has"
    assert (card.id, card.icon) == ("nacht/mijn", "nacht/maan")
    assert library().shown(shipped, "en") in library().deck.dilemmas["en"]
