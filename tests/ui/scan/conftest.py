"""The program with a window for scanning, and a camera that shows what a test holds before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest
import qrcode
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow.app import Program
from gogrow.domain.workshop import Workshop
from gogrow.store.workspace import Workspace
from gogrow.ui.cockpit.page import CockpitPage
from gogrow.ui.cockpit.plan_step import PlanStepView
from gogrow.ui.scan.camera import Camera
from gogrow.ui.scan.scanning import Scanning
from gogrow.ui.scan.window import ScanWindow
from tests.ui.running import program, settle


class FakeCamera(Camera):
    """Stands for the laptop's camera: `hold` a picture before it, or give it `trouble`."""

    made: list[FakeCamera] = []
    first = ""
    """The trouble that it begins with."""
    names: list[str] = ["Ingebouwd"]
    """The cameras there are."""

    def __init__(self) -> None:
        super().__init__()
        FakeCamera.made.append(self)
        self.opened = self.closed = 0
        self.runs = False
        self.chosen: list[str] = []

    def open(self) -> None:
        """Begin."""
        self.opened += 1
        self.runs = not FakeCamera.first
        self.found.emit(FakeCamera.names if self.runs else [], FakeCamera.names[0] if self.runs else "")
        self.trouble.emit(FakeCamera.first)

    def choose(self, name: str) -> None:
        """Another one."""
        self.chosen.append(name)

    def close(self) -> None:
        """No picture any more."""
        self.closed += 1
        self.runs = False

    def hold(self, picture: Image.Image) -> None:
        """One frame of this picture."""
        self.seen.emit(partial(picture.copy))


def code(text: str, box: int = 4) -> Image.Image:
    """A code as it is printed."""
    maker = qrcode.QRCode(box_size=box)
    maker.add_data(text)
    return maker.make_image().get_image().convert("L")


def before(*texts: str) -> Image.Image:
    """What a camera sees when somebody holds these codes up: 1280 x 720, grey, a little askew."""
    view = Image.new("L", (1280, 720), 120)
    for number, text in enumerate(texts):
        view.paste(code(text).rotate(4, expand=True, fillcolor=255), (80 + 420 * number, 180))
    return view


class Desk:
    """The program, its window for scanning, and hands that hold posters up."""

    def __init__(self, qtbot: QtBot, made: Program) -> None:
        self.qtbot, self.program = qtbot, made
        self.scanning = made._scanning = Scanning(made.window, FakeCamera)
        self.desk = made.desk
        self.now = made.desk.now()
        made.desk.now = lambda: self.now

    def after(self, seconds: float) -> None:
        """Time goes by."""
        self.now += dt.timedelta(seconds=seconds)

    @property
    def window(self) -> ScanWindow:
        """The window, which is open."""
        assert self.scanning.window is not None
        return self.scanning.window

    @property
    def camera(self) -> FakeCamera:
        """The camera of that window."""
        return FakeCamera.made[-1]

    @property
    def page(self) -> str:
        """Which page is shown."""
        return self.program.window.page_name()

    def show(self) -> ScanWindow:
        """Open it by its action, and say that nobody looks along."""
        self.desk.alone = True
        self.program.window.actions_by_id["scan"].trigger()
        self.qtbot.waitUntil(lambda: self.camera.opened > 0)
        return self.window

    def settle(self) -> None:
        """Until the file has answered, twice: an answer may ask for more."""
        for _ in range(3):
            settle(self.qtbot, self.program)
            QApplication.processEvents()

    def hold(self, *texts: str) -> None:
        """Hold codes before the camera until they were looked at."""
        looked: list[object] = []
        self.window._reader.looked.connect(looked.append)

        def again() -> bool:
            self.camera.hold(before(*texts))
            return bool(looked)

        self.qtbot.waitUntil(again, timeout=20_000)
        self.window._reader.looked.disconnect(looked.append)
        self.settle()

    def loaded(self, workshop: str) -> Workshop:
        """A workshop as it is in the file."""
        found: list[Workshop] = []
        self.desk.workspace.ask(lambda workspace: workspace.load(workshop), found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    @property
    def cockpit(self) -> CockpitPage:
        """The page of the one who leads."""
        page = self.program.window.pages["cockpit"]
        assert isinstance(page, CockpitPage)
        return page

    def editor(self) -> str:
        """Whose plan stands in the cockpit, '' for nobody's."""
        page = self.program.window.pages.get("cockpit")
        view = page._view if isinstance(page, CockpitPage) else None
        live = self.desk.workspace.current
        if not isinstance(view, PlanStepView) or live is None or not view.middle.isVisible():
            return ""
        person = live.workshop.participant(view._person)
        return person.name if person is not None else ""

    def plans(self) -> list[str]:
        """Whose plans were found, the newest first."""
        return [row.place.name for row in self.window.results.plans()]

    def sentences(self) -> list[str]:
        """What was said, the newest first."""
        return self.window.results.sentences()


@pytest.fixture
def scanning(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], AbstractContextManager[Desk]]]:
    """Opens the program on a file: ``with scanning(path) as desk``."""

    @contextmanager
    def run(path: Path) -> Iterator[Desk]:
        with program(qtbot, qapp, path) as made:
            made.desk.set_language("nl")
            yield Desk(qtbot, made)

    FakeCamera.first, FakeCamera.names = "", ["Ingebouwd"]
    yield run
    FakeCamera.made.clear()


def change(path: Path, act: Callable[[Workspace], object]) -> None:
    """Change a file that is closed."""
    workspace = Workspace.open(path)
    try:
        act(workspace)
    finally:
        workspace.close()
