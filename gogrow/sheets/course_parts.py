"""What stands on the course: one dilemma, and the four groups under all of them, as blocks that can be laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from gogrow.domain.course import Course, CourseLine
from gogrow.domain.dilemmas import Fit, Sure
from gogrow.sheets import fonts
from gogrow.sheets.canvas import Pad
from gogrow.sheets.dots import Piles, Ruler, pin
from gogrow.sheets.flow import Block, gap, paragraph, void
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.look import WHITE, lighter
from gogrow.sheets.wishes import FIT_SIGNS, fit_words
from gogrow.texts import Texts

_RULE = 9.0  # from one line to write on to the next; written by hand, so never smaller
_FREE = 2  # such lines that there always are, and one more where nothing is asked yet
_INDENT = 10.6  # of what stands under a heading, whose sign is before it
_DENSE = 0.9  # type smaller than this saves room where it can


@dataclass(frozen=True, slots=True)
class Type:
    """How large everything is: ``unit`` is 1 on an A4 with room enough."""

    texts: Texts
    unit: float
    piles: Piles
    goals: tuple[str, ...] = ()  # not empty: goals are called by their number, and stand in words among what was found


def stacked(blocks: Sequence[Block]) -> Block:
    """Blocks under one another as one, which stays whole."""

    def draw(pad: Pad, y: float) -> None:
        for block in blocks:
            block.draw(pad, y)
            y += block.height

    return Block(sum(block.height for block in blocks), draw)


def beside(blocks: Sequence[Block]) -> Block:
    """Blocks beside one another as one."""

    def draw(pad: Pad, y: float) -> None:
        for block in blocks:
            block.draw(pad, y)

    return Block(max(block.height for block in blocks), draw)


def dilemma(line: CourseLine, x: float, room: float, kind: Type) -> list[Block]:
    """One dilemma: title, poles, line, and what the group made of it. Its head stays on one page with the line."""
    u = kind.unit

    def top(pad: Pad, y: float) -> None:
        pad.line(x, y, x + room, y, 0.42)

    head = [Block(2.2 * u, top), *paragraph(line.title, x, room, 14 * u, EXTRABOLD, 2.4 * u, leading=0.4)]
    head.append(poles(line.a, line.b, x, room, u))
    if line.before or line.after or line.pawn is not None:
        ruler = Ruler(line, x, room, u, kind.piles, kind.texts.t("we"))
        above = ruler.above + 1.6 * u

        def draw(pad: Pad, y: float) -> None:
            ruler.draw(pad, y + above)

        head.append(Block(above + ruler.below + 0.8 * u, draw))
    blocks = [replace(block, keep=True) for block in head]
    blocks += _sentence(line.sentence, x, room, u)
    blocks += _said(line, x, room, kind)
    return [*blocks[:-1], replace(blocks[-1], keep=False)]


def poles(a: str, b: str, x: float, room: float, u: float) -> Block:
    """A with its words at the left, B at the right."""
    radius, size = 2.75 * u, 11 * u
    words = room / 2 - 2 * radius - 4.2 * u
    left, right = (fonts.wrapped(text, SEMIBOLD, size, words) for text in (a, b))
    leading = size * 0.41

    def draw(pad: Pad, y: float) -> None:
        first = y + radius + fonts.capital(size) / 2
        for letter, at, lines, anchor in (
            ("A", x + radius, left, "start"),
            ("B", x + room - radius, right, "end"),
        ):
            pad.badge(at, y + radius, radius, letter, 10.5 * u)
            beside = at + (radius + 1.7 * u) * (1 if anchor == "start" else -1)
            pad.lines(beside, first, lines, size, leading, SEMIBOLD, None, anchor)

    return Block(max(2 * radius, leading * max(len(left), len(right)) + 1.2 * u), draw)


def _sentence(sentence: str, x: float, room: float, u: float) -> list[Block]:
    """The group's one sentence on a soft ground, which goes on with it over the page."""
    if not sentence.strip():
        return []
    pad_x, pad_y = 3.0 * u, 2.0 * u
    lines = paragraph(sentence, x + pad_x, room - 2 * pad_x, 12 * u, SEMIBOLD)
    high = sum(block.height for block in lines) + 2 * pad_y
    if high > 60 * u:  # somebody typed a page: no box around it
        return [gap(1.4 * u), *lines, gap(1.2 * u)]
    inside = stacked([gap(pad_y), *lines, gap(pad_y)])

    def draw(pad: Pad, y: float) -> None:
        pad.rect(x, y, room, high, 1.6 * u, pad.look.box, None, 0.42 if pad.look.patterns else 0)
        inside.draw(pad, y)

    return [gap(1.4 * u), Block(high, draw), gap(1.2 * u)]


