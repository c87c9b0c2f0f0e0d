"""The gap talk in the cockpit: all in pairs with a quiet clock, or one pair that wants it on the board."""

from __future__ import annotations

import random

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain.deck import Deck
from gogrow.domain.rules import talking
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.pair_panel import PairPanel
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.themes import ThemePills
from gogrow.ui.cockpit.words_step import Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import label
from gogrow.ui.parts import button, panel, row


def draw_pairs(workshop: Workshop, source: random.Random) -> tuple[tuple[str, ...], ...]:
    """Names of who is here, by lot in pairs; the last three stay together when the number is odd."""
    apart = names_apart(workshop.participants)
    names = [apart[p.id] for p in workshop.here()]
    source.shuffle(names)
    pairs = [tuple(names[i : i + 2]) for i in range(0, len(names) - len(names) % 2, 2)]
    if len(names) % 2:
        if pairs:
            pairs[-1] = (*pairs[-1], names[-1])
        else:
            pairs = [(names[-1],)]
    return tuple(pairs)


class PairsPanel(QWidget):
    """Right: the turn's clock, pairs drawn by lot to read out, and one word per pair."""

    started = Signal(int)
    stopped = Signal()
    counted = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._workshop: Workshop | None = None
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        self._turn = label("", "section", wrap=True)
        self._minutes = QSpinBox()
        self._minutes.setRange(1, 30)
        self._minutes.setSuffix(" " + t("min"))
        self._minutes.lineEdit().setTextMargins(10, 0, 0, 0)
        self._minutes.setMinimumWidth(104)
        self._minutes.setAccessibleName(t("Minutes a turn"))
        line = row(spacing=8)
        line.addWidget(self._turn, 1)
        line.addWidget(self._minutes)
        column.addLayout(line)
        self._start = button(desk.theme, t("Start the clock"), "player-play", "tool", "start-turn")
        self._start.clicked.connect(lambda: self.started.emit(self._minutes.value()))
        self._stop = button(desk.theme, t("Clock off"), "player-stop", "tool", "stop-turn")
        self._stop.clicked.connect(self.stopped)
        column.addLayout(row(self._start, self._stop))
        draw = button(desk.theme, t("Draw pairs"), "arrows-shuffle", "tool", "draw-pairs")
        draw.clicked.connect(self._draw)
        column.addWidget(draw)
        self._pairs = label("", "text", wrap=True)
        self._pairs.setVisible(False)
        column.addWidget(self._pairs)
        column.addSpacing(4)
        column.addWidget(label(t("One word for each pair"), "label"))
        keys = t("A number or a click counts one. Backspace takes the last one back.")
        column.addWidget(label(keys, "hint", wrap=True))
        self.themes = ThemePills(desk, counts=True)
        self.themes.counted.connect(self.counted)
        column.addWidget(self.themes)
        column.addStretch(1)

    def show_workshop(self, workshop: Workshop, suggestions: tuple[str, ...]) -> None:
        """Show the turn and the harvest."""
        new = self._workshop is None or self._workshop.stage.step != workshop.stage.step
        self._workshop = workshop
        t, stage = self._desk.texts.t, workshop.stage
        self._turn.setText(t("Turn {turn}", turn=stage.turns) if stage.turns else t("Everyone in pairs"))
        if new:
            self._minutes.setValue(stage.turn_minutes)
        self._start.setText(t("Next turn") if stage.turns else t("Start the clock"))
        self._stop.setEnabled(stage.turns > 0)
        counts = {h.theme: h.count for h in workshop.harvest}
        self.themes.show_themes(suggestions, counts=counts)

    @property
    def minutes(self) -> int:
        """The length of a turn that is set."""
        return self._minutes.value()

    def _draw(self) -> None:
        if self._workshop is not None:
            pairs = draw_pairs(self._workshop, self._desk.source)
            self._pairs.setText("\n".join(" + ".join(pair) for pair in pairs))
            self._pairs.setVisible(True)


