"""The story of two at one laptop: nothing is hidden, Samira decides what stays, and the rest is erased."""

from __future__ import annotations

from pathlib import Path

import pytest

from gogrow.domain.public import Neutral
from gogrow.domain.workshop import Visibility
from gogrow.ui.board.scene import BoardView
from gogrow.ui.cockpit.cover import Cover
from gogrow.ui.table.picture import TableBoard
from tests.journeys.driver import Facilitator
from tests.sheets import reading

SAID = "Nieuwe mensen vragen het eerst aan Samira."
NOW = {"Samira": (0.36, 0.66), "Johan": (0.58, 0.2)}
OTHER = {"Samira": (0.62, 0.28), "Johan": (0.72, 0.72)}


def sit_down(she: Facilitator) -> None:
    """Two names, Johan leads, and the laptop between them."""
    she.starts()
    she.clicks_and_answers("first", lambda: she.clicks("For two, at one laptop"), lambda: she.clicks("make"))
    she.waits(lambda: she.page == "prepare")
    she.copies("Naam\tRol\nJohan Terpstra\tleidinggevende\nSamira El Idrissi\tmedewerker")
    she.presses("Ctrl+V")
    she.waits(lambda: she.reads("Neem 2 mensen over"))
    she.clicks("take_people")
    she.clicks("lead_all")
    she.clicks("next")
    assert she.page == "table"


def seen(she: Facilitator) -> set[str]:
    """The pawns that stand on a board that can be seen, as words or as the ids of placements."""
    window = she.program.window
    found = {stand.words for board in window.findChildren(TableBoard) if board.isVisible() for stand in board.stands}
    for board in window.findChildren(BoardView):
        if board.isVisible():
            found |= set(board.keys())
    return found


def choose(she: Facilitator, name: str) -> None:
    """Behind the curtain: the own place, then the other's."""
    she.clicks("table-first")
    assert seen(she) == set()
    for x, y in (NOW[name], OTHER[name]):
        she.clicks_board(x, y)
        assert len(seen(she)) == 1, "only the own pawn is ever on the board"
        she.clicks("table-first")
    assert seen(she) == set(), "the curtain is closed again"


def talk(she: Facilitator) -> None:
    """Both chose, both look, and talk about the gap of each."""
    she.clicks("table-first")  # begin
    she.clicks("table-first")  # each a place
    choose(she, "Samira")
    choose(she, "Johan")
    she.clicks("table-first")  # look together
    assert seen(she) == set()
    she.clicks("table-first")  # show both
    she.clicks("table-first")  # the gap


def keep(she: Facilitator) -> None:
    """To the question what stays."""
    for _ in range(3):
        she.clicks("table-first")
    assert she.reads("Who may see this?") or she.reads("Wie mag dit zien?")


