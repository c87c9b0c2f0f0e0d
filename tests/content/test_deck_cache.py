"""The cache of decks: the same bytes are known again, any change is a miss, and nothing that lies there is believed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gogrow import paths
from gogrow.content import deck_cache, deck_files
from gogrow.content.decks import DeckFaults, check_deck, deck_folders, read_deck
from gogrow.texts import Texts


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    """Both decks that ship, to change: the one with dilemmas borrows the board of the other."""
    for name in ("go-grow", "koerskaart"):
        shutil.copytree(paths.decks() / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def koers(decks: Path) -> Path:
    return decks / "koerskaart"


def kept() -> list[Path]:
    return sorted(paths.user_cache().glob("*"))


def only() -> Path:
    (one,) = kept()
    return one


def spoil(change: Callable[[Any], object]) -> None:
    """Change the value in the one file that is kept, as somebody might who knows how it is made."""
    value = json.loads(only().read_bytes()[9:])
    change(value)
    body = json.dumps(value).encode()
    only().write_bytes(b"%08x\n" % zlib.crc32(body) + body)


def known(folder: Path) -> bool:
    """Whether the cache has an answer for this deck."""
    return deck_cache.load(deck_cache.key_of(deck_files.DeckFiles.read(folder)), folder.parent) is not None


def test_every_deck_is_the_same_from_the_cache() -> None:
    for folder in (*deck_folders(), Path(__file__).parent / "fixtures" / "two-axes"):
        first = read_deck(folder)
        assert known(folder)
        again = read_deck(folder)
        assert again == first
        assert repr(again) == repr(first)  # tuples, enumerations and numbers too, not only what is equal to them
    assert len(kept()) == 3


def test_neither_pydantic_nor_yaml_is_needed_for_a_deck_that_is_known() -> None:
    code = (
        "import sys\n"
        "from gogrow.content.own_decks import read_library\n"
        "read_library()\n"
        "print(sorted({'pydantic', 'yaml'} & set(sys.modules)))\n"
    )
    said = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["['pydantic', 'yaml']", "[]"]


def test_the_same_bytes_in_another_folder_are_known(koers: Path, tmp_path: Path) -> None:
    read_deck(koers)
    other = tmp_path / "elsewhere"
    for name in ("go-grow", "koerskaart"):
        shutil.copytree(tmp_path / name, other / name)
    assert known(other / "koerskaart")


@pytest.mark.parametrize("file", ["deck.yaml", "cards.nl.yaml", "cards.en.yaml", "programmes.yaml"])
def test_one_other_byte_is_a_miss_also_when_nothing_else_tells(koers: Path, file: str) -> None:
    read_deck(koers)
    path = koers / file
    raw, times = path.read_bytes(), path.stat()
    assert raw.startswith(b"#")
    path.write_bytes(b"#" + raw[:1] + raw[2:])  # as long, and as old
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert not known(koers)
    path.write_bytes(raw)
    assert known(koers)


def test_a_change_beside_it_is_a_miss_when_the_board_comes_from_there(decks: Path, koers: Path) -> None:
    first = read_deck(koers)
    board = decks / "go-grow" / "board.yaml"
    board.write_text(board.read_text(encoding="utf-8").replace("rim: solid", "rim: dots"), encoding="utf-8")
    assert not known(koers)
    changed = read_deck(koers)
    assert changed.board is not None
    assert first.board is not None
    assert changed.board.fields[0].rim != first.board.fields[0].rim
    cards = decks / "go-grow" / "cards.nl.yaml"
    cards.write_text(cards.read_text(encoding="utf-8") + "# not of this deck\n", encoding="utf-8")
    assert known(koers)
    shutil.rmtree(decks / "go-grow")
    assert not known(koers)
    assert read_deck(koers).board == first.board, "the program's own deck stands in for one that is not beside it"


def test_a_stray_file_and_an_icon_are_changes(koers: Path) -> None:
    read_deck(koers)
    (koers / "kaarten.yaml").write_text("niets")
    with pytest.raises(DeckFaults):
        read_deck(koers)
    (koers / "kaarten.yaml").unlink()
    assert known(koers)
    (koers / "icons").mkdir()
    icon = koers / "icons" / "own.svg"
    icon.write_text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')
    cards = koers / "cards.nl.yaml"
    both = [cards, koers / "cards.en.yaml"]
    for path in both:
        path.write_text(path.read_text(encoding="utf-8").replace("icon: ladder", "icon: own"), encoding="utf-8")
    read_deck(koers)
    assert known(koers)
    icon.write_text('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>')
    with pytest.raises(DeckFaults):
        read_deck(koers)


def test_another_set_of_icons_or_another_version_of_the_program_is_a_miss(
    koers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_deck(koers)
    with monkeypatch.context() as patched:
        patched.setattr(deck_cache, "__version__", "99")
        assert not known(koers)
    with monkeypatch.context() as patched:
        patched.setattr(deck_files, "program_icons", lambda: ("ladder",))
        assert not known(koers)
    assert known(koers)


def test_whoever_asks_for_faults_gets_them_looked_for(koers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_deck(koers)
    assert known(koers)
    monkeypatch.setattr(deck_cache, "load", lambda key, around: pytest.fail("believed the cache"))
    assert check_deck(koers, Texts("en")) == []


def test_faults_are_never_kept(koers: Path) -> None:
    (koers / "cards.nl.yaml").write_text("dilemmas: [{id: x}]\n")
    for _ in range(2):
        with pytest.raises(DeckFaults):
            read_deck(koers)
    assert kept() == []


_SPOILED: dict[str, Callable[[Any], object]] = {
    "no text": lambda v: v[1].__setitem__(0, 7),
    "words that are none": lambda v: v[1][1].__setitem__("nl", ["x"]),
    "a list for a text": lambda v: v[1][11]["nl"][0].__setitem__(0, ["longer-01"]),
    "a text for a list": lambda v: v[1][11]["nl"][0].__setitem__(3, "all"),
    "a number in a list": lambda v: v[1][11]["nl"][0].__setitem__(3, [1]),
    "a field too few": lambda v: v[1][11]["nl"][0].pop(),
    "an unknown kind of step": lambda v: v[1][7][0][5][0].__setitem__(1, "dance"),
    "a truth for a number": lambda v: v[1][7][0][5][0].__setitem__(2, True),
    "no deck": lambda v: v.__setitem__(1, None),
    "no neighbour": lambda v: v.__setitem__(0, 5),
    "a neighbour elsewhere": lambda v: v.__setitem__(0, ["../../..", "x"]),
    "a neighbour with a strange name": lambda v: v.__setitem__(0, ["a\0b", "x"]),
    "nothing": lambda v: v.clear(),
    "a card that is a group": lambda v: v[1][11]["nl"].__setitem__(0, {}),
    "no place that is a number": lambda v: v[1][6][4][0].__setitem__(1, float("nan")),
}


@pytest.mark.parametrize("name", _SPOILED)
def test_a_file_of_other_types_is_passed_over(koers: Path, name: str) -> None:
    first = read_deck(koers)
    spoil(_SPOILED[name])
    assert not known(koers)
    assert read_deck(koers) == first
    assert known(koers)  # and it has been written anew


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:500] + bytes([raw[500] ^ 1]) + raw[501:],
        lambda raw: b"00000000\n",
        lambda raw: b"%08x\n" % zlib.crc32(b"[" * 90_000) + b"[" * 90_000,
        lambda raw: b"%08x\n" % zlib.crc32(b"\xff\xfe") + b"\xff\xfe",
    ],
    ids=["empty", "half", "a bit", "no value", "deep", "no text"],
)
def test_a_broken_file_is_passed_over(koers: Path, spoiled: Callable[[bytes], bytes]) -> None:
    first = read_deck(koers)
    only().write_bytes(spoiled(only().read_bytes()))
    assert not known(koers)
    assert read_deck(koers) == first


def test_a_folder_in_the_place_of_the_file_or_a_file_in_that_of_the_folder(koers: Path) -> None:
    first = read_deck(koers)
    place = only()
    place.unlink()
    place.mkdir()
    assert read_deck(koers) == first
    shutil.rmtree(paths.user_cache())
    paths.user_cache().write_text("in the way")
    assert read_deck(koers) == first


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the system's own user may write anywhere")
def test_a_folder_that_may_not_be_written(koers: Path) -> None:
    paths.user_cache().mkdir(parents=True, mode=0o500)
    assert read_deck(koers).id == "koerskaart"
    assert kept() == []


def test_only_the_newest_stay_and_no_half_files(koers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_cache, "KEPT", 20)
    folder = paths.user_cache()
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("not ours")
    for number in range(30):
        old = folder / (f"deck-{number:02d}.json" if number % 2 else f"deck-{number:02d}.7.part")
        old.write_text("old")
        os.utime(old, (number, number))
    read_deck(koers)
    assert known(koers)
    assert len(list(folder.glob("deck-*"))) == deck_cache.KEPT
    assert (folder / "mine.txt").exists()
    assert not (folder / "deck-00.7.part").exists()
    monkeypatch.setattr(deck_cache, "ROOM", 1)
    (koers / "cards.nl.yaml").write_bytes((koers / "cards.nl.yaml").read_bytes() + b"\n")
    read_deck(koers)
    assert len(list(folder.glob("deck-*"))) == 1, "the newest stays, however large"


def test_hundreds_of_decks_are_all_kept() -> None:
    assert deck_cache.KEPT >= 300


def test_a_disk_that_is_full_leaves_no_half_file(koers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert read_deck(koers).id == "koerskaart"
    assert kept() == []
