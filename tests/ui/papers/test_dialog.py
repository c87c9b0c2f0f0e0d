"""The window for plans on paper: what is chosen is what is seen, printed and saved; private plans stay covered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget

from gogrow.domain.rules import planning, session
from gogrow.ui import messages
from gogrow.ui.check_in.day_button import DayDialog
from gogrow.ui.papers.who import Who
from gogrow.ui.settings import Settings
from tests import again
from tests.sample import NOW, person
from tests.sheets import reading
from tests.sheets.sample import NAMES, team, with_talk
from tests.ui.papers.conftest import Outside, Papers

Make = Callable[..., Papers]
LONG = NAMES[-1]
"""A name of 60 letters."""


def ink(papers: Papers) -> float:
    """How much of what is seen is not the colour of the paper: 0 while there is no page."""
    image = papers.dialog.pages.sheet._image
    return 0.0 if image is None else sum(image.pixelColor(x, y).lightness() < 120 for x, y in _spots(image)) / 2000


def _spots(image: object) -> list[tuple[int, int]]:
    wide, high = image.width(), image.height()  # type: ignore[attr-defined]
    return [(at * 7 % wide, at * 13 % high) for at in range(2000)]


def test_the_pages_are_seen_and_leafed_through_by_keys(papers: Make) -> None:
    made = papers(3)
    made.settles()
    pages = made.dialog.pages
    assert pages.where.text() == "Bladzijde 1 van 6"
    assert ink(made) > 0
    first = pages.sheet._image
    pages.sheet.setFocus()
    for key, page in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_End, 6),
        (Qt.Key.Key_Down, 6),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Up, 1),
    ):
        made.qtbot.keyClick(pages.sheet, key)
        made.settles()
        assert pages.where.text() == f"Bladzijde {page} van 6"
    assert not pages.back.isEnabled()
    made.clicks(pages.on)
    made.settles()
    assert pages.where.text() == "Bladzijde 2 van 6"
    assert pages.sheet._image != first
    assert pages.sheet.accessibleName() == "Bladzijde 2 van 6"


def test_a_page_can_be_large_to_read(papers: Make) -> None:
    made = papers(2)
    made.dialog.resize(1240, 660)
    made.settles()
    pages = made.dialog.pages
    whole, box = pages.sheet._image, pages.sheet.page_box()
    assert whole is not None
    made.clicks(pages.zoom)
    made.settles()
    large, larger = pages.sheet._image, pages.sheet.page_box()
    assert large is not None
    assert large.width() > 1.5 * whole.width()
    assert larger.width() > 1.5 * box.width()
    assert larger.top() == box.top()
    pages.sheet.setFocus()
    made.qtbot.keyClick(pages.sheet, Qt.Key.Key_Down)
    assert pages.sheet.page_box().top() < larger.top()
    assert pages.page == 0
    for _ in range(20):
        made.qtbot.keyClick(pages.sheet, Qt.Key.Key_Down)
        if pages.page:
            break
    assert pages.page == 1, "at the foot of a page the next one comes"
    assert pages.sheet.page_box().top() == larger.top(), "from its top"
    made.settles()
    made.qtbot.mouseDClick(pages.sheet, Qt.MouseButton.LeftButton)
    made.settles()
    assert pages.sheet.page_box() == box


def test_what_is_chosen_is_what_is_saved(papers: Make, outside: Outside) -> None:
    made = papers(3, "p1")
    made.settles()
    assert made.dialog.form.who.ids == ("p1",)
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(outside.opened))
    saved = outside.folder / "Planblad Samira El Idrissi 2026-05-12.pdf"
    assert outside.opened == [saved]
    assert made.told == f"Bewaard: {saved.name}"
    read = " ".join(reading.words(saved))
    assert "Samira El Idrissi" in read
    assert "Max von Richter" not in read
    made.chooses("Poster A3")
    assert made.told == ""
    made.clicks(made.dialog.save)
    made.waits(lambda: len(outside.opened) == 2)
    assert reading.sizes(outside.opened[1]) == [(297, 420)]
    made.chooses("Iedereen")
    made.chooses("Blad A4")
    made.dialog.form.language.setCurrentIndex(made.dialog.form.language.findData("en"))
    made.settles()
    made.clicks(made.dialog.save)
    made.waits(lambda: len(outside.opened) == 3)
    assert outside.opened[2].name == "Plan sheet Nachtploeg 2026-05-12.pdf"
    whole = reading.words(outside.opened[2])
    assert len(whole) == 6
    assert "My development plan" in whole[0]


def test_choices_are_found_again_but_not_the_people(papers: Make, outside: Outside) -> None:
    settings = Settings(language="nl")
    made = papers(3, "p1", settings=settings)
    made.chooses("Poster A2")
    made.chooses("Inkt sparen")
    made.dialog.form.extras.link.setText("https://intranet.example/leren")
    made.settles()
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(outside.opened))
    assert "p1" not in str(settings.papers)
    assert "Samira" not in str(settings.papers)
    again = papers(3, settings=settings)
    assert again.dialog.form.choices == made.dialog.form.choices
    assert again.dialog.form.choices.paper == "a2"
    assert again.dialog.form.who.ids == ("p0", "p1", "p2")


@pytest.mark.parametrize("kept", [{"paper": "a9", "ink": 3, "each": "yes", "link": None}, {"x": 1}, {}])
def test_settings_that_cannot_be_are_the_usual_ones(papers: Make, kept: dict[str, object]) -> None:
    made = papers(2, settings=Settings(language="nl", papers=kept))
    assert made.dialog.form.choices.paper == "sheet"
    made.settles()
    assert made.dialog.pages.count == 4


def test_a_person_is_found_among_many(papers: Make) -> None:
    made = papers(25)
    who = made.dialog.form.who
    assert len(who.ids) == 25
    made.chooses("Iedereen")
    assert who.ids == ()
    assert made.dialog.pages.sheet.words == "Er is niemand aangevinkt. Vink een naam aan."
    assert not made.dialog.print.isEnabled()
    assert not made.dialog.more.isEnabled()
    made.qtbot.keyClicks(who._search, "wilhel tot")
    made.qtbot.keyClick(who._search, Qt.Key.Key_Return)
    made.settles()
    assert who.ids == ()  # two are called so: Enter takes only one who is certain
    made.qtbot.keyClicks(who._search, " 21")
    made.qtbot.keyClick(who._search, Qt.Key.Key_Return)
    made.settles()
    assert [p.name for p in made.workshop.participants if p.id in who.ids] == [f"{LONG} 21"]
    assert made.dialog.pages.count == 2
    assert _count(who) == "1 van 25"
    who._search.setText("xyz")
    assert who._none.isVisible()


def _count(who: Who) -> str:
    return who._count.text()


def test_space_ticks_whoever_is_current(papers: Make) -> None:
    made = papers(3, "p1")
    names = made.dialog.form.who.names
    names.setFocus()
    made.qtbot.keyClick(names, Qt.Key.Key_Down)
    made.qtbot.keyClick(names, Qt.Key.Key_Space)
    assert set(made.dialog.form.who.ids) == {"p1", "p2"}
    made.qtbot.keyClick(names, Qt.Key.Key_Space)
    assert set(made.dialog.form.who.ids) == {"p1"}
    made.settles()


def test_plans_stay_covered_while_the_room_may_look_along(papers: Make) -> None:
    made = papers(3, screens=True)
    made.settles()
    dialog = made.dialog
    assert dialog.cover.isVisible()
    assert not dialog.pages.isVisible()
    assert not dialog.form.who.names.isVisible()
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Samira" not in shown
    assert dialog.print.isEnabled()  # paper can be made all the same
    made.clicks(dialog.cover.findChildren(QWidget, "alone")[0])  # type: ignore[arg-type]
    made.settles()
    assert dialog.pages.isVisible()
    assert dialog.form.who.names.isVisible()
    assert not made.desk.alone  # the cockpit under it stays covered
    made.desk.screens.changed.emit()
    assert dialog.cover.isVisible()


def test_while_the_room_may_look_along_no_file_has_a_name_and_none_is_opened(papers: Make, outside: Outside) -> None:
    made = papers(3, "p1", screens=True)
    made.settles()
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(made.told))
    made.dialog.told.clear()
    made.picks(".docx")
    made.waits(lambda: bool(made.told))
    assert not [name for name in outside.proposed if "Samira" in name]
    assert len(outside.proposed) == 2
    assert outside.opened == [], "the room would read the plan with her"
    made.clicks(made.dialog.cover.findChildren(QWidget, "alone")[0])  # type: ignore[arg-type]
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(outside.opened))
    assert "Samira" in outside.opened[0].name


def test_two_at_a_table_are_asked_whether_they_look_together(papers: Make) -> None:
    made = papers(2, setting="two")
    made.settles()
    words = " ".join(label.text() for label in made.dialog.cover.findChildren(QLabel))
    assert "Kijken jullie samen?" in words
    assert made.dialog.cover.isVisible()
    made.clicks(made.dialog.cover.findChildren(QWidget, "alone")[0])  # type: ignore[arg-type]
    assert made.dialog.pages.isVisible()


def test_a_logo_that_cannot_be_used_is_told_and_left_out(papers: Make, tmp_path: Path) -> None:
    svg = tmp_path / "logo.svg"
    svg.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')
    made = papers(2, settings=Settings(language="nl", papers={"logo": str(svg), "paper": "a3"}))
    extras = made.dialog.form.extras
    made.settles()
    made.waits(lambda: extras._fault.isVisible())
    made.settles()
    assert "logo.svg" in extras._fault.text()
    assert extras.logo == ""
    assert made.dialog.pages.count == 2
    png = tmp_path / "logo.png"
    Image.new("RGB", (80, 40), "#8E3420").save(png)
    extras._take(str(png))
    made.settles()
    assert not extras._fault.isVisible()
    assert extras.logo == str(png)
    assert made.dialog.pages.count == 2


def test_enter_in_a_field_prints_nothing(papers: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made = papers(11)
    made.settles()
    form = made.dialog.form
    for field in (form.extras.link, form.extras.contact, form.who._search):
        made.qtbot.keyClick(field, Qt.Key.Key_Return)
        assert made.told == ""
        assert made.dialog.isVisible()
    made.settles()


def test_a_link_that_is_none_is_told(papers: Make) -> None:
    made = papers(2)
    extras = made.dialog.form.extras
    extras.link.setText("javascript:alert(1)")
    assert extras._wrong.isVisible()
    extras.link.setText("https://werk.example")
    assert not extras._wrong.isVisible()
    made.settles()


def test_printing_freezes_the_plan_and_the_sheet_of_then_can_be_made_again(papers: Make, outside: Outside) -> None:
    made = papers(3, "p1")
    made.settles()
    assert not made.dialog.form.version.isVisible()
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(made.workshop.versions))
    (version,) = made.workshop.versions
    assert (version.participant, version.day) == ("p1", made.now.date())
    plan = replace(made.workshop.plan("p1"), wish="Iets heel anders")
    made.live.do(planning.edit_plan, plan)
    made.settles()
    made.closes_window()
    made.opens("p1")
    made.settles()
    box = made.dialog.form.version
    assert [box.itemText(at) for at in range(box.count())] == ["Het plan zoals het nu is", "Zoals op 12 mei 2026"]
    box.setCurrentIndex(1)
    made.settles()
    made.clicks(made.dialog.save)
    made.waits(lambda: len(outside.opened) == 2)
    made.settles()
    assert "Ik werk nieuwe collega" in reading.words(outside.opened[1])[0]
    assert len(made.workshop.versions) == 1  # a sheet of then is no new one
    box.setCurrentIndex(0)
    made.settles()
    made.clicks(made.dialog.save)
    made.waits(lambda: len(made.workshop.versions) == 2)
    assert "Iets heel anders" in reading.words(outside.opened[2])[0]


def test_the_sheet_of_an_earlier_session_can_be_made_again(papers: Make, outside: Outside) -> None:
    earlier = again.then()
    earlier = planning.freeze(earlier, [person(earlier, "Samira El Idrissi")], NOW.date()).workshop
    later = again.again(earlier)
    made = papers(workshop=later)
    made.live.earlier = (earlier,)
    made.closes_window()
    made.opens(person(later, "Samira El Idrissi"))
    made.settles()
    box = made.dialog.form.version
    assert [box.itemText(at) for at in range(box.count())] == ["Het plan zoals het nu is", "Zoals op 12 mei 2026"]
    box.setCurrentIndex(1)
    made.settles()
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(outside.opened))
    made.settles()
    (sheet, *_) = reading.words(outside.opened[0])
    assert "Samira El Idrissi" in sheet
    assert again.STEPS[0].what.split()[-1] in sheet
    assert made.workshop.versions == ()


def test_a_pdf_for_each_goes_to_a_folder_and_writes_nothing_over_unasked(
    papers: Make, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = papers(3)
    made.chooses("Een pdf voor ieder apart")
    outside.called_off = True
    made.clicks(made.dialog.save)
    assert list(outside.folder.iterdir()) == []
    outside.called_off = False
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(made.told))
    names = {f"Planblad {name} 2026-05-12.pdf" for name in NAMES[:3]}
    assert {path.name for path in outside.folder.iterdir()} == names
    assert made.told == f"3 bestanden staan in {outside.folder}"
    for name in NAMES[:3]:
        read = reading.words(outside.folder / f"Planblad {name} 2026-05-12.pdf")
        assert [other for other in NAMES[:3] if any(other in page for page in read) and other != name] in (
            [],
            [NAMES[0]],  # who leads stands on the sheet
        )
    (outside.folder / f"Planblad {NAMES[0]} 2026-05-12.pdf").write_bytes(b"mine")
    (outside.folder / f"Planblad {NAMES[1]} 2026-05-12.pdf").unlink()
    asked: list[str] = []

    def answer(_parent: object, _texts: object, title: str, _text: str, _answers: tuple[str, ...]) -> int:
        asked.append(title)
        return len(asked) % 3

    monkeypatch.setattr("gogrow.ui.papers.saving.choose", answer)
    assert messages.choose is not answer
    made.dialog.told.setText("")
    made.clicks(made.dialog.save)  # keep both
    made.waits(lambda: bool(made.told))
    assert (outside.folder / f"Planblad {NAMES[0]} 2026-05-12.pdf").read_bytes() == b"mine"
    assert len(list(outside.folder.iterdir())) == 5
    assert asked == ["2 van deze bestanden zijn er al"]
    made.clicks(made.dialog.save)  # cancel
    assert len(list(outside.folder.iterdir())) == 5
    made.dialog.told.setText("")
    made.clicks(made.dialog.save)  # replace
    made.waits(lambda: bool(made.told))
    assert (outside.folder / f"Planblad {NAMES[0]} 2026-05-12.pdf").read_bytes() != b"mine"
    assert len(list(outside.folder.iterdir())) == 5


def test_a_place_that_cannot_be_written_is_told(papers: Make, outside: Outside) -> None:
    made = papers(2)
    outside.folder = outside.folder / "nowhere"
    made.settles()
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(made.told))
    assert "nowhere" in made.told
    assert made.dialog.isVisible()
    assert made.workshop.versions == ()


def test_of_a_large_group_the_first_pages_are_seen(papers: Make, outside: Outside) -> None:
    made = papers(31)
    made.settles()
    assert made.dialog.pages.where.text() == "Bladzijde 1 van 60 · de eerste 30 mensen"
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(outside.opened))
    assert len(reading.words(outside.opened[0])) == 62


def test_the_team_has_one_poster_without_names(papers: Make, outside: Outside) -> None:
    made = papers(5, "p1")
    made.chooses("Teamposter A3")
    assert made.dialog.pages.count == 1
    assert not made.dialog.form.who.isVisible()
    enabled = {action.objectName(): action.isEnabled() for action in made.dialog.more.menu().actions()}
    assert enabled == {".docx": False, ".ics": True, ".xlsx": False}
    made.clicks(made.dialog.save)
    made.waits(lambda: bool(outside.opened))
    made.settles()
    read = " ".join(reading.words(outside.opened[0]))
    assert not [name for name in NAMES if name in read]
    assert made.workshop.versions == ()


def test_a_workshop_without_people_has_only_the_teams_paper(papers: Make) -> None:
    made = papers(workshop=replace(team(2), participants=()))
    made.settles()
    assert made.dialog.pages.sheet.words == "Er is niemand in deze workshop."
    assert not made.dialog.save.isEnabled()
    made.chooses("Teamposter A3")
    assert made.dialog.pages.count == 1
    assert made.dialog.save.isEnabled()


@pytest.mark.parametrize("ending", [".docx", ".ics", ".xlsx"])
def test_other_formats_are_saved_under_a_sensible_name(papers: Make, outside: Outside, ending: str) -> None:
    made = papers(3, "p1", workshop=with_talk(team(3, typed=True)))
    made.settles()
    made.picks(ending)
    made.waits(lambda: bool(made.told))
    names = {
        ".docx": "Plannen Samira El Idrissi 2026-05-12.docx",
        ".ics": "Vervolgmomenten Samira El Idrissi 2026-05-12.ics",
        ".xlsx": "Stappen Samira El Idrissi 2026-05-12.xlsx",
    }
    assert [path.name for path in outside.folder.iterdir()] == [names[ending]]
    assert outside.opened == []  # a calendar that opens would take it in
    assert made.told == f"Bewaard: {names[ending]}"


def test_a_calendar_without_a_day_says_so(papers: Make, outside: Outside) -> None:
    whole = team(3, typed=True)
    made = papers(workshop=replace(whole, details=replace(whole.details, check_in=None)))
    made.settles()
    made.picks(".ics")
    made.waits(lambda: bool(made.told))
    assert made.told == "Er is nog geen datum om terug te kijken. Vul eerst een datum in."
    assert list(outside.folder.iterdir()) == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [1.0, 1.3])
def test_all_words_fit_on_a_small_screen(papers: Make, language: str, size: float) -> None:
    made = papers(11, settings=Settings(language=language, text_size=size))
    dialog = made.dialog
    made.settles()
    dialog.resize(1240, 660)
    made.settles()
    assert dialog.minimumSizeHint().height() <= 660
    assert dialog.minimumSizeHint().width() <= 1240
    for radio in dialog.findChildren(QRadioButton):
        assert radio.width() >= radio.sizeHint().width(), radio.text()
    for label in dialog.findChildren(QLabel):
        if label.wordWrap() and label.text() and label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in (dialog.print, dialog.save, dialog.more):
        assert button.width() >= button.sizeHint().width()


def test_a_day_to_look_back_that_is_set_here_comes_on_the_pages(papers: Make) -> None:
    made = papers(2)
    made.settles()
    details = made.dialog._workshop.details
    made.dialog._live.do(session.edit_details, replace(details, check_in=None))
    made.settles()
    assert made.dialog.day.text() == "Kies het vervolgmoment"
    made.dialog.day.click()
    day = QApplication.activeModalWidget()
    assert isinstance(day, DayDialog)
    next(b for b in day.findChildren(QPushButton) if b.text() == "over 3 maanden").click()
    day.accept()
    made.qtbot.waitUntil(lambda: made.dialog.day.text().startswith("Vervolgmoment: "))
    assert made.dialog.order.workshop.details.check_in is not None
    made.settles()
    assert ink(made) > 0
