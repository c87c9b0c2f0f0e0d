"""What the report for the organisation will say, in words, beside the choice of what it is about.

One document and not a label for each figure: it is there at once, and can be read with the keyboard. Everything goes
in as plain text.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from gogrow.domain.report import Report
from gogrow.sheets import report_words
from gogrow.sheets.report_words import Table
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.theme import Theme

_ICON = 18
_COLUMN = 120
"""Pixels from one column of figures to the next."""
_AIR = 8
"""Pixels between the last column and the scroll bar."""


class ReportPreview(QTextEdit):
    """All parts under one another, and what is left out. `show_report` is complete each time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Report, Texts] | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that the width stays as it is
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures stay at the right edge."""
        super().resizeEvent(event)
        if self._shown is not None and event.size().width() != event.oldSize().width():
            self.show_report(*self._shown)

    def show_report(self, report: Report, texts: Texts) -> None:
        """Show what is in a report, in the language of ``texts``."""
        self._shown = report, texts
        made = QTextDocument(self)
        made.setDefaultFont(self._theme.font(self._theme.size("font.text")))
        made.setDocumentMargin(0)
        writer = QTextCursor(made)
        facts = (report_words.name(report), report_words.facts(report, texts), report_words.period(report, texts))
        self._words(writer, " · ".join(fact for fact in facts if fact), "strong")
        if few := report_words.too_few(report, texts):
            self._words(writer, few)
        for part in report_words.parts(report, texts):
            self._words(writer, part.title, "section", icon=part.icon)
            if part.about and any(table.rows for table in part.tables):
                self._words(writer, part.about, "hint")
            for table in part.tables:
                self._table(writer, table)
            for sentence in part.sentences:
                self._words(writer, sentence, icon="quote")
        self._words(writer, texts.t("What is not in here, and why"), "section")
        for icon, words in report_words.left_out(texts):
            self._words(writer, words, icon=icon)
        self.setDocument(made)  # the one before was a child too, and goes

    def _table(self, writer: QTextCursor, table: Table) -> None:
        if table.title:
            self._words(writer, table.title, "strong")
            for letter, words in zip("AB", table.poles, strict=True):
                self._words(writer, f"{letter}: {words}")
        if table.heads:
            self._line(writer, ("", *table.heads), "hint", "hint")
        for row in table.rows:
            self._line(writer, (row.words, *map(report_words.shown, row.counts)), "text", "strong")
        for words in table.after:
            self._words(writer, words)

    def _line(self, writer: QTextCursor, words: Sequence[str], first: str, others: str) -> None:
        """Words, and figures in columns at the right edge."""
        block = QTextBlockFormat()
        block.setTopMargin(3)
        last = len(words) - 1
        ends = [self.viewport().width() - _AIR - _COLUMN * (last - at) for at in range(1, len(words))]
        block.setTabPositions([QTextOption.Tab(end, QTextOption.TabType.RightTab) for end in ends])
        writer.insertBlock(block)
        writer.insertText(words[0], self._letters(first))
        for figure in words[1:]:
            writer.insertText(f"\t{figure}", self._letters(others))

    def _words(self, writer: QTextCursor, words: str, kind: str = "text", icon: str = "") -> None:
        """A paragraph in one of the kinds of a label, behind an icon if it has one."""
        block = QTextBlockFormat()
        block.setTopMargin({"section": 20, "strong": 8}.get(kind, 3))
        block.setRightMargin(_AIR)
        block.setBottomMargin(2)
        if icon:
            block.setLeftMargin(_ICON + 8)
            block.setTextIndent(-_ICON - 8)
        if writer.document().isEmpty():
            writer.setBlockFormat(block)
        else:
            writer.insertBlock(block)
        letters = self._letters(kind)
        if icon:
            picture = icons.pixmap(
                icon, self._theme.colour("ink" if kind == "section" else "ink2"), _ICON, self.devicePixelRatioF()
            )
            writer.insertImage(picture.toImage())
            writer.insertText("  ", letters)
        writer.insertText(words, letters)

    def _letters(self, kind: str) -> QTextCharFormat:
        size = {"section": "font.section", "hint": "font.hint"}.get(kind, "font.text")
        weight = {"section": 700, "strong": 700, "hint": 600}.get(kind, 500)
        letters = QTextCharFormat()
        letters.setFont(self._theme.font(self._theme.size(size), weight))
        letters.setForeground(self._theme.colour("ink2" if kind == "hint" else "ink"))
        return letters
