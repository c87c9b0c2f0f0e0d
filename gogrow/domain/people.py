"""People in a workshop: who they are there, who leads whom, and the look of their pawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in this workshop; it gives the pawn its shape."""

    EMPLOYEE = "employee"
    MANAGER = "manager"
    COLLEAGUE = "colleague"


class Presence(StrEnum):
    """Who is here today. Counts use who is `HERE`."""

    HERE = "here"
    LATER = "later"
    NOT_HERE = "not_here"


PAWN_COLOURS = ("brick", "plum", "navy", "pine", "umber", "petrol", "wine")
"""Colours that a person may get. *slate* is nobody's: it is the neutral counter."""

NAME_LIMIT = 200
WORKSHOP_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in one workshop.

    ``person`` is the id that the same human has in all workshops of the workspace; ``shown`` is the name for the
    screen ('' means: made from ``name``); ``manager`` is another participant's id or None; ``icon`` stands on the
    pawn in place of initials when it is not ''; ``code`` is the plan code on the person's sheet.
    """

    id: str
    person: str
    name: str
    shown: str = ""
    role: Role = Role.EMPLOYEE
    manager: str | None = None
    presence: Presence = Presence.HERE
    colour: str = "brick"
    icon: str = ""
    code: str = ""

    @property
    def label(self) -> str:
        """The name for the screen: what was chosen, or the first word of the full name."""
        return self.shown or first_name(self.name)

    @property
    def initials(self) -> str:
        """One or two letters for the pawn."""
        return initials(self.name)


def first_name(name: str) -> str:
    """The first word of a full name, as typed: ``Anne-Fleur van 't Hof`` gives ``Anne-Fleur``."""
    words = name.split()
    return words[0] if words else name


def initials(name: str) -> str:
    """First letters of the first word and of the last word that begins with a capital (or of the last word).

    ``Samira El Idrissi`` gives ``SE``, as people sign: the first capital after the first name counts, so that
    prefixes in small letters (van, de) are passed over. A single word gives one letter.
    """
    words = [word.strip("\"'’.,()-") for word in name.split()]
    words = [word for word in words if word and word[0].isalnum()]
    if not words:
        return name.strip()[:1]
    if len(words) == 1:
        return words[0][:1].upper()
    rest = words[1:]
    last = next((word for word in rest if word[:1].isupper()), rest[-1])
    return (words[0][:1] + last[:1]).upper()


def clean_name(name: str) -> str:
    """A name, or another line, without control characters and with single spaces; nothing else is changed."""
    return " ".join("".join(c if c.isprintable() or c in "‌‍" else " " for c in name).split())
