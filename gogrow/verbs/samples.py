"""The two sample workshops: a team of twelve, and two at one table. Names and words are made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gogrow.domain.board import About
from gogrow.domain.deck import StepKind
from gogrow.domain.people import Presence, Role
from gogrow.domain.room import entered_rounds
from gogrow.domain.rules import people, placing, planning, playing, session, talking
from gogrow.domain.workshop import (
    Consent,
    Details,
    DevelopmentPlan,
    GapView,
    How,
    PlanStep,
    Talk,
    Visibility,
)
from gogrow.verbs.player import Player

Pick = dict[str, str]

TEAM: tuple[tuple[str, str, str], ...] = (
    ("Anja Verbeek", "B", "K"),
    ("Bram Kuiper", "", ""),
    ("Dennis Smit", "D", "Z"),
    ("Fatma Yildiz", "G", "L"),
    ("Johan Terpstra", "K", ""),
    ("Kees de Wit", "B", "J"),
    ("Linh Tran", "X", "K"),
    ("Marloes de Boer", "I", "V"),
    ("Samira El Idrissi", "R", "W"),
    ("Tomasz Nowak", "Y", "E"),
    ("Wesley Pinas", "S", "G"),
    ("Yusuf Demir", "Q", "I"),
)
"""Name, letter of the own place, letter of the manager's. Bram is not here; Z passes."""

WISHES = "MPXNOKQNPR"
"""Where they want to stand in half a year, in turn: most want to learn something."""
HARVEST = ((0, 9), (2, 8), (1, 4), (11, 8))
"""Which of the deck's themes were named how often: some by nearly all, or a report would tell none of them."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Words of the sample in one language."""

    title: str
    organisation: str
    team: str
    goals: tuple[str, ...]
    contact: str
    two: str
    sentence: str
    agreement: str
    wish: str
    first: str
    second: str
    enables: str
    hour: str


SAMPLES = {
    "nl": Sample(
        title="Waar staan wij?",
        organisation="Metaalbedrijf De Waal",
        team="Team Zetten",
        goals=("Minder fouten bij het omstellen", "Iedereen kan twee machines aan"),
        contact="Marieke van Dam, 06 12 34 56 78",
        two="Samira en Johan",
        sentence="Nieuwe collega’s komen met vragen eerst naar Samira.",
        agreement="Samira leert Yusuf de zetbank.",
        wish="Ik werk nieuwe collega’s in",
        first="Yusuf helpen aan de zetbank",
        second="Een ochtend meekijken bij Lassen",
        enables="Twee uur per week om uit te leggen",
        hour="18 mei",
    ),
    "en": Sample(
        title="Where do we stand?",
        organisation="De Waal Metalworks",
        team="Team Press Brake",
        goals=("Fewer mistakes at changeovers", "Everyone can run two machines"),
        contact="Marieke van Dam, +31 6 12 34 56 78",
        two="Samira and Johan",
        sentence="New colleagues take their questions to Samira first.",
        agreement="Samira teaches Yusuf the press brake.",
        wish="I show new colleagues the ropes",
        first="Help Yusuf at the press brake",
        second="Spend a morning with Welding",
        enables="Two hours a week to explain things",
        hour="18 May",
    ),
}


def details(language: str, sample: Sample, title: str) -> Details:
    """What a facilitator fills in for the sample."""
    return Details(
        title=title,
        organisation=sample.organisation,
        team=sample.team,
        date=dt.date(2026, 5, 12),
        language=language,
        goals=sample.goals,
        check_in=dt.date(2026, 8, 18),
        contact=sample.contact,
    )


def play_team(player: Player, language: str, listed: Sequence[people.NewPerson] | None = None) -> None:
    """The team's story, from pasted names to a plan on paper. ``listed`` are other people than the sample's."""
    sample = SAMPLES[language]
    player.create(details(language, sample, sample.title), "team")
    own = listed is None
    new = listed if listed is not None else [people.NewPerson(name) for name, _, _ in TEAM]
    player.do(people.add_people, new, player.new_id, player.source)
    ids = {p.name: p.id for p in player.workshop.participants}
    if own:
        player.do(people.lead_all, ids["Johan Terpstra"])
        player.do(people.set_presence, ids["Bram Kuiper"], Presence.NOT_HERE)
        for name in ("Linh Tran", "Marloes de Boer"):
            player.do(people.set_role, ids[name], Role.COLLEAGUE)
    player.do(session.begin, player.now)
    for step in player.workshop.run:
        player.go_to(step.id)
        player.picture(f"{step.id}")
        if step.kind is StepKind.CARDS:
            cards = player.deck.cards[language]
            player.do(playing.draw, cards, player.source)
            player.picture(f"{step.id}-card")
        if step.kind is StepKind.CARDS and entered_rounds(step):
            _type_slips(player, entered_rounds(step), own)
            player.picture(f"{step.id}-all")
        if step.kind is StepKind.REVEAL:
            _reveal(player, step.rounds[0] if step.rounds else "now", own)
        if step.kind is StepKind.GAP:
            _talk(player, language, own)
        if step.kind is StepKind.PLAN and own:
            _plan(player, sample, ids["Samira El Idrissi"])
        player.wait(step.minutes)
    player.do(planning.freeze, [p.id for p in player.workshop.participants], player.now.date())
    player.do(session.end, player.now)


