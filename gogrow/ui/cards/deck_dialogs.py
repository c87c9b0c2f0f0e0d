"""Questions about own decks: a name for a new one, what one says about itself, and into which one cards are copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QLabel, QLineEdit, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from gogrow.content.own_writing import NO_AUTHOR, Head
from gogrow.texts import LANGUAGES
from gogrow.ui.cards.particulars import QuietCombo
from gogrow.ui.cards.word_field import GrowingText
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button, plain_tip
from gogrow.ui.parts import button, fitted, row

WIDE = 520
NAME_LIMIT = 80
_AROUND = 130
"""What a dialog has beside the words of a row to choose, in pixels: margins, the circle, a scroll bar."""


class DeckDialog(QDialog):
    """A dialog with a title, lines, and a button that does it; `accept` when it was pressed."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, words: str, icon: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self.titles: dict[QLineEdit, QLabel] = {}
        self.setWindowTitle(title)
        self.setFixedWidth(WIDE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 24, 28, 24)
        self._column.setSpacing(8)
        self._column.addWidget(label(title, "title", wrap=True))
        self.do = button(desk.theme, words, icon, "act", "do")
        self.do.setDefault(True)
        self.do.clicked.connect(self.accept)
        self._cancel = button(desk.theme, desk.texts.t("Cancel"))
        self._cancel.clicked.connect(self.reject)

    def _finish(self) -> None:
        self._column.addSpacing(10)
        self._column.addLayout(row(1, self._cancel, self.do, spacing=12))

    def _line(self, title: str, text: str = "", hint: str = "") -> QLineEdit:
        name = label(title, "label")
        made = QLineEdit(text)
        made.setMaxLength(NAME_LIMIT)
        made.setPlaceholderText(hint)
        made.setAccessibleName(title)
        name.setBuddy(made)
        self.titles[made] = name
        self._column.addWidget(name)
        self._column.addWidget(made)
        return made

    def _note(self, words: str) -> None:
        self._column.addWidget(fitted(label(words, "muted", wrap=True), WIDE - 56))

    def _radios(self, words: Sequence[str], spoken: str) -> QButtonGroup:
        """Rows to choose from, that scroll when there are many."""
        group, inside = QButtonGroup(self), QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for number, one in enumerate(words):
            radio = QRadioButton()
            radio.setProperty("row", True)
            radio.setMinimumHeight(44)
            radio.setAccessibleDescription(spoken)
            radio.setAccessibleName(one)
            group.addButton(radio, number)
            column.addWidget(radio)
            radio.ensurePolished()
            shown = radio.fontMetrics().elidedText(one, Qt.TextElideMode.ElideMiddle, WIDE - _AROUND)
            radio.setText(plain_button(shown))
            radio.setToolTip(plain_tip(one) if shown != one else "")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFixedHeight(min(5, len(words)) * 52 + 4)
        self._column.addWidget(area)
        return group


class NameDeck(DeckDialog):
    """A name for a new deck; one language is enough."""

    def __init__(self, desk: Desk, parent: QWidget, name: str = "") -> None:
        t = desk.texts.t
        super().__init__(desk, parent, t("New deck"), t("Make the deck"), "check")
        dutch = desk.texts.language == "nl"
        self.names = {
            "nl": self._line(t("Name in Dutch"), name if dutch else ""),
            "en": self._line(t("Name in English"), "" if dutch else name),
        }
        self._note(t("One language is enough. You can change it later."))
        self._finish()
        for line in self.names.values():
            line.textChanged.connect(self._check)
        self._check()
        first = self.names[desk.texts.language]
        first.setFocus()
        first.selectAll()

    @property
    def head(self) -> Head:
        """What was filled in."""
        return Head(_filled(self.names), licence=LICENCES[0])

    def _check(self) -> None:
        self.do.setEnabled(bool(_filled(self.names)))


LICENCES = ("CC-BY-4.0", "CC0-1.0", "©")
"""Licences as they stand in a deck: others may share and change it, do anything with it, or nothing."""


