"""The first page: all workshops of the file, and everything that can be done with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from gogrow.store.opening import Listed
from gogrow.ui.desk import Desk
from gogrow.ui.home.bars import DoneBar, HomeBar, OpenBar, Resume
from gogrow.ui.home.details import Details
from gogrow.ui.home.painting import RowPainter
from gogrow.ui.home.rows import State, WorkshopModel, state_of
from gogrow.ui.labels import label

if TYPE_CHECKING:
    from gogrow.domain.deck import Deck
    from gogrow.domain.outcome import StepName
    from gogrow.domain.workshop import Workshop
    from gogrow.live.workshop import LiveWorkshop
    from gogrow.ui.home.empty import Empty


class WorkshopList(QListView):
    """The list itself; Enter opens. `painted` comes each time that it is drawn."""

    opened = Signal()
    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw, and say so."""
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is chosen, but not while a title is typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class HomePage(QWidget):
    """The list of workshops. The frame calls `show_list` with what the file has, and `offer_resume` at the start."""

    leave = Signal()
    go = Signal(str)
    painted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[Listed, ...] = ()
        self._wanted = ""
        self._resume = ""
        self._to_say: tuple[str, StepName] | None = None
        self.setProperty("ground", "paper")
        self.top = HomeBar(desk.texts, desk.theme)
        self.bottom = OpenBar(desk.texts, desk.theme)
        self._empty: Empty | None = None
        self._resume_bar: Resume | None = None
        self._done: DoneBar | None = None
        self.details = Details(desk.texts, desk.theme)
        self.details.setFixedWidth(340)
        self.model = WorkshopModel(desk.texts)
        self.model.setParent(self)
        self.list = self._make_list()
        self._box = QFrame()
        self._box.setProperty("panel", True)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(8, 14, 8, 8)
        inside.setSpacing(8)
        heading = QHBoxLayout()
        heading.setContentsMargins(14, 0, 14, 0)
        heading.addWidget(label(desk.texts.t("Your workshops"), "section"))
        self._count = label("", "muted")
        heading.addWidget(self._count)
        heading.addStretch(1)
        inside.addLayout(heading)
        self._inside = inside
        inside.addWidget(self.list, 1)
        self._beside = beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._box, 1)
        beside.addWidget(self.details)
        self._body = body = QVBoxLayout()
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(14)
        body.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(body, 1)
        whole.addWidget(self.bottom)
        self._connect()

    def _make_list(self) -> WorkshopList:
        made = WorkshopList()
        made.setObjectName("workshops")
        made.setModel(self.model)
        made.setItemDelegate(RowPainter(self._desk.texts, self._desk.theme, made))
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.setAccessibleName(self._desk.texts.t("Your workshops"))
        return made

    def _connect(self) -> None:
        self.list.opened.connect(self.open_chosen)
        self.list.doubleClicked.connect(lambda _: self.open_chosen())
        self.list.selectionModel().currentChanged.connect(self._chosen_changed)
        self.model.renamed.connect(self._rename)
        self.top.undo.connect(self.undo)
        self.top.cards.connect(lambda: self.go.emit("cards"))
        self.bottom.new.connect(self.new_workshop)
        self.bottom.act.connect(self.open_chosen)
        self.details.duplicate.connect(self.duplicate_chosen)
        self.details.rename.connect(self.rename_chosen)
        self.details.tidy.connect(self.tidy_chosen)
        self.details.remove.connect(self.delete_chosen)
        self.list.painted.connect(self.painted)

    # ------------------------------------------------------------------ what is not always there, made when it is

    @property
    def empty(self) -> Empty:
        """What stands in place of the list as long as there is none."""
        if self._empty is None:
            from gogrow.ui.home.empty import Empty

            self._empty = Empty(self._desk.texts, self._desk.theme)
            self._empty.asked.connect(self.new_workshop)
            self._empty.painted.connect(self.painted)
            self._empty.start.setEnabled(not self.model.read_only)
            self._beside.insertWidget(0, self._empty, 1)
        return self._empty

    @property
    def resume(self) -> Resume:
        """The bar that offers to go on."""
        if self._resume_bar is None:
            self._resume_bar = Resume(self._desk.texts, self._desk.theme)
            self._resume_bar.asked.connect(self._go_on)
            self._resume_bar.closed.connect(self.no_resume)
            self._body.insertWidget(0, self._resume_bar)
        return self._resume_bar

    @property
    def done(self) -> DoneBar:
        """The bar that says what was just done."""
        if self._done is None:
            self._done = DoneBar(self._desk.texts, self._desk.theme)
            self._done.undo.connect(self.undo)
            self._inside.insertWidget(1, self._done)
        return self._done

    # ------------------------------------------------------------------ showing

    def show_workshop(self, live: LiveWorkshop | None) -> None:
        """The list shows all of them, so it does not matter which is open."""
        self.list.setFocus()

    def show_file(self, path: Path, *, read_only: bool) -> None:
        """Which file the list is of."""
        self.model.read_only = read_only
        self.top.set_file(path.name, str(path), read_only=read_only)
        self.bottom.place.setText(str(path))
        self.bottom.make.setEnabled(not read_only)
        if self._empty is not None:
            self._empty.start.setEnabled(not read_only)
        self._show_chosen()

    def show_list(self, rows: tuple[Listed, ...], undo: StepName | None = None, redo: StepName | None = None) -> None:
        """All workshops as they are in the file; whoever was chosen stays chosen."""
        before = self.chosen()
        place = self.list.currentIndex().row()
        self._rows = rows
        self.model.show_rows(rows)
        wanted = self._wanted or (before.id if before is not None else "")
        number = self.model.row_of(wanted)
        if number >= 0:
            self._wanted = ""
        if number < 0 and rows:
            number = max(0, min(place, len(rows) - 1))
        if rows:
            index = self.model.index(number)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        self._count.setText(str(len(rows)) if rows else "")
        self._box.setVisible(bool(rows))
        self.details.setVisible(bool(rows))
        if not rows or self._empty is not None:
            self.empty.setVisible(not rows)
        self.bottom.make.setVisible(bool(rows))
        self.top.set_undo(undo)
        if self._done is not None:
            self._done.hide()
        if self._to_say is not None and self._to_say[1] == undo:
            self.done.say(self._to_say[0], undo=True)
        self._to_say = None
        if self._resume and self.model.row_of(self._resume) < 0:
            self.no_resume()
        self._show_chosen()

    def offer_resume(self, id: str) -> None:
        """Offer to go on with a workshop that was not closed, if it is in the list and not over."""
        listed = next((listed for listed in self._rows if listed.id == id), None)
        if listed is None or listed.ended:
            return
        self._resume = id
        self.resume.offer(" ".join(listed.title.split()), listed.step(self._desk.texts.language))
        self.choose(id)
        self._show_chosen()

    def no_resume(self) -> None:
        """Not now."""
        self._resume = ""
        if self._resume_bar is not None:
            self._resume_bar.hide()
        self._show_chosen()

    @property
    def resuming(self) -> str:
        """The id of the workshop that it offers to go on with, or ''."""
        return self._resume

    def chosen(self) -> Listed | None:
        """The workshop that is chosen in the list."""
        return self.model.listed(self.list.currentIndex())

    # ------------------------------------------------------------------ doing

    def new_workshop(self) -> None:
        """Ask for title and kind, then make it and go and prepare it."""
        if not self._may_write():
            return
        from gogrow.ui.home.dialogs import NewWorkshop

        dialog = NewWorkshop(self._desk.texts, self._desk.theme, self._fresh_title(), self.window())
        accepted = dialog.exec()
        title, setting = dialog.title.text(), dialog.setting
        dialog.deleteLater()
        if accepted:
            self._desk.when_deck(lambda deck: self._make(deck, title, setting))

    def open_chosen(self) -> None:
        """Go to the chosen workshop, at the page where it is."""
        listed = self.chosen()
        if listed is not None and self._desk.has_workspace:
            self._desk.workspace.open_workshop(listed.id)

    def duplicate_chosen(self) -> None:
        """The same people and preparation once more, without answers."""
        listed = self.chosen()
        if listed is None or not self._may_write():
            return
        from gogrow.domain.rules import session

        desk, t = self._desk, self._desk.texts.t
        new_id = desk.new_id()
        title = t("{title} (copy)", title=listed.title)[:200]

        def make(workshop: Workshop) -> None:
            ids = {person.id: desk.new_id() for person in workshop.participants}
            self._wanted = new_id
            desk.workspace.create(session.duplicate(workshop, new_id, title, ids), open_it=False)

        desk.workspace.ask(lambda workspace: workspace.load(listed.id), make)

    def rename_chosen(self) -> None:
        """Type another title in the list."""
        if self.chosen() is not None and self._may_write():
            self.list.setFocus()
            self.list.edit(self.list.currentIndex())

    def delete_chosen(self) -> None:
        """Take it off the list; the bar says so and can undo it."""
        listed = self.chosen()
        if listed is None or not self._may_write():
            return
        from gogrow.domain.outcome import StepName

        said = self._desk.texts.t("Removed: {title}", title=listed.title)
        self._to_say = (said, StepName("delete_workshop", {"name": listed.title}))
        self._desk.workspace.delete(listed.id)

    def tidy_chosen(self) -> None:
        """Explain, ask once, erase, and show what was erased."""
        listed = self.chosen()
        if listed is None or state_of(listed) is State.TIDIED or not self._may_write():
            return
        from gogrow.ui.home.dialogs import TidyUp

        dialog = TidyUp(self._desk.texts, self._desk.theme, listed.title, self.window())
        accepted = dialog.exec()
        dialog.deleteLater()
        if accepted:
            self._desk.workspace.ask(lambda workspace: workspace.load(listed.id), self._erase)

    def undo(self) -> None:
        """Undo the last change of the list."""
        if self._may_write():
            self._desk.workspace.undo()

    def redo(self) -> None:
        """Do it again."""
        if self._may_write():
            self._desk.workspace.redo()

    # ------------------------------------------------------------------ inside

    def _make(self, deck: Deck, title: str, setting: str) -> None:
        from gogrow.domain.rules import session
        from gogrow.domain.workshop import Details as Facts

        desk = self._desk
        programme = next((one for one in deck.programmes if one.setting == setting), None)
        if programme is None or deck.board is None:
            return
        facts = Facts(title=title, language=desk.texts.language)
        made = session.new_workshop(desk.new_id(), facts, deck.board, programme)
        self._wanted = made.id
        desk.workspace.create(made)

    def _erase(self, before: Workshop) -> None:
        from gogrow.ui.home.dialogs import erased_words, kept_words

        desk = self._desk
        neutral = desk.texts.t("A talk for two")

        def say(after: Workshop) -> None:
            self.done.say(f"{erased_words(desk.texts, before)} {kept_words(desk.texts, after)}", undo=False)

        def ask() -> None:
            desk.workspace.ask(lambda workspace: workspace.load(before.id), say)

        desk.workspace.erase(before.id, neutral, ask)

    def _rename(self, id: str, title: str) -> None:
        if self._may_write():
            self._desk.workspace.rename(id, title)

    def _go_on(self) -> None:
        id = self._resume
        self.no_resume()
        if id and self._desk.has_workspace:
            self._desk.workspace.open_workshop(id)

    def _may_write(self) -> bool:
        return self._desk.has_workspace and not self.model.read_only

    def choose(self, id: str) -> None:
        """Choose a workshop in the list."""
        number = self.model.row_of(id)
        if number >= 0:
            self.list.setCurrentIndex(self.model.index(number))

    def _chosen_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        listed = self.chosen()
        self.details.show_listed(listed, read_only=self.model.read_only)
        t = self._desk.texts.t
        if listed is None or self._resume:
            self.bottom.set_act("")
            return
        words = {
            State.NEW: t("Prepare"),
            State.BUSY: t("Continue"),
            State.DONE: t("Look back"),
            State.TIDIED: t("Look at it"),
        }
        self.bottom.set_act(words[state_of(listed)])

    def _fresh_title(self) -> str:
        t = self._desk.texts.t
        taken = {listed.title for listed in self._rows}
        if t("My workshop") not in taken:
            return t("My workshop")
        number = 2
        while t("My workshop {number}", number=number) in taken:
            number += 1
        return t("My workshop {number}", number=number)
