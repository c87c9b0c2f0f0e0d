"""Which programme a session that looks back gets, and what it is called."""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.deck import Deck, Programme, StepKind
from gogrow.domain.workshop import Details, Workshop
from gogrow.ui.home.follow import EVERYBODY, programme_for, setting_for, title_for
from tests.sample import person, team
from tests.ui.running import deck


def plain() -> Deck:
    """The deck without programmes that look back."""
    backs = (StepKind.LOOK_BACK, StepKind.THEN_NOW)
    kept = [one for one in deck().programmes if not any(step.kind in backs for step in one.steps)]
    return replace(deck(), programmes=tuple(kept))


def with_back(programme: Programme, id: str) -> Programme:
    step = replace(programme.steps[0], id="back", kind=StepKind.LOOK_BACK)
    return replace(programme, id=id, steps=(programme.steps[0], step))


def test_a_programme_that_looks_back_goes_before_that_of_then() -> None:
    made = plain()
    team = next(one for one in made.programmes if one.setting == "team")
    two = next(one for one in made.programmes if one.setting == "two")
    full = replace(made, programmes=(*made.programmes, with_back(two, "b2"), with_back(team, "b1")))
    for setting, id in (("team", "b1"), ("two", "b2")):
        found = programme_for(full, setting, team.id)
        assert found is not None
        assert found.id == id


def test_without_one_the_programme_of_then_or_any_of_its_setting() -> None:
    made = plain()
    teams = [one for one in made.programmes if one.setting == "team"]
    more = replace(made, programmes=(*made.programmes, replace(teams[0], id="other")))
    for then, id in (("other", "other"), ("gone", teams[0].id)):
        found = programme_for(more, "team", then)
        assert found is not None
        assert found.id == id
    assert programme_for(replace(made, programmes=()), "team", "team") is None


def test_the_title_names_the_first_of_all_and_fits() -> None:
    board = deck().board
    assert board is not None
    first = Workshop("w1", Details("Waar staan wij?"), board)
    second = Workshop("w2", Details("Vervolg van Waar staan wij?", language="en"), board)
    assert title_for((first,)) == "Vervolg van Waar staan wij?"
    assert title_for((second, first)) == "Follow-up 2 of Waar staan wij?"
    assert len(title_for((replace(first, details=Details("x" * 200)),))) == 200


def test_whoever_is_led_by_nobody_looks_back_with_the_facilitator() -> None:
    made = team()
    assert setting_for(made, EVERYBODY) == "team"
    assert setting_for(made, person(made, "Samira El Idrissi")) == "two"
    assert setting_for(made, person(made, "Johan Terpstra")) == "team"
