"""Scanning in the program: posters before the camera, pictures, typing; and all that can be the matter with them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QLoggingCategory, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import StepName
from gogrow.domain.plan_code import new_code
from gogrow.domain.public import BeamerMode
from gogrow.domain.rules import follow_up, people, session
from gogrow.domain.workshop import Details, Workshop
from gogrow.sheets.calendar import check_in_event
from gogrow.sheets.kit import plan_sheets
from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from gogrow.ui.cockpit.plan_step import PlanStepView
from gogrow.ui.scan.camera import LaptopCamera
from gogrow.ui.speech import QUIET
from gogrow.ui.table.locked import Locked
from tests.sheets import reading
from tests.ui.running import NOW, deck, fill
from tests.ui.scan.conftest import Desk, FakeCamera, before, change, code

Open = Callable[[Path], AbstractContextManager[Desk]]
ELSEWHERE = new_code(random.Random(99))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workspace with one workshop that is going on."""
    path = tmp_path / "a.gogrow"
    fill(path, ("Team Zetten busy",))
    return path


def only(path: Path) -> Workshop:
    """The workshop on top of the list of a closed file."""
    found: list[Workshop] = []
    change(path, lambda workspace: found.append(workspace.load(workspace.list()[0].id)))
    return found[0]


def follow(path: Path, id: str) -> Workshop:
    """A follow-up of the workshop on top of the list."""
    earlier = only(path)
    ids = {p.id: f"{id}{number}" for number, p in enumerate(earlier.participants)}
    programme = next(p for p in deck().programmes if p.setting == "team")
    later = follow_up.follow_up(earlier, id, f"Hoe ging het {id}?", programme, earlier.board, ids)
    change(path, lambda workspace: workspace.create(later, StepName("create_workshop", {"name": id})))
    return later


def add(path: Path, title: str, *, seed: int) -> None:
    """One more workshop of two people; the same seed gives the same codes."""

    def act(workspace: Workspace) -> None:
        new_id, known = seeded_ids(seed + 100), workspace.load(workspace.list()[0].id)
        made = Workshop(new_id(), Details(title), known.board, run=known.run)
        workspace.create(made, StepName("create_workshop", {"name": title}))
        new = [people.NewPerson("Yusuf Aydin"), people.NewPerson("Linh Tran")]
        workspace.apply(made.id, partial(people.add_people, people=new, new_id=new_id, source=random.Random(seed)))

    change(path, act)


# ---------------------------------------------------------------------- the camera


def test_posters_after_one_another_open_each_its_plan(scanning: Open, file: Path) -> None:
    one, two = only(file).participants
    with scanning(file) as desk:
        desk.show()
        assert desk.page == "home"
        for person in (one, two, one):
            desk.hold(f"GOGROW:{person.code}", check_in_event(dt.date(2026, 8, 18), "Terugkijken"))
            desk.hold(f"GOGROW:{person.code}")
            assert (desk.page, desk.editor()) == ("cockpit", person.name)
            desk.after(6)
        assert desk.plans() == [one.name, two.name]
        assert desk.sentences() == [], "nothing is said of what stands around a plan"
        assert desk.window.isVisible()


def test_a_poster_that_is_held_still_does_not_open_again(scanning: Open, file: Path) -> None:
    one, two = only(file).participants
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{one.code}")
        cockpit = desk.cockpit
        cockpit.open_plan(two.id)
        for _ in range(4):
            desk.after(2)
            desk.hold(f"GOGROW:{one.code}")
        assert desk.editor() == two.name


def test_the_beamer_shows_nothing_of_it_and_goes_on(scanning: Open, file: Path) -> None:
    workshop = only(file)
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{workshop.participants[0].code}")
        assert desk.desk.beamer.mode is BeamerMode.NEUTRAL
        desk.cockpit._close_plan()
        desk.desk.beamer.show()
        seen = desk.desk.beamer.view
        desk.hold(f"GOGROW:{workshop.participants[1].code}")
        assert desk.editor() == "Johan Terpstra"
        assert desk.desk.beamer.view == seen
        assert desk.desk.workspace.current is not None
        assert desk.desk.workspace.current.workshop.stage.step == workshop.stage.step


