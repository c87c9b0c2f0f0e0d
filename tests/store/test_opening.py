"""The door: what is refused is left as it is, what is open is nobody else's."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gogrow.domain.outcome import StepName
from gogrow.store import opening, schema
from gogrow.store.export import export
from gogrow.store.faults import StoreFault, WorkspaceRefused
from gogrow.store.workspace import Workspace
from tests.store.making import full, place, retitle, skip, workshop

Make = Callable[[Path], None]


def ours(path: Path) -> None:
    made = Workspace.make(path)
    for number in range(8):
        made.create(full(f"w{number}", "woord " * 40), StepName("new"))
    made.close()


def garbage_in_the_middle(path: Path) -> None:
    ours(path)
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = random.Random(page).randbytes(64)
    path.write_bytes(content)


def cut_off(path: Path) -> None:
    ours(path)
    path.write_bytes(path.read_bytes()[: 3 * 4096 + 17])


def stamped(application: int, version: int) -> Make:
    def make(path: Path) -> None:
        ours(path)
        raw = sqlite3.connect(path)
        raw.execute(f"PRAGMA application_id = {application}")
        raw.execute(f"PRAGMA user_version = {version}")
        raw.commit()
        raw.close()

    return make


def other_program_in_wal(path: Path) -> None:
    """Another program's database, with a journal of the kind that lies beside it."""
    raw = sqlite3.connect(path.with_name("source"))
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("CREATE TABLE songs (title TEXT)")
    raw.commit()
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).write_bytes(path.with_name("source" + end).read_bytes())
    raw.close()


