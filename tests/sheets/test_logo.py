"""A logo of anybody's making: what may be drawn, and what is refused with a sentence."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from gogrow.sheets.logo import BYTES_LIMIT, KEPT, Logo, LogoFault, read_logo
from gogrow.sheets.papers import Ink, Paper, PaperWish, make_papers
from gogrow.texts import Texts
from tests.sheets import reading, sample

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 300 100">{{}}</svg>'
SHAPES = (
    '<rect x="20" y="20" width="60" height="60" rx="8" fill="#C00000"/><g fill="teal" stroke="none">'
    '<circle cx="140" cy="50" r="30"/><path d="M200 20h60v60z" fill="rgb(10,20,200)" fill-rule="evenodd"/></g>'
)


def saved(tmp_path: Path, picture: Image.Image, name: str = "logo.png", **how: Any) -> Path:
    """A picture as a file."""
    picture.save(tmp_path / name, **how)
    return tmp_path / name


def written(tmp_path: Path, content: str | bytes, name: str = "logo.svg") -> Path:
    """These bytes as a file."""
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path / name


def painted(logo: Logo) -> Image.Image:
    """The picture of a logo."""
    return Image.open(io.BytesIO(logo.png))


def refused(path: Path, code: str) -> None:
    """The logo is refused, and what is said of it in both languages names the file."""
    with pytest.raises(LogoFault) as found:
        read_logo(path)
    assert found.value.code == code
    for language in ("nl", "en"):
        assert path.name[:20] in found.value.message(Texts(language))
    assert found.value.message(Texts("nl")) != found.value.message(Texts("en"))


def test_a_picture_is_kept_small_without_its_empty_border(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (3000, 2000), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((500, 500, 2500, 1500), (200, 0, 0, 255))
    logo = read_logo(saved(tmp_path, picture))
    assert logo.aspect == pytest.approx(2, abs=0.02)
    assert max(painted(logo).size) <= KEPT
    assert logo.within(40, 15) == pytest.approx((30, 15), rel=0.02)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(tmp_path: Path, mode: str) -> None:
    picture = Image.new("RGB", (60, 30), (200, 30, 30)).convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        picture = Image.new("I;16", (60, 30), 40000)
    logo = read_logo(saved(tmp_path, picture))
    assert logo.aspect == 2
    dark = sum(painted(logo).convert("L").histogram()[:200])
    assert dark > 600


@pytest.mark.parametrize("how", [{}, {"progressive": True}])
def test_a_cmyk_jpeg_gets_the_colours_of_a_screen(tmp_path: Path, how: dict[str, object]) -> None:
    red = Image.new("CMYK", (400, 100), (0, 255, 255, 0))
    logo = read_logo(saved(tmp_path, red, "logo.jpg", **how))
    picture = painted(logo)
    assert picture.mode == "RGB"
    pixel = picture.getpixel((10, 10))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > 60 > max(pixel[1:3])


def test_a_photo_is_turned_as_the_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert read_logo(saved(tmp_path, Image.new("RGB", (400, 100)), "l.jpg", exif=exif.tobytes())).aspect == 0.25


def test_a_drawing_is_taken_as_shapes_with_their_colours(tmp_path: Path) -> None:
    logo = read_logo(written(tmp_path, SVG.format(SHAPES)))
    assert [shape.fill_colour for shape in logo.shapes] == ["#C00000", "#008080", "#0A14C8"]
    assert logo.shapes[2].holes
    assert logo.aspect == pytest.approx(4, abs=0.05)
    numbers = [v for shape in logo.shapes for _, values in shape.strokes for v in values]
    assert min(numbers) >= -0.001
    assert max(numbers) <= 24.001


def test_what_a_drawing_program_keeps_for_itself_is_passed_over(tmp_path: Path) -> None:
    own = (
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.org/x" pagecolor="#fff"><sodipodi:a/></sodipodi:namedview>'
        "<metadata><rdf xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata><defs/><title>Logo</title>"
    )
    assert len(read_logo(written(tmp_path, SVG.format(own + SHAPES))).shapes) == 3


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>alert(1)</script>", "runs"),
        ('<rect width="9" height="9" onload="alert(1)"/>', "runs"),
        ('<image href="file:///etc/passwd" width="9" height="9"/>', "runs"),
        ('<image xlink:href="https://zetwerk.nl/logo.png" width="9" height="9"/>', "runs"),
        ('<g><a href="https://zetwerk.nl"><rect width="9" height="9"/></a></g>', "runs"),
        ('<use href="#x"/>', "runs"),
        ("<foreignObject><p/></foreignObject>", "runs"),
        ('<rect width="9" height="9" style="fill:url(https://zetwerk.nl/x)"/>', "runs"),
        ("<style>@import url(x);</style>", "rich"),
        ('<rect width="9" height="9" fill="url(#a)"/>', "rich"),
        ('<rect width="9" height="9" class="a"/>', "rich"),
        ('<rect width="9" height="9" opacity="0.5"/>', "rich"),
        ("<text>Zetwerk</text>", "rich"),
        ('<linearGradient id="a"/>', "rich"),
        ('<rect width="9" height="9" fill="nonsense"/>', "rich"),
        ('<path d="M0 0X9 9"/>', "rich"),
        ('<rect width="1e999" height="9"/>', "rich"),
        ("<g>" * 60 + "</g>" * 60, "rich"),
        ('<rect width="9" height="9"/>' * 4000, "rich"),
        ('<rect width="9" height="9" fill="none"/>', "empty"),
        ('<path d="M5 5"/>', "empty"),
        ("", "empty"),
    ],
)
def test_a_drawing_with_more_than_shapes_is_refused(tmp_path: Path, inside: str, code: str) -> None:
    refused(written(tmp_path, SVG.format(inside)), code)


def test_a_drawing_with_declarations_is_refused(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12))
    refused(written(tmp_path, f'<!DOCTYPE svg [<!ENTITY a0 "x">{bomb}]>{SVG.format("<title>&a11;</title>")}'), "rich")


def chunk(kind: bytes, data: bytes) -> bytes:
    """A piece of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(wide: int, high: int) -> bytes:
    """A PNG of so many pixels, all alike, in a few bytes."""
    rows = zlib.compressobj(9)
    line = b"\x00" * (1 + wide * 3)
    data = b"".join(rows.compress(line) for _ in range(min(high, 60))) + rows.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_picture_of_twenty_thousand_pixels_a_side_is_refused_unopened(tmp_path: Path) -> None:
    path = written(tmp_path, bomb(20_000, 20_000), "groot.png")
    code = (
        "import resource, sys; from pathlib import Path; from gogrow.sheets.logo import LogoFault, read_logo\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))\n"
        "try: read_logo(Path(sys.argv[1]))\nexcept LogoFault as fault: print(fault.code)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=60)
    assert done.stdout == "pixels\n", done.stderr
    refused(path, "pixels")
    refused(written(tmp_path, bomb(4000, 10), "lint.png"), "pixels")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "kind"),
        (b"GIF89a" + b"\x00" * 40, "kind"),
        (b"%PDF-1.7", "kind"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (bomb(300, 300)[:-80], "broken"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 20, "broken"),
        (b"\xff\xd8\xff", "broken"),
        (b"<svg", "broken"),
        (b"<svg>\xff\xfe</svg>", "broken"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * (BYTES_LIMIT + 5), "big"),
    ],
)
def test_what_is_no_picture_or_too_much_of_one_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    refused(written(tmp_path, content, "logo.png"), code)


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    refused(tmp_path / "weg.png", "gone")
    refused(tmp_path, "gone")


