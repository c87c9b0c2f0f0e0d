"""The report for the organisation as a document for any word processor: headings, tables, lists; no picture."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from gogrow.domain.people import clean_name
from gogrow.domain.report import Report
from gogrow.sheets import report_words
from gogrow.sheets.report_words import Table
from gogrow.sheets.writing import write
from gogrow.texts import Texts

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_FONT = "Calibri"
_INK, _INK2 = (0x24, 0x1E, 0x18), (0x57, 0x4C, 0x40)
_MARGIN_MM, _WIDE_MM, _FIGURE_MM = 22, 166, 30
_SIZES = {"Normal": 11.0, "List Bullet": 11.0, "Title": 28.0, "Heading 1": 15.0, "Heading 2": 12.0}


def report_docx(report: Report, texts: Texts, target: Path) -> None:
    """Write a report as a DOCX. Raises `PaperFault`."""
    document = _document(report, texts)
    document.add_paragraph(report_words.title(texts), style="Title")
    name = report_words.name(report)
    about = (name, report_words.facts(report, texts), report_words.period(report, texts))
    _quiet(document, " · ".join(part for part in about if part))
    if few := report_words.too_few(report, texts):
        document.add_paragraph(few)
    for part in report_words.parts(report, texts):
        document.add_paragraph(part.title, style="Heading 1")
        if part.about and any(table.rows for table in part.tables):
            _quiet(document, part.about)
        for table in part.tables:
            _table(document, table)
        for sentence in part.sentences:
            document.add_paragraph(clean_name(sentence), style="List Bullet")
    document.add_paragraph(texts.t("What is not in here, and why"), style="Heading 1")
    for _, words in report_words.left_out(texts):
        document.add_paragraph(words, style="List Bullet")
    stream = BytesIO()
    document.save(stream)
    write(target, stream.getvalue())


def _document(report: Report, texts: Texts) -> Document:
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    for name, size in _SIZES.items():
        style = document.styles[name]
        assert style.type is WD_STYLE_TYPE.PARAGRAPH
        font, heading = style.font, name not in ("Normal", "List Bullet")
        font.name, font.size, font.color.rgb, font.bold = _FONT, Pt(size), RGBColor(*_INK), heading
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for of in [of for of in fonts.attrib if of.endswith("Theme")]:
            del fonts.attrib[of]  # else the template's own font wins
        style.paragraph_format.space_before = Pt(14 if name == "Heading 1" else 8 if name == "Heading 2" else 0)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = heading
    for border in list(document.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), {"nl": "nl-NL", "en": "en-GB"}[texts.language])
    told = document.core_properties
    told.title = clean_name(" · ".join(p for p in (report_words.title(texts), report_words.name(report)) if p))
    told.author, told.comments, told.last_modified_by = "GoGrow", "", ""
    told.created = told.modified = dt.datetime(2026, 1, 1)  # the same report gives the same file
    return document


def _table(document: Document, table: Table) -> None:
    """Title and poles of a dilemma, the figures with a head for each column, and the sentences below."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    if table.title:
        document.add_paragraph(clean_name(table.title), style="Heading 2")
        a, b = table.poles
        document.add_paragraph(clean_name(f"A: {a}   B: {b}")).paragraph_format.keep_with_next = True
    if table.rows:
        columns = len(table.rows[0].counts)
        made = document.add_table(rows=0, cols=1 + columns)
        made.style = document.styles["Table Grid"]
        made.autofit = False
        if table.heads:
            _fill(made.add_row().cells, ("", *table.heads), bold=True)
        for row in table.rows:
            _fill(made.add_row().cells, (row.words, *map(report_words.shown, row.counts)))
        wide = _WIDE_MM - _FIGURE_MM * columns if columns > 1 else 100
        for at, column in enumerate(made.columns):
            column.width = Mm(wide if at == 0 else _FIGURE_MM)  # Word goes by the cells, other programs by the columns
            for cell in column.cells:
                cell.width = Mm(wide if at == 0 else _FIGURE_MM)
                cell.paragraphs[0].paragraph_format.space_after = Mm(0)
                if at:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        document.add_paragraph().paragraph_format.space_after = Mm(0)
    for words in table.after:
        document.add_paragraph(clean_name(words))


def _fill(cells: tuple[_Cell, ...], words: tuple[str, ...], *, bold: bool = False) -> None:
    for cell, text in zip(cells, words, strict=True):
        cell.paragraphs[0].add_run(clean_name(text)).bold = bold


def _quiet(document: Document, words: str) -> None:
    from docx.shared import RGBColor

    document.add_paragraph().add_run(clean_name(words)).font.color.rgb = RGBColor(*_INK2)
