"""A workshop as rows and rows as a workshop, and what changed between two workshops.

One `Collection` says for each part of a workshop which table holds it, whether it has an order, and whether changes of
it are undo steps. Comparing begins with ``is``: a rule leaves what it does not touch, so a workshop of 500 people with
one pawn moved costs little more than one of 12.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from sqlalchemy import Table

from gogrow.domain.board import Board
from gogrow.domain.deck import ProgrammeStep
from gogrow.domain.dilemmas import GoalView, NamedView, PlayedDilemma, Request, ViewCount
from gogrow.domain.people import Participant
from gogrow.domain.workshop import (
    Agreement,
    CheckIn,
    Details,
    DevelopmentPlan,
    Draft,
    HandCard,
    Harvest,
    Mark,
    Placement,
    PlanVersion,
    PlayedCard,
    Stage,
    Summary,
    Talk,
    Workshop,
)
from gogrow.store import tables
from gogrow.store.faults import StoreFault
from gogrow.store.order import placed
from gogrow.store.values import Plain, column, hints

Row = dict[str, Plain]
Positions = Mapping[str, Mapping[str, float]]
"""Table, id, position: where each row of an ordered collection stands."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a row: made (``before`` None), gone (``after`` None), or only these columns changed."""

    table: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class State:
    """A workshop as it is in the file."""

    workshop: Workshop
    positions: Positions


@dataclass(frozen=True, slots=True)
class Difference:
    """The way from one state to the next. ``tracked`` can be undone, ``loose`` never is; both are written."""

    state: State
    tracked: tuple[Change, ...]
    loose: tuple[Change, ...]


class Codec:
    """A dataclass as columns of a table."""

    def __init__(self, kind: Any, table: Table) -> None:
        """Raises TypeError when a field of ``kind`` has no column in ``table``."""
        self.kind = kind
        self.table = table
        self._fields = [(name, *column(hint)) for name, hint in hints(kind).items()]
        self.columns = [name for name, _, _ in self._fields]
        if missing := set(self.columns) - set(table.columns.keys()):
            raise TypeError(f"the table {table.name} has no {sorted(missing)}")

    def row(self, value: Any) -> Row:
        """All columns of a value; its position is not among them."""
        return {name: write(getattr(value, name)) for name, write, _ in self._fields}

    def changed(self, old: Any, new: Any) -> tuple[Row, Row]:
        """The columns that differ, before and after."""
        before: Row = {}
        after: Row = {}
        for name, write, _ in self._fields:
            was, now = getattr(old, name), getattr(new, name)
            if was is not now and was != now:
                before[name], after[name] = write(was), write(now)
        return before, after

    def value(self, row: Mapping[str, Any]) -> Any:
        """The value of a row. Raises ValueError, TypeError or KeyError when it is none."""
        return self.kind(**{name: read(row[name]) for name, _, read in self._fields})


@dataclass(frozen=True, slots=True)
class Collection:
    """A tuple of a workshop and its table. ``people`` are fields with a participant's id; such rows leave with them.

    What is not ``ordered`` stands by ``key``, so that its order tells nothing about when a row came.
    """

    attribute: str
    codec: Codec
    ordered: bool = False
    tracked: bool = False
    people: tuple[str, ...] = ()
    key: Callable[[Any], Any] = attrgetter("id")

    @property
    def name(self) -> str:
        """The table's name, as undo steps and `Outcome.purge` say it."""
        return self.codec.table.name


COLLECTIONS = (
    Collection("participants", Codec(Participant, tables.participant), ordered=True, tracked=True),
    Collection("run", Codec(ProgrammeStep, tables.run_step), ordered=True, tracked=True),
    Collection("hand", Codec(HandCard, tables.hand_card), ordered=True, tracked=True),
    Collection("placements", Codec(Placement, tables.placement), tracked=True, people=("placer", "target")),
    Collection("marks", Codec(Mark, tables.mark), tracked=True, people=("participant",)),
    Collection("agreements", Codec(Agreement, tables.agreement), people=("participant", "other")),
    Collection("talks", Codec(Talk, tables.talk), ordered=True, tracked=True, people=("owner", "other")),
    Collection("harvest", Codec(Harvest, tables.harvest), key=lambda item: (item.theme.casefold(), item.id)),
    Collection("played", Codec(PlayedCard, tables.played_card), ordered=True, tracked=True),
    Collection("plans", Codec(DevelopmentPlan, tables.plan), tracked=True, people=("id",)),
    Collection(
        "versions", Codec(PlanVersion, tables.plan_version), ordered=True, tracked=True, people=("participant",)
    ),
    Collection("check_ins", Codec(CheckIn, tables.check_in), tracked=True, people=("id",)),
    Collection("dilemmas", Codec(PlayedDilemma, tables.played_dilemma), ordered=True, tracked=True),
    Collection("views", Codec(ViewCount, tables.view_count)),
    Collection("named_views", Codec(NamedView, tables.named_view), people=("participant",)),
    Collection("goal_views", Codec(GoalView, tables.goal_view), tracked=True),
    Collection("requests", Codec(Request, tables.request), ordered=True, tracked=True),
    Collection("drafts", Codec(Draft, tables.draft)),
)
"""Parents first: rows are made in this order and deleted against it."""

