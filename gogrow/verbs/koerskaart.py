"""The sample about dilemmas: fourteen people of a metal workshop, six dilemmas, counts only. All of it is made up.

Which dilemmas are played is left to the deck: the first of each step's theme. So the words here fit any of them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import count

from gogrow.domain.ballot import Counts, expect
from gogrow.domain.deck import DilemmaCard, Phase, ProgrammeStep, StepKind
from gogrow.domain.dilemmas import POLL, Fit, Moment, Sure
from gogrow.domain.rules import dilemmas, people, playing, session
from gogrow.domain.workshop import Details
from gogrow.verbs.player import Player

PROGRAMME = "koers-120"

PEOPLE = (
    "Abdel Haddad",
    "Corrie Janssen",
    "Danuta Kowalska",
    "Esra Aydın",
    "Frits Meulenbelt",
    "Gloria Martina",
    "Harm Vermeer",
    "Ines Fernandes",
    "Jeroen Bakker",
    "Kim Nguyen",
    "Lotte van Rijn",
    "Mo Amrani",
    "Piet Hoekstra",
    "Rowena Pinas",
)
LEADS = "Jeroen Bakker"
SECTORS = frozenset({"all", "production", "technique"})
"""For whom a dilemma is recognisable to them."""

BEFORE: tuple[Counts, ...] = (
    (3, 4, 2, 3, 2),
    (1, 3, 6, 3, 1),
    (5, 3, 1, 4, 1),
    (0, 1, 2, 8, 2),
    (2, 5, 5, 2, 0),
    (4, 1, 2, 3, 4),
)
"""How many chose what, for each dilemma; in the fourth somebody passes."""
AFTER: tuple[Counts, ...] = ((1, 3, 8, 1, 1), (2, 2, 6, 3, 1))
"""How many chose what after the talk, where they choose once more."""
PAWNS = ((0.4, Sure.AGREE), (0.55, Sure.LIVE))
FITS = (
    (Fit.HELPS, Fit.APART, Fit.HELPS),
    (Fit.APART, Fit.HELPS, None),
    (Fit.RUBS, Fit.HELPS, Fit.APART),
    (Fit.HELPS, Fit.HELPS, Fit.RUBS),
    (None, Fit.HELPS, Fit.APART),
    (Fit.HELPS, Fit.RUBS, Fit.HELPS),
)
"""How each dilemma relates to each goal; None: nobody said."""
WISHES: Counts = (3, 9, 1, 0, 1)
"""Most want the same, so that the report can tell it: a figure about a few people is left out there."""
THEMES = ((7, 1), (0, 1), (7, 3), (0, 7), (1, 5), (0, 8))
"""Which of the deck's themes each dilemma was about."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Words of the sample in one language; the sentences are about the dilemmas in their order."""

    title: str
    organisation: str
    team: str
    goals: tuple[str, str, str]
    sentences: tuple[str, ...]
    differing: str
    rubs: str
    helps: str
    requests: tuple[str, ...]


SAMPLES = {
    "nl": Sample(
        title="Onze koers",
        organisation="Metaalbedrijf De Linde",
        team="Team Verspanen",
        goals=(
            "Volgend jaar werken we met drie nieuwe machines",
            "Iedereen blijft gezond aan het werk",
            "De klant krijgt op tijd wat is beloofd",
        ),
        sentences=(
            "Wij willen het eerst proberen en dan pas kiezen.",
            "Wie iets nieuws leert, krijgt daar tijd voor.",
            "Wij vragen elkaar om hulp, ook als het druk is.",
            "Iedereen mag nee zeggen, en zegt erbij waarom.",
            "Wat wij afspreken, proberen we een maand.",
            "Niet iedereen hoeft hetzelfde te doen.",
        ),
        differing="Voor mij mag het langzamer.",
        rubs="Leren kost uren die nu in de planning staan.",
        helps="Wie mag meedenken, doet liever mee.",
        requests=(
            "Twee uur per maand om bij een ander mee te kijken.",
            "Elk half jaar een rustig gesprek over hoe het gaat.",
            "Vertel eerder wat er verandert, ook als het nog niet zeker is.",
        ),
    ),
    "en": Sample(
        title="Our course",
        organisation="De Linde Metalworks",
        team="Team Machining",
        goals=(
            "Next year we work with three new machines",
            "Everybody stays well at work",
            "The customer gets what was promised, on time",
        ),
        sentences=(
            "We want to try it first, and choose after that.",
            "Whoever learns something new gets the time for it.",
            "We ask each other for help, even when it is busy.",
            "Everybody may say no, and says why.",
            "What we agree, we try for a month.",
            "Not everybody has to do the same.",
        ),
        differing="For me it may go more slowly.",
        rubs="Learning takes hours that are planned for work now.",
        helps="People who have a say would rather join in.",
        requests=(
            "Two hours a month to watch how somebody else works.",
            "A calm talk about how things are, every half year.",
            "Tell us sooner what is changing, even if it is not certain.",
        ),
    ),
}


