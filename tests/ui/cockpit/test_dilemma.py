"""A dilemma in the cockpit: every phase by mouse and by keys, the blind count, and what of it stays where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from gogrow.domain.deck import CardKind, Phase
from gogrow.domain.dilemmas import FileKeeps, Fit, Moment, RoomSees, Sure
from gogrow.domain.people import Presence
from gogrow.domain.public import Argue, Dilemma, Goals, Neutral, Sentence, Views, Words
from gogrow.domain.rules import dilemmas, hand, people
from gogrow.ui.cockpit.dilemma_run import phase_words
from gogrow.ui.cockpit.group_pawn import PawnLine
from gogrow.ui.cockpit.kept_line import KeptLine
from gogrow.ui.cockpit.run import StepRow
from gogrow.ui.cockpit.voices_by_name import VoiceList
from gogrow.ui.cockpit.wrapped import WrappedPill
from gogrow.ui.messages import RULES, Question
from gogrow.ui.panic import Panic
from tests.ui.cockpit.rounds import GOALS, Round, card, decks, fourteen, group, make_round
from tests.ui.running import answer as when_asked

__all__ = ["fourteen", "make_round"]  # fixtures

VIEWS = "22451332441523"
"""Fourteen cards, as they are held up in the half circle."""
COUNTS = (2, 4, 3, 3, 2)


def says(cockpit: Round, words: str) -> bool:
    return any(words in part.text() for part in cockpit.page.findChildren(QLabel) if part.isVisible())


def act(cockpit: Round) -> str:
    return cockpit.find("act").accessibleName()


def phase_row(cockpit: Round, phase: Phase) -> StepRow:
    words = phase_words(cockpit.desk.texts, phase)
    rows = [r for r in cockpit.page.findChildren(StepRow) if r.isVisible() and r.accessibleName().startswith(words)]
    return min(rows, key=lambda r: len(r.accessibleName()))


def turn_to(cockpit: Round, phase: Phase) -> None:
    cockpit.qtbot.mouseClick(phase_row(cockpit, phase), Qt.MouseButton.LeftButton)
    cockpit.settle()


def line(cockpit: Round) -> KeptLine:
    return next(field for field in cockpit.page.findChildren(KeptLine) if field.isVisible())


def write(cockpit: Round, field: QWidget, text: str) -> None:
    cockpit.reach(field)
    cockpit.qtbot.mouseClick(getattr(field, "viewport", lambda: field)(), Qt.MouseButton.LeftButton)
    cockpit.qtbot.keyClicks(field, text)


def asked(words: str) -> list[str]:
    """Press a button of the next question; the list says what was asked."""
    said: list[str] = []

    def press(question: QWidget) -> None:
        assert isinstance(question, Question)
        said.append(question.text.text())
        next(b for b in question.buttons if b.text() == words).click()

    when_asked(press)
    return said


# ---------------------------------------------------------------------- the round


def test_the_whole_round_by_the_large_button_and_no_more_than_twenty_keys_for_fourteen_views(fourteen: Round) -> None:
    keys: list[str] = []

    def press(*pressed: str) -> None:
        keys.extend(pressed)
        fourteen.press(*pressed)

    fourteen.go_to("dilemma-1")
    assert isinstance(fourteen.room, Words)
    fourteen.do(dilemmas.play, card())
    fourteen.page.setFocus()
    assert act(fourteen) == "Laat kiezen"
    fourteen.press("PageDown")
    assert isinstance(fourteen.room, Dilemma)
    assert fourteen.total == "0 van 14"
    assert not fourteen.find("act").isEnabled()
    press(*VIEWS[:9])
    assert fourteen.total == "9 van 14"
    assert act(fourteen) == "Laat zien, nog 5 stemmen niet binnen"
    assert says(fourteen, "laatste: 4")
    press(*VIEWS[9:])
    assert act(fourteen) == "Laat zien"
    press("PageDown")
    assert isinstance(fourteen.room, Dilemma), "Page Down alone shows nothing"
    assert not fourteen.workshop.views
    press("Return")
    assert isinstance(fourteen.room, Views)
    assert fourteen.room.before == COUNTS
    assert len(keys) <= 20
    assert act(fourteen) == "Ga praten"
    fourteen.press("PageDown")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.turn == 0
    fourteen.press("PageDown")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.left in ("a", "b")
    fourteen.press("PageDown")
    assert isinstance(fourteen.room, Argue)
    assert (fourteen.room.left, fourteen.room.turn) == ("", 2)
    fourteen.press("PageDown")
    assert isinstance(fourteen.room, Sentence)
    write(fourteen, line(fourteen), "Wij leren in werktijd.")
    assert act(fourteen) == "Bewaar en lees terug"
    fourteen.page.page_down()  # in the window it is a shortcut
    assert isinstance(fourteen.room, Sentence)
    assert fourteen.room.sentence == ""
    fourteen.press("Return")
    assert isinstance(fourteen.room, Sentence)
    assert fourteen.room.sentence == "Wij leren in werktijd."
    assert act(fourteen) == "Verder: Tweede dilemma"


def test_every_phase_is_a_click_away_and_back_and_forward_loses_nothing(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.type(VIEWS[:9])
    for phase in (Phase.READ, Phase.TALK, Phase.SHOW, Phase.GOALS):
        turn_to(fourteen, phase)
        assert not fourteen.workshop.views
        assert not isinstance(fourteen.room, Views)
    turn_to(fourteen, Phase.CHOOSE)
    assert fourteen.total == "9 van 14"
    fourteen.press("PageUp")
    fourteen.go_to("dilemma-1")
    turn_to(fourteen, Phase.CHOOSE)
    assert fourteen.total == "9 van 14"
    fourteen.page.setFocus()
    fourteen.type(VIEWS[9:])
    fourteen.click("act")
    assert isinstance(fourteen.room, Views)
    for phase in Phase:
        turn_to(fourteen, phase)
        assert fourteen.workshop.stage.dilemma.phase is phase
    assert fourteen.workshop.counts(card().id, Moment.BEFORE) == COUNTS


def test_the_phases_by_keys(fourteen: Round) -> None:
    fourteen.play()
    row = phase_row(fourteen, Phase.TALK)
    row.setFocus()
    fourteen.qtbot.keyClick(row, Qt.Key.Key_Return)
    fourteen.settle()
    assert isinstance(fourteen.room, Argue)
    assert row.hasFocus()


def test_the_five_buttons_the_total_and_taking_back_by_mouse(fourteen: Round) -> None:
    fourteen.choosing()
    for number in (1, 5, 5):
        fourteen.click(f"view-{number}")
    assert fourteen.total == "3 van 14"
    fourteen.click("take-back")
    assert fourteen.total == "2 van 14"
    fourteen.click("fewer")
    fourteen.click("fewer")
    assert fourteen.total == "2 van 12"
    fourteen.click("more")
    fourteen.press("+", "-", "-", "Backspace")
    assert fourteen.total == "1 van 12"
    assert fourteen.find("view-1").accessibleName() == "1: helemaal A"
    assert isinstance(fourteen.room, Dilemma)
    assert (fourteen.room.done, fourteen.room.total) == (1, 12)


def test_a_fifteenth_is_refused_in_words_and_fits_after_plus(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.type(VIEWS + "3")
    assert fourteen.total == "14 van 14"
    assert fourteen.broken == ["views_many"]
    assert "plus" in RULES["views_many"]
    fourteen.press("+", "3")
    assert fourteen.total == "15 van 15"


def test_without_a_list_of_people_the_total_grows_with_the_cards(make_round: Callable[..., Round]) -> None:
    cockpit = make_round(group(0))
    cockpit.choosing()
    cockpit.type(VIEWS)
    assert cockpit.total == "14 van 14"
    cockpit.press("PageDown", "Return")
    assert isinstance(cockpit.room, Views)
    assert cockpit.room.before == COUNTS


def test_keys_faster_than_the_screen_all_count(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.qtbot.keyClicks(fourteen.page, VIEWS)
    fourteen.settle()
    assert fourteen.total == "14 van 14"
    assert fourteen.live.voices.ballot is not None
    assert fourteen.live.voices.ballot.counts == COUNTS


def test_what_a_step_has_is_nowhere_while_it_grows(fourteen: Round, make_round: Callable[..., Round]) -> None:
    """Two screens that differ only in what was typed, apart from the last one, look and speak alike."""
    other = make_round(group(14))
    for cockpit, views in ((fourteen, "11112"), (other, "55552")):
        cockpit.choosing()
        cockpit.qtbot.keyClicks(cockpit.page, views)
        cockpit.settle()
    for cockpit in (fourteen, other):
        assert cockpit.total == "5 van 14"
    pictures = [c.page.grab().toImage() for c in (fourteen, other)]
    alike = pictures[0] == pictures[1]
    assert alike
    assert fourteen.room == other.room
    spoken = [[w.accessibleName() for w in c.page.findChildren(QWidget)] for c in (fourteen, other)]
    assert spoken[0] == spoken[1]


def test_nothing_of_a_single_view_is_in_the_file(fourteen: Round) -> None:
    fourteen.choosing()
    before = fourteen.workshop
    fourteen.type(VIEWS[:13])
    after = fourteen.workshop
    assert after.views == before.views == ()
    assert after.stage.dilemma.counting
    assert fourteen.live.undo_name is not None
    assert fourteen.live.undo_name.code == "play_dilemma"


def test_shown_again_after_hiding_only_by_enter(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.type(VIEWS)
    fourteen.click("act")
    fourteen.click("hide-views")
    assert isinstance(fourteen.room, Dilemma)
    assert act(fourteen) == "Laat zien"
    fourteen.page.setFocus()
    fourteen.press("PageDown")
    assert isinstance(fourteen.room, Dilemma)
    fourteen.press("Return")
    assert isinstance(fourteen.room, Views)


def test_counting_again_asks_and_one_voice_of_difference_is_refused(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.type(VIEWS)
    fourteen.click("act")
    said = asked("Laat staan")
    fourteen.click("anew")
    assert said
    assert isinstance(fourteen.room, Views)
    asked("Opnieuw tellen")
    fourteen.click("anew")
    assert fourteen.workshop.stage.dilemma.phase is Phase.CHOOSE
    assert fourteen.total == "0 van 14"
    fourteen.page.setFocus()
    fourteen.type("3" + VIEWS[1:])
    fourteen.click("act")
    assert fourteen.broken == ["one_voice"]
    assert fourteen.workshop.counts(card().id, Moment.BEFORE) == COUNTS
    assert isinstance(fourteen.room, Dilemma)


def test_coming_back_to_what_was_counted_types_nothing(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.type(VIEWS)
    fourteen.click("act")
    turn_to(fourteen, Phase.CHOOSE)
    fourteen.page.setFocus()
    fourteen.type("555")
    assert fourteen.total == "14"
    assert says(fourteen, "Dit is geteld")
    fourteen.press("PageDown")
    assert isinstance(fourteen.room, Dilemma)
    fourteen.press("Return")
    assert isinstance(fourteen.room, Views)
    assert fourteen.room.before == COUNTS


def test_below_five_it_asks_first(make_round: Callable[..., Round]) -> None:
    cockpit = make_round(group(3))
    cockpit.choosing()
    cockpit.type("125")
    said = asked("Nog niet")
    cockpit.press("PageDown", "Return")
    assert said == ["Dan is te raden wie waar staat. Vraag eerst of iedereen dat goed vindt."]
    assert not cockpit.workshop.views
    assert cockpit.total == "3 van 3"
    asked("Laat zien")
    cockpit.click("act")
    assert isinstance(cockpit.room, Views)


def test_killed_while_counting_begins_anew_and_says_so(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.type(VIEWS[:9])
    again = fourteen.killed()
    assert isinstance(again, Round)
    assert again.total == "0 van 14"
    assert says(again, "Er is niets van bewaard")
    again.desk.beamer.show()
    again.settle()
    again.page.setFocus()
    again.type(VIEWS)
    assert not says(again, "Er is niets van bewaard")
    again.click("act")
    assert isinstance(again.room, Views)
    assert again.room.before == COUNTS


# ---------------------------------------------------------------------- which dilemma


def test_draw_from_the_theme_choose_another_and_stop_without_a_trace(fourteen: Round) -> None:
    fourteen.go_to("dilemma-3")
    assert act(fourteen) == "Trek een dilemma"
    fourteen.press("PageDown")
    played = fourteen.workshop.dilemma()
    assert played is not None
    assert played.card.theme == "longer"
    assert not played.card.sensitive
    fourteen.page.setFocus()
    fourteen.click("act")
    fourteen.type("123")
    said = asked("Laat staan")
    fourteen.click("other-dilemma")
    assert said
    assert fourteen.workshop.dilemma() == played
    fourteen.click("stop")
    assert not fourteen.workshop.dilemmas
    assert fourteen.live.voices.ballot is None
    assert isinstance(fourteen.room, Words)
    assert played.card.situation.encode() not in fourteen.bytes()
    for _ in range(8):
        fourteen.press("PageDown")
        drawn = fourteen.workshop.dilemma()
        assert drawn is not None
        assert drawn.id != played.id, "a stopped one does not come back"
        fourteen.click("other-dilemma")
        fourteen.page.setFocus()


def test_stop_takes_a_half_written_sentence_along(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.SENTENCE)
    write(fourteen, line(fourteen), "Zuster Agaath zei het al")
    fourteen.qtbot.waitUntil(lambda: bool(fourteen.workshop.drafts), timeout=2000)
    fourteen.click("stop")
    assert not fourteen.workshop.drafts
    fourteen.live.flush()
    fourteen.settle()
    assert b"Agaath" not in fourteen.bytes()
    assert not fourteen.broken


def test_one_is_chosen_by_a_word_and_the_sensitive_ones_are_marked(fourteen: Round) -> None:
    fourteen.go_to("dilemma-3")
    fourteen.click("choose-dilemma")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    search = dialog.findChildren(QLineEdit)[0]
    sensitive = card("longer-01")
    fourteen.qtbot.keyClicks(search, sensitive.title)
    words = [part.text() for part in dialog.findChildren(QLabel) if part.isVisible()]
    assert "Gevoelig: over loon" in words
    for part in (sensitive.situation, sensitive.a, sensitive.b_reason, sensitive.hint):
        assert part in words
    fourteen.qtbot.keyClick(search, Qt.Key.Key_Return)
    fourteen.settle()
    assert isinstance(fourteen.room, Dilemma)
    assert fourteen.room.poles.title == sensitive.title
    assert says(fourteen, sensitive.hint)
    assert sensitive.hint not in repr(fourteen.room)


# ---------------------------------------------------------------------- talk, sentence, pawn, goals


def test_talking_with_a_question_the_fact_and_a_quiet_clock(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.TALK)
    fourteen.click("question-1")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.question == card().deepen[1]
    fourteen.click("question-1")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.question == ""
    fourteen.click("fact")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.fact == card().fact
    fourteen.click("draw-poles")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.clock.minutes == 2
    assert fourteen.room.clock.ends is not None
    fourteen.click("turn-clock")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.clock.ends is None
    fourteen.after(500)
    fourteen.click("turn-clock")
    assert isinstance(fourteen.room, Argue)
    assert fourteen.room.clock.ends is not None
    assert says(fourteen, "Wie links zit verdedigt")


def test_the_sentence_is_kept_on_leaving_and_undone_by_its_name(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.SENTENCE)
    write(fourteen, line(fourteen), "Eerst rust,  dan leren.")
    turn_to(fourteen, Phase.TALK)
    turn_to(fourteen, Phase.SENTENCE)
    played = fourteen.workshop.dilemma()
    assert played is not None
    assert played.sentence == "Eerst rust, dan leren."
    assert fourteen.live.undo_name is not None
    assert fourteen.live.undo_name.code == "keep_sentence"
    assert card().title in fourteen.page.top._undo.accessibleName()
    fourteen.click("read-back")
    assert isinstance(fourteen.room, Sentence)
    assert fourteen.room.sentence == played.sentence
    fourteen.click("undo")
    assert isinstance(fourteen.room, Sentence)
    assert fourteen.room.sentence == ""
    assert line(fourteen).sentence() == ""


def test_the_sentence_comes_into_a_report_only_when_the_group_says_so(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.SENTENCE)
    write(fourteen, line(fourteen), "Eerst rust")
    fourteen.click("share-sentence")
    played = fourteen.workshop.dilemma()
    assert played is not None
    assert (played.sentence, played.shareable) == ("Eerst rust", True), "what is typed is what they say yes to"
    write(fourteen, line(fourteen), ", dan leren.")
    turn_to(fourteen, Phase.TALK)
    played = fourteen.workshop.dilemma()
    assert played is not None
    assert not played.shareable, "other words ask anew"


def test_half_a_sentence_survives_a_kill(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.SENTENCE)
    write(fourteen, line(fourteen), "Half een zin")
    fourteen.qtbot.waitUntil(lambda: bool(fourteen.workshop.drafts), timeout=2000)
    again = fourteen.killed()
    assert isinstance(again, Round)
    assert line(again).sentence() == "Half een zin"


def test_typing_goes_on_while_the_file_answers(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.SENTENCE)
    field = line(fourteen)
    write(fourteen, field, "Wij")
    field.keep()
    fourteen.qtbot.keyClicks(field, " samen")
    fourteen.settle()
    assert field.sentence() == "Wij samen"


def test_the_groups_pawn_by_mouse_and_by_arrows(fourteen: Round) -> None:
    fourteen.play(step="dilemma-3")
    turn_to(fourteen, Phase.PAWN)
    pawn = next(w for w in fourteen.page.findChildren(PawnLine) if w.isVisible())
    assert pawn.accessibleName() == "Pion van de groep op de lijn van A naar B"
    assert pawn.accessibleDescription() == "Nog niet gezet"
    where = pawn.rect().center()
    where.setX(26)
    fourteen.qtbot.mouseClick(pawn, Qt.MouseButton.LeftButton, pos=where)
    fourteen.settle()
    played = fourteen.workshop.dilemma()
    assert played is not None
    assert played.pawn == 0.0
    fourteen.page.setFocus()
    fourteen.press("Right", "Right")
    played = fourteen.workshop.dilemma()
    assert played is not None
    assert played.pawn == 0.04
    assert isinstance(fourteen.room, Views)
    assert fourteen.room.pawn == 0.04
    pawn.setFocus()
    fourteen.press("End")
    assert pawn.accessibleDescription() == "Op 100 van 100, aan de kant van B"
    fourteen.click("sure-live")
    write(fourteen, line(fourteen), "Ik sta anders")
    fourteen.page.setFocus()
    fourteen.settle()
    played = fourteen.workshop.dilemma()
    assert played is not None
    assert (played.sure, played.differing) == (Sure.LIVE, "Ik sta anders")
    fourteen.click("pawn-away")
    assert not pawn.placed


def test_the_goals_beside_a_dilemma(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.GOALS)
    assert isinstance(fourteen.room, Goals)
    fourteen.click("fit-1-rubs")
    assert fourteen.room.goal == GOALS[1]
    write(fourteen, line(fourteen), "Het kost tijd")
    fourteen.page.setFocus()
    fourteen.settle()
    views = {(g.goal, g.fit, g.sentence) for g in fourteen.workshop.goal_views}
    assert views == {(GOALS[1], Fit.RUBS, "Het kost tijd")}
    fourteen.click("goal-2")
    assert isinstance(fourteen.room, Goals)
    assert fourteen.room.goal == GOALS[2]
    fourteen.click("fit-1-rubs")
    assert not fourteen.workshop.goal_views


def test_without_goals_it_asks_what_the_organisation_should_want(make_round: Callable[..., Round]) -> None:
    cockpit = make_round(group(14, goals=()))
    cockpit.play()
    turn_to(cockpit, Phase.GOALS)
    write(cockpit, line(cockpit), "Tijd om te leren")
    cockpit.press("Return")
    assert [request.text for request in cockpit.workshop.requests] == ["Tijd om te leren"]
    assert line(cockpit).sentence() == ""


def test_choosing_again_and_comparing(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.type(VIEWS)
    fourteen.click("act")
    turn_to(fourteen, Phase.AGAIN)
    assert fourteen.total == "0 van 14"
    fourteen.page.setFocus()
    fourteen.type("33333344441122")
    fourteen.press("PageDown", "Return")
    assert isinstance(fourteen.room, Views)
    assert fourteen.workshop.stage.dilemma.phase is Phase.COMPARE
    assert (fourteen.room.before, fourteen.room.after) == (COUNTS, (2, 2, 6, 4, 0))


# ---------------------------------------------------------------------- names


def by_name(cockpit: Round, *, room: bool = True, keeps: bool = True) -> None:
    cockpit.play()
    if room:
        cockpit.click("choice-RoomSees-names")
    if keeps:
        cockpit.click("choice-FileKeeps-names")
    cockpit.click("act")
    cockpit.page.setFocus()


def test_the_two_choices_have_careful_defaults_and_stand_once_counting_began(fourteen: Round) -> None:
    fourteen.play()
    stage = fourteen.workshop.stage.dilemma
    assert (stage.room, stage.keeps) == (RoomSees.DOTS, FileKeeps.COUNTS)
    assert fourteen.find("choice-RoomSees-dots").isChecked()
    assert fourteen.find("choice-FileKeeps-counts").isChecked()
    fourteen.click("choice-RoomSees-names")
    assert not fourteen.find("choice-FileKeeps-names").isChecked(), "each choice is its own"
    fourteen.click("choice-RoomSees-dots")
    fourteen.click("act")
    fourteen.page.setFocus()
    fourteen.type("1")
    assert not fourteen.find("choice-RoomSees-names").isEnabled()
    assert not fourteen.find("choice-FileKeeps-names").isEnabled()


def test_names_said_aloud_and_taken_back(fourteen: Round) -> None:
    by_name(fourteen)
    fourteen.type(VIEWS)
    assert fourteen.total == "14 van 14"
    anja = fourteen.person("Anja")
    assert fourteen.live.voices.ballot is not None
    assert fourteen.live.voices.ballot.named[anja] == 2
    fourteen.press("PageDown", "Return")
    assert isinstance(fourteen.room, Views)
    assert named(fourteen) == []
    tick(fourteen, "Anja", 1)
    assert named(fourteen) == [(2, "Anja")]
    assert kept(fourteen) == []
    tick(fourteen, "Anja", 2)
    assert kept(fourteen) == [(anja, 2)]
    tick(fourteen, "Anja", 1)
    tick(fourteen, "Anja", 2)
    assert isinstance(fourteen.room, Views)
    assert len(fourteen.room.names) == 0
    assert kept(fourteen) == []


def named(cockpit: Round) -> list[tuple[int, str]]:
    """Whose name stands at which step in the room."""
    assert isinstance(cockpit.room, Views)
    return [(voice.view, voice.name) for voice in cockpit.room.names]


def kept(cockpit: Round) -> list[tuple[str, int]]:
    """Whose view is in the file by name."""
    return [(view.participant, view.view) for view in cockpit.workshop.named_views]


def tick(cockpit: Round, name: str, column: int) -> None:
    """Click a small tick of somebody in the list beside the dots."""
    shown: VoiceList = next(v for v in cockpit.page.findChildren(VoiceList) if v.isVisible())
    item = shown._items()[[n for _, n in shown.people].index(name)]
    shown.scrollToItem(item)
    box = shown.visualRect(shown.indexFromItem(item, column))
    where = box.center()
    where.setX(box.left() + 18)
    cockpit.qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=where)
    cockpit.settle()


def test_a_kept_name_can_be_taken_back_after_a_restart(fourteen: Round) -> None:
    by_name(fourteen, room=False)
    fourteen.type(VIEWS)
    fourteen.click("act")
    tick(fourteen, "Anja", 2)
    tick(fourteen, "Dennis", 2)
    again = fourteen.killed()
    assert isinstance(again, Round)
    tick(again, "Anja", 2)
    assert [id for id, _ in kept(again)] == [again.person("Dennis")]


def test_passing_by_name_changes_the_total_and_back(fourteen: Round) -> None:
    by_name(fourteen)
    fourteen.press("2", "0")
    assert fourteen.total == "1 van 13"
    fourteen.press("Backspace")
    assert fourteen.total == "1 van 14"
    assert fourteen.pane._list.person == fourteen.person("Dennis")
    fourteen.press("Up", "5")
    assert fourteen.total == "1 van 14"
    assert fourteen.live.voices.ballot is not None
    assert fourteen.live.voices.ballot.named == {fourteen.person("Anja"): 5}
    fourteen.do(people.set_presence, fourteen.person("Kees"), Presence.LATER)
    assert fourteen.total == "1 van 13"


def test_names_go_on_after_another_step(fourteen: Round) -> None:
    by_name(fourteen)
    fourteen.type(VIEWS[:5])
    fourteen.press("PageUp")
    fourteen.go_to("dilemma-1")
    stage = fourteen.workshop.stage.dilemma
    assert (stage.room, stage.keeps) == (RoomSees.NAMES, FileKeeps.NAMES)
    turn_to(fourteen, Phase.CHOOSE)
    assert fourteen.total == "5 van 14"


def test_what_somebody_chose_by_name_does_not_stay_on_the_screen(fourteen: Round) -> None:
    by_name(fourteen)
    fourteen.press("4")
    assert any("4 · Anja" in part.text() for part in fourteen.pane.findChildren(QLabel))
    fourteen.pane._timer.timeout.emit()
    fourteen.pane._timer.stop()
    fourteen.pane._calm()
    assert not any("4 · Anja" in part.text() for part in fourteen.pane.findChildren(QLabel))


# ---------------------------------------------------------------------- covered, panic, laptop


def test_on_one_screen_the_count_is_covered_and_keys_do_nothing(fourteen: Round) -> None:
    fourteen.choosing()
    fourteen.page.refresh_screens()
    fourteen.settle()
    assert not fourteen.pane.isVisible()
    fourteen.type("123")
    assert fourteen.live.voices.ballot is None


@pytest.mark.parametrize("phase", list(Phase))
def test_esc_twice_is_quiet_in_every_phase(fourteen: Round, phase: Phase) -> None:
    fourteen.play()
    turn_to(fourteen, phase)
    app = QApplication.instance()
    assert app is not None
    panic = Panic(fourteen.desk.beamer.neutral, fourteen.page)
    app.installEventFilter(panic)
    held = next((w for w in fourteen.page.findChildren(KeptLine) if w.isVisible()), fourteen.page)
    held.setFocus()
    fourteen.press("Escape", "Escape")
    app.removeEventFilter(panic)
    assert isinstance(fourteen.room, Neutral)


def test_pills_with_long_questions_say_all_of_it(fourteen: Round) -> None:
    fourteen.play()
    turn_to(fourteen, Phase.TALK)
    shown = [pill.accessibleName() for pill in fourteen.page.findChildren(WrappedPill) if pill.isVisible()]
    assert set(card().deepen) <= set(shown)


def test_a_sensitive_dilemma_of_the_hand_is_drawn_as_she_chose_it(fourteen: Round) -> None:
    cockpit = fourteen
    sensitive = next(c for c in decks().dilemmas["nl"] if c.sensitive and c.theme == "longer")
    cockpit.go_to("dilemma-3")
    assert act(cockpit) == "Trek een dilemma"
    before = cockpit.desk.beamer.view
    cockpit.do(hand.add, [hand.hand_card(sensitive, CardKind.DILEMMA, sensitive.id)])
    assert cockpit.desk.beamer.view == before
    assert says(cockpit, f"Volgende uit je hand: {sensitive.title}")
    assert act(cockpit) == "Uit je hand"
    cockpit.click("draw-dilemma")
    assert cockpit.workshop.stage.dilemma.card == sensitive.id
