"""What is in a packed deck: the cards by how they stand to one's own, and the two versions of one beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QListView,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gogrow.content.pack_compare import Comparison, Item, Key, Kind, State
from gogrow.content.pack_mix import Choice
from gogrow.texts import Texts
from gogrow.ui.cards.lines import FIELDS, card_lines, differing
from gogrow.ui.desk import Desk
from gogrow.ui.icons import icon
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import button, panel, row

Index = QModelIndex | QPersistentModelIndex

ORDER = (State.CHANGED, State.NEW, State.SAME, State.ONLY_MINE)
"""What is looked at first."""
_ICONS = {State.CHANGED: "pencil", State.NEW: "plus", State.SAME: "check", State.ONLY_MINE: "user"}


def state_words(texts: Texts, state: State) -> str:
    """How a card stands to one's own."""
    t = texts.t
    return {
        State.CHANGED: t("changed"),
        State.NEW: t("new"),
        State.SAME: t("the same"),
        State.ONLY_MINE: t("only yours"),
    }[state]


def choice_words(texts: Texts, choice: Choice) -> str:
    """What is done with a card that both have."""
    t = texts.t
    return {Choice.THEIRS: t("the new one"), Choice.MINE: t("keep mine"), Choice.BOTH: t("keep both")}[choice]


def kind_words(texts: Texts, kind: Kind) -> str:
    """What kind of thing comes in."""
    t = texts.t
    return {
        Kind.ASSIGNMENT: t("Assignment"),
        Kind.DILEMMA: t("Dilemma"),
        Kind.QUESTION: t("Question"),
        Kind.PROGRAMME: t("Programme"),
    }[kind]


