"""The values of a deck's file written as YAML, in the way that people write it: plain, wide, in the given order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

WIDTH = 110
"""Letters in a line, about."""


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Texts as they are, numbers without quotes: a deck's reader takes every value as a text."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith((":int", ":float", ":timestamp"))]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _short(value: list[Any]) -> bool:
    return all(isinstance(one, str) and len(one) < 20 for one in value)


def _on_a_line(dumper: Any, value: list[Any]) -> yaml.nodes.Node:
    """A list of a few words stands on one line, between brackets."""
    node: yaml.nodes.Node = dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=_short(value))
    return node


_Plain.add_representer(list, _on_a_line)


def deck_text(value: Mapping[str, Any]) -> bytes:
    """The bytes of a file that holds these values: texts (no numbers), lists and mappings, in their own order."""
    parts = (f"{key}:\n{items_text(one)}" if _items(one) else _dumped({key: one}) for key, one in value.items())
    return "".join(parts).encode()


def items_text(items: list[Any], column: int = 2) -> str:
    """A list of cards, or of anything with parts, each after a dash that stands in this column."""
    lines = _dumped(items).splitlines(keepends=True)
    return "".join(f"{' ' * column}{line}" if line.strip() else line for line in lines)


def _items(value: Any) -> bool:
    return isinstance(value, list) and not _short(value)


def _dumped(value: Any) -> str:
    made = yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=WIDTH)
    return str(made)
