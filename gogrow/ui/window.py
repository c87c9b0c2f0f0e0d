"""The window of the facilitator: a frame around the pages, with the menus and the bar that says what went wrong.

It knows no rule and no page from the inside. The first picture is the list of workshops; menus, the open file, the
deck and the other pages come after it (`complete`), so that nobody waits for them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gogrow.store.opening import Listed
from gogrow.ui.desk import Desk
from gogrow.ui.home.page import HomePage
from gogrow.ui.pages import ALONE, Page, Trail, join, make_page, page_for, running, stepping
from gogrow.ui.tabbing import EyeWindow

if TYPE_CHECKING:
    from gogrow.domain.outcome import RuleBroken, StepName
    from gogrow.domain.workshop import Workshop
    from gogrow.live.workshop import LiveWorkshop
    from gogrow.ui.actions import Row
    from gogrow.ui.messages import Banner


class MainWindow(EyeWindow):
    """The frame. `painted` comes once, when the list is on the screen; then `complete` is to be called."""

    painted = Signal()
    page_changed = Signal(str)  # its name
    closing = Signal()  # it is certain that the window closes

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setWindowTitle("GoGrow")
        self.setMinimumSize(1024, 600)
        self.resize(1280, 760)
        if desk.settings.window:
            self.restoreGeometry(QByteArray.fromHex(desk.settings.window.encode()))
        self.pages: dict[str, QWidget] = {}
        self.actions_by_id: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self.commands: dict[str, Callable[[], None]] = {}
        self.path: Path | None = None
        self.read_only = False
        self._table: tuple[Row, ...] = ()
        self._listed: tuple[tuple[Listed, ...], StepName | None, StepName | None] = ((), None, None)
        self._live: LiveWorkshop | None = None
        self._shown: Workshop | None = None
        self._trail = Trail()
        self._seen = False
        self._banner: Banner | None = None
        self._make_frame()
        desk.noticed.connect(self._notice)
        desk.deck_failed.connect(self._deck_failed)
        desk.look_changed.connect(self.make_anew)
        desk.workspace_changed.connect(self._follow_workspace)

    # ------------------------------------------------------------------ the frame

    def _make_frame(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "paper")
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner = None
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        self.home = HomePage(self.desk)
        self._add("home", self.home)
        self.setCentralWidget(inside)
        if not self._seen:
            self.home.painted.connect(self._first_picture)

    @property
    def banner(self) -> Banner:
        """The bar at the top; made when there is something to say."""
        if self._banner is None:
            from gogrow.ui.messages import Banner

            self._banner = Banner(self.desk.texts, self.desk.theme)
            self._banner.retried.connect(self._retry)
            above = QHBoxLayout()
            above.setContentsMargins(18, 10, 18, 0)
            above.addWidget(self._banner)
            self._column.insertLayout(0, above)
        return self._banner

    def _first_picture(self) -> None:
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def complete(self, commands: dict[str, Callable[[], None]]) -> None:
        """Make menus and actions; ``commands`` does what neither a page nor the window itself can, by action id."""
        from gogrow.ui.actions import TABLE, make_actions, make_menus

        if not self.commands:
            self.desk.beamer.mode_changed.connect(self.refresh_actions)
        self.commands, self._table = commands, TABLE
        handlers: dict[str, Callable[[], None]] = {**self._own(), **commands}
        handlers |= {row.id: self._call(row.calls) for row in TABLE if row.calls}
        self.actions_by_id = make_actions(TABLE, handlers, self.desk.texts, self.desk.theme, self)
        self.menus = make_menus(TABLE, self.actions_by_id, self.desk.texts, self.desk.theme, self)
        self.desk.menus = [self.menus[key] for key in ("file", "edit", "session", "view", "help")]
        for key in ("edit", "session", "view"):
            self.menus[key].aboutToShow.connect(self.refresh_actions)
        self.menus[""] = QMenu(self)
        for menu in self.desk.menus:
            self.menus[""].addMenu(menu)
            self.home.top.menu.addMenu(menu)
        self.refresh_actions()

    def _own(self) -> dict[str, Callable[[], None]]:
        beamer = self.desk.beamer
        return {
            "workshop.new": self._new_workshop,
            "workshop.list": self.to_list,
            "workshop.close": self._close_workshop,
            "cards": lambda: self.show_page("cards"),
            "writing": lambda: self.show_page("writing"),
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "beamer.show": beamer.show,
            "beamer.neutral": beamer.neutral,
            "beamer.blank": beamer.blank,
            "beamer.freeze": lambda: beamer.freeze(not beamer.frozen),
            "speech": lambda: self.desk.aloud.toggle(self),
            "fullscreen": self._toggle_full_screen,
            "menu": self._open_menu,
            "quit": lambda: (self.close(), None)[1],
        }

    def _call(self, method: str) -> Callable[[], None]:
        return lambda: getattr(self.stack.currentWidget(), method)()

    def make_anew(self) -> None:
        """Another theme, language or size of letters: all pages are made again, at the same place."""
        name, chosen, resume = self.page_name(), self.home.chosen(), self.home.resuming
        self._trail.remember(self.pages)
        for page in self.pages.values():
            page.blockSignals(True)
            cast(Page, page).show_workshop(None)
        self.pages.clear()
        for made in (*self.actions_by_id.values(), *self.menus.values()):
            made.deleteLater()
        said, old = self._banner.text() if self._banner is not None else "", cast(QWidget, self.takeCentralWidget())
        self._make_frame()
        if self.commands:
            self.complete(self.commands)
        if self.path is not None:
            self.home.show_file(self.path, read_only=self.read_only)
        self.home.show_list(*self._listed)
        if chosen is not None:
            self.home.choose(chosen.id)
        self.home.offer_resume(resume)
        if said:
            self.banner.say(said)
        self.show_page(name)
        old.deleteLater()

    # ------------------------------------------------------------------ pages

    def _add(self, name: str, page: QWidget) -> None:
        self.pages[name] = page
        self.stack.addWidget(page)
        cast(Page, page).leave.connect(self.go_back if name in ALONE else self.to_list)  # type: ignore[attr-defined]
        cast(Page, page).go.connect(self.show_page)  # type: ignore[attr-defined]
        join(self, name, page)
        self._trail.recall(name, page)

    def page_name(self) -> str:
        """Which page is shown: home, prepare, cockpit, table or cards."""
        return next((name for name, page in self.pages.items() if page is self.stack.currentWidget()), "home")

    def show_page(self, name: str) -> None:
        """Go to a page with the workshop that is open; without one, to the list, or to one that is `ALONE`."""
        if name == "home" and self._live is not None:
            self.to_list()
            return
        if self._live is None and name not in ALONE:
            name = "home"
        self._trail.step(name)
        if name not in self.pages:
            self._add(name, make_page(name, self.desk))
        page = self.pages[name]
        cast(Page, page).show_workshop(self._live)
        self.stack.setCurrentWidget(page)
        self.refresh_actions()
        self.page_changed.emit(name)

    def go_back(self) -> None:
        """From a page that is `ALONE` to where one came from."""
        self.show_page(self._trail.back())

    def to_list(self) -> None:
        """Leave the workshop as it is and show the list; its history stays, so one can go on."""
        self.drop_workshop()
        if self.desk.has_workspace:
            self.desk.workspace.leave_workshop()
        self.show_page("home")

    def _close_workshop(self) -> None:
        from gogrow.ui import messages

        texts = self.desk.texts
        title = texts.t("Close this workshop?")
        text = texts.t("Everything is kept. Only undoing ends here: what you changed stays changed.")
        if self._live is None or not messages.ask(self, texts, title, text, texts.t("Close"), texts.t("Stay here")):
            return
        self.drop_workshop()
        self.desk.workspace.close_workshop()
        self._remember(None)
        self.show_page("home")

    def drop_workshop(self) -> None:
        """No workshop is open any more; pages let go of it, and write what was half typed."""
        self._live = None
        for page in self.pages.values():
            if page is not self.home:
                cast(Page, page).show_workshop(None)
        self.desk.beamer.follow(None)

    def _new_workshop(self) -> None:
        if self._live is not None:
            self.to_list()
        self.home.new_workshop()

    # ------------------------------------------------------------------ the open file

    def show_file(self, path: Path, rows: tuple[Listed, ...], *, read_only: bool) -> None:
        """Another file is open: show its list, and offer to go on where it was."""
        self.path, self.read_only = path, read_only
        self.setWindowTitle(f"{path.name} – GoGrow")
        self.home.show_file(path, read_only=read_only)
        self._show_list(rows, None, None)
        self.home.offer_resume(self.desk.settings.resume.get(str(path), ""))

    def _follow_workspace(self) -> None:
        if self.desk.has_workspace:
            workspace = self.desk.workspace
            workspace.listed.connect(self._list_changed)
            workspace.workshop_opened.connect(self._workshop_opened)
            workspace.broken.connect(self._broken)
            workspace.failed.connect(self._failed)
        self.show_page("home")

    def _show_list(self, rows: tuple[Listed, ...], undo: StepName | None, redo: StepName | None) -> None:
        self._listed = (rows, undo, redo)
        self.home.show_list(rows, undo, redo)
        self.refresh_actions()

    def _list_changed(self, rows: tuple[Listed, ...], undo: StepName | None, redo: StepName | None) -> None:
        self._recovered()
        self._show_list(rows, undo, redo)

    def _workshop_opened(self, live: LiveWorkshop) -> None:
        self._live, self._shown = live, live.workshop
        live.changed.connect(self._changed)
        live.broken.connect(self._broken)
        live.failed.connect(self._failed)
        live.history_changed.connect(self.refresh_actions)
        live.voiced.connect(self.desk.beamer.count)
        self.desk.beamer.follow(live.workshop, live.earlier)
        self.home.no_resume()
        self._remember(live.id)
        self.show_page(page_for(live.workshop))

    def _changed(self, workshop: Workshop) -> None:
        if self._live is None or workshop.id != self._live.id:
            return  # what was asked last of a workshop that is left by now
        self.desk.beamer.follow(workshop)
        if workshop != self._shown:  # after a failure the same value comes back
            self._shown = workshop
            self._recovered()

    def _remember(self, id: str | None) -> None:
        if self.path is None:
            return
        self.desk.settings.resume.pop(str(self.path), None)
        if id is not None:
            self.desk.settings.resume[str(self.path)] = id
        self.desk.settings.save()

    # ------------------------------------------------------------------ undo

    def undo(self) -> None:
        """Undo on a page that has steps of its own, else in the open workshop, or in the list."""
        stepping(self.stack.currentWidget(), self._live or self.home).undo()

    def redo(self) -> None:
        """Redo in the same place."""
        stepping(self.stack.currentWidget(), self._live or self.home).redo()

    def refresh_actions(self) -> None:
        """Actions say what they would do now, and can be done only where that makes sense."""
        if not self.actions_by_id:
            return
        from gogrow.ui.actions import possible, show_undo, tick

        name, live = self.page_name(), self._live
        for row in self._table:
            if row.pages:
                self.actions_by_id[row.id].setEnabled(possible(row, name, open=live is not None))
        undo, redo = (live.undo_name, live.redo_name) if live is not None else self._listed[1:]
        if live is None and name != "home":
            undo = redo = None  # what happened in a list that nobody sees stays as it is
        page = self.stack.currentWidget()
        undo, redo = getattr(page, "undo_words", undo), getattr(page, "redo_words", redo)
        named = not getattr(page, "covered", False)
        show_undo(self.actions_by_id, self.desk.texts, undo, redo, named=named)
        settings = self.desk.settings
        self.actions_by_id["beamer.freeze"].setChecked(self.desk.beamer.frozen)
        self.actions_by_id["fullscreen"].setChecked(self.isFullScreen())
        self.actions_by_id["motion"].setChecked(settings.motion)
        tick(self.actions_by_id, settings, self.desk.texts.language)

    # ------------------------------------------------------------------ what goes wrong

    def _recovered(self) -> None:
        self.home.top.set_kept(True)
        if self._banner is not None:
            self._banner.recovered()

    def _notice(self, text: str) -> None:
        self.banner.say(text, stays=True)

    def _broken(self, broken: RuleBroken) -> None:
        from gogrow.ui.messages import rule_sentence

        self.banner.say(rule_sentence(self.desk.texts, broken))

    def _failed(self, error: Exception) -> None:
        from gogrow.ui.crash import report
        from gogrow.ui.messages import fault_sentence, may_go_on

        report(error)
        self.home.top.set_kept(False)
        self.banner.say(fault_sentence(self.desk.texts, error), retry=may_go_on(error))

    def _deck_failed(self, _: Exception) -> None:
        self.banner.say(self.desk.texts.t("The cards and the board cannot be read. Install GoGrow again."))

    def _retry(self) -> None:
        """Write something small and take it away again; reading works on a full disk too."""
        if self._live is not None:
            from gogrow.domain.rules.session import keep_draft

            self._live.do(keep_draft, "retry", "?")
            self._live.do(keep_draft, "retry", "")
        elif self.desk.has_workspace:
            self.desk.workspace.refresh()

    # ------------------------------------------------------------------ keys, menu, closing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that no field and no page took."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text().upper() if plain else ""
        id = next((row.id for row in self._table if text and row.letter == text), None)
        if id is not None and id in self.actions_by_id and self.actions_by_id[id].isEnabled():
            self.actions_by_id[id].trigger()
            return
        super().keyPressEvent(event)

    def _open_menu(self) -> None:
        corner = self.mapToGlobal(self.rect().topRight())
        self.menus[""].popup(corner + QPoint(-18 - self.menus[""].sizeHint().width(), 58))

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.refresh_actions()

    def closeEvent(self, event: QCloseEvent) -> None:
        """During a workshop it asks first."""
        from gogrow.ui import messages

        texts = self.desk.texts
        if self._live is not None and running(self._live.workshop):
            title = texts.t("The workshop is still going on")
            text = texts.t("Everything is kept. The beamer goes off. You can continue where you were at any time.")
            if not messages.ask(self, texts, title, text, texts.t("Quit GoGrow"), texts.t("Stay here")):
                event.ignore()
                return
        self.desk.settings.window = bytes(self.saveGeometry().toHex().data()).decode()
        self.desk.settings.save()
        event.accept()
        self.closing.emit()

    def close_quietly(self) -> None:
        """Go away without a question: the program ends."""
        self.hide()
        self.deleteLater()
