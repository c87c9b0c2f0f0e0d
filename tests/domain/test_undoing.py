"""An undo shows the room no more than it saw before: no name, no gap, no picture that lay under another."""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.public import About, Pairs, Reveal
from gogrow.domain.rules import people, placing, session, tidy
from gogrow.domain.rules.undoing import shown_no_more
from tests.domain.test_tidy import paired, revealed, seen
from tests.sample import NOW, after, person


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


def test_a_group_does_not_come_out_from_under_the_picture_of_the_manager() -> None:
    workshop = revealed()
    johan = person(workshop, "Johan Terpstra")
    five = [p for p in workshop.placements if p.round != "other"] + [
        p for p in workshop.placements if p.round == "other"
    ][:5]
    workshop = after(replace(workshop, placements=tuple(five)), placing.reveal_about, "other", johan)
    assert isinstance(seen(workshop), About)
    undone = tidy(replace(workshop, placements=tuple(five[:-1])))
    assert isinstance(seen(undone), Reveal)
    assert "Samira" in repr(seen(undone))
    after_it = seen(shown_no_more(workshop, undone))
    assert not isinstance(after_it, Reveal | About)
