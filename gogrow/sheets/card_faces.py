"""The two sides of a card of paper: what the beamer shows on the front, what follows the talk on the back.

Every card is drawn upright in a box of `CARD` at a given place; colour that touches its edge goes on for `BLEED`, so
that a cut beside the line shows no white. A hint for the facilitator is on neither side: people hold these cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from gogrow.domain.deck import AnyCard, AssignmentCard, Deck, DilemmaCard
from gogrow.sheets import fonts, icons
from gogrow.sheets.board import said
from gogrow.sheets.canvas import Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.heading import draw_bar
from gogrow.sheets.stacked import Part, Stack, badge_room, stacked
from gogrow.texts import Texts

CARD = (94.0, 137.0)
"""How wide and high a card is, in millimetres: four of them and their crop marks fill an A4."""
BLEED = 1.5

_WIDE, _HIGH = CARD
_EDGE = 8.5
_ROOM = _WIDE - 2 * _EDGE
_RIM = 2.2
_TALL, _LOW = 50.0, 27.0  # bands
_FOOT = 14.5
_RIMS = {"know": "solid", "flow": "dashes", "glow": "dots", "grow": "ticks"}
"""Patterns of colours, for themes in a deck without a board."""
_FLOOR = 0.5
"""Below this share of their size the words of a front are too small: what comes last moves to the back."""


@dataclass(frozen=True, slots=True)
class Group:
    """What a card belongs to: a field, a theme, or a moment, with its sign and words.

    ``colour`` and ``rim`` are those of a field; '' for what belongs to none.
    """

    key: str
    colour: str
    rim: str
    icon: str
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """A front laid out. ``rest`` are the words that found no room and stand on the back."""

    stack: Stack
    rest: tuple[Part, ...] = ()
    tall: bool = False


def group(card: AnyCard, deck: Deck, texts: Texts) -> Group:
    """What a card belongs to, in the words of its own language."""
    fields = deck.board.fields if deck.board is not None else ()
    if isinstance(card, DilemmaCard):
        theme = deck.card_theme(card.theme)
        if theme is None:
            return Group("theme", "", "", "cards", "")
        rims = _RIMS | {field.colour: field.rim for field in fields}
        words = said(theme.name, texts.language)
        return Group(f"theme {theme.id}", theme.colour, rims.get(theme.colour, "solid"), theme.icon, words)
    found = next((one for one in fields if one.id == card.field), None)
    if found is not None:
        sentence, name = said(found.sentence, texts.language), said(found.name, texts.language)
        name = name if name != sentence else ""
        return Group(f"field {found.id}", found.colour, found.rim, found.icon, sentence, name)
    moments = {"opening": texts.t("To begin with"), "closing": texts.t("To end with")}
    return Group(f"moment {card.kind}", "", "", "message-circle", moments.get(card.kind, ""))


# Fronts


def front(card: AnyCard, texts: Texts, backs: bool) -> Front:
    """Lay out a front. Without ``backs`` all words stand on it, however small."""
    if isinstance(card, DilemmaCard):
        return _dilemma(card, texts, backs)
    return _assignment(card, texts, backs)


def _assignment(card: AssignmentCard, texts: Texts, backs: bool) -> Front:
    parts = [
        Part(card.before, 19, MEDIUM, leading=0.43),
        Part(card.question, 26, EXTRABOLD, 0.75, 0.4),
        Part(card.after, 19, MEDIUM, 0.85),
    ]
    for tall, floor in ((True, 0.72), (False, _FLOOR)):
        found = stacked(parts, _ROOM, _field_height(tall), floor)
        if found is not None:
            return Front(found, (), tall)
    height = _field_height(tall=False)
    if backs:
        more = Part(texts.t("continued overleaf"), 11, SEMIBOLD, 1.2, soft=True, least=8)
        found = stacked([*parts[:2], more], _ROOM, height)
        assert found is not None
        return Front(found, (parts[2],))
    found = stacked(parts, _ROOM, height)
    assert found is not None
    return Front(found)


def _field_height(tall: bool) -> float:
    return _HIGH - (_TALL if tall else _LOW) - _RIM - 8 - _FOOT - 6


def _dilemma(card: DilemmaCard, texts: Texts, backs: bool) -> Front:
    indent = badge_room(17)
    between = texts.t("or")
    reasons = [Part(card.a_reason, 14.5, MEDIUM, 0.75, x=indent), Part(card.b_reason, 14.5, MEDIUM, 0.75, x=indent)]
    situation = Part(card.situation, 19, BOLD, leading=0.415)

    def pole(letter: str, words: str, gap: float) -> Part:
        return Part(words, 17, EXTRABOLD, gap, 0.4, indent, letter)

    a, b = pole("A", card.a, 1.75), pole("B", card.b, 1.1)
    middle = Part(between, 14, MEDIUM, 1.1, x=indent, soft=True)
    height = _HIGH - _LOW - _RIM - 8 - 11
    found = stacked([situation, a, reasons[0], middle, b, reasons[1]], _ROOM, height, _FLOOR if backs else 0.0)
    if found is not None:
        return Front(found)
    more = Part(texts.t("The reasons are overleaf."), 11, SEMIBOLD, 1.2, soft=True, least=8)
    found = stacked([situation, a, middle, b, more], _ROOM, height)
    assert found is not None
    rest = [
        Part(reason.text, 14.5, MEDIUM, 0.8, x=indent, letter=letter)
        for letter, reason in zip("AB", reasons, strict=True)
    ]
    return Front(found, tuple(rest))


def draw_front(pad: Pad, card: AnyCard, laid: Front, found: Group, texts: Texts, x: float, y: float) -> None:
    """Draw a front with its top left at (x, y)."""
    if isinstance(card, DilemmaCard):
        _band(pad, found, _LOW, x, y)
        _low_band(pad, card.icon if icons.icon(card.icon) else found.icon, card.title, found, x, y)
        top, bottom = y + _LOW + _RIM, y + _HIGH - 11
    else:
        own = card.icon if icons.icon(card.icon) else found.icon
        high = _TALL if laid.tall else _LOW
        _band(pad, found, high, x, y)
        if laid.tall:
            _tall_band(pad, own, found, x, y)
        else:
            _low_band(pad, own, found.words, found, x, y)
        top, bottom = y + high + _RIM, y + _HIGH - _FOOT
        _how(pad, card, texts, x, bottom)
    room = bottom - top
    laid.stack.draw(pad, x + _EDGE, top + max(7.0, (room - laid.stack.height) * 0.46))
    _number(pad, card, x, y)


def _band(pad: Pad, found: Group, high: float, x: float, y: float) -> None:
    """The ground of a band with its rim under it, over the edges of the card."""
    look, left, wide = pad.look, x - BLEED, _WIDE + 2 * BLEED
    if not look.patterns:
        fill = look.fill.get(found.colour, look.box)
        pad.rect(left, y - BLEED, wide, high + BLEED + 0.1, fill=fill)
    if found.colour:
        draw_bar(pad, found.colour, found.rim, left, y + high, wide, _RIM)
    else:
        pad.rect(left, y + high, wide, _RIM / 2, fill=look.rule)


def _tall_band(pad: Pad, own: str, found: Group, x: float, y: float) -> None:
    """The card's sign, the sentence, and the field's sign beside its name."""
    middle = x + _WIDE / 2
    words = fonts.fit(found.words, EXTRABOLD, 22, _ROOM, 2, 9, even=True)
    name = fonts.fit(found.name, MEDIUM, 13, _ROOM - 8, 1, 7)
    lines, leading = len(words.lines), words.size * 0.385
    text = fonts.capital(words.size) + leading * (lines - 1)
    size = 20.0 if lines < 2 else 15.0
    height = size + 5.0 + text + (4.2 + fonts.capital(name.size) if name.lines else 0)
    top = y + (_TALL - height) / 2
    pad.icon(own, middle - size / 2, top, size)
    foot = top + size + 5.0 + fonts.capital(words.size)
    pad.lines(middle, foot, words.lines, words.size, leading, EXTRABOLD, None, "middle")
    if name.lines:
        foot += leading * (lines - 1) + 4.2 + fonts.capital(name.size)
        _signed(pad, "" if own == found.icon else found.icon, name, middle, foot)


def _signed(pad: Pad, icon: str, name: fonts.Fitted, middle: float, foot: float) -> None:
    wide = fonts.width(name.lines[0], MEDIUM, name.size)
    sign = 5.2 if icon else 0.0
    left = middle - (wide + sign + (1.4 if icon else 0)) / 2
    if icon:
        pad.icon(icon, left, foot - fonts.capital(name.size) / 2 - sign / 2, sign)
        left += sign + 1.4
    pad.text(left, foot, name.lines[0], name.size, MEDIUM)


def _low_band(pad: Pad, own: str, title: str, found: Group, x: float, y: float) -> None:
    """The card's sign, beside it its title, and under that what it belongs to."""
    size, left = 15.0, x + _EDGE + 15.0 + 5.0
    room = x + _WIDE - 6.0 - left
    below = found.words if found.words != title else found.name
    name = fonts.fit(below, MEDIUM, 10.5, room - 5.5, 1, 6)
    words = stacked([Part(title, 20, EXTRABOLD, leading=0.385)], room, _LOW - 7.0 - (7.0 if name.lines else 0))
    assert words is not None
    sign = 4.6 if found.icon != own and name.lines else 0.0
    under = 3.6 + fonts.capital(name.size) if name.lines else 0.0
    top = y + (_LOW - words.height - under) / 2
    pad.icon(own, x + _EDGE, y + (_LOW - size) / 2, size)
    words.draw(pad, left, top)
    if name.lines:
        foot = top + words.height + under
        if sign:
            pad.icon(found.icon, left, foot - fonts.capital(name.size) / 2 - sign / 2, sign)
            left += sign + 1.2
        pad.text(left, foot, name.lines[0], name.size, MEDIUM)


