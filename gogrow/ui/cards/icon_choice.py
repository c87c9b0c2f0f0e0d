"""Choosing the icon of a card: those of all cards, and one of the user's own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gogrow.content.library import Library
from gogrow.ui import icons
from gogrow.ui.cards.card_names import drawn_icon
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row

_CELL, _SIGN = 60, 30


def card_icons(library: Library, deck: str) -> dict[str, str]:
    """The icons to choose from, each with the name to draw it by: the deck's own, then those of all shipped cards."""
    own = library.own_deck(deck)
    found = {name: drawn_icon(library, deck, name) for name in sorted(own.icons)} if own is not None else {}
    shipped = {card.icon for entry in library.entries if not entry.own for card in entry.words.values()}
    themes = {theme.icon for theme in library.deck.card_themes if icons.known(theme.icon)}
    found |= {name: name for name in sorted(shipped | themes) if icons.known(name) and name not in found}
    return found


class IconChoice(QDialog):
    """`chosen` brings a name; `own_asked` asks for a file."""

    chosen = Signal(str)
    own_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget, names: Mapping[str, str], now: str) -> None:
        super().__init__(parent)
        t, theme = desk.texts.t, desk.theme
        self.setWindowTitle(t("Icon of the card"))
        self.resize(11 * _CELL + 70, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(t("Icon of the card"), "title"))
        self.list = QListWidget()
        self.list.setProperty("framed", True)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setGridSize(QSize(_CELL, _CELL))
        self.list.setIconSize(QSize(_SIGN, _SIGN))
        self.list.setAccessibleName(t("Icon of the card"))
        for name, drawn in names.items():
            item = QListWidgetItem(icons.icon(drawn, theme.colour("ink"), _SIGN), "")
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            item.setSizeHint(QSize(_CELL - 6, _CELL - 6))
            self.list.addItem(item)
            if name == now:
                self.list.setCurrentItem(item)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        column.addWidget(self.list, 1)
        self.own = button(theme, t("An icon of your own…"), "plus", "tool", "own-icon")
        self.own.clicked.connect(self._own)
        cancel = button(theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addLayout(row(self.own, 1, cancel))
        self.list.setFocus()

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
        self.accept()

    def _own(self) -> None:
        self.accept()
        self.own_asked.emit()
