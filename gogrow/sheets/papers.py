"""Papers to take home and to hang up, on request: which paper, how much ink, whose logo, which codes.

Windows ask here what can be wished and how files are called; what draws is imported when paper is made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, Workshop
from gogrow.sheets.logo import Logo, LogoFault, read_logo
from gogrow.sheets.look import Ink
from gogrow.sheets.writing import PaperFault, Progress, write
from gogrow.texts import Texts

__all__ = [
    "Ink",
    "Logo",
    "LogoFault",
    "Paper",
    "PaperFault",
    "PaperWish",
    "make_papers",
    "paper_bytes",
    "paper_names",
    "paper_words",
    "read_link",
    "read_logo",
]


class Paper(StrEnum):
    """The kinds of paper."""

    SHEET = "sheet"
    POSTER = "poster"
    CARD = "card"
    TEAM = "team"


SIZES: dict[Paper, tuple[str, ...]] = {
    Paper.SHEET: ("a4",),
    Paper.POSTER: ("a3", "a2"),
    Paper.CARD: ("a4",),
    Paper.TEAM: ("a3",),
}
"""The sizes that each paper comes in, the usual one first. Cards are A6, four on an A4."""

LINK_LIMIT = 250
"""The most bytes of a link: its code has at most 52 mm."""


@dataclass(frozen=True, slots=True)
class PaperWish:
    """How papers are to be made.

    ``size`` is one of `SIZES`; another one stands for the usual one. ``logo`` is a PNG, JPEG or SVG; ``contact`` a
    line with whom one can call. ``steps_code`` adds a code with the steps as text for a telephone's notes, ``link``
    one with an address that the organisation gives (what is no link for `read_link` is left out).
    """

    paper: Paper = Paper.SHEET
    size: str = ""
    ink: Ink = Ink.COLOUR
    logo: Path | None = None
    contact: str = ""
    steps_code: bool = False
    link: str = ""

    @property
    def format(self) -> str:
        """The size that it comes in."""
        return self.size if self.size in SIZES[self.paper] else SIZES[self.paper][0]


def make_papers(
    workshop: Workshop,
    participants: Sequence[Participant],
    texts: Texts,
    wish: PaperWish,
    target: Path,
    progress: Progress | None = None,
    *,
    plans: Mapping[str, DevelopmentPlan] | None = None,
) -> bool:
    """Write one PDF with the papers of ``participants`` (the team's poster is one page for all).

    ``texts`` speaks the workshop's language. ``plans`` are earlier versions, by participant: drawn in place of what
    the plan is now. Raises `PaperFault`, and `LogoFault` for a logo that cannot be used. Returns whether the file was
    written (not when ``progress`` said stop).
    """
    content = paper_bytes(workshop, participants, texts, wish, progress, plans=plans)
    if content:
        write(target, content)
    return bool(content)


def paper_bytes(
    workshop: Workshop,
    participants: Sequence[Participant],
    texts: Texts,
    wish: PaperWish,
    progress: Progress | None = None,
    *,
    plans: Mapping[str, DevelopmentPlan] | None = None,
) -> bytes:
    """The same PDF in memory, for a look at it or a printer: plans are private, and leave no trace on a disk.

    b'' when ``progress`` said stop. Raises `LogoFault`.
    """
    from gogrow.sheets.paper_set import draw_papers

    return draw_papers(workshop, participants, texts, wish, progress, plans or {})


def paper_words(paper: Paper, texts: Texts) -> str:
    """What a paper is called."""
    return {
        Paper.SHEET: texts.t("Plan sheet"),
        Paper.POSTER: texts.t("Poster"),
        Paper.CARD: texts.t("Pocket card"),
        Paper.TEAM: texts.t("Team poster"),
    }[paper]


def paper_names(
    workshop: Workshop, participants: Sequence[Participant], texts: Texts, wish: PaperWish, each: bool = True
) -> tuple[str, ...]:
    """File names that every system takes, no two of them alike: one for each participant, or one for all together."""
    what, details = paper_words(wish.paper, texts), workshop.details
    day = details.date.isoformat() if details.date else ""
    if wish.paper is Paper.TEAM or not each:
        one = participants[0].name if len(participants) == 1 and wish.paper is not Paper.TEAM else ""
        return (_name(what, one or details.team or details.title, day),)
    taken: dict[str, int] = {}
    found: list[str] = []
    for person in participants:
        name, again = _name(what, person.name, day), 1
        while name.casefold() in taken:
            again += 1
            name = _name(what, person.name, day, str(again))
        taken[name.casefold()] = again
        found.append(name)
    return tuple(found)


def _name(what: str, whose: str, *rest: str) -> str:
    """What is it, whose, and the rest; a long name gives way, never what follows it."""
    tail = " ".join(part for part in rest if part)
    plain = re.sub(r"\s+", " ", re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]+', " ", whose)).strip(" .")
    while len(f"{what} {plain} {tail}".encode()) > 140:
        plain = plain[:-1].rstrip(" .")
    return " ".join(part for part in (what, plain, tail) if part) + ".pdf"


def read_link(text: str) -> str | None:
    """A link as it goes into a code: http or https with a host, no spaces; None for anything else."""
    link = text.strip()
    ours = re.fullmatch(r"https?://[^\s/?#@\\\"<>]+\.[^\s/?#@\\\"<>]+([/?#][^\s\\\"<>]*)?", link, re.IGNORECASE)
    return link if ours and len(link.encode()) <= LINK_LIMIT and link.isprintable() else None
