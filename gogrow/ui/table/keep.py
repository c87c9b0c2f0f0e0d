"""What stays of the talk: first who may see it, and only then words. The employee chooses; *not recorded* is usual."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gogrow.domain.deck import Deck
from gogrow.domain.rules import table, talking
from gogrow.domain.rules.table import Turn
from gogrow.domain.workshop import GapView, Talk, Visibility, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts
from gogrow.ui.cockpit.themes import ThemePills
from gogrow.ui.desk import Desk
from gogrow.ui.few_lines import FewLines
from gogrow.ui.labels import label
from gogrow.ui.messages import ask
from gogrow.ui.table.step import Column, TableStep

KEPT = (Visibility.US, Visibility.PLAN)
WIDEST = 820
"""A form is never wider than this, in pixels."""
PARTS = ("sentence", "agreement")


class Form(QWidget):
    """A column of fields that scrolls when the window is low, and never grows wider than can be read."""

    def __init__(self) -> None:
        super().__init__()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMaximumWidth(WIDEST)
        inside = QWidget()
        inside.setProperty("scrolled", True)
        inside.setMinimumHeight(1)  # else pills count as if they stood one under another
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 8, 14, 8)
        self.column.setSpacing(8)
        area.setWidget(inside)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(area, 1000)
        line.addStretch(1)


class KeepStep(TableStep):
    """Nothing is typed before the choice, so nothing reaches the file before it."""

    def __init__(self, desk: Desk, texts: Texts, live: LiveWorkshop, parent: QObject | None = None) -> None:
        super().__init__(desk, texts, live, parent)
        self._deck: Deck | None = None
        self._talk = ""
        self._visibility = Visibility.NOT_RECORDED
        self._themes: tuple[str, ...] = ()
        self._shown: Talk | None = None
        self._read = False
        t = self.t
        form = Form()
        column = form.column
        column.addWidget(label(t("Who may see this?"), "section"))
        self._choices: dict[Visibility, QRadioButton] = {}
        for visibility, words in (
            (Visibility.NOT_RECORDED, t("Not recorded")),
            (Visibility.US, t("The two of us and the facilitator")),
            (Visibility.PLAN, t("Also on our plan sheets")),
            (Visibility.THEME, t("The theme only, no names")),
        ):
            choice = QRadioButton(words)
            choice.setProperty("row", True)
            choice.clicked.connect(lambda _=False, v=visibility: self._choose(v))
            self._choices[visibility] = choice
            column.addWidget(choice)
        self._off = label(t("Nothing is written down. That is the usual choice."), "muted", wrap=True)
        column.addWidget(self._off)
        self._kept = QWidget()
        kept = QVBoxLayout(self._kept)
        kept.setContentsMargins(0, 6, 0, 0)
        kept.setSpacing(8)
        self._sentence_title = label(t("In one sentence, chosen together. Read it back."), "label", wrap=True)
        self._sentence = FewLines(3)
        self._sentence.left.connect(self._keep)
        self._sentence.setAccessibleName(self._sentence_title.text())
        self._sentence.textChanged.connect(lambda: self._typing("sentence", self._sentence.toPlainText()))
        self._agreement_title = label(t("Agreement"), "label")
        self._agreement = QLineEdit()
        self._agreement.setAccessibleName(self._agreement_title.text())
        self._agreement.textChanged.connect(lambda text: self._typing("agreement", text))
        self._agreement.editingFinished.connect(self._keep)
        self._pills = ThemePills(desk, counts=False, texts=texts)
        self._pills.changed.connect(self._set_themes)
        for part in (self._sentence_title, self._sentence, self._agreement_title, self._agreement):
            kept.addWidget(part)
        kept.addWidget(label(t("Themes"), "label"))
        kept.addWidget(self._pills)
        column.addWidget(self._kept)
        column.addStretch(1)
        self._words = Column(desk)
        self.left = form
        self.right = self._words
        desk.follow_deck(self._set_deck)

    # ------------------------------------------------------------------ showing

    def show(self, workshop: Workshop) -> None:
        """Show the choice, and what was kept."""
        pair = table.seats(workshop)
        if pair is None:
            return
        self._adopt(workshop, pair)
        for visibility, choice in self._choices.items():
            choice.setChecked(visibility is self._visibility)
        words = self._visibility in KEPT
        self._off.setVisible(self._visibility is Visibility.NOT_RECORDED)
        self._kept.setVisible(self._visibility is not Visibility.NOT_RECORDED)
        for part in (self._sentence_title, self._sentence, self._agreement_title, self._agreement):
            part.setVisible(words)
        themes = self._deck.themes.get(self.texts.language, ()) if self._deck else ()
        self._pills.show_themes(tuple(themes), chosen=self._themes)
        name = self.name(workshop, pair[0])
        self._words.say(
            self.t("{name} chooses what stays", name=name),
            self.t(
                "{name} may think along. Nothing stays unless you choose it here.", name=self.name(workshop, pair[1])
            ),
        )

    def _adopt(self, workshop: Workshop, pair: tuple[str, str]) -> None:
        """Take over what is in the file; a field that is being typed in is left alone."""
        if self.live.busy and self._read:
            return  # while the file answers, what was typed meanwhile is newer than what it brings
        known = next((k for k in workshop.talks if (k.owner, k.other) == pair), None)
        drafts = [workshop.draft(talking.draft_id(*pair, part)) for part in PARTS]
        if known is not None and known != self._shown:
            self._talk, self._visibility, self._themes = known.id, known.visibility, known.themes
            if not (self._sentence.hasFocus() or self._agreement.hasFocus()):
                self._set_words(drafts[0] or known.sentence, drafts[1] or known.agreement)
        elif known is None and self._shown is not None:
            self._forget()
        elif known is None and not self._read and any(drafts):
            self._visibility = Visibility.US
            self._set_words(*drafts)
        self._shown, self._read = known, True

    def _set_words(self, sentence: str, agreement: str) -> None:
        with QSignalBlocker(self._sentence), QSignalBlocker(self._agreement):
            self._sentence.setPlainText(sentence)
            self._agreement.setText(agreement)

    def _forget(self) -> None:
        self._talk, self._visibility, self._themes = "", Visibility.NOT_RECORDED, ()
        self._set_words("", "")

    def secondary(self, workshop: Workshop) -> str:
        """Back to the gap."""
        return self.t("Back")

    # ------------------------------------------------------------------ choosing

    def _choose(self, visibility: Visibility) -> None:
        pair = table.seats(self.live.workshop)
        typed = bool(self._talk or self._sentence.toPlainText().strip() or self._agreement.text().strip())
        if pair is not None and visibility not in KEPT and self._visibility in KEPT and typed:
            sure = ask(
                self.left,
                self.texts,
                self.t("Erase what was written?"),
                self.t("Your sentence and your agreement are erased for good. You cannot undo that."),
                self.t("Erase"),
                self.t("Leave it"),
            )
            if not sure:
                self.changed.emit()
                return
        if pair is not None and visibility not in KEPT:  # also what was undone, and only a step still knows
            self._let_go(pair)
            empty = Talk(self._talk, *pair, GapView.LOOKING, Visibility.NOT_RECORDED)
            self.live.do(table.keep, empty, self.desk.new_id)
            self._talk = ""
            self._set_words("", "")
        self._visibility = visibility
        if visibility in KEPT and self._talk:
            self._keep()
        self.changed.emit()

    def _typing(self, part: str, text: str) -> None:
        pair = table.seats(self.live.workshop)
        if pair is not None and self._visibility in KEPT:
            self.live.draft(talking.draft_id(*pair, part), text)

    def _set_themes(self, themes: list[str]) -> None:
        self._themes = tuple(themes)
        if self._visibility in KEPT:
            self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        """Keep a talk that may be kept. Themes alone are counted when the two go on, not at each tick."""
        pair = table.seats(self.live.workshop)
        if pair is None or self._visibility not in KEPT:
            return
        talk = Talk(
            id=self._talk,
            owner=pair[0],
            other=pair[1],
            view=self._view(self.live.workshop),
            visibility=self._visibility,
            sentence=self._sentence.toPlainText().strip(),
            themes=self._themes,
            agreement=self._agreement.text().strip(),
        )
        known = next((k for k in self.live.workshop.talks if k.id == self._talk), None)
        if talk == known or not (talk.sentence or talk.themes or talk.agreement):
            return
        if not self._talk:
            self._talk = self.desk.new_id()
            talk = replace(talk, id=self._talk)
        self._let_go(pair)
        self.live.do(table.keep, talk, self.desk.new_id)

    def act(self, workshop: Workshop) -> None:
        """Keep it and go on."""
        pair = table.seats(workshop)
        if pair is not None and self._visibility is Visibility.THEME and self._themes:
            talk = Talk("", *pair, GapView.LOOKING, Visibility.THEME, themes=self._themes)
            self.live.do(table.keep, talk, self.desk.new_id)
            self._themes, self._visibility = (), Visibility.NOT_RECORDED
        self._keep()
        self.onward.emit()

    def other(self, workshop: Workshop) -> None:
        """Back to the last gap that there is."""
        self._keep()
        earlier = table.before(workshop, Turn.KEEP)
        if earlier is None:
            self.backward.emit()
        else:
            self.live.do(table.turn_to, earlier, self.desk.now())

    def back(self, workshop: Workshop) -> bool:
        """To the last gap."""
        if table.before(workshop, Turn.KEEP) is None:
            return False
        self.other(workshop)
        return True

    def close(self) -> None:
        """What is typed is kept."""
        self._keep()

    def drop(self) -> None:
        """Nothing of it goes to the file any more."""
        pair = table.seats(self.live.workshop)
        if pair is not None:
            self._let_go(pair)
        self._forget()

    def _let_go(self, pair: tuple[str, str]) -> None:
        for part in PARTS:
            self.live.forget_draft(talking.draft_id(*pair, part))

    def _view(self, workshop: Workshop) -> GapView:
        mirror = table.mirror_agreed(workshop) and table.there_is(workshop, Turn.MIRROR)
        return GapView.MIRROR if mirror else GapView.LOOKING

    def _set_deck(self, deck: Deck) -> None:
        self._deck = deck
        self.changed.emit()
