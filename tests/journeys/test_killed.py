"""``kill -9`` at twenty places of a session: the program goes on exactly where it was."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.house.code import ROOT
from tests.journeys.killed import ERASED, UNSAID

KILLS = 20
SEEDS = (1, 2)


def steps(acks: Sequence[str]) -> list[str]:
    """The values one after another; a half-written word that was kept in between is no other value."""
    return [value for value, _ in groupby(acks)]


def test_killed_at_20_places_it_goes_on_exactly_where_it_was(tmp_path: Path) -> None:
    chance = random.Random(20)
    plan = [
        {"seed": SEEDS[number % 2], "share": (number + chance.random()) / KILLS, "inside": number % 4 > 1}
        for number in range(KILLS)
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.killed", str(tmp_path)],
        cwd=ROOT, input=json.dumps(plan), capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    erased = 0
    for one in told["killed"]:
        kill, life, found = one["kill"], one["life"], one["found"]
        where = f"killed at {kill}: {found}"
        calm, acks = steps(told["calm"][str(kill["seed"])]), steps(life["acks"])
        assert acks == calm[: len(acks)], where

        # The workshop, its step and its pawns: what was acknowledged, or what was on its way at that moment.
        assert found["digest"] in calm[len(acks) - 1 : len(acks) + 3], where
        assert found["offered"], where
        assert found["page"] == "cockpit", where
        assert found["quiet"], where
        assert found["faults"] == [], where

        # The half-written sentence: at most a second of typing is lost, and it stands in its field again.
        before = life["dead"] - 1.0 - life["late"]
        typed = ["", *(text for _, text in life["half"])]
        safe = sum(second <= before for second, _ in life["half"])
        assert found["half"] in typed[safe:], where
        assert found["seen"] == found["half"], where

        # What may not be recorded never was, and what was erased is gone.
        assert UNSAID not in found["words"], where
        if life["erased"]:
            erased += 1
            assert ERASED not in found["words"], where
    assert erased >= 3, "hardly any was killed after the erasing"
    assert any(one["found"]["half"] for one in told["killed"])
