"""What one workshop adds to a report: its rounded counts, and nothing else of what was counted.

A report is made of these values alone, which is why no sequence of reports says more than they do (`suppression`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gogrow.domain.board import Field
from gogrow.domain.people_words import holds_name, name_words
from gogrow.domain.rules.erasing import all_themes, own_fields
from gogrow.domain.suppression import ENOUGH, Counts, mentions, rounded
from gogrow.domain.workshop import Workshop

_CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Added:
    """``people`` who were there. ``tables`` by `field_table` or by the id of a `ViewCount`; those that are left out are
    not in it. ``themes`` by `theme_key`, how often they were named; those that round to nought are not in it.
    """

    people: int
    tables: Mapping[str, Counts] = field(default_factory=dict)
    themes: Mapping[str, int] = field(default_factory=dict)


def people_in(workshop: Workshop) -> int:
    """How many people were there."""
    return workshop.summary.people if workshop.summary is not None else len(workshop.here())


def counts_for(workshop: Workshop) -> bool:
    """Whether a report tells anything of a workshop: it is over, for a team, and enough people were there, most of whom
    lead nobody. Figures of a group of managers are about managers; once it is tidied up nobody knows that any more.
    """
    over = workshop.stage.ended and workshop.details.setting != "two"
    return over and people_in(workshop) >= ENOUGH and not of_managers(workshop)


def of_managers(workshop: Workshop) -> bool:
    """Whether more than half of those who were there are managers."""
    here, managers = workshop.here(), workshop.managers()
    return 2 * sum(p.id in managers for p in here) > len(here)


def added(workshop: Workshop) -> Added:
    """What a workshop adds that counts (`counts_for`); the same before and after it is tidied up."""
    people = people_in(workshop)
    names = name_words(workshop.participants)
    tables = {view.id: rounded(view.counts) for view in workshop.views}
    for round in workshop.board.rounds:
        places = [*workshop.board.fields, None]
        tables[field_table(workshop.board.id, round.id)] = rounded(_stood(workshop, round.id, places))
    themes = {
        theme_key(item.theme): mentions(item.count, people)
        for item in all_themes(workshop)
        if not holds_name(item.theme, names)
    }
    return Added(
        people,
        {key: table for key, table in tables.items() if any(table)},
        {key: count for key, count in themes.items() if count},
    )


def field_table(board: str, round: str) -> str:
    """The key of the table of a board's fields in a round."""
    return f"{board}/{round}"


def theme_key(theme: str) -> str:
    """The same for a theme in capitals and in small letters."""
    return " ".join(theme.split()).casefold()


def _stood(workshop: Workshop, round: str, places: Sequence[Field | None]) -> Counts:
    """How many own pawns stood in each place (None: the centre), also of a workshop that was tidied up."""
    if workshop.summary is not None:
        counts = {(round, place): count for round, place, count in workshop.summary.fields}
    else:
        counts = dict(own_fields(workshop))
    return tuple(counts.get((round, place.id if place is not None else _CENTRE), 0) for place in places)
