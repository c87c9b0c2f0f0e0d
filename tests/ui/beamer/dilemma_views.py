"""Pictures of dilemmas, goals, the course and the poll for tests of the beamer: short and long, few and many."""

from __future__ import annotations

import datetime as dt

from gogrow.domain.course import Course, CourseGoal, CourseLine
from gogrow.domain.dilemmas import Fit, Sure
from gogrow.domain.public import (
    Argue,
    CoursePage,
    Dilemma,
    Goals,
    Picture,
    Poles,
    Poll,
    PublicClock,
    PublicVoice,
    Sentence,
    Views,
)

NOW = dt.datetime(2026, 5, 12, 10, 0, tzinfo=dt.UTC)
SHORT = Poles("engine", "De robot", "Er komt een nieuwe machine.", "Ik werk er als eerste mee.",
              "Dan leer ik het meest.", "Ik kijk eerst de kunst af.", "Dan maak ik minder fouten.")  # fmt: skip
LONGER = Poles(
    "teapot",
    "Koffie bij mevrouw Bos",
    "Na dertig jaar zorg mag je nieuwe collega's begeleiden. Iemand anders drinkt dan koffie met mevrouw Bos.",
    "Ik vertel de nieuwe collega’s alles wat ik weet.",
    "Wat ik in dertig jaar leerde, kunnen er straks tien.",
    "Ik blijf elke ochtend koffie drinken bij haar thuis.",
    "Voor zulke ochtenden kom ik nu al dertig jaar werken.",
)
ENDLESS = Poles("nothing", "Ontwikkelingsverantwoordelijkheden " * 6, "Wat wil jij? " * 60, "Ja of nee. " * 30,
                "Omdat het zo is. " * 30, "Toch maar niet. " * 30, "Aansprakelijkheidsverzekering " * 20)  # fmt: skip
SENTENCE = "Wij willen de nieuwe machine samen leren kennen, en wie wil mag eerst kijken."
QUESTION = "Wie maakte al eens zo’n stap? Hoe was de eerste maandag?"
THEMES = ("samen leren", "nieuwe techniek", "fouten durven maken")
GOALS = (
    "Iedereen werkt gezond door tot het pensioen",
    "In twee jaar werkt de hele fabriek met de nieuwe machines, zonder dat iemand vertrekt",
    "Klanten krijgen sneller antwoord",
)
TITLES = ("De robot", "Koffie bij mevrouw Bos", "Van het dak", "Hoe heet de hond?", "Samen op één kamer",
          "Nu even niet", "Wie het weet", "Een plek vrij in Zwolle")  # fmt: skip
REQUESTS = (
    "Elke maand een middag om bij een ander te kijken",
    "Zeg eerder wat er komt",
    "Een vaste plek om fouten te vertellen zonder dat het in je dossier komt",
    "Laat ons zelf het rooster maken",
)
NAMES = ("Anja", "Anne-Fleur Wilhelmina van den Bergh-Hoogendoorn", "Bram", "Çelik", "Dennis", "Fatma", "Johan", "Kees",
         "Linh", "Marloes", "Samira", "Tomasz", "Wesley", "Yusuf")  # fmt: skip


def voices(*counts: int) -> tuple[PublicVoice, ...]:
    """So many names at each step."""
    found, number = [], 0
    for step, count in enumerate(counts, 1):
        for _ in range(count):
            found.append(PublicVoice(step, NAMES[number % len(NAMES)]))
            number += 1
    return tuple(found)


def line(number: int, before: tuple[int, ...], after: tuple[int, ...] = (), **more: object) -> CourseLine:
    """A dilemma on the course."""
    values = {"sentence": SENTENCE, "agrees": number % 3 != 1} | more
    return CourseLine(TITLES[number], SHORT.a, SHORT.b, before, after, **values)  # type: ignore[arg-type]


def course(count: int, requests: tuple[str, ...] = REQUESTS, scale: int = 1) -> Course:
    """A course of so many dilemmas."""
    befores = ((1, 3, 0, 2, 8), (9, 0, 4, 1, 0), (2, 2, 2, 2, 6), (0, 14, 0, 0, 0))
    afters = ((0, 2, 5, 6, 1), (), (1, 1, 9, 2, 1), (4, 8, 1, 0, 1))
    lines = []
    for number in range(count):
        before = tuple(n * scale for n in befores[number % 4])
        after = tuple(n * scale for n in afters[number % 4])
        goals = (CourseGoal(GOALS[1], Fit.RUBS),) if number in (1, 4) else ()
        pawn = 0.4 if number % 2 == 0 else None
        lines.append(line(number, before, after, pawn=pawn, sure=Sure.LIVE if pawn else None, goals=goals))
    return Course("Team Zetten", tuple(lines), GOALS, requests)


