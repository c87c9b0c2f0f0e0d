"""An empty table to fill with cards: a heading for each column, an example of each kind of card, and what is what.

Every cell is text, also in a spreadsheet: what begins with ``=`` is not counted, and ``001`` stays ``001``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gogrow.content.card_words import COLUMNS, CardColumn
from gogrow.content.pack import write_whole
from gogrow.domain.deck import Deck
from gogrow.texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS = 500
"""Rows for which a spreadsheet offers the words that may stand in them."""
_WIDE = {"situation", "question", "before", "after", "a", "a_reason", "b", "b_reason", "hint", "fact", "deepen"}


def template(target: Path, texts: Texts, around: Deck) -> None:
    """Write a table with examples, as CSV when the name says so and else as XLSX, in the language of ``texts``.

    ``around`` has the fields and themes that a card may name. Raises `DeckFaults` when it cannot be written.
    """
    rows = [[one.heading(texts.language) for one in COLUMNS], *_examples(texts, around)]
    if target.suffix.lower() == ".csv":
        stream = io.StringIO()
        csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(rows)
        write_whole(target, stream.getvalue().encode("utf-8-sig"))  # by the mark Excel knows that it is UTF-8
    else:
        write_whole(target, _workbook(rows, texts, around))


def _examples(texts: Texts, around: Deck) -> Iterator[list[str]]:
    """One row for each kind of card that the decks have a place for."""
    t = texts.t
    words = {one.name: {allowed.value: allowed.word(texts.language) for allowed in one.allowed} for one in COLUMNS}
    fields, themes = _places(around, texts.language)
    made: list[dict[str, str]] = []
    if themes:
        made.append(
            {
                "card": words["card"]["dilemma"],
                "theme": themes[0],
                "title": t("The last bus"),
                "situation": t("The meeting runs late. Your bus leaves in five minutes."),
                "a": t("I stay."),
                "a_reason": t("Then I know what was agreed."),
                "b": t("I go."),
                "b_reason": t("Then I am home for dinner."),
                "sectors": words["sectors"]["all"],
                "sensitive": words["sensitive"][""],
                "deepen": t("When did you choose the other one? | Who did you once stay for?"),
                "hint": t("Ask both sides what they win by it."),
                "icon": "bus",
            }
        )
    if fields:
        made.append(
            {
                "card": words["card"]["assignment"],
                "field": fields[0],
                "before": t("Tomorrow somebody comes along with you."),
                "question": t("What do you show first?"),
                "after": t("The other one asks one question about it."),
                "form": words["form"]["tell"],
                "fits": words["fits"]["two"],
                "minutes": "4",
                "icon": "footsteps",
            }
        )
    for kind, question, icon in (
        ("opening", t("What did you do today before anybody else was awake?"), "sun"),
        ("closing", t("What do you tell about this at home tonight?"), "home"),
    ):
        made.append({"card": words["card"][kind], "question": question, "minutes": "3", "icon": icon})
    for row in made:
        row["language"] = texts.language
        yield [row.get(one.name, "") for one in COLUMNS]


def _places(around: Deck, language: str) -> tuple[list[str], list[str]]:
    """The fields and the themes in words."""
    fields = around.board.fields if around.board is not None else ()
    return (
        [one.name.get(language, one.id) for one in fields],
        [one.name.get(language, one.id) for one in around.card_themes],
    )


def explanation(column: CardColumn, texts: Texts) -> str:
    """What a column is for, in one or two sentences."""
    t = texts.t
    return {
        "card": t("Which kind of card this row is."),
        "id": t("May stay empty. The same one in two rows with two languages is one card in two languages."),
        "language": t("The language of this row. Empty is the language that GoGrow speaks."),
        "theme": t("Dilemma: what it is about."),
        "title": t("Dilemma: a few words that everybody remembers."),
        "situation": t("Dilemma: what happens, in one or two short sentences."),
        "a": t("Dilemma: the first choice, said as somebody would say it."),
        "a_reason": t("Dilemma: why that is a sensible choice."),
        "b": t("Dilemma: the second choice, said as somebody would say it."),
        "b_reason": t("Dilemma: why that is a sensible choice as well."),
        "field": t("Assignment: the field of the board that it belongs to."),
        "before": t("Assignment and question: a line above the question. May stay empty."),
        "question": t("Assignment and question: the sentence that stands large on the card."),
        "after": t("Assignment and question: a line below the question. May stay empty."),
        "form": t("Assignment: what people do."),
        "fits": t("Assignment: with how many people it is done."),
        "minutes": t("Assignment and question: how long it takes, in whole minutes."),
        "sectors": t("Dilemma: who recognises it. Several words may stand here, with commas."),
        "sensitive": t("Dilemma: what is sensitive about it. Sensitive dilemmas are never drawn by themselves."),
        "fact": t("Dilemma: a small fact beside it. May stay empty; with a fact belongs its source."),
        "source": t("Dilemma: the number of the document that the fact comes from."),
        "deepen": t("Dilemma: questions for after the talk, at most six, with | between them."),
        "hint": t("A tip that only the facilitator sees. May stay empty."),
        "icon": t("The name of a picture of GoGrow, such as bus or home. May stay empty."),
    }[column.name]


def _allowed(column: CardColumn, texts: Texts, around: Deck) -> list[str]:
    fields, themes = _places(around, texts.language)
    if column.name in ("field", "theme"):
        return fields if column.name == "field" else themes
    if column.name == "language":
        return list(LANGUAGES)
    if column.name == "source":
        return ["000", "001", "002", "003", "004"]
    return [one.word(texts.language) for one in column.allowed]


# XLSX


def _workbook(rows: Sequence[Sequence[str]], texts: Texts, around: Deck) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = texts.t("Cards")
    for line, row in enumerate(rows, 1):
        _fill(page, line, row)
    page.freeze_panes = "B2"
    for number, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = 34 if column.name in _WIDE else 16
        page.column_dimensions[letter].number_format = "@"
        words = ",".join(_allowed(column, texts, around))
        if words and column.name not in ("sectors", "source") and len(words) < 250 and '"' not in words:
            offered = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=False)
            offered.add(f"{letter}2:{letter}{_ROWS}")
            page.add_data_validation(offered)
    told = book.create_sheet(texts.t("What is what"))
    _fill(told, 1, [texts.t("Column"), texts.t("What it is for"), texts.t("Words that may stand in it")])
    for line, column in enumerate(COLUMNS, 2):
        words = ", ".join(_allowed(column, texts, around))
        _fill(told, line, [column.heading(texts.language), explanation(column, texts), words])
    for letter, width in (("A", 24), ("B", 70), ("C", 60)):
        told.column_dimensions[letter].width = width
    told.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(page: Worksheet, line: int, texts: Sequence[str]) -> None:
    """A row of cells that are texts, whatever they begin with; the first row of a page stands out."""
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, text in enumerate(texts, 1):
        cell: Any = page.cell(line, number)
        cell.value = text
        cell.data_type = "s"
        cell.number_format = "@"
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if line == 1:
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="E6E6E6")