def _said(line: CourseLine, x: float, room: float, kind: Type) -> list[Block]:
    """That the group can live with it, a voice that differs, and the goals. Why a goal rubs stands with what rubs."""
    t, u, words = kind.texts.t, kind.unit, fit_words(kind.texts)
    blocks: list[Block] = []
    if line.sure is Sure.LIVE:  # of the others the groups below say it
        blocks += _row("map-pin", t("We can live with it"), "", "", x, room, u)
    if line.differing.strip():
        blocks += _row("message-2", f"{t('Another voice')}:", line.differing, "", x, room, u)
    if kind.goals and line.goals:
        return blocks + _goals_in_short(line, x, room, kind)
    for goal in line.goals:
        why = goal.sentence if goal.fit is not Fit.RUBS else ""
        blocks += _row(FIT_SIGNS[goal.fit], f"{words[goal.fit]}:", goal.goal, why, x, room, u)
    return blocks


def _goals_in_short(line: CourseLine, x: float, room: float, kind: Type) -> list[Block]:
    """All goals of a dilemma as a row of signs, each with its word and the goals' numbers."""
    u, words, blocks = kind.unit, fit_words(kind.texts), list[Block]()
    for fit in Fit:
        numbers = [str(kind.goals.index(g.goal) + 1) for g in line.goals if g.fit is fit and g.goal in kind.goals]
        if numbers:
            told = kind.texts.n("goal {numbers}", "goals {numbers}", len(numbers), numbers=", ".join(numbers))
            left = x + room / 3 * len(blocks)
            blocks.append(stacked(_row(FIT_SIGNS[fit], words[fit], told, "", left, room / 3, u)[1:]))
    return [gap(0.9 * u), beside(blocks)] if blocks else []


def _row(icon: str, label: str, text: str, why: str, x: float, room: float, u: float) -> list[Block]:
    """An icon, a bold label that the text follows on the same line, and ``why`` in softer ink."""
    size, left = 10.5 * u, x + 6.2 * u
    step, room = size * 0.42, x + room - left
    first, *rest = fonts.wrapped(f"{label} {text}", MEDIUM, size, room - 1.5 * u)
    told, after = (label, first[len(label) :]) if first.startswith(label) else (first, "")

    def draw(pad: Pad, y: float) -> None:
        pad.icon(icon, x, y + 0.1 * u, 4.2 * u)
        used = pad.text(left, y + size * 0.34, told, size, BOLD)
        pad.text(left + used, y + size * 0.34, after, size)

    def line(words: str) -> Block:
        return Block(step, lambda pad, y: void(pad.text(left, y + size * 0.34, words, size)))

    blocks = [gap(0.9 * u), Block(step, draw), *map(line, rest)]
    return blocks + _text(why, left, room, size, soft=True)


def _text(text: str, x: float, room: float, size: float, weight: int = MEDIUM, soft: bool = False) -> list[Block]:
    return paragraph(text, x, room, size, weight, soft=soft, leading=0.42) if text.strip() else []


def findings(course: Course, x: float, room: float, kind: Type) -> list[Block]:
    """Where the group agrees, where it differs and what rubs; what is empty is left out."""
    t, u = kind.texts.t, kind.unit
    blocks: list[Block] = []
    for icon, colour, title, lines in (
        ("heart-handshake", "grow", t("Here we agree"), course.agree),
        ("arrows-split", "know", t("Here we differ"), course.differ),
    ):
        if lines:
            blocks += titled(icon, colour, title, x, room, u)
            titles = [line.title for line in lines]
            if u < _DENSE:
                blocks += _text(" · ".join(titles), x + _INDENT * u, room - _INDENT * u, 11.5 * u)
            else:
                blocks += [block for title in titles for block in bullet(title, x, room, u)]
            blocks.append(gap(4.5 * u))
    blocks += rubbing(course, x, room, kind)
    return blocks[:-1]


def rubbing(course: Course, x: float, room: float, kind: Type) -> list[Block]:
    """What rubs with a goal, each with its sentence; nothing when nothing does."""
    t, u = kind.texts.t, kind.unit
    blocks: list[Block] = []
    if course.rubs:
        blocks += titled("bolt", "glow", t("This rubs"), x, room, u)
        for line, goal in course.rubs:
            words = t("{title}: with “{goal}”", title=line.title, goal=goal.goal)
            blocks += bullet(words, x, room, u, goal.sentence)
        blocks.append(gap(4.5 * u))
    return blocks


