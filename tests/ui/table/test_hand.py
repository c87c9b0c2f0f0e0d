"""At the table: cards that were picked beforehand come first, also one that is meant for more people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gogrow.domain.deck import CardKind, StepKind
from gogrow.domain.rules import hand, session
from gogrow.ui.table.page import TablePage
from tests.sample import NOW, deck, team
from tests.ui.table.conftest import Sitting, for_two, sit

__all__ = ["sit"]


def test_the_hand_comes_first(sit: Callable[..., Sitting]) -> None:
    table, cards = sit(), deck().cards["nl"]
    step = next(step for step in team().run if step.kind is StepKind.CARDS and not step.rounds)
    picked = [next(card for card in cards if card.fits == fits) for fits in ("team", "two")]
    workshop = replace(for_two(), run=(step, *for_two().run))
    workshop = hand.add(workshop, [hand.hand_card(card, CardKind.ASSIGNMENT, card.id) for card in picked]).workshop
    live = table.open(session.begin(workshop, NOW).workshop)
    page = TablePage(table.desk)
    table.show(page)
    page.show_workshop(live)
    table.settle()
    assert live.workshop.stage.step == step.id
    table.press("table-first")
    assert live.workshop.stage.card == picked[0].id
    table.press("table-second")
    assert live.workshop.stage.card == picked[1].id
