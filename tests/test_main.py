"""The command line with bad input: exit 2 and one clear sentence in the chosen language, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from gogrow.__main__ import main
from gogrow.store.workspace import Workspace
from tests.ui.running import fill

HOSTILE = '<b>&<img src="/etc/passwd">'


def run(
    *words: str | bytes | Path, stdout: IO[bytes] | int = subprocess.PIPE, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    command = [sys.executable, "-m", "gogrow", *words]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=env, timeout=120, check=False)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence that came; the answer itself stays empty."""
    out, err = capsys.readouterr()
    assert (out == "") != (err == ""), (out, err)
    told = (out or err).strip()
    assert told
    assert "Traceback" not in told
    assert "\n" not in told
    return told


@pytest.mark.parametrize(
    "words",
    [
        ["demo"],
        ["demo", "--out"],
        ["verify"],
        ["verify", "a", "b"],
        ["deck"],
        ["deck", "frob"],
        ["deck", "check"],
        ["deck", "show"],
        ["deck", "show", "a"],
        ["deck", "pack", "a"],
        ["deck", "show", "--json"],
        ["export", "a"],
        ["scan", "a.jpg"],
        ["people", "a", "--lang", "xx"],
        ["people", "a", "--frob"],
        ["--frob"],
        ["--lang", "xx"],
        ["a.gogrow", "b.gogrow"],
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_not_understood_is_told_in_one_sentence_with_how_it_is_asked(
    words: list[str], language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    assert main(words) == 2
    told = said(capsys)
    assert "usage:" not in told
    assert "gogrow" in told
    assert told.startswith("Zo gaat dit niet" if language == "nl" else "That does not work")


@pytest.mark.parametrize("verb", ["verify", "people", "deck", "export", "sheets", "scan"])
@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "binary", "fifo", "long"])
def test_a_file_that_is_none_is_told(
    verb: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    path = tmp_path / "x.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 300)
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "long":
        path = tmp_path / ("x" * 5000)
    more = {"export": ["--json"], "sheets": ["--out", str(tmp_path / "out")], "deck": []}.get(verb, [])
    more = [str(path)] if verb == "scan" else more
    words = [verb, *(["check"] if verb == "deck" else []), str(path), *more]
    assert main(words) == 2
    out, err = capsys.readouterr()
    told = out or err
    assert told.strip()
    assert "Traceback" not in told
    assert len(told.strip().splitlines()) == (2 if (verb, kind) == ("deck", "folder") else 1)
    if kind == "folder" and verb != "deck":
        assert "map" in told
    assert not (tmp_path / "out").exists()


def test_names_of_files_that_are_no_text(tmp_path: Path) -> None:
    """A name on the disk is bytes; what cannot be said is said with a question mark."""
    fill(tmp_path / "a.gogrow", (HOSTILE,))
    strange = tmp_path / os.fsdecode(b"w\xff.gogrow")
    (tmp_path / "a.gogrow").rename(strange)
    out = tmp_path / os.fsdecode(b"out\xfe")
    asked: list[list[str | Path]] = [["verify", strange], ["export", strange, "--json"]]
    asked.append(["sheets", strange, "--out", out])
    for words in asked:
        done = run(*words)
        assert (done.returncode, done.stderr) == (0, b""), words
    assert [made.name for made in out.iterdir()] == ["plans-01.pdf"]
    done = run("verify", strange.with_suffix(".x"))
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_console_of_few_letters_gets_names_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("naam\nÇelik Yıldız\n", encoding="utf-8")
    small = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = run("people", tmp_path / "a.csv", env=small)
    assert json.loads(done.stdout)["people"][0]["name"] == "Çelik Yıldız"


def test_an_answer_that_nobody_can_read(tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    path = tmp_path / "a.gogrow"
    nowhere = Path("/dev/full")
    if nowhere.exists():
        with nowhere.open("wb") as full:
            done = run("export", path, "--json", stdout=full)
        assert done.returncode == 2
        assert len(done.stderr.decode().strip().splitlines()) == 1
        assert b"Traceback" not in done.stderr
    closed = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m gogrow export "{path}" --json >&- 2>&-'], timeout=120, check=False
    )
    assert closed.returncode in (0, 2)
    piped = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m gogrow export "{path}" --json | head -c 5'],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert (piped.stdout, piped.stderr) == (b'{\n  "', b"")


def test_a_workspace_that_somebody_has_open_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.gogrow"
    fill(path)
    before = path.stat().st_ino
    workspace = Workspace.open(path)
    try:
        code = (
            "import sys; from gogrow.__main__ import main\n"
            "for words in (['export', sys.argv[1], '--json'], ['verify', sys.argv[1]], "
            "['sheets', sys.argv[1], '--out', 'o'], ['demo', '--out', sys.argv[2]]):\n"
            "    print(main(words), flush=True)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(path), str(tmp_path)],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.stderr.count("\n") == 3, done.stderr
        assert [line for line in done.stdout.splitlines() if len(line) == 1] == ["2"] * 4
        assert path.stat().st_ino == before
        assert len(workspace.list()) == 3
    finally:
        workspace.close()
