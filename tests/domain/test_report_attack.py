"""Someone who reads reports tries to find people in them: ten thousand organisations, and any reports about them.

The attacker knows the rules, who was in each workshop and how many people answered. He gets the figures of a sequence
of reports over all sorts of sets of teams: each by itself beside the total, one team more each time, all but one. He
solves for what each team adds (exactly, in whole fractions), and what he knows of a team then has to add up to its
people, which narrows it further. He wins when he can say of a count in a team that it is 1, 2, 3 or 4, that it is 0, or
the same of those who are not in it.

So that these tests can fail, he also attacks rules that are weaker, and wins.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

import pytest

from gogrow.domain import added as adding
from gogrow.domain import suppression
from gogrow.domain.ballot import counted
from gogrow.domain.dilemmas import POLL, Moment, ViewCount
from gogrow.domain.report import report
from gogrow.domain.suppression import ENOUGH, Counts, figure, rounded
from gogrow.domain.workshop import Harvest, Workshop
from tests.teams import organisation

SEQUENCES = 10_000
Interval = tuple[int, int]


@dataclass(frozen=True)
class Rule:
    """How teams' tables become figures, and what the attacker, who knows that, makes of what a team adds."""

    adds: Callable[[Counts], Counts]
    tells: Callable[[Sequence[int]], int | None]
    means: Callable[[Sequence[int | None], int], Sequence[Interval]]


def vague(low: int, high: int) -> bool:
    """Whether a count that is known to lie between these says nothing about fewer than five people."""
    return high >= ENOUGH or (low == 0 and high >= 2)


# What he can know at the most: every table there is


def tables(people: int, cells: int, most: int | None = None) -> Iterator[Counts]:
    """Every way in which so many people can answer, but for the order of the answers."""
    most = people if most is None else min(most, people)
    if cells == 1:
        if people <= most:
            yield (people,)
        return
    for first in range(most, -1, -1):
        if first * cells < people:
            return
        for others in tables(people - first, cells - 1, first):
            yield (first, *others)


@pytest.mark.parametrize("cells", [2, 3, 4, 5, 6])
def test_no_table_of_up_to_40_people_gives_anything_away(cells: int) -> None:
    for people in range(ENOUGH, 41):
        same: dict[tuple[Counts, int], set[int]] = defaultdict(set)
        for table in tables(people, cells):
            shown = rounded(table) or (0,) * cells  # what is left out adds nothing, as if all were nought
            for count, cell in zip(table, shown, strict=True):
                same[tuple(sorted(shown)), cell].add(count)
        for counts in same.values():
            assert vague(min(counts), max(counts)), (people, counts)
            assert vague(people - max(counts), people - min(counts)), (people, counts)


@pytest.mark.parametrize("cells", [2, 5])
def test_what_is_possible_is_what_some_table_has(cells: int) -> None:
    """The check that lets a table through knows as much as the attacker, not less."""
    for people in range(10, 41):
        found: dict[tuple[Counts, int], set[int]] = defaultdict(set)
        for table in tables(people, cells):
            shown = rounded(table)
            for count, cell in zip(table, shown or (), strict=False):
                found[tuple(sorted(shown)), cell].add(count)
        for (shown, cell), counts in found.items():
            low, high = suppression.possible(shown, people)[shown.index(cell)]
            assert counts == set(range(low, high + 1))


# Sequences of reports


