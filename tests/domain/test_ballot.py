"""Voices while they are counted, and what of them may be shown or kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gogrow.domain import ballot
from gogrow.domain.ballot import Ballot, add, choose, counted, expect, names_kept, one_voice, say, take_back
from gogrow.domain.dilemmas import Moment
from gogrow.domain.outcome import RuleBroken

EMPTY = Ballot("d1", Moment.BEFORE, 14)
VIEWS = st.lists(st.integers(1, 5), max_size=14)


def typed(*views: int) -> Ballot:
    made = EMPTY
    for view in views:
        made = add(made, view)
    return made


def test_fourteen_cards_and_not_one_more() -> None:
    full = typed(*[2, 2, 4, 5, 1, 3, 3, 2, 4, 4, 1, 5, 2, 3])
    assert (full.total, full.counts) == (14, (2, 4, 3, 3, 2))
    with pytest.raises(RuleBroken, match="views_many"):
        add(full, 3)
    assert add(expect(full, 1), 3).total == 15


@pytest.mark.parametrize("view", [0, 6, -1])
def test_what_is_no_step_from_a_to_b(view: int) -> None:
    with pytest.raises(RuleBroken, match="no_view"):
        add(EMPTY, view)
    with pytest.raises(RuleBroken, match="no_view"):
        choose(EMPTY, "p1", view)


def test_the_last_one_is_taken_back() -> None:
    assert take_back(typed(2, 5)) == typed(2)
    with pytest.raises(RuleBroken, match="no_views"):
        take_back(EMPTY)


def test_late_and_passing_change_the_total_and_nothing_else() -> None:
    one = typed(2, 5)
    assert expect(one, -1).counts == one.counts
    assert expect(one, -20).expected == 2  # never fewer than are in
    passed = choose(choose(EMPTY, "p1", 3), "p1", None)
    assert (passed.total, passed.passed) == (0, frozenset({"p1"}))


def test_a_name_chooses_once() -> None:
    made = choose(choose(EMPTY, "p1", 3), "p1", 5)
    assert (made.named, made.counts) == ({"p1": 5}, (0, 0, 0, 0, 1))
    assert ballot.clear(made, "p1").total == 0


@pytest.mark.parametrize(
    ("first", "second", "known"),
    [
        ((2, 4, 3, 3, 2), (2, 4, 3, 3, 3), True),  # somebody came late
        ((2, 4, 3, 3, 2), (2, 4, 3, 3, 1), True),  # somebody left
        ((2, 4, 3, 3, 2), (2, 3, 4, 3, 2), True),  # one moved
        ((2, 4, 3, 3, 2), (2, 4, 3, 3, 5), True),  # three came late and all chose B
        ((2, 4, 3, 3, 2), (2, 4, 3, 3, 2), False),
        ((2, 4, 3, 3, 2), (1, 3, 4, 4, 2), False),
        ((), (2, 4, 3, 3, 2), False),
    ],
)
def test_counts_that_give_one_person_away(first: tuple[int, ...], second: tuple[int, ...], known: bool) -> None:
    assert one_voice(first, second) is known


@given(VIEWS, st.integers(1, 5))
def test_one_more_voice_is_always_found(views: list[int], more: int) -> None:
    if views:
        assert one_voice(counted(views), counted([*views, more]))
        assert one_voice(counted([*views, more]), counted(views))


@given(st.dictionaries(st.sampled_from([f"p{n}" for n in range(9)]), st.integers(1, 5)), st.data())
def test_names_in_the_file_never_give_away_who_said_no(named: dict[str, int], data: st.DataObject) -> None:
    made = EMPTY
    for id, view in named.items():
        made = choose(made, id, view)
        if data.draw(st.booleans()):
            made = say(made, id, kept=True)
    kept = dict(names_kept(made))
    assert all(id in made.kept and named[id] == view for id, view in kept.items())
    rest = [view for id, view in named.items() if id not in kept]
    if kept and rest:
        assert len(set(rest)) > 1  # nobody can tell who of them chose what
