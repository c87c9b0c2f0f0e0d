"""Checking a list before its people come in, and a large field to paste or type names in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from gogrow.domain.people import WORKSHOP_LIMIT
from gogrow.domain.workshop import Workshop
from gogrow.ui.desk import Desk
from gogrow.ui.icons import icon
from gogrow.ui.labels import Elided, label, plain_tip
from gogrow.ui.parts import button, row
from gogrow.ui.prepare.importing import Reader, Reading, Source
from gogrow.ui.prepare.preview_model import CHECK, PreviewModel
from gogrow.ui.prepare.preview_table import PreviewTable

Index = QModelIndex | QPersistentModelIndex


class PreviewDialog(QDialog):
    """A list to check. `taken` brings the new people (list of NewPerson) when the user takes them over."""

    taken = Signal(list)

    def __init__(self, desk: Desk, workshop: Workshop, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._here = len(workshop.participants)
        self._reading = reading
        self._reader = Reader(desk, self)
        self._reader.read.connect(self._show)
        self._reader.failed.connect(self._say)
        t = desk.texts.t
        self.setWindowTitle(t("Check the names"))
        self.resize(1160, 660)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        head = row(label(t("Are these the right people?"), "title"), 1)
        self._sheet_label = label(t("Sheet"), "label")
        self._sheet = QComboBox()
        self._sheet.setAccessibleName(t("Sheet"))
        self._sheet.setMaximumWidth(320)
        self._sheet.activated.connect(self._other_sheet)
        head.addWidget(self._sheet_label)
        head.addWidget(self._sheet)
        column.addLayout(head)
        column.addWidget(
            label(t("Above each column you see what is in it. Is that not right? Choose something else."), "muted")
        )
        self._model = PreviewModel(desk.texts, [p.name for p in workshop.participants], self)
        self.table = PreviewTable(desk, self._model)
        self.table.columns_chosen.connect(self._other_columns)
        column.addWidget(self.table, 1)
        self._trouble = label("", "strong")
        column.addWidget(self._trouble)
        self._sentences = _Sentences(desk, self)
        self.problems = QListView()
        self.problems.setProperty("framed", True)
        self.problems.setModel(self._sentences)
        self.problems.setUniformItemSizes(True)
        self.problems.setAccessibleName(t("What to look at"))
        self.problems.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.problems.clicked.connect(self._go_to)
        self.problems.activated.connect(self._go_to)
        column.addWidget(self.problems)
        self._limit = Elided("", "muted")
        self._leave = button(desk.theme, t("Do not take over"), "x", "", "leave_people")
        self._leave.clicked.connect(self.reject)
        self.take = button(desk.theme, t("Take over"), "check", "act", "take_people")
        self.take.setMinimumWidth(250)
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        last = row(spacing=12)
        last.addWidget(self._limit, 1)
        last.addWidget(self._leave)
        last.addWidget(self.take)
        column.addSpacing(4)
        column.addLayout(last)
        self._model.counted.connect(self._count)
        self._show(reading)
        self.take.setFocus()

    def done(self, result: int) -> None:
        """Closed: nothing that is still being read is wanted."""
        self._reader.forget()
        super().done(result)

    def _show(self, reading: Reading) -> None:
        self._reading = reading
        self._model.show_reading(reading)
        self.table.refresh()
        sheets = reading.table.sheets
        self._sheet_label.setVisible(len(sheets) > 1)
        self._sheet.setVisible(len(sheets) > 1)
        self._sheet.clear()
        self._sheet.addItems(list(sheets))
        self._sheet.setCurrentText(reading.table.sheet)
        sentences = self._model.sentences()
        self._sentences.show_sentences(sentences)
        n = self._desk.texts.n
        self._trouble.setText(n("{count} thing to look at", "{count} things to look at", len(sentences)))
        self._trouble.setVisible(bool(sentences))
        self.problems.setVisible(bool(sentences))
        high = self.problems.sizeHintForRow(0) if sentences else 0
        self.problems.setFixedHeight(min(3, len(sentences)) * high + 14)

    def _count(self) -> None:
        texts, count = self._desk.texts, len(self._model.taken())
        self.take.setText(texts.n("Take over {count} person", "Take over {count} people", count))
        room = WORKSHOP_LIMIT - self._here
        self.take.setEnabled(0 < count <= room)
        if count > room:
            more = count - room
            self._limit.setText(
                texts.n(
                    "A workshop has room for {limit} people. Leave {count} person out.",
                    "A workshop has room for {limit} people. Leave {count} people out.",
                    more,
                    limit=WORKSHOP_LIMIT,
                )
            )
        elif not count:
            self._limit.setText(texts.t("Nobody is chosen yet."))
        else:
            self._limit.setText("")

    def _other_columns(self, columns: tuple[object, ...]) -> None:
        self._reader.again(self._reading, columns)  # type: ignore[arg-type]

    def _other_sheet(self, place: int) -> None:
        source = self._reading.source
        self._reader.start(Source(source.text, source.path, self._reading.table.sheets[place]))

    def _say(self, sentence: str) -> None:
        self._limit.setText(sentence)
        self._sheet.setCurrentText(self._reading.table.sheet)

    def _go_to(self, index: QModelIndex) -> None:
        place = self._model.row_of(self._sentences.line(index))
        if place >= 0:
            self.table.setCurrentIndex(self._model.index(place, CHECK))
            self.table.scrollTo(self._model.index(place, CHECK))

    def _take(self) -> None:
        people = self._model.taken()
        self.accept()
        self.taken.emit(people)


class _Sentences(QAbstractListModel):
    """What is to be looked at, as a list that stays quick with thousands."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: list[tuple[int, str]] = []
        self._icon = icon("alert-circle", desk.theme.colour("act"), 18)

    def show_sentences(self, sentences: list[tuple[int, str]]) -> None:
        """Show these."""
        self.beginResetModel()
        self._shown = sentences
        self.endResetModel()

    def line(self, index: Index) -> int:
        """The line of the list that a sentence is about."""
        return self._shown[index.row()][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many sentences."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A sentence, and its sign."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()][1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._shown[index.row()][1])
        return self._icon if role == Qt.ItemDataRole.DecorationRole else None


