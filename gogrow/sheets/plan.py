"""The front of a plan sheet: fit for a fridge. Only what its owner says and wants, and what was agreed.

Everything may stay blank and be written by hand. Nothing that another person placed or said stands here, but for the
sentence of a talk that both wanted on the sheet and that the owner took over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from gogrow.domain.board import Round
from gogrow.domain.deck import StepKind
from gogrow.domain.people import Participant
from gogrow.domain.rules import placing
from gogrow.domain.workshop import DevelopmentPlan, How, StepState, Workshop
from gogrow.sheets import codes, fonts
from gogrow.sheets.ahead import LookBack, look_back
from gogrow.sheets.board import Place, draw_fields, draw_own, draw_pawn, draw_words, said
from gogrow.sheets.branding import NOTHING, Added, draw_contact, draw_logo
from gogrow.sheets.canvas import A4, MARGIN, Pad, Point
from gogrow.sheets.check_in import day_or_words, event_title
from gogrow.sheets.entries import Cell, Entry
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.heading import draw_heading
from gogrow.sheets.look import WHITE
from gogrow.sheets.plan_rest import STEPS, front_steps, how_words
from gogrow.sheets.plan_words import after_steps
from gogrow.sheets.wishes import wishes
from gogrow.texts import Texts

_RIGHT = A4[0] - MARGIN
_COLUMN = 92.8
_PLACE = 50.0, 66.6, 23.4  # the board: centre and radius
_WISH_BOX = 72.4, 29.1
_STEP_HEAD, _STEP_HIGH = 126.4, 13.7
_WHAT, _HOW, _WHO, _BY, _DONE = 24.7, 96.2, 132.4, 158.8, 185.9
_AGREED, _AGREED_LEFT = 177, 58.6
_AGREED_HEAD, _AGREED_HIGH = 11.4, 9.9
_AGREED_CLOSE = 10.4, 8.8  # the same two where a line with wishes stands under what is agreed
_WISHES = 220.6
_FOOT = 224.5
_HOW_ICONS = {How.DOING: "hammer", How.COLLEAGUE: "users", How.COURSE: "school"}

Written = Entry | Cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """Whose sheet it is, and what was asked for. A ``blank`` one holds nothing that was placed."""

    workshop: Workshop
    texts: Texts
    who: Participant | None
    plan: DevelopmentPlan
    blank: bool = False
    added: Added = NOTHING

    @property
    def when(self) -> LookBack | None:
        """When its owner looks back."""
        return look_back(self.workshop, self.plan)

    @property
    def manager(self) -> Participant | None:
        """Who leads the owner, if somebody does."""
        return self.workshop.participant(self.who.manager) if self.who and self.who.manager else None


def own_rounds(workshop: Workshop) -> tuple[Round | None, Round | None]:
    """The rounds that say where one stands now and where one wants to stand: the first and the last about oneself."""
    return placing.own_rounds(workshop.board)


def entries(sheet: Sheet) -> list[Written]:
    """Everything that may be typed on the front, in its place."""
    t, plan = sheet.texts.t, sheet.plan
    more = t("continued on sheet 2")
    room, top = _RIGHT - _COLUMN, _WISH_BOX[0]
    found: list[Written] = [
        Entry(t("What I take with me"), plan.take_along, _COLUMN, room, (49.6, 58.2), 12.5, MEDIUM, more=more),
        Entry(
            t("This is what I want"),
            plan.wish,
            _COLUMN + 3.7,
            room - 7.4,
            tuple(top + y for y in (9.8, 18.1, 26.4)),
            13.5,
            SEMIBOLD,
            more=more,
        ),
    ]
    for at, (number, step) in enumerate(front_steps(plan)):
        y = _STEP_HEAD + _STEP_HIGH * (at + 0.5)
        name = t("Step {number}", number=number)
        found.append(Cell(name, step.what, _WHAT, y, _HOW - _WHAT - 3, weight=SEMIBOLD, more=more))
        found.append(Cell(f"{name}, {t('who helps?')}", step.helper, _WHO, y, _BY - _WHO - 2))
        by, room = day_or_words(step.by, sheet.texts), _DONE - _BY - 2.5
        found.append(Cell(f"{name}, {t('by when?')}", by, _BY, y, room, together=True))
    for at, (_, label, text) in enumerate(_agreed(sheet)):
        rules = (_agreed_line(sheet, at),)
        found.append(Entry(label, text, _AGREED_LEFT, _RIGHT - _AGREED_LEFT, rules, 12, head=8.8, more=more))
    return found


def draw_front(pad: Pad, sheet: Sheet, written: Sequence[Written], more: str) -> None:
    """Page 1. ``more`` says where a text that was cut goes on."""
    t, who = sheet.texts.t, sheet.who
    with_whom = t("with {name}", name=sheet.manager.name) if sheet.manager else ""
    draw_heading(pad, sheet.workshop, t("My development plan"), who.name if who else "", sheet.texts, with_whom)
    if who is None:
        pad.rule(_RIGHT - 70, _RIGHT, 23)
    pad.once("front", partial(_standing, pad, sheet))
    _board(pad, sheet)
    for at, (number, step) in enumerate(front_steps(sheet.plan)):
        y = _STEP_HEAD + _STEP_HIGH * at
        if step.how:
            _how_box(pad, step.how, y, crossed=True)
        if number != at + 1:
            pad.badge(MARGIN + 3.5, y + _STEP_HIGH / 2, 3.25, str(number), 12 if number < 10 else 10)
        if step.state is StepState.DONE:
            pad.tick_box(_DONE, y + _STEP_HIGH / 2 - 3.05, 6.1, ticked=True)
    for entry in written:
        entry.draw(pad, more)
    _foot(pad, sheet)


def _standing(pad: Pad, sheet: Sheet) -> None:
    """What every front of this workshop has."""
    t, look, board = sheet.texts.t, pad.look, sheet.workshop.board
    language = sheet.texts.language
    place = Place.around(board, *_PLACE)
    draw_fields(pad, board, place, language)
    draw_words(pad, board, place, language, 9.6, MARGIN + 1, _COLUMN - 4)
    pad.text(_COLUMN, 40.4, t("What I take with me"), 14.5, EXTRABOLD)
    pad.text(_COLUMN, 69, t("This is what I want"), 14.5, EXTRABOLD)
    pad.rect(_COLUMN, _WISH_BOX[0], _RIGHT - _COLUMN, _WISH_BOX[1], 2, look.box, None, 0.42)
    pad.text(MARGIN, _STEP_HEAD - 9.8, t("My steps"), 14.5, EXTRABOLD)
    x = _RIGHT
    for how, word in reversed(how_words(sheet.texts).items()):
        x -= pad.text(x, _STEP_HEAD - 10, word, 10, MEDIUM, look.ink2, "end") + 6.4
        pad.icon(_HOW_ICONS[how], x, _STEP_HEAD - 13.9, 4.9)
        x -= 4
    pad.text(x, _STEP_HEAD - 10, t("Tick:"), 10, BOLD, look.ink2, "end")
    for at, word in ((_WHAT, t("What will I do?")), (_HOW, t("How?")), (_WHO, t("Who helps?")), (_BY, t("By when?"))):
        pad.text(at, _STEP_HEAD - 2.5, word, 10, BOLD, look.ink2)
    pad.text(_RIGHT, _STEP_HEAD - 2.5, t("Done?"), 10, BOLD, look.ink2, "end")
    pad.line(MARGIN, _STEP_HEAD, _RIGHT, _STEP_HEAD, 0.5)
    for step in range(STEPS):
        y = _STEP_HEAD + _STEP_HIGH * step
        pad.badge(MARGIN + 3.5, y + _STEP_HIGH / 2, 3.2, str(step + 1), 12)
        for how in How:
            _how_box(pad, how, y, crossed=False)
        pad.tick_box(_DONE, y + _STEP_HIGH / 2 - 3.05, 6.1)
        pad.rule(MARGIN, _RIGHT, y + _STEP_HIGH)
    pad.text(MARGIN, _AGREED, t("What we agree"), 14.5, EXTRABOLD)
    makes = t("what the organisation makes possible")
    pad.text(MARGIN + fonts.width(t("What we agree"), EXTRABOLD, 14.5) + 3, _AGREED, makes, 10.5, MEDIUM, look.ink2)
    labels = [fonts.fit(label, BOLD, 12, _AGREED_LEFT - MARGIN - 10, 1, 8) for _, label, _ in _agreed(sheet)]
    size = min(label.size for label in labels)
    for at, (icon, _, _) in enumerate(_agreed(sheet)):
        y = _agreed_line(sheet, at)
        pad.icon(icon, MARGIN, y - 6.5, 5.6)
        pad.lines(MARGIN + 8.5, y - 2, labels[at].lines, size, 0, BOLD)
    if _asks_wish(sheet):
        _wishes(pad, sheet.texts)


def _asks_wish(sheet: Sheet) -> bool:
    return any(step.kind is StepKind.POLL for step in sheet.workshop.run)


def _agreed_line(sheet: Sheet, at: int) -> float:
    head, high = _AGREED_CLOSE if _asks_wish(sheet) else (_AGREED_HEAD, _AGREED_HIGH)
    return _AGREED + head + high * at


def _wishes(pad: Pad, texts: Texts) -> None:
    """The wishes of the closing poll, each with a box to cross by hand."""
    pad.icon("route", MARGIN, _WISHES - 4.4, 5.6)
    label = fonts.fit(texts.t("After this I want"), BOLD, 12, _AGREED_LEFT - MARGIN - 10, 1, 8)
    pad.lines(MARGIN + 8.5, _WISHES, label.lines, label.size, 0, BOLD)
    found, box, room = wishes(texts), 4.4, _RIGHT - _AGREED_LEFT
    size = 10.5
    while size > 7 and sum(fonts.width(w.words, MEDIUM, size) for w in found) + len(found) * (box + 4.6) > room:
        size -= 0.25
    space = (room - sum(box + 1.4 + fonts.width(w.words, MEDIUM, size) for w in found)) / (len(found) - 1)
    x = _AGREED_LEFT
    for wish in found:
        pad.tick_box(x, _WISHES - 3.7, box, 0.35)
        x += box + 1.4
        x += pad.text(x, _WISHES, wish.words, size) + space


def _agreed(sheet: Sheet) -> list[tuple[str, str, str]]:
    """Icon, label and text of the lines under *what we agree*."""
    parts = after_steps(sheet.workshop, sheet.plan, sheet.texts)
    icons = ("messages", "user", "tool", "users")
    return [(icon, part.heading, part.text) for icon, part in zip(icons, parts, strict=True)]


def _how_box(pad: Pad, how: How, y: float, crossed: bool) -> None:
    x = _HOW + 11.18 * list(How).index(how)
    pad.rect(x, y + 2.5, 9.1, 8.7, 1.5, pad.look.ink if crossed else WHITE, None, 0.42)
    pad.icon(_HOW_ICONS[how], x + 1.9, y + 4.2, 5.3, WHITE if crossed else None)


def _board(pad: Pad, sheet: Sheet) -> None:
    """Only the owner's own places, and what the signs mean, in words."""
    board, language, who = sheet.workshop.board, sheet.texts.language, sheet.who
    drawn = who or Participant("", "", "")
    points: list[Point | None] = []
    y = 103.2
    for hollow, question in zip((False, True), own_rounds(sheet.workshop), strict=True):
        found = None
        if question and who and not sheet.blank:
            placement = sheet.workshop.placement(question.id, who.id)
            found = (placement.x, placement.y) if placement else None
        points.append(found)
        if question is None:
            continue
        draw_pawn(pad, drawn, MARGIN + 2.4, y - 1.2, 1.9, hollow, plain=True)
        line = said(question.short, language)
        if found:
            field = board.field_at(*found)
            centre = board.centre if board.in_centre(*found) else None
            words = field.sentence if field else centre.name if centre else {}
            line += f": {said(words, language)}" if words else ""
        fitted = fonts.fit(line, MEDIUM, 10.5, _COLUMN - MARGIN - 11, 1, 7)
        pad.lines(MARGIN + 6.3, y, fitted.lines, fitted.size, 0, MEDIUM, pad.look.ink2)
        y += 5
    draw_own(pad, drawn, Place.around(board, *_PLACE), points[0], points[1], 3.6)


