"""What a deck holds besides its board: assignment and dilemma cards, questions, prompts, themes and programmes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from gogrow.domain.board import Board, Words

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """A card in one language. ``before`` and ``after`` stand above and below the bold ``question``, '' when absent.

    ``kind``: tell, ask, do, imagine, look-back; or opening, closing for a question that belongs to no ``field`` ('').
    ``fits``: two, several, team. ``hint`` is never on the beamer. ``origin`` is the card that this one is an own
    version of (``go-grow/know-01``), or ''.
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
    origin: str = ""


@dataclass(frozen=True, slots=True)
class DilemmaCard:
    """A dilemma in one language: a situation and two poles, each with the reason that makes it a sensible choice.

    ``theme`` is the id of a `CardTheme`; ``sectors`` say for whom it is recognisable (``all``, ``care`` …);
    ``sensitive`` is health, pay, leaving or ''. ``fact`` is a small fact, ``source`` the number of the document it
    comes from ('' for both without one). ``deepen`` are questions that follow the talk. ``hint`` is never on the
    beamer. ``origin`` is the card that this one is an own version of (``koerskaart/longer-03``), or ''.
    """

    id: str
    language: str
    theme: str
    sectors: tuple[str, ...]
    icon: str
    title: str
    situation: str
    a: str
    a_reason: str
    b: str
    b_reason: str
    fact: str = ""
    source: str = ""
    deepen: tuple[str, ...] = ()
    hint: str = ""
    sensitive: str = ""
    origin: str = ""


class CardKind(StrEnum):
    """The kinds of card, by the key under which they stand in a deck's file."""

    ASSIGNMENT = "cards"
    DILEMMA = "dilemmas"
    QUESTION = "questions"


AnyCard = AssignmentCard | DilemmaCard
"""A card of any kind: an assignment, a question to open or to close with (no ``field``), or a dilemma."""


@dataclass(frozen=True, slots=True)
class CardTheme:
    """What a group of dilemmas is about. ``colour`` is that of a field, which every theme of the program has."""

    id: str
    name: Words
    icon: str
    colour: str


class Phase(StrEnum):
    """The parts of a round about one dilemma, in order. Each may be skipped; forward and back nothing is lost."""

    READ = "read"
    CHOOSE = "choose"  # blind
    SHOW = "show"
    TALK = "talk"
    SENTENCE = "sentence"
    AGAIN = "again"  # blind, once more
    COMPARE = "compare"  # before and after
    PAWN = "pawn"  # the group's own place
    GOALS = "goals"  # held against the organisation's goals


COMPETENCES = ("motives", "qualities", "exploring", "steering", "network")
"""What helps people to find their own way in work. Source: the five career competences (career perspective, 001)."""
CENTRE = "centre"
"""What the middle of a board is called where a field's id stands."""

DEFAULT_PHASES = (Phase.READ, Phase.CHOOSE, Phase.SHOW, Phase.TALK, Phase.SENTENCE)


class StepKind(StrEnum):
    """The kinds of step that the engine can play."""

    WELCOME = "welcome"
    ROUND = "round"
    REVEAL = "reveal"
    GAP = "gap"
    CARDS = "cards"
    PLAN = "plan"
    CLOSING = "closing"
    DILEMMA = "dilemma"
    GOALS = "goals"
    COURSE = "course"
    POLL = "poll"
    THEN_NOW = "then_now"  # where people stood, and where they stand now
    LOOK_BACK = "look_back"  # the plan of then: what came of it?


@dataclass(frozen=True, slots=True)
class ProgrammeStep:
    """A step as a programme describes it. ``rounds`` are those whose slips are entered or shown in it.

    ``heading`` and ``body`` are the words on the beamer; ``notes``, ``meanwhile``, ``room`` and ``materials`` are for
    the facilitator. ``turn_minutes`` is the length of one turn in a gap talk, or of arguing a pole.
    A dilemma is played in ``phases`` and drawn from a ``theme`` ('' for all). A card step ``draws`` assignments (''),
    or questions: opening, closing.
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
    phases: tuple[Phase, ...] = ()
    theme: str = ""
    draws: str = ""


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
    ``guide`` maps one of the `COMPETENCES`, a field or `CENTRE` to questions that help to put a wish into words.
    ``cards``, ``dilemmas`` and ``questions`` map a language to its cards. ``themes`` are suggestions for what is
    harvested, the same number in each language, ``dilemma_themes`` for the sentence about a dilemma; ``card_themes``
    is what dilemmas are about.
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
    dilemmas: Mapping[str, tuple[DilemmaCard, ...]] = field(default_factory=dict)
    questions: Mapping[str, tuple[AssignmentCard, ...]] = field(default_factory=dict)
    dilemma_themes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    card_themes: tuple[CardTheme, ...] = ()
    guide: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def card_theme(self, id: str) -> CardTheme | None:
        """What a dilemma is about, or None."""
        return next((theme for theme in self.card_themes if theme.id == id), None)


def together(decks: Sequence[Deck]) -> Deck:
    """All decks as one to play from: the first board, and everything else of each, in order.

    Ids of cards are unique in a deck; of two decks with the same id of a card the first one's card counts. Raises
    ValueError without a deck.
    """
    if not decks:
        raise ValueError("no deck")
    languages = tuple(dict.fromkeys(language for deck in decks for language in deck.languages))

    def joined(parts: Sequence[Mapping[str, tuple[_Part, ...]]]) -> dict[str, tuple[_Part, ...]]:
        made: dict[str, tuple[_Part, ...]] = {}
        for language in languages:
            kept: dict[object, _Part] = {}
            for part in parts:
                for one in part.get(language, ()):
                    kept.setdefault(getattr(one, "id", one), one)
            made[language] = tuple(kept.values())
        return made

    return replace(
        decks[0],
        languages=languages,
        board=next((deck.board for deck in decks if deck.board is not None), None),
        programmes=tuple(programme for deck in decks for programme in deck.programmes),
        sources=tuple(dict.fromkeys(source for deck in decks for source in deck.sources)),
        cards=joined([deck.cards for deck in decks]),
        dilemmas=joined([deck.dilemmas for deck in decks]),
        questions=joined([deck.questions for deck in decks]),
        prompts=next((deck.prompts for deck in decks if deck.prompts), {}),
        guide={
            topic: joined([deck.guide.get(topic, {}) for deck in decks])
            for topic in dict.fromkeys(topic for deck in decks for topic in deck.guide)
        },
        dilemma_themes=joined([deck.dilemma_themes for deck in decks]),
        card_themes=tuple({theme.id: theme for deck in reversed(decks) for theme in deck.card_themes}.values()),
    )
