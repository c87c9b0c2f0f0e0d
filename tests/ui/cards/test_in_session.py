"""Cards and own cards while a workshop is going on: the room sees nothing of it, and panic works there too."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from gogrow.domain.deck import CardKind
from gogrow.domain.public import BeamerMode
from gogrow.ui.cards.editor import EditorPage
from tests.ui.cards.conftest import Shelf, own_deck
from tests.ui.running import fill

Start = Callable[..., AbstractContextManager[Shelf]]
HINT = "Laat eerst de stilste praten."


def said(shelf: Shelf) -> str:
    return " | ".join(one.text() for one in shelf.page.shown.findChildren(QLabel) if one.isVisible())


def test_the_picture_stays_and_panic_works(shelf: Start) -> None:
    with shelf("Team Zetten busy") as made:
        made.open()
        assert made.window.page_name() == "cockpit"
        beamer = made.desk.beamer
        beamer.show()
        view, heard = beamer.view, made.desk.aloud.text
        seen: list[object] = []
        beamer.changed.connect(seen.append)
        made.go()
        made.page.choose("night/two")
        made.page.take()
        made.page.toggle_star()
        assert made.hand == ["night/two"]
        made.window.actions_by_id["writing"].trigger()
        made.settle()
        page = made.window.pages["writing"]
        assert isinstance(page, EditorPage)
        page.new(CardKind.ASSIGNMENT)
        field = page.pane.form.fields["nl", "question"].text
        field.setFocus()
        QTest.keyClicks(field, "bBb")
        assert (seen, beamer.view, made.desk.aloud.text) == ([], view, heard)
        modes: list[BeamerMode] = []
        beamer.mode_changed.connect(lambda: modes.append(beamer.mode))
        made.window.actions_by_id["beamer.blank"].trigger()
        made.window.actions_by_id["beamer.show"].trigger()
        for _ in range(2):
            QTest.keyClick(field, Qt.Key.Key_Escape)
        assert modes == [BeamerMode.BLANK, BeamerMode.SHOW, BeamerMode.NEUTRAL]
        assert page.pane.form.fields["nl", "question"].words == "bBb"


def test_a_hint_is_covered_while_the_room_may_look_along(shelf: Start) -> None:
    file = own_deck() / "cards.nl.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"    hint: {HINT}\n", encoding="utf-8")
    with shelf("Team Zetten", "Team Vouwen busy") as made:
        made.go()
        made.page.choose("night/two")
        made.settle()
        assert HINT in said(made), "nobody looks along while one prepares"
        made.window.go_back()
        made.open("Team Vouwen busy")
        made.go()
        made.page.choose("night/two")
        made.settle()
        assert HINT not in said(made)
        made.window.go_back()
        alone = made.window.pages["cockpit"].findChild(QPushButton, "alone")
        assert alone is not None
        alone.click()
        made.go()
        assert HINT in said(made)


def test_a_hand_in_a_file_that_is_only_read_stays_and_says_why(shelf: Start, tmp_path: Path) -> None:
    other = tmp_path / "b.gogrow"
    fill(other, ("Team Vouwen",))
    before = other.read_bytes()
    with shelf("Team Zetten") as made:
        assert made.made.files.open(other, read_only=True)
        made.settle()
        made.open()
        made.go()
        made.page.choose("night/two")
        made.page.take()
        assert made.hand == []
        assert made.spoken() == []
        assert not made.window.banner.isHidden()
        assert made.window.banner.text().endswith(".")
        made.page.print_chosen()  # looking and printing go on
        made.page.toggle_star()
    assert other.read_bytes() == before
