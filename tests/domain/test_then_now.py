"""Then and now: what the room may see of two sessions, and that nobody can be followed from one to the other."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import replace

import pytest

from gogrow.domain.deck import ProgrammeStep, StepKind
from gogrow.domain.ids import seeded_ids
from gogrow.domain.public import BeamerMode, Picture, Reveal, ThenNowOne, ThenNowTeam, Words
from gogrow.domain.room import one_then_now, public_view, taken_back, team_then_now
from gogrow.domain.rules import erasing, follow_up, people, placing, session, tidy
from gogrow.domain.rules.follow_up import Missing, team_boards
from gogrow.domain.rules.undoing import shown_no_more
from gogrow.domain.workshop import TEAM, CheckIn, Consent, StepResult, Workshop
from tests.sample import NOW, deck, team

LATER = dt.date(2026, 8, 18)
SAID = {"nl": "Toen en nu", "en": "Then and now"}
STEP = ProgrammeStep("then-now", StepKind.THEN_NOW, 8, SAID, SAID, SAID)
BACK = ProgrammeStep("look-back", StepKind.LOOK_BACK, 10, SAID, SAID, SAID)


def placed(workshop: Workshop, letters: str, *, shown: bool = True) -> Workshop:
    """Everybody at a letter, in order; a space passes. Shown, and then the managers joined."""
    for person, letter in zip(workshop.participants, letters, strict=False):
        workshop = placing.place_at(workshop, "now", person.id, letter if letter != " " else "Z").workshop
    if shown:
        workshop = placing.reveal(workshop, "now").workshop
        if {f"now.{id}" for id in workshop.managers()} & {p.id for p in workshop.placements}:
            workshop = placing.join_managers(workshop, "now").workshop
    return workshop


def after(earlier: Workshop, id: str = "later", day: dt.date = LATER) -> Workshop:
    """The workshop that follows, at its step of then and now."""
    board = deck().board
    assert board is not None
    programme = next(one for one in deck().programmes if one.id == "team")
    ids = {p.id: f"{id}-{p.id}" for p in earlier.participants}
    made = follow_up.follow_up(earlier, id, "Hoe ging het?", programme, board, ids)
    made = replace(made, run=(*made.run, STEP, BACK), details=replace(made.details, date=day))
    return session.go_to(session.begin(made, NOW).workshop, STEP.id, NOW).workshop


def room(workshop: Workshop, earlier: Iterable[Workshop]) -> Picture:
    """What the room sees."""
    return public_view(workshop, BeamerMode.SHOW, NOW, earlier=tuple(earlier)).picture


def at_team(workshop: Workshop) -> Workshop:
    """The boards of all are chosen."""
    return tidy(follow_up.show_then_now(workshop, TEAM).workshop)


def at_one(workshop: Workshop, number: int = 0) -> Workshop:
    """One person said yes, and is chosen."""
    id = workshop.participants[number].id
    workshop = placing.agree(workshop, Consent.THEN_NOW, id).workshop
    return tidy(follow_up.show_then_now(workshop, id).workshop)


def test_the_group_sees_two_boards_of_equal_counters() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    now = placed(after(then), "KJIHGFEDCBA")
    assert isinstance(room(now, [then]), Words)
    picture = room(at_team(now), [then])
    assert isinstance(picture, ThenNowTeam)
    assert (len(picture.then), len(picture.now)) == (11, 11)
    assert all(pawn.name == pawn.initials == pawn.colour == "" for pawn in (*picture.then, *picture.now))
    assert (picture.then_day, picture.now_day) == (NOW.date(), LATER)


def test_who_moved_where_makes_no_difference() -> None:
    """The same places by other people give the same value: there is no line from then to now in it."""
    then = placed(team(), "ABCDEFGHIJK")
    one = room(at_team(placed(after(then), "ABCDEFGHIJK")), [then])
    other = room(at_team(placed(after(then), "KBCDEFGHIJA")), [then])
    assert isinstance(one, ThenNowTeam)
    assert one == other
    assert room(at_team(placed(after(then), "ABCDEFGHIJK")), [placed(team(), "KBCDEFGHIJA")]) == one


def test_each_board_has_what_the_room_saw_then_and_sees_now() -> None:
    """Who left and who is new: leaving them out would tell, by counting again, where they stand."""
    then = placed(team(), "ABCDEFGHIJK")
    now = after(then)
    now = people.remove(now, [now.participants[0].id]).workshop
    new = [people.NewPerson("Noor Nieuw")]
    now = people.add_people(now, new, seeded_ids(9), random.Random(9)).workshop
    shown = placed(now, "MNOPQRSTUVW")
    picture = room(at_team(shown), [then])
    assert isinstance(picture, ThenNowTeam)
    reveal = room(session.go_to(shown, "reveal", NOW).workshop, [then])
    assert isinstance(reveal, Reveal)
    assert picture.now == reveal.pawns
    before = room(session.go_to(session.begin(then, NOW).workshop, "reveal", NOW).workshop, [])
    assert isinstance(before, Reveal)
    assert picture.then == before.pawns


def test_a_manager_who_did_not_join_is_on_neither_board() -> None:
    then = placed(team(), "ABCDEFGHIJK", shown=False)
    then = placing.reveal(then, "now").workshop
    now = placing.reveal(placed(after(then), "ABCDEFGHIJK", shown=False), "now").workshop
    picture = room(at_team(now), [then])
    assert isinstance(picture, ThenNowTeam)
    assert (len(picture.then), len(picture.now)) == (10, 10)


@pytest.mark.parametrize(
    ("before", "here", "why"),
    [
        ("ABCDE      ", "ABCDE      ", None),
        ("ABCD       ", "ABCDEFG    ", Missing.FEW_THEN),
        ("ABCDEFG    ", "ABCD       ", Missing.FEW_NOW),
        ("ABCDEFG    ", "", Missing.NOT_YET),
        ("", "ABCDEFG    ", Missing.NONE_THEN),
    ],
)
def test_fewer_than_five_on_either_board_show_neither(before: str, here: str, why: Missing | None) -> None:
    then = placed(team(), before, shown=bool(before.strip()))
    now = at_team(placed(after(then), here, shown=bool(here.strip())))
    found = team_boards(now, [then])
    assert (found if isinstance(found, Missing) else None) is why
    assert isinstance(room(now, [then]), Words if why else ThenNowTeam)


def test_what_is_gone_tidied_or_on_another_board_is_not_shown() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    now = at_team(placed(after(then), "ABCDEFGHIJK"))
    assert team_boards(now, []) is Missing.NO_EARLIER
    assert team_boards(now, [erasing.erased(then, "")]) is Missing.NONE_THEN
    assert team_boards(now, [replace(then, board=replace(then.board, id="other"))]) is Missing.OTHER_BOARD
    hidden = placing.hide(then, "now").workshop
    assert team_boards(now, [hidden]) is Missing.NONE_THEN
    assert isinstance(room(now, []), Words)
    between = replace(then, id="between", placements=())
    found = team_then_now(now, STEP, [between, then])
    assert found is not None
    assert len(found.then) == 11


def test_one_person_is_shown_only_with_a_yes_and_after_the_others() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    now = placed(after(then), "KJIHGFEDCBA")
    mine = now.participants[0]
    chosen = replace(now, stage=replace(now.stage, then_now=mine.id))
    assert isinstance(room(chosen, [then]), Words)
    picture = room(at_one(now), [then])
    assert isinstance(picture, ThenNowOne)
    assert picture.name == mine.label
    assert [(day, pawn.initials) for pawn, day in picture.then] == [(NOW.date(), mine.initials)]
    spots = now.board.spot("A"), now.board.spot("K")
    assert all(spots)
    assert [(s.x, s.y) for s in spots if s] == [
        (picture.then[0][0].x, picture.then[0][0].y),
        (picture.now.x, picture.now.y),
    ]
    others = {p.label for p in now.participants[1:]}
    assert not any(name in repr(picture.then) + repr(picture.now) for name in others)


def test_a_place_of_now_that_nobody_saw_keeps_then_away() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    now = placed(after(then), "KJIHGFEDCBA", shown=False)
    mine = now.participants[0].id
    agreed = placing.agree(now, Consent.THEN_NOW, mine).workshop
    assert one_then_now(agreed, STEP, [then], mine) is not None  # on the private screen of whoever leads
    forced = replace(agreed, stage=replace(agreed.stage, then_now=mine))
    assert isinstance(room(forced, [then]), Words)
    assert tidy(forced).stage.then_now == ""


def test_three_sessions_are_a_trail() -> None:
    first = placed(team(), "ABCDEFGHIJK")
    second = placed(after(first, "second", dt.date(2026, 6, 1)), "BCDEFGHIJKL")
    third = at_one(placed(after(second, "third"), "CDEFGHIJKLM"))
    picture = room(third, [second, first])
    assert isinstance(picture, ThenNowOne)
    assert [day for _, day in picture.then] == [NOW.date(), dt.date(2026, 6, 1)]
    assert len({(pawn.x, pawn.y) for pawn, _ in picture.then} | {(picture.now.x, picture.now.y)}) == 3


def test_a_yes_that_is_taken_back_is_gone_at_once_also_from_a_frozen_picture() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    shown = at_one(placed(after(then), "KJIHGFEDCBA"))
    mine = shown.participants[0].id
    gone = tidy(placing.withdraw(shown, Consent.THEN_NOW, mine).workshop)
    assert gone.stage.then_now == ""
    assert isinstance(room(gone, [then]), Words)
    assert taken_back(shown, gone)
    assert not taken_back(shown, shown)
    assert taken_back(shown, placing.take_back(shown, "now", mine).workshop)
    assert taken_back(shown, people.remove(shown, [mine]).workshop)


def test_undo_never_shows_then_and_now_again() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    shown = at_one(placed(after(then), "KJIHGFEDCBA"))
    mine = shown.participants[0].id
    without = placing.take_back(shown, "now", mine).workshop
    back = replace(without, placements=shown.placements)  # as an undo brings the row back
    assert isinstance(room(tidy(shown_no_more(without, back)), [then]), Words)
    five = at_team(placed(after(placed(team(), "ABCDEFGHIJK")), "ABCDE      "))
    assert isinstance(room(five, [then]), ThenNowTeam)
    four = placing.take_back(five, "now", five.participants[0].id).workshop
    assert isinstance(room(four, [then]), Words)
    again = replace(four, placements=five.placements)
    assert isinstance(room(tidy(shown_no_more(four, again)), [then]), Words)


def test_other_steps_never_show_the_pawn_of_then() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    now = at_one(at_team(placed(after(then), "KJIHGFEDCBA")))
    for step in now.run:
        if step.kind is StepKind.THEN_NOW:
            continue
        here = session.go_to(now, step.id, NOW).workshop
        assert here.stage.then_now == ""
        kept = replace(here, stage=replace(here.stage, then_now=TEAM))
        assert room(kept, [then]) == room(here, []), step.id


def test_what_is_looked_back_at_never_reaches_the_room() -> None:
    then = placed(team(), "ABCDEFGHIJK")
    now = session.go_to(placed(after(then), "KJIHGFEDCBA"), BACK.id, NOW).workshop
    plain = room(now, [then])
    said = CheckIn(now.participants[0].id, (StepResult("GEHEIM"),), "GEHEIM", "GEHEIM")
    assert room(replace(now, check_ins=(said,)), [then]) == plain
    assert isinstance(plain, Words)
