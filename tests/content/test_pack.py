"""A deck as one file: what goes in comes out, whoever packs it, and a deck with faults stays at home."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from gogrow import paths
from gogrow.content.deck_faults import DeckFaults
from gogrow.content.deck_text import deck_text
from gogrow.content.decks import check_deck, read_deck
from gogrow.content.pack import About, packed, read_pack, write_pack
from gogrow.content.yaml_source import parse_bytes
from gogrow.texts import Texts
from tests.content import packs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small deck in one language, with an icon of its own."""
    made = tmp_path / "own-deck"
    for name, raw in packs.GOOD.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(raw)
    return made


def saved(tmp_path: Path, raw: bytes) -> Path:
    file = tmp_path / "x.gogrowdeck"
    file.write_bytes(raw)
    return file


@pytest.mark.parametrize("name", ["go-grow", "koerskaart"])
def test_a_deck_that_ships_comes_out_as_it_went_in(name: str, tmp_path: Path) -> None:
    target = tmp_path / f"{name}.gogrowdeck"
    write_pack(paths.decks() / name, target)
    assert read_pack(target).deck == read_deck(paths.decks() / name)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_the_same_deck_is_the_same_file(folder: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.gogrowdeck", tmp_path / "other.gogrowdeck"
    write_pack(folder, one)
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    write_pack(folder, other)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as read:
        assert read.testzip() is None
        assert read.namelist() == sorted(packs.GOOD)


def test_author_licence_and_sources_are_asked_once_and_go_along(folder: Path, tmp_path: Path) -> None:
    about = About("Anja: “wij” & zij", "CC-BY-4.0", ("- een bron", "000 nog een: bron"))
    target = tmp_path / "x.gogrowdeck"
    write_pack(folder, target, about)
    pack = read_pack(target)
    assert (pack.deck.author, pack.deck.licence, pack.deck.sources) == (about.author, about.licence, about.sources)
    assert pack.deck.questions == read_deck(folder).questions
    assert (folder / "deck.yaml").read_bytes() == packs.GOOD["deck.yaml"]  # what is at home stays as it is
    write_pack(folder, target, About("Wij", "CC0"))
    assert read_pack(target).files["deck.yaml"] == packs.GOOD["deck.yaml"]
    with pytest.raises(DeckFaults) as caught:
        write_pack(folder, target, About("", "CC0"))
    assert [(fault.file, fault.code) for fault in caught.value.faults] == [("deck.yaml", "empty")]
    assert read_pack(target).deck.author == "Wij"


def test_a_licence_and_a_readme_go_along(folder: Path, tmp_path: Path) -> None:
    (folder / "LICENSE").write_text("Doe ermee wat je wilt.\n", encoding="utf-8")
    (folder / "README.md").write_bytes("\ufeffVoor één ploeg\r\n".encode())
    (folder / "notes.txt").write_text("blijft thuis")
    write_pack(folder, tmp_path / "x.gogrowdeck")
    texts = read_pack(tmp_path / "x.gogrowdeck").texts
    assert texts == {"LICENSE": "Doe ermee wat je wilt.\n", "README.md": "Voor één ploeg\r\n"}


def test_a_deck_with_faults_is_not_packed(folder: Path, tmp_path: Path) -> None:
    cards = folder / "cards.nl.yaml"
    cards.write_text(cards.read_text().replace("minutes: 3", "minutes: drie"))
    target = tmp_path / "x.gogrowdeck"
    target.write_bytes(b"what was there")
    with pytest.raises(DeckFaults) as caught:
        write_pack(folder, target)
    assert [fault.code for fault in caught.value.faults] == ["whole_number"]
    assert target.read_bytes() == b"what was there"
    with pytest.raises(DeckFaults) as caught:
        write_pack(tmp_path / "nothing", target)
    assert [fault.code for fault in caught.value.faults] == ["no_folder"]


@pytest.mark.parametrize("place", ["a folder", "below a file", "nowhere"])
def test_a_place_that_cannot_be_written_is_told(place: str, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.gogrowdeck"
    if place == "a folder":
        target.mkdir()
        (target / "full").touch()
    elif place == "below a file":
        target = folder / "deck.yaml" / "x.gogrowdeck"
    else:
        target = tmp_path / "nowhere" / "x.gogrowdeck"
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with pytest.raises(DeckFaults) as caught:
        write_pack(folder, target)
    assert [fault.code for fault in caught.value.faults] == ["place_failed"]
    assert caught.value.faults[0].message(Texts("nl")).startswith(f"{target}: ")
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


# Packed by others


def test_a_folder_zipped_by_hand_is_read(tmp_path: Path) -> None:
    """With one folder around it, entries for folders, and what a Mac and Windows leave behind."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("één deck/", b"")
        made.writestr("één deck/icons/", b"")
        for name, raw in packs.GOOD.items():
            made.writestr(f"één deck/{name}", raw)
        made.writestr("één deck/.DS_Store", b"\0\0\0\1Bud1")
        made.writestr("__MACOSX/één deck/._deck.yaml", b"\0\5\26\7")
        made.writestr("één deck/icons/Thumbs.db", b"\xd0\xcf")
    pack = read_pack(saved(tmp_path, stream.getvalue()))
    assert dict(pack.files) == packs.GOOD


class _Pipe(io.RawIOBase):
    """A place that can only be written on, so that sizes come behind the bytes."""

    def __init__(self) -> None:
        self.made = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, raw: object) -> int:
        self.made += bytes(raw)  # type: ignore[call-overload]
        return len(bytes(raw))  # type: ignore[call-overload]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_that_was_streamed_is_read(method: int, tmp_path: Path) -> None:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", method) as made:
        for name, raw in packs.GOOD.items():
            made.writestr(name, raw)
    assert dict(read_pack(saved(tmp_path, bytes(pipe.made))).files) == packs.GOOD


def test_a_deck_of_cards_is_checked_against_the_board_that_ships_and_no_other(tmp_path: Path) -> None:
    shutil.copytree(paths.decks() / "koerskaart", tmp_path / "koerskaart")
    assert check_deck(tmp_path / "koerskaart", Texts("nl")) == []
    for name, right in (("go-grow", True), ("beside", False)):
        other = shutil.copytree(paths.decks() / "go-grow", tmp_path / name, dirs_exist_ok=True)
        if right:  # what lies beside a pack is somebody else's
            (Path(other) / "board.yaml").write_text("spoiled: true\n")
        files = {**packs.GOOD, "deck.yaml": f"{packs.DECK}board: {name}\n".encode()}
        told = check_deck(saved(tmp_path, packed(files)), Texts("nl"))
        assert (told == []) is right


def test_values_written_as_yaml_are_the_same_values() -> None:
    for file in paths.decks().rglob("*.yaml"):
        value = parse_bytes(file.read_bytes()).value
        assert isinstance(value, dict)
        assert parse_bytes(deck_text(value)).value == value
    strange = ["no", "4", "001", "~", "", "- a", "a: b", "#a", "'\"", "é 😀", "x " * 200, "true", "1e3", "a\nb"]
    assert parse_bytes(deck_text({"a": strange})).value == {"a": strange}
    assert deck_text({"minutes": "4", "a": "no"}) == b"minutes: 4\na: 'no'\n"
