"""The story of fourteen people and their course: six dilemmas, the goals of the company, one page, home on time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gogrow.domain import ballot as rules
from gogrow.domain.deck import Phase
from gogrow.domain.dilemmas import POLL, Fit, Moment
from gogrow.domain.public import (
    Argue,
    Card,
    CoursePage,
    Dilemma,
    Goals,
    Neutral,
    Placing,
    Poll,
    Reveal,
    Sentence,
    Views,
    Words,
)
from tests.journeys.driver import Facilitator
from tests.sheets import reading

PEOPLE = (  # nobody on a card is called like them
    "Anja Verbeek",
    "Bram Kuiper",
    "Dennis Smit",
    "Fatma Yildiz",
    "Johan Terpstra",
    "Kees de Wit",
    "Linh Tran",
    "Marloes de Boer",
    "Quirine Haddad",
    "Hedwig El Idrissi",
    "Tomasz Nowak",
    "Wesley Pinas",
    "Xander Vos",
    "Yusuf Demir",
)
GOALS = ("Iedereen kan met de nieuwe zetbank werken", "Minder haast, minder fouten", "Vakmensen blijven bij ons")
FIRST = ("22451332441523", "11215522134412", "55443322115544", "32123412345123", "54545432123454", "12345123451234")
AFTER = {2: "33443322223344", 5: "22334412341234"}
"""What is held up at the dilemmas, and once more after the talk of two of them."""
SENTENCES = (
    "Eerst samen oefenen, dan pas haast.",
    "Wie het weet, deelt het.",
    "Lichter werk mag iets kosten.",
    "Ieder kiest zelf, en zegt het.",
    "Fouten gaan op het bord.",
    "Een uur per week om te leren.",
)


def keys_to_the_page(she: Facilitator) -> None:
    """A click beside every field."""
    page = she.program.window.stack.currentWidget()
    assert page is not None
    page.setFocus()


def views(she: Facilitator) -> Views:
    """The dots that the room sees."""
    room = she.room
    assert isinstance(room, Views)
    return room


def kept(she: Facilitator) -> dict[str, int]:
    """Whose view is in the file by name."""
    labels = {person.id: person.label for person in she.workshop.participants}
    return {labels[view.participant]: view.view for view in she.workshop.named_views}


def phase(she: Facilitator) -> Phase:
    return she.workshop.stage.dilemma.phase


def counts(cards: str) -> tuple[int, ...]:
    return tuple(cards.count(str(view)) for view in range(1, 6))


def prepare(she: Facilitator, programme: str = "Koerskaart, twee uur, 2 uur", goals: tuple[str, ...] = GOALS) -> None:
    """From nothing to fourteen people and a programme."""
    she.starts()
    she.clicks_and_answers("first", lambda: she.types("Werk en toekomst"), lambda: she.clicks("make"))
    she.waits(lambda: she.page == "prepare")
    she.copies("\n".join(PEOPLE))
    she.presses("Ctrl+V")
    she.waits(lambda: she.reads("Neem 14 mensen over"))
    she.clicks("take_people")
    she.clicks(programme)
    she.clicks_tab("Details")
    for place, goal in enumerate(goals):
        she.clicks_field(f"details_goal{place}")
        she.types(goal)
        she.presses("Return")
    assert she.workshop.details.goals == goals


def begin(she: Facilitator) -> None:
    she.clicks("next")
    she.clicks("next")
    assert she.page == "cockpit"
    she.clicks("alone")
    she.clicks("act")


def shows(she: Facilitator) -> None:
    """Page Down asks, Enter shows."""
    she.presses("PgDown")
    assert isinstance(she.room, Dilemma), "nothing is shown by Page Down alone"
    she.presses("Return")


def one_round(she: Facilitator, number: int) -> None:
    """One dilemma, as it is played: read, choose, show, talk, a sentence, and sometimes once more."""
    assert isinstance(she.room, Words)
    she.presses("PgDown")  # draw
    assert isinstance(she.room, Dilemma)
    assert she.room.total is None
    she.presses("PgDown")  # choose
    about = she.workshop.stage.dilemma.card
    before = she.keys
    she.types(FIRST[number])
    assert she.keys - before <= 20
    assert (she.room.done, she.room.total) == (14, 14)
    assert she.workshop.counts(about, Moment.BEFORE) == ()
    shows(she)
    assert (views(she).before, views(she).names) == (counts(FIRST[number]), ())
    she.presses("PgDown")  # talk
    she.presses("PgDown")  # draw the sides
    assert isinstance(she.room, Argue)
    assert (she.room.left in ("a", "b"), she.room.turn) == (True, 1)
    she.lets_pass(minutes=2)
    she.presses("PgDown")  # freely
    assert isinstance(she.room, Argue)
    assert (she.room.left, she.room.turn) == ("", 2)
    she.lets_pass(minutes=5)
    she.presses("PgDown")  # one sentence
    assert isinstance(she.room, Sentence)
    she.clicks_field("What do you say about this together?")
    she.types(SENTENCES[number])
    assert she.room.sentence == "", "it is shown when she shows it"
    she.clicks("read-back")
    assert isinstance(she.room, Sentence)
    assert she.room.sentence == SENTENCES[number]
    if number in AFTER:
        again(she, about, AFTER[number])


def again(she: Facilitator, about: str, cards: str) -> None:
    """They choose once more, and put the group's own pawn."""
    keys_to_the_page(she)
    she.presses("PgDown")
    assert phase(she) is Phase.AGAIN
    she.types(cards)
    shows(she)
    assert views(she).after == counts(cards)
    she.presses("PgDown", "Return")
    assert phase(she) is Phase.PAWN
    she.presses("Right", "Right")
    she.clicks("sure-live")
    assert views(she).pawn is not None
    assert views(she).sure == "live"
    played = she.workshop.dilemma(about)
    assert played is not None
    assert played.pawn == views(she).pawn


