"""The course on one page: what the room sees, large, and beside it what is asked and how to take it along."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gogrow.domain.course import course
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.requests import RequestsPanel
from gogrow.ui.cockpit.step_view import StepView
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.paper import print_course
from gogrow.ui.parts import button, panel


class CourseStep(StepView):
    """The cockpit of the course. It shows no name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self.middle = self._stage
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        frame, inside = panel((18, 16, 18, 16), 8)
        inside.addWidget(label(self.t("The course on paper"), "section"))
        self._counted = label("", "muted", wrap=True)
        inside.addWidget(self._counted)
        self._a4 = button(desk.theme, self.t("A4, to hand out"), "printer", "tool", "course-a4")
        self._a3 = button(desk.theme, self.t("A3, for the wall"), "printer", "tool", "course-a3")
        self._a4.clicked.connect(lambda: self._print("a4"))
        self._a3.clicked.connect(lambda: self._print("a3"))
        inside.addWidget(self._a4)
        inside.addWidget(self._a3)
        inside.addWidget(label(self.t("No name is on it."), "muted", wrap=True))
        self._requests = RequestsPanel(desk, self.t("What do we ask for?"))
        column.addWidget(frame)
        column.addWidget(self._requests, 1)
        self.right = side

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop has other requests."""
        super().attach(live)
        self._requests.attach(live)

    def show(self, workshop: Workshop) -> None:
        """Show the page."""
        self._stage.show_workshop(workshop)
        self._requests.show_workshop(workshop)
        made = course(workshop)
        count = len(made.lines)
        self._counted.setText(
            self.desk.texts.n("{count} dilemma is on it.", "{count} dilemmas are on it.", count)
            if count
            else self.t("Nothing is on it yet: no dilemma was played.")
        )
        for part in (self._a4, self._a3):
            part.setEnabled(bool(count or made.requests))

    def _print(self, size: str) -> None:
        if self.live is not None:
            print_course(self.desk, self.middle, self.live, size)
