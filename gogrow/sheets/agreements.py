"""The agreements with who leads the team, made before the session: one page to read, tick and sign.

The rules come from the sources: who has power speaks last, what is said has no consequences, and where people place
the manager is shown only when the manager says yes beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence

from gogrow.domain.people import Participant
from gogrow.domain.workshop import Workshop
from gogrow.sheets import fonts
from gogrow.sheets.canvas import A4, MARGIN, Pad
from gogrow.sheets.fonts import BOLD, EXTRABOLD, MEDIUM, SEMIBOLD
from gogrow.sheets.heading import draw_heading
from gogrow.sheets.slips import has_slips
from gogrow.texts import Texts


def leaders(workshop: Workshop) -> tuple[Participant | None, ...]:
    """Who gets a page: everyone who leads; one page with an open name when nobody does."""
    ids = workshop.managers()
    return tuple(p for p in workshop.participants if p.id in ids) or (None,)


def draw_agreements(pad: Pad, workshop: Workshop, texts: Texts, people: Sequence[Participant | None]) -> None:
    """A page for each of ``people``; None leaves the name open."""
    for person in people:
        _page(pad, workshop, texts, person)
        pad.next_page()


def _page(pad: Pad, workshop: Workshop, texts: Texts, person: Participant | None) -> None:
    details, right = workshop.details, A4[0] - MARGIN
    draw_heading(pad, workshop, texts.t("Before we begin"), details.title, texts)
    intro = (
        texts.t("Agreements with {name}, the manager of this team.", name=person.name)
        if person
        else texts.t("Agreements with the manager of this team.")
    )
    fitted = fonts.fit(intro, MEDIUM, 13, right - MARGIN, 3, 9)
    y = pad.lines(MARGIN, 42, fitted.lines, fitted.size, 5.6)
    y += 5
    board = has_slips(workshop)
    for icon, rule, why in _rules(texts, board):
        pad.circle(MARGIN + 6, y + 6, 6, pad.look.box, None, 0.42)
        pad.icon(icon, MARGIN + 2.6, y + 2.6, 6.8)
        pad.text(MARGIN + 17, y + 4.6, rule, 15, EXTRABOLD)
        words = fonts.fit(why, MEDIUM, 12, right - MARGIN - 17, 2, 9)
        pad.lines(MARGIN + 17, y + 10.6, words.lines, words.size, 5, MEDIUM, pad.look.ink2)
        y += 24
    if board and details.setting != "two":
        y = _question(pad, texts, y)
    _signatures(pad, texts, person, y + 13)


def _rules(texts: Texts, board: bool) -> tuple[tuple[str, str, str], ...]:
    t = texts.t
    return (
        ("ear", t("I listen first"), t("I let people finish. I only ask to hear more.")),
        ("message-circle", t("I do not argue back"), t("Everyone sees it their own way. All I say is thank you.")),
        ("lock", t("Nothing is held against anyone"), t("What is said here does not come back in an appraisal.")),
        ("clock", t("I speak and place last"), t("That way everyone chooses a place of their own."))
        if board
        else ("clock", t("I speak and choose last"), t("That way everyone makes a choice of their own.")),
        ("hand-stop", t("Passing is fine"), t("I do not ask why somebody passes or stays silent.")),
        ("check", t("I promise only what can be done"), t("And at the check-in I say what came of it.")),
    )


def _question(pad: Pad, texts: Texts, y: float) -> float:
    """The one thing to choose. Returns the foot of its box."""
    right, high = A4[0] - MARGIN, 43.0
    pad.rect(MARGIN, y, right - MARGIN, high, 2.4, pad.look.box, None, 0.42)
    asked = texts.t("May the group see where people place me?")
    fitted = fonts.fit(asked, EXTRABOLD, 15, right - MARGIN - 12, 1, 11)
    pad.lines(MARGIN + 6, y + 9.5, fitted.lines, fitted.size, 0, EXTRABOLD)
    why = texts.t(
        "Only when five people have placed me, all at the same time and without names. No is a good answer too."
    )
    words = fonts.fit(why, MEDIUM, 12, right - MARGIN - 12, 2, 9, even=True)
    pad.lines(MARGIN + 6, y + 16.5, words.lines, words.size, 5.4, MEDIUM, pad.look.ink2)
    for at, word in enumerate((texts.t("Yes"), texts.t("No"))):
        x = MARGIN + 6 + 40 * at
        pad.tick_box(x, y + 28.5, 8, 0.55)
        pad.text(x + 11.5, y + 34.4, word, 14, BOLD)
    return y + high


def _signatures(pad: Pad, texts: Texts, person: Participant | None, y: float) -> None:
    middle, right = A4[0] / 2, A4[0] - MARGIN
    for x0, x1, label, name in (
        (MARGIN, middle - 5, texts.t("Manager"), person.name if person else ""),
        (middle + 5, right, texts.t("Facilitator"), ""),
    ):
        pad.text(x0, y, label, 11, BOLD, pad.look.ink2)
        pad.line(x0, y + 16, x1, y + 16, 0.42)
        fitted = fonts.fit(name, SEMIBOLD, 11, x1 - x0, 1, 7)
        pad.lines(x0, y + 21, fitted.lines, fitted.size, 0, SEMIBOLD)
