"""Cards of two decks among each other: whatever is chosen, every card is accounted for and the mix is a right deck."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow.content import deck_reader
from gogrow.content.deck_files import DeckFiles
from gogrow.content.pack_compare import Key, State, compare
from gogrow.content.pack_mix import Choice, fresh, mixed
from gogrow.domain.deck import Deck
from tests.content import packs

IDS = st.sampled_from(["a", "a-2", "a-3", "b", "x" * 40, f"{'x' * 38}-2"])
WORDS = st.sampled_from(["Hoe?", "Wie: jij?", "- waar", "no", "Één 'keer'", "#1", "4", "~"])
CARDS = st.dictionaries(IDS, WORDS, min_size=1)


def files(cards: dict[str, str]) -> dict[str, bytes]:
    written = "".join(
        f'- id: {id}\n  moment: opening\n  minutes: 3\n  icon: coffee\n  question: "{words}"\n'
        for id, words in cards.items()
    )
    return {"deck.yaml": packs.DECK.encode(), "cards.nl.yaml": f"questions:\n{written}".encode()}


def deck(made: dict[str, bytes]) -> Deck:
    return deck_reader.read(DeckFiles.held(made))[0]


def words(made: dict[str, bytes]) -> dict[str, str]:
    return {card.id: card.question for card in deck(made).questions["nl"]}


@settings(max_examples=50)
@given(CARDS, CARDS, st.data())
def test_every_card_is_accounted_for(mine: dict[str, str], theirs: dict[str, str], data: st.DataObject) -> None:
    own, other = files(mine), files(theirs)
    comparison = compare(deck(other), deck(own))
    states = {item.id: item.state for item in comparison.items}
    assert states == {
        id: State.NEW
        if id not in mine
        else State.ONLY_MINE
        if id not in theirs
        else State.SAME
        if mine[id] == theirs[id]
        else State.CHANGED
        for id in {**mine, **theirs}
    }
    changed = comparison.of(State.CHANGED)
    choices: dict[Key, Choice] = {item.key: data.draw(st.sampled_from(Choice)) for item in changed}
    made = words(mixed(own, other, comparison, choices))
    expected = dict(mine)
    for item in (*comparison.of(State.NEW), *changed):
        if choices.get(item.key) in (None, Choice.THEIRS):
            expected[item.id] = theirs[item.id]
    assert {id: made[id] for id in expected} == expected
    more = sorted(made[id] for id in made if id not in expected)
    assert more == sorted(theirs[item.id] for item in changed if choices[item.key] is Choice.BOTH)


@given(IDS, st.sets(IDS))
def test_a_fresh_id_is_new_and_an_id(id: str, used: set[str]) -> None:
    made = fresh(id, used)
    assert made not in used
    assert made != id
    assert len(made) <= 40
