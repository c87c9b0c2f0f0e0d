"""One pair on a small screen with large letters: nothing wider than its panel, and what is to be typed is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QScrollArea, QWidget

from gogrow.domain.rules import people, talking
from gogrow.domain.workshop import GapView, Talk, Visibility
from gogrow.ui.cockpit.pills import FittedChoice
from tests.sample import person
from tests.ui.cockpit.conftest import Cockpit, placed


def around(widget: QWidget) -> QScrollArea:
    """The area that a widget is scrolled in."""
    parent = widget.parentWidget()
    while not isinstance(parent, QScrollArea):
        assert parent is not None
        parent = parent.parentWidget()
    return parent


def choose(cockpit: Cockpit, *names: str) -> None:
    """Choose two people for the pair."""
    boxes = [b for b in cockpit.page.findChildren(QComboBox) if b.isVisible()][:2]
    for box, name in zip(boxes, names, strict=True):
        box.setCurrentIndex(box.findText(name))
        box.activated.emit(box.currentIndex())
    cockpit.settle()


@pytest.mark.parametrize("size", [1.0, 1.3])
def test_what_is_to_be_typed_is_in_view_and_nothing_is_wider_than_the_panel(
    make_cockpit: Callable[..., Cockpit], size: float
) -> None:
    cockpit = make_cockpit(placed(), text_size=size)
    cockpit.page.resize(1280, 720)
    cockpit.alone()
    cockpit.go_to("gap")
    cockpit.click("one-pair")
    choose(cockpit, "Samira", "Johan")
    cockpit.click("Alleen wij tweeën en de begeleider")
    cockpit.settle()
    sentence = next(f for f in cockpit.page.findChildren(QPlainTextEdit) if f.isVisible())
    area = around(sentence)
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()
    top = sentence.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top + sentence.height() <= area.viewport().height()
    for choice in cockpit.page.findChildren(FittedChoice):
        needed = choice.fontMetrics().horizontalAdvance(choice.text())
        assert needed <= choice.width() - 50, choice.text()


def test_of_a_long_name_the_yes_stays_to_be_read(make_cockpit: Callable[..., Cockpit]) -> None:
    workshop = placed()
    samira = person(workshop, "Samira El Idrissi")
    workshop = people.set_shown(workshop, samira, "Anne-Fleur Wilhelmina").workshop
    cockpit = make_cockpit(workshop)
    cockpit.alone()
    cockpit.go_to("gap")
    cockpit.click("one-pair")
    choose(cockpit, "Anne-Fleur Wilhelmina", "Johan")
    pill = cockpit.find("Anne-Fleur Wilhelmina zegt ja")
    assert pill.text().startswith("Anne")
    assert pill.text().endswith("… zegt ja")


@pytest.mark.parametrize("size", [1.0, 1.3])
def test_a_sentence_has_three_whole_lines_with_any_letters(make_cockpit: Callable[..., Cockpit], size: float) -> None:
    cockpit = make_cockpit(placed(), text_size=size)
    cockpit.alone()
    cockpit.go_to("gap")
    cockpit.click("one-pair")
    choose(cockpit, "Samira", "Johan")
    cockpit.click("Alleen wij tweeën en de begeleider")
    sentence = next(f for f in cockpit.page.findChildren(QPlainTextEdit) if f.isVisible())
    sentence.setPlainText("een\ntwee\ndrie")
    assert sentence.verticalScrollBar().maximum() == 0


def test_why_a_gap_cannot_be_shown_is_told(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed())
    cockpit.alone()
    cockpit.go_to("gap")
    cockpit.click("one-pair")
    why = "Er staat nog geen pion van de ander."
    choose(cockpit, "Samira", "Johan")
    assert why not in [w.text() for w in cockpit.page.findChildren(QLabel) if w.isVisible()]
    choose(cockpit, "Samira", "Kees")
    assert why in [w.text() for w in cockpit.page.findChildren(QLabel) if w.isVisible()]


def test_each_kept_talk_has_its_two_names_and_its_words(make_cockpit: Callable[..., Cockpit]) -> None:
    workshop = placed()
    pairs = (("Samira El Idrissi", "Johan Terpstra"), ("Kees de Wit", "Linh Tran"))
    for number, names in enumerate(pairs):
        owner, other = (person(workshop, name) for name in names)
        talk = Talk("", owner, other, GapView.LOOKING, Visibility.US, f"Zin {number}.", (), "")
        workshop = talking.keep_talk(workshop, talk, lambda number=number: f"t{number}").workshop  # type: ignore[misc]
    cockpit = make_cockpit(workshop)
    cockpit.alone()
    cockpit.go_to("gap")
    cockpit.click("one-pair")
    words = [w.text() for w in cockpit.page.findChildren(QLabel) if w.isVisible()]
    for wanted in ("2 gesprekken zijn bewaard", "Samira en Johan", "Zin 0.", "Kees en Linh", "Zin 1."):
        assert wanted in words
