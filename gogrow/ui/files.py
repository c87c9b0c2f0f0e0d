"""Opening, making and copying workspace files: what the File menu does, with a clear sentence for every refusal."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from gogrow.store.faults import WorkspaceRefused
from gogrow.store.opening import Connection, Listed, connect, list_workshops
from gogrow.ui.desk import Desk
from gogrow.ui.labels import plain_button
from gogrow.ui.window import MainWindow

SUFFIX = ".gogrow"


class Files(QObject):
    """The file that is open, and how it becomes another one."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._connection: Connection | None = None
        self._adopted: Path | None = None
        self.refused: WorkspaceRefused | None = None

    @property
    def commands(self) -> dict[str, Callable[[], None]]:
        """What this does, by action id."""
        return {
            "file.new": self.make,
            "file.open": self.choose,
            "file.copy": self.copy,
            "file.reveal": self.reveal,
        }

    # ------------------------------------------------------------------ opening

    def show_first(self, path: Path, *, make: bool) -> None:
        """Open a file and show its list, before anything heavy is imported; `adopt` follows after the first picture.

        A file that is not there is made by `adopt` when ``make`` allows it. A file that is refused is in `refused`.
        """
        rows: tuple[Listed, ...] = ()
        if not (make and not path.exists()):
            try:
                self._connection = connect(path)
                rows = list_workshops(self._connection)
            except WorkspaceRefused as refused:
                self._let_go()
                self.refused = refused
                return
        self._window.show_file(path, rows, read_only=False)

    def adopt(self) -> None:
        """Give the file to its thread: from now on it can be changed."""
        from gogrow.live.workspace import LiveWorkspace

        path = self._window.path
        assert path is not None
        connection, self._connection = self._connection, None
        desk = self._desk
        self._adopted = path
        if connection is None:
            with contextlib.suppress(OSError):  # then making the file is refused, with the right sentence
                path.parent.mkdir(parents=True, exist_ok=True)
        desk.adopt(LiveWorkspace(path, connection, desk.now, desk.new_id, desk))
        desk.settings.used(path)
        desk.settings.save()
        self.fill_recent()

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open another file in the place of the one that is open. False when it is refused, with a sentence why."""
        path = path.absolute()
        if path == self._adopted and self._desk.has_workspace:
            self._window.to_list()
            return True
        try:
            connection = connect(path, read_only=read_only)
            rows = list_workshops(connection)
        except WorkspaceRefused as refused:
            return self.refuse(refused)
        self._replace(path, connection, rows, read_only=read_only)
        return True

    def refuse(self, refused: WorkspaceRefused) -> bool:
        """Say why a file does not open; where only writing is the trouble, offer to look or to copy."""
        from gogrow.ui import messages

        texts = self._desk.texts
        title, text = messages.refusal(texts, refused)
        if refused.code == "missing":
            self._desk.settings.forget(refused.path)
            self.fill_recent()
        if refused.code != "read_only":
            messages.tell(self._window, texts, title, text)
            return False
        answers = (texts.t("Only look"), texts.t("Copy it elsewhere…"), texts.t("Cancel"))
        answer = messages.choose(self._window, texts, title, text, answers)
        if answer == 0:
            return self.open(refused.path, read_only=True)
        if answer == 1:
            return self._copy_elsewhere(refused.path)
        return False

    # ------------------------------------------------------------------ the menu

    def choose(self) -> None:
        """Ask which file to open."""
        from PySide6.QtWidgets import QFileDialog

        t = self._desk.texts.t
        name, _ = QFileDialog.getOpenFileName(
            self._window, t("Open a workspace"), str(self._folder()), f"GoGrow (*{SUFFIX});;{t('All files')} (*)"
        )
        if name:
            self.open(Path(name))

    def make(self) -> None:
        """Ask where a new, empty file should be, and make it."""
        path = self._ask_new(self._desk.texts.t("New workspace"), self._folder() / f"GoGrow{SUFFIX}")
        if path is not None:
            self.make_at(path)

    def make_at(self, path: Path) -> bool:
        """Make a new file and open it, in the place of the one that is open. False when there is such a file."""
        if path.exists():
            return self.refuse(WorkspaceRefused("exists", path))
        self._replace(path, None, (), read_only=False)
        return True

    def copy(self) -> None:
        """Ask where a copy should be, and make it over the open connection."""
        if not self._desk.has_workspace or self._window.path is None:
            return
        path = self._window.path
        target = self._ask_new(self._desk.texts.t("Save a copy"), path.with_name(f"{path.stem} 2{SUFFIX}"))
        if target is not None:
            self.copy_to(target)

    def copy_to(self, target: Path) -> None:
        """Make a copy; the bar says when it is there."""
        desk = self._desk

        def done(_: object) -> None:
            desk.notice(desk.texts.t("The copy is there: {file}", file=target.name))

        def failed(error: Exception) -> None:
            if isinstance(error, WorkspaceRefused):
                self.refuse(error)
            else:
                from gogrow.ui import messages

                desk.notice(messages.fault_sentence(desk.texts, error))

        desk.workspace.ask(lambda workspace: workspace.backup(target), done, failed)

    def reveal(self) -> None:
        """Show the file in its folder, chosen where the system can do that."""
        path = self._window.path
        if path is not None:
            show_in_folder(path)

    # ------------------------------------------------------------------ inside

    def _replace(self, path: Path, connection: Connection | None, rows: tuple[Listed, ...], *, read_only: bool) -> None:
        self.close()
        self._connection = connection
        self._window.show_file(path, rows, read_only=read_only)
        self.adopt()

    def close(self) -> None:
        """Close the file that is open; blocks until the last commit is on the disk."""
        self._let_go()
        self._adopted = None
        if self._desk.has_workspace:
            self._window.drop_workshop()
            old = self._desk.workspace
            self._desk.adopt(None)
            old.close()
            old.deleteLater()

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            from gogrow.store.opening import close

            close(connection)

    def _copy_elsewhere(self, path: Path) -> bool:
        target = self._ask_new(self._desk.texts.t("Copy it elsewhere"), Path.home() / path.name)
        if target is None:
            return False
        if target.absolute() == self._adopted:
            return self.refuse(WorkspaceRefused("same_file", target))
        try:
            shutil.copyfile(path, target)
        except OSError:
            return self.refuse(WorkspaceRefused("no_access", target))
        return self.open(target)

    def _ask_new(self, title: str, proposal: Path) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposal), f"GoGrow (*{SUFFIX})")
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _folder(self) -> Path:
        return self._window.path.parent if self._window.path is not None else Path.home()

    def fill_recent(self) -> None:
        """Put the recent files into their menu."""
        menu = self._window.menus.get("recent")
        if menu is None:
            return
        menu.clear()
        for name in self._desk.settings.recent:
            path = Path(name)
            action = menu.addAction(plain_button(f"{path.stem}  ({path.parent})"))
            action.triggered.connect(lambda _=False, path=path: self.open(path))
        menu.setEnabled(bool(self._desk.settings.recent))


def show_in_folder(path: Path) -> None:
    """Open the system's file manager at a file or folder."""
    from PySide6.QtCore import QProcess, QUrl
    from PySide6.QtGui import QDesktopServices

    if sys.platform == "win32" and path.is_file():
        QProcess.startDetached("explorer", ["/select,", str(path)])
    elif sys.platform == "darwin" and path.is_file():
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
