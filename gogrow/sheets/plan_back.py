"""The back of a plan sheet, which is private: plan A, B and C, whom to call, and what did not fit on the front.

Source: plan A (this work), B (other work here) and C (work elsewhere), talked about openly at ING, in the guide on
career talks. A sheet has an even number of pages, so that sheets printed on both sides never share a leaf.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from gogrow.sheets import codes, fonts
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.check_in import extra_codes
from gogrow.sheets.flow import Block, gap, laid_out, paragraph, void
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM
from gogrow.sheets.heading import draw_heading
from gogrow.sheets.plan import Sheet
from gogrow.sheets.plan_rest import Rest

_RIGHT = A4[0] - MARGIN
_TOP, _BOTTOM = 49.1, 282.0
_HEAD, _TAIL, _BETWEEN = 16.3, 5.6, 4.4
_CONTACT = 27.0
_WIDE = _RIGHT - MARGIN - 9.4


@dataclass(frozen=True, slots=True)
class Back:
    """How page 2 is divided: lines in each box and their distance, the size of typed text, and what goes on after it.

    ``here`` stands on this page, ``later`` and ``private`` (what is too long of plan A, B and C) on a second leaf.
    ``shown`` are the lines of plan A, B and C.
    """

    lines: int
    pitch: float
    shown: tuple[fonts.Fitted, ...]
    here: tuple[Rest, ...] = ()
    later: tuple[Rest, ...] = ()
    private: tuple[Rest, ...] = ()

    @property
    def more(self) -> bool:
        """Whether there is a second leaf."""
        return bool(self.later or self.private)


def divided(sheet: Sheet, rest: Sequence[Rest]) -> Back:
    """Find the roomiest way to get everything on page 2; what cannot be there goes to a second leaf."""
    typed = [text for _, _, text in _plans(sheet)]
    room = _BOTTOM - _TOP - _CONTACT - 3 * (_HEAD + _TAIL) - 3 * _BETWEEN
    needed = sum(block.height for block in _rest_blocks("", rest)) if rest else 0.0
    for lines, pitch, size in ((4, 10.5, 12.0), (3, 9.5, 12.0), (3, 8.2, 11.0), (2, 8.2, 11.0)):
        if 3 * lines * pitch + needed > room:
            continue
        shown = tuple(fonts.fit(text, MEDIUM, size, _WIDE, lines, size - 1) for text in typed)
        if not any(fitted.cut for fitted in shown):
            return Back(lines, pitch, shown, tuple(rest))
    if not any(typed):
        return Back(4, 10.5, (fonts.Fitted((), 12),) * 3, later=tuple(rest))
    shown = tuple(fonts.fit(text, MEDIUM, 10, _WIDE, 9, 10, 40) for text in typed)
    names = [name for _, name, _ in _plans(sheet)]
    private = [(name, text) for name, text, fitted in zip(names, typed, shown, strict=True) if fitted.cut]
    return Back(9, 4.6, shown, later=tuple(rest), private=tuple(private))


def draw_back(pad: Pad, sheet: Sheet, back: Back, more: str) -> None:
    """Page 2. ``more`` says where what was cut goes on."""
    t = sheet.texts.t
    draw_heading(pad, sheet.workshop, t("For me only"), sheet.who.name if sheet.who else "", sheet.texts)
    pad.once("back", partial(_promise, pad, sheet))
    high = _HEAD + _TAIL + back.lines * back.pitch
    pad.once(f"boxes {high:.1f}", partial(_boxes, pad, sheet, high))
    y = _TOP
    for fitted in back.shown:
        _plan_lines(pad, fitted, back, y + _HEAD, more)
        y += high + _BETWEEN
    for block in _rest_blocks(t("Continued from the front"), back.here) if back.here else []:
        block.draw(pad, y)
        y += block.height
    foot = max(y + _CONTACT, 280.0)
    pad.once(f"contact {foot:.1f}", partial(_contact, pad, sheet, foot))


def draw_more(pad: Pad, sheet: Sheet, back: Back) -> int:
    """The second leaf, when there is one, and further pages up to an even number. Returns how many pages it has."""
    t, name, drawn = sheet.texts.t, sheet.who.name if sheet.who else "", 0
    for title, heading, rest in (
        (t("More of my plan"), t("Continued from the front"), back.later),
        (t("For me only"), t("Plan A, B and C, continued"), back.private),
    ):
        pages = laid_out(_rest_blocks(heading, rest), 40, _BOTTOM) if rest else []
        for number, page in enumerate(pages, start=1):
            draw_heading(pad, sheet.workshop, title, name, sheet.texts)
            for y, block in page:
                block.draw(pad, y)
            if len(pages) > 1:
                counted = t("Page {number} of {total}", number=number, total=len(pages))
                pad.text(_RIGHT, 287.0, counted, 10, MEDIUM, pad.look.ink2, "end")
            pad.next_page()
            drawn += 1
    extras = extra_codes(sheet.plan, sheet.texts, sheet.added.steps_code, sheet.added.link)
    if extras:
        draw_heading(pad, sheet.workshop, t("For my phone"), name, sheet.texts)
        y, left = 42.0, MARGIN + max(code.edge(45.0) for code, _ in extras) + 4
        for code, words in extras:
            edge = code.edge(45.0)
            quiet = codes.QUIET * edge / (code.modules + 2 * codes.QUIET)
            codes.draw(pad, code, MARGIN - quiet, y, edge)
            fitted = fonts.fit(words, BOLD, 14, _RIGHT - left, 8, 9)
            pad.lines(left, y + edge / 2, fitted.lines, fitted.size, fitted.size * 0.42, BOLD)
            y += edge + 8
        pad.next_page()
        drawn += 1
    if drawn % 2:
        pad.next_page()
    return drawn + drawn % 2


def _plans(sheet: Sheet) -> tuple[tuple[str, str, str], ...]:
    """Question, name and text of plan A, B and C."""
    t, plan = sheet.texts.t, sheet.plan
    return (
        (t("What makes my work here nicer or better?"), t("In my work now"), plan.plan_a),
        (t("Which work would I like to try?"), t("Other work here"), plan.plan_b),
        (t("What could I do if it stops here?"), t("Work somewhere else"), plan.plan_c),
    )


def _promise(pad: Pad, sheet: Sheet) -> None:
    pad.icon("lock", MARGIN, 34.9, 6.1)
    words = sheet.texts.t("Plan A, B and C. This page is yours: you do not have to show it.")
    fitted = fonts.fit(words, MEDIUM, 13, _RIGHT - MARGIN - 9, 1, 9)
    pad.lines(MARGIN + 8.5, 39.6, fitted.lines, fitted.size, 0)


def _boxes(pad: Pad, sheet: Sheet, high: float) -> None:
    y = _TOP
    for letter, (question, name, _) in zip("ABC", _plans(sheet), strict=True):
        pad.rect(MARGIN, y, _RIGHT - MARGIN, high, 2, None, None, 0.42)
        pad.badge(MARGIN + 8.8, y + 9.1, 4.7, letter, 16.5)
        pad.text(MARGIN + 16.6, y + 8.5, name, 15.4, EXTRABOLD)
        pad.text(MARGIN + 16.6, y + 14.5, question, 11.5, MEDIUM, pad.look.ink2)
        y += high + _BETWEEN


def _plan_lines(pad: Pad, fitted: fonts.Fitted, back: Back, y: float, more: str) -> None:
    x, used = MARGIN + 4.7, 0.0
    open_lines = back.pitch >= 8
    for at in range(back.lines):
        foot = y + back.pitch * (at + 1) - (0.2 if open_lines else 0)
        if open_lines or (at >= len(fitted.lines) and (back.lines - at) % 2 == 1):
            pad.rule(x, x + _WIDE, foot)
        if at < len(fitted.lines):
            used = pad.text(x, foot - (2 if open_lines else 0), fitted.lines[at], fitted.size)
            if fitted.cut and at == len(fitted.lines) - 1:
                pad.text(x + used + 1, foot, more, fitted.size * 0.95, MEDIUM, pad.look.ink2)


def _contact(pad: Pad, sheet: Sheet, foot: float) -> None:
    """Whom I can call: the facilitator's own line, and a line for somebody else."""
    t = sheet.texts.t
    pad.icon("phone", MARGIN, foot - 23.6, 6.2)
    used = pad.text(MARGIN + 9.4, foot - 18.8, t("Whom can I call?"), 14.5, EXTRABOLD)
    left = MARGIN + 9.4 + used + 5
    fitted = fonts.fit(sheet.workshop.details.contact, MEDIUM, 12, _RIGHT - left, 2, 8)
    top = foot - 18.8 - (4.8 if len(fitted.lines) > 1 else 0)
    pad.lines(left, top, fitted.lines, fitted.size, 4.8)
    middle = 114.8
    for x0, x1, label in ((MARGIN, middle - 5, t("Name")), (middle, _RIGHT, t("Telephone"))):
        wide = pad.text(x0, foot - 4, label, 11.5, BOLD, pad.look.ink2)
        pad.line(x0 + wide + 2, foot - 3, x1, foot - 3, 0.42)


def _rest_blocks(heading: str, rest: Sequence[Rest]) -> list[Block]:
    """What was cut, whole, each under its label."""

    def head(pad: Pad, y: float) -> None:
        pad.text(MARGIN, y + 5, heading, 13, EXTRABOLD)

    blocks = [Block(7.5, head, keep=True)]
    for label, text in rest:
        title = partial(_rest_label, label)
        blocks.append(Block(4.6, title, keep=True))
        blocks += paragraph(text, MARGIN, _RIGHT - MARGIN, 10.5, MEDIUM, 2.2)
    return [*blocks, gap(1)]


def _rest_label(label: str, pad: Pad, y: float) -> None:
    void(pad.text(MARGIN, y + 3.6, label, 10, BOLD, pad.look.ink2))
