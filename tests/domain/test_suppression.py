"""Rounding within a workshop: near to what was counted, and never telling of fewer than five people."""

from __future__ import annotations

import pytest

from gogrow.domain.suppression import ENOUGH, Figure, figure, mentions, possible, rounded, secure


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((4, 3, 2, 1, 1), (5, 5, 0, 0, 0)),
        ((9, 8, 5, 2, 1), (10, 10, 5, 0, 0)),
        ((12, 0, 0, 0, 0), (10, 0, 0, 0, 0)),  # never above the people, so that nobody knows that all said so
        ((5, 0, 0, 0, 0), (5, 0, 0, 0, 0)),
        ((8, 0, 0, 0, 0), (5, 0, 0, 0, 0)),
        ((2, 2, 0, 0, 0), ()),  # four people
        ((4, 3, 0, 0, 0), ()),  # both would be three or four: they add up to seven
        ((3, 3), ()),
        ((6, 3), ()),  # nine people, two answers
        ((8, 4), ()),  # four, or three: they add up to twelve
        ((7, 5), (5, 5)),
        ((), ()),
    ],
)
def test_a_table_is_rounded_or_left_out(counts: tuple[int, ...], found: tuple[int, ...]) -> None:
    assert rounded(counts) == found


def test_mentions_are_never_more_than_the_people() -> None:
    assert [mentions(count, 12) for count in (0, 2, 3, 7, 8, 12, 40)] == [0, 0, 5, 5, 10, 10, 10]
    assert [mentions(count, 4) for count in range(9)] == [0] * 9


def test_what_can_be_known_of_a_rounded_table() -> None:
    assert possible((5, 5, 0, 0, 0), 11) == ((3, 7), (3, 7), (0, 2), (0, 2), (0, 2))
    assert possible((5, 5), 12) == ((5, 7), (5, 7))
    assert possible((10, 5), 12) == ((8, 9), (3, 4))
    assert secure((5, 5), 12)
    assert not secure((10, 5), 12)


def test_a_figure_is_told_when_enough_people_must_be_behind_it() -> None:
    assert figure([[5], [0]]).told is None  # three of one team, perhaps
    assert figure([[5], [5]]) == Figure(10, 6)
    assert figure([[5], [5]]).told == 10
    assert figure([[10]]).told == 10
    assert figure([[5, 5]]).told is None  # the same people, twice
    assert figure([[5, 10], [5]]) == Figure(20, 11)
    assert figure([]).told is None
    assert figure([[0], [0, 0]]).told is None


def test_sums_of_teams_are_near_what_was_counted() -> None:
    counts = [(4, 3, 2, 1, 1), (3, 4, 1, 2, 0), (6, 2, 2, 1, 0), (5, 3, 3, 0, 1), (2, 4, 4, 2, 1)]
    told = figure([rounded(table)[0]] for table in counts).told
    assert told is not None
    assert abs(told - sum(table[0] for table in counts)) <= 2 * len(counts)
    assert told >= ENOUGH
