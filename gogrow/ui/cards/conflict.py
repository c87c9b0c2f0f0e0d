"""Somebody else changed a card that is open here: what stands there now, what was typed here, and which one counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gogrow.content.card_draft import WORDS, Draft
from gogrow.texts import LANGUAGES
from gogrow.ui.cards.form import named
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import button, panel, row


class ConflictDialog(QDialog):
    """Both versions beside each other. `answered` brings ``mine``, ``theirs`` or ``both``; Escape keeps both."""

    answered = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, draft: Draft, theirs: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__(parent)
        t, theme = desk.texts.t, desk.theme
        self.draft = draft
        self.setWindowTitle(t("This card was changed elsewhere"))
        self.resize(860, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(label(t("This card was changed elsewhere"), "title", wrap=True))
        words = t("Somebody wrote in it by hand, or in a second window. Nothing is lost: choose which one counts.")
        column.addWidget(label(words, "note", wrap=True))
        beside = QHBoxLayout()
        beside.setSpacing(12)
        there: dict[str, Mapping[str, Any]] = {one: theirs[one] for one in LANGUAGES if one in theirs}
        gone = not any(there.values())
        beside.addWidget(self._side(desk, t("What stands there now"), draft, there, gone=gone), 1)
        mine = {one: draft.words.get(one, {}) for one in there}
        beside.addWidget(self._side(desk, t("Yours"), draft, mine, gone=False), 1)
        column.addLayout(beside, 1)
        self.both = button(theme, t("Keep both"), "copy", "", "both")
        self.theirs = button(theme, t("Take theirs"), "", "", "theirs")
        self.mine = button(theme, t("Take mine"), "check", "act", "mine")
        for made, answer in ((self.both, "both"), (self.theirs, "theirs"), (self.mine, "mine")):
            made.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
        column.addLayout(row(self.both, 1, self.theirs, self.mine, spacing=12))
        self.both.setFocus()

    def reject(self) -> None:
        """Escape: nothing of either is lost."""
        self._answer("both")

    def _answer(self, answer: str) -> None:
        self.accept()
        self.answered.emit(answer)

    def _side(
        self, desk: Desk, title: str, draft: Draft, words: Mapping[str, Mapping[str, Any]], *, gone: bool
    ) -> QFrame:
        frame, column = panel((4, 10, 4, 4), 6)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(12, 0, 12, 8)
        inner.setSpacing(4)
        heading = label(title, "section")
        heading.setContentsMargins(12, 0, 0, 0)
        column.addWidget(heading)
        t, names = desk.texts.t, named(desk.texts, draft.kind)
        if gone:
            inner.addWidget(label(t("The card was taken away there."), "note", wrap=True))
        for language, values in words.items():
            if len(words) > 1:
                inner.addWidget(label(t("In Dutch") if language == "nl" else t("In English"), "strong"))
            for name in WORDS[draft.kind]:
                value = values.get(name, "")
                text = "\n".join(map(str, value)) if isinstance(value, list) else str(value)
                if text.strip():
                    inner.addWidget(label(names[name].title, "label"))
                    inner.addWidget(typed(text))
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column.addWidget(area, 1)
        return frame