def play_koers(player: Player, language: str) -> None:
    """Two hours about dilemmas, from the welcome to the closing poll."""
    sample = SAMPLES[language]
    details = Details(
        title=sample.title,
        organisation=sample.organisation,
        team=sample.team,
        date=dt.date(2026, 5, 12),
        language=language,
        goals=sample.goals,
    )
    player.create(details, PROGRAMME)
    player.do(people.add_people, [people.NewPerson(name) for name in PEOPLE], player.new_id, player.source)
    leader = next(p.id for p in player.workshop.participants if p.name == LEADS)
    player.do(people.lead_all, leader)
    player.do(session.begin, player.now)
    numbers, again = count(), count()
    for step in player.workshop.run:
        player.go_to(step.id)
        if step.kind is StepKind.DILEMMA:
            _dilemma(player, step, sample, next(numbers), again)
        elif step.kind is StepKind.GOALS:
            _goals(player, sample)
        elif step.kind is StepKind.COURSE:
            for request in sample.requests:
                player.do(dilemmas.add_request, request, player.new_id)
            for asked in player.workshop.requests[:2]:
                player.do(dilemmas.share_request, asked.id, True)
            player.picture("course")
        elif step.kind is StepKind.POLL:
            _count(player, POLL, Moment.BEFORE, WISHES)
            player.picture("poll")
        elif step.kind is StepKind.CARDS:
            questions = [card for card in player.deck.questions.get(language, ()) if card.kind == step.draws]
            if questions:
                player.do(playing.draw, questions, player.source)
                player.picture(f"koers-{step.draws}")
        player.wait(step.minutes)
    player.do(session.end, player.now)


def _choose(player: Player, step: ProgrammeStep) -> DilemmaCard | None:
    """The first of the step's theme that was not played and that these people know from their work.

    Without one the first of the theme, and then of any theme; never a sensitive one.
    """
    cards = player.deck.dilemmas.get(player.workshop.details.language, ())
    free = [card for card in dilemmas.left(player.workshop, cards) if not card.sensitive]
    return min(
        free,
        key=lambda card: (card.theme != step.theme, SECTORS.isdisjoint(card.sectors)),
        default=None,
    )


def _dilemma(player: Player, step: ProgrammeStep, sample: Sample, number: int, again: count[int]) -> None:
    card = _choose(player, step)
    if card is None:
        return
    first, phases = number == 0, dilemmas.phases(step)
    player.do(dilemmas.play, card)
    if first:
        player.picture("read")
    player.do(dilemmas.to_phase, Phase.CHOOSE)
    _count(player, card.id, Moment.BEFORE, BEFORE[number % len(BEFORE)], "choose" if first else "")
    if first:
        player.picture("show")
    player.do(dilemmas.to_phase, Phase.TALK)
    player.do(dilemmas.draw_poles, player.source, player.now)
    if first:
        player.wait(0.5)
        player.picture("argue")
    player.do(dilemmas.talk_freely, player.now)
    if first and card.deepen:
        player.do(dilemmas.show_beside, question=card.deepen[0])
        player.wait(0.5)
        player.picture("talk")
    player.do(dilemmas.to_phase, Phase.SENTENCE)
    themes = player.deck.themes.get(player.workshop.details.language, ())
    sentence = sample.sentences[number % len(sample.sentences)]
    about = [themes[at] for at in THEMES[number % len(THEMES)] if at < len(themes)]
    player.do(dilemmas.keep_sentence, card.id, sentence, about)
    if Phase.AGAIN in phases:  # what they took longest over may be passed on
        player.do(dilemmas.share_sentence, card.id, True)
    player.do(dilemmas.read_back, True)
    if first:
        player.picture("sentence")
    if Phase.AGAIN in phases:
        player.do(dilemmas.to_phase, Phase.AGAIN)
        turn = next(again)
        _count(player, card.id, Moment.AFTER, AFTER[turn % len(AFTER)])
        player.picture("compare")
        player.do(dilemmas.to_phase, Phase.PAWN)
        at, sure = PAWNS[turn % len(PAWNS)]
        player.do(dilemmas.place_group, card.id, at)
        player.do(dilemmas.how_sure, card.id, sure, sample.differing if sure is Sure.LIVE else None)
        player.picture("pawn")


def _count(player: Player, about: str, moment: Moment, counts: Counts, halfway: str = "") -> None:
    """Voices one by one, in an order that says nothing, and then shown all at once; ``halfway``: a picture before."""
    views = [view for view, many in enumerate(counts, start=1) for _ in range(many)]
    player.source.shuffle(views)
    player.open_ballot(about, moment)
    missing = len(player.workshop.here()) - len(views)
    for _ in range(missing):  # somebody passes: a change of the total, nothing else
        player.change_ballot(expect, -1)
    for place, view in enumerate(views):
        if halfway and place == len(views) // 2:
            player.picture(halfway)
        player.voice(view)
    player.show_ballot()


def _goals(player: Player, sample: Sample) -> None:
    said: set[Fit] = set()
    played = player.workshop.dilemmas
    for goal in range(len(sample.goals)):
        for number, dilemma in enumerate(played):
            fit = FITS[number % len(FITS)][goal]
            words = "" if fit is None or fit in said else {Fit.RUBS: sample.rubs, Fit.HELPS: sample.helps}.get(fit, "")
            player.do(dilemmas.hold_against, dilemma.id, goal, fit, words)
            said.update([fit] if fit else [])
        player.do(dilemmas.show_goal, goal)
        player.picture("goals")
