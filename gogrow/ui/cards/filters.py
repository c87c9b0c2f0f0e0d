"""Left of the cards: what is looked for. Each choice says how it stands, and all go at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from gogrow.content.finding import MISSING, Wanted
from gogrow.content.library import Library
from gogrow.domain.deck import CardKind
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui import icons
from gogrow.ui.cards.words import deck_name, kind_words, language_words, sector_words
from gogrow.ui.cockpit.choose_card import fits_words
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_tip
from gogrow.ui.parts import panel
from gogrow.ui.theme import Theme

MINUTES = (3, 4, 5, 6, 10)
SECTORS = ("office", "production", "care", "education", "technique")
FITS = ("two", "several", "team")
SENSITIVE = frozenset({"health", "pay", "leaving"})

Item = tuple[str, object, str, str]
"""Words, value, icon and the colour of a field; '' for none."""


class Choice(QComboBox):
    """One thing to choose; its first item means that it does not matter, and names what it is about."""

    def __init__(self, theme: Theme, name: str, items: Sequence[Item]) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.currentIndexChanged.connect(self._dress)
        self.fill(items)

    def fill(self, items: Sequence[Item]) -> None:
        """Other items; what was chosen stays chosen when it is still there."""
        chosen = self.value()
        self.blockSignals(True)
        self.clear()
        for words, value, sign, colour in items:
            ink = self._theme.field(colour).text if colour else self._theme.colour("ink")
            self.addItem(" ".join(words.split()), value)
            if sign:
                self.setItemIcon(self.count() - 1, icons.icon(sign, ink, 20))
        at = next((row for row in range(self.count()) if self.itemData(row) == chosen), 0)
        self.setCurrentIndex(at)
        self.blockSignals(False)
        self.setAccessibleName(self.itemText(0))
        self._dress()

    def choose(self, value: object) -> None:
        """Choose this, if it is there."""
        at = next((row for row in range(1, self.count()) if self.itemData(row) == value), 0)
        self.setCurrentIndex(at)

    def showPopup(self) -> None:
        """The list is as wide as its words, within reason."""
        self.view().setMinimumWidth(min(420, self.view().sizeHintForColumn(0) + 40))
        super().showPopup()

    def value(self) -> object:
        """What is chosen; None when it does not matter."""
        return self.currentData() if self.currentIndex() > 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling over it is no choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A long name ends in …."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = (
            self.style()
            .subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self)
            .width()
        )
        room -= option.iconSize.width() + 6 if not option.currentIcon.isNull() else 0
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room - 2)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _dress(self, _: int = 0) -> None:
        self.setToolTip(plain_tip(self.currentText()) if len(self.currentText()) > 20 else "")
        chosen = self.currentIndex() > 0
        if chosen == bool(self.property("set")):
            return
        self.setProperty("set", chosen)
        self.style().unpolish(self)
        self.style().polish(self)


class Filters(QWidget):
    """All choices. `changed` comes with each; `wanted` says what they mean together.

    They are made by `complete`, when the list is on the screen: until then nothing is chosen.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._quiet = False
        self._library: Library | None = None
        self._workshop = False
        self._recalled: Mapping[str, object] = {}
        self._choices: dict[str, Choice] = {}
        self._pills: dict[str, CheckPill] = {}
        frame, within = panel((4, 4, 4, 4), 0)
        self.area = area = QScrollArea()
        inside = QWidget()
        inside.setProperty("scrolled", True)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        within.addWidget(area)
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(7)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    @property
    def made(self) -> bool:
        """Whether there is something to choose."""
        return bool(self._pills)

    def complete(self) -> None:
        """Make the choices, once."""
        if self.made:
            return
        t, theme, column = self._desk.texts.t, self._desk.theme, self._column
        for name, items in _items(self._desk.texts).items():
            choice = self._choices[name] = Choice(theme, f"filter-{name}", items)
            choice.currentIndexChanged.connect(lambda _: self._tell())
            column.addWidget(choice)
        column.addSpacing(3)
        for name, words, sign in (
            ("favourites", t("Favourites"), "star"),
            ("fresh", t("Not played yet"), "seedling"),
            ("own", t("My own cards"), "user"),
        ):
            pill = self._pills[name] = CheckPill(self._desk, words, sign)
            pill.setObjectName(f"filter-{name}")
            pill.toggled.connect(lambda _: self._tell())
            column.addWidget(pill)
        column.addStretch(1)
        self.set_workshop(there=self._workshop)
        if self._library is not None:
            self.show_library(self._library)
        self.choose(self._recalled)

    def chosen(self) -> Mapping[str, object]:
        """What is chosen, by the name of the choice."""
        values = {name: choice.value() for name, choice in self._choices.items()}
        values |= {name: pill.isChecked() or None for name, pill in self._pills.items()}
        return {name: value for name, value in values.items() if value is not None} if self.made else self._recalled

    def choose(self, chosen: Mapping[str, object]) -> None:
        """Choose this, as `chosen` gave it, as soon as there is something to choose."""
        self._recalled = chosen
        if not self.made or not chosen:
            return
        self._quiet = True
        for name, value in chosen.items():
            if name in self._pills:
                self._pills[name].setChecked(True)
            else:
                self._choices[name].choose(value)
        self._quiet = False
        self._tell()

    def wanted(self, words: str) -> Wanted:
        """What is looked for, with the words that are typed."""
        values: dict[str, Any] = {name: pill.isChecked() and not pill.isHidden() for name, pill in self._pills.items()}
        for name, choice in self._choices.items():
            value = choice.value()
            if value is None:
                continue
            if name == "group":
                what, _, id = str(value).partition(":")
                values[what] = id
            elif name == "kind":
                values["kinds"] = frozenset({CardKind(str(value))})
            else:
                values[name] = value
        return Wanted(words, **values)

    def clear(self) -> None:
        """Everything counts again."""
        self._quiet = True
        for choice in self._choices.values():
            choice.setCurrentIndex(0)
        for pill in self._pills.values():
            pill.setChecked(False)
        self._quiet = False
        self._tell()

    def show_library(self, library: Library) -> None:
        """The decks, fields and themes that there are now."""
        self._library = library
        if not self.made:
            return
        t, language = self._desk.texts.t, self._desk.texts.language
        ids = [*(own.id for own in library.own), *(deck.id for deck in library.shipped)]
        decks: list[Item] = [(deck_name(library, id, language), id, "", "") for id in ids]
        self._choices["deck"].fill([(t("Every deck"), None, "", ""), *decks])
        board = library.deck.board
        groups: list[Item] = [
            (one.name.get(language, one.id), f"field:{one.id}", one.icon, one.colour)
            for one in (board.fields if board is not None else ())
        ]
        groups += [
            (one.name.get(language, one.id), f"theme:{one.id}", one.icon, one.colour)
            for one in library.deck.card_themes
        ]
        self._choices["group"].fill([(t("Every subject"), None, "", ""), *groups])
        own = self._pills["own"]
        own.setVisible(bool(library.own) or own.isChecked())

    def set_workshop(self, *, there: bool) -> None:
        """What was played counts only with a workshop."""
        self._workshop = there
        if self.made:
            self._pills["fresh"].setVisible(there)

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _items(texts: Texts) -> dict[str, list[Item]]:
    """What can be chosen, by what of `Wanted` it is; ``group`` is a field or a theme. Decks and groups come later."""
    t = texts.t
    minutes: list[Item] = [(texts.n("Up to {count} minute", "Up to {count} minutes", one), one, "", "")
                           for one in MINUTES]  # fmt: skip
    return {
        "deck": [(t("Every deck"), None, "", "")],
        "kind": [(t("Every kind"), None, "", ""), *((kind_words(texts, k), k, "", "") for k in CardKind)],
        "group": [(t("Every subject"), None, "", "")],
        "minutes": [(t("However long"), None, "", ""), *minutes],
        "sector": [
            (t("Every sector"), None, "", ""),
            *((_capital(t("For {sector}", sector=sector_words(texts, one))), one, "", "") for one in SECTORS),
        ],
        "without": [
            (t("Sensitive ones too"), None, "", ""),
            (t("Nothing sensitive"), SENSITIVE, "", ""),
            (t("Nothing about leaving"), frozenset({"leaving"}), "", ""),
            (t("Nothing about pay"), frozenset({"pay"}), "", ""),
            (t("Nothing about health"), frozenset({"health"}), "", ""),
        ],
        "fits": [
            (t("Every size of group"), None, "", ""),
            *((_capital(fits_words(texts, one)), one, "", "") for one in FITS),
        ],
        "language": [
            (t("Every language"), None, "", ""),
            *((language_words(one), one, "", "") for one in LANGUAGES),
            (t("A language is missing"), MISSING, "", ""),
        ],
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
