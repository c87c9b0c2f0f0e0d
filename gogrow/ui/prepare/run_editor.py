"""The steps of one session: take some out, put others in from any programme, change their order and their minutes.

Every change is kept at once, as a step that can be undone; there is nothing to save.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QSpinBox, QVBoxLayout, QWidget

from gogrow.domain.deck import Programme, ProgrammeStep
from gogrow.domain.rules import session
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, row
from gogrow.ui.prepare.words import duration_words

_STEP = Qt.ItemDataRole.UserRole


class RunEditor(QDialog):
    """Left the session's own steps, right all steps there are."""

    def __init__(self, desk: Desk, live: LiveWorkshop, programmes: Sequence[Programme], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._live = desk, live
        t, theme = desk.texts.t, desk.theme
        self.setWindowTitle(t("Choose and mix steps"))
        self.resize(940, 640)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(label(t("Choose and mix steps"), "title"))
        self.run = _Steps(t("The steps of this workshop"))
        self.run.currentRowChanged.connect(lambda _: self._refresh())
        self.run.removing.connect(self._remove)
        self.pool = _Steps(t("Steps to choose from"))
        self.pool.itemActivated.connect(lambda _: self._add())
        self.pool.currentRowChanged.connect(lambda _: self._refresh())
        self._fill_pool([p for p in programmes if p.setting == live.workshop.details.setting])
        left = QVBoxLayout()
        left.setSpacing(8)
        self._sum = label("", "section")
        left.addWidget(self._sum)
        left.addWidget(self.run, 1)
        self.up = button(theme, "", "arrow-up", "tool", "step-up")
        self.down = button(theme, "", "arrow-down", "tool", "step-down")
        self.away = button(theme, t("Take out"), "minus", "tool", "step-away")
        for made, words in ((self.up, t("Move up")), (self.down, t("Move down"))):
            made.setProperty("icononly", True)
            made.setFixedSize(44, 44)
            made.setAccessibleName(words)
            made.setToolTip(words)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, 240)
        self.minutes.setMinimumHeight(44)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.minutes.setSuffix(" " + t("min"))
        self.minutes.setAccessibleName(t("Minutes of this step"))
        self.minutes.setKeyboardTracking(False)
        self.minutes.valueChanged.connect(self._set_minutes)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.away.clicked.connect(self._remove)
        left.addLayout(row(self.up, self.down, self.minutes, 1, self.away))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(label(t("Put in"), "section"))
        right.addWidget(self.pool, 1)
        self.add = button(theme, t("Put in after the chosen step"), "plus", "tool", "step-add")
        self.add.clicked.connect(self._add)
        right.addLayout(row(self.add, 1))
        both = row(spacing=20)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        whole.addLayout(both, 1)
        self.ready = button(theme, t("Ready"), "check", "act", "run-ready")
        self.ready.setDefault(True)
        self.ready.clicked.connect(self.accept)
        whole.addLayout(row(label(t("Every change is kept at once."), "muted"), 1, self.ready))
        live.changed.connect(self._show)
        self._show(live.workshop)
        self.run.setCurrentRow(0)
        self.run.setFocus()

    def done(self, result: int) -> None:
        """Closed: listen no more."""
        self._live.changed.disconnect(self._show)
        super().done(result)

    # ------------------------------------------------------------------ showing

    def _fill_pool(self, programmes: Sequence[Programme]) -> None:
        language, texts = self._desk.texts.language, self._desk.texts
        for programme in programmes:
            head = QListWidgetItem(f"{programme.name[language]}, {duration_words(texts, programme.minutes)}")
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            face = self.pool.font()
            face.setBold(True)
            head.setFont(face)
            self.pool.addItem(head)
            for step in programme.steps:
                self.pool.addItem(self._item(step, "    "))

    def _item(self, step: ProgrammeStep, indent: str = "") -> QListWidgetItem:
        texts = self._desk.texts
        minutes = texts.t("{minutes} min", minutes=step.minutes)
        made = QListWidgetItem(f"{indent}{step.title[texts.language]}  ·  {minutes}")
        made.setData(_STEP, step)
        return made

    def _show(self, workshop: Workshop) -> None:
        if workshop.id != self._live.id:
            return
        chosen = self.run.step()
        with QSignalBlocker(self.run):
            at = max(0, self.run.currentRow())
            self.run.clear()
            for index, step in enumerate(workshop.run):
                self.run.addItem(self._item(step))
                if chosen is not None and step.id == chosen.id:
                    at = index
            self.run.setCurrentRow(min(at, len(workshop.run) - 1))
        total = sum(step.minutes for step in workshop.run)
        self._sum.setText(self._desk.texts.t("This workshop: {long}", long=duration_words(self._desk.texts, total)))
        self._refresh()

    def _refresh(self) -> None:
        step, at, count = self.run.step(), self.run.currentRow(), self.run.count()
        self.up.setEnabled(step is not None and at > 0)
        self.down.setEnabled(step is not None and at < count - 1)
        self.away.setEnabled(step is not None and count > 1)
        self.minutes.setEnabled(step is not None)
        self.add.setEnabled(self.pool.step() is not None)
        if step is not None and not self.minutes.hasFocus():
            with QSignalBlocker(self.minutes):
                self.minutes.setValue(step.minutes)

    # ------------------------------------------------------------------ doing

    def _add(self) -> None:
        step, after = self.pool.step(), self.run.step()
        if step is not None:
            self._live.do(session.add_step, step, after.id if after is not None else "")

    def _remove(self) -> None:
        step = self.run.step()
        if step is not None:
            self._live.do(session.remove_step, step.id)

    def _move(self, by: int) -> None:
        step = self.run.step()
        if step is not None:
            self._live.do(session.move_step, step.id, self.run.currentRow() + by)

    def _set_minutes(self, minutes: int) -> None:
        step = self.run.step()
        if step is not None and step.minutes != minutes:
            self._live.do(session.set_minutes, step.id, minutes)


class _Steps(QListWidget):
    """A list of steps."""

    removing = Signal()

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setAccessibleName(spoken)
        self.setProperty("framed", True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def step(self) -> ProgrammeStep | None:
        """The chosen step, None for none."""
        item = self.currentItem()
        found = item.data(_STEP) if item is not None else None
        return found if isinstance(found, ProgrammeStep) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes out."""
        if event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)
