"""Searching in what was recorded: talks, plans, looking back, themes, requests and sentences, in the whole open file.

SQLite compares neither accents nor capitals as people do, so all words come over the connection and are compared here;
that is little. What is searched for is in no statement, no log and no file.
"""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from gogrow.store.workspace import Workspace

LIMIT = 200
"""More places than this are not told; who finds so many types another word."""
SHORTEST = 2
"""With fewer letters everything would be found."""
BEFORE, AFTER = 50, 130
"""How many letters around the words found are told."""


class Where(StrEnum):
    """What kind of words it is found in."""

    WORKSHOP = "workshop"
    PERSON = "person"
    PLAN = "plan"
    LOOK_BACK = "look_back"
    TALK = "talk"
    DILEMMA = "dilemma"
    CARD = "card"
    REQUEST = "request"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were found: in which workshop, of whom (ids and names; '' when of the group), and what stands around.

    ``before``, ``hit`` and ``after`` are one line together; … stands where it was cut.
    """

    workshop: str
    title: str
    team: str
    date: dt.date | None
    participant: str
    name: str
    where: Where
    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found, in the order of the list; ``more``: there is more than is told."""

    found: tuple[Found, ...] = ()
    more: bool = False


class _Source(NamedTuple):
    """Where words stand: whose they are ('' for the group), columns of plain text, and columns of JSON."""

    where: Where
    table: str
    person: str
    texts: tuple[str, ...] = ()
    json: tuple[str, ...] = ()
    order: str = "position"


_PLAN = ("take_along", "wish", "qualities", "motives", "enables", "improvement", "team", "plan_a", "plan_b", "plan_c")
_SOURCES = (
    _Source(Where.PERSON, "participant", "id", ("name", "shown")),
    _Source(Where.PLAN, "plan", "id", _PLAN, ("steps",), order="id"),
    _Source(Where.LOOK_BACK, "check_in", "id", ("helped", "hindered"), ("results",), order="id"),
    _Source(Where.TALK, "talk", "owner", ("sentence", "agreement"), ("themes",)),
    _Source(Where.DILEMMA, "played_dilemma", "''", ("sentence", "differing"), ("themes",)),
    _Source(Where.DILEMMA, "goal_view", "''", ("sentence",), order="id"),
    _Source(Where.CARD, "played_card", "''", (), ("themes",)),
    _Source(Where.REQUEST, "request", "''", ("text",)),
    _Source(Where.THEME, "harvest", "''", ("theme",), order="id"),
)
"""In the order in which they are told within a workshop; its own title comes first."""

_WORKSHOPS = "SELECT id, title, date, team, organisation, goals FROM workshop WHERE hidden = 0 ORDER BY position, id"
_NAMES = "SELECT workshop_id, id, name FROM participant"
_SPOKEN = ("what", "why", "helper", "enables", "sign", "by", "note")
"""What somebody wrote in the JSON of a step or of a result; the rest are words of the program."""


def search(workspace: Workspace, words: str) -> Findings:
    """Where all of these words stand together in one text, whatever their capitals and accents. Raises StoreFault.

    Workshops that were taken off the list are left out. Fewer than `SHORTEST` letters find nothing.
    """
    terms = tuple(dict.fromkeys(plain(words).split()))
    if sum(map(len, terms)) < SHORTEST:
        return Findings()
    workshops = workspace.select(_WORKSHOPS)
    place = {row[0]: number for number, row in enumerate(workshops)}
    names = {(workshop, id): name for workshop, id, name in workspace.select(_NAMES)}
    hits: list[tuple[int, int, Found]] = []

    def look(kind: int, where: Where, workshop: str, person: str, texts: Iterable[str]) -> None:
        parts = next((parts for text in texts if (parts := around(text, terms)) is not None), None)
        if parts is not None:  # one place in a plan or a talk is enough to go there
            _, title, day, team, *_ = workshops[place[workshop]]
            date = dt.date.fromisoformat(day) if day else None
            found = Found(workshop, title, team, date, person, names.get((workshop, person), ""), where, *parts)
            hits.append((place[workshop], kind, found))

    for id, title, _, team, organisation, goals in workshops:
        look(0, Where.WORKSHOP, id, "", _texts((title, team, organisation), (goals,), terms))
    for kind, source in enumerate(_SOURCES, start=1):
        split = 2 + len(source.texts)
        for row in workspace.select(_sql(source)):
            if row[0] in place:
                look(kind, source.where, row[0], row[1], _texts(row[2:split], row[split:], terms))
    hits.sort(key=lambda hit: hit[:2])
    return Findings(tuple(found for *_, found in hits[:LIMIT]), len(hits) > LIMIT)


def _sql(source: _Source) -> str:
    columns = ", ".join(("workshop_id", source.person, *source.texts, *source.json))
    return f"SELECT {columns} FROM {source.table} ORDER BY workshop_id, {source.order}"  # noqa: S608, names of this module


def plain(text: str) -> str:
    """The text without capitals, accents and curly apostrophes, to compare with; its length may differ."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("‘", "'"))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def around(text: str, terms: tuple[str, ...]) -> tuple[str, str, str] | None:
    """What stands before the first of the terms, itself and what follows, in one line; None when one is missing.

    ``terms`` are `plain`. A long text is cut between words, where there are any.
    """
    folded = plain(text)
    if not terms or any(term not in folded for term in terms):
        return None
    text = " ".join(text.split())
    folded = plain(text)
    starts = [folded.find(term) for term in terms]
    start = min(starts)
    term = max((term for term, at in zip(terms, starts, strict=True) if at == start), key=len)
    if len(folded) == len(text) and text.isascii():
        first, last = start, start + len(term)
    else:
        places = [number for number, sign in enumerate(text) for _ in plain(sign)]
        first, last = places[start], places[start + len(term) - 1] + 1
        while last < len(text) and unicodedata.combining(text[last]):
            last += 1
    return _tail(text[:first]), text[first:last], _head(text[last:])


def _tail(text: str) -> str:
    if len(text) <= BEFORE:
        return text
    cut = text[-BEFORE:]
    gap = cut.find(" ")
    return f"…{cut[gap:] if 0 <= gap < BEFORE // 2 else cut}"


def _head(text: str) -> str:
    if len(text) <= AFTER:
        return text
    cut = text[:AFTER]
    gap = cut.rfind(" ")
    return f"{cut[: gap + 1] if gap > AFTER // 2 else cut}…"


def _texts(texts: Iterable[Any], lists: Iterable[Any], terms: tuple[str, ...]) -> Iterator[str]:
    """The texts of a row; JSON is read only when the first word may be in it."""
    yield from filter(None, texts)
    for column in lists:
        if column and (terms[0] in plain(column) or any(sign in terms[0] for sign in '"\\')):
            yield from _spoken(json.loads(column))


def _spoken(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _spoken(one)
    elif isinstance(value, dict):
        for name in _SPOKEN:
            yield from _spoken(value.get(name, ""))
