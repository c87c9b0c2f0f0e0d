"""The gap talk: who may see it comes first, and what may not be recorded reaches no byte of the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QSpinBox, QWidget

from gogrow.domain.public import Gap, Pairs
from gogrow.domain.rules.talking import draft_id
from gogrow.domain.workshop import Visibility
from gogrow.live.workshop import DRAFT_MS
from gogrow.ui.cockpit.pair_panel import PairPanel
from gogrow.ui.messages import Question
from tests.ui.cockpit.conftest import Cockpit, placed
from tests.ui.running import answer as when_asked

SENTENCE = "Ik durfde het nooit te zeggen"
US = "Alleen wij tweeën en de begeleider"
NOT = "Niet vastleggen"
THEME = "Alleen het thema, zonder naam"


@pytest.fixture
def gap(make_cockpit: Callable[..., Cockpit]) -> Cockpit:
    """All slips are typed; the gap is the step now."""
    cockpit = make_cockpit(placed(manager="QQQQQQQQQQQ"))
    cockpit.alone()
    cockpit.go_to("gap")
    return cockpit


def panel(cockpit: Cockpit) -> PairPanel:
    found = cockpit.page.findChild(PairPanel)
    assert isinstance(found, PairPanel)
    return found


def themes(cockpit: Cockpit) -> tuple[str, ...]:
    """The suggestions of the deck."""
    assert cockpit.desk.deck is not None
    return cockpit.desk.deck.themes["nl"]


def pair(cockpit: Cockpit, owner: str = "Samira") -> None:
    """Choose a pair; whoever leads comes by itself."""
    cockpit.click("one-pair")
    box = panel(cockpit).findChildren(QComboBox)[0]
    box.setFocus()
    cockpit.qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(12):
        if box.currentText() == owner:
            break
        cockpit.qtbot.keyClick(box, Qt.Key.Key_Down)
    cockpit.settle()
    assert box.currentText() == owner


def other(cockpit: Cockpit) -> str:
    return str(panel(cockpit).findChildren(QComboBox)[1].currentText())


def sentence(cockpit: Cockpit) -> QPlainTextEdit:
    field = panel(cockpit).findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def own_theme(cockpit: Cockpit) -> QLineEdit:
    fields = cockpit.page.findChildren(QLineEdit)
    return next(f for f in fields if f.isVisible() and f.placeholderText().startswith("Een eigen thema"))


def write(cockpit: Cockpit, field: QWidget, text: str) -> None:
    cockpit.reach(field)
    cockpit.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    cockpit.qtbot.keyClicks(QApplication.focusWidget(), text)


def answer(words: str) -> list[str]:
    """Press a button of the next question; the list says what was asked."""
    asked: list[str] = []

    def press(question: QWidget) -> None:
        assert isinstance(question, Question)
        asked.append(question.text.text())
        next(b for b in question.buttons if b.text() == words).click()

    when_asked(press)
    return asked


def drafted(cockpit: Cockpit, text: str) -> None:
    """Wait until half-written words are in the file, at most a second after they were typed."""
    pairs = (cockpit.person("Samira"), cockpit.person("Johan"))
    wanted = draft_id(*pairs, "sentence")
    cockpit.qtbot.waitUntil(lambda: cockpit.workshop.draft(wanted) == text, timeout=1000)


def test_all_talk_in_pairs_by_a_quiet_clock(gap: Cockpit) -> None:
    assert isinstance(gap.room, Pairs)
    assert gap.room.turn == 0
    gap.press("PageDown")
    assert gap.room.turn == 1
    assert gap.room.clock.minutes == 4
    assert gap.room.clock.ends is not None
    gap.press("PageDown")
    assert gap.room.turn == 2
    gap.click("stop-turn")
    assert gap.room.turn == 0


def test_with_large_letters_nothing_of_all_pairs_is_cut_at_the_right(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(placed(), text_size=1.3)
    cockpit.page.resize(1280, 720)
    cockpit.alone()
    cockpit.go_to("gap")
    area = next(a for a in cockpit.page.findChildren(QScrollArea) if a.isVisible() and a.findChild(QSpinBox))
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()


def test_pairs_are_drawn_to_read_out_and_stand_nowhere_else(gap: Cockpit) -> None:
    before, view = gap.bytes(), gap.desk.beamer.view
    gap.click("draw-pairs")
    lines = next(
        label.text() for label in gap.page.findChildren(QWidget) if hasattr(label, "text") and " + " in label.text()
    ).splitlines()
    people = [name for line in lines for name in line.split(" + ")]
    assert len(lines) == 5
    assert sorted(people) == sorted(p.label for p in gap.workshop.participants)
    assert gap.bytes() == before
    assert gap.desk.beamer.view == view


def test_a_theme_is_counted_by_one_key_and_one_less_by_the_right_button(gap: Cockpit) -> None:
    gap.press("1", "1", "3", "0")
    counts = {h.theme: h.count for h in gap.workshop.harvest}
    assert counts == {themes(gap)[0]: 2, themes(gap)[2]: 1, themes(gap)[9]: 1}
    assert gap.live.undo_name is None or gap.live.undo_name.code != "harvest", "nobody finds when it was said"
    write(gap, own_theme(gap), "Durven vragen")
    gap.press("Return")
    assert {h.theme: h.count for h in gap.workshop.harvest}["Durven vragen"] == 1
    assert own_theme(gap).text() == ""


def test_the_gap_of_a_pair_is_on_the_beamer_only_when_both_say_yes(gap: Cockpit) -> None:
    pair(gap)
    assert other(gap) == "Johan"
    assert not gap.find("show-pair").isEnabled()
    gap.click("Samira zegt ja")
    assert not gap.find("show-pair").isEnabled()
    gap.click("Johan zegt ja")
    gap.click("show-pair")
    assert isinstance(gap.room, Gap)
    assert (gap.room.owner_name, gap.room.other_name, gap.room.mirror) == ("Samira", "Johan", False)
    gap.desk.beamer.freeze(True)
    gap.click("Johan zegt ja")
    assert not isinstance(gap.room, Gap)


def test_not_recorded_is_the_choice_from_the_beginning_and_writes_nothing(gap: Cockpit) -> None:
    before = gap.bytes()
    pair(gap)
    assert gap.find(NOT).isChecked()
    assert not sentence(gap).isVisible()
    assert not any(field.isVisible() for field in panel(gap).findChildren(QLineEdit))
    gap.click(NOT)
    assert gap.bytes() == before


def test_half_a_sentence_is_in_the_file_within_a_second_of_the_choice_that_keeps_it(gap: Cockpit) -> None:
    assert DRAFT_MS < 1000
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    drafted(gap, SENTENCE)
    assert SENTENCE.encode() in gap.bytes()
    assert not gap.workshop.talks
    gap.click("keep")
    assert [talk.sentence for talk in gap.workshop.talks] == [SENTENCE]
    assert gap.workshop.drafts == ()


def test_a_talk_on_its_way_to_the_file_stays_on_the_screen(gap: Cockpit) -> None:
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    gap.live.flush()
    gap.find("keep").click()  # before the file has answered what was half typed
    seen: list[tuple[str, bool]] = []
    gap.live.changed.connect(lambda _: seen.append((sentence(gap).toPlainText(), gap.find(US).isChecked())))
    gap.settle()
    assert len(seen) == 2
    assert set(seen) == {(SENTENCE, True)}
    assert [talk.sentence for talk in gap.workshop.talks] == [SENTENCE]


def test_changing_to_not_recorded_asks_and_then_erases_every_byte(gap: Cockpit) -> None:
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    drafted(gap, SENTENCE)
    gap.click("keep")
    gap.qtbot.keyClicks(sentence(gap), " en toch")
    drafted(gap, f"{SENTENCE} en toch")
    asked = answer("Laat staan")
    gap.click(NOT)
    assert "voorgoed" in asked[0]
    assert gap.find(US).isChecked(), "she thought better of it"
    assert gap.workshop.talks[0].sentence == SENTENCE
    answer("Wis")
    gap.click(NOT)
    assert gap.find(NOT).isChecked()
    assert gap.workshop.talks == ()
    assert gap.workshop.drafts == ()
    assert SENTENCE.encode() not in gap.bytes()
    assert b"en toch" not in gap.bytes()
    gap.live.undo()
    gap.settle()
    assert gap.workshop.talks == ()
    assert sentence(gap).toPlainText() == ""


def test_words_that_were_not_written_down_yet_are_let_go_too(gap: Cockpit) -> None:
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    answer("Wis")
    gap.click(NOT)
    gap.live.flush()
    gap.settle()
    assert gap.workshop.drafts == ()
    assert SENTENCE.encode() not in gap.bytes()


def test_the_theme_only_leaves_a_count_and_no_pair(gap: Cockpit) -> None:
    before = gap.workshop
    theme = themes(gap)[1]
    pair(gap)
    gap.click(THEME)
    assert not sentence(gap).isVisible()
    assert gap.find("keep").text() == "Tel deze thema’s"
    gap.click(theme)
    write(gap, own_theme(gap), "GEHEIM thema")
    gap.live.flush()
    gap.settle()
    assert b"GEHEIM" not in gap.bytes(), "half typed, and not chosen yet"
    gap.press("Return")
    gap.click("keep")
    assert {h.theme: h.count for h in gap.workshop.harvest} == {theme: 1, "GEHEIM thema": 1}
    assert gap.workshop.talks == ()
    assert gap.workshop.drafts == ()
    assert gap.workshop.agreements == before.agreements
    assert gap.live.undo_name is None or gap.live.undo_name.code not in ("keep_talk", "harvest")
    gap.click("keep")
    assert {h.count for h in gap.workshop.harvest} == {1}, "counted once"


def test_a_talk_is_listed_changed_and_removed_and_removing_can_be_undone(gap: Cockpit) -> None:
    pair(gap)
    gap.click("Ook op ons plan")
    write(gap, sentence(gap), "Samira leert het Yusuf.")
    gap.click("keep")
    assert gap.workshop.talks[0].visibility is Visibility.PLAN
    pair(gap, "Kees")
    assert sentence(gap).toPlainText() == ""
    gap.click("Verander het gesprek van Samira en Johan")
    assert sentence(gap).toPlainText() == "Samira leert het Yusuf."
    gap.click("Haal het gesprek van Samira en Johan weg")
    assert gap.workshop.talks == ()
    gap.click("undo")
    assert len(gap.workshop.talks) == 1


def test_an_agreement_is_kept_when_its_field_is_left(gap: Cockpit) -> None:
    pair(gap)
    gap.click(US)
    field = next(f for f in panel(gap).findChildren(QLineEdit) if f.isVisible() and not f.placeholderText())
    write(gap, field, "Elke maandag")
    gap.press("Return")
    assert gap.workshop.talks[0].agreement == "Elke maandag"


def test_another_pair_begins_not_recorded_again(gap: Cockpit) -> None:
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    drafted(gap, SENTENCE)
    pair(gap, "Kees")
    assert gap.find(NOT).isChecked()
    assert not sentence(gap).isVisible()
    pair(gap, "Samira")
    assert gap.find(US).isChecked()
    assert sentence(gap).toPlainText() == SENTENCE, "half a sentence waits for its pair"


@pytest.mark.parametrize("how", ["killed", "left"])
def test_half_a_sentence_stands_on_the_screen_again(gap: Cockpit, how: str) -> None:
    pair(gap)
    gap.click(US)
    write(gap, sentence(gap), SENTENCE)
    if how == "killed":
        drafted(gap, SENTENCE)
        gap = gap.killed()
    else:
        gap.open_again()
    assert sentence(gap).isVisible()
    assert sentence(gap).toPlainText() == SENTENCE
    assert gap.find(US).isChecked()
    assert other(gap) == "Johan"
