"""The camera of the laptop, by Qt's multimedia. Frames go by and are gone: none is kept, and none is written.

Qt's module and the libraries behind it are loaded in a thread when a camera is first wanted: that takes 90 ms and 17 MB
of memory, and in the GUI thread it would be felt; so the first question which cameras there are takes 1 ms instead of
40. Where they are missing there is no camera, and that is no error.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCameraPermission, QLibraryInfo, QLoggingCategory, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import Shiboken

from gogrow.ui.speech import QUIET

if TYPE_CHECKING:
    from PIL.Image import Image
    from PySide6.QtMultimedia import QCamera, QCameraDevice, QCameraFormat, QVideoFrame

    from gogrow.live.jobs import Job, Progress

Frame = Callable[[], "Image | None"]
"""One picture of a camera, made grey when it is called, in any thread; None when there is nothing in it."""

TROUBLES = ("none", "denied", "silent", "gone")
"""What can be the matter: there is no camera, it may not be used, it gives no picture, it was pulled out."""

WAIT_MS = 5000
"""So long a camera may take until its first picture, and between two."""

_WIDE, _HIGH = 1280, 720  # in which a plan code of 26 mm has more than two pixels to a module at arm's length

_PLAIN = ("NV12", "NV21", "YUV420P", "YUV422P", "YV12", "IMC1", "IMC2", "IMC3", "IMC4", "Y8")
_GREY = dict.fromkeys(_PLAIN, (0, 1)) | {
    "YUYV": (0, 2),
    "UYVY": (1, 2),
    "P010": (1, 2),
    "P016": (1, 2),
    "Y16": (1, 2),
}
"""Where the grey lies in the first plane of a frame: the first byte, and how far it is to the next one."""


class Camera(QObject):
    """What the window for scanning asks of a camera. It ends with `close`, called in the thread that made it."""

    seen = Signal(object)  # Frame
    trouble = Signal(str)  # one of `TROUBLES`; '' when a picture comes again
    found = Signal(list, str)  # names of the cameras there are, and the one in use, '' for none

    def open(self) -> None:
        """Begin; pictures or trouble follow by signal. Also to try again."""

    def choose(self, name: str) -> None:
        """Use the camera with this name from now on."""

    def close(self) -> None:
        """No picture any more, and nothing that runs on. It can be opened again."""


class LaptopCamera(Camera):
    """A camera of this computer: the one that the system prefers, unless another is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._there: bool | None = None  # whether Qt's multimedia is; None while it is being loaded
        self._wanted = False  # opened, and not closed since
        self._name = ""
        self._parts: list[QObject] = []
        self._devices: QObject | None = None
        self._camera: QCamera | None = None
        self._told: str | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(WAIT_MS)
        self._watch.timeout.connect(lambda: self._fail("silent"))

    def open(self) -> None:
        """Ask whether it may be used, load what it takes, and begin."""
        self._let_go()
        self._wanted, self._told = True, None
        if self._job is None:
            from gogrow.live.jobs import Job

            self._job = Job(_load, self)
            self._job.finished.connect(self._loaded)
            self._job.start()
        elif self._there is not None:
            self._loaded(self._there)

    def choose(self, name: str) -> None:
        """Another camera."""
        if name != self._name:
            self._name = name
            self.open()

    def close(self) -> None:
        """The light of the camera goes out."""
        self._wanted = False
        if self._job is not None:
            self._job.wait()
        self._let_go()
        if self._devices is not None:
            Shiboken.delete(self._devices)
            self._devices = None

    # ------------------------------------------------------------------ beginning

    def _loaded(self, there: bool) -> None:
        self._there = there
        if not self._wanted or self._camera is not None:
            return
        if not there:
            self._fail("none")
            return
        app, asked = QGuiApplication.instance(), QCameraPermission()
        assert app is not None
        may = app.checkPermission(asked)
        if may is Qt.PermissionStatus.Undetermined:
            app.requestPermission(asked, self, lambda answer: self._permitted(answer.status()))
        else:
            self._permitted(may)

    def _permitted(self, status: Qt.PermissionStatus) -> None:
        if not self._wanted or self._camera is not None:
            return
        if status is not Qt.PermissionStatus.Granted:
            self._fail("denied")
            return
        from PySide6.QtMultimedia import QMediaDevices

        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._changed)
        self._begin(QMediaDevices.videoInputs())

    def _begin(self, devices: list[QCameraDevice]) -> None:
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink

        if not devices:
            self.found.emit([], "")
            self._fail("none")
            return
        preferred = QMediaDevices.defaultVideoInput()
        named = [device for device in devices if device.description() == self._name]
        device = named[0] if named else (devices[0] if preferred.isNull() else preferred)
        self._name = device.description()
        self.found.emit([one.description() for one in devices], self._name)
        camera, sink, session = QCamera(device, self), QVideoSink(self), QMediaCaptureSession(self)
        form = best_format(device.videoFormats())
        if form is not None:
            camera.setCameraFormat(form)
        session.setCamera(camera)
        session.setVideoSink(sink)
        self._camera, self._parts = camera, [session, sink, camera]
        camera.errorOccurred.connect(lambda *_: self._fail("silent"))
        sink.videoFrameChanged.connect(self._frame)
        self._watch.start()
        camera.start()
        if self._camera is not None and camera.error() is not QCamera.Error.NoError:  # known before anybody listened
            self._fail("silent")

    # ------------------------------------------------------------------ while it runs

    def _frame(self, frame: QVideoFrame) -> None:
        if self._camera is None or not frame.isValid():
            return
        from PySide6.QtMultimedia import QVideoFrame

        self._watch.start()
        self._tell("")
        self.seen.emit(partial(grey, QVideoFrame(frame)))

    def _changed(self) -> None:
        """A camera came or went."""
        from PySide6.QtMultimedia import QMediaDevices

        if not self._wanted:
            return
        devices = QMediaDevices.videoInputs()
        if self._camera is None:
            if devices:
                self.open()
            return
        if self._camera.cameraDevice() not in devices:
            self._fail("gone")
        self.found.emit([one.description() for one in devices], self._name if self._camera is not None else "")

    def _fail(self, code: str) -> None:
        self._let_go()
        self._tell(code)

    def _tell(self, code: str) -> None:
        if code != self._told:
            self._told = code
            self.trouble.emit(code)

    def _let_go(self) -> None:
        self._watch.stop()
        camera, parts, self._camera, self._parts = self._camera, self._parts, None, []
        if camera is not None:
            camera.stop()
        for part in parts:
            part.blockSignals(True)
            part.deleteLater()


