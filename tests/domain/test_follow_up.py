"""The session after some months: who comes, what is looked back at, and that then is not told before now."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gogrow.domain.deck import Programme
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.people import Presence
from gogrow.domain.rules import erasing, follow_up, people, placing, planning, session, talking, tidy
from gogrow.domain.workshop import (
    TEAM,
    CheckIn,
    Consent,
    DevelopmentPlan,
    GapView,
    PlanStep,
    StepResult,
    StepState,
    Talk,
    Visibility,
    Workshop,
)
from tests.sample import deck, team

DAY = dt.date(2026, 5, 12)


def programme() -> Programme:
    return next(one for one in deck().programmes if one.id == "team")


@pytest.fixture
def earlier() -> Workshop:
    return team()


def after(earlier: Workshop, only: set[str] | None = None) -> Workshop:
    board = deck().board
    assert board is not None
    ids = {p.id: f"new-{p.id}" for p in earlier.participants}
    return follow_up.follow_up(earlier, "later", "Hoe ging het?", programme(), board, ids, only)


def planned(workshop: Workshop, id: str, *steps: PlanStep) -> Workshop:
    return planning.edit_plan(workshop, DevelopmentPlan(id, wish="Inwerken", steps=steps, plan_b="weg")).workshop


def test_the_same_people_come_back_with_the_same_codes(earlier: Workshop) -> None:
    made = after(people.set_presence(earlier, earlier.participants[1].id, Presence.NOT_HERE).workshop)
    assert made.details.follows == earlier.id
    assert [(p.person, p.code, p.name) for p in made.participants] == [
        (p.person, p.code, p.name) for p in earlier.participants
    ]
    assert all(p.presence is Presence.HERE for p in made.participants)
    assert {p.manager for p in made.participants} == {
        f"new-{p.manager}" if p.manager else None for p in earlier.participants
    }
    assert made.agreements == ()
    assert made.placements == ()
    assert made.talks == ()
    assert made.details.check_in is None


def test_for_one_person_who_leads_comes_along(earlier: Workshop) -> None:
    one = next(p for p in earlier.participants if p.manager)
    assert one.manager is not None
    made = after(earlier, {one.id})
    assert {p.id for p in made.participants} == {f"new-{one.id}", f"new-{one.manager}"}


def test_words_go_on_and_steps_are_looked_back_at(earlier: Workshop) -> None:
    id = earlier.participants[0].id
    steps = PlanStep("Meekijken", why="Nieuw"), PlanStep("", helper="Jo"), PlanStep("Oefenen", state=StepState.DONE)
    made = after(planned(earlier, id, *steps))
    plan = made.plan(f"new-{id}")
    assert (plan.wish, plan.plan_b, plan.steps, plan.taken) == ("Inwerken", "weg", (), ())
    assert made.looked_back(f"new-{id}").results == (
        StepResult("Meekijken"),
        StepResult("Oefenen", StepState.DONE),
    )
    assert made.looked_back(f"new-{earlier.participants[1].id}") == CheckIn(f"new-{earlier.participants[1].id}")


def test_looking_back_changes_no_words_of_then(earlier: Workshop) -> None:
    id = earlier.participants[0].id
    made = after(planned(earlier, id, PlanStep("Meekijken")))
    mine = f"new-{id}"
    done = planning.look_back(made, CheckIn(mine, (StepResult("Meekijken", StepState.BUSY, "Ziek"),), "Jo", "Tijd"))
    assert done.workshop.looked_back(mine).results[0].state is StepState.BUSY
    assert done.step is not None
    with pytest.raises(RuleBroken, match="nothing_then"):
        planning.look_back(made, CheckIn(mine, (StepResult("Iets anders"),)))
    with pytest.raises(RuleBroken, match="nothing_then"):
        planning.look_back(made, CheckIn(f"new-{earlier.participants[1].id}"))


def test_who_wrote_the_plan_by_hand_may_look_back_too(earlier: Workshop) -> None:
    other = f"new-{earlier.participants[1].id}"
    made = after(planned(earlier, earlier.participants[0].id, PlanStep("Meekijken")))
    told = CheckIn(other, helped="Tijd")
    done = planning.look_back(made, told).workshop
    assert done.looked_back(other) == told
    assert planning.look_back(done, CheckIn(other)).workshop.looked_back(other) == CheckIn(other), "taken back"
    with pytest.raises(RuleBroken, match="nothing_then"):
        planning.look_back(made, CheckIn(other, (StepResult("Iets anders"),), "Tijd"))
    alone = replace(made, details=replace(made.details, follows=""))
    with pytest.raises(RuleBroken, match="nothing_then"):
        planning.look_back(alone, told)


def test_what_is_going_on_comes_along_whole_and_once(earlier: Workshop) -> None:
    id = earlier.participants[0].id
    then = planned(
        earlier, id, PlanStep("Meekijken", helper="Jo", why="Nieuw"), PlanStep("Oefenen"), PlanStep("Cursus")
    )
    made, mine = after(then), f"new-{id}"
    results = (
        StepResult("Meekijken", StepState.BUSY),
        StepResult("Oefenen", StepState.DONE),
        StepResult("Cursus", StepState.LET_GO, "Niet meer nodig"),
    )
    made = planning.look_back(made, CheckIn(mine, results)).workshop
    made = follow_up.carry_on(made, then, mine).workshop
    assert made.plan(mine).steps == (PlanStep("Meekijken", helper="Jo", why="Nieuw", state=StepState.BUSY),)
    assert follow_up.carry_on(made, then, mine).workshop.plan(mine) == made.plan(mine)


def test_when_then_is_gone_its_words_still_come_along(earlier: Workshop) -> None:
    then = planned(earlier, earlier.participants[0].id, PlanStep("Meekijken", helper="Jo"), PlanStep("Oefenen"))
    made, mine = after(then), f"new-{earlier.participants[0].id}"
    assert follow_up.wish_then(made, (then,), mine) == follow_up.wish_then(made, (), mine) == "Inwerken"
    assert not follow_up.said_something(made.looked_back(mine))
    assert [result.what for result in follow_up.going_on(made, mine)] == ["Meekijken", "Oefenen"]
    carried = follow_up.carry_on(made, None, mine).workshop
    assert carried.plan(mine).steps == (PlanStep("Meekijken"), PlanStep("Oefenen"))
    assert follow_up.going_on(carried, mine) == ()
    with pytest.raises(RuleBroken, match="person_unknown"):
        follow_up.carry_on(made, None, "nobody")


def test_the_wish_of_then_stays_what_it_was(earlier: Workshop) -> None:
    then = planned(earlier, earlier.participants[0].id, PlanStep("Meekijken"))
    made, mine = after(then), f"new-{earlier.participants[0].id}"
    made = planning.edit_plan(made, replace(made.plan(mine), wish="Iets nieuws")).workshop
    assert follow_up.wish_then(made, (then,), mine) == "Inwerken"


def test_half_written_looking_back_says_whose_it_is(earlier: Workshop) -> None:
    made = after(planned(earlier, earlier.participants[0].id, PlanStep("Meekijken")))
    mine = f"new-{earlier.participants[0].id}"
    half = session.keep_draft(made, planning.look_draft(mine, "note0"), "Halv").workshop
    assert planning.half_written(half, planning.LOOK_DRAFT) == mine
    assert planning.half_written(half) == ""


def test_then_is_not_told_before_now(earlier: Workshop) -> None:
    id = earlier.participants[0].id
    mine, round = f"new-{id}", follow_up.own_round(earlier.board)
    then = placing.place(earlier, round, id, 0.25, 0.25).workshop
    then = replace(then, details=replace(then.details, date=DAY))
    made = after(then)
    assert follow_up.trail(made, (then,), mine) == ()
    made = placing.place(made, round, mine, 0.75, 0.75).workshop
    found = follow_up.trail(made, (then,), mine)
    assert [(stand.day, stand.placement and stand.placement.x) for stand in found] == [(DAY, 0.25), (None, 0.75)]
    third = after(made)
    third = replace(third, id="third")
    again = f"new-{mine}"
    third = placing.place(third, round, again, 0.5, 0.1).workshop
    assert [s.placement and s.placement.x for s in follow_up.trail(third, (made, then), again)] == [0.25, 0.75, 0.5]
    other = replace(then, board=replace(then.board, id="other"))
    assert len(follow_up.trail(made, (other,), mine)) == 1


def test_the_gap_of_then_waits_for_the_gap_of_now(earlier: Workshop) -> None:
    one = next(p for p in earlier.participants if p.manager)
    assert one.manager is not None
    own = follow_up.own_round(earlier.board)
    about = next(r.id for r in earlier.board.rounds if r.gap.value != "none")

    def looked(workshop: Workshop, a: str, b: str) -> Workshop:
        workshop = placing.place(workshop, own, a, 0.25, 0.25).workshop
        return placing.place(workshop, about, a, 0.75, 0.25, target=b).workshop

    then = looked(earlier, one.id, one.manager)
    made = after(then)
    pair = f"new-{one.id}", f"new-{one.manager}"
    assert follow_up.gap_then(made, then, *pair, GapView.LOOKING) is None
    made = looked(made, *pair)
    found = follow_up.gap_then(made, then, *pair, GapView.LOOKING)
    assert found is not None
    assert (found[0].x, found[1].x) == (0.25, 0.75)


def test_one_persons_then_and_now_are_shown_only_with_a_yes(earlier: Workshop) -> None:
    made = after(earlier)
    mine = made.participants[0].id
    with pytest.raises(RuleBroken, match="then_now_not_agreed"):
        follow_up.show_then_now(made, mine)
    assert follow_up.show_then_now(made, TEAM).workshop.stage.then_now == TEAM
    agreed = placing.agree(made, Consent.THEN_NOW, mine).workshop
    with pytest.raises(RuleBroken, match="then_now_not_yet"):
        follow_up.show_then_now(agreed, mine)
    agreed = placing.place_at(agreed, "now", mine, "A").workshop
    agreed = placing.reveal(agreed, "now").workshop
    shown = follow_up.show_then_now(agreed, mine).workshop
    assert shown.stage.then_now == mine
    assert tidy(replace(shown, agreements=())).stage.then_now == ""
    assert tidy(replace(shown, participants=shown.participants[1:])).stage.then_now == ""
    assert follow_up.show_then_now(shown, "").workshop.stage.then_now == ""


def test_the_sheet_of_then_stays_as_it_was(earlier: Workshop) -> None:
    id = earlier.participants[0].id
    first = planned(earlier, id, PlanStep("Meekijken"))
    frozen = planning.freeze(first, [id, earlier.participants[1].id], DAY)
    assert frozen.step is None
    changed = planning.set_state(frozen.workshop, id, 0, StepState.DONE).workshop
    (version,) = planning.versions_of(changed, id)
    assert (version.day, version.plan.steps) == (DAY, (PlanStep("Meekijken"),))
    assert planning.freeze(frozen.workshop, [id], DAY).workshop is frozen.workshop
    later = planning.freeze(changed, [id], DAY + dt.timedelta(days=1)).workshop
    assert [v.id for v in planning.versions_of(later, id)] == [f"{id}.1", f"{id}.2"]
    assert planning.forget_versions(later, id).workshop.versions == ()
    assert people.remove(later, [id]).workshop.versions == ()
    assert erasing.erased(later, "").versions == ()
    assert erasing.wipe_table(later).workshop.versions == ()


def test_a_talk_that_is_not_recorded_after_all_leaves_the_sheet_of_then_too(earlier: Workshop) -> None:
    one = next(p for p in earlier.participants if p.manager)
    assert one.manager is not None
    talk = Talk("t1", one.id, one.manager, GapView.LOOKING, Visibility.PLAN, "Zo is het")
    kept = talking.keep_talk(earlier, talk, lambda: "x").workshop
    kept = planning.edit_plan(kept, DevelopmentPlan(one.id, taken=("t1",))).workshop
    kept = planning.freeze(kept, [one.id], DAY).workshop
    gone = talking.erase_talk(kept, "t1", one.id, one.manager).workshop
    assert (gone.versions[0].plan.taken, gone.versions[0].talks) == ((), ())


def test_a_sheet_of_then_keeps_what_stood_on_it_whatever_happens_later(earlier: Workshop) -> None:
    one = next(p for p in earlier.participants if p.manager)
    assert one.manager is not None
    round = follow_up.own_round(earlier.board)
    talk = Talk("t1", one.id, one.manager, GapView.LOOKING, Visibility.PLAN, "Zo is het")
    kept = talking.keep_talk(earlier, talk, lambda: "x").workshop
    kept = placing.place(kept, round, one.id, 0.25, 0.25).workshop
    kept = planning.edit_plan(kept, DevelopmentPlan(one.id, taken=("t1",))).workshop
    kept = planning.freeze(kept, [one.id], DAY).workshop
    later = talking.keep_talk(kept, replace(talk, sentence="Nu anders"), lambda: "x").workshop
    later = placing.place(later, round, one.id, 0.75, 0.75).workshop
    later = session.edit_details(later, replace(later.details, check_in=None)).workshop
    then = planning.as_then(later, later.versions[0])
    assert [t.sentence for t in then.talks] == ["Zo is het"]
    place = then.placement(round, one.id)
    assert place is not None
    assert (place.x, then.details.check_in) == (0.25, earlier.details.check_in)
    again = planning.freeze(later, [one.id], DAY).workshop
    assert len(again.versions) == 2
    assert [v.talks for v in people.remove(again, [one.manager]).workshop.versions] == [(), ()]
    assert [v.places for v in erasing.wipe_rest(again, frozenset()).workshop.versions] == [()], "no other words stay"


def test_only_words_that_are_there_can_be_shared(earlier: Workshop) -> None:
    id = earlier.participants[0].id
    plan = DevelopmentPlan(id, wish="Leren", shared=("team", "plan_b", "wish"))
    assert planning.edit_plan(earlier, plan).workshop.plan(id).shared == ("wish",)


@pytest.mark.parametrize(
    ("typed", "kept"), [("10", "10:00"), ("9.30", "09:30"), ("14u15", "14:15"), ("10:00 uur", "10:00"), ("", "")]
)
def test_a_time_is_kept_one_way(earlier: Workshop, typed: str, kept: str) -> None:
    after = session.edit_details(earlier, replace(earlier.details, check_in_time=typed)).workshop
    assert after.details.check_in_time == kept


@pytest.mark.parametrize("typed", ["25:00", "10:75", "straks", "1000000"])
def test_what_is_no_time_is_refused(earlier: Workshop, typed: str) -> None:
    with pytest.raises(RuleBroken, match="time_odd"):
        session.edit_details(earlier, replace(earlier.details, check_in_time=typed))


def test_the_day_of_ones_own_goes_before_that_of_the_workshop(earlier: Workshop) -> None:
    id = earlier.participants[0].id
    all_of_them = replace(earlier, details=replace(earlier.details, check_in=DAY))
    assert planning.check_in_day(all_of_them, id) == DAY
    own = planning.edit_plan(all_of_them, DevelopmentPlan(id, check_in=dt.date(2026, 9, 1))).workshop
    assert planning.check_in_day(own, id) == dt.date(2026, 9, 1)


def test_of_a_talk_for_two_the_other_sees_what_both_looked_at(earlier: Workshop) -> None:
    one = next(p for p in earlier.participants if p.manager)
    assert one.manager is not None
    round = follow_up.own_round(earlier.board)
    then = replace(earlier, details=replace(earlier.details, setting="two"))
    then = placing.place(then, round, one.id, 0.25, 0.25).workshop
    mine, yours = f"new-{one.id}", f"new-{one.manager}"
    now = placing.place(after(then), round, mine, 0.75, 0.75).workshop

    def seen(then: Workshop) -> bool:
        return follow_up.seen_by_both(now, (then,), mine, yours) == (then,)

    assert not seen(then), "the curtain was closed"
    assert not seen(replace(then, stage=replace(then.stage, ended=True, shown=frozenset({"else"}))))
    assert seen(replace(then, stage=replace(then.stage, shown=frozenset({f"{round}.{one.id}"}))))
    kept = erasing.wipe_rest(then, frozenset({f"{round}.{one.id}"})).workshop
    assert seen(kept), "it was kept at the end, together"
    stranger = next(p for p in now.participants if p.id not in (mine, yours))
    alone = replace(kept, participants=(one,))
    assert follow_up.seen_by_both(now, (alone,), mine, stranger.id) == (), "somebody else sits there now"


def test_a_board_on_which_a_field_has_moved_is_another_board(earlier: Workshop) -> None:
    one, round = earlier.participants[0].id, follow_up.own_round(earlier.board)
    then = placing.place(earlier, round, one, 0.25, 0.25).workshop
    now = placing.place(after(then), round, f"new-{one}", 0.75, 0.75).workshop
    first, *others = now.board.fields
    worded = replace(now.board, fields=(replace(first, sentence={"nl": "Anders gezegd"}), *others))
    assert len(follow_up.trail(replace(now, board=worded), (then,), f"new-{one}")) == 2
    assert first.sector is not None
    moved = replace(now.board, fields=(replace(first, sector=(first.sector[0] + 5, first.sector[1])), *others))
    later = replace(now, board=moved)
    assert [stand.workshop for stand in follow_up.trail(later, (then,), f"new-{one}")] == ["later"]
    assert follow_up.team_boards(later, (then,)) is follow_up.Missing.OTHER_BOARD
