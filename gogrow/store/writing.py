"""Changes and undo steps into the tables, inside a transaction that somebody else began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.sql import Executable

from gogrow.store import tables
from gogrow.store.faults import StoreFault
from gogrow.store.history import Steps
from gogrow.store.rows import COLLECTIONS, STAGE, Change, State, built, head

_ORDER = {name: number for number, name in enumerate(["workshop", *(c.name for c in COLLECTIONS), "stage"])}


class Writer:
    """Writes over one connection; keeps its statements, so that they are built once."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._statements: dict[object, Executable] = {}

    def workshop(self, state: State, position: float) -> None:
        """A new workshop: its own row and that of its stage. The rest is written as changes of an empty one."""
        workshop = state.workshop
        row = {**head(workshop), "position": position, "hidden": 0}
        self._run(tables.workshop, "insert", (), [row])
        self._run(
            tables.stage, "insert", (), [{"workshop_id": workshop.id, "id": workshop.id, **STAGE.row(workshop.stage)}]
        )

    def changes(self, workshop_id: str, changes: Iterable[Change]) -> None:
        """Write changes of a workshop: children go before their parents, parents come before their children."""
        groups: dict[tuple[int, str, str, tuple[str, ...]], list[Mapping[str, Any]]] = {}
        for change in changes:
            order = _ORDER[change.table]
            if change.after is None:
                rows = groups.setdefault((-1 - order, change.table, "delete", ()), [])
                rows.append({"_workshop_id": workshop_id, "_id": change.id})
            elif change.before is None:
                rows = groups.setdefault((order, change.table, "insert", ()), [])
                rows.append({"workshop_id": workshop_id, **change.after})
            else:
                rows = groups.setdefault((order, change.table, "update", tuple(change.after)), [])
                own = {} if change.table == "workshop" else {"_workshop_id": workshop_id}
                rows.append({**own, "_id": change.id, **change.after})
        for key in sorted(groups):
            _, name, verb, columns = key
            self._run(tables.metadata.tables[name], verb, columns, groups[key])

    def hide(self, workshop_id: str, hidden: int) -> None:
        """Take a workshop out of the list, or put it back."""
        self._run(tables.workshop, "update", ("hidden",), [{"_id": workshop_id, "hidden": hidden}])

    def forget(self, ids: Iterable[str]) -> None:
        """Delete those of these workshops that are out of the list, with everything in them."""
        for id in ids:
            self._db.execute(delete(tables.workshop).where(tables.workshop.c.id == id, tables.workshop.c.hidden == 1))

    def steps(self, workshop_id: str | None, old: Steps, new: Steps) -> None:
        """Write the difference between two histories of a workshop, or of the list (None)."""
        same, shorter = 0, min(len(old), len(new))
        while same < shorter and old[same] is new[same]:
            same += 1
        old, new = old[same:], new[same:]
        before = {step.seq: step for step in old}
        kept = {step.seq for step in new}
        if gone := [{"_seq": seq} for seq in before if seq not in kept]:
            self._run(tables.undo_step, "delete", (), gone)
        for step in new:
            was = before.get(step.seq)
            if was is None:
                self._run(tables.undo_step, "insert", (), [{"workshop_id": workshop_id, **step.row()}])
            elif was is not step:
                row = step.row()
                columns = ("undone",) if was.changes is step.changes else ("undone", "changes")
                values = {"_seq": step.seq} | {name: row[name] for name in columns}
                self._run(tables.undo_step, "update", columns, [values])

    def _run(self, table: Table, verb: str, columns: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> None:
        key = table.name, verb, columns
        statement = self._statements.get(key)
        if statement is None:
            statement = self._statements[key] = _statement(table, verb, columns)
        done = self._db.execute(statement, rows[0] if len(rows) == 1 else rows)
        if verb != "insert" and done.rowcount != len(rows):
            raise StoreFault("broken")


def _statement(table: Table, verb: str, columns: Sequence[str]) -> Executable:
    if verb == "insert":
        return insert(table)
    key = [column == bindparam(f"_{column.name}") for column in table.primary_key.columns]
    if verb == "delete":
        return delete(table).where(*key)
    return update(table).where(*key).values({name: bindparam(name) for name in columns})


def read(db: Connection, workshop_id: str, *, hidden: bool = False) -> State | None:
    """A workshop from its rows, None when it is not there (or ``hidden``, which a look may pass over).

    Raises ValueError, TypeError or KeyError for rows that are no workshop.
    """
    found = db.execute(select(tables.workshop).where(tables.workshop.c.id == workshop_id)).mappings().first()
    if found is None or (found["hidden"] and not hidden):
        return None
    rows: dict[str, Sequence[Any]] = {}
    for collection in COLLECTIONS:
        table = collection.codec.table
        chosen = select(table).where(table.c.workshop_id == workshop_id)
        if collection.ordered:
            chosen = chosen.order_by(table.c.position, table.c.id)
        rows[collection.name] = db.execute(chosen).mappings().all()
    stage = db.execute(select(tables.stage).where(tables.stage.c.workshop_id == workshop_id)).mappings().first()
    return built(dict(found), dict(stage) if stage is not None else None, rows)
