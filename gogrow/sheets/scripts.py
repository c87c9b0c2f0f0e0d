"""Letters in the order in which paper shows them: right-to-left names, joined Arabic letters, marks with their letter.

Paper gets no text engine: a PDF shows one glyph after another from left to right. The tables come from Python's own
Unicode data, so there is nothing to keep up to date. It is meant for names and short notes, not for typesetting.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_SILENT = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<", "{": "}", "}": "{", "«": "»", "»": "«"}
_RIGHT = ("R", "AL")
_LIKE = str.maketrans("←↑→↓✓✗☐", "⬅⬆➡⬇✔✖⬜")  # signs that people type and no font has: the nearest that one has


def plain(text: str) -> str:
    """The text composed (NFC), line ends as ``\\n``, and a space for each other control character."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" or c in _SILENT else " " for c in text)


def clusters(text: str) -> Iterator[str]:
    """Each letter with the marks that stand on it; a break or a change of font never comes between them."""
    held = ""
    for char in text:
        if held and unicodedata.category(char) in ("Mn", "Me", "Mc"):
            held += char
        else:
            if held:
                yield held
            held = char
    if held:
        yield held


def drawable(text: str) -> str:
    """The text without what has no shape of its own: joiners, direction signs, selectors; arrows as a font has them."""
    shown = (c for c in text if not (c in _SILENT or "\ufe00" <= c <= "\ufe0f" or "🏻" <= c <= "🏿"))
    return "".join(shown).translate(_LIKE)


def visual(line: str) -> str:
    """One line in the order from left to right. A line without right-to-left letters comes back as it is."""
    if line.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT for c in line):
        return line
    runs = _runs([_direction(c) for c in line], line)
    if next(d for d in map(_direction, line) if d) == "R":
        runs.reverse()
    return "".join(_turned(run) if right else run for right, run in runs)


def _direction(char: str) -> str:
    """R or L for a letter, N for a number, '' for what follows its neighbours."""
    kind = unicodedata.bidirectional(char)
    if kind in _RIGHT:
        return "R"
    return {"L": "L", "EN": "N", "AN": "N"}.get(kind, "")


def _runs(directions: list[str], line: str) -> list[tuple[bool, str]]:
    first = next(d for d in directions if d) == "R"
    settled: list[bool] = []
    for at, own in enumerate(directions):
        if own:
            settled.append(own == "R")
            continue
        before = settled[-1] if settled else first
        after = next((d == "R" for d in directions[at + 1 :] if d), first)
        mark = unicodedata.category(line[at]) == "Mn"
        settled.append(before if mark or before == after else first)
    runs: list[tuple[bool, str]] = []
    for right, char in zip(settled, line, strict=True):
        if runs and runs[-1][0] == right:
            runs[-1] = (right, runs[-1][1] + char)
        else:
            runs.append((right, char))
    return runs


def _turned(run: str) -> str:
    return "".join(reversed([_MIRRORED.get(part, part) for part in clusters(_joined(run))]))


@lru_cache(maxsize=1)
def _forms() -> dict[str, dict[str, str]]:
    """Letter -> its initial, medial, final and isolated shape. Two letters: a ligature (lam with alef)."""
    shapes: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if kind in ("<initial>", "<medial>", "<final>", "<isolated>") and (" " not in letters or code >= 0xFEF5):
            base = "".join(chr(int(letter, 16)) for letter in letters.split())
            shapes.setdefault(base, {})[kind[1:-1]] = chr(code)
    return shapes


def _joined(run: str) -> str:
    forms = _forms()
    parts: list[str] = []
    for part in clusters(drawable(run)):
        if parts and parts[-1] + part in forms:
            parts[-1] += part
        else:
            parts.append(part)
    shaped: list[str] = []
    for at, part in enumerate(parts):
        own = forms.get(part) or forms.get(part[0])
        if own is None:
            shaped.append(part)
            continue
        before = at > 0 and "initial" in _shapes(forms, parts[at - 1])
        after = "initial" in own and at + 1 < len(parts) and "final" in _shapes(forms, parts[at + 1])
        wanted = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get((before, after))
        rest = "" if part in forms else part[1:]
        shaped.append((own.get(wanted or "isolated") or own.get("isolated") or part) + rest)
    return "".join(shaped)


def _shapes(forms: dict[str, dict[str, str]], part: str) -> dict[str, str]:
    return forms.get(part) or forms.get(part[0]) or {}