def test_what_is_typed_in_one_plan_is_kept_when_another_is_held_up(scanning: Open, file: Path, qtbot: QtBot) -> None:
    one, two = only(file).participants
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{one.code}")
        page = desk.cockpit
        field = next(
            f for f in page.findChildren(QPlainTextEdit) if f.isVisible() and f.accessibleName() == "Dit wil ik"
        )
        field.setPlainText("Nieuwe mensen inwerken")
        desk.hold(f"GOGROW:{two.code}")
        desk.settle()
        assert wish(desk).toPlainText() == ""
        assert desk.loaded(only_id(desk)).plan(one.id).wish == "Nieuwe mensen inwerken"


def wish(desk: Desk) -> QPlainTextEdit:
    """The field of the plan that is open in which one says what one wants."""
    view = desk.cockpit._view
    assert isinstance(view, PlanStepView)
    return view._editor._texts["wish"]


def type_wish(desk: Desk, qtbot: QtBot, words: str) -> None:
    """Type in that field and leave the keys there."""
    desk.program.window.activateWindow()
    field = wish(desk)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, words)


def only_id(desk: Desk) -> str:
    """The id of the open workshop."""
    assert desk.desk.workspace.current is not None
    return desk.desk.workspace.current.id


def test_what_is_typed_in_another_workshop_is_kept_when_it_is_left(scanning: Open, file: Path, qtbot: QtBot) -> None:
    change(file, lambda workspace: workspace.apply(workspace.list()[0].id, partial(session.end, now=NOW)))
    first = only(file)
    add(file, "Team Snijden", seed=2)
    other = only(file)
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{first.participants[0].code}")
        page = desk.cockpit
        field = next(
            f for f in page.findChildren(QPlainTextEdit) if f.isVisible() and f.accessibleName() == "Dit wil ik"
        )
        field.setPlainText("Inwerken")
        desk.hold(f"GOGROW:{other.participants[0].code}")
        desk.settle()
        assert only_id(desk) == other.id
        assert desk.editor() == "Yusuf Aydin"
        assert desk.loaded(first.id).plan(first.participants[0].id).wish == "Inwerken"


def test_a_workshop_that_goes_on_is_not_left_without_asking(scanning: Open, file: Path) -> None:
    first = only(file)
    add(file, "Team Snijden", seed=2)
    other = only(file)
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{first.participants[0].code}")
        desk.hold(f"GOGROW:{other.participants[0].code}")
        assert only_id(desk) == first.id
        assert desk.plans() == ["Yusuf Aydin", "Samira El Idrissi"]
        assert desk.sentences() == [
            "Dit plan hoort bij een andere workshop. Klik erop als je daarheen wilt. De beamer wordt dan rustig."
        ]
        desk.window.results.plans()[0].click()
        desk.settle()
        assert only_id(desk) == other.id
        assert desk.editor() == "Yusuf Aydin"


