"""A workshop with dilemmas for tests of what the room may see: whatever is private in it is marked."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from gogrow import paths
from gogrow.content.decks import read_deck
from gogrow.domain import ballot as counting
from gogrow.domain.ballot import Ballot
from gogrow.domain.deck import Deck, DilemmaCard, Phase
from gogrow.domain.dilemmas import POLL, FileKeeps, Fit, Moment, NamedView, RoomSees, Sure
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome, RuleBroken
from gogrow.domain.rules import dilemmas, session
from gogrow.domain.workshop import Workshop
from tests.sample import NOW

GOALS = ("Iedereen werkt gezond door", "De nieuwe machines draaien")


@lru_cache(maxsize=1)
def koerskaart() -> Deck:
    """The deck of dilemmas as it ships."""
    return read_deck(paths.decks() / "koerskaart")


def with_dilemmas(team: Workshop, programme: str = "koers-60") -> Workshop:
    """These people, with the steps of a programme of dilemmas and with goals."""
    run = next(p for p in koerskaart().programmes if p.id == programme).steps
    details = replace(team.details, goals=GOALS)
    return session.begin(replace(team, run=run, details=details), NOW).workshop


def marked(card: DilemmaCard, word: str) -> DilemmaCard:
    """The card with its private words marked: the hint, and what is not put beside the talk yet."""
    return replace(card, hint=f"{word}hint", deepen=(f"{word}vraag",))


def at_phase(workshop: Workshop, card: DilemmaCard, phase: Phase) -> Workshop:
    """A dilemma of the first dilemma step, in this phase."""
    step = next(s for s in workshop.run if s.id.startswith("dilemma"))
    playing = dilemmas.play(session.go_to(workshop, step.id, NOW).workshop, card).workshop
    return dilemmas.to_phase(playing, phase).workshop


def _actions(workshop: Workshop, source: random.Random, now: dt.datetime, word: str) -> list[Callable[[], Outcome]]:
    """What a facilitator might do next in a round; words of the group are not private, those of one person are."""
    cards = [marked(card, word) for card in koerskaart().dilemmas["nl"]]
    round = workshop.stage.dilemma
    goal, new_id = source.randrange(len(GOALS)), seeded_ids(source.randrange(10**6))
    moment = source.choice(list(Moment))
    counts = counting.counted(source.choices(range(1, 6), k=source.randint(1, 9)))
    about = POLL if (step := workshop.step()) is not None and step.id == POLL else round.card
    return [
        lambda: session.go_to(workshop, source.choice(workshop.run).id, now),
        lambda: session.go_to(workshop, "dilemma-1", now),
        lambda: dilemmas.play(workshop, source.choice(cards)),
        lambda: dilemmas.to_phase(workshop, source.choice(list(Phase))),
        lambda: dilemmas.to_phase(workshop, source.choice((Phase.SHOW, Phase.TALK, Phase.SENTENCE, Phase.PAWN))),
        lambda: dilemmas.choices(workshop, source.choice(list(RoomSees)), source.choice(list(FileKeeps))),
        lambda: dilemmas.counting(workshop, source.random() < 0.5),
        lambda: dilemmas.show_views(workshop, about, moment, counts),
        lambda: dilemmas.hide_views(workshop, moment, hidden=source.random() < 0.5),
        lambda: dilemmas.draw_poles(workshop, source, now),
        lambda: dilemmas.talk_freely(workshop, now),
        lambda: dilemmas.show_beside(workshop, fact=True),
        lambda: dilemmas.read_back(workshop, source.random() < 0.5),
        lambda: dilemmas.keep_sentence(workshop, round.card, "Wij kijken eerst.", ["samen leren"]),
        lambda: dilemmas.place_group(workshop, round.card, source.random()),
        lambda: dilemmas.how_sure(workshop, round.card, source.choice(list(Sure)), f"{word}anders"),
        lambda: dilemmas.hold_against(workshop, round.card, goal, source.choice(list(Fit)), "Dat past niet."),
        lambda: dilemmas.add_request(workshop, "Zeg eerder wat er komt", new_id),
        lambda: session.keep_draft(workshop, f"sentence.{round.card}", f"{word}half"),
    ]


def _count(workshop: Workshop, source: random.Random) -> Ballot | None:
    """Voices that are typed just now: some of them by name, none of whom ever says the name aloud."""
    step = workshop.step()
    about = POLL if step is not None and step.id == POLL else workshop.stage.dilemma.card
    if not about or source.random() < 0.3:
        return None
    here = workshop.here()
    made = Ballot(about, source.choice(list(Moment)), len(here))
    for person in here[: source.randrange(len(here))]:
        if source.random() < 0.5:
            made = counting.choose(made, person.id, source.randint(1, 5))
            made = counting.say(made, person.id, kept=True)
        else:
            made = counting.add(made, source.randint(1, 5))
    return replace(made, shown=bool(made.named) and source.random() < 0.4)


def rounds(team: Workshop, seed: int, steps: int, word: str) -> Iterator[tuple[Workshop, Ballot | None, dt.datetime]]:
    """Random steps of a session with dilemmas; views are kept by name for some."""
    source, now = random.Random(seed), NOW
    workshop = at_phase(with_dilemmas(team), marked(koerskaart().dilemmas["nl"][seed % 9], word), Phase.READ)
    for _ in range(steps):
        now += dt.timedelta(seconds=source.randint(1, 60))
        try:
            workshop = source.choice(_actions(workshop, source, now, word))().workshop
        except RuleBroken:
            continue
        yield workshop, _count(workshop, source), now


def otherwise(workshop: Workshop, ballot: Ballot | None, source: random.Random) -> tuple[Workshop, Ballot | None]:
    """The same to the room, another in private: hints, names kept, what a differing voice leaves, voices not shown."""

    def other(card: DilemmaCard) -> DilemmaCard:
        return replace(card, hint="iets anders", deepen=(), sensitive="", sectors=())

    ids = [p.id for p in workshop.participants]
    kept = tuple(
        NamedView(f"{v.about}.{v.moment}.{who}", v.about, v.moment, who, source.randint(1, 5))
        for v in workshop.views
        for who in source.sample(ids, 2)
    )
    changed = replace(
        workshop,
        dilemmas=tuple(replace(d, card=other(d.card), differing="Ik niet.") for d in workshop.dilemmas),
        named_views=kept,
        drafts=(),
    )
    if ballot is None:
        return changed, None
    voices = tuple(source.randint(1, 5) for _ in range(ballot.total - len(ballot.named)))
    named = {who: source.randint(1, 5) for who in source.sample(ids, len(ballot.named))}
    return changed, replace(ballot, voices=voices, named=named, kept=frozenset())
