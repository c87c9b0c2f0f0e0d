"""What undo and redo should do, said as plainly as possible: whole workshops before and after each step.

What may not come back is changed in all of them, as if it had always been as it is now. No rows, no columns, no file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gogrow.domain.outcome import Outcome
from gogrow.domain.rules import tidy
from gogrow.domain.rules.undoing import shown_no_more
from gogrow.domain.workshop import Workshop

ORDERED = {
    "participant": "participants",
    "run_step": "run",
    "talk": "talks",
    "played_card": "played",
    "played_dilemma": "dilemmas",
    "request": "requests",
}
LOOSE = {"placement": "placements", "mark": "marks", "plan": "plans", "goal_view": "goal_views"}
TRACKED = {**ORDERED, **LOOSE}
NAMES_PEOPLE = {
    "placements": ("placer", "target"),
    "marks": ("participant",),
    "agreements": ("participant", "other"),
    "talks": ("owner", "other"),
    "plans": ("id",),
    "named_views": ("participant",),
}


class Step:
    """A step: the workshop before and after it."""

    def __init__(self, label: str, before: Workshop, after: Workshop) -> None:
        self.label, self.before, self.after, self.undone = label, before, after, False


class Plain:
    """A workshop with its history, in memory."""

    def __init__(self, workshop: Workshop) -> None:
        self.now = workshop
        self.steps: list[Step] = []

    def apply(self, outcome: Outcome) -> None:
        """What a rule answered happens."""
        before, self.now = self.now, sorted_parts(tidy(whole(outcome.workshop)))
        changed = {key for key in rows(before) | rows(self.now) if rows(before).get(key) != rows(self.now).get(key)}
        if outcome.step is None:
            self._settle(changed)
        elif tracked(before) != tracked(self.now):
            self.steps = [step for step in self.steps if not step.undone]
            self.steps.append(Step(outcome.step.code, before, self.now))
        named = {key for key in self._all_keys() if key in outcome.purge or (key[0], "*") in outcome.purge}
        self._settle(named)

    def undo(self) -> None:
        """Back to before the last step, but for what is never undone."""
        done = [step for step in self.steps if not step.undone]
        if done:
            self._become(done[-1].before)
            done[-1].undone = True
            self._drop_empty()

    def redo(self) -> None:
        """Forward again."""
        undone = [step for step in self.steps if step.undone]
        if undone:
            self._become(undone[0].after)
            undone[0].undone = False
            self._drop_empty()

    def end(self) -> None:
        """The history ends."""
        self.steps = []

    def labels(self) -> tuple[str | None, str | None]:
        """What undo and redo would do."""
        done = [step.label for step in self.steps if not step.undone]
        undone = [step.label for step in self.steps if step.undone]
        return (done[-1] if done else None), (undone[0] if undone else None)

    def _become(self, then: Workshop) -> None:
        mixed = replace(self.now, details=then.details, **{name: getattr(then, name) for name in TRACKED.values()})
        self.now = sorted_parts(shown_no_more(self.now, tidy(whole(mixed))))
        lost = {key for key in rows(mixed) | rows(self.now) if rows(mixed).get(key) != rows(self.now).get(key)}
        if lost:
            for step in self.steps:
                step.before, step.after = self._settled(step.before, lost), self._settled(step.after, lost)

    def _settle(self, keys: set[tuple[str, str]]) -> None:
        if keys:
            for step in self.steps:
                step.before, step.after = self._settled(step.before, keys), self._settled(step.after, keys)
            self._drop_empty()

    def _drop_empty(self) -> None:
        self.steps = [step for step in self.steps if tracked(step.before) != tracked(step.after)]

    def _settled(self, then: Workshop, keys: set[tuple[str, str]]) -> Workshop:
        parts: dict[str, Any] = {}
        for table, attribute in TRACKED.items():
            ids = {id for name, id in keys if name == table}
            if ids:
                now = {row.id: row for row in getattr(self.now, attribute)}
                kept = [now.get(row.id, row) if row.id in ids else row for row in getattr(then, attribute)]
                kept = [row for row in kept if row.id not in ids or row.id in now]
                there = {row.id for row in kept}
                parts[attribute] = (*kept, *(now[id] for id in sorted(ids) if id in now and id not in there))
        if ("workshop", then.id) in keys:
            parts["details"] = self.now.details
        return replace(then, **parts)

    def _all_keys(self) -> set[tuple[str, str]]:
        return set(rows(self.now)).union(*(rows(w) for step in self.steps for w in (step.before, step.after)))


def rows(workshop: Workshop) -> dict[tuple[str, str], object]:
    """All rows that steps may hold."""
    found: dict[tuple[str, str], object] = {("workshop", workshop.id): workshop.details}
    for table, attribute in TRACKED.items():
        found |= {(table, row.id): row for row in getattr(workshop, attribute)}
    return found


def tracked(workshop: Workshop) -> object:
    """All that steps may hold, with the order of what has one."""
    return rows(workshop), {name: [row.id for row in getattr(workshop, name)] for name in ORDERED.values()}


def whole(workshop: Workshop) -> Workshop:
    """Without what belongs to people who left."""
    people = {p.id for p in workshop.participants} | {None}
    parts: dict[str, Any] = {
        name: tuple(row for row in getattr(workshop, name) if all(getattr(row, f) in people for f in fields))
        for name, fields in NAMES_PEOPLE.items()
    }
    parts["participants"] = tuple(p if p.manager in people else replace(p, manager=None) for p in workshop.participants)
    return replace(workshop, **parts)


def sorted_parts(workshop: Workshop) -> Workshop:
    """What has no order, by id; themes by their word."""
    names = [*LOOSE.values(), "agreements", "drafts"]
    parts: dict[str, Any] = {n: tuple(sorted(getattr(workshop, n), key=lambda row: row.id)) for n in names}
    parts["harvest"] = tuple(sorted(workshop.harvest, key=lambda row: (row.theme.casefold(), row.id)))
    return replace(workshop, **parts)
