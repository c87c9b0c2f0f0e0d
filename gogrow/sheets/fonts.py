"""Which font draws which letters, how wide a text is, where it breaks and how small it must be to fit.

Sizes of type are points, widths millimetres. Words stand in Atkinson Hyperlegible Next; a word with a letter that it
lacks stands whole in Noto, or in a font of the system; a letter that no font has is shown as a box with a question
mark, so that nobody's name silently loses a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from gogrow import paths
from gogrow.sheets import scripts

MEDIUM, SEMIBOLD, BOLD, EXTRABOLD = 500, 600, 700, 800

_WEIGHTS = {MEDIUM: "500Medium", SEMIBOLD: "600SemiBold", BOLD: "700Bold", EXTRABOLD: "800ExtraBold"}
_NOTO = ("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoEmoji")
_SYSTEM = (  # for Chinese, Japanese, Korean and other letters; only with outlines that a PDF can take
    "C:/Windows/Fonts/msyh.ttc",
    "C:/Windows/Fonts/malgun.ttf",
    "C:/Windows/Fonts/YuGothM.ttc",
    "C:/Windows/Fonts/Nirmala.ttc",
    "C:/Windows/Fonts/seguisym.ttf",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "/Library/Fonts/Arial Unicode.ttf",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
)
_AFTER_HYPHEN = re.compile(r"\S{2,}?\w-(?=\w{3})|\S+")
_UNKNOWN_WIDTH = 0.62
_ONE_SOUND = frozenset(("ch", "ph", "sh", "ij"))
"""Letters that are never parted."""
_VOWELS = frozenset("aeiouyáéíóúàèëïöüAEIOUY")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one font. ``font`` is '' where no font has the letter; ``thin``: lighter than asked."""

    text: str
    font: str
    thin: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit at ``size`` points; ``cut`` when not all of the text is in them."""

    lines: tuple[str, ...]
    size: float
    cut: bool = False


@lru_cache(maxsize=4096)  # the same words stand on every sheet
def pieces(line: str, weight: int) -> tuple[Piece, ...]:
    """One line as stretches from left to right, each in a font that has its letters."""
    name, known = _face(weight)
    line = scripts.plain(line).replace("\n", " ")
    if known.issuperset(line):
        return (Piece(line, name),) if line else ()
    found: list[Piece] = []
    for word in re.split(r"( +)", scripts.visual(scripts.drawable(line))):
        for piece in _word(word, weight):
            last = found[-1] if found else None
            if last and last.font and (last.font, last.thin) == (piece.font, piece.thin):
                found[-1] = Piece(last.text + piece.text, last.font, last.thin)
            else:
                found.append(piece)
    return tuple(found)


def piece_width(piece: Piece, size: float) -> float:
    """The width of a piece in millimetres."""
    if not piece.font:
        return _UNKNOWN_WIDTH * size / mm
    return _at_one(piece.text, piece.font) * size


@lru_cache(maxsize=4096)
def _at_one(text: str, font: str) -> float:
    """The width of letters that the font has, at one point."""
    return float(pdfmetrics.stringWidth(text, font, 1)) / mm


def width(line: str, weight: int, size: float) -> float:
    """The width of one line in millimetres."""
    name, known = _face(weight)
    if known.issuperset(line):
        return _at_one(line, name) * size
    return sum(piece_width(piece, size) for piece in pieces(line, weight))


def wrapped(text: str, weight: int, size: float, room: float) -> list[str]:
    """The text in lines of at most ``room`` millimetres. A word that is longer is broken, with a hyphen."""
    return _filled(_measured(text, weight), weight, room / size)


def fit(
    text: str,
    weight: int,
    size: float,
    room: float,
    lines: int = 1,
    floor: float = 8.0,
    more: float = 0.0,
    even: bool = False,
) -> Fitted:
    """The text at the largest size from ``size`` down to ``floor`` at which it fits in ``lines`` lines of ``room``.

    Words stay whole as long as they can. What does not fit at the floor is cut, with an ellipsis and ``more``
    millimetres kept free behind it. ``even`` gives lines of about the same length, for headings and questions.
    """
    return _fit(text, weight, size, room, lines, floor, more, even)


@lru_cache(maxsize=2048)  # the same headings and labels stand on every sheet
def _fit(text: str, weight: int, size: float, room: float, lines: int, floor: float, more: float, even: bool) -> Fitted:
    text = scripts.plain(text).strip()
    if not text:
        return Fitted((), size)
    if "\n" not in text and width(text, weight, size) <= room:
        return Fitted((" ".join(text.split()),), size)  # most texts, at once
    measured = _measured(text, weight)
    longest = max(word.width for paragraph in measured for word in paragraph) if any(measured) else 0.0
    at = size
    while True:
        found = _filled(measured, weight, room / at)
        last = at <= floor
        if len(found) <= lines and (last or longest * at <= room):
            if even and len(found) > 1:
                found = _evened(measured, weight, found, longest, room / at)
            return Fitted(tuple(found), at)
        if last:
            break
        at = max(floor, at - 0.5)
    kept, rest = found[: lines - 1], " ".join(found[lines - 1 :])
    tail = list(scripts.clusters(found[lines - 1].rstrip("-")))
    while tail and width("".join(tail) + " …", weight, at) + more > room:
        tail.pop()
    line = "".join(tail)
    if " " in line and not rest.startswith(f"{line} "):
        line = line.rpartition(" ")[0]
    return Fitted((*kept, f"{line.rstrip()} …"), at, True)


def whole(fitted: Fitted, text: str) -> bool:
    """Whether all of the text is there and no word of it was broken."""
    return not fitted.cut and "".join("".join(fitted.lines).split()) == "".join(scripts.plain(text).split())


def capital(size: float) -> float:
    """The height of a capital in millimetres, to centre a line in a shape."""
    return 0.668 * size / mm


@dataclass(frozen=True, slots=True)
class _Word:
    """A word and its width at one point; ``glued`` to the one before when a line may break there without a space."""

    text: str
    width: float
    glued: bool


def _measured(text: str, weight: int) -> list[list[_Word]]:
    """The words of each paragraph. A line may break after a hyphen (Anne-|Fleur)."""
    found: list[list[_Word]] = []
    for paragraph in scripts.plain(text).strip().split("\n"):
        words: list[_Word] = []
        for word in paragraph.split():
            parts = _AFTER_HYPHEN.findall(word) if "-" in word else [word]
            words += [_Word(part, width(part, weight, 1), at > 0) for at, part in enumerate(parts)]
        found.append(words)
    return found


def _filled(measured: list[list[_Word]], weight: int, room: float) -> list[str]:
    """Lines of at most ``room`` millimetres, for type of one point."""
    found: list[str] = []
    space = width(" ", weight, 1)
    for paragraph in measured:
        line, used = "", 0.0
        for word in paragraph:
            before = 0.0 if word.glued else space
            if line and used + before + word.width <= room:
                line, used = f"{line}{'' if word.glued else ' '}{word.text}", used + before + word.width
                continue
            if line:
                found.append(line)
            line, used = word.text, word.width
            if used > room:
                *whole, line = _broken(word.text, weight, room)
                found += whole
                used = width(line, weight, 1)
        found.append(line)
    return found


def _evened(measured: list[list[_Word]], weight: int, found: list[str], longest: float, room: float) -> list[str]:
    """The narrowest lines that are not more than were found."""
    least, count = longest, len(found)
    for _ in range(7):
        middle = (least + room) / 2
        lines = _filled(measured, weight, middle)
        if len(lines) <= count:
            room, found = middle, lines
        else:
            least = middle
    return found


def _broken(word: str, weight: int, room: float) -> list[str]:
    """A word in parts that fit, for type of one point; where it can between two syllables."""
    parts: list[str] = []
    letters = list(scripts.clusters(word))
    widths = [width(letter, weight, 1) for letter in letters]
    hyphen, start, left = width("-", weight, 1), 0, sum(widths)
    while left > room and len(letters) - start > 1:
        end, used = start, hyphen
        while end < len(letters) - 3 and (used := used + widths[end]) <= room:
            end += 1
        end = max(start + 1, end)
        end = next((at for at in range(end, max(start + 2, end - 6), -1) if _syllable(letters, at)), end)
        dash = "-" if letters[end - 1].isalpha() and letters[end].isalpha() else ""
        parts.append("".join(letters[start:end]) + dash)
        left -= sum(widths[start:end])
        start = end
    return [*parts, "".join(letters[start:])]


def _syllable(letters: list[str], at: int) -> bool:
    """Whether a syllable may begin here: at *sch*, or at the last consonant before a vowel."""
    before, here, after = letters[at - 1], letters[at], "".join(letters[at + 1 : at + 3])
    if here in _VOWELS or f"{before}{here}".lower() in _ONE_SOUND:
        return False
    return f"{here}{after}" == "sch" or after[:1] in _VOWELS


def _word(word: str, weight: int) -> Iterator[Piece]:
    """A word whole in the first font that has all of it; else letter by letter."""
    if not word:
        return
    own = _face(weight)
    if own[1].issuperset(word):
        yield Piece(word, own[0])
        return
    others = [*_spare(), *_found()] if not _covered(word, _spare()) else _spare()
    whole = next((name for name, known in others if known.issuperset(word)), None)
    if whole is not None:
        yield Piece(word, whole, weight > SEMIBOLD)
        return
    for part in scripts.clusters(word):
        if own[1].issuperset(part):
            yield Piece(part, own[0])
            continue
        name = next((name for name, known in others if known.issuperset(part)), "")
        yield Piece(part, name, weight > SEMIBOLD)


def _covered(word: str, faces: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    return all(any(char in known for _, known in faces) for char in word)


@lru_cache(maxsize=8)
def _face(weight: int) -> tuple[str, frozenset[str]]:
    return _registered(paths.assets() / "fonts" / f"AtkinsonHyperlegibleNext_{_WEIGHTS[weight]}.ttf")


@lru_cache(maxsize=1)
def _spare() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(_registered(paths.assets() / "fonts" / f"{name}.ttf") for name in _NOTO)


@lru_cache(maxsize=1)
def _found() -> tuple[tuple[str, frozenset[str]], ...]:
    faces = []
    for place in map(Path, _SYSTEM):
        try:
            if place.is_file():
                faces.append(_registered(place))
        except (TTFError, OSError):
            continue
    return tuple(faces)


def _registered(file: Path) -> tuple[str, frozenset[str]]:
    """Make a font known to reportlab, once. Returns its name and the letters that it has."""
    font = TTFont(file.stem.replace(" ", ""), str(file))
    pdfmetrics.registerFont(font)
    return font.fontName, frozenset(chr(code) for code in font.face.charToGlyph if code >= 0x20)
