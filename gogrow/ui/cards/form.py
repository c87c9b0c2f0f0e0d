"""The words of a card, Dutch and English beside each other, row by row."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gogrow.content.card_checks import Remark
from gogrow.content.card_draft import WORDS, Draft
from gogrow.domain.deck import CardKind
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui.cards.word_field import WordField
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row

NARROW = 290
"""A language that is narrower than this has its two poles above each other."""
MOST = 4
"""So many things are said of one text at once; what comes after is said when these are mended."""
PAIRED = ("a", "b", "a_reason", "b_reason")
"""Texts of which two stand beside each other, with what is said of both under them."""
LEAST = {"title": 1, "question": 2, "situation": 2, "a": 2, "b": 2, "a_reason": 2, "b_reason": 2, "deepen": 3}
"""How many lines a field has at least; 1 for the others."""


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a text of a card, and what stands in it while it is empty."""

    title: str
    hint: str = ""


def named(texts: Texts, kind: CardKind) -> Mapping[str, Named]:
    """The texts of a card by name."""
    t = texts.t
    if kind is CardKind.DILEMMA:
        return {
            "title": Named(t("Title"), t("A few words")),
            "situation": Named(t("Situation"), t("What happens? One or two short sentences.")),
            "a": Named(t("Pole A"), t("As somebody would say it")),
            "a_reason": Named(t("Reason for A"), t("Why that is sensible")),
            "b": Named(t("Pole B"), t("As somebody would say it")),
            "b_reason": Named(t("Reason for B"), t("Why that is sensible")),
            "fact": Named(t("A small fact")),
            "deepen": Named(t("Questions after the talk"), t("One on each line")),
            "hint": Named(t("Hint, only for you"), t("Never on the beamer")),
        }
    question = t("Question") if kind is CardKind.QUESTION else t("Question or assignment")
    return {
        "before": Named(t("Above it"), t("May stay empty")),
        "question": Named(question, t("One thought, in bold on the card")),
        "after": Named(t("Below it"), t("May stay empty")),
        "hint": Named(t("Hint, only for you"), t("Never on the beamer")),
    }


