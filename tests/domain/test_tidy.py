"""What every change ends with: nothing points to what is gone, and an undo shows the room no more than before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.public import BeamerMode, Gap, Pairs
from gogrow.domain.room import public_view
from gogrow.domain.rules import people, placing, session, talking, tidy
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
