"""Choosing one card: search as you type, with the field's word before each question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gogrow.domain.board import Board
from gogrow.domain.deck import AssignmentCard
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row


class CardChooser(QDialog):
    """A list of the cards that are left; Enter or a double click shows one on the beamer."""

    chosen = Signal(object)  # AssignmentCard

    def __init__(self, desk: Desk, cards: Sequence[AssignmentCard], board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        t = desk.texts.t
        self.setWindowTitle(t("Choose a card"))
        self.resize(720, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addWidget(label(t("Choose a card"), "section"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Type a word"))
        self._search.textChanged.connect(self._filter)
        column.addWidget(self._search)
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        self._list.setProperty("framed", True)
        self._list.itemActivated.connect(lambda item: self._take(item))
        fields = {field.id: field for field in board.fields}
        for card in cards:
            field = fields.get(card.field)
            name = field.name[desk.texts.language] if field else card.field
            words = " ".join(part for part in (card.before, card.question, card.after) if part)
            item = QListWidgetItem(f"{name}   {words}")
            item.setToolTip("")
            item.setData(Qt.ItemDataRole.UserRole, card)
            if field is not None:
                item.setIcon(icons.icon(field.icon, desk.theme.field(field.colour).text, 20))
            self._list.addItem(item)
        column.addWidget(self._list, 1)
        take = button(desk.theme, t("Show this card"), "", "act", "take")
        take.clicked.connect(lambda: self._take(self._list.currentItem()))
        cancel = button(desk.theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addLayout(row(1, cancel, take))
        self._filter("")
        self._search.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        first: QListWidgetItem | None = None
        for index in range(self._list.count()):
            item = self._list.item(index)
            fits = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not fits)
            if fits and first is None:
                first = item
        if first is not None:
            self._list.setCurrentItem(first)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()
