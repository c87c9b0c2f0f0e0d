"""``kill -9`` at any place: what was acknowledged is there, exactly, and so is its history."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gogrow.domain.workshop import Workshop
from gogrow.store.workspace import History, Workspace
from tests.house.code import ROOT
from tests.store import crashing

SEEDS = range(100, 120)

Seen = tuple[Workshop, History]


def seen(workspace: Workspace) -> Seen:
    return workspace.load("w1"), workspace.history("w1")


def test_killed_at_20_places(tmp_path: Path, quick: Path) -> None:
    command = [sys.executable, "-m", "tests.store.crashing", str(tmp_path), *map(str, SEEDS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    inside = rolled_back = 0
    for seed in SEEDS:
        expected = [seen(calm := crashing.begin(quick / f"{seed}.calm"))]
        for one in crashing.history(seed):
            crashing.play(calm, *one)
            expected.append(seen(calm))
        calm.close()
        acks = tmp_path / f"{seed}.acks"
        acknowledged = len(acks.read_text().split())
        inside += acknowledged < crashing.ACTIONS
        journal = tmp_path / f"{seed}.gogrow-journal"
        rolled_back += journal.exists() and journal.stat().st_size > 0
        again = Workspace.open(tmp_path / f"{seed}.gogrow")
        found = seen(again)
        # One more may be in the file: written, and killed before that could be said.
        assert found in expected[acknowledged : acknowledged + 2], f"seed {seed} after {acknowledged} actions"
        assert again.check() == ()
        while again.history("w1").undo:  # its history works
            again.undo("w1")
        while again.history("w1").redo:
            again.redo("w1")
        assert again.check() == ()
        again.close()
    assert inside >= 15, "most were not killed in the middle"
    assert rolled_back >= 5, "none was killed between writing and committing"
