"""What may be kept of a talk, and what leaves no trace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.public import BeamerMode, Gap, Pairs
from gogrow.domain.room import public_view
from gogrow.domain.rules import erasing, placing, planning, playing, session, talking
from gogrow.domain.workshop import (
    Consent,
    DevelopmentPlan,
    GapView,
    Harvest,
    PlanStep,
    Talk,
    Visibility,
    Workshop,
)
from tests.sample import NOW, after, deck, person, team

IDS = seeded_ids(11)


def pair() -> tuple[Workshop, str, str]:
    """Samira has placed herself and Johan; the gap talk has begun."""
    workshop = after(team(), session.begin, NOW)
    samira, johan = person(workshop, "Samira El Idrissi"), person(workshop, "Johan Terpstra")
    workshop = after(workshop, placing.place_at, "now", samira, "R")
    workshop = after(workshop, placing.place_at, "other", samira, "W")
    return after(workshop, session.go_to, "gap", NOW), samira, johan


def test_a_gap_is_shown_only_when_both_say_yes() -> None:
    workshop, samira, johan = pair()
    one = after(workshop, placing.agree, Consent.GAP, samira, johan)
    with pytest.raises(RuleBroken, match="pair_not_agreed"):
        talking.show_pair(one, samira, johan, GapView.LOOKING)
    both = after(one, placing.agree, Consent.GAP, johan, samira)
    shown = after(both, talking.show_pair, samira, johan, GapView.LOOKING)
    seen = public_view(shown, BeamerMode.SHOW, NOW).picture
    assert isinstance(seen, Gap)
    assert (seen.owner.name, seen.other.name, seen.other.seen) == ("Samira", "Johan", True)
    no_more = after(shown, placing.withdraw, Consent.GAP, johan, samira)
    assert isinstance(public_view(no_more, BeamerMode.SHOW, NOW).picture, Pairs)


def test_not_recorded_erases_the_talk_its_drafts_and_its_place_in_plans() -> None:
    workshop, samira, johan = pair()
    talk = Talk("", samira, johan, GapView.LOOKING, Visibility.PLAN, "Een zin.", ("trots",), "Een afspraak.")
    workshop = after(workshop, talking.keep_talk, talk, IDS)
    kept = workshop.talks[0]
    workshop = after(workshop, planning.edit_plan, DevelopmentPlan(samira, taken=(kept.id,)))
    workshop = after(workshop, session.keep_draft, talking.draft_id(samira, johan, "sentence"), "half")
    outcome = talking.keep_talk(workshop, replace(kept, visibility=Visibility.NOT_RECORDED), IDS)
    assert outcome.step is None
    assert outcome.purge == {("talk", kept.id)}
    assert outcome.workshop.talks == ()
    assert outcome.workshop.drafts == ()
    assert outcome.workshop.plan(samira).taken == ()
    assert outcome.workshop.harvest == ()


def test_the_theme_only_keeps_a_count_and_no_pair() -> None:
    workshop, samira, johan = pair()
    talk = Talk("", samira, johan, GapView.LOOKING, Visibility.THEME, "Een zin.", ("trots", "trots"), "x")
    outcome = talking.keep_talk(workshop, talk, IDS)
    assert outcome.step is None
    assert outcome.workshop.talks == ()
    assert [(h.theme, h.count) for h in outcome.workshop.harvest] == [("trots", 1)]
    assert "Een zin." not in repr(outcome.workshop)


def test_themes_stand_in_the_order_of_their_words_not_of_their_time() -> None:
    workshop = team()
    for theme in ("trots", "Elkaar helpen", "tijd", "TROTS"):
        workshop = after(workshop, talking.harvest, theme, 1, IDS)
    assert [(h.theme, h.count) for h in workshop.harvest] == [("Elkaar helpen", 1), ("tijd", 1), ("trots", 2)]
    for _ in range(2):
        workshop = after(workshop, talking.harvest, "trots", -1, IDS)
    assert "trots" not in {h.theme for h in workshop.harvest}


def test_only_talks_marked_for_it_go_on_a_plan() -> None:
    workshop, samira, johan = pair()
    talk = Talk("", samira, johan, GapView.LOOKING, Visibility.US, "Van ons.")
    workshop = after(workshop, talking.keep_talk, talk, IDS)
    with pytest.raises(RuleBroken, match="talk_not_for_plan"):
        planning.edit_plan(workshop, DevelopmentPlan(samira, taken=(workshop.talks[0].id,)))
    with pytest.raises(RuleBroken, match="steps_many"):
        planning.edit_plan(workshop, DevelopmentPlan(samira, steps=(PlanStep("x"),) * 31))


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ((0.2, 0.2), (0.75, 0.75), "know>glow"),
        ((0.5, 0.5), (0.9, 0.5), "centre>rim"),
        ((0.9, 0.5), (0.5, 0.5), "centre>rim"),
        ((0.5, 0.5), (0.49, 0.51), "same"),
        ((0.3, 0.3), (0.31, 0.3), "same"),
        ((0.36, 0.36), (0.14, 0.3), "far"),
        ((0.7, 0.3), (0.76, 0.34), "flow>flow"),
    ],
)
def test_every_pair_of_places_has_prompts_in_both_languages(
    one: tuple[float, float], other: tuple[float, float], key: str
) -> None:
    board = team().board
    assert talking.prompt_key(board, one, other) == key
    for language in ("nl", "en"):
        assert deck().prompts[key][language]


def test_a_card_never_comes_twice_and_stop_leaves_no_trace() -> None:
    import random

    cards = deck().cards["nl"]
    workshop = team()
    source = random.Random(5)
    for _ in range(len(cards)):
        workshop = after(workshop, playing.draw, cards, source)
    assert len({card.id for card in workshop.played}) == len(cards)
    with pytest.raises(RuleBroken, match="no_cards_left"):
        playing.draw(workshop, cards, source)
    stopped = playing.stop(workshop)
    assert stopped.step is None
    assert stopped.purge == {("played_card", workshop.stage.card)}
    assert workshop.stage.card not in repr(stopped.workshop.played)


def test_erasing_keeps_counts_and_themes_and_no_word_of_anybody() -> None:
    workshop, samira, johan = pair()
    for p in workshop.participants:
        workshop = after(workshop, placing.place_at, "now", p.id, "B")
    talk = Talk("", samira, johan, GapView.LOOKING, Visibility.US, "GEHEIM1", ("trots",), "GEHEIM2")
    workshop = after(workshop, talking.keep_talk, talk, IDS)
    workshop = after(workshop, talking.harvest, "Trots", 2, IDS)
    workshop = after(workshop, planning.edit_plan, DevelopmentPlan(samira, wish="GEHEIM3", plan_c="GEHEIM4"))
    erased = erasing.erased(workshop, "Gesprek")
    words = repr(erased)
    assert "GEHEIM" not in words
    assert not [p.name for p in workshop.participants if p.name in words or p.code in words]
    assert erased.harvest == (Harvest(workshop.harvest[0].id, "Trots", 3),)
    assert erased.summary is not None
    assert erased.summary.people == 11
    assert erased.summary.fields == (("now", "know", 11),)


def test_fields_of_few_people_are_not_kept_by_erasing() -> None:
    workshop = team(("A", "B"), leader="")
    for p in workshop.participants:
        workshop = after(workshop, placing.place_at, "now", p.id, "B")
    summary = erasing.erased(workshop, "Gesprek").summary
    assert summary is not None
    assert summary.fields == ()
