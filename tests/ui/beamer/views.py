"""Views for tests of the beamer: every kind of picture, easy and hard ones."""

from __future__ import annotations

import datetime as dt
import random

from gogrow.domain.board import Board
from gogrow.domain.public import (
    About,
    Blank,
    Card,
    Explain,
    Gap,
    Neutral,
    Pairs,
    Picture,
    Placing,
    PublicClock,
    PublicPawn,
    Reveal,
    Words,
)
from tests.ui.boards import go_grow, plane

NOW = dt.datetime(2026, 5, 12, 10, 0, tzinfo=dt.UTC)
LONG = "Anne-Fleur Wilhelmina van den Bergh-Hoogendoorn de Vries-Smit"
NAMES = (
    *("Anja", "Bram", "Dennis", "Fatma", "Johan", "Kees", "Linh", "Marloes", "Samira", "Tomasz", "Wesley", "Yusuf"),
    *("Anne-Fleur", "Bartholomeus", "Çelik", "Duc", "Esmée", "Fleur", "Guus", "Hanneke", "Ibrahim", "Jip", "Karin"),
    *("Lotte", "Mohammed"),
)
COLOURS = ("brick", "plum", "navy", "pine", "umber", "petrol", "wine")
SHAPES = ("employee", "manager", "colleague")
BOARD = go_grow()


def crowd(count: int, named: int = 0, letter: str = "", *, long: bool = False) -> tuple[PublicPawn, ...]:
    """Pawns on letters, by lot or all on one; the first ``named`` of them have names."""
    rnd = random.Random(count)
    found = []
    for number in range(count):
        spot = BOARD.spot(letter or rnd.choice(BOARD.spots).letter)
        assert spot is not None
        if number >= named:
            found.append(PublicPawn(spot.x, spot.y))
            continue
        name = LONG if long and number % 3 == 0 else NAMES[number % len(NAMES)]
        shape, colour = SHAPES[number % 3], COLOURS[number % 7]
        found.append(PublicPawn(spot.x, spot.y, name, name[:2].upper(), shape, colour))
    return tuple(sorted(found, key=lambda p: (p.y, p.x, p.name)))


def gap(
    mine: str, theirs: str, *, mirror: bool = False, prompt: str = "", owner: str = "Samira", other: str = "Johan"
) -> Gap:
    """The gap of two on two letters."""
    a, b = BOARD.spot(mine), BOARD.spot(theirs)
    assert a is not None
    assert b is not None
    me = PublicPawn(a.x, a.y, owner, "SE", "employee", "brick")
    you = PublicPawn(0, 0, other, "JT", "manager", "petrol")
    seen = PublicPawn(b.x, b.y, other, "JT", "manager", "petrol", seen=True)
    if mirror:
        seen = PublicPawn(b.x, b.y, owner, "SE", "employee", "brick", seen=True)
    return Gap(BOARD, me, seen, owner, other, you, mirror, prompt)


def views(board: Board = BOARD) -> dict[str, Picture]:
    """Every kind of picture."""
    fields = [field.id for field in board.fields]
    heading, body = "Hier staan we", "Waar is het vol? Waar is het leeg?"
    return {
        "neutral": Neutral(),
        "blank": Blank(),
        "words": Words("Fijn dat je er bent", "Vandaag gaat het over jouw werk en wat jij wilt.", "hand-stop"),
        "words-long": Words("Ontwikkelingsverantwoordelijkheden en loopbaan", "Wat wil jij? " * 30, "nothing"),
        "explain": Explain(board, "En jij in de keuken?", "Loopt het lekker? Leer je bij? Kies een letter."),
        "placing": Placing(board, "Waar sta jij nu?", 7, 11),
        "placing-many": Placing(board, "Waar zet jij je leidinggevende of een collega?", 37, 60),
        "placing-500": Placing(board, "Waar sta jij nu?", 499, 500),
        "reveal": Reveal(board, heading, body, crowd(11)),
        "reveal-named": Reveal(board, heading, body, crowd(11, 5)),
        "reveal-25": Reveal(board, heading, body, crowd(25, 0, "L")),
        "reveal-25-named": Reveal(board, heading, body, crowd(25, 25, "D")),
        "reveal-25-long": Reveal(board, heading, body, crowd(25, 25, long=True)),
        "reveal-60": Reveal(board, heading, body, crowd(60, 30)),
        "reveal-500": Reveal(board, heading, body, crowd(500)),
        "about": About(board, "Johan", crowd(8)),
        "about-long": About(board, LONG, crowd(8)),
        "pairs": Pairs("Waar komt jullie verschil vandaan?", True, 0, PublicClock(4, 240)),
        "pairs-long": Pairs("Wat zou jij morgen als eerste anders doen? " * 4, True, 2, PublicClock(45, 1000)),
        "gap": gap("R", "X"),
        "gap-mirror": gap("B", "N", mirror=True),
        "gap-far": gap("A", "V", prompt="Wat zou er moeten gebeuren, zodat jij laat zien wat je kunt? " * 3),
        "gap-same": gap("Y", "Y", owner=LONG, other=LONG),
        "gap-up": gap("D", "P"),
        "card": Card(board, fields[-1], "seedling", "Je krijgt een half jaar.", "Wat ga jij doen?", "", "two", 4),
        "card-long": Card(
            board, fields[0], "note", "Een zin. " * 12, "Wat kun jij? " * 6, "En dan? " * 9, "team", 12, 7, 11
        ),
        "card-bare": Card(board, "unknown", "", "", "Wat?", "", "", 0),
    }


def plane_views() -> dict[str, Picture]:
    """The pictures with a board, on another instrument's."""
    board = plane()
    pawns = tuple(PublicPawn(x, y) for x, y in ((0.2, 0.2), (0.2, 0.2), (0.8, 0.3), (0.5, 0.9)))
    named = PublicPawn(0.3, 0.7, "Samira", "SE", "employee", "brick")
    seen = PublicPawn(0.8, 0.2, "Johan", "JT", "manager", "petrol", seen=True)
    return {
        "explain": Explain(board, "Waarom leren wij?", "Kijk waar het schuurt."),
        "placing": Placing(board, "Waarom leren wij nu?", 3, 9),
        "reveal": Reveal(board, "Hier staan we", "Waar is het vol?", (*pawns, named)),
        "gap": Gap(board, named, seen, "Samira", "Johan", seen, False, ""),
        "card": Card(board, board.fields[1].id, "", "Eerst dit.", "En dan?", "", "several", 5),
    }
