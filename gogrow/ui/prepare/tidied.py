"""What is left of a workshop that was tidied up: counts and themes, no names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.ui.board.painting import spoken
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import icon_label, row


class Tidied(QScrollArea):
    """Stands in the place of the people."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show what stays of this workshop."""
        key = (workshop.id, workshop.summary, workshop.harvest)
        if workshop.summary is None or key == self._shown:
            return
        self._shown = key
        texts, summary = self._desk.texts, workshop.summary
        inside = QWidget()
        inside.setProperty("scrolled", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(6)
        title = row(icon_label(self._desk.theme, "archive", "ink2", 26), spacing=10)
        title.addWidget(label(texts.t("This workshop is tidied up"), "section", wrap=True), 1)
        column.addLayout(title)
        words = texts.t("The names and notes are gone for good. This is what stays.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addSpacing(10)
        counts = (
            texts.n("{count} person", "{count} people", summary.people),
            texts.n("{count} talk", "{count} talks", summary.talks),
            texts.n("{count} card", "{count} cards", summary.cards),
        )
        column.addWidget(label(" · ".join(counts), "strong", wrap=True))
        if workshop.harvest:
            column.addSpacing(10)
            column.addWidget(label(texts.t("Themes"), "label"))
            for harvest in sorted(workshop.harvest, key=lambda one: (-one.count, one.theme.casefold())):
                column.addWidget(label(f"{harvest.theme} · {harvest.count}", wrap=True))
        for round_id in dict.fromkeys(round_id for round_id, _, _ in summary.fields):
            self._round(column, workshop, round_id)
        column.addStretch(1)
        self.setWidget(inside)

    def _round(self, column: QVBoxLayout, workshop: Workshop, round_id: str) -> None:
        """How many stood in each field; only kept for rounds with enough people."""
        board, language = workshop.board, workshop.details.language
        assert workshop.summary is not None
        found = {field: count for id, field, count in workshop.summary.fields if id == round_id}
        title = next((spoken(one.question, language) for one in board.rounds if one.id == round_id), round_id)
        column.addSpacing(10)
        column.addWidget(label(title, "label", wrap=True))
        names = {field.id: spoken(field.sentence, language) for field in board.fields}
        if board.centre is not None:
            names["centre"] = spoken(board.centre.name, language)
        words = " · ".join(f"{name} {found[id]}" for id, name in names.items() if id in found)
        column.addWidget(label(words, wrap=True))
