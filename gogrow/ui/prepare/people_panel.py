"""*Who takes part?*: the table with its buttons, the bar that asks about roles, and the ways to get people in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.rules import people, session
from gogrow.domain.rules.people import NewPerson
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui import icons
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button
from gogrow.ui.parts import button, icon_label, row
from gogrow.ui.prepare.importing import Reader, Reading, Source
from gogrow.ui.prepare.pawn_look import LookDialog
from gogrow.ui.prepare.people_model import Column
from gogrow.ui.prepare.people_table import PeopleTable
from gogrow.ui.prepare.preview import PreviewDialog, TypeDialog
from gogrow.ui.prepare.roles_bar import RolesBar
from gogrow.ui.prepare.tidied import Tidied

NAMES_DRAFT = "prepare.names"
"""The draft of names that were typed and not taken over yet."""
ADD_DRAFT = "prepare.add"
"""The draft of one name that is being typed."""


class PeoplePanel(QFrame):
    """The people of one workshop. It asks the running workshop for every change and holds none itself."""

    said = Signal(str)  # a sentence for the user

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self._look: LookDialog | None = None
        self.setProperty("panel", True)
        self._reader = Reader(desk, self)
        self._reader.read.connect(self._check)
        self._reader.failed.connect(self.said)
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 3)
        column.setSpacing(0)
        self._count = label("", "muted")
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(10)
        self._asks = row(label(t("Who takes part?"), "section"), self._count, 1, spacing=10)
        self._buttons = buttons = row(spacing=10)
        head.addLayout(self._asks, 1)
        head.addLayout(buttons)
        self._ways_in: list[QPushButton] = []
        for text, icon, name, slot in (
            (t("Paste names"), "clipboard-text", "paste", self.paste),
            (t("Choose a file"), "table-import", "choose_file", self.choose_file),
            (t("Add"), "user-plus", "add", self.show_add),
        ):
            made = button(desk.theme, text, icon, "tool", name)
            made.clicked.connect(slot)
            buttons.addWidget(made)
            self._ways_in.append(made)
        head.setContentsMargins(16, 0, 16, 0)
        column.addLayout(head)
        self.roles = RolesBar(desk)
        self.roles.undo.connect(self._undo)
        self.roles.lead_all.connect(lambda id: self._do(people.lead_all, id))
        self.roles.lead_none.connect(lambda: self._do(people.lead_none))
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 9, 16, 2)
        inset.addWidget(self.roles)
        column.addLayout(inset)
        self.table = PeopleTable(desk)
        self.table.people.edited.connect(self._edited)
        self.table.asked_menu.connect(self._menu)
        self.table.asked_look.connect(self.show_look)
        self.table.asked_remove.connect(self._remove)
        self.table.moved.connect(lambda ids, to: self._do(people.move_together, ids, to))
        self.table.stepped.connect(self._step)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nobody())
        self._pages.addWidget(self.table)
        self._tidied = Tidied(desk)
        self._pages.addWidget(self._tidied)
        column.addWidget(self._pages, 1)
        column.addWidget(self._adding())

    # ------------------------------------------------------------------ showing

    def attach(self, live: LiveWorkshop | None) -> None:
        """The running workshop is this one from now on."""
        if live is not self._live:
            self._reader.forget()
            self._add_row.hide()
            if self._look is not None:
                self._look.reject()
        self._live = live
        if live is not None and live.workshop.draft(ADD_DRAFT):
            self._add_field.setText(live.workshop.draft(ADD_DRAFT))
            self._add_row.show()

    def show_workshop(self, workshop: Workshop | None) -> None:
        """Show these people."""
        found = workshop.participants if workshop else ()
        self._count.setText(self._desk.texts.n("{count} person", "{count} people", len(found)) if found else "")
        self._fit_head()
        tidied = workshop is not None and workshop.summary is not None
        if workshop is not None and tidied:
            self._tidied.show_workshop(workshop)
        self._pages.setCurrentIndex(2 if tidied else 1 if found else 0)
        for made in self._ways_in:
            made.setVisible(not tidied)
        self.table.show_workshop(workshop)
        self.roles.show_workshop(workshop, self._live.undo_name if self._live else None)
        self.roles.setVisible(bool(found))
        if self._look is not None and workshop is not None:
            person = workshop.participant(self._look.participant)
            if person is None:
                self._look.reject()
            else:
                self._look.show_person(person, self.table.people.look(person))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand where there is room for their words."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """With large letters in a small window the count makes room for the buttons, or they stand below it.

        Where even that is too narrow they go without their icons.
        """
        room, head = self.width(), self._head
        self._dress_ways_in(icons=True)
        self._count.show()
        beside = self._asks.sizeHint().width() + self._buttons.sizeHint().width() + 42
        if beside > room and beside - self._count.sizeHint().width() - 10 <= room:
            self._count.hide()
            beside = room
        way = QBoxLayout.Direction.LeftToRight if beside <= room else QBoxLayout.Direction.TopToBottom
        if head.direction() != way:
            head.setDirection(way)
        if beside > room and self._buttons.sizeHint().width() + 34 > room:
            self._dress_ways_in(icons=False)

    def _dress_ways_in(self, *, icons: bool) -> None:
        for made in self._ways_in:
            made.setIconSize(QSize(25, 20) if icons else QSize(0, 0))

    # ------------------------------------------------------------------ getting people in

    def paste(self) -> None:
        """Take the names on the clipboard; without any open a field to type them in."""
        if self._live is None or self._live.workshop.summary is not None:
            return
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard is not None else ""
        if text.strip():
            self._reader.start(Source(text))
        else:
            self._type()

    def choose_file(self) -> None:
        """Take the names of a file that the user chooses."""
        t = self._desk.texts.t
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = f"{t('Lists')} (*.csv *.xlsx *.xlsm *.txt *.tsv);;{t('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, t("Choose a list of names"), folder, kinds)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Take the names of this file."""
        self._reader.start(Source(path=path))

    def show_add(self) -> None:
        """A field under the table for one name after another."""
        self._add_row.show()
        self._add_field.setFocus()

    def _type(self) -> None:
        live = self._live
        if live is None:
            return
        dialog = TypeDialog(self._desk, live.workshop.draft(NAMES_DRAFT), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.half.connect(lambda text: live.draft(NAMES_DRAFT, text))
        dialog.typed.connect(lambda text: self._reader.start(Source(text)))
        dialog.open()

    def _check(self, reading: Reading) -> None:
        if self._live is None:
            return
        dialog = PreviewDialog(self._desk, self._live.workshop, reading, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._take)
        dialog.open()

    def _take(self, new: list[NewPerson]) -> None:
        self._do(people.add_people, new, self._desk.new_id, self._desk.source)
        self._forget(NAMES_DRAFT)
        self.table.setFocus()

    # ------------------------------------------------------------------ changing

    def show_look(self, id: str) -> None:
        """The colours and icons for somebody's pawn."""
        person = self._live.workshop.participant(id) if self._live else None
        if person is None:
            return
        dialog = LookDialog(self._desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_person(person, self.table.people.look(person))
        dialog.chosen.connect(lambda id, colour, icon: self._do(people.set_look, id, colour, icon))
        dialog.finished.connect(self._look_closed)
        self._look = dialog
        dialog.open()

    def _look_closed(self) -> None:
        self._look = None

    def _edited(self, id: str, column: int, value: object) -> None:
        rules = {
            Column.NAME: people.rename,
            Column.SHOWN: people.set_shown,
            Column.ROLE: people.set_role,
            Column.MANAGER: people.set_manager,
            Column.TODAY: people.set_presence,
        }
        self._do(rules[Column(column)], id, value)

    def _remove(self, ids: list[str]) -> None:
        self._do(people.remove, ids)

    def _step(self, ids: list[str], by: int) -> None:
        rows = [self.table.people.row_of(id) for id in ids]
        place = min(rows) - 1 if by < 0 else max(rows) + 2
        if 0 <= place <= len(self.table.people.people):
            self._do(people.move_together, ids, place)

    def _undo(self) -> None:
        if self._live is not None:
            self._live.undo()

    def _do(self, rule: object, *values: object) -> None:
        if self._live is not None:
            self._live.do(rule, *values)  # type: ignore[arg-type]

    def _forget(self, draft: str) -> None:
        live = self._live
        if live is not None:
            live.forget_draft(draft)
            if live.workshop.draft(draft):
                live.do(session.keep_draft, draft, "")

    def _menu(self, ids: list[str], place: QPoint) -> None:
        menu = self.row_menu(ids)
        menu.exec(place)
        menu.deleteLater()

    def row_menu(self, ids: list[str]) -> QMenu:
        """What can be done with the chosen people."""
        texts, theme, table = self._desk.texts, self._desk.theme, self.table
        t = texts.t
        menu = QMenu(self)

        def add(text: str, icon: str, slot: object, keys: str = "") -> None:
            action = menu.addAction(icons.icon(icon, theme.colour("ink"), 20), plain_button(text))
            if keys:
                action.setText(f"{action.text()}\t{keys}")
            action.triggered.connect(slot)

        first = ids[0]
        if len(ids) == 1:
            person = table.people.people[table.people.row_of(first)]
            add(t("Change the name"), "pencil", lambda: table.edit_cell(first, Column.NAME), "F2")
            add(t("Name on the screen"), "device-desktop", lambda: table.edit_cell(first, Column.SHOWN))
            add(t("Colour or icon of the pawn"), "paint", lambda: self.show_look(first))
            add(t("{name} leads everyone", name=person.label), "users-group", lambda: self._do(people.lead_all, first))
            menu.addSeparator()
        add(t("Up"), "arrow-up", lambda: self._step(ids, -1), "Alt+↑")
        add(t("Down"), "arrow-down", lambda: self._step(ids, 1), "Alt+↓")
        add(t("Sort from A to Z"), "list", lambda: self._do(people.sort_by_name))
        menu.addSeparator()
        if len(ids) == 1:
            add(t("Take off the list"), "trash", lambda: self._remove(ids), "Del")
        else:
            words = texts.n("Take {count} person off the list", "Take {count} people off the list", len(ids))
            add(words, "trash", lambda: self._remove(ids), "Del")
        return menu

    # ------------------------------------------------------------------ parts

    def _nobody(self) -> QWidget:
        """What stands there before there are names."""
        t, theme = self._desk.texts.t, self._desk.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(48, 24, 48, 48)
        column.setSpacing(10)
        column.addStretch(1)
        picture = icon_label(theme, "clipboard-text", "ink2", 44)
        column.addLayout(row(1, picture, 1))
        title = label(t("Nobody is on the list yet"), "section", wrap=True)
        words = label(
            t("Copy the names from a spreadsheet or email, and paste them here. Ctrl+V works everywhere on this page."),
            "muted",
            wrap=True,
        )
        for text in (title, words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            text.setFixedWidth(470)
            column.addLayout(row(1, text, 1))
        column.addSpacing(10)
        paste = button(theme, t("Paste names"), "clipboard-text", "", "paste_first")
        paste.clicked.connect(self.paste)
        column.addLayout(row(1, paste, 1))
        column.addStretch(2)
        return made

    def _adding(self) -> QWidget:
        """The field for one name after another, hidden until it is asked for."""
        t, theme = self._desk.texts.t, self._desk.theme
        self._add_row = QFrame()
        self._add_field = _NameField()
        self._add_field.setObjectName("add_name")
        self._add_field.setPlaceholderText(t("First and last name"))
        self._add_field.setAccessibleName(t("Name of the next person"))
        self._add_field.textEdited.connect(self._half)
        self._add_field.returnPressed.connect(self._add)
        self._add_field.given_up.connect(self._close_add)
        more = button(theme, t("Add to the list"), "plus", "tool", "add_now")
        more.clicked.connect(self._add)
        close = button(theme, "", "x", "tool", "add_close")
        close.setProperty("icononly", True)
        close.setAccessibleName(t("Close"))
        close.clicked.connect(self._close_add)
        line = row(spacing=8)
        line.addWidget(self._add_field, 1)
        line.addWidget(more)
        line.addWidget(close)
        line.setContentsMargins(16, 8, 16, 6)
        self._add_row.setLayout(line)
        self._add_row.hide()
        return self._add_row

    def _half(self, text: str) -> None:
        if self._live is not None:
            self._live.draft(ADD_DRAFT, text)

    def _add(self) -> None:
        name = self._add_field.text()
        if name.strip():
            self._do(people.add_people, [NewPerson(name)], self._desk.new_id, self._desk.source)
            self._add_field.clear()
            self._forget(ADD_DRAFT)
            self.table.scrollToBottom()
        self._add_field.setFocus()

    def _close_add(self) -> None:
        self._add_field.clear()
        self._forget(ADD_DRAFT)
        self._add_row.hide()
        self.table.setFocus()


class _NameField(QLineEdit):
    """A field that Esc closes."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: no more names."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