@cache
def alone(rows: tuple[int, ...], teams: int) -> tuple[tuple[Fraction, ...] | None, ...]:
    """How to add up the figures of these reports (sets of teams, as bits) to get what each team adds, where one can.

    Exact elimination: rows of the system, with the identity beside it.
    """
    size = len(rows)
    system = [
        [Fraction(row >> team & 1) for team in range(teams)] + [Fraction(at == other) for other in range(size)]
        for at, row in enumerate(rows)
    ]
    done = 0
    for team in range(teams):
        pivot = next((at for at in range(done, size) if system[at][team]), None)
        if pivot is None:
            continue
        system[done], system[pivot] = system[pivot], system[done]
        system[done] = [value / system[done][team] for value in system[done]]
        for at in range(size):
            if at != done and system[at][team]:
                factor = system[at][team]
                system[at] = [value - factor * there for value, there in zip(system[at], system[done], strict=True)]
        done += 1
    found: list[tuple[Fraction, ...] | None] = [None] * teams
    for line in system[:done]:
        alone_in = [team for team in range(teams) if line[team]]
        if len(alone_in) == 1:
            found[alone_in[0]] = tuple(line[teams:])
    return tuple(found)


def solved(asked: Sequence[int], told: Sequence[int | None], teams: int) -> list[int | None]:
    """What each team adds to a figure, where it can be found from what reports over these sets told."""
    known = [(row, value) for row, value in zip(asked, told, strict=True) if value is not None]
    ways = alone(tuple(row for row, _ in known), teams)
    values = [value for _, value in known]
    return [None if way is None else int(sum(w * v for w, v in zip(way, values, strict=True))) for way in ways]


def narrowed(boxes: Sequence[Interval], people: int) -> list[Interval]:
    """Counts that have to add up to the people."""
    least, most = sum(low for low, _ in boxes), sum(high for _, high in boxes)
    return [(max(low, people - most + high), min(high, people - least + low)) for low, high in boxes]


def sequence(source: random.Random, teams: int) -> list[int]:
    """Which teams are in which report."""
    every = (1 << teams) - 1
    singles, growing = [1 << team for team in range(teams)], [(1 << team + 1) - 1 for team in range(teams)]
    but_one = [every ^ single for single in singles]
    asked = {
        "siblings": [*singles, every],
        "growing": growing,
        "differences": [every, *but_one],
        "all": list(range(1, every + 1)),
        "some": [source.randint(1, every) for _ in range(source.randint(2, 6))],
    }
    return asked[source.choice(list(asked))]


def answers(source: random.Random) -> list[Counts]:
    """What teams answered: of some nearly all the same, of some all sorts."""
    cells, found = source.choice((2, 4, 5, 5, 5)), []
    for _ in range(source.randint(2, 4)):
        weights = [source.random() ** source.choice((1, 4)) + 0.01 for _ in range(cells)]
        chosen = source.choices(range(cells), weights, k=source.randint(1, 26))
        found.append(tuple(chosen.count(cell) for cell in range(cells)))
    return found


def finds(source: random.Random, rule: Rule) -> str:
    """What the attacker finds out about one organisation; '' for nothing."""
    teams = answers(source)
    asked = sequence(source, len(teams))
    added = [rule.adds(table) for table in teams]
    known: list[list[int | None]] = []  # for each cell what each team adds
    for cell in range(len(teams[0])):
        told = [rule.tells([adds[cell] for at, adds in enumerate(added) if row >> at & 1]) for row in asked]
        known.append(solved(asked, told, len(teams)))
    for at, table in enumerate(teams):
        people = sum(table)
        boxes = rule.means([cells[at] for cells in known], people)
        for count, (low, high) in zip(table, narrowed(boxes, people), strict=True):
            assert low <= count <= high, "the attacker must be right"
            if (low, high) != (0, people) and not (vague(low, high) and vague(people - high, people - low)):
                return f"{low} to {high} of {people} in {table}, by {asked}"
    return ""


@cache
def left_out(people: int, cells: int) -> Interval:
    """The least and the most in a cell of a table that adds nothing."""
    counts = [count for table in tables(people, cells) if not any(rounded(table)) for count in table]
    return min(counts), max(counts)


def means_rounded(adds: Sequence[int | None], people: int) -> list[Interval]:
    if people < ENOUGH or not any(adds):  # nothing was added: it was left out, perhaps
        return [(0, people) if people < ENOUGH or None in adds else left_out(people, len(adds))] * len(adds)
    return [rough(cell, people) for cell in adds]


