"""Left of the form: which own deck, its cards by kind, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QToolButton, QVBoxLayout

from gogrow.content.card_draft import Key
from gogrow.domain.deck import CardKind
from gogrow.ui import icons
from gogrow.ui.cards import card_names
from gogrow.ui.cards.particulars import QuietCombo
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_tip
from gogrow.ui.parts import button, row

KEY = Qt.ItemDataRole.UserRole
SIGNS = {CardKind.ASSIGNMENT: "cards", CardKind.DILEMMA: "arrows-split-2", CardKind.QUESTION: "message-2"}


@dataclass(frozen=True, slots=True)
class Line:
    """A card in the list: its words, icon, and whether not all of it is kept yet."""

    key: Key
    words: str
    icon: str
    half: bool = False


class OwnList(QFrame):
    """The cards of one own deck. `chosen` brings the key of a card, `deck_chosen` the id of a deck."""

    chosen = Signal(object)  # Key
    deck_chosen = Signal(str)
    new_asked = Signal(object)  # CardKind
    duplicate_asked = Signal()
    remove_asked = Signal()
    deck_asked = Signal(str)  # new, about, copy, folder, remove

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[Line, ...] = ()
        self._items: dict[Key, QListWidgetItem] = {}
        self._icons: dict[tuple[str, bool], QIcon] = {}
        self._decks: tuple[tuple[str, str], ...] = ()
        t, theme = desk.texts.t, desk.theme
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.decks = QuietCombo()
        self.decks.setAccessibleName(t("Own deck"))
        self.decks.setObjectName("own-deck")
        self.decks.activated.connect(lambda _: self.deck_chosen.emit(self.decks.currentData()))
        self.menu = QMenu(self)
        self.actions_by_name = {}
        for name, words, sign in (
            ("new", t("New deck…"), "plus"),
            ("copy", t("Copy a deck…"), "copy"),
            ("about", t("About this deck…"), "info-circle"),
            ("send", t("Send this deck…"), "upload"),
            ("print", t("Print this deck…"), "printer"),
            ("take_in", t("Take in a deck…"), "download"),
            ("table", t("Take in cards from a spreadsheet…"), "table-import"),
            ("template", t("Make a spreadsheet to fill in…"), "file-text"),
            ("folder", t("Show in folder"), "folder"),
            ("remove", t("Remove this deck"), "trash"),
        ):
            action = self.menu.addAction(icons.icon(sign, theme.colour("ink"), 20, theme.colour("edge")), words)
            action.triggered.connect(lambda _=False, name=name: self.deck_asked.emit(name))
            self.actions_by_name[name] = action
        self.more = QToolButton()
        self.more.setProperty("icononly", True)
        self.more.setIcon(icons.icon("dots", theme.colour("ink"), 22))
        self.more.setIconSize(icons.icon_size(22))
        self.more.setFixedSize(44, 44)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(t("What to do with this deck"))
        self.more.setToolTip(plain_tip(t("What to do with this deck")))
        above = row(spacing=6)
        above.addWidget(self.decks, 1)
        above.addWidget(self.more)
        column.addLayout(above)
        self.list = QListWidget()
        self.list.setAccessibleName(t("Cards of this deck"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setIconSize(icons.icon_size(20))
        self.list.currentItemChanged.connect(self._current)
        column.addWidget(self.list, 1)
        gone = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self.remove_asked)
        self.new = button(theme, t("New card"), "plus", "tool", "new-card")
        kinds = QMenu(self)
        self.kind_actions = {}
        for kind, words in card_names.kind_names(desk.texts).items():
            action = kinds.addAction(icons.icon(SIGNS[kind], theme.colour("ink"), 20), words)
            action.triggered.connect(lambda _=False, kind=kind: self.new_asked.emit(kind))
            self.kind_actions[kind] = action
        self.new.setMenu(kinds)
        column.addWidget(self.new)
        below = row(spacing=6)
        self.duplicate = self._tool("copy", t("Duplicate this card"), self.duplicate_asked.emit)
        self.remove = self._tool("trash", t("Remove this card"), self.remove_asked.emit)
        below.addWidget(self.duplicate)
        below.addWidget(self.remove)
        below.addStretch(1)
        column.addLayout(below)

    def _tool(self, sign: str, words: str, call: object) -> QToolButton:
        made = QToolButton()
        made.setProperty("icononly", True)
        made.setIcon(icons.icon(sign, self._desk.theme.colour("ink"), 20, self._desk.theme.colour("edge")))
        made.setIconSize(icons.icon_size(20))
        made.setFixedSize(44, 44)
        made.setAccessibleName(words)
        made.setToolTip(plain_tip(words))
        made.clicked.connect(call)
        return made

    # ------------------------------------------------------------------ showing

    def show_decks(self, decks: Sequence[tuple[str, str]], chosen: str) -> None:
        """The own decks, as id and name, and which one this is."""
        with QSignalBlocker(self.decks):
            if tuple(decks) != self._decks:
                self._decks = tuple(decks)
                self.decks.clear()
                for id, name in decks:
                    self.decks.addItem(name, id)
            self.decks.setCurrentIndex(self.decks.findData(chosen))
        self.decks.setToolTip(plain_tip(self.decks.currentText()))
        for name in ("about", "folder", "remove"):
            self.actions_by_name[name].setEnabled(bool(chosen))

    def show_lines(self, lines: Sequence[Line], chosen: Key | None) -> None:
        """The cards, under a heading for each kind."""
        if tuple(lines) != self._lines:
            self._fill(tuple(lines))
        self.choose(chosen)

    def choose(self, key: Key | None) -> None:
        """Mark this card in the list, without telling that it was chosen."""
        with QSignalBlocker(self.list):
            item = self._items.get(key) if key is not None else None
            if item is None:
                self.list.setCurrentRow(-1)
                self.list.clearSelection()
            elif item is not self.list.currentItem():
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item)
        for tool in (self.duplicate, self.remove):
            tool.setEnabled(key is not None)

    def keys(self) -> list[Key]:
        """The keys of the cards in their order."""
        return [line.key for line in self._lines]

    def _fill(self, lines: tuple[Line, ...]) -> None:
        """Only what differs is changed: a deck may have thousands of cards, and this happens while one types."""
        before = {line.key: line for line in self._lines}
        old, new = _rows(self._lines), _rows(lines)
        first, last = 0, 0  # how many rows stay, at the top and at the end
        while first < min(len(old), len(new)) and old[first] == new[first]:
            first += 1
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        self._lines = lines
        with QSignalBlocker(self.list):
            for at in reversed(range(first, len(old) - last)):
                self.list.takeItem(at)
                gone = old[at]
                if not isinstance(gone, CardKind):
                    del self._items[gone], before[gone]
            for at in range(first, len(new) - last):
                what = new[at]
                made = self._heading(what) if isinstance(what, CardKind) else QListWidgetItem()
                if not isinstance(what, CardKind):
                    self._items[what] = made
                    before.pop(what, None)
                self.list.insertItem(at, made)
            for line in lines:
                if before.get(line.key) != line:
                    self._write(self._items[line.key], line)

    def _heading(self, kind: CardKind) -> QListWidgetItem:
        theme = self._desk.theme
        made = QListWidgetItem(card_names.groups(self._desk.texts)[kind])
        made.setFlags(Qt.ItemFlag.NoItemFlags)
        made.setFont(theme.font(theme.size("font.label"), 700))
        made.setForeground(theme.colour("ink2"))
        return made

    def _write(self, item: QListWidgetItem, line: Line) -> None:
        t, theme = self._desk.texts.t, self._desk.theme
        sign = "alert-circle" if line.half else line.icon if icons.known(line.icon) else "circle-dot"
        drawn = self._icons.get((sign, line.half))
        if drawn is None:
            drawn = icons.icon(sign, theme.colour("act" if line.half else "ink"), 20)
            self._icons[sign, line.half] = drawn
        item.setIcon(drawn)
        words = line.words or t("New card")
        item.setText(" ".join(words.split()))
        told = t("{card} – not all of it is kept yet", card=words) if line.half else words
        item.setToolTip(plain_tip(told))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        item.setData(KEY, line.key)

    def _current(self, item: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if item is not None and item.data(KEY) is not None:
            self.chosen.emit(item.data(KEY))


def _rows(lines: Sequence[Line]) -> list[CardKind | Key]:
    """What the list shows, from the top: a kind before its first card, and the keys of cards."""
    rows: list[CardKind | Key] = []
    kind: CardKind | None = None
    for line in lines:
        if line.key[1] is not kind:
            kind = line.key[1]
            rows.append(kind)
        rows.append(line.key)
    return rows
