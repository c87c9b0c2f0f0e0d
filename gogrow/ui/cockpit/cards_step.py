"""Assignment cards: draw one, choose one, another, stop. Slips may be typed in meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.deck import AssignmentCard, Deck
from gogrow.domain.people import Presence
from gogrow.domain.room import entered_rounds
from gogrow.domain.rules import people, playing, session
from gogrow.domain.rules.hand import waiting
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.choose_card import CardChooser
from gogrow.ui.cockpit.entry import EntryPane
from gogrow.ui.cockpit.next_card import next_words, with_hand
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.themes import ThemePills
from gogrow.ui.cockpit.who import WhoPanel
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.parts import button, panel, row


class CardPanel(QFrame):
    """What can be done with cards; small when slips are typed in meanwhile."""

    drawn = Signal(str)  # field, '' for any
    choosing = Signal()
    skipped = Signal()
    stopped = Signal()
    themed = Signal(list)

    def __init__(self, desk: Desk, *, compact: bool) -> None:
        super().__init__()
        self._desk = desk
        self._compact = compact
        t = desk.texts.t
        frame, column = panel((16, 14, 16, 14), 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._caption = label("", "label")
        self._question = label("", "strong", wrap=True)
        self._hint = label("", "muted", wrap=True)
        column.addWidget(self._caption)
        column.addWidget(self._question)
        column.addWidget(self._hint)
        self._next = Elided("", "muted")
        column.addWidget(self._next)
        self._draw = button(desk.theme, t("Draw a card"), "cards", "tool", "draw")
        self._draw.clicked.connect(lambda: self.drawn.emit(""))
        self._choose = button(desk.theme, t("Choose"), "list-search", "tool", "choose")
        self._choose.clicked.connect(self.choosing)
        column.addLayout(row(self._draw, self._choose))
        self._fields = QVBoxLayout()
        self._fields.setSpacing(6)
        if not compact:
            column.addLayout(self._fields)
        self._skip = button(desk.theme, t("Put away"), "check", "tool", "skip")
        self._skip.clicked.connect(self.skipped)
        self._stop = button(desk.theme, t("Stop, leave no trace"), "hand-stop", "tool", "stop")
        self._stop.clicked.connect(self.stopped)
        column.addLayout(row(self._skip, self._stop))
        if not compact:
            self._themes = ThemePills(desk, counts=False)
            self._themes.changed.connect(self.themed)
            self._themes_title = label(t("Themes that came up"), "label")
            column.addSpacing(6)
            column.addWidget(self._themes_title)
            self._area = QScrollArea()
            self._area.setWidgetResizable(True)
            self._area.setFrameShape(QFrame.Shape.NoFrame)
            self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._themes.setProperty("scrolled", True)
            self._area.setWidget(self._themes)
            column.addWidget(self._area, 1)
        self._field_pills: dict[str, QPushButton] = {}
        self._field_ids: tuple[str, ...] = ()
        self._card = ""

    def show_workshop(
        self, workshop: Workshop, left: Sequence[AssignmentCard] | None, suggestions: Sequence[str]
    ) -> None:
        """Show the card in the picture and how many are ``left``; None while the cards are still being read."""
        texts = self._desk.texts
        played, following = workshop.card(), waiting(workshop, left or ())
        if left is None:
            self._caption.setText(texts.t("The cards are on their way…"))
        elif not left:
            self._caption.setText(texts.t("All cards were played"))
        else:
            words = texts.n("{count} card left", "{count} cards left", len(left))
            self._caption.setText(with_hand(texts, words, following))
        self._next.setText(next_words(texts, following))
        self._next.setVisible(bool(following))
        self._draw.setText(texts.t("From your hand") if following else texts.t("Draw a card"))
        self._draw.setEnabled(bool(left))
        self._choose.setEnabled(bool(left))
        if played is not None:
            self._question.setText(played.card.question)
            self._hint.setText(played.card.hint)
        else:
            self._question.setText(texts.t("No card on the beamer"))
            self._hint.setText("" if self._compact else texts.t("Draw one, or choose a field."))
        self._hint.setVisible(bool(self._hint.text()))
        self._skip.setEnabled(played is not None)
        self._stop.setEnabled(played is not None)
        if self._compact:
            return
        self._make_fields(workshop)
        step = workshop.step()
        for id, pill in self._field_pills.items():
            pill.setEnabled(any(card.field == id for card in left or ()))
            pill.setVisible(step is None or not step.draws)  # a question belongs to no field
        self._themes_title.setVisible(played is not None)
        self._themes.setVisible(played is not None)
        if played is not None:
            if played.id != self._card:
                self._card = played.id
                self._themes.fold()
            self._themes.show_themes(suggestions, chosen=played.themes, brief=True)

    def _make_fields(self, workshop: Workshop) -> None:
        ids = tuple(field.id for field in workshop.board.fields)
        if ids == self._field_ids:
            return
        self._field_ids = ids
        self._field_pills = {}
        while item := self._fields.takeAt(0):  # another board than before
            if (old := item.layout()) is not None:
                while part := old.takeAt(0):
                    if (inside := part.widget()) is not None:
                        inside.hide()
                        inside.deleteLater()
        line: list[QWidget] = []
        for field in workshop.board.fields:
            pill = button(self._desk.theme, field.name[self._desk.texts.language], field.icon, "pill")
            pill.clicked.connect(lambda _=False, id=field.id: self.drawn.emit(id))
            self._field_pills[field.id] = pill
            line.append(pill)
        for start in range(0, len(line), 2):
            self._fields.addLayout(row(*line[start : start + 2]))


class CardsStep(StepView):
    """The cockpit of a card step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self._entry = EntryPane(desk)
        self._entry.laptop.connect(self.laptop)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._stage)
        self._middle.addWidget(self._entry)
        self._large = CardPanel(desk, compact=False)
        self._small = CardPanel(desk, compact=True)
        self._who = WhoPanel(desk)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._small)
        column.addWidget(self._who, 1)
        self._right = QStackedWidget()
        self._right.addWidget(self._large)
        self._right.addWidget(both)
        self.middle = self._middle
        self.right = self._right
        self._rounds: tuple[str, ...] = ()
        self._stopped: frozenset[str] = frozenset()
        self._deck: Deck | None = None
        for cards in (self._large, self._small):
            cards.drawn.connect(self._draw)
            cards.choosing.connect(self._choose)
            cards.skipped.connect(lambda: self.do(playing.put_away))
            cards.stopped.connect(self._stop)
            cards.themed.connect(self._themes)
        self._who.chosen.connect(self._choose_person)
        self._who.presence.connect(self._presence)
        self._who.add.connect(self.people)
        desk.follow_deck(self._set_deck)

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop: nothing was stopped in it yet."""
        super().attach(live)
        self._stopped = frozenset()

    def show(self, workshop: Workshop) -> None:
        """Show the card, and the slips when they are typed in meanwhile."""
        if self.live is None:
            return
        self._rounds = entered_rounds(workshop.step())
        entering = bool(self._rounds)
        self._middle.setCurrentIndex(int(entering))
        self._right.setCurrentIndex(int(entering))
        cards = self._cards(workshop)
        left = playing.left(workshop, cards, without=self._stopped) if self._deck is not None else None
        themes = self._deck.themes.get(workshop.details.language, ()) if self._deck else ()
        if entering:
            self._entry.show_round(self.live, workshop, self._rounds)
            self._who.show_workshop(workshop, self._rounds, self._entry.person)
            self._small.show_workshop(workshop, left, themes)
        else:
            self._stage.show_workshop(workshop)
            self._large.show_workshop(workshop, left, themes)

    def primary(self, workshop: Workshop) -> Primary | None:
        """Draw the first card of the step."""
        left = playing.left(workshop, self._cards(workshop), without=self._stopped)
        if workshop.card() is None and left:
            return Primary(self.t("From your hand") if waiting(workshop, left) else self.t("Draw a card"))
        return None

    def act(self, workshop: Workshop) -> None:
        """Draw."""
        self._draw("")

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """Letters go to the entry line while slips are typed in."""
        if not self._rounds:
            return False
        used = self._entry.key(event)
        if used:
            self._who.show_workshop(workshop, self._rounds, self._entry.person)
        return used

    def leave(self) -> None:
        """Blind again."""
        self._entry.blind_again()

    def _set_deck(self, deck: Deck) -> None:
        self._deck = deck
        self.changed.emit()

    def _cards(self, workshop: Workshop) -> tuple[AssignmentCard, ...]:
        """What this step draws from: assignments, or questions to open or to close with."""
        step, language = workshop.step(), workshop.details.language
        if self._deck is None:
            return ()
        if step is None or not step.draws:
            return self._deck.cards.get(language, ())
        return tuple(card for card in self._deck.questions.get(language, ()) if card.kind == step.draws)

    def _draw(self, field: str) -> None:
        if self.live is not None:
            cards = self._cards(self.live.workshop)
            self.live.do(playing.draw, cards, self.desk.source, field, self._stopped)

    def _choose(self) -> None:
        live = self.live
        if live is None:
            return
        free = playing.left(live.workshop, self._cards(live.workshop), without=self._stopped)
        mine = [card.id for card in live.workshop.hand]
        chooser = CardChooser(self.desk, free, live.workshop.board, self._right, mine)
        chooser.chosen.connect(lambda card: live.do(playing.show, card))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.open()

    def _stop(self) -> None:
        if self.live is not None and self.live.workshop.stage.card:
            self._stopped |= {self.live.workshop.stage.card}
            self.live.do(playing.stop)

    def _themes(self, themes: list[str]) -> None:
        if self.live is not None and self.live.workshop.stage.card:
            self.live.do(playing.set_themes, self.live.workshop.stage.card, themes)

    def _choose_person(self, participant: str) -> None:
        self._entry.choose(participant)
        if self.live is not None:
            self.live.do(session.entering, participant)

    def _presence(self, participant: str, presence: object) -> None:
        if self.live is not None and isinstance(presence, Presence):
            self.live.do(people.set_presence, participant, presence)
