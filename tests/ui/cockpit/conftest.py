"""The cockpit alone, on a real workspace file, with the beamer's value beside it; used by mouse and keys."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec

import pytest
from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gogrow.content.library import Library
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import Outcome
from gogrow.domain.public import Picture
from gogrow.domain.rules import placing, session, talking
from gogrow.domain.workshop import Consent, GapView, Talk, Visibility, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.live.workspace import LiveWorkspace
from gogrow.store.opening import connect
from gogrow.texts import Texts
from gogrow.ui import look
from gogrow.ui.beamer.screens import Screens
from gogrow.ui.cockpit.page import CockpitPage
from gogrow.ui.desk import Desk
from gogrow.ui.settings import Settings
from gogrow.ui.theme import load_fonts
from tests.sample import NOW, deck, person, team

P = ParamSpec("P")

POPUP = (r"^This plugin does not support raise\(\)$", r"^This plugin does not support grabbing the keyboard$")
"""What the platform without a screen says when a menu or a list opens."""


class Cockpit:
    """A facilitator with one screen, who said that only she sees it (`alone`), or not."""

    def __init__(
        self,
        qtbot: QtBot,
        path: Path,
        workshop: Workshop | None,
        text_size: float = 1.0,
        earlier: tuple[Workshop, ...] = (),
    ) -> None:
        """A new file with this workshop, or with None a file that is there, as after a crash.

        ``earlier`` are those that it follows, the newest first.
        """
        self.qtbot, self.path = qtbot, path
        self.now = NOW
        self.others: list[Cockpit] = []  # closed together with this one
        self.owner = QObject()
        self.desk = Desk(
            Texts("nl"),
            Settings(language="nl", text_size=text_size),
            lambda: self.now,
            seeded_ids(5),
            random.Random(6),
            lambda: Library((deck(),)),
            self.owner,
        )
        self.desk.deck = deck()
        connection = None if workshop is not None else connect(path)
        self.desk.adopt(LiveWorkspace(path, connection, self.desk.now, self.desk.new_id, self.desk))
        self.told: list[str] = []
        self.broken: list[str] = []
        self.desk.noticed.connect(self.told.append)
        with qtbot.waitSignal(self.desk.workspace.workshop_opened, timeout=20_000) as opened:
            for one in reversed(earlier):
                self.desk.workspace.create(one, open_it=False)
            if workshop is not None:
                self.desk.workspace.create(workshop)
            else:
                self.desk.workspace.open_workshop("w1")
        assert opened.args is not None
        self._take(opened.args[0])

    def _take(self, live: LiveWorkshop) -> None:
        self.live = live
        self.live.broken.connect(lambda error: self.broken.append(error.code))
        self.live.failed.connect(lambda error: pytest.fail(f"the store failed: {error!r}"))
        self.live.changed.connect(self.desk.beamer.follow)
        self.live.voiced.connect(self.desk.beamer.count)
        self.desk.beamer.follow(self.live.workshop, self.live.earlier)
        self.page = CockpitPage(self.desk)
        self.desk.screens = Screens(self.desk.settings, self.page.screen, self.owner)
        self.page.resize(1280, 770)
        self.page.show()
        self.page.show_workshop(self.live)
        self.settle()

    # ------------------------------------------------------------------ what there is

    @property
    def workshop(self) -> Workshop:
        """As it is in the file and on the screen."""
        return self.live.workshop

    @property
    def room(self) -> Picture:
        """What the room sees."""
        return self.desk.beamer.view.picture

    def person(self, name: str) -> str:
        """Somebody's id, by the first name."""
        return next(p.id for p in self.workshop.participants if p.name.startswith(name))

    def letters(self, name: str) -> str:
        """The letters of somebody's placements in the order of the rounds, a dot where there is none."""
        found = [self.workshop.placement(r, self.person(name)) for r in ("now", "other", "wish")]
        return "".join((p.spot or "*") if p else "." for p in found)

    def bytes(self) -> bytes:
        """All that stands in the file and beside it, read by another program, so that the file stays ours."""
        names = [str(path) for path in sorted(self.path.parent.glob(f"{self.path.name}*"))]
        return subprocess.run(["cat", *names], capture_output=True, check=True).stdout

    # ------------------------------------------------------------------ what she does

    def settle(self) -> None:
        """Until everything that was asked is in the file and on the screen, and what that asked for too."""
        QApplication.processEvents()
        for _ in range(2):  # twice: an answer may ask for more, as a step that is left keeps what was typed
            loop = QEventLoop()
            QTimer.singleShot(20_000, loop, partial(loop.exit, 1))
            self.desk.workspace.ask(lambda _: None, partial(_quit, loop))
            assert loop.exec() == 0, "the file does not answer"
            QApplication.processEvents()

    def do(self, rule: Callable[Concatenate[Workshop, P], Outcome], /, *args: P.args, **kwargs: P.kwargs) -> None:
        """A rule, as if something else had asked for it."""
        self.live.do(rule, *args, **kwargs)
        self.settle()

    def go_to(self, step: str) -> None:
        """Begin when need be, go to a step and show it."""
        if self.workshop.stage.begun is None:
            self.do(session.begin, self.now)
        self.do(session.go_to, step, self.now)
        self.desk.beamer.show()
        self.settle()

    def find(self, name: str) -> QAbstractButton:
        """The button that can be seen, by its object name or by its words."""
        seen = [b for b in self.page.findChildren(QAbstractButton) if b.isVisible()]
        called = [b for b in seen if b.objectName() == name] or [
            b for b in seen if name in (b.text().replace("&&", "&"), b.accessibleName())
        ]
        assert len(called) == 1, f"{name}: {len(called)} buttons of {[b.text() for b in seen]}"
        return called[0]

    def reach(self, widget: QWidget) -> None:
        """Scroll to it, as a hand does."""
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget, 4, 4)
                QApplication.processEvents()
            around = around.parentWidget()

    def click(self, name: str) -> None:
        """Press a button."""
        button = self.find(name)
        assert button.isEnabled(), f"{name} cannot be pressed"
        self.reach(button)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=middle(button))
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys one after another: letters, or names such as ``Backspace``."""
        for key in keys:
            where = QApplication.focusWidget() or self.page
            if len(key) == 1:
                self.qtbot.keyClicks(where, key)
            else:
                self.qtbot.keyClick(where, getattr(Qt.Key, f"Key_{key}"))
            self.settle()

    def type(self, letters: str) -> None:
        """Press letter keys."""
        self.press(*letters)

    def alone(self) -> None:
        """She says that only she sees the screen."""
        self.click("alone")

    def after(self, seconds: float) -> None:
        """Time goes by."""
        self.now += dt.timedelta(seconds=seconds)

    def open_again(self) -> None:
        """Leave the workshop for the list, as after quitting, and come back to it on a page of its own."""
        self.page.show_workshop(None)
        self.page.close()
        self.page.deleteLater()
        self.desk.beamer.follow(None)
        id = self.live.id
        self.desk.workspace.leave_workshop()
        with self.qtbot.waitSignal(self.desk.workspace.workshop_opened, timeout=20_000) as opened:
            self.desk.workspace.open_workshop(id)
        assert opened.args is not None
        self._take(opened.args[0])
        self.alone()

    def killed(self) -> Cockpit:
        """As if the program were killed at this moment: another one, on what the disk has now."""
        folder = self.path.parent / "after"
        folder.mkdir()
        names = sorted(self.path.parent.glob(f"{self.path.name}*"))
        subprocess.run(["cp", *map(str, names), str(folder)], check=True)
        again = type(self)(self.qtbot, folder / self.path.name, None)
        self.others.append(again)
        again.alone()
        return again

    def close(self) -> None:
        """Give everything back."""
        self.page.show_workshop(None)
        self.page.close()
        self.page.deleteLater()
        self.desk.close()
        self.owner.deleteLater()


def _quit(loop: QEventLoop, _: object) -> None:
    loop.quit()


def middle(button: QAbstractButton) -> QPoint:
    """Where one presses a button: a box or a ring to tick lies at its left."""
    ticked = isinstance(button, QCheckBox | QRadioButton)
    return QPoint(12, button.height() // 2) if ticked else button.rect().center()


@pytest.fixture
def make_cockpit(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Cockpit]]:
    """Makes a cockpit for a workshop: ``make_cockpit(workshop)``."""
    made: list[Cockpit] = []
    load_fonts()

    def make(workshop: Workshop, *, text_size: float = 1.0, earlier: tuple[Workshop, ...] = ()) -> Cockpit:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        cockpit = Cockpit(qtbot, folder / "work.gogrow", workshop, text_size, earlier)
        cockpit.others = made
        look.wear(qapp, cockpit.desk.theme)
        made.append(cockpit)
        return cockpit

    yield make
    for cockpit in made:
        cockpit.close()
    qapp.setStyleSheet("")


@pytest.fixture
def covered(make_cockpit: Callable[..., Cockpit]) -> Cockpit:
    """A team of eleven that has not begun, on one screen that the room may see."""
    return make_cockpit(team())


@pytest.fixture
def cockpit(covered: Cockpit) -> Cockpit:
    """The same, and only the facilitator sees the screen."""
    covered.alone()
    return covered


def placed(letters: str = "ABCDEFGHIJK", manager: str = "KKKKKKKKKKK") -> Workshop:
    """The team with all slips typed: own place, the manager's place, the wish."""
    workshop = session.begin(team(), NOW).workshop
    johan = person(workshop, "Johan Terpstra")
    for p, own, other in zip(workshop.participants, letters, manager, strict=True):
        workshop = placing.place_at(workshop, "now", p.id, own).workshop
        workshop = placing.place_at(workshop, "other", p.id, "Z" if p.id == johan else other).workshop
        workshop = placing.place_at(workshop, "wish", p.id, own).workshop
    return workshop


def full() -> Workshop:
    """Everything private that a session can hold."""
    workshop = placed()
    samira, johan = person(workshop, "Samira El Idrissi"), person(workshop, "Johan Terpstra")
    for one, other in ((samira, johan), (johan, samira)):
        workshop = placing.agree(workshop, Consent.GAP, one, other).workshop
    talk = Talk("t1", samira, johan, GapView.LOOKING, Visibility.PLAN, "Samira leert het Yusuf.", ("Johan",), "Linh")
    workshop = talking.keep_talk(workshop, talk, lambda: "t1").workshop
    return placing.agree(workshop, Consent.NAME, samira).workshop
