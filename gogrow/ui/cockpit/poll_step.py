"""The closing poll: which next step people want, by the same cards 1 to 5, as counts and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gogrow.domain import ballot as rules
from gogrow.domain.ballot import ENOUGH_VIEWS, Ballot
from gogrow.domain.dilemmas import POLL, Moment
from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.sheets.wishes import wishes
from gogrow.ui.cockpit.counting import Total
from gogrow.ui.cockpit.preview import SmallPreview
from gogrow.ui.cockpit.step_buttons import StepButton
from gogrow.ui.cockpit.step_view import Primary, StepView
from gogrow.ui.cockpit.words_step import Ready, Stage
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label
from gogrow.ui.messages import ask
from gogrow.ui.parts import Notes, button, icon_label, row

_KEYS = ("1", "2", "3", "4", "5")


class PollPane(QFrame):
    """A running total and five wishes. What each has is never shown while it grows."""

    typed = Signal(str)  # a key: 1 to 5, plus, minus, back

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.texts.t
        self.setProperty("panel", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        head = row(icon_label(desk.theme, "lock", "ink", 18), label(t("Counting · only you see this"), "strong"), 1)
        column.addLayout(head)
        self.total = Total(desk.theme)
        self.under = label("", "muted")
        self.under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.total, 3)
        column.addWidget(self.under)
        buttons = row(spacing=8)
        offered = wishes(desk.texts)
        longest = max((wish.short for wish in offered), key=len)
        for number, wish in enumerate(offered, start=1):
            made = StepButton(desk.theme, number, wish.short, longest)
            made.compact(False)
            made.clicked.connect(lambda _=False, key=str(number): self.typed.emit(key))
            buttons.addWidget(made)
        column.addLayout(buttons, 4)
        self.last = Elided("", "strong")
        self.back = button(desk.theme, t("Take back"), "arrow-back-up", "tool", "take-back")
        self.back.clicked.connect(lambda: self.typed.emit("back"))
        self._fewer = self._by("minus", t("One voice fewer: somebody passes or left"), "-")
        self._more = self._by("plus", t("One voice more: somebody came late"), "+")
        self.of = label("", "strong")
        foot = row(spacing=8)
        foot.addWidget(self.last, 1)
        for part in (self.back, self._fewer, self.of, self._more):
            foot.addWidget(part)
        column.addLayout(foot)
        hint = t("Keys 1 to 5 · Backspace takes the last one back · plus and minus change the total")
        column.addWidget(Elided(hint, "hint"))

    def _by(self, icon: str, words: str, key: str) -> QPushButton:
        made = button(self._desk.theme, "", icon, "tool")
        made.setProperty("icononly", True)
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.clicked.connect(lambda: self.typed.emit(key))
        return made

    def show_ballot(self, ballot: Ballot | None, here: int, *, lost: bool) -> None:
        """Show how far it is."""
        t = self._desk.texts.t
        total, expected = (ballot.total, ballot.expected) if ballot is not None else (0, here)
        self.total.setText(t("{total} of {expected}", total=total, expected=expected))
        words = t("All voices are in") if total and total >= expected else t("voices are in")
        if lost and not total:
            words = t("The program stopped while you were counting. Counting began anew, and nothing of it was kept.")
        self.under.setText(words)
        voices = ballot.voices if ballot is not None else ()
        self.last.setText(t("last: {number}", number=voices[-1]) if voices else "")
        self.back.setEnabled(bool(voices))
        self.of.setText(str(expected))
        self._fewer.setEnabled(expected > total)


class PollStep(StepView):
    """The cockpit of the poll: counting first, and once it is shown what the group sees."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pane = PollPane(desk)
        self._pane.typed.connect(self._type)
        self._stage = Stage(desk)
        self._notes = Notes(desk.theme, self.t("Notes: only for you"))
        self._notes.setFixedHeight(132)
        counting = QWidget()
        column = QVBoxLayout(counting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._pane, 1)
        column.addWidget(self._notes)
        self._middle = QStackedWidget()
        self._middle.addWidget(counting)
        self._middle.addWidget(self._stage)
        self.middle = self._middle
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        self._ready = Ready(desk)
        self._again = button(desk.theme, self.t("Count again"), "refresh", "tool", "anew")
        self._again.clicked.connect(self._anew)
        self._hide = button(desk.theme, self.t("Hide again"), "eye-off", "tool", "hide-poll")
        self._hide.clicked.connect(lambda: self.do(dilemmas.hide_views, Moment.BEFORE))
        self._small = SmallPreview(desk)
        beside.addWidget(self._ready, 1)
        beside.addLayout(row(self._again, self._hide))
        beside.addWidget(self._small)
        self.right = side

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop: its voices."""
        super().attach(live)
        live.voiced.connect(self._voiced)  # a method is let go with the page that goes for another look

    def _voiced(self, _: object) -> None:
        self.changed.emit()

    def show(self, workshop: Workshop) -> None:
        """Show the count, or what was shown."""
        step, live = workshop.step(), self.live
        if step is None or live is None:
            return
        language = self.desk.texts.language
        counting = self._counting(workshop)
        self._middle.setCurrentIndex(0 if counting else 1)
        self._pane.show_ballot(self._ballot(), len(workshop.here()), lost=live.voices.lost)
        self._notes.show_notes(tuple(note[language] for note in step.notes))
        self._stage.show_workshop(workshop)
        self._ready.show_workshop(workshop)
        self._small.set_words(step.title[language], self.t("Only how many, no names"))
        self._small.setVisible(counting)
        shown = bool(workshop.counts(POLL, Moment.BEFORE))
        ballot = self._ballot()
        self._again.setEnabled(shown or bool(ballot is not None and ballot.total))
        self._hide.setVisible(shown and not counting)

    def primary(self, workshop: Workshop) -> Primary | None:
        """Show it; then on."""
        ballot = self._ballot()
        if ballot is not None and ballot.total:
            missing = ballot.expected - ballot.total
            if missing > 0:
                words = self.desk.texts.n("Show, {count} voice is missing", "Show, {count} voices are missing", missing)
                return Primary(words, guarded=True)
            return Primary(self.t("Show"), guarded=True)
        if workshop.counts(POLL, Moment.BEFORE) and Moment.BEFORE in workshop.stage.dilemma.hidden:
            return Primary(self.t("Show"), guarded=True)
        return None

    def act(self, workshop: Workshop) -> None:
        """Show the counts; below five only after a question."""
        live, ballot = self.live, self._ballot()
        if live is None:
            return
        total = ballot.total if ballot is not None else sum(workshop.counts(POLL, Moment.BEFORE))
        t = self.t
        if total < ENOUGH_VIEWS and not ask(
            self._middle,
            self.desk.texts,
            t("Fewer than five voices"),
            t("Then it can be guessed who wants what. Ask first whether everyone is fine with that."),
            t("Show"),
            t("Not yet"),
        ):
            return
        if ballot is not None and ballot.total:
            live.voices.show()
        else:
            live.do(dilemmas.hide_views, Moment.BEFORE, hidden=False)

    def key(self, event: QKeyEvent, workshop: Workshop) -> bool:
        """Numbers count, Backspace takes back, plus and minus change the total."""
        plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~plain or not self._counting(workshop):
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self._type("back")
        elif event.text() in (*_KEYS, "+", "=", "-"):
            self._type(event.text())
        else:
            return False
        return True

    def _type(self, key: str) -> None:
        if self.live is None:
            return
        voices = self.live.voices
        ballot = voices.open(POLL, Moment.BEFORE)
        if key in _KEYS:
            voices.do(rules.add, int(key))
        elif key == "back":
            if ballot.total:
                voices.do(rules.take_back)
        else:
            voices.do(rules.expect, -1 if key == "-" else 1)

    def _anew(self) -> None:
        t = self.t
        text = t("All that was typed goes, and everyone shows their card once more.")
        title = t("Count all of it again?")
        if self.live is None or not ask(self._middle, self.desk.texts, title, text, t("Count again"), t("Leave it")):
            return
        self.live.voices.anew(POLL, Moment.BEFORE)

    def _ballot(self) -> Ballot | None:
        """The count in memory when it is the poll's and not shown yet."""
        made = self.live.voices.ballot if self.live is not None else None
        return made if made is not None and made.about == POLL and not made.shown else None

    def _counting(self, workshop: Workshop) -> bool:
        return self._ballot() is not None or not workshop.counts(POLL, Moment.BEFORE)