def _foot(pad: Pad, sheet: Sheet) -> None:
    pad.once(f"check-in {sheet.when.day if sheet.when else None}", partial(_check_in, pad, sheet))
    if sheet.who and sheet.who.code:
        _plan_code(pad, sheet, sheet.who.code)
    if sheet.plan.signatures:
        _signatures(pad, sheet)
    else:
        pad.once("how it went", partial(_how_it_went, pad, sheet))
    if sheet.added.logo or sheet.added.contact:
        pad.once("added", partial(_added, pad, sheet.added))


def _check_in(pad: Pad, sheet: Sheet) -> None:
    """The event's code, or without a date a place to write one."""
    t, when = sheet.texts.t, sheet.when
    if when is None:
        x, y, wide = 151.8, _FOOT + 3, _RIGHT - 151.8
        pad.rect(x, y, wide, 43, 2, pad.look.box, None, 0.42)
        pad.icon("calendar-event", x + 4, y + 4, 8)
        asked = fonts.fit(t("When do we look back at how it went?"), BOLD, 12, wide - 8, 3, 9)
        pad.lines(x + 4, y + 18.5, asked.lines, asked.size, 5, BOLD)
        pad.line(x + 4, y + 37.5, x + wide - 4, y + 37.5, 0.42)
        return
    event = when.code(sheet.texts)
    edge = event.edge(codes.EVENT_EDGE)
    quiet = codes.QUIET * edge / (event.modules + 2 * codes.QUIET)
    x, y = _RIGHT + quiet - edge, _FOOT - min(1.6, edge - codes.EVENT_EDGE)
    codes.draw(pad, event, x, y, edge)
    words, where = f"{event_title(sheet.texts, False)} {sheet.texts.date(when.day)}", when.where(sheet.texts)
    told = [(t("Scan: put it in your calendar"), BOLD), (words, MEDIUM), (where, MEDIUM)]
    fitted = [fonts.fit(line, weight, 9.5, edge - 2 * quiet, 1, 7.5) for line, weight in told]
    size = min(one.size for one in fitted[1:])
    y += edge + 2.9
    for one, (_, weight) in zip(fitted, told, strict=True):
        pad.lines(x + quiet, y, one.lines, one.size if weight == BOLD else size, 0, weight)
        y += 4.0 if not where else 3.7


