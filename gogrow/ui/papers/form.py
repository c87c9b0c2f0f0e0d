"""The left side: which paper, for whom, how, and what else stands on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.workshop import Workshop
from gogrow.sheets.papers import Ink, PaperWish
from gogrow.texts import LANGUAGES
from gogrow.ui.cards.particulars import QuietCombo
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, wrapped
from gogrow.ui.papers.choices import PAPERS, Choices
from gogrow.ui.papers.extras import Extras
from gogrow.ui.papers.who import Who
from gogrow.ui.parts import row

_NAMES = {"nl": "Nederlands", "en": "English"}
_INKS = (Ink.COLOUR, Ink.SAVER, Ink.BLACK)


class PaperForm(QWidget):
    """`changed` tells that another paper is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, workshop: Workshop, chosen: Collection[str], choices: Choices) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(t("Paper"), "label"))
        papers = QGridLayout()
        papers.setSpacing(6)
        words = [t("Sheet A4"), t("Pocket cards"), t("Poster A3"), t("Poster A2"), t("Team poster A3")]
        self.paper = self._radios(t("Paper"), words, list(PAPERS).index(choices.paper))
        for number, radio in enumerate(self.paper.buttons()):
            papers.addWidget(radio, number // 2, number % 2)
        column.addLayout(papers)
        self._about = wrapped("", "hint")
        column.addWidget(self._about)
        column.addSpacing(4)
        typed = {plan.id for plan in workshop.plans}
        self.who = Who(desk, workshop.participants, chosen, typed)
        column.addWidget(self.who)
        self.version = QuietCombo()
        self.version.setAccessibleName(t("Which plan"))
        self.version.hide()
        column.addWidget(self.version)
        self.each = QCheckBox(t("Save a PDF for each person"))
        self.each.setChecked(choices.each)
        column.addWidget(self.each)
        column.addSpacing(8)
        column.addWidget(label(t("Ink"), "label"))
        line = QHBoxLayout()
        line.setSpacing(6)
        inks = [t("Colour"), t("Save ink"), t("Black")]
        self.ink = self._radios(t("Ink"), inks, _INKS.index(Ink(choices.ink)))
        for radio in self.ink.buttons():
            line.addWidget(radio, 1)
        column.addLayout(line)
        column.addSpacing(8)
        self.language = QuietCombo()
        self.language.setMinimumContentsLength(12)
        for code in LANGUAGES:
            self.language.addItem(_NAMES[code], code)
        self.language.setCurrentIndex(self.language.findData(workshop.details.language))
        self.language.setAccessibleName(t("Language of the paper"))
        column.addLayout(row(label(t("Language of the paper"), "label"), 1, self.language))
        column.addSpacing(8)
        self.extras = Extras(desk, choices, workshop.details.contact)
        column.addWidget(self.extras)
        column.addStretch(1)
        self._usual = choices
        self._show()
        for group in (self.paper, self.ink):
            group.idToggled.connect(lambda _, on: self._changed() if on else None)
        self.who.changed.connect(self._changed)
        self.extras.changed.connect(self._changed)
        for combo in (self.version, self.language):
            combo.currentIndexChanged.connect(lambda _: self._changed())

    @property
    def choices(self) -> Choices:
        """What is chosen now, as it will be remembered."""
        return replace(
            self._usual,
            paper=list(PAPERS)[self.paper.checkedId()],
            ink=_INKS[self.ink.checkedId()].value,
            each=self.each.isChecked(),
            logo=self.extras.logo,
            steps_code=self.extras.steps.isChecked(),
            link=self.extras.link.text().strip(),
        )

    @property
    def wish(self) -> PaperWish:
        """What to draw."""
        return self.choices.wish(self.extras.contact.text().strip())

    def show_versions(self, versions: Sequence[tuple[str, str]]) -> None:
        """Which plans of one person there are: words and id, the one of now first. Fewer than two: no choice."""
        with QSignalBlocker(self.version):
            before = self.version.currentData()
            self.version.clear()
            for words, id in versions:
                self.version.addItem(words, id)
            self.version.setCurrentIndex(max(0, self.version.findData(before)))
        self.version.setVisible(len(versions) > 1)

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """A team's poster is nobody's own."""
        personal, t = self.choices.personal, self._desk.texts.t
        about = {
            "sheet": t("To write on. The back is for its owner only."),
            "card": t("Four on an A4, to cut: for in a pocket."),
            "a3": t("To hang up: the wish, and the steps as a path."),
            "a2": t("To hang up, for a large wall."),
            "team": t("To hang up in the team, without names."),
        }
        self._about.setText(about[self.choices.paper])
        self.who.setVisible(personal)
        self.each.setVisible(personal)
        self.each.setEnabled(len(self.who.ids) > 1)
        self.extras.for_one(personal)

    def _radios(self, about: str, words: Sequence[str], chosen: int) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, text in enumerate(words):
            radio = QRadioButton(text)
            radio.setProperty("row", True)
            radio.setAccessibleDescription(about)
            radio.setChecked(number == chosen)
            group.addButton(radio, number)
        return group
