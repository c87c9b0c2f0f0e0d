"""Which screen the room sees: by name and serial, asked about first, never the facilitator's own.

The rules are tried with screens of card; the window itself with two real ones in an X server.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QRect, QSize
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from gogrow.domain.public import PublicView
from gogrow.texts import Texts
from gogrow.ui.beamer.awake import Awake
from gogrow.ui.beamer.screens import REMEMBERED, Screens, Seen
from gogrow.ui.beamer.window import BeamerWindow
from gogrow.ui.theme import load_fonts, load_theme
from tests.ui.beamer.views import NOW, views

ROOT = Path(__file__).parents[3]


class CardScreen:
    """A screen as far as the rules look at one."""

    def __init__(self, name: str, area: tuple[int, int, int, int], serial: str = "", maker: str = "") -> None:
        self._name, self._area, self._serial, self._maker = name, QRect(*area), serial, maker

    def name(self) -> str:
        return self._name

    def serialNumber(self) -> str:
        return self._serial

    def manufacturer(self) -> str:
        return self._maker

    def model(self) -> str:
        return ""

    def geometry(self) -> QRect:
        return self._area

    def devicePixelRatio(self) -> float:
        return 1.0


LAPTOP = CardScreen("eDP-1", (0, 0, 1280, 800))
HALL = CardScreen("HDMI-1", (1280, 0, 1920, 1080), "77", "Epson")
OTHER_HALL = CardScreen("HDMI-1", (1280, 0, 1920, 1080), "88", "Epson")
TV = CardScreen("DP-2", (3200, 0, 3840, 2160))
MIRROR = CardScreen("HDMI-1", (0, 0, 1280, 800), "77")


@dataclass
class Memory:
    """What the settings keep."""

    beamers: list[list[str]] = field(default_factory=list)
    saved: int = 0

    def save(self) -> None:
        self.saved += 1


class Desk:
    """Screens of card on a desk, with everything that was told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *present: CardScreen) -> None:
        self.present: list[Any] = list(present)
        self.cockpit: Any = LAPTOP
        self.memory = Memory()
        monkeypatch.setattr(QGuiApplication, "screens", lambda: self.present)
        monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: self.present[0])
        self.screens = Screens(self.memory, lambda: self.cockpit)
        self.asked: list[Seen] = []
        self.screens.unknown_screen.connect(self.asked.append)

    def beamer(self) -> object:
        return self.screens.beamer()

    def plug(self, screen: CardScreen) -> None:
        self.present.append(screen)
        self.screens._added(screen)  # type: ignore[arg-type]

    def unplug(self, screen: CardScreen) -> None:
        self.screens._removed(screen)  # type: ignore[arg-type]
        self.present.remove(screen)


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch, LAPTOP)


def test_an_unknown_screen_is_asked_about_once_and_nothing_is_shown_on_it(desk: Desk) -> None:
    assert desk.screens.mirrored_or_single
    desk.plug(HALL)
    assert not desk.screens.mirrored_or_single
    assert [seen.description for seen in desk.asked] == ["Epson (HDMI-1) · 1920 × 1080"]
    assert desk.beamer() is None
    desk.screens.refresh()
    assert len(desk.asked) == 1


def test_a_chosen_screen_is_remembered_by_name_and_serial(desk: Desk) -> None:
    desk.plug(HALL)
    desk.screens.choose(desk.asked[0].key)
    assert desk.beamer() is HALL
    assert desk.memory.beamers == [["HDMI-1", "77"]]
    assert desk.memory.saved == 1
    desk.unplug(HALL)
    assert desk.beamer() is None
    desk.plug(OTHER_HALL)
    assert desk.beamer() is None, "the same plug, another beamer"
    assert [seen.key for seen in desk.asked] == [("HDMI-1", "77"), ("HDMI-1", "88")]
    desk.unplug(OTHER_HALL)
    desk.plug(HALL)
    assert desk.beamer() is HALL
    assert len(desk.asked) == 2


def test_while_a_screen_is_leaving_it_is_gone_already(desk: Desk) -> None:
    desk.plug(HALL)
    desk.screens.choose(("HDMI-1", "77"))
    at_the_time: list[object] = []
    desk.screens.changed.connect(lambda: at_the_time.append(desk.beamer()))
    desk.unplug(HALL)
    assert at_the_time == [None]


def test_the_place_in_the_list_does_not_matter(desk: Desk) -> None:
    desk.memory.beamers = [["HDMI-1", "77"]]
    for order in ([HALL, LAPTOP, TV], [TV, HALL, LAPTOP], [LAPTOP, TV, HALL]):
        desk.present = list(order)
        assert desk.beamer() is HALL
    desk.screens.choose(("DP-2", ""))
    assert desk.beamer() is TV, "the one that was chosen last"


def test_never_over_the_cockpit(desk: Desk) -> None:
    desk.plug(HALL)
    desk.screens.choose(("HDMI-1", "77"))
    desk.cockpit = HALL
    assert desk.beamer() is None
    own = [seen for seen in desk.screens.found() if seen.own]
    assert [seen.key for seen in own] == [("HDMI-1", "77")]


def test_a_mirrored_screen_is_no_second_screen(desk: Desk) -> None:
    desk.memory.beamers = [["HDMI-1", "77"]]
    desk.plug(MIRROR)
    assert desk.screens.mirrored_or_single
    assert desk.beamer() is None
    assert desk.asked == []


def test_no_means_no_for_this_run_and_yes_may_still_come(desk: Desk) -> None:
    desk.plug(HALL)
    desk.screens.choose(("HDMI-1", "77"))
    desk.screens.refuse(("HDMI-1", "77"))
    assert desk.beamer() is None
    assert desk.memory.beamers == []
    desk.unplug(HALL)
    desk.plug(HALL)
    assert len(desk.asked) == 1
    desk.screens.choose(("HDMI-1", "77"))
    assert desk.beamer() is HALL


