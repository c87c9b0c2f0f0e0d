"""A session that looks back at an earlier one: for whom, and making it.

Names are told only in the dialog, and there only when nobody else can see the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gogrow.domain.deck import StepKind
from gogrow.domain.rules import session
from gogrow.domain.rules.follow_up import follow_up
from gogrow.domain.rules.planning import check_in_day
from gogrow.live.while_there import WhileThere
from gogrow.texts import Texts
from gogrow.ui.cockpit.cover import Cover
from gogrow.ui.desk import Desk
from gogrow.ui.home.rows import date_words
from gogrow.ui.icons import icon, icon_size
from gogrow.ui.labels import label, wrapped
from gogrow.ui.parts import button, panel, row

if TYPE_CHECKING:
    from gogrow.domain.deck import Deck, Programme
    from gogrow.domain.workshop import Workshop

ROW = 44
"""How high a row is, in pixels."""
EVERYBODY = ""
"""What stands in the place of a participant's id for all of them."""


def make_follow_up(desk: Desk, id: str, person: str, made: Callable[[str], None]) -> None:
    """Make a session that looks back at a workshop, with all of then or with one, and go and prepare it.

    ``made`` gets its id, just before it is in the list.
    """
    workspace = desk.workspace

    def with_deck(deck: Deck) -> None:
        def make(chain: tuple[Workshop, ...]) -> None:
            if not desk.has_workspace or desk.workspace is not workspace:
                return
            after = _made(desk, deck, chain, person)
            if after is not None:
                made(after.id)
                workspace.create(after)

        workspace.ask(lambda file: (file.load(id), *file.earlier(id)), make)

    desk.when_deck(with_deck)


def _made(desk: Desk, deck: Deck, chain: tuple[Workshop, ...], person: str) -> Workshop | None:
    earlier = chain[0]
    people = {p.id for p in earlier.participants} if person == EVERYBODY else {person}
    setting = setting_for(earlier, person)
    programme = programme_for(deck, setting, earlier.details.programme)
    if programme is None or deck.board is None or not people.intersection(p.id for p in earlier.participants):
        return None
    ids = {p.id: desk.new_id() for p in earlier.participants}
    title = title_for(chain)
    only = None if person == EVERYBODY else people
    made = follow_up(earlier, desk.new_id(), title, programme, deck.board, ids, only)
    today = desk.now().astimezone().date()
    planned = check_in_day(earlier, person)
    details = replace(made.details, date=planned if planned is not None and planned > today else today)
    return replace(made, details=session.checked(details))


def setting_for(earlier: Workshop, person: str) -> str:
    """Two at the table when whoever leads that one person comes along; alone with the facilitator it is as a team."""
    if person == EVERYBODY:
        return earlier.details.setting
    one = earlier.participant(person)
    return "two" if one is not None and one.manager else "team"


def programme_for(deck: Deck, setting: str, then: str) -> Programme | None:
    """The programme that looks back; without one the programme of then, or any other of this setting."""
    fitting = [one for one in deck.programmes if one.setting == setting]
    backs = (one for one in fitting if any(step.kind is StepKind.LOOK_BACK for step in one.steps))
    return next(backs, None) or next((one for one in fitting if one.id == then), None) or next(iter(fitting), None)


def title_for(chain: tuple[Workshop, ...]) -> str:
    """What a session after these is called, the newest of them first, in their language: after the first of all."""
    texts, first = Texts(chain[0].details.language), chain[-1].details.title
    if len(chain) == 1:
        title = texts.t("Follow-up of {title}", title=first)
    else:
        title = texts.t("Follow-up {number} of {title}", number=len(chain), title=first)
    return title[:200]


def ask_whom(desk: Desk, owner: QWidget, id: str, then: Callable[[str, str], None], *, one: bool) -> None:
    """Ask who of a workshop comes back; ``then`` gets its id, and that of the person or `EVERYBODY`."""
    workspace = desk.workspace

    def show(workshop: Workshop) -> None:
        if not desk.has_workspace or desk.workspace is not workspace:
            return
        dialog = FollowUpFor(desk, workshop, owner.window(), one=one)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(id, dialog.chosen or EVERYBODY))
        dialog.open()

    workspace.ask(lambda file: file.load(id), WhileThere(owner)(show))


class FollowUpFor(QDialog):
    """Asks with whom: with everybody of then, or for one. `chosen` is an id of then, or `EVERYBODY`.

    With ``one`` only single people can be chosen. While the room may look along no name is told.
    """

    def __init__(self, desk: Desk, workshop: Workshop, parent: QWidget | None = None, *, one: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workshop = workshop
        t = desk.texts.t
        self.setWindowTitle(t("Follow-up"))
        self.setMinimumSize(680, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        column.addWidget(label(t("For one person") if one else t("Who comes back?"), "title"))
        column.addWidget(wrapped(t("The plan of then comes along. So does the manager, if there is one."), "note"))
        self.list = QListWidget()
        self.list.setAccessibleName(t("Who comes back?"))
        self.list.setIconSize(icon_size(22))
        self.list.itemActivated.connect(lambda _: self.accept())
        self.list.itemSelectionChanged.connect(self._refresh)
        self._sheet, around = panel((4, 4, 4, 4))
        around.addWidget(self.list)
        column.addWidget(self._sheet, 1)
        self.cover = Cover(desk)
        self.cover.alone.connect(self._alone)
        column.addWidget(self.cover, 1)
        column.addSpacing(6)
        self.make = button(desk.theme, t("Make and prepare"), "chevron-right", "act", "make", after=True)
        self.make.setDefault(True)
        self.make.clicked.connect(self.accept)
        cancel = button(desk.theme, t("Cancel"))
        cancel.clicked.connect(self.reject)
        column.addLayout(row(1, cancel, self.make, spacing=12))
        self._one = one
        self._fill()
        desk.workspace_changed.connect(self.reject)
        if desk.screens is not None:
            desk.screens.changed.connect(self._fill)

    @property
    def chosen(self) -> str | None:
        """Who comes back; None as long as nobody was chosen."""
        item = self.list.currentItem()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _fill(self) -> None:
        covered, n = self._desk.looked_along, self._desk.texts.n
        self.list.clear()
        people = self._workshop.participants
        if not self._one:
            words = n("With everybody of then ({count} person)", "With everybody of then ({count} people)", len(people))
            self._add(words, "users-group", EVERYBODY)
        for person in people if not covered else ():
            day = check_in_day(self._workshop, person.id)
            name = " ".join(person.name.split())
            words = f"{name} · {date_words(self._desk.texts, day)}" if day else name
            self._add(words, "user", person.id)
        self._sheet.setVisible(not (covered and self._one))
        self._sheet.setMaximumHeight(ROW + 12 if covered else 16_777_215)
        self.cover.setVisible(covered)
        if not self._one:
            self.list.setCurrentRow(0)
        self._refresh()

    def _add(self, words: str, name: str, id: str) -> None:
        item = QListWidgetItem(icon(name, self._desk.theme.colour("ink"), 22), words)
        item.setSizeHint(QSize(200, ROW))
        item.setData(Qt.ItemDataRole.UserRole, id)
        self.list.addItem(item)

    def _refresh(self) -> None:
        self.make.setEnabled(self.chosen is not None)

    def _alone(self) -> None:
        self._desk.alone = True
        self._fill()
        self.list.setFocus()
