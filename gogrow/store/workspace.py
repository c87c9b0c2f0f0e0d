"""The open workspace: reads workshops, lets rules change them, and keeps what undo needs, one transaction for each.

All calls come from one thread. What a call returns is in the file; what raises has changed nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, select

from gogrow.domain.outcome import Outcome, StepName
from gogrow.domain.rules import tidy
from gogrow.domain.rules.undoing import shown_no_more
from gogrow.domain.workshop import Workshop
from gogrow.store import opening, rows, schema, tables
from gogrow.store.faults import StoreFault, WorkspaceRefused
from gogrow.store.file import File, Progress
from gogrow.store.history import (
    LISTED,
    Key,
    Step,
    Steps,
    flipped,
    last_done,
    next_undone,
    purged,
    pushed,
    step,
    talks_of,
)
from gogrow.store.opening import Listed
from gogrow.store.rows import Change, Difference, State
from gogrow.store.writing import Writer, read

Rule = Callable[[Workshop], Outcome]

_WORDS = ("talk", "played_card", "plan", "plan_version", "check_in", "played_dilemma")
"""Tables with what somebody said: when a rule has that forgotten, nothing of it waits in the file for a next time."""


@dataclass(frozen=True, slots=True)
class History:
    """What undo would take back and redo would do again; None when there is nothing."""

    undo: StepName | None
    redo: StepName | None


@dataclass(frozen=True, slots=True)
class Applied:
    """The workshop as it is in the file after a call, and its history."""

    workshop: Workshop
    undo: StepName | None
    redo: StepName | None


class Workspace:
    """Owns the one connection to a workspace file, until `close`."""

    def __init__(self, connection: opening.Connection) -> None:
        """Take over a connection from `opening.connect`, and bring an older file up to date.

        Raises WorkspaceRefused when that does not work; the connection is closed then.
        """
        self.path: Path = connection.path
        self.read_only: bool = connection.read_only
        self._states: dict[str, State] = {}
        self._histories: dict[str | None, Steps] = {}
        try:
            if connection.format < opening.FORMAT:
                schema.migrate(connection)
            self._file = File(connection)
            with self._file.reading() as db:
                self._seq: int = db.scalar(select(func.coalesce(func.max(tables.undo_step.c.seq), 0))) or 0
        except Exception as error:
            opening.close(connection)
            code = error.code if isinstance(error, StoreFault) else opening.damage_of(getattr(error, "orig", error))
            raise WorkspaceRefused(code, self.path) from error
        self._writer = Writer(self._file.db)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Workspace:
        """Open a file. Raises WorkspaceRefused as `opening.connect` does."""
        return cls(opening.connect(path, read_only=read_only))

    @classmethod
    def make(cls, path: Path) -> Workspace:
        """Make a new file and open it. Raises WorkspaceRefused as `schema.make` does."""
        schema.make(path)
        return cls.open(path)

    def close(self) -> None:
        """Let go of the file. The undo history stays in it, for when the program was only quit."""
        self._file.close()

    # ---- one workshop

    def load(self, id: str) -> Workshop:
        """The workshop as it is in the file. Raises StoreFault ``unknown_workshop``, ``unreadable`` or the disk's."""
        return self._state(id).workshop

    def earlier(self, id: str) -> tuple[Workshop, ...]:
        """The workshops that this one follows, the newest first, as far as they are still in the list.

        Raises StoreFault when the file cannot be read; one of then that cannot be read ends the row.
        """
        found: list[Workshop] = []
        seen, follows = {id}, self.load(id).details.follows
        while follows and follows not in seen:
            seen.add(follows)
            try:
                found.append(self.load(follows))
            except StoreFault as fault:
                if fault.code not in ("unknown_workshop", "unreadable"):
                    raise
                break
            follows = found[-1].details.follows
        return tuple(found)

    def history(self, id: str) -> History:
        """What can be undone and redone in a workshop."""
        return _history(self._steps(id))

    def apply(self, id: str, rule: Rule) -> Applied:
        """Ask a rule what happens to a workshop, and write that with its undo step.

        Raises what the rule raises, and StoreFault; the workshop is as it was then.
        """
        outcome = rule(self._state(id).workshop)
        return self._apply(id, outcome, in_list=False)

    def apply_in_list(self, id: str, rule: Rule) -> Applied:
        """The same for a change of details made in the list, such as another title; the list's history has the step."""
        outcome = rule(self._state(id).workshop)
        return self._apply(id, outcome, in_list=True)

    def undo(self, id: str) -> Applied:
        """Take the last step of a workshop back; without one nothing happens.

        Raises StoreFault ``undo_conflict`` when its rows are not as the step left them, or the disk's.
        """
        return self._turn(id, last_done(self._steps(id)), back=True)

    def redo(self, id: str) -> Applied:
        """Do the step that was undone last again; without one nothing happens. Raises as `undo`."""
        return self._turn(id, next_undone(self._steps(id)), back=False)

    def close_workshop(self, id: str) -> None:
        """End the history of a workshop that is closed (*Afsluiten*), and that of the list."""
        with self._writing():
            self._keep(id, ())
            self._keep(None, ())
        self._file.sweep(at_once=True)

    def erase(self, id: str, erased: Workshop) -> Workshop:
        """Put ``erased`` in the place of a workshop for good: all histories end, and the file is written afresh.

        Returns what is in the file then. Raises StoreFault; with ``traces`` the workshop is erased, but bytes of it
        may be left between the pages, and erasing it once more when there is room takes those.
        """
        state = self._state(id)
        found = rows.difference(state, erased)
        with self._writing() as db:
            self._writer.changes(id, (*found.tracked, *found.loose))
            db.execute(delete(tables.undo_step))
            db.execute(delete(tables.workshop).where(tables.workshop.c.hidden == 1))
            self._histories = {}
            self._states = {id: found.state}
        self._file.compact()
        return found.state.workshop

    # ---- the list

    def list(self) -> tuple[Listed, ...]:
        """All workshops with their counts. Raises StoreFault when the file cannot be read."""
        return self._file.list()

    def select(self, sql: str, values: tuple[str, ...] = ()) -> tuple[tuple[Any, ...], ...]:
        """The rows of a question that changes nothing. Raises StoreFault."""
        with self._file.reading() as db:
            return tuple(map(tuple, db.exec_driver_sql(sql, values)))

    def list_history(self) -> History:
        """What can be undone and redone in the list."""
        return _history(self._steps(None))

    def create(self, workshop: Workshop, step: StepName) -> History:
        """Put a new workshop on top of the list. Raises StoreFault ``broken`` when its id is there already."""
        found = rows.difference(rows.bare(workshop), workshop)
        with self._writing() as db:
            first = db.scalar(select(func.min(tables.workshop.c.position)))
            self._writer.workshop(found.state, first - 1.0 if first is not None else 0.0)
            self._writer.changes(workshop.id, (*found.tracked, *found.loose))
            self._keep(None, self._with(None, step, [Change(LISTED, workshop.id, {"hidden": 1}, {"hidden": 0})]))
            self._states[workshop.id] = found.state
        return self.list_history()

    def delete(self, id: str, step: StepName) -> History:
        """Take a workshop out of the list. It goes for good when the list's history ends."""
        self._state(id)
        with self._writing():
            self._writer.hide(id, 1)
            self._keep(None, self._with(None, step, [Change(LISTED, id, {"hidden": 0}, {"hidden": 1})]))
            del self._states[id]
        return self.list_history()

    def undo_list(self) -> History:
        """Take the last step of the list back. Raises as `undo`."""
        return self._turn_list(last_done(self._steps(None)), back=True)

    def redo_list(self) -> History:
        """Do the last undone step of the list again. Raises as `undo`."""
        return self._turn_list(next_undone(self._steps(None)), back=False)

    # ---- the file

    def backup(self, target: Path, progress: Progress | None = None) -> None:
        """Write a copy of the file, undo history and all; a file at ``target`` is replaced once the copy is whole.

        ``progress`` gets pages done and pages in all; what it raises ends the copying. Raises WorkspaceRefused
        (``same_file``, ``no_folder``, ``no_room`` …); then there is no copy.
        """
        self._file.backup(target, progress)

    def check(self) -> tuple[str, ...]:
        """Codes of what is wrong with the file, none when it is whole; `faults.sentence` says them.

        SQLite finds nothing wrong with an empty file, so every workshop and every undo step is read as well.
        """
        found = [*self._file.check()]
        try:
            self._file.same()
            with self._file.reading() as db:
                ids = db.scalars(select(tables.workshop.c.id)).all()
            for id in ids:
                self._read(id, hidden=True)
            for whose in (None, *ids):
                self._read_steps(whose)
        except StoreFault as fault:
            found.append(fault.code)
        return tuple(dict.fromkeys(found))

    # ---- inside

    def _apply(self, id: str, outcome: Outcome, *, in_list: bool) -> Applied:
        state = self._state(id)
        whole = rows.whole(state.workshop, outcome.workshop)
        found = rows.difference(state, whole if in_list else tidy(whole))  # the list changes details, and no more
        touched = _keys(found.tracked)
        if in_list and any(change.table != "workshop" for change in found.tracked):
            raise StoreFault("broken")
        mine, other = (None, id) if in_list else (id, None)
        known = steps = self._steps(mine)
        others = purged(self._steps(other), touched & {("workshop", id)})
        if outcome.step is None:
            steps = purged(steps, touched)
        elif found.tracked:
            steps = self._with(mine, outcome.step, found.tracked)
        steps = purged(steps, outcome.purge | talks_of(steps, outcome.unsaid))
        changed = found.tracked or found.loose or steps is not known or others is not self._steps(other)
        if changed:
            with self._writing():
                self._write(id, found)
                self._keep(mine, steps)
                self._keep(other, others)
        gone = any(change.after is None for change in found.loose)
        if outcome.step is None:
            gone = gone or steps is not known or any(change.after is None for change in found.tracked)
        if gone:
            words = outcome.unsaid or any(table in _WORDS for table, _ in outcome.purge)
            self._file.sweep(at_once=bool(words))
        return self._applied(id, mine)

    def _turn(self, id: str, wanted: Step | None, *, back: bool) -> Applied:
        if wanted is not None:
            found, lost = self._turned(id, wanted.changes, back=back)
            with self._writing():
                self._write(id, found)
                self._keep(id, purged(flipped(self._steps(id), wanted), lost))
                self._keep(None, purged(self._steps(None), _keys(found.tracked) & {("workshop", id)}))
        return self._applied(id, id)

    def _turn_list(self, wanted: Step | None, *, back: bool) -> History:
        if wanted is not None:
            with self._writing():
                for change in wanted.changes:
                    now = change.before if back else change.after
                    if change.table == LISTED and now is not None:
                        self._writer.hide(change.id, int(now["hidden"] or 0))
                        self._states.pop(change.id, None)
                    else:
                        found, _ = self._turned(change.id, (change,), back=back)
                        self._write(change.id, found)
                        self._keep(change.id, purged(self._steps(change.id), _keys(found.tracked)))
                self._keep(None, flipped(self._steps(None), wanted))
        return self.list_history()

    def _turned(self, id: str, changes: tuple[Change, ...], *, back: bool) -> tuple[Difference, frozenset[Key]]:
        """What undoing these changes does, and the rows that came out otherwise, because their people are gone."""
        state = self._state(id)
        turned, positions = rows.turned(state, changes, back=back)
        after = shown_no_more(state.workshop, tidy(rows.with_people_only(turned)))
        lost = _keys(rows.difference(State(turned, positions), after).tracked)
        return rows.difference(state, after, positions), lost

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction; when it fails, what is kept in memory is read from the file again."""
        try:
            with self._file.writing() as db:
                yield db
        except BaseException:
            self._states.clear()
            self._histories.clear()
            raise

    def _write(self, id: str, found: Difference) -> None:
        self._writer.changes(id, (*found.tracked, *found.loose))
        self._states[id] = found.state

    def _keep(self, whose: str | None, steps: Steps) -> None:
        """Write a history; workshops that were out of the list and have no step left there go for good."""
        before = self._steps(whose)
        self._writer.steps(whose, before, steps)
        self._histories[whose] = steps
        if whose is None and steps is not before:
            self._writer.forget(sorted(_listed(before) - _listed(steps)))

    def _with(self, whose: str | None, label: StepName, changes: Iterable[Change]) -> Steps:
        self._seq += 1
        return pushed(self._steps(whose), Step(self._seq, label, tuple(changes)))

    def _applied(self, id: str, whose: str | None) -> Applied:
        history = _history(self._steps(whose))
        return Applied(self._state(id).workshop, history.undo, history.redo)

    def _state(self, id: str) -> State:
        found = self._states.get(id)
        if found is None:
            found = self._states[id] = self._read(id)
        return found

    def _read(self, id: str, *, hidden: bool = False) -> State:
        with self._file.reading() as db:
            try:
                found = read(db, id, hidden=hidden)
            except (ValueError, TypeError, KeyError):
                raise StoreFault("unreadable") from None  # what cannot be read may be a note: not in a log
        if found is None:
            raise StoreFault("unknown_workshop")
        return found

    def _steps(self, whose: str | None) -> Steps:
        found = self._histories.get(whose)
        if found is None:
            found = self._histories[whose] = self._read_steps(whose)
        return found

    def _read_steps(self, whose: str | None) -> Steps:
        table = tables.undo_step
        chosen = select(table).where(table.c.workshop_id == whose).order_by(table.c.seq)
        with self._file.reading() as db:
            try:
                return tuple(step(dict(row)) for row in db.execute(chosen).mappings())
            except (ValueError, TypeError, KeyError):
                raise StoreFault("unreadable") from None


def _history(steps: Steps) -> History:
    done, undone = last_done(steps), next_undone(steps)
    return History(done.label if done else None, undone.label if undone else None)


def _keys(changes: Iterable[Change]) -> frozenset[Key]:
    """The rows that were touched; to have been moved aside is not to be touched."""
    return frozenset((c.table, c.id) for c in changes if c.after is None or tuple(c.after) != ("position",))


def _listed(steps: Steps) -> set[str]:
    return {change.id for step in steps for change in step.changes if change.table == LISTED}
