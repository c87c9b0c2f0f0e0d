"""Whatever somebody sends as a deck: one clear sentence for each fault, nothing by half, nothing outside.

All are read in one process of its own, which watches what it opens and may take no more memory than is promised.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.pack import Pack, read_pack
from gogrow.content.pack_install import install
from gogrow.texts import Texts
from tests.content import packs, reading_packs
from tests.house.code import ROOT

NAMES = list(packs.HOSTILE)
WRITES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Everything below a folder, with its size and its time."""
    found = {path: path.lstat() for path in folder.rglob("*")}
    return {str(path): (known.st_size, known.st_mtime_ns) for path, known in found.items()}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of each pack; the one that is right comes last."""
    folder = tmp_path_factory.mktemp("hostile")
    around = folder / "around"
    inbox = around / "inbox"
    inbox.mkdir(parents=True)
    for number, name in enumerate(NAMES):
        (inbox / f"{number:03d}.gogrowdeck").write_bytes(packs.HOSTILE[name][0]())
    (inbox / "good.gogrowdeck").write_bytes(packs.zipped(packs.honest(packs.GOOD)))
    env = {**os.environ, "HOME": str(around), "XDG_CACHE_HOME": str(folder / "cache")}
    env |= {"XDG_DATA_HOME": str(around / "data"), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(around)}
    before = tree(around)
    command = [sys.executable, "-m", "tests.content.reading_packs", str(inbox)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    after = tree(around)
    new = {name.removeprefix(str(inbox)) for name in after if name not in before}
    own = "/decks/own-deck"
    written = {"/decks", own, f"{own}/icons", *(f"{own}/{name}" for name in packs.GOOD)}
    assert new == written  # of all these decks only the good one left something
    inbox_now = str(inbox)
    assert {name: known for name, known in after.items() if name in before and name != inbox_now} == {
        name: known for name, known in before.items() if name != inbox_now
    }
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {one["name"]: one for one in told}


def test_there_are_enough_of_them_and_a_good_one_passes(answers: dict[str, dict[str, Any]]) -> None:
    assert len(answers) == len(NAMES) + 1 > 100
    assert answers["good"]["codes"] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_pack_is_refused_with_a_sentence_and_touches_nothing(
    name: str, answers: dict[str, dict[str, Any]]
) -> None:
    answer = answers[f"{NAMES.index(name):03d}"]
    assert answer["codes"], "it was let in"
    assert set(answer["codes"]) <= packs.HOSTILE[name][1]
    for said in answer["said"]:
        where, colon, what = said.partition(": ")
        assert where
        assert colon
        assert what.endswith((".", "?"))
        assert said.isprintable()
        assert len(said) < 420
        assert "/etc" not in where or "entry_path" in answer["codes"]
    assert answer["bytes"] < reading_packs.MEMORY
    own = str(sys.base_prefix), str(ROOT / "gogrow"), str(paths.decks())
    for event, about in answer["touched"]:
        assert event not in WRITES
        if event == "open":
            assert not set(about.rpartition(" ")[2]) & set("wax+")
            assert about.startswith(own) or f"{answer['name']}.gogrowdeck" in about


# Whatever happens to a good one


def answered(file: Path) -> Pack | None:
    """The pack, or None when it was refused with sentences."""
    told: tuple[Fault, ...] = ()
    try:
        return read_pack(file)
    except DeckFaults as refused:
        told = refused.faults
    assert told
    assert all(fault.message(Texts("nl")).isprintable() for fault in told)
    return None


HOW = ["flip", "cut", "add", "end"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from(HOW), st.binary(max_size=6)),
        min_size=1,
        max_size=4,
    )
)
def test_bytes_that_change_give_a_deck_or_a_refusal(tmp_path: Path, changes: list[tuple[float, str, bytes]]) -> None:
    raw = bytearray(packs.zipped(packs.honest(packs.GOOD)))
    for where, how, more in changes:
        place = int(where * len(raw))
        match how:
            case "flip":
                raw[place : place + len(more)] = more
            case "cut":
                del raw[place : place + 1 + len(more)]
            case "add":
                raw[place:place] = more
            case _:
                del raw[max(place, 1) :]
    file = tmp_path / "changed.gogrowdeck"
    file.write_bytes(raw)
    known = answered(file)
    assert known is None or dict(known.files) == packs.GOOD  # what is let in is what was sent: every byte is counted
    assert [path.name for path in tmp_path.iterdir()] == ["changed.gogrowdeck"]


_PIECES = ["..", ".", "", "icons", "deck.yaml", "a.svg", "con.png", "C:", "\\", "\0", "é", "README", "x" * 300, "/"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), min_size=1, max_size=4),
    mode=st.sampled_from([0, 0o100644, 0o120777, 0o040755, 0o020666]),
)
def test_no_name_gets_out_of_the_folder(tmp_path_factory: pytest.TempPathFactory, pieces: list[str], mode: int) -> None:
    folder = tmp_path_factory.mktemp("names")
    name = "/".join(pieces).encode("utf-8", "replace")
    file = folder / "x.gogrowdeck"
    file.write_bytes(packs.with_part(packs.Part(name, packs.SVG, mode=mode)))
    known = answered(file)
    if known is not None:
        install(known, folder / "decks")
        allowed = {"icons", *(name.rpartition("/")[2] for name in known.files)}
        inside = folder / "decks" / "own-deck"
        for path in (folder / "decks").rglob("*"):
            assert path == inside or (path.is_relative_to(inside) and path.name in allowed)
            assert not path.is_symlink()
    assert {path.name for path in folder.iterdir()} <= {"x.gogrowdeck", "decks"}
