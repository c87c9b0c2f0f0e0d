"""Sending a deck: who made it and what others may do with it are asked once, then it is one file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gogrow.content.library import OwnDeck
from gogrow.content.own_writing import NO_AUTHOR, Head
from gogrow.texts import mark
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row

LICENCES = (
    ("CC-BY-4.0", mark("Share freely, with the name of the maker (CC BY 4.0)")),
    ("CC0-1.0", mark("Share freely, without a name (CC0)")),
    ("In-house", mark("Only within our organisation")),
)
"""What others may do with a deck: what stands in its file, and in words."""


class SendDeck(QDialog):
    """Asks for author, licence and sources (filled in when they are known), then where, and packs the deck there."""

    def __init__(self, desk: Desk, parent: QWidget, own: OwnDeck) -> None:
        super().__init__(parent)
        self._desk, self._own = desk, own
        t, deck = desk.texts.t, own.deck
        self.setWindowTitle(t("Send a deck"))
        self.resize(560, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(8)
        column.addWidget(label(t("Send a deck"), "title"))
        words = t("One file with all cards of “{name}”, to mail or to put on a stick.", name=self._name())
        column.addWidget(label(words, "muted", wrap=True))
        column.addSpacing(6)
        self.author = QLineEdit("" if deck.author == NO_AUTHOR else deck.author)
        self.author.setMaxLength(200)
        self.author.setPlaceholderText(t("Your name, or that of your team"))
        self._ask(column, t("Who made it?"), self.author)
        self.licence = QComboBox()
        for code, said in LICENCES:
            self.licence.addItem(t(said), code)
        if deck.licence not in (NO_AUTHOR, *(code for code, _ in LICENCES)) and deck.licence:
            self.licence.addItem(deck.licence, deck.licence)
        at = self.licence.findData(deck.licence)
        self.licence.setCurrentIndex(max(0, at))
        self._ask(column, t("What may others do with it?"), self.licence)
        self.sources = QPlainTextEdit("\n".join(deck.sources))
        self.sources.setTabChangesFocus(True)
        self.sources.setPlaceholderText(t("Each source on a line of its own. May stay empty."))
        self._ask(column, t("Where do the words and facts come from?"), self.sources)
        self.send = button(desk.theme, t("Make the file…"), "upload", "act", "send")
        self.send.setDefault(True)
        self.send.clicked.connect(self._send)
        cancel = button(desk.theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addSpacing(6)
        column.addLayout(row(1, cancel, self.send, spacing=12))
        self.author.textChanged.connect(lambda _: self._check())
        self._check()

    def head(self) -> Head:
        """What was filled in."""
        sources = tuple(line.strip() for line in self.sources.toPlainText().splitlines() if line.strip())
        return Head(self._own.deck.name, self.author.text().strip(), str(self.licence.currentData()), sources)

    def _name(self) -> str:
        name = self._own.deck.name
        return name.get(self._desk.texts.language) or next(iter(name.values()), self._own.id)

    def _ask(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        field.setAccessibleName(words)
        asked = label(words, "label")
        asked.setBuddy(field)
        column.addWidget(asked)
        column.addWidget(field)

    def _check(self) -> None:
        self.send.setEnabled(bool(self.author.text().strip()))

    def _send(self) -> None:
        t, desk, decks = self._desk.texts.t, self._desk, self._desk.decks
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(documents) / f"{self._own.id}.gogrowdeck")
        chosen, _ = QFileDialog.getSaveFileName(self, t("Send a deck"), proposed, "GoGrow (*.gogrowdeck)")
        if not chosen or decks is None:
            return
        target = Path(chosen) if chosen.lower().endswith(".gogrowdeck") else Path(chosen + ".gogrowdeck")
        folder, head = self._own.folder, self.head()

        def pack() -> None:
            from gogrow.content.pack import About, write_pack

            write_pack(folder, target, About(head.author, head.licence, head.sources))

        def packed(_: object) -> None:
            desk.notice(t("The deck is in {file}. Mail that file, or put it on a stick.", file=str(target)))

        def described(_: object) -> None:
            decks.run(pack, packed, refused)

        def refused(error: Exception) -> None:
            desk.notice(trouble(desk, error))

        decks.describe(self._own.id, head, described)
        self.accept()


def trouble(desk: Desk, error: Exception) -> str:
    """What a deck or the disk refused, as sentences. Raises what is neither."""
    from gogrow.content.deck_faults import DeckFaults
    from gogrow.content.own_writing import DeckNotWritten

    if isinstance(error, DeckFaults):
        return "\n".join(fault.message(desk.texts) for fault in error.faults[:3])
    if isinstance(error, DeckNotWritten):
        return error.message(desk.texts)
    raise error
