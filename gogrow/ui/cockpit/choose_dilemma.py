"""Choosing one dilemma: by theme or by a word, with all its words beside the list. Sensitive ones are marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gogrow.domain.deck import CardTheme, DilemmaCard
from gogrow.texts import Texts
from gogrow.ui.cockpit.choose_card import Choice, Chooser, Group, Whole, hand_first
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import icon_label, row

MARK = "alert-circle"
"""The sign of a sensitive dilemma."""


def sensitive_words(texts: Texts, sensitive: str) -> str:
    """What makes a dilemma sensitive, in words; '' for one that is not."""
    t = texts.t
    known = {
        "health": t("Sensitive: about health"),
        "pay": t("Sensitive: about pay"),
        "leaving": t("Sensitive: about leaving"),
    }
    return known.get(sensitive, t("Sensitive")) if sensitive else ""


class DilemmaChooser(Chooser):
    """A list of the dilemmas that are left in this workshop."""

    def __init__(
        self,
        desk: Desk,
        cards: Sequence[DilemmaCard],
        themes: Sequence[CardTheme],
        theme: str,
        parent: QWidget,
        mine: Sequence[str] = (),
    ) -> None:
        """First those in the hand (``mine``, their ids), then those about ``theme``: what the step is about."""
        places = {id: place for place, id in enumerate(mine, start=1)}
        language = desk.texts.language
        groups = [Group(one.id, one.name[language], one.icon, one.colour) for one in themes]
        known = {group.id: group for group in groups}
        choices = [
            Choice(
                card,
                known.get(card.theme),
                card.title,
                card.situation,
                " ".join((card.title, card.situation, card.a, card.a_reason, card.b, card.b_reason)),
                MARK if card.sensitive else "",
                places.get(card.id, 0),
            )
            for card in sorted(cards, key=lambda card: card.theme != theme)
        ]
        words = desk.texts.t("Show this dilemma")
        super().__init__(desk, hand_first(choices), groups, _WholeDilemma(desk), parent, words)
        self.setWindowTitle(desk.texts.t("Choose a dilemma"))


class _WholeDilemma(Whole):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._title = label("", "section", wrap=True)
        self._situation = label("", "note", wrap=True)
        self._sign = icon_label(desk.theme, MARK, "ink", 18)
        self._sensitive = label("", "strong", wrap=True)
        self._poles = [(label(letter, "section"), label("", "strong", wrap=True), label("", "text", wrap=True))
                       for letter in "AB"]  # fmt: skip
        self._fact = label("", "muted", wrap=True)
        self.column.addWidget(self._title)
        marked = row(self._sign, spacing=6)
        marked.addWidget(self._sensitive, 1)
        self.column.addLayout(marked)
        self.column.addWidget(self._situation)
        for letter, words, reason in self._poles:
            letter.setFixedWidth(20)
            line = row(letter, spacing=6)
            line.addWidget(words, 1)
            self.column.addLayout(line)
            below = row(spacing=6)
            below.addSpacing(26)
            below.addWidget(reason, 1)
            self.column.addLayout(below)
        self.column.addWidget(self._fact)
        self.hint_below()

    def show_choice(self, choice: Choice | None) -> None:
        """Show a dilemma; None when none fits what is typed."""
        super().show_choice(choice)
        texts = self.desk.texts
        card = choice.card if choice is not None else None
        found = card if isinstance(card, DilemmaCard) else None
        self._title.setText(found.title if found is not None else texts.t("No card has these words."))
        self._situation.setText(found.situation if found is not None else "")
        self._sensitive.setText(sensitive_words(texts, found.sensitive) if found is not None else "")
        for part in (self._sensitive, self._sign):
            part.setVisible(found is not None and bool(found.sensitive))
        texts_of = ((found.a, found.a_reason), (found.b, found.b_reason)) if found is not None else (("", ""),) * 2
        for (letter, words, reason), (said, because) in zip(self._poles, texts_of, strict=True):
            words.setText(said)
            reason.setText(because)
            for part in (letter, words, reason):
                part.setVisible(found is not None)
        self._fact.setText(found.fact if found is not None else "")
        self._fact.setVisible(bool(self._fact.text()))
