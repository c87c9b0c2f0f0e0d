"""Voices that are being counted. They live here, in memory, until they are shown; nothing else ever holds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from gogrow.domain import ballot as rules
from gogrow.domain.ballot import Ballot, Counts
from gogrow.domain.dilemmas import POLL, FileKeeps, Moment
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.rules import dilemmas

if TYPE_CHECKING:
    from gogrow.live.workshop import LiveWorkshop

P = ParamSpec("P")


class Voices:
    """The one count of a running workshop. `LiveWorkshop.voiced` tells of every change."""

    def __init__(self, live: LiveWorkshop) -> None:
        self._live = live
        self._earlier: dict[str, list[Counts]] = {}
        self._aside: dict[tuple[str, Moment], Ballot] = {}
        self.ballot: Ballot | None = None
        self.lost = live.workshop.stage.dilemma.counting
        """Whether the program stopped in the middle of a count, which then begins anew."""

    def open(self, about: str, moment: Moment) -> Ballot:
        """The count of this, as it is; a fresh one when there is none. Another one that was going on waits aside."""
        now = self.ballot
        if now is not None and (now.about, now.moment) == (about, moment):
            return now
        if now is not None:
            self._aside[now.about, now.moment] = now
        made = self._aside.pop((about, moment), None) or self._fresh(about, moment)
        self._set(made)
        return made

    def anew(self, about: str, moment: Moment) -> None:
        """Count the whole again: nothing of what was typed stays."""
        self.open(about, moment)
        self._set(self._fresh(about, moment))
        self._counting(False)

    def do(self, rule: Callable[Concatenate[Ballot, P], Ballot], /, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Ask a rule of ``domain.ballot``. False when it does not allow it, which `LiveWorkshop.broken` tells."""
        now = self.ballot
        if now is None or (now.shown and rule is not rules.say):
            return False
        try:
            after = rule(now, *args, **kwargs)
        except RuleBroken as broken:
            self._live.broken.emit(broken)
            return False
        self._set(after)
        if after.shown:
            self._rename(after)
        else:
            self._counting(bool(after.total))
        return True

    def show(self) -> None:
        """Write how many chose what, all at once, and show it. Until it is in the file nothing is let go."""
        now = self.ballot
        if now is None or now.shown:
            return
        counts, about, moment = now.counts, now.about, now.moment
        named = self._named(now)
        earlier = tuple(self._earlier.get(about, ()))
        self._live.do_then(
            lambda workshop: dilemmas.show_views(workshop, about, moment, counts, earlier, named),
            lambda: self._shown(now),
        )

    def forget(self, about: str) -> None:
        """Nothing of this is counted any more."""
        for key in [key for key in self._aside if key[0] == about]:
            del self._aside[key]
        if self.ballot is not None and self.ballot.about == about:
            self._set(None)
            self._counting(False)

    def _shown(self, shown: Ballot) -> None:
        self._earlier.setdefault(shown.about, []).append(shown.counts)
        # who chose what is let go; names are kept only where names were chosen
        left, now = replace(shown, voices=(), shown=True) if shown.named else None, self.ballot
        if now is not None and (now.about, now.moment) == (shown.about, shown.moment):
            self._set(left)
            return
        self._aside.pop((shown.about, shown.moment), None)  # the disk was slow, and another count goes on by now
        if left is not None:
            self._aside[left.about, left.moment] = left

    def _named(self, ballot: Ballot) -> tuple[tuple[str, int], ...]:
        keeps = self._live.workshop.stage.dilemma.keeps
        return rules.names_kept(ballot) if keeps is FileKeeps.NAMES and ballot.about != POLL else ()

    def _rename(self, ballot: Ballot) -> None:
        """Somebody said yes or no to a name after it was shown."""
        named, about, moment = self._named(ballot), ballot.about, ballot.moment
        self._live.do(dilemmas.keep_names, about, moment, named)

    def _counting(self, on: bool) -> None:
        self.lost = False
        if self._live.workshop.stage.dilemma.counting != on:
            self._live.do(dilemmas.counting, on)

    def _fresh(self, about: str, moment: Moment) -> Ballot:
        return Ballot(about, moment, len(self._live.workshop.here()))

    def _set(self, ballot: Ballot | None) -> None:
        self.ballot = ballot
        self._live.voiced.emit(ballot)
