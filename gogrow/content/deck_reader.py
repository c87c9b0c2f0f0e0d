"""Reads a deck's folder into domain values. Imported by ``decks.read_deck`` when a deck is read, never before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import RootModel

from gogrow.content import deck_checks
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.deck_files import BOARD, WHOLE, DeckFiles, board_folder
from gogrow.content.deck_icons import Icons
from gogrow.content.deck_models import (
    BoardFile,
    CardModel,
    CardsFile,
    CardThemeModel,
    DeckFile,
    DilemmaModel,
    FieldModel,
    ProgrammeModel,
    ProgrammesFile,
    QuestionModel,
    RoundModel,
    SpotModel,
    StepModel,
    WordLists,
)
from gogrow.content.deck_parts import DeckPart
from gogrow.content.yaml_source import Road, source_of
from gogrow.domain.board import Axis, Board, Centre, Field, Round, Spot
from gogrow.domain.deck import AssignmentCard, CardTheme, Deck, DilemmaCard, Programme, ProgrammeStep
from gogrow.texts import LANGUAGES

_CARDS = tuple(f"cards.{language}.yaml" for language in LANGUAGES)
_Model = TypeVar("_Model", CardModel, DilemmaModel, QuestionModel)


@dataclass(frozen=True, slots=True)
class _Cards:
    """The cards of a deck, by kind and language."""

    assignments: Mapping[str, tuple[AssignmentCard, ...]]
    dilemmas: Mapping[str, tuple[DilemmaCard, ...]]
    questions: Mapping[str, tuple[AssignmentCard, ...]]


class _Asked(RootModel[WordLists]):
    """The questions for one pair of fields, or for one topic of the guide."""


def read(files: DeckFiles) -> tuple[Deck, DeckFiles | None]:
    """The deck of these files, and those of the deck beside it that its board comes from.

    Raises DeckFaults with every fault that can be found, and OSError when a folder cannot be read.
    """
    reading = _Reading(files)
    return reading.deck(), reading.beside


def faults(files: DeckFiles) -> tuple[Fault, ...]:
    """Everything that is wrong with these files, also what is only ``mild``. Raises OSError."""
    reading = _Reading(files)
    try:
        reading.deck()
    except DeckFaults as error:
        return error.faults
    return reading.faults


@dataclass(frozen=True, slots=True)
class Usable:
    """What can be used of a deck, what is wrong with the rest, and the files of which nothing could be read."""

    deck: Deck
    faults: tuple[Fault, ...]
    unread: frozenset[str]
    beside: DeckFiles | None
    left_out: frozenset[str] = frozenset()
    """The ids of the cards that were left out, as far as they have one."""


def read_usable(files: DeckFiles) -> Usable:
    """As much of a deck as can be used: a card with a fault is left out, the others are there.

    A deck whose ``deck.yaml`` says nothing useful is called after its folder. Raises OSError when a folder cannot be
    read.
    """
    reading = _Reading(files, usable=True)
    deck = reading.deck()
    unread = {part.file for part in reading.parts if part.source.value is None}
    out = [part.at((*road, "id")) for part in reading.parts if part.file in _CARDS for road in part.wrong]
    left_out = frozenset(id for id in out if isinstance(id, str))
    return Usable(deck, reading.faults, frozenset(unread), reading.beside, left_out)


class _Reading:
    """One folder while it is read; each file is a part with its own faults."""

    def __init__(self, files: DeckFiles, *, usable: bool = False) -> None:
        self.files = files
        self.usable = usable
        self.faults: tuple[Fault, ...] = ()
        self.beside: DeckFiles | None = None
        self.icons = Icons(files)
        self.parts: list[DeckPart] = []
        self.languages: tuple[str, ...] = ()
        self.field_names: tuple[str, ...] = ()
        self.has_centre = False
        self.rounds: dict[str, RoundModel | None] = {}
        self.card_themes: tuple[str, ...] = ()
        self.theme_models: list[CardThemeModel] = []

    def deck(self) -> Deck:
        head = self.head()
        if head is not None:
            board = self.board() if head.kind == "board" else self.other_board(head)
        else:  # deck.yaml has told why; a deck that says it is one of cards is not asked for a board
            cards_only = self.parts[0].at(("kind",)) == "cards" or (self.usable and not self.has("board.yaml"))
            board = None if cards_only else self.board()
        programmes = self.programmes() if self.has("programmes.yaml") else ()
        prompts = self.prompts() if self.has("prompts.yaml") else {}
        guide = self.guide() if self.has("guide.yaml") else {}
        cards = self.cards()
        card_themes = self.theme_models
        themes = {language: tuple(words) for language, words in head.themes.items()} if head is not None else {}
        faults = [fault for part in self.parts for fault in part.faults]
        faults += self.strangers()
        faults += self.icons.faults()
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))
        if self.usable:
            head = head or self.nameless()
        elif any(not fault.mild for fault in faults) or head is None or (board is None and head.kind == "board"):
            raise DeckFaults(self.faults)
        return Deck(
            id=head.id,
            name=head.name,
            author=head.author,
            licence=head.licence,
            sources=tuple(head.sources),
            languages=self.languages,
            board=board,
            programmes=programmes,
            cards=cards.assignments,
            prompts=prompts,
            themes=themes,
            dilemmas=cards.dilemmas,
            questions=cards.questions,
            dilemma_themes=themes if any(cards.dilemmas.values()) else {},
            card_themes=tuple(CardTheme(**theme.__dict__) for theme in card_themes),
            guide=guide,
        )

    def nameless(self) -> DeckFile:
        """What stands in for a ``deck.yaml`` that cannot be used."""
        name = self.files.folder.name
        names = dict.fromkeys(LANGUAGES, name)
        return DeckFile.model_construct(id=name, name=names, kind="cards", author="", licence="")

    def has(self, name: str) -> bool:
        return name in self.files.files

    def open(self, name: str) -> DeckPart:
        part = DeckPart(name, source_of(self.files.file(name)), self.languages)
        self.parts.append(part)
        return part

    def head(self) -> DeckFile | None:
        """``deck.yaml``. Its languages are wanted for its own words too, also when something else in it is wrong."""
        part = self.open("deck.yaml")
        raw = part.at(("languages",))
        wanted = raw if isinstance(raw, list) else []
        self.languages = tuple(dict.fromkeys(one for one in wanted if one in LANGUAGES))
        if not self.languages and self.usable:
            self.languages = tuple(one for one in LANGUAGES if self.has(f"cards.{one}.yaml"))
        part.languages = self.languages
        for index, one in enumerate(wanted):
            if one in wanted[:index]:
                road: Road = ("languages", index)
                part.fault(road, "twice", found=str(one), first=str(part.source.line(road)))
        self.theme_models = [one for _, one in part.parts(CardThemeModel, ("card_themes",))]
        self.card_themes = tuple(part.words(("card_themes",), "id"))
        for index, theme in enumerate(self.theme_models):
            self.icons.check(part, ("card_themes", index), theme.icon)
        head = part.read(DeckFile)
        if head is not None and head.kind == "board" and head.board is not None:
            part.fault(("board",), "board_twice")
        return head

    def other_board(self, head: DeckFile) -> Board | None:
        """The board of another deck that its programmes play on; a deck of cards may do without.

        That deck lies beside this one, or comes with the program.
        """
        if head.board is None:
            return None
        folder = board_folder(self.files.around, head.board)
        self.beside = DeckFiles.read(folder, BOARD) if folder.is_dir() else DeckFiles(folder, {}, (), ())
        other = _Reading(self.beside)
        other.languages = other.board_languages() or self.languages
        board = other.board()
        spoken = set(self.languages) <= set(other.languages)
        if board is None or not spoken or any(part.faults for part in other.parts) or other.icons.faults():
            self.parts[0].fault(("board",), "no_board", found=head.board)
        self.rounds = other.rounds
        self.field_names, self.has_centre = other.field_names, other.has_centre
        return board

    def strangers(self) -> list[Fault]:
        """Files that look like a deck's and are not: a spelling mistake would else go unseen."""
        known = [*WHOLE, *(f"cards.{language}.yaml" for language in self.languages)]
        expected = ", ".join(known)
        return [
            Fault(name, 0, "unknown_file", {"expected": expected}) for name in self.files.listed if name not in known
        ]

    # The board

    def board_languages(self) -> tuple[str, ...]:
        """The languages of a board that is read without its deck: those of its first field."""
        part = DeckPart("board.yaml", source_of(self.files.file("board.yaml")))
        words = part.at(("fields", 0, "name"))
        return tuple(one for one in LANGUAGES if one in words) if isinstance(words, dict) else ()

    def board(self) -> Board | None:
        part = self.open("board.yaml")
        if part.source.value is None:
            return None
        head = part.read(BoardFile)
        fields = list(part.parts(FieldModel, ("fields",)))
        spots = list(part.parts(SpotModel, ("spots",)))
        rounds = list(part.parts(RoundModel, ("rounds",)))
        self.field_names = tuple(part.words(("fields",), "id"))
        self.rounds = dict.fromkeys(part.words(("rounds",), "id"))
        self.rounds.update({one.id: one for _, one in rounds})
        self.has_centre = part.at(("centre",)) is not None
        part.words(("spots",), "letter")
        for road, one in fields:
            self.icons.check(part, road, one.icon)
        if head is None:
            return None
        deck_checks.check_board(part, head, fields, spots)
        return None if part.faults else _board(head, fields, spots, rounds)

    # Cards

    def cards(self) -> _Cards:
        """The cards of all kinds, in each language."""
        names = {language: f"cards.{language}.yaml" for language in self.languages}
        if not any(self.has(name) for name in names.values()):
            nothing: dict[str, tuple[()]] = dict.fromkeys(self.languages, ())
            return _Cards(nothing, nothing, nothing)
        opened = {language: self.open(name) for language, name in names.items()}
        parts = {language: part for language, part in opened.items() if part.source.value is not None}
        for part in parts.values():
            part.read(CardsFile)
        assignments = self.kind(parts, CardModel, "cards", self.check_card)
        dilemmas = self.kind(parts, DilemmaModel, "dilemmas", self.check_dilemma)
        questions = self.kind(parts, QuestionModel, "questions", self.check_icon)
        return _Cards(
            {one: tuple(AssignmentCard(language=one, **c.__dict__) for c in all) for one, all in assignments.items()},
            {one: tuple(DilemmaCard(language=one, **c.__dict__) for c in all) for one, all in dilemmas.items()},
            {one: tuple(_question(one, c) for c in all) for one, all in questions.items()},
        )

    def kind(
        self,
        parts: Mapping[str, DeckPart],
        model: type[_Model],
        key: str,
        check: Callable[[DeckPart, Road, _Model], None],
    ) -> dict[str, list[_Model]]:
        """The cards of one kind, in each language; they are the same in all but their words."""
        found: dict[str, tuple[DeckPart, dict[str, Road], dict[str, _Model]]] = {}
        for language, part in parts.items():
            models = list(part.parts(model, (key,)))
            for road, card in models:
                check(part, road, card)
            firsts = {card.id: card for _, card in reversed(models)}  # of two with the same id the first counts
            found[language] = part, part.words((key,), "id"), {card.id: firsts[card.id] for _, card in models}
        deck_checks.check_translated(model, found)
        return {
            language: [card for id, card in models.items() if roads[id] not in part.wrong]
            for language, (part, roads, models) in found.items()
        }

    def check_card(self, part: DeckPart, road: Road, card: CardModel) -> None:
        if self.field_names and card.field not in self.field_names:
            part.fault((*road, "field"), "no_field", found=card.field, expected=", ".join(self.field_names))
        self.check_icon(part, road, card)

    def check_dilemma(self, part: DeckPart, road: Road, card: DilemmaModel) -> None:
        deck_checks.check_dilemma(part, road, card, self.card_themes)
        self.check_icon(part, road, card)

    def check_icon(self, part: DeckPart, road: Road, card: CardModel | DilemmaModel | QuestionModel) -> None:
        self.icons.check(part, road, card.icon)

    # Programmes and questions

    def programmes(self) -> tuple[Programme, ...]:
        part = self.open("programmes.yaml")
        if part.source.value is None or part.read(ProgrammesFile) is None:
            return ()
        part.words(("programmes",), "id")
        made: list[Programme] = []
        for road in part.roads(("programmes",)):
            steps_road = (*road, "steps")
            part.words(steps_road, "id")
            steps = list(part.parts(StepModel, steps_road))
            setting = part.at((*road, "setting"))
            for step_road, step in steps:
                deck_checks.check_step(part, step_road, step, setting, self.rounds)
            deck_checks.check_order(part, steps)
            head = part.read(ProgrammeModel, road)
            if head is None:
                continue
            self.icons.check(part, road, head.icon)
            made.append(
                Programme(
                    id=head.id,
                    setting=head.setting,
                    name=head.name,
                    summary=head.summary,
                    icon=head.icon,
                    steps=tuple(ProgrammeStep(**step.__dict__) for _, step in steps),
                )
            )
        return tuple(made)

    def prompts(self) -> dict[str, dict[str, tuple[str, ...]]]:
        part = self.open("prompts.yaml")
        asked = self.asked(part)
        if self.field_names and isinstance(part.source.value, dict):
            deck_checks.check_prompts(part, deck_checks.prompt_keys(self.field_names, self.has_centre))
        return asked

    def guide(self) -> dict[str, dict[str, tuple[str, ...]]]:
        part = self.open("guide.yaml")
        if self.field_names or not self.has("board.yaml"):
            deck_checks.check_guide(part, deck_checks.guide_topics(self.field_names, self.has_centre))
        return self.asked(part)

    def asked(self, part: DeckPart) -> dict[str, dict[str, tuple[str, ...]]]:
        """The questions of a file, by key and language."""
        value = part.source.value
        if value is None:
            return {}
        if not isinstance(value, dict):
            part.fault((), "mapping", found="–")
            return {}
        made: dict[str, dict[str, tuple[str, ...]]] = {}
        for key in value:
            lists = part.read(_Asked, (key,))
            if lists is not None:
                made[key] = {language: tuple(questions) for language, questions in lists.root.items()}
        return made


def _board(
    head: BoardFile,
    fields: Sequence[tuple[Road, FieldModel]],
    spots: Sequence[tuple[Road, SpotModel]],
    rounds: Sequence[tuple[Road, RoundModel]],
) -> Board:
    centre = head.centre
    return Board(
        id=head.id,
        shape=head.shape,
        aspect=head.aspect,
        fields=tuple(Field(**one.__dict__) for _, one in fields),
        spots=tuple(Spot(one.letter, one.x, one.y) for _, one in spots),
        rounds=tuple(Round(one.id, one.question, one.short, one.about, one.gap) for _, one in rounds),
        skip=head.skip,
        centre=Centre(centre.radius, centre.name, centre.sentence) if centre else None,
        ring=head.ring,
        rim_sentence=head.rim_sentence or {},
        axes=tuple(Axis(axis.low, axis.high) for axis in head.axes),
    )


def _question(language: str, card: QuestionModel) -> AssignmentCard:
    values = {**card.__dict__}
    moment = values.pop("moment")
    return AssignmentCard(language=language, field="", kind=moment, fits="team", **values)
