"""From a button to paper: asks where, makes the file off the GUI thread with progress and cancel, opens the viewer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget

from gogrow.domain.workshop import Workshop
from gogrow.live.jobs import Job, Progress
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.desk import Desk


def print_kit(desk: Desk, parent: QWidget, live: LiveWorkshop) -> None:
    """The room kit of a workshop as one PDF."""

    def make(workshop: Workshop, target: Path, progress: Progress) -> object:
        from gogrow.sheets.kit import room_kit

        return room_kit(workshop, Texts(workshop.details.language), target, progress)

    _print(desk, parent, desk.texts.t("Room kit"), live, make)


def print_plans(desk: Desk, parent: QWidget, live: LiveWorkshop, ids: Sequence[str] = ()) -> None:
    """The window for plans on paper, with these participants ticked; all when ``ids`` is empty.

    The workshop comes from the file: what was typed a moment ago is on its way there.
    """
    live.flush()

    def show(workshop: Workshop) -> None:
        from gogrow.ui.papers.dialog import PapersDialog

        if QApplication.activeModalWidget() is not None:
            return  # asked for twice
        dialog = PapersDialog(desk, parent, live, workshop, ids)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    desk.workspace.ask(lambda workspace: workspace.load(live.id), show)


def print_course(desk: Desk, parent: QWidget, live: LiveWorkshop, size: str) -> None:
    """The group's course on one page; ``size`` is a4 or a3."""
    live.flush()

    def make(workshop: Workshop, target: Path, progress: Progress) -> object:
        from gogrow.sheets.course import course_pdf

        return course_pdf(workshop, Texts(workshop.details.language), target, size, progress=progress)

    _print(desk, parent, desk.texts.t("Course {size}", size=size.upper()), live, make)


def file_name(title: str, workshop: Workshop) -> str:
    """A file name that every system takes: what it is, the team, the date."""
    details = workshop.details
    return pdf_name(title, details.team or details.title, details.date.isoformat() if details.date else "")


def pdf_name(*parts: str) -> str:
    """These parts as a file name that every system takes."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", " ".join(part for part in parts if part))
    return re.sub(r"\s+", " ", name).strip(" .")[:100] + ".pdf"


def _print(
    desk: Desk, parent: QWidget, title: str, live: LiveWorkshop, make: Callable[[Workshop, Path, Progress], object]
) -> None:
    """Asks where, then takes the workshop from the file: what was typed a moment ago is on its way there."""
    target = ask_where(parent, title, file_name(title, live.workshop))
    if target is None:
        return
    desk.workspace.ask(
        lambda workspace: workspace.load(live.id),
        lambda workshop: make_pdf(desk, parent, title, target, lambda progress: make(workshop, target, progress)),
    )


def ask_where(parent: QWidget, title: str, name: str, kind: str = "PDF", ending: str = ".pdf") -> Path | None:
    """Asks where a file should be, a PDF by default; ``name`` is proposed. None when it is called off.

    A name without its ending gets that; should such a file be there, which nobody was asked about, a number goes along.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(documents() / name), f"{kind} (*{ending})")
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(ending) else beside(Path(chosen + ending))


def documents() -> Path:
    """Where files are proposed: the user's own documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def beside(path: Path) -> Path:
    """This path, or when there is such a file, one with a number that is free."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem} ({number})")
    return found


def make_pdf(desk: Desk, parent: QWidget, title: str, target: Path, work: Callable[[Progress], object]) -> None:
    """Let ``work`` make a PDF at ``target`` off the GUI thread, with progress and cancel; then open it."""
    t = desk.texts.t

    def done(_: object) -> None:
        desk.notice(t("{title} is in {file}.", title=title, file=str(target)))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    words = t("{title} is being made", title=title)
    with_progress(desk, parent, title, words, work, done, desk.notice, t("Stopped. No file was made."))


def with_progress(
    desk: Desk,
    parent: QWidget,
    title: str,
    words: str,
    work: Callable[[Progress], object],
    done: Callable[[Any], object],
    tell: Callable[[str], object],
    stopped: str,
) -> None:
    """Do ``work`` off the GUI thread while a window says ``words``, how far it is, and lets it be cancelled.

    Then ``done`` gets what came of it; or ``tell`` gets ``stopped``, or the sentence of a fault that has one for the
    user (``message(texts)``). Another fault is raised.
    """
    job = Job(work, parent)
    wait = QProgressDialog(words, desk.texts.t("Cancel"), 0, 0, parent)
    wait.setWindowTitle(title)
    wait.setWindowModality(Qt.WindowModality.WindowModal)
    wait.setMinimumDuration(400)
    wait.setAutoClose(False)
    wait.setAutoReset(False)
    wait.canceled.connect(job.cancel)

    def progressed(done: int, total: int) -> None:
        wait.setMaximum(total)
        wait.setValue(done)

    def ended() -> None:
        wait.canceled.disconnect(job.cancel)
        wait.close()
        wait.deleteLater()
        job.wait()
        job.deleteLater()

    def finished(result: object) -> None:
        cancelled = job.cancelled
        ended()
        if cancelled:
            tell(stopped)
        else:
            done(result)

    def failed(error: Exception) -> None:
        ended()
        sentence = getattr(error, "message", None)
        if sentence is None:
            raise error
        tell(sentence(desk.texts))

    job.progressed.connect(progressed)
    job.finished.connect(finished)
    job.failed.connect(failed)
    job.start()
