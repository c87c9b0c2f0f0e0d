"""A card while it is being written: whatever is typed so far, in both languages at once, and the cards it makes.

What both languages share (field, minutes, icon …) stands once. A language without any words is not there yet; one that
lacks something that a deck asks for is *half*: it stays here until it is whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from gogrow.content.card_checks import ASSIGNMENT_FIELDS, DILEMMA_FIELDS, faults
from gogrow.content.library import CardEntry
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind, DilemmaCard
from gogrow.texts import LANGUAGES

Key = tuple[str, CardKind, str]
"""Deck, kind and id: what a card is known by while it is written."""
Cards = Mapping[str, AnyCard]
"""A card by language."""

SHARED: Mapping[CardKind, Mapping[str, Any]] = {
    CardKind.ASSIGNMENT: {"field": "", "kind": "tell", "fits": "two", "minutes": 4, "icon": "message-2"},
    CardKind.QUESTION: {"kind": "opening", "minutes": 3, "icon": "message-2"},
    CardKind.DILEMMA: {"theme": "", "sectors": ("all",), "sensitive": "", "icon": "arrows-split-2", "source": ""},
}
"""What both languages share, with what a new card begins with; '' for field and theme is the first that there is."""
WORDS: Mapping[CardKind, Sequence[str]] = {
    CardKind.ASSIGNMENT: ASSIGNMENT_FIELDS,
    CardKind.QUESTION: ASSIGNMENT_FIELDS,
    CardKind.DILEMMA: DILEMMA_FIELDS,
}
"""The texts of a card, in the order in which they are written."""

_ODD = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200b]")


@dataclass(frozen=True)
class Draft:
    """A card as it is typed. ``words`` by language and name; what is typed under ``deepen`` is a line for each.

    ``base`` are the words that stood in the deck when these were typed, of a draft that waits to be kept.
    """

    deck: str
    kind: CardKind
    id: str
    shared: Mapping[str, Any]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    origin: str = ""
    base: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What it is known by."""
        return self.deck, self.kind, self.id

    @property
    def ref(self) -> str:
        """What it is known by among all decks."""
        return f"{self.deck}/{self.id}"

    def has(self, language: str) -> bool:
        """Whether there are words in this language."""
        return any(text.strip() for text in self.words.get(language, {}).values())

    @property
    def cards(self) -> dict[str, AnyCard]:
        """The card in each language that has words, half or whole."""
        return {one: self.card(one) for one in LANGUAGES if self.has(one)}

    def card(self, language: str) -> AnyCard:
        """The card in a language, whatever it lacks."""
        typed = {name: tidy(self.words.get(language, {}).get(name, "")) for name in WORDS[self.kind]}
        shared = dict(self.shared)
        if self.kind is CardKind.DILEMMA:
            deepen = tuple(line for line in typed.pop("deepen").split("\n") if line)
            if shared.get("source") and not self._has_fact():
                shared["source"] = ""
            given = {**shared, **one_line(typed), "deepen": deepen}
            return DilemmaCard(id=self.id, language=language, origin=self.origin, **given)
        if self.kind is CardKind.QUESTION:
            shared |= {"field": "", "fits": ""}
        return AssignmentCard(id=self.id, language=language, origin=self.origin, **{**shared, **typed})

    def _has_fact(self) -> bool:
        return any(words.get("fact", "").strip() for words in self.words.values())


def tidy(text: str) -> str:
    """A text without what nobody sees: no tabs, no spaces at the ends, one space between words; lines are kept."""
    plain = _UNSEEN.sub("", text.replace("\r", "").replace("\u2028", "\n").replace("\u2029", "\n"))
    return "\n".join(line for line in (_ODD.sub(" ", part).strip() for part in plain.split("\n")) if line)


def one_line(words: Mapping[str, str]) -> dict[str, str]:
    """Texts of which each is one line."""
    return {name: text.replace("\n", " ") for name, text in words.items()}


def new_draft(deck: str, kind: CardKind, id: str, first: str) -> Draft:
    """A card without words yet; ``first`` is the field or theme that it begins with."""
    shared = dict(SHARED[kind])
    for name in ("field", "theme"):
        if name in shared:
            shared[name] = first
    return Draft(deck, kind, id, shared)


def draft_of(entry: CardEntry) -> Draft:
    """A card of a deck, to be changed."""
    card = next(iter(entry.words.values()))
    shared = {name: getattr(card, name) for name in SHARED[entry.kind]}
    words = {language: words_of(one) for language, one in entry.words.items()}
    return Draft(entry.deck, entry.kind, entry.id, shared, words, card.origin)


