"""The values of a deck's file written as YAML, in the way that people write it: plain, wide, in the given order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Texts as they are, numbers without quotes: a deck's reader takes every value as a text."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith((":int", ":float", ":timestamp"))]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def deck_text(value: Mapping[str, Any]) -> bytes:
    """The bytes of a file that holds these values: texts, lists and mappings, in their own order."""
    made = yaml.dump(dict(value), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120, encoding="utf-8")
    assert isinstance(made, bytes)
    return made