def _type_slips(player: Player, rounds: tuple[str, ...], own: bool) -> None:
    letters = {name: (mine, manager) for name, mine, manager in TEAM} if own else {}
    workshop = player.workshop
    spots = [spot.letter for spot in workshop.board.spots]
    for number, person in enumerate(workshop.here()):
        drawn = (player.source.choice(spots), player.source.choice(spots)) if spots else ("", "")
        mine, manager = letters.get(person.name, drawn)
        for round in rounds:
            about = workshop.board.round(round).about
            if about is About.SELF:
                letter = mine if round == rounds[0] else WISHES[number % len(WISHES)]
            else:
                letter = manager if person.manager else "Z"
            player.do(placing.place_at, round, person.id, letter or workshop.board.skip)
        if number == len(workshop.here()) // 2:
            player.picture("slips-half")


def _reveal(player: Player, round: str, own: bool) -> None:
    player.do(placing.reveal, round)
    player.picture("reveal")
    if not own:
        return
    ids = {p.name: p.id for p in player.workshop.participants}
    for name in ("Kees de Wit", "Linh Tran", "Marloes de Boer", "Samira El Idrissi"):
        player.do(placing.agree, Consent.NAME, ids[name])
    player.wait(6)
    player.do(placing.agree, Consent.NAME, ids["Johan Terpstra"])
    player.do(placing.join_managers, round)
    player.picture("reveal-named")
    player.do(placing.agree, Consent.MANAGER_VIEW, ids["Johan Terpstra"])
    about = next(r.id for r in player.workshop.board.rounds if r.about is About.OTHER)
    player.do(placing.reveal_about, about, ids["Johan Terpstra"])
    player.picture("about-manager")
    player.do(placing.hide, about)


def _talk(player: Player, language: str, own: bool) -> None:
    player.do(talking.start_turn, player.now)
    player.picture("pairs")
    player.wait(4)
    player.do(talking.start_turn, player.now)
    themes, here = player.deck.themes[language], len(player.workshop.here())
    for at, count in HARVEST:
        for _ in range(min(count, here) if at < len(themes) else 0):
            player.do(talking.harvest, themes[at], 1, player.new_id)
    if not own:
        return
    ids = {p.name: p.id for p in player.workshop.participants}
    samira, johan = ids["Samira El Idrissi"], ids["Johan Terpstra"]
    player.do(placing.agree, Consent.GAP, samira, johan)
    player.do(placing.agree, Consent.GAP, johan, samira)
    player.do(talking.show_pair, samira, johan, GapView.LOOKING)
    player.picture("gap")
    sample = SAMPLES[language]
    both = tuple(themes[:2])
    talk = Talk("", samira, johan, GapView.LOOKING, Visibility.PLAN, sample.sentence, both, sample.agreement)
    player.do(talking.keep_talk, talk, player.new_id)


def _plan(player: Player, sample: Sample, person: str) -> None:
    taken = tuple(talk.id for talk in planning.for_plan(player.workshop, person))
    plan = DevelopmentPlan(
        id=person,
        wish=sample.wish,
        steps=(
            PlanStep(sample.first, How.DOING, "Johan", sample.hour),
            PlanStep(sample.second, How.COLLEAGUE, "Marloes", ""),
        ),
        enables=sample.enables,
        taken=taken,
    )
    player.do(planning.edit_plan, plan)
    player.do(planning.edit_plan, replace(plan, shared=("enables",)))


def play_two(player: Player, language: str) -> None:
    """Samira and Johan at one table: each places in turn, then both are shown; Samira decides what stays."""
    sample = SAMPLES[language]
    player.create(replace(details(language, sample, sample.two), goals=()), "two")
    pair = [people.NewPerson("Samira El Idrissi", Role.EMPLOYEE, "Johan Terpstra"), people.NewPerson("Johan Terpstra")]
    player.do(people.add_people, pair, player.new_id, player.source)
    samira, johan = (p.id for p in player.workshop.participants)
    player.do(session.begin, player.now)
    own = next(r.id for r in player.workshop.board.rounds if r.about is About.SELF)
    partner = next(r.id for r in player.workshop.board.rounds if r.about is About.PARTNER)
    for step in player.workshop.run:
        player.go_to(step.id)
        if step.kind is StepKind.ROUND and step.rounds and player.workshop.placement(own, samira) is None:
            player.do(placing.place, own, samira, 0.36, 0.66)
            player.do(placing.place, partner, samira, 0.62, 0.28)
            player.do(placing.place, own, johan, 0.58, 0.2)
            player.do(placing.place, partner, johan, 0.72, 0.72)
        if step.kind is StepKind.GAP:
            for kind in (Consent.GAP, Consent.MIRROR):
                player.do(placing.agree, kind, samira, johan)
                player.do(placing.agree, kind, johan, samira)
            for view in (GapView.LOOKING, GapView.MIRROR):
                player.do(talking.show_pair, samira, johan, view)
                player.picture(f"two-{view}")
            talk = Talk("", samira, johan, GapView.MIRROR, Visibility.PLAN, sample.sentence, (), sample.agreement)
            player.do(talking.keep_talk, talk, player.new_id)
        if step.kind is StepKind.PLAN:
            _plan(player, sample, samira)
        player.wait(step.minutes)
    player.do(session.end, player.now)
