"""What is read aloud: the public words in the order of reading, and never anything private."""

from __future__ import annotations

import random

import pytest

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.public import (
    Argue,
    BeamerMode,
    Blank,
    Card,
    Dilemma,
    Explain,
    Goals,
    Neutral,
    Placing,
    Poll,
    PublicClock,
    PublicView,
    Reveal,
    Sentence,
    Words,
)
from gogrow.domain.room import public_view
from gogrow.domain.rules import session
from gogrow.texts import Texts
from gogrow.ui.beamer.reading import ended, reading
from gogrow.ui.beamer.spoken import describe
from tests.domain.test_room import PLANTED, actions, scrambled, secret_team
from tests.sample import NOW
from tests.ui.beamer.dilemma_views import SHORT, dilemma_views
from tests.ui.beamer.views import BOARD, NAMES, crowd, plane_views, views

PICTURES = {**views(), **plane_views(), **dilemma_views()}
NL = Texts("nl")


def read(picture: object) -> tuple[str, ...]:
    return reading(PublicView("nl", picture), NL)  # type: ignore[arg-type]


def test_a_dilemma_is_read_as_people_read_it() -> None:
    assert read(Dilemma(SHORT)) == tuple(
        ended(text)
        for text in (SHORT.title, SHORT.situation, f"A: {SHORT.a}", SHORT.a_reason, f"B: {SHORT.b}", SHORT.b_reason)
    )


def test_a_card_is_read_in_its_three_parts_without_what_is_empty() -> None:
    card = Card(BOARD, "know", "note", "Je krijgt een half jaar", "Wat ga jij doen?", "", "two", 4, 7, 11)
    assert read(card) == ("Je krijgt een half jaar.", "Wat ga jij doen?")


def test_words_and_sentences() -> None:
    assert read(Words("Fijn dat je er bent", "Ga zitten.", "flag")) == ("Fijn dat je er bent.", "Ga zitten.")
    assert read(Explain(BOARD, "En jij?", "Kies een\nletter")) == ("En jij?", "Kies een letter.")
    assert read(Sentence(SHORT, "Wij leren samen", ("leren",))) == (ended(SHORT.title), "Wij leren samen.", "leren.")
    assert read(Goals("Gezond werken", 0, 1, (("De robot", "rubs"),))) == ("Gezond werken.", "De robot: schuurt.")
    assert read(Poll("Wat wil jij nu?"))[0] == "Wat wil jij nu?"
    assert len(read(Poll("Wat wil jij nu?"))) == 6


def test_then_and_now_is_read_without_places_and_told_with_them() -> None:
    """Aloud only its words; for who cannot see it, how many counters lie where, and nobody's way."""
    both, one = views()["then-now"], views()["then-now-one"]
    assert read(both) == ("Toen en nu.", "Wat is er veranderd? En wat is gebleven?")
    assert read(one) == ("Samira, toen en nu.", "Wat is er veranderd? En wat is gebleven?")
    heading, told = describe(PublicView("nl", both), NL)
    assert heading == "Toen en nu"
    assert told.startswith("Toen, 12 mei 2026: ")
    assert "Nu, 18 augustus 2026: " in told
    assert not any(name in told for name in NAMES)
    heading, told = describe(PublicView("nl", one), NL)
    assert heading == "Samira, toen en nu"
    assert told == "Toen, 4 november 2025: Ik ken mijn vak. Nu, 2 februari 2026: Ik ben trots"


@pytest.mark.parametrize("picture", [Neutral(), Blank()])
def test_a_quiet_and_a_dark_picture_have_nothing_to_read(picture: object) -> None:
    assert read(picture) == ()


def test_what_changes_all_the_time_is_not_read() -> None:
    assert read(Placing(BOARD, "Waar sta jij?", 1, 9)) == read(Placing(BOARD, "Waar sta jij?", 8, 9))
    assert read(Dilemma(SHORT, 1, 9)) == read(Dilemma(SHORT, 8, 9))
    assert read(Argue(SHORT, "a", 1, PublicClock(2, 60))) == read(Argue(SHORT, "a", 1, PublicClock(2, 5)))
    for name in ("reveal-25-named", "views-named-14"):
        assert not any(person in " ".join(read(PICTURES[name])) for person in NAMES)
    assert read(Reveal(BOARD, "Hier", "Kijk", crowd(3))) == read(Reveal(BOARD, "Hier", "Kijk", crowd(9, 9)))


@pytest.mark.parametrize("name", list(PICTURES))
def test_every_picture_with_words_is_read_in_whole_sentences(name: str) -> None:
    found = read(PICTURES[name])
    assert bool(found) == (name not in ("neutral", "blank"))
    assert all(text == text.strip() and text[-1] in ".!?…" and "\n" not in text for text in found)


@pytest.mark.parametrize("seed", range(6))
def test_private_things_change_nothing_of_it(seed: int) -> None:
    """Two workshops that differ only in what is private read the same, and no planted word is heard."""
    source, new_id, now = random.Random(seed), seeded_ids(seed), NOW
    workshop = session.begin(secret_team(), now).workshop
    heard = 0
    for _ in range(60):
        try:
            workshop = source.choice(actions(workshop, source, new_id, now))(workshop).workshop
        except RuleBroken:
            continue
        one = reading(public_view(workshop, BeamerMode.SHOW, now), NL)
        other = reading(public_view(scrambled(workshop, source), BeamerMode.SHOW, now), NL)
        assert one == other
        assert not any(PLANTED in text for text in one)
        heard += len(one)
    assert heard
