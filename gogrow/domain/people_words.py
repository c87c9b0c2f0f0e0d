"""Whether words hold a participant's name: what is told outside the room must not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from gogrow.domain.people import Participant

_SMALL = frozenset({
    "aan", "al", "an", "and", "bij", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "een", "el", "en",
    "het", "ibn", "in", "la", "le", "les", "lo", "of", "op", "te", "ten", "ter", "the", "van", "von", "zu", "zur",
})  # fmt: skip
"""Words in names that are no names."""


def name_words(people: Iterable[Participant]) -> frozenset[str]:
    """The words of all names, by which somebody can be called: first names, surnames, and what is on the screen."""
    found = {word for one in people for text in (one.name, one.shown) for word in _words(text)}
    return frozenset(word for word in found - _SMALL if len(word) > 1)


def holds_name(text: str, names: frozenset[str]) -> bool:
    """Whether one of these (`name_words`) stands in a text as a word, possibly with an s that makes it whose."""
    return any(word in names or (word.endswith("s") and word[:-1] in names) for word in _words(text))


def _words(text: str) -> list[str]:
    """Small letters without accents, so that Zoë and ZOE are one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W\d_]+", plain.casefold())
