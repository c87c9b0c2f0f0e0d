"""Right-to-left names and marks, in the order that paper needs."""

from __future__ import annotations

import unicodedata

import pytest

from gogrow.sheets.fonts import pieces
from gogrow.sheets.scripts import clusters, drawable, plain, visual


def logical(line: str) -> str:
    """A line of right-to-left letters, back in reading order and in plain letters."""
    return unicodedata.normalize("NFKC", "".join(reversed(list(clusters(line)))))


@pytest.mark.parametrize("name", ["אברהם כהן", "محمد الأحمد", "سلام", "علی رضا"])
def test_a_right_to_left_name_runs_from_right_to_left(name: str) -> None:
    assert logical(visual(name)) == unicodedata.normalize("NFKC", name)
    assert visual(name) != name


def test_arabic_letters_join() -> None:
    assert visual("محمد") == "\ufeaa\ufee4\ufea4\ufee3"
    assert visual("سلا") == "\ufefc\ufeb3", "lam and alef are one letter"
    assert visual("دار") == "\ufeadﺍ\ufea9", "these do not join to the left"


def test_marks_stay_with_their_letter() -> None:
    assert next(iter(clusters("שָׁלוֹם"))).startswith("ש")
    turned = visual("שָׁלוֹם")
    assert list(clusters(turned))[-1] == next(iter(clusters("שָׁלוֹם")))


def test_a_name_between_dutch_words_turns_alone() -> None:
    assert visual("met אב en 12") == "met בא en 12"
    assert visual("אב 12 גד") == "דג 12 בא", "numbers keep their order"
    assert visual("(אב)") == "(בא)", "brackets still open to the right side"


@pytest.mark.parametrize("line", ["", "Fatima Özdemir", "O'Neill — 50%", "123 (a)", "Nguyễn"])
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert visual(line) == line


def test_plain_text_has_no_control_characters_and_is_composed() -> None:
    assert plain("e\u0301\x00\x1b\tb\r\nc\rd") == "é   b\nc\nd"
    assert plain("\ud800") == " "


def test_joiners_and_selectors_have_no_shape() -> None:
    assert drawable("👩‍🌾❤️👍🏽") == "👩🌾❤👍"


def test_arrows_and_checks_are_drawn_with_what_there_is() -> None:
    assert drawable("a → b ✓") == "a ➡ b ✔"
    assert all(piece.font for sign in "←↑→↓✓✗☐☑" for piece in pieces(sign, 500))
