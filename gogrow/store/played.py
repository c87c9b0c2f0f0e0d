"""Which cards a team has seen before: in the other workshops of the same file."""

from __future__ import annotations

import datetime as dt

from gogrow.store.workspace import Workspace

_SQL = """
SELECT w.organisation, w.team, coalesce(w.date, substr(s.begun, 1, 10)), c.id, w.id
FROM workshop w
LEFT JOIN stage s ON s.workshop_id = w.id
LEFT JOIN (
  SELECT workshop_id, id FROM played_card UNION ALL SELECT workshop_id, id FROM played_dilemma
) c ON c.workshop_id = w.id AND w.id <> ?
WHERE w.hidden = 0 AND w.team <> '' AND (c.id IS NOT NULL OR w.id = ?)
"""


def played_with_team(workspace: Workspace, id: str) -> dict[str, dt.date | None]:
    """The cards that the team of workshop ``id`` played in other workshops, by card id, each with the latest date.

    The team is the same when organisation and team are, whatever capitals they are written with. Without a team nothing
    is known. None where no date is. Raises StoreFault.
    """
    rows = workspace.select(_SQL, (id, id))
    whose = next((_team(organisation, team) for organisation, team, *_, own in rows if own == id), None)
    found: dict[str, dt.date | None] = {}
    for organisation, team, day, card, _ in rows:
        if card is None or not _team(organisation, team)[1] or _team(organisation, team) != whose:
            continue
        date, before = dt.date.fromisoformat(day) if day else None, found.get(card)
        found[card] = max((one for one in (date, before) if one is not None), default=None)
    return found


def _team(organisation: str, team: str) -> tuple[str, str]:
    return " ".join(organisation.casefold().split()), " ".join(team.casefold().split())
