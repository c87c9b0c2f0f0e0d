"""Everything in a workspace as JSON can hold it, for ``gogrow export FILE --json``."""

from __future__ import annotations

from typing import Any

from gogrow.domain.workshop import Workshop
from gogrow.store.opening import FORMAT
from gogrow.store.values import json_value
from gogrow.store.workspace import Workspace


def export(workspace: Workspace) -> dict[str, Any]:
    """All workshops of the list, in its order, field by field; the same content gives the same value.

    Undo histories are not in it, nor what was deleted. What has no order stands by id. Raises StoreFault.
    """
    write, _ = json_value(Workshop)
    return {"format": FORMAT, "workshops": [write(workspace.load(one.id)) for one in workspace.list()]}
