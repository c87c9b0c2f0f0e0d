"""Every text has its Dutch: complete, with the same places to fill in, and told once."""

from __future__ import annotations

import ast
import re
import string
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from gogrow import texts
from tests.house.code import ROOT, sources

I18N = ROOT / "assets" / "i18n"
SAME_IN_DUTCH = {
    "OK", "GoGrow", "Go Grow", "Know", "Flow", "Glow", "Grow", "Workshop", "Workshops", "Team", "Start", "Stop",
    "Pas", "Plan A", "Plan B", "Plan C", "Plan", "Type", "Code", "Minuten", "{minutes} min", "{count} min", "CSV",
    "PDF", "PNG", "min", "Menu", "Begin", "{name}: letter?",
    "Beamer", "Online", "Export", "Week {week}", "Open", "Thema", "Print", "Help", "Info",
    "Poster A3", "Poster A2", "Scan", "{count} workshops",
    "Check-in", "later", "Poster", "Dilemma", "Spreadsheets", "{count} later", "Blind", "Dilemma {number}",
}  # fmt: skip
"""Words that are the same in both languages."""

NOT_OURS = re.compile(r"\b(hij|hem|haar|u|uw)\b")
"""Words that make somebody a man or a woman, or keep a distance: a name instead, and *je*."""


@dataclass(frozen=True)
class Used:
    """A text that the code asks for: where, its English, its plural if any, and what it fills in if that is known."""

    place: str
    message: str
    plural: str | None
    filled: frozenset[str] | None


def fields(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None)


def without_fields(text: str) -> str:
    """The words themselves, without the names in braces."""
    return "".join(words for words, *_field in string.Formatter().parse(text))


def literals(node: ast.expr) -> list[str] | None:
    """The texts an argument can be: a literal, or one of two; None when only the running program knows."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = literals(node.body), literals(node.orelse)
        return one + other if one and other else None
    return None


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    for source in sources():
        if source.module == "gogrow.texts":
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                method = isinstance(node.func, ast.Attribute)
                if name in ("t", "mark") or (name == "n" and method and len(node.args) >= 3):
                    yield f"{source.place}:{node.lineno}", name, node


@cache
def used() -> tuple[Used, ...]:
    found = []
    for place, name, node in calls():
        keywords = {keyword.arg for keyword in node.keywords}
        names = {keyword for keyword in keywords if keyword}
        known = None if None in keywords or name == "mark" else frozenset(names)
        plural = next(iter(literals(node.args[1]) or []), None) if name == "n" else None
        for message in literals(node.args[0]) or []:
            found.append(Used(place, message, plural, known))
    return tuple(found)


@cache
def dutch() -> dict[str, list[tuple[str, Message]]]:
    """For each English text where it is translated, and how."""
    found = defaultdict(list)
    for path in sorted((I18N / "nl").glob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream, locale="nl"):
                if message.id:
                    key = message.id if isinstance(message.id, str) else message.id[0]
                    found[key].append((f"{path.name}:{message.lineno}", message))
    return dict(found)


def forms(message: Message) -> list[str]:
    """The Dutch of a message: one form, or the singular and the plural."""
    words = message.string or ""
    return [words] if isinstance(words, str) else list(words)


def report(faults: list[str]) -> None:
    if faults:
        shown = "\n  ".join(sorted(set(faults))[:60])
        pytest.fail(f"{len(set(faults))} texts need work:\n  {shown}", pytrace=False)


def test_texts_are_literals() -> None:
    """A text that is put together while the program runs cannot be translated: fill in {names}."""
    report(
        [
            f"{place}: {ast.unparse(node)[:90]}"
            for place, _name, node in calls()
            if isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
            or (isinstance(node.args[0], ast.Call) and getattr(node.args[0].func, "attr", "") == "format")
        ]
    )


def test_what_is_filled_in_is_what_the_text_asks_for() -> None:
    faults = []
    for use in used():
        if use.filled is not None:
            wanted = fields(use.message) | fields(use.plural or "")
            given = use.filled | ({"count"} if use.plural is not None else frozenset())
            if wanted != given and not (use.plural is not None and wanted == given - {"count"}):
                faults.append(f"{use.place}: {use.message!r} wants {sorted(wanted)}, gets {sorted(given)}")
    report(faults)


def test_every_text_has_its_dutch() -> None:
    known = dutch()
    missing = []
    for use in used():
        entries = [message for _place, message in known.get(use.message, [])]
        if use.plural is not None:
            entries = [message for message in entries if message.id == (use.message, use.plural)]
        if not any(all(forms(message)) for message in entries):
            missing.append(f"{use.place}: {use.message!r}")
    report(missing)


def test_the_dutch_fits_the_english() -> None:
    faults = []
    for english, entries in dutch().items():
        for place, message in entries:
            plural = english if isinstance(message.id, str) else message.id[1]
            for number, form in enumerate(forms(message)):
                wanted = fields(plural)
                fits = fields(form) == wanted or (number == 0 and plural != english and fields(form) <= wanted)
                if not form.strip():
                    faults.append(f"{place}: {english!r} is empty")
                elif not fits:
                    faults.append(f"{place}: {form!r} should fill in {sorted(wanted)}")
                elif (form[0].isspace(), form[-1].isspace()) != (english[0].isspace(), english[-1].isspace()):
                    faults.append(f"{place}: {form!r} begins or ends with another space")
                elif (form[-1] in "…:") != (plural[-1] in "…:"):
                    faults.append(f"{place}: {form!r} should end as {plural!r} does")
                elif NOT_OURS.search(form):
                    faults.append(f"{place}: {form!r} says hij, hem, haar, u or uw")
                elif form == plural and plural not in SAME_IN_DUTCH and re.search("[a-z]", without_fields(plural)):
                    faults.append(f"{place}: {form!r} is still English")
    report(faults)


def test_no_translation_is_in_doubt_or_told_twice() -> None:
    faults = []
    for english, entries in dutch().items():
        faults += [f"{place}: {english!r} is fuzzy" for place, message in entries if message.fuzzy]
        if len({tuple(forms(message)) for _place, message in entries}) > 1:
            places = ", ".join(f"{place} {forms(message)[0]!r}" for place, message in entries)
            faults.append(f"{english!r} has two translations: {places}")
    for path in sorted(I18N.glob("*/*.po")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("#~"):
                faults.append(f"{path.name}:{number}: an old text that is not used: {line[:60]}")
    report(faults)


def test_every_translation_is_used() -> None:
    said = {
        node.value
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    report(
        [
            f"{place}: {english!r} is nowhere in the code"
            for english, entries in dutch().items()
            for place, _message in entries
            if english not in said
        ]
    )


def test_every_catalogue_is_compiled_before_the_tests_and_a_text_without_dutch_still_counts() -> None:
    for part in sorted((I18N / "nl").glob("*.po")):
        assert part.with_suffix(".mo").exists(), f"{part.name} was not compiled"
    words = texts.Texts("nl")
    assert words.n("{count} thing nobody translated", "{count} things nobody translated", 2).startswith("2 things")