def numbered(x: float, room: float, kind: Type) -> list[Block]:
    """The goals with their numbers, where they are called by those."""
    u = kind.unit
    blocks = titled("flag", "know", kind.texts.t("The goals"), x, room, u) if kind.goals else []
    for number, words in enumerate(kind.goals, start=1):
        blocks += bullet(f"{number}. {words}", x, room, u)
    return [*blocks, gap(3 * u)] if blocks else []


def asked(course: Course, x: float, room: float, bottom: float, kind: Type, most: float) -> list[Block]:
    """What the group asks for, and lines to write on down to ``bottom``: a panel; plain when it is over ``most``."""
    inner = 4 * kind.unit
    blocks = _requests(course, x + inner, room - 2 * inner, kind)
    free = _FREE + (not course.requests) - bool(kind.goals)
    high = inner + sum(block.height for block in blocks) + _RULE * free + 4
    if high > most:
        return [*_requests(course, x, room, kind), _rules(x, room, bottom, free)]
    inside = stacked([gap(inner), *blocks, _rules(x + inner, room - 2 * inner, bottom - 4, free)])

    def draw(pad: Pad, y: float) -> None:
        pad.rect(x, y, room, bottom - y, 2, pad.look.box, None, 0.42)
        inside.draw(pad, y)

    return [Block(high, draw)]


def _requests(course: Course, x: float, room: float, kind: Type) -> list[Block]:
    blocks = titled("message-circle", "flow", kind.texts.t("This we ask for"), x, room, kind.unit)
    for request in course.requests:
        blocks += bullet(request, x, room, kind.unit, weight=SEMIBOLD)
    return blocks


def _rules(x: float, room: float, bottom: float, free: int) -> Block:
    """Lines to write on, as many as there is room for above ``bottom``, and at least ``free``."""

    def draw(pad: Pad, y: float) -> None:
        y += _RULE
        while y <= bottom:
            pad.rule(x, x + room, y)
            y += _RULE

    return Block(_RULE * free, draw)


def titled(icon: str, colour: str, title: str, x: float, room: float, u: float) -> list[Block]:
    """A heading with its sign on a disc of a field's colour, or in a ring."""
    size, radius, left = 14.5 * u, 3.9 * u, _INDENT * u

    def sign(pad: Pad, y: float) -> None:
        middle = y + size * 0.215
        fill = lighter(pad.look.fill.get(colour, WHITE), 0.25)
        pad.circle(x + radius, middle, radius, fill, None, 0.42 if pad.look.patterns else 0)
        pad.icon(icon, x + radius - 2.5 * u, middle - 2.5 * u, 5 * u)

    lines = paragraph(title, x + left, room - left, size, EXTRABOLD)
    blocks = [gap(0.9 * u), beside([Block(0, sign), lines[0]]), *lines[1:], gap(2.2 * u)]
    return [replace(block, keep=True) for block in blocks]


def bullet(text: str, x: float, room: float, u: float, why: str = "", weight: int = MEDIUM) -> list[Block]:
    """A text behind a dot, with ``why`` under it in softer ink."""
    size, left = 11.5 * u, _INDENT * u

    def dot(pad: Pad, y: float) -> None:
        pad.circle(x + 7.6 * u, y + size * 0.215, 0.75 * u, pad.look.ink)

    lines = _text(text, x + left, room - left, size, weight)
    lines += _text(why, x + left, room - left, size, soft=True)
    if not lines:
        return []
    first = replace(beside([Block(0, dot), lines[0]]), keep=lines[0].keep)
    return [first, *lines[1:], gap(1.2 * u)]


def legend(pad: Pad, course: Course, texts: Texts, x: float, y: float, u: float) -> None:
    """What the signs on the lines mean; only of those that are there."""
    t, size, look = texts.t, 10.5 * u, pad.look
    middle = y - fonts.capital(size) / 2
    signs = (
        (
            any(line.before for line in course.lines),
            t("at first"),
            partial(pad.circle, radius=1.3 * u, stroke=None, line=0.46 * u),
        ),
        (
            any(line.after for line in course.lines),
            t("after the talk"),
            partial(pad.circle, radius=1.5 * u, fill=look.ink),
        ),
        (any(line.pawn is not None for line in course.lines), t("this is where we end up together"), None),
    )
    for there, words, sign in signs:
        if not there:
            continue
        if sign is None:
            pin(pad, x + 1.6 * u, y + 0.8 * u, 2.9 * u, 1.5 * u)
        else:
            sign(x + 1.6 * u, middle)
        x += 4.6 * u
        x += pad.text(x, y, words, size, MEDIUM, look.ink2) + 7 * u
