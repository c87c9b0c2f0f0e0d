"""Plans as a document for any word processor: two pages for each person, of which the second is for the owner only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from gogrow.domain.people import Participant
from gogrow.domain.workshop import DevelopmentPlan, PlanStep, Workshop
from gogrow.sheets.ahead import look_back
from gogrow.sheets.board import said
from gogrow.sheets.plan import own_rounds
from gogrow.sheets.plan_rest import STEPS
from gogrow.sheets.plan_words import (
    Part,
    after_steps,
    before_steps,
    clean,
    private,
    step_cells,
    step_columns,
)
from gogrow.sheets.writing import Counter, Progress, write
from gogrow.texts import Texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_FONT = "Calibri"
_INK, _INK2 = (0x24, 0x1E, 0x18), (0x57, 0x4C, 0x40)
_MARGIN_MM = 20
_WIDE_MM = (92, 30, 26, 22)
"""The columns of the steps: they fill an A4 between the margins."""


def plan_docx(
    workshop: Workshop,
    people: Sequence[Participant],
    texts: Texts,
    target: Path,
    progress: Progress | None = None,
) -> bool:
    """Write the plans of ``people``, each on pages of its own.

    Raises `PaperFault`. Returns whether the file was written (not when ``progress`` said stop).
    """
    counter = Counter(len(people), progress)
    document = _document(workshop, texts)
    for at, person in enumerate(people):
        if counter.stopped:
            return False
        plan = workshop.plan(person.id)
        _heading(document, texts.t("My development plan"), person, first=at == 0)
        _front(document, workshop, person, plan, texts)
        _heading(document, texts.t("For me only"), person)
        _back(document, workshop, plan, texts)
        counter.sheet()
    if counter.stopped:
        return False
    stream = BytesIO()
    document.save(stream)
    write(target, stream.getvalue())
    return True


def _document(workshop: Workshop, texts: Texts) -> Document:
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    sizes = {"Normal": 11.5, "Title": 26, "Heading 1": 15, "Heading 2": 12.5}
    for name, size in sizes.items():
        style = document.styles[name]
        assert style.type is WD_STYLE_TYPE.PARAGRAPH
        font = style.font
        font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor(*_INK)
        font.bold = name != "Normal"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for of in [of for of in fonts.attrib if of.endswith("Theme")]:
            del fonts.attrib[of]  # else the template's own font wins
        fonts.set(qn("w:eastAsia"), _FONT)
        lines = style.paragraph_format
        lines.space_before, lines.space_after = Pt(12 if name.startswith("Heading") else 0), Pt(4)
        lines.keep_with_next = name != "Normal"
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), {"nl": "nl-NL", "en": "en-GB"}[texts.language])
    told = document.core_properties
    told.title = clean(f"{texts.t('My development plan')} · {workshop.details.team or workshop.details.title}")
    told.author, told.comments, told.last_modified_by = "GoGrow", "", ""
    day = workshop.details.date or dt.date(2026, 1, 1)  # else it would be that of the empty document behind it
    told.created = told.modified = dt.datetime.combine(day, dt.time())
    return document


def _front(document: Document, workshop: Workshop, person: Participant, plan: DevelopmentPlan, texts: Texts) -> None:
    t, details = texts.t, workshop.details
    about = [details.team or details.title, texts.date(details.date) if details.date else ""]
    _quiet(document.add_paragraph(), " · ".join(part for part in about if part))
    _places(document, workshop, person, texts)
    for part in before_steps(plan, texts):
        _part(document, part)
    document.add_paragraph(t("My steps"), style="Heading 1")
    _steps(document, plan.steps, texts)
    document.add_paragraph(t("What we agree"), style="Heading 1")
    for part in after_steps(workshop, plan, texts):
        _part(document, part, 2)
    document.add_paragraph(t("How did it go?"), style="Heading 1")
    when = look_back(workshop, plan)
    if when is None:
        _text(document, t("When do we look back at how it went?"))
    else:
        _text(document, " · ".join(part for part in (texts.weekday(when.day), when.where(texts)) if part))
    if person.code:
        _quiet(document.add_paragraph(), f"{t('Code of this plan')}: {person.code}")


def _heading(document: Document, what: str, person: Participant, *, first: bool = False) -> None:
    """What this is and whose, on a page of its own."""
    line = document.add_paragraph()
    line.paragraph_format.page_break_before = not first
    _quiet(line, what)
    document.add_paragraph(clean(person.name), style="Title")


def _places(document: Document, workshop: Workshop, person: Participant, texts: Texts) -> None:
    """Where the owner stands, and wants to stand: the own places only, as on the sheet."""
    board, language = workshop.board, texts.language
    for question in own_rounds(workshop):
        place = workshop.placement(question.id, person.id) if question is not None else None
        if question is None or place is None:
            continue
        field = board.field_at(place.x, place.y)
        words = field.sentence if field else board.centre.name if board.centre else {}
        line = document.add_paragraph()
        _quiet(line, f"{said(question.short, language)}: ")
        line.add_run(clean(said(words, language)))


def _back(document: Document, workshop: Workshop, plan: DevelopmentPlan, texts: Texts) -> None:
    for part in private(plan, texts):
        _part(document, part)
    if workshop.details.contact.strip():
        _part(document, Part(texts.t("Whom can one call?"), workshop.details.contact))


def _steps(document: Document, steps: Sequence[PlanStep], texts: Texts) -> None:
    """A table with room to write: at least as many rows as a sheet has."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    what, why, how, helper, enables, by, sign, state = step_columns(texts)
    table = document.add_table(rows=1, cols=len(_WIDE_MM))
    table.style = document.styles["Table Grid"]
    table.autofit = False
    for cell, words in zip(table.rows[0].cells, (what, helper, by, state), strict=True):
        _cell(cell, words, bold=True)
    for step in [*steps, *[PlanStep()] * (STEPS - len(steps))]:
        first, why_text, how_text, who, makes, when, sign_text, going = step_cells(step, texts)
        row = table.add_row()
        for cell, words in zip(row.cells, (first, who, when, going), strict=True):
            _cell(cell, words)
        for label, words in ((why, why_text), (how, how_text), (enables, makes), (sign, sign_text)):
            if words.strip():
                line = row.cells[0].add_paragraph()
                _quiet(line, f"{label}{'' if label.endswith('?') else ':'} ")
                line.add_run(clean(words))
        if not first.strip():
            row.height = Mm(12)
    for column, wide in zip(table.columns, _WIDE_MM, strict=True):
        column.width = Mm(wide)  # Word goes by the cells, other programs by the columns
        for cell in column.cells:
            cell.width = Mm(wide)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # comes again on each page


def _part(document: Document, part: Part, level: int = 1) -> None:
    document.add_paragraph(clean(part.heading), style=f"Heading {level}")
    _text(document, part.text)


def _text(document: Document, text: str) -> None:
    """A paragraph for each line; an empty one is there to write on."""
    for line in clean(text).splitlines() or [""]:
        document.add_paragraph(line)


def _cell(cell: _Cell, words: str, *, bold: bool = False) -> None:
    lines = clean(words).splitlines() or [""]
    cell.paragraphs[0].add_run(lines[0]).bold = bold
    for line in lines[1:]:
        cell.add_paragraph(line)


def _quiet(paragraph: Paragraph, words: str) -> None:
    from docx.shared import RGBColor

    paragraph.add_run(clean(words)).font.color.rgb = RGBColor(*_INK2)
