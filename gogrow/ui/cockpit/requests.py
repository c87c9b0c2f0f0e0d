"""What the group asks of the organisation: a short list that is typed while people talk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, panel, row
from gogrow.ui.prepare.fields import DraftLine

DRAFT = "request"


class RequestsPanel(QFrame):
    """One line for each request, and one that waits. An emptied line takes its request away."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        t = desk.texts.t
        frame, column = panel((16, 14, 12, 14), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column.addWidget(label(title, "section", wrap=True))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self._area.setWidget(inside)
        self._new = DraftLine(t("What you ask for"), t("Time to learn the new machine…"))
        self._new.half.connect(self._half)
        self._new.left.connect(self._add)
        add = button(desk.theme, t("Add"), "plus", "tool", "add-request")
        add.clicked.connect(self._new.leave)
        line = row(spacing=6)
        line.addWidget(self._new, 1)
        line.addWidget(add)
        column.addLayout(line)
        column.addWidget(self._area, 1)
        self._rows: dict[str, DraftLine] = {}

    def attach(self, live: LiveWorkshop) -> None:
        """This workshop from now on."""
        self._live = live
        self._new.renew()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show what is asked."""
        ids = [request.id for request in workshop.requests]
        if ids != list(self._rows):
            for old in self._rows.values():
                old.hide()
                old.deleteLater()
            self._rows = {}
            for index, request in enumerate(workshop.requests):
                made = DraftLine(self._desk.texts.t("Request {number}", number=index + 1))
                made.left.connect(lambda text, id=request.id: self._edit(id, text))
                self._rows[request.id] = made
                self._column.insertWidget(index, made)
        for request in workshop.requests:
            self._rows[request.id].show_text(request.text)
        self._new.show_text("", workshop.draft(DRAFT))

    def _half(self, text: str) -> None:
        if self._live is not None:
            self._live.draft(DRAFT, text)

    def _add(self, text: str) -> None:
        if self._live is None or not text.strip():
            return
        self._live.forget_draft(DRAFT)
        self._live.do(dilemmas.add_request, text, self._desk.new_id)
        self._new.clear()

    def _edit(self, request: str, text: str) -> None:
        if self._live is not None:
            self._live.do(dilemmas.edit_request, request, text)