def _how(pad: Pad, card: AssignmentCard, texts: Texts, x: float, line: float) -> None:
    """With whom, and how long."""
    left, right, size = x + _EDGE, x + _WIDE - _EDGE, 6.2
    pad.line(left, line, right, line, 0.35, pad.look.rule)
    foot = line + 6.6
    t = texts.t
    sign, words = {
        "two": ("users", t("in pairs")),
        "several": ("users", t("with a few people")),
        "team": ("users-group", t("with the whole team")),
    }.get(card.fits, ("", ""))
    minutes = texts.n("{count} minute", "{count} minutes", card.minutes) if card.minutes > 0 else ""
    middle = foot - fonts.capital(12) / 2
    used = 0.0
    if words:
        pad.icon(sign, left - 0.4, middle - size / 2, size)
        used = size + 1.6 + pad.text(left + size + 1.4, foot, words, 12, MEDIUM)
    if minutes:
        wide = fonts.width(minutes, BOLD, 12)
        at = min(right - wide, max(left + used + 6 + size, right - 29)) if words else left + size + 1.4
        pad.icon("clock", at - size - 1.4, middle - size / 2, size)
        pad.text(at, foot, minutes, 12, BOLD)


def _number(pad: Pad, card: AnyCard, x: float, y: float) -> None:
    """The card's own number in tiny letters, to put cards back in order."""
    shown = fonts.fit(card.id, MEDIUM, 6.5, _ROOM, 1, 4)
    pad.lines(x + _WIDE - _EDGE, y + _HIGH - 3.4, shown.lines, shown.size, 0, MEDIUM, pad.look.ink2, "end")


