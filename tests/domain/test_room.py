"""Nothing private ever reaches the room: thousands of random steps, and pairs of workshops that differ in private."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.people import Presence
from gogrow.domain.public import BeamerMode, Reveal, ThenNowTeam
from gogrow.domain.room import public_view
from gogrow.domain.rules import follow_up, people, placing, planning, playing, session, talking, tidy
from gogrow.domain.workshop import (
    TEAM,
    Consent,
    DevelopmentPlan,
    GapView,
    PlanStep,
    Talk,
    Visibility,
    Workshop,
)
from tests.sample import NOW, deck, team

PLANTED = "GEHEIM"


def secret_team() -> Workshop:
    """A team of which every private word is marked, and every shown name as well."""
    names = tuple(f"{PLANTED}naam{n} {PLANTED}achter{n}" for n in range(9))
    workshop = team(names, leader=names[3])
    people_ = tuple(replace(p, shown=f"{PLANTED}toon{n}") for n, p in enumerate(workshop.participants))
    details = replace(workshop.details, contact=f"{PLANTED}contact", goals=(f"{PLANTED}doel",))
    again = next(one for one in deck().programmes if one.id == "check-in")
    run = (*workshop.run, *(step for step in again.steps if step.id in ("then-now", "look-back")))
    return replace(workshop, participants=people_, details=details, run=run)


def secret_then(workshop: Workshop, source: random.Random) -> Workshop:
    """What came before a secret team: the same people at some letters, with every private word marked as well."""
    then = workshop
    for person in workshop.participants:
        then = placing.place_at(then, "now", person.id, source.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ")).workshop
        plan = DevelopmentPlan(person.id, f"{PLANTED}toen", steps=(PlanStep(f"{PLANTED}stap"),))
        then = planning.edit_plan(then, plan).workshop
    if any(p.placer not in then.managers() for p in then.placements):
        then = placing.reveal(then, "now").workshop
    return replace(then, id="then")


def actions(
    workshop: Workshop, source: random.Random, new_id: Callable[[], str], now: dt.datetime
) -> list[Callable[[Workshop], Outcome]]:
    """What a facilitator might do next; consents are left out, so that no name may ever be public."""
    ids = [p.id for p in workshop.participants]
    one, other = source.sample(ids, 2)
    round = source.choice(["now", "other", "wish", "partner"])
    words = f"{PLANTED}{source.random()}"
    cards = [replace(card, hint=f"{PLANTED}hint") for card in deck().cards["nl"]]
    talk = Talk("", one, other, GapView.LOOKING, source.choice(list(Visibility)), words, (words,), words)
    plan = DevelopmentPlan(one, words, words, (PlanStep(words),), words, words, words, True, (), words, words, words)
    angle, reach = source.random(), source.random() / 2
    return [
        lambda w: placing.place(w, round, one, 0.5 + reach * (angle - 0.5), 0.5 + reach * (0.5 - angle)),
        lambda w: placing.place_at(w, round, one, source.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
        lambda w: placing.pass_round(w, round, one),
        lambda w: placing.take_back(w, round, one),
        lambda w: placing.reveal(w, "now"),
        lambda w: placing.join_managers(w, "now"),
        lambda w: placing.reveal_about(w, "other", one),
        lambda w: placing.hide(w, "now"),
        lambda w: people.set_presence(w, one, source.choice(list(Presence))),
        lambda w: session.go_to(w, source.choice(w.run).id, now),
        lambda w: session.keep_draft(w, f"talk.{one}.{other}.sentence", words),
        lambda w: session.pause(w, now),
        lambda w: session.resume(w, now),
        lambda w: talking.keep_talk(w, talk, new_id),
        lambda w: talking.harvest(w, words, 1, new_id),
        lambda w: talking.show_pair(w, one, other, source.choice(list(GapView))),
        lambda w: talking.start_turn(w, now),
        lambda w: playing.draw(w, cards, source),
        lambda w: playing.stop(w),
        lambda w: planning.edit_plan(w, plan),
        lambda w: follow_up.show_then_now(w, source.choice([TEAM, TEAM, one])),
        lambda w: follow_up.show_then_now(session.go_to(w, "then-now", now).workshop, TEAM),
    ]


def test_no_secret_reaches_the_room_in_thousands_of_random_steps() -> None:
    kinds: set[str] = set()
    for seed in range(40):
        source, new_id, now = random.Random(seed), seeded_ids(seed), NOW
        workshop = session.begin(secret_team(), now).workshop
        then = secret_then(workshop, source)
        if seed % 4 == 0:  # all at their places already
            stage = replace(workshop.stage, shown=then.stage.shown)
            workshop = replace(workshop, placements=then.placements, stage=stage)
        for _ in range(120):
            now += dt.timedelta(seconds=source.randint(1, 200))
            action = source.choice(actions(workshop, source, new_id, now))
            try:
                workshop = tidy(action(workshop).workshop)
            except RuleBroken:
                continue
            for mode in BeamerMode:
                view = public_view(workshop, mode, now, earlier=(then,))
                kinds.add(type(view.picture).__name__)
                assert PLANTED not in repr(view)
    assert kinds >= {"Neutral", "Blank", "Words", "Explain", "Placing", "Reveal", "Pairs", "Card", "ThenNowTeam"}


def scrambled(workshop: Workshop, source: random.Random) -> Workshop:
    """The same to the room, another in private: other ids, names, order of people, drafts, talks, plans, contact.

    Each person becomes somebody who is in no other workshop, so that nobody is the same then and now.
    """
    fresh = seeded_ids(source.randint(0, 10**6))
    ids = {p.id: fresh() for p in workshop.participants}
    participants = [
        replace(p, id=ids[p.id], person=fresh(), name=f"Ander {n}", manager=ids[p.manager] if p.manager else None)
        for n, p in enumerate(workshop.participants)
    ]
    source.shuffle(participants)
    placements = sorted(
        (
            replace(
                p, id=f"{p.round}.{ids[p.placer]}", placer=ids[p.placer], target=ids[p.target] if p.target else None
            )
            for p in workshop.placements
        ),
        key=lambda p: p.id,
    )
    marks = [replace(m, id=f"{m.round}.{ids[m.participant]}", participant=ids[m.participant]) for m in workshop.marks]
    shown = frozenset(f"{id.partition('.')[0]}.{ids[id.partition('.')[2]]}" for id in workshop.stage.shown)
    return replace(
        workshop,
        participants=tuple(participants),
        placements=tuple(placements),
        marks=tuple(marks),
        talks=(),
        plans=(),
        drafts=(),
        harvest=(),
        details=replace(workshop.details, contact="een ander", goals=("iets anders",), title="Andere titel"),
        stage=replace(workshop.stage, shown=shown, entering=""),
    )


def test_workshops_that_differ_only_in_private_give_equal_views() -> None:
    compared = both = 0
    for seed in range(25):
        source, new_id, now = random.Random(seed), seeded_ids(seed), NOW
        workshop = session.begin(secret_team(), now).workshop
        then = secret_then(workshop, source)
        for p in workshop.participants[: seed % 9]:
            workshop = placing.place_at(workshop, "now", p.id, source.choice("ABCDEF")).workshop
        for step in range(60):
            if step % 6 == 0:
                workshop = session.go_to(workshop, source.choice(["reveal", "then-now"]), now).workshop
            now += dt.timedelta(seconds=10)
            try:
                workshop = tidy(source.choice(actions(workshop, source, new_id, now))(workshop).workshop)
            except RuleBroken:
                continue
            view = public_view(workshop, BeamerMode.SHOW, now, earlier=(then,))
            before = scrambled(then, source)
            assert public_view(scrambled(workshop, source), BeamerMode.SHOW, now, earlier=(before,)) == view
            compared += isinstance(view.picture, Reveal)
            both += isinstance(view.picture, ThenNowTeam)
    assert compared > 20
    assert both > 20


def test_who_passed_cannot_be_told_from_who_placed_or_is_late() -> None:
    workshop = session.go_to(session.begin(team(), NOW).workshop, "slips", NOW).workshop
    one, other = (p.id for p in workshop.participants[:2])

    def placed(id: str, rest: str) -> Workshop:
        after = workshop
        for round in ("now", "other", "wish"):
            after = placing.place_at(after, round, id, "A").workshop
            after = placing.pass_round(after, round, rest).workshop
        return after

    views = [public_view(placed(a, b), BeamerMode.SHOW, NOW) for a, b in ((one, other), (other, one))]
    assert views[0] == views[1]


def test_after_a_start_nothing_is_shown_and_consent_shows_exactly_that_name() -> None:
    workshop = session.go_to(session.begin(secret_team(), NOW).workshop, "reveal", NOW).workshop
    for p in workshop.participants:
        workshop = placing.place_at(workshop, "now", p.id, "B").workshop
    workshop = placing.reveal(workshop, "now").workshop
    assert PLANTED not in repr(public_view(workshop, BeamerMode.NEUTRAL, NOW))
    first = workshop.participants[0]
    workshop = placing.agree(workshop, Consent.NAME, first.id).workshop
    shown = repr(public_view(workshop, BeamerMode.SHOW, NOW))
    assert first.shown in shown
    assert sum(p.shown in shown for p in workshop.participants) == 1
