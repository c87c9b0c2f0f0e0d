"""Which font, how wide, where a line breaks, how small."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, Fitted, fit, pieces, whole, width, wrapped
from gogrow.sheets.scripts import plain

ATKINSON = "AtkinsonHyperlegibleNext_500Medium"


def shown(line: str) -> list[tuple[str, str]]:
    return [(piece.text, piece.font) for piece in pieces(line, MEDIUM)]


def test_a_dutch_name_is_one_piece_of_our_font() -> None:
    assert shown("Anne-Fleur van 't Hof - de Wit, Çelik, Özdemir") == [
        ("Anne-Fleur van 't Hof - de Wit, Çelik, Özdemir", ATKINSON)
    ]


@pytest.mark.parametrize(
    ("name", "font"),
    [
        ("Nguyễn", "NotoSans"),
        ("Ольга", "NotoSans"),
        ("Γιώργος", "NotoSans"),
        ("محمد", "NotoSansArabic"),
        ("אברהם", "NotoSansHebrew"),
        ("🌻", "NotoEmoji"),
    ],
)
def test_other_letters_stand_whole_in_a_font_that_has_them(name: str, font: str) -> None:
    (piece,) = pieces(name, BOLD)
    assert piece.font == font
    assert piece.thin, "bold is asked, the spare font is lighter"


def test_a_letter_that_nobody_has_is_a_box_and_takes_room() -> None:
    (*_, last) = pieces("Jan \U00010000", MEDIUM)
    assert last.font == ""
    assert width("\U00010000", MEDIUM, 10) > 1


def test_decomposed_letters_are_drawn_composed() -> None:
    assert shown("Rene\u0301e") == [("Renée", ATKINSON)]


def test_widths_add_up_and_grow_with_the_size() -> None:
    assert width("ab", MEDIUM, 10) == pytest.approx(width("a", MEDIUM, 10) + width("b", MEDIUM, 10))
    assert width("abc", MEDIUM, 20) == pytest.approx(2 * width("abc", MEDIUM, 10))
    assert width("Jan محمد", MEDIUM, 10) == pytest.approx(
        width("Jan ", MEDIUM, 10) + width("محمد", MEDIUM, 10), rel=0.02
    )


def test_lines_break_between_words_after_a_hyphen_and_at_line_ends() -> None:
    assert wrapped("een twee\ndrie", MEDIUM, 12, 100) == ["een twee", "drie"]
    assert wrapped("Wilhelmina-Frederica", MEDIUM, 12, 28) == ["Wilhelmina-", "Frederica"]
    assert wrapped("e-mail en A-B", MEDIUM, 12, 100) == ["e-mail en A-B"]
    assert wrapped("  ", MEDIUM, 12, 10) == [""]


def test_a_long_dutch_word_breaks_between_syllables() -> None:
    lines = wrapped("arbeidsongeschiktheidsverzekeringsmaatschappij", MEDIUM, 12, 30)
    assert lines == ["arbeidsonge-", "schiktheidsver-", "zekeringsmaat-", "schappij"]
    assert wrapped("vrijwilligerswerkzaamheden", BOLD, 12, 42) == ["vrijwilligerswerk-", "zaamheden"]
    assert "".join(line.removesuffix("-") for line in lines) == "arbeidsongeschiktheidsverzekeringsmaatschappij"
    assert all(len(line) > 2 for line in lines)


def test_a_text_shrinks_before_it_is_cut() -> None:
    large = fit("Anne-Fleur van 't Hof", MEDIUM, 20, 90)
    small = fit("Anne-Fleur van 't Hof", MEDIUM, 20, 45)
    assert (large.size, large.cut) == (20, False)
    assert small.size < 20
    assert not small.cut


def test_what_does_not_fit_ends_with_an_ellipsis_after_a_whole_word() -> None:
    words = "een paar woorden om te tellen wat er nog past " * 4
    found = fit(words, MEDIUM, 12, 60, 2, 9, more=20)
    assert found.cut
    assert len(found.lines) == 2
    assert found.lines[-1].endswith(" …")
    assert words.startswith(found.lines[0])
    assert width(found.lines[-1], MEDIUM, found.size) + 20 <= 60
    assert found.lines[-1].removesuffix(" …").split()[-1] in words.split()


def test_even_lines() -> None:
    text = "Waar zet jij je leidinggevende of een collega?"
    assert fit(text, BOLD, 13, 51, 3, 9, even=True).lines == ("Waar zet jij je", "leidinggevende", "of een collega?")


def test_nothing_takes_no_line() -> None:
    assert fit(" \n ", MEDIUM, 12, 10) == Fitted((), 12)


def test_whole_tells_a_broken_word() -> None:
    assert whole(Fitted(("Anne-", "Fleur de"), 9), "Anne-Fleur de")
    assert not whole(Fitted(("arbeids-", "ongeschikt"), 9), "arbeidsongeschikt")
    assert not whole(Fitted(("a …",), 9, True), "a b")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.sampled_from([MEDIUM, BOLD, EXTRABOLD]), st.floats(8, 200), st.integers(1, 4))
def test_any_text_fits_and_loses_nothing_unless_it_says_so(text: str, weight: int, room: float, lines: int) -> None:
    found = fit(text, weight, 14, room, lines, 7)
    assert len(found.lines) <= lines
    one = max((width(part, weight, found.size) for part in text), default=0)
    assert all(width(line, weight, found.size) <= max(room, one * 3) + 0.01 for line in found.lines)
    if not found.cut:
        kept = "".join("".join(found.lines).replace("-", "").split())
        assert kept == "".join(plain(text).replace("-", "").split())


def test_a_word_of_a_hundred_thousand_letters_is_answered_at_once() -> None:
    assert fit("x" * 100_000, MEDIUM, 12, 50, 3).cut
