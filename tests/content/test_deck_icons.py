"""Icons of a deck's own: plain ones are let in, and whoever draws them gets nothing to stumble over."""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from gogrow import paths
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.deck_icons import icon_fault
from gogrow.content.decks import check_deck, read_deck
from gogrow.texts import Texts
from tests.content.packs import chunk, png, svg


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the deck that ships, with an icon of its own to be filled."""
    copy = Path(shutil.copytree(paths.decks() / "go-grow", tmp_path / "deck"))
    (copy / "icons").mkdir()
    board = copy / "board.yaml"
    board.write_text(board.read_text(encoding="utf-8").replace("icon: tool", "icon: our-own", 1), encoding="utf-8")
    return copy


def faults(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(DeckFaults) as caught:
        read_deck(folder)
    return caught.value.faults


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<path d="M0 0h24" stroke="currentColor"/>', ""),
        ('<g><circle cx="4" cy="4" r="2"/><title>punt</title></g>', ""),
        ('<path style="fill:#3e4f5a" d="M1.1234567-2.5e-3 3,4"/>', ""),
        ('<!-- <image/> --><path d="M0 0"/>', ""),
        ('<image href="/etc/passwd"/>', "bad_icon"),
        ('<use href="#a"/>', "bad_icon"),
        ("<script>1</script>", "bad_icon"),
        ('<path d="M0 0" onclick="x()"/>', "bad_icon"),
        ('<path d="M0 0" fill="url(http://example.com)"/>', "bad_icon"),
        ("<text>te veel</text>", "bad_icon"),
        ('<svg viewBox="0 0 1 1"/>', "bad_icon"),
        ("<path", "icon_svg"),
        ('<path d="M0 0 1234567 8"/>', "icon_size"),
        ('<path d="' + "M0 0" * 20_000 + '"/>', "icon_big_svg"),
    ],
)
def test_a_deck_may_bring_plain_svg_only(folder: Path, inside: str, code: str) -> None:
    (folder / "icons" / "our-own.svg").write_bytes(svg(inside))
    if code:
        assert [(fault.file, fault.code) for fault in faults(folder)] == [("icons/our-own.svg", code)]
    else:
        board = read_deck(folder).board
        assert board is not None
        assert board.field("know").icon == "our-own"


@pytest.mark.parametrize(
    ("sides", "right"),
    [
        ({"width": "24", "height": "24px"}, True),
        ({"width": "100%", "height": "1.5em"}, True),
        ({"viewBox": "-12,-12 24 24"}, True),
        ({"width": "4097"}, False),
        ({"width": "0"}, False),
        ({"height": "-1"}, False),
        ({"height": "many"}, False),
        ({"viewBox": "0 0 24"}, False),
        ({"viewBox": "0 0 0 24"}, False),
        ({"viewBox": "5000 0 24 24"}, False),
    ],
)
def test_an_svg_has_a_sane_size(sides: dict[str, str], right: bool) -> None:
    assert icon_fault("a.svg", svg("", **sides)) == ("" if right else "icon_size")


def test_every_icon_that_ships_is_plain() -> None:
    """They are drawn by the same means; the rule may not be stricter than what is in use."""
    for icon in (paths.assets() / "icons").glob("*.svg"):
        assert icon_fault(icon.name, icon.read_bytes()) == "", icon.name


def qt_png(kind: QImage.Format, width: int = 30, height: int = 20) -> bytes:
    """A picture as a drawing program saves it."""
    image = QImage(width, height, kind)
    image.fill(QColor("teal"))
    image.setText("Title", "Ons plaatje")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"png").write(image)
    return bytes(data.data())


@pytest.mark.parametrize("name", ["Format_ARGB32", "Format_RGB32", "Format_Mono", "Format_Grayscale8", "Format_RGBA64"])
def test_a_png_of_a_drawing_program_is_right(name: str) -> None:
    assert icon_fault("a.png", qt_png(getattr(QImage.Format, name))) == ""
    assert icon_fault("a.png", qt_png(getattr(QImage.Format, name))[:-1]) == "icon_png"


def test_a_png_may_be_interlaced_and_have_remarks() -> None:
    whole = png(5, 3)
    rows = sum((1 + across) * down for across, down in ((1, 1), (1, 1), (1, 1), (3, 1), (2, 2), (5, 1)))
    head = whole[16:28] + b"\x01"
    packed = chunk(b"IDAT", zlib.compress(bytes(rows)))
    made = whole[:8] + chunk(b"IHDR", head) + packed + chunk(b"IEND", b"")
    assert icon_fault("a.png", made) == ""
    assert not QImage.fromData(made).isNull()
    told = chunk(b"zTXt", b"Title\0\0" + zlib.compress(b"Ons plaatje")) + chunk(b"tEXt", b"Title\0plaatje")
    assert icon_fault("a.png", png(5, 3, more=told)) == ""
    assert icon_fault("a.png", png(1_024, 1_024)) == ""
    assert icon_fault("a.png", png(1_025, 1)) == "icon_pixels"


def test_a_deck_may_have_a_png_and_not_both(folder: Path) -> None:
    icons = folder / "icons"
    (icons / "our-own.png").write_bytes(png(8, 8))
    assert read_deck(folder).board is not None
    (icons / "our-own.svg").write_bytes(svg(""))
    assert [(fault.file, fault.code) for fault in faults(folder)] == [("icons/our-own.png", "icon_both")]
    (icons / "our-own.png").write_bytes(b"GIF89a")
    (icons / "our-own.svg").unlink()
    assert check_deck(folder, Texts("nl")) == [
        "icons/our-own.png: dit is geen PNG die helemaal te lezen is. Bewaar het opnieuw als gewone PNG."
    ]


def test_an_icon_with_entities_is_refused(folder: Path) -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aa">]>' + svg("<title>&a;</title>")
    (folder / "icons" / "our-own.svg").write_bytes(bomb)
    assert [fault.code for fault in faults(folder)] == ["bad_icon"]