def rough(cell: int | None, people: int) -> Interval:
    if cell is None:
        return 0, people
    return max(0, cell - 2), people if cell >= people // 5 * 5 else cell + 2


OURS = Rule(
    adds=lambda table: rounded(table) or (0,) * len(table),
    tells=lambda adds: figure([value] for value in adds).told,
    means=means_rounded,
)
EXACT = Rule(  # only figures of fewer than five are left out
    adds=lambda table: table,
    tells=lambda adds: sum(adds) if sum(adds) >= ENOUGH else None,
    means=lambda adds, people: [(0, people) if value is None else (value, value) for value in adds],
)
EACH = Rule(  # as well in each team, but nothing is done about what adds up
    adds=lambda table: tuple(count if count >= ENOUGH else 0 for count in table),
    tells=lambda adds: sum(adds) or None,
    means=lambda adds, people: [
        (0, people) if value is None else (value, value) if value else (0, ENOUGH - 1) for value in adds
    ],
)
UNCHECKED = Rule(  # rounded, but no table is left out
    adds=lambda table: tuple(min((count + 2) // 5 * 5, sum(table) // 5 * 5) for count in table),
    tells=lambda adds: sum(adds) or None,
    means=lambda adds, people: [rough(value, people) for value in adds],
)


def test_nobody_is_found_by_any_sequence_of_reports() -> None:
    source = random.Random(20261129)
    for _ in range(SEQUENCES):
        assert finds(source, OURS) == ""


@pytest.mark.parametrize("weaker", [EXACT, EACH, UNCHECKED], ids=["exact", "each", "unchecked"])
def test_weaker_rules_give_people_away(weaker: Rule) -> None:
    source = random.Random(1)
    assert sum(finds(source, weaker) != "" for _ in range(500)) >= 5


# The report itself


def with_answers(workshop: Workshop, wishes: Counts, named: int) -> Workshop:
    """The workshop of as many people as answered."""
    views = (ViewCount(f"{POLL}.before", POLL, Moment.BEFORE, wishes),)
    harvest = (Harvest("h", "Rust", named),) if named else ()
    return replace(workshop, participants=workshop.participants[: sum(wishes)], views=views, harvest=harvest)


def in_reports(source: random.Random) -> str:
    """What the attacker finds out from reports about workshops."""
    teams = [
        with_answers(workshop, counted(source.choices(range(1, 6), (4, 2, 1, 1, 1), k=source.randint(5, 14))), named)
        for workshop in organisation(3, 14)
        for named in [source.randint(0, 9)]
    ]
    asked = sequence(source, len(teams))
    made = [report(team for at, team in enumerate(teams) if row >> at & 1) for row in asked]
    for cell in range(5):
        told = [one.wishes[cell] if one.wishes else None for one in made]
        for team, value in zip(teams, solved(asked, told, len(teams)), strict=True):
            people, counts = len(team.here()), team.counts(POLL, Moment.BEFORE)
            if value == counts[cell] and value % 5:
                return f"{value} of {people}"
            if value:
                low, high = rough(value, people)
                assert low <= counts[cell] <= high, "the attacker must be right"
    told = [next((line.count for line in one.themes), None) for one in made]
    for team, value in zip(teams, solved(asked, told, len(teams)), strict=True):
        named = team.harvest[0].count if team.harvest else 0
        if value is not None and (value % 5 or (value and named < 3)):
            return f"{value} named it"
    return ""


def test_nobody_is_found_in_reports_about_workshops() -> None:
    source = random.Random(7)
    assert [found for _ in range(150) if (found := in_reports(source))] == []


def test_reports_that_add_up_what_was_counted_give_people_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "rounded", lambda counts: tuple(counts))
    monkeypatch.setattr(adding, "mentions", lambda count, people: count)
    source = random.Random(7)
    assert any(in_reports(source) for _ in range(150))
