"""When the disk fails: nothing is acknowledged, nothing is lost, and it goes on when it can."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gogrow.domain.outcome import StepName
from gogrow.store import schema
from gogrow.store.faults import StoreFault, WorkspaceRefused
from gogrow.store.workspace import Workspace
from tests.store.making import full, place, retitle, workshop


def fill_until_it_fails(workspace: Workspace) -> StoreFault:
    """Make workshops until the disk is full; the fault that came of it."""
    for number in range(2000):
        before = workspace.list()
        history = workspace.list_history()
        try:
            workspace.create(full(f"filler{number}", "woord " * 300), StepName("filler", {"n": str(number)}))
        except StoreFault as fault:
            assert workspace.list() == before
            assert workspace.list_history() == history
            return fault
    raise AssertionError("the disk was never full")


def goes_on(workspace: Workspace) -> None:
    """What was acknowledged is there, reading works, and with room again so does writing."""
    assert workspace.load("w1").details.title == "before"
    assert workspace.check() == ()
    path = workspace.path
    workspace.apply("w1", retitle("after"))
    assert workspace.undo("w1").workshop.details.title == "before"
    workspace.close()
    again = Workspace.open(path)
    assert again.load("w1").details.title == "before"
    assert again.history("w1").redo == StepName("retitle", {"title": "after"})
    assert again.check() == ()
    again.close()


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A file system of a megabyte, where this user may mount one."""
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path) as folder:
        path = tmp_path / "work.gogrow"
        workspace = Workspace.make(path)
        workspace.create(workshop(), StepName("new"))
        workspace.apply("w1", retitle("before"))
        if folder is None:  # without a disk of our own, SQLite's own limit: the same error by the same road
            pages = workspace._file._raw.execute("PRAGMA page_count").fetchone()[0]
            workspace._file._raw.execute(f"PRAGMA max_page_count = {pages + 40}")
        else:
            rest = folder / "rest"
        fault = fill_until_it_fails(workspace)
        assert (fault.code, fault.disk) == ("no_room", True)
        if folder is not None:
            with rest.open("wb", buffering=0) as stream, contextlib.suppress(OSError):
                while stream.write(b"x" * 512):
                    pass
            with pytest.raises(StoreFault) as failed:
                workspace.apply("w1", retitle("not acknowledged " * 500))
            assert failed.value.code == "no_room"
            assert workspace.load("w1").details.title == "before"
            with pytest.raises(WorkspaceRefused) as refused:
                workspace.backup(folder / "copy.gogrow")
            assert refused.value.code == "no_room"
            with pytest.raises(WorkspaceRefused) as refused:
                schema.make(folder / "new.gogrow")
            assert refused.value.code == "no_room"
            assert sorted(p.name for p in folder.iterdir()) == ["rest", "work.gogrow", "work.gogrow-journal"]
            workspace.close()
            workspace = Workspace.open(path)  # a full disk can still be opened, read
            assert workspace.load("w1").details.title == "before"
            with pytest.raises(StoreFault):
                workspace.apply("w1", retitle("not acknowledged " * 500))
            rest.unlink()
        else:
            workspace._file._raw.execute("PRAGMA max_page_count = 1000000")
        goes_on(workspace)


def test_a_write_that_fails_half_way(tmp_path: Path) -> None:
    """The limit that a user can set himself; the system refuses the write as a bad disk would."""
    import resource  # not on every system
    import signal

    workspace = Workspace.make(tmp_path / "work.gogrow")
    workspace.create(workshop(), StepName("new"))
    workspace.apply("w1", retitle("before"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (workspace.path.stat().st_size + 100_000, hard))
        fault = fill_until_it_fails(workspace)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert fault.disk
    goes_on(workspace)


def replaced(path: Path) -> None:
    path.with_name("other").write_bytes(path.read_bytes())
    path.with_name("other").replace(path)


@pytest.mark.parametrize(
    ("happens", "code"),
    [(Path.unlink, "gone"), (lambda path: path.rename(path.with_name("moved")), "gone"), (replaced, "replaced")],
)
def test_a_file_that_is_not_there_any_more(tmp_path: Path, happens: Callable[[Path], None], code: str) -> None:
    """Without the check a commit would go well, and be lost."""
    workspace = Workspace.make(tmp_path / "work.gogrow")
    workspace.create(workshop(), StepName("new"))
    before = workspace.load("w1")
    happens(workspace.path)
    for _ in range(2):
        with pytest.raises(StoreFault) as fault:
            workspace.apply("w1", place("p1", 0.5))
        assert (fault.value.code, fault.value.disk) == (code, True)
        assert workspace.load("w1") == before
        assert workspace.history("w1").undo is None
    assert workspace.check() == (code,)
    workspace.backup(tmp_path / "saved.gogrow")  # what is in memory and behind the lock can still be saved
    workspace.close()
    saved = Workspace.open(tmp_path / "saved.gogrow")
    assert saved.load("w1") == before
    saved.close()


def test_a_file_that_moves_back_goes_on(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path / "work.gogrow")
    workspace.create(workshop(), StepName("new"))
    away = workspace.path.rename(tmp_path / "away")
    with pytest.raises(StoreFault):
        workspace.apply("w1", place("p1", 0.5))
    away.rename(workspace.path)
    assert workspace.apply("w1", place("p2", 0.5)).workshop.placements[0].id == "now.p2"
    workspace.close()
    again = Workspace.open(workspace.path)
    assert [p.id for p in again.load("w1").placements] == ["now.p2"]
    again.close()


# ---- copies


def test_a_copy_is_whole_and_has_the_history(workspace: Workspace, tmp_path: Path) -> None:
    workspace.apply("w1", place("p1", 0.5))
    told: list[tuple[int, int]] = []
    workspace.backup(tmp_path / "copy.gogrow", lambda done, total: told.append((done, total)))
    assert told
    assert told[-1][0] == told[-1][1]
    copy = Workspace.open(tmp_path / "copy.gogrow")
    assert copy.load("w1") == workspace.load("w1")
    assert copy.history("w1") == workspace.history("w1")
    copy.undo("w1")
    workspace.backup(tmp_path / "second.gogrow")
    copy.close()
    workspace.backup(tmp_path / "copy.gogrow")  # over an older one
    copy = Workspace.open(tmp_path / "copy.gogrow")
    assert copy.load("w1") == workspace.load("w1")
    copy.close()
    assert sorted(p.name for p in tmp_path.glob("copy*")) == ["copy.gogrow"]


def test_a_copy_that_fails_leaves_what_was_there(workspace: Workspace, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "copy.gogrow").write_text("a letter")
    with pytest.raises(KeyboardInterrupt):
        workspace.backup(tmp_path / "copy.gogrow", cancel)
    (tmp_path / "link.gogrow").symlink_to(workspace.path)
    os.link(workspace.path, tmp_path / "hard.gogrow")
    for target, code in {
        workspace.path: "same_file",
        tmp_path / "link.gogrow": "same_file",
        tmp_path / "hard.gogrow": "same_file",
        tmp_path / "nowhere" / "copy.gogrow": "no_folder",
        tmp_path: "io",
    }.items():
        with pytest.raises(WorkspaceRefused) as refused:
            workspace.backup(target)
        assert (refused.value.code, refused.value.path) == (code, target)
    assert (tmp_path / "copy.gogrow").read_text() == "a letter"
    left = {"copy.gogrow", "hard.gogrow", "link.gogrow", "work.gogrow", "work.gogrow-journal"}
    assert {p.name for p in tmp_path.iterdir()} == left
    assert workspace.apply("w1", place("p1", 0.5)).workshop.placements