class _Model(QAbstractListModel):
    """The items of one state, or all."""

    def __init__(self, desk: Desk, items: Sequence[Item], parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = desk.texts
        self._all = sorted(items, key=lambda item: ORDER.index(item.state))
        self._shown = list(self._all)
        self._choices: Mapping[Key, Choice] = {}
        self._icons = {state: icon(name, desk.theme.colour("ink2"), 18) for state, name in _ICONS.items()}

    def only(self, state: State | None) -> None:
        """Show those of one state; all for None."""
        self.beginResetModel()
        self._shown = [item for item in self._all if state in (None, item.state)]
        self.endResetModel()

    def decide(self, choices: Mapping[Key, Choice]) -> None:
        """Show what was chosen."""
        self._choices = dict(choices)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def item(self, index: Index) -> Item | None:
        """The item of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its words, how it stands, and what was chosen."""
        item = self._shown[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons[item.state]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = state_words(self._texts, item.state)
            if item.key in self._choices:
                told = choice_words(self._texts, self._choices[item.key])
            return f"{item.title(self._texts.language)}  ·  {told}"
        return None


class Inside(QFrame):
    """The list, with a pill for each state that says how many there are."""

    chosen = Signal(object)  # Item or None

    def __init__(self, desk: Desk, comparison: Comparison) -> None:
        super().__init__()
        frame, column = panel((12, 12, 12, 12), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._model = _Model(desk, comparison.items, self)
        self._pills: list[tuple[State | None, QPushButton]] = []
        texts = desk.texts
        line = row(spacing=6)
        total = texts.t("All {count}", count=len(comparison.items))
        for state, words in ((None, total), *((one, state_words(texts, one)) for one in ORDER)):
            count = len(comparison.items) if state is None else len(comparison.of(state))
            if state is not None and not count:
                continue
            pill = button(desk.theme, words if state is None else f"{count} {words}", "", "pill")
            pill.setCheckable(True)
            pill.clicked.connect(lambda _=False, state=state: self._only(state))
            self._pills.append((state, pill))
            line.addWidget(pill)
        line.addStretch(1)
        column.addLayout(line)
        self.list = QListView()
        self.list.setProperty("framed", True)
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(texts.t("What is in it"))
        self.list.selectionModel().currentChanged.connect(lambda now, _: self.chosen.emit(self._model.item(now)))
        column.addWidget(self.list, 1)
        self._only(None)

    def current(self) -> Item | None:
        """What is chosen in the list."""
        return self._model.item(self.list.currentIndex())

    def first(self) -> None:
        """Choose the first one."""
        self.list.setCurrentIndex(self._model.index(0))

    def show_choices(self, choices: Mapping[Key, Choice], *, mixing: bool) -> None:
        """Show what was chosen; what is only one's own matters when cards are mixed."""
        self._model.decide(choices)
        for state, pill in self._pills:
            if state is State.ONLY_MINE:
                pill.setVisible(mixing)

    def _only(self, state: State | None) -> None:
        for own, pill in self._pills:
            pill.setChecked(own is state)
        self._model.only(state)
        self.first()


class Versions(QFrame):
    """One card: its words, or where the two versions differ, with the choice between them."""

    decided = Signal(object, object)  # Key, Choice

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key: Key | None = None
        frame, column = panel((4, 4, 4, 10), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        self._group = QButtonGroup(self)
        self._choose = QFrame()
        line = row(spacing=6)
        self._choose.setLayout(line)
        line.setContentsMargins(14, 0, 14, 0)
        for number, choice in enumerate(Choice):
            words = choice_words(desk.texts, choice)
            radio = QRadioButton(words[:1].upper() + words[1:])
            radio.setProperty("row", True)
            self._group.addButton(radio, number)
            line.addWidget(radio)
        self._group.idClicked.connect(self._decide)
        column.addWidget(self._choose)

    def show_item(self, item: Item | None, choice: Choice | None, *, mixing: bool) -> None:
        """Show a card; ``choice`` is what was chosen for it."""
        texts = self._desk.texts
        self._key = item.key if item is not None else None
        inside = QWidget()
        inside.setProperty("scrolled", True)
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(16)
        both = item is not None and mixing and item.state is State.CHANGED
        if item is not None:
            languages = [one for one in ("nl", "en") if one in {**item.mine, **item.theirs}]
            languages.sort(key=lambda one: one != texts.language)
            grid.addWidget(label(kind_words(texts, item.kind), "label"), 0, 0)
            if both:
                grid.addWidget(label(texts.t("Yours"), "section"), 1, 0)
                grid.addWidget(label(texts.t("The new one"), "section"), 1, 1)
            for language in languages[:1] if item.kind is Kind.PROGRAMME else languages:
                self._language(grid, item, language, both=both, named=len(languages) > 1)
        grid.setColumnStretch(0, 1)
        if both:
            grid.setColumnStretch(1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(inside)
        self._choose.setVisible(both)
        self._group.setExclusive(False)
        for number, one in enumerate(Choice):
            self._group.button(number).setChecked(one is choice)
        self._group.setExclusive(True)

    def _language(self, grid: QGridLayout, item: Item, language: str, *, both: bool, named: bool) -> None:
        texts = self._desk.texts
        mine, theirs = item.mine.get(language), item.theirs.get(language)
        if both:
            names: Sequence[str] = differing(mine, theirs, texts)
            columns = (card_lines(mine, texts), card_lines(theirs, texts))
        else:
            columns = (card_lines(theirs or mine, texts),) * 2
            names = tuple(name for name in FIELDS if name in columns[0])
        if named and names:
            spoken = {"nl": texts.t("Dutch"), "en": texts.t("English")}[language]
            grid.addWidget(label(spoken, "hint"), grid.rowCount(), 0, 1, 2)
        for name in names:
            at = grid.rowCount()
            heading = label(texts.t(FIELDS[name]), "label")
            heading.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(heading, at, 0, 1, 2)
            for place, lines in enumerate(columns[: 2 if both else 1]):
                words = typed(lines.get(name, "–"), "note")
                grid.addWidget(words, at + 1, place, Qt.AlignmentFlag.AlignTop)

    def _decide(self, number: int) -> None:
        if self._key is not None:
            self.decided.emit(self._key, tuple(Choice)[number])
