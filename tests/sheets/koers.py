"""Workshops about dilemmas to print: the real cards, and a group that chose, talked and asked."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from gogrow.content.own_decks import read_library
from gogrow.domain.deck import Deck
from gogrow.domain.dilemmas import Fit, GoalView, Moment, NamedView, PlayedDilemma, Request, Sure, ViewCount
from gogrow.domain.workshop import Workshop
from tests.sheets import sample

BEFORE = ((2, 3, 1, 3, 5), (1, 0, 2, 6, 5), (14, 0, 0, 0, 0))
AFTER = ((0, 2, 6, 5, 1), (), (3, 7, 3, 0, 1))
GOALS = ("Iedereen kan twee machines bedienen", "Minder haast", "In twee jaar werkt de hele fabriek ermee")
SENTENCES = ("We leren het samen.", "", "Een fout mag, als we er maar over praten.")
DIFFERING = "Ik blijf het jammer vinden."
WHY = ("Zo leert de ploeg sneller.", "De planning houdt er geen rekening mee.", "Dat is iets voor later.")


@cache
def deck() -> Deck:
    """All decks that come with the program."""
    return read_library().deck


def played(count: int = 6, *, people: int = 14, language: str = "nl", programme: str = "koers-120") -> Workshop:
    """A workshop in which ``count`` dilemmas were played by a group of ``people``, with goals and two requests."""
    workshop = sample.team(people, language=language)
    cards = [deck().dilemmas[language][5 * at] for at in range(count)]
    sure = (None, Sure.LIVE, Sure.DIFFER)
    dilemmas = [
        PlayedDilemma(
            card.id,
            card,
            sentence=SENTENCES[at % 3],
            pawn=(None, 0.3, 1.0)[at % 3],
            sure=sure[at % 3],
            differing=DIFFERING if at % 3 == 1 else "",
        )
        for at, card in enumerate(cards)
    ]
    views = [
        ViewCount(f"{card.id}.{moment}", card.id, moment, counts)
        for at, card in enumerate(cards)
        for moment, counts in ((Moment.BEFORE, BEFORE[at % 3]), (Moment.AFTER, AFTER[at % 3]))
        if counts
    ]
    goals = [
        GoalView(f"{card.id}.{at % 3}", card.id, GOALS[at % 3], list(Fit)[at % 3], WHY[at % 3])
        for at, card in enumerate(cards)
    ]
    return replace(
        workshop,
        details=replace(workshop.details, goals=GOALS),
        run=next(p.steps for p in deck().programmes if p.id == programme),
        dilemmas=tuple(dilemmas),
        views=tuple(views),
        goal_views=tuple(goals),
        requests=(Request("a", "Zeg eerder wat er komt"), Request("b", "Een vaste plek om te oefenen")),
    )


def named(workshop: Workshop) -> Workshop:
    """The same, but the file also keeps who chose what, of those who agreed."""
    about = workshop.dilemmas[0].id
    views = tuple(
        NamedView(f"{about}.before.{p.id}", about, Moment.BEFORE, p.id, 1 + at % 5)
        for at, p in enumerate(workshop.participants)
    )
    return replace(workshop, named_views=views)
