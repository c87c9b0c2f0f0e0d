"""What each file of a deck must look like, for pydantic, which tells all mistakes at once.

Values come as texts, lists and mappings (see ``yaml_source``). A list whose parts refer to each other (fields, spots,
steps, cards) is checked part by part by the reader, so that one bad card does not hide the faults of the others;
here it is only a list. Importing pydantic costs 70 to 200 ms: only the reader imports this, and only when it reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import PydanticCustomError, core_schema
from pydantic_core.core_schema import ValidationInfo

from gogrow.domain.board import About, GapKind, Shape
from gogrow.domain.deck import Phase, StepKind
from gogrow.texts import LANGUAGES

COLOURS = ("know", "flow", "glow", "grow")
"""The field colours that every theme has."""
RIMS = ("solid", "dashes", "dots", "ticks")


def _per_language(words: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    """One text for each of the deck's languages, which come as the context."""
    _languages(words, info)
    return words


def _lists_per_language(lists: dict[str, list[str]], info: ValidationInfo) -> dict[str, list[str]]:
    """One list for each of the deck's languages, as long in each."""
    _languages(lists, info)
    lengths = {language: len(items) for language, items in lists.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{language}: {length}" for language, length in lengths.items())
        raise PydanticCustomError("unequal", "unequal", {"found": told})
    return lists


def _languages(words: Iterable[str], info: ValidationInfo) -> None:
    wanted: tuple[str, ...] = (info.context or {}).get("languages", ())
    if tuple(words) == wanted:
        return
    missing = [language for language in wanted if language not in words]
    if missing:
        raise PydanticCustomError("translation", "translation", {"language": ", ".join(missing)})
    extra = [language for language in words if wanted and language not in wanted]
    if extra:
        told = {"language": ", ".join(extra), "expected": ", ".join(wanted)}
        raise PydanticCustomError("language_extra", "language_extra", told)


class _Known:
    """A word out of a few, with the few in the message."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = tuple(map(str, names))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """The word is one of them, and then whatever the type asks for: both in pydantic's own code, not in Python."""
        words = core_schema.literal_schema(list(self.names))
        whole = words if source is str else core_schema.chain_schema([words, handler(source)])
        told: dict[str, str | int | float] = {"expected": ", ".join(self.names)}
        return core_schema.custom_error_schema(
            whole, "choice", custom_error_message="choice", custom_error_context=told
        )


def _pair(count: int) -> BeforeValidator:
    """A list of so many numbers."""

    def check(value: object) -> object:
        if not isinstance(value, list) or len(value) != count:
            raise PydanticCustomError("numbers", "numbers", {"count": str(count)})
        return value

    return BeforeValidator(check)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=40)]
Origin = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$", max_length=81)]
"""The card that an own version was made from: its deck and its id."""
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
SHOWN = r"^[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*$"
"""What screens and paper can show. A tab or a hidden character can only come from an escape, such as ``"\\t"``."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=SHOWN)]
"""A text for people: not empty, and nothing in it that no screen or paper shows."""
Words = Annotated[dict[str, Text], AfterValidator(_per_language)]
WordLists = Annotated[
    dict[str, Annotated[list[Text], Field(min_length=1, max_length=100)]], AfterValidator(_lists_per_language)
]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Degrees = Annotated[float, Field(ge=-360, le=720, allow_inf_nan=False)]
Minutes = Annotated[int, Field(ge=1, le=600)]
Parts = list[Any]
"""Checked part by part by the reader."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DeckFile(_Strict):
    """``deck.yaml``."""

    id: Id
    name: Words
    kind: Annotated[Literal["board", "cards"], _Known(("board", "cards"))]
    board: Id | None = None  # the folder beside this one whose board its programmes play on, for a deck of cards
    author: Text
    licence: Text
    languages: Annotated[list[Annotated[str, _Known(LANGUAGES)]], Field(min_length=1)]
    sources: list[Text] = []
    themes: WordLists = {}
    card_themes: Annotated[Parts, Field(max_length=20)] = []


class CardThemeModel(_Strict):
    """What a group of dilemmas is about."""

    id: Id
    name: Words
    icon: Id
    colour: Annotated[str, _Known(COLOURS)]


class CentreModel(_Strict):
    """The soft middle of a round board."""

    radius: Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)]
    name: Words
    sentence: Words


class AxisModel(_Strict):
    """The words at the two ends of a direction."""

    low: Words
    high: Words


