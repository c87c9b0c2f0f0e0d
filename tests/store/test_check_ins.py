"""Who is still to look back: over all workshops, by one's own day, and not once a later workshop does so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gogrow.domain.outcome import StepName
from gogrow.domain.people import Participant, Presence, Role
from gogrow.domain.rules import planning, session
from gogrow.domain.rules.erasing import erased
from gogrow.domain.rules.follow_up import follow_up
from gogrow.domain.workshop import Details, DevelopmentPlan, PlanStep, Stage, Workshop
from gogrow.store.check_ins import When, coming_back, when
from gogrow.store.workspace import Workspace
from tests.sample import deck
from tests.store.making import BOARD, RUN

TODAY = dt.date(2026, 8, 17)
DAY = dt.date(2026, 8, 18)
BEGUN = Stage("welcome", dt.datetime(2026, 5, 12, 9, 0, tzinfo=dt.UTC), ended=True)
NEW = StepName("new")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.make(tmp_path / "a.gogrow")
    yield made
    made.close()


def held(id: str = "w1", people: int = 3, setting: str = "team", day: dt.date | None = DAY) -> Workshop:
    """A workshop that is over; the first of its people leads the others."""
    first = Participant("p0", "x0", "Johan", role=Role.MANAGER)
    rest = tuple(Participant(f"p{n}", f"x{n}", f"Naam {n}", manager="p0") for n in range(1, people))
    details = Details(f"Team {id}", date=dt.date(2026, 5, 12), check_in=day, setting=setting)
    return Workshop(id, details, BOARD, RUN, (first, *rest), stage=BEGUN)


def after(earlier: Workshop, id: str, people: set[str] | None = None) -> Workshop:
    programme = next(p for p in deck().programmes if p.setting == "team")
    ids = {p.id: f"{id}-{p.id}" for p in earlier.participants}
    return follow_up(earlier, id, "Vervolg", programme, BOARD, ids, people)


def add(file: Workspace, *workshops: Workshop) -> None:
    for workshop in workshops:
        file.create(workshop, NEW)


def who(file: Workspace) -> dict[str, set[str]]:
    return {team.workshop: {id for id, _ in team.days} for team in coming_back(file).teams}


def test_a_day_is_over_within_a_week_or_later() -> None:
    assert when(TODAY - dt.timedelta(1), TODAY) is When.OVERDUE
    assert {when(TODAY + dt.timedelta(n), TODAY) for n in (0, 7)} == {When.DUE}
    assert when(TODAY + dt.timedelta(8), TODAY) is When.COMING


def test_all_people_of_all_workshops_are_counted_the_earliest_first(file: Workspace) -> None:
    add(file, held("late", 4, day=dt.date(2026, 9, 30)), held("due"), held("over", 2, day=dt.date(2026, 8, 3)))
    found = coming_back(file)
    assert [team.workshop for team in found.teams] == ["over", "due", "late"]
    assert [found.count(one, TODAY) for one in When] == [2, 3, 4]
    assert found.teams[0].first == dt.date(2026, 8, 3)


def test_an_empty_file_has_nobody_to_look_back(file: Workspace) -> None:
    found = coming_back(file)
    assert found.teams == ()
    assert found.later("w1") == ()
    assert found.earlier("w1") == ""


def test_a_day_of_ones_own_goes_before_that_of_the_workshop(file: Workspace) -> None:
    plan = DevelopmentPlan("p1", wish="Inwerken", check_in=dt.date(2026, 9, 30))
    add(file, replace(held(), plans=(plan,)))
    (team,) = coming_back(file).teams
    assert dict(team.days) == {"p0": DAY, "p1": dt.date(2026, 9, 30), "p2": DAY}
    assert team.count(When.DUE, TODAY) == 2


def test_without_a_date_only_who_chose_a_day(file: Workspace) -> None:
    plan = DevelopmentPlan("p2", wish="Inwerken", check_in=DAY)
    add(file, replace(held(day=None), plans=(plan,)))
    assert who(file) == {"w1": {"p2"}}


def test_who_was_away_or_left_has_nothing_to_look_back_at(file: Workspace) -> None:
    workshop = held()
    away = replace(workshop.participants[1], presence=Presence.NOT_HERE)
    add(file, replace(workshop, participants=(workshop.participants[0], away)))
    assert who(file) == {"w1": {"p0"}}


def test_what_was_not_held_removed_or_tidied_up_does_not_count(file: Workspace) -> None:
    tidied = erased(held("tidied"), "x")
    add(file, replace(held("new"), stage=Stage()), held("gone"), tidied)
    file.delete("gone", NEW)
    assert who(file) == {}


def test_a_workshop_that_follows_settles_it_until_it_is_undone(file: Workspace) -> None:
    add(file, held())
    add(file, after(file.load("w1"), "w2"))
    found = coming_back(file)
    assert found.teams == ()
    assert (found.earlier("w2"), found.later("w1")) == ("w1", ("w2",))
    file.undo_list()
    assert who(file) == {"w1": {"p0", "p1", "p2"}}
    assert coming_back(file).later("w1") == ()


def test_for_one_person_the_others_are_still_to_come(file: Workspace) -> None:
    plan = DevelopmentPlan("p0", wish="Leiden", steps=(PlanStep("Luisteren"),))
    add(file, replace(held(), plans=(plan,)))
    add(file, after(file.load("w1"), "w2", {"p1"}))
    assert who(file) == {"w1": {"p0", "p2"}}, "who leads only came along, and has a plan of their own"


def test_somebody_new_or_removed_in_what_follows_changes_nothing_for_others(file: Workspace) -> None:
    add(file, held())
    later = after(file.load("w1"), "w2")
    new = Participant("n1", "x99", "Nieuw")
    add(file, replace(later, participants=(*later.participants[:-1], new)))
    assert who(file) == {"w1": {"p2"}}


def test_a_row_of_three_counts_only_for_the_last(file: Workspace) -> None:
    add(file, held())
    second = after(file.load("w1"), "w2")
    add(file, replace(second, stage=BEGUN, details=replace(second.details, check_in=dt.date(2026, 11, 3))))
    assert who(file) == {"w2": {"w2-p0", "w2-p1", "w2-p2"}}
    add(file, after(file.load("w2"), "w3"))
    found = coming_back(file)
    assert found.teams == ()
    assert (found.later("w1"), found.later("w2"), found.earlier("w3")) == (("w2",), ("w3",), "w2")


def test_when_the_middle_one_of_three_is_gone_the_last_stands_for_it(file: Workspace) -> None:
    first = held()
    add(file, first)
    second = after(first, "w2")
    add(file, replace(second, stage=BEGUN, details=replace(second.details, check_in=DAY)))
    add(file, after(file.load("w2"), "w3", {"w2-p1"}))
    file.delete("w2", NEW)
    assert who(file) == {"w1": {"p2"}}, "only who did not come back a second time"
    file.close_workshop("w3")
    assert who(file) == {"w1": {"p2"}}, "also when it is gone for good"
    assert [one.id for one in file.earlier("w3")] == []
    add(file, held("w4"))
    assert who(file)["w4"] == {"p0", "p1", "p2"}, "what came later is still to come"


def test_what_follows_was_tidied_up_so_nobody_is_asked_again(file: Workspace) -> None:
    add(file, held())
    later = after(file.load("w1"), "w2")
    add(file, replace(later, stage=BEGUN))
    file.erase("w2", erased(file.load("w2"), "x"))
    assert who(file) == {}


def test_a_talk_for_two_is_one_check_in(file: Workspace) -> None:
    add(file, held("two", 2, setting="two"))
    assert who(file) == {"two": {"p1"}}


def test_two_thousand_workshops_are_few_questions(file: Workspace) -> None:
    """However many there are, the file is asked twice; a question for each would hold up everything that is kept."""
    add(file, *(held(f"w{n}", 2) for n in range(30)))
    asked: list[str] = []

    class Counting:
        def select(self, sql: str) -> object:
            asked.append(sql)
            return file.select(sql)

    assert len(coming_back(Counting()).teams) == 30  # type: ignore[arg-type]
    assert len(asked) == 2


def test_who_talked_already_is_not_counted_until_there_is_another_day(file: Workspace) -> None:
    add(file, held("w1"), held("w2"))
    file.apply_in_list("w1", session.looked_back)
    assert set(who(file)) == {"w2"}
    file.undo_list()
    assert set(who(file)) == {"w1", "w2"}
    file.redo_list()
    details = file.load("w1").details
    file.apply("w1", lambda workshop: session.edit_details(workshop, replace(details, place="Kantine")))
    assert set(who(file)) == {"w2"}
    later = replace(details, check_in=DAY + dt.timedelta(days=90))
    file.apply("w1", lambda workshop: session.edit_details(workshop, later))
    assert set(who(file)) == {"w1", "w2"}
    file.apply_in_list("w2", session.looked_back)
    own = DevelopmentPlan("p1", check_in=DAY + dt.timedelta(days=30))
    file.apply("w2", lambda workshop: planning.edit_plan(workshop, own))
    assert "p1" in who(file)["w2"], "a day of one's own is still to come"