def words_of(card: AnyCard) -> dict[str, str]:
    """The texts of a card by name; those that are filled in."""
    names = DILEMMA_FIELDS if isinstance(card, DilemmaCard) else ASSIGNMENT_FIELDS
    found = {}
    for name in names:
        value = getattr(card, name)
        if value:
            found[name] = value if isinstance(value, str) else "\n".join(value)
    return found


def half(draft: Draft) -> dict[str, tuple[str, str]]:
    """The languages that cannot be kept yet: each with the field and the code of what is wrong first."""
    found = {}
    for language, card in draft.cards.items():
        fault = next(iter(faults(card)), None)
        if fault is not None:
            found[language] = (fault.field, fault.code)
    return found


def to_keep(draft: Draft, before: Cards) -> dict[str, AnyCard]:
    """What can stand in the deck now: whole languages as typed, half ones as they were ``before``.

    Without one whole language everything stays as it was: a card is never taken away by emptying it.
    """
    unready = half(draft)
    whole = {language: card for language, card in draft.cards.items() if language not in unready}
    if not whole:
        return dict(before)
    like = next(iter(whole.values()))
    kept = {}
    for language in LANGUAGES:
        if language in whole:
            kept[language] = whole[language]
        elif language in unready and language in before:
            same: dict[str, Any] = {name: getattr(like, name) for name in SHARED[draft.kind]}
            kept[language] = replace(before[language], **same)
    return kept


def laid_over(draft: Draft, entry: CardEntry | None) -> Draft:
    """A draft from an earlier time over the card as it stands now: only what was not kept of it counts."""
    if entry is None:
        return draft
    now = draft_of(entry)
    return replace(now, shared={**now.shared, **draft.shared}, words={**now.words, **draft.words})


def unkept(draft: Draft, kept: Cards) -> Draft | None:
    """What of a draft is not in the deck, or None when all of it is."""
    words = {
        language: draft.words.get(language, {})
        for language in LANGUAGES
        if (draft.card(language) if draft.has(language) else None) != kept.get(language)
    }
    base = {language: words_of(kept[language]) for language in words if language in kept}
    return replace(draft, words=words, base=base) if words else None


def made_from(draft: Draft, entry: CardEntry | None) -> dict[str, AnyCard]:
    """What stood in the deck when a draft was typed, so that nothing is written over what came since."""
    stood = dict(entry.words) if entry is not None else {}
    like = draft_of(entry).shared if entry is not None else draft.shared
    for language in draft.words:
        stood.pop(language, None)
        if language in draft.base:
            stood[language] = replace(draft, words=draft.base, shared=like).card(language)
    return stood


# ------------------------------------------------------------------ the file of drafts


def read_drafts(file: Path) -> dict[Key, Draft]:
    """The drafts of an earlier time. A file that cannot be read, and a draft that is no draft, count as absent.

    A file that a disk broke is put aside, so that no new one comes in its place.
    """
    try:
        read: Any = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        return {}
    except ValueError:
        with contextlib.suppress(OSError):
            file.replace(file.with_suffix(".broken"))
        return {}
    found: dict[Key, Draft] = {}
    for one in read if isinstance(read, list) else ():
        try:
            kind = CardKind(one["kind"])
            words = _words(one["words"], kind)
            given = {name: one["shared"].get(name, start) for name, start in SHARED[kind].items()}
            shared = {name: _shared(value, SHARED[kind][name]) for name, value in given.items()}
            base = _words(one.get("base", {}), kind)
            draft = Draft(str(one["deck"]), kind, str(one["id"]), shared, words, str(one.get("origin", "")), base)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
        found[draft.key] = draft
    return found


def _words(read: Any, kind: CardKind) -> dict[str, dict[str, str]]:
    return {
        str(language): {str(name): str(text) for name, text in texts.items() if name in WORDS[kind]}
        for language, texts in read.items()
        if language in LANGUAGES
    }


def _shared(value: Any, start: Any) -> Any:
    if isinstance(start, tuple):
        return tuple(str(one) for one in value)
    return type(start)(value)


def write_drafts(file: Path, drafts: Iterable[Draft]) -> None:
    """Write all drafts, whole or not at all; without any the file goes. Raises OSError."""
    listed = [
        {
            **{"deck": one.deck, "kind": str(one.kind), "id": one.id, "origin": one.origin},
            "shared": dict(one.shared),
            "words": {language: dict(words) for language, words in one.words.items()},
            "base": {language: dict(words) for language, words in one.base.items()},
        }
        for one in drafts
    ]
    if not listed:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(f".{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8") as stream:
            json.dump(listed, stream, ensure_ascii=False, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
