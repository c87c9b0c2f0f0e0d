"""Figures from which nobody can be found: not in one report, and not by comparing any number of reports.

**Who attacks.** Someone who reads reports (not the facilitator, who has the file). He may have any reports, over any
sets of workshops: a team by itself, the teams beside their total, the same teams and one more, last year's and this
year's. He knows who was in each workshop, how many people answered each question, and these rules.

**The rule.** Every count is rounded *within its own workshop*: to the nearest multiple of `STEP`, never above the
people who were there. A table of answers whose rounded counts would still give something away, because they have to
add up to the people who answered, is left out of that workshop as a whole (`rounded`). A report adds up these rounded
counts and nothing else, and shows a sum only when at least `ENOUGH` people must be behind it (`Figure`).

**Why that holds for any sequence of reports.** Whatever a report shows is made of the rounded tables of its workshops,
and such a table is made of its own workshop alone. So all reports that ever were and will be, over whatever sets, say
no more together than the rounded tables themselves, each seen apart: the best that subtracting can find. And those are
safe by themselves. Whoever has one, knows how many answered and knows this rule, can never conclude

- that a count is 1, 2, 3 or 4: among the counts that are possible there is always a 0, or one of 5 or more;
- that nobody gave an answer, or that everybody did: whenever a count may be 0 it may be 2 as well;
- the same of the others: how many did *not* give that answer (``people - count``).

`secure` checks just that before a table is let through, with all counts that give the same rounded table: they are
all the whole numbers in a box that add up to the people, so that the least and the most of each cell are exact. It
looks at nothing but the rounded table and the people, which the attacker has as well: that a table is missing says no
more than that it is one of those that are left out, and these have among them, for each cell, a 0 as well as a 2 or
more, or a 5 or more. That last is so from `FEW_CELLS` answers on, or with `CELLS` answers to choose from; a table that
is smaller in both ways is left out whatever stands in it.
``tests/domain/test_report_attack.py`` goes through all tables of up to 40 people, and plays the attacker.

No list of earlier reports is needed for that, which could be lost, or be on another laptop.

**What it costs.** What one or two people of a team say is not counted, however many teams there are; sums are rough
(each workshop may be 2 off, either way); a single small team gets hardly any figures. Of two people, or of fewer than
five, nothing is told at all.

**What it does not hold against.** A workshop that is opened again and changes is another workshop with nearly the same
people: a reader who knows that in between only one person was added would learn, where a figure moves, on which side of
a border that person was. So only workshops that are over count, and what one has added to a report stays what it adds
(`gogrow.store.reported`), as long as that computer knows. Nor against those who were there themselves, and together
know what nearly all of the others said.

Sources: rounding to base 5 is how Statistics Canada publishes its census; Hundepool and others, *Statistical Disclosure
Control* (2012), on differencing and on rounding before adding up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ENOUGH = 5
"""People that must be behind a figure. About managers, who would need ten, a report holds no figure at all."""

STEP = 5
"""Counts are rounded to multiples of this."""

CELLS = 5
"""With fewer answers to choose from than this, a table needs `FEW_CELLS` people."""

FEW_CELLS = 10
"""See `CELLS`."""

_HALF = STEP // 2

Counts = tuple[int, ...]


def rounded(counts: Sequence[int]) -> Counts:
    """A table of answers, of which each person gave one, rounded; () when it has to be left out."""
    answered = sum(counts)
    if answered < (ENOUGH if len(counts) >= CELLS else FEW_CELLS):
        return ()
    found = tuple(_near(count, answered) for count in counts)
    return found if secure(found, answered) else ()


def mentions(count: int, people: int) -> int:
    """How often something was named in a workshop of so many people, rounded.

    A mention counts for one person at most, and there are never more of them than people; mentions do not add up to
    anything, so each can be rounded by itself.
    """
    return _near(count, people)


def possible(table: Counts, people: int) -> tuple[tuple[int, int], ...]:
    """The least and the most that each count can be, for whoever knows the rounded table and how many answered.

    Each whole number between them can be, with others that add up.
    """
    boxes = [(max(0, cell - _HALF), people if cell >= _top(people) else cell + _HALF) for cell in table]
    least, most = sum(low for low, _ in boxes), sum(high for _, high in boxes)
    return tuple((max(low, people - (most - high)), min(high, people - (least - low))) for low, high in boxes)


def secure(table: Counts, people: int) -> bool:
    """Whether a rounded table gives nothing away about fewer than `ENOUGH` people: of those counted, and of the others.

    See above: a count, and how many are left without it, must each be able to be `ENOUGH` or more, or to be 0 as well
    as 2.
    """
    found = possible(table, people)
    return all(_vague(low, high) and _vague(people - high, people - low) for low, high in found)


@dataclass(frozen=True, slots=True)
class Figure:
    """Rounded counts of several workshops, added up. ``least`` is the number of people that must be behind them."""

    total: int = 0
    least: int = 0

    @property
    def told(self) -> int | None:
        """The number that may be shown, or None: too few, or nobody, which look alike."""
        return self.total if self.least >= ENOUGH else None


def figure(teams: Iterable[Iterable[int]]) -> Figure:
    """The sum of rounded counts, for each team those of all its workshops.

    The same people may be in all workshops of a team, so of these only the largest tells how many people there are.
    """
    total = least = 0
    for counts in teams:
        found = list(counts)
        total += sum(found)
        least += max((count - _HALF for count in found if count), default=0)
    return Figure(total, least)


def _vague(low: int, high: int) -> bool:
    return high >= ENOUGH or (low == 0 and high >= 2)


def _top(people: int) -> int:
    """The largest rounded count that there can be among so many people."""
    return people // STEP * STEP


def _near(count: int, people: int) -> int:
    return min((count + _HALF) // STEP * STEP, _top(people))
