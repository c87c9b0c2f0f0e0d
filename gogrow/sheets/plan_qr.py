"""The QR code of a plan code, made quickly: each sheet has one of its own, and they differ in eight letters only.

A code of 16 letters and digits is version 1 at level M, with the same frame and the same mask each time. So the frame
is taken once from the qrcode library, and only the 16 bytes with their 10 for correction are worked out here: a fifth
of the time. Source: ISO/IEC 18004:2015, 7.4.4 (alphanumeric mode), 7.5 (Reed-Solomon, annex A), 7.7.3 (placement).
"""

from __future__ import annotations

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
LENGTH = 16
MASK = 2
"""The mask for which every third column is turned round; any mask reads back."""

_KNOWN = frozenset(LETTERS)
_SIDE, _DATA = 21, 16
_GENERATOR = (216, 194, 159, 111, 199, 94, 95, 113, 157, 193)
_FIELD = 0x11D  # x^8 + x^4 + x^3 + x^2 + 1


def matrix(text: str) -> list[str] | None:
    """The modules of a text, row by row, 1 for a dark one; None for a text that has another length, or something but
    `LETTERS`.
    """
    if len(text) != LENGTH or not _KNOWN.issuperset(text):
        return None
    data = _bytes(text)
    bits = int.from_bytes((*data, *_correction(data))) ^ _mask()
    made = bytearray(_frame())
    for place, bit in zip(_cells(), f"{bits:0{len(_cells())}b}".encode(), strict=True):
        made[place] = bit
    rows = made.decode()
    return [rows[at : at + _SIDE] for at in range(0, len(rows), _SIDE)]


def _bytes(text: str) -> bytes:
    """Mode, length, two letters in eleven bits, the end, and what fills up."""
    bits = 0b0010 << 9 | LENGTH
    for first, second in zip(text[::2], text[1::2], strict=True):
        bits = bits << 11 | LETTERS.index(first) * 45 + LETTERS.index(second)
    used = 4 + 9 + 11 * LENGTH // 2
    bits <<= 8 * -(-(used + 4) // 8) - used
    data = bits.to_bytes(-(-(used + 4) // 8), "big")
    return (data + b"\xec\x11" * _DATA)[:_DATA]


def _correction(data: bytes) -> list[int]:
    """The remainder of the division by the generator."""
    rest = [*data, *[0] * len(_GENERATOR)]
    for at in range(len(data)):
        factor = rest[at]
        if factor:
            for place, coefficient in enumerate(_products(factor), start=at + 1):
                rest[place] ^= coefficient
    return rest[len(data) :]


@lru_cache(maxsize=256)
def _products(factor: int) -> tuple[int, ...]:
    return tuple(_times(factor, coefficient) for coefficient in _GENERATOR)


def _times(one: int, two: int) -> int:
    found = 0
    while two:
        if two & 1:
            found ^= one
        one = one << 1 ^ (_FIELD if one & 0x80 else 0)
        two >>= 1
    return found


@lru_cache(maxsize=1)
def _cells() -> tuple[int, ...]:
    """Where the bits go, counted from the top left: in pairs of columns from the right, up and down, past the frame."""
    found: list[int] = []
    up = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for row in range(_SIDE - 1, -1, -1) if up else range(_SIDE):
            found += [row * _SIDE + column for column in (right, right - 1) if not _framed(row, column)]
        up = not up
    return tuple(found)


@lru_cache(maxsize=1)
def _mask() -> int:
    """The bits that are turned round."""
    return int("".join("1" if place % _SIDE % 3 == 0 else "0" for place in _cells()), 2)


def _framed(row: int, column: int) -> bool:
    corners = (row < 9 and column < 9) or (row < 9 and column > 12) or (row > 12 and column < 9)
    return corners or row == 6 or column == 6


@lru_cache(maxsize=1)
def _frame() -> bytes:
    maker = qrcode.QRCode(version=1, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=MASK)
    maker.add_data("0" * LENGTH)
    maker.make(fit=False)
    return b"".join(b"1" if module else b"0" for row in maker.get_matrix() for module in row)