class BoardFile(_Strict):
    """``board.yaml`` without its parts."""

    id: Id
    shape: Annotated[Shape, _Known(tuple(Shape))]
    aspect: Annotated[float, Field(ge=0.25, le=4, allow_inf_nan=False)] = 1.0
    ring: Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)] = 0.62
    centre: CentreModel | None = None
    rim_sentence: Words | None = None
    axes: Annotated[list[AxisModel], Field(max_length=2)] = []
    skip: Letter = "Z"
    fields: Annotated[Parts, Field(min_length=2, max_length=12)]
    spots: Annotated[Parts, Field(max_length=25)] = []
    rounds: Annotated[Parts, Field(min_length=1, max_length=12)]


class FieldModel(_Strict):
    """One field of the board."""

    id: Id
    name: Words
    sentence: Words
    explanation: Words
    question: Words
    icon: Id
    colour: Annotated[str, _Known(COLOURS)]
    rim: Annotated[str, _Known(RIMS)]
    sector: Annotated[tuple[Degrees, Degrees], _pair(2)] | None = None
    rect: Annotated[tuple[Share, Share, Share, Share], _pair(4)] | None = None


class SpotModel(_Strict):
    """One lettered place."""

    letter: Letter
    x: Share
    y: Share


class RoundModel(_Strict):
    """One question of the board."""

    id: Id
    question: Words
    short: Words
    about: Annotated[About, _Known(tuple(About))]
    gap: Annotated[GapKind, _Known(tuple(GapKind))] = GapKind.NONE


class CardsFile(_Strict):
    """``cards.<language>.yaml`` without its cards."""

    cards: Annotated[Parts, Field(max_length=10_000)] = []
    dilemmas: Annotated[Parts, Field(max_length=10_000)] = []
    questions: Annotated[Parts, Field(max_length=10_000)] = []


CARD_KINDS = ("tell", "ask", "do", "imagine", "look-back")
CARD_FITS = ("two", "several", "team")


class CardModel(_Strict):
    """One assignment card in one language."""

    id: Id
    field: Id
    kind: Annotated[str, _Known(CARD_KINDS)]
    fits: Annotated[str, _Known(CARD_FITS)]
    minutes: Minutes
    icon: Id
    question: Text
    before: Text = ""
    after: Text = ""
    hint: Text = ""
    origin: Origin = ""


SECTORS = ("all", "office", "production", "care", "education", "technique")
SENSITIVE = ("health", "pay", "leaving")
SOURCES = ("000", "001", "002", "003", "004")
"""The documents that a fact may come from, by number."""
MOMENTS = ("opening", "closing")


class DilemmaModel(_Strict):
    """One dilemma in one language."""

    id: Id
    theme: Id
    sectors: Annotated[tuple[Annotated[str, _Known(SECTORS)], ...], Field(min_length=1)]
    icon: Id
    title: Text
    situation: Text
    a: Text
    a_reason: Text
    b: Text
    b_reason: Text
    fact: Text = ""
    source: Annotated[str, _Known(SOURCES)] = ""
    deepen: Annotated[tuple[Text, ...], Field(max_length=6)] = ()
    hint: Text = ""
    sensitive: Annotated[str, _Known(SENSITIVE)] = ""
    origin: Origin = ""


class QuestionModel(_Strict):
    """One question to open or to close with, in one language."""

    id: Id
    moment: Annotated[str, _Known(MOMENTS)]
    minutes: Minutes
    icon: Id
    question: Text
    before: Text = ""
    after: Text = ""
    hint: Text = ""
    origin: Origin = ""


class ProgrammesFile(_Strict):
    """``programmes.yaml`` without its programmes."""

    programmes: Annotated[Parts, Field(max_length=100)]


class ProgrammeModel(_Strict):
    """One programme without its steps."""

    id: Id
    setting: Annotated[str, _Known(("team", "two"))]
    name: Words
    summary: Words
    icon: Id
    steps: Annotated[Parts, Field(min_length=1, max_length=60)]


class StepModel(_Strict):
    """One step of a programme."""

    id: Id
    kind: Annotated[StepKind, _Known(tuple(StepKind))]
    minutes: Minutes
    title: Words
    heading: Words
    body: Words
    rounds: tuple[Id, ...] = ()
    notes: tuple[Words, ...] = ()
    meanwhile: Words | None = None
    room: Words | None = None
    materials: Words | None = None
    turn_minutes: Annotated[int, Field(ge=1, le=60)] = 4
    practice: Annotated[bool, _Known(("true", "false"))] = False
    phases: tuple[Annotated[Phase, _Known(tuple(Phase))], ...] = ()
    theme: Id = ""
    draws: Annotated[str, _Known(MOMENTS)] = ""
