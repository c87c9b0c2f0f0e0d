"""Several people at another place in the list, in one step."""

from __future__ import annotations

import pytest

from gogrow.domain.board import Board, Shape
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.people import Participant
from gogrow.domain.rules.people import move_together
from gogrow.domain.workshop import Details, Workshop

WORKSHOP = Workshop(
    id="w",
    details=Details("Proef"),
    board=Board("b", Shape.ROUND, 1.0, (), (), ()),
    participants=tuple(Participant(id=name, person=name, name=name) for name in "abcde"),
)


@pytest.mark.parametrize(
    ("ids", "to", "expected"),
    [
        ("c", 0, "cabde"),
        ("c", 2, "abcde"),
        ("c", 3, "abcde"),
        ("c", 5, "abdec"),
        ("ac", 4, "bdace"),
        ("ca", 4, "bdace"),  # always in the order of the list
        ("ae", 2, "baecd"),
        ("abcde", 3, "abcde"),
        ("b", -4, "bacde"),
        ("b", 99, "acdeb"),
    ],
)
def test_they_come_before_whoever_stood_at_that_place(ids: str, to: int, expected: str) -> None:
    outcome = move_together(WORKSHOP, tuple(ids), to)
    assert "".join(p.id for p in outcome.workshop.participants) == expected
    assert outcome.step is not None


def test_nobody_to_move() -> None:
    with pytest.raises(RuleBroken, match="person_unknown"):
        move_together(WORKSHOP, ("x",), 0)
