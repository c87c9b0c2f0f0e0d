"""What was chosen for plans on paper, and what of it is remembered: never whose plans they were."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from gogrow.sheets.papers import Ink, Paper, PaperWish

PAPERS: dict[str, tuple[Paper, str]] = {
    "sheet": (Paper.SHEET, "a4"),
    "card": (Paper.CARD, "a4"),
    "a3": (Paper.POSTER, "a3"),
    "a2": (Paper.POSTER, "a2"),
    "team": (Paper.TEAM, "a3"),
}
"""The papers to choose from, in their order: what each is and on which size."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the facilitator chose and finds again next time. ``paper`` is a key of `PAPERS`; ``each``: one PDF each."""

    paper: str = "sheet"
    ink: str = Ink.COLOUR.value
    each: bool = False
    logo: str = ""
    steps_code: bool = False
    link: str = ""

    @property
    def personal(self) -> bool:
        """Whether it is a paper of one person each."""
        return PAPERS[self.paper][0] is not Paper.TEAM

    def wish(self, contact: str) -> PaperWish:
        """What to draw; ``contact`` is the line of whom to turn to."""
        paper, size = PAPERS[self.paper]
        return PaperWish(
            paper=paper,
            size=size,
            ink=Ink(self.ink),
            logo=Path(self.logo) if self.logo else None,
            contact=contact,
            steps_code=self.steps_code,
            link=self.link,
        )

    def kept(self) -> dict[str, Any]:
        """For the settings."""
        return asdict(self)


def remembered(kept: dict[str, Any]) -> Choices:
    """The choices of last time; the usual one in place of what is missing or cannot be."""
    usual = Choices()
    found = {
        known.name: kept[known.name]
        for known in fields(Choices)
        if isinstance(kept.get(known.name), type(getattr(usual, known.name)))
    }
    if found.get("paper") not in PAPERS:
        found.pop("paper", None)
    if found.get("ink") not in {ink.value for ink in Ink}:
        found.pop("ink", None)
    return Choices(**found)