def _load(_: Progress) -> bool:
    """Bring Qt's multimedia and the libraries behind it into memory. False when something is missing."""
    from PySide6.QtCore import QPluginLoader

    QLoggingCategory.setFilterRules(QUIET)
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError:
        return False
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "multimedia"
    for plugin in sorted(folder.glob("*")):
        QPluginLoader(str(plugin)).load()  # one that does not load is told by the camera: there is none then
    return True


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The format nearest to 1280 x 720, the quickest of those; None when a camera tells none."""

    def far(form: QCameraFormat) -> tuple[int, float]:
        size = form.resolution()
        return abs(size.width() - _WIDE) + abs(size.height() - _HIGH), -form.maxFrameRate()

    return min(formats, key=far, default=None)


def grey(frame: QVideoFrame) -> Image | None:
    """A frame as a grey picture of its own; None for one that cannot be read."""
    from PIL import Image
    from PySide6.QtGui import QImage
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

    kind = frame.pixelFormat()
    wide, high = frame.width(), frame.height()
    where = _GREY.get(kind.name.removeprefix("Format_"))
    form = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if not frame.isValid() or wide < 1 or high < 1:
        return None
    if where is None and form is QImage.Format.Format_Invalid and kind is not QVideoFrameFormat.PixelFormat.Format_Jpeg:
        return _of_image(frame.toImage())
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        content, stride = bytes(frame.bits(0)), frame.bytesPerLine(0)
    finally:
        frame.unmap()
    if where is not None:
        first, step = where
        content, stride = content[first::step], stride // step
        return (
            Image.frombuffer("L", (wide, high), content, "raw", "L", stride, 1)
            if len(content) >= stride * high
            else None
        )
    if form is not QImage.Format.Format_Invalid:
        return _of_image(QImage(content, wide, high, stride, form)) if len(content) >= stride * high else None
    return _of_image(QImage.fromData(content))


def _of_image(image: object) -> Image | None:
    from PIL import Image
    from PySide6.QtGui import QImage

    assert isinstance(image, QImage)
    if image.isNull():
        return None
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size, stride = (plain.width(), plain.height()), plain.bytesPerLine()
    return Image.frombuffer("L", size, bytes(plain.constBits()), "raw", "L", stride, 1)
