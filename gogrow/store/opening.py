"""The door of a workspace file: look before anything is written, refuse with a reason, hold the lock.

Imported before the first window is painted, so the standard library and SQLite's driver are all it knows. The driver
is the one that can encrypt; no key is set, so the file is a plain SQLite file.

Nobody else in this program may open or copy the file while it is open: on POSIX systems closing any other handle of a
process drops the locks that the process has. A look through SQLite itself does not, that is why `_peek` takes it.
"""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from gogrow.store.faults import WorkspaceRefused

APPLICATION_ID = 0x47724F77
"""``GrOw``, in the header of each workspace file."""

FORMAT = 4
"""The version of the tables, as ``user_version`` in the header. A migration adds one."""

_CHECKED_AT_THE_DOOR = 16_000_000
"""Bytes; a larger file is checked by `Workspace.check`, not while somebody waits for the first window."""


class Connection(dbapi2.Connection):  # type: ignore[misc]
    """A connection to an open workspace, and which file it was made for."""

    path: Path
    identity: tuple[int, int]
    read_only: bool
    format: int


def identity(path: Path) -> tuple[int, int]:
    """Device and inode of the file at a path. Raises OSError when there is none."""
    found = path.stat()
    return found.st_dev, found.st_ino


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """Open a workspace and hold it, so that no other program can use it until `close`.

    With ``read_only`` nothing can be written, and others may read along but not write. Raises WorkspaceRefused with
    ``missing``, ``folder``, ``empty``, ``foreign``, ``corrupt``, ``newer``, ``busy``, ``read_only``, ``no_access`` or
    ``io``; then the file is as it was and nothing lies beside it.
    """
    path = path.absolute()
    version = _peek(path)
    connection: Connection | None = None
    try:
        connection = _connection(path, "mode=ro" if read_only else "mode=rw")
        connection.path, connection.read_only, connection.format = path, read_only, version
        connection.identity = identity(path)
        settle(connection)
        _hold(connection, version)
        if identity(path) != connection.identity:
            raise WorkspaceRefused("busy", path)
    except (dbapi2.Error, OSError, UnicodeError, WorkspaceRefused) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, WorkspaceRefused):
            raise
        raise WorkspaceRefused(damage_of(error), path) from error
    return connection


def close(connection: Connection) -> None:
    """Let go of the file. The journal that the lock kept beside it goes first, while nobody else can be writing."""
    try:
        if not connection.read_only:
            connection.execute("PRAGMA locking_mode = NORMAL")
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except dbapi2.Error:
        pass  # An empty journal left behind does no harm.
    finally:
        connection.close()


def settle(connection: Connection) -> None:
    """Set what counts for the life of a connection; no file is written."""
    for pragma in (
        "cipher_log_level = NONE",
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",  # the copy that VACUUM makes has every name in it: not in a folder for all
        "locking_mode = EXCLUSIVE",
        "synchronous = FULL",
        *(["fullfsync = ON"] if sys.platform == "darwin" else []),
        *([] if connection.read_only else ["journal_mode = TRUNCATE"]),
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


_ERRORS = (
    ("SQLITE_FULL", "database or disk is full", "no_room"),
    ("SQLITE_BUSY", "database is locked", "busy"),
    ("SQLITE_LOCKED", "database table is locked", "busy"),
    ("SQLITE_READONLY", "attempt to write a readonly database", "read_only"),
    ("SQLITE_CANTOPEN", "unable to open database file", "read_only"),
    ("SQLITE_PERM", "access permission denied", "no_access"),
    ("SQLITE_CORRUPT", "database disk image is malformed", "corrupt"),
    ("SQLITE_NOTADB", "file is not a database", "corrupt"),
    ("SQLITE_IOERR_CORRUPTFS", "", "corrupt"),
    ("SQLITE_IOERR", "disk I/O error", "io"),
)
"""How the name of an error begins, what it says (a backup's has no name), and our code."""

_SYSTEM = {
    errno.ENOSPC: "no_room",
    errno.EDQUOT: "no_room",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "no_access",
    errno.EPERM: "no_access",
    errno.EROFS: "read_only",
}


def code_of(error: BaseException) -> str:
    """The code of a fault for an error of the driver or the system."""
    if isinstance(error, dbapi2.Error):
        name, said = str(getattr(error, "sqlite_errorname", "")), str(error)
        return next((c for start, words, c in _ERRORS if name.startswith(start) or said == words), "broken")
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, "io")
    if isinstance(error, UnicodeDecodeError):  # SQLite quotes what it cannot read
        return "corrupt"
    return "text" if isinstance(error, UnicodeError) else "broken"


