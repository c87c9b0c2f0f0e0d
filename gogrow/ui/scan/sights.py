"""What a camera sees, as news: a code that stays in sight is told once, and a plan before all that stands around it.

On a poster the code of the plan has others beside it, for a calendar and for notes. Whoever holds it up means the plan.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gogrow.domain.scanned import PlanCode, meaning

AGAIN = dt.timedelta(seconds=5)
"""So long a code has to be out of sight before it is news again."""
PATIENCE = dt.timedelta(seconds=1.2)
"""So long a code that is no plan is looked at, while a plan may still come into sight beside it."""


class Sights:
    """Remembers what was in sight; ``now`` is any clock that goes on."""

    def __init__(self) -> None:
        self._told: dict[str, dt.datetime] = {}  # when it was last in sight
        self._waits: dict[str, dt.datetime] = {}  # since when it is in sight
        self._plan = dt.datetime.min.replace(tzinfo=dt.UTC)

    def news(self, codes: Sequence[str], now: dt.datetime) -> list[str]:
        """Those of the codes in sight that are to be told now, plans first."""
        plans = [code for code in codes if isinstance(meaning(code), PlanCode)]
        others = [code for code in codes if code not in plans]
        if plans:
            self._plan = now
        found = [code for code in plans if self._new(code, now)]
        alone = now - self._plan >= AGAIN
        for code in others:
            since = self._waits.setdefault(code, now)
            if alone and now - since >= PATIENCE and self._new(code, now):
                found.append(code)
        self._waits = {code: since for code, since in self._waits.items() if code in others}
        for code in codes:
            if code in self._told:
                self._told[code] = now
        return found

    def _new(self, code: str, now: dt.datetime) -> bool:
        self._told = {text: when for text, when in self._told.items() if now - when < AGAIN}
        if code in self._told:
            return False
        self._told[code] = now
        return True
