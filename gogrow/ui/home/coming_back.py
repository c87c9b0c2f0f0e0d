"""Looking back on the first page: how many conversations wait, a list of those per team, and what follows what.

Numbers and teams only: who it is about is told when somebody asks (`gogrow.ui.home.follow`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from gogrow.live.while_there import WhileThere
from gogrow.store.check_ins import ComingBack, TeamDays, When, coming_back
from gogrow.store.opening import Listed
from gogrow.texts import Texts
from gogrow.ui.desk import Desk
from gogrow.ui.home.rows import Beside, date_words
from gogrow.ui.labels import Elided
from gogrow.ui.parts import button, icon_label
from gogrow.ui.theme import Theme


class Returning(QObject):
    """What the first page knows of check-ins; `changed` when that is other than before.

    ``only``: the list shows just the workshops that somebody still looks back at. ``bar`` says how many that are; the
    page gives it a place.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._there = WhileThere(self)
        self.back = ComingBack()
        self.only = False
        self.bar = ReturnBar(desk.texts, desk.theme)

    def refresh(self) -> None:
        """Ask the file anew; without a file nothing is known."""
        if not self._desk.has_workspace:
            self._take(ComingBack())
            return
        workspace = self._desk.workspace

        def answer(back: ComingBack) -> None:
            if self._desk.has_workspace and self._desk.workspace is workspace:  # else it is of a file that is closed
                self._take(back)

        workspace.ask(coming_back, self._there(answer))

    def show_only(self, only: bool) -> None:
        """The list of check-ins, or that of all workshops."""
        self.only = only and bool(self.back.teams)
        self.bar.say(*self.headline(), only=self.only)
        self.changed.emit()

    def rows(self, rows: Sequence[Listed]) -> tuple[Listed, ...]:
        """What the list shows of these: all in their order, or who is to look back, the earliest first."""
        if not self.only:
            return tuple(rows)
        known = {listed.id: listed for listed in rows}
        return tuple(known[team.workshop] for team in self.back.teams if team.workshop in known)

    def beside(self, rows: Sequence[Listed]) -> dict[str, Beside]:
        """What is known besides of each of these workshops."""
        titles = {listed.id: " ".join(listed.title.split()) for listed in rows}
        due = {team.workshop: self._due(team) for team in self.back.teams} if self.only else {}
        found = {id: Beside(titles.get(self.back.earlier(id), ""), due.get(id, "")) for id in titles}
        return {id: beside for id, beside in found.items() if beside != Beside()}

    def links(self, id: str, rows: Sequence[Listed]) -> tuple[tuple[str, str], ...]:
        """The workshops that this one follows and that follow it: id and words, the newest last."""
        known, t = {listed.id: listed for listed in rows}, self._desk.texts.t
        found: list[tuple[str, str]] = []
        if (earlier := known.get(self.back.earlier(id))) is not None:
            found.append((earlier.id, t("Follow-up of {title}", title=" ".join(earlier.title.split()))))
        for one in filter(None, map(known.get, self.back.later(id)[-2:])):
            day = date_words(self._desk.texts, one.date)
            words = (
                t("Follow-up on {day}", day=day) if day else t("Follow-up: {title}", title=" ".join(one.title.split()))
            )
            found.append((one.id, words))
        return tuple(found)

    def headline(self) -> tuple[str, str]:
        """How many conversations wait, in a few words, and what else there is; '' when nobody looks back."""
        texts, back, today = self._desk.texts, self.back, self._today
        over, due, later = (back.count(one, today) for one in When)
        if due:
            first = texts.n("This week: {count} check-in", "This week: {count} check-ins", due)
            return first, _joined(_waiting(texts, over), _later(texts, later))
        if over:
            first = texts.n("{count} check-in is still waiting", "{count} check-ins are still waiting", over)
            return first, _later(texts, later)
        if later:
            day = min(team.first for team in back.teams)
            count = texts.n("{count} check-in in all", "{count} check-ins in all", later)
            return texts.t("Looking back again from {day}", day=date_words(texts, day, "dddd d MMMM")), count
        return "", ""

    @property
    def _today(self) -> dt.date:
        return self._desk.now().astimezone().date()

    def _due(self, team: TeamDays) -> str:
        texts, today = self._desk.texts, self._today
        over, due, later = (team.count(one, today) for one in When)
        week = texts.n("{count} this week", "{count} this week", due) if due else ""
        alike = len({day for _, day in team.days}) == 1
        day = date_words(texts, team.first, "ddd d MMMM") if alike else ""
        return _joined(day, _waiting(texts, over), week, _later(texts, later))

    def _take(self, back: ComingBack) -> None:
        if back != self.back:
            self.back = back
            self.show_only(self.only)


def _waiting(texts: Texts, count: int) -> str:
    return texts.n("{count} still waiting", "{count} still waiting", count) if count else ""


def _later(texts: Texts, count: int) -> str:
    return texts.n("{count} later", "{count} later", count) if count else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


class ReturnBar(QFrame):
    """How many conversations wait, calmly, and a button for the list of them. `asked` when that is pressed."""

    asked = Signal()

    def __init__(self, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setObjectName("returning")
        self.setProperty("bar", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 2, 4, 2)
        line.setSpacing(12)
        line.addWidget(icon_label(theme, "calendar-event", "ink", 22))
        self._text = Elided("", "strong")
        self._more = Elided("", "text")
        line.addWidget(self._text, 1000)  # as wide as its words, when there is room; the rest is for what else there is
        line.addWidget(self._more, 1)
        self.button = button(theme, "", "", "quiet", "look-back")
        self.button.clicked.connect(self.asked)
        line.addWidget(self.button)
        self.setFixedHeight(56)
        self.hide()

    def say(self, words: str, more: str, *, only: bool) -> None:
        """Show what waits; '' hides the bar. ``only``: the list has just that, and the button leads back."""
        self._text.setText(words)
        self._text.ensurePolished()
        self._text.setMaximumWidth(self._text.fontMetrics().horizontalAdvance(words) + 4)
        self._more.setText(more)
        self.button.setText(self._texts.t("All workshops") if only else self._texts.t("Who looks back?"))
        self.setAccessibleName(f"{words}. {more}")
        self.setVisible(bool(words))

    def text(self) -> str:
        """What it says, '' when it is hidden."""
        return "" if self.isHidden() else _joined(self._text.text(), self._more.text())
