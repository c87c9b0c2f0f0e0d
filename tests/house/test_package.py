"""What ``pip install .`` gives works from any folder, with assets, decks and compiled translations inside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.code import ROOT, tracked

ASK = """
import sys
from gogrow import paths, texts
print(paths.assets())
print(paths.decks())
print(texts.Texts("nl").date(__import__("datetime").date(2026, 5, 12)))
"""


def run(command: list[str], folder: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built package, from a copy of the project's own files, as pip builds it."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    for path in tracked():
        if path.relative_to(ROOT).parts[0] != "tests":
            target = copy / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel"]
    run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(out), "."], copy)
    (built,) = out.glob("gogrow-*.whl")
    return built


def test_everything_is_inside_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "gogrow = gogrow.__main__:main" in archive.read(entry).decode()
    files = {path.relative_to(ROOT) for path in tracked()}
    wanted = {path.as_posix() for path in files if path.parts[0] == "gogrow"}
    wanted |= {f"gogrow/{path.as_posix()}" for path in files if path.parts[0] in ("assets", "decks")}
    wanted |= {name.removesuffix(".po") + ".mo" for name in wanted if name.endswith(".po")}
    assert sorted(names ^ wanted) == []


def test_it_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    place, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*pip, "--no-deps", "--no-index", "--target", str(place), str(wheel)], elsewhere)
    (program,) = (path for path in (place / "bin").iterdir() if path.stem == "gogrow")
    assert run([str(program), "--version"], elsewhere, PYTHONPATH=str(place)).startswith("GoGrow ")
    assert run([sys.executable, "-m", "gogrow", "--version"], elsewhere, PYTHONPATH=str(place)) != ""
    assets, decks, day = run([sys.executable, "-c", ASK], elsewhere, PYTHONPATH=str(place)).splitlines()
    assert (assets, decks) == (str(place / "gogrow" / "assets"), str(place / "gogrow" / "decks"))
    assert day == "12 mei 2026"