def other_program_that_crashed(path: Path) -> None:
    """Another program's database with a journal that would be rolled back."""
    source = path.with_name("source")
    raw = sqlite3.connect(source, isolation_level=None)
    raw.execute("CREATE TABLE songs (title TEXT)")
    raw.execute("PRAGMA cache_size = 1")
    raw.execute("PRAGMA cache_spill = 1")
    raw.execute("BEGIN")
    raw.executemany("INSERT INTO songs VALUES (?)", [("x" * 3000,)] * 200)
    for end in ("", "-journal"):
        path.with_name(path.name + end).write_bytes(path.with_name("source" + end).read_bytes())
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    raw.close()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "missing"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_text("Beste Jan,\n" * 1000), "foreign"),
        (lambda path: path.write_bytes(random.Random(1).randbytes(20_000)), "foreign"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "foreign"),
        (lambda path: path.mkdir(), "folder"),
        (lambda path: os.mkfifo(path), "foreign"),
        (other_program_in_wal, "foreign"),
        (other_program_that_crashed, "foreign"),
        (stamped(0, 1), "foreign"),
        (stamped(opening.APPLICATION_ID, 0), "corrupt"),
        (stamped(opening.APPLICATION_ID, opening.FORMAT + 1), "newer"),
        (garbage_in_the_middle, "corrupt"),
        (cut_off, "corrupt"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_refused_is_left_as_it_is(tmp_path: Path, make: Make, code: str, read_only: bool) -> None:
    path = tmp_path / "file.gogrow"
    make(path)

    def seen() -> list[tuple[str, bytes, int]]:
        return [
            (p.name, p.read_bytes() if p.is_file() else b"", p.stat().st_mtime_ns) for p in sorted(tmp_path.iterdir())
        ]

    before = seen()
    with pytest.raises(WorkspaceRefused) as refused:
        opening.connect(path, read_only=read_only)
    assert (refused.value.code, refused.value.path) == (code, path)
    assert seen() == before


def test_opening_and_looking_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "file.gogrow"
    ours(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    connection = opening.connect(path)
    assert len(opening.list_workshops(connection)) == 8
    opening.close(connection)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [p.name for p in tmp_path.iterdir()] == ["file.gogrow"]


def test_what_counts_is_set(workspace: Workspace) -> None:
    raw = workspace._file._raw
    for pragma, value in {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }.items():
        assert raw.execute(f"PRAGMA {pragma}").fetchone()[0] == value, pragma


def test_the_list_is_read_without_heavy_packages(tmp_path: Path) -> None:
    ours(tmp_path / "file.gogrow")
    code = f"""
import sys
from pathlib import Path
from gogrow.store import opening
connection = opening.connect(Path({str(tmp_path / "file.gogrow")!r}))
assert len(opening.list_workshops(connection)) == 8
print([name for name in ("sqlalchemy", "alembic", "pydantic", "PySide6", "gogrow.domain") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_list_tells_where_each_workshop_was_left(workspace: Workspace) -> None:
    workspace.create(full("w2", "X"), StepName("new"))
    newest, first = workspace.list()
    assert (newest.title, newest.team, newest.organisation) == ("Team X", "Zetten X", "Organisatie X")
    assert (newest.people, newest.placements, newest.talks, newest.cards) == (3, 3, 2, 1)
    stage = full().stage
    assert (newest.date, newest.begun, newest.ended) == (full().details.date, stage.begun, False)
    assert (newest.step("nl"), newest.step("en")) == (
        "Briefjes",
        "Briefjes",
    )  # it has no English: better Dutch than none
    assert (first.title, first.people, first.begun, first.step("nl")) == ("Team Zetten", 3, None, "")


def test_names_of_files_may_have_any_sign(tmp_path: Path) -> None:
    path = tmp_path / "Çelik's #1 100% ?map=o&é" / "wérk?mode=ro#.gogrow"
    path.parent.mkdir()
    made = Workspace.make(path)
    made.create(workshop(), StepName("new"))
    made.close()
    again = Workspace.open(path)
    assert again.load("w1") == workshop()
    again.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_new_file_takes_nobodys_place(tmp_path: Path) -> None:
    path = tmp_path / "file.gogrow"
    path.write_text("a letter")
    with pytest.raises(WorkspaceRefused) as refused:
        schema.make(path)
    assert refused.value.code == "exists"
    assert path.read_text() == "a letter"
    with pytest.raises(WorkspaceRefused) as refused:
        schema.make(tmp_path / "nowhere" / "file.gogrow")
    assert refused.value.code == "no_folder"
    assert [p.name for p in tmp_path.iterdir()] == ["file.gogrow"]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_second_program_is_refused(workspace: Workspace, read_only: bool) -> None:
    code = f"""
from pathlib import Path
from gogrow.store import opening
try:
    opening.connect(Path({str(workspace.path)!r}), read_only={read_only})
except opening.WorkspaceRefused as refused:
    print(refused.code)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "busy"
    assert workspace.apply("w1", place("p1", 0.5)).workshop.placements
    assert workspace.check() == ()


def test_the_lock_outlives_whatever_we_do(
    workspace: Workspace, other_program: Callable[[Path], str], tmp_path: Path
) -> None:
    path = workspace.path
    connection = workspace._file._raw

    def again() -> None:
        for read_only in (False, True):
            with pytest.raises(WorkspaceRefused) as refused:
                Workspace.open(path, read_only=read_only)
            assert refused.value.code == "busy"

    def fail() -> None:
        with pytest.raises(StoreFault):
            workspace.apply("nobody", place("p0", 0.5))

    for do in (
        lambda: None,
        workspace.list,
        lambda: workspace.apply("w1", place("p1", 0.5)),
        lambda: workspace.undo("w1"),
        lambda: workspace.apply("w1", skip("p1")),
        lambda: workspace.backup(tmp_path / "copy.gogrow"),
        workspace.check,
        lambda: export(workspace),
        again,
        fail,
        lambda: opening.list_workshops(connection),
        lambda: workspace.close_workshop("w1"),
        lambda: workspace.erase("w1", workshop("w1", 0)),
    ):
        do()
        assert other_program(path) == "SQLITE_BUSY"
    workspace.close()
    assert other_program(path) == "written"
    Workspace.open(tmp_path / "copy.gogrow").close()


# ---- where nothing can be written


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder with a workspace, in which this user, or nobody in particular, may look but not write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        ours(folder / "file.gogrow")
        (folder / "file.gogrow").chmod(0o644)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def as_nobody(code: str) -> str:
    """What a program prints that has no rights of its own; an administrator may write anywhere."""
    leave = "import os\nif hasattr(os, 'getuid') and os.getuid() == 0:\n    os.setgid(65534); os.setuid(65534)\n"
    first = "from pathlib import Path\nfrom gogrow.store import opening\nfrom gogrow.store.workspace import Workspace\n"
    done = subprocess.run([sys.executable, "-c", first + leave + code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_folder_where_nothing_can_be_written(closed_folder: Path) -> None:
    out = as_nobody(f"""
path = Path({str(closed_folder / "file.gogrow")!r})
try:
    Workspace.open(path)
except opening.WorkspaceRefused as refused:
    print(refused.code)
try:
    Workspace.make(path.with_name("new.gogrow"))
except opening.WorkspaceRefused as refused:
    print(refused.code)
looking = Workspace.open(path, read_only=True)
print(len(looking.list()), looking.load("w1").id, looking.check())
from gogrow.store.faults import StoreFault
from gogrow.domain.outcome import StepName
try:
    looking.close_workshop("w1")
    looking.delete("w1", StepName("x"))
except StoreFault as fault:
    print(fault.code, fault.disk)
looking.close()
""")
    assert out.split("\n") == ["read_only", "read_only", "8 w1 ()", "read_only True"]
    assert [p.name for p in closed_folder.iterdir()] == ["file.gogrow"]


def test_a_file_that_may_not_be_written_or_read(closed_folder: Path) -> None:
    path = closed_folder / "file.gogrow"
    closed_folder.chmod(0o755)
    code = f"""
try:
    opening.connect(Path({str(path)!r}))
except opening.WorkspaceRefused as refused:
    print(refused.code)
"""
    path.chmod(0o444)
    assert as_nobody(code) == "read_only"
    path.chmod(0o000)
    assert as_nobody(code) == "no_access"


def test_looking_only_leaves_the_file_to_others_who_look(tmp_path: Path, other_program: Callable[[Path], str]) -> None:
    path = tmp_path / "file.gogrow"
    ours(path)
    one, two = Workspace.open(path, read_only=True), Workspace.open(path, read_only=True)
    assert one.load("w1") == two.load("w1")
    with pytest.raises(StoreFault) as fault:
        one.apply("w1", retitle("no"))
    assert fault.value.code == "read_only"
    assert one.load("w1").details.title != "no"
    assert other_program(path) == "SQLITE_BUSY"
    one.close()
    two.close()
    assert [p.name for p in tmp_path.iterdir()] == ["file.gogrow"]
