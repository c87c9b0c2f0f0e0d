"""A whole check-in of twenty-five people, by the one big button: what the room sees, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gogrow.domain.deck import StepKind
from gogrow.domain.public import ThenNowTeam
from gogrow.domain.rules import people, placing, session
from tests import again
from tests.sample import NAMES
from tests.ui.cockpit.conftest import Cockpit

MANY = (*NAMES, *(f"Collega {number}" for number in range(14)))
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_room_sees_then_only_after_now_and_nobody_by_name(
    make_cockpit: Callable[..., Cockpit], language: str
) -> None:
    then = again.then(MANY, letters=LETTERS)
    now = again.again(then)
    now = replace(now, details=replace(now.details, language=language))
    now = people.remove(now, [now.participants[20].id]).workshop  # who left since then
    cockpit = make_cockpit(now, earlier=(then,))
    cockpit.alone()
    cockpit.page.act()
    cockpit.settle()
    seen: list[tuple[str, str]] = []
    for _ in range(40):
        step = cockpit.workshop.step()
        if step is None or cockpit.workshop.stage.ended:
            break
        if step.kind is StepKind.CARDS and not cockpit.workshop.placements:
            for person, letter in zip(cockpit.workshop.participants, reversed(LETTERS), strict=False):
                cockpit.do(placing.place_at, "now", person.id, letter)
        picture = cockpit.room
        seen.append((step.id, type(picture).__name__))
        assert "Samira" not in repr(picture)
        if isinstance(picture, ThenNowTeam):
            assert (len(picture.then), len(picture.now)) == (25, 24)
        cockpit.page.act()
        cockpit.settle()
    kinds = [kind for _, kind in seen]
    assert kinds.index("Reveal") < kinds.index("ThenNowTeam")
    assert [step for step, kind in seen if kind == "ThenNowTeam"] == ["then-now"]
    assert cockpit.workshop.stage.ended
    assert session.begin(cockpit.workshop, cockpit.now).workshop.stage.then_now == ""
