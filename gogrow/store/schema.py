"""Making a workspace file, and bringing an older one up to date. Alembic is imported only for the second."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, text
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from gogrow.store import opening, tables
from gogrow.store.faults import WorkspaceRefused

HEAD = "0004"
"""Alembic's name for the newest tables; `opening.FORMAT` counts with it."""

_ALEMBIC = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def engine(connection: Any) -> Engine:
    """SQLAlchemy over a connection that is open: transactions begin with a write lock, parameters stay hidden."""
    made = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, module=dbapi2, hide_parameters=True
    )

    @event.listens_for(made, "begin")
    def _begin(db: Connection) -> None:
        db.exec_driver_sql("BEGIN IMMEDIATE")

    return made


def make(path: Path) -> None:
    """Make an empty workspace. It gets its name when it is whole, so that a crash leaves no half file.

    Raises WorkspaceRefused with ``exists``, ``no_folder``, ``read_only``, ``no_access``, ``no_room`` or ``io``.
    """
    path = path.absolute()
    if os.path.lexists(path):
        raise WorkspaceRefused("exists", path)

    def fill(half: Path) -> None:
        raw = dbapi2.connect(str(half), isolation_level=None)
        try:
            raw.execute("PRAGMA cipher_log_level = NONE").fetchall()
            raw.execute("PRAGMA secure_delete = ON").fetchall()
            made = engine(raw)
            with made.connect() as db, db.begin():
                tables.metadata.create_all(db)
                db.execute(text(_ALEMBIC))
                db.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
                _stamp(db)
        finally:
            raw.close()

    put_whole(path, fill)


def put_whole(path: Path, fill: Callable[[Path], None], *, over: bool = False) -> None:
    """Have a file made under a name beside ``path``, then give it that name. Raises WorkspaceRefused.

    With ``over`` it takes the place of a file that is there. When anything fails, nothing of it stays behind.
    """
    half = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        fill(half)
        if not over and os.path.lexists(path):
            raise WorkspaceRefused("exists", path)
        half.replace(path)
        _settle_folder(path.parent)
    except WorkspaceRefused:
        raise
    except Exception as error:
        cause = getattr(error, "orig", error)
        code = "no_folder" if not path.parent.is_dir() else opening.code_of(cause)
        raise WorkspaceRefused(code, path) from error
    finally:
        for leftover in (half, half.with_name(half.name + "-journal")):
            leftover.unlink(missing_ok=True)


def migrate(connection: opening.Connection, scripts: str = "gogrow.store:migrations") -> None:
    """Bring the tables up to date, in one transaction: all or nothing. The undo history ends before it.

    Raises sqlalchemy.exc.DBAPIError when the file cannot be written, and what a script raises; then the tables are
    as they were.
    """
    with engine(connection).connect() as db:
        with db.begin():
            db.exec_driver_sql("DELETE FROM undo_step")
            db.exec_driver_sql("DELETE FROM workshop WHERE hidden = 1")
        # A script that makes a table anew drops the old one; with references on, that would empty the tables below it.
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            with db.begin():
                upgrade(db, scripts)
                if db.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise WorkspaceRefused("orphans", connection.path)
        finally:
            connection.execute("PRAGMA foreign_keys = ON")
    connection.format = opening.FORMAT


def upgrade(db: Connection, scripts: str = "gogrow.store:migrations") -> None:
    """Run the migrations that a file lacks, in the transaction that is going on, and stamp it."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", scripts)
    config.attributes["connection"] = db
    command.upgrade(config, "head")
    _stamp(db)


def _stamp(db: Connection) -> None:
    db.exec_driver_sql(f"PRAGMA application_id = {opening.APPLICATION_ID:d}")
    db.exec_driver_sql(f"PRAGMA user_version = {opening.FORMAT:d}")


def _settle_folder(folder: Path) -> None:
    """Have the new name on the disk too, where a system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError:
            pass  # Some network drives cannot; the file itself is safe.
        finally:
            os.close(handle)
