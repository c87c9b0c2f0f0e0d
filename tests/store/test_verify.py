"""Looking a file over, and printing all of it."""

from __future__ import annotations

import dataclasses
import json
import random
import signal
import subprocess
import sys
from pathlib import Path

from gogrow.domain.outcome import StepName
from gogrow.domain.workshop import Workshop
from gogrow.store.export import export
from gogrow.store.verify import verify
from gogrow.store.workspace import Workspace
from tests.house.code import ROOT
from tests.store.making import full, place, retitle, workshop
from tests.store.test_opening import stamped


def prepared(path: Path) -> Path:
    workspace = Workspace.make(path)
    for number in range(5):
        workspace.create(full(f"w{number}", "woord"), StepName("new"))
    workspace.apply("w1", retitle("anders"))
    workspace.delete("w2", StepName("delete"))
    workspace.close()
    return path


def spoil(path: Path, sql: str) -> None:
    """Do what no rule would."""
    workspace = Workspace.open(path)
    workspace._file._raw.execute("PRAGMA foreign_keys = OFF")
    workspace._file._raw.execute("PRAGMA ignore_check_constraints = ON")
    workspace._file._raw.execute(sql)
    workspace.close()


def test_a_whole_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = prepared(tmp_path / "work.gogrow")
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert verify(path) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [p.name for p in tmp_path.iterdir()] == ["work.gogrow"]


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    assert verify(tmp_path / "nothing.gogrow") == ("missing",)
    (tmp_path / "empty.gogrow").touch()
    assert verify(tmp_path / "empty.gogrow") == ("empty",)
    stamped(1, 1)(tmp_path / "foreign.gogrow")
    assert verify(tmp_path / "foreign.gogrow") == ("foreign",)
    for number, (sql, codes) in enumerate(
        {
            "UPDATE placement SET placer = 'nobody' WHERE workshop_id = 'w1'": ("orphans",),
            "UPDATE participant SET role = 'king'": ("unreadable",),
            "UPDATE workshop SET board = '{}' WHERE id = 'w2'": ("unreadable",),  # it was deleted, but may be back
            "UPDATE stage SET clock = 'noon'": ("unreadable",),
            "UPDATE undo_step SET changes = 'nothing'": ("unreadable",),
        }.items()
    ):
        path = prepared(tmp_path / f"spoiled{number}.gogrow")
        spoil(path, sql)
        assert verify(path) == codes, sql


def test_flipped_bits_that_sqlite_can_see(tmp_path: Path) -> None:
    path = prepared(tmp_path / "work.gogrow")
    whole = path.read_bytes()
    source = random.Random(3)
    seen = 0
    for _ in range(80):
        spoiled = bytearray(whole)
        start = source.randrange(100, len(whole) - 40)
        spoiled[start : start + 40] = source.randbytes(40)
        path.write_bytes(spoiled)
        codes = verify(path)  # whatever it finds, it never raises
        assert set(codes) <= {"foreign", "corrupt", "newer", "unreadable", "orphans", "empty"}
        seen += bool(codes)
        assert path.read_bytes() == bytes(spoiled)
    assert seen >= 8  # the rest is text or free: a flipped bit there is another letter, which only encryption sees


def test_a_file_that_somebody_has_open(workspace: Workspace) -> None:
    command = [sys.executable, "-c", "import sys; from pathlib import Path; from gogrow.store.verify import verify\n"]
    command[-1] += "print(verify(Path(sys.argv[1])))"
    done = subprocess.run([*command, str(workspace.path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "('busy',)"
    assert verify(workspace.path) == ("busy",)
    workspace.apply("w1", place("p1", 0.5))


def test_a_file_after_a_crash_is_put_right_and_whole(tmp_path: Path) -> None:
    path = prepared(tmp_path / "work.gogrow")
    child = f"""
import os, signal
from pathlib import Path
from gogrow.store.workspace import Workspace
raw = Workspace.open(Path({str(path)!r}))._file._raw
raw.execute("PRAGMA cache_size = 1")
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE plan SET wish = hex(zeroblob(20000))")
raw.execute("DELETE FROM talk")
os.kill(os.getpid(), signal.SIGKILL)
"""  # noqa: S608
    assert subprocess.run([sys.executable, "-c", child], cwd=ROOT).returncode == -signal.SIGKILL
    assert path.with_name("work.gogrow-journal").stat().st_size > 0
    assert verify(path) == ()
    assert [p.name for p in tmp_path.iterdir()] == ["work.gogrow"]
    workspace = Workspace.open(path)
    assert workspace.load("w1").talks == full("w1", "woord").talks
    workspace.close()


# ---- export


def test_everything_is_in_the_export(workspace: Workspace) -> None:
    made = full("w2", "woord")
    workspace.create(made, StepName("new"))
    found = json.loads(json.dumps(export(workspace), allow_nan=False))
    assert [one["id"] for one in found["workshops"]] == ["w2", "w1"]
    one = found["workshops"][0]
    assert list(one) == [field.name for field in dataclasses.fields(Workshop)]
    assert one["details"]["date"] == "2026-05-12"
    assert one["stage"]["begun"] == "2026-05-12T09:30:00+00:00"
    assert one["plans"][0]["steps"][0]["how"] == "colleague"
    assert one["placements"][2] == {
        "id": "now.p2", "round": "now", "placer": "p2", "target": "p0", "x": 0.0, "y": 1e-12, "spot": ""
    }  # fmt: skip
    said = json.dumps(one, ensure_ascii=False)
    for part in (made.details, made.talks[0], made.plans[0], made.participants[1], made.drafts[0]):
        for field in dataclasses.fields(part):
            value = getattr(part, field.name)
            if isinstance(value, str):
                assert json.dumps(value, ensure_ascii=False)[1:-1] in said, field.name


def test_the_same_content_gives_the_same_export(tmp_path: Path) -> None:
    """However it came about, and without a word of what was undone or deleted."""
    calm, busy = Workspace.make(tmp_path / "calm.gogrow"), Workspace.make(tmp_path / "busy.gogrow")
    busy.create(workshop("gone", title="verwijderd"), StepName("new"))
    for workspace in (calm, busy):
        for id in ("w1", "w2"):
            workspace.create(workshop(id), StepName("new"))
    busy.delete("gone", StepName("delete"))
    busy.apply("w1", retitle("ongedaan"))
    busy.undo("w1")
    for person in ("p2", "p0", "p1"):
        busy.apply("w1", place(person, 0.5))
    for person in ("p0", "p1", "p2"):
        calm.apply("w1", place(person, 0.5))
    assert json.dumps(export(calm)) == json.dumps(export(busy))
    assert "verwijderd" not in json.dumps(export(busy))
    assert "ongedaan" not in json.dumps(export(busy))
    calm.close()
    busy.close()