class CardForm(QWidget):
    """All texts of one card. `edited` comes with every key; `left` when a field is left; `faced` when a language is."""

    edited = Signal()
    left = Signal()
    faced = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kind: CardKind | None = None
        self.setMinimumWidth(1)
        self.fields: dict[tuple[str, str], WordField] = {}
        self._pairs: list[QBoxLayout] = []
        self.missing: dict[str, QLabel] = {}
        self.start: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._turn)

    def show_draft(self, draft: Draft) -> None:
        """Show a card. Fields that hold the same already are left as they are, cursor and all."""
        if draft.kind is not self._kind:
            self._make(draft.kind)
        for (language, name), field in self.fields.items():
            field.show_words(draft.words.get(language, {}).get(name, ""))
            if name == "fact":
                field.setVisible(bool(draft.shared.get("source")))
        self._tell_missing(draft)

    def words(self) -> dict[str, dict[str, str]]:
        """What is typed, by language and name; a language without any words is not in it."""
        found: dict[str, dict[str, str]] = {}
        for (language, name), field in self.fields.items():
            if field.words:
                found.setdefault(language, {})[name] = field.words
        return found

    def say(self, language: str, remarks: Sequence[Remark]) -> None:
        """Show what is to be said of the card in a language, each thing under its own field."""
        told: dict[str, list[tuple[str, bool]]] = {}
        for remark in remarks:
            words = remark.message(self._desk.texts)
            if remark.field in PAIRED and remark.code not in ("unequal", "one_reason"):
                words = f"{remark.field[0].upper()}: {words}"  # it stands under both
            told.setdefault(remark.field, []).append((words, remark.fault))
        for (one, name), field in self.fields.items():
            if one == language:
                field.say(told.get(name, [])[:MOST])

    def after(self, draft: Draft) -> None:
        """Something was typed: which languages are there now."""
        self._tell_missing(draft)

    def here(self) -> WordField | None:
        """The field that has the keys."""
        here = self.focusWidget()
        return next((field for field in self.fields.values() if field.text is here), None)

    def focus(self, language: str, name: str = "") -> None:
        """Go to a field; without a name to the first that matters."""
        name = name or ("title" if self._kind is CardKind.DILEMMA else "question")
        self.fields[language, name].text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Poles stand beside each other where there is room."""
        super().resizeEvent(event)
        self._turn()

    # ------------------------------------------------------------------ inside

    def _make(self, kind: CardKind) -> None:
        self._kind = kind
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.fields.clear()
        self._pairs.clear()
        self._inside = inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        names = named(self._desk.texts, kind)
        rows: list[tuple[str, ...]] = []
        for name in WORDS[kind]:
            if name in ("b", "b_reason"):
                continue
            rows.append((name, f"b{name[1:]}") if name in ("a", "a_reason") else (name,))
        for column, language in enumerate(LANGUAGES):
            grid.setColumnStretch(column, 1)
            grid.addLayout(self._head(language), 0, column)
            grid.addLayout(self._begin(language), 1, column)
            for number, parts in enumerate(rows, start=2):
                made = [self._field(language, name, names[name]) for name in parts]
                if len(made) == 1:
                    grid.addWidget(made[0], number, column)
                    continue
                pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
                pair.setSpacing(10)
                for field in made:
                    pair.addWidget(field, 1)
                self._pairs.append(pair)
                both = QVBoxLayout()
                both.setSpacing(3)
                both.addLayout(pair)
                for field in made:
                    both.addWidget(field.remarks)  # there is more room under both
                both.addStretch(1)
                grid.addLayout(both, number, column)
        grid.setRowStretch(len(rows) + 2, 1)
        self._column.addWidget(inside)
        order = [self.fields[language, name] for language in LANGUAGES for parts in rows for name in parts]
        for one, other in itertools.pairwise(order):
            QWidget.setTabOrder(one.text, other.text)
        self._later.start()

    def _head(self, language: str) -> QVBoxLayout:
        t = self._desk.texts.t
        head = QVBoxLayout()
        head.setSpacing(4)
        title = label(self._language(language), "section")
        self.missing[language] = label(t("Not in Dutch yet") if language == "nl" else t("Not in English yet"), "muted")
        head.addLayout(row(title, self.missing[language], 1, spacing=10))
        line = QFrame()
        line.setProperty("rule", True)
        head.addWidget(line)
        return head

    def _begin(self, language: str) -> QHBoxLayout:
        t, theme = self._desk.texts.t, self._desk.theme
        other = next(one for one in LANGUAGES if one != language)
        words = t("Begin with the Dutch") if other == "nl" else t("Begin with the English")
        self.start[language] = start = button(theme, words, "copy", "tool", f"start-{language}")
        start.clicked.connect(lambda _=False: self._start(language, other))
        return row(start, 1)

    def _language(self, language: str) -> str:
        return {"nl": self._desk.texts.t("In Dutch"), "en": self._desk.texts.t("In English")}[language]

    def _field(self, language: str, name: str, known: Named) -> WordField:
        spoken = f"{known.title} – {self._language(language)}"
        made = WordField(self._desk, known.title, spoken, LEAST.get(name, 1), known.hint, lines=name == "deepen")
        made.setObjectName(f"{language}-{name}")
        made.edited.connect(self.edited)
        made.left.connect(self.left)
        made.entered.connect(lambda: self.faced.emit(language))
        self.fields[language, name] = made
        return made

    def _start(self, language: str, other: str) -> None:
        for (one, name), field in self.fields.items():
            if one == language:
                with QSignalBlocker(field):
                    field.text.setPlainText(self.fields[other, name].words)
        self.edited.emit()
        self.focus(language)

    def _tell_missing(self, draft: Draft) -> None:
        for language in LANGUAGES:
            there = draft.has(language)
            others = any(draft.has(one) for one in LANGUAGES if one != language)
            self.missing[language].setVisible(not there and others)
            self.start[language].setVisible(not there and others)

    def _turn(self) -> None:
        wide = (self.width() - 20) / 2 >= NARROW
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            if pair.direction() is not way:
                pair.setDirection(way)
