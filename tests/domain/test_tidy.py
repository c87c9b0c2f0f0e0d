"""What every change ends with: nothing points to what is gone, and an undo shows the room no more than before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.public import About, BeamerMode, Gap, Pairs, Reveal
from gogrow.domain.room import public_view
from gogrow.domain.rules import people, placing, session, shown_no_more, talking, tidy
from gogrow.domain.workshop import Consent, GapView, Workshop
from tests.sample import NOW, after, person, team


def revealed() -> Workshop:
    """Everybody stands at B and has put Johan at K; Samira and Johan are named, all is shown, Johan agreed too."""
    workshop = after(team(), session.begin, NOW)
    workshop = after(workshop, session.go_to, "reveal", NOW)
    johan = person(workshop, "Johan Terpstra")
    for one in workshop.participants:
        workshop = after(workshop, placing.place_at, "now", one.id, "B")
        if one.id != johan:
            workshop = after(workshop, placing.place_at, "other", one.id, "K")
    for name in ("Samira El Idrissi", "Johan Terpstra"):
        workshop = after(workshop, placing.agree, Consent.NAME, person(workshop, name))
    workshop = after(workshop, placing.reveal, "now")
    workshop = after(workshop, placing.join_managers, "now")
    return after(workshop, placing.agree, Consent.MANAGER_VIEW, johan)


def paired() -> tuple[Workshop, str, str]:
    """The gap of Samira and Johan is on the beamer."""
    workshop = revealed()
    samira, johan = person(workshop, "Samira El Idrissi"), person(workshop, "Johan Terpstra")
    workshop = after(workshop, session.go_to, "gap", NOW)
    for one, other in ((samira, johan), (johan, samira)):
        workshop = after(workshop, placing.agree, Consent.GAP, one, other)
    return after(workshop, talking.show_pair, samira, johan, GapView.LOOKING), samira, johan


def seen(workshop: Workshop) -> object:
    return public_view(workshop, BeamerMode.SHOW, NOW).picture


def test_what_is_half_written_about_somebody_leaves_with_them() -> None:
    workshop = team()
    samira, johan = person(workshop, "Samira El Idrissi"), person(workshop, "Johan Terpstra")
    for id in (
        f"plan.{samira}.wish",
        f"plan.{samira}.step1.what",
        talking.draft_id(samira, johan, "sentence"),
        talking.draft_id(johan, samira, "agreement"),
        f"plan.{johan}.wish",
        "details.goal0",
        "people.add",
    ):
        workshop = after(workshop, session.keep_draft, id, "woorden")
    left = after(workshop, people.remove, [samira])
    assert {draft.id for draft in left.drafts} == {f"plan.{johan}.wish", "details.goal0", "people.add"}


@pytest.mark.parametrize("gone", ["now", "other"])
def test_a_gap_that_lost_a_pawn_comes_back_only_by_showing_it_again(gone: str) -> None:
    workshop, samira, _ = paired()
    assert isinstance(seen(workshop), Gap)
    without = after(workshop, placing.take_back, gone, samira)
    assert isinstance(seen(without), Pairs)
    undone = tidy(replace(without, placements=workshop.placements))
    assert isinstance(seen(undone), Pairs)


def test_a_gap_about_another_comes_back_only_by_showing_it_again() -> None:
    workshop, samira, _ = paired()
    other = tidy(after(workshop, placing.set_target, "other", samira, person(workshop, "Linh Tran")))
    assert isinstance(seen(other), Pairs)
    assert isinstance(seen(tidy(replace(other, placements=workshop.placements))), Pairs)


def test_a_name_that_an_undo_brings_back_is_not_on_the_beamer() -> None:
    workshop = revealed()
    samira = person(workshop, "Samira El Idrissi")
    hidden = after(workshop, people.set_shown, samira, "S.")
    assert "S." in repr(seen(hidden))
    undone = tidy(shown_no_more(hidden, replace(hidden, participants=workshop.participants)))
    picture = seen(undone)
    assert isinstance(picture, Reveal)
    assert "Samira" not in repr(picture)
    assert len(picture.pawns) == len(workshop.participants) - 1
    assert undone.agreements == workshop.agreements
    again = after(undone, placing.reveal, "now")
    assert "Samira" in repr(seen(again))


def test_initials_that_an_undo_brings_back_are_not_on_the_beamer_either() -> None:
    workshop = revealed()
    samira = person(workshop, "Samira El Idrissi")
    renamed = after(workshop, people.rename, samira, "Samira X")
    undone = seen(shown_no_more(renamed, replace(renamed, participants=workshop.participants)))
    assert isinstance(undone, Reveal)
    assert {pawn.initials for pawn in undone.pawns} == {"", "JT"}


def test_a_gap_or_a_view_of_the_manager_goes_too_when_an_undo_changes_a_name_in_it() -> None:
    workshop, _, johan = paired()
    renamed = after(workshop, people.set_shown, johan, "J.")
    undone = shown_no_more(renamed, replace(renamed, participants=workshop.participants))
    assert isinstance(seen(undone), Pairs)
    about = after(workshop, session.go_to, "reveal", NOW)
    about = after(about, placing.reveal_about, "other", johan)
    about = after(about, people.set_shown, johan, "J.")
    assert isinstance(seen(about), About)
    undone = shown_no_more(about, replace(about, participants=workshop.participants))
    assert not isinstance(seen(undone), About)
    assert "Johan" not in repr(seen(undone))


def test_an_undo_of_anything_else_leaves_the_beamer_as_it_is() -> None:
    workshop = revealed()
    linh = person(workshop, "Linh Tran")
    free = after(workshop, people.set_shown, linh, "L.")
    assert shown_no_more(free, replace(free, participants=workshop.participants)).stage == workshop.stage
    moved = after(workshop, placing.place_at, "now", linh, "K")
    assert shown_no_more(moved, replace(moved, placements=workshop.placements)).stage == workshop.stage
