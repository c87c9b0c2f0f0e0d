"""What the group asks of the organisation: a short list that is typed while people talk.

Its words come into a report for the organisation only when the group says so, line by line.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, icon_label, panel, row
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
        self._hint = row(icon_label(desk.theme, "report-analytics", "ink2", 18), spacing=8)
        self._hint.addWidget(
            label(t("Press this sign when the words may be in the report for the organisation."), "hint", wrap=True), 1
        )
        self._asked = QWidget()
        self._hint.setContentsMargins(0, 0, 0, 0)
        self._asked.setLayout(self._hint)
        self._asked.hide()
        column.addWidget(self._asked)
        self._rows: dict[str, _Line] = {}

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
                made = _Line(self._desk, request.id, index + 1)
                made.words.left.connect(lambda text, id=request.id: self._edit(id, text))
                made.share.clicked.connect(lambda on, id=request.id: self._share(id, on))
                self._rows[request.id] = made
                self._column.insertWidget(index, made)
        for request in workshop.requests:
            self._rows[request.id].words.show_text(request.text)
            self._rows[request.id].share.setChecked(request.shareable)
        self._asked.setVisible(bool(workshop.requests))
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

    def _share(self, request: str, on: bool) -> None:
        if self._live is not None:
            self._rows[request].words.leave()  # what is typed is what they say yes to
            self._live.do(dilemmas.share_request, request, on)

    def _edit(self, request: str, text: str) -> None:
        if self._live is not None:
            self._live.do(dilemmas.edit_request, request, text)


class _Line(QWidget):
    """One request, and whether its words may be in a report."""

    def __init__(self, desk: Desk, request: str, number: int) -> None:
        super().__init__()
        t = desk.texts.t
        self.words = DraftLine(t("Request {number}", number=number))
        self.share = button(desk.theme, "", "report-analytics", "tool", f"share-{request}")
        self.share.setProperty("icononly", True)
        self.share.setCheckable(True)
        self.share.setAccessibleName(t("Request {number} may be in the report for the organisation", number=number))
        self.share.setToolTip(t("May be in the report for the organisation"))
        line = row(self.words, spacing=6)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(0, 1)
        line.addWidget(self.share)
        self.setLayout(line)