@pytest.mark.parametrize("kind", ["", " busy", " done"])
def test_a_plan_opens_beside_any_moment_of_a_session_and_closes_again(
    scanning: Open, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "a.gogrow"
    fill(path, (f"Team{kind}",))
    workshop = only(path)
    with scanning(path) as desk:
        desk.show()
        desk.hold(f"GOGROW:{workshop.participants[0].code}")
        cockpit = desk.cockpit
        assert desk.editor() == "Samira El Idrissi"
        close = next(b for b in cockpit.findChildren(QAbstractButton) if b.objectName() == "close-plan")
        close.click()
        desk.settle()
        assert desk.editor() == ""
        assert desk.page == ("cockpit" if kind else "prepare")
        assert desk.loaded(workshop.id).stage == workshop.stage


def test_the_big_button_closes_the_plan_and_does_nothing_else(scanning: Open, file: Path) -> None:
    workshop = only(file)
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{workshop.participants[0].code}")
        cockpit = desk.cockpit
        cockpit.act()
        desk.settle()
        assert desk.editor() == ""
        assert desk.loaded(workshop.id).stage == workshop.stage


def test_another_step_closes_the_plan(scanning: Open, file: Path) -> None:
    workshop = only(file)
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{workshop.participants[0].code}")
        desk.cockpit.step_back()
        desk.settle()
        assert desk.editor() == ""


# ---------------------------------------------------------------------- whose plan


def test_a_follow_up_has_the_plan_now(scanning: Open, file: Path) -> None:
    first = only(file)
    follow(file, "b")
    change(file, lambda workspace: workspace.apply(first.id, partial(session.end, now=NOW)))
    third = follow(file, "c")
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{first.participants[0].code}")
        assert only_id(desk) == third.id
        assert len(desk.plans()) == 1
        assert desk.editor() == "Samira El Idrissi"


def test_a_session_that_goes_on_is_where_its_own_people_are_looked_for(scanning: Open, file: Path) -> None:
    first = only(file)
    follow(file, "b")
    with scanning(file) as desk:
        desk.desk.workspace.open_workshop(first.id)
        desk.settle()
        desk.show()
        desk.hold(f"GOGROW:{first.participants[0].code}")
        assert only_id(desk) == first.id
        assert desk.editor() == "Samira El Idrissi"
        assert desk.sentences() == []


def test_two_workshops_that_share_a_code_are_asked_about(scanning: Open, file: Path) -> None:
    first = only(file)
    change(file, lambda workspace: workspace.apply(first.id, partial(session.end, now=NOW)))
    add(file, "Team Snijden", seed=1)
    with scanning(file) as desk:
        desk.show()
        shared = first.participants[0].code
        desk.hold(f"GOGROW:{shared}")
        assert desk.page == "home"
        assert desk.plans() == ["Yusuf Aydin", "Samira El Idrissi"]
        assert desk.sentences() == [f"{shared} staat in meer dan één workshop. Kies welk plan je bedoelt."]
        desk.window.results.plans()[1].click()
        desk.settle()
        assert desk.editor() == "Samira El Idrissi"


def test_a_plan_of_another_file_is_told(scanning: Open, file: Path) -> None:
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{ELSEWHERE}")
        assert desk.page == "home"
        assert desk.sentences()[0].startswith(f"Plan {ELSEWHERE} staat niet in dit bestand.")


def test_another_file_takes_along_what_was_found_in_the_one_before(
    scanning: Open, file: Path, tmp_path: Path
) -> None:
    person = only(file).participants[0]
    Workspace.make(tmp_path / "b.gogrow").close()
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{person.code}")
        assert desk.plans() == [person.name]
        desk.program.files.open(tmp_path / "b.gogrow")
        desk.settle()
        assert desk.window.isVisible()
        assert (desk.plans(), desk.sentences()) == ([], [])
        desk.hold(f"GOGROW:{person.code}")
        assert desk.sentences(), "held up still, it is looked for in this file"


def test_somebody_who_was_taken_off_the_list_is_told(scanning: Open, file: Path) -> None:
    workshop = only(file)
    gone, here = workshop.participants
    change(file, lambda workspace: workspace.apply(workshop.id, partial(people.remove, ids=[gone.id])))
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{gone.code}")
        assert "van de lijst gehaald" in desk.sentences()[0]
        desk.hold(f"GOGROW:{here.code}")
        place = desk.window.results.plans()[0].place
        desk.desk.workspace.current.do(people.remove, [here.id])  # type: ignore[union-attr]
        desk.settle()
        desk.window.results.chosen.emit(place)
        desk.settle()
        assert desk.sentences()[0] == "Johan Terpstra staat niet meer in Team Zetten busy, en het plan ook niet."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("GOGROW2:6R4A-5NMA", "Deze code komt van een nieuwere versie van GoGrow."),
        ("GOGROW:6R4A-5NMC", "6R4A-5NMC is geen code van een plan"),
        ("https://example.org/<b>&", "Deze code is niet van GoGrow."),
        (check_in_event(dt.date(2030, 8, 18), "Terugkijken", "Zaal 3"), "Terugkijken · Zaal 3, 18 augustus 2030."),
        (check_in_event(dt.date(2020, 8, 18), "Terugkijken"), "Die dag is voorbij"),
    ],
)
def test_any_other_code_is_told_plainly_when_it_stays(scanning: Open, file: Path, text: str, said: str) -> None:
    with scanning(file) as desk:
        desk.show()
        desk.hold(text)
        assert desk.sentences() == []
        desk.after(1.5)
        desk.hold(text)
        assert said in desk.sentences()[0]
        assert "example" not in desk.sentences()[0]
        desk.after(1.5)
        desk.hold(text)
        assert len(desk.sentences()) == 1


