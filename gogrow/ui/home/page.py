"""The first page: all workshops of the file, and everything that can be done with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gogrow.store.opening import Listed
from gogrow.ui.desk import Desk
from gogrow.ui.home.bars import DoneBar, HomeBar, OpenBar, Resume
from gogrow.ui.home.details import Details
from gogrow.ui.home.rows import State, WorkshopModel, may_follow, state_of
from gogrow.ui.home.workshop_list import ListPanel, WorkshopList

if TYPE_CHECKING:
    from gogrow.domain.outcome import StepName
    from gogrow.live.workshop import LiveWorkshop
    from gogrow.store.searching import Found
    from gogrow.ui.home.coming_back import Returning
    from gogrow.ui.home.empty import Empty
    from gogrow.ui.window import MainWindow


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
        self._returning: Returning | None = None
        self.details = Details(desk.texts, desk.theme)
        self.model = WorkshopModel(desk.texts)
        self.model.setParent(self)
        self.list = WorkshopList(desk.texts, desk.theme, self.model)
        self._box = ListPanel(self.list)
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

    def _connect(self) -> None:
        self.list.opened.connect(self.open_chosen)
        self.list.doubleClicked.connect(lambda _: self.open_chosen())
        self.list.selectionModel().currentChanged.connect(self._chosen_changed)
        self.model.renamed.connect(self._rename)
        self.top.undo.connect(self.undo)
        self.top.cards.connect(lambda: self.go.emit("cards"))
        self.top.search.connect(self.search)
        self.top.scan.connect(self._scan)
        self.bottom.new.connect(self.new_workshop)
        self.bottom.act.connect(self._act)
        self.details.follow.connect(self.follow_chosen)
        self.details.look.connect(self.open_chosen)
        self.details.held.connect(self._held)
        self.details.linked.connect(self._to_linked)
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
            self._box.put(self._done)
        return self._done

    @property
    def returning(self) -> Returning:
        """Who is still to look back, and what follows what. Not asked before the file is there."""
        if self._returning is None:
            from gogrow.ui.home.coming_back import Returning

            self._returning = Returning(self._desk, self)
            self._returning.changed.connect(self._show_rows)
            self._returning.bar.asked.connect(self._turn)
            self._box.put(self._returning.bar)
        return self._returning

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
        self._rows = rows
        self._show_rows()
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
        if self._resume and all(listed.id != self._resume for listed in rows):
            self.no_resume()
        self._show_chosen()
        self.top.scan_button.setVisible(self.window().findChild(QAction, "scan") is not None)
        if self._returning is not None or self._desk.has_workspace:
            self.returning.refresh()

    def _show_rows(self) -> None:
        """All of the list, or who is still to look back; whoever was chosen stays chosen."""
        returning, t = self._returning, self._desk.texts.t
        only = returning is not None and returning.only
        before, place = self.chosen(), self.list.currentIndex().row()
        rows = returning.rows(self._rows) if returning is not None else self._rows
        self.model.show_rows(rows, returning.beside(self._rows) if returning is not None else None)
        number = self.model.row_of(self._wanted or (before.id if before is not None else ""))
        if number >= 0:
            self._wanted = ""
        if number < 0 and rows:
            number = max(0, min(place, len(rows) - 1))
        if rows:
            index = self.model.index(number)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        self._box.head(t("Who looks back?") if only else t("Your workshops"), len(rows))
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
        from gogrow.ui.home import deeds
        from gogrow.ui.home.dialogs import NewWorkshop

        fresh = deeds.fresh_title(self._desk.texts, self._rows)
        dialog = NewWorkshop(self._desk.texts, self._desk.theme, fresh, self.window())
        accepted = dialog.exec()
        title, setting = dialog.title.text(), dialog.setting
        dialog.deleteLater()
        if accepted:
            self._desk.when_deck(lambda deck: deeds.make(self._desk, deck, title, setting, self._want))

    def open_chosen(self) -> None:
        """Go to the chosen workshop, at the page where it is."""
        listed = self.chosen()
        if listed is not None and self._desk.has_workspace:
            self._desk.workspace.open_workshop(listed.id)

    def follow_chosen(self) -> None:
        """Ask who comes back, then make a session that looks back at the chosen one."""
        listed = self.chosen()
        if listed is None or not self._may_write():
            return
        if not may_follow(listed):
            self._desk.notice(self._desk.texts.t("There is nothing to look back at in this workshop yet."))
            return
        from gogrow.ui.home.follow import ask_whom

        ask_whom(self._desk, self, listed.id, self._follow, one=self.returning.only)

    def search(self) -> None:
        """Search in what was recorded; Enter goes there."""
        if self._desk.has_workspace:
            from gogrow.ui.home.search import SearchDialog

            dialog = SearchDialog(self._desk, self.window())
            dialog.went.connect(self._go_to)
            dialog.open()

    def duplicate_chosen(self) -> None:
        """The same people and preparation once more, without answers."""
        listed = self.chosen()
        if listed is not None and self._may_write():
            from gogrow.ui.home import deeds

            deeds.duplicate(self._desk, listed, self._want)

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

    def _held(self) -> None:
        from gogrow.ui.home import deeds

        if (listed := self.chosen()) is not None and self._may_write():
            self._to_say = deeds.looked_back(self._desk, listed)

    def tidy_chosen(self) -> None:
        """Explain, ask once, erase, and show what was erased."""
        listed = self.chosen()
        if listed is None or state_of(listed) is State.TIDIED or not self._may_write():
            return
        from gogrow.ui.home import deeds
        from gogrow.ui.home.dialogs import ask_to_tidy

        if ask_to_tidy(self._desk, listed.title, listed.id, self.window()):
            deeds.erase(self._desk, listed.id, lambda said: self.done.say(said, undo=False))

    def undo(self) -> None:
        """Undo the last change of the list."""
        if self._may_write():
            self._desk.workspace.undo()

    def redo(self) -> None:
        """Do it again."""
        if self._may_write():
            self._desk.workspace.redo()

    # ------------------------------------------------------------------ inside

    def _act(self) -> None:
        """What the large button says: on with the chosen one, or back with all of its people."""
        listed = self.chosen()
        if listed is not None and self._returning is not None and self._returning.only:
            self._follow(listed.id, "")
        else:
            self.open_chosen()

    def _turn(self) -> None:
        """To who looks back, the earliest first, or back to all."""
        returning = self.returning
        if not returning.only and returning.back.teams:
            self._want(returning.back.teams[0].workshop)
        returning.show_only(not returning.only)
        self.list.setFocus()

    def _follow(self, id: str, person: str) -> None:
        from gogrow.ui.home.follow import make_follow_up

        if self._may_write():
            make_follow_up(self._desk, id, person, self._want)
            self.returning.show_only(False)

    def _want(self, id: str) -> None:
        """This one is to be chosen once the list has it."""
        self._wanted = id

    def _go_to(self, found: Found) -> None:
        from gogrow.ui.home.going import go_to

        self.choose(found.workshop)
        go_to(cast("MainWindow", self.window()), found)

    def _to_linked(self, id: str) -> None:
        if self._returning is not None and self.model.row_of(id) < 0:
            self._returning.show_only(False)
        self.choose(id)
        self.list.setFocus()

    def _scan(self) -> None:
        action = self.window().findChild(QAction, "scan")
        if isinstance(action, QAction):
            action.trigger()

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
        listed, returning = self.chosen(), self._returning
        only = returning is not None and returning.only
        links = returning.links(listed.id, self._rows) if listed is not None and returning is not None else ()
        self.details.show_listed(listed, links, read_only=self.model.read_only, looking_back=only)
        t = self._desk.texts.t
        if listed is None or (listed.id == self._resume and not only):
            self.bottom.set_act("")
            return
        words = {
            State.NEW: t("Prepare"),
            State.BUSY: t("Continue"),
            State.DONE: t("Look at it"),
            State.TIDIED: t("Look at it"),
        }
        self.bottom.set_act(t("Make a follow-up") if only else words[state_of(listed)])
        self.bottom.open.setEnabled(not (only and self.model.read_only))
