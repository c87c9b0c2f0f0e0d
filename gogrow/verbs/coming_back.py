"""The sample team comes back after three months: then and now, what came of the steps, and what is next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from gogrow.domain.board import About
from gogrow.domain.deck import StepKind
from gogrow.domain.rules import follow_up, placing, planning, playing, session
from gogrow.domain.workshop import TEAM, CheckIn, Consent, How, PlanStep, StepResult, StepState, Workshop
from gogrow.verbs.player import Player

AGAIN = dt.datetime(2026, 8, 18, 8, 0, tzinfo=dt.UTC)
"""Ten o'clock in the morning in Amsterdam, on the day that stands on all sheets of then."""

NEXT = dt.date(2026, 11, 17)

NOW = "DEOSLVKJXWPG"
"""Where they stand by then, in turn: some went on, some stayed, one is searching."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said when they come back, in one language."""

    title: str
    busy: str
    helped: str
    hindered: str
    next: str
    why: str
    sign: str
    by: str


WORDS = {
    "nl": Words(
        title="Hoe ging het?",
        busy="Er was één ochtend. De tweede komt in september.",
        helped="Johan plande de uren echt in.",
        hindered="Vakantie, en een machine die stilstond.",
        next="Een instructiekaart maken voor de zetbank",
        why="Dan hoeft Yusuf niet te wachten tot ik er ben.",
        sign="Iemand van de avondploeg stelt de bank zelf om.",
        by="1 november",
    ),
    "en": Words(
        title="How did it go?",
        busy="There was one morning. The second one is in September.",
        helped="Johan really put the hours in the roster.",
        hindered="Holidays, and a machine that stood still.",
        next="Make an instruction card for the press brake",
        why="Then Yusuf does not have to wait until I am there.",
        sign="Somebody on the evening shift sets up the machine alone.",
        by="1 November",
    ),
}


def play_again(player: Player, earlier: Workshop, language: str, *, own: bool) -> None:
    """The check-in of a workshop, from new slips to new plans. ``own``: it was the sample's own team."""
    words = WORDS[language]
    player.follow(earlier, words.title, "check-in", AGAIN)
    player.do(session.begin, player.now)
    ids = {p.name: p.id for p in player.workshop.participants}
    samira = ids.get("Samira El Idrissi", "")
    for step in player.workshop.run:
        player.go_to(step.id)
        player.picture(f"again-{step.id}")
        if step.kind is StepKind.CARDS:
            player.do(playing.draw, player.deck.cards[language], player.source)
            _type_slips(player, step.rounds, own)
        if step.kind is StepKind.REVEAL:
            player.do(placing.reveal, step.rounds[0])
            player.picture("again-now")
        if step.kind is StepKind.THEN_NOW:
            player.do(follow_up.show_then_now, TEAM)
            player.picture("then-and-now")
            if own:
                player.do(placing.agree, Consent.THEN_NOW, samira)
                player.do(follow_up.show_then_now, samira)
                player.picture("then-and-now-one")
        if step.kind is StepKind.LOOK_BACK and own:
            _look_back(player, earlier, samira, words)
        if step.kind is StepKind.PLAN and own:
            step_now = PlanStep(words.next, How.DOING, "Yusuf", words.by, words.why, "", words.sign)
            plan = player.workshop.plan(samira)
            player.do(planning.edit_plan, replace(plan, steps=(step_now, *plan.steps)))
        player.wait(step.minutes)
    player.do(session.edit_details, replace(player.workshop.details, check_in=NEXT))
    player.do(planning.freeze, [p.id for p in player.workshop.participants], player.now.date())
    player.do(session.end, player.now)


def _type_slips(player: Player, rounds: tuple[str, ...], own: bool) -> None:
    """Everyone says anew where they stand; nobody has seen the old pawn."""
    workshop = player.workshop
    spots = [spot.letter for spot in workshop.board.spots]
    for number, person in enumerate(workshop.here()):
        for round in rounds:
            about = workshop.board.round(round).about
            mine = NOW[number % len(NOW)] if own and round == rounds[0] else player.source.choice(spots)
            skips = about is not About.SELF and not person.manager
            player.do(placing.place_at, round, person.id, workshop.board.skip if skips else mine)


def _look_back(player: Player, earlier: Workshop, person: str, words: Words) -> None:
    """One step is done, one goes on: that one comes into the new plan."""
    known = player.workshop.looked_back(person).results
    states = (StepState.DONE, StepState.BUSY)
    results = tuple(
        StepResult(one.what, state, words.busy if state is StepState.BUSY else "")
        for one, state in zip(known, states, strict=False)
    )
    player.do(planning.look_back, CheckIn(person, (*results, *known[len(results) :]), words.helped, words.hindered))
    player.do(follow_up.carry_on, earlier, person)
