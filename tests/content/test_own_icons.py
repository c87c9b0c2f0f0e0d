"""An icon of the user's own is looked at before it is copied."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from gogrow.content.deck_faults import DeckFaults
from gogrow.content.own_icons import add_icon
from gogrow.texts import Texts

PLAIN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M3 3h18v18z"/></svg>'


def png(side: int, rows: int) -> bytes:
    """A grey picture that says it is ``side`` wide and high, and holds so many rows."""

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    data = zlib.compress((b"\0" + b"\x80" * side) * rows)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", data) + part(b"IEND", b"")


def drawn(folder: Path, name: str, raw: bytes = PLAIN) -> Path:
    file = folder / name
    file.write_bytes(raw)
    return file


def test_a_plain_icon_is_copied_under_a_name_that_is_free(tmp_path: Path) -> None:
    deck = tmp_path / "deck"
    assert add_icon(deck, drawn(tmp_path, "De Heftruck (2).svg")) == "de-heftruck-2"
    assert (deck / "icons" / "de-heftruck-2.svg").read_bytes() == PLAIN
    assert add_icon(deck, drawn(tmp_path, "other.svg")) == "de-heftruck-2", "the same drawing is not copied twice"
    other = PLAIN.replace(b"M3", b"M4")
    assert add_icon(deck, drawn(tmp_path, "anchor.svg", other)) == "anchor-2", "anchor comes with the program"
    assert add_icon(deck, drawn(tmp_path, "Foto.PNG", png(32, 32))) == "foto"
    names = sorted(file.name for file in (deck / "icons").iterdir())
    assert names == ["anchor-2.svg", "de-heftruck-2.svg", "foto.png"]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("reaches.svg", PLAIN.replace(b"<path", b'<image href="x.png"/><path')),
        ("large.svg", PLAIN + b"<!-- " + b"x" * 70_000 + b" -->"),
        ("none.svg", b"no drawing"),
        ("photo.jpg", PLAIN),
        ("huge.png", png(30_000, 1)),
    ],
)
def test_another_picture_is_refused_in_words_and_nothing_is_copied(tmp_path: Path, name: str, raw: bytes) -> None:
    with pytest.raises(DeckFaults) as refused:
        add_icon(tmp_path / "deck", drawn(tmp_path, name, raw))
    (fault,) = refused.value.faults
    assert fault.message(Texts("nl")).startswith(f"{name}: ")
    assert not (tmp_path / "deck").exists()


def test_a_picture_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeckFaults) as refused:
        add_icon(tmp_path / "deck", tmp_path / "gone.svg")
    assert refused.value.faults[0].message(Texts("en")).startswith("gone.svg: ")
