"""Plays a workshop without windows: the same rules, the same file and the same view of the beamer, a fixed clock."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec

from gogrow.domain import ballot as ballots
from gogrow.domain.ballot import Ballot
from gogrow.domain.deck import Deck
from gogrow.domain.dilemmas import Moment
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome, StepName
from gogrow.domain.public import BeamerMode, PublicView
from gogrow.domain.room import public_view
from gogrow.domain.rules import dilemmas, follow_up, session
from gogrow.domain.workshop import Details, Workshop
from gogrow.store.workspace import Workspace

P = ParamSpec("P")

BEGIN = dt.datetime(2026, 5, 12, 8, 0, tzinfo=dt.UTC)
"""Ten o'clock in the morning in Amsterdam, on a Tuesday in May."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the beamer showed, with a name for its file, and when (UTC)."""

    name: str
    view: PublicView
    at: dt.datetime


class Player:
    """One workshop being played. ``pictures`` collects what the beamer showed."""

    def __init__(self, workspace: Workspace, deck: Deck, seed: int) -> None:
        """Play in ``workspace`` with the cards of ``deck``; the same seed gives the same workshop."""
        self.workspace = workspace
        self.deck = deck
        self.new_id = seeded_ids(seed)
        self.source = random.Random(seed)
        self.now = BEGIN
        self.pictures: list[Shown] = []
        self._ballot: Ballot | None = None
        self._id = ""

    @property
    def workshop(self) -> Workshop:
        """As it is in the file."""
        return self.workspace.load(self._id)

    def create(self, details: Details, programme: str) -> None:
        """Make the workshop."""
        chosen = next(p for p in self.deck.programmes if p.id == programme)
        assert self.deck.board is not None
        made = session.new_workshop(self.new_id(), details, self.deck.board, chosen)
        self.workspace.create(made, StepName("create_workshop", {"name": details.title}))
        self._id = made.id

    def follow(self, earlier: Workshop, title: str, programme: str, now: dt.datetime) -> None:
        """Make the workshop that looks back at an earlier one, some months later."""
        self.now = now
        chosen = next(p for p in self.deck.programmes if p.id == programme)
        assert self.deck.board is not None
        ids = {person.id: self.new_id() for person in earlier.participants}
        made = follow_up.follow_up(earlier, self.new_id(), title, chosen, self.deck.board, ids)
        made = replace(made, details=replace(made.details, date=now.date()))
        self.workspace.create(made, StepName("create_workshop", {"name": title}))
        self._id = made.id

    def do(self, rule: Callable[Concatenate[Workshop, P], Outcome], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """One action, one transaction."""
        self.workspace.apply(self._id, lambda workshop: rule(workshop, *args, **kwargs))

    def wait(self, minutes: float) -> None:
        """Time goes by."""
        self.now += dt.timedelta(minutes=minutes)

    def picture(self, name: str, mode: BeamerMode = BeamerMode.SHOW) -> None:
        """Remember what the room sees now."""
        earlier = self.workspace.earlier(self._id)
        view = public_view(self.workshop, mode, self.now, self._ballot, earlier)
        self.pictures.append(Shown(name, view, self.now))

    def open_ballot(self, about: str, moment: Moment) -> None:
        """Voices are going to be counted: in memory only, as in the windows (`live.voices`)."""
        self._ballot = Ballot(about, moment, len(self.workshop.here()))

    def change_ballot(
        self, rule: Callable[Concatenate[Ballot, P], Ballot], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """One change of the count that is open."""
        assert self._ballot is not None
        self._ballot = rule(self._ballot, *args, **kwargs)

    def voice(self, view: int) -> None:
        """One more voice. The file only knows that voices are being counted."""
        self.change_ballot(ballots.add, view)
        if not self.workshop.stage.dilemma.counting:
            self.do(dilemmas.counting, True)

    def show_ballot(self) -> None:
        """Write how many chose what, all at once, and let go of who chose what."""
        assert self._ballot is not None
        done, self._ballot = self._ballot, None
        self.do(dilemmas.show_views, done.about, done.moment, done.counts)

    def go_to(self, step: str) -> None:
        """To a step of the run, after the minutes of the one before."""
        self.do(session.go_to, step, self.now)

    def close(self) -> None:
        """Close the workshop: its history ends."""
        self.workspace.close_workshop(self._id)
