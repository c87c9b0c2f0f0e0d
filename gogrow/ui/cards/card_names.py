"""Words for what a card is: kinds, with whom, for whom, when, and how sensitive."""

from __future__ import annotations

from collections.abc import Mapping

from gogrow.content.library import CardEntry, Library
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind
from gogrow.texts import Texts
from gogrow.ui.board.painting import spoken
from gogrow.ui.cockpit.choose_card import fits_words


def kind_names(texts: Texts) -> Mapping[CardKind, str]:
    """One card of each kind, as a button says it."""
    t = texts.t
    return {
        CardKind.ASSIGNMENT: t("Assignment"),
        CardKind.DILEMMA: t("Dilemma"),
        CardKind.QUESTION: t("Opening or closing question"),
    }


def groups(texts: Texts) -> Mapping[CardKind, str]:
    """The heading above cards of a kind."""
    t = texts.t
    return {
        CardKind.ASSIGNMENT: t("Assignments"),
        CardKind.DILEMMA: t("Dilemmas"),
        CardKind.QUESTION: t("Questions"),
    }


def form_names(texts: Texts) -> Mapping[str, str]:
    """What people do with an assignment."""
    t = texts.t
    return {
        "tell": t("telling"),
        "ask": t("asking each other"),
        "do": t("doing"),
        "imagine": t("imagining"),
        "look-back": t("looking back"),
    }


def fits_names(texts: Texts) -> Mapping[str, str]:
    """With how many people."""
    return {fits: fits_words(texts, fits) for fits in ("two", "several", "team")}


def moment_names(texts: Texts) -> Mapping[str, str]:
    """When a question is asked."""
    t = texts.t
    return {"opening": t("at the beginning"), "closing": t("at the end")}


def sector_names(texts: Texts) -> Mapping[str, str]:
    """For whom a dilemma is recognisable."""
    t = texts.t
    return {
        "all": t("everybody"),
        "office": t("the office"),
        "production": t("production"),
        "care": t("care"),
        "education": t("education"),
        "technique": t("engineering"),
    }


def sensitive_names(texts: Texts) -> Mapping[str, str]:
    """How sensitive a dilemma is."""
    t = texts.t
    return {"": t("no"), "health": t("yes: health"), "pay": t("yes: pay"), "leaving": t("yes: leaving")}


def drawn_icon(library: Library | None, deck: str, name: str) -> str:
    """The name under which a card's icon is drawn: one of its deck's own goes by the deck as well."""
    own = library.own_deck(deck) if library is not None else None
    return f"{deck}/{name}" if own is not None and name in own.icons else name


def first_words(card: AnyCard) -> str:
    """What a card is called in a list: its question, or a dilemma's title."""
    if isinstance(card, AssignmentCard):
        return card.question or card.before or card.after
    return card.title or card.situation


def deck_name(name: Mapping[str, str], texts: Texts) -> str:
    """A deck's name in the program's language, or else in the other."""
    return spoken(name, texts.language)


def entry_words(entry: CardEntry, language: str) -> str:
    """What a card of a deck is called."""
    return first_words(entry.card(language))
