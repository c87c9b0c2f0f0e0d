"""Cards from a spreadsheet: a template to begin with, a look at what was read, and a deck that they go into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gogrow.content.card_table import CardTable
from gogrow.content.deck_faults import DeckFaults
from gogrow.content.finding import title_of
from gogrow.content.library import CardEntry
from gogrow.content.own_writing import Head
from gogrow.domain.deck import AnyCard, AssignmentCard, CardKind
from gogrow.live.jobs import Job, Progress
from gogrow.ui.board.painting import spoken
from gogrow.ui.cards.receive import Refused
from gogrow.ui.cards.send import trouble
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import button, row

Taken = Callable[[str], None]
"""Called with the id of the deck that the cards went into."""


def make_template(desk: Desk, parent: QWidget) -> None:
    """Ask where, and write a spreadsheet with an example of each kind of card and what each column is for."""
    t, decks = desk.texts.t, desk.decks
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = str(Path(documents) / (t("Cards to fill in") + ".xlsx"))
    kinds = "Excel (*.xlsx);;CSV (*.csv)"
    chosen, _ = QFileDialog.getSaveFileName(parent, t("Template for cards"), proposed, kinds)
    if not chosen or decks is None:
        return
    target = Path(chosen) if chosen.lower().endswith((".xlsx", ".csv")) else Path(chosen + ".xlsx")
    around, texts = decks.library.deck, desk.texts

    def work(_: Progress) -> None:
        from gogrow.content.card_template import template

        template(target, texts, around)

    def done(_: object) -> None:
        desk.notice(t("The template is in {file}. Fill it in, and take it in here again.", file=str(target)))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    _job(desk, parent, work, done)


def choose_table(desk: Desk, parent: QWidget, taken: Taken) -> None:
    """Ask for a spreadsheet, read it off the GUI thread, and show what is in it."""
    t = desk.texts.t
    kinds = f"{t('Spreadsheets')} (*.xlsx *.csv *.txt);;{t('All files')} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, t("Cards from a spreadsheet"), "", kinds)
    if chosen:
        read_table(desk, parent, Path(chosen), taken)


def read_table(desk: Desk, parent: QWidget, file: Path, taken: Taken, sheet: str | None = None) -> None:
    """Read a spreadsheet, and show what is in it."""
    decks = desk.decks
    if decks is None:
        return
    around, language = decks.library.deck, desk.texts.language
    ids = frozenset(entry.id for entry in decks.library.entries)

    def work(_: Progress) -> CardTable:
        from gogrow.content.card_table import read_cards

        return read_cards(file, around, language, sheet, ids)

    def done(table: CardTable) -> None:
        LookAtTable(desk, parent, file, table, taken).open()

    def refused(error: DeckFaults) -> None:
        Refused(desk, parent, file, error).open()

    _job(desk, parent, work, done, refused)


def _job(
    desk: Desk,
    parent: QWidget,
    work: Callable[[Progress], object],
    done: Callable[..., None],
    refused: Callable[[DeckFaults], None] | None = None,
) -> None:
    job = Job(work, parent)

    def ended() -> None:
        job.wait()
        job.deleteLater()

    def finished(result: object) -> None:
        ended()
        done(result)

    def failed(error: Exception) -> None:
        ended()
        if not isinstance(error, DeckFaults):
            raise error
        if refused is not None:
            refused(error)
        else:
            desk.notice(trouble(desk, error))

    job.finished.connect(finished)
    job.failed.connect(failed)
    job.start()


def entries_of(table: CardTable) -> tuple[CardEntry, ...]:
    """The cards of a table, each in all its languages."""
    found: dict[tuple[CardKind, str], dict[str, AnyCard]] = {}
    for language, cards in table.cards.items():
        for card in cards:
            found.setdefault((_kind(card), card.id), {})[language] = card
    return tuple(CardEntry("", id, kind, words, True) for (kind, id), words in found.items())


def _kind(card: AnyCard) -> CardKind:
    if not isinstance(card, AssignmentCard):
        return CardKind.DILEMMA
    return CardKind.ASSIGNMENT if card.field else CardKind.QUESTION


class LookAtTable(QDialog):
    """The cards that were read, what is wrong with the rest, and where they go. Nothing is written before *Take in*."""

    def __init__(self, desk: Desk, parent: QWidget, file: Path, table: CardTable, taken: Taken) -> None:
        super().__init__(parent)
        self._desk, self._file, self._table, self._taken = desk, file, table, taken
        self._entries = entries_of(table)
        texts, room = desk.texts, parent.window().size()
        t = texts.t
        self.setWindowTitle(t("Cards from a spreadsheet"))
        self.resize(min(760, room.width() - 40), min(640, room.height() - 40))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(8)
        head = row(label(texts.n("{count} card", "{count} cards", len(self._entries)), "title"), 1)
        self.sheet = QComboBox()
        self.sheet.addItems(list(table.sheets))
        self.sheet.setCurrentText(table.sheet)
        self.sheet.setVisible(len(table.sheets) > 1)
        self.sheet.setAccessibleName(t("Sheet"))
        self.sheet.activated.connect(lambda at: self._other_sheet(table.sheets[at]))
        head.addWidget(self.sheet)
        column.addLayout(head)
        self.list = QListWidget()
        self.list.setProperty("framed", True)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(t("Cards"))
        for entry in self._entries:
            words = title_of(entry.card(texts.language))
            self.list.addItem(QListWidgetItem(f"{words}  ·  {', '.join(entry.words)}"))
        column.addWidget(self.list, 3)
        self.told = QPlainTextEdit("\n".join(self._faults()))
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName(t("What is wrong"))
        if table.faults or table.unknown:
            out = texts.n("{count} row stays out.", "{count} rows stay out.", table.left_out)
            column.addWidget(typed(out if table.left_out else t("Worth a look:"), "strong"))
            column.addWidget(self.told, 2)
        column.addLayout(self._where())
        self.take = button(desk.theme, t("Take in"), "download", "act", "take_in")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        cancel = button(desk.theme, t("Leave it"))
        cancel.clicked.connect(self.reject)
        column.addSpacing(4)
        column.addLayout(row(1, cancel, self.take, spacing=12))
        self._check()

    def _faults(self) -> list[str]:
        texts, table = self._desk.texts, self._table
        told = [fault.message(texts) for fault in table.faults]
        if table.unknown:
            told.append(texts.t("These columns were passed over: {names}.", names=", ".join(table.unknown)))
        return told

    def _where(self) -> QVBoxLayout:
        """An own deck, or the name of a new one."""
        t, decks = self._desk.texts.t, self._desk.decks
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label(t("Into which deck?"), "label"))
        self.deck = QComboBox()
        self.deck.setAccessibleName(t("Into which deck?"))
        for own in decks.library.own if decks is not None else ():
            name = spoken(own.deck.name, self._desk.texts.language) or own.id
            self.deck.addItem(name, own.id)
        self.deck.addItem(t("A new deck"), "")
        self.name = QLineEdit(self._file.stem[:80])
        self.name.setMaxLength(80)
        self.name.setAccessibleName(t("Name of the new deck"))
        self.deck.currentIndexChanged.connect(lambda _: self._check())
        self.name.textChanged.connect(lambda _: self._check())
        line = row(self.deck, spacing=12)
        line.addWidget(self.name, 1)
        column.addLayout(line)
        return column

    def _check(self) -> None:
        new = not self.deck.currentData()
        self.name.setVisible(new)
        self.take.setEnabled(bool(self._entries) and (not new or bool(self.name.text().strip())))

    def _other_sheet(self, sheet: str) -> None:
        parent = self.parentWidget()
        assert parent is not None
        read_table(self._desk, parent, self._file, self._taken, sheet)
        self.reject()

    def _take(self) -> None:
        desk, decks, entries, taken = self._desk, self._desk.decks, self._entries, self._taken
        if decks is None:
            return
        texts = desk.texts

        def put(deck: str) -> None:
            def done(_: object) -> None:
                desk.notice(texts.n("{count} card is in your deck.", "{count} cards are in your deck.", len(entries)))
                taken(deck)

            decks.add(deck, entries, done)

        chosen = str(self.deck.currentData())
        if chosen:
            put(chosen)
        else:
            languages = [one for one in ("nl", "en") if self._table.cards.get(one)]
            name = self.name.text().strip()
            decks.make(Head(dict.fromkeys(languages, name)), (), put)
        self.accept()
