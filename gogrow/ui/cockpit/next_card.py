"""What comes next from the hand, in words: for the facilitator only."""

from __future__ import annotations

from collections.abc import Sequence

from gogrow.content.finding import title_of
from gogrow.domain.deck import AnyCard
from gogrow.texts import Texts


def next_words(texts: Texts, waiting: Sequence[AnyCard]) -> str:
    """Which card of the hand comes next, and how many after it; '' when none is left."""
    if not waiting:
        return ""
    title, more = title_of(waiting[0]), len(waiting) - 1
    if not more:
        return texts.t("Next from your hand: {title}", title=title)
    return texts.t("Next from your hand: {title} · {count} more", title=title, count=more)
