"""One pair: its gap on the beamer when both say yes, and what they want to keep. First who may see it, then words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gogrow.domain.deck import Deck
from gogrow.domain.rules import placing, talking
from gogrow.domain.workshop import Consent, GapView, Placement, Talk, Visibility, Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.names import names_apart
from gogrow.ui.cockpit.pills import CheckPill, FittedChoice
from gogrow.ui.cockpit.talk_list import TalkList
from gogrow.ui.cockpit.themes import ThemePills
from gogrow.ui.desk import Desk
from gogrow.ui.few_lines import FewLines
from gogrow.ui.labels import label
from gogrow.ui.messages import ask
from gogrow.ui.parts import button, icon_label, row

KEPT = (Visibility.US, Visibility.PLAN)


class PairPanel(QWidget):
    """Choosing a pair, asking both, listening, and keeping what they choose together."""

    reached = Signal(object)  # a widget that is to be scrolled into view

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live: LiveWorkshop | None = None
        self._workshop: Workshop | None = None
        self._deck: Deck | None = None
        self._talk = ""
        self._visibility = Visibility.NOT_RECORDED
        self._themes: tuple[str, ...] = ()
        self._people: tuple[tuple[str, str], ...] = ()
        self._prompts: tuple[str, ...] = ()
        t = desk.texts.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        self._owner, self._other = QComboBox(), QComboBox()
        self._owner.setAccessibleName(t("Speaks first"))
        self._other.setAccessibleName(t("Listens first"))
        for box in (self._owner, self._other):
            box.setMinimumWidth(100)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(self._chosen)
        line = row(spacing=6)
        line.addWidget(self._owner, 1)
        line.addWidget(label(t("with"), "muted"))
        line.addWidget(self._other, 1)
        column.addLayout(line)
        self._owner_yes, self._other_yes = CheckPill(desk), CheckPill(desk)
        self._owner_yes.clicked.connect(lambda on: self._agree(0, on))
        self._other_yes.clicked.connect(lambda on: self._agree(1, on))
        column.addWidget(label(t("May their gap be on the beamer? Ask them both."), "label", wrap=True))
        both = row()
        for pill in (self._owner_yes, self._other_yes):
            pill.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            both.addWidget(pill, 1)
        column.addLayout(both)
        self._beam = button(desk.theme, t("Show the gap"), "device-desktop", "tool", "show-pair")
        self._beam.clicked.connect(self._show_pair)
        column.addWidget(self._beam)
        self._why = label("", "hint", wrap=True)
        column.addWidget(self._why)
        self._prompt = QComboBox()
        self._prompt.setAccessibleName(t("A question beside the gap"))
        self._prompt.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._prompt.activated.connect(self._show_prompt)
        column.addWidget(self._prompt)
        column.addSpacing(4)
        column.addLayout(row(icon_label(desk.theme, "ear", "ink", 22), label(t("Listen first."), "section"), 1))
        column.addWidget(label(t("Who may see this? Ask them both."), "label", wrap=True))
        self._choices: dict[Visibility, FittedChoice] = {}
        for visibility, words in (
            (Visibility.NOT_RECORDED, t("Not recorded")),
            (Visibility.US, t("The two of us and the facilitator")),
            (Visibility.PLAN, t("Also on our plan sheets")),
            (Visibility.THEME, t("The theme only, no names")),
        ):
            choice = FittedChoice(words)
            choice.clicked.connect(lambda _=False, v=visibility: self._choose(v))
            self._choices[visibility] = choice
            column.addWidget(choice)
        self._off = label(t("Nothing is written down. That is the usual choice."), "muted", wrap=True)
        column.addWidget(self._off)
        self._kept = QWidget()
        kept = QVBoxLayout(self._kept)
        kept.setContentsMargins(0, 4, 0, 0)
        kept.setSpacing(6)
        self._sentence_title = label(t("In one sentence, chosen together. Read it back."), "label", wrap=True)
        kept.addWidget(self._sentence_title)
        self._sentence = FewLines(3)
        self._sentence.setAccessibleName(self._sentence_title.text())
        self._sentence.textChanged.connect(lambda: self._typing("sentence", self._sentence.toPlainText()))
        kept.addWidget(self._sentence)
        kept.addWidget(label(t("Themes"), "label"))
        self._pills = ThemePills(desk, counts=False)
        self._pills.changed.connect(self._set_themes)
        kept.addWidget(self._pills)
        self._agreement_title = label(t("Agreement"), "label")
        kept.addWidget(self._agreement_title)
        self._agreement = QLineEdit()
        self._agreement.setAccessibleName(self._agreement_title.text())
        self._agreement.textChanged.connect(lambda text: self._typing("agreement", text))
        self._agreement.editingFinished.connect(self._keep)
        kept.addWidget(self._agreement)
        self._keep_button = button(desk.theme, t("Keep it"), "check", "", "keep")
        self._keep_button.clicked.connect(self._keep)
        kept.addWidget(self._keep_button)
        column.addWidget(self._kept)
        self._list = TalkList(desk)
        self._list.edit.connect(self._load)
        self._list.remove.connect(self._remove)
        column.addWidget(self._list)
        column.addStretch(1)

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop."""
        self._live = live
        self._new_pair()

    def set_deck(self, deck: Deck) -> None:
        """The prompts are there."""
        self._deck = deck

    # ------------------------------------------------------------------ showing

    def show_workshop(self, workshop: Workshop, suggestions: tuple[str, ...]) -> None:
        """Show the pair that is chosen."""
        self._workshop = workshop
        t = self._desk.texts.t
        names = names_apart(workshop.participants)
        people = tuple((p.id, names[p.id]) for p in workshop.here())
        if people != self._people:
            before = self._pair()
            self._fill(people)
            if self._pair() != before:
                self._take_up(workshop)
        owner, other = self._pair()
        me, you = workshop.participant(owner), workshop.participant(other)
        both = me is not None and you is not None and owner != other
        for pill, person, mate in ((self._owner_yes, me, other), (self._other_yes, you, owner)):
            name = names[person.id] if person else ""
            pill.set_words(t("{name} says yes", name=name), name)
            pill.setEnabled(both)
            pill.setVisible(person is not None)
            pill.setChecked(both and person is not None and workshop.agreed(Consent.GAP, person.id, mate))
        points = talking.gap_points(workshop, owner, other, GapView.LOOKING) if both else None
        on = workshop.stage.pair == (owner, other)
        self._beam.setText(t("Take it off the beamer") if on else t("Show the gap"))
        agreed = self._owner_yes.isChecked() and self._other_yes.isChecked()
        self._beam.setEnabled(on or (agreed and points is not None))
        self._why.setText(t("There is no pawn of the other yet."))
        self._why.setVisible(both and points is None)
        self._fill_prompts(workshop, points, on)
        talk = next((k for k in workshop.talks if k.id == self._talk), None)
        if self._talk and talk is None and not (self._live is not None and self._live.busy):  # else it is underway
            self._talk = ""
            self._visibility = Visibility.NOT_RECORDED
            self._themes = ()
            self._set_words("", "")
        self._show_choice(both)
        self._pills.show_themes(suggestions, chosen=self._themes, brief=self._visibility in KEPT)
        self._list.show_workshop(workshop)

    def _show_choice(self, both: bool) -> None:
        t = self._desk.texts.t
        for visibility, choice in self._choices.items():
            choice.setEnabled(both)
            choice.setChecked(visibility is self._visibility)
        words = self._visibility in KEPT
        self._off.setVisible(self._visibility is Visibility.NOT_RECORDED)
        self._kept.setVisible(both and self._visibility is not Visibility.NOT_RECORDED)
        for part in (self._sentence_title, self._sentence, self._agreement_title, self._agreement):
            part.setVisible(words)
        self._keep_button.setText(t("Keep it") if words else t("Count these themes"))
        self._keep_button.setVisible(True)

    def _fill(self, people: tuple[tuple[str, str], ...]) -> None:
        pair = self._pair()
        self._people = people
        for box, keep in zip((self._owner, self._other), pair, strict=True):
            with QSignalBlocker(box):
                box.clear()
                box.addItem(self._desk.texts.t("Choose"), "")
                for id, name in people:
                    box.addItem(name, id)
                box.setCurrentIndex(max(0, box.findData(keep)))

    def _fill_prompts(self, workshop: Workshop, points: tuple[Placement, Placement] | None, on: bool) -> None:
        prompts: tuple[str, ...] = ()
        if self._deck is not None and points is not None:
            first, second = points
            key = talking.prompt_key(workshop.board, (first.x, first.y), (second.x, second.y))
            prompts = tuple(self._deck.prompts.get(key, {}).get(workshop.details.language, ()))
        self._prompt.setVisible(on and bool(prompts))
        if prompts != self._prompts:
            self._prompts = prompts
            self._prompt.clear()
            self._prompt.addItem(self._desk.texts.t("A question beside the gap"), "")
            for prompt in prompts:
                self._prompt.addItem(prompt, prompt)

    # ------------------------------------------------------------------ choosing

    def _pair(self) -> tuple[str, str]:
        return (self._owner.currentData() or "", self._other.currentData() or "")

    def _chosen(self) -> None:
        workshop = self._workshop
        if workshop is None:
            return
        owner, other = self._pair()
        if self.sender() is self._owner and owner and not other:
            person = workshop.participant(owner)
            if person is not None and person.manager:
                self._other.setCurrentIndex(max(0, self._other.findData(person.manager)))
        self._read_pair(workshop)

    def open_pair(self, owner: str, other: str) -> None:
        """Choose these two, with what is kept or half written of their talk."""
        for box, id in ((self._owner, owner), (self._other, other)):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(id)))
        if self._workshop is not None:
            self._read_pair(self._workshop)

    def _read_pair(self, workshop: Workshop) -> None:
        self._take_up(workshop)
        self._again()

    def _take_up(self, workshop: Workshop) -> None:
        """Begin with the pair that is chosen: what it kept or half wrote before, or nothing."""
        self._pills.fold()
        self._talk = ""
        self._visibility = Visibility.NOT_RECORDED
        self._themes = ()
        owner, other = self._pair()
        known = next((k for k in workshop.talks if (k.owner, k.other) == (owner, other)), None)
        if known is not None:
            self._load(known.id)
            return
        sentence = workshop.draft(talking.draft_id(owner, other, "sentence"))
        agreement = workshop.draft(talking.draft_id(owner, other, "agreement"))
        if sentence or agreement:
            self._visibility = Visibility.US
        self._set_words(sentence, agreement)

    def _new_pair(self) -> None:
        self._pills.fold()
        self._talk = ""
        self._visibility = Visibility.NOT_RECORDED
        self._themes = ()
        self._people = ()
        self._owner.clear()
        self._other.clear()
        self._set_words("", "")

    def _load(self, talk: str) -> None:
        found = next((k for k in self._workshop.talks if k.id == talk), None) if self._workshop else None
        if found is None or self._workshop is None:
            return
        self._pills.fold()
        self._talk = found.id
        self._visibility = found.visibility
        self._themes = found.themes
        for box, id in ((self._owner, found.owner), (self._other, found.other)):
            with QSignalBlocker(box):
                if box.findData(id) < 0 and self._workshop.participant(id) is not None:
                    box.addItem(names_apart(self._workshop.participants)[id], id)
                box.setCurrentIndex(box.findData(id))
        drafted = [
            self._workshop.draft(talking.draft_id(found.owner, found.other, part)) for part in ("sentence", "agreement")
        ]
        self._set_words(drafted[0] or found.sentence, drafted[1] or found.agreement)
        self._again()

    def _set_words(self, sentence: str, agreement: str) -> None:
        with QSignalBlocker(self._sentence), QSignalBlocker(self._agreement):
            self._sentence.setPlainText(sentence)
            self._agreement.setText(agreement)

    def _agree(self, which: int, on: bool) -> None:
        pair = self._pair()
        if self._live is not None and all(pair):
            one, mate = pair[which], pair[1 - which]
            self._live.do(placing.agree if on else placing.withdraw, Consent.GAP, one, mate)

    def _show_pair(self) -> None:
        if self._live is None:
            return
        owner, other = self._pair()
        if self._live.workshop.stage.pair == (owner, other):
            self._live.do(talking.hide_pair)
        else:
            self._live.do(talking.show_pair, owner, other, GapView.LOOKING)

    def _show_prompt(self) -> None:
        if self._live is not None:
            self._live.do(talking.show_prompt, self._prompt.currentData() or "")

    # ------------------------------------------------------------------ keeping

    def _choose(self, visibility: Visibility) -> None:
        live, t = self._live, self._desk.texts.t
        if live is None:
            return
        typed = bool(self._talk or self._sentence.toPlainText().strip() or self._agreement.text().strip())
        if visibility not in KEPT and self._visibility in KEPT and typed:
            sure = ask(
                self,
                self._desk.texts,
                t("Erase what was written?"),
                t("The sentence and the agreement of this pair are erased for good. You cannot undo that."),
                t("Erase"),
                t("Leave it"),
            )
            if not sure:
                self._again()
                return
        owner, other = self._pair()
        if visibility not in KEPT and owner and other:  # also what was undone, and only a step still knows
            for part in ("sentence", "agreement"):
                live.forget_draft(talking.draft_id(owner, other, part))
            live.do(talking.erase_talk, self._talk, owner, other)
            self._talk = ""
            self._set_words("", "")
        self._visibility = visibility
        if visibility in KEPT and self._talk:
            self._keep()
        self._again()
        if visibility in KEPT:
            self._sentence.setFocus()
        if visibility is not Visibility.NOT_RECORDED:
            self.reached.emit(self._kept)

    def _typing(self, part: str, text: str) -> None:
        owner, other = self._pair()
        if self._live is not None and self._visibility in KEPT and owner and other:
            self._live.draft(talking.draft_id(owner, other, part), text)

    def _set_themes(self, themes: list[str]) -> None:
        self._themes = tuple(themes)
        if self._visibility in KEPT:
            self._keep()
        self._again()

    def _keep(self) -> None:
        live = self._live
        owner, other = self._pair()
        if live is None or not (owner and other) or self._visibility is Visibility.NOT_RECORDED:
            return
        talk = Talk(
            id=self._talk,
            owner=owner,
            other=other,
            view=GapView.LOOKING,
            visibility=self._visibility,
            sentence=self._sentence.toPlainText() if self._visibility in KEPT else "",
            themes=self._themes,
            agreement=self._agreement.text() if self._visibility in KEPT else "",
        )
        if self._visibility is Visibility.THEME:
            if talk.themes:
                live.do(talking.keep_talk, talk, self._desk.new_id)
                self._themes = ()
                self._desk.notice(self._desk.texts.t("The themes are counted. Nothing else is kept."))
            self._again()
            return
        if not (talk.sentence.strip() or talk.agreement.strip() or talk.themes):
            return
        known = next((k for k in live.workshop.talks if k.id == self._talk), None)
        if not self._talk:
            self._talk = self._desk.new_id()
            talk = replace(talk, id=self._talk)
        if known != talk:
            for part in ("sentence", "agreement"):
                live.forget_draft(talking.draft_id(owner, other, part))
            live.do(talking.keep_talk, talk, self._desk.new_id)

    def _remove(self, talk: str) -> None:
        if self._live is not None:
            self._live.do(talking.remove_talk, talk)

    def _again(self) -> None:
        if self._workshop is not None:
            suggestions = self._deck.themes.get(self._workshop.details.language, ()) if self._deck else ()
            self.show_workshop(self._workshop, tuple(suggestions))