# Backs


def draw_back(pad: Pad, card: AnyCard, laid: Front, found: Group, deck: Deck, texts: Texts, x: float, y: float) -> None:
    """Draw a back, upright, with its top left at (x, y)."""
    parts = [*laid.rest, *(_deeper(card, deck, texts) if isinstance(card, DilemmaCard) else ())]
    if not parts:
        pad.once(f"back {found.key} {texts.language}", partial(_whole_back, pad, found, x, y))
        _number(pad, card, x, y)
        return
    pad.once(f"head {found.key} {texts.language}", partial(_back_head, pad, found, x, y))
    top, bottom = y + _LOW + _RIM + 9, y + _HIGH - 9
    stack = stacked(parts, _ROOM, bottom - top)
    assert stack is not None
    stack.draw(pad, x + _EDGE, top)
    _number(pad, card, x, y)


def _deeper(card: DilemmaCard, deck: Deck, texts: Texts) -> list[Part]:
    """Questions that follow the talk, and the fact with its source."""
    parts: list[Part] = []
    if card.deepen:
        parts.append(Part(texts.t("To talk on"), 15, EXTRABOLD, 1.6))
        parts += [Part(question, 15, MEDIUM, 0.9) for question in card.deepen]
    if card.fact:
        fact = card.fact if card.fact[-1] in ".!?…" else f"{card.fact}."
        parts.append(Part(texts.t("Did you know?"), 12, EXTRABOLD, 2.0))
        parts.append(Part(fact, 12, MEDIUM, 0.8))
        known = dict(source.split(" ", 1) for source in deck.sources if " " in source)
        source = known.get(card.source, "")
        if source:
            parts.append(Part(texts.t("Source: {name}", name=source), 8, MEDIUM, 0.9, soft=True))
    return parts


def _whole_back(pad: Pad, found: Group, x: float, y: float) -> None:
    """A back without words of its own: the group's colour and sign all over, so that a pile says what it holds."""
    look, middle = pad.look, x + _WIDE / 2
    if not look.patterns:
        fill = look.fill.get(found.colour, look.box)
        pad.rect(x - BLEED, y - BLEED, _WIDE + 2 * BLEED, _HIGH + 2 * BLEED, fill=fill)
        rim, inset = look.rim.get(found.colour, look.rule), 6.0
        pad.rect(x + inset, y + inset, _WIDE - 2 * inset, _HIGH - 2 * inset, 5, None, rim, 1)
    elif found.colour:
        for top in (y + 12, y + _HIGH - 12 - _RIM):
            draw_bar(pad, found.colour, found.rim, x + _EDGE, top, _ROOM, _RIM)
    size, room = 34.0, _ROOM - 8
    words = fonts.fit(found.words, EXTRABOLD, 26, room, 3, 9, even=True)
    name = fonts.fit(found.name, MEDIUM, 15, room, 1, 7)
    leading = words.size * 0.385
    text = fonts.capital(words.size) + leading * max(0, len(words.lines) - 1)
    height = size + 9 + text + (6 + fonts.capital(name.size) if name.lines else 0)
    top = y + (_HIGH - height) / 2 - 2
    pad.icon(found.icon, middle - size / 2, top, size)
    foot = pad.lines(
        middle, top + size + 9 + fonts.capital(words.size), words.lines, words.size, leading, EXTRABOLD, None, "middle"
    )
    if name.lines:
        foot += 6 + fonts.capital(name.size) - leading
        pad.text(middle, foot, name.lines[0], name.size, MEDIUM, None, "middle")


def _back_head(pad: Pad, found: Group, x: float, y: float) -> None:
    """The band of a back with words on it."""
    _band(pad, found, _LOW, x, y)
    _low_band(pad, found.icon, found.words, found, x, y)
