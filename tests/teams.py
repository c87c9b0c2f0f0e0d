"""An organisation with several teams that all had their session, for tests of what may be told of them."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import lru_cache

from gogrow.domain.ballot import counted
from gogrow.domain.dilemmas import POLL, Moment, PlayedDilemma, Request, ViewCount
from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, Harvest, Placement, Stage, Workshop
from tests import sample
from tests.koers import koerskaart

FIRST = "Aïcha Bram Carla Daan Emine Frans Gülay Hilde Ibrahim Jolanda Karim Lies Mehmet Noor Omar Petra Quincy Rosa"
LAST = "Achterberg Bouazza Claassen Dijksma Elzinga Faber Groothuis Hamstra Ippel Jaspers Kuipers Lubbers Mulder"
THEMES = ("Tijd om te leren", "Werkdruk", "Waardering", "Samenwerken", "Nieuwe machines", "Gezond blijven", "Roosters")
ASKED = ("Plan elke week een uur om van elkaar te leren.", "Laat zien wat er met onze ideeën gebeurt.")


@lru_cache(maxsize=4)
def organisation(teams: int = 6, people: int = 12, seed: int = 1) -> tuple[Workshop, ...]:
    """So many teams of so many people; what they named, chose and placed leans one way, and differs by team."""
    return tuple(one(number, people, random.Random(seed * 1000 + number)) for number in range(1, teams + 1))


def one(number: int, people: int, source: random.Random) -> Workshop:
    """A workshop that is over, of a team of its own."""
    prepared = sample.team()
    details = replace(
        prepared.details,
        title=f"Waar staan wij? {number}",
        organisation="Van Dam Verpakkingen",
        team=f"Team {number}",
        date=dt.date(2026, 3, 3) + dt.timedelta(days=17 * number),
    )
    firsts, lasts = FIRST.split(), LAST.split()
    there = tuple(
        Participant(
            f"w{number}p{at}", f"person{number}.{at}", f"{firsts[at % len(firsts)]} {lasts[(at + number) % len(lasts)]}"
        )
        for at in range(people)
    )
    spots = prepared.board.spots
    placements = tuple(
        Placement(f"{round}.{p.id}", round, p.id, p.id, spot.x, spot.y, spot.letter)
        for round in ("now", "wish")
        for p in there
        for spot in [source.choice(spots[:10] if round == "now" else spots[6:])]
    )
    cards = koerskaart().dilemmas["nl"][:4]
    dilemmas = tuple(
        PlayedDilemma(card.id, card, pawn=source.random(), sentence="Wij leren het liefst samen.", shareable=at == 0)
        for at, card in enumerate(cards)
    )
    views = [
        ViewCount(f"{POLL}.before", POLL, Moment.BEFORE, _chosen(source, people, (5, 4, 3, 2, 2))),
        *(
            ViewCount(f"{card.id}.{moment}", card.id, moment, _chosen(source, people, (2, 5, 2, 3, 1)))
            for card in cards
            for moment in Moment
        ),
    ]
    harvest = tuple(
        Harvest(f"h{at}", theme, max(1, round(source.gauss(7 - at, 1.5)))) for at, theme in enumerate(THEMES)
    )
    plans = tuple(
        DevelopmentPlan(
            p.id,
            wish="Ik wil de nieuwe lijn kunnen instellen.",
            enables="Een dag meelopen bij de technische dienst, zonder dat mijn plek leeg blijft.",
            shared=("enables",) if at == 0 else (),
        )
        for at, p in enumerate(there)
    )
    requests = tuple(Request(f"r{at}", text, shareable=True) for at, text in enumerate(ASKED))
    return replace(
        prepared,
        id=f"workshop{number}",
        details=details,
        participants=there,
        placements=placements,
        harvest=harvest,
        dilemmas=dilemmas,
        views=tuple(views),
        plans=plans,
        requests=(*requests, Request("r9", "Geheim verzoek")),
        stage=Stage(begun=sample.NOW, ended=True),
    )


def _chosen(source: random.Random, people: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    return counted(source.choices(range(1, len(weights) + 1), weights, k=people))
