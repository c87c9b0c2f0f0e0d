"""The YAML reader: texts with their lines, and nothing that makes it stop, wait or run."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gogrow import paths
from gogrow.content import yaml_source
from gogrow.content.deck_models import SHOWN
from gogrow.content.yaml_source import parse_bytes, read_source


def has_control(text: str) -> bool:
    """Whether a card may not hold this text."""
    return re.match(SHOWN, text) is None


def problem(raw: str | bytes) -> tuple[int, str]:
    """Line and code of the first problem."""
    source = parse_bytes(raw.encode() if isinstance(raw, str) else raw)
    return source.problems[0].line, source.problems[0].code


def test_every_value_is_a_text_a_list_or_a_mapping() -> None:
    source = parse_bytes(b"a: no\nb: 12\nc: ~\nd: [yes, 0x1F, 1.50, 2026-05-12]\ne: {f: true}\ng:\n")
    assert source.problems == ()
    assert source.value == {
        "a": "no",
        "b": "12",
        "c": "~",
        "d": ["yes", "0x1F", "1.50", "2026-05-12"],
        "e": {"f": "true"},
        "g": "",
    }


def test_lines_are_those_of_an_editor() -> None:
    source = parse_bytes(
        "# één\na:\n  - x: 1\n    y: 2\n\n  - x: |\n      lang\n      verhaal\n    y:\nb: c\n".encode()
    )
    assert source.line(("a",)) == 2
    assert source.line(("a", 0, "y")) == 4
    assert source.line(("a", 1, "x")) == 6
    assert source.line(("a", 1, "y")) == 9
    assert source.line(("b",)) == 10


def test_what_is_not_there_has_the_line_of_what_should_hold_it() -> None:
    source = parse_bytes(b"a:\n  - x: 1\n  - y: 2\n")
    assert source.line(("a", 1, "x")) == 3
    assert source.line(("a", 7)) == 1


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_make_no_difference(ends: str, bom: str) -> None:
    source = parse_bytes((bom + "a: é\nb:\n  - c\n".replace("\n", ends)).encode())
    assert source.value == {"a": "é", "b": ["c"]}
    assert source.line(("b",)) == 2


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: 1\nb:\n\tc: 2\n", 3, "tab"),
        ("a: 1\n  \tb: 2\n", 2, "tab"),
        ("a: x\x07y\n", 1, "control"),
        ("a: 1\nb: x\u2028y\n", 2, "control"),
        ("a: 1\nb: x\x85y\n", 2, "control"),
        ("a: &x 1\n", 1, "anchor"),
        ("a: 1\nb: *x\n", 2, "alias"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        ("a: !x 1\n", 1, "tag"),
        ("a: 1\nb: 2\na: 3\n", 3, "duplicate_key"),
        ("a: 1\n? [b, c]\n: d\n", 2, "key_not_text"),
        ("a: Wat kies je: dit of dat?\n", 1, "colon"),
        ("a: 1\nb\nc: 2\n", 3, "no_colon"),
        ("a: 1\nb: 'c\nd: e\n", 2, "quote"),
        ("a: [b, c\n", 2, "bracket"),
        ("a:\n   b: 1\n  c: 2\n", 3, "structure"),
        ("- a\nb: c\n", 2, "structure"),
        ("a: @b\n", 1, "character"),
        ("a: 1\n---\nb: 2\n", 2, "documents"),
        ("", 0, "empty_file"),
        ("# niets\n\n", 0, "empty_file"),
        ("a: " + "[" * 21 + "]" * 21, 1, "too_deep"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, code: str) -> None:
    assert problem(text) == (line, code)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_kinds_of_unicode_are_named(encoding: str) -> None:
    assert problem("a: één\n".encode(encoding)) == (0, "utf16")


def test_windows_1252_is_named_with_its_line_and_the_letter() -> None:
    source = parse_bytes("a: ja\nb: één\n".encode("cp1252"))
    assert source.value is None
    assert [(p.line, p.code, p.values["found"]) for p in source.problems] == [(2, "not_utf8", "é")]


def test_all_tabs_are_told_and_one_on_an_empty_line_too() -> None:
    source = parse_bytes(b"a:\n\tb: 1\n\tc: 2\n")
    assert [p.line for p in source.problems] == [2, 3]
    assert problem("a: 1\n\t\nb: 2\n") == (2, "tab")


def test_with_a_double_key_the_rest_can_still_be_checked() -> None:
    source = parse_bytes(b"a: 1\na: {x: 2}\nb: 3\n")
    assert source.value == {"a": "1", "b": "3"}
    assert source.problems[0].values == {"key": "a", "first": "1"}


def test_control_characters_that_are_written_as_an_escape_are_seen() -> None:
    source = parse_bytes(b'a: "x\\x07y"\nb: "x\\ty"\nc: "x\\ny"\n')
    assert isinstance(source.value, dict)
    seen = {key: has_control(value) for key, value in source.value.items() if isinstance(value, str)}
    assert seen == {"a": True, "b": True, "c": False}


_BOMBS = {
    "aliases": b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (i, i) for i in range(50_000)),
    "laughs": b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\n",
    "deep brackets": b"[" * 1_900_000,
    "deep braces": b"{a: " * 400_000,
    "deep dashes": b"- " * 900_000,
    "many": b"[" + b"a," * 61_000 + b"]",
    "many, deep": b"[" * 15 + b"a," * 61_000,
    "many keys": b"".join(b"k%d: a\n" % number for number in range(31_000)),
    "double keys": b"a: 1\n" * 300_000,
    "questions": b"? " * 900_000,
    "tags": b"!" * 1_900_000,
    "controls": b"\x01" * 1_900_000,
    "tabs": b"\ta\n" * 600_000,
    "colons": b"a: " * 600_000,
}


@pytest.mark.parametrize("name", _BOMBS)
def test_bombs_are_answered_at_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "VALUES_LIMIT", 60_000)  # a tenth, and so are the bombs of many values
    start = time.process_time()
    source = parse_bytes(_BOMBS[name])
    assert source.problems
    assert len(source.problems) <= yaml_source.PROBLEMS_LIMIT + 1
    assert all(len(value) <= 100 for one in source.problems for value in one.values.values())
    assert time.process_time() - start < 10


def test_fifty_megabytes_are_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "board.yaml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    source = read_source(file)
    assert [(p.line, p.code, p.values["limit"]) for p in source.problems] == [(0, "too_big", "20")]


def test_what_is_read_without_lines_is_what_is_read_with_them() -> None:
    """The quick way and the way that knows lines are two loops: they say the same of the decks that ship."""
    for file in sorted(paths.decks().glob("*/*.yaml")):
        raw = file.read_bytes()
        for same in (raw, b"\xef\xbb\xbf" + raw, raw.replace(b"\n", b"\r\n"), raw.replace(b"\n", b"\r")):
            assert yaml_source.quick_value(same) == yaml_source._exact(same).value


def roads(value: yaml_source.Value, road: yaml_source.Road = ()) -> Iterator[yaml_source.Road]:
    """The road to each value, and to some that are not there."""
    yield from (road, (*road, "not there"), (*road, 7, "nl"))
    if not isinstance(value, str):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in inside:
            yield from roads(inner, (*road, step))


def same_lines(raw: bytes) -> None:
    """Lines that are looked for one by one, in any order, are those of the file read whole."""
    whole = yaml_source._exact(raw)
    assert whole.value is not None
    asked = list(roads(whole.value))
    for order in (asked, asked[::-1]):
        source = parse_bytes(raw)
        assert [source.line(road) for road in order] == [whole.line(road) for road in order]


def test_lines_that_are_looked_for_are_those_of_the_whole_file() -> None:
    for file in sorted(paths.decks().glob("*/[bp]*.yaml")):
        raw = file.read_bytes()
        for same in (raw, b"\xef\xbb\xbf" + raw, raw.replace(b"\n", b"\r\n"), raw.replace(b"\n", b"\r")):
            same_lines(same)
    same_lines(b"a:\n\nb:\n- - x\n  - {c: d,\n e: }\n-\n- |\n  y\n  z\n? f\n: g\n")


_SIGNS = st.text("ab:-[]{}'\"|>&*!%#?, \r\n\\é’", max_size=60).map(str.encode)


@given(st.one_of(_SIGNS, st.binary(max_size=40), st.tuples(_SIGNS, st.binary(max_size=3), _SIGNS).map(b"".join)))
def test_the_quick_way_never_sees_more_than_the_other(raw: bytes) -> None:
    quick = yaml_source.quick_value(raw) if yaml_source._harmless(raw) else None
    slow = yaml_source._exact(raw)
    assert quick is None or (quick, ()) == (slow.value, slow.problems)
    if quick is not None:
        same_lines(raw)


def test_a_text_may_hold_what_a_file_may_hold_but_no_tab() -> None:
    """A hidden character is refused in the file itself, and in a text that an escape makes."""
    signs = [chr(number) for number in range(0x11000) if not 0xD800 <= number < 0xE000]
    hidden = [sign for sign in signs if any(yaml_source._forbidden(f"x{sign}"))]
    assert [sign for sign in signs if has_control(sign)] == sorted([*hidden, "\t"])


@pytest.mark.parametrize(
    "letter", ["\t", "\x07", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "é", "’", "“", "\xa0", "😀", "ÿ", "ﾟ"]
)
def test_hidden_characters_are_found_wherever_they_stand(letter: str) -> None:
    """Bytes are looked at first; the answer is that of the characters."""
    hidden = has_control(letter)
    source = parse_bytes(f"a: x{letter}y\n".encode())
    assert [one.code for one in source.problems] == (["control"] if hidden and letter != "\t" else [])
    first = parse_bytes(f"\ufeffa: x\nb: '{letter}'\n".encode())
    assert first.value == (None if hidden and letter != "\t" else {"a": "x", "b": letter})


def test_ten_thousand_cards_are_read_with_their_lines() -> None:
    card = "- id: c%d\n  field: know\n  kind: tell\n  question: Wat ging er goed?\n"
    source = parse_bytes("".join(card % number for number in range(10_000)).encode())
    assert source.problems == ()
    assert isinstance(source.value, list)
    assert len(source.value) == 10_000
    assert source.line((9_999, "id")) == 9_999 * 4 + 1


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert read_source(tmp_path / "not.yaml").problems[0].code == "missing_file"
    assert read_source(tmp_path).problems[0].code == "missing_file"
    fifo = tmp_path / "pipe.yaml"
    if hasattr(os, "mkfifo"):
        os.mkfifo(fifo)
    assert read_source(fifo).problems[0].code == "missing_file"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_value_or_a_problem(raw: bytes) -> None:
    source = parse_bytes(raw)
    assert source.value is not None or source.problems


@given(st.text("ab:-[]{}'\"|>&*!%#?, \n\t\\", max_size=60))
def test_any_signs_give_a_value_or_a_problem(text: str) -> None:
    source = parse_bytes(text.encode())
    assert source.value is not None or source.problems
    assert all(0 <= one.line <= text.count("\n") + 2 for one in source.problems)
