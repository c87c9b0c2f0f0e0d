"""When people look back at their plans, and which workshop follows which: for the first page, over the whole file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gogrow.store.workspace import Workspace

WEEK = dt.timedelta(days=7)

# A day of one's own goes before the workshop's.
_DAYS = """
SELECT w.id, w.setting, p.id, p.person, coalesce(l.check_in, w.check_in), l.id IS NOT NULL,
  p.role = 'manager' OR EXISTS (SELECT 1 FROM participant q WHERE q.workshop_id = w.id AND q.manager = p.id),
  w.position
FROM workshop w
  JOIN participant p ON p.workshop_id = w.id
  LEFT JOIN stage s ON s.workshop_id = w.id
  LEFT JOIN plan l ON l.workshop_id = w.id AND l.id = p.id
WHERE w.hidden = 0 AND w.summary IS NULL AND w.looked_back = 0
  AND coalesce(l.check_in, w.check_in) IS NOT NULL
  AND (s.begun IS NOT NULL OR l.check_in IS NOT NULL)
  AND (p.presence != 'not_here' OR l.id IS NOT NULL)
ORDER BY w.position, w.id, p.position
"""

# Who is in a workshop that follows another one, and whether there is something to look back at there.
_BACK = """
SELECT f.id, f.follows, f.summary IS NOT NULL, q.person, c.id IS NOT NULL, f.position,
  EXISTS (SELECT 1 FROM workshop e WHERE e.id = f.follows AND e.hidden = 0)
FROM workshop f
  LEFT JOIN participant q ON q.workshop_id = f.id
  LEFT JOIN check_in c ON c.workshop_id = f.id AND c.id = q.id
WHERE f.follows != '' AND f.hidden = 0
ORDER BY f.position DESC, f.id
"""


class When(StrEnum):
    """How near a day to look back is."""

    OVERDUE = "overdue"
    DUE = "due"
    COMING = "coming"


def when(day: dt.date, today: dt.date) -> When:
    """How near a day is: before today, within a week from today, or later."""
    if day < today:
        return When.OVERDUE
    return When.DUE if day <= today + WEEK else When.COMING


@dataclass(frozen=True, slots=True)
class TeamDays:
    """The days on which people of one workshop look back, by the id of the participant; never empty."""

    workshop: str
    days: tuple[tuple[str, dt.date], ...]

    def count(self, wanted: When, today: dt.date) -> int:
        """For how many people the day is that near."""
        return sum(when(day, today) is wanted for _, day in self.days)

    @property
    def first(self) -> dt.date:
        """The earliest of these days."""
        return min(day for _, day in self.days)


@dataclass(frozen=True, slots=True)
class ComingBack:
    """Who is still to look back, per workshop, the earliest first; and the workshop that each other one follows."""

    teams: tuple[TeamDays, ...] = ()
    follows: Mapping[str, str] = field(default_factory=dict)

    def count(self, wanted: When, today: dt.date) -> int:
        """For how many people of all workshops the day is that near."""
        return sum(team.count(wanted, today) for team in self.teams)

    def earlier(self, id: str) -> str:
        """The workshop that this one follows, also when that is not in the list any more; ''."""
        return self.follows.get(id, "")

    def later(self, id: str) -> tuple[str, ...]:
        """The workshops that follow this one, the oldest first."""
        return tuple(one for one, before in self.follows.items() if before == id)


def coming_back(workspace: Workspace) -> ComingBack:
    """Look for all check-ins of the file. Raises StoreFault.

    Of a workshop whose people looked back elsewhere, nobody. Only people who are in a workshop that was held (or
    who chose a day of their own); in a talk for two only whose plan it is. Somebody is done who is in a workshop
    that follows: who only comes along there to lead, and has a plan of then that is not looked back at, is not.
    When a workshop that follows was tidied up, nobody knows any more who was in it, so all are done. What follows a
    workshop that is gone from the list stands for that one too: who is in it is done in all that stand below it.
    """
    back = workspace.select(_BACK)
    erased = {row[1] for row in back if row[2]}
    came = {(row[1], row[3]) for row in back}
    looked = {(row[1], row[3]) for row in back if row[4]}
    astray: dict[str, float] = {}
    for *_, person, _, position, there in back:
        if person is not None and not there:
            astray[person] = min(position, astray.get(person, position))
    still = [
        _Row(*row[:-1])
        for row in workspace.select(_DAYS)
        if row[0] not in erased
        and (row[0], row[3]) not in (looked if row[5] and row[6] else came)
        and row[7] <= astray.get(row[3], row[7])
    ]
    found = (_team(id, list(rows)) for id, rows in groupby(still, key=attrgetter("workshop")))
    teams = tuple(sorted(found, key=lambda team: team.first))
    return ComingBack(teams, {id: earlier for id, earlier, *_ in back})


class _Row(NamedTuple):
    workshop: str
    setting: str
    participant: str
    person: str
    day: str
    planned: int
    leads: int


def _team(id: str, rows: list[_Row]) -> TeamDays:
    if rows[0].setting == "two":
        rows = [row for row in rows if row.planned] or [row for row in rows if not row.leads][:1] or rows[:1]
    return TeamDays(id, tuple((row.participant, dt.date.fromisoformat(row.day)) for row in rows))
