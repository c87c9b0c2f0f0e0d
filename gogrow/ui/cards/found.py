"""In the middle: where one types a word, what was found, and what can be done with what is chosen of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gogrow.content.library import CardEntry
from gogrow.ui.cards.bars import ChosenBar
from gogrow.ui.cards.rows import CardList, CardModel
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, panel, row


class FoundCards(QWidget):
    """`sought` comes with each key, `cleared` when everything is wanted again, `taken` with Enter."""

    sought = Signal()
    cleared = Signal()
    taken = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, theme = desk.texts.t, desk.theme
        self.search = QLineEdit()
        self.search.setObjectName("search-cards")
        self.search.setPlaceholderText(t("Search a word"))
        self.search.setAccessibleName(t("Search a word"))
        self.search.textChanged.connect(lambda _: self.sought.emit())
        self.search.installEventFilter(self)
        self.list = CardList(desk.texts, theme)
        self.model = CardModel(desk.texts)
        self.model.setParent(self)
        self.list.setModel(self.model)
        self.list.typed.connect(self._type)
        self.list.taken.connect(self.taken)
        self.bar = ChosenBar(desk)
        self.count = Elided("", "muted")
        self._clear = button(theme, t("Clear all"), "x", "quiet", "clear-filters")
        self._clear.setProperty("inbar", True)
        self._clear.clicked.connect(self.cleared)
        self._none = label("", "note", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = button(theme, t("Show all cards"), "cards", "", "show-all")
        self._again.clicked.connect(self.cleared)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.addStretch(1)
        nothing.addWidget(self._none)
        nothing.addSpacing(10)
        nothing.addLayout(row(1, self._again, 1))
        nothing.addStretch(2)
        frame, column = panel((14, 14, 14, 12), 10)
        column.addWidget(self.search)
        head = row(spacing=8)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._clear)
        self._clear.ensurePolished()
        self.count.setMinimumHeight(self._clear.sizeHint().height())  # nothing jumps when the button comes
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.bar)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def show_count(self, count: int, *, whole: bool, why: str) -> None:
        """The list, or ``why`` it is empty; ``whole`` when nothing in particular is looked for."""
        self._none.setText(why)
        self.list.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        self._again.setVisible(not whole)
        self._clear.setVisible(not whole)

    def chosen(self) -> list[CardEntry]:
        """The cards that are chosen in the list, from the top."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [entry for entry in map(self.model.entry, rows) if entry is not None]

    def keep(self, current: str, chosen: list[CardEntry]) -> None:
        """After another search: the current card stays, or else the first one is; of the others who is there."""
        selection = self.list.selectionModel()
        at = max(0, self.model.row_of(current))
        index = self.model.index(at)
        if not index.isValid():
            return
        blocked = selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        for entry in chosen if len(chosen) > 1 else ():
            if (other := self.model.row_of(entry.ref)) >= 0:
                selection.select(self.model.index(other), QItemSelectionModel.SelectionFlag.Select)
        selection.blockSignals(blocked)
        if at:
            self.list.scrollTo(index)
        else:
            self.list.scrollToTop()

    def seek(self) -> None:
        """The keys go to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter in the search field are the list's."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            count = self.model.rowCount()
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                if count:
                    self.list.choose_row(max(0, min(count - 1, self.list.currentIndex().row() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.taken.emit()
                return True
        return super().eventFilter(watched, event)

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)
