"""The workspace file: a recorded placement against a raw commit, a list of 2,000 workshops against SQL, a search."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from gogrow.domain.outcome import StepName
from gogrow.store import opening
from gogrow.store.searching import search
from gogrow.store.workspace import Workspace
from tests.bench.figure import in_turn, say
from tests.house.code import ROOT
from tests.store.making import full, place, workshop

WORKSHOPS = 2000


def main() -> None:
    """Print the figures. On the disk of the checkout: a folder for temporary files may be in memory."""
    folder = ROOT / "out"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        for people in (60, 500):
            _placement(Path(name), people)
        _listing(Path(name))


def _placement(folder: Path, people: int) -> None:
    """A pawn dropped: its row, the mark that somebody is done, and the undo step, in one transaction."""
    rounds = people - 1 if people < 400 else 400
    paths = [folder / f"{name}{people}.gogrow" for name in ("dry", "ours", "floor")]
    made = Workspace.make(paths[0])
    made.create(workshop(people=people), StepName("new"))
    made.close_workshop("w1")
    made.close()
    for path in paths[1:]:
        shutil.copyfile(paths[0], path)

    def drop(store: Workspace) -> Callable[[], None]:
        numbers = iter(range(people))

        def one() -> None:
            number = next(numbers)
            store.apply("w1", place(f"p{number}", (number + 1) / 1000))

        return one

    # Played dry first, to know the very statements and bytes; the floor writes those and nothing else.
    dry = Workspace.open(paths[0])
    said: list[list[tuple[str, Any]]] = []
    drop_dry = drop(dry)

    @event.listens_for(dry._file.db.engine, "before_cursor_execute")
    def _note(_db: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if statement.startswith(("INSERT", "UPDATE")):
            said[-1].append((statement, values))

    for _ in range(rounds + 1):
        said.append([])
        drop_dry()
    dry.close()

    store, floor = Workspace.open(paths[1]), opening.connect(paths[2])
    recorded = iter(said)

    def raw() -> None:
        floor.execute("BEGIN IMMEDIATE")
        for statement, values in next(recorded):
            floor.execute(statement, values)
        floor.execute("COMMIT")

    ours, least = in_turn(drop(store), raw, rounds)
    say(f"store.placement_of_{people}", ours, least, 3)
    store.close()
    opening.close(floor)


def _listing(folder: Path) -> None:
    """The list with its counts, as the first window paints it."""
    path = folder / "many.gogrow"
    store = Workspace.make(path)
    store.create(full("w0", "woord"), StepName("new"))
    store.close_workshop("w0")
    raw = store._file._raw
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("PRAGMA defer_foreign_keys = ON")
    tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        key = "id" if table == "workshop" else "workshop_id"
        if key in columns:
            chosen = ", ".join("'w' || n" if column == key else f"{table}.{column}" for column in columns)
            raw.execute(
                f"WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < {WORKSHOPS - 1}) "  # noqa: S608
                f"INSERT INTO {table} SELECT {chosen} FROM {table}, many WHERE {table}.{key} = 'w0'"
            )
    raw.execute("COMMIT")
    store.close()
    shutil.copyfile(path, folder / "copy.gogrow")
    connection, plain = opening.connect(path), sqlite3.connect(folder / "copy.gogrow")
    assert len(opening.list_workshops(connection)) == len(plain.execute(opening.LIST_SQL).fetchall()) == WORKSHOPS
    ours, least = in_turn(
        lambda: opening.list_workshops(connection), lambda: plain.execute(opening.LIST_SQL).fetchall(), 25
    )
    say(f"store.list_of_{WORKSHOPS}", ours, least, 1.5)
    plain.close()
    _searching(connection)


def _searching(connection: opening.Connection) -> None:
    """Searching in all that was recorded there: some 30,000 rows with words, as somebody types."""
    store = Workspace(connection)
    for name, words in (("found_everywhere", "woord"), ("found_nowhere", "nergens")):
        ours, _ = in_turn(lambda words=words: search(store, words), lambda: None, 5)  # type: ignore[misc]
        say(f"store.search_{name}", ours)
    store.close()


if __name__ == "__main__":
    main()
