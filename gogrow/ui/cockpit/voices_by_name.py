"""Who is here, with who has chosen and what each agreed to: a tick for the screen and one for the file.

While views are typed keys run down the list; after showing the list stays, so that anybody may still say yes or take
it back. What somebody chose never stands in it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from gogrow.domain.dilemmas import NamedView
from gogrow.domain.workshop import Workshop
from gogrow.ui import icons
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.tally import Tally
from gogrow.ui.desk import Desk

NAME, ALOUD, KEPT = range(3)
_ID = Qt.ItemDataRole.UserRole
_SIGN = 18


class VoiceList(QTreeWidget):
    """`aloud` and `kept` bring a tick that somebody asked for; `pressed_key` a key that belongs to the counting."""

    aloud = Signal(str, bool)
    kept = Signal(str, bool)
    pressed_key = Signal(object)  # QKeyEvent; accepted when it meant something

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self._ids: tuple[tuple[str, str], ...] = ()
        self._filling = False
        self.setColumnCount(3)
        self.setHeaderLabels([t("Name"), t("on the screen"), t("keep")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setProperty("ticks", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setIconSize(QSize(_SIGN, _SIGN))
        self.setAccessibleName(t("Who is here"))
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (ALOUD, KEPT):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._ticked)

    def show_voices(self, workshop: Workshop, tally: Tally, *, typing: bool) -> None:
        """Show a count by name. ``typing``: views are still being typed, so everybody who is here is in the list.

        After showing those are in it who chose; also after a restart, then only to take back what is kept.
        """
        names = names_apart(workshop.participants)
        ballot = tally.ballot
        named = set(ballot.named) if ballot is not None else set()
        kept = self._kept(workshop, tally)
        if typing:
            listed = [p for p in workshop.participants if p in workshop.here() or p.id in named]
        else:
            listed = [p for p in workshop.participants if p.id in named or p.id in kept]
        ids = tuple((p.id, names[p.id]) for p in listed)
        self._filling = True
        if ids != self._ids:
            current = self.person
            self._ids = ids
            self.clear()
            for id, name in ids:
                item = QTreeWidgetItem([name, "", ""])
                item.setData(NAME, _ID, id)
                item.setToolTip(NAME, name if len(name) > 24 else "")
                self.addTopLevelItem(item)
                if id == current:
                    self.setCurrentItem(item)
        done = named | (set(ballot.passed) if ballot is not None else set())
        for item in self._items():
            self._show_row(item, tally, done, kept, typing=typing)
        self.setColumnHidden(ALOUD, not tally.aloud or (ballot is None and not typing))
        self.setColumnHidden(KEPT, not tally.kept and not kept)
        self._filling = False

    @property
    def person(self) -> str:
        """The id of who is on turn, or ''."""
        item = self.currentItem()
        return str(item.data(NAME, _ID)) if item is not None else ""

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """Id and name of all rows, from above."""
        return self._ids

    def choose(self, id: str) -> None:
        """This person is on turn."""
        for item in self._items():
            if item.data(NAME, _ID) == id:
                self.setCurrentItem(item)
                self.scrollToItem(item)

    def step(self, by: int) -> None:
        """The one above (-1) or below (1)."""
        count = self.topLevelItemCount()
        if count:
            item = self.currentItem()
            at = self.indexOfTopLevelItem(item) + by if item is not None else 0
            self.setCurrentItem(self._items()[max(0, min(count - 1, at))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows and the space bar are the list's; numbers belong to the counting, other keys to the page."""
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if event.isAccepted():
            return
        own = (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in own:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as high as the letters ask."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.doItemsLayout()

    def _items(self) -> list[QTreeWidgetItem]:
        found = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return [item for item in found if item is not None]

    def _kept(self, workshop: Workshop, tally: Tally) -> dict[str, NamedView]:
        return {v.participant: v for v in workshop.named_views if (v.about, v.moment) == (tally.about, tally.moment)}

    def _show_row(
        self, item: QTreeWidgetItem, tally: Tally, done: set[str], kept: dict[str, NamedView], *, typing: bool
    ) -> None:
        t, id, ballot = self._desk.texts.t, str(item.data(NAME, _ID)), tally.ballot
        name = item.text(NAME)
        if typing:
            colour = self._desk.theme.colour("ok" if id in done else "edge")
            item.setIcon(NAME, icons.icon("circle-check" if id in done else "circle", colour, _SIGN))
            state = t("{name}, done", name=name) if id in done else t("{name}, not yet", name=name)
            item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, state)
        said_aloud = ballot is not None and id in ballot.aloud
        said_kept = id in ballot.kept if ballot is not None else id in kept
        for column, on, words in (
            (ALOUD, said_aloud, t("{name}: the name on the screen", name=name)),
            (KEPT, said_kept, t("{name}: keep the name", name=name)),
        ):
            item.setCheckState(column, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, words)

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column == NAME:
            return
        on = item.checkState(column) is Qt.CheckState.Checked
        (self.aloud if column == ALOUD else self.kept).emit(str(item.data(NAME, _ID)), on)
