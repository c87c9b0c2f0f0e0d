"""Placing, passing, revealing, naming: what the sources ask of safety, as rules."""

from __future__ import annotations

import pytest

from gogrow.domain.outcome import RuleBroken
from gogrow.domain.people import Presence
from gogrow.domain.public import About, BeamerMode, Reveal, Words
from gogrow.domain.room import done_count, public_view
from gogrow.domain.rules import people, placing, session
from gogrow.domain.workshop import Consent, Workshop
from tests.sample import NOW, after, person, team

ROUNDS = ("now", "other", "wish")


def on_step(workshop: Workshop, step: str) -> Workshop:
    """Begun, and at this step."""
    return after(after(workshop, session.begin, NOW), session.go_to, step, NOW)


def picture(workshop: Workshop) -> object:
    """What the room sees when the beamer shows."""
    return public_view(workshop, BeamerMode.SHOW, NOW).picture


def all_placed() -> Workshop:
    """Everyone has a pawn in the first round."""
    workshop = team()
    for number, p in enumerate(workshop.participants):
        workshop = after(workshop, placing.place_at, "now", p.id, "ABCDEFGHIJK"[number])
    return workshop


def test_a_letter_puts_the_pawn_on_its_spot_and_marks_done() -> None:
    workshop = team()
    kees = person(workshop, "Kees de Wit")
    outcome = placing.place_at(workshop, "now", kees, "b")
    placed = outcome.workshop.placement("now", kees)
    spot = workshop.board.spot("B")
    assert placed is not None
    assert spot is not None
    assert (placed.x, placed.y, placed.spot) == (round(spot.x, 4), round(spot.y, 4), "B")
    assert placing.done(outcome.workshop, kees, ("now",))
    assert outcome.step is not None
    assert outcome.step.values == {"name": "Kees"}


@pytest.mark.parametrize("letter", ["Ä", "1", "?"])
def test_a_letter_that_is_no_spot_is_refused_with_its_name(letter: str) -> None:
    workshop = team()
    with pytest.raises(RuleBroken) as broken:
        placing.place_at(workshop, "now", workshop.participants[0].id, letter)
    assert broken.value.code == "no_spot"
    assert broken.value.values == {"letter": letter}


@pytest.mark.parametrize("point", [(0.02, 0.02), (1.2, 0.5), (-0.1, 0.5), (float("nan"), 0.5)])
def test_a_pawn_dropped_outside_stays_where_it_was(point: tuple[float, float]) -> None:
    workshop = after(team(), placing.place, "now", team().participants[0].id, 0.4, 0.4)
    with pytest.raises(RuleBroken, match="outside"):
        placing.place(workshop, "now", workshop.participants[0].id, *point)


def test_passing_looks_like_placing_once_the_marks_are_gone() -> None:
    workshop = team()
    one, other = workshop.participants[:2]
    placed = after(workshop, placing.place_at, "now", one.id, "A")
    passed = placing.pass_round(placed, "now", other.id)
    assert passed.step is None
    assert {m.participant for m in passed.workshop.marks} == {one.id, other.id}
    shown = after(passed.workshop, placing.reveal, "now")
    assert shown.marks == ()


def test_after_the_reveal_no_mark_tells_who_passes_then() -> None:
    """Whoever comes later and passes looks like whoever is away; a round that was not shown yet goes on."""
    workshop = after(on_step(all_placed(), "reveal"), placing.reveal, "now")
    late, moved = (p.id for p in workshop.participants[:2])
    workshop = after(workshop, placing.pass_round, "now", late)
    workshop = after(workshop, placing.place_at, "now", moved, "K")
    assert workshop.marks == ()
    assert after(workshop, placing.pass_round, "wish", late).marks != ()
    hidden = after(workshop, placing.hide, "now")
    assert after(hidden, placing.pass_round, "now", late).marks != ()


def test_when_the_session_ends_no_mark_tells_who_passed() -> None:
    workshop = after(team(), session.begin, NOW)
    one, other = (p.id for p in workshop.participants[:2])
    workshop = after(after(workshop, placing.place_at, "now", one, "A"), placing.pass_round, "now", other)
    outcome = session.end(workshop, NOW)
    assert outcome.workshop.marks == ()
    assert outcome.purge == {("mark", "*")}
    assert outcome.workshop.placements == workshop.placements


def test_passing_takes_the_pawn_away_and_purges_what_undo_holds_of_it() -> None:
    workshop = after(team(), placing.place_at, "now", team().participants[0].id, "A")
    outcome = placing.pass_round(workshop, "now", workshop.participants[0].id)
    assert outcome.workshop.placements == ()
    wanted = f"now.{workshop.participants[0].id}"
    assert outcome.purge == {("placement", wanted), ("mark", wanted)}


def test_passing_by_mistake_is_taken_back_as_a_pawn_is() -> None:
    workshop = team()
    one = workshop.participants[0].id
    with pytest.raises(RuleBroken, match="nothing_placed"):
        placing.take_back(workshop, "now", one)
    outcome = placing.take_back(after(workshop, placing.pass_round, "now", one), "now", one)
    assert outcome.step is None
    assert outcome.workshop == workshop


def test_neither_the_value_nor_its_order_tells_who_was_first() -> None:
    workshop = team()
    ids = [p.id for p in workshop.participants]
    forward, backward = workshop, workshop
    for id in ids:
        forward = after(forward, placing.place_at, "now", id, "A")
    for id in reversed(ids):
        backward = after(backward, placing.place_at, "now", id, "A")
    assert forward == backward


