"""The window for scanning: the camera, pictures and typing beside one another, and what was found under them.

It stays open for the next poster. Nothing of a picture is kept: frames are looked at and let go, files are only read.
While the room may look along it is covered, and then the camera is off.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from gogrow.content.scan_words import told
from gogrow.domain.scanned import CalendarCode, Meaning, PlanCode, WrongCode, meaning, typed_meaning
from gogrow.live.while_there import WhileThere
from gogrow.ui.cockpit.cover import Cover
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, typed
from gogrow.ui.parts import button, icon_label, row
from gogrow.ui.plan.opening import PlanOpening
from gogrow.ui.scan.camera import Camera, Frame
from gogrow.ui.scan.files import PictureReading, choose_pictures
from gogrow.ui.scan.picture import CameraPicture
from gogrow.ui.scan.reader import Look, Reader
from gogrow.ui.scan.results import Results
from gogrow.ui.scan.sights import Sights

if TYPE_CHECKING:
    from gogrow.store.plans import PlanPlace

WIDTH = 384
"""As wide as the right side of the cockpit, with normal letters: the plan beside it stays in view."""
_SIDE = 16


class ScanWindow(QDialog):
    """Three ways to a plan. `alone` comes when she says that nobody looks along, `closed` when it goes."""

    alone = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, opening: PlanOpening, camera: Camera, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._opening, self._camera = desk, opening, camera
        camera.setParent(self)
        self._there = WhileThere(self)
        self._reader = Reader(self)
        self._sights = Sights()
        self._trouble: str | None = None
        self._runs = self._ended = False
        self._files: PictureReading | None = None
        self.setWindowTitle(desk.texts.t("Scan a sheet or poster"))
        self.setModal(False)
        self.setAcceptDrops(True)
        self._wide = round(WIDTH * (0.2 + 0.8 * desk.theme.size("font.text") / 15.5))
        self.setFixedWidth(self._wide)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._ways())
        cover = Cover(desk)
        cover.alone.connect(self.alone)
        self._stack.addWidget(cover)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        camera.seen.connect(self._frame)
        camera.trouble.connect(self._tell_trouble)
        camera.found.connect(self._list_cameras)
        self._reader.looked.connect(self._looked)
        opening.opened.connect(self._opened)
        opening.missing.connect(self._missing)
        desk.workspace_changed.connect(self._another_file)
        self._tell_trouble(None)
        self.refresh()

    # ------------------------------------------------------------------ how it lies

    def _ways(self) -> QWidget:
        t, theme = self._desk.texts.t, self._desk.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 14, _SIDE, 14)
        column.setSpacing(8)
        self.picture = CameraPicture(theme, self._wide - 2 * _SIDE)
        column.addWidget(self.picture)
        self.camera_told = typed("", "text")
        column.addWidget(self.camera_told)
        self._cameras = QComboBox()
        self._cameras.setAccessibleName(t("Which camera"))
        self._cameras.textActivated.connect(self._camera.choose)
        self._cameras.hide()  # until there is more than one
        self._again = button(theme, t("Try again"), "refresh", "tool", "camera-again")
        self._again.clicked.connect(self._start)
        column.addLayout(row(self._again, 1))
        column.addWidget(self._cameras)
        column.addSpacing(4)
        column.addWidget(label(t("Or type the code"), "label"))
        self.code = QLineEdit()
        self.code.setPlaceholderText("6R4A-5NMA")
        self.code.setAccessibleName(t("Code of a plan"))
        self.code.setMaxLength(60)
        self.code.textEdited.connect(self._typing)
        self.code.returnPressed.connect(self._typed)
        column.addWidget(self.code)
        self.code_told = typed("", "hint")
        self.code_told.hide()
        column.addWidget(self.code_told)
        column.addSpacing(4)
        choose = button(theme, t("Choose photos or PDFs…"), "upload", "tool", "choose-pictures")
        choose.clicked.connect(lambda: choose_pictures(self._desk, self, self.read_files))
        self._choose = choose
        column.addWidget(choose)
        self._drop_here = label(t("Or drop them here."), "hint")
        self._drop_here.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._drop_here)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t("Photos and PDFs that were looked at"))
        stop = button(theme, t("Cancel"), "", "tool", "stop-pictures")
        stop.clicked.connect(self._stop_files)
        self._busy = QWidget()
        busy = row(icon_label(theme, "hourglass", "ink2", 20), spacing=10)
        busy.addWidget(self._bar, 1)
        busy.addWidget(stop)
        self._busy.setLayout(busy)
        self._busy.hide()
        column.addWidget(self._busy)
        column.addSpacing(4)
        self.results = Results(self._desk)
        self.results.chosen.connect(self._open)
        column.addWidget(self.results, 1)
        return inside

    # ------------------------------------------------------------------ who looks along, and when the camera runs

    def refresh(self) -> None:
        """Cover it, or not any more; and the camera runs exactly when somebody sees its picture."""
        covered = self._desk.looked_along
        self._stack.setCurrentIndex(1 if covered else 0)
        wanted = self.isVisible() and not covered and not self._ended
        if wanted and not self._runs:
            self._runs = True
            QTimer.singleShot(0, self, self._start)  # the window first
            self.code.setFocus()
        elif not wanted and self._runs:
            self._runs = False
            self._camera.close()
            self._tell_trouble(None)

    def _start(self) -> None:
        if self._runs:
            self._tell_trouble(None)
            self._camera.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Now there is something to see."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it."""
        super().hideEvent(event)
        self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The light of the camera goes out, and nothing runs on."""
        self.end()
        super().closeEvent(event)
        self.closed.emit()
        self.deleteLater()

    def reject(self) -> None:
        """Escape closes it."""
        self.close()

    def end(self) -> None:
        """End everything that runs for this window."""
        if not self._ended:
            self._ended = True
            self._runs = False
            self._camera.close()
            self._reader.close()
            self._stop_files()

    # ------------------------------------------------------------------ the camera

    def _frame(self, frame: Frame) -> None:
        if self._runs:
            self._reader.offer(frame)

    def _looked(self, look: Look) -> None:
        if not self._runs or self._trouble:
            return
        self.picture.show_picture(look.picture, hit=bool(look.codes))
        if not self._opening.stopped:
            for code in self._sights.news(look.codes, self._desk.now()):
                self._found(meaning(code))

    def _tell_trouble(self, code: str | None) -> None:
        """What stands under the picture: None while the camera starts, '' when it works."""
        t = self._desk.texts.t
        others = t("You can also choose a photo or type the code.")
        sentences = {
            None: t("The camera starts…"),
            "": t("Hold the code of a sheet or poster before the camera. No picture is kept."),
            "none": t("There is no camera here. {others}", others=others),
            "denied": t(
                "GoGrow may not use the camera. Allow that in the settings of this computer. {others}", others=others
            ),
            "silent": t(
                "The camera gives no picture. Does another program use it? Close that one. {others}", others=others
            ),
            "gone": t("The camera came loose. Connect it again. {others}", others=others),
        }
        self._trouble = code
        self.camera_told.setText(sentences[code])
        if code != "":
            self.picture.show_picture(None)
        self.picture.setVisible(not code)
        self._again.setVisible(code in ("denied", "silent", "gone"))

    def _list_cameras(self, names: list[str], used: str) -> None:
        self._cameras.clear()
        self._cameras.addItems(names)
        self._cameras.setCurrentText(used)
        self._cameras.setVisible(len(names) > 1)

    # ------------------------------------------------------------------ typing

    def _typing(self, text: str) -> None:
        """A whole code opens its plan at once; a wrong character is told at once."""
        found = typed_meaning(text)
        letters = sum(char.isalnum() for char in text)
        if isinstance(found, PlanCode):
            self._typed()
        elif isinstance(found, WrongCode):
            self._say_typed(self._desk.texts.t("Look again: in {code} a character is wrong.", code=found.text))
        else:
            self._say_typed(self._no_code() if letters > 8 else "")

    def _typed(self) -> None:
        found = typed_meaning(self.code.text())
        if isinstance(found, PlanCode):
            self.code.clear()
            self._say_typed("")
            self._found(found)
        elif self.code.text().strip():
            self._typing(self.code.text())
            if self.code_told.isHidden():
                self._say_typed(self._no_code())

    def _no_code(self) -> str:
        return self._desk.texts.t("This is not a plan code. It has eight characters, such as 6R4A-5NMA.")

    def _say_typed(self, words: str) -> None:
        self.code_told.setText(words)
        self.code_told.setVisible(bool(words))
        self.code.setAccessibleDescription(words)

    # ------------------------------------------------------------------ pictures and PDFs

    def read_files(self, files: Sequence[Path]) -> None:
        """Look for codes in these files, off the GUI thread. What was chosen before goes first."""
        if not files or self._ended:
            return
        self._stop_files()
        self.results.clear()
        reading = self._files = PictureReading(files, self)
        self._choose.setEnabled(False)
        self._bar.setRange(0, len(files))
        self._bar.setValue(0)
        self._busy.show()
        reading.progressed.connect(self._bar.setValue)
        reading.read.connect(self._files_read)
        reading.start()

    def _files_read(self, found: list[tuple[Path, list[str], Exception | None]]) -> None:
        from gogrow.content.scanning import Unscannable

        texts = self._desk.texts
        self._stop_files()
        plans: dict[str, None] = {}
        for file, codes, fault in found:
            meant = [meaning(code) for code in codes]
            mine = [one.code for one in meant if isinstance(one, PlanCode)]
            plans |= dict.fromkeys(mine)
            if isinstance(fault, Unscannable):
                self.results.say(fault.message(texts), "alert-circle")
            elif not codes:
                words = texts.t("No code was found. Take the photo from above, sharp and in good light.")
                self.results.say(f"{file.name}: {words}", "alert-circle")
            for one in meant if not mine else ():
                self._tell(one)
        if plans:
            self._look_up(list(plans))

    def _stop_files(self) -> None:
        reading, self._files = self._files, None
        if reading is not None:
            reading.stop()
        self._busy.hide()
        self._choose.setEnabled(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come in."""
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at them."""
        files = self._dropped(event)
        if files:
            event.acceptProposedAction()
            self.read_files(files)

    def _dropped(self, event: QDropEvent) -> list[Path]:
        if self._desk.looked_along:
            return []
        return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]

    # ------------------------------------------------------------------ what was found

    def _another_file(self) -> None:
        """What was found in the file that is closed is nobody's here; what is held up now is looked up once more."""
        self.results.clear()
        self._sights = Sights()

    def _found(self, found: Meaning) -> None:
        if isinstance(found, PlanCode):
            self._look_up([found.code])
        else:
            self._tell(found)

    def _tell(self, found: Meaning) -> None:
        sign = "calendar" if isinstance(found, CalendarCode) else "alert-circle"
        self.results.say(told(found, self._desk.texts, self._desk.now().astimezone().date()), sign)

    def _look_up(self, codes: list[str]) -> None:
        from gogrow.store.plans import plans_with

        if not self._desk.has_workspace:
            return
        self._desk.workspace.ask(
            lambda workspace: [(code, plans_with(workspace, code)) for code in codes],
            self._there(self._placed),
        )

    def _placed(self, found: list[tuple[str, tuple[PlanPlace, ...]]]) -> None:
        """One plan opens at once; of more, she chooses."""
        texts, results = self._desk.texts, self.results
        running = self._opening.current
        several = len([code for code, places in found if places]) > 1
        opens: PlanPlace | None = None
        for code, places in reversed(found):
            here = [place for place in places if place.workshop == running]
            chosen = here or [place for place in places if not place.followed]
            for place in reversed(chosen):
                results.add_plan(place)
            if not places:
                self._tell(PlanCode(code))
            elif len(chosen) > 1:
                results.say(texts.t("{code} is in more than one workshop. Choose which plan you mean.", code=code))
            elif running and not here:
                results.say(
                    texts.t("This plan is in another workshop. Click it to go there. The beamer goes quiet then.")
                )
            elif not several:
                opens = chosen[0]
        if several:
            results.say(texts.t("More than one plan was found. Choose which one you want to see."))
        if opens is not None:
            self._open(opens)
        else:
            results.show_open(None)

    def _open(self, place: PlanPlace) -> None:
        if not self._opening.stopped:
            self._opening.open(place)

    def _opened(self, place: PlanPlace) -> None:
        self.results.show_open(place)
        self.refresh()

    def _missing(self, place: PlanPlace) -> None:
        t = self._desk.texts.t
        self.results.say(
            t("{name} is not in {title} any more, and neither is the plan.", name=place.name, title=place.title)
        )
