"""Right at a reveal: who wants a name at the place, and what was agreed with whoever leads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gogrow.domain.board import About
from gogrow.domain.people import Participant, Presence
from gogrow.domain.rules import placing
from gogrow.domain.workshop import Consent, Placement, Workshop
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.pills import CheckPill
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, panel, row

MANY = 14
"""With more people than this there is a field to search in."""
AT_ONCE = 60
"""So many names are shown at most; whoever is not among them is found by typing."""


class NamesPanel(QFrame):
    """A pill for each person; pressed means *my name may stand at my place*."""

    toggled = Signal(str, bool)
    own_board = Signal(bool)
    about = Signal(str, bool)
    manager_consent = Signal(str, bool)
    hide_all = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workshop: Workshop | None = None
        self._people: tuple[tuple[str, str], ...] = ()
        self._order: tuple[tuple[str, str], ...] = ()
        self._pills: dict[str, CheckPill] = {}
        self._managers: dict[str, ManagerRow] = {}
        t = desk.texts.t
        frame, column = panel((16, 14, 10, 12), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        caption = label(t("Now"), "label")
        caption.setProperty("tone", "act")
        self._title = label("", "section", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Search a name"))
        self._search.textChanged.connect(lambda _: self._sift())
        self._search.returnPressed.connect(self._take_first)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        scrolled = QVBoxLayout(inside)
        scrolled.setContentsMargins(0, 0, 6, 0)
        scrolled.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        scrolled.addLayout(self._grid)
        self._rest = label("", "muted", wrap=True)
        scrolled.addWidget(self._rest)
        scrolled.addStretch(1)
        self._area.setWidget(inside)
        self._columns = 0
        self._led = QScrollArea()
        self._led.setWidgetResizable(True)
        self._led.setFrameShape(QFrame.Shape.NoFrame)
        self._led.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        leading = QWidget()
        leading.setProperty("scrolled", True)
        self._leading = QVBoxLayout(leading)
        self._leading.setContentsMargins(0, 0, 6, 0)
        self._leading.setSpacing(8)
        self._led.setWidget(leading)
        self._own = button(desk.theme, t("My board"), "lock", "tool", "own-board")
        self._own.setCheckable(True)
        self._own.toggled.connect(self.own_board)
        self._hide = button(desk.theme, t("Hide again"), "eye-off", "tool", "hide")
        self._hide.clicked.connect(self.hide_all)
        below = row(self._own, self._hide)
        below.setContentsMargins(0, 0, 6, 0)
        for part in (caption, self._title, self._hint, self._search):
            column.addWidget(part)
        column.addWidget(self._area, 1)
        column.addWidget(self._led)
        column.addLayout(below)

    def close_board(self) -> None:
        """Back to what the group sees, and to all names."""
        self._own.setChecked(False)
        self._search.clear()

    def show_workshop(self, workshop: Workshop, round: str) -> None:
        """Show who may be named, and what was agreed with the managers."""
        self._workshop = workshop
        placed = {p.placer for p in workshop.placements if p.round == round}
        names = names_apart(workshop.participants)
        # also whoever is here without a pawn: else the list would tell who passed
        listed = [p for p in workshop.participants if p.id in placed or p.presence is Presence.HERE]
        self._people = tuple((p.id, names[p.id]) for p in listed)
        self._words(workshop, round, nothing=not placed)
        self._hide.setEnabled(bool(workshop.stage.shown))
        self._search.setVisible(len(self._people) > MANY)
        if len(self._people) <= MANY and self._search.text():
            self._search.clear()
        self._sift()
        self._show_managers(workshop, names)

    def _words(self, workshop: Workshop, round: str, *, nothing: bool) -> None:
        t, n = self._desk.texts.t, self._desk.texts.n
        agreed = sum(workshop.agreed(Consent.NAME, id) for id, _ in self._people)
        if any(id.startswith(f"{round}.") for id in workshop.stage.shown):
            title = t("Who wants a name at the place?")
            hint = t("Click a name only when that person says yes. Click again to take it away.")
        elif nothing:
            title = t("Nothing to show yet")
            hint = t("There is no pawn yet. Go back and type the slips first.")
        else:
            title = t("Ready to show")
            hint = t("Everyone appears at once, all pawns alike. Managers join later.")
            if agreed:
                hint += " " + n(
                    "{count} person said yes on the slip: that name comes along.",
                    "{count} people said yes on the slip: their names come along.",
                    agreed,
                )
        self._title.setText(title)
        self._hint.setText(hint)

    def _sift(self) -> None:
        """The pills of who fits what is typed."""
        wanted = self._search.text().casefold().split()
        fits = tuple(one for one in self._people if all(word in one[1].casefold() for word in wanted))
        shown, more = fits[:AT_ONCE], len(fits) - AT_ONCE
        if shown != self._order:
            self._order = shown
            self._fill(shown)
        t = self._desk.texts.t
        self._rest.setText(
            t("And {count} more: type a name.", count=more)
            if more > 0
            else t("Nobody of that name is here.")
            if wanted and not fits
            else ""
        )
        self._rest.setVisible(bool(self._rest.text()))
        if self._workshop is not None:
            for id, pill in self._pills.items():
                pill.setChecked(self._workshop.agreed(Consent.NAME, id))

    def _take_first(self) -> None:
        """Enter in the search field goes to the first one, for the space bar."""
        if self._order:
            self._pills[self._order[0][0]].setFocus()

    def _fill(self, people: tuple[tuple[str, str], ...]) -> None:
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._pills, self._columns = {}, 0
        for id, name in people:
            pill = CheckPill(self._desk, name)
            pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pill.clicked.connect(lambda on, id=id: self.toggled.emit(id, on))
            self._pills[id] = pill
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for another column."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Three columns for short names, else two; long names are cut."""
        if not self._pills:
            return
        for pill in self._pills.values():
            pill.ensurePolished()
        room = self.width() - 16 - 10 - 6 - 14 - 2 * 6
        columns = 3 if 3 * max(pill.sizeHint().width() for pill in self._pills.values()) <= room else 2
        if columns == self._columns:
            return
        self._columns = columns
        for index, pill in enumerate(self._pills.values()):
            self._grid.addWidget(pill, index // columns, index % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))

    def _show_managers(self, workshop: Workshop, names: dict[str, str]) -> None:
        rounds = [r.id for r in workshop.board.rounds if r.about is About.OTHER]
        about: dict[str, list[Placement]] = {}
        for p in workshop.placements:
            if p.round in rounds and p.target in workshop.managers():
                about.setdefault(p.target, []).append(p)
        wanted = [p for p in workshop.participants if p.id in about]
        if [p.id for p in wanted] != list(self._managers):
            while item := self._leading.takeAt(0):
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self._managers = {}
            self._led.setVisible(bool(wanted))
            for person in wanted:
                made = ManagerRow(self._desk, person, names[person.id])
                made.agreed.connect(self.manager_consent)
                made.shown.connect(self.about)
                self._leading.addWidget(made)
                self._managers[person.id] = made
        for id, line in self._managers.items():
            visible = any(p.id in workshop.stage.shown for p in about[id])
            line.show_state(agreed=workshop.agreed(Consent.MANAGER_VIEW, id), count=len(about[id]), shown=visible)
        high = sum(line.sizeHint().height() + 8 for line in list(self._managers.values())[:2])
        self._led.setFixedHeight(high)  # two at once; more by scrolling


class ManagerRow(QWidget):
    """Where people place somebody who leads: only with a yes beforehand, and from five places on."""

    agreed = Signal(str, bool)
    shown = Signal(str, bool)

    def __init__(self, desk: Desk, person: Participant, name: str) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self._title = Elided(t("Where people place {name}", name=name), "label")
        self._yes = CheckPill(desk, t("{name} agrees to be shown", name=name))
        self._yes.clicked.connect(lambda on: self.agreed.emit(person.id, on))
        self._see = CheckPill(desk, t("Show"), "users")
        self._see.clicked.connect(lambda on: self.shown.emit(person.id, on))
        self._see.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self._yes, self._see):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._why = label("", "hint", wrap=True)
        line = row(self._yes, self._see, spacing=6)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(line)
        column.addWidget(self._why)

    def show_state(self, *, agreed: bool, count: int, shown: bool) -> None:
        """Whether there is a yes, from how many people, and whether the room sees it."""
        t, n = self._desk.texts.t, self._desk.texts.n
        enough = count >= placing.ENOUGH_ABOUT_MANAGER
        self._yes.setChecked(agreed)
        self._see.setEnabled(agreed and enough)
        self._see.setChecked(shown)
        if not enough:
            few = n("There is {count} place", "There are {count} places", count)
            why = t("{few}. It can be shown from {limit} on.", few=few, limit=placing.ENOUGH_ABOUT_MANAGER)
        else:
            why = "" if agreed else t("Ask first. It is shown without names.")
        self._why.setText(why)
        self._why.setVisible(bool(why))