def test_a_picture_with_nothing_on_it_is_told(tmp_path: Path) -> None:
    refused(saved(tmp_path, Image.new("RGBA", (40, 40), (9, 9, 9, 0))), "empty")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_damage_anywhere_is_drawn_or_refused(tmp_path: Path, kind: str) -> None:
    source = random.Random(kind)
    whole = io.BytesIO()
    Image.effect_noise((80, 60), 90).convert("RGB").save(whole, kind)
    for _ in range(150):
        raw = bytearray(whole.getvalue())
        for _ in range(source.randrange(1, 6)):
            raw[source.randrange(len(raw))] = source.randrange(256)
        with suppress(LogoFault):
            assert read_logo(written(tmp_path, bytes(raw), "logo.png")).aspect > 0


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_logo_and_whom_to_call_are_on_every_paper(tmp_path: Path, paper: Paper, kind: str) -> None:
    workshop = sample.team(1, typed=True)
    contact = "Coach: Ilse de Boer"
    logo = (
        written(tmp_path, SVG.format('<rect width="60" height="60" fill="#C00000"/>'))
        if kind == "svg"
        else saved(tmp_path, Image.new("RGB", (60, 60), (192, 0, 0)))
    )

    def red(ink: Ink, wished: Path | None) -> int:
        target = tmp_path / "p.pdf"
        wish = PaperWish(paper, ink=ink, logo=wished, contact=contact)
        assert make_papers(workshop, workshop.participants, Texts("nl"), wish, target)
        assert contact in reading.words(target)[0]
        return reading.coloured(target, (192, 0, 0))

    assert red(Ink.COLOUR, logo) > 200
    assert red(Ink.COLOUR, None) == 0
    assert red(Ink.BLACK, logo) == 0
