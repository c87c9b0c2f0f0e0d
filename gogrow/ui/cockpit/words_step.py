"""Welcome, practice and closing: the room's picture, notes, and what lies ready."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gogrow.domain.board import Words
from gogrow.domain.deck import StepKind
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.check_in.day_button import DayButton
from gogrow.ui.cockpit.preview import PreviewPanel
from gogrow.ui.cockpit.step_view import StepView
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import Notes, icon_label, panel, row

NOTES_SHARE = 0.45
"""So much of the middle the notes may take."""


class Stage(QWidget):
    """The usual middle: what the group sees, with the notes under it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.preview = PreviewPanel(desk)
        column.addWidget(self.preview, 5)
        self.notes = Notes(desk.theme, desk.texts.t("Notes: only for you"))
        column.addWidget(self.notes)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the step's title and notes."""
        step = workshop.step() or (workshop.run[0] if workshop.run else None)
        if step is None:
            return
        language = self._desk.texts.language
        self.preview.set_what(step.title[language])
        self.notes.show_notes(tuple(note[language] for note in step.notes))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The notes get what they need, at most so much that the picture stays the larger part; and what the picture
        cannot use at this width."""
        high, wide = self.height(), self.width()
        needed = min(max(110, self.notes.wanted(wide)), round(NOTES_SHARE * high))
        self.notes.setFixedHeight(max(needed, high - 12 - self.preview.wanted(wide)))


class Ready(QFrame):
    """Right: what the facilitator does now, how the room is, what lies ready."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        frame, column = panel((18, 16, 18, 16), 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column.addLayout(self._column, 1)
        self._day = DayButton(desk)
        column.addWidget(self._day)
        self._shown: object = None

    def show_workshop(self, workshop: Workshop, live: LiveWorkshop | None = None) -> None:
        """Show the step's room, materials and what others do meanwhile; at the end also when all look back."""
        step = workshop.step() or (workshop.run[0] if workshop.run else None)
        if step is not None and step.kind is StepKind.CLOSING:
            self._day.show_day(live, workshop)
        else:
            self._day.hide()
        key = (step, workshop.stage.begun is None)
        if step is None or key == self._shown:
            return
        self._shown = key
        while item := self._column.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.deleteLater()
            elif (line := item.layout()) is not None:
                while part := line.takeAt(0):
                    if (inside := part.widget()) is not None:
                        inside.deleteLater()
        t = self._desk.texts.t
        caption = label(t("Ready to begin") if workshop.stage.begun is None else t("Now"), "label")
        caption.setProperty("tone", "act")
        self._column.addWidget(caption)
        language = self._desk.texts.language
        self._column.addWidget(label(step.title[language], "section", wrap=True))
        self._column.addSpacing(6)
        parts: list[tuple[str, str, Words | None]] = [
            ("armchair", t("The room"), step.room),
            ("package", t("Have ready"), step.materials),
            ("users", t("Meanwhile"), step.meanwhile),
        ]
        for icon, title, words in parts:
            if words is not None:
                self._column.addLayout(row(icon_label(self._desk.theme, icon, "ink2", 18), label(title, "label"), 1))
                self._column.addWidget(label(words[language], "text", wrap=True))
                self._column.addSpacing(8)
        self._column.addStretch(1)


class WordsStep(StepView):
    """A step in which the room sees words or the empty board and the laptop has nothing to do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._ready = Ready(desk)
        self.middle = self._stage
        self.right = self._ready

    def show(self, workshop: Workshop) -> None:
        """Show the step."""
        self._stage.show_workshop(workshop)
        self._ready.show_workshop(workshop, self.live)
