"""What comes next from the hand, in words: for the facilitator only."""

from __future__ import annotations

from collections.abc import Sequence

from gogrow.content.finding import title_of
from gogrow.domain.deck import AnyCard
from gogrow.texts import Texts


def next_words(texts: Texts, waiting: Sequence[AnyCard]) -> str:
    """Which card of the hand comes next; '' when none is left."""
    return texts.t("Next from your hand: {title}", title=title_of(waiting[0])) if waiting else ""


def with_hand(texts: Texts, words: str, waiting: Sequence[AnyCard]) -> str:
    """How many cards are left, and how many of them in the hand."""
    return f"{words} · {texts.t('{count} in your hand', count=len(waiting))}" if waiting else words