def damage_of(error: BaseException) -> str:
    """The same for an error of only reading: a statement that cannot fail did, so the tables are not what they were."""
    code = code_of(error)
    return "corrupt" if code == "broken" and isinstance(error, dbapi2.Error) else code


def _connection(path: Path, options: str) -> Connection:
    name = path.as_posix()
    address = f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name))}?{options}"
    made: Connection = dbapi2.connect(
        address, uri=True, timeout=0.25, isolation_level=None, check_same_thread=False, factory=Connection
    )
    return made


def _peek(path: Path) -> int:
    """The version of the file, read without a lock, a journal or a byte changed. Raises WorkspaceRefused."""
    try:
        found = path.stat()
    except OSError as error:
        raise WorkspaceRefused(code_of(error), path) from error
    if stat.S_ISDIR(found.st_mode):
        raise WorkspaceRefused("folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise WorkspaceRefused("foreign", path)
    if found.st_size == 0:
        raise WorkspaceRefused("empty", path)
    try:
        connection = _connection(path, "mode=ro&immutable=1")
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    except (dbapi2.Error, UnicodeError) as error:
        name = getattr(error, "sqlite_errorname", "")
        code = {"SQLITE_NOTADB": "foreign", "SQLITE_CANTOPEN": "no_access"}.get(name)
        raise WorkspaceRefused(code or damage_of(error), path) from error
    if application != APPLICATION_ID:
        raise WorkspaceRefused("foreign", path)
    if version > FORMAT:
        raise WorkspaceRefused("newer", path)
    if version < 1:
        raise WorkspaceRefused("corrupt", path)
    return version


def _hold(connection: Connection, version: int) -> None:
    """Take the lock, look whether the file is whole, and try to write without changing a byte."""
    connection.execute("BEGIN" if connection.read_only else "BEGIN IMMEDIATE")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    if pages * size <= _CHECKED_AT_THE_DOOR and connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise WorkspaceRefused("corrupt", connection.path)
    if not connection.read_only:
        try:
            # Makes the journal, which fails where nothing can be written; access() tells lies to administrators.
            connection.execute(f"PRAGMA user_version = {version:d}")
        except dbapi2.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_FULL":  # a full disk can still be read, and emptied
                raise
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    if not connection.read_only:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")


class Listed(NamedTuple):
    """A workshop in the list: what it is, how much is in it, and where it was left."""

    id: str
    title: str
    team: str
    organisation: str
    date: dt.date | None
    language: str
    setting: str
    position: float
    begun: dt.datetime | None
    ended: bool
    step_words: str
    people: int
    placements: int
    talks: int
    cards: int

    def step(self, language: str) -> str:
        """The title of the step that it was left at, '' before the beginning."""
        words: dict[str, str] = json.loads(self.step_words) if self.step_words else {}
        return words.get(language) or next(iter(words.values()), "")


LIST_SQL = """
SELECT w.id, w.title, w.team, w.organisation, w.date, w.language, w.setting, w.position, s.begun, s.ended,
  (SELECT r.title FROM run_step r WHERE r.workshop_id = w.id AND r.id = s.step),
  (SELECT count(*) FROM participant p WHERE p.workshop_id = w.id),
  (SELECT count(*) FROM placement p WHERE p.workshop_id = w.id),
  (SELECT count(*) FROM talk t WHERE t.workshop_id = w.id),
  (SELECT count(*) FROM played_card c WHERE c.workshop_id = w.id)
FROM workshop w LEFT JOIN stage s ON s.workshop_id = w.id
WHERE w.hidden = 0 ORDER BY w.position, w.id
"""


def list_workshops(connection: Connection) -> tuple[Listed, ...]:
    """All workshops of the workspace, in the order of the list; the newest first.

    Raises WorkspaceRefused with ``corrupt`` or ``io`` when the file cannot be read.
    """
    try:
        rows: list[Any] = connection.execute(LIST_SQL).fetchall()
        return tuple(
            Listed(
                i,
                title,
                team,
                org,
                dt.date.fromisoformat(day) if day else None,
                language,
                setting,
                position,
                dt.datetime.fromisoformat(begun) if begun else None,
                bool(ended),
                step or "",
                *counts,
            )
            for i, title, team, org, day, language, setting, position, begun, ended, step, *counts in rows
        )
    except dbapi2.Error as error:
        raise WorkspaceRefused(damage_of(error), connection.path) from error
    except ValueError as error:
        raise WorkspaceRefused("corrupt", connection.path) from error
