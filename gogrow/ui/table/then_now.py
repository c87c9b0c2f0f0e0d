"""Two look at then and now together: first the way of the one, then that of the other, then the gaps of then and now.

Nothing is hidden for two, but then comes only after both looked at now; the mirror gap only when both said yes to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from gogrow.domain.deck import ProgrammeStep
from gogrow.domain.public import ThenNowOne
from gogrow.domain.room import one_then_now
from gogrow.domain.rules import table
from gogrow.domain.rules.follow_up import gap_then, own_round
from gogrow.domain.rules.talking import gap_points
from gogrow.domain.workshop import GapView, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.beamer.then_now import now_words, then_words
from gogrow.ui.check_in.own_way import GapBoards, why_not
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.table.picture import Airy, Stand, TableBoard
from gogrow.ui.table.step import Column, TableStep


@dataclass(frozen=True, slots=True)
class Sight:
    """One thing to look at: whose way, or (with ``then``) whose gap with the other."""

    owner: str
    way: ThenNowOne | None = None
    then: Workshop | None = None
    view: GapView = GapView.LOOKING


class ThenNowStep(TableStep):
    """The large button goes to the next picture, and after the last one to the next step."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._at = 0
        self._board = TableBoard(desk.theme)
        self._gap = GapBoards(desk, texts)
        self._stack = QStackedWidget()
        self._stack.addWidget(Airy(self._board))
        self._stack.addWidget(self._gap)
        self._words = Column(desk)
        self.left: QWidget = self._stack
        self.right = self._words

    def show(self, workshop: Workshop) -> None:
        """Show where one of them stood and stands, or their gap; or say why there is nothing to see."""
        step, pair = workshop.step(), table.seats(workshop)
        sights = self._sights(workshop)
        self._at = min(self._at, max(0, len(sights) - 1))
        if step is None or pair is None:
            return
        language = self.texts.language
        if not sights:
            self._board.show_board(workshop.board, language)
            self._stack.setCurrentIndex(0)
            self._words.say(step.heading.get(language, ""), self._why(workshop, pair[0]))
            return
        sight = sights[self._at]
        if sight.way is not None:
            self._show_way(workshop, step, sight.owner, sight.way)
        elif sight.then is not None:
            self._show_gap(workshop, sight, sight.then, table.other_seat(workshop, sight.owner))

    def primary(self, workshop: Workshop) -> Primary:
        """On."""
        return Primary(self.t("Continue"))

    def secondary(self, workshop: Workshop) -> str:
        """One picture back, or one step."""
        return self.t("Back")

    def act(self, workshop: Workshop) -> None:
        """To the next picture, or onward."""
        if self._at + 1 < len(self._sights(workshop)):
            self._at += 1
            self.changed.emit()
        else:
            self._at = 0
            self.onward.emit()

    def other(self, workshop: Workshop) -> None:
        """Back."""
        if not self.back(workshop):
            self.backward.emit()

    def back(self, workshop: Workshop) -> bool:
        """To the picture before this one."""
        if self._at == 0:
            return False
        self._at -= 1
        self.changed.emit()
        return True

    def turn_of(self, workshop: Workshop) -> str:
        """Who tells now."""
        sights = self._sights(workshop)
        return sights[self._at].owner if self._at < len(sights) else super().turn_of(workshop)

    def close(self) -> None:
        """Whoever comes back begins with the first picture."""
        self._at = 0

    def _sights(self, workshop: Workshop) -> tuple[Sight, ...]:
        step, pair, earlier = workshop.step(), table.seats(workshop), self.live.earlier
        round = own_round(workshop.board)
        if step is None or pair is None:
            return ()
        found = []
        for person in pair:
            way = one_then_now(workshop, step, earlier, person)
            if way is not None and f"{round}.{person}" in workshop.stage.shown:
                found.append(Sight(person, way))
        views = [GapView.LOOKING, *([GapView.MIRROR] if table.mirror_agreed(workshop) else [])]
        for view in views:
            for owner, other in (pair, (pair[1], pair[0])):
                points = gap_points(workshop, owner, other, view)
                then = next((one for one in earlier if gap_then(workshop, one, owner, other, view)), None)
                if then is not None and points and {p.id for p in points} <= workshop.stage.shown:
                    found.append(Sight(owner, None, then, view))
        return tuple(found)

    def _show_way(self, workshop: Workshop, step: ProgrammeStep, owner: str, way: ThenNowOne) -> None:
        t = self.t
        stands = [Stand(pawn, self.texts.date(day, "d MMM y") if day else t("then")) for pawn, day in way.then]
        stands.append(Stand(way.now, t("now")))
        self._board.show_board(workshop.board, self.texts.language, tuple(stands), way=True)
        self._stack.setCurrentIndex(0)
        days = [then_words(self.texts, day) for _, day in way.then] + [now_words(self.texts, way.now_day)]
        heading = t("{name}, then and now", name=self.name(workshop, owner))
        self._words.say(heading, step.body.get(self.texts.language, ""), " · ".join(days))

    def _show_gap(self, workshop: Workshop, sight: Sight, then: Workshop, other: str) -> None:
        t = self.t
        self._gap.show_gap(workshop, then, sight.owner, other, sight.view)
        self._stack.setCurrentIndex(1)
        looks, seen = (sight.owner, other) if sight.view is GapView.LOOKING else (other, sight.owner)
        words = t("Where {owner} sees {other}", owner=self.name(workshop, looks), other=self.name(workshop, seen))
        self._words.say(t("Your gap, then and now"), t("Has it become larger or smaller? What did that?"), words)

    def _why(self, workshop: Workshop, first: str) -> str:
        placed = workshop.placement(own_round(workshop.board), first)
        if self.live.earlier and placed is not None and placed.id not in workshop.stage.shown:
            return self.t("First look together where you stand now. Go back for that, or go on without.")
        return why_not(workshop, self.live.earlier, first, self.texts)
