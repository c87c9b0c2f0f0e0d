"""The one connection to an open workspace: its transactions, its faults, its copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from gogrow.store import opening, schema
from gogrow.store.faults import StoreFault, WorkspaceRefused

Progress = Callable[[int, int], None]

_QUICKLY_WRITTEN = 4_000_000
"""Bytes of a file that is written afresh within some 50 ms."""


class File:
    """Takes over a connection that `opening.connect` made. Nothing else may open that file or copy it."""

    def __init__(self, connection: opening.Connection) -> None:
        self._raw = connection
        self._path = connection.path
        self._traces = False  # whether there may be copies of what is erased between the pages
        self.db: Connection = schema.engine(connection).connect()

    def close(self) -> None:
        """Let go of the file. A sweep that had to wait comes first."""
        if self._traces:
            self.sweep(at_once=True)
        self.db.close()
        opening.close(self._raw)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, which counts only when the file is still the same one after it. Raises StoreFault."""
        try:
            with _faults(opening.code_of):
                with self.db.begin():
                    yield self.db
                    self.same()
                self.same()
        finally:
            if self._raw.in_transaction:  # a rollback that the disk refused as well
                with suppress(dbapi2.Error):
                    self._raw.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """To read, inside a transaction that is going on or in one of its own. Raises StoreFault."""
        with _faults(opening.damage_of):
            if self.db.in_transaction():
                yield self.db
            else:
                with self.db.begin():
                    yield self.db

    def same(self) -> None:
        """Raise StoreFault when the file was moved, deleted or replaced: what is written then is lost."""
        try:
            found = opening.identity(self._path)
        except FileNotFoundError:
            raise StoreFault("gone") from None
        except OSError as error:
            raise StoreFault("io") from error
        if found != self._raw.identity:
            raise StoreFault("replaced")

    def list(self) -> tuple[opening.Listed, ...]:
        """The list of workshops. Raises StoreFault."""
        try:
            return opening.list_workshops(self._raw)
        except WorkspaceRefused as refused:
            raise StoreFault(refused.code) from refused

    def compact(self) -> None:
        """Write the file afresh. Raises StoreFault ``traces``.

        ``secure_delete`` wipes what is deleted, but rows that SQLite once moved to another page leave copies between
        the rows of the old one: after 200 actions in 17 of 30 files.
        """
        self._traces = True
        try:
            self._raw.execute("VACUUM")
        except dbapi2.Error as error:
            raise StoreFault("traces") from error
        self._traces = False

    def sweep(self, *, at_once: bool) -> None:
        """`compact` after something that may not come back went, when it is quick (or ``at_once``) and there is room.

        Otherwise the next sweep takes it along, or closing the file. A file of a megabyte takes 10 ms.
        """
        self._traces = True
        pages = self._raw.execute("PRAGMA page_count").fetchone()[0]
        size = self._raw.execute("PRAGMA page_size").fetchone()[0]
        if at_once or pages * size <= _QUICKLY_WRITTEN:
            with suppress(StoreFault):
                self.compact()

    def backup(self, target: Path, progress: Progress | None) -> None:
        """Copy over this connection, so that the lock stays. Raises WorkspaceRefused."""
        target = target.absolute()
        with suppress(OSError):
            if opening.identity(target) == self._raw.identity:
                raise WorkspaceRefused("same_file", target)

        def fill(half: Path) -> None:
            raw = dbapi2.connect(str(half), isolation_level=None)
            try:
                report = None if progress is None else lambda _status, left, total: progress(total - left, total)
                self._raw.backup(raw, pages=256, progress=report)
            finally:
                raw.close()

        schema.put_whole(target, fill, over=True)

    def check(self) -> tuple[str, ...]:
        """Codes of what SQLite finds wrong."""
        found = []
        try:
            with _faults(opening.damage_of), self.db.begin():
                if self.db.exec_driver_sql("PRAGMA application_id").scalar() != opening.APPLICATION_ID:
                    found.append("foreign")
                if self.db.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                    found.append("corrupt")
                if self.db.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    found.append("orphans")
        except StoreFault as fault:
            found.append(fault.code)
        return tuple(found)


@contextmanager
def _faults(code_of: Callable[[BaseException], str]) -> Iterator[None]:
    """Errors of the driver become a StoreFault; what was being written is not in it."""
    try:
        yield
    except DBAPIError as error:
        raise StoreFault(code_of(error.orig or error)) from error
    except UnicodeError as error:
        raise StoreFault(code_of(error)) from None
