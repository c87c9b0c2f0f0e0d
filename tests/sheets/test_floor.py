"""The board for the floor, read back from its PDF: the tiles make the board, and nothing of a sheet's own stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops

from gogrow.content.decks import read_deck
from gogrow.domain.board import Board
from gogrow.sheets.floor import FloorWishes, PaperFault, SizeFault, floor_board
from gogrow.sheets.floor_wishes import BORDER, Tiling, board_size, tile_name, tiling
from gogrow.texts import Texts
from tests.sheets import reading
from tests.sheets.sample import deck

DOTS = 2  # to the millimetre
FEW = 60  # dots that differ where a page is drawn a fraction of a dot aside
NAME = re.compile(r"\b[A-Z]{1,2}\d{1,2}\b")


def round_board() -> Board:
    found = deck().board
    assert found is not None
    return found


@cache
def plane_board() -> Board:
    found = read_deck(Path(__file__).parents[1] / "content" / "fixtures" / "two-axes").board
    assert found is not None
    return found


def made(folder: Path, board: Board, wishes: FloorWishes, language: str = "nl") -> Path:
    target = folder / f"{wishes.paper}.pdf"
    assert floor_board(board, Texts(language), target, wishes)
    return target


def pages(source: Path, dpi: float = DOTS * 25.4) -> list[Image.Image]:
    document = pdfium.PdfDocument(source)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def cut(image: Image.Image, left: float, top: float, right: float, low: float) -> Image.Image:
    """A part of a picture, in millimetres."""
    return image.crop((round(left * DOTS), round(top * DOTS), round(right * DOTS), round(low * DOTS)))


def stitched(laid: Tiling, sheets: list[Image.Image]) -> Image.Image:
    """All sheets at their places, each over the strips of those before it."""
    wide, high = laid.cell
    whole = Image.new("L", (round(laid.columns * wide * DOTS), round(laid.rows * high * DOTS)), 255)
    for sheet, (row, column) in zip(sheets, laid.tiles(), strict=True):
        window = cut(sheet, BORDER, BORDER, BORDER + laid.window[0], BORDER + laid.window[1])
        whole.paste(window, (round(column * wide * DOTS), round(row * high * DOTS)))
    return whole


def wiped(image: Image.Image, left: float, top: float, right: float, low: float) -> None:
    """Make a part of a picture white, in millimetres."""
    image.paste(255, (round(left * DOTS), round(top * DOTS), round(right * DOTS), round(low * DOTS)))


def spread(image: Image.Image, pick: Callable[[Image.Image, Image.Image], Image.Image]) -> Image.Image:
    """Each dot becomes what ``pick`` makes of all dots within a millimetre."""
    for across, down in ((1, 0), (0, 1)):
        found = image
        for away in range(-DOTS, DOTS + 1):
            found = pick(found, ImageChops.offset(image, across * away, down * away))
        image = found
    return image


def apart(one: Image.Image, other: Image.Image) -> int:
    """How many dots of one picture are darker or lighter than all dots of the other within a millimetre."""
    darker = ImageChops.subtract(spread(other, ImageChops.darker), one)
    lighter = ImageChops.subtract(one, spread(other, ImageChops.lighter))
    return sum(sum(picture.histogram()[80:]) for picture in (darker, lighter))


def longest(image: Image.Image, box: tuple[float, float, float, float], dpi: float, upright: bool = False) -> float:
    """The longest dark line in a box of the page, in millimetres."""
    left, top, right, low = (round(side / 25.4 * dpi) for side in box)
    part = image.crop((left, top, right, low)).point(lambda dot: 255 * (dot < 128))
    if upright:
        part = part.transpose(Image.Transpose.ROTATE_90)
    data, best = part.tobytes(), 0
    for row in range(part.height):
        line = data[row * part.width : (row + 1) * part.width]
        best = max(best, *(len(run) for run in line.split(b"\x00")))
    return best / dpi * 25.4


@pytest.mark.parametrize(
    ("board", "wishes"),
    [
        (round_board(), FloorWishes(0.7)),
        (plane_board(), FloorWishes(0.8, saver=True, letters=True, overlap=16)),
        (round_board(), FloorWishes(0.6, paper="a3", saver=True, letters=True)),
    ],
)
def test_sheets_laid_against_each_other_make_the_board(board: Board, wishes: FloorWishes, tmp_path: Path) -> None:
    laid = tiling(board, wishes)
    _, *sheets = pages(made(tmp_path, board, wishes))
    assert len(sheets) == laid.count
    lying = stitched(laid, sheets)
    one = pages(made(tmp_path, board, replace(wishes, paper="one")))[0]
    whole = Image.new("L", lying.size, 255)
    whole.paste(one, (round(laid.left * DOTS), round(laid.top * DOTS)))
    # not compared: the lines along which sheets are cut and glued, the large page's ruler, what lies outside the board
    wide, high = board_size(board, wishes)
    right, low = laid.columns * laid.cell[0], laid.rows * laid.cell[1]
    for picture in (lying, whole):
        for column in range(laid.columns):
            wiped(picture, column * laid.cell[0] - 1, 0, column * laid.cell[0] + 1, low)
        for row in range(laid.rows):
            wiped(picture, 0, row * laid.cell[1] - 1, right, row * laid.cell[1] + 1)
        wiped(picture, 0, laid.top + high - 14, laid.left + 112, low)
        wiped(picture, laid.left + wide, 0, right, low)
        wiped(picture, 0, laid.top + high, right, low)
    assert sum(whole.histogram()[:64]) > 1000, "there is something to compare"
    assert apart(lying, whole) + apart(whole, lying) < FEW
    assert apart(lying, ImageChops.offset(whole, 3 * DOTS, 0)) > 10 * FEW, "three millimetres aside would be seen"


def test_each_sheet_has_its_number_once_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    board, wishes = round_board(), FloorWishes(1.6, letters=True)
    laid = tiling(board, wishes)
    names = [tile_name(*tile) for tile in laid.tiles()]
    assert 0 < laid.count < laid.rows * laid.columns
    target = made(tmp_path, board, wishes)
    first, *others = reading.words(target)
    assert sorted(NAME.findall(first.replace("A4", "", 1))) == sorted(names), "on the map, all of them"
    assert [NAME.findall(words) for words in others] == [[name] for name in names]
    assert f"{laid.count} vellen A4" in first
    assert "1,6 × 1,6 m" in first
    assert "Een kruis" in first
    assert [title for title, _ in reading.outline(target)] == ["Plattegrond", *names]
    square = made(tmp_path, plane_board(), FloorWishes(1))
    assert "Een kruis" not in reading.words(square)[0]


def test_a_strip_shows_what_the_next_sheet_begins_with(tmp_path: Path) -> None:
    overlap = 24.0
    board, wishes = round_board(), FloorWishes(0.9, overlap=overlap)
    laid = tiling(board, wishes)
    sheets = dict(zip(laid.tiles(), pages(made(tmp_path, board, wishes))[1:], strict=True))
    right, below = BORDER + laid.cell[0], BORDER + laid.cell[1]
    assert laid.sheet == (right + overlap + BORDER, below + overlap + BORDER)
    compared = seen = 0
    for (row, column), sheet in sheets.items():
        high = laid.cell[1] - 160  # under it number and ruler
        for beside, mine, theirs in (
            ((row, column + 1), (right, BORDER, right + overlap, high), (BORDER, BORDER, BORDER + overlap, high)),
            ((row + 1, column), (BORDER, below, right, below + overlap), (BORDER, BORDER, right, BORDER + overlap)),
        ):
            if beside in sheets:
                ours, other = (
                    cut(picture, left + 1.5, top + 1.5, end - 1.5, low - 1.5)
                    for picture, (left, top, end, low) in ((sheet, mine), (sheets[beside], theirs))
                )
                assert apart(ours, other) < FEW
                seen += apart(ours, ImageChops.offset(other, 3 * DOTS, 3 * DOTS))
                compared += sum(ours.histogram()[:200]) > 0
    assert compared > 8, "most strips have a part of the board"
    assert seen > 10 * FEW, "three millimetres aside would be seen"


@pytest.mark.parametrize("wishes", [FloorWishes(0.75), FloorWishes(0.8, paper="a3", saver=True, overlap=8)])
def test_the_ruler_is_a_hundred_millimetres_on_every_page(wishes: FloorWishes, tmp_path: Path) -> None:
    dpi, board = 100.0, plane_board()
    laid = tiling(board, wishes)
    target = made(tmp_path, board, wishes)
    map_page, *sheets = pages(target, dpi)
    wide, high = reading.sizes(target)[0]
    assert longest(map_page, (0, high - 26, wide, high), dpi) == pytest.approx(100, abs=0.6)
    for sheet in sheets:
        right, below = BORDER + laid.cell[0], BORDER + laid.cell[1]
        box = (right + 0.8, below - 160, right + laid.overlap - 0.5, below - 1)
        assert longest(sheet, box, dpi, upright=True) == pytest.approx(100, abs=0.6)
    assert all("100 mm" in words for words in reading.words(target))
    one = pages(made(tmp_path, board, replace(wishes, paper="one")), dpi)[0]
    low = one.height / dpi * 25.4
    assert longest(one, (0, low - 12, 120, low), dpi) == pytest.approx(100, abs=0.6)


def test_a_page_larger_than_pdf_takes_has_a_larger_unit(tmp_path: Path) -> None:
    small = made(tmp_path, round_board(), FloorWishes(5, paper="one"))
    assert reading.sizes(small) == [(5000, 5000)]
    assert b"/UserUnit" not in small.read_bytes()
    large = made(tmp_path, round_board(), FloorWishes(8, paper="one")).read_bytes()
    unit, box = re.search(rb"/UserUnit ([\d.]+)", large), re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", large)
    assert unit
    assert box
    assert float(box[1]) <= 14400
    for side in box.groups():
        assert float(side) * float(unit[1]) / 72 * 25.4 == pytest.approx(8000, abs=1)


@pytest.mark.parametrize(("language", "letters"), [("nl", True), ("en", False)])
def test_all_words_of_a_board_stand_on_it(language: str, letters: bool, tmp_path: Path) -> None:
    for board in (round_board(), plane_board()):
        target = made(tmp_path, board, FloorWishes(2, paper="one", letters=letters), language)
        read = reading.words(target)[0]
        for field in board.fields:
            for words in (field.name[language], *field.sentence[language].split()):
                assert words in read
        if board.centre is not None:
            assert board.centre.name[language] in read
            close = "".join(read.split())  # words along a circle are read letter by letter, not always in order
            assert close.count({"nl": "helemaal", "en": "complet"}[language]) == len(board.fields)
        shown = set(re.findall(r"\b[A-Z]\b", read)) - {"I"}
        assert shown == ({spot.letter for spot in board.spots} - {"I"} if letters else set())


def test_whoever_stops_it_or_has_no_place_gets_no_file(tmp_path: Path) -> None:
    target, told = tmp_path / "x.pdf", []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 3

    assert not floor_board(round_board(), Texts("nl"), target, FloorWishes(1), progress)
    assert told[0][0] == 0
    assert told[-1] == (3, tiling(round_board(), FloorWishes(1)).count + 1)
    assert not list(tmp_path.iterdir())
    with pytest.raises(PaperFault):
        floor_board(plane_board(), Texts("nl"), tmp_path / "nowhere" / "x.pdf", FloorWishes(1))
    with pytest.raises(SizeFault):
        floor_board(round_board(), Texts("nl"), target, FloorWishes(40))
    assert not list(tmp_path.iterdir())