BY_NAME = {collection.name: collection for collection in COLLECTIONS}

DETAILS = Codec(Details, tables.workshop)
STAGE = Codec(Stage, tables.stage)


@dataclass(frozen=True, slots=True)
class _Rest:
    """What else stands in the row of a workshop."""

    board: Board
    summary: Summary | None


REST = Codec(_Rest, tables.workshop)

TRACKED = frozenset({"workshop"} | {c.name for c in COLLECTIONS if c.tracked})
"""Tables whose changes are undo steps; of ``workshop`` only the details."""


def head(workshop: Workshop) -> Row:
    """The row of a workshop in its own table, but for position and hidden."""
    return {"id": workshop.id, **DETAILS.row(workshop.details), **REST.row(_Rest(workshop.board, workshop.summary))}


def bare(workshop: Workshop) -> State:
    """The same workshop with nothing in it: where a new one begins."""
    return State(Workshop(workshop.id, workshop.details, workshop.board, summary=workshop.summary), {})


def built(head_row: Mapping[str, Any], stage: Mapping[str, Any] | None, rows: Mapping[str, Sequence[Any]]) -> State:
    """The state from its rows, by table, in their order. Raises ValueError, TypeError or KeyError."""
    rest = REST.value(head_row)
    parts: dict[str, Any] = {c.attribute: tuple(map(c.codec.value, rows[c.name])) for c in COLLECTIONS}
    for c in COLLECTIONS:
        if not c.ordered:
            parts[c.attribute] = tuple(sorted(parts[c.attribute], key=c.key))
    positions = {c.name: {r["id"]: r["position"] for r in rows[c.name]} for c in COLLECTIONS if c.ordered}
    workshop = Workshop(
        id=head_row["id"],
        details=DETAILS.value(head_row),
        board=rest.board,
        stage=Stage() if stage is None else STAGE.value(stage),
        summary=rest.summary,
        **parts,
    )
    return State(workshop, positions)


def whole(old: Workshop, new: Workshop) -> Workshop:
    """``new`` without rows of people who are not in it any more, as the tables' references would have it."""
    if new.participants is old.participants:
        return new
    people = {p.id for p in new.participants}
    if people >= {p.id for p in old.participants}:
        return new
    return with_people_only(new)


def with_people_only(workshop: Workshop) -> Workshop:
    """The workshop without rows that name somebody who is not in it, and without a manager who is not."""
    people = {p.id for p in workshop.participants} | {None}
    kept: dict[str, Any] = {}
    for collection in COLLECTIONS:
        if collection.people:
            ids = attrgetter(*collection.people)
            one = len(collection.people) == 1
            found = getattr(workshop, collection.attribute)
            left = tuple(i for i in found if people.issuperset((ids(i),) if one else ids(i)))
            if len(left) != len(found):
                kept[collection.attribute] = left
    if any(p.manager not in people for p in workshop.participants):
        kept["participants"] = tuple(
            p if p.manager in people else replace(p, manager=None) for p in workshop.participants
        )
    return replace(workshop, **kept) if kept else workshop


