"""The bar above the table: what was pasted and how to take that back, and who leads whom in one click."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton

from gogrow.domain.outcome import StepName
from gogrow.domain.people import Participant, Presence, Role
from gogrow.domain.workshop import Workshop
from gogrow.ui.desk import Desk
from gogrow.ui.icons import icon
from gogrow.ui.labels import Elided, plain_button, plain_tip
from gogrow.ui.parts import button, icon_label
from gogrow.ui.prepare.words import without_manager

_B = TypeVar("_B", QPushButton, QToolButton)
_MENU_LIMIT = 40
"""More names than this make a menu that nobody can read; the table is there for those."""


class RolesBar(QFrame):
    """Says what was pasted, and offers *Johan leads everyone* and *Nobody leads*."""

    undo = Signal()
    lead_all = Signal(str)
    lead_none = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._leader = ""
        t = desk.texts.t
        self.setProperty("bar", "quiet")
        self.setFixedHeight(42)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 0, 6, 0)
        line.setSpacing(2)
        self._sign = icon_label(desk.theme, "check", "ok", 20)
        line.addWidget(self._sign)
        line.addSpacing(4)
        self.words = Elided("", "strong")
        line.addWidget(self.words, 1)
        self._undo = _quiet(button(desk.theme, t("Undo this"), "arrow-back-up", "quiet", "undo_paste"))
        self._undo.clicked.connect(self.undo)
        line.addWidget(self._undo)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.all = _quiet(QPushButton())
        self.all.setObjectName("lead_all")
        self.all.clicked.connect(self._lead)
        line.addWidget(self.all)
        self._other = _quiet(QToolButton())
        self._other.setObjectName("lead_other")
        self._other.setIcon(icon("chevron-down", desk.theme.colour("ink"), 18))
        self._other.setMenu(self.menu)
        self._other.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._other.setAccessibleName(t("Choose who leads everyone"))
        self._other.setToolTip(plain_tip(t("Choose who leads everyone")))
        self._other.setFixedWidth(32)
        line.addWidget(self._other)
        self.none = _quiet(QPushButton(t("Nobody leads")))
        self.none.setObjectName("lead_none")
        self.none.clicked.connect(self.lead_none)
        line.addWidget(self.none)
        self._people: tuple[Participant, ...] = ()

    def show_workshop(self, workshop: Workshop | None, undo: StepName | None) -> None:
        """Show who may lead, and the last step when it brought people in."""
        texts = self._desk.texts
        self._people = workshop.participants if workshop else ()
        code, count = (undo.code, int(undo.values.get("count", "0"))) if undo is not None else ("", 0)
        pasted = code == "add_people" and count > 1
        removed = code == "remove_people"
        self._sign.setVisible(pasted)
        self._undo.setVisible(pasted or removed)
        if pasted:
            words = texts.n("{count} name came in.", "{count} names came in.", count)
            self.words.setText(f"{words} {texts.t('Are the roles right?')}")
        elif removed:
            self.words.setText(texts.n("{count} name went off the list.", "{count} names went off the list.", count))
        else:
            self.words.setText(self._calm(workshop))
        leader = self._candidate(workshop)
        self._leader = leader.id if leader is not None else ""
        if leader is None:
            text = texts.t("Who leads everyone?")
        else:
            name = self.all.fontMetrics().elidedText(leader.label, Qt.TextElideMode.ElideRight, 110)
            text = texts.t("{name} leads everyone", name=name)
        self.all.setText(plain_button(text))
        whole = texts.t("{name} leads everyone", name=leader.label) if leader is not None else text
        self.all.setAccessibleName(whole)
        many = len(self._people) > 1
        self.all.setVisible(many)
        self._other.setVisible(many and leader is not None)
        self.none.setVisible(many)
        self.none.setEnabled(bool(workshop and workshop.managers()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No button is cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """With large letters in a small window the undoing has no words: its sign says enough."""
        words = self._desk.texts.t("Undo this")
        self._undo.setText(words)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        wide = sum(part.sizeHint().width() for part in (self._undo, self.all, self._other, self.none)
                   if not part.isHidden())  # fmt: skip
        if wide + 80 > self.width():
            self._undo.setText("")
        self._undo.setAccessibleName(words)
        self._undo.setToolTip("" if self._undo.text() else plain_tip(words))

    def _calm(self, workshop: Workshop | None) -> str:
        """What the bar says when nothing was pasted just now."""
        if workshop is None:
            return ""
        texts = self._desk.texts
        missing = len(without_manager(workshop))
        if missing:
            return texts.n("{count} person without a manager", "{count} people without a manager", missing)
        here = sum(p.presence is Presence.HERE for p in self._people)
        words = texts.n("{count} here", "{count} here", here)
        later = sum(p.presence is Presence.LATER for p in self._people)
        away = sum(p.presence is Presence.NOT_HERE for p in self._people)
        if later:
            words += " · " + texts.n("{count} later", "{count} later", later)
        if away:
            words += " · " + texts.n("{count} away", "{count} away", away)
        return words

    def _candidate(self, workshop: Workshop | None) -> Participant | None:
        """Who is offered first: the one who leads most people, or the only one with that role."""
        if workshop is None:
            return None
        leads = workshop.managers()
        led = {id: sum(p.manager == id for p in self._people) for id in leads}
        found = [p for p in self._people if p.id in leads or p.role is Role.MANAGER]
        return max(found, key=lambda p: led.get(p.id, 0), default=None)

    def _lead(self) -> None:
        if self._leader:
            self.lead_all.emit(self._leader)
        else:
            self.menu.popup(self.all.mapToGlobal(self.all.rect().bottomLeft()))

    def _fill(self) -> None:
        self.menu.clear()
        t = self._desk.texts.t
        for person in self._people[:_MENU_LIMIT]:
            name = self.menu.fontMetrics().elidedText(person.name, Qt.TextElideMode.ElideRight, 320)
            action = self.menu.addAction(plain_button(t("{name} leads everyone", name=name)))
            action.triggered.connect(lambda _=False, id=person.id: self.lead_all.emit(id))


def _quiet(made: _B) -> _B:
    """A button that fits into the bar."""
    made.setProperty("kind", "quiet")
    made.setProperty("inbar", True)
    made.setFixedHeight(36)
    if isinstance(made, QPushButton):
        made.setAutoDefault(False)
    return made
