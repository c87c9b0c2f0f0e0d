"""Short random ids from an injected source, so that a played sample is the same every time."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable

NewId = Callable[[], str]

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def random_ids() -> NewId:
    """Ids of 10 characters from the system's random source (50 bits: order and time cannot be read from them)."""
    return lambda: "".join(secrets.choice(_ALPHABET) for _ in range(10))


def seeded_ids(seed: int) -> NewId:
    """Ids of 10 characters that are the same for the same seed; for `gogrow demo` and tests."""
    source = random.Random(seed)
    return lambda: "".join(source.choice(_ALPHABET) for _ in range(10))
