"""Cards from a spreadsheet: each row of a CSV or XLSX becomes a card, or a fault with its row and column.

A row that is half wrong is left out and told; the others come in. Everything is text: nothing that begins with
``=``, ``+``, ``-`` or ``@`` is ever counted. Of a formula in an XLSX the stored result is taken, as it was last shown;
one that was never counted gives its own text, and one that shows an error is a fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gogrow.content import card_words
from gogrow.content.card_words import CardColumn
from gogrow.content.deck_checks import same_particulars
from gogrow.content.deck_faults import DeckFaults, Fault
from gogrow.content.deck_files import program_icons
from gogrow.content.deck_models import CardModel, DilemmaModel, QuestionModel
from gogrow.content.deck_parts import DeckPart
from gogrow.content.people import PeopleUnreadable, Problem, TableRow
from gogrow.content.people import text as cells
from gogrow.content.people.reading import read_rows
from gogrow.content.people.words import key
from gogrow.content.yaml_source import Road, Source, clip
from gogrow.domain.deck import AnyCard, AssignmentCard, Deck, DilemmaCard

MAX_ROWS = 5_000
"""Cards in one table."""
FAULTS_LIMIT = 500
"""Faults told of one table."""
_ABOVE = 20
_ERROR = re.compile(r"#(?:[A-Z]{2,15}(?:/0)?[!?]|N/[A-Z]|GETTING_DATA)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d+)(?:[.,]0+)?\s*(?:m|min|minuut|minuten|minutes?)?\.?", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|;]\s*|(?<=\?)\s+")
_LIST = re.compile(r"[,;/|&]")
_ICONS = {
    card_words.DILEMMA: "arrows-split",
    card_words.ASSIGNMENT: "cards",
    card_words.OPENING: "door-enter",
    card_words.CLOSING: "flag",
}
_NEEDED = {
    card_words.DILEMMA: ("theme", "title", "situation", "a", "a_reason", "b", "b_reason"),
    card_words.ASSIGNMENT: ("field", "question"),
    card_words.OPENING: ("question",),
    card_words.CLOSING: ("question",),
}
"""The columns without which a card is none."""


@dataclass(frozen=True, slots=True)
class CardTable:
    """What was read: cards by language in the order of the table, and a fault for each cell that is not right.

    ``left_out`` counts the rows that did not come in. ``unknown`` are headings that no card has: their columns were
    passed over. ``sheets`` names the sheets to choose from and ``sheet`` the one that was read; both empty for text.
    """

    cards: Mapping[str, tuple[AnyCard, ...]]
    faults: tuple[Fault, ...] = ()
    left_out: int = 0
    unknown: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""


def read_cards(
    file: Path, around: Deck, language: str = "nl", sheet: str | None = None, taken: Collection[str] = ()
) -> CardTable:
    """The cards in a CSV or XLSX file, known by what is in it and not by its name.

    ``around`` has the fields and themes that a card may name, by id or in words; ``language`` is that of rows which do
    not say theirs, and of the words that faults propose. No card gets an id of ``taken`` by itself. An XLSX of some
    megabytes takes seconds: not for the thread of the windows. Raises `DeckFaults` with one fault when the file is no
    table of cards.
    """
    try:
        found = read_rows(file, _of_text, sheet, MAX_ROWS + _ABOVE + 1)
    except PeopleUnreadable as fault:
        told = {name: str(value) for name, value in fault.values.items() if name != "file"}
        raise DeckFaults((Fault(file.name or str(file), 0, f"table_{fault.code}", told),)) from fault
    place = _header(found.rows)
    if not found.rows:
        raise DeckFaults((Fault(file.name, 0, "table_empty"),))
    if place is None:
        raise DeckFaults((Fault(file.name, 0, "table_no_header"),))
    if len(found.rows) - place - 1 > MAX_ROWS:
        raise DeckFaults((Fault(file.name, 0, "table_too-many", {"limit": str(MAX_ROWS)}),))
    reading = _Reading(file.name, found.rows[place], around, language, taken)
    reading.faults += [Fault(file.name, one.line, "cell_quote") for one in found.problems]
    for row in found.rows[place + 1 :]:
        if not row.is_rule and row.cells != found.rows[place].cells:
            reading.row(row)
    return reading.table(found.sheets, found.sheet)


def _of_text(written: str, limit: int) -> tuple[list[TableRow], list[Problem]]:
    """Rows of a CSV: parted by the sign with which most headings are words for a column."""
    lines, told = cells.lines_of(written)
    sample = [line for line in lines[:_ABOVE] if line.strip()]

    def known(sign: str) -> int:
        return max((_known(row) for row in cells.split(sample, sign, [])), default=0)

    problems: list[Problem] = []
    rows = cells.split(lines, told or max(";\t,|", key=known), problems)
    return [row for row, _ in zip((row for row in rows if not row.is_empty), range(limit), strict=False)], problems


def _known(row: TableRow) -> int:
    return sum(card_words.column(cell) is not None for cell in row.cells if cell)


def _header(rows: Sequence[TableRow]) -> int | None:
    """The row with most headings; one that has only a single one is none."""
    best = max(range(min(len(rows), _ABOVE)), key=lambda place: _known(rows[place]), default=None)
    return best if best is not None and _known(rows[best]) >= 2 else None


class _Row(DeckPart):
    """One row while it is checked: a fault stands at its column."""

    def __init__(self, file: str, line: int, value: dict[str, Any], headings: Mapping[str, str]) -> None:
        super().__init__(file, Source(value))
        self.row, self.headings = line, headings

    def fault(self, road: Road, code: str, **values: str) -> None:
        """Something wrong in one cell."""
        name = {"kind": "form", "moment": "card"}.get(str(road[0]), str(road[0])) if road else "card"
        code = "cell_empty" if code in ("missing", "empty") else code
        self.faults.append(Fault(self.file, self.row, code, {**values, "place": f"“{self.headings[name]}”"}))


class _Reading:
    """A table while it is read."""

    def __init__(self, file: str, header: TableRow, around: Deck, language: str, taken: Collection[str]) -> None:
        self.file, self.language, self.around = file, language, around
        self.columns = [card_words.column(cell) for cell in header.cells]
        self.unknown = [cell for cell, one in zip(header.cells, self.columns, strict=True) if cell and one is None]
        self.headings = {one.name: one.heading(language) for one in card_words.COLUMNS}
        self.headings |= {one.name: cell for cell, one in zip(header.cells, self.columns, strict=True) if one}
        fields = around.board.fields if around.board is not None else ()
        self.fields = {key(word): one.id for one in fields for word in (one.id, *one.name.values())}
        self.themes = {key(word): one.id for one in around.card_themes for word in (one.id, *one.name.values())}
        self.field_words = [one.name.get(language, one.id) for one in fields]
        self.theme_words = [one.name.get(language, one.id) for one in around.card_themes]
        self.cards: dict[tuple[str, str], AnyCard] = {}
        self.taken = set(taken)
        self.faults: list[Fault] = []
        self.left_out = 0

    def table(self, sheets: tuple[str, ...], sheet: str) -> CardTable:
        """What came of it."""
        made: dict[str, tuple[AnyCard, ...]] = {}
        for (_, language), card in self.cards.items():
            made[language] = (*made.get(language, ()), card)
        told = tuple(self.faults[:FAULTS_LIMIT])
        return CardTable(made, told, self.left_out, tuple(self.unknown), sheets, sheet)

    def row(self, row: TableRow) -> None:
        """One more row: a card, or faults."""
        told: dict[str, str] = {}
        for column, cell in zip(self.columns, row.cells, strict=False):
            if column is not None and cell:
                more = column.name == "deepen" and column.name in told
                told[column.name] = f"{told[column.name]} | {cell}" if more else told.get(column.name, cell)
        if not told:
            return
        part = _Row(self.file, row.line, {}, self.headings)
        for name, cell in told.items():
            if _ERROR.fullmatch(cell):
                part.fault((name,), "cell_error", found=cell)
        card = self.card(part, told) if not part.faults else None
        if card is not None and not part.faults:
            self.cards[card.id, card.language] = card
            self.taken.add(card.id)
        else:
            self.left_out += 1
            self.faults += part.faults

    def card(self, part: _Row, told: Mapping[str, str]) -> AnyCard | None:
        """The card of one row, or None with faults."""
        words = {one.name: one for one in card_words.COLUMNS}
        kind = self.word(part, words["card"], told) if "card" in told else _guessed(told)
        if not kind:
            if not part.faults:
                part.fault(("card",), "cell_empty")
            return None
        language = self.word(part, words["language"], told) or self.language
        for name in _NEEDED[kind]:
            if name not in told:
                part.fault((name,), "cell_empty")
        values: dict[str, Any] = {"icon": told.get("icon", _ICONS[kind]), "id": self.id(part, kind, language, told)}
        if values["icon"] not in program_icons():
            part.fault(("icon",), "cell_icon", found=clip(values["icon"]))
        values |= {name: told[name] for name in ("hint",) if name in told}
        if kind == card_words.DILEMMA:
            values |= self.dilemma(part, words, told)
        else:
            values |= self.question(part, words, kind, told)
        return None if part.faults else self.checked(part, kind, language, values)

    def checked(self, part: _Row, kind: str, language: str, values: dict[str, Any]) -> AnyCard | None:
        """The card of these values, held against the rules for a deck and against its other language."""
        part.source.value = values
        card: AnyCard | None = None
        if kind == card_words.DILEMMA:
            dilemma = part.read(DilemmaModel)
            card = DilemmaCard(language=language, **dilemma.__dict__) if dilemma else None
        elif kind == card_words.ASSIGNMENT:
            assignment = part.read(CardModel)
            card = AssignmentCard(language=language, **assignment.__dict__) if assignment else None
        else:
            question = part.read(QuestionModel)
            rest = {**question.__dict__, "kind": question.moment} if question else {}
            rest.pop("moment", None)
            card = AssignmentCard(language=language, field="", fits="team", **rest) if question else None
        for (id, other), known in self.cards.items() if card is not None else ():
            if card is not None and id == card.id and other != language and not same_particulars(card, known):
                part.fault(("id",), "card_differs", found=clip(id), expected=other)
        return card

    def word(self, part: _Row, column: CardColumn, told: Mapping[str, str]) -> str:
        """The value for the word in a column with given words; '' when it is empty, or with a fault."""
        if column.name not in told:
            return ""
        found = card_words.value(column, told[column.name])
        if found is None:
            expected = ", ".join(one.word(self.language) for one in column.allowed)
            part.fault((column.name,), "choice", found=clip(told[column.name]), expected=expected)
        return found or ""

    def id(self, part: _Row, kind: str, language: str, told: Mapping[str, str]) -> str:
        """The id in its column as an id may be, or one made of the card's first words."""
        if "id" in told:
            id = slug(told["id"]) or kind
            if (id, language) in self.cards:
                part.fault(("id",), "cell_twice", found=clip(told["id"]))
            return id
        words = told.get("title") or told.get("question") or told.get("situation") or kind
        id = made = slug(" ".join(words.split()[:5])) or kind
        number = 2
        while made in self.taken:
            made = f"{id[: 39 - len(str(number))].rstrip('-')}-{number}"
            number += 1
        return made

    def named(self, part: _Row, name: str, told: Mapping[str, str]) -> str:
        """A field or a theme by its id or its words."""
        if name not in told:
            return ""
        ids, words = (self.fields, self.field_words) if name == "field" else (self.themes, self.theme_words)
        found = ids.get(key(told[name]))
        if found is None:
            part.fault((name,), "choice", found=clip(told[name]), expected=", ".join(words) or "–")
        return found or ""

    def dilemma(self, part: _Row, words: Mapping[str, CardColumn], told: Mapping[str, str]) -> dict[str, Any]:
        """The values of a dilemma."""
        values: dict[str, Any] = {name: told.get(name, "") for name in _NEEDED[card_words.DILEMMA]}
        values["theme"] = self.named(part, "theme", told)
        sectors = [one for one in _LIST.split(told.get("sectors", "")) if one.strip()]
        found = [self.word(part, words["sectors"], {"sectors": one.strip()}) for one in sectors]
        values["sectors"] = list(dict.fromkeys(found)) or ["all"]
        values["sensitive"] = self.word(part, words["sensitive"], told)
        values["deepen"] = [one for one in _PARTS.split(told.get("deepen", "")) if one]
        if "fact" in told or "source" in told:
            values |= {"fact": told.get("fact", ""), "source": told.get("source", "").zfill(3)}
            if "fact" not in told or "source" not in told:
                part.fault(("fact" if "source" in told else "source",), "fact_source")
        if not values["sensitive"]:
            values.pop("sensitive")
        return values

    def question(
        self, part: _Row, words: Mapping[str, CardColumn], kind: str, told: Mapping[str, str]
    ) -> dict[str, Any]:
        """The values of an assignment, or of a question to open or to close with."""
        values: dict[str, Any] = {name: told[name] for name in ("question", "before", "after") if name in told}
        minutes = _MINUTES.fullmatch(told.get("minutes", ""))
        values["minutes"] = minutes[1] if minutes else "5" if kind == card_words.ASSIGNMENT else "3"
        if "minutes" in told and not minutes:
            part.fault(("minutes",), "whole_number", found=clip(told["minutes"]))
        if kind != card_words.ASSIGNMENT:
            return {**values, "moment": kind}
        values["field"] = self.named(part, "field", told)
        values["kind"] = self.word(part, words["form"], told) or "tell"
        values["fits"] = self.word(part, words["fits"], told) or "two"
        return values


def _guessed(told: Mapping[str, str]) -> str:
    """The kind of a card that does not say it, by what it has."""
    if "a" in told and "b" in told:
        return card_words.DILEMMA
    return card_words.ASSIGNMENT if "field" in told and "question" in told else ""


def slug(text: str) -> str:
    """A text as an id may be: small letters, digits and dashes, at most forty; '' when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
