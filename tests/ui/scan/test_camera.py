"""The laptop's camera on a machine that has none, and frames of every kind that cameras give."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QLoggingCategory, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from gogrow.content.scanning import codes_of
from gogrow.ui.scan.camera import LaptopCamera, best_format, grey
from gogrow.ui.speech import QUIET
from tests.ui.scan.conftest import before

CODE = "GOGROW:6R4A-5NMA"


@pytest.fixture(autouse=True)
def _quiet() -> None:
    QLoggingCategory.setFilterRules(QUIET)


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[LaptopCamera]:
    """A camera that is closed at the end."""
    made = LaptopCamera()
    yield made
    made.close()


def trouble(qtbot: QtBot, camera: LaptopCamera) -> str:
    """What it says first when it is opened."""
    with qtbot.waitSignal(camera.trouble, timeout=20_000) as heard:
        camera.open()
    assert heard.args is not None
    return str(heard.args[0])


@pytest.fixture
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any camera, also where the tests run on a laptop."""
    from PySide6 import QtMultimedia

    monkeypatch.setattr(QtMultimedia.QMediaDevices, "videoInputs", staticmethod(lambda: []))


@pytest.mark.usefixtures("no_device")
def test_without_a_camera_it_says_so_and_can_be_tried_again(qtbot: QtBot, camera: LaptopCamera) -> None:
    names: list[list[str]] = []
    camera.found.connect(lambda found, _: names.append(found))
    assert trouble(qtbot, camera) == "none"
    assert trouble(qtbot, camera) == "none"
    assert names == [[], []]


@pytest.mark.usefixtures("no_device")
def test_closing_at_once_leaves_nothing_that_tells(qtbot: QtBot, camera: LaptopCamera) -> None:
    told: list[str] = []
    camera.trouble.connect(told.append)
    camera.open()
    camera.close()
    qtbot.wait(0)
    assert told == []
    assert camera._devices is None


def test_a_refused_permission_is_told(
    qtbot: QtBot, camera: LaptopCamera, monkeypatch: pytest.MonkeyPatch, no_device: None
) -> None:
    monkeypatch.setattr(QGuiApplication, "checkPermission", lambda *_: Qt.PermissionStatus.Denied)
    assert trouble(qtbot, camera) == "denied"


def test_the_system_is_asked_for_permission_when_it_is_not_decided(
    qtbot: QtBot, camera: LaptopCamera, monkeypatch: pytest.MonkeyPatch, no_device: None
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(QGuiApplication, "checkPermission", lambda *_: Qt.PermissionStatus.Undetermined)
    monkeypatch.setattr(QGuiApplication, "requestPermission", lambda _, what, where, answer: asked.append(answer))
    camera.open()
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    with qtbot.waitSignal(camera.trouble) as heard:
        asked[0](SimpleNamespace(status=lambda: Qt.PermissionStatus.Denied))
    assert heard.args == ["denied"]
    with qtbot.waitSignal(camera.trouble) as heard:
        asked[0](SimpleNamespace(status=lambda: Qt.PermissionStatus.Granted))
    assert heard.args == ["none"]


def test_a_computer_without_qts_multimedia_has_no_camera(
    qtbot: QtBot, camera: LaptopCamera, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert trouble(qtbot, camera) == "none"


def test_a_camera_that_gives_no_picture_that_fails_or_that_goes(qtbot: QtBot, camera: LaptopCamera) -> None:
    """Qt's camera without a device behind it: what it says is what one says that another program holds."""
    from PySide6.QtMultimedia import QCameraDevice

    told: list[str] = []
    camera.trouble.connect(told.append)
    camera._wanted = True
    camera._begin([QCameraDevice()])
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["silent"]
    assert camera._camera is None
    assert not camera._watch.isActive()


def test_the_format_nearest_to_720_lines_is_taken() -> None:
    def form(wide: int, high: int, rate: float) -> Any:
        return SimpleNamespace(resolution=lambda: QSize(wide, high), maxFrameRate=lambda: rate)

    formats = [form(640, 480, 30), form(1280, 720, 10), form(1280, 720, 30), form(1920, 1080, 30), form(3840, 2160, 30)]
    assert best_format(formats) is formats[2]
    assert best_format(formats[3:]) is formats[3]
    assert best_format([]) is None


# ---------------------------------------------------------------------- frames


def view() -> Image.Image:
    """What the camera sees, with rows that do not end on a round number of bytes."""
    return before(CODE).crop((0, 0, 1278, 720))


def same(one: Image.Image | None) -> None:
    """It is the view, but for a rounding of colours, and its code can be read."""
    assert one is not None
    assert one.mode == "L"
    assert one.size == view().size
    assert codes_of(one) == [CODE]
    assert abs(one.getpixel((20, 20)) - 120) <= 3  # type: ignore[operator]


@pytest.mark.parametrize("form", [QImage.Format.Format_RGB32, QImage.Format.Format_RGBA8888])
def test_a_frame_in_colours(form: QImage.Format) -> None:
    from PySide6.QtMultimedia import QVideoFrame

    seen = view()
    image = QImage(seen.tobytes(), seen.width, seen.height, seen.width, QImage.Format.Format_Grayscale8)
    same(grey(QVideoFrame(image.convertToFormat(form))))


@pytest.mark.parametrize(
    ("kind", "first", "step"),
    [
        *((kind, 0, 1) for kind in ("NV12", "NV21", "YUV420P", "YUV422P", "YV12", "Y8")),
        ("YUYV", 0, 2),
        ("UYVY", 1, 2),
        ("P010", 1, 2),
        ("P016", 1, 2),
        ("Y16", 1, 2),
    ],
)
def test_a_frame_whose_grey_is_taken_as_it_is(kind: str, first: int, step: int) -> None:
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

    seen = view()
    frame = QVideoFrame(QVideoFrameFormat(QSize(*seen.size), getattr(QVideoFrameFormat.PixelFormat, f"Format_{kind}")))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    plane, stride = frame.bits(0), frame.bytesPerLine(0)
    for y in range(seen.height):
        line = seen.crop((0, y, seen.width, y + 1)).tobytes()
        plane[y * stride + first : y * stride + first + seen.width * step : step] = line  # type: ignore[index]
    frame.unmap()
    same(grey(frame))


def test_a_frame_with_nothing_in_it_gives_nothing() -> None:
    from PySide6.QtMultimedia import QVideoFrame

    assert grey(QVideoFrame()) is None
