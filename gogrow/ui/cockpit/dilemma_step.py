"""A round about a dilemma in the cockpit: read, choose blind, show, talk, one sentence, and what may follow.

Views are counted in `live.voices`, in memory; this view holds none of them.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from gogrow.domain.deck import Deck, DilemmaCard, Phase
from gogrow.domain.dilemmas import FileKeeps, Fit, RoomSees, Sure
from gogrow.domain.rules import dilemmas, hand
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit import beside_goals, pawn_panel, sentence_panel
from gogrow.ui.cockpit.choose_dilemma import DilemmaChooser
from gogrow.ui.cockpit.counting import CountingPane
from gogrow.ui.cockpit.dilemma_count import DilemmaCount
from gogrow.ui.cockpit.dilemma_run import onward_words
from gogrow.ui.cockpit.dilemma_side import DilemmaSide
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.tally import COUNTING, SHOWING, Tally
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.table.dilemma_laptop import DilemmaTurn
from gogrow.ui.table.locked import Locked

_SHOWS_DOTS = (*SHOWING, Phase.PAWN)
"""Phases with the group's dots in the picture: never reached by Page Down alone once there are any."""


class DilemmaStep(StepView):
    """The cockpit of a step about a dilemma."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._pane = CountingPane(desk)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._stage)
        self._middle.addWidget(self._pane)
        self._side = DilemmaSide(desk)
        self.middle = self._middle
        self.right = self._side
        self._count = DilemmaCount(desk, self._middle)
        self._deck: Deck | None = None
        self._stopped: frozenset[str] = frozenset()
        self._rounds: dict[str, tuple[RoomSees, FileKeeps]] = {}  # chosen for a dilemma, for when she comes back to it
        self._at: tuple[str, Phase] | None = None
        self._connect()
        desk.follow_deck(self._set_deck)

    def _connect(self) -> None:
        side, pane, count = self._side, self._pane, self._count
        pane.counted.connect(count.add)
        pane.taken_back.connect(count.take_back)
        pane.expected.connect(count.expect)
        pane.chose.connect(count.choose)
        pane.cleared.connect(count.clear)
        pane.anew.connect(count.anew)
        pane.laptop.connect(self.laptop)
        for ticks in (pane, side.showing):
            ticks.aloud.connect(count.say_aloud)
            ticks.kept.connect(count.say_kept)
        side.showing.anew.connect(count.anew)
        side.showing.hidden.connect(lambda _: count.hide())
        side.phases.chosen.connect(self._to)
        side.other.connect(self._put_away)
        side.stopped.connect(self._stop)
        side.pick.drawn.connect(self._draw)
        side.pick.choosing.connect(self._choose)
        side.choices.chosen.connect(self._choices)
        talk = side.talk
        talk.poles.connect(self._draw_poles)
        talk.freely.connect(lambda: self.do(dilemmas.talk_freely, self.desk.now()))
        talk.minutes.connect(lambda minutes: self.do(dilemmas.set_clock, self.desk.now(), minutes=minutes))
        talk.clock.connect(lambda run: self.do(dilemmas.set_clock, self.desk.now(), run=run))
        talk.beside.connect(lambda question: self.do(dilemmas.show_beside, question=question))
        talk.fact.connect(lambda on: self.do(dilemmas.show_beside, fact=on))
        side.sentence.kept.connect(self._keep_sentence)
        side.sentence.read.connect(self._read_back)
        side.sentence.changed.connect(self.changed)
        side.sentence.shared.connect(lambda dilemma, on: self.do(dilemmas.share_sentence, dilemma, on))
        side.sentence.typed.connect(lambda key, text: self._draft(sentence_panel.draft_id(key), text))
        side.pawn.placed.connect(lambda at: self._about(dilemmas.place_group, at))
        side.pawn.sure.connect(self._sure)
        side.pawn.differing.connect(self._differing)
        side.pawn.typed.connect(lambda key, text: self._draft(pawn_panel.draft_id(key), text))
        side.goals.fitted.connect(self._fit)
        side.goals.shown.connect(lambda goal: self.do(dilemmas.show_goal, goal))
        side.goals.typed.connect(self._draft)
        side.goals.kept.connect(self._keep_goal)
        side.goals.asked.connect(self._ask_for)

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop: nothing was stopped in it yet."""
        super().attach(live)
        self._stopped, self._rounds, self._at = frozenset(), {}, None
        self._count.attach(live)
        live.voiced.connect(lambda _: self.changed.emit())

    # ------------------------------------------------------------------ showing

    def show(self, workshop: Workshop) -> None:
        """Show the phase: the private count where people choose, else what the group sees."""
        live = self.live
        if live is None:
            return
        self._come_back(live, workshop)
        self._count.follow(workshop)
        tally = self._count.tally(workshop)
        stage = workshop.stage.dilemma
        held = self._held()
        counting = tally is not None and stage.phase in COUNTING
        at = (stage.card, stage.phase)
        if at != self._at:
            self._at = at
            self._pane.begin()
        if counting and tally is not None:
            self._pane.show_count(workshop, tally, lost=self._count.lost(workshop))
        else:
            self._stage.show_workshop(workshop)
        self._middle.setCurrentIndex(int(counting))
        self._side.show_workshop(workshop, tally, self._left(workshop), self._deck, busy=live.busy)
        if held is not None and not held.isVisible():  # what had the keys is gone: they are the page's again
            page = self.parent()
            if isinstance(page, QWidget):
                page.setFocus()

    def _held(self) -> QWidget | None:
        held = QApplication.focusWidget()
        ours = held is not None and (self._middle.isAncestorOf(held) or self._side.isAncestorOf(held))
        return held if ours else None

    def _come_back(self, live: LiveWorkshop, workshop: Workshop) -> None:
        """The two choices of a round are still those, after a look at another step."""
        stage = workshop.stage.dilemma
        chosen = self._rounds.get(stage.card)
        there = workshop.dilemma() is not None and not live.busy
        if there and chosen is not None and chosen != (stage.room, stage.keeps):
            live.do(dilemmas.choices, *chosen)

    def _set_deck(self, deck: Deck) -> None:
        self._deck = deck
        self.changed.emit()

    def _left(self, workshop: Workshop, theme: str = "") -> tuple[DilemmaCard, ...] | None:
        if self._deck is None:
            return None
        cards = self._deck.dilemmas.get(workshop.details.language, ())
        return dilemmas.left(workshop, cards, theme, self._stopped)

    # ------------------------------------------------------------------ the next action

    def primary(self, workshop: Workshop) -> Primary | None:
        """What this phase asks for, then on to the next one; None at the end of the round."""
        tally, stage = self._count.tally(workshop), workshop.stage.dilemma
        if tally is None:
            step = workshop.step()
            left = self._left(workshop, step.theme if step is not None else "") or ()
            if hand.waiting(workshop, left):
                return Primary(self.t("From your hand"))
            return Primary(self.t("Draw a dilemma")) if any(not card.sensitive for card in left) else None
        if stage.phase in COUNTING:
            return self._show_what(tally)
        if stage.phase in SHOWING and tally.shown and tally.hidden:
            return Primary(self.t("Show"), guarded=True)
        if stage.phase is Phase.TALK and workshop.stage.turns < 2:
            return Primary(self.t("Talk freely") if workshop.stage.turns else self.t("Draw the sides"))
        if stage.phase is Phase.SENTENCE and self._unread(workshop):
            return Primary(self.t("Keep it and read it back"), guarded=True)
        return self._onward(workshop)

    def _show_what(self, tally: Tally) -> Primary:
        if tally.open and tally.total and tally.missing:
            words = self.desk.texts.n(
                "Show, {count} voice is missing", "Show, {count} voices are missing", tally.missing
            )
            return Primary(words, guarded=True)
        return Primary(self.t("Show"), enabled=bool(tally.total) or not tally.open, guarded=True)

    def _unread(self, workshop: Workshop) -> bool:
        """Whether there is a sentence that was not read back as it is now."""
        played, words = workshop.dilemma(), self._side.sentence.line.sentence()
        same = played is not None and played.sentence == words
        return bool(words) and not (same and workshop.stage.dilemma.read_back)

    def _onward(self, workshop: Workshop) -> Primary | None:
        following, played = dilemmas.following(workshop), workshop.dilemma()
        if following is None or played is None:
            return None
        dots = any(view.about == played.id for view in workshop.views)
        return Primary(onward_words(self.desk.texts, following), guarded=dots and following in _SHOWS_DOTS)

    def act(self, workshop: Workshop) -> None:
        """Do it."""
        tally, stage = self._count.tally(workshop), workshop.stage.dilemma
        step = workshop.step()
        if tally is None:
            self._draw(step.theme if step is not None else "")
        elif stage.phase in COUNTING and tally.open:
            self._count.show()
        elif stage.phase in COUNTING:
            self._to(SHOWING[COUNTING.index(stage.phase)])
        elif stage.phase in SHOWING and tally.shown and tally.hidden:
            self._count.show_again()
        elif stage.phase is Phase.TALK and workshop.stage.turns < 2:
            if workshop.stage.turns:
                self.do(dilemmas.talk_freely, self.desk.now())
            else:
                self._draw_poles()
        elif stage.phase is Phase.SENTENCE and self._unread(workshop):
            self._read_back(True)
        else:
            following = dilemmas.following(workshop)
            if following is not None:
                self._to(following)

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """Numbers count, Backspace takes back, plus and minus change the total; arrows move the group's pawn."""
        phase = workshop.stage.dilemma.phase
        if workshop.dilemma() is None:
            return False
        if phase in COUNTING:
            return self._pane.key(event)
        if phase is Phase.PAWN and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._side.pawn.line.step(-1 if event.key() == Qt.Key.Key_Left else 1)
            return True
        return False

    def leave(self) -> None:
        """What stands in a field goes to the file."""
        self.keep()
        self._at = None

    def keep(self) -> None:
        """The same when the workshop is left."""
        for line in self._side.lines:
            line.keep()

    def laptop_turn(self, live: LiveWorkshop, page: QWidget) -> Locked | None:
        """Five large buttons for each who still has to choose."""
        tally = self._count.tally(live.workshop)
        return DilemmaTurn(self.desk, live, page, tally.moment, tally.missing) if tally is not None else None

    # ------------------------------------------------------------------ which dilemma

    def _draw(self, theme: str) -> None:
        live = self.live
        if live is not None and self._deck is not None:
            cards = self._deck.dilemmas.get(live.workshop.details.language, ())
            live.do(dilemmas.draw, cards, self.desk.source, theme, self._stopped)

    def _choose(self) -> None:
        live, deck = self.live, self._deck
        if live is None or deck is None:
            return
        step = live.workshop.step()
        left = self._left(live.workshop) or ()
        theme = step.theme if step is not None else ""
        mine = [card.id for card in live.workshop.hand]
        chooser = DilemmaChooser(self.desk, left, deck.card_themes, theme, self._side, mine)
        chooser.chosen.connect(lambda card: live.do(dilemmas.play, card))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.open()

    def _put_away(self) -> None:
        live = self.live
        if live is not None and live.workshop.dilemma() is not None and self._count.may_go():
            self.keep()
            about = live.workshop.stage.dilemma.card
            live.do(dilemmas.put_away)
            self._count.forget(about)

    def _stop(self) -> None:
        live = self.live
        about = live.workshop.stage.dilemma.card if live is not None else ""
        if live is None or not about:
            return
        self._stopped |= {about}
        goals = range(len(live.workshop.details.goals))
        for id in (
            sentence_panel.draft_id(about),
            pawn_panel.draft_id(about),
            *(beside_goals.draft_id(about, goal) for goal in goals),
        ):
            live.forget_draft(id)
        for line in self._side.lines:
            line.drop()
        self._rounds.pop(about, None)
        live.do(dilemmas.stop)
        self._count.forget(about)

    # ------------------------------------------------------------------ the round

    def _to(self, phase: Phase) -> None:
        self.keep()
        self.do(dilemmas.to_phase, phase)

    def _choices(self, room: RoomSees, keeps: FileKeeps) -> None:
        if self.live is not None:
            self._rounds[self.live.workshop.stage.dilemma.card] = (room, keeps)
            self.do(dilemmas.choices, room, keeps)

    def _draw_poles(self) -> None:
        self.do(dilemmas.draw_poles, self.desk.source, self.desk.now())

    def _draft(self, id: str, text: str) -> None:
        if self.live is not None:
            self.live.draft(id, text)

    def _keep_sentence(self, dilemma: str, sentence: str, themes: list[str]) -> None:
        if self.live is not None:
            self.live.forget_draft(sentence_panel.draft_id(dilemma))
            self.live.do(dilemmas.keep_sentence, dilemma, sentence, themes)

    def _read_back(self, on: bool) -> None:
        self._side.sentence.line.keep()
        self.do(dilemmas.read_back, on)

    def _about(self, rule: object, value: object) -> None:
        if self.live is not None:
            self.live.do(rule, self.live.workshop.stage.dilemma.card, value)  # type: ignore[arg-type]

    def _sure(self, sure: Sure | None) -> None:
        self._about(dilemmas.how_sure, sure)

    def _differing(self, dilemma: str, words: str) -> None:
        live = self.live
        found = live.workshop.dilemma(dilemma) if live is not None else None
        if live is not None and found is not None:
            live.forget_draft(pawn_panel.draft_id(dilemma))
            live.do(dilemmas.how_sure, dilemma, found.sure, words)

    def _fit(self, goal: int, fit: Fit | None) -> None:
        if self.live is not None:
            self.live.do(dilemmas.show_goal, goal)
            self.live.do(dilemmas.hold_against, self.live.workshop.stage.dilemma.card, goal, fit)

    def _keep_goal(self, dilemma: str, goal: int, words: str) -> None:
        live = self.live
        id = f"{dilemma}.{goal}"
        found = next((view for view in live.workshop.goal_views if view.id == id), None) if live is not None else None
        if live is not None and found is not None:
            live.forget_draft(beside_goals.draft_id(dilemma, goal))
            live.do(dilemmas.hold_against, dilemma, goal, found.fit, words)

    def _ask_for(self, words: str) -> None:
        if self.live is not None and words:
            self.live.forget_draft("request")
            self.live.do(dilemmas.add_request, words, self.desk.new_id)
