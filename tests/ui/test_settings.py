"""Settings are kept, and never a reason not to start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gogrow.ui.settings import FAVOURITE_LIMIT, RECENT_LIMIT, Settings, load_settings


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    kept = load_settings(tmp_path / "new" / "folder")
    kept.theme, kept.language, kept.text_size, kept.motion = "dark", "en", 1.15, False
    kept.beamer_size, kept.speed = 1.4, "quick"
    kept.beamers = [["HDMI-1", ""], ["DP-2", "X1"]]
    kept.resume = {"/somewhere/a.gogrow": "abc"}
    kept.used(Path("a.gogrow"))
    kept.star("go-grow/know-01", True)
    kept.save()
    assert load_settings(tmp_path / "new" / "folder") == kept
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    ["", "[", "[]", "null", "\x00\xff", '{"theme": 3, "recent": "a", "text_size": true, "motion": 1, "beamers": {}}'],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="latin-1")
    assert load_settings(tmp_path) == Settings(file=tmp_path / "settings.json")


def test_parts_that_do_not_fit_are_left_out(tmp_path: Path) -> None:
    values = {"recent": ["a", 3], "beamers": [["x"], ["a", "b"], [1, 2]], "text_size": 44, "resume": {"a": 1, "b": "c"}}
    values["favourites"] = ["a/b", 3, ["c"], "a/b"]
    values |= {"beamer_size": 9, "speed": "x"}
    (tmp_path / "settings.json").write_text(json.dumps({**values, "file": "/x", "unknown": 1}))
    read = load_settings(tmp_path)
    assert (read.recent, read.beamers, read.text_size, read.resume) == (["a"], [["a", "b"]], 1.0, {"b": "c"})
    assert read.favourites == ["a/b"]
    assert (read.beamer_size, read.speed) == (1.0, "normal")
    assert read.file == tmp_path / "settings.json"


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("a file, not a folder")
    Settings(file=tmp_path / "wall" / "settings.json").save()
    Settings().save()


def test_recent_files_are_few_and_once_each() -> None:
    settings = Settings(resume={"f3": "x"})
    for number in [*range(12), 11]:
        settings.used(Path(f"f{number}"))
    assert settings.recent[0] == "f11"
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT
    settings.forget(Path("f11"))
    settings.forget(Path("f3"))
    assert "f11" not in settings.recent
    assert settings.resume == {}


def test_a_star_is_given_once_and_the_oldest_go() -> None:
    settings = Settings()
    for number in range(FAVOURITE_LIMIT + 2):
        settings.star(f"deck/{number}", True)
    settings.star("deck/500", True)
    assert settings.favourites[0] == "deck/500"
    assert len(settings.favourites) == len(set(settings.favourites)) == FAVOURITE_LIMIT
    assert "deck/0" not in settings.favourites
    settings.star("deck/500", False)
    settings.star("deck/500", False)
    assert "deck/500" not in settings.favourites
