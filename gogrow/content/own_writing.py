"""Changes to the user's own decks on the disk: whole or not at all, and never over what somebody else wrote.

Decks that come with the program are never written. A change says what it was made from; when the file holds something
else by now (written by hand, or by a second program), nothing is written and `Conflict` says what stands there.
"""

from __future__ import annotations

import contextlib
import errno
import re
import shutil
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gogrow.content.deck_disk import DeckNotWritten, raw_of, replace_all, told
from gogrow.content.library import CardEntry, Library
from gogrow.domain.deck import AnyCard, CardKind, CardTheme, DilemmaCard
from gogrow.texts import LANGUAGES

ID_LIMIT = 40


class Conflict(Exception):
    """The card is not what it was when it was opened. ``theirs`` are the words that stand in the file, by language."""

    def __init__(self, theirs: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__("changed elsewhere")
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Head:
    """What an own deck says about itself. ``name`` may lack a language: then the other one's stands in."""

    name: Mapping[str, str]
    author: str = ""
    licence: str = ""
    sources: tuple[str, ...] = ()


NO_AUTHOR = "–"
"""What stands in the file as long as nobody was asked."""


def deck_id(name: str, taken: Collection[str]) -> str:
    """An id for a deck or card made from its name: small letters, digits and dashes, not one of ``taken``.

    Nor one that Windows has for a device: a folder cannot be called so.
    """
    from gogrow.content.pack_zip import is_device

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: ID_LIMIT - 4].strip("-") or "deck"
    number, found = 1, made
    while found in taken or is_device(found):
        number += 1
        found = f"{made}-{number}"
    return found


def make_deck(root: Path, head: Head, taken: Sequence[str]) -> Path:
    """A new, empty deck in ``root``, which is made when it is not there. Raises `DeckNotWritten`."""
    with told(root):
        names = [entry.name.casefold() for entry in root.iterdir()] if root.is_dir() else []
    first = next((head.name[language] for language in LANGUAGES if head.name.get(language)), "")
    folder = root / deck_id(first, [*taken, *names])
    with told(folder):
        folder.mkdir(parents=True)
    try:
        write_head(folder, head)
    except DeckNotWritten:
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise
    return folder


def write_head(folder: Path, head: Head) -> None:
    """Change what a deck says about itself. Raises `DeckNotWritten`."""
    from gogrow.content import deck_writer

    path = folder / "deck.yaml"
    raw = raw_of(path)
    value = _value(path, raw)
    languages = value.get("languages") or [one for one in LANGUAGES if head.name.get(one)] or [LANGUAGES[0]]
    names = {one: head.name[one] for one in LANGUAGES if head.name.get(one)}
    value = {
        "id": folder.name,
        "name": names,
        "kind": "cards",
        "board": "go-grow",
        **value,
        "author": head.author or NO_AUTHOR,
        "licence": head.licence or NO_AUTHOR,
        "languages": languages,
    }
    value["name"] = names
    if head.sources:
        value["sources"] = list(head.sources)
    else:
        value.pop("sources", None)
    _even(value)
    replace_all({path: (raw, deck_writer.whole(raw, value))})


def save_card(
    folder: Path,
    kind: CardKind,
    id: str,
    before: Mapping[str, AnyCard],
    after: Mapping[str, AnyCard],
    theme: CardTheme | None = None,
    *,
    over: bool = False,
) -> None:
    """Write a card in the languages of ``after``; without any it is taken away. ``before`` is what it was made from.

    ``theme`` is what a dilemma is about; it comes along into ``deck.yaml``. ``over`` writes over what somebody else
    wrote meanwhile. Raises `Conflict` without it, and `DeckNotWritten`; then nothing was written.
    """
    from gogrow.content import deck_writer

    if not folder.is_dir():
        raise DeckNotWritten("gone", folder)
    files: dict[Path, tuple[bytes | None, bytes]] = {}
    theirs: dict[str, Mapping[str, Any]] = {}
    for language in LANGUAGES:
        if language not in before and language not in after:
            continue
        path = folder / f"cards.{language}.yaml"
        raw = raw_of(path)
        card = after.get(language)
        try:
            stands = deck_writer.found_values(raw, kind, id)
            was = deck_writer.card_values(kind, before[language]) if language in before else None
            now = deck_writer.card_values(kind, card) if card is not None else None
            if not over and not _alike(stands, was) and not _alike(stands, now):
                theirs[language] = stands or {}
            if stands != now:
                files[path] = raw, deck_writer.changed(raw, kind, id, card, above=_above(folder, language))
        except deck_writer.NotWritten as error:
            raise DeckNotWritten("mistakes", path, error.problem.line) from error
    if theirs:
        raise Conflict(theirs)
    path = folder / "deck.yaml"
    raw = raw_of(path)
    value = _value(path, raw)
    wanted = _with(dict(value), after, theme)
    if wanted != value and value:
        files[path] = raw, deck_writer.whole(raw, wanted)
    replace_all(files)


