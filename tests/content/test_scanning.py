"""Codes out of real files, and files that are refused with a sentence before they fill the memory."""

from __future__ import annotations

import os
import random
import struct
import tracemalloc
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
import qrcode
import zxingcpp
from PIL import Image

from gogrow.content.scanning import MAX_MB, MAX_PAGES, Unscannable, codes_in
from gogrow.texts import Texts

FIRST, SECOND = "GOGROW:6R4A-5NMA", "GOGROW:K7M2-QX9T"


def code(text: str) -> Image.Image:
    """A clean code, grey."""
    maker = qrcode.QRCode(box_size=5)
    maker.add_data(text)
    return maker.make_image().get_image().convert("L")


def under(*pictures: Image.Image) -> Image.Image:
    """Pictures below one another on white."""
    sheet = Image.new("L", (max(p.width for p in pictures), sum(p.height for p in pictures)), 255)
    y = 0
    for picture in pictures:
        sheet.paste(picture, (0, y))
        y += picture.height
    return sheet


def refused(file: Path) -> str:
    """The code of what is wrong, after its sentences were looked at."""
    with pytest.raises(Unscannable) as caught:
        codes_in(file)
    for language in ("nl", "en"):
        said = caught.value.message(Texts(language))
        assert file.name[:20] in said
        assert said.endswith(".")
        assert "{" not in said
    return caught.value.code


def png(wide: int, high: int, depth: int = 1) -> bytes:
    """The head of a PNG of any size, with no pixels in it."""
    parts = b""
    head = struct.pack(">IIBBBBB", wide, high, depth, 0, 0, 0, 0)
    for kind, data in ((b"IHDR", head), (b"IDAT", b""), (b"IEND", b"")):
        parts += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "GIF", "PDF"])
@pytest.mark.parametrize("mode", ["L", "RGB", "1"])
def test_codes_come_in_reading_order_whatever_the_file_is_called(kind: str, mode: str, tmp_path: Path) -> None:
    file = tmp_path / "foto van Ça.txt"
    under(code(SECOND), code(FIRST)).convert(mode).save(file, kind)
    assert codes_in(file) == [SECOND, FIRST]


def test_glass_sixteen_bits_and_white_on_black(tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    glass = Image.new("RGBA", code(FIRST).size, (0, 0, 0, 0))
    glass.paste((0, 0, 0, 255), mask=code(FIRST).point(lambda level: 255 - level))
    glass.save(file)
    assert codes_in(file) == [FIRST]
    grey = code(FIRST)
    deep = Image.frombytes("I;16", grey.size, b"".join(struct.pack("<H", level * 257) for level in grey.tobytes()))
    deep.save(file)
    assert codes_in(file) == [FIRST]
    grey.point(lambda level: 255 - level).save(file)
    assert codes_in(file) == [FIRST]


def test_all_pages_are_looked_at_and_each_code_comes_once(tmp_path: Path) -> None:
    pages = [code(FIRST), Image.new("L", (200, 200), 255), code(SECOND), code(FIRST)]
    for name in ("x.tif", "x.pdf"):
        pages[0].save(tmp_path / name, save_all=True, append_images=pages[1:])
        assert codes_in(tmp_path / name) == [FIRST, SECOND]


def test_a_picture_without_a_code_gives_none(tmp_path: Path) -> None:
    Image.effect_noise((300, 200), 60).save(tmp_path / "x.png")
    assert codes_in(tmp_path / "x.png") == []


@pytest.mark.parametrize("kind", ["EAN13", "MicroQRCode", "RMQRCode"])
def test_another_kind_of_code_is_no_code(kind: str, tmp_path: Path) -> None:
    """The small kin of a QR code have few characters to check by: noise in a large code is taken for one."""
    made = zxingcpp.create_barcode("4006381333931", getattr(zxingcpp.BarcodeFormat, kind))
    picture = Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=5))
    assert zxingcpp.read_barcodes(picture)
    picture.save(tmp_path / "x.png")
    assert codes_in(tmp_path / "x.png") == []


def test_files_that_are_none(tmp_path: Path) -> None:
    assert refused(tmp_path / "weg.png") == "missing"
    assert refused(tmp_path / ("x" * 5000)) == "missing"
    assert refused(tmp_path) == "not-a-file"
    os.mkfifo(tmp_path / "fifo")
    assert refused(tmp_path / "fifo") == "not-a-file"
    file = tmp_path / "x.jpg"
    for content, code in (
        (b"", "empty"),
        (b"Beste Ilse, hierbij", "unknown"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1", "heic"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "unknown"),
        (b"%PDF-1.7\nniets", "damaged"),
        (png(30_000, 30_000), "too-large"),
        (png(2**31 - 1, 2**31 - 1), "too-large"),
    ):
        file.write_bytes(content)
        assert refused(file) == code, content[:20]


def test_a_file_may_not_be_too_big_to_read(tmp_path: Path) -> None:
    file = tmp_path / "x.tif"
    with file.open("wb") as stream:
        stream.truncate(MAX_MB * 1_000_000 + 1)
    tracemalloc.start()
    try:
        assert refused(file) == "too-big"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_pdf_may_not_hold_a_huge_picture_or_a_thousand_pages(tmp_path: Path) -> None:
    file, stream = tmp_path / "x.pdf", BytesIO()
    code(FIRST).save(stream, "PDF")
    for size in (b"/Width", b"/Height"):
        stream = BytesIO(stream.getvalue().replace(size + b" ", size + b" 99", 1))
    file.write_bytes(stream.getvalue())
    assert refused(file) == "too-large"
    dot = Image.new("L", (2, 2), 255)
    for name in ("x.pdf", "x.tif"):
        dot.save(tmp_path / name, save_all=True, append_images=[dot] * MAX_PAGES)
        assert refused(tmp_path / name) == "too-many"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "GIF", "PDF"])
def test_broken_files_are_refused_or_read_and_nothing_else(kind: str, tmp_path: Path) -> None:
    file, stream, source = tmp_path / "x", BytesIO(), random.Random(kind)
    code(FIRST).save(stream, kind)
    whole = stream.getvalue()
    for size in (len(whole) // 2, len(whole) // 8, 30, 1):
        file.write_bytes(whole[:size])
        assert refused(file) in ("damaged", "unknown")
    for _ in range(25):
        broken = bytearray(whole)
        for _ in range(source.choice((1, 3, 20))):
            broken[source.randrange(min(len(broken), 400))] = source.randrange(256)
        file.write_bytes(broken)
        with suppress(Unscannable):  # any other error fails the test
            codes_in(file)


def test_a_pdf_with_a_password_is_told(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = tmp_path / "x.pdf"
    canvas = Canvas(str(file), encrypt=StandardEncryption("geheim"))
    canvas.showPage()
    canvas.save()
    assert refused(file) == "password"


def test_nothing_of_a_picture_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for kind in ("PNG", "PDF", "TIFF"):
        code(FIRST).save(tmp_path / "x", kind)
        assert codes_in(tmp_path / "x") == [FIRST]
        assert [path.name for path in tmp_path.iterdir()] == ["x"]
