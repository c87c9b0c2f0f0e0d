"""What is said about a card: its kind, for whom, how long, from which deck, and when it was played."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from gogrow.content.finding import title_of
from gogrow.content.library import CardEntry, Library
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind, DilemmaCard
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts
from gogrow.ui.board.painting import spoken
from gogrow.ui.cockpit.choose_card import Group, fits_words
from gogrow.ui.cockpit.choose_dilemma import sensitive_words


@dataclass(frozen=True, slots=True)
class Seen:
    """What a workshop knows of cards. ``before``: those that the same team played in another one, by id, and when;
    ``now``: those of this workshop; ``hand``: the place of each in the hand, from 1."""

    before: dict[str, dt.date | None] = field(default_factory=dict)
    now: frozenset[str] = frozenset()
    hand: dict[str, int] = field(default_factory=dict)

    @property
    def played(self) -> frozenset[str]:
        """All that were played, here or before."""
        return self.now | self.before.keys()


def seen_in(workshop: Workshop | None, before: dict[str, dt.date | None]) -> Seen:
    """What is known in a workshop; nothing without one."""
    if workshop is None:
        return Seen()
    now = frozenset(p.id for p in workshop.played) | {d.id for d in workshop.dilemmas}
    return Seen(before, now, {card.id: place for place, card in enumerate(workshop.hand, start=1)})


def kind_words(texts: Texts, kind: CardKind) -> str:
    """What cards of a kind are called together."""
    t = texts.t
    return {
        CardKind.ASSIGNMENT: t("Assignments"),
        CardKind.DILEMMA: t("Dilemmas"),
        CardKind.QUESTION: t("Questions to begin or end with"),
    }[kind]


def sector_words(texts: Texts, sector: str) -> str:
    """A sector, in words; one that the program does not know as it is."""
    t = texts.t
    known = {
        "all": t("for everybody"),
        "office": t("office"),
        "production": t("production"),
        "care": t("care"),
        "education": t("education"),
        "technique": t("technology"),
    }
    return known.get(sector, sector)


def language_words(language: str) -> str:
    """A language by its own name."""
    return {"nl": "Nederlands", "en": "English"}.get(language, language)


def deck_name(library: Library, id: str, language: str) -> str:
    """What a deck is called, in this language or the first that it has."""
    deck = library.any_deck(id)
    if deck is None:
        return id
    return spoken(deck.name, language) or id


def group_of(library: Library, card: AnyCard, language: str) -> Group | None:
    """The field or theme that a card belongs to, with its icon and colour."""
    if isinstance(card, DilemmaCard):
        theme = library.deck.card_theme(card.theme)
        return Group(theme.id, spoken(theme.name, language), theme.icon, theme.colour) if theme else None
    board = library.deck.board
    found = next((one for one in board.fields if one.id == card.field), None) if board is not None else None
    return Group(found.id, spoken(found.name, language), found.icon, found.colour) if found else None


def played_words(texts: Texts, entry: CardEntry, seen: Seen) -> str:
    """When a card was played with this team; '' when it was not, as far as this file knows."""
    id = entry.play_id
    if id in seen.now:
        return texts.t("played in this workshop")
    if id not in seen.before:
        return ""
    day = seen.before[id]
    return texts.t("played on {date}", date=texts.date(day, "d MMM y")) if day else texts.t("played before")


def facts(texts: Texts, library: Library, entry: CardEntry, card: AnyCard, seen: Seen) -> str:
    """The second line of a card in the list: what one chooses by first."""
    t = texts.t
    parts = [played_words(texts, entry, seen)]
    if isinstance(card, AssignmentCard):
        parts.append(texts.n("{count} minute", "{count} minutes", card.minutes) if card.minutes > 0 else "")
        parts.append({"opening": t("to begin with"), "closing": t("to end with")}.get(card.kind, ""))
        parts.append(fits_words(texts, card.fits))
    else:
        parts.append(sensitive_words(texts, card.sensitive))
        parts.append(", ".join(sector_words(texts, sector) for sector in card.sectors))
    parts.append(deck_name(library, entry.deck, texts.language))
    parts.append(origin_words(texts, library, card))
    parts.append(missing_words(texts, library, entry))
    return " · ".join(part for part in parts if part)


def origin_words(texts: Texts, library: Library, card: AnyCard) -> str:
    """Which card it is an own version of, or ''."""
    if not card.origin:
        return ""
    origin = library.entry(card.origin)
    name = title_of(origin.card(card.language)) if origin is not None else ""
    return texts.t("own version of “{title}”", title=name) if name else texts.t("own version")


def missing_words(texts: Texts, library: Library, entry: CardEntry) -> str:
    """Which languages of its deck a card is not written in, or ''."""
    return " · ".join(not_in(texts, language) for language in library.finder.lacks(entry))


def not_in(texts: Texts, language: str) -> str:
    """That a card is not written in a language."""
    t = texts.t
    return {"nl": t("not in Dutch yet"), "en": t("not in English yet")}.get(language, language)


def spoken_row(title: str, about: str, group: Group | None) -> str:
    """A row as it is read aloud."""
    return ". ".join(part for part in (title, group.name if group else "", about) if part)
