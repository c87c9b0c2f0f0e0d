"""The paper slip: the board with its letters, and a box for one letter per question. A5, two on an A4 with a cut line.

Slips are all alike, the manager's too, and black only, so that no office printer can spoil them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from gogrow.domain.board import About, Round
from gogrow.domain.deck import StepKind
from gogrow.domain.workshop import Workshop
from gogrow.sheets import fonts
from gogrow.sheets.board import Place, draw_fields, draw_letters, draw_words, letter, said
from gogrow.sheets.canvas import A4, Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM
from gogrow.texts import Texts

SPARE = 2
"""Slips more than there are people: somebody brings a colleague, somebody spoils one."""

HEIGHT = A4[1] / 2
_QUESTIONS = 5  # more do not fit beside the board; the rest goes on a second slip
_LEFT, _COLUMN, _RIGHT = 10.2, 124.3, 199.8
_BOX = 15.6


def has_slips(workshop: Workshop) -> bool:
    """Whether people place on the board in this run; a run that is not made yet may become anything."""
    return not workshop.run or any(step.kind is StepKind.ROUND for step in workshop.run)


def slip_rounds(workshop: Workshop) -> tuple[Round, ...]:
    """The questions of the slip: those of the steps in which people place (practice has none), in the board's order."""
    wanted = {id for s in workshop.run if s.kind is StepKind.ROUND and not s.practice for id in s.rounds}
    rounds = tuple(r for r in workshop.board.rounds if r.id in wanted)
    return rounds or tuple(r for r in workshop.board.rounds if r.about is not About.PARTNER)


def slip_pages(workshop: Workshop, people: int) -> int:
    """How many pages `draw_slips` makes."""
    if not has_slips(workshop):
        return 0
    return -(-(people + SPARE) * len(_sheets(workshop)) // 2)


def draw_slips(pad: Pad, workshop: Workshop, texts: Texts, names: Sequence[str]) -> None:
    """Pages with a slip for each name ('' leaves the line open), and `SPARE` more. A page is filled to the end.

    None in a run without a round.
    """
    if not has_slips(workshop):
        return
    sheets = _sheets(workshop)
    wanted = [(name, sheet) for name in [*names, *[""] * SPARE] for sheet in range(len(sheets))]
    if len(wanted) % 2:
        wanted.append(("", 0))
    for at in range(0, len(wanted), 2):
        for half, (name, sheet) in enumerate(wanted[at : at + 2]):
            with pad.shifted(0, half * HEIGHT):
                pad.once(f"slip{sheet}", partial(_slip, pad, workshop, texts, sheets[sheet]))
                _name(pad, name)
        pad.line(8, HEIGHT, A4[0] - 4, HEIGHT, 0.2, None, dash=(1.2, 1.2))
        pad.icon("scissors", 3.4, HEIGHT - 2, 4)
        pad.next_page()


def _sheets(workshop: Workshop) -> list[list[tuple[int, Round]]]:
    rounds = list(enumerate(slip_rounds(workshop), start=1))
    return [rounds[at : at + _QUESTIONS] for at in range(0, len(rounds), _QUESTIONS)] or [[]]


def _slip(pad: Pad, workshop: Workshop, texts: Texts, rounds: list[tuple[int, Round]]) -> None:
    board, language = workshop.board, workshop.details.language
    pad.text(_LEFT, 16.6, texts.t("Where do you stand?"), 26, EXTRABOLD)
    pad.text(_LEFT + 0.3, 23.7, texts.t("Write one letter in each box. Choose in silence."), 12)
    place = Place.around(board, 62.7, 79.9, 42.3)
    draw_fields(pad, board, place, language)
    draw_letters(pad, board, place, language)
    draw_words(pad, board, place, language, 11.5, _LEFT + 0.6, 118.2)
    letter(pad, _LEFT + 4.4, 136.6, board.skip)
    pad.text(_LEFT + 10.8, 138.2, texts.t("I pass"), 12.5, BOLD)
    hints: list[str] = []
    if board.centre:
        hints.append(texts.t("Centre: {words}", words=said(board.centre.sentence, language)))
    if board.rim_sentence:
        hints.append(texts.t("Rim: {words}", words=said(board.rim_sentence, language)))
    for at, hint in enumerate(hints):
        fitted = fonts.fit(hint, MEDIUM, 9.6, 66, 1, 7)
        pad.lines(50.8, 135.3 + 4.75 * at, fitted.lines, fitted.size, 0)
    pad.line(119.6, 10.2, 119.6, 139.9, 0.34, None, dash=(0.01, 1.7), round_ends=True)
    _questions(pad, texts, language, rounds)
    pad.text(_COLUMN, 116.8, texts.t("My name"), 13, BOLD)
    pad.line(_name_left(texts), 117.9, _RIGHT, 117.9, 0.42)
    pad.tick_box(_COLUMN, 126.7, 7.8, 0.68)
    allowed = texts.t("My name may be shown at my place on the screen")
    fitted = fonts.fit(allowed, MEDIUM, 12, 64, 2, even=True)
    pad.lines(_COLUMN + 10.9, 130.1, fitted.lines, fitted.size, 5.25)


def _name_left(texts: Texts) -> float:
    return _COLUMN + fonts.width(texts.t("My name"), BOLD, 13) + 2.5


def _name(pad: Pad, name: str) -> None:
    for lines, size, floor in ((1, 13, 9), (2, 9, 7), (4, 7, 5)):
        fitted = fonts.fit(name, BOLD, size, 50, lines, floor)
        if not fitted.cut:
            break
    leading = fitted.size * 0.4
    pad.lines(_RIGHT - 50, 116.8 - leading * (len(fitted.lines) - 1), fitted.lines, fitted.size, leading, BOLD)


def _questions(pad: Pad, texts: Texts, language: str, rounds: list[tuple[int, Round]]) -> None:
    top, room = 12.9, 100.5 - 12.9
    named = [r.about is About.OTHER for _, r in rounds]
    needs = [_BOX + (9.5 if name else 0) for name in named]
    space = min(15.0, (room - sum(needs)) / max(1, len(rounds) - 1)) if len(rounds) > 1 else 0
    scale = min(1.0, 1 + space / _BOX) if space < 2 else 1.0
    space = max(2.0, space)
    for (number, question), name, need in zip(rounds, named, needs, strict=True):
        box = _BOX * scale
        pad.text(_COLUMN, top + 6.1 * scale, str(number), 15.4, EXTRABOLD)
        words = fonts.fit(said(question.question, language), BOLD, 13, 51, 3, 9, even=True)
        foot = pad.lines(_COLUMN + 6.4, top + 5.8 * scale, words.lines, words.size, 5.76 * words.size / 13, BOLD)
        if name:
            foot = max(foot + 3.4, top + 19.5 * scale)
            used = pad.text(_COLUMN + 6.4, foot, texts.t("Name:"), 11.5)
            pad.line(_COLUMN + 7.4 + used, foot + 0.7, _COLUMN + 55.2, foot + 0.7, 0.34)
        pad.rect(_RIGHT - box, top, box, box, 1.7, None, None, 0.68)
        top += need * scale + space
    pad.line(_COLUMN, 105.5, _RIGHT, 105.5, 0.34)
