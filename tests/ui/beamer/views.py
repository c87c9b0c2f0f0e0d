"""Views for tests of the beamer: every kind of picture, easy and hard ones."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

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
    ThenNowOne,
    ThenNowTeam,
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


def way(*letters: str, name: str = "Samira", shape: str = "employee", days: bool = True) -> ThenNowOne:
    """One person's way over these letters; the last is now."""
    spots = [BOARD.spot(letter) for letter in letters]
    pawns = [PublicPawn(s.x, s.y, name, "SE", shape, "brick") for s in spots if s]
    dates = [dt.date(2025, 11, 4) + dt.timedelta(days=90 * at) if days else None for at in range(len(pawns))]
    then = tuple(zip(pawns, dates, strict=True))[:-1]
    body = "Wat is er veranderd? En wat is gebleven?"
    return ThenNowOne(BOARD, name, body, then, pawns[-1], dates[-1])


def two_boards(then: int, now: int, board: Board = BOARD, letter: str = "", *, long: bool = False) -> ThenNowTeam:
    """A group at two sessions."""
    heading, body = "Toen en nu", "Wat is er veranderd? En wat is gebleven?"
    if long:
        heading, body = "Ontwikkelingsverantwoordelijkheden", "Wat is er veranderd en wat is er gebleven? " * 4
    days = (None, None) if letter else (dt.date(2026, 5, 12), dt.date(2026, 8, 18))
    one, other = crowd(then, letter=letter), crowd(now, letter=letter)
    return ThenNowTeam(board, heading, body, one, other, *days)


def views(board: Board = BOARD) -> dict[str, Picture]:
    """Every kind of picture."""
    fields = [field.id for field in board.fields]
    heading, body = "Hier staan we", "Waar is het vol? Waar is het leeg?"
    return {
        "neutral": Neutral(),
        "blank": Blank(),
        "words": Words("Fijn dat je er bent", "Vandaag gaat het over jouw werk en wat jij wilt.", "hand-stop"),
        "words-long": Words("Ontwikkelingsverantwoordelijkheden en loopbaan", "Wat wil jij? " * 30, "nothing"),
        "then-now": two_boards(11, 12, board),
        "then-now-25": two_boards(25, 24, board),
        "then-now-60": two_boards(60, 60, board),
        "then-now-one-spot": two_boards(25, 25, board, "C"),
        "then-now-long": two_boards(5, 5, board, long=True),
        "then-now-one": way("B", "X"),
        "then-now-same-place": way("H", "H", shape="manager"),
        "then-now-trail": way("B", "E", "Y", "O", name=LONG, shape="colleague"),
        "then-now-no-day": way("A", "V", days=False),
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
        "then-now": ThenNowTeam(board, "Toen en nu", "Wat is er veranderd?", pawns * 2, pawns * 2, None, None),
        "then-now-one": ThenNowOne(board, "Samira", "Wat hielp?", ((replace(named, x=0.9), None),), named, None),
        "gap": Gap(board, named, seen, "Samira", "Johan", seen, False, ""),
        "card": Card(board, board.fields[1].id, "", "Eerst dit.", "En dan?", "", "several", 5),
    }
