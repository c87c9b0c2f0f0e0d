"""The report for the organisation on paper: figures in quiet bars, what may be told in words, and what is left out.

One A4 when it can be; else it goes on. No bar is better than another, and no team is compared with another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gogrow.domain.report import Report
from gogrow.domain.workshop import Details, Workshop
from gogrow.sheets import fonts, report_words
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.course_parts import beside, bullet, poles, stacked, titled
from gogrow.sheets.flow import Block, gap, laid_out, paragraph
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.heading import draw_heading
from gogrow.sheets.look import look
from gogrow.sheets.report_words import Part, Row, Table
from gogrow.sheets.writing import Counter, Progress, write
from gogrow.texts import Texts

_TOP, _NEXT_TOP, _BOTTOM = 40.0, 24.0, 283.0
_LEFT, _RIGHT = MARGIN, A4[0] - MARGIN
_SPACE = 10.0  # between two columns
_PITCH, _BAR = 5.6, 3.4  # from row to row, and how high a bar is
_FIGURE = 9.0  # room for the figure behind a bar
_SHORT = 60.0  # the most height of what is said beside something else
_ROWS = 18  # themes with a bar; what comes after them is told in a line
_TYPES = (1.0, 0.92, 0.85)
"""Sizes of type, tried one after another until everything is on one page."""


def report_pdf(
    report: Report, texts: Texts, target: Path, progress: Progress | None = None, *, colour: bool = True
) -> bool:
    """Write a report as a PDF. Progress is told per page. Raises `PaperFault`.

    Returns whether the file was written (not when ``progress`` said stop).
    """
    heading = report_words.title(texts)
    ways = [laid_out(_blocks(report, texts, unit), _TOP, _BOTTOM, _NEXT_TOP) for unit in _TYPES]
    pages = next((way for way in ways if len(way) == 1), ways[0])
    counter = Counter(len(pages), progress)
    name = report_words.name(report)
    pad = Pad(look(colour), A4, f"{heading} · {name}" if name else heading)
    for number, page in enumerate(pages, start=1):
        if counter.stopped:
            return False
        if number == 1:
            _head(pad, report, texts)
        else:
            fitted = fonts.fit(f"{heading} · {name}" if name else heading, BOLD, 11, _RIGHT - _LEFT, 1, 7)
            pad.lines(_LEFT, 16, fitted.lines, fitted.size, 0, BOLD, pad.look.ink2)
        for y, block in page:
            block.draw(pad, y)
        if len(pages) > 1:
            counted = texts.t("Page {number} of {total}", number=number, total=len(pages))
            pad.text(_RIGHT, 290.5, counted, 10, MEDIUM, pad.look.ink2, "end")
        pad.next_page()
        counter.sheet()
    if counter.stopped:
        return False
    write(target, pad.finish())
    return True


def _head(pad: Pad, report: Report, texts: Texts) -> None:
    if report.board is not None:
        bare = Workshop("", Details(""), report.board)
        draw_heading(pad, bare, report_words.title(texts), report_words.name(report), texts, _about(report, texts))


def _about(report: Report, texts: Texts) -> str:
    told = (report_words.facts(report, texts), report_words.period(report, texts))
    return " · ".join(part for part in told if part)


def _blocks(report: Report, texts: Texts, u: float) -> list[Block]:
    """Everything under one another; short parts stand in two columns."""
    wide, half = _RIGHT - _LEFT, (_RIGHT - _LEFT - _SPACE) / 2
    found = report_words.parts(report, texts)
    short = [part for part in found if part.key in ("themes", "wishes", "fields")]
    blocks: list[Block] = []
    if few := report_words.too_few(report, texts):
        blocks += [*paragraph(few, _LEFT, wide, 13 * u, SEMIBOLD), gap(6 * u)]
    if len(short) > 1:
        ways = [
            beside(
                [
                    stacked([block for part in side for block in _part(part, x, half, u)])
                    for side, x in ((short[:at], _LEFT), (short[at:], _LEFT + half + _SPACE))
                ]
            )
            for at in range(1, len(short))
        ]
        lowest = min(ways, key=lambda way: way.height)
        if lowest.height <= _BOTTOM - _TOP:
            blocks.append(lowest)
            short = []
    for part in short:
        blocks += _part(part, _LEFT, wide, u)
    for part in found:
        if part.key == "dilemmas":
            blocks += _dilemmas(part, u)
    return [*blocks, *_sentences([part for part in found if part.sentences], u), _panel(texts, u)]


def _sentences(parts: Sequence[Part], u: float) -> list[Block]:
    """What was said, word for word: two parts beside one another where both are short, else over the whole width."""
    wide, half = _RIGHT - _LEFT, (_RIGHT - _LEFT - _SPACE) / 2
    blocks: list[Block] = []
    rest = list(parts)
    while rest:
        sides = zip(rest[:2], (_LEFT, _LEFT + half + _SPACE), strict=False)
        both = beside([stacked(_part(part, x, half, u)) for part, x in sides])
        if len(rest) > 1 and both.height <= _SHORT:
            blocks.append(both)
            rest = rest[2:]
        else:
            blocks += _part(rest.pop(0), _LEFT, wide, u)
    return blocks


def _part(part: Part, x: float, room: float, u: float) -> list[Block]:
    """A heading, what its figures are about, and its tables or sentences."""
    blocks = titled(part.icon, part.colour, part.title, x, room, u)
    if part.about:
        about = paragraph(part.about, x, room, 9.5 * u, MEDIUM, 1.6 * u, soft=True)
        blocks += [replace(block, keep=True) for block in about]
    most = report_words.widest(part.tables)
    for table in part.tables:
        blocks += [*_table(table, x, room, u, most), gap(2.4 * u)]
    for sentence in part.sentences:
        blocks += bullet(sentence, x, room, u)
    return [*blocks, gap(4.6 * u)]


def _table(table: Table, x: float, room: float, u: float, most: int) -> list[Block]:
    """Rows with a bar for each figure; heads where there is more than one."""
    shown, rest = table.rows[:_ROWS], table.rows[_ROWS:]
    columns = max(1, len(shown[0].counts)) if shown else 1
    signs = 6.4 * u if any(row.icon for row in shown) else 0.0
    size = 11 * u
    longest = max((fonts.width(row.words, SEMIBOLD, size) for row in shown), default=0.0)
    words = min(longest, (room - signs) * (0.5 if columns == 1 else 0.36))
    first = x + signs + words + 3 * u
    column = (x + room - first - 3 * u * (columns - 1)) / columns
    blocks = []
    if len(table.heads) > 1 or (table.heads and not table.poles[0]):
        blocks.append(_heads(table.heads, first, column, u))
    for row in shown:
        blocks.append(_row(row, x, signs, words, first, column, u, most))
    if rest:
        told = " · ".join(f"{row.words} ({report_words.shown(row.counts[0])})" for row in rest)
        blocks += [gap(1 * u), *paragraph(told, x, room, 10 * u, MEDIUM)]
    return [replace(block, keep=True) if at < 2 else block for at, block in enumerate(blocks[:-1])] + blocks[-1:]


def _heads(heads: Sequence[str], first: float, column: float, u: float) -> Block:
    fitted = [fonts.fit(head, BOLD, 9.5 * u, column, 2, 7) for head in heads]
    lines = max(len(one.lines) for one in fitted)
    leading = 3.9 * u

    def draw(pad: Pad, y: float) -> None:
        for at, one in enumerate(fitted):
            top = y + 3.4 * u + leading * (lines - len(one.lines))
            pad.lines(first + at * (column + 3 * u), top, one.lines, one.size, leading, BOLD, pad.look.ink2)

    return Block(lines * leading + 1.4 * u, draw, keep=True)


def _row(
    row: Row, x: float, signs: float, words: float, first: float, column: float, u: float, most: int
) -> Block:  # fmt: skip
    """One line: sign, words in at most two lines, and the bars with their figures."""
    fitted = fonts.fit(row.words, SEMIBOLD, 11 * u, words, 2, 9 * u)
    leading = fitted.size * 0.4
    high = max(_PITCH * u, leading * len(fitted.lines) + 1.6 * u)

    def draw(pad: Pad, y: float) -> None:
        middle = y + high / 2
        if row.icon:
            pad.icon(row.icon, x, middle - 2.3 * u, 4.6 * u)
        foot = middle + fonts.capital(fitted.size) / 2 - leading * (len(fitted.lines) - 1) / 2
        pad.lines(x + signs, foot, fitted.lines, fitted.size, leading, SEMIBOLD)
        for at, count in enumerate(row.counts):
            left = first + at * (column + 3 * u)
            long = (column - _FIGURE * u) * (count or 0) / most
            if count:
                _bar(pad, row, left, middle - _BAR * u / 2, long, _BAR * u)
            figure = report_words.shown(count)
            behind = left + long + (2 * u if count else 0)
            foot = middle + fonts.capital(10.5 * u) / 2
            pad.text(behind, foot, figure, 10.5 * u, BOLD if count else MEDIUM, None if count else pad.look.ink2)

    return Block(high, draw)


def _bar(pad: Pad, row: Row, x: float, top: float, wide: float, high: float) -> None:
    """In black and white an outline: the words and the icon tell which field it is."""
    fill = None if pad.look.patterns else pad.look.fill.get(row.colour, _QUIET)
    pad.rect(x, top, wide, high, high / 5, fill, None, 0.3 if pad.look.patterns else 0)


_QUIET = "#CDBFA9"
"""The colour of a bar that belongs to no field."""


def _dilemmas(part: Part, u: float) -> list[Block]:
    """Two beside one another, whole; under the heading of the part."""
    wide, half = _RIGHT - _LEFT, (_RIGHT - _LEFT - _SPACE) / 2
    blocks = titled(part.icon, part.colour, part.title, _LEFT, wide, u)
    if any(table.rows for table in part.tables):
        blocks += paragraph(part.about, _LEFT, wide, 9.5 * u, MEDIUM, 1.6 * u, soft=True)
        blocks = [replace(block, keep=True) for block in blocks]
    most = report_words.widest(part.tables)
    for at in range(0, len(part.tables), 2):
        pair = part.tables[at : at + 2]
        both = [_dilemma(table, _LEFT + side * (half + _SPACE), half, u, most) for side, table in enumerate(pair)]
        row = beside([stacked(one) for one in both])
        if row.height <= _BOTTOM - _NEXT_TOP:
            blocks += [row, gap(4 * u)]
        else:  # somebody's sentence is a page long: one after the other, over the pages
            blocks += [block for table in pair for block in (*_dilemma(table, _LEFT, wide, u, most), gap(4 * u))]
    return [*blocks, gap(1.6 * u)]


def _dilemma(table: Table, x: float, room: float, u: float, most: int) -> list[Block]:
    def line(pad: Pad, y: float) -> None:
        pad.line(x, y, x + room, y, 0.42)

    blocks = [Block(2 * u, line), *paragraph(table.title, x, room, 12.5 * u, EXTRABOLD, 1.4 * u, leading=0.4)]
    blocks.append(poles(*table.poles, x, room, u * 0.92))
    if table.rows:
        blocks += [gap(1.2 * u), *_table(table, x, room, u * 0.92, most)]
    for words in table.after:
        blocks += [gap(1.2 * u), *paragraph(words, x, room, 10.5 * u, MEDIUM, leading=0.4)]
    return blocks


def _panel(texts: Texts, u: float) -> Block:
    """What is left out, and why."""
    inner, size = 4 * u, 9.5 * u
    room = (_RIGHT - _LEFT - 3 * inner) / 2
    heading = paragraph(texts.t("What is not in here, and why"), _LEFT + inner, room * 2, 12 * u, EXTRABOLD, 1.4 * u)
    notes = []
    for at, (icon, words) in enumerate(report_words.left_out(texts)):
        left = _LEFT + inner + at % 2 * (room + inner)
        notes.append(_note(icon, words, left, room, size, u))
    rows = [beside(notes[:2]), gap(2 * u), beside(notes[2:])]
    inside = stacked([gap(inner), *heading, *rows, gap(inner)])

    def draw(pad: Pad, y: float) -> None:
        pad.rect(_LEFT, y, _RIGHT - _LEFT, inside.height, 2, pad.look.box, None, 0.42)
        inside.draw(pad, y)

    return Block(inside.height, draw)


def _note(icon: str, words: str, x: float, room: float, size: float, u: float) -> Block:
    lines = stacked(paragraph(words, x + 7 * u, room - 7 * u, size, MEDIUM, leading=0.42))

    def draw(pad: Pad, y: float) -> None:
        pad.icon(icon, x, y - 0.2 * u, 4.8 * u)
        lines.draw(pad, y)

    return Block(lines.height, draw)
