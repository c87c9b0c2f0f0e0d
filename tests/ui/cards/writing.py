"""The page on which cards are written, on real files, for tests."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.content.card_draft import Draft
from gogrow.content.library import Library
from gogrow.content.own_decks import read_again, read_library
from gogrow.content.own_writing import Head
from gogrow.domain.deck import AnyCard
from gogrow.domain.ids import seeded_ids
from gogrow.live.decks import LiveDecks
from gogrow.texts import Texts
from gogrow.ui.cards.editor import EditorPage
from gogrow.ui.cards.word_field import WordField
from gogrow.ui.desk import Desk
from gogrow.ui.settings import Settings

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)


@cache
def shipped() -> Library:
    """The decks that ship, read once for all tests."""
    return Library(read_library().shipped)


class Writing:
    """A desk and its page; made anew by `again`, as after quitting."""

    def __init__(self, qtbot: QtBot, language: str = "nl") -> None:
        self.qtbot, self.language = qtbot, language
        self.desk = self._desk()
        self.page = self._page()

    def _desk(self) -> Desk:
        settings = Settings(language=self.language)
        texts = Texts(self.language)
        return Desk(texts, settings, lambda: NOW, seeded_ids(5), random.Random(6), lambda: read_again(shipped()))

    def _page(self) -> EditorPage:
        page = EditorPage(self.desk)
        page.resize(1280, 720)
        page.show()
        self.qtbot.waitUntil(lambda: self.desk.decks is not None)
        return page

    @property
    def decks(self) -> LiveDecks:
        """The decks, which are read by now."""
        assert self.desk.decks is not None
        return self.desk.decks

    @property
    def draft(self) -> Draft:
        """The card in the form."""
        assert self.page.draft is not None
        return self.page.draft

    def calm(self) -> None:
        """Wait until nothing is written or read."""
        self.qtbot.waitUntil(lambda: not self.decks.busy)
        QApplication.processEvents()

    def deck(self, *refs: str, name: str = "Nachtploeg Zuid") -> str:
        """A new own deck, with own versions of these cards, that is shown."""
        entries = [entry for ref in refs if (entry := self.decks.library.entry(ref)) is not None]
        made: list[str] = []
        self.decks.make(Head({"nl": name}), entries, made.append)
        self.qtbot.waitUntil(lambda: bool(made))
        self.page.open_deck(made[0])
        self.calm()
        return made[0]

    def field(self, language: str, name: str) -> WordField:
        """A text field of the form."""
        return self.page.pane.form.fields[language, name]

    def type(self, language: str, name: str, words: str) -> WordField:
        """Type over what stands there, key by key, and stay in the field."""
        field = self.field(language, name)
        field.text.setFocus()
        field.text.selectAll()
        if words:
            QTest.keyClicks(field.text, words)
        else:
            QTest.keyClick(field.text, Qt.Key.Key_Delete)
        return field

    def keep(self) -> None:
        """As after a pause in typing."""
        self.page.keeping.keep()
        self.calm()

    def card(self, ref: str, language: str = "nl") -> AnyCard | None:
        """A card as it stands in its deck."""
        entry = self.decks.library.entry(ref)
        return entry.words.get(language) if entry is not None else None

    def file(self, deck: str, language: str = "nl") -> Path:
        """The file with the cards of an own deck."""
        return paths.user_decks() / deck / f"cards.{language}.yaml"

    def listed(self) -> list[str]:
        """The words in the list."""
        rows = self.page.list.list
        return [rows.item(number).text() for number in range(rows.count())]

    def again(self) -> None:
        """Quit, and start once more."""
        self.close()
        self.desk = self._desk()
        self.page = self._page()

    def close(self) -> None:
        """As when the window closes."""
        self.page.close()
        self.page.deleteLater()
        self.desk.close()
        self.desk.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
