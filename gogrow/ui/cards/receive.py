"""Taking in a deck that somebody sent: a look inside first, choices for what differs, and then whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gogrow.content.deck_faults import DeckFaults
from gogrow.content.pack import Pack
from gogrow.content.pack_compare import Clash, Comparison, Item, Key, State
from gogrow.content.pack_install import Choices
from gogrow.content.pack_mix import Choice
from gogrow.ui.board.painting import spoken
from gogrow.ui.cards.inside import Inside, Versions, choice_words
from gogrow.ui.cards.send import trouble
from gogrow.ui.desk import Desk
from gogrow.ui.labels import Elided, label, typed
from gogrow.ui.parts import button, panel, row

Taken = Callable[[str], None]
"""Called with the id of the deck that came in."""


def choose_pack(desk: Desk, parent: QWidget, taken: Taken) -> None:
    """Ask for a file, and look inside."""
    t = desk.texts.t
    chosen, _ = QFileDialog.getOpenFileName(parent, t("Take in a deck"), "", "GoGrow (*.gogrowdeck)")
    if chosen:
        receive(desk, parent, Path(chosen), taken)


def receive(desk: Desk, parent: QWidget, file: Path, taken: Taken) -> None:
    """Read a packed deck off the GUI thread; show what is in it, or everything that is wrong with it."""
    decks = desk.decks
    if decks is None:
        return
    folder = decks.folder

    def read() -> tuple[Pack, Comparison]:
        from gogrow.content.pack import read_pack
        from gogrow.content.pack_install import look

        pack = read_pack(file)
        return pack, look(pack, folder)

    def show(found: tuple[Pack, Comparison]) -> None:
        dialog: QDialog = LookInside(desk, parent, *found, taken)
        dialog.open()

    def refused(error: Exception) -> None:
        if not isinstance(error, DeckFaults):
            raise error
        Refused(desk, parent, file, error).open()

    decks.run(read, show, refused)


class Refused(QDialog):
    """What is wrong with a file: a sentence for each fault, to read and to copy."""

    def __init__(self, desk: Desk, parent: QWidget, file: Path, error: DeckFaults) -> None:
        super().__init__(parent)
        t = desk.texts.t
        self.setWindowTitle(t("Take in a deck"))
        self.resize(640, 360)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(10)
        column.addWidget(label(t("This deck cannot be taken in"), "title"))
        column.addWidget(typed(t("Nothing was changed. This is wrong with {file}:", file=file.name)))
        self.told = QPlainTextEdit("\n\n".join(fault.message(desk.texts) for fault in error.faults))
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName(t("What is wrong"))
        column.addWidget(self.told, 1)
        good = button(desk.theme, t("Close"), "", "act", "close")
        good.setDefault(True)
        good.clicked.connect(self.accept)
        column.addLayout(row(1, good))


class LookInside(QDialog):
    """All that is in a packed deck, beside what the user has; nothing is written before *Take in*."""

    def __init__(self, desk: Desk, parent: QWidget, pack: Pack, comparison: Comparison, taken: Taken) -> None:
        super().__init__(parent)
        self._desk, self._pack, self._comparison, self._taken = desk, pack, comparison, taken
        self._chosen: dict[Key, Choice] = {}
        t, room = desk.texts.t, parent.window().size()
        self.setWindowTitle(t("Take in a deck"))
        self.resize(min(1080, room.width() - 40), min(700, room.height() - 40))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(10)
        column.addWidget(Elided(self._name(), "title"))
        column.addLayout(self._facts())
        self.inside = Inside(desk, comparison)
        self.inside.chosen.connect(self._show)
        self.versions = Versions(desk)
        self.versions.decided.connect(self._decide)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.inside, 5)
        beside.addWidget(self.versions, 6)
        column.addLayout(beside, 1)
        column.addWidget(self._how())
        self.take = button(desk.theme, t("Take in"), "download", "act", "take_in")
        self.take.clicked.connect(self._take)
        cancel = button(desk.theme, t("Leave it"))
        cancel.clicked.connect(self.reject)
        self._open = label("", "muted")
        column.addLayout(row(self._open, 1, cancel, self.take, spacing=12))
        self._refresh()
        self.inside.first()

    # ------------------------------------------------------------------ what it shows

    def _name(self) -> str:
        return spoken(self._comparison.deck.name, self._desk.texts.language)

    def _facts(self) -> QVBoxLayout:
        texts, deck = self._desk.texts, self._comparison.deck
        t = texts.t
        languages = {"nl": t("Dutch"), "en": t("English")}
        spoken = t(" and ").join(languages.get(one, one) for one in deck.languages)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        made = t("Made by {author} · licence {licence} · {languages}",
                 author=deck.author, licence=deck.licence, languages=spoken)  # fmt: skip
        facts.addWidget(Elided(made, "text"))
        sources = list(deck.sources)
        if sources:
            facts.addWidget(Elided(t("Sources: {sources}", sources="; ".join(sources)), "muted"))
        return facts

    def _how(self) -> QWidget:
        """Where it goes: into the deck that is there, or beside it."""
        frame, column = panel((16, 10, 16, 10), 6)
        t, theirs = self._desk.texts.t, self._comparison
        self._ways = QButtonGroup(self)
        self.mix = QRadioButton(t("Into your own deck with the same name"))
        self.new = QRadioButton(t("As a deck of its own, beside yours"))
        for number, radio in enumerate((self.mix, self.new)):
            radio.setProperty("row", True)
            self._ways.addButton(radio, number)
        self._all = QComboBox()
        self._all.setAccessibleName(t("For all cards that changed"))
        self._all.addItem(t("Choose for each card"), None)
        for choice in Choice:
            self._all.addItem(t("All: {choice}", choice=choice_words(self._desk.texts, choice)), choice)
        self._all.activated.connect(lambda _: self._decide_all())
        known = theirs.clash is Clash.OWN
        self.new.setChecked(theirs.must_be_new or not known)
        self.mix.setChecked(known and not theirs.must_be_new)
        self.mix.setEnabled(known and not theirs.must_be_new)
        column.addLayout(row(self.mix, self._all, 1, spacing=12))
        column.addLayout(row(self.new, 1))
        self._why = label(self._reason(), "hint", wrap=True)
        self._why.setVisible(bool(self._why.text()))
        column.addWidget(self._why)
        self._ways.idToggled.connect(lambda *_: self._refresh())
        frame.setVisible(theirs.clash is not Clash.FREE)
        return frame

    def _reason(self) -> str:
        t, theirs = self._desk.texts.t, self._comparison
        if theirs.clash is Clash.SHIPPED:
            return t("A deck with this name comes with GoGrow and never changes. So this one comes beside it.")
        if theirs.clash is Clash.BROKEN:
            return t("There are mistakes in your own deck with this name. So this one comes beside it.")
        if theirs.missing_languages:
            return t("Your own deck has a language that this one lacks. So this one comes beside it.")
        return ""

    def _show(self, item: Item | None) -> None:
        mixing = self._comparison.clash is Clash.OWN and self.mix.isChecked()
        self.versions.show_item(item, self._chosen.get(item.key) if item is not None else None, mixing=mixing)

    # ------------------------------------------------------------------ choosing

    def _decide(self, key: Key, choice: Choice) -> None:
        self._chosen[key] = choice
        self._all.setCurrentIndex(0)
        self._refresh(keep=True)

    def _decide_all(self) -> None:
        choice = self._all.currentData()
        if choice is not None:
            self._chosen.update({item.key: Choice(choice) for item in self._comparison.of(State.CHANGED)})
        self._refresh()

    def _refresh(self, *, keep: bool = False) -> None:
        texts, mixing = self._desk.texts, self.mix.isChecked() and self.mix.isEnabled()
        open_ones = [one for one in self._comparison.of(State.CHANGED) if one.key not in self._chosen] if mixing else []
        self._open.setText(
            texts.n("{count} card still wants a choice", "{count} cards still want a choice", len(open_ones))
            if open_ones
            else ""
        )
        self.take.setEnabled(not open_ones)
        self._all.setVisible(mixing and bool(self._comparison.of(State.CHANGED)))
        self.inside.show_choices(self._chosen if mixing else {}, mixing=mixing)
        if not keep:
            self._show(self.inside.current())

    def _take(self) -> None:
        desk, decks, pack = self._desk, self._desk.decks, self._pack
        if decks is None:
            return
        folder, taken, t = decks.folder, self._taken, desk.texts.t
        as_new = not (self.mix.isChecked() and self.mix.isEnabled())
        choices = Choices(as_new, dict(self._chosen), seen=self._comparison.seen)

        def work() -> Path:
            from gogrow.content.pack_install import install

            return install(pack, folder, choices)

        def done(path: Path) -> None:
            desk.notice(t("The deck is among your own decks."))
            taken(path.name)

        def refused(error: Exception) -> None:
            desk.notice(trouble(desk, error))

        decks.run(work, done, refused, deck=pack.deck.id)
        self.accept()
