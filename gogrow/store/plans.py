"""Whose plan a code is: looked up in all workshops of a file, without reading any of them whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from gogrow.store.workspace import Workspace

_PLANS = """
SELECT w.id, w.title, w.date, p.id, p.name
FROM participant p JOIN workshop w ON w.id = p.workshop_id
WHERE p.code = ? AND w.hidden = 0
ORDER BY w.position, p.position
"""
_CHAINS = "SELECT id, follows FROM workshop WHERE follows != ''"  # one that was taken off the list still links two


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Where a plan is: the workshop and the participant, each by id and by what they are called.

    ``followed``: a workshop that looks back at this one has the plan too, so that it goes on there.
    """

    workshop: str
    title: str
    date: dt.date | None
    participant: str
    name: str
    followed: bool = False


def plans_with(workspace: Workspace, code: str) -> tuple[PlanPlace, ...]:
    """The plans with this code (``XXXX-XXXX``), the newest of workshops that follow each other first.

    None when it is in another file. A code is drawn by lot within a workshop, so that two workshops which do not follow
    each other may share one, though that is rare: then more than one is not `followed`, in the order of the list.
    Raises StoreFault.
    """
    found = workspace.select(_PLANS, (code,))
    follows = {row[0]: row[1] for row in workspace.select(_CHAINS)} if len(found) > 1 else {}
    before = {workshop: _before(workshop, follows) for workshop, *_ in found}
    places = [
        PlanPlace(
            workshop,
            title,
            dt.date.fromisoformat(day) if day else None,
            participant,
            name,
            any(workshop in earlier for other, earlier in before.items() if other != workshop),
        )
        for workshop, title, day, participant, name in found
    ]
    return tuple(sorted(places, key=lambda p: (p.followed, -len(before[p.workshop]) if p.followed else 0)))


def _before(workshop: str, follows: Mapping[str, str]) -> frozenset[str]:
    """All workshops that this one follows, near or far."""
    seen: set[str] = set()
    while (workshop := follows.get(workshop, "")) and workshop not in seen:
        seen.add(workshop)
    return frozenset(seen)
