"""Writes cards and heads of own decks, as the same YAML that a person would write.

A file may be edited by hand as well, so a change touches only the lines of its own card: comments, blank lines and the
way other cards are written stay as they are. What was written is read back and compared before it counts; where a file
is written in a way that cannot be changed line by line, it is written anew as a whole, with its first comments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from gogrow.content.deck_files import Problem
from gogrow.content.deck_text import deck_text, items_text
from gogrow.content.yaml_source import Value, parse_bytes
from gogrow.domain.deck import AnyCard, CardKind

_ORDER = {
    CardKind.ASSIGNMENT: (
        *("id", "origin", "field", "kind", "fits", "minutes", "icon"),
        *("before", "question", "after", "hint"),
    ),
    CardKind.QUESTION: ("id", "origin", "moment", "minutes", "icon", "before", "question", "after", "hint"),
    CardKind.DILEMMA: (
        *("id", "origin", "theme", "sectors", "sensitive", "icon", "title", "situation"),
        *("a", "a_reason", "b", "b_reason", "fact", "source", "deepen", "hint"),
    ),
}  # fmt: skip


class NotWritten(Exception):
    """A file that cannot be changed as long as its own mistakes stand in it; ``problem`` is the first of them."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Item:
    """Where a card stands in a file: its lines from ``first`` up to ``after``, from 0, and the column of its dash."""

    id: str
    first: int
    after: int
    column: int


def card_values(kind: CardKind, card: AnyCard) -> dict[str, Value]:
    """A card as it stands in a file and as `yaml_source` reads it: only what is filled in, numbers as texts."""
    found: dict[str, Value] = {}
    for key in _ORDER[kind]:
        value = getattr(card, "kind" if key == "moment" else key)
        made: Value = list(value) if isinstance(value, tuple) else str(value)
        if made:
            found[key] = made
    return found


def found_values(raw: bytes | None, kind: CardKind, id: str) -> dict[str, Value] | None:
    """What stands in a file about the card with this id, or None. Raises `NotWritten` for a file full of mistakes."""
    return next((one for one in _list(value_of(raw), kind) if one.get("id") == id), None)


def changed(raw: bytes | None, kind: CardKind, id: str, card: AnyCard | None, above: str = "") -> bytes:
    """The file with this card: in the place of the one with the same ``id``, else at the end; without it for None.

    ``raw`` is None for a file that is not there yet; ``above`` is then its first comment. Raises `NotWritten`.
    """
    value = value_of(raw)
    wanted = _wanted(value, kind, id, card)
    text = _text(raw, above)
    made = _by_lines(text, kind, id, card)
    if made is None or parse_bytes(made.encode()).value != wanted:
        return whole(text.encode(), wanted)
    return made.encode()


def added(raw: bytes | None, kind: CardKind, cards: Sequence[AnyCard], above: str = "") -> bytes:
    """The file with these cards at the end of their list, in one go. Raises `NotWritten`."""
    value, new = value_of(raw), [card_values(kind, card) for card in cards]
    there = value.get(kind, [])
    wanted: dict[str, Value] = {**value, str(kind): [*(there if isinstance(there, list) else []), *new]}
    text = _text(raw, above)
    made = _with_more(text, kind, new)
    if made is None or parse_bytes(made.encode()).value != wanted:
        return whole(text.encode(), wanted)
    return made.encode()


def whole(raw: bytes | None, value: Any) -> bytes:
    """A file written anew with this value, under the comments that it began with."""
    above = _comments((raw or b"").decode("utf-8-sig").replace("\r\n", "\n"))
    return above.encode() + deck_text(value)


def value_of(raw: bytes | None) -> dict[str, Value]:
    """What stands in a file; nothing for one that is not there. Raises `NotWritten` for one with a mistake in it."""
    if raw is None or not raw.strip():
        return {}
    source = parse_bytes(raw)
    if source.problems and not (source.value is None and [p.code for p in source.problems] == ["empty_file"]):
        raise NotWritten(source.problems[0])
    if source.value is None:
        return {}
    if not isinstance(source.value, dict):
        raise NotWritten(Problem(1, "key_not_text"))
    return source.value


def _list(value: Mapping[str, Value], kind: CardKind) -> list[dict[str, Value]]:
    cards = value.get(kind, [])
    return [one for one in cards if isinstance(one, dict)] if isinstance(cards, list) else []


