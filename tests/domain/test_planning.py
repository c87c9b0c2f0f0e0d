"""What may come on a plan, and what its owner lets out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.ids import seeded_ids
from gogrow.domain.rules import planning, talking
from gogrow.domain.workshop import DevelopmentPlan, GapView, PlanStep, PlayedCard, Talk, Visibility, Workshop
from tests.sample import after, deck, person, team


@pytest.fixture
def workshop() -> Workshop:
    return team()


def talked(workshop: Workshop, id: str, owner: str, other: str, visibility: Visibility, *themes: str) -> Workshop:
    one, two = (person(workshop, name) for name in (owner, other))
    talk = Talk(id, one, two, GapView.LOOKING, visibility, "", themes)
    return after(workshop, talking.keep_talk, talk, lambda: id)


def test_themes_of_talks_for_the_plan_and_of_cards_are_offered_once(workshop: Workshop) -> None:
    workshop = talked(workshop, "t1", "Kees de Wit", "Johan Terpstra", Visibility.PLAN, "trots", "rust")
    card = deck().cards["nl"][0]
    workshop = replace(workshop, played=(PlayedCard(card.id, card, ("Trots", "vertrouwen")),))
    kees, johan = person(workshop, "Kees de Wit"), person(workshop, "Johan Terpstra")
    assert planning.offered(workshop, kees) == ("trots", "rust", "vertrouwen")
    assert planning.offered(workshop, johan) == ("trots", "rust", "vertrouwen"), "both marked it for their plans"
    assert planning.offered(workshop, person(workshop, "Linh Tran")) == ("Trots", "vertrouwen")


def test_what_is_written_already_is_not_offered_again(workshop: Workshop) -> None:
    workshop = talked(workshop, "t1", "Kees de Wit", "Johan Terpstra", Visibility.PLAN, "rust", "trots")
    kees = person(workshop, "Kees de Wit")
    written = after(workshop, planning.edit_plan, DevelopmentPlan(kees, qualities="Trots op mijn werk, onrust"))
    assert planning.offered(written, kees) == ("rust",), "a word in another word is not that word"


def test_what_was_agreed_may_become_a_step(workshop: Workshop) -> None:
    kees, johan, linh = (person(workshop, name) for name in ("Kees de Wit", "Johan Terpstra", "Linh Tran"))
    for id, other, visibility, words in (
        ("t1", johan, Visibility.PLAN, "Een dag meelopen"),
        ("t2", linh, Visibility.US, "Samen lunchen"),
    ):
        talk = Talk(id, kees, other, GapView.LOOKING, visibility, "", (), words)
        workshop = after(workshop, talking.keep_talk, talk, seeded_ids(1))
    assert planning.agreed(workshop, kees) == planning.agreed(workshop, johan) == ("Een dag meelopen",)
    assert planning.agreed(workshop, linh) == ()
    plan = DevelopmentPlan(kees, steps=(PlanStep("Een dag meelopen met Linh"),))
    assert planning.agreed(after(workshop, planning.edit_plan, plan), kees) == ()


def test_nothing_is_offered_of_a_talk_that_stays_between_two(workshop: Workshop) -> None:
    for visibility in (Visibility.US, Visibility.THEME, Visibility.NOT_RECORDED):
        spoken = talked(workshop, "t1", "Kees de Wit", "Johan Terpstra", visibility, "ruzie")
        assert not any(planning.offered(spoken, one.id) for one in spoken.participants), visibility
        assert not any(planning.for_plan(spoken, one.id) for one in spoken.participants), visibility


def test_what_may_be_in_a_report_are_these_words(workshop: Workshop) -> None:
    kees = person(workshop, "Kees de Wit")
    told = DevelopmentPlan(kees, wish="Lassen", team="Meer praten", shared=("wish", "team", "improvement", "motives"))
    workshop = after(workshop, planning.edit_plan, told)
    assert workshop.plan(kees).shared == ("wish", "team"), "only fields that may, and that say something"
    workshop = after(workshop, planning.edit_plan, replace(workshop.plan(kees), wish="Iets heel anders"))
    assert workshop.plan(kees).shared == ("team",), "other words are asked about anew"
    workshop = after(workshop, planning.edit_plan, replace(workshop.plan(kees), shared=("wish", "team")))
    assert workshop.plan(kees).shared == ("wish", "team")