def difference(old: State, new: Workshop, wanted: Positions | None = None) -> Difference:
    """What must be written to get from ``old`` to ``new``; ``wanted`` are positions that an undo puts back.

    Raises StoreFault ``broken`` when an id is there twice.
    """
    was = old.workshop
    tracked: list[Change] = []
    loose: list[Change] = []
    sorted_parts: dict[str, Any] = {}
    positions = dict(old.positions)
    if new.details is not was.details:
        _single(tracked, "workshop", new.id, DETAILS, was.details, new.details)
    if new.board is not was.board or new.summary is not was.summary:
        _single(loose, "workshop", new.id, REST, _Rest(was.board, was.summary), _Rest(new.board, new.summary))
    if new.stage is not was.stage:
        _single(loose, "stage", new.id, STAGE, was.stage, new.stage)
    for collection in COLLECTIONS:
        before, after = getattr(was, collection.attribute), getattr(new, collection.attribute)
        if after is before:
            continue
        if not collection.ordered:
            after = sorted_parts[collection.attribute] = tuple(sorted(after, key=collection.key))
        places = old.positions.get(collection.name, {})
        where = None
        if collection.ordered:
            where = placed([item.id for item in after], (wanted or old.positions).get(collection.name, {}))
            positions[collection.name] = where
        changes = _changes(collection, before, after, places, where)
        (tracked if collection.tracked else loose).extend(changes)
    if sorted_parts:
        new = replace(new, **sorted_parts)
    return Difference(State(new, positions), tuple(tracked), tuple(loose))


def _single(changes: list[Change], table: str, id: str, codec: Codec, old: Any, new: Any) -> None:
    before, after = codec.changed(old, new)
    if after:
        changes.append(Change(table, id, before, after))


def _changes(
    collection: Collection,
    old: tuple[Any, ...],
    new: tuple[Any, ...],
    places: Mapping[str, float],
    where: Mapping[str, float] | None,
) -> list[Change]:
    """The changes of one collection; its rows stood at ``places`` and go ``where`` (None when it has no order)."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] is new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] is new[-1 - end]:
        end += 1
    before = {item.id: item for item in old[start : len(old) - end]}
    after = {item.id: item for item in new[start : len(new) - end]}
    if len(after) != len(new) - end - start:
        raise StoreFault("broken")
    changes: list[Change] = []
    codec = collection.codec
    for id, item in before.items():
        if id not in after:
            row = codec.row(item)
            if where is not None:
                row["position"] = places[id]
            changes.append(Change(collection.name, id, row, None))
    for id, item in after.items():
        if id in before:
            was, now = codec.changed(before[id], item) if item is not before[id] else ({}, {})
            if where is not None and where[id] != places[id]:
                was["position"], now["position"] = places[id], where[id]
            if now:
                changes.append(Change(collection.name, id, was, now))
        else:
            row = codec.row(item)
            if where is not None:
                row["position"] = where[id]
            changes.append(Change(collection.name, id, None, row))
    if where is not None:  # the others move only when there was no room between them, or when an undo moves them
        for item in (*new[:start], *new[len(new) - end :]):
            if where[item.id] != places[item.id]:
                moved: tuple[Row, Row] = {"position": places[item.id]}, {"position": where[item.id]}
                changes.append(Change(collection.name, item.id, *moved))
    return changes


def turned(state: State, changes: Sequence[Change], *, back: bool) -> tuple[Workshop, Positions]:
    """The workshop with changes taken ``back`` or done again, and the positions that its rows then have.

    Raises StoreFault ``undo_conflict`` when a row is not as these changes left it.
    """
    workshop = state.workshop
    details = workshop.details
    parts: dict[str, dict[str, Any]] = {}
    positions = {name: dict(places) for name, places in state.positions.items()}
    for change in changes:
        now, then = (change.after, change.before) if back else (change.before, change.after)
        if change.table == "workshop":
            details = _stepped(DETAILS, details, now, then)
            continue
        collection = BY_NAME[change.table]
        if change.table not in parts:
            parts[change.table] = {item.id: item for item in getattr(workshop, collection.attribute)}
        items, places = parts[change.table], positions.setdefault(change.table, {})
        item = _stepped(collection.codec, items.get(change.id), now, then)
        if item is None:
            del items[change.id]
            places.pop(change.id, None)
            continue
        items[change.id] = item
        if then is not None and "position" in then:
            places[change.id] = float(then["position"] or 0)
    whole_parts: dict[str, Any] = {}
    for name, items in parts.items():
        stands = positions.get(name, {})
        ids = sorted(items, key=lambda id, stands=stands: (stands.get(id, 0.0), id))  # type: ignore[misc]
        whole_parts[BY_NAME[name].attribute] = tuple(items[id] for id in ids)
    return dataclasses.replace(workshop, details=details, **whole_parts), positions


def _stepped(codec: Codec, item: Any, now: Row | None, then: Row | None) -> Any:
    row = codec.row(item) if item is not None else None
    if (row is None) != (now is None):
        raise StoreFault("undo_conflict")
    if row is not None and now is not None and any(row[c] != v for c, v in now.items() if c != "position"):
        raise StoreFault("undo_conflict")
    if then is None:
        return None
    return codec.value({**(row or {}), **then})