def _text(raw: bytes | None, above: str) -> str:
    text = (raw or b"").decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return text if text.strip() or not above else "".join(f"# {line}\n" for line in above.splitlines())


def _wanted(value: dict[str, Value], kind: CardKind, id: str, card: AnyCard | None) -> dict[str, Value]:
    there = value.get(kind, [])
    cards: list[Value] = list(there) if isinstance(there, list) else []
    at = next((n for n, one in enumerate(cards) if isinstance(one, dict) and one.get("id") == id), None)
    if card is None:
        if at is not None:
            del cards[at]
    elif at is None:
        cards.append(card_values(kind, card))
    else:
        cards[at] = card_values(kind, card)
    return {**value, str(kind): cards}


def _by_lines(text: str, kind: CardKind, id: str, card: AnyCard | None) -> str | None:
    """The text with only this card's lines changed; None when it is not written line by line."""
    lines = text.split("\n")
    found = _items(text, kind)
    item = next((one for one in found or () if one.id == id), None)
    if item is None:
        return text if card is None else _with_more(text, kind, [card_values(kind, card)])
    if card is None:
        if found is None or len(found) == 1:
            return None
        after = item.after
        while after < len(lines) - 1 and not lines[after].strip():
            after += 1
        return "\n".join([*lines[: item.first], *lines[after:]])
    new = items_text([card_values(kind, card)], item.column).rstrip("\n").split("\n")
    return "\n".join([*lines[: item.first], *new, *lines[item.after :]])


def _with_more(text: str, kind: CardKind, cards: list[dict[str, Value]]) -> str | None:
    """The text with these cards at the end of the list; None when it is not written line by line."""
    found = _items(text, kind)
    if found is None:
        if _has(text, kind):
            return None  # an empty value, or something else: written anew
        body = text if not text or text.endswith("\n") else text + "\n"
        return body + ("\n" if _has_keys(text) else "") + f"{kind}:\n" + items_text(cards)
    if not found:
        return None  # an empty list, or one in brackets
    lines, last = text.split("\n"), found[-1]
    gap = [""] if len(found) < 2 or _blank_before(lines, last) else []
    added: list[str] = []
    for card in cards:
        added += [*gap, *items_text([card], last.column).rstrip("\n").split("\n")]
    return "\n".join([*lines[: last.after], *added, *lines[last.after :]])


def _has(text: str, kind: CardKind) -> bool:
    return any(line.startswith(f"{kind}:") for line in text.split("\n"))


def _blank_before(lines: Sequence[str], item: Item) -> bool:
    line = item.first - 1
    while line > 0 and lines[line].lstrip().startswith("#"):
        line -= 1
    return line > 0 and not lines[line].strip()


def _items(text: str, kind: CardKind) -> list[Item] | None:
    """Where the cards of a kind stand; None when there is no such list, or one in brackets."""
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if text.strip() else None
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    cards = next((value for key, value in pairs if key.value == kind), None)
    if not isinstance(cards, yaml.SequenceNode):
        return None
    if cards.flow_style:
        return []
    lines, found = text.split("\n"), []
    for node in cards.value:
        if isinstance(node, yaml.MappingNode):
            id = next((str(value.value) for key, value in node.value if key.value == "id"), "")
            first = _dash(lines, node.start_mark.line)
            column = len(lines[first]) - len(lines[first].lstrip(" "))
            found.append(Item(id, first, _last(node) + 1, column))
    return found


def _last(node: yaml.Node) -> int:
    """The last line of a value: what ends at the beginning of a line ended on the one before."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return max(map(_last, (part for pair in node.value for part in pair)), default=node.start_mark.line)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return max(map(_last, node.value), default=node.start_mark.line)
    line, column = node.end_mark.line, node.end_mark.column
    return max(node.start_mark.line, line - 1 if column == 0 else line)


def _dash(lines: Sequence[str], line: int) -> int:
    """The line of the dash before what begins on ``line``."""
    while line > 0 and not lines[line].lstrip(" ").startswith("-"):
        line -= 1
    return line


def _has_keys(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n"))


def _comments(text: str) -> str:
    """The comments at the top of a file."""
    kept: list[str] = []
    for line in text.split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        kept.append(line)
    while kept and not kept[-1].strip():
        kept.pop()
    return "".join(f"{line}\n" for line in kept)
