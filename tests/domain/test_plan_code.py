"""The plan code: every single mistake and every swap is noticed."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from gogrow.domain.plan_code import ALPHABET, new_code, qr_text, read_code

codes = st.integers(0, 2**32).map(lambda seed: new_code(random.Random(seed)))


@given(codes)
def test_a_code_reads_back_however_it_is_typed(code: str) -> None:
    for typed in (code, code.lower(), code.replace("-", ""), f" {code} ", qr_text(code)):
        assert read_code(typed) == code


@given(codes, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, place: int, char: str) -> None:
    letters = list(code.replace("-", ""))
    if letters[place] != char:
        letters[place] = char
        assert read_code("".join(letters)) is None


@given(codes, st.integers(0, 7), st.integers(0, 7))
def test_a_swap_of_two_is_noticed(code: str, one: int, two: int) -> None:
    letters = list(code.replace("-", ""))
    if letters[one] != letters[two]:
        letters[one], letters[two] = letters[two], letters[one]
        assert read_code("".join(letters)) is None


def test_no_two_characters_look_alike() -> None:
    for pair in ("0O", "0D", "1I", "1L", "2Z", "5S", "8B", "6G", "UV", "EF"):
        assert len(set(pair) & set(ALPHABET)) <= 1, pair
