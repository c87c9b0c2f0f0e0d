"""In which other workshops of a file the same people are: in what follows it, what it follows, and copies of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gogrow.store.workspace import Workspace

_SQL = """
SELECT w.title FROM workshop w
WHERE w.hidden = 0 AND w.id != ? AND EXISTS (
  SELECT 1 FROM participant q WHERE q.workshop_id = w.id
    AND q.person IN (SELECT p.person FROM participant p WHERE p.workshop_id = ?)
)
ORDER BY w.position, w.id
"""


def same_people(workspace: Workspace, id: str) -> tuple[str, ...]:
    """The titles of all other workshops that somebody of this one is in, in the order of the list.

    Tidying one up leaves their names and plans in the others. Raises StoreFault.
    """
    return tuple(title for (title,) in workspace.select(_SQL, (id, id)))
