"""Names in the cockpit: two people with one first name must not be taken for each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gogrow.domain.people import Participant


def names_apart(people: Sequence[Participant]) -> dict[str, str]:
    """By id a name that nobody else has: the one for the screen, or the full one when two share it.

    For the facilitator only: the room sees the name for the screen.
    """
    shown = Counter(person.label for person in people)
    return {person.id: person.name if shown[person.label] > 1 else person.label for person in people}
