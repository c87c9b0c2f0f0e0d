"""Somebody at the laptop: starts the real program, presses its buttons and keys, and looks at what the room sees.

A journey reads as its story; how a button is found, when the file has answered and what a dialog is stands here.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from gogrow.app import Program
from gogrow.domain.public import Picture
from gogrow.domain.workshop import Workshop
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.board.scene import BoardView
from gogrow.ui.cockpit.run import StepRow
from gogrow.ui.papers.dialog import PapersDialog

MORNING = dt.datetime(2026, 5, 12, 8, 0, tzinfo=dt.UTC)
PATIENCE = 20_000
"""Milliseconds after which a journey gives up waiting for a condition; nothing takes this long."""


class Facilitator:
    """One person with one laptop. Verbs do, nouns look; everything waits until the file has answered."""

    def __init__(self, app: QApplication, home: Path) -> None:
        """``home`` is the home folder, to which the environment points already."""
        self._app, self.home = app, home
        self._outside = pytest.MonkeyPatch()
        self._program: Program | None = None
        self.now = MORNING
        self.keys = 0
        """How many keys were pressed."""
        self.opened: list[Path] = []
        """What was opened in another program, such as a PDF."""
        self._outside.setattr(QDesktopServices, "openUrl", lambda url: self.opened.append(Path(url.toLocalFile())))

    # ------------------------------------------------------------------ the program

    def starts(self, file: Path | None = None) -> None:
        """Start the program, as at the first start of all when there is no file yet."""
        program = Program(self._app, file, now=lambda: self.now)
        self._program = program
        ready: list[bool] = []
        program.ready.connect(lambda: ready.append(True))
        program.start()
        self.waits(lambda: bool(ready))
        assert program._crashes is not None
        program._crashes.happened.disconnect()  # a mistake of the program fails the journey instead of asking
        program._crashes.restore()
        self.waits(lambda: program.desk.has_workspace and program.desk.deck is not None)
        self.program.window.activateWindow()
        self.settles()

    def quits(self) -> None:
        """Quit by the keys, and say yes when it asks."""
        closed: list[bool] = []
        self.program.window.closing.connect(lambda: closed.append(True))
        self._later(lambda dialog: self._press(dialog, "Quit GoGrow"), unless=lambda: bool(closed))
        self.presses("Ctrl+Q")
        assert closed, "it did not close"
        self.leaves()

    def leaves(self) -> None:
        """Whatever is on the screen, the program is gone."""
        program, self._program = self._program, None
        if program is not None:
            program.window.hide()
            program.close()
            program.deleteLater()
            self._app.setStyleSheet("")
            QApplication.processEvents()

    def goes_home(self) -> None:
        """The journey is over."""
        self.leaves()
        self._outside.undo()

    def loses_power(self) -> None:
        """The program is gone at this very moment, without a word: what the disk has now is all there is."""
        disk = self.home.with_name(f"{self.home.name}-disk")
        subprocess.run(["cp", "-r", str(self.home), str(disk)], check=True)  # not by us: that would let go of the lock
        self.leaves()
        shutil.rmtree(self.home)
        disk.rename(self.home)

    @property
    def program(self) -> Program:
        """The program that runs."""
        assert self._program is not None, "the program does not run"
        return self._program

    # ------------------------------------------------------------------ doing

    def clicks(self, name: str) -> None:
        """Press the button with this object name, or with these words on it, in the program's language or in English.

        It must be there, not covered, and ready to be pressed.
        """
        button = self._button(name)
        assert button.isEnabled(), f"“{name}” cannot be pressed now"
        self._click(button, _place(button))

    def clicks_row(self, words: str) -> None:
        """Press the row of a list that begins with these words."""
        for view in self._front().findChildren(QListView):
            for row in range(view.model().rowCount()) if view.isVisible() else ():
                index = view.model().index(row, 0)
                if str(index.data()).startswith(words):
                    view.scrollTo(index)
                    self._click(view.viewport(), view.visualRect(index).center())
                    return
        raise AssertionError(f"no row begins with “{words}”")

    def chooses(self, name: str, words: str) -> None:
        """Choose a line of a list that folds out, with the keys."""
        boxes = [b for b in self._front().findChildren(QComboBox) if b.isVisible()]
        box = next(b for b in boxes if self._is(name, b.accessibleName()))
        box.setFocus()
        self.presses("Home")
        for _ in range(box.count()):
            if box.currentText() == words:
                return
            self.presses("Down")
        assert box.currentText() == words, f"“{words}” cannot be chosen"

    def picks(self, name: str, words: str) -> None:
        """Press a button with a menu, and a line of it. The menu itself would wait for a hand."""
        for button in self._front().findChildren(QAbstractButton):
            menu = button.menu() if isinstance(button, QPushButton | QToolButton) and button.isVisible() else None
            if menu is None or not self._is(name, button.objectName(), button.text(), button.accessibleName()):
                continue
            menu.aboutToShow.emit()
            action = next(one for one in menu.actions() if self._is(words, one.text(), one.objectName()))
            assert action.isEnabled(), f"“{words}” cannot be chosen now"
            action.trigger()
            self.settles()
            return
        raise AssertionError(f"no button with a menu is called “{name}”")

    def clicks_tab(self, words: str) -> None:
        """Turn to a tab with these words."""
        for tabs in self._front().findChildren(QTabBar):
            for number in range(tabs.count()):
                if tabs.isVisible() and self._is(words, tabs.tabText(number)):
                    self._click(tabs, tabs.tabRect(number).center())
                    return
        raise AssertionError(f"no tab is called “{words}”")

    def clicks_step(self, step: str) -> None:
        """Press a step in the run of the session, by its id."""
        workshop, language = self.workshop, self.program.desk.texts.language
        title = next(s.title[language] for s in workshop.run if s.id == step)
        rows = self.program.window.findChildren(StepRow)
        self._click(next(row for row in rows if row.isVisible() and row.accessibleName().startswith(title)))

    def clicks_board(self, x: float, y: float) -> None:
        """Press a point of the board, from 0 to 1 from the top left."""
        board = next(b for b in self._front().findChildren(BoardView) if b.isVisible())
        self._click(board, board.pixel(x, y))

    def clicks_field(self, name: str, nth: int = 0) -> None:
        """Go and stand in a text field, by object name, spoken name or placeholder."""
        found = self._fields(name)
        assert len(found) > nth, f"no field is called “{name}”"
        field = found[nth]
        self._click(field.viewport() if isinstance(field, QPlainTextEdit) else field, None, field)

    def clicks_and_answers(self, name: str, *acts: Callable[[], None]) -> None:
        """Press a button that asks something, and do one after the other what the answer is."""

        def answer(_: QDialog) -> None:
            for act in acts:
                act()

        self._later(answer)
        self.clicks(name)

    def presses(self, *keys: str) -> None:
        """Press keys by their names, such as ``PgDown``, ``Return`` or ``Ctrl+V``."""
        for key in keys:
            combination = QKeySequence(key)
            assert combination.count() == 1, key
            self.keys += 1
            pressed = combination[0]  # type: ignore[index]
            QTest.keyClick(self._keys_go(), pressed.key(), pressed.keyboardModifiers())
            self.settles()

    def types(self, text: str) -> None:
        """Press one key after another."""
        for letter in text:
            self.keys += 1
            where = self._keys_go()
            if letter.isascii():
                QTest.keyClicks(where, letter)
            else:  # what a keyboard makes of two keys, or another script
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(where, event)
            self.settles()

    def copies(self, text: str) -> None:
        """Copy something in another program."""
        QGuiApplication.clipboard().setText(text)

    def prints(self, name: str, target: Path) -> Path:
        """Press a button that makes a PDF, and save that here. Returns it when the viewer was asked to open it."""
        self._outside.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        before = len(self.opened)
        self.clicks(name)
        self.waits(lambda: len(self.opened) > before)
        assert self.opened[-1] == target
        return target

    def prints_plans(self, name: str, target: Path) -> Path:
        """Press a button that opens the window for plans on paper, save those there and close it."""
        self.clicks(name)
        self.waits(lambda: isinstance(_asking(), PapersDialog))
        self.prints("save", target)
        self.clicks("close")
        self.settles()
        return target

    def lets_pass(self, minutes: float) -> None:
        """Time goes by."""
        self.now += dt.timedelta(minutes=minutes)

    def waits(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        patience = QElapsedTimer()
        patience.start()
        while not condition():
            assert patience.elapsed() < PATIENCE, "it never came to that"
            QTest.qWait(2)
        self.settles()

    def settles(self) -> None:
        """Wait until everything that was asked is in the file and on the screen."""
        QApplication.processEvents()
        if self._program is None or not self._program.desk.has_workspace or _asking() is not None:
            return
        loop = QEventLoop()
        timer = QTimer(loop)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: loop.exit(1))
        timer.start(PATIENCE)
        self._program.desk.workspace.ask(lambda _: None, lambda _: loop.quit(), lambda _: loop.quit())
        assert loop.exec() == 0, "the file does not answer"
        timer.stop()
        QApplication.processEvents()
        decks = self._program.desk.decks
        while decks is not None and decks.busy:
            QTest.qWait(2)

    # ------------------------------------------------------------------ looking

    @property
    def room(self) -> Picture:
        """What the room sees, which is what the beamer's own window has when it is there."""
        view = self.program.desk.beamer.view
        window = self.program.desk.beamer_window
        assert isinstance(window, BeamerWindow)
        assert window.canvas.view == view
        return view.picture

    @property
    def workshop(self) -> Workshop:
        """The workshop that is open, as it is in the file."""
        live = self.program.desk.workspace.current
        assert live is not None, "no workshop is open"
        return live.workshop

    @property
    def page(self) -> str:
        """Which page is on the screen."""
        return self.program.window.page_name()

    @property
    def windows(self) -> list[str]:
        """The kinds of all windows that can be seen."""
        return [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()]

    def id(self, name: str) -> str:
        """Who begins with this name."""
        return next(p.id for p in self.workshop.participants if p.name.startswith(name))

    def reads(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        parts = self._front().findChildren(QWidget)
        shown = [p.text() for p in parts if p.isVisible() and isinstance(p, QLabel | QAbstractButton | QLineEdit)]
        return any(words in text for text in shown)

    def written(self, name: str) -> str:
        """What stands in a text field that can be seen."""
        field = self._fields(name)[0]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def file_has(self, *words: str) -> list[str]:
        """Those of these words that stand in the workspace file, or in what lies beside it."""
        path = self.program.window.path
        assert path is not None
        names = [str(name) for name in path.parent.glob(f"{path.name}*")]
        whole = subprocess.run(["cat", *names], check=True, capture_output=True).stdout
        return [word for word in words if word.encode() in whole]

    # ------------------------------------------------------------------ inside

    def _is(self, name: str, *called: str) -> bool:
        """Whether something is called this, as it is written or in the language of the program."""
        translated = self.program.desk.texts.t(name) if "{" not in name else name
        return any(one and one in (name, translated) for one in called)

    def _fields(self, name: str) -> list[QLineEdit | QPlainTextEdit]:
        found: list[QLineEdit | QPlainTextEdit] = []
        found += [field for field in self._front().findChildren(QLineEdit) if field.isVisible()]
        found += [field for field in self._front().findChildren(QPlainTextEdit) if field.isVisible()]
        return [f for f in found if self._is(name, f.objectName(), f.accessibleName(), f.placeholderText())]

    def _front(self) -> QWidget:
        return _asking() or self.program.window

    def _button(self, name: str) -> QAbstractButton:
        seen = [b for b in self._front().findChildren(QAbstractButton) if b.isVisible()]
        called = [b for b in seen if b.objectName() == name]
        called = called or [b for b in seen if self._is(name, b.text().replace("&&", "&").strip(), b.accessibleName())]
        assert len(called) == 1, f"{len(called)} buttons are called “{name}”, of {[b.text() for b in seen]}"
        return called[0]

    def _press(self, dialog: QDialog, name: str) -> None:
        next(b for b in dialog.findChildren(QAbstractButton) if self._is(name, b.text())).click()

    def _click(self, widget: QWidget, place: QPoint | None = None, scrolled: QWidget | None = None) -> None:
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(scrolled or widget, 4, 4)
                QApplication.processEvents()
            around = around.parentWidget()
        place = place or widget.rect().center()
        window = widget.window()
        under = window.childAt(widget.mapTo(window, place))
        assert under is not None, "it lies outside the window"
        assert under is widget or widget.isAncestorOf(under), f"{under} lies over it"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
        self.settles()

    def _keys_go(self) -> QWidget:
        """Where keys go. Without a screen no window comes to the front by itself when a dialog closes."""
        front = self._front()
        if not front.isActiveWindow():
            front.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or front.focusWidget() or front

    def _later(self, act: Callable[[QDialog], None], unless: Callable[[], bool] = lambda: False) -> None:
        """Do something with the next dialog that asks something."""
        timer = QTimer(self.program)

        def look() -> None:
            dialog = _asking()
            if dialog is not None or unless():
                timer.stop()
                timer.deleteLater()
            if dialog is not None:
                act(dialog)

        timer.timeout.connect(look)
        timer.start(1)


def _asking() -> QDialog | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, QDialog) else None


def _place(button: QAbstractButton) -> QPoint:
    """Where one presses: what is ticked lies at the left of its words."""
    ticked = isinstance(button, QCheckBox | QRadioButton)
    return QPoint(12, button.height() // 2) if ticked else button.rect().center()