def test_the_story_of_the_two(she: Facilitator, tmp_path: Path) -> None:
    sit_down(she)
    assert not any(cover.isVisible() for cover in she.program.window.findChildren(Cover)), "nothing is hidden"
    notes = [note["nl"] for step in she.workshop.run for note in step.notes]

    # Samira places herself and Johan behind a curtain, then Johan, then both are shown together.
    she.clicks("table-first")
    assert not any(she.reads(note) for note in notes), "no notes for one of the two"
    she.clicks("table-first")
    assert she.reads("Ik ben Samira"), "whoever leads comes last"
    choose(she, "Samira")
    assert she.reads("Ik ben Johan")
    choose(she, "Johan")
    she.clicks("table-first")
    assert seen(she) == set(), "nobody sees a place before both look"
    she.clicks("table-first")
    assert seen(she) == {"Samira", "Johan"}

    # Where does this gap come from? First Samira's, then Johan's; the mirror only when both say yes.
    she.clicks("table-first")
    assert seen(she) == {"Samira", "Samira ziet Johan hier"}
    she.clicks("table-first")
    assert seen(she) == {"Johan", "Johan ziet Samira hier"}
    she.clicks("table-first")
    assert seen(she) == set()
    she.clicks("Samira zegt ja")
    assert seen(she) == set()
    she.clicks("Johan zegt ja")
    assert seen(she) == {"Samira", "Johan ziet Samira hier"}
    she.clicks("table-first")
    she.clicks("table-first")

    # Samira decides what stays.
    assert she.reads("Samira")
    assert she.file_has(SAID) == []
    she.clicks("Also on our plan sheets")
    she.clicks_field("In one sentence, chosen together. Read it back.")
    she.types(SAID)
    she.clicks("table-first")
    assert [(t.sentence, t.visibility) for t in she.workshop.talks] == [(SAID, Visibility.PLAN)]
    she.clicks_field("What will I do?")
    she.types("Yusuf inwerken")
    plans = she.prints_plans("print-plans", tmp_path / "plannen.pdf")
    pages = reading.words(plans)
    places = dict(reading.outline(plans))
    assert "Yusuf inwerken" in pages[places["Samira El Idrissi"]]
    assert "Yusuf inwerken" not in pages[places["Johan Terpstra"]]
    for name in ("Samira El Idrissi", "Johan Terpstra"):
        assert SAID in " ".join(pages[places[name] : places[name] + 2])

    # And the rest is erased.
    she.clicks("table-first")
    before = {p.id for p in she.workshop.placements}
    assert len(before) == 4
    assert she.file_has(*before)
    she.clicks_and_answers("table-first", lambda: she.clicks("Erase"))
    assert she.workshop.stage.ended
    assert she.workshop.placements == ()
    assert she.workshop.agreements == ()
    assert [t.sentence for t in she.workshop.talks] == [SAID]
    she.clicks("table-first")
    assert she.page == "home"
    assert she.file_has(*before) == []
    assert she.file_has(SAID) == [SAID]


def test_not_recorded_is_the_usual_choice_and_nothing_of_the_talk_is_in_the_file(she: Facilitator) -> None:
    sit_down(she)
    talk(she)
    keep(she)
    she.clicks("The two of us and the facilitator")
    she.clicks_field("In one sentence, chosen together. Read it back.")
    she.types(SAID)
    she.clicks("table-second")  # back, which keeps it
    assert she.file_has(SAID) == [SAID]
    she.clicks("table-first")
    she.clicks_and_answers("Not recorded", lambda: she.clicks("Erase"))
    assert she.file_has(SAID) == []
    assert she.workshop.talks == ()


def test_stop_and_erase_asks_once_and_leaves_only_the_people(she: Facilitator) -> None:
    sit_down(she)
    talk(she)
    before = [p.id for p in she.workshop.placements]
    she.clicks_and_answers("table-stop", lambda: she.clicks("Leave it"))
    assert [p.id for p in she.workshop.placements] == before
    she.clicks_and_answers("table-stop", lambda: she.clicks("Erase"))
    assert not she.workshop.placements
    assert she.file_has(*before) == []
    assert len(she.workshop.participants) == 2


@pytest.mark.parametrize("when", ["choosing", "looking"])
def test_the_lid_falls_shut_and_the_curtain_is_closed_when_it_opens(she: Facilitator, when: str) -> None:
    sit_down(she)
    if when == "looking":
        talk(she)
    else:
        she.clicks("table-first")
        she.clicks("table-first")
        she.clicks("table-first")
        she.clicks_board(*NOW["Samira"])
        assert len(seen(she)) == 1
    as_it_was = she.workshop
    she.loses_power()
    she.starts()
    she.clicks("resume")
    assert she.page == "table"
    assert she.workshop == as_it_was
    assert isinstance(she.room, Neutral)
    assert seen(she) == set(), "nothing is shown before both are there again"
    she.clicks("table-first")
    if when == "looking":
        assert seen(she) == {"Samira", "Samira ziet Johan hier"}
    else:
        assert she.reads("Ik ben Samira")
        assert seen(she) == set()
        she.clicks("table-first")
        she.clicks_board(*OTHER["Samira"])
        assert [p.round for p in she.workshop.placements] == ["now", "partner"]
        assert len(seen(she)) == 1
