"""The window for plans on paper on a real workspace file, used by mouse and keys; printers and other programs are the
outside."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gogrow.content.library import Library
from gogrow.domain.ids import seeded_ids
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.live.workspace import LiveWorkspace
from gogrow.texts import Texts
from gogrow.ui import look
from gogrow.ui.desk import Desk
from gogrow.ui.papers.dialog import PapersDialog
from gogrow.ui.settings import Settings
from gogrow.ui.theme import load_fonts
from tests.sample import NOW, deck
from tests.sheets.sample import team, with_talk


class OneScreen(QObject):
    """A laptop without a beamer: the room may look along."""

    changed = Signal()
    mirrored_or_single = True


class Papers:
    """A facilitator with the window open."""

    def __init__(self, qtbot: QtBot, path: Path, workshop: Workshop, settings: Settings, *, screens: bool) -> None:
        self.qtbot, self.settings = qtbot, settings
        self.now = NOW
        self.owner = QObject()
        self.desk = Desk(
            Texts(settings.language),
            settings,
            lambda: self.now,
            seeded_ids(5),
            random.Random(6),
            lambda: Library((deck(),)),
            self.owner,
        )
        look.wear(_app(), self.desk.theme)
        self.desk.screens = OneScreen(self.owner) if screens else None
        self.desk.adopt(LiveWorkspace(path, None, self.desk.now, self.desk.new_id, self.desk))
        with qtbot.waitSignal(self.desk.workspace.workshop_opened, timeout=20_000) as opened:
            self.desk.workspace.create(workshop)
        assert opened.args is not None
        self.live: LiveWorkshop = opened.args[0]
        self.page = QWidget()
        self.page.resize(1280, 720)
        self.page.show()
        self.dialog: PapersDialog

    def opens(self, *ids: str) -> PapersDialog:
        """The window, with these people ticked."""
        self.dialog = PapersDialog(self.desk, self.page, self.live, self.live.workshop, ids)
        self.dialog.open()
        return self.dialog

    @property
    def workshop(self) -> Workshop:
        """As it is in the file."""
        return self.live.workshop

    @property
    def told(self) -> str:
        """What the window says at the bottom."""
        return self.dialog.told.text()

    def waits(self, condition: Callable[[], bool]) -> None:
        """Until something is so."""
        self.qtbot.waitUntil(condition, timeout=30_000)

    def settles(self) -> None:
        """Until the page that is wanted is on the screen, and the file has answered."""
        made = self.dialog
        self.waits(lambda: not made._soon.isActive() and not made._maker.busy and not made.pages._sharp.isActive())
        done: list[object] = []
        self.desk.workspace.ask(lambda _: None, done.append, done.append)
        self.waits(lambda: bool(done))
        self.waits(lambda: not made._maker.busy)

    def clicks(self, button: QAbstractButton) -> None:
        """Press it."""
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def chooses(self, words: str) -> None:
        """Press a choice on the left with these words."""
        for button in self.dialog.form.findChildren(QAbstractButton):
            if button.text() == words and button.isVisibleTo(self.dialog):
                button.click()
                self.settles()
                return
        pytest.fail(f"no choice {words!r}")

    def picks(self, ending: str) -> None:
        """A line of *More*."""
        menu = self.dialog.more.menu()
        next(action for action in menu.actions() if action.objectName() == ending).trigger()

    def closes_window(self) -> None:
        """This window only."""
        self.dialog.reject()
        self.dialog.deleteLater()

    def closes(self) -> None:
        """Everything is closed."""
        self.closes_window()
        self.page.hide()
        self.page.deleteLater()
        self.desk.close()
        self.owner.deleteLater()
        _app().setStyleSheet("")


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


@pytest.fixture
def papers(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Papers]]:
    """Opens the window: for so many people who typed their plans, in a language, for a team or for two."""
    load_fonts()
    made: list[Papers] = []

    def make(
        count: int = 3,
        *ids: str,
        language: str = "nl",
        setting: str = "team",
        screens: bool = False,
        settings: Settings | None = None,
        workshop: Workshop | None = None,
    ) -> Papers:
        whole = workshop or with_talk(team(count, typed=True))
        whole = replace(whole, details=replace(whole.details, setting=setting))
        known = settings or Settings(language=language)
        opened = Papers(qtbot, tmp_path / f"a{len(made)}.gogrow", whole, known, screens=screens)
        made.append(opened)
        opened.opens(*ids)
        return opened

    yield make
    for one in made:
        one.closes()


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Outside:
    """Other programs and dialogs of the system."""
    return Outside(monkeypatch, tmp_path)


class Outside:
    """Where files go, and what was opened in another program."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.folder = folder / "out"
        self.folder.mkdir()
        self.proposed: list[str] = []
        self.opened: list[Path] = []
        self.called_off = False
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._where)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "" if self.called_off else str(self.folder))
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: self.opened.append(Path(url.toLocalFile())))

    def _where(self, _parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        self.proposed.append(Path(name).name)
        return ("" if self.called_off else str(self.folder / Path(name).name)), ""
