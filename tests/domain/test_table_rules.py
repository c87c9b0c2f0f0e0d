"""Two at one table: the order, the curtain, what both may see, and what is erased."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.people import Presence, Role
from gogrow.domain.rules import erasing, people, placing, planning, session, table, talking
from gogrow.domain.rules.table import Turn
from gogrow.domain.workshop import Consent, DevelopmentPlan, GapView, Talk, Visibility, Workshop
from tests.sample import NOW, after, person, team

ROUNDS = ("now", "partner")


def two(*names: str, leader: str = "Johan Terpstra") -> Workshop:
    """Johan leads and stands first in the list."""
    return team(names or ("Johan Terpstra", "Samira El Idrissi"), leader=leader, setting="two")


def placed(workshop: Workshop) -> Workshop:
    """Both placed both pawns."""
    samira, johan = table.seats(workshop) or ("", "")
    for round, placer, x, y in (
        ("now", samira, 0.3, 0.7),
        ("partner", samira, 0.7, 0.3),
        ("now", johan, 0.6, 0.2),
        ("partner", johan, 0.7, 0.7),
    ):
        workshop = after(workshop, placing.place, round, placer, x, y)
    return workshop


def test_who_leads_comes_last_wherever_the_list_has_the_name() -> None:
    workshop = two()
    assert table.seats(workshop) == (person(workshop, "Samira El Idrissi"), person(workshop, "Johan Terpstra"))
    turned = after(workshop, people.move, person(workshop, "Johan Terpstra"), 1)
    assert table.seats(turned) == table.seats(workshop)


def test_a_manager_by_role_comes_last_too_and_equals_sit_as_the_list_says() -> None:
    workshop = two("Anja Verbeek", "Bram Kuiper", leader="")
    anja, bram = (p.id for p in workshop.participants)
    assert table.seats(workshop) == (anja, bram)
    assert table.seats(after(workshop, people.set_role, anja, Role.MANAGER)) == (bram, anja)


def test_of_two_managers_the_one_who_leads_the_other_comes_last() -> None:
    workshop = two("Anja Verbeek", "Bram Kuiper", leader="")
    anja, bram = (p.id for p in workshop.participants)
    both = after(after(workshop, people.set_role, bram, Role.MANAGER), people.set_manager, bram, anja)
    assert table.seats(both) == (bram, anja)


def test_only_two_who_are_here_sit_at_the_table() -> None:
    workshop = team(("Anja Verbeek", "Bram Kuiper", "Linh Tran"), leader="", setting="two")
    assert table.seats(workshop) is None
    away = after(workshop, people.set_presence, workshop.participants[0].id, Presence.NOT_HERE)
    assert table.seats(away) == tuple(p.id for p in workshop.participants[1:])


def test_turns_go_from_the_one_to_the_other_and_passing_looks_like_placing() -> None:
    workshop = two()
    samira, johan = table.seats(workshop) or ("", "")
    assert table.on_turn(workshop, ROUNDS) == samira
    passed = after(after(workshop, placing.pass_round, "now", samira), placing.pass_round, "partner", samira)
    put = after(after(workshop, placing.place, "now", samira, 0.5, 0.5), placing.place, "partner", samira, 0.4, 0.4)
    for one in (passed, put):
        closed = after(one, table.close_turn, ROUNDS, samira)
        assert table.on_turn(closed, ROUNDS) == johan
        assert closed.stage.entering == johan
        assert closed.marks == put.marks


def test_a_crash_after_the_last_pawn_still_asks_the_same_person_until_the_turn_is_closed() -> None:
    workshop = two()
    samira, johan = table.seats(workshop) or ("", "")
    workshop = after(workshop, table.open_turn, ROUNDS, samira)
    workshop = after(workshop, placing.place, "now", samira, 0.5, 0.5)
    workshop = after(workshop, placing.place, "partner", samira, 0.5, 0.4)
    assert table.on_turn(workshop, ROUNDS) == samira
    assert table.on_turn(after(workshop, table.close_turn, ROUNDS, samira), ROUNDS) == johan


def test_after_looking_nobody_can_tell_who_passed_and_a_new_turn_covers_all_again() -> None:
    workshop = placed(two())
    samira, _ = table.seats(workshop) or ("", "")
    outcome = table.look(workshop, ROUNDS)
    assert outcome.step is None
    assert ("mark", "*") in outcome.purge
    assert not outcome.workshop.marks
    assert len(outcome.workshop.stage.shown) == 4
    again = after(outcome.workshop, table.open_turn, ROUNDS, samira)
    assert not table.looked(again, ROUNDS)
    assert not again.stage.shown
    stays = after(again, table.stay, "now", samira)
    assert placing.done(stays, samira, ("now",))
    assert stays.placements == workshop.placements


def test_both_may_choose_again_before_they_look_with_the_pawns_where_they_were() -> None:
    workshop = placed(two())
    samira, _ = table.seats(workshop) or ("", "")
    assert table.on_turn(workshop, ROUNDS) == ""
    outcome = table.again(workshop, ROUNDS)
    assert table.on_turn(outcome.workshop, ROUNDS) == samira
    assert outcome.workshop.placements == workshop.placements
    assert outcome.workshop.marks == ()
    assert outcome.step is None
    assert len(outcome.purge) == 4


def test_without_a_pawn_there_is_nothing_to_stay_with_or_to_look_at() -> None:
    workshop = two()
    samira, _ = table.seats(workshop) or ("", "")
    with pytest.raises(RuleBroken, match="nothing_placed"):
        table.stay(workshop, "now", samira)
    with pytest.raises(RuleBroken, match="nothing_placed"):
        table.look(workshop, ROUNDS)


def test_nothing_is_compared_before_both_looked() -> None:
    workshop = placed(two())
    samira, johan = table.seats(workshop) or ("", "")
    assert table.points(workshop, Turn.FIRST) is None
    seen = after(workshop, table.look, ROUNDS)
    mine, theirs = table.points(seen, Turn.FIRST) or (None, None)
    assert (mine and mine.id, theirs and theirs.id) == (f"now.{samira}", f"partner.{samira}")
    mine, theirs = table.points(seen, Turn.SECOND) or (None, None)
    assert (mine and mine.id, theirs and theirs.id) == (f"now.{johan}", f"partner.{johan}")
    covered = after(seen, table.cover, ROUNDS)
    assert table.points(covered, Turn.FIRST) is None


def test_the_mirror_needs_both_yes_and_goes_with_one_no() -> None:
    workshop = after(placed(two()), table.look, ROUNDS)
    samira, johan = table.seats(workshop) or ("", "")
    assert table.points(workshop, Turn.MIRROR) is None
    one = after(workshop, placing.agree, Consent.MIRROR, samira, johan)
    assert table.points(one, Turn.MIRROR) is None
    assert table.following(one, Turn.MIRROR) is Turn.KEEP
    both = after(one, placing.agree, Consent.MIRROR, johan, samira)
    mine, theirs = table.points(both, Turn.MIRROR) or (None, None)
    assert (mine and mine.id, theirs and theirs.id) == (f"now.{samira}", f"partner.{johan}")
    assert table.following(both, Turn.MIRROR) is Turn.MIRROR_BACK
    less = after(both, placing.withdraw, Consent.MIRROR, johan, samira)
    assert table.points(less, Turn.MIRROR) is None
    assert table.points(less, Turn.MIRROR_BACK) is None


def test_parts_without_two_places_are_passed_over() -> None:
    workshop = two()
    _, johan = table.seats(workshop) or ("", "")
    assert table.following(workshop, Turn.FIRST) is Turn.KEEP
    half = after(workshop, placing.place, "now", johan, 0.5, 0.2)
    half = after(half, placing.place, "partner", johan, 0.6, 0.7)
    assert not table.there_is(half, Turn.FIRST)
    assert table.following(half, Turn.FIRST) is Turn.SECOND
    assert table.before(half, Turn.SECOND) is None
    assert not table.there_is(half, Turn.MIRROR)
    assert table.following(half, Turn.SECOND) is Turn.KEEP


def test_the_talk_goes_on_and_a_new_part_begins_without_the_old_question() -> None:
    workshop = after(placed(two()), talking.show_prompt, "Wanneer was dat?")
    assert table.turn(workshop) is Turn.FIRST
    on = after(workshop, table.turn_to, Turn.SECOND, NOW)
    assert table.turn(on) is Turn.SECOND
    assert on.stage.prompt == ""
    assert on.stage.turn.since == NOW


def test_what_is_marked_for_the_plan_stands_on_both_sheets_and_leaves_both() -> None:
    workshop = two()
    samira, johan = table.seats(workshop) or ("", "")
    new_id = seeded_ids(3)
    talk = Talk("t1", samira, johan, GapView.LOOKING, Visibility.PLAN, "Wij praten elke maand.")
    kept = after(workshop, table.keep, talk, new_id)
    assert [kept.plan(p).taken for p in (samira, johan)] == [("t1",), ("t1",)]
    ours = after(kept, table.keep, replace(talk, visibility=Visibility.US), new_id)
    assert [ours.plan(p).taken for p in (samira, johan)] == [(), ()]
    gone = table.keep(kept, replace(talk, visibility=Visibility.NOT_RECORDED), new_id)
    assert gone.step is None
    assert not gone.workshop.talks
    assert [gone.workshop.plan(p).taken for p in (samira, johan)] == [(), ()]


def test_a_theme_alone_keeps_no_pair() -> None:
    workshop = two()
    samira, johan = table.seats(workshop) or ("", "")
    talk = Talk("", samira, johan, GapView.LOOKING, Visibility.THEME, "geheim", ("rust",), "geheim")
    outcome = table.keep(workshop, talk, seeded_ids(3))
    assert outcome.step is None
    assert [(h.theme, h.count) for h in outcome.workshop.harvest] == [("rust", 1)]
    assert "geheim" not in repr(outcome.workshop)


def full() -> Workshop:
    workshop = after(placed(after(two(), session.begin, NOW)), table.look, ROUNDS)
    samira, johan = table.seats(workshop) or ("", "")
    workshop = after(workshop, placing.agree, Consent.MIRROR, samira, johan)
    talk = Talk("t1", samira, johan, GapView.LOOKING, Visibility.PLAN, "Wij praten elke maand.", ("rust",))
    workshop = after(workshop, table.keep, talk, seeded_ids(3))
    workshop = after(workshop, planning.edit_plan, replace(workshop.plan(samira), wish="Leren lassen"))
    workshop = after(workshop, talking.harvest, "tijd", 1, seeded_ids(4))
    return after(workshop, session.keep_draft, "talk.x", "half")


def test_stop_and_erase_leaves_the_people_and_nothing_that_was_placed_or_said() -> None:
    workshop = full()
    outcome = erasing.wipe_table(workshop)
    bare = replace(after(two(), session.begin, NOW), stage=outcome.workshop.stage)
    assert outcome.workshop == bare
    assert outcome.workshop.stage.ended
    assert not outcome.workshop.stage.shown
    assert outcome.step is None
    assert {name for name, _ in outcome.purge} == {
        "placement",
        "plan_version",
        "check_in",
        "mark",
        "talk",
        "played_card",
        "plan",
        "played_dilemma",
        "goal_view",
        "request",
    }


def test_the_rest_is_erased_but_for_what_was_chosen() -> None:
    workshop = full()
    samira, _ = table.seats(workshop) or ("", "")
    outcome = erasing.wipe_rest(workshop, frozenset({f"now.{samira}"}))
    assert [p.id for p in outcome.workshop.placements] == [f"now.{samira}"]
    assert outcome.workshop.talks == workshop.talks
    assert outcome.workshop.plan(samira) == DevelopmentPlan(samira, wish="Leren lassen", taken=("t1",))
    assert outcome.workshop.harvest == workshop.harvest
    assert (outcome.workshop.marks, outcome.workshop.agreements, outcome.workshop.drafts) == ((), (), ())
    assert outcome.workshop.stage.ended
    assert outcome.step is None


def test_a_sheet_of_then_with_other_words_goes_with_the_rest() -> None:
    """What is not in the list of what stays may not wait in the file."""
    workshop = full()
    samira, _ = table.seats(workshop) or ("", "")
    printed = planning.freeze(workshop, [samira], NOW.date()).workshop
    same = erasing.wipe_rest(printed, frozenset()).workshop
    assert [(v.plan.wish, v.places) for v in same.versions] == [("Leren lassen", ())]
    changed = planning.edit_plan(printed, replace(printed.plan(samira), wish="Iets anders")).workshop
    assert erasing.wipe_rest(changed, frozenset()).workshop.versions == ()