class TypeDialog(QDialog):
    """A large field for names, for when the clipboard is empty. `typed` brings its text, `half` it so far."""

    typed = Signal(str)
    half = Signal(str)

    def __init__(self, desk: Desk, text: str, parent: QWidget) -> None:
        """``text`` was typed before and not taken over yet."""
        super().__init__(parent)
        t = desk.texts.t
        self.setWindowTitle(t("Paste names"))
        self.resize(640, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(t("Paste or type the names here"), "title"))
        words = t("One person on each line. A column with the role or with who leads may be there too.")
        column.addWidget(label(words, "muted", wrap=True))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(t("Names"))
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText("Samira El Idrissi\nBram Kuiper\nAnne-Fleur van ’t Hof")
        self.field.setPlainText(text)
        self.field.textChanged.connect(self._changed)
        column.addWidget(self.field, 1)
        leave = button(desk.theme, t("Cancel"), "", "", "leave_typing")
        leave.clicked.connect(self.reject)
        self.go_on = button(desk.theme, t("Continue"), "chevron-right", "act", "go_on")
        self.go_on.clicked.connect(self._done)
        column.addSpacing(4)
        column.addLayout(row(1, leave, self.go_on, spacing=12))
        self.go_on.setEnabled(bool(text.strip()))
        self.field.setFocus()

    def _changed(self) -> None:
        text = self.field.toPlainText()
        self.go_on.setEnabled(bool(text.strip()))
        self.half.emit(text)

    def _done(self) -> None:
        text = self.field.toPlainText()
        self.accept()
        self.typed.emit(text)
