"""Sentences about a card that is being written: whether it is kept, where it comes from, what a step did."""

from __future__ import annotations

from gogrow.content.card_draft import Draft, half
from gogrow.content.library import Library
from gogrow.live.card_keeping import CardStep
from gogrow.texts import Texts
from gogrow.ui.cards.card_names import deck_name, entry_words, first_words
from gogrow.ui.cards.form import named
from gogrow.ui.step_names import NAME_ROOM


def state_words(texts: Texts, draft: Draft, state: str) -> tuple[str, str, str]:
    """A sentence, an icon and its colour for a state of `CardKeeping`."""
    t = texts.t
    match state:
        case "kept":
            return t("Kept"), "check", "ok"
        case "busy":
            return t("Is being kept…"), "clock", "ink2"
        case "refused":
            return t("Not kept yet. Your words stay here."), "alert-circle", "act"
        case "half":
            return half_words(texts, draft), "alert-circle", "act"
        case _:
            return t("Begin to type. Keeping goes by itself."), "bulb", "ink2"


def half_words(texts: Texts, draft: Draft) -> str:
    """Why a card, or one of its languages, is not kept yet."""
    t = texts.t
    unready = half(draft)
    if not unready:
        return t("Not kept yet: the card is still empty.")
    language, (name, code) = next(iter(unready.items()))
    what = named(texts, draft.kind)[name].title
    if len(unready) < len(draft.cards):
        if code == "empty":
            if language == "nl":
                return t("The Dutch is not kept yet: “{what}” is still empty. The English is.", what=what)
            return t("The English is not kept yet: “{what}” is still empty. The Dutch is.", what=what)
        return t("One language is not kept yet: look at “{what}”.", what=what)
    if code == "empty":
        return t("Not kept yet: “{what}” is still empty.", what=what)
    return t("Not kept yet: look at “{what}”.", what=what)


def origin_words(texts: Texts, library: Library, origin: str) -> tuple[str, bool]:
    """What a card is an own version of, and whether that card is there to be seen; '' for none."""
    if not origin:
        return "", False
    entry = library.entry(origin)
    if entry is None:
        return texts.t("Own version of a card that is not there any more ({ref}).", ref=origin), False
    deck = library.any_deck(entry.deck)
    name = deck_name(deck.name, texts) if deck is not None else entry.deck
    return texts.t("Own version of: {card} ({deck})", card=entry_words(entry, texts.language), deck=name), True


def step_words(texts: Texts, step: CardStep | None) -> str:
    """What a step did, to fill in after *Undo:*; '' for none."""
    if step is None or step.card is None:
        return ""
    words = first_words(step.card)
    name = words if len(words) <= NAME_ROOM else f"{words[: NAME_ROOM - 1].rstrip()}…"
    if not step.before:
        return texts.t("the new card “{name}”", name=name)
    if not step.after:
        return texts.t("removing the card “{name}”", name=name)
    return texts.t("changing the card “{name}”", name=name)
