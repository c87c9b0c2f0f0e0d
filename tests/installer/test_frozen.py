"""The frozen program runs from another folder, without Python's help, and plays a whole workshop."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.house.code import ROOT

FOLDER = ROOT / "dist" / "gogrow"
PROGRAM = FOLDER / ("gogrow.exe" if sys.platform == "win32" else "gogrow")
LARGEST_QT_MB = 140
"""Qt's part of it, 40 of them for the camera: how large Python itself is depends on who built it."""


def bare(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without this interpreter, so that the frozen program cannot lean on it."""
    return {name: value for name, value in environment.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def gogrow(*arguments: str, folder: Path) -> str:
    """What the frozen program prints."""
    command = [str(PROGRAM), *arguments]
    done = subprocess.run(command, cwd=folder, env=bare(os.environ), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the frozen program has played its sample workshops."""
    folder = tmp_path_factory.mktemp("frozen")
    gogrow("demo", "--out", "played", folder=folder)
    return folder / "played"


def test_it_says_its_version(tmp_path: Path) -> None:
    assert gogrow("--version", folder=tmp_path).startswith("GoGrow ")


def test_it_plays_the_sample_workshop(played: Path) -> None:
    assert (played / "demo.gogrow").stat().st_size > 0
    pictures, papers = list(played.rglob("*.png")), list(played.rglob("*.pdf"))
    assert pictures
    assert papers
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)
    assert all(path.read_bytes().startswith(b"%PDF-") for path in papers)


def test_it_reads_back_what_it_wrote(played: Path, tmp_path: Path) -> None:
    gogrow("verify", str(played / "demo.gogrow"), folder=tmp_path)
    assert gogrow("export", str(played / "demo.gogrow"), "--json", folder=tmp_path).startswith("{")
    gogrow("deck", "check", str(ROOT / "decks" / "go-grow"), folder=tmp_path)


@pytest.mark.xvfb
def test_its_window_opens_on_a_new_workspace(two_screens: dict[str, str], home: Path, tmp_path: Path) -> None:
    program = subprocess.Popen(
        [PROGRAM], cwd=tmp_path, env=bare(two_screens), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        for _tick in range(300):
            if list(home.rglob("*.gogrow")) or program.poll() is not None:
                break
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(0.1)
        assert program.poll() is None
        assert list(home.rglob("*.gogrow"))
    finally:
        program.terminate()
        said, _nothing = program.communicate(timeout=20)
    assert said == ""


def test_nothing_is_in_it_that_is_not_used() -> None:
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    names = {path.relative_to(FOLDER).as_posix() for path in files}
    of_qt = ("/qml/", "Qt6QmlCompiler", "Qt6Quick3D", "Qt6QuickControls", "Qt6Pdf", "Qt6WebEngine")
    strange = (*of_qt, "pytest", "mypy", "tkinter", "/numpy", "tests/")
    assert [name for name in names if any(part in name for part in strange)] == []
    assert [name for name in names if "/texttospeech/" in name and "mock" not in name], "the plugin that speaks"
    assert [name for name in names if "/multimedia/" in name], "the plugin that sees"
    qt = [path for path in files if "PySide6" in path.parts]
    assert sum(path.stat().st_size for path in qt) < LARGEST_QT_MB * 1_000_000
    assert any(name.endswith("gogrow/decks/go-grow/board.yaml") for name in names)
    translations = {path.stem for path in (ROOT / "assets" / "i18n" / "nl").glob("*.po")}
    assert {Path(name).stem for name in names if name.endswith(".mo") and "i18n/nl/" in name} >= translations
