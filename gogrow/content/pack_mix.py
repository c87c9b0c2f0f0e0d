"""Cards of a deck that comes in among those of the user's own: files in, files out, nothing touched on the disk.

Works on the values of the files, so that nothing gets lost that is not a card. Only files that change are written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from gogrow.content.deck_files import program_icons
from gogrow.content.deck_text import deck_text
from gogrow.content.pack_compare import Comparison, Item, Key, Kind, State
from gogrow.content.yaml_source import parse_bytes
from gogrow.texts import LANGUAGES


class Choice(StrEnum):
    """What to do with a card that both have, in two versions."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"  # the one that comes in gets an id of its own


_LISTS = {Kind.ASSIGNMENT: "cards", Kind.DILEMMA: "dilemmas", Kind.QUESTION: "questions", Kind.PROGRAMME: "programmes"}
_Value = dict[str, Any]


def mixed(
    mine: Mapping[str, bytes], theirs: Mapping[str, bytes], comparison: Comparison, choices: Mapping[Key, Choice]
) -> dict[str, bytes]:
    """The user's own files with what is new, and with what ``choices`` takes of what changed.

    Raises KeyError for a changed card without a choice.
    """
    assert comparison.mine is not None
    taken = _taken(comparison.items, choices)
    languages = comparison.mine.languages
    made = dict(mine)
    icons = _icons(mine, theirs)
    used: set[str] = set()

    def fit(part: _Value, id: str) -> _Value:
        """A card or programme as it comes in: with its id, the icon's name, and the languages that mine has."""
        icon = str(part.get("icon", ""))
        used.add(icon)
        return {**_only(part, languages), "id": id, "icon": icons.get(icon, icon)}

    for name in (*(f"cards.{language}.yaml" for language in languages), "programmes.yaml"):
        incoming, own = _value(theirs, name), _value(mine, name)
        changed = False
        for kind, key in _LISTS.items():
            parts = [part for part in incoming.get(key, ()) if (kind, part["id"]) in taken]
            if parts:
                ready = [fit(part, taken[kind, part["id"]]) for part in parts]
                own[key] = _joined(own.get(key, []), ready)
                changed = True
        if changed:
            made[name] = deck_text(own)
    made["deck.yaml"] = _head(mine, theirs, made, languages, fit)
    for icon in used:
        for end in (".svg", ".png"):
            raw = theirs.get(f"icons/{icon}{end}")
            if raw is not None and icon not in program_icons():
                made[f"icons/{icons.get(icon, icon)}{end}"] = raw
    return made


def _taken(items: Iterable[Item], choices: Mapping[Key, Choice]) -> dict[Key, str]:
    """What comes in, and with which id."""
    everything = list(items)
    ids = {item.id for item in everything}
    taken: dict[Key, str] = {}
    for item in everything:
        if item.state is State.NEW or (item.state is State.CHANGED and choices[item.key] is Choice.THEIRS):
            taken[item.key] = item.id
        elif item.state is State.CHANGED and choices[item.key] is Choice.BOTH:
            taken[item.key] = fresh(item.id, ids)
            ids.add(taken[item.key])
    return taken


def fresh(id: str, used: Iterable[str]) -> str:
    """An id that is not in use: the same one with a number behind it, and never longer than an id may be."""
    known = {id, *used}
    number = 2
    while (made := f"{id[: 39 - len(str(number))].rstrip('-')}-{number}") in known:
        number += 1
    return made


def _value(files: Mapping[str, bytes], name: str) -> _Value:
    value = parse_bytes(files[name]).value if name in files else {}
    assert isinstance(value, dict)  # both decks were read before
    return value


def _joined(own: Sequence[_Value], parts: Sequence[_Value]) -> list[_Value]:
    """Own ones in their order, replaced where the id is the same; the others behind them."""
    coming = {str(part["id"]): part for part in parts}
    return [coming.pop(str(part["id"]), part) for part in own] + list(coming.values())


def _only(value: Any, languages: Sequence[str]) -> Any:
    """The value with words in these languages only."""
    if isinstance(value, list):
        return [_only(one, languages) for one in value]
    if not isinstance(value, dict):
        return value
    words = bool(value) and all(key in LANGUAGES for key in value)
    return {key: _only(one, languages) for key, one in value.items() if not words or key in languages}


def _icons(mine: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> dict[str, str]:
    """New names for icons of theirs whose name is taken by another picture of mine."""
    own = {name[6:-4]: (name[-4:], raw) for name, raw in mine.items() if name.startswith("icons/")}
    those = {name[6:-4]: (name[-4:], raw) for name, raw in theirs.items() if name.startswith("icons/")}
    names: dict[str, str] = {}
    for icon, picture in those.items():
        if icon in own and own[icon] != picture and icon not in program_icons():
            names[icon] = fresh(icon, (*own, *those, *names.values(), *program_icons()))
    return names


def _head(
    mine: Mapping[str, bytes],
    theirs: Mapping[str, bytes],
    made: Mapping[str, bytes],
    languages: Sequence[str],
    fit: Callable[[_Value, str], _Value],
) -> bytes:
    """``deck.yaml`` of mine, with the themes that the dilemmas need now, and the sources of both."""
    own, other = _value(mine, "deck.yaml"), _value(theirs, "deck.yaml")
    cards = [_value(made, f"cards.{language}.yaml") for language in languages]
    needed = {str(card["theme"]) for written in cards for card in written.get("dilemmas", ())}
    known = {str(theme["id"]) for theme in own.get("card_themes", ())}
    themes = [
        fit(theme, theme["id"])
        for theme in other.get("card_themes", ())
        if theme["id"] in needed and theme["id"] not in known
    ]
    sources = list(dict.fromkeys((*own.get("sources", ()), *other.get("sources", ()))))
    if not themes and sources == own.get("sources", []):
        return mine["deck.yaml"]
    added: _Value = {"card_themes": [*own.get("card_themes", ()), *themes]} if themes else {}
    return deck_text({**own, **added, **({"sources": sources} if sources else {})})
