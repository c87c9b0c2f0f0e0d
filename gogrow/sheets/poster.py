"""The poster, made to hang up: the wish is the dot on the horizon, the next steps lie on the road to it.

Source: people at DELA go home with a development poster that shows their next concrete steps (document 000).
Everybody who passes may read it: only the own pawn, own words, and nothing that another person said or saw. What is
not written yet is open to write by hand. Drawn for an A3; an A2 is the same, enlarged.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets import codes, fonts
from gogrow.sheets.ahead import LookBack, Step, look_back, steps_ahead
from gogrow.sheets.board import Place, draw_fields, draw_pawn, said
from gogrow.sheets.branding import NOTHING, Added, draw_contact
from gogrow.sheets.canvas import Pad
from gogrow.sheets.check_in import event_title, extra_codes
from gogrow.sheets.codes import Code
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.landscape import HIGH, SUN, WIDE, Stop, in_circle, stops
from gogrow.sheets.plan import own_rounds
from gogrow.sheets.poster_head import LEFT, RIGHT, draw_ground, draw_title
from gogrow.texts import Texts

SIZES = {"a3": (WIDE, HIGH), "a2": (420.0, 594.0)}
STEPS = 5
"""The most steps on a poster; with extra codes there is room for fewer."""
FEWER = 3
OPEN = 3
"""A road has at least so many stops for steps; those that nobody filled are open to write on."""

_FOOT, _EXTRA = 335.9, 66.0
_BOX = 88.6
_CODES = 178.0
_CODE_TOP = 347.6
_PLAN = 41.0  # the plan code with its quiet zone: as wide as its letters, and read from a photo of the wall
_EVENT = 60.0  # the calendar code with its quiet zone: on a wall it is read from further away than on a sheet
_SHEET = "#FFFDF8"
_TYPES = (
    *((size, most, False) for size, most in ((26.0, 2), (24.0, 2), (22.0, 3), (20.0, 3), (18.0, 4))),
    *((size, most, True) for size, most in ((20.0, 3), (18.0, 4), (16.0, 5), (14.0, 6), (12.5, 7))),
)
"""Size and most lines of a step's words, and whether a word may be broken; the first with which all is there."""


@dataclass(frozen=True, slots=True)
class Poster:
    """Whose poster it is, and what was asked for."""

    workshop: Workshop
    texts: Texts
    who: Participant
    plan: DevelopmentPlan
    added: Added = NOTHING


def draw_poster(pad: Pad, poster: Poster) -> None:
    """One poster on the current page, as large as the page."""
    with pad.scaled(0, 0, pad.width / WIDE):
        _draw(pad, poster)


def _draw(pad: Pad, poster: Poster) -> None:
    added = poster.added
    extras = extra_codes(poster.plan, poster.texts, added.steps_code, added.link)
    foot = _FOOT - (_EXTRA if extras else 0)
    shown, more = steps_ahead(poster.plan, poster.texts, FEWER if extras else STEPS)
    open_ones = [Step(at, "", "") for at in range(len(shown) + 1, OPEN + 1)] if not more else []
    marks = stops(len(shown) + len(open_ones) + 1, foot)
    pad.once(f"land {len(marks)} {foot}", partial(_land, pad, poster, foot, marks))
    draw_title(pad, poster.texts.t("This is where I am going"), 44, poster.who.name, poster.added.logo)
    _wish(pad, poster)
    room = _room(marks)
    for step, mark in zip([*shown, *open_ones], marks, strict=False):
        _step(pad, poster.texts, step, mark, room)
    _look_back(pad, poster, marks[-1], room)
    if more:
        words = poster.texts.n("and {count} more on your sheet", "and {count} more on your sheet", more)
        left = marks[0].right  # across from the first step, beside the beginning of the road
        pad.text(LEFT if left else RIGHT, foot - 12, words, 17, SEMIBOLD, None, "start" if left else "end")
    if extras:
        _extras(pad, poster.texts, extras, foot)
    _below(pad, poster)


def _room(marks: tuple[Stop, ...]) -> float:
    """The most height of a box: between it and the next on the same side some land stays to be seen."""
    gaps = [one.y - two.y for one, two in zip(marks, marks[2:], strict=False)]
    return min(50.0, min(gaps, default=60.0) - 5)


def _land(pad: Pad, poster: Poster, foot: float, marks: tuple[Stop, ...]) -> None:
    draw_ground(pad, poster.workshop.board, foot, marks)
    if pad.look.filled:
        pad.rect(_CODES, 341.6, RIGHT + 1 - _CODES, 70, 4.06, "#FFFFFF")


