"""``gogrow demo`` with what people give it: many, nobody, hostile names, a folder that is not ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gogrow.__main__ import main
from gogrow.store.opening import close, connect
from gogrow.store.workspace import Workspace
from gogrow.verbs import demo

HOSTILE = '<b>&<img src="/etc/passwd">'


def listed(path: Path, names: list[str]) -> Path:
    rows = ['"{}"'.format(name.replace('"', '""')) for name in names]
    path.write_text("\n".join(["naam", *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of a third of the size: what they show is tried elsewhere."""
    monkeypatch.setattr(demo, "SIZE", (640, 360))


def told(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1, err
    return err.strip()


def test_more_people_than_a_workshop_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    people = listed(tmp_path / "p.csv", [f"Persoon {number}" for number in range(501)])
    out = tmp_path / "out"
    assert main(["demo", "--out", str(out), "--people", str(people), "--lang", "en"]) == 2
    assert "500" in told(capsys)
    assert list(out.iterdir()) == []


def test_hostile_names_are_played_and_printed(qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [HOSTILE, "a\x00b", "q" + "\u0301" * 40, "שלום עולם", "😀 Emoji", "{name} %s", "O'Neill", "x" * 200]
    people = listed(tmp_path / "p.csv", names)
    assert main(["demo", "--out", str(tmp_path / "out"), "--people", str(people)]) == 0
    capsys.readouterr()
    assert main(["export", str(tmp_path / "out" / "demo.gogrow"), "--json"]) == 0
    exported = json.loads(capsys.readouterr().out)
    team = next(w for w in exported["workshops"] if w["details"]["setting"] == "team")
    assert [p["name"] for p in team["participants"]] == [name.replace("\x00", " ") for name in names]


def test_twice_the_same(qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same version tells the same story, also in another process with another seed for hashes."""
    stories, files = [], []
    for number in range(2):
        out = tmp_path / str(number)
        command = [sys.executable, "-m", "gogrow", "demo", "--out", str(out), "--lang", "en"]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=300, check=False,
            env={**os.environ, "PYTHONHASHSEED": str(number + 1)},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert main(["export", str(out / "demo.gogrow"), "--json"]) == 0
        stories.append(capsys.readouterr().out)
        files.append({p.name: p.read_bytes() for p in out.iterdir() if p.suffix in (".pdf", ".png")})
    assert stories[0] == stories[1]
    assert files[0] == files[1]


def test_files_of_others_in_the_folder_stay(qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A picture of somebody's own, and a file that only has the name of ours."""
    own = tmp_path / "beamer-vakantie.png"
    own.write_bytes(b"mine")
    stale = tmp_path / "beamer-99-welcome.png"
    stale.write_bytes(b"of an earlier demo")
    Workspace.make(tmp_path / "demo.gogrow").close()
    assert main(["demo", "--out", str(tmp_path)]) == 0
    assert own.read_bytes() == b"mine"
    assert not stale.exists()
    capsys.readouterr()
    other = tmp_path / "other"
    other.mkdir()
    (other / "demo.gogrow").write_bytes(b"no workspace at all")
    (other / "beamer-01-zomer.png").write_bytes(b"mine")
    assert main(["demo", "--out", str(other)]) == 2
    assert str(other / "demo.gogrow") in told(capsys)
    assert (other / "demo.gogrow").read_bytes() == b"no workspace at all"
    assert (other / "beamer-01-zomer.png").read_bytes() == b"mine"
    close(connect(tmp_path / "demo.gogrow"))


@pytest.mark.parametrize("taken", ["beamer-01-welcome.png", "room-kit.pdf"])
def test_a_file_that_cannot_be_made_is_told(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    (tmp_path / taken).mkdir()
    (tmp_path / taken / "x").write_text("in the way")
    assert main(["demo", "--out", str(tmp_path)]) == 2
    assert taken in told(capsys)
