"""Text that must fit: every word there, no line too wide, never under the floor."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from gogrow.ui.theme import load_fonts, load_theme
from gogrow.ui.typeset import Face, balanced, fit, syllables, wrap

LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappij"


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def face(pixels: float = 60, weight: int = 500) -> Face:
    return Face(load_theme("light").family, pixels, weight)


def letters(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


words = st.text(st.sampled_from("abdeiknorst éëçŞ-.?"), max_size=80) | st.text(max_size=40)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words, st.integers(80, 900))
@example("\u00ad000", 80)
@example("000\u00ad", 80)
@example("0\u00ad\u00ad00 \u00ad", 80)
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    for breaker in (wrap, balanced):
        lines = breaker(text, face(), width)
        assert letters("".join(lines)) == letters(text)
        for line in lines:
            assert face().width(line) <= width + 0.5 or len(line) <= 12, "only one letter may be too wide"


def test_lines_are_about_equally_long() -> None:
    assert balanced("Waar sta jij nu?", face(116, 800), 742) == ["Waar sta", "jij nu?"]
    assert wrap("Waar sta jij nu?", face(116, 800), 742) == ["Waar sta jij", "nu?"]


def test_line_breaks_are_kept() -> None:
    assert balanced("Eén.\nTwee drie.", face(), 900) == ["Eén.", "Twee drie."]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("leidinggevende", "lei-ding-ge-ven-de"),
        ("verantwoordelijkheid", "ver-an-twoor-de-lijk-heid"),
        ("afspraak", "af-spraak"),
        ("opleiding", "op-lei-ding"),
        ("wachten", "wach-ten"),
        ("tas", "tas"),
    ],
)
def test_words_are_broken_between_syllables(word: str, parts: str) -> None:
    points = [0, *syllables(word), len(word)]
    assert "-".join(word[a:b] for a, b in pairwise(points)) == parts


def test_soft_hyphens_win() -> None:
    lines = wrap("zaal\u00adpakket", face(), face().width("zaalpak-"))
    assert lines == ["zaal-", "pakket"]


def test_a_long_word_is_first_made_smaller_and_then_broken() -> None:
    smaller = fit("ontwikkeling", face(100), 480, 300, floor=39)
    assert smaller.lines == ("ontwikkeling",)
    assert 60 <= smaller.face.pixels < 100
    broken = fit(LONG, face(100), 300, 400, floor=39)
    assert len(broken.lines) > 1
    assert all(line.endswith("-") for line in broken.lines[:-1])
    assert broken.width <= 300.5


def test_it_never_goes_under_the_floor_but_ends_in_an_ellipsis() -> None:
    block = fit("Een hele lange zin die echt nooit past. " * 20, face(58), 500, 200, floor=39)
    assert block.face.pixels >= 39
    assert block.height <= 200
    assert block.lines[-1].endswith("…")
    assert sum(line.count("…") for line in block.lines) == 1


def test_a_text_that_just_fits_has_no_ellipsis() -> None:
    block = fit("Waar is het vol? Waar is het leeg?", face(54), 2000, 60, floor=39)
    assert block.lines == ("Waar is het vol? Waar is het leeg?",)


def test_a_family_of_four_is_one_letter() -> None:
    family = "👨‍👩‍👧‍👦"
    for line in wrap(family * 6, face(), 100):
        assert len(line) % len(family) == 0


def test_nothing_is_nothing() -> None:
    block = fit("  ", face(), 100, 100, floor=39)
    assert (block.lines, block.width, block.height) == ((), 0.0, 0.0)
