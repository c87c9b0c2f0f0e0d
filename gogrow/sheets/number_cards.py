"""Cards 1 to 5 to hold up, and slips to fold and drop: how people choose at a dilemma without being seen.

Both are black only. Nothing stands on a card's back, and nothing on a slip says whose it is: all sets are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from gogrow.domain.deck import Phase, StepKind
from gogrow.domain.rules.dilemmas import phases
from gogrow.domain.workshop import Workshop
from gogrow.sheets import fonts
from gogrow.sheets.board import said
from gogrow.sheets.canvas import A4, Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.print_wishes import NUMBERS, NUMBERS_ON_A4, NUMBERS_ON_A5, SPARE, number_paper
from gogrow.sheets.wishes import step_words, wishes
from gogrow.texts import Texts

__all__ = ["SPARE", "Strip", "card_pages", "choice_pages", "draw_cards", "draw_choices", "strips", "votes"]

_ACROSS, _DOWN = 2, 4  # A7 on an A4
_WIDE, _HIGH = A4[0] / _ACROSS, A4[1] / _DOWN
_STRIPS = 6  # at most, under one another; a lower strip is not torn off straight


def votes(workshop: Workshop) -> bool:
    """Whether people choose by number in this run: at a dilemma, or in the closing poll."""
    return any(step.kind in (StepKind.DILEMMA, StepKind.POLL) for step in workshop.run)


# Cards


def card_pages(people: int) -> int:
    """How many A4 pages with cards `draw_cards` makes."""
    return number_paper(people)


def draw_cards(pad: Pad, texts: Texts, people: int, empty_backs: bool = False) -> None:
    """Sets of five for ``people`` and `SPARE` more, eight cards to a page; on an A5 four, lying on their side.

    ``empty_backs`` leaves a page free behind each, for a printer that prints on both sides. Cards are dealt over the
    stack of pages and not page by page: cut the stack in one go, put the piles on one another from left to right and
    from top to bottom, and the sets lie ready, 1 to 5, 1 to 5.
    """
    small = pad.width < A4[0]
    on_one = NUMBERS_ON_A5 if small else NUMBERS_ON_A4
    pages, total = number_paper(people, on_one), (people + SPARE) * NUMBERS
    words = step_words(texts)
    for page in range(pages):
        for place in range(on_one):
            number = place * pages + page
            if number < total:
                row, column = divmod(place, _ACROSS)
                at = number % NUMBERS
                with _lying(pad, row, column) if small else pad.shifted(column * _WIDE, row * _HIGH):
                    pad.once(f"number{at + 1}", partial(_card, pad, at + 1, words[at]))
        pad.once("cut", partial(_cut_four if small else _cut, pad))
        pad.next_page()
        if empty_backs:
            pad.next_page()


@contextmanager
def _lying(pad: Pad, row: int, column: int) -> Iterator[None]:
    """While this lasts, a card stands on its side in a quarter of an A5, its head to the right."""
    with pad.shifted((column + 1) * pad.width / 2, row * pad.height / 2), pad.turned(0, 0, 90):
        yield


def _card(pad: Pad, number: int, words: str) -> None:
    """A number that is read from across the room, and a line from A to B that says which side is up."""
    middle, size = _WIDE / 2, 152.0
    pad.text(middle, 9.5 + fonts.capital(size), str(number), size, EXTRABOLD, None, "middle")
    left, right, y = 17.0, _WIDE - 17.0, 57.0
    pad.line(left, y, right, y, 0.7)
    for letter, x in (("A", left - 5), ("B", right + 5)):
        pad.badge(x, y, 3.2, letter, 12)
    for step in range(NUMBERS):
        x = left + 7 + (right - left - 14) * step / (NUMBERS - 1)
        if step + 1 == number:
            pad.circle(x, y, 2.9, pad.look.ink)
        else:
            pad.circle(x, y, 1.6, "#FFFFFF", None, 0.5)
    fitted = fonts.fit(words, BOLD, 17, _WIDE - 16, 1, 10)
    pad.lines(middle, 68.6, fitted.lines, fitted.size, 0, BOLD, None, "middle")


def _cut(pad: Pad) -> None:
    for row in range(1, _DOWN):
        _scissors(pad, row * _HIGH)
    pad.line(_WIDE, 4, _WIDE, A4[1] - 4, 0.2, None, dash=(1.2, 1.2))


def _cut_four(pad: Pad) -> None:
    pad.line(8, pad.height / 2, pad.width - 4, pad.height / 2, 0.2, None, dash=(1.2, 1.2))
    pad.icon("scissors", 3.4, pad.height / 2 - 2, 4)
    pad.line(pad.width / 2, 4, pad.width / 2, pad.height - 4, 0.2, None, dash=(1.2, 1.2))


def _scissors(pad: Pad, y: float) -> None:
    pad.line(8, y, A4[0] - 4, y, 0.2, None, dash=(1.2, 1.2))
    pad.icon("scissors", 3.4, y - 2, 4)


# Slips


@dataclass(frozen=True, slots=True)
class Strip:
    """What is asked on one slip: a dilemma by its number in the run (``again``: after the talk), or the poll."""

    title: str
    again: bool
    words: tuple[str, ...]
    poll: bool = False


def strips(workshop: Workshop, texts: Texts) -> tuple[Strip, ...]:
    """All slips of one person, in the order of the run."""
    found: list[Strip] = []
    number = 0
    for step in workshop.run:
        if step.kind is StepKind.DILEMMA:
            number += 1
            title, played = texts.t("Dilemma {number}", number=number), phases(step)
            words = step_words(texts)
            found += [
                Strip(title, phase is Phase.AGAIN, words) for phase in (Phase.CHOOSE, Phase.AGAIN) if phase in played
            ]
        elif step.kind is StepKind.POLL:
            words = tuple(wish.words for wish in wishes(texts))
            found.append(Strip(said(step.heading, workshop.details.language), False, words, poll=True))
    return tuple(found)


def choice_pages(workshop: Workshop, texts: Texts, people: int) -> int:
    """How many pages `draw_choices` makes."""
    return -(-len(_columns(strips(workshop, texts), people + SPARE)) // 2)


def draw_choices(pad: Pad, workshop: Workshop, texts: Texts, people: int) -> None:
    """Slips for ``people`` and `SPARE` more. One cut down the middle of the stack; the strips are torn off in use.

    A person has a column of half a page, or two when there are many slips; when there are few, people share one.
    """
    columns = _columns(strips(workshop, texts), people + SPARE)
    for at in range(0, len(columns), 2):
        for side, (rows, column) in enumerate(columns[at : at + 2]):
            high = A4[1] / rows
            for row, strip in enumerate(column):
                with pad.shifted(side * _WIDE, row * high):
                    name = f"strip {rows} {strip.title} {strip.again}"
                    pad.once(name, partial(_strip, pad, texts, strip, high))
                if row + 1 < rows:
                    y = (row + 1) * high
                    pad.line(side * _WIDE + 5, y, (side + 1) * _WIDE - 5, y, 0.2, None, dash=(0.4, 1.6))
        pad.line(_WIDE, 8, _WIDE, A4[1] - 4, 0.2, None, dash=(1.2, 1.2))
        with pad.turned(_WIDE, 5.4, 90):
            pad.icon("scissors", _WIDE - 2, 3.4, 4)
        pad.next_page()


def _columns(wanted: Sequence[Strip], people: int) -> list[tuple[int, list[Strip]]]:
    """Half pages: into how many strips each is divided, and those that are on it."""
    if not wanted:
        return []
    if len(wanted) <= _STRIPS:
        share = _STRIPS // len(wanted)  # so many people on half a page
        rows = share * len(wanted)
        everyone = [strip for _ in range(people) for strip in wanted]
        return [(rows, everyone[at : at + rows]) for at in range(0, len(everyone), rows)]
    halves = -(-len(wanted) // _STRIPS)
    halves += halves % 2  # nobody's slips lie on another one's page
    rows = -(-len(wanted) // halves)
    own = [(rows, list(wanted[at : at + rows])) for at in range(0, len(wanted), rows)]
    own += [(rows, [])] * (halves - len(own))
    return own * people


def _strip(pad: Pad, texts: Texts, strip: Strip, high: float) -> None:
    left, right, box = 8.0, _WIDE - 8.0, 15.6
    space = (right - left - NUMBERS * box) / (NUMBERS - 1)
    lines, size = _under(strip.words, box + space - 1)
    more = (max(len(line) for line in lines) - 1) * size * 0.39  # below the first line under the boxes
    top = max(12.2, high / 2 - 8.5 - more / 2)
    words = fonts.fit(strip.title, EXTRABOLD, 15, right - left, 1, 9)
    y = top - 4.2
    used = 0.0
    for line in words.lines:
        used = pad.text(left, y, line, words.size, EXTRABOLD)
    if strip.again:
        pad.text(left + used + 2.5, y, texts.t("once more"), 12, MEDIUM)
    for at, word in enumerate(lines):
        x = left + at * (box + space)
        pad.rect(x, top, box, box, 1.7, None, None, 0.55)
        pad.text(x + 2.2, top + 5.6, str(at + 1), 12, BOLD)
        pad.lines(x + box / 2, top + box + 4.4, word, size, size * 0.39, SEMIBOLD, None, "middle")
    hint = texts.t("Cross one box and fold this. Rather not? Fold it empty.")
    fitted = fonts.fit(hint, MEDIUM, 9, right - left, 1, 7)
    pad.lines(left, min(high - 4.2, top + box + 10.9 + more), fitted.lines, fitted.size, 0)


def _under(words: Sequence[str], room: float) -> tuple[list[tuple[str, ...]], float]:
    """The words under the boxes, all of one size, with as few lines as can be."""
    for lines, floor in ((1, 8.5), (2, 8.5), (3, 7.0)):
        tried = [fonts.fit(word, SEMIBOLD, 9.5, room, lines, floor) for word in words]
        size = min(fitted.size for fitted in tried)
        if all(fonts.whole(fitted, word) for fitted, word in zip(tried, words, strict=True)):
            break
    return [fonts.fit(word, SEMIBOLD, size, room, lines, size).lines for word in words], size
