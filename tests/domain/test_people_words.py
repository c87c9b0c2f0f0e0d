"""A name in words that are told outside the room is found, also when it belongs to somebody."""

from __future__ import annotations

import pytest

from gogrow.domain.people import Participant
from gogrow.domain.people_words import holds_name, name_words

PEOPLE = (
    Participant("1", "1", "Zoë van den Heuvel-Smit"),
    Participant("2", "2", "Samira El Idrissi", shown="Sammie"),
    Participant("3", "3", "J. de Wit"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Praten met Samira", True),
        ("SAMIRA’S rooster", True),
        ("Samiras rooster", True),
        ("Werken als Sammie", True),
        ("zoe", True),
        ("Het plan van Smit.", True),
        ("De heuvel op", True),  # better one too many
        ("Tijd van de dag, en den drang", False),
        ("Samiraat", False),
        ("J. en de rest", False),
        ("", False),
    ],
)
def test_names_are_found_as_words(text: str, found: bool) -> None:
    assert holds_name(text, name_words(PEOPLE)) is found


def test_small_words_and_letters_are_no_names() -> None:
    assert name_words(PEOPLE) == {"zoe", "heuvel", "smit", "samira", "idrissi", "sammie", "wit"}
