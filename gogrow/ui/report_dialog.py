"""The report for the organisation: over which sessions, what it says then, and where it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.added import Added, counts_for, of_managers
from gogrow.domain.report import Report, once, report
from gogrow.domain.workshop import Workshop
from gogrow.live.jobs import Job, Progress
from gogrow.sheets import report_words
from gogrow.store.reported import Reported, changed
from gogrow.texts import LANGUAGES, Texts
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, wrapped
from gogrow.ui.paper import beside, documents, make_pdf, pdf_name
from gogrow.ui.parts import Clickable, button, panel, row
from gogrow.ui.report_preview import ReportPreview

if TYPE_CHECKING:
    from gogrow.store.workspace import Workspace

_SIZE = (980, 680)
_LEFT = 340
_KINDS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}


def ask_report(desk: Desk, parent: QWidget) -> None:
    """Read the sessions of the open file that are over, and open the dialog; or say that there are none."""
    if not desk.has_workspace:
        return

    def show(found: Found) -> None:
        dialog = ReportDialog(desk, parent, found)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    desk.workspace.ask(over, show)


@dataclass(frozen=True)
class Found:
    """Sessions of a file that are over, and what they added to earlier reports."""

    workshops: tuple[Workshop, ...]
    earlier: Mapping[str, Added]


def over(workspace: Workspace) -> Found:
    """Read them; not in the GUI thread."""
    workshops = tuple(workspace.load(one.id) for one in workspace.list() if one.ended)
    return Found(workshops, Reported().of(workshops))


class ReportDialog(QDialog):
    """Asks which sessions, shows what the report says of them, and saves it as PDF, document or spreadsheet."""

    def __init__(self, desk: Desk, parent: QWidget, found: Found) -> None:
        """``found`` is of the open file; others are added from their files."""
        super().__init__(parent)
        self._desk = desk
        self._boxes: list[tuple[QCheckBox, Workshop]] = []
        self._earlier: dict[str, Added] = {}
        self._job: Job | None = None
        t, theme = desk.texts.t, desk.theme
        self.setWindowTitle(t("Report for the organisation"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 22, 28, 22)
        whole.setSpacing(14)
        whole.addWidget(label(t("Report for the organisation"), "title"))
        whole.addWidget(wrapped(t("What came up, what people want and what they ask for. Nobody can be recognised.")))
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(self._choices())
        frame, inside = panel((18, 16, 8, 12), 8)
        self.preview = ReportPreview(theme)
        inside.addWidget(self.preview)
        sides.addWidget(frame, 1)
        whole.addLayout(sides, 1)
        self.save = button(theme, t("Save…"), "download", "act", "save")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        cancel = button(theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        hint = label(t("As PDF, for Word or for Excel"), "hint")
        whole.addLayout(row(hint, 1, cancel, self.save, spacing=12))
        self._add(found)
        screen = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], screen.width() - 40), min(_SIZE[1], screen.height() - 60))

    @property
    def chosen(self) -> tuple[Workshop, ...]:
        """The sessions that are ticked."""
        return tuple(workshop for box, workshop in self._boxes if box.isChecked())

    @property
    def report(self) -> Report:
        """The report of what is chosen now."""
        return report(self.chosen, self._earlier)

    def done(self, result: int) -> None:
        """Wait for a file that is still being read; then go."""
        if self._job is not None:
            self._job.wait()
        super().done(result)

    # ------------------------------------------------------------------ choosing

    def _choices(self) -> QVBoxLayout:
        t, theme = self._desk.texts.t, self._desk.theme
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(t("About these workshops"), "label"))
        self._list = QWidget()
        self._list.setProperty("scrolled", True)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(2)
        self._rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._list)
        area.setFixedWidth(_LEFT)
        column.addWidget(area, 1)
        self._told = wrapped("", "hint")
        self._told.setFixedWidth(_LEFT)
        column.addWidget(self._told)
        self.more = button(theme, t("Add from another file…"), "folder", "", "more")
        self.more.clicked.connect(self._choose_file)
        column.addLayout(row(self.more, 1))
        column.addSpacing(6)
        column.addWidget(label(t("Language of the report"), "label"))
        line = QHBoxLayout()
        line.setSpacing(6)
        self._language = QButtonGroup(self)
        for number, (code, words) in enumerate(zip(LANGUAGES, ("Nederlands", "English"), strict=True)):
            radio = QRadioButton(words)
            radio.setProperty("row", True)
            radio.setAccessibleDescription(t("Language of the report"))
            radio.setChecked(code == self._desk.texts.language)
            self._language.addButton(radio, number)
            line.addWidget(radio, 1)
        self._language.idToggled.connect(lambda _, on: self._show() if on else None)
        column.addLayout(line)
        return column

    def _add(self, found: Found) -> None:
        """Put sessions into the list; one that is there already stays as it is."""
        t, workshops = self._desk.texts.t, found.workshops
        self._earlier |= found.earlier
        known = [workshop for _, workshop in self._boxes]
        fresh = [one for one in once([*known, *workshops]) if not any(one.id == there.id for there in known)]
        for workshop in fresh:
            counts = counts_for(workshop)
            box = QCheckBox()
            box.setAccessibleName(workshop.details.title)
            box.setChecked(counts)
            box.setEnabled(counts)
            box.toggled.connect(lambda _: self._show())
            title = Elided(workshop.details.title, "strong" if counts else "muted")
            line = row(box, spacing=8)
            line.setAlignment(box, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(title)
            words.addWidget(Elided(self._about(workshop), "hint"))
            line.addLayout(words, 1)
            holder = Clickable()
            holder.setLayout(line)
            holder.setEnabled(counts)
            holder.clicked.connect(box.toggle)
            self._rows.insertWidget(self._rows.count() - 1, holder)
            self._boxes.append((box, workshop))
        if workshops and not fresh:
            self._say(t("These workshops are in the list already."))
        elif not self._boxes:
            self._say(t("No workshop is over yet in this file. Only what is over comes into a report."))
        elif not workshops:
            self._say(t("In that file no workshop is over yet."))
        else:
            self._say("")
        self._show()

    def _about(self, workshop: Workshop) -> str:
        """Team and date; or why a session does not count."""
        texts, details = self._desk.texts, workshop.details
        if of_managers(workshop):
            return texts.t("Does not count: most of them are managers")
        if not counts_for(workshop):
            return texts.t("Does not count: fewer than five people")
        if changed([workshop], self._earlier):
            return texts.t("Changed since an earlier report: its figures stay as they were")
        day = texts.date(details.date) if details.date else ""
        return " · ".join(part for part in (details.team, day) if part)

    def _say(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    # ------------------------------------------------------------------ another file

    def _choose_file(self) -> None:
        t = self._desk.texts.t
        folder = str(self._desk.workspace.path.parent)
        name, _ = QFileDialog.getOpenFileName(
            self, t("Add from another file"), folder, f"GoGrow (*.gogrow);;{t('All files')} (*)"
        )
        if name:
            self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """Read the sessions of another file off the GUI thread, and put them into the list."""
        t = self._desk.texts.t
        if path.resolve() == self._desk.workspace.path.resolve():  # opening it once more would let its lock go
            self._say(t("These workshops are in the list already."))
            return

        def work(_: Progress) -> Found:
            from gogrow.store.workspace import Workspace

            workspace = Workspace.open(path, read_only=True)
            try:
                return over(workspace)
            finally:
                workspace.close()

        self.more.setEnabled(False)
        self._job = Job(work, self)
        self._job.finished.connect(self._read)
        self._job.failed.connect(self._not_read)
        self._job.start()

    def _read(self, found: Found) -> None:
        self.more.setEnabled(True)
        self._add(found)

    def _not_read(self, error: Exception) -> None:
        from gogrow.store.faults import WorkspaceRefused
        from gogrow.ui import messages

        self.more.setEnabled(True)
        texts = self._desk.texts
        if isinstance(error, WorkspaceRefused):
            self._say(messages.refusal(texts, error)[1])
        else:
            self._say(messages.fault_sentence(texts, error))

    # ------------------------------------------------------------------ what it says, and saving it

    def _spoken(self) -> Texts:
        language = LANGUAGES[self._language.checkedId()]
        return self._desk.texts if language == self._desk.texts.language else Texts(language)

    def _show(self) -> None:
        self.preview.show_report(self.report, self._spoken())
        self.save.setEnabled(bool(self.chosen))

    def _save(self) -> None:
        """Ask where, close, and let the file be made."""
        t, texts, made, chosen = self._desk.texts.t, self._spoken(), self.report, self.chosen
        proposed = documents() / pdf_name(report_words.title(texts), report_words.name(made))
        kinds = ";;".join(f"{words} (*{suffix})" for suffix, words in _KINDS.items())
        name, kind = QFileDialog.getSaveFileName(self, t("Report for the organisation"), str(proposed), kinds)
        if not name:
            return
        target = Path(name)
        wanted = next((suffix for suffix, words in _KINDS.items() if kind.startswith(words)), ".pdf")
        if target.suffix.lower() not in _KINDS or (wanted != ".pdf" and target.suffix.lower() == ".pdf"):
            known = target.suffix.lower() in _KINDS
            target = beside(target.with_suffix(wanted) if known else target.with_name(target.name + wanted))

        def work(progress: Progress) -> None:
            if write_report(made, texts, target, progress):
                Reported().keep(chosen)

        parent = self.parentWidget()
        assert parent is not None
        self.accept()
        make_pdf(self._desk, parent, t("The report"), target, work)


def write_report(made: Report, texts: Texts, target: Path, progress: Progress) -> bool:
    """Write a report in the kind that the name of the file says. Raises `PaperFault`. False when it was stopped."""
    if target.suffix.lower() == ".pdf":
        from gogrow.sheets.report import report_pdf

        return report_pdf(made, texts, target, progress)
    if target.suffix.lower() == ".docx":
        from gogrow.sheets.report_docx import report_docx

        report_docx(made, texts, target)
    else:
        from gogrow.sheets.report_xlsx import report_xlsx

        report_xlsx(made, texts, target)
    return True
