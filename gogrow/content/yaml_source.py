"""YAML read as texts with their lines, so that a fault in a deck can name its place.

Every value is a text, a list or a mapping: ``no`` stays ``no`` (YAML's own rules would make it false, fatal in a Dutch
deck). Files come from others: aliases, anchors and tags are refused (an alias bomb loads at once and is walked for
ever), size, depth and number of values are capped, and each file is answered within a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import yaml
from yaml import events

Value = str | list["Value"] | dict[str, "Value"]
Road = tuple[str | int, ...]
"""The road to a value: keys and places in lists, such as ``("fields", 0, "name", "nl")``."""

SIZE_LIMIT = 2_000_000
"""Bytes in one file."""
DEPTH_LIMIT = 20
VALUES_LIMIT = 300_000
PROBLEMS_LIMIT = 30
"""Problems told of one file: whoever sees thirty knows enough."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_TAB = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in one file. ``line`` counts from 1; 0 means the file as a whole."""

    line: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class _Lines:
    """The lines of one value and of all within it, in the shape of the value itself."""

    __slots__ = ("items", "line")

    def __init__(self, line: int) -> None:
        self.line = line
        self.items: dict[str | int, _Lines] = {}


@dataclass(frozen=True, slots=True)
class Source:
    """What stands in one file. ``value`` is None when it could not be read; ``problems`` says why.

    With duplicate keys, tags or anchors there is a value and there are problems: the rest can still be checked.
    """

    value: Value | None
    problems: tuple[Problem, ...] = ()
    _lines: _Lines = field(default_factory=lambda: _Lines(0), repr=False, compare=False)

    def line(self, path: Road = ()) -> int:
        """The line of the value at ``path``, or of the nearest that holds it; 0 in an empty file."""
        lines = self._lines
        for step in path:
            inner = lines.items.get(step)
            if inner is None:
                break
            lines = inner
        return lines.line


