"""Whose plan a code is: looked up in all workshops of a file, without reading any of them whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gogrow.store.workspace import Workspace

_SQL = """
SELECT w.id, w.title, w.date, p.id, p.name
FROM participant p JOIN workshop w ON w.id = p.workshop_id
WHERE p.code = ? AND w.hidden = 0
ORDER BY w.position, p.position
"""


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where a plan is: the workshop and the participant, each by id and by what they are called."""

    workshop: str
    title: str
    date: dt.date | None
    participant: str
    name: str


def plans_with(workspace: Workspace, code: str) -> tuple[PlanPlace, ...]:
    """The plans with this code (``XXXX-XXXX``), in the order of the list. None when it is in another file.

    A code is drawn by lot within a workshop, so two workshops may share one, though that is rare. Raises StoreFault.
    """
    return tuple(
        PlanPlace(workshop, title, dt.date.fromisoformat(day) if day else None, participant, name)
        for workshop, title, day, participant, name in workspace.select(_SQL, (code,))
    )
