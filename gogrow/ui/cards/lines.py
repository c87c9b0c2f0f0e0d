"""A card as labelled texts: what stands in it, in the order in which people read it."""

from __future__ import annotations

from collections.abc import Mapping

from gogrow.domain.deck import AnyCard, Programme
from gogrow.texts import Texts, mark
from gogrow.ui.board.painting import spoken

FIELDS: Mapping[str, str] = {
    "title": mark("Title"),
    "before": mark("Before the question"),
    "question": mark("Question"),
    "after": mark("After the question"),
    "situation": mark("Situation"),
    "a": mark("Pole A"),
    "a_reason": mark("Reason for A"),
    "b": mark("Pole B"),
    "b_reason": mark("Reason for B"),
    "fact": mark("Fact"),
    "source": mark("Source of the fact"),
    "deepen": mark("To talk on"),
    "hint": mark("Hint for you"),
    "field": mark("Field"),
    "theme": mark("Theme"),
    "kind": mark("Kind"),
    "fits": mark("With whom"),
    "minutes": mark("Minutes"),
    "sectors": mark("For whom"),
    "sensitive": mark("Sensitive"),
    "icon": mark("Icon"),
    "origin": mark("Own version of"),
}
"""What can stand in a card, in the order of reading, and what it is called."""


def card_lines(part: AnyCard | Programme | None, texts: Texts) -> dict[str, str]:
    """Everything that is filled in on a card, by its field; of a programme what it is and its steps."""
    if isinstance(part, Programme):
        language = texts.language
        steps = [spoken(step.title, language) for step in part.steps]
        names = (part.name.get(language), part.summary.get(language))
        return {"title": names[0] or part.id, "situation": names[1] or "", "deepen": "\n".join(steps)}
    if part is None:
        return {}
    found: dict[str, str] = {}
    for name in FIELDS:
        value = getattr(part, name, "")
        told = "\n".join(value) if isinstance(value, tuple) else str(value)
        if told:
            found[name] = told
    return found


def differing(one: AnyCard | Programme | None, other: AnyCard | Programme | None, texts: Texts) -> tuple[str, ...]:
    """The fields in which two versions differ, in the order of reading."""
    mine, theirs = card_lines(one, texts), card_lines(other, texts)
    return tuple(name for name in FIELDS if mine.get(name) != theirs.get(name))
