"""Pages as pixels: white paper, the right way round, whichever thread asks."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import Image

from gogrow.content.pdf_pages import page_pixels, page_sizes
from gogrow.content.scanning import codes_in
from gogrow.sheets.papers import PaperWish, make_papers
from gogrow.texts import Texts
from tests.sheets import reading
from tests.sheets.sample import team


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("paper") / "a.pdf"
    workshop = team(2, typed=True)
    make_papers(workshop, workshop.participants, Texts("nl"), PaperWish(), target)
    return target


def test_a_page_is_drawn_on_white_in_its_own_colours(paper: Path) -> None:
    content = paper.read_bytes()
    assert [tuple(round(side) for side in size) for size in page_sizes(content)] == [(595, 842)] * 4
    made = page_pixels(content, 0, 2.0)
    picture = Image.frombuffer("RGB", (made.width, made.height), made.data, "raw", "BGRX", made.stride, 1)
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    red, _, blue = (part.tobytes() for part in picture.resize((60, 80)).split())
    assert any(b > r + 60 for r, b in zip(red, blue, strict=True)), "the board's first field is blue"
    assert len(reading.codes(picture.convert("L"))) == 2


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="no PDF"):
        page_sizes(b"%PDF-nothing")
    with pytest.raises(ValueError, match="no PDF"):
        page_pixels(b"", 0, 1)


def test_threads_wait_for_one_another(paper: Path) -> None:
    """PDFium would crash the whole program."""
    content = paper.read_bytes()
    found: list[int] = []

    def look() -> None:
        for page in range(4):
            found.append(page_pixels(content, page, 1.0).width)

    def scan() -> None:
        found.append(len(codes_in(paper)))

    threads = [threading.Thread(target=work) for work in (look, scan, look, scan)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [3, 3, *[596] * 8]