_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class GapStep(StepView):
    """The cockpit of the gap talk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stage = Stage(desk)
        self.middle = self._stage
        frame, column = panel((16, 12, 12, 12), 10)
        self._all = button(desk.theme, self.t("All pairs"), "", "pill", "all-pairs")
        self._one = button(desk.theme, self.t("One pair"), "", "pill", "one-pair")
        for index, tab in enumerate((self._all, self._one)):
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, index=index: self._turn_to(index))
        column.addLayout(row(self._all, self._one, 1))
        self._pairs = PairsPanel(desk)
        self._pair = PairPanel(desk)
        self._stack = QStackedWidget()
        self._areas: list[QScrollArea] = []
        for inside in (self._pairs, self._pair):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            inside.setProperty("scrolled", True)
            area.setWidget(inside)
            self._areas.append(area)
            self._stack.addWidget(area)
        column.addWidget(self._stack, 1)
        self.right = frame
        self._pairs.started.connect(self._start)
        self._pairs.stopped.connect(lambda: self.do(talking.stop_turns))
        self._pairs.counted.connect(self._count)
        self._pair.reached.connect(self._reach)
        self._deck: Deck | None = None
        self._new = True
        desk.follow_deck(self._set_deck)
        self._turn_to(0)

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop, or the same one opened again."""
        super().attach(live)
        self._new = True
        self._pair.attach(live)
        self._turn_to(0)

    def show(self, workshop: Workshop) -> None:
        """Show both sides."""
        self._stage.show_workshop(workshop)
        themes = tuple(self._deck.themes.get(workshop.details.language, ())) if self._deck else ()
        self._pairs.show_workshop(workshop, themes)
        self._pair.show_workshop(workshop, themes)
        if self._new:
            self._new = False
            self._go_on(workshop)

    def _go_on(self, workshop: Workshop) -> None:
        """Half a sentence from before a crash or a closed lid is there again, with its pair."""
        pair = talking.half_written(workshop)
        if pair is not None:
            self._pair.open_pair(*pair)
            self._turn_to(1)

    def primary(self, workshop: Workshop) -> Primary | None:
        """Start the clock of the first turn, then of the second."""
        if workshop.stage.pair is None and workshop.stage.turns < 2 and not self._stack.currentIndex():
            text = self.t("Start the clock") if workshop.stage.turns == 0 else self.t("Change turns")
            return Primary(text)
        return None

    def act(self, workshop: Workshop) -> None:
        """Start the next turn."""
        self._start(self._pairs.minutes)

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """Number keys count themes, Backspace takes the last one back."""
        if self._stack.currentIndex() != 0 or event.modifiers() & ~_PLAIN:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            return self._pairs.themes.take_back()
        return self._pairs.themes.key(event.text())

    def leave(self) -> None:
        """Back to all pairs."""
        self._turn_to(0)

    def _turn_to(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        tabs: tuple[QPushButton, ...] = (self._all, self._one)
        for place, tab in enumerate(tabs):
            tab.setChecked(place == index)
        if self.live is not None:
            if index == 0 and self.live.workshop.stage.pair is not None:
                self.live.do(talking.hide_pair)
            self.changed.emit()

    def _start(self, minutes: int) -> None:
        self.do(talking.start_turn, self.desk.now(), minutes)

    def _reach(self, widget: QWidget) -> None:
        # after the layout has given the fields their place
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        """Its top comes to the top: what is to be typed first is seen first."""
        self._areas[1].verticalScrollBar().setValue(widget.mapTo(self._pair, QPoint(0, -4)).y())

    def _count(self, theme: str, by: int) -> None:
        self.do(talking.harvest, theme, by, self.desk.new_id)

    def _set_deck(self, deck: Deck) -> None:
        self._deck = deck
        self._pair.set_deck(deck)
        self.changed.emit()
