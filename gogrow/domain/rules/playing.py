"""Assignment cards: drawing, choosing, skipping, stopping."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from gogrow.domain.deck import AssignmentCard
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.rules import tidy
from gogrow.domain.rules.hand import waiting
from gogrow.domain.workshop import PlayedCard, Workshop


def left(
    workshop: Workshop, cards: Sequence[AssignmentCard], field: str = "", without: frozenset[str] = frozenset()
) -> tuple[AssignmentCard, ...]:
    """Cards that were not played in this workshop, of one field or ('' ) of all; ``without`` are stopped ones."""
    played = {card.id for card in workshop.played} | without
    return tuple(card for card in cards if card.id not in played and field in ("", card.field))


def draw(
    workshop: Workshop,
    cards: Sequence[AssignmentCard],
    source: random.Random,
    field: str = "",
    without: frozenset[str] = frozenset(),
) -> Outcome:
    """The next card of the hand, else one at random that was not played yet. Raises RuleBroken ``no_cards_left``."""
    free = left(workshop, cards, field, without)
    if not free:
        raise RuleBroken("no_cards_left")
    first = waiting(workshop, free)
    return show(workshop, first[0] if first else source.choice(free))


def show(workshop: Workshop, card: AssignmentCard) -> Outcome:
    """Put this card in the picture; its words are kept as they are now."""
    if any(p.id == card.id for p in workshop.played):
        return Outcome(replace(workshop, stage=replace(workshop.stage, card=card.id)))
    after = replace(
        workshop,
        played=(*workshop.played, PlayedCard(card.id, card)),
        stage=replace(workshop.stage, card=card.id),
    )
    return Outcome(after, StepName("play_card", {"name": card.question}))


def put_away(workshop: Workshop) -> Outcome:
    """Skip or finish: the card leaves the picture and does not come again in this workshop."""
    return Outcome(replace(workshop, stage=replace(workshop.stage, card="")))


def stop(workshop: Workshop) -> Outcome:
    """Somebody passes: the card is gone as if it was never drawn, from the history too."""
    card = workshop.stage.card
    if not card:
        raise RuleBroken("no_card")
    after = replace(workshop, played=tuple(p for p in workshop.played if p.id != card))
    return Outcome(tidy(after), None, frozenset({("played_card", card)}))


def set_themes(workshop: Workshop, card: str, themes: Sequence[str]) -> Outcome:
    """Themes that came up at a card."""
    played = next((p for p in workshop.played if p.id == card), None)
    if played is None:
        raise RuleBroken("no_card")
    kept = tuple(dict.fromkeys(t.strip() for t in themes if t.strip()))
    changed = replace(played, themes=kept)
    cards = tuple(changed if p.id == card else p for p in workshop.played)
    return Outcome(replace(workshop, played=cards), StepName("card_themes", {"name": played.card.question}))
