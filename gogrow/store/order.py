"""Positions of rows that have an order: numbers with room between them, so that moving one row writes one row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise


def placed(ids: Sequence[str], places: Mapping[str, float]) -> dict[str, float]:
    """Positions for rows with these ids, in this order; as many as can keep the position that they have.

    New ones stand evenly between their neighbours. Without room left there (after some 50 in one gap) all get new ones.
    """
    kept = _longest_rising([(id, places[id]) for id in ids if id in places])
    found: dict[str, float] = {}
    waiting: list[str] = []
    low: float | None = None
    for id in [*ids, None]:
        high = kept.get(id) if id is not None else None
        if id is not None and high is None:
            waiting.append(id)
            continue
        for number, one in enumerate(waiting, 1):
            found[one] = _between(low, high, number, len(waiting))
        waiting = []
        if id is not None and high is not None:
            found[id] = low = high
    values = [found[id] for id in ids]
    if any(a >= b for a, b in pairwise(values)):
        return {id: float(number) for number, id in enumerate(ids)}
    return found


def _between(low: float | None, high: float | None, number: int, count: int) -> float:
    if low is None:
        return float(number) if high is None else high - (count + 1 - number)
    return low + number if high is None else low + (high - low) * number / (count + 1)


def _longest_rising(pairs: Sequence[tuple[str, float]]) -> dict[str, float]:
    """The longest run of pairs, in this order, whose second values rise."""
    if all(a[1] < b[1] for a, b in pairwise(pairs)):
        return dict(pairs)
    tails: list[float] = []
    last: list[int] = []
    previous: list[int] = []
    for index, (_, value) in enumerate(pairs):
        spot = bisect_left(tails, value)
        previous.append(last[spot - 1] if spot else -1)
        if spot == len(tails):
            tails.append(value)
            last.append(index)
        else:
            tails[spot], last[spot] = value, index
    chosen: list[tuple[str, float]] = []
    index = last[-1]
    while index >= 0:
        chosen.append(pairs[index])
        index = previous[index]
    return dict(reversed(chosen))
