"""Name signs for the table: two tent cards on an A4, the name on both sides, readable from three metres."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gogrow.domain.people import Participant
from gogrow.sheets import fonts
from gogrow.sheets.board import draw_pawn
from gogrow.sheets.canvas import A4, Pad
from gogrow.sheets.fonts import EXTRABOLD, MEDIUM
from gogrow.texts import Texts

_FACE = A4[1] / 4
_LEFT, _RIGHT = 56.0, 195.0


def sign_pages(people: int) -> int:
    """How many pages `draw_signs` makes."""
    return -(-people // 2)


def draw_signs(pad: Pad, texts: Texts, people: Sequence[Participant], among: Sequence[Participant]) -> None:
    """Two signs on each page. Where two people ``among`` all are called the same, the full name stands below."""
    called = Counter(person.label.casefold() for person in among)
    for at in range(0, len(people), 2):
        for half, person in enumerate(people[at : at + 2]):
            full = person.name if called[person.label.casefold()] > 1 and person.name != person.label else ""
            middle = (2 * half + 1) * _FACE
            _face(pad, person, full, middle)
            with pad.turned(A4[0] / 2, middle, 180):
                _face(pad, person, full, middle)
            pad.line(0, middle, A4[0], middle, 0.15, pad.look.ink2, dash=(0.4, 1.6))
            pad.text(6, middle - 1.4, texts.t("fold here"), 8, MEDIUM, pad.look.ink2)
        pad.line(8, 2 * _FACE, A4[0] - 4, 2 * _FACE, 0.2, None, dash=(1.2, 1.2))
        pad.icon("scissors", 3.4, 2 * _FACE - 2, 4)
        pad.next_page()


def _face(pad: Pad, person: Participant, full: str, fold: float) -> None:
    """The face under the fold: the pawn, and the name as large as it can be."""
    middle = fold + _FACE / 2
    draw_pawn(pad, person, 33, middle, 16)
    room = _RIGHT - _LEFT
    fitted = fonts.fit(person.label, EXTRABOLD, 96, room, 1, 54)
    for lines, size, floor in ((2, 66, 40), (3, 44, 30), (4, 34, 24), (8, 24, 12)):
        if fonts.whole(fitted, person.label):
            break
        fitted = fonts.fit(person.label, EXTRABOLD, size, room, lines, floor)
    leading = fitted.size * 0.388
    foot = middle + fonts.capital(fitted.size) / 2 - leading * (len(fitted.lines) - 1) / 2 - (4 if full else 0)
    foot = pad.lines(_LEFT, foot, fitted.lines, fitted.size, leading, EXTRABOLD)
    if full:
        below = fonts.fit(full, MEDIUM, 20, room, 1, 8)
        pad.lines(_LEFT, foot - leading + 10.5, below.lines, below.size, 0)