Written = tuple[CardKind, str, Mapping[str, AnyCard]]
"""A card as it was put into a deck: its kind, its id there, and its words by language."""


def copy_cards(folder: Path, library: Library, entries: Sequence[CardEntry]) -> list[Written]:
    """Put own versions of many cards into a deck at once, each saying what it comes from; what is written comes back.

    An id stays as it is unless the deck has it already; an own version of an own version names the first card, and a
    copy within its deck names none. Icons of an own deck come along. Raises `DeckNotWritten`.
    """
    taken = _ids(folder)
    made: list[CardEntry] = []
    for entry in entries:
        copy_icon(library, entry, folder)
        id = deck_id(entry.id, taken)
        taken.append(id)
        origin = "" if entry.own and entry.deck == folder.name else entry.ref
        words = {one: replace(card, id=id, origin=card.origin or origin) for one, card in entry.words.items()}
        made.append(replace(entry, id=id, words=words))
    add_cards(folder, library, made)
    return [(entry.kind, entry.id, entry.words) for entry in made]


def add_cards(folder: Path, library: Library, entries: Sequence[CardEntry]) -> None:
    """Put many new cards at the end of a deck at once. Raises `DeckNotWritten`; then nothing was written.

    One that is there already as it is stays the only one; another with an id that is taken gets its own.
    """
    from gogrow.content import deck_writer

    if not folder.is_dir():
        raise DeckNotWritten("gone", folder)
    entries = list(_fresh(folder, entries))
    files: dict[Path, tuple[bytes | None, bytes]] = {}
    head = folder / "deck.yaml"
    raw = raw_of(head)
    value = _value(head, raw)
    for language in LANGUAGES:
        path = folder / f"cards.{language}.yaml"
        was = written = raw_of(path)
        for kind in CardKind:
            cards = [entry.words[language] for entry in entries if entry.kind is kind and language in entry.words]
            if cards:
                try:
                    written = deck_writer.added(written, kind, cards, _above(folder, language))
                except deck_writer.NotWritten as error:
                    raise DeckNotWritten("mistakes", path, error.problem.line) from error
                files[path] = was, written
            for card in cards:
                theme = library.deck.card_theme(card.theme) if isinstance(card, DilemmaCard) else None
                value = _with(value, {language: card}, theme)
    if value != _value(head, raw) or not raw:
        files[head] = raw, deck_writer.whole(raw, value)
    replace_all(files)


def _fresh(folder: Path, entries: Sequence[CardEntry]) -> Iterator[CardEntry]:
    """Those that do not stand in a deck yet, each with an id that no other card of it has."""
    from gogrow.content import deck_writer

    stand: dict[tuple[str, CardKind, str], Mapping[str, Any]] = {}
    for language in LANGUAGES:
        path = folder / f"cards.{language}.yaml"
        value = _value(path, raw_of(path))
        for kind in CardKind:
            cards = value.get(kind, [])
            for card in cards if isinstance(cards, list) else ():
                if isinstance(card, dict) and "id" in card:
                    stand.setdefault((language, kind, str(card["id"])), card)
    taken = {id for _, _, id in stand}
    for entry in entries:
        if all(
            _alike(stand.get((language, entry.kind, entry.id)), deck_writer.card_values(entry.kind, card))
            for language, card in entry.words.items()
        ):
            continue
        id = deck_id(entry.id, taken) if entry.id in taken else entry.id
        taken.add(id)
        yield replace(entry, id=id, words={one: replace(card, id=id) for one, card in entry.words.items()})


