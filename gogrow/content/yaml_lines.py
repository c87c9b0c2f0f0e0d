"""The lines of values in a YAML file in which nothing is wrong: read on until the value that is asked for is there.

Most faults of a deck stand in its first parts, so that most of a large file need not be read a second time.
"""

from __future__ import annotations

import yaml
from yaml import events


class Lines:
    """The line of one value and of all within it, in the shape of the value itself; ``whole`` when all are known."""

    __slots__ = ("items", "line", "whole")

    def __init__(self, line: int, whole: bool = True) -> None:
        self.line = line
        self.items: dict[str | int, Lines] = {}
        self.whole = whole

    def at(self, road: tuple[str | int, ...]) -> Lines:
        """Those of the value at ``road``, or of the nearest that holds it."""
        lines = self
        for step in road:
            inner = lines.items.get(step)
            if inner is None:
                break
            lines = inner
        return lines


class LineFinder:
    """Finds lines in ``raw``, of which `yaml_source.quick_value` has made a value."""

    def __init__(self, raw: bytes) -> None:
        parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(raw)
        self._next = parser.get_event
        self._stack: list[tuple[Lines, bool]] = []
        self._key: list[tuple[str, int] | None] = []
        self._next(), self._next()  # the stream and the document begin
        event = self._next()
        self._root = Lines(event.start_mark.line + 1, whole=False)
        self._open(self._root, event)

    def line(self, road: tuple[str | int, ...]) -> int:
        """The line of the value at ``road``, or of the nearest that holds it."""
        lines = self._root
        for step in road:
            while step not in lines.items and not lines.whole:
                self._read()
            inner = lines.items.get(step)
            if inner is None:
                break
            lines = inner
        return lines.line

    def _open(self, lines: Lines, event: events.Event) -> None:
        self._stack.append((lines, type(event) is events.MappingStartEvent))
        self._key.append(None)

    def _read(self) -> None:
        """One event further."""
        event = self._next()
        kind = type(event)
        lines, is_mapping = self._stack[-1]
        if kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            lines.whole = True
            self._stack.pop(), self._key.pop()
            return
        line = event.start_mark.line + 1
        if is_mapping and self._key[-1] is None:
            self._key[-1] = event.value, line
            return
        step: str | int = len(lines.items)
        if is_mapping:
            step, line = self._key[-1] or ("", line)  # an empty value, or a block under its key, is looked for there
            self._key[-1] = None
        inner = lines.items[step] = Lines(line, whole=kind is events.ScalarEvent)
        if kind is not events.ScalarEvent:
            self._open(inner, event)
