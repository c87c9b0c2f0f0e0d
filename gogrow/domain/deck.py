"""What a deck holds besides its board: assignment cards, prompts for a gap, themes and programmes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gogrow.domain.board import Board, Words


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """A card in one language. ``before`` and ``after`` stand above and below the bold ``question``, '' when absent.

    ``kind``: tell, ask, do, imagine, look-back. ``fits``: two, several, team. ``hint`` is never on the beamer.
    """

    id: str
    language: str
    field: str
    kind: str
    fits: str
    minutes: int
    icon: str
    question: str
    before: str = ""
    after: str = ""
    hint: str = ""


class StepKind(StrEnum):
    """The kinds of step that the engine can play."""

    WELCOME = "welcome"
    ROUND = "round"
    REVEAL = "reveal"
    GAP = "gap"
    CARDS = "cards"
    PLAN = "plan"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class ProgrammeStep:
    """A step as a programme describes it. ``rounds`` are those whose slips are entered or shown in it.

    ``heading`` and ``body`` are the words on the beamer; ``notes``, ``meanwhile``, ``room`` and ``materials`` are for
    the facilitator. ``turn_minutes`` is the length of one turn in a gap talk.
    """

    id: str
    kind: StepKind
    minutes: int
    title: Words
    heading: Words
    body: Words
    rounds: tuple[str, ...] = ()
    notes: tuple[Words, ...] = ()
    meanwhile: Words | None = None
    room: Words | None = None
    materials: Words | None = None
    turn_minutes: int = 4
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole session: steps in order. ``setting`` is ``team`` or ``two``."""

    id: str
    setting: str
    name: Words
    summary: Words
    icon: str
    steps: tuple[ProgrammeStep, ...]

    @property
    def minutes(self) -> int:
        """The sum of the steps' minutes."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class Deck:
    """A folder of ``decks/``, read and checked.

    ``prompts`` maps a pair of fields (``know>glow``: from where the one stands to where the other pawn stands), and
    ``same`` (close together), ``far`` (one field, far apart) and ``centre>rim``, to questions by language.
    ``cards`` maps a language to its cards. ``themes`` are suggestions, the same number in each language.
    """

    id: str
    name: Words
    author: str
    licence: str
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    board: Board | None
    programmes: tuple[Programme, ...]
    cards: Mapping[str, tuple[AssignmentCard, ...]]
    prompts: Mapping[str, Mapping[str, tuple[str, ...]]]
    themes: Mapping[str, tuple[str, ...]]