def test_only_so_many_are_remembered_and_nonsense_in_the_settings_is_passed_over(desk: Desk) -> None:
    desk.memory.beamers = [["only a name"], [], ["HDMI-1", "77"]]
    desk.plug(HALL)
    assert desk.beamer() is HALL
    for number in range(REMEMBERED + 5):
        desk.screens.choose(("X", str(number)))
    assert len(desk.memory.beamers) == REMEMBERED
    assert desk.memory.beamers[0] == ["X", str(REMEMBERED + 4)]


# ---------------------------------------------------------------------- the window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[BeamerWindow]:
    load_fonts()
    screens = Screens(Memory(), lambda: None)
    made = BeamerWindow(load_theme("light"), screens, Texts("nl"), now=lambda: NOW)
    qtbot.addWidget(made)
    yield made
    made.stop()


def test_with_one_screen_it_comes_only_when_asked_for_and_as_a_window(qtbot: QtBot, window: BeamerWindow) -> None:
    window.start()
    assert not window.isVisible()
    assert window.screen_text() == ""
    window.show_plain()
    assert window.isVisible()
    assert window.plain
    assert not window.isFullScreen()
    assert window.screen_text() == "in een venster"
    assert window.on_screen() is None
    assert abs(window.width() / window.height() - 16 / 9) < 0.02
    window.show_view(PublicView("nl", views()["placing"]))
    window.show_view(PublicView("nl", views()["placing"]))
    assert window.canvas.view.picture == views()["placing"]
    window.stop()
    assert not window.isVisible()


def test_closing_the_plain_window_takes_it_away_for_good(qtbot: QtBot, window: BeamerWindow) -> None:
    told: list[object] = []
    window.show_plain()
    window.shown_on.connect(told.append)
    window.close()
    assert not window.isVisible()
    assert told[-1] is None
    window.place()
    assert not window.isVisible()


def test_it_holds_the_screen_saver_while_it_is_seen(qtbot: QtBot, window: BeamerWindow) -> None:
    assert not window._awake.held
    window.show_plain()
    assert window._awake.held
    window.stop()
    assert not window._awake.held


def test_keeping_awake_never_complains(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    awake = Awake()
    awake.hold("GoGrow", "The beamer is on")
    awake.hold("GoGrow", "The beamer is on")
    assert awake.held
    awake.release()
    awake.release()
    assert not awake.held


class Program:
    """The program of on_two_screens, driven over its pipes."""

    def __init__(self, env: dict[str, str], folder: Path) -> None:
        self.env, self.folder = env, folder
        command = [sys.executable, "-m", "tests.ui.beamer.on_two_screens", str(folder)]
        self.run = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def tell(self, command: str) -> dict[str, Any]:
        assert self.run.stdin is not None
        self.run.stdin.write(command + "\n")
        self.run.stdin.flush()
        return self.heard(lambda state: state.get("after") == command.split()[0])

    def heard(self, wanted: Any) -> dict[str, Any]:
        """The first line from now on that is wanted."""
        assert self.run.stdout is not None
        for line in self.run.stdout:
            state: dict[str, Any] = json.loads(line)
            if wanted(state):
                return state
        assert self.run.stderr is not None
        pytest.fail(f"the program stopped:\n{self.run.stderr.read()}")

    def picture(self, name: str) -> QImage:
        self.tell(f"picture {name}")
        image = QImage(str(self.folder / name))
        assert image.size() == QSize(3200, 1080)
        return image

    def corners(self, name: str, laptop: str, beamer: str) -> None:
        """Both screens come to have these colours in their corners; the screens paint when they get to it."""
        patience = QElapsedTimer()
        patience.start()
        seen = ("", "")
        while seen != (laptop, beamer):
            assert patience.elapsed() < 20_000, seen
            picture = self.picture(name)
            seen = picture.pixelColor(10, 10).name(), picture.pixelColor(1290, 10).name()

    def end(self) -> str:
        _, errors = self.run.communicate("quit\n", timeout=20)
        return errors

    def stop(self) -> None:
        """However the test went, nothing of it stays behind."""
        if self.run.poll() is None:
            self.run.kill()
            self.run.communicate()


@pytest.mark.xvfb
def test_on_two_real_screens(two_screens: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    paper, brick, black = "#fbf6eb", "#8a3218", "#000000"
    program = Program(two_screens, tmp_path)
    request.addfinalizer(program.stop)
    state = program.tell("state")
    assert state["asked"] == ["BEAMER"]
    assert not state["visible"]
    program.corners("before.png", brick, black)  # nothing on a screen not chosen
    state = program.tell("choose")
    assert state["screen"] == "BEAMER"
    assert state["geometry"] == [1280, 0, 1920, 1080]
    assert state["text"] == "BEAMER · 1920 × 1080"
    program.tell("view")
    program.corners("both.png", brick, paper)

    subprocess.run(["xrandr", "--delmonitor", "BEAMER"], env=two_screens, check=True, capture_output=True)
    state = program.heard(lambda state: state["screens"] == ["LAPTOP"])
    state = program.tell("state")
    assert not state["visible"]
    assert state["alone"], "one screen: private panes are covered"
    program.corners("gone.png", brick, black)

    back = ["xrandr", "--setmonitor", "BEAMER", "1920/1600x1080/900+1280+0", "none"]
    subprocess.run(back, env=two_screens, check=True, capture_output=True)
    state = program.heard(lambda state: state["visible"])
    assert state["screen"] == "BEAMER"
    program.corners("again.png", brick, paper)
    assert program.end() == ""
