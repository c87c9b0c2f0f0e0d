"""The hand: cards that the facilitator chose beforehand, in her order. Drawing takes them first, then the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind
from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.workshop import HandCard, Workshop

HAND_LIMIT = 60
"""Cards in a hand: more than anybody plays in a day."""

_Card = TypeVar("_Card", bound=AnyCard)


def set_hand(workshop: Workshop, cards: Sequence[HandCard]) -> Outcome:
    """These cards, in this order; of a card that is there twice the first counts. Raises ``hand_full``."""
    first: dict[str, HandCard] = {}
    for card in cards:
        first.setdefault(card.id, card)
    kept = tuple(first.values())
    if len(kept) > HAND_LIMIT:
        raise RuleBroken("hand_full", limit=HAND_LIMIT)
    return Outcome(replace(workshop, hand=kept), StepName("set_hand"))


def add(workshop: Workshop, cards: Sequence[HandCard]) -> Outcome:
    """These cards too, at the end; what is in the hand already stays where it is. Raises ``hand_full``."""
    return set_hand(workshop, (*workshop.hand, *cards))


def take_out(workshop: Workshop, ids: Collection[str]) -> Outcome:
    """Without these cards."""
    return set_hand(workshop, [card for card in workshop.hand if card.id not in ids])


def reorder(workshop: Workshop, ids: Sequence[str]) -> Outcome:
    """The same cards in this order; those that are not named come last, as they were."""
    place = {id: number for number, id in enumerate(ids)}
    return set_hand(workshop, sorted(workshop.hand, key=lambda card: place.get(card.id, len(place))))


def waiting(workshop: Workshop, free: Sequence[_Card]) -> tuple[_Card, ...]:
    """The cards of the hand that are among those that are ``free`` to play, in the order of the hand."""
    known = {card.id: card for card in free}
    return tuple(known[card.id] for card in workshop.hand if card.id in known)


def hand_card(card: AnyCard, kind: CardKind, id: str) -> HandCard:
    """A card as it stands in a hand, under the ``id`` that it is played by."""
    return HandCard(id, kind, card.question if isinstance(card, AssignmentCard) else card.title)