def _ids(folder: Path) -> list[str]:
    """The ids of all cards in a deck, of whatever kind."""
    found: list[str] = []
    for language in LANGUAGES:
        path = folder / f"cards.{language}.yaml"
        for cards in _value(path, raw_of(path)).values():
            if isinstance(cards, list):
                found += [str(card["id"]) for card in cards if isinstance(card, dict) and "id" in card]
    return found


def copy_icon(library: Library, entry: CardEntry, folder: Path) -> None:
    """The icon of an own deck that a card has goes along to another deck. Raises `DeckNotWritten`."""
    own = library.own_deck(entry.deck) if entry.own else None
    for name in {card.icon for card in entry.words.values()} & (own.icons if own is not None else frozenset()):
        assert own is not None
        with told(folder / "icons"):
            (folder / "icons").mkdir(exist_ok=True)
            for file in own.folder.glob(f"icons/{name}.*"):
                if not (folder / "icons" / file.name).exists():
                    shutil.copyfile(file, folder / "icons" / file.name)


def remove_deck(folder: Path, trash: Path) -> Path:
    """Take a deck away: its folder goes to ``trash``, from where it can come back. Raises `DeckNotWritten`."""
    with told(folder):
        trash.mkdir(parents=True, exist_ok=True)
        names = [entry.name for entry in trash.iterdir()]
        target = trash / deck_id(folder.name, names)
        folder.rename(target)
    return target


def _with(value: dict[str, Any], cards: Mapping[str, AnyCard], theme: CardTheme | None) -> dict[str, Any]:
    """``deck.yaml`` with everything that these cards need: their languages, and what a dilemma is about."""
    made = dict(value)
    for language in cards:
        if language not in made.get("languages", ()):
            made["languages"] = [one for one in LANGUAGES if one == language or one in made.get("languages", ())]
    dilemmas = [card for card in cards.values() if isinstance(card, DilemmaCard)]
    themes = made.get("card_themes", [])
    known = [one.get("id") for one in themes if isinstance(one, dict)] if isinstance(themes, list) else []
    if dilemmas and theme is not None and theme.id not in known and isinstance(themes, list):
        new = {"id": theme.id, "icon": theme.icon, "colour": theme.colour, "name": dict(theme.name)}
        made["card_themes"] = [*themes, new]
    _even(made)
    return made


def _even(value: dict[str, Any]) -> None:
    """Names in each language of the deck, and in no other."""
    languages = value.get("languages", [])

    def evened(words: Any) -> Any:
        if not isinstance(words, dict) or not words:
            return words
        spare = next(iter(words.values()))
        return {one: words.get(one, spare) for one in languages}

    value["name"] = evened(value.get("name"))
    themes = value.get("card_themes")
    if isinstance(themes, list):
        value["card_themes"] = [
            {**one, "name": evened(one.get("name"))} if isinstance(one, dict) else one for one in themes
        ]


def _alike(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    return (one is None) == (other is None) and _bare(one or {}) == _bare(other or {})


def _bare(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as they count: no spaces around them, nothing that is empty."""
    found = {key: one.strip() if isinstance(one, str) else one for key, one in values.items()}
    return {key: one for key, one in found.items() if one not in ("", [])}


def _above(folder: Path, language: str) -> str:
    return f"{folder.name}: {language}"


def _value(path: Path, raw: bytes | None) -> dict[str, Any]:
    from gogrow.content import deck_writer

    try:
        return dict(deck_writer.value_of(raw))
    except deck_writer.NotWritten as error:
        raise DeckNotWritten("mistakes", path, error.problem.line) from error


def move_back(trashed: Path, folder: Path) -> None:
    """Bring a deck back that was taken away. Raises `DeckNotWritten`."""
    with told(folder):
        if folder.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(folder))
        shutil.move(str(trashed), str(folder))