def read_source(path: Path) -> Source:
    """Read one file, UTF-8 with or without BOM, any line ends. Never raises for what stands in it, or for the disk."""
    try:
        if not path.is_file():
            return _nothing("missing_file")
        if path.stat().st_size > SIZE_LIMIT:
            return _nothing("too_big", limit=str(SIZE_LIMIT // 1_000_000))
        with path.open("rb") as stream:
            raw = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        return _nothing("unreadable", reason=error.strerror or str(error))
    return parse_bytes(raw)


def parse_bytes(raw: bytes) -> Source:
    """The same for bytes in memory."""
    if len(raw) > SIZE_LIMIT:
        return _nothing("too_big", limit=str(SIZE_LIMIT // 1_000_000))
    if raw.startswith(_WIDE_MARKS) or b"\x00" in raw[:200]:
        return _nothing("utf16")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = raw[error.start : error.start + 1].decode("cp1252", "replace")
        return _nothing("not_utf8", line=raw.count(b"\n", 0, error.start) + 1, found=found)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = tuple(_forbidden(text))
    return Source(None, problems) if problems else _build(text)


def clip(text: str, length: int = 60) -> str:
    """A text short enough to stand in a message, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


def _nothing(code: str, line: int = 0, **values: str) -> Source:
    return Source(None, (Problem(line, code, values),))


def _forbidden(text: str) -> Iterator[Problem]:
    """Tabs before a line's first word, and characters that no text may hold."""
    tabs, controls = islice(_TAB.finditer(text), PROBLEMS_LIMIT), islice(_CONTROL.finditer(text), PROBLEMS_LIMIT)
    found = [(match.start(), "tab", "") for match in tabs]
    found += [(match.start(), "control", f"U+{ord(match.group()):04X}") for match in controls]
    for start, code, character in sorted(found)[:PROBLEMS_LIMIT]:
        yield Problem(text.count("\n", 0, start) + 1, code, {"found": character} if character else {})


def has_control(text: str) -> bool:
    """Whether a text holds a tab or a character that no screen shows; line ends are allowed."""
    return "\t" in text or _CONTROL.search(text) is not None


class _Open:
    """A list or mapping that is being filled; ``key`` is the key that waits for its value."""

    __slots__ = ("key", "key_line", "lines", "value")

    def __init__(self, value: list[Value] | dict[str, Value], line: int) -> None:
        self.value = value
        self.lines = _Lines(line)
        self.key: str | None = None
        self.key_line = line


class _Builder:
    """Turns the events of the C parser into plain values and their lines."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.root: Value | None = None
        self.root_lines = _Lines(0)
        self.stack: list[_Open] = []
        self.count = 0

    def problem(self, line: int, code: str, **values: str) -> None:
        if len(self.problems) < PROBLEMS_LIMIT:
            clipped = {name: clip(value) for name, value in values.items()}
            self.problems.append(Problem(line, code, clipped))

    def open(self, value: list[Value] | dict[str, Value], line: int) -> bool:
        """Begin a list or mapping. False when it is too deep, or stands where a key should."""
        if len(self.stack) >= DEPTH_LIMIT:
            self.problem(line, "too_deep", limit=str(DEPTH_LIMIT))
            return False
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            self.problem(line, "key_not_text")
            return False
        self.stack.append(_Open(value, line))
        return True

    def close(self) -> None:
        done = self.stack.pop()
        self.put(done.value, done.lines)

    def put(self, value: Value, lines: _Lines) -> None:
        """A finished value goes to its place in what holds it."""
        if not self.stack:
            self.root, self.root_lines = value, lines
            return
        holder = self.stack[-1]
        if isinstance(holder.value, list):
            holder.lines.items[len(holder.value)] = lines
            holder.value.append(value)
            return
        if holder.key is None:
            self._key(holder, value, lines.line)
            return
        key, holder.key = holder.key, None
        if key in holder.value:
            first = str(holder.lines.items[key].line)
            self.problem(holder.key_line, "duplicate_key", key=key, first=first)
            return
        # An empty value, or a block under its key, is looked for at the key.
        lines.line = holder.key_line
        holder.lines.items[key] = lines
        holder.value[key] = value

    def _key(self, holder: _Open, value: Value, line: int) -> None:
        assert isinstance(value, str)
        holder.key, holder.key_line = value, line


def _build(text: str) -> Source:
    builder = _Builder()
    try:
        _walk(text, builder)
    except yaml.YAMLError as error:
        builder.root = None
        builder.problems.append(_syntax(error))
    if builder.root is None and not builder.problems:
        builder.problem(0, "empty_file")
    return Source(builder.root, tuple(builder.problems), builder.root_lines)


def _walk(text: str, builder: _Builder) -> None:
    """Feed the parser's events to the builder; stops at what cannot be gone on from."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    documents = 0
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, events.NodeEvent):
            builder.count += 1
            if len(builder.problems) >= PROBLEMS_LIMIT:
                builder.root = None
                return
            if builder.count > VALUES_LIMIT:
                builder.root = None
                builder.problem(line, "too_many", limit=str(VALUES_LIMIT))
                return
            if isinstance(event, events.AliasEvent):
                builder.problem(line, "alias", found=f"*{event.anchor}")
                builder.put("", _Lines(line))
                continue
            if event.anchor is not None:
                builder.problem(line, "anchor", found=f"&{event.anchor}")
            tag = getattr(event, "tag", None)
            if tag is not None:
                builder.problem(line, "tag", found=tag)
        if isinstance(event, events.ScalarEvent):
            builder.put(event.value, _Lines(line))
        elif isinstance(event, events.SequenceStartEvent | events.MappingStartEvent):
            if not builder.open([] if isinstance(event, events.SequenceStartEvent) else {}, line):
                builder.root = None
                return
        elif isinstance(event, events.SequenceEndEvent | events.MappingEndEvent):
            builder.close()
        elif isinstance(event, events.DocumentStartEvent):
            documents += 1
            if documents > 1:
                builder.problem(line, "documents")
                return


_SYNTAX = (
    ("tab character", "tab"),
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no_colon"),
    ("unexpected end of stream", "quote"),
    ("did not find expected key", "structure"),
    ("did not find expected '-' indicator", "structure"),
    ("did not find expected ',' or", "bracket"),
    ("cannot start any token", "character"),
)


def _syntax(error: yaml.YAMLError) -> Problem:
    """What the parser says, as a problem that somebody who never heard of YAML can mend."""
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    code = next((code for words, code in _SYNTAX if words in problem), "syntax")
    mark = getattr(error, "problem_mark", None)
    if code == "quote":
        if "quoted" not in context:
            code = "bracket"
        mark = getattr(error, "context_mark", None) or mark
    return Problem(mark.line + 1 if mark else 0, code, {"reason": clip(problem)})
