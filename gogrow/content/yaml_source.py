"""YAML read as texts with their lines, so that a fault in a deck can name its place.

Every value is a text, a list or a mapping: ``no`` stays ``no`` (YAML's own rules would make it false, fatal in a Dutch
deck). Files come from others: aliases, anchors and tags are refused (an alias bomb loads at once and is walked for
ever), size, depth and number of values are capped, and no file makes it stop or wait.

A file is read once without lines: half of the time went to keeping them, and nobody asks for them while all is well.
When something is wrong the text is read once more with them; when a line is asked for, as far as that line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import yaml
from yaml import events

from gogrow.content.deck_files import SIZE_LIMIT, Problem, read_bytes, too_big
from gogrow.content.yaml_lines import LineFinder, Lines

Value = str | list["Value"] | dict[str, "Value"]
Road = tuple[str | int, ...]
"""The road to a value: keys and places in lists, such as ``("fields", 0, "name", "nl")``."""

DEPTH_LIMIT = 20
VALUES_LIMIT = 600_000
"""Texts, lists and mappings in one file; keys count too."""
PROBLEMS_LIMIT = 30
"""Problems told of one file: whoever sees thirty knows enough."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_TAB = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
_HARMFUL = bytes({*range(9), *range(11, 32), 127} - {13}) + b"\t"
_HARMFUL_BEGINS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbb", b"\xef\xbf")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(slots=True)
class Source:
    """What stands in one file. ``value`` is None when it could not be read; ``problems`` says why.

    With duplicate keys, tags or anchors there is a value and there are problems: the rest can still be checked.
    """

    value: Value | None
    problems: tuple[Problem, ...] = ()
    _lines: Lines | None = field(default=None, repr=False, compare=False)
    _raw: bytes = field(default=b"", repr=False, compare=False)
    _finder: LineFinder | None = field(default=None, repr=False, compare=False)

    def line(self, path: Road = ()) -> int:
        """The line of the value at ``path``, or of the nearest that holds it; 0 in an empty file."""
        if self._raw:
            self._finder, self._raw = LineFinder(self._raw), b""
        if self._finder is not None:
            return self._finder.line(path)
        return self._lines.at(path).line if self._lines is not None else 0


def read_source(path: Path) -> Source:
    """Read one file, UTF-8 with or without BOM, any line ends. Never raises for what stands in it, or for the disk."""
    return source_of(read_bytes(path))


def source_of(raw: bytes | Problem) -> Source:
    """What stands in a file that was read, or what was wrong with it."""
    return Source(None, (raw,)) if isinstance(raw, Problem) else parse_bytes(raw)


def parse_bytes(raw: bytes) -> Source:
    """The same for bytes in memory."""
    if len(raw) > SIZE_LIMIT:
        return Source(None, (too_big(),))
    if raw.startswith(_WIDE_MARKS) or b"\x00" in raw[:200]:
        return _nothing("utf16")
    if _harmless(raw):
        value = quick_value(raw)
        if value is not None:
            return Source(value, _raw=raw)
    return _exact(raw)


def _exact(raw: bytes) -> Source:
    """The same with lines, and everything that is wrong."""
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


def _harmless(raw: bytes) -> bool:
    """Whether UTF-8 holds nothing that `_forbidden` could find: looked at as bytes, which takes a sixth of the time."""
    inner = raw[3:]  # a byte order mark may begin it
    return len(raw.translate(None, _HARMFUL)) == len(raw) and not any(sign in inner for sign in _HARMFUL_BEGINS)


def _forbidden(text: str) -> Iterator[Problem]:
    """Tabs before a line's first word, and characters that no text may hold."""
    tabs, controls = islice(_TAB.finditer(text), PROBLEMS_LIMIT), islice(_CONTROL.finditer(text), PROBLEMS_LIMIT)
    found = [(match.start(), "tab", "") for match in tabs]
    found += [(match.start(), "control", f"U+{ord(match.group()):04X}") for match in controls]
    for start, code, character in sorted(found)[:PROBLEMS_LIMIT]:
        yield Problem(text.count("\n", 0, start) + 1, code, {"found": character} if character else {})


def quick_value(raw: bytes) -> Value | None:
    """The value of a text in which nothing is wrong; None when there may be, and `_exact` has to look and tell.

    Asks the C parser itself for its events: nothing lies between it and this loop. Written out twice instead of with a
    function for a value: this loop is what reading a deck costs.
    """
    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(raw)
    event, left = parser.get_event, VALUES_LIMIT - 1
    scalar, mapping, sequence = events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent

    def items(depth: int) -> list[Value]:
        nonlocal left
        made: list[Value] = []
        add = made.append
        while True:
            one = event()
            kind = type(one)
            if kind is events.SequenceEndEvent:
                return made
            left -= 1
            if one.anchor is not None or one.tag is not None or left < 0 or not depth:  # an alias has an anchor too
                raise _Irregular
            if kind is scalar:
                add(one.value)
            else:
                add(pairs(depth - 1) if kind is mapping else items(depth - 1))

    def pairs(depth: int) -> dict[str, Value]:
        nonlocal left
        made: dict[str, Value] = {}
        while True:
            one = event()
            if type(one) is not scalar:
                if type(one) is not events.MappingEndEvent:
                    raise _Irregular
                return made
            left -= 2
            if one.anchor is not None or one.tag is not None or left < 0 or not depth:
                raise _Irregular
            key = one.value
            one = event()
            if one.anchor is not None or one.tag is not None or key in made:
                raise _Irregular
            kind = type(one)
            if kind is scalar:
                made[key] = one.value
            else:
                made[key] = pairs(depth - 1) if kind is mapping else items(depth - 1)

    try:
        event()  # the stream begins
        if type(event()) is not events.DocumentStartEvent:
            return None
        first = event()
        if type(first) not in (mapping, sequence) or first.anchor is not None or first.tag is not None:
            return None
        value = pairs(DEPTH_LIMIT - 1) if type(first) is mapping else items(DEPTH_LIMIT - 1)
        event()  # the document ends
        return value if type(event()) is events.StreamEndEvent else None
    except (_Irregular, yaml.YAMLError, UnicodeError):
        return None
    finally:
        parser.dispose()


class _Irregular(Exception):
    """Something that a deck may not hold."""


class _Open:
    """A list or mapping that is being filled; ``key`` is the key that waits for its value."""

    __slots__ = ("key", "key_line", "lines", "value")

    def __init__(self, value: list[Value] | dict[str, Value], line: int) -> None:
        self.value = value
        self.lines = Lines(line)
        self.key: str | None = None
        self.key_line = line


class _Builder:
    """Turns the events of the C parser into plain values and their lines."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.root: Value | None = None
        self.root_lines = Lines(0)
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

    def put(self, value: Value, lines: Lines) -> None:
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
    following = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text).get_event
    documents = 0
    while (event := following()) is not None and type(event) is not events.StreamEndEvent:
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
                builder.put("", Lines(line))
                continue
            if event.anchor is not None:
                builder.problem(line, "anchor", found=f"&{event.anchor}")
            tag = getattr(event, "tag", None)
            if tag is not None:
                builder.problem(line, "tag", found=tag)
        if isinstance(event, events.ScalarEvent):
            builder.put(event.value, Lines(line))
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