# ---------------------------------------------------------------------- trouble with the camera


@pytest.mark.parametrize(
    ("what", "said", "again"),
    [
        ("none", "Hier is geen camera.", False),
        ("denied", "GoGrow mag de camera niet gebruiken.", True),
        ("silent", "De camera geeft geen beeld.", True),
        ("gone", "De camera is losgeraakt.", True),
    ],
)
def test_trouble_with_the_camera_leaves_the_other_ways(
    scanning: Open, file: Path, qtbot: QtBot, what: str, said: str, again: bool
) -> None:
    person = only(file).participants[0]
    FakeCamera.first = what
    with scanning(file) as desk:
        window = desk.show()
        assert window.camera_told.text().startswith(said)
        assert window.camera_told.text().endswith("Je kunt ook een foto kiezen of de code typen.")
        assert not window.picture.isVisible()
        button = next(b for b in window.findChildren(QPushButton) if b.objectName() == "camera-again")
        assert button.isVisible() is again
        qtbot.keyClicks(window.code, person.code)
        desk.settle()
        assert desk.editor() == person.name
        FakeCamera.first = ""
        if again:
            button.click()
            assert window.picture.isVisible()
            assert desk.camera.opened == 2


def test_a_camera_that_is_pulled_out_while_it_runs(scanning: Open, file: Path) -> None:
    with scanning(file) as desk:
        window = desk.show()
        desk.hold()
        assert window.picture.live
        desk.camera.trouble.emit("gone")
        assert not window.picture.live
        assert window.camera_told.text().startswith("De camera is losgeraakt.")
        desk.camera.trouble.emit("")
        desk.hold()
        assert window.picture.live


def test_of_two_cameras_one_is_chosen(scanning: Open, file: Path) -> None:
    FakeCamera.names = ["Ingebouwd", "Op de tafel"]
    with scanning(file) as desk:
        window = desk.show()
        assert window._cameras.isVisible()
        window._cameras.textActivated.emit("Op de tafel")
        assert desk.camera.chosen == ["Op de tafel"]
        desk.camera.found.emit(["Ingebouwd"], "Ingebouwd")
        assert not window._cameras.isVisible()


# ---------------------------------------------------------------------- who looks along


def test_with_one_screen_it_is_covered_and_the_camera_is_off(scanning: Open, file: Path, qtbot: QtBot) -> None:
    person = only(file).participants[0]
    with scanning(file) as desk:
        desk.program.window.actions_by_id["scan"].trigger()
        window = desk.window
        qtbot.waitUntil(window.isVisible)
        desk.settle()
        assert not window.code.isVisible()
        assert desk.camera.opened == 0
        assert not window._dropped(drop(Path("x.png")))
        next(b for b in window.findChildren(QPushButton) if b.objectName() == "alone").click()
        qtbot.waitUntil(lambda: desk.camera.opened == 1)
        assert window.code.isVisible()
        desk.hold(f"GOGROW:{person.code}")
        assert desk.editor() == person.name
        desk.desk.screens.changed.emit()
        assert not window.code.isVisible()
        assert not desk.camera.runs
        assert desk.editor() == ""


