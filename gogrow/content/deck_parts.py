"""One file of a deck with its faults: validated whole or part by part, each fault with its line and its place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from gogrow.content.deck_faults import Fault
from gogrow.content.deck_models import SHOWN
from gogrow.content.yaml_source import Road, Source, clip

Model = TypeVar("Model", bound=BaseModel)

FAULTS_LIMIT = 200
"""Faults told of one file: whoever mends two hundred can ask again."""

PARTS_LIMIT = 10_000
"""Parts of one list that are looked at; no model allows more."""

_SINGULAR = {
    "fields": "field",
    "spots": "spot",
    "rounds": "round",
    "cards": "card",
    "dilemmas": "dilemma",
    "questions": "question",
    "card_themes": "theme",
    "phases": "phase",
    "sectors": "sector",
    "programmes": "programme",
    "steps": "step",
    "notes": "note",
    "axes": "axis",
    "themes": "theme",
    "sources": "source",
    "languages": "language",
}

_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "int_parsing": "whole_number",
    "int_type": "whole_number",
    "int_from_float": "whole_number",
    "int_parsing_size": "whole_number",
    "float_parsing": "number",
    "float_type": "number",
    "finite_number": "number",
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "string_too_long": "too_long",
    "string_too_short": "empty",
    "too_short": "too_short",
    "too_long": "too_many_parts",
}
_RANGES = {"greater_than": "gt", "greater_than_equal": "ge", "less_than": "lt", "less_than_equal": "le"}
_OWN = ("translation", "language_extra", "unequal", "choice", "numbers")


def place(road: Road) -> str:
    """A road in words: ``("cards", 0, "level")`` becomes ``card 1 › level``."""
    words: list[str] = []
    for step in road:
        if isinstance(step, int):
            last = words.pop() if words else ""
            words.append(f"{_SINGULAR.get(last, last)} {step + 1}".strip())
        else:
            words.append(clip(step, 40))
    return " › ".join(words)


@cache
def _list_of(model: type[Model]) -> TypeAdapter[list[Model]]:
    return TypeAdapter(list[model])  # type: ignore[valid-type]


class DeckPart:
    """One file while it is checked. ``faults`` grow; nothing is raised. ``wrong`` are the roads of parts of lists
    (``("cards", 3)``) in which there is a fault that makes them useless."""

    def __init__(self, file: str, source: Source, languages: tuple[str, ...] = ()) -> None:
        self.file = file
        self.source = source
        self.languages = languages
        self.faults: list[Fault] = [Fault(file, p.line, p.code, p.values) for p in source.problems]
        self.wrong: set[Road] = set()

    @property
    def full(self) -> bool:
        """Whether enough has been told of this file."""
        return len(self.faults) >= FAULTS_LIMIT

    def fault(self, road: Road, code: str, **values: str) -> None:
        """Something wrong at ``road``."""
        told = {"place": place(road), **values}
        fault = Fault(self.file, self.source.line(road) if not self.full else 0, code, told)
        if not fault.mild and code != "card_differs":  # two that differ are each right by themselves
            self.wrong.add(road[:2])
        if not self.full:
            self.faults.append(fault)

    def at(self, road: Road) -> Any:
        """The raw value at ``road``, or None."""
        value: Any = self.source.value
        for step in road:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def read(self, model: type[Model], road: Road = ()) -> Model | None:
        """The value at ``road`` as ``model``, or None with faults."""
        if self.source.value is None:
            return None  # the file itself has told why
        try:
            return model.model_validate(self.at(road), context={"languages": self.languages})
        except ValidationError as error:
            known = set(model.model_fields)
            for detail in error.errors(include_url=False):
                self._tell(road, detail, known)
            return None

    def parts(self, model: type[Model], road: Road) -> Iterator[tuple[Road, Model]]:
        """The parts of the list at ``road`` that are right, each with its road; faults for the others."""
        raw = self._list(road)
        if not raw or self.full:
            return
        try:  # all in one go, as nearly always nothing is wrong
            right = _list_of(model).validate_python(raw, context={"languages": self.languages})
        except ValidationError:
            right = []
        if right:
            yield from zip(self.roads(road), right, strict=True)
            return
        for one in self.roads(road):
            if self.full:
                self.wrong.add(one)  # nobody looked: not to be used
                continue
            part = self.read(model, one)
            if part is not None:
                yield one, part

    def roads(self, road: Road) -> list[Road]:
        """The road of each part of the list at ``road``."""
        return [(*road, index) for index in range(len(self._list(road)))]

    def _list(self, road: Road) -> list[Any]:
        """The list at ``road``; nothing when there is none, or one so long that its length is the fault."""
        value = self.at(road)
        return value if isinstance(value, list) and len(value) <= PARTS_LIMIT else []

    def words(self, road: Road, key: str) -> dict[str, Road]:
        """What stands under ``key`` in each part of the list at ``road``; a fault where two are the same."""
        found: dict[str, Road] = {}
        for index, part in enumerate(self._list(road)):
            word = part.get(key) if isinstance(part, dict) else None
            if not isinstance(word, str) or not word:
                continue
            if word in found:
                first = str(self.source.line((*found[word], key)))
                self.fault((*road, index, key), "twice", found=clip(word), first=first)
            else:
                found[word] = (*road, index)
        return found

    def _tell(self, road: Road, detail: ErrorDetails, known: set[str]) -> None:
        inner = tuple(step for step in detail["loc"] if step != "[key]")
        kind, told = detail["type"], {name: str(value) for name, value in detail.get("ctx", {}).items()}
        found = detail["input"]
        told.setdefault("found", self._found(found))
        if kind == "choice":
            told["found"] = found if isinstance(found, str) else "…"
        code = _CODES.get(kind, kind if kind in _OWN else "")
        if code == "unknown_key":
            near = difflib.get_close_matches(str(inner[-1]), known, 1) if len(inner) == 1 else []
            told["expected"] = near[0] if near else ""
        elif code in ("too_short", "too_many_parts", "too_long"):
            told["limit"] = told.get("min_length", told.get("max_length", ""))
        elif kind == "string_pattern_mismatch":
            pattern = told.get("pattern", "")
            named = "origin" if "/" in pattern else "name"
            code = "control_text" if pattern == SHOWN else "letter" if "A-Z" in pattern else named
        elif kind in _RANGES:
            code, told["expected"] = "range_" + _RANGES[kind], told[_RANGES[kind]]
        elif not code:
            code, told["reason"] = "invalid", detail["msg"]
        self.fault((*road, *inner), code, **{k: clip(v) for k, v in told.items()})

    @staticmethod
    def _found(value: object) -> str:
        if isinstance(value, str):
            return value or "–"
        if isinstance(value, list):
            return "[" + ", ".join(map(str, value[:5])) + "]"
        if isinstance(value, Mapping):
            return "{" + ", ".join(map(str, list(value)[:5])) + "}"
        return "–"