def test_the_managers_pawn_joins_only_after_the_group() -> None:
    workshop = on_step(all_placed(), "reveal")
    assert isinstance(picture(workshop), Words)
    with pytest.raises(RuleBroken, match="group_first"):
        placing.join_managers(workshop, "now")
    workshop = after(workshop, placing.reveal, "now")
    seen = picture(workshop)
    assert isinstance(seen, Reveal)
    assert len(seen.pawns) == 10
    workshop = after(workshop, placing.join_managers, "now")
    seen = picture(workshop)
    assert isinstance(seen, Reveal)
    assert len(seen.pawns) == 11
    assert all(pawn.name == pawn.colour == pawn.shape == pawn.initials == "" for pawn in seen.pawns)


def test_a_name_appears_only_when_its_owner_says_so_and_goes_again() -> None:
    workshop = after(on_step(all_placed(), "reveal"), placing.reveal, "now")
    samira = person(workshop, "Samira El Idrissi")
    named = after(workshop, placing.agree, Consent.NAME, samira)
    seen = picture(named)
    assert isinstance(seen, Reveal)
    assert [pawn.name for pawn in seen.pawns if pawn.name] == ["Samira"]
    assert picture(after(named, placing.withdraw, Consent.NAME, samira)) == picture(workshop)


def test_a_pawn_taken_back_leaves_the_beamer_and_comes_back_only_by_showing() -> None:
    workshop = after(on_step(all_placed(), "reveal"), placing.reveal, "now")
    kees = person(workshop, "Kees de Wit")
    gone = after(workshop, placing.take_back, "now", kees)
    back = after(gone, placing.place_at, "now", kees, "E")
    for later in (gone, back):
        seen = picture(later)
        assert isinstance(seen, Reveal)
        assert len(seen.pawns) == 9


def about_johan(agreed: bool, placers: int) -> Workshop:
    """So many people placed Johan."""
    workshop = on_step(all_placed(), "reveal")
    johan = person(workshop, "Johan Terpstra")
    others = [p.id for p in workshop.participants if p.id != johan]
    for id in others[:placers]:
        workshop = after(workshop, placing.place_at, "other", id, "K")
    return after(workshop, placing.agree, Consent.MANAGER_VIEW, johan) if agreed else workshop


@pytest.mark.parametrize(("agreed", "placers", "code"), [(False, 8, "manager_not_agreed"), (True, 4, "too_few_about")])
def test_where_people_place_the_manager_needs_a_yes_and_five(agreed: bool, placers: int, code: str) -> None:
    workshop = about_johan(agreed, placers)
    with pytest.raises(RuleBroken, match=code):
        placing.reveal_about(workshop, "other", person(workshop, "Johan Terpstra"))


def test_where_people_place_the_manager_has_no_names_and_goes_when_the_yes_is_taken_back() -> None:
    workshop = about_johan(True, 5)
    johan = person(workshop, "Johan Terpstra")
    for p in workshop.participants:
        workshop = after(workshop, placing.agree, Consent.NAME, p.id)
    shown = after(workshop, placing.reveal_about, "other", johan)
    seen = picture(shown)
    assert getattr(seen, "manager", "") == "Johan"
    assert {pawn.name for pawn in seen.pawns} == {""}  # type: ignore[attr-defined]
    assert isinstance(picture(after(shown, placing.withdraw, Consent.MANAGER_VIEW, johan)), Words)


def test_where_people_place_the_manager_goes_when_fewer_than_five_are_left() -> None:
    workshop = about_johan(True, 5)
    johan = person(workshop, "Johan Terpstra")
    shown = after(workshop, placing.reveal_about, "other", johan)
    one = next(p.placer for p in shown.placements if p.round == "other")
    for fewer in (
        after(shown, placing.take_back, "other", one),
        after(shown, placing.pass_round, "other", one),
        after(shown, placing.set_target, "other", one, None),
        after(shown, people.remove, [one]),
    ):
        assert not isinstance(picture(fewer), About)


def test_totals_follow_who_is_here() -> None:
    workshop = team()
    assert done_count(workshop, ROUNDS) == (0, 11)
    workshop = after(workshop, people.set_presence, workshop.participants[0].id, Presence.NOT_HERE)
    assert done_count(workshop, ROUNDS) == (0, 10)


def test_the_manager_who_is_led_by_nobody_may_leave_the_second_question_open() -> None:
    workshop = team()
    johan = person(workshop, "Johan Terpstra")
    placed = after(workshop, placing.place_at, "other", johan, "K").placement("other", johan)
    assert placed is not None
    assert placed.target is None
    with pytest.raises(RuleBroken, match="own_pawn"):
        placing.place_at(workshop, "other", johan, "K", johan)


def test_who_is_done_is_the_same_for_one_and_for_all() -> None:
    workshop = team()
    for number, p in enumerate(workshop.participants):
        for round in ROUNDS[: number % 4]:
            workshop = after(workshop, placing.place_at, round, p.id, "A" if number % 2 else "Z")
    for rounds in (ROUNDS, ("now",), ("other", "wish"), ()):
        one_by_one = {p.id for p in workshop.participants if placing.done(workshop, p.id, rounds)}
        assert placing.all_done(workshop, rounds) == one_by_one
    assert 0 < len(placing.all_done(workshop, ROUNDS)) < len(placing.all_done(workshop, ("now",)))
