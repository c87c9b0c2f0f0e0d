"""The pocket card: an A6 for in a purse or behind a badge, four to an A4. Each is cut off and given to its owner.

One side: the wish, the next steps to tick off, the day of the check-in and the plan code. A calendar code would need
half of the card; it is on the sheet and on the poster. Cards of different people lie side by side, so nothing private
stands on one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets import codes, fonts
from gogrow.sheets.ahead import Step, look_back, steps_ahead
from gogrow.sheets.branding import NOTHING, Added, draw_contact, draw_logo
from gogrow.sheets.canvas import A4, Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.heading import draw_bars
from gogrow.sheets.icons import Stroke
from gogrow.sheets.landscape import in_circle
from gogrow.sheets.look import WHITE, lighter
from gogrow.texts import Texts

ACROSS = DOWN = 2
ON_ONE = ACROSS * DOWN
"""Cards on an A4."""
STEPS = 3
OPEN = 3
"""The most steps on a card, and how many lines there are at least."""

_WIDE, _HIGH = A4[0] / ACROSS, A4[1] / DOWN
_EDGE = 5.0  # what printers leave white, so that no card lacks a side
_LEFT, _RIGHT = 11.0, _WIDE - 11.0
_SUN = _WIDE / 2, 40.4, 20.6
_GROUND, _FOOT = 58.4, 110.0
_CODE = 27.0  # with its quiet zone


@dataclass(frozen=True, slots=True)
class Card:
    """Whose card it is, and what was asked for."""

    workshop: Workshop
    texts: Texts
    who: Participant
    plan: DevelopmentPlan
    added: Added = NOTHING


def draw_cards(pad: Pad, cards: Sequence[Card]) -> None:
    """At most four cards on the current page, with marks to cut along."""
    for at, card in enumerate(cards):
        row, column = divmod(at, ACROSS)
        with pad.shifted(column * _WIDE, row * _HIGH):
            pad.once("pocket card", partial(_ground, pad, card))
            _words(pad, card)
    pad.once("cut", partial(_marks, pad))


def _marks(pad: Pad) -> None:
    wide, high = A4
    for x, y, across, down in (
        (_WIDE, 0, 0, 7),
        (_WIDE, high - 7, 0, 7),
        (0, _HIGH, 7, 0),
        (wide - 7, _HIGH, 7, 0),
        (_WIDE - 3.5, _HIGH, 7, 0),
        (_WIDE, _HIGH - 3.5, 0, 7),
    ):
        pad.line(x, y, x + across, y + down, 0.2)
    pad.icon("scissors", 8, _HIGH - 1.9, 3.8, pad.look.ink2)


def _ground(pad: Pad, card: Card) -> None:
    """What every card has: ground, strip, sun and land."""
    look = pad.look
    inside = _EDGE, _EDGE, _WIDE - 2 * _EDGE, _HIGH - 2 * _EDGE, 4.0
    with pad.within(*inside):
        if look.filled:
            pad.rect(0, 0, _WIDE, _HIGH, 0, look.box)
        draw_bars(pad, card.workshop.board.fields, _LEFT, 9.2, _RIGHT - _LEFT, 1.7, 1.2, 0.6)
        _hill(pad, _GROUND - 6, 0.53, -3.5)
        _sun(pad)
        _hill(pad, _GROUND + 1, 0.0, 3.5)
        pad.rect(0, _FOOT, _WIDE, _HIGH, 0, WHITE)
        if not look.filled:
            pad.line(0, _FOOT, _WIDE, _FOOT, 0.4, look.rim.get("grow", look.ink))
    pad.rect(*inside, None, look.ink2, 0.3)


def _hill(pad: Pad, top: float, light: float, swing: float) -> None:
    look = pad.look
    edge: list[Stroke] = [
        ("M", (0.0, top)),
        ("C", (_WIDE * 0.35, top - swing, _WIDE * 0.6, top + swing, _WIDE, top - swing)),
    ]
    closed: list[Stroke] = [*edge, ("L", (_WIDE, _HIGH)), ("L", (0.0, _HIGH)), ("Z", ())]
    pad.shape(closed, lighter(look.fill.get("grow", WHITE), light) if look.filled else WHITE)
    if not look.filled:
        pad.shape(edge, None, look.rim.get("grow", look.ink), 0.4)


def _sun(pad: Pad) -> None:
    look, (x, y, r) = pad.look, _SUN
    rim = look.rim.get("glow", look.ink)
    pad.circle(x, y, r, look.fill.get("glow", WHITE), None if look.filled else rim, 0 if look.filled else 0.9)
    pad.circle(x, y, r - 1.4, None, rim, 0.6 if look.filled else 0.3)


def _words(pad: Pad, card: Card) -> None:
    texts, t, look = card.texts, card.texts.t, pad.look
    logo_room = 20.0 if card.added.logo else 0.0
    for size, lines in ((11, 1), (9, 2), (7.5, 2)):
        name = fonts.fit(card.who.name, BOLD, size, _RIGHT - _LEFT - logo_room, lines, size)
        if fonts.whole(name, card.who.name):
            break
    pad.lines(_LEFT, 16.4, name.lines, name.size, name.size * 0.4, BOLD)
    if card.added.logo:
        draw_logo(pad, card.added.logo, _RIGHT - 18, 12.4, 18, 6.5, "end")
    x, y, r = _SUN
    if card.plan.wish.strip():
        fitted = in_circle(card.plan.wish, r - 2.6, 17, 6.5, EXTRABOLD)
        leading = 0.392 * fitted.size
        first = y + fonts.capital(fitted.size) / 2 - leading * (len(fitted.lines) - 1) / 2
        pad.lines(x, first, fitted.lines, fitted.size, leading, EXTRABOLD, None, "middle")
    else:
        pad.text(x, y - 8, t("This is what I want"), 10.5, BOLD, None, "middle")
        for down, half in ((0.5, 17.5), (8.5, 15.5)):
            pad.line(x - half, y + down, x + half, y + down, 0.3)
    shown, more = steps_ahead(card.plan, texts, STEPS)
    open_ones = [Step(at, "", "") for at in range(len(shown) + 1, OPEN + 1)] if not more else []
    rows = [*shown, *open_ones]
    top, pitch = _GROUND + 5.2, (_FOOT - _GROUND - 7.0 - (4.4 if more else 0)) / len(rows)
    for at, step in enumerate(rows):
        _step(pad, step, top + at * pitch, pitch - 1.6)
    if more:
        words = texts.n("and {count} more on your sheet", "and {count} more on your sheet", more)
        pad.text(_LEFT + 8.6, _FOOT - 2.2, words, 8.5, SEMIBOLD)
    when, foot = look_back(card.workshop, card.plan), _FOOT + 6.4
    pad.text(_LEFT, foot, t("We talk again on"), 9.5, MEDIUM, look.ink2)
    if when is None:
        pad.line(_LEFT, foot + 9, _LEFT + 44, foot + 9, 0.3, look.rule)
    else:
        said = fonts.fit(texts.date(when.day, "EEE d MMMM"), EXTRABOLD, 16, 50, 1, 10)
        pad.lines(_LEFT, foot + 6.6, said.lines, said.size, 0, EXTRABOLD)
        where = fonts.fit(when.where(texts), SEMIBOLD, 9.5, 50, 2, 7)
        pad.lines(_LEFT, foot + 11.4, where.lines, where.size, where.size * 0.4, SEMIBOLD)
    draw_contact(pad, card.added.contact, _LEFT, foot + 18.6, 50, 8.5, 3)
    if card.who.code:
        edge = _CODE
        code = codes.plan_code_code(card.who.code)
        quiet = codes.QUIET * edge / (code.modules + 2 * codes.QUIET)
        left = _RIGHT - edge + quiet
        codes.draw(pad, code, left, _FOOT + 4.2 - quiet, edge)
        letters = fonts.fit(card.who.code, EXTRABOLD, 11, edge - 2 * quiet, 1, 8)
        pad.lines(left + quiet, _FOOT + 4.2 + edge - quiet + 2.9, letters.lines, letters.size, 0, EXTRABOLD)


def _step(pad: Pad, step: Step, top: float, high: float) -> None:
    """A number, the words or a line to write on, and a box to tick."""
    left, box = _LEFT + 8.6, 5.4
    middle = top + high / 2
    pad.badge(_LEFT + 2.6, middle, 3.1, str(step.number), 10 if step.number > 9 else 11)
    pad.rect(left, top, _RIGHT - left, high, 1.6, WHITE, None, 0.3)
    pad.tick_box(_RIGHT - box - 2, middle - box / 2, box, 0.4, ticked=step.done)
    x, room = left + 2.2, _RIGHT - left - box - 6.4
    if not step.what:
        by = fonts.fit(step.by, BOLD, 8.5, room, 1, 7)
        pad.lines(x, top + 4, by.lines, by.size, 0, BOLD, pad.look.act)
        pad.line(x, top + high - 3.2, x + room, top + high - 3.2, 0.25, pad.look.rule)
        return
    used = 3.7 if step.by else 0.0
    for size in (11.5, 10.5, 9.5, 8.5, 7.5):
        fitted = fonts.fit(step.what, BOLD, size, room, max(1, int((high - used - 1.8) / (0.4 * size))), size)
        if fonts.whole(fitted, step.what) or (size < 9 and not fitted.cut):
            break
    leading = 0.4 * fitted.size
    first = middle + fonts.capital(fitted.size) / 2 - leading * (len(fitted.lines) - 1) / 2 - used / 2
    foot = pad.lines(x, first, fitted.lines, fitted.size, leading, BOLD)
    by = fonts.fit(step.by, BOLD, 8.5, room, 1, 7)
    pad.lines(x, foot - leading + 3.9, by.lines, by.size, 0, BOLD, pad.look.act)
