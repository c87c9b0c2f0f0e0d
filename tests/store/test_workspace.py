"""Rules through the store: what is written, what undo brings back, and what never comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.outcome import Outcome, RuleBroken, StepName
from gogrow.domain.rules import tidy
from gogrow.domain.workshop import Agreement, Consent, DevelopmentPlan, Harvest, Stage, Workshop, agreement_id
from gogrow.store.faults import StoreFault
from gogrow.store.workspace import History, Workspace
from tests.store.making import add, full, loosely, place, remove, rename, retitle, skip, workshop


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return Workspace.open(workspace.path)


def with_agreements(*people: str) -> tuple[Agreement, ...]:
    """Yes of these people to have their names shown."""
    return tuple(Agreement(agreement_id(Consent.NAME, p), Consent.NAME, p) for p in people)


def test_undo_and_redo_go_on_after_quitting(workspace: Workspace) -> None:
    values = [workspace.load("w1")]
    for x in (0.1, 0.2, 0.3):
        applied = workspace.apply("w1", place("p1", x))
        values.append(applied.workshop)
        assert (applied.undo, applied.redo) == (StepName("place", {"name": "p1"}), None)
    assert workspace.undo("w1").workshop == values[2]
    again = reopened(workspace)
    assert again.history("w1") == History(StepName("place", {"name": "p1"}), StepName("place", {"name": "p1"}))
    assert again.undo("w1").workshop == values[1]
    undone = again.undo("w1")
    assert (undone.workshop, undone.undo) == (values[0], None)
    assert again.undo("w1") == undone  # nothing left: nothing happens
    for value in values[1:]:
        assert again.redo("w1").workshop == value
    assert again.redo("w1").workshop == values[-1]
    again.undo("w1")
    assert again.apply("w1", place("p2", 0.9)).redo is None
    again.close()


def test_a_rule_that_is_broken_changes_nothing(workspace: Workspace) -> None:
    def broken(workshop: Workshop) -> Outcome:
        raise RuleBroken("outside")

    before = workspace.load("w1")
    with pytest.raises(RuleBroken):
        workspace.apply("w1", broken)
    assert workspace.load("w1") is before


def test_what_changes_nothing_is_no_step(workspace: Workspace) -> None:
    workspace.apply("w1", place("p1", 0.5))
    workspace.undo("w1")
    applied = workspace.apply("w1", lambda w: Outcome(replace(w, marks=tuple(w.marks)), StepName("nothing")))
    assert (applied.undo, applied.redo) == (None, StepName("place", {"name": "p1"}))
    applied = workspace.apply("w1", lambda w: Outcome(replace(w, stage=Stage("slips")), StepName("loose only")))
    assert applied.undo is None
    assert applied.workshop.stage.step == "slips"


def test_passing_leaves_no_trace_of_the_pawn(workspace: Workspace) -> None:
    workspace.apply("w1", place("p1", 0.5))
    workspace.apply("w1", rename("p2", "Fatima"))
    applied = workspace.apply("w1", skip("p1"))
    assert applied.workshop.placements == ()
    assert applied.undo == StepName("rename", {"name": "Fatima"})
    undone = workspace.undo("w1")
    assert undone.undo is None
    assert undone.workshop.placements == ()
    assert [m.id for m in undone.workshop.marks] == ["now.p1"]


def test_passing_also_takes_what_could_be_done_again(workspace: Workspace) -> None:
    workspace.apply("w1", place("p1", 0.5))
    workspace.undo("w1")
    assert workspace.apply("w1", skip("p1")).redo is None
    assert workspace.redo("w1").workshop.placements == ()


def test_a_star_purges_a_whole_table(workspace: Workspace) -> None:
    workspace.apply("w1", place("p1", 0.5))
    workspace.apply("w1", place("p2", 0.5))
    revealed = workspace.apply("w1", lambda w: Outcome(replace(w, marks=()), None, frozenset({("mark", "*")})))
    assert revealed.undo == StepName("place", {"name": "p2"})
    undone = workspace.undo("w1").workshop
    assert ([p.id for p in undone.placements], undone.marks) == (["now.p1"], ())
    redone = workspace.redo("w1").workshop
    assert ([p.id for p in redone.placements], redone.marks) == (["now.p1", "now.p2"], ())


def test_a_change_without_a_step_is_never_undone(workspace: Workspace) -> None:
    workspace.apply("w1", rename("p1", "Ali"))
    workspace.apply("w1", rename("p2", "Bo"))
    people = tuple(replace(p, name="Noor") if p.id == "p1" else p for p in workspace.load("w1").participants)
    assert workspace.apply("w1", loosely(participants=people)).undo == StepName("rename", {"name": "Bo"})
    undone = workspace.undo("w1")
    assert [p.name for p in undone.workshop.participants] == ["Mens 0", "Noor", "Mens 2"]
    assert undone.undo is None


def test_who_leaves_takes_rows_along_and_undo_brings_them_back(workspace: Workspace) -> None:
    workspace.create(full("w2"), StepName("new"))
    before = workspace.load("w2")
    left = workspace.apply("w2", remove("p0")).workshop
    assert [p.id for p in left.participants] == ["p1", "p2"]
    assert [p.manager for p in left.participants] == [None, None]
    assert [p.id for p in left.placements] == ["now.p1"]  # p2 had placed p0
    assert (left.talks, [m.id for m in left.marks], [a.id for a in left.agreements]) == ((), ["now.p1"], ["name.p1"])
    assert (left.stage.pair, left.stage.shown) == (None, frozenset({"now.p1"}))
    again = reopened(workspace)
    assert again.load("w2") == left
    assert again.check() == ()
    back = again.undo("w2").workshop
    for part in ("participants", "placements", "marks", "talks", "plans", "run", "details"):
        assert getattr(back, part) == getattr(before, part), part
    assert [a.id for a in back.agreements] == ["name.p1"]  # the yes of who left is asked again
    assert back.stage.shown == frozenset({"now.p1"})  # and nothing is shown that was not
    assert again.redo("w2").workshop == left
    again.close()


def test_agreements_harvest_and_stage_are_never_undone(workspace: Workspace) -> None:
    workspace.apply("w1", place("p1", 0.5))
    agreed = with_agreements("p1")
    applied = workspace.apply(
        "w1", loosely(agreements=agreed, harvest=(Harvest("h", "rust", 1),), stage=Stage("slips"))
    )
    assert applied.undo == StepName("place", {"name": "p1"})
    undone = workspace.undo("w1").workshop
    assert (undone.agreements, undone.harvest, undone.stage.step) == (agreed, applied.workshop.harvest, "slips")
    workspace.apply("w1", loosely(agreements=()))
    assert workspace.redo("w1").workshop.agreements == ()


def test_undo_never_shows_more(workspace: Workspace) -> None:
    workspace.apply("w1", place("p1", 0.5))
    workspace.apply("w1", loosely(stage=Stage("slips", shown=frozenset({"now.p1"}))))
    assert workspace.undo("w1").workshop.stage.shown == frozenset()
    assert workspace.redo("w1").workshop.stage.shown == frozenset()


def test_undo_of_a_person_who_got_rows_without_a_step(workspace: Workspace) -> None:
    workspace.apply("w1", add("new"))
    workspace.apply("w1", skip("new"))
    agreed = with_agreements("new")
    workspace.apply("w1", loosely(agreements=agreed))
    undone = workspace.undo("w1").workshop
    assert (undone.marks, undone.agreements, undone.participant("new")) == ((), (), None)
    redone = workspace.redo("w1").workshop
    assert (redone.marks, redone.agreements) == ((), ())
    assert redone.participant("new") is not None
    assert workspace.check() == ()


def test_a_step_whose_people_are_gone_does_not_bar_the_way(workspace: Workspace) -> None:
    workspace.apply("w1", rename("p2", "Bo"))
    workspace.apply("w1", place("p1", 0.5))
    workspace.undo("w1")
    workspace.apply("w1", lambda w: Outcome(remove("p1")(w).workshop))
    redone = workspace.redo("w1")
    assert redone.workshop.placements == ()
    assert redone.undo == StepName("rename", {"name": "Bo"})
    assert [p.name for p in workspace.undo("w1").workshop.participants] == ["Mens 0", "Mens 2"]


def test_a_row_that_was_changed_behind_our_back_is_not_overwritten(workspace: Workspace) -> None:
    workspace.apply("w1", place("p1", 0.5))
    workspace._file._raw.execute("UPDATE placement SET x = 0.75")
    workspace._states.clear()
    before = workspace.load("w1")
    with pytest.raises(StoreFault) as fault:
        workspace.undo("w1")
    assert (fault.value.code, fault.value.disk) == ("undo_conflict", False)
    assert workspace.load("w1") == before
    assert workspace.history("w1").undo is not None


def test_closing_a_workshop_ends_its_history_and_that_of_the_list(workspace: Workspace) -> None:
    workspace.create(workshop("w2"), StepName("new"))
    workspace.apply("w1", place("p1", 0.5))
    workspace.apply("w2", place("p1", 0.5))
    workspace.close_workshop("w1")
    again = reopened(workspace)
    assert again.history("w1") == again.list_history() == History(None, None)
    assert again.history("w2").undo is not None
    assert again.load("w1").placements
    again.close()


def test_a_workshop_nobody_knows(workspace: Workspace) -> None:
    workspace.create(workshop("w2"), StepName("new"))
    workspace.delete("w2", StepName("delete"))
    for id in ("w2", "nobody"):
        with pytest.raises(StoreFault) as fault:
            workspace.apply(id, place("p1", 0.5))
        assert fault.value.code == "unknown_workshop"
    assert [w.id for w in workspace.list()] == ["w1"]


# ---- the list


def test_the_list_has_a_history_of_its_own(workspace: Workspace) -> None:
    def titles() -> list[str]:
        return [one.title for one in workspace.list()]

    workspace.create(
        replace(full("w2"), details=replace(full().details, title="Twee")), StepName("new", {"title": "Twee"})
    )
    whole = workspace.load("w2")
    assert titles() == ["Twee", "Team Zetten"]
    assert workspace.apply_in_list("w1", retitle("Eén")).undo == StepName("retitle", {"title": "Eén"})
    assert workspace.delete("w2", StepName("delete")).undo == StepName("delete")
    assert titles() == ["Eén"]
    workspace = reopened(workspace)
    assert workspace.undo_list().redo == StepName("delete")
    assert titles() == ["Twee", "Eén"]
    assert workspace.load("w2") == whole  # all of it: nothing of it was in a step
    workspace.undo_list()
    assert titles() == ["Twee", "Team Zetten"]
    workspace.undo_list()
    assert titles() == ["Team Zetten"]
    assert workspace.undo_list() == History(None, StepName("new", {"title": "Team Zetten"}))
    assert workspace.undo_list().undo is None
    assert titles() == []
    for _ in range(4):
        workspace.redo_list()
    assert titles() == ["Eén"]
    assert workspace.check() == ()
    workspace.close()


def test_what_was_deleted_goes_for_good_when_no_step_is_left(workspace: Workspace) -> None:
    def kept() -> int:
        return int(workspace._file._raw.execute("SELECT count(*) FROM workshop").fetchone()[0])

    workspace.create(workshop("w2"), StepName("new"))
    workspace.undo_list()
    assert kept() == 2
    workspace.create(workshop("w3"), StepName("new"))  # nothing can bring w2 back now
    assert kept() == 2
    workspace.delete("w3", StepName("delete"))
    workspace.close_workshop("w1")
    assert kept() == 1
    assert workspace.check() == ()


def test_a_title_has_one_history_at_a_time(workspace: Workspace) -> None:
    """Whoever changed it last can undo it; the other history has no part in it any more."""
    workspace.apply("w1", retitle("in it"))
    workspace.apply_in_list("w1", retitle("in the list"))
    assert workspace.history("w1").undo is None
    workspace.apply("w1", retitle("in it again"))
    assert workspace.list_history().undo == StepName("new", {"title": "Team Zetten"})
    assert workspace.undo("w1").workshop.details.title == "in the list"
    workspace.apply_in_list("w1", retitle("last"))
    assert workspace.history("w1").redo is None
    assert workspace.undo_list().redo == StepName("retitle", {"title": "last"})
    assert workspace.load("w1").details.title == "in the list"


def test_only_details_are_changed_in_the_list(workspace: Workspace) -> None:
    with pytest.raises(StoreFault) as fault:
        workspace.apply_in_list("w1", place("p1", 0.5))
    assert fault.value.code == "broken"
    assert workspace.load("w1") == workshop()


def test_an_id_is_given_once(workspace: Workspace) -> None:
    with pytest.raises(StoreFault) as fault:
        workspace.create(workshop("w1"), StepName("new"))
    assert fault.value.code == "broken"
    assert len(workspace.list()) == 1


def test_tidy_is_what_the_store_counts_on() -> None:
    """Who brings rows back by undo relies on it for what the beamer shows."""
    made = full()
    assert tidy(replace(made, placements=())).stage.shown == frozenset()
    assert tidy(replace(made, participants=())).agreements == ()


def test_a_title_is_changed_in_the_list_also_where_an_older_program_left_something(workspace: Workspace) -> None:
    """A plan that still takes over a talk which is gone: the next change of the workshop itself puts it right."""
    old = replace(workshop("old"), plans=(DevelopmentPlan("p1", wish="Lassen", taken=("gone",)),))
    workspace.create(old, StepName("new"))
    assert workspace.apply_in_list("old", retitle("Anders")).workshop.details.title == "Anders"
    assert workspace.list_history().undo == StepName("retitle", {"title": "Anders"})
    workspace.undo_list()
    assert workspace.load("old").details == old.details
    assert workspace.apply("old", place("p1", 0.5)).workshop.plan("p1").taken == ()
    assert workspace.check() == ()
