"""What moves when one picture follows another: only where it explains, under 400 ms, never in a loop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve

from gogrow.domain.public import About, Card, Gap, Picture, Poll, Reveal, ThenNowOne, ThenNowTeam, Views
from gogrow.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Movement:
    """How one picture becomes another. Times in milliseconds; all parts start together but the question.

    ``fade``: the picture itself; ``own``: what comes up by itself (counters, the gap line, a card), 0 when nothing
    does; ``last``: the question on the line, after it.
    """

    fade: int
    own: int = 0
    last: int = 0

    @property
    def total(self) -> int:
        """How long it takes."""
        return max(self.fade, self.own + self.last)

    def faded(self, progress: float) -> float:
        """How much of the new picture is there, from 0 to 1, when ``progress`` of the time has gone."""
        return _share(progress, self.total, 0, self.fade)

    def moved(self, progress: float) -> float:
        """How far the picture's own part is."""
        return _share(progress, self.total, 0, self.own)

    def ended(self, progress: float) -> float:
        """How far its last part is."""
        return _share(progress, self.total, self.own, self.last)


def movement(before: Picture | None, after: Picture, theme: Theme) -> Movement:
    """The movement from one picture to another, as if motion is on."""
    picture = theme.durations["picture"]
    if before is None:
        return Movement(0)
    if isinstance(after, Reveal | About):
        same = type(before) is type(after) and before.board == after.board
        return Movement(theme.durations["named"]) if same else Movement(picture, theme.durations["reveal"])
    if isinstance(after, ThenNowTeam):
        same = isinstance(before, ThenNowTeam)
        return Movement(picture) if same else Movement(picture, theme.durations["reveal"])
    if isinstance(after, ThenNowOne):
        return Movement(picture, theme.durations["gap"])
    if isinstance(after, Views):  # dots come all at once, and nothing slides: not the group's own pin either
        same = isinstance(before, Views) and before.poles == after.poles
        return Movement(theme.durations["named"]) if same else Movement(picture, theme.durations["reveal"])
    if isinstance(after, Poll) and after.counts:
        return Movement(picture, theme.durations["reveal"])
    if isinstance(after, Gap):
        if isinstance(before, Gap) and before.owner == after.owner and before.other == after.other:
            return Movement(picture)  # another question to the same two
        return Movement(picture, theme.durations["gap"], theme.durations["gap.question"])
    if isinstance(after, Card):
        if isinstance(before, Card) and _face(before) == _face(after):
            return Movement(picture)  # only the count of slips
        return Movement(picture, theme.durations["card"])
    return Movement(picture)


def _face(card: Card) -> tuple[str, ...]:
    return card.field, card.before, card.question, card.after


def _share(progress: float, total: int, start: int, length: int) -> float:
    if progress >= 1 or not length:
        return 1.0 if progress * total >= start or progress >= 1 else 0.0
    gone = (progress * total - start) / length
    return float(QEasingCurve(QEasingCurve.Type.OutCubic).valueForProgress(min(1.0, max(0.0, gone))))
