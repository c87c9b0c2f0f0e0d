"""Text on a painted picture: broken into lines, made to fit, never under the floor, and drawn.

Sizes are pixels of the painter's own coordinates. A text is broken at spaces; a single word that is too wide is
broken between two syllables with a hyphen, in the way of Dutch and English, and in the worst case anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from gogrow.ui.theme import make_font, measures_text

CAP = 0.668
"""The height of a capital as a share of the font's size, in Atkinson Hyperlegible Next."""

_VOWELS = "aeiouyáéíóúàèìòùäëïöüâêîôû"
_TOGETHER = re.compile(
    r"(?:ch|sch|sj|th|ph|qu|bl|br|cl|cr|dr|dw|fl|fr|gl|gr|kl|kn|kr|kw|pl|pr|sl|sm|sn|sp|st|str|tr|tw|vl|vr|wr)"
)
_PREFIX = re.compile(r"(?:onder|over|voor|door|ont|ver|her|aan|uit|af|op)(?=..[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Face:
    """A font: family, size in pixels, weight, and the distance of two lines as a share of the size."""

    family: str
    pixels: float
    weight: int = 500
    leading: float = 1.2

    @property
    def line(self) -> float:
        """The distance of two baselines."""
        return self.pixels * self.leading

    def width(self, text: str) -> float:
        """How wide a text is on one line."""
        return _metrics(self.family, round(self.pixels), self.weight).horizontalAdvance(text)

    def elided(self, text: str, width: float) -> str:
        """The text, cut with … when it is wider than that."""
        metrics = _metrics(self.family, round(self.pixels), self.weight)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one text in one face. ``height`` is from the top of the capitals to the last baseline."""

    lines: tuple[str, ...]
    face: Face

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((self.face.width(line) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline; 0 without text."""
        return (len(self.lines) - 1) * self.face.line + self.face.pixels * CAP if self.lines else 0.0


def wrap(text: str, face: Face, width: float) -> list[str]:
    """Break a text into lines of at most ``width``. Line breaks in the text are kept."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            tried = f"{line} {word}" if line else word
            if face.width(tried) <= width:
                line = tried
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, face, width)
            lines += whole
        lines.append(line)
    return lines


def balanced(text: str, face: Face, width: float) -> list[str]:
    """Break a text into as few lines as `wrap` does, but about equally long ones. Line breaks are kept."""
    if "\n" in text:
        return [line for paragraph in text.split("\n") for line in balanced(paragraph, face, width)]
    best = wrap(text, face, width)
    if len(best) < 2:
        return best
    widest = max(face.width(line) for line in best)
    low, high = widest / len(best), widest
    for _ in range(7):
        middle = (low + high) / 2
        tried = wrap(text, face, middle)
        if len(tried) <= len(best) and not _broken(tried, text):
            best, high = tried, middle
        else:
            low = middle
    return best


def fit(
    text: str,
    face: Face,
    width: float,
    height: float,
    *,
    floor: float,
    breaker: Callable[[str, Face, float], list[str]] = wrap,
    whole: float = 0.6,
) -> Block:
    """The text as large as it can be up to ``face.pixels``, and not under ``floor``.

    A word is rather made smaller than broken, down to the share ``whole``. When even the floor is too large for the
    height, the last line that fits ends in an ellipsis.
    """
    return _fitted(text, face, width, height, floor, breaker, whole)


@lru_cache(maxsize=512)  # the same picture is laid out anew with each count, and for the beamer and for its preview
def _fitted(
    text: str,
    face: Face,
    width: float,
    height: float,
    floor: float,
    breaker: Callable[[str, Face, float], list[str]],
    whole: float,
) -> Block:
    if not text.strip():
        return Block((), face)
    size, smallest = face.pixels, min(face.pixels, floor)
    unbroken = max(smallest, face.pixels * whole)
    block = Block((), face)
    while True:
        now = replace(face, pixels=size)
        block = Block(tuple(breaker(text, now, width)), now)
        fits = block.height <= height and block.width <= width + 0.5
        if fits and (size <= unbroken or not _broken(block.lines, text)):
            return block
        if size <= smallest:
            break
        size = max(smallest, size * 0.96)
    return _cut(block, width, height)


measures_text(_fitted.cache_clear)


def _cut(block: Block, width: float, height: float) -> Block:
    room = max(1, int((height - block.face.pixels * CAP) / block.face.line) + 1)
    if len(block.lines) <= room:
        return block
    rest = " ".join(block.lines[room - 1 :])
    return Block((*block.lines[: room - 1], block.face.elided(rest, width)), block.face)


def draw(
    painter: QPainter,
    block: Block,
    x: float,
    y: float,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    halo: QColor | None = None,
) -> float:
    """Draw a block with the top of its capitals at ``y``; returns the last baseline.

    ``x`` is the left edge, the middle or the right edge, after ``align``. ``halo`` is a ground around the letters.
    """
    baseline = y + block.face.pixels * CAP
    for line in block.lines:
        draw_line(painter, line, block.face, x, baseline, colour, align=align, halo=halo)
        baseline += block.face.line
    return baseline - block.face.line if block.lines else y


def draw_line(
    painter: QPainter,
    text: str,
    face: Face,
    x: float,
    baseline: float,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    halo: QColor | None = None,
) -> QRectF:
    """Draw one line of plain text; returns the box of its capitals."""
    font = make_font(face.family, face.pixels, face.weight)
    width = face.width(text)
    if align == Qt.AlignmentFlag.AlignHCenter:
        x -= width / 2
    elif align == Qt.AlignmentFlag.AlignRight:
        x -= width
    if halo is not None:
        path = QPainterPath()
        path.addText(QPointF(x, baseline), font, text)
        pen = QPen(halo, face.pixels * 0.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(x, baseline), text)
    return QRectF(x, baseline - face.pixels * CAP, width, face.pixels * CAP)


def syllables(word: str) -> list[int]:
    """Where a word may be broken: before which letters, with two or more letters on either side.

    A rule of thumb, good for most Dutch and English words: before the last consonant between two vowels, or before
    consonants that begin a syllable together. Soft hyphens in the word win.
    """
    small = word.lower()
    prefix = _PREFIX.match(small)
    found = [prefix.end()] if prefix else []
    for match in re.finditer(rf"(?<=[{_VOWELS}])[^\W\d_{_VOWELS}]+(?=[{_VOWELS}])", small):
        start, end = match.span()
        group = match.group()
        point = end - 1
        for size in (3, 2):
            if len(group) >= size and _TOGETHER.fullmatch(group[-size:]):
                point = end - size
                break
        point = max(point, start)
        if 2 <= point <= len(word) - 2 and not any(abs(point - other) < 2 for other in found):
            found.append(point)
    return found


def _pieces(word: str, face: Face, width: float) -> list[str]:
    """A word in parts that fit, each but the last with a hyphen."""
    if "\u00ad" in word:
        parts = word.split("\u00ad")
        word = "".join(parts)
        ends = (sum(map(len, parts[: index + 1])) for index in range(len(parts) - 1))
        points = [point for point in ends if 0 < point < len(word)]  # one at the edge of a word breaks nothing
    else:
        points = sorted({*syllables(word), *_after_hyphens(word)})
    pieces: list[str] = []
    while word and face.width(word) > width:
        fitting = [point for point in points if face.width(_hyphenated(word[:point])) <= width]
        if fitting:
            point, piece = fitting[-1], _hyphenated(word[: fitting[-1]])
        else:
            point = _longest(word, face, width)
            piece = word[:point]
        if point >= len(word):
            break
        pieces.append(piece)
        word = word[point:]
        points = [at - point for at in points if at > point]
    return [*pieces, word]


def _after_hyphens(word: str) -> Iterable[int]:
    return (at for at in range(1, len(word)) if word[at - 1] in "-–/")


def _hyphenated(piece: str) -> str:
    return piece if piece[-1] in "-–/" else f"{piece}-"


def _longest(word: str, face: Face, width: float) -> int:
    """How many code units of a word fit, whole letters only and at least one."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    # Positions are in UTF-16; Python counts letters of any plane as one.
    best, first = 0, 0
    while (at := finder.toNextBoundary()) != -1:
        count = len(word.encode("utf-16-le")[: 2 * at].decode("utf-16-le"))
        first = first or count
        if face.width(word[:count]) > width:
            break
        best = count
    return best or first or len(word)


def _broken(lines: Iterable[str], text: str) -> bool:
    """Whether a word was broken."""
    return " ".join(lines).split() != text.split()


def _metrics(family: str, pixels: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(make_font(family, pixels, weight))