def _plan_code(pad: Pad, sheet: Sheet, code: str) -> None:
    drawn, event = codes.plan_code_code(code), sheet.when.code(sheet.texts) if sheet.when else None
    quiet = codes.QUIET * codes.PLAN_EDGE / (drawn.modules + 2 * codes.QUIET)
    x = 116.6
    if event is not None:
        x -= min(6.0, event.edge(codes.EVENT_EDGE) - codes.EVENT_EDGE)  # a calendar code with a place is wider
    codes.draw(pad, drawn, x - quiet, _FOOT - quiet + 3.0, codes.PLAN_EDGE)
    y = _FOOT + codes.PLAN_EDGE - 2 * quiet + 10.5
    letters = fonts.fit(code, EXTRABOLD, 13.5, 32.6, 1, 11)
    pad.lines(x, y, letters.lines, letters.size, 0, EXTRABOLD)
    pad.once(f"what a code is {x:.1f}", partial(_what_a_code_is, pad, sheet.texts, x, y + 5.8))


def _what_a_code_is(pad: Pad, texts: Texts, x: float, y: float) -> None:
    words = texts.t("Code of this plan. Type it into GoGrow to find this plan.")
    what = fonts.fit(words, MEDIUM, 10, 31, 4, 8)
    pad.lines(x, y, what.lines, what.size, 4.3)


