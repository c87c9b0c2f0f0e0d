"""Undo steps as values: each holds the rows before and after it. What may not come back is purged from all of them.

A history is a tuple of steps, oldest first; the undone ones stand last. Nothing here touches the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from gogrow.domain.outcome import StepName
from gogrow.store.rows import Change, Row
from gogrow.store.values import text

Key = tuple[str, str]
"""Table and row id; the row id ``*`` means all rows of the table."""

_EMPTY = ("", "[]", 0, None)
"""What columns hold as long as nobody typed anything."""

LISTED = "listed"
"""The table of a change that makes a workshop appear in the list, or leave it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a history. ``seq`` orders the steps of a file."""

    seq: int
    label: StepName
    changes: tuple[Change, ...]
    undone: bool = False

    def row(self) -> Row:
        """The columns of the step."""
        changes = [[c.table, c.id, c.before, c.after] for c in self.changes]
        values = dict(self.label.values)
        return {
            "seq": self.seq,
            "label": self.label.code,
            "label_values": text(values),
            "changes": text(changes),
            "undone": int(self.undone),
        }


Steps = tuple[Step, ...]


def step(row: Mapping[str, Any]) -> Step:
    """The step of a row."""
    label = StepName(row["label"], json.loads(row["label_values"]))
    changes = tuple(Change(*parts) for parts in json.loads(row["changes"]))
    return Step(row["seq"], label, changes, bool(row["undone"]))


def pushed(steps: Steps, new: Step) -> Steps:
    """The history with one more step; what was undone cannot be done again."""
    return (*(s for s in steps if not s.undone), new)


def purged(steps: Steps, keys: Iterable[Key]) -> Steps:
    """The history without these rows; steps that hold nothing any more vanish, names and all.

    With a talk goes, from the same step, that somebody took it over for a plan.
    """
    keys = frozenset(keys)
    if not keys:
        return steps
    tables = {table for table, id in keys if id == "*"}
    left: list[Step] = []
    for one in steps:
        kept = tuple(c for c in one.changes if c.table not in tables and (c.table, c.id) not in keys)
        if any(c.table == "talk" for c in one.changes) and all(c.table != "talk" for c in kept):
            kept = tuple(c for c in kept if not _only_takes(c))
        if len(kept) == len(one.changes):
            left.append(one)
        elif kept:
            left.append(replace(one, changes=kept))
    return steps if len(left) == len(steps) and all(a is b for a, b in zip(left, steps, strict=True)) else tuple(left)


def talks_of(steps: Steps, pairs: Iterable[tuple[str, str]]) -> frozenset[Key]:
    """The talks that these pairs (owner, other) have in any step, also those that are nowhere else any more."""
    wanted = frozenset(pairs)
    return frozenset(
        (change.table, change.id)
        for step in steps
        for change in step.changes
        if change.table == "talk"
        for row in (change.before, change.after)
        if row is not None and (row.get("owner"), row.get("other")) in wanted
    )


def last_done(steps: Steps) -> Step | None:
    """The step that undo takes back."""
    return next((s for s in reversed(steps) if not s.undone), None)


def next_undone(steps: Steps) -> Step | None:
    """The step that redo does again."""
    return next((s for s in steps if s.undone), None)


def flipped(steps: Steps, wanted: Step) -> Steps:
    """The history in which this step went from done to undone, or back."""
    return tuple(replace(s, undone=not s.undone) if s.seq == wanted.seq else s for s in steps)


def _only_takes(change: Change) -> bool:
    """Whether a plan changed in nothing but the talks that it takes over."""
    said = {name for row in (change.before, change.after) if row for name, value in row.items() if value not in _EMPTY}
    return change.table == "plan" and said <= {"id", "taken"}