def test_it_goes_when_participants_get_the_laptop(scanning: Open, file: Path, qtbot: QtBot) -> None:
    with scanning(file) as desk:
        desk.show()
        desk.hold(f"GOGROW:{only_code(desk)}")
        live = desk.desk.workspace.current
        assert live is not None
        lock = Locked(desk.desk, live, desk.cockpit)
        assert desk.scanning.window is None
        assert not desk.camera.runs
        lock.let_go()


def only_code(desk: Desk) -> str:
    """The code of the first person of the workshop on top of the list."""
    return desk.loaded(desk.program.window._listed[0][0].id).participants[0].code


# ---------------------------------------------------------------------- typing


def test_a_typed_code_opens_at_its_last_character(scanning: Open, file: Path, qtbot: QtBot) -> None:
    person = only(file).participants[1]
    with scanning(file) as desk:
        window = desk.show()
        assert window.focusWidget() is window.code
        typed = person.code.lower().replace("-", " ")
        qtbot.keyClicks(window.code, typed[:-1])
        desk.settle()
        assert desk.page == "home"
        qtbot.keyClicks(window.code, typed[-1])
        desk.settle()
        assert desk.editor() == person.name
        assert window.code.text() == ""


def test_a_wrong_character_is_told_at_once_and_goes_when_it_is_put_right(
    scanning: Open, file: Path, qtbot: QtBot
) -> None:
    with scanning(file) as desk:
        window = desk.show()
        qtbot.keyClicks(window.code, "6r4a5nmc")
        assert window.code_told.text() == "Kijk nog eens goed: in 6R4A-5NMC klopt een teken niet."
        assert window.code_told.isVisible()
        qtbot.keyClick(window.code, Qt.Key.Key_Backspace)
        assert not window.code_told.isVisible()
        qtbot.keyClick(window.code, Qt.Key.Key_Return)
        assert window.code_told.text() == "Dit is geen plancode. Een code heeft acht tekens, zoals 6R4A-5NMA."
        assert window.isVisible(), "Enter closes nothing"
        window.code.clear()
        qtbot.keyClicks(window.code, "6r4a5nmcxyz")
        assert window.code_told.isVisible()


# ---------------------------------------------------------------------- pictures and PDFs