def _signatures(pad: Pad, sheet: Sheet) -> None:
    t = sheet.texts.t
    used = pad.text(MARGIN, _FOOT + 6, t("Signature"), 12, BOLD)
    pad.text(MARGIN + used + 2, _FOOT + 6, t("if you like"), 11, MEDIUM, pad.look.ink2)
    names = [sheet.who.label if sheet.who else "", sheet.manager.label if sheet.manager else ""]
    left = MARGIN + 3 + max(min(30.0, fonts.width(name, BOLD, 11.5)) for name in names)
    for at, name in enumerate(names):
        y = _FOOT + 21 + 14.5 * at
        fitted = fonts.fit(name, BOLD, 11.5, 30, 1, 7)
        pad.lines(MARGIN, y - 1.8, fitted.lines, fitted.size, 0, BOLD)
        pad.line(left, y, 107, y, 0.42)
    pad.tick_box(MARGIN, _FOOT + 45.5, 4.9)
    pad.text(MARGIN + 7.4, _FOOT + 49.4, t("I have a sheet of my own."), 11)


def _how_it_went(pad: Pad, sheet: Sheet) -> None:
    """Room for the check-in: the sheet comes along, and there it is written down."""
    t = sheet.texts.t
    used = pad.text(MARGIN, _FOOT + 6, t("How did it go?"), 12, BOLD)
    hint = fonts.fit(t("to fill in at the check-in"), MEDIUM, 11, 107 - MARGIN - used - 2, 1, 8)
    pad.lines(MARGIN + used + 2, _FOOT + 6, hint.lines, hint.size, 0, MEDIUM, pad.look.ink2)
    for at in range(4):
        pad.rule(MARGIN, 107, _FOOT + 17 + 10.5 * at)


def _added(pad: Pad, added: Added) -> None:
    """The organisation's logo and whom one can call, under everything else on the left."""
    x, y = MARGIN, _FOOT + 52.6
    if added.logo:
        draw_logo(pad, added.logo, x, y, 30, 8.6)
        x += added.logo.within(30, 8.6)[0] + 4
    draw_contact(pad, added.contact, x, y + 4.0, 140 - x, 9.5, 2)
