"""The harvest of one or more workshops for the organisation, in which nobody can be recognised.

It holds numbers that `suppression` lets through, words of a deck, themes, and words that whoever said them allowed to
be passed on: never a name, and nothing about managers. What is left out leaves no trace: a figure that is too small
and one that is nought are both None.

Source: the themes that come up are harvested and feed what the organisation does next (Go Grow, document 000); after a
Koerskaart session participants say what they need (003). For the organisation only anonymous themes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from gogrow.domain.added import Added, added, counts_for, field_table, theme_key
from gogrow.domain.board import Board, Field, Round
from gogrow.domain.deck import DilemmaCard
from gogrow.domain.dilemmas import POLL, Moment
from gogrow.domain.people_words import holds_name, name_words
from gogrow.domain.rules.erasing import all_themes
from gogrow.domain.suppression import figure
from gogrow.domain.workshop import Workshop

Told = tuple[int | None, ...]
"""Figures that may be shown; None for one that is too small, or nought."""

Teams = Sequence[Sequence[Workshop]]
"""Workshops of the same people together."""

NONE: Mapping[str, Added] = MappingProxyType({})

SHARED = ("enables", "wish", "improvement", "team")
"""The fields of a plan that may be passed on, when the owner says so, in the order of the report."""

WISHES = 5
PLACES = 5
_TOWARDS = (0.4, 0.6)  # a group's pawn before the first is towards A, behind the second towards B


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme, and how often it was named: at most once for each person who was there."""

    theme: str
    count: int


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field (None: the centre) and how many own pawns stood in it, for each round of the table."""

    place: Field | None
    counts: Told


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Where people placed their own pawns on a board."""

    board: Board
    rounds: tuple[Round, ...]
    lines: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class DilemmaLine:
    """A dilemma: how many chose each of the five steps from A to B, before and after the talk.

    ``groups`` is how many groups put their own pawn towards A, in the middle, towards B: a group speaks for all of its
    people, of whom there are always enough. ``sentences`` are the groups' own, where they may be passed on.
    """

    card: DilemmaCard
    before: Told = ()
    after: Told = ()
    groups: tuple[int, int, int] = (0, 0, 0)
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All of it. ``workshops`` and ``people`` are those that count; of a team that met more often the fullest meeting.

    ``wishes`` are the five of the closing poll, () when none may be shown. ``asked`` is what groups ask of the
    organisation, ``said`` what people wrote in their plans, by the name of the plan's field; word for word, with leave.
    """

    workshops: int = 0
    people: int = 0
    organisation: str = ""
    team: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    board: Board | None = None
    themes: tuple[ThemeLine, ...] = ()
    wishes: Told = ()
    fields: tuple[FieldTable, ...] = ()
    dilemmas: tuple[DilemmaLine, ...] = ()
    asked: tuple[str, ...] = ()
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def figures(self) -> bool:
        """Whether there is a figure of people in it."""
        counted = any(line.before or line.after for line in self.dilemmas)
        return bool(self.themes or self.wishes or self.fields or counted)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.themes or self.wishes or self.fields or self.dilemmas or self.asked or self.said)


def once(workshops: Iterable[Workshop]) -> tuple[Workshop, ...]:
    """Each workshop once, also when it stands in two files: the same id, or the same people on the same day.

    Of two with the same id the one that is not tidied up stays. Of two with the same people on one day the second
    stays when it is another programme: a team can meet in the morning and in the afternoon.
    """
    found: dict[str, Workshop] = {}
    for workshop in workshops:
        known = found.get(workshop.id)
        if known is None or (known.summary is not None and workshop.summary is None):
            found[workshop.id] = workshop
    met: set[tuple[object, ...]] = set()
    kept = []
    for workshop in found.values():
        meetings = _meetings(workshop)
        if met.isdisjoint(meetings):
            kept.append(workshop)
        met |= meetings
    return tuple(kept)


def _meetings(workshop: Workshop) -> set[tuple[object, ...]]:
    """What two records of one meeting have in common: the people, by id or by name, on a day."""
    details = workshop.details
    if details.date is None or not workshop.participants:
        return set()
    persons = frozenset(p.person for p in workshop.participants)
    names = frozenset(p.name.casefold() for p in workshop.participants)
    return {(details.date, details.programme, "ids", persons), (details.date, details.programme, "names", names)}


def report(workshops: Iterable[Workshop], earlier: Mapping[str, Added] = NONE) -> Report:
    """The report of these workshops; those that do not count (`counts_for`) or come twice (`once`) are passed over.

    ``earlier`` is what workshops (by id) added to a report before: those figures stay, also when somebody changed the
    workshop since. Else a reader who knows what changed could find who it was.
    """
    every = tuple(workshops)
    names = name_words(one for workshop in every for one in workshop.participants)
    found = tuple(w for w in once(every) if counts_for(w))
    if not found:
        return Report()
    adds = {w.id: earlier.get(w.id) or added(w) for w in found}
    teams = _teams(found)
    dates = sorted(w.details.date for w in found if w.details.date is not None)

    def clean(text: str) -> bool:
        return bool(text.strip()) and not holds_name(text, names)

    return Report(
        workshops=len(found),
        people=sum(max(adds[w.id].people for w in team) for team in teams),
        organisation=_one(w.details.organisation for w in found if clean(w.details.organisation)),
        team=_one(w.details.team for w in found) if all(clean(w.details.team) for w in found) else "",
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        board=found[0].board,
        themes=_themes(teams, adds, clean),
        wishes=_told([[adds[w.id] for w in team] for team in teams], f"{POLL}.{Moment.BEFORE}", WISHES),
        fields=_fields(teams, adds),
        dilemmas=_dilemmas(teams, adds, clean),
        asked=_sorted(r.text for w in found for r in w.requests if r.shareable and clean(r.text)),
        said=_said(found, clean),
    )


def _teams(workshops: Sequence[Workshop]) -> list[list[Workshop]]:
    """Workshops that the same people were in, together: of a figure they are the same people."""
    teams: list[list[Workshop]] = []
    for workshop in workshops:
        same = [team for team in teams if any(_same_team(workshop, other) for other in team)]
        teams = [team for team in teams if team not in same]
        teams.append([*(other for team in same for other in team), workshop])
    return teams


def _same_team(one: Workshop, other: Workshop) -> bool:
    """Whether one follows the other, or half of the people of the smaller were in both."""
    if one.details.follows == other.id or other.details.follows == one.id:
        return True
    here, there = ({p.person for p in w.participants} for w in (one, other))
    return bool(here and there) and 2 * len(here & there) >= min(len(here), len(there))


def _told(teams: Iterable[Iterable[Added]], key: str, size: int) -> Told:
    """A table of answers over all workshops; () when no figure of it may be shown."""
    tables = [[one.tables[key] for one in team if len(one.tables.get(key, ())) == size] for team in teams]
    told = tuple(figure([table[at] for table in team] for team in tables).told for at in range(size))
    return told if any(told) else ()


def _themes(teams: Teams, adds: Mapping[str, Added], clean: Callable[[str], bool]) -> tuple[ThemeLine, ...]:
    """The most named first. A theme is called as it was first."""
    words: dict[str, str] = {}
    for team in teams:
        for workshop in team:
            for item in all_themes(workshop):
                words.setdefault(theme_key(item.theme), " ".join(item.theme.split()))
    lines = []
    for key in dict.fromkeys(key for team in teams for w in team for key in adds[w.id].themes):
        count = figure([adds[w.id].themes.get(key, 0) for w in team] for team in teams).told
        if count is not None and clean(words.get(key, key)):
            lines.append(ThemeLine(words.get(key, key), count))
    return tuple(sorted(lines, key=lambda line: (-line.count, line.theme.casefold())))


def _fields(teams: Teams, adds: Mapping[str, Added]) -> tuple[FieldTable, ...]:
    """A table for each board; a round of which nothing may be shown is no column of it."""
    tables = []
    boards = {workshop.board.id: workshop.board for team in teams for workshop in team}
    for board in boards.values():
        places: list[Field | None] = [*board.fields, None]
        played = [[adds[w.id] for w in team if w.board.id == board.id] for team in teams]
        told = {round.id: _told(played, field_table(board.id, round.id), len(places)) for round in board.rounds}
        rounds = tuple(round for round in board.rounds if told[round.id])
        if rounds:
            lines = [FieldLine(place, tuple(told[r.id][at] for r in rounds)) for at, place in enumerate(places)]
            tables.append(FieldTable(board, rounds, tuple(lines)))
    return tuple(tables)


def _dilemmas(teams: Teams, adds: Mapping[str, Added], clean: Callable[[str], bool]) -> tuple[DilemmaLine, ...]:
    """In the order in which they first came; without those of which nothing may be told."""
    cards: dict[str, DilemmaCard] = {}
    for team in teams:
        for workshop in team:
            for played in workshop.dilemmas:
                cards.setdefault(played.id, played.card)
    lines = []
    for id, card in cards.items():
        if not all(clean(text) for text in (card.title, card.a, card.b)):
            continue
        counted = [[adds[w.id] for w in team] for team in teams]
        before, after = (_told(counted, f"{id}.{moment}", PLACES) for moment in (Moment.BEFORE, Moment.AFTER))
        said = [d for team in teams for w in team if (d := w.dilemma(id)) is not None]
        pawns = [d.pawn for d in said if d.pawn is not None]
        groups = (
            sum(pawn < _TOWARDS[0] for pawn in pawns),
            sum(_TOWARDS[0] <= pawn <= _TOWARDS[1] for pawn in pawns),
            sum(pawn > _TOWARDS[1] for pawn in pawns),
        )
        sentences = _sorted(d.sentence for d in said if d.shareable and clean(d.sentence))
        if before or after or pawns or sentences:
            lines.append(DilemmaLine(card, before, after, groups, sentences))
    return tuple(lines)


def _said(workshops: Iterable[Workshop], clean: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    """What people wrote in their plans and allow to be passed on, by field; the same words once."""
    found: dict[str, list[str]] = {}
    for workshop in workshops:
        for plan in workshop.plans:
            for part in plan.shared:
                text = getattr(plan, part) if part in SHARED else ""
                if clean(text):
                    found.setdefault(part, []).append(text)
    return {part: _sorted(found[part]) for part in SHARED if part in found}


def _sorted(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in the order of the alphabet: it says nothing about who, or which team."""
    return tuple(sorted({" ".join(text.split()) for text in texts}, key=lambda text: (text.casefold(), text)))


def _one(texts: Iterable[str]) -> str:
    """What they all are, or ''."""
    found = {" ".join(text.split()) for text in texts}
    return found.pop() if len(found) == 1 else ""
