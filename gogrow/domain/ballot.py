"""Voices while they are counted: in memory only, from the first key until they are shown.

A `Ballot` is never written and has no place in a workshop. What leaves it are counts, all at once, and names of those
who agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gogrow.domain.dilemmas import Moment
from gogrow.domain.outcome import RuleBroken

STEPS = 5
"""Steps from A to B, and wishes in the closing poll."""

ENOUGH_VIEWS = 5
"""With fewer voices than this it can be guessed who stands where, so the screen asks before it shows them."""

Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One count of ``expected`` voices about something.

    ``voices`` are views (1 to 5) in the order in which they were typed, which nothing but taking one back may use.
    With names, ``named`` maps a participant to a view. ``aloud`` are those whose name may stand at their dot,
    ``kept`` those whose view may be kept with the name. ``passed`` are participants who pass.
    """

    about: str
    moment: Moment
    expected: int
    voices: tuple[int, ...] = ()
    named: Mapping[str, int] = field(default_factory=dict)
    passed: frozenset[str] = frozenset()
    aloud: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    shown: bool = False

    @property
    def total(self) -> int:
        """How many voices are in."""
        return len(self.voices) + len(self.named)

    @property
    def counts(self) -> Counts:
        """How many chose each step."""
        return counted((*self.voices, *self.named.values()))


def counted(views: Iterable[int]) -> Counts:
    """Counts of views from 1 to 5."""
    found = [0] * STEPS
    for view in views:
        found[view - 1] += 1
    return tuple(found)


def add(ballot: Ballot, view: int) -> Ballot:
    """One more voice. Raises RuleBroken ``no_view`` outside 1 to 5, ``views_many`` when all are in."""
    if not 1 <= view <= STEPS:
        raise RuleBroken("no_view", limit=STEPS)
    if ballot.total >= ballot.expected:
        raise RuleBroken("views_many", count=ballot.expected)
    return replace(ballot, voices=(*ballot.voices, view))


def take_back(ballot: Ballot) -> Ballot:
    """The last voice is not in. Raises RuleBroken ``no_views`` when there is none."""
    if not ballot.voices:
        raise RuleBroken("no_views")
    return replace(ballot, voices=ballot.voices[:-1])


def expect(ballot: Ballot, by: int) -> Ballot:
    """Somebody passes or leaves (-1), or comes late (+1): a change of the total, nothing else."""
    return replace(ballot, expected=max(ballot.total, ballot.expected + by, 0))


def choose(ballot: Ballot, participant: str, view: int | None) -> Ballot:
    """The view of somebody whose name is known; None: no view, which is passing.

    Raises RuleBroken ``no_view``.
    """
    if view is not None and not 1 <= view <= STEPS:
        raise RuleBroken("no_view", limit=STEPS)
    named = {id: old for id, old in ballot.named.items() if id != participant}
    if view is None:
        return replace(ballot, named=named, passed=ballot.passed | {participant})
    return replace(ballot, named={**named, participant: view}, passed=ballot.passed - {participant})


def clear(ballot: Ballot, participant: str) -> Ballot:
    """Nothing was chosen by this person yet, after all."""
    named = {id: old for id, old in ballot.named.items() if id != participant}
    return replace(ballot, named=named, passed=ballot.passed - {participant})


def say(ballot: Ballot, participant: str, *, aloud: bool | None = None, kept: bool | None = None) -> Ballot:
    """What somebody agrees to: the name at the dot, the view kept with the name. Default no."""

    def changed(old: frozenset[str], on: bool | None) -> frozenset[str]:
        return old if on is None else old | {participant} if on else old - {participant}

    return replace(ballot, aloud=changed(ballot.aloud, aloud), kept=changed(ballot.kept, kept))


def one_voice(first: Counts, second: Counts) -> bool:
    """Whether what differs between two counts could be pinned on one person, or on those who came or left.

    That is one voice more, less or moved; or voices that came (or went) all at one place.
    """
    if not first or not second or first == second:
        return False
    changes = [after - before for before, after in zip(first, second, strict=True)]
    if sum(map(abs, changes)) <= 2:
        return True
    touched = [change for change in changes if change]
    return len(touched) == 1


def names_kept(ballot: Ballot) -> tuple[tuple[str, int], ...]:
    """Who is kept with a name, by id. None, when the others could be found by taking these from the counts.

    That is so when only one voice is left over, or all that are left over stand at one place.
    """
    mine = {id: view for id, view in ballot.named.items() if id in ballot.kept}
    left = [view for id, view in ballot.named.items() if id not in ballot.kept] + list(ballot.voices)
    if left and len(set(left)) == 1:
        return ()
    return tuple(sorted(mine.items()))
