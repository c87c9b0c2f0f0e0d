"""Both look: first the own places, then the gap of each, and the mirror gap when both say yes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from gogrow.domain.board import About
from gogrow.domain.deck import Deck, StepKind
from gogrow.domain.room import named_pawn
from gogrow.domain.rules import placing, table, talking
from gogrow.domain.rules.table import Turn
from gogrow.domain.workshop import Consent, GapView, Placement, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui import icons
from gogrow.ui.cockpit.step_view import Primary
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label, plain_button
from gogrow.ui.parts import icon_label
from gogrow.ui.table.picture import Airy, Stand, TableBoard
from gogrow.ui.table.seat import SeatRow
from gogrow.ui.table.step import TIGHT_ROOM, Column, TableStep


class PromptRow(QFrame):
    """A question beside the gap, chosen from those that fit these two places."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._prompts: tuple[str, ...] | None = None
        self.setProperty("bar", "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 8, 6)
        line.setSpacing(10)
        line.addWidget(icon_label(desk.theme, "message-circle", "ink", 22))
        self.words = label("", "note", wrap=True)
        line.addWidget(self.words, 1)
        self.menu = QMenu(self)
        more = QToolButton()
        more.setProperty("icononly", True)
        more.setProperty("kind", "quiet")
        more.setIcon(icons.icon("chevron-down", desk.theme.colour("ink"), 22))
        more.setFixedSize(44, 44)
        more.setMenu(self.menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAccessibleName(texts.t("Choose a question"))
        line.addWidget(more)

    def show_prompts(self, prompts: tuple[str, ...], now: str) -> None:
        """Show what can be chosen, and what is."""
        self.setVisible(bool(prompts))
        self.words.setText(now or self._texts.t("Choose a question if you like"))
        if prompts != self._prompts:
            self._prompts = prompts
            self.menu.clear()
            for prompt in prompts:
                action = self.menu.addAction(plain_button(prompt))
                action.triggered.connect(lambda _=False, prompt=prompt: self.chosen.emit(prompt))
            nothing = self.menu.addAction(self._texts.t("No question"))
            nothing.triggered.connect(lambda: self.chosen.emit(""))


class TogetherStep(TableStep):
    """A reveal and the talk about the gap. *Not yet* covers what both see; nothing is lost by it."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._deck: Deck | None = None
        self._board = TableBoard(desk.theme)
        self._words = Column(desk)
        self._first, self._second = SeatRow(desk.theme, texts), SeatRow(desk.theme, texts)
        self._first.agreed.connect(lambda on: self._agree(0, on))
        self._second.agreed.connect(lambda on: self._agree(1, on))
        self._prompt = PromptRow(desk, texts)
        self._prompt.chosen.connect(lambda prompt: self.live.do(talking.show_prompt, prompt))
        self._asked: tuple[str, str] = ("", "")
        for part in (self._first, self._second, self._prompt):
            self._words.box.addWidget(part)
        self.left: QWidget = Airy(self._board)
        self.right = self._words
        desk.follow_deck(self._set_deck)

    # ------------------------------------------------------------------ showing

    def show(self, workshop: Workshop) -> None:
        """What both may see now."""
        pair, rounds = table.seats(workshop), self._rounds(workshop)
        if pair is None:
            return
        board, language = workshop.board, self.texts.language
        self._prompt.show_prompts((), "")
        if not table.looked(workshop, rounds):
            self._board.show_board(board, language)
            self._rows(False)
            self._show_covered(workshop)
        elif not self._is_gap(workshop):
            self._board.show_board(board, language, self._own(workshop))
            step = workshop.step()
            heading, body = (step.heading, step.body) if step else ({}, {})
            self._words.say(heading.get(language, ""), body.get(language, ""), self._chosen_in_silence())
            self._seats(workshop, *pair)
        else:
            self._show_gap(workshop)

    def _show_covered(self, workshop: Workshop) -> None:
        if not self._placed(workshop):
            body = self.t("You may pass. Talk about what you do want to tell.")
            self._words.say(self.t("There is nothing to see"), body)
        elif workshop.marks or not self._is_gap(workshop):
            self._words.say(self.t("Are you both ready to look?"), self.t("Both places appear at once."))
        else:
            self._words.say(self.t("Take your time"), self.t("The pawns are away. Nobody has to say anything."))

    def _show_gap(self, workshop: Workshop) -> None:
        at = self._at(workshop)
        found = table.of_turn(workshop, at)
        if found is None:
            return
        owner, other, view = found
        points = table.points(workshop, at)
        if points is None:
            self._board.show_board(workshop.board, self.texts.language)
            if view is GapView.MIRROR:
                self._show_asking(workshop)
            else:
                self._rows(False)
                self._words.say(self.t("There is nothing to compare"), self.t("Talk about what you do want to tell."))
            return
        mine, seen = points
        target = other if view is GapView.LOOKING else owner
        looks, looked_at = (owner, other) if view is GapView.LOOKING else (other, owner)
        eye, seat = (self.name(workshop, id, TIGHT_ROOM) for id in (looks, looked_at))
        theirs = self.t("{owner} sees {other} here", owner=eye, other=seat)
        stands = (
            Stand(named_pawn(workshop, owner, mine.x, mine.y), self.name(workshop, owner)),
            Stand(named_pawn(workshop, target, seen.x, seen.y, seen=True), theirs),
        )
        self._board.show_board(workshop.board, self.texts.language, stands, gap=True)
        key = talking.prompt_key(workshop.board, (mine.x, mine.y), (seen.x, seen.y))
        heading = self.t("You see the same place") if key == "same" else self.t("Where does this gap come from?")
        self._words.say(heading, "", self._chosen_in_silence())
        self._seats(workshop, owner, other, asked=view is GapView.MIRROR)
        prompts = self._deck.prompts.get(key, {}).get(self.texts.language, ()) if self._deck else ()
        self._prompt.show_prompts(tuple(prompts), workshop.stage.prompt)

    def _show_asking(self, workshop: Workshop) -> None:
        pair = table.seats(workshop)
        if pair is None:
            return
        self._words.say(
            self.t("Look the other way round too?"),
            self.t("Then each sees where the other places you. Only when both say yes. You need not say why."),
        )
        self._seats(workshop, *pair, asked=True, turn=False)

    def _seats(self, workshop: Workshop, owner: str, other: str, *, asked: bool = False, turn: bool = True) -> None:
        self._asked = (owner, other)
        self._rows(True)
        for seat, id, mate, words in (
            (self._first, owner, other, self.t("It is {name}’s turn", name=self.name(workshop, owner, TIGHT_ROOM))),
            (self._second, other, owner, self.t("{name} listens first", name=self.name(workshop, other, TIGHT_ROOM))),
        ):
            yes = workshop.agreed(Consent.MIRROR, id, mate) if asked else None
            said = words if turn else self.name(workshop, id)
            seat.show_seat(named_pawn(workshop, id, 0, 0), said, on=turn and id == owner, yes=yes)

    def _rows(self, on: bool) -> None:
        self._first.setVisible(on)
        self._second.setVisible(on)

    def _own(self, workshop: Workshop) -> tuple[Stand, ...]:
        """The own places of both, as far as they were shown."""
        stands = []
        for round in workshop.board.rounds:
            if round.about is not About.SELF or round.id not in self._rounds(workshop):
                continue
            for person in table.seats(workshop) or ():
                placed: Placement | None = workshop.placement(round.id, person)
                if placed is not None and placed.id in workshop.stage.shown:
                    pawn = named_pawn(workshop, person, placed.x, placed.y)
                    stands.append(Stand(pawn, self.name(workshop, person)))
        return tuple(stands)

    def _chosen_in_silence(self) -> str:
        return self.t("You chose in silence. Now you see both places.")

    # ------------------------------------------------------------------ doing

    def primary(self, workshop: Workshop) -> Primary:
        """Look, or go on."""
        if not table.looked(workshop, self._rounds(workshop)) and self._placed(workshop):
            return Primary(self.t("Show both places"), guarded=True)
        return Primary(self.t("Continue"))

    def secondary(self, workshop: Workshop) -> str:
        """Not yet: cover it again."""
        if table.looked(workshop, self._rounds(workshop)):
            return self.t("Not yet")
        return self.t("Back") if self._is_gap(workshop) else ""

    def act(self, workshop: Workshop) -> None:
        """The right button."""
        rounds = self._rounds(workshop)
        if not table.looked(workshop, rounds) and self._placed(workshop):
            self.live.do(table.look, rounds)
        elif self._is_gap(workshop):
            self.live.do(table.turn_to, table.following(workshop, self._at(workshop)), self.desk.now())
        else:
            self.onward.emit()

    def other(self, workshop: Workshop) -> None:
        """The left button: not yet, or one back while it is covered."""
        rounds = self._rounds(workshop)
        if table.looked(workshop, rounds):
            self.live.do(table.cover, rounds)
            return
        self.backward.emit()

    def back(self, workshop: Workshop) -> bool:
        """To the gap before this one."""
        earlier = table.before(workshop, self._at(workshop)) if self._is_gap(workshop) else None
        if earlier is not None:
            self.live.do(table.turn_to, earlier, self.desk.now())
        return earlier is not None

    def turn_of(self, workshop: Workshop) -> str:
        """Who speaks first now."""
        found = table.of_turn(workshop, self._at(workshop)) if self._is_gap(workshop) else None
        return found[0] if found else super().turn_of(workshop)

    def _agree(self, which: int, on: bool) -> None:
        one, mate = self._asked[which], self._asked[1 - which]
        self.live.do(placing.agree if on else placing.withdraw, Consent.MIRROR, one, mate)

    def _at(self, workshop: Workshop) -> Turn:
        at = table.turn(workshop)
        return at if at is Turn.KEEP or table.there_is(workshop, at) else table.following(workshop, at)

    def _is_gap(self, workshop: Workshop) -> bool:
        step = workshop.step()
        return step is not None and step.kind is StepKind.GAP

    def _rounds(self, workshop: Workshop) -> tuple[str, ...]:
        step = workshop.step()
        if step is not None and step.rounds:
            return step.rounds
        return tuple(r.id for r in workshop.board.rounds if r.about is not About.OTHER)

    def _placed(self, workshop: Workshop) -> bool:
        rounds, pair = self._rounds(workshop), table.seats(workshop) or ()
        return any(p.round in rounds and p.placer in pair for p in workshop.placements)

    def _set_deck(self, deck: Deck) -> None:
        self._deck = deck
        self.changed.emit()
