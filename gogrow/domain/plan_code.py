"""The plan code: how a sheet of paper finds its plan. Described here and nowhere else: paper outlives versions.

A code has seven random characters and one check character, written ``XXXX-XXXX``. The alphabet has 23 characters
that cannot be taken for one another in handwriting: of 2 and Z, 5 and S, 8 and B, 6 and G, E and F only one is
used, of 0 O D, 1 I L and U V none.

The check character makes ``sum(position * value) % 23`` over all eight (positions 1 to 8) equal to 0. As 23 is
prime, every single wrong character and every swap of two is noticed. A code holds nothing about a person.

In a QR code it stands as ``GOGROW:XXXX-XXXX`` in capitals (alphanumeric mode keeps the code small). A version that
ever writes something else there begins with ``GOGROW2:`` or a higher number, so that older ones can say so.
"""

from __future__ import annotations

import random

ALPHABET = "23456789ACEHJKMNPQRTWXY"
PREFIX = "GOGROW:"


def _check(body: str) -> str:
    # position 8 carries the check character: 8 * c + sum == 0 (mod 23); 3 is the inverse of 8 (8 * 3 = 24).
    total = sum(place * ALPHABET.index(char) for place, char in enumerate(body, start=1))
    return ALPHABET[(-total * 3) % 23]


def new_code(source: random.Random) -> str:
    """A fresh code from a random source (`random.SystemRandom` in the program, a seeded one in a sample)."""
    body = "".join(source.choice(ALPHABET) for _ in range(7))
    whole = body + _check(body)
    return f"{whole[:4]}-{whole[4:]}"


def read_code(text: str) -> str | None:
    """The code in what was typed or scanned, tidied to ``XXXX-XXXX``; None when it is not one of ours."""
    letters = "".join(char for char in text.upper().removeprefix(PREFIX) if char.isalnum())
    if len(letters) != 8 or any(char not in ALPHABET for char in letters):
        return None
    return f"{letters[:4]}-{letters[4:]}" if _check(letters[:7]) == letters[7] else None


def qr_text(code: str) -> str:
    """What the QR code of a plan code holds."""
    return PREFIX + code