def _wish(pad: Pad, poster: Poster) -> None:
    x, y, r = SUN
    if not poster.plan.wish.strip():
        pad.text(x, y - 19, poster.texts.t("This is what I want"), 21, BOLD, None, "middle")
        for line in range(3):
            down = 13.6 * (line - 0.35)
            half = math.sqrt((r - 8) ** 2 - down**2)
            pad.line(x - half, y + down, x + half, y + down, 0.4, pad.look.ink)
        return
    fitted = in_circle(poster.plan.wish, r - 6.2, 38, 13)
    leading = 0.392 * fitted.size
    first = y + fonts.capital(fitted.size) / 2 - leading * (len(fitted.lines) - 1) / 2
    pad.lines(x, first, fitted.lines, fitted.size, leading, EXTRABOLD, None, "middle")


def _disc(pad: Pad, mark: Stop, box: tuple[float, float]) -> None:
    """The stop on the road and the line to its box, which reaches from ``box[0]`` to ``box[1]``."""
    look = pad.look
    end = box[0] if mark.right else box[1]
    pad.line(mark.x, mark.y, end, mark.y, 1.0, look.ink)
    pad.circle(mark.x, mark.y, mark.radius + 1.27, _SHEET if look.filled else "#FFFFFF")
    pad.circle(mark.x, mark.y, mark.radius, look.ink)


def _box(pad: Pad, mark: Stop, high: float) -> tuple[float, float]:
    """An empty box beside a stop; its left edge and its top."""
    x = RIGHT - _BOX + 1 if mark.right else LEFT - 1
    _disc(pad, mark, (x, x + _BOX))
    top = mark.y - high / 2
    pad.rect(x, top, _BOX, high, 4.06, _SHEET if pad.look.filled else "#FFFFFF", pad.look.ink, 0.76)
    return x, top


def _step(pad: Pad, texts: Texts, step: Step, mark: Stop, room: float) -> None:
    inside = _BOX - 13.2
    if not step.what:
        high = min(room, 45.0)
        x, top = _box(pad, mark, high)
        line = texts.t("By when?")
        used = pad.text(x + 6.6, top + 11.6, line, 17, BOLD, pad.look.act)
        by = fonts.fit(step.by, BOLD, 17, inside - used - 14, 1, 11)
        pad.lines(x + 8.6 + used, top + 11.6, by.lines, by.size, 0, BOLD)
        pad.line(x + 8.6 + used, top + 12.6, x + _BOX - 17.4, top + 12.6, 0.4, pad.look.rule)
        for at in (1, 2):
            y = top + 12.6 + (high - 18.4) / 2 * at
            pad.line(x + 6.6, y, x + _BOX - 6.6, y, 0.4, pad.look.rule)
    else:
        head = 9.0 if step.by else 0.0
        fitted = _filled(step.what, inside - (0 if step.by else 12), room - 11.5 - head)
        leading = 0.413 * fitted.size
        high = 11.5 + head + leading * len(fitted.lines)
        high = max(high, 20.0)
        x, top = _box(pad, mark, high)
        by = fonts.fit(step.by, BOLD, 21, inside - 12, 1, 14)
        pad.lines(x + 6.6, top + 12.2, by.lines, by.size, 0, BOLD, pad.look.act)
        free = high - head - leading * len(fitted.lines)
        first = top + head + free / 2 + (leading + fonts.capital(fitted.size)) / 2 + (0.6 if head else 0)
        pad.lines(x + 6.6, first, fitted.lines, fitted.size, leading, BOLD)
    pad.tick_box(x + _BOX - 14.6, top + 5.6, 8.4, 0.7, ticked=step.done)
    _number(pad, mark, str(step.number))


def _filled(words: str, wide: float, high: float) -> fonts.Fitted:
    """Words as large as they can be in a box, on two lines if that is possible; broken or cut only at the smallest."""
    for size, most, broken in _TYPES:
        lines = max(1, min(most, int(high / (0.413 * size))))
        fitted = fonts.fit(words, BOLD, size, wide, lines, size)
        if fonts.whole(fitted, words) or (broken and not fitted.cut):
            break
    return fitted


def _number(pad: Pad, mark: Stop, words: str) -> None:
    size = mark.radius * 2.96 * (0.8 if len(words) > 1 else 1)
    pad.text(mark.x, mark.y + fonts.capital(size) / 2, words, size, EXTRABOLD, "#FFFFFF", "middle")


def _look_back(pad: Pad, poster: Poster, mark: Stop, room: float) -> None:
    """The last stop."""
    texts, when = poster.texts, look_back(poster.workshop, poster.plan)
    high = min(31.5, room)
    x, top = _box(pad, mark, high)
    if when is not None:
        pad.text(x + 6.6, top + 12.2, texts.date(when.day, "d MMMM"), 21, BOLD, pad.look.act)
    else:
        pad.line(x + 6.6, top + 13, x + 52, top + 13, 0.4, pad.look.rule)
    asked = fonts.fit(event_title(texts, False), BOLD, 26, _BOX - 13.2, 1, 14)
    pad.lines(x + 6.6, top + 23.6, asked.lines, asked.size, 0, BOLD)
    edge = mark.radius * 1.24
    pad.icon("flag", mark.x - edge / 2, mark.y - edge / 2, edge, "#FFFFFF")