class AboutDeck(DeckDialog):
    """What an own deck says about itself: names, maker, licence, sources."""

    def __init__(self, desk: Desk, parent: QWidget, head: Head, *, sending: bool = False) -> None:
        """``sending``: it goes to others now, so who made it must be there."""
        t = desk.texts.t
        title, words = (t("Send this deck"), t("Make the file…")) if sending else (t("About this deck"), t("Keep"))
        super().__init__(desk, parent, title, words, "upload" if sending else "check")
        self._named = sending
        self.names = {
            "nl": self._line(t("Name in Dutch"), head.name.get("nl", "")),
            "en": self._line(t("Name in English"), head.name.get("en", "")),
        }
        author = "" if head.author == NO_AUTHOR else head.author
        self.author = self._line(t("Made by"), author, t("You, or your organisation"))
        self._column.addWidget(label(t("May others use it?"), "label"))
        self.licence = QuietCombo()
        self.licence.setAccessibleName(t("May others use it?"))
        said = (t("Yes, with your name beside it (CC BY 4.0)"), t("Yes, in every way (CC0 1.0)"))
        for value, how in zip(LICENCES, (*said, t("No, all rights are yours")), strict=True):
            self.licence.addItem(how, value)
        other = head.licence not in (*LICENCES, NO_AUTHOR, "")
        self.licence.addItem(t("Something else…"), "")
        self.licence.setCurrentIndex(len(LICENCES) if other else max(0, self.licence.findData(head.licence)))
        self.licence.currentIndexChanged.connect(self._check)
        self._column.addWidget(self.licence)
        self.other = self._line(t("Namely"), head.licence if other else "")
        self._column.addWidget(label(t("Sources, one on each line"), "label"))
        self.sources = GrowingText(1, lines=True)
        self.sources.setAccessibleName(t("Sources, one on each line"))
        self.sources.setPlainText("\n".join(head.sources))
        self._column.addWidget(self.sources)
        self._finish()
        for line in (*self.names.values(), self.author, self.other):
            line.textChanged.connect(self._check)
        self._check()

    @property
    def head(self) -> Head:
        """What is filled in now."""
        licence = self.licence.currentData() or self.other.text().strip()
        sources = tuple(line.strip() for line in self.sources.toPlainText().split("\n") if line.strip())
        return Head(_filled(self.names), self.author.text().strip(), licence, sources)

    def _check(self) -> None:
        chosen = bool(self.licence.currentData())
        for part in (self.titles[self.other], self.other):
            part.setVisible(not chosen)
        self.adjustSize()
        made = not self._named or bool(self.author.text().strip())
        self.do.setEnabled(made and bool(_filled(self.names)) and (chosen or bool(self.other.text().strip())))


class IntoDeck(DeckDialog):
    """Into which own deck copies go: one that there is, or a new one."""

    def __init__(self, desk: Desk, parent: QWidget, decks: Sequence[tuple[str, str]], chosen: str, count: int) -> None:
        t = desk.texts.t
        title = desk.texts.n("Into which deck does your copy go?", "Into which deck do your {count} copies go?", count)
        super().__init__(desk, parent, title, t("Copy"), "copy")
        self._ids = [*(id for id, _ in decks), ""]
        self._group = self._radios([*(name for _, name in decks), t("A new deck")], title)
        at = self._ids.index(chosen) if chosen in self._ids else 0
        self._group.button(at).setChecked(True)
        self.name = self._line(t("Name of the new deck"), "" if decks else t("My cards"))
        self.name.textChanged.connect(self._check)
        self._group.idToggled.connect(self._check)
        self._note(t("The cards that come with GoGrow stay as they are. Your copy says what it comes from."))
        self._finish()
        self._check()

    @property
    def deck(self) -> str:
        """The id of the deck, '' for a new one."""
        return self._ids[self._group.checkedId()]

    @property
    def head(self) -> Head:
        """What a new deck is called."""
        return Head({self._desk.texts.language: self.name.text().strip()}, licence=LICENCES[0])

    def choose(self, id: str) -> None:
        """Choose a deck, '' for a new one."""
        self._group.button(self._ids.index(id)).setChecked(True)

    def _check(self, *_: object) -> None:
        self.name.setEnabled(not self.deck)
        self.do.setEnabled(bool(self.deck or self.name.text().strip()))


class CopyDeck(DeckDialog):
    """A deck of which all cards are copied, and what the copy is called."""

    def __init__(self, desk: Desk, parent: QWidget, decks: Sequence[tuple[str, str, int]]) -> None:
        t = desk.texts.t
        super().__init__(desk, parent, t("Copy a deck"), t("Copy"), "copy")
        self._decks = tuple(decks)
        words = [f"{name} · {desk.texts.n('{count} card', '{count} cards', count)}" for _, name, count in decks]
        self._group = self._radios(words, t("Copy a deck"))
        self.name = self._line(t("Name of the copy"))
        self.name.textChanged.connect(self._check)
        self._group.idToggled.connect(self._proposed)
        self._note(t("The cards that come with GoGrow stay as they are. Your copy says what it comes from."))
        self._finish()
        self._group.button(0).setChecked(True)

    @property
    def deck(self) -> str:
        """The id of the deck that is copied."""
        return self._decks[self._group.checkedId()][0]

    @property
    def head(self) -> Head:
        """What the copy is called."""
        return Head({self._desk.texts.language: self.name.text().strip()}, licence=LICENCES[0])

    def choose(self, id: str) -> None:
        """Choose the deck to copy."""
        self._group.button([deck for deck, _, _ in self._decks].index(id)).setChecked(True)

    def _proposed(self, number: int, on: bool) -> None:
        if on:
            self.name.setText(self._desk.texts.t("{deck}, our own version", deck=self._decks[number][1])[:NAME_LIMIT])

    def _check(self) -> None:
        self.do.setEnabled(bool(self.name.text().strip()))


def _filled(names: Mapping[str, QLineEdit]) -> dict[str, str]:
    return {one: names[one].text().strip() for one in LANGUAGES if names[one].text().strip()}