def dilemma_views() -> dict[str, Picture]:
    """Every kind of picture of the Koerskaart."""
    ends = NOW + dt.timedelta(seconds=95)
    fact = "Van alles wat we op het werk leren, leren we ongeveer 70 procent door het te doen"
    some = tuple(zip(TITLES, ("helps", "rubs", "apart", "", "rubs", "helps", "apart", "helps"), strict=True))
    return {
        "dilemma": Dilemma(SHORT),
        "dilemma-blind": Dilemma(SHORT, 9, 14),
        "dilemma-long": Dilemma(LONGER),
        "dilemma-long-blind": Dilemma(LONGER, 59, 60),
        "dilemma-endless": Dilemma(ENDLESS, 0, 500),
        "views-none": Views(SHORT, ()),
        "views-3": Views(SHORT, (1, 0, 0, 2, 0)),
        "views-14": Views(SHORT, (2, 4, 1, 0, 7)),
        "views-14-after": Views(SHORT, (2, 4, 1, 2, 5), (0, 3, 6, 4, 1)),
        "views-14-pawn": Views(SHORT, (2, 4, 1, 2, 5), (0, 3, 6, 4, 1), 0.36, "agree"),
        "views-long-pawn": Views(LONGER, (2, 4, 3, 2, 3), (0, 3, 6, 4, 1), 0.5, "differ"),
        "views-edge": Views(LONGER, (6, 4, 3, 0, 1), (14, 0, 0, 0, 0), 0.0, "live"),
        "views-25-one": Views(LONGER, (0, 24, 0, 0, 1), (25, 0, 0, 0, 0)),
        "views-60": Views(SHORT, (12, 20, 3, 24, 1), (4, 16, 30, 10, 0), 0.55, "live"),
        "views-60-one": Views(SHORT, (60, 0, 0, 0, 0), (0, 0, 1, 0, 59)),
        "views-500": Views(LONGER, (100, 200, 50, 150, 0), (0, 0, 499, 1, 0), 0.9),
        "views-named": Views(SHORT, (2, 4, 1, 0, 7), names=voices(1, 3, 1, 0, 4)),
        "views-named-after": Views(LONGER, (2, 4, 1, 0, 7), (3, 4, 3, 2, 2), 0.6, "live", voices(2, 3, 1, 2, 1)),
        "views-named-14": Views(SHORT, (0, 14, 0, 0, 0), names=voices(0, 14, 0, 0, 0)),
        "views-named-60": Views(LONGER, (12, 12, 12, 12, 12), (20, 20, 5, 15, 0), names=voices(20, 20, 5, 15, 0)),
        "argue": Argue(SHORT, "a", 1, PublicClock(2, 0, ends)),
        "argue-draw": Argue(SHORT, "", 0, PublicClock(2, 120)),
        "argue-b": Argue(LONGER, "b", 1, PublicClock(4, 200), QUESTION),
        "argue-free": Argue(LONGER, "", 2, PublicClock(12, 0, ends), fact=fact, source="004"),
        "argue-endless": Argue(ENDLESS, "b", 1, PublicClock(30, 1000), fact="Een lang feit. " * 40, source="004"),
        "sentence": Sentence(SHORT, SENTENCE, THEMES[:1]),
        "sentence-long": Sentence(LONGER, f"{SENTENCE} " * 5, (*THEMES, *THEMES[:2], "een woord")),
        "sentence-looking": Sentence(LONGER, ""),
        "goals": Goals(GOALS[0], 0, 3, some[:3]),
        "goals-one": Goals(GOALS[1], 1, 3, some[1:2]),
        "goals-8": Goals(GOALS[1], 0, 1, some),
        "goals-none": Goals("", 0, 0, (), REQUESTS),
        "goals-empty": Goals("", 0, 0, ()),
        "goals-12": Goals("", 0, 0, (), tuple(f"{REQUESTS[2]} {n}" for n in range(12))),
        "course-1": CoursePage(course(1, ())),
        "course-2": CoursePage(course(2)),
        "course-3": CoursePage(course(3)),
        "course-6": CoursePage(course(6, REQUESTS[:2])),
        "course-8": CoursePage(course(8, tuple(f"{REQUESTS[2]} {n}" for n in range(12)))),
        "course-8-60": CoursePage(course(8, (), 4)),
        "poll": Poll("Wat wil jij hierna?", (), 9, 14),
        "poll-14": Poll("Wat wil jij hierna?", (3, 1, 6, 0, 4)),
        "poll-60": Poll("Wat wil jij hierna doen, als het aan jou ligt?", (12, 1, 30, 0, 17)),
        "poll-60-one": Poll("Wat wil jij hierna?", (0, 60, 0, 0, 0)),
    }  # fmt: skip
