"""Right, before a dilemma is in the picture: draw one by lot, from a theme, or choose one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.deck import CardTheme, DilemmaCard
from gogrow.domain.rules.hand import waiting
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.next_card import next_words, with_hand
from gogrow.ui.cockpit.turning_row import TurningRow
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button


class PickPanel(QWidget):
    """Sensitive dilemmas are only chosen, never drawn: she knows her group, the lot does not."""

    drawn = Signal(str)  # a theme, '' for any
    choosing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._step_theme = ""
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        self._left = label("", "muted", wrap=True)
        column.addWidget(self._left)
        self._next = label("", "strong", wrap=True)
        column.addWidget(self._next)
        self._draw = button(desk.theme, t("Draw a dilemma"), "cards", "tool", "draw-dilemma")
        self._draw.clicked.connect(lambda: self.drawn.emit(self._step_theme))
        self._choose = button(desk.theme, t("Choose"), "list-search", "tool", "choose-dilemma")
        self._choose.clicked.connect(self.choosing)
        column.addWidget(TurningRow(self._draw, self._choose))
        self._title = label(t("Draw one about"), "label")
        column.addWidget(self._title)
        self._pills = QVBoxLayout()
        self._pills.setSpacing(5)
        column.addLayout(self._pills)
        column.addWidget(label(t("Sensitive dilemmas are never drawn. You can choose them."), "hint", wrap=True))
        column.addStretch(1)
        self._made: dict[str, WrappedPill] = {}
        self._themes: tuple[CardTheme, ...] = ()

    def show_workshop(
        self, workshop: Workshop, left: Sequence[DilemmaCard] | None, themes: tuple[CardTheme, ...]
    ) -> None:
        """Show how many are ``left``; None while the cards are still being read."""
        texts, step = self._desk.texts, workshop.step()
        self._step_theme = step.theme if step is not None else ""
        here = [card for card in left or () if self._step_theme in ("", card.theme)]
        following = waiting(workshop, here)
        own = next((theme for theme in themes if theme.id == self._step_theme), None)
        if left is None:
            words = texts.t("The cards are on their way…")
        elif not left:
            words = texts.t("All dilemmas were played")
        else:
            words = with_hand(texts, texts.n("{count} dilemma left", "{count} dilemmas left", len(left)), following)
        if own is not None and left:
            words = texts.t("{count}. This step is about: {theme}.", count=words, theme=own.name[texts.language])
        self._left.setText(words)
        free = [card for card in left or () if not card.sensitive]
        self._next.setText(next_words(texts, following))
        self._next.setVisible(bool(following))
        self._draw.setText(texts.t("From your hand") if following else texts.t("Draw a dilemma"))
        self._draw.setEnabled(bool(following) or any(not card.sensitive for card in here))
        self._choose.setEnabled(bool(left))
        self._make(themes)
        self._title.setVisible(bool(themes))
        for id, pill in self._made.items():
            pill.setEnabled(any(card.theme == id for card in free))

    def _make(self, themes: tuple[CardTheme, ...]) -> None:
        if themes == self._themes:
            return
        self._themes, self._made = themes, {}
        while item := self._pills.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for theme in themes:
            pill = WrappedPill(self._desk.theme, theme.name[self._desk.texts.language], theme.icon)
            pill.setCheckable(False)
            pill.setObjectName(f"theme-{theme.id}")
            pill.clicked.connect(lambda _=False, id=theme.id: self.drawn.emit(id))
            self._made[theme.id] = pill
            self._pills.addWidget(pill)
