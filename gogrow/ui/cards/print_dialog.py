"""Printing cards: which paper, how the printer turns it, colour or little ink; a picture of the sheet beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.deck import AnyCard, Deck
from gogrow.live.jobs import Progress
from gogrow.sheets.print_wishes import Duplex, PrintWishes, Size, card_paper, paper_needed
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui.board.painting import spoken
from gogrow.ui.cards.sheet_picture import SheetPicture, card_colour
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.paper import ask_where, make_pdf, pdf_name
from gogrow.ui.parts import Roomy, button, fit_screen, fitted, panel, row

_DUPLEX: tuple[Duplex, ...] = ("long", "short", "none")
_RIGHT = 300
_PEOPLE, _MOST = 12, 60


class PrintCards(QDialog):
    """Asks how these cards are to be printed, and makes the PDF. ``deck`` has their fields, themes and sources."""

    def __init__(self, desk: Desk, parent: QWidget, cards: Sequence[AnyCard], deck: Deck) -> None:
        super().__init__(parent)
        self._desk, self._cards, self._deck = desk, tuple(cards), deck
        t, theme = desk.texts.t, desk.theme
        self.setWindowTitle(t("Print cards"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 22, 28, 22)
        whole.setSpacing(14)
        count = label(desk.texts.n("{count} card", "{count} cards", len(self._cards)), "muted")
        whole.addLayout(row(label(t("Print cards"), "title"), 1, count))
        sides = QHBoxLayout()
        sides.setSpacing(24)
        choices = QWidget()
        column = self._choices()
        column.setContentsMargins(0, 0, 0, 0)
        choices.setLayout(column)
        sides.addWidget(Roomy(choices), 1)
        sides.addWidget(self._beside())
        whole.addLayout(sides, 1)
        self._paper = label("", "strong")
        self.save = button(theme, t("Save as PDF…"), "printer", "act", "save")
        self.save.setDefault(True)
        self.save.setEnabled(bool(self._cards))
        self.save.clicked.connect(self._save)
        cancel = button(theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        whole.addLayout(row(self._paper, 1, cancel, self.save, spacing=12))
        for group in (self._size, self._duplex, self._ink):
            group.idToggled.connect(lambda *_: self._show())
        self._numbers.toggled.connect(lambda *_: self._show())
        self._people.valueChanged.connect(lambda *_: self._show())
        self._show()
        fit_screen(self)

    @property
    def wishes(self) -> PrintWishes:
        """What is chosen now."""
        sizes: tuple[Size, ...] = ("a4", "a5")
        return PrintWishes(
            sizes[self._size.checkedId()],
            _DUPLEX[self._duplex.checkedId()],
            self._ink.checkedId() == 1,
            self._people.value() if self._numbers.isChecked() else 0,
        )

    def _choices(self) -> QVBoxLayout:
        t, theme = self._desk.texts.t, self._desk.theme
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(t("Paper"), "label"))
        words = [t("A4: four cards on a sheet, to cut"), t("A5: one card on a sheet")]
        self._size = self._radios(column, t("Paper"), words)
        column.addSpacing(6)
        column.addWidget(label(t("Front and back"), "label"))
        words = [t("Turn along the long edge"), t("Turn along the short edge"), t("Fronts only")]
        known = self._desk.settings.duplex
        at = _DUPLEX.index(known) if known in _DUPLEX else 0
        self._duplex = self._radios(column, t("Front and back"), words, at)
        self.test = button(theme, t("Not sure? Print the test sheet"), "file-text", "", "test")
        self.test.clicked.connect(self._test)
        column.addLayout(row(self.test, 1))
        column.addSpacing(6)
        column.addWidget(label(t("Ink"), "label"))
        line = QHBoxLayout()
        line.setSpacing(6)
        self._ink = self._radios(line, t("Ink"), [t("Colour"), t("Save ink")])
        column.addLayout(line)
        column.addSpacing(6)
        self._numbers = QCheckBox(t("Cards 1 to 5 as well, for"))
        self._people = QSpinBox()
        self._people.setRange(2, _MOST)
        self._people.setValue(_PEOPLE)
        self._people.setSuffix(" " + t("people"))
        self._people.lineEdit().setTextMargins(10, 0, 0, 0)
        self._people.setMinimumWidth(134)
        self._people.setAccessibleName(t("Cards 1 to 5 for so many people"))
        column.addLayout(row(self._numbers, self._people, 1))
        column.addStretch(1)
        return column

    def _radios(
        self, column: QVBoxLayout | QHBoxLayout, about: str, words: Sequence[str], chosen: int = 0
    ) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, text in enumerate(words):
            radio = QRadioButton(text)
            radio.setProperty("row", True)
            radio.setAccessibleDescription(about)
            radio.setChecked(number == chosen)
            group.addButton(radio, number)
            column.addWidget(radio, 1)
        return group

    def _beside(self) -> QWidget:
        frame, column = panel((16, 16, 16, 14), 10)
        frame.setFixedWidth(_RIGHT)
        colours = [card_colour(card, self._deck) for card in self._cards]
        self._picture = SheetPicture(self._desk.theme, colours)
        column.addWidget(self._picture, 1)
        self._hint = label("", "hint", wrap=True)
        column.addWidget(self._hint)
        return frame

    def _show(self) -> None:
        """The picture, the words under it, and the paper it takes, for what is chosen now."""
        texts, wishes = self._desk.texts, self.wishes
        self._people.setEnabled(self._numbers.isChecked())
        self._picture.show_wishes(wishes, card_paper(len(self._cards), wishes.size))
        t = texts.t
        hint = t("Each card has a sheet of its own. There is nothing to cut.")
        if wishes.size == "a4":
            hint = t("Cut the whole stack along the marks, then put the four piles on one another: all is in order.")
        self._hint.setText(hint)
        fitted(self._hint, _RIGHT - 36)
        paper = texts.n("{count} sheet of paper", "{count} sheets of paper", paper_needed(len(self._cards), wishes))
        self._paper.setText(paper if self._cards else t("There are no cards to print. Choose some cards first."))

    def _save(self) -> None:
        """Ask where, close, and let the PDF be made."""
        wishes, cards, deck = self.wishes, self._cards, self._deck
        t, texts = self._desk.texts.t, self._spoken()
        name = spoken(deck.name, texts.language)
        target = ask_where(self, t("Print cards"), pdf_name(t("Cards"), name))
        if target is None:
            return
        self._remember()

        def work(progress: Progress) -> object:
            from gogrow.sheets.card_sheets import card_sheets

            return card_sheets(cards, deck, texts, target, wishes, progress)

        parent = self.parentWidget()
        assert parent is not None
        self.accept()
        make_pdf(self._desk, parent, t("The PDF with cards"), target, work)

    def _test(self) -> None:
        t = self._desk.texts.t
        target = ask_where(self, t("Test sheet"), pdf_name(t("Test sheet")))
        if target is None:
            return
        parent = self.parentWidget()
        assert parent is not None
        texts = Texts(self._desk.texts.language)
        make_pdf(self._desk, parent, t("The test sheet"), target, lambda _: _test_sheet(target, texts))

    def _remember(self) -> None:
        """The printer turns the same way tomorrow."""
        settings = self._desk.settings
        if settings.duplex != self.wishes.duplex:
            settings.duplex = self.wishes.duplex
            settings.save()

    def _spoken(self) -> Texts:
        """The language of these cards."""
        language = self._cards[0].language if self._cards else ""
        return Texts(language if language in LANGUAGES else self._desk.texts.language)


def _test_sheet(target: Path, texts: Texts) -> object:
    from gogrow.sheets.duplex import duplex_test

    return duplex_test(target, texts)