def _extras(pad: Pad, texts: Texts, extras: list[tuple[Code, str]], foot: float) -> None:
    """Codes that were asked for, beside one another under the land."""
    wide = (RIGHT - LEFT) / 2
    for at, (code, words) in enumerate(extras):
        x, edge = LEFT + wide * at, code.edge(50.0)
        top = foot + (_EXTRA + 6 - edge) / 2
        if pad.look.filled:
            pad.rect(x - 1, top, edge, edge, 4.06, "#FFFFFF")
        with pad.within(x - 1, top, edge, edge, 4.06):
            codes.draw(pad, code, x - 1, top, edge)
        fitted = fonts.fit(words, BOLD, 16, wide - edge - 9, 6, 10)
        y = top + edge / 2 + fonts.capital(fitted.size) / 2 - 0.42 * fitted.size * (len(fitted.lines) - 1) / 2
        pad.lines(x + edge + 3, y, fitted.lines, fitted.size, 0.42 * fitted.size, BOLD)


def _below(pad: Pad, poster: Poster) -> None:
    """Where I stand, when we look back, and the codes."""
    workshop, t = poster.workshop, poster.texts.t
    board, language = workshop.board, poster.texts.language
    place = Place.around(board, 46.4, 374.5, 27.0)
    pad.once("small board", partial(draw_fields, pad, board, place, language))
    now = own_rounds(workshop)[0]
    placed = workshop.placement(now.id, poster.who.id) if now else None
    if placed:
        draw_pawn(pad, poster.who, *place.at(placed.x, placed.y), 6.4)
    x, room = 88.0, 80.0
    pad.text(x, 353.6, t("I am now at"), 21, MEDIUM, pad.look.ink2)
    field = board.field_at(placed.x, placed.y) if placed else None
    centre = board.centre if placed and board.in_centre(placed.x, placed.y) else None
    if field or centre:
        icon = field.icon if field else ""
        if icon:
            pad.icon(icon, x - 0.6, 356.4, 12.2)
        words = said(field.name if field else centre.name if centre else {}, language)
        fitted = fonts.fit(words, EXTRABOLD, 36, room - (14.6 if icon else 0), 1, 18)
        pad.lines(x + (14.6 if icon else 0), 367.0, fitted.lines, fitted.size, 0, EXTRABOLD)
    else:
        pad.line(x, 367.0, x + room - 12, 367.0, 0.4, pad.look.rule)
    when = look_back(workshop, poster.plan)
    pad.once(f"check-in {when.day if when else None}", partial(_check_in, pad, poster, when, x, room))
    if poster.who.code:
        edge, left = _PLAN, _CODES + 5.8
        drawn = codes.plan_code_code(poster.who.code)
        quiet = codes.QUIET * edge / (drawn.modules + 2 * codes.QUIET)
        with pad.within(left - quiet, _CODE_TOP - quiet, edge, edge, 4.06):
            codes.draw(pad, drawn, left - quiet, _CODE_TOP - quiet, edge)
        wide = edge - 2 * quiet
        letters = fonts.fit(poster.who.code, EXTRABOLD, 18, wide, 1, 12)
        y = _CODE_TOP + edge - quiet + fonts.capital(letters.size) + 0.4
        pad.lines(left, y, letters.lines, letters.size, 0, EXTRABOLD)
        what = fonts.fit(t("Code of this plan"), MEDIUM, 13, wide, 1, 9)
        pad.lines(left, y + 5.6, what.lines, what.size, 0, MEDIUM)
    draw_contact(pad, poster.added.contact, LEFT, 409.0, _CODES - LEFT - 6, 14, 2)


def _check_in(pad: Pad, poster: Poster, when: LookBack | None, x: float, room: float) -> None:
    texts, t = poster.texts, poster.texts.t
    pad.text(x, 379.4, t("We talk again on"), 21, MEDIUM, pad.look.ink2)
    if when is None:
        pad.line(x, 392.6, x + room - 12, 392.6, 0.4, pad.look.rule)
        return
    words = fonts.fit(texts.date(when.day, "EEE d MMMM"), EXTRABOLD, 34, room, 1, 20)
    pad.lines(x, 391.0, words.lines, words.size, 0, EXTRABOLD)
    where = fonts.fit(when.where(texts), SEMIBOLD, 17, room, 2, 12)
    pad.lines(x, 398.8, where.lines, where.size, where.size * 0.39, SEMIBOLD)
    code = when.code(texts)
    edge = code.edge(_EVENT)
    quiet = codes.QUIET * edge / (code.modules + 2 * codes.QUIET)
    left, top = RIGHT - 3 - edge + quiet, _CODE_TOP - quiet
    codes.draw(pad, code, left, top, edge)
    does = fonts.fit(t("Scan: put it in your calendar"), BOLD, 13, edge - 2 * quiet, 1, 8)
    pad.lines(left + quiet, top + edge + 3.4, does.lines, does.size, 0, BOLD)