def drop(*files: Path) -> QDropEvent:
    """These files, let go above the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    _kept.append(data)
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(5, 5), actions, data, Qt.MouseButton.LeftButton, none)


_kept: list[QMimeData] = []


def read(desk: Desk, qtbot: QtBot, *files: Path) -> None:
    """Drop files on the window and wait until they were looked at."""
    desk.window.dropEvent(drop(*files))
    qtbot.waitUntil(lambda: desk.window._files is None, timeout=20_000)
    desk.settle()


def test_a_photo_of_a_printed_sheet_opens_its_plan(scanning: Open, file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    workshop = only(file)
    plan_sheets(workshop, workshop.participants, Texts("nl"), tmp_path / "plans.pdf")
    reading.picture(tmp_path / "plans.pdf", 2, dpi=150).save(tmp_path / "foto.jpg")
    content = (tmp_path / "foto.jpg").read_bytes()
    with scanning(file) as desk:
        desk.show()
        read(desk, qtbot, tmp_path / "foto.jpg")
        assert desk.editor() == "Johan Terpstra"
        assert desk.sentences() == []
    assert sorted(path.name for path in tmp_path.glob("foto*")) == ["foto.jpg"]
    assert (tmp_path / "foto.jpg").read_bytes() == content


@pytest.mark.parametrize("share", [1.0, 1.6])
def test_a_whole_sheet_that_is_held_before_the_camera_is_read(
    scanning: Open, file: Path, tmp_path: Path, qtbot: QtBot, share: float
) -> None:
    """A sheet of A4 that fills the height of the picture, or sticks out of it; askew, soft and in poor light."""
    workshop = only(file)
    plan_sheets(workshop, workshop.participants[:1], Texts("nl"), tmp_path / "plans.pdf")
    sheet = reading.picture(tmp_path / "plans.pdf", 0, dpi=200).convert("L")
    high = round(720 * share)
    sheet = sheet.resize((round(high * sheet.width / sheet.height), high), Image.Resampling.LANCZOS)
    sheet = sheet.point(lambda level: 60 + level // 2).rotate(3, expand=True, fillcolor=90)
    view = Image.new("L", (1280, 720), 90)
    view.paste(sheet, (420, 720 - sheet.height))  # the codes stand at the foot
    view = view.filter(ImageFilter.GaussianBlur(0.7))
    with scanning(file) as desk:
        desk.show()

        def read_it() -> bool:
            desk.camera.seen.emit(view.copy)
            return bool(desk.plans())

        qtbot.waitUntil(read_it, timeout=20_000)
        desk.settle()
        assert desk.editor() == "Samira El Idrissi"


def test_of_a_pdf_with_all_sheets_one_is_chosen(
    scanning: Open, file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = only(file)
    plan_sheets(workshop, workshop.participants, Texts("nl"), tmp_path / "plans.pdf")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "plans.pdf")], ""))
    with scanning(file) as desk:
        window = desk.show()
        window._choose.click()
        qtbot.waitUntil(lambda: window._files is None, timeout=20_000)
        desk.settle()
        assert desk.page == "home"
        assert desk.plans() == ["Samira El Idrissi", "Johan Terpstra"]
        assert desk.sentences() == ["Er is meer dan één plan gevonden. Kies welk plan je wilt zien."]
        window.results.plans()[1].click()
        desk.settle()
        assert desk.editor() == "Johan Terpstra"


def test_bad_files_are_told_one_by_one_and_a_good_one_still_opens(
    scanning: Open, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    person = only(file).participants[0]
    good, empty, none, strange = (tmp_path / name for name in ("goed.png", "leeg.png", "niets <b>.png", "brief.png"))
    code(f"GOGROW:{person.code}").save(good)
    empty.write_bytes(b"")
    strange.write_bytes(b"Beste Ilse")
    before().save(none)
    with scanning(file) as desk:
        desk.show()
        read(desk, qtbot, empty, none, tmp_path / "weg.png", strange, good)
        assert desk.editor() == person.name
        said = "\n".join(desk.sentences())
        for words in ("leeg.png is leeg.", "niets <b>.png: Geen code gevonden.", "weg.png is er niet.", "brief.png"):
            assert words in said


def test_reading_can_be_stopped_and_files_of_a_closed_window_open_nothing(
    scanning: Open, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    person = only(file).participants[0]
    code(f"GOGROW:{person.code}").save(tmp_path / "x.png")
    with scanning(file) as desk:
        window = desk.show()
        window.read_files([tmp_path / "x.png"] * 30)
        assert window._busy.isVisible()
        next(b for b in window.findChildren(QPushButton) if b.objectName() == "stop-pictures").click()
        assert not window._busy.isVisible()
        assert window._choose.isEnabled()
        window.read_files([tmp_path / "x.png"] * 30)
        desk.scanning.close()
        desk.settle()
        assert desk.page == "home"


# ---------------------------------------------------------------------- two at a table


@pytest.mark.parametrize("who", [0, 1])
def test_two_at_a_table_see_the_plan_of_the_one_who_chooses_there(scanning: Open, tmp_path: Path, who: int) -> None:
    path = tmp_path / "a.gogrow"
    fill(path, ("Two busy",))
    workshop = only(path)
    person = workshop.participants[who]
    with scanning(path) as desk:
        desk.show()
        desk.hold(f"GOGROW:{person.code}")
        if who == 0:
            page = desk.program.window.pages["table"]
            assert (desk.page, page._pane) == ("table", "plan")  # type: ignore[attr-defined]
            page.act()  # type: ignore[attr-defined]
            desk.settle()
            assert page._pane == "resume", "they are asked where they were"  # type: ignore[attr-defined]
        else:
            assert (desk.page, desk.editor()) == ("cockpit", person.name)
            desk.cockpit.act()
            desk.settle()
            assert desk.page == "table"
        assert desk.loaded(workshop.id).stage == workshop.stage


# ---------------------------------------------------------------------- coming and going


def test_closing_ends_camera_and_thread_and_it_can_come_again(scanning: Open, file: Path, qtbot: QtBot) -> None:
    with scanning(file) as desk:
        window = desk.show()
        thread, camera = window._reader._thread, desk.camera
        qtbot.keyClick(window.code, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: desk.scanning.window is None)
        assert not camera.runs
        thread.join(20)
        assert not thread.is_alive()
        again = desk.show()
        assert again.isVisible()
        assert desk.camera is not camera


def test_another_language_makes_it_anew(scanning: Open, file: Path, qtbot: QtBot) -> None:
    with scanning(file) as desk:
        desk.show()
        first = desk.camera
        desk.desk.set_language("en")
        assert desk.window.windowTitle() == "Scan a sheet or poster"
        assert not first.runs
        qtbot.waitUntil(lambda: desk.camera.runs)


def test_a_program_that_ends_takes_the_window_along(scanning: Open, file: Path) -> None:
    with scanning(file) as desk:
        desk.show()
    assert not FakeCamera.made[-1].runs


def test_a_question_in_the_program_is_answered_first(
    scanning: Open, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gogrow.ui.plan.opening import PlanOpening

    person = only(file).participants[0]
    with scanning(file) as desk:
        desk.show()
        with monkeypatch.context() as patched:
            patched.setattr(PlanOpening, "stopped", True)
            desk.hold(f"GOGROW:{person.code}")
        assert desk.page == "home"
        desk.hold(f"GOGROW:{person.code}")
        assert desk.editor() == person.name


def test_with_the_laptops_own_camera_it_opens_and_closes_clean(
    scanning: Open, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's real multimedia, on a machine without a camera."""
    QLoggingCategory.setFilterRules(QUIET)
    from PySide6.QtMultimedia import QMediaDevices

    monkeypatch.setattr(QMediaDevices, "videoInputs", staticmethod(lambda: []))
    with scanning(file) as desk:
        desk.scanning._kind = LaptopCamera
        desk.desk.alone = True
        desk.scanning.show()
        qtbot.waitUntil(lambda: desk.window.camera_told.text().startswith("Hier is geen camera."), timeout=20_000)


