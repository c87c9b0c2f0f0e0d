"""The poster for the team's wall: where the team goes, what it says together, what it agrees, when it looks back.

Without names. Only what the group itself said aloud and kept stands on it: its goals, its sentences about dilemmas, its
themes and what it asks. Nobody's plan, talk or place is read. Words in which somebody of the team is named are left
out. Agreements are written by hand, together: that is what the open lines are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gogrow.domain.ballot import ENOUGH_VIEWS
from gogrow.domain.people import Participant
from gogrow.domain.workshop import Workshop
from gogrow.sheets import codes, fonts
from gogrow.sheets.ahead import look_back
from gogrow.sheets.branding import NOTHING, Added, draw_contact
from gogrow.sheets.canvas import Pad
from gogrow.sheets.check_in import opens
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.landscape import HORIZON, SUN, WIDE, in_circle, stops
from gogrow.sheets.poster_head import LEFT, RIGHT, draw_ground, draw_title
from gogrow.texts import Texts

_FOOT = 335.9
_TOP, _LOW = HORIZON + 15.0, 328.0
_SHEET = "#FFFDF8"
_LINES = 6
"""The most open lines for agreements."""
_PITCH = 19.0


@dataclass(frozen=True, slots=True)
class TeamPoster:
    """Whose it is, and what was asked for."""

    workshop: Workshop
    texts: Texts
    added: Added = NOTHING


def names_nobody(words: str, people: Iterable[Participant]) -> bool:
    """Whether none of these people is named in a text, by the full name or by a part of it.

    A first name counts in small letters too, unless it is so short that it is another word; of the other parts only
    those with a capital, as they stand in the name (*de Wit* is not named by *wit*).
    """
    for person in people:
        first, *rest = person.name.split() or [""]
        loose = {person.name, person.shown, first, *first.split("-")}
        strict = {part for part in rest if not part[:1].islower()}
        if any(len(name) > 3 and _found(name.casefold(), words.casefold()) for name in loose):
            return False
        if any(_found(name, words) for name in {*loose, *strict} if len(name) > 1):
            return False
    return True


def _found(name: str, words: str) -> bool:
    """Whether a name stands in a text as a word, with or without an s for what is somebody's."""
    return re.search(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", words) is not None


def draw_team_poster(pad: Pad, poster: TeamPoster) -> None:
    """The poster on the current page, as large as the page."""
    with pad.scaled(0, 0, pad.width / WIDE):
        draw_ground(pad, poster.workshop.board, _FOOT, stops(4, _FOOT))
        _title(pad, poster)
        _goals(pad, poster)
        top = _said(pad, poster)
        _agreements(pad, poster.texts, top)
        _below(pad, poster)


def kept_words(workshop: Workshop) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Goals, sentences, requests and themes of the group that name nobody. A theme of talks has to be named often."""

    def clean(found: Iterable[str]) -> tuple[str, ...]:
        plain = (" ".join(words.split()) for words in found)
        return tuple(dict.fromkeys(w for w in plain if w and names_nobody(w, workshop.participants)))

    themes = [theme for dilemma in workshop.dilemmas for theme in dilemma.themes]
    often = sorted((h for h in workshop.harvest if h.count >= ENOUGH_VIEWS), key=lambda h: (-h.count, h.theme))
    return (
        clean(workshop.details.goals),
        clean(dilemma.sentence for dilemma in workshop.dilemmas),
        clean(request.text for request in workshop.requests),
        clean([*themes, *(harvest.theme for harvest in often)]),
    )


def _title(pad: Pad, poster: TeamPoster) -> None:
    details = poster.workshop.details
    whose = details.team or details.organisation or details.title
    draw_title(pad, poster.texts.t("This is where we are going"), 40, whose, poster.added.logo)


def _goals(pad: Pad, poster: TeamPoster) -> None:
    """The first goal in the sun, as far as there is one; the others stand with what the group says."""
    goals, x, y, r = kept_words(poster.workshop)[0], *SUN
    if not goals:
        pad.text(x, y - 19, poster.texts.t("Our goal"), 21, BOLD, None, "middle")
        for down, half in ((-4.0, 38.0), (9.0, 37.0), (22.0, 31.0)):
            pad.line(x - half, y + down, x + half, y + down, 0.4, pad.look.ink)
        return
    fitted = in_circle(goals[0], r - 6.2, 36, 13)
    leading = 0.392 * fitted.size
    first = y + fonts.capital(fitted.size) / 2 - leading * (len(fitted.lines) - 1) / 2
    pad.lines(x, first, fitted.lines, fitted.size, leading, EXTRABOLD, None, "middle")


def _panel(pad: Pad, top: float, high: float) -> None:
    pad.rect(
        LEFT - 1, top, RIGHT - LEFT + 2, high, 4.06, _SHEET if pad.look.filled else "#FFFFFF", pad.look.ink, 0.76
    )


def _said(pad: Pad, poster: TeamPoster) -> float:
    """What the group says and asks, beside one another. Returns where the agreements begin."""
    t = poster.texts.t
    goals, sentences, requests, _ = kept_words(poster.workshop)
    columns = [
        (icon, title, lines)
        for icon, title, lines in (
            ("target", t("We also want"), goals[1:]),
            ("messages", t("This is what we say"), sentences),
            ("hand-stop", t("We ask for"), requests),
        )
        if lines
    ]
    if not columns:
        return _TOP
    inside = RIGHT - LEFT - 12
    wide = (inside - 9 * (len(columns) - 1)) / len(columns)
    room = _LOW - _TOP - 26 - 3 * _PITCH - 20
    laid = [_column(list(lines), wide, room) for _, _, lines in columns]
    high = max(sum(f.size * 0.42 * len(f.lines) + 3.2 for f in found) + 7 * bool(left) for found, left in laid) + 17
    _panel(pad, _TOP, high)
    head = min(fonts.fit(title, EXTRABOLD, 21, wide - 11, 1, 12).size for _, title, _ in columns)
    for at, ((icon, title, _), (found, left)) in enumerate(zip(columns, laid, strict=True)):
        x, y = LEFT + 6 + at * (wide + 9), _TOP + 11.6
        pad.icon(icon, x, y - 6.6, 8)
        words = fonts.fit(title, EXTRABOLD, head, wide - 11, 1, 8)
        pad.lines(x + 11, y, words.lines, words.size, 0, EXTRABOLD)
        y += 9.4
        for fitted in found:
            pad.circle(x + 1.1, y - fonts.capital(fitted.size) / 2, 1.1, pad.look.ink)
            y = pad.lines(x + 4.6, y, fitted.lines, fitted.size, fitted.size * 0.42, MEDIUM) + 3.2
        if left:
            more = poster.texts.n("and {count} more", "and {count} more", left)
            pad.text(x + 4.6, y, more, 13, SEMIBOLD, pad.look.ink2)
    return _TOP + high + 5


def _column(lines: list[str], wide: float, room: float) -> tuple[list[fonts.Fitted], int]:
    """The words at the largest size at which all are there; at the smallest as many as fit, and how many do not."""
    for size in (20.0, 18.0, 16.0, 14.0):
        found = [fonts.fit(line, MEDIUM, size, wide - 4.6, 4, size) for line in lines]
        whole = all(fonts.whole(fitted, line) for fitted, line in zip(found, lines, strict=True))
        if whole and sum(f.size * 0.42 * len(f.lines) + 3.2 for f in found) <= room:
            return found, 0
    kept: list[fonts.Fitted] = []
    used = 6.0
    for line in lines:
        fitted = fonts.fit(line, MEDIUM, 14, wide - 4.6, 5, 12)
        used += fitted.size * 0.42 * len(fitted.lines) + 3.2
        if used > room and kept:
            break
        kept.append(fitted)
    return kept, len(lines) - len(kept)


def _agreements(pad: Pad, texts: Texts, top: float) -> None:
    """Lines to write on, as many as there is room for."""
    t, head = texts.t, 19.0
    count = max(2, min(_LINES, int((_LOW - top - head - 5) / _PITCH)))
    high = _LOW - top
    pitch = (high - head - 5) / count
    _panel(pad, top, high)
    pad.icon("heart-handshake", LEFT + 6, top + 4.6, 9.4)
    pad.text(LEFT + 18.6, top + 12, t("What we agree"), 26, EXTRABOLD)
    by = RIGHT - 58
    pad.text(by, top + 12, t("By when?"), 16, BOLD, pad.look.act)
    for at in range(count):
        y = top + head + pitch * (at + 1) - 3
        pad.badge(LEFT + 11.4, y - 4.4, 5.2, str(at + 1), 19)
        pad.line(LEFT + 20.6, y, by - 6, y, 0.4, pad.look.rule)
        pad.line(by, y, RIGHT - 18, y, 0.4, pad.look.rule)
        pad.tick_box(RIGHT - 14.4, y - 8.4, 8.4, 0.7)


def _below(pad: Pad, poster: TeamPoster) -> None:
    """The themes, the day of looking back and its code."""
    t, texts, when = poster.texts.t, poster.texts, look_back(poster.workshop)
    left, right = LEFT, RIGHT
    if poster.added.link:
        code = codes.text_code(poster.added.link)
        edge = code.edge(46.0)
        right = _code(pad, code, edge, right, opens(poster.added.link, texts)) - 3
    if when is not None:
        code = when.code(texts)
        right = _code(pad, code, code.edge(60.0), right, t("Scan: put it in your calendar")) - 6
    room = right - left
    pad.text(left, 355.2, t("When we look back together"), 21, MEDIUM, pad.look.ink2)
    if when is None:
        pad.line(left, 368.6, left + min(room, 90), 368.6, 0.4, pad.look.rule)
    else:
        day = fonts.fit(texts.date(when.day, "EEEE d MMMM"), EXTRABOLD, 36, room, 1, 18)
        pad.lines(left, 367.6, day.lines, day.size, 0, EXTRABOLD)
        where = fonts.fit(when.where(texts), SEMIBOLD, 18, room, 2, 12)
        pad.lines(left, 375.4, where.lines, where.size, where.size * 0.39, SEMIBOLD)
    themes = kept_words(poster.workshop)[3]
    if themes:
        pad.text(left, 386, t("We talked about"), 16, MEDIUM, pad.look.ink2)
        _pills(pad, themes, left, 389.6, room)
    draw_contact(pad, poster.added.contact, left, 412.4, room, 14)


def _code(pad: Pad, code: codes.Code, edge: float, right: float, words: str) -> float:
    """A code with its words below it, up to ``right``. Returns its left edge."""
    quiet = codes.QUIET * edge / (code.modules + 2 * codes.QUIET)
    x, y = right - edge, 342.6
    fitted = fonts.fit(words, BOLD, 12.5, edge - 2 * quiet, 1, 11)
    if fitted.cut:
        fitted = fonts.fit(words, BOLD, 11, edge - 2 * quiet, 3, 7)
    if pad.look.filled:
        pad.rect(x, y, edge, edge + 7 + fitted.size * 0.4 * (len(fitted.lines) - 1), 4.06, "#FFFFFF")
    with pad.within(x, y, edge, edge, 4.06):
        codes.draw(pad, code, x, y, edge)
    pad.lines(x + quiet, y + edge + 3.2, fitted.lines, fitted.size, fitted.size * 0.4, BOLD)
    return x


def _pills(pad: Pad, themes: Sequence[str], left: float, top: float, room: float) -> None:
    """Themes in a row, and a second one; what does not fit stays away."""
    x, y, high = left, top, 8.2
    for theme in themes:
        fitted = fonts.fit(theme, SEMIBOLD, 14, room - 9, 1, 9)
        wide = fonts.width(fitted.lines[0], SEMIBOLD, fitted.size) + 9
        if x > left and x + wide > left + room:
            x, y = left, y + high + 2
            if y > top + high + 3:
                return
        pad.rect(x, y, wide, high, high / 2, _SHEET if pad.look.filled else "#FFFFFF", pad.look.ink, 0.5)
        pad.text(x + 4.5, y + high / 2 + fonts.capital(fitted.size) / 2, fitted.lines[0], fitted.size, SEMIBOLD)
        x += wide + 3