def test_the_whole_story_of_fourteen_people(she: Facilitator, tmp_path: Path) -> None:
    prepare(she)
    begin(she)
    started = she.now
    assert isinstance(she.room, Words)
    she.presses("PgDown")
    she.presses("PgDown")  # a question to open with
    assert isinstance(she.room, Card)
    she.presses("PgDown")
    for number in range(6):
        one_round(she, number)
        if number == 0:  # the laptop falls shut in the middle of the next count
            about = she.workshop.stage.dilemma.card
            kept = she.workshop.dilemma(about)
        if number < 5:
            keys_to_the_page(she)
            she.presses("PgDown")
            if number == 2:
                assert isinstance(she.room, Words)
                she.presses("PgDown")  # the break is over
    assert she.workshop.dilemma(about) == kept

    # The goals: helps, rubs, or stands apart.
    keys_to_the_page(she)
    she.presses("PgDown")
    assert isinstance(she.room, Goals)
    titles = [title for title, _ in she.room.lines]
    assert len(titles) == 6
    she.clicks(f"Rubs: {titles[0]}" if she.program.desk.texts.language == "en" else f"Schuurt: {titles[0]}")
    keys_to_the_page(she)
    she.presses("PgDown", "PgDown")
    assert isinstance(she.room, Goals)
    assert (she.room.number, she.room.count) == (2, 3)
    assert [view.fit for view in she.workshop.goal_views] == [Fit.RUBS]

    # One page, without a name.
    she.presses("PgDown")
    assert isinstance(she.room, CoursePage)
    course = she.room.course
    assert [line.sentence for line in course.lines] == list(SENTENCES)
    assert [goal.goal for _, goal in course.rubs] == [GOALS[0]]
    assert not [name for name in PEOPLE if name.split()[0] in repr(she.room)]
    she.clicks_field("What you ask for")
    she.types("Elke week een uur om te leren")
    she.presses("Return")
    assert isinstance(she.room, CoursePage)
    assert she.room.course.requests == ("Elke week een uur om te leren",)
    paper = she.prints("course-a4", tmp_path / "koers.pdf")
    said = " ".join(reading.words(paper))
    assert all(sentence.split()[-1] in said for sentence in SENTENCES)
    assert not [name for name in PEOPLE if name.split()[0] in said]

    # Each says whether a next step is wanted, and which.
    keys_to_the_page(she)
    she.presses("PgDown")
    she.types("11223344551122")
    assert isinstance(she.room, Poll)
    assert (she.room.counts, she.room.done) == ((), 14)
    she.presses("PgDown", "Return")
    assert isinstance(she.room, Poll)
    assert she.room.counts == she.workshop.counts(POLL, Moment.BEFORE) == (4, 4, 2, 2, 2)
    she.presses("PgDown", "PgDown", "PgDown", "PgDown")
    assert she.workshop.stage.ended
    assert isinstance(she.room, Neutral)
    assert she.now - started < dt.timedelta(minutes=115)
    assert sum(step.minutes for step in she.workshop.run) == 120

    # No single view is in the file or in what the file still knows of its steps: only what was shown.
    assert she.workshop.named_views == ()
    shown = {views.counts for views in she.workshop.views}
    assert shown == {*map(counts, FIRST), *map(counts, AFTER.values()), (4, 4, 2, 2, 2)}