def test_on_the_beamer_it_comes_back_to_her_own_screen(
    scanning: Open, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scanning(file) as desk:
        window = desk.show()
        there = window.pos()
        window.move(2000, 2000)
        monkeypatch.setattr(type(desk.desk.screens), "beamer", lambda _: window.screen())
        window.windowHandle().screenChanged.emit(window.screen())
        qtbot.waitUntil(lambda: window.pos() == there)


def test_it_lies_beside_the_plan_and_within_the_screen(scanning: Open, file: Path) -> None:
    with scanning(file) as desk:
        desk.program.window.resize(1280, 720)
        window, main = desk.show(), desk.program.window.frameGeometry()
        edge = min(main.right(), desk.program.window.screen().availableGeometry().right())
        assert edge - 40 < window.frameGeometry().right() <= edge
        assert window.frameGeometry().bottom() < main.bottom() - 60, "the big button stays in reach"
        assert desk.program.window.screen().availableGeometry().contains(window.pos())


def test_a_high_window_leaves_the_large_button_in_reach(scanning: Open, file: Path) -> None:
    with scanning(file) as desk:
        desk.desk.set_text_size(1.3)
        desk.settle()
        desk.program.window.resize(1280, 720)
        window = desk.show()
        frame = desk.program.window.frameGeometry()
        assert window.height() > frame.height() - 2 * 92, "it is higher than the room between the bars"
        bar = 80  # at the bottom, with the one next action
        assert window.frameGeometry().bottom() <= frame.bottom() - bar
