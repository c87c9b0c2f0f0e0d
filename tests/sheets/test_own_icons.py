"""Icons that a deck brings, on paper: shapes of an SVG as ink, a PNG as it is, and nothing for anything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from gogrow import paths
from gogrow.sheets.canvas import Pad
from gogrow.sheets.icons import BOX
from gogrow.sheets.look import look
from gogrow.sheets.own_icons import Shape, own, shapes
from tests.sheets import reading


def svg(inside: str, head: str = 'viewBox="0 0 24 24"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'


def bring(name: str, content: str | bytes) -> Path:
    """An icon in a deck of the user's own."""
    file = paths.user_decks() / "eigen" / "icons" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def corners(shape: Shape) -> tuple[float, float, float, float]:
    """The box around the ends of all strokes."""
    ends = [values[-2:] for _, values in shape.strokes if values]
    xs, ys = [x for x, _ in ends], [y for _, y in ends]
    return round(min(xs), 3), round(min(ys), 3), round(max(xs), 3), round(max(ys), 3)


@pytest.mark.parametrize(
    ("inside", "box"),
    [
        ('<path d="M2 3L10 12"/>', (2, 3, 10, 12)),
        ('<rect x="2" y="4" width="10" height="6"/>', (2, 4, 12, 10)),
        ('<rect x="2" y="4" width="10" height="6" rx="2"/>', (2, 4, 12, 10)),
        ('<line x1="1" y1="2" x2="3" y2="9"/>', (1, 2, 3, 9)),
        ('<polyline points="1,2 3,4 5,0"/>', (1, 0, 5, 4)),
        ('<polygon points="1 2 3 4 5 0"/>', (1, 0, 5, 4)),
        ('<g transform="translate(10 2) scale(2)"><line x1="0" y1="0" x2="3" y2="4"/></g>', (10, 2, 16, 10)),
        ('<line x2="4" transform="rotate(90)"/>', (0, 0, 0, 4)),
        ('<line x2="4" transform="matrix(0 1 -1 0 5 6)"/>', (5, 6, 5, 10)),
        ('<circle cx="12" cy="12" r="5"/>', (7, 7, 17, 17)),
        ('<ellipse cx="12" cy="12" rx="5" ry="2"/>', (7, 10, 17, 14)),
    ],
)
def test_every_shape_stands_where_it_was_drawn(inside: str, box: tuple[float, ...]) -> None:
    (shape,) = shapes(svg(inside))
    assert corners(shape) == box


def test_a_drawing_of_another_size_and_proportion_comes_into_the_square() -> None:
    (shape,) = shapes(svg('<rect x="100" y="50" width="200" height="100"/>', 'viewBox="100 50 200 100"'))
    assert corners(shape) == (0, BOX / 4, BOX, 3 * BOX / 4)
    (shape,) = shapes(svg('<rect width="48" height="48" stroke="red" stroke-width="4"/>', 'width="48px" height="48"'))
    assert corners(shape) == (0, 0, BOX, BOX)
    assert shape.line == pytest.approx(2)


def test_fill_and_outline_are_taken_over_from_the_group_and_from_a_style() -> None:
    found = shapes(
        svg(
            '<g fill="none" stroke="currentColor" stroke-width="2"><path d="M0 0L1 1"/><path d="M0 0L1 1" fill="#f00"/>'
            '</g><path d="M0 0L1 1"/><path d="M0 0L1 1" style="fill:#fff; stroke:none"/>'
            '<g display="none"><path d="M0 0L1 1"/></g>'
        )
    )
    assert [(shape.fill, shape.line) for shape in found] == [("", 2), ("ink", 2), ("ink", 0), ("paper", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<svg",
        "<svg/>",
        svg('<path d="M1 2T5 6"/>'),
        svg('<path d="M1 1L2 2" transform="skewX(20)"/>'),
        svg('<path d="M1 1L2 2" transform="scale(nan)"/>'),
        svg('<circle r="wide"/>'),
        svg('<circle r="inf"/>'),
        svg("", 'viewBox="0 0 0 0"'),
        svg("<g>" * 200 + "</g>" * 200),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<path d='M0 0L1 1'/>"),
        "\x00\x01",
    ],
)
def test_what_is_not_understood_draws_nothing(text: str) -> None:
    bring("raar.svg", text)
    assert own("eigen/raar") == ()
    pad = Pad(look(True))
    pad.icon("eigen/raar", 10, 10, 20)
    assert pad.finish().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["eigen/er-niet", "../eigen", "eigen/../x", "/etc/passwd", "a/b/c", "Eigen/x", "a/"])
def test_a_name_that_is_no_icon_draws_nothing(name: str) -> None:
    assert own(name) == ()


def brightness(page: Image.Image, x: float, y: float) -> float:
    """From 0 to 255, at a place in millimetres."""
    at = page.width / 210
    found = page.convert("L").getpixel((round(x * at), round(y * at)))
    assert isinstance(found, int | float)
    return found


def test_an_own_drawing_and_an_own_picture_are_on_the_paper(tmp_path: Path) -> None:
    bring("vol.svg", svg('<rect width="24" height="24"/>'))
    Image.new("RGBA", (40, 20), (200, 30, 30, 255)).save(tmp_path / "foto.png")
    bring("foto.png", (tmp_path / "foto.png").read_bytes())
    pad = Pad(look(True))
    pad.icon("eigen/vol", 10, 10, 20)
    pad.icon("eigen/foto", 60, 10, 20)
    (tmp_path / "paper.pdf").write_bytes(pad.finish())
    page = reading.picture(tmp_path / "paper.pdf")
    assert brightness(page, 20, 20) < 60
    assert brightness(page, 70, 20) == pytest.approx(81, abs=9), "red, in grey"
    assert brightness(page, 70, 12) == 255, "it keeps its proportion"


def test_a_picture_that_is_too_large_or_no_picture_is_not_drawn(tmp_path: Path) -> None:
    Image.new("L", (1025, 4)).save(tmp_path / "groot.png")
    bring("groot.png", (tmp_path / "groot.png").read_bytes())
    bring("nep.png", b"no picture")
    head = (tmp_path / "groot.png").read_bytes()[:16] + (8).to_bytes(4, "big") * 2 + b"rest"
    broken = bring("stuk.png", head)
    assert own("eigen/groot") == own("eigen/nep") == ()
    assert own("eigen/stuk") == broken
    pad = Pad(look(True))
    pad.icon("eigen/stuk", 10, 10, 20)
    assert pad.finish().startswith(b"%PDF")


def drawn(name: str) -> tuple[float, float, float, float]:
    """The box of an icon of one shape."""
    made = own(name)
    assert isinstance(made, tuple)
    return corners(made[0])


def test_a_changed_file_is_read_again_and_a_link_never() -> None:
    file = bring("ding.svg", svg('<rect width="4" height="4"/>'))
    assert drawn("eigen/ding") == (0, 0, 4, 4)
    file.write_text(svg('<rect width="9" height="9"/>'))
    os.utime(file, ns=(1, 1))
    assert drawn("eigen/ding") == (0, 0, 9, 9)
    file.unlink()
    assert own("eigen/ding") == ()
    (paths.user_decks() / "elders.svg").write_text(svg('<rect width="4" height="4"/>'))
    file.symlink_to(paths.user_decks() / "elders.svg")
    assert own("eigen/ding") == ()