def test_killed_in_the_middle_of_counting_the_round_begins_anew(she: Facilitator) -> None:
    prepare(she, goals=())
    begin(she)
    she.clicks_step("dilemma-1")
    she.presses("PgDown", "PgDown")
    she.types("2245133")
    about = she.workshop.stage.dilemma.card
    she.loses_power()
    she.starts()
    she.clicks("resume")
    assert isinstance(she.room, Neutral)
    assert she.workshop.stage.dilemma.card == about
    assert she.workshop.views == ()
    she.clicks("alone")
    assert she.reads("Het programma stopte tijdens het tellen.")
    she.presses("PgDown", "Return")
    assert isinstance(she.room, Dilemma)
    assert (she.room.done, she.room.total) == (0, 14)
    she.types(FIRST[0] + "3")  # and a fifteenth among fourteen
    assert she.reads("Alle 14 stemmen zijn binnen.")
    shows(she)
    assert she.workshop.counts(about, Moment.BEFORE) == counts(FIRST[0])


def test_with_names_of_those_who_say_so_killed_and_reopened(she: Facilitator) -> None:
    prepare(she, goals=())
    begin(she)
    she.clicks_step("dilemma-1")
    she.presses("PgDown")
    she.clicks("choice-RoomSees-names")
    she.clicks("choice-FileKeeps-names")
    keys_to_the_page(she)
    she.presses("PgDown")
    she.types(FIRST[0])
    live = she.program.desk.workspace.current
    assert live is not None
    ballot = live.voices.ballot
    assert ballot is not None
    assert [ballot.named[she.id(name)] for name in PEOPLE] == [int(card) for card in FIRST[0]]
    shows(she)
    assert views(she).names == ()
    assert kept(she) == {}  # nobody said yes yet
    for name in PEOPLE[:3]:
        live.voices.do(rules.say, she.id(name), aloud=True, kept=True)
        she.settles()
    assert [(voice.view, voice.name) for voice in views(she).names] == [(2, "Anja"), (2, "Bram"), (4, "Dennis")]
    assert kept(she) == {"Anja": 2, "Bram": 2, "Dennis": 4}
    live.voices.do(rules.say, she.id("Bram"), aloud=False, kept=False)
    she.settles()
    she.loses_power()
    she.starts()
    she.clicks("resume")
    she.clicks("alone")
    she.presses("PgDown", "Return")
    assert views(she).before == counts(FIRST[0])
    assert views(she).names == ()  # who may be named was in memory
    assert kept(she) == {"Anja": 2, "Dennis": 4}


def test_a_workshop_that_mixes_both(she: Facilitator, tmp_path: Path) -> None:
    prepare(she, "Koers en Go Grow, 2 uur")
    begin(she)
    she.clicks_step("slips")
    assert isinstance(she.room, Placing)
    she.types("BW" * 14)
    assert she.room.done == 14
    she.clicks_step("reveal")
    she.presses("PgDown", "Return")
    assert isinstance(she.room, Reveal)
    assert len(she.room.pawns) == 14
    she.clicks_step("dilemma-1")
    one_round(she, 0)
    assert len(she.workshop.placements) == 28
    she.clicks_step("course")
    assert isinstance(she.room, CoursePage)


@pytest.mark.parametrize("step", ["Welkom", "Eerste kaart"])
def test_steps_are_mixed_by_hand(she: Facilitator, step: str) -> None:
    prepare(she, "Eén dilemma, 15 min", goals=())
    she.clicks_tab("Programme")
    before = [one.id for one in she.workshop.run]

    def put_in() -> None:
        she.clicks_row(f"    {step}")
        she.clicks("step-add")
        she.clicks("run-ready")

    she.clicks_and_answers("mix-steps", put_in)
    titles = [one.title["nl"] for one in she.workshop.run]
    assert titles == ["Dilemma", step, "Afronden"]
    assert [one.id for one in she.workshop.run if one.id in before] == before
    she.presses("Ctrl+Z")
    assert [one.id for one in she.workshop.run] == before
