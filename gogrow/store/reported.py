"""What workshops added to reports that were made on this computer, so that a later report cannot differ from them.

Reports over any sets of workshops may be laid side by side (`gogrow.domain.suppression`). A workshop that is opened
again and changes is another matter: who knows what changed can see what it did to a figure. So the figures that were
told first stay. The file holds what the report told, under a hash of the workshop's id: rounded counts, no names. When
it is lost, on another computer, only this is lost with it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gogrow import paths
from gogrow.domain.added import Added, added, counts_for
from gogrow.domain.workshop import Workshop


class Reported:
    """The file, read when it is asked for. A file that is damaged counts as none."""

    def __init__(self, file: Path | None = None) -> None:
        """``file`` is the user's own by default."""
        self._file = file or paths.user_data() / "reported.json"

    def of(self, workshops: Iterable[Workshop]) -> dict[str, Added]:
        """What these workshops added before, by id; without those that were in no report."""
        known = self._read()
        found = {workshop.id: _value(known.get(_key(workshop.id))) for workshop in workshops}
        return {id: value for id, value in found.items() if value is not None}

    def keep(self, workshops: Iterable[Workshop]) -> None:
        """A report of these was made. What is known of them already stays; a disk that refuses is no reason to stop."""
        known = self._read()
        for workshop in workshops:
            key = _key(workshop.id)
            if counts_for(workshop) and _value(known.get(key)) is None:
                one = added(workshop)
                known[key] = {"people": one.people, "tables": dict(one.tables), "themes": dict(one.themes)}
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self._file.with_suffix(f".{os.getpid()}")
            unfinished.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
            unfinished.replace(self._file)

    def _read(self) -> dict[str, Any]:
        try:
            read = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return read if isinstance(read, dict) else {}


def changed(workshops: Iterable[Workshop], earlier: Mapping[str, Added]) -> frozenset[str]:
    """The ids of those that would add something else now than they did before."""
    return frozenset(w.id for w in workshops if w.id in earlier and counts_for(w) and earlier[w.id] != added(w))


def _key(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()[:32]


def _value(read: Any) -> Added | None:
    """What stands in the file of a workshop; None when it is nothing that could be written there."""
    if not isinstance(read, dict):
        return None
    people, tables, themes = (read.get(name) for name in ("people", "tables", "themes"))
    if not (isinstance(people, int) and isinstance(tables, dict) and isinstance(themes, dict)):
        return None
    counts = [count for table in tables.values() for count in (table if isinstance(table, list) else [None])]
    if not all(isinstance(count, int) and count >= 0 for count in (people, *counts, *themes.values())):
        return None
    return Added(people, {key: tuple(table) for key, table in tables.items()}, dict(themes))
