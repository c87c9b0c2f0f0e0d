"""The program as a whole: starting, opening, refusing, going on, quitting, and a second start."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.app import Program, first_file, runs_already, server_name
from gogrow.domain.public import BeamerMode
from gogrow.domain.rules import people, session
from gogrow.domain.rules.people import NewPerson
from gogrow.store.opening import close, connect
from gogrow.store.workspace import Workspace
from gogrow.ui.messages import Question
from gogrow.ui.settings import Settings, load_settings
from tests.ui.running import NOW, answer, fill, program, settle, titles

ROOT = Path(__file__).parents[1]
HEAVY = ["sqlalchemy", "alembic", "reportlab", "openpyxl", "pydantic", "qrcode", "babel", "keyring"]
LATE_QT = ["PySide6.QtPdf", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech"]


def open_top(qtbot: QtBot, made: Program) -> None:
    with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000):
        made.window.home.open_chosen()


def say(words: str) -> object:
    """Answer the next question with the button that has these words."""

    def press(dialog: object) -> None:
        assert isinstance(dialog, Question)
        next(button for button in dialog.buttons if button.text() == words).click()

    return answer(press)


# ---------------------------------------------------------------------- starting


def test_the_list_is_painted_before_anything_heavy_is_imported(tmp_path: Path, home: Path) -> None:
    fill(tmp_path / "a.gogrow")
    code = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gogrow.app import QT_WORDS, Program
app = QApplication(QT_WORDS)
program = Program(app, Path(sys.argv[1]))
loaded = []
def painted():
    loaded.append([name for name in sys.argv[2:] if name in sys.modules])
    loaded.append(program.window.home.model.rowCount())
program.window.painted.disconnect()
program.window.painted.connect(painted)
program.window.painted.connect(program._complete)
def ready():
    program.desk.workspace.opened.connect(app.quit)
program.ready.connect(ready)
program.start()
app.exec()
after = [name for name in sys.argv[2:] if name in sys.modules]
program.close()
print(json.dumps([loaded, after]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.gogrow"), *HEAVY, *LATE_QT],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (before, rows), after = json.loads(done.stdout)
    assert before == []
    assert rows == 3
    assert "sqlalchemy" in after, "the test would not notice anything"


def test_what_is_opened_at_the_start(tmp_path: Path, home: Path) -> None:
    own = paths.user_data() / "GoGrow.gogrow"
    assert first_file(None, Settings()) == (own, True)
    there = tmp_path / "a.gogrow"
    there.touch()
    settings = Settings(recent=[str(tmp_path / "gone.gogrow"), str(there)])
    assert first_file(None, settings) == (there, False)
    assert first_file(tmp_path / "b.gogrow", settings) == (tmp_path / "b.gogrow", False)


def test_the_second_start_opens_the_same_file(qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow"):
        pass
    with program(qtbot, qapp) as made:
        assert made.window.path == tmp_path / "a.gogrow"
        assert len(titles(made)) == 3
        recent = [action.text() for action in made.window.menus["recent"].actions()]
        assert len(recent) == 1
        assert recent[0].startswith("a  (")


def test_language_and_look_are_chosen_and_kept(qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy", "Other"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.window.home.list.setCurrentIndex(made.window.home.model.index(1))
        open_top(qtbot, made)
        assert made.window.page_name() == "cockpit"
        for action in ("language.en", "theme.dark", "size.1.15", "beamer_theme.black", "motion"):
            made.window.actions_by_id[action].trigger()
        assert made.window.page_name() == "cockpit"
        assert made.window.actions_by_id["workshop.list"].text() == "All workshops"
        assert made.window.actions_by_id["theme.dark"].isChecked()
        assert made.desk.beamer_theme.name == "black"
        made.window.actions_by_id["language.nl"].trigger()
        assert made.window.actions_by_id["workshop.list"].text() == "Alle workshops"
        made.window.to_list()
        settle(qtbot, made)
        assert made.window.home.chosen().title == "Team busy"  # type: ignore[union-attr]
    kept = load_settings(paths.user_settings())
    assert (kept.language, kept.theme, kept.text_size) == ("nl", "dark", 1.15)
    assert (kept.beamer_theme, kept.motion) == ("black", False)


# ---------------------------------------------------------------------- files


def test_another_file_takes_the_place_of_the_open_one(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    fill(tmp_path / "b.gogrow", ("Nachtploeg",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        open_top(qtbot, made)
        assert made.files.open(tmp_path / "b.gogrow")
        settle(qtbot, made)
        assert titles(made) == ["Nachtploeg"]
        assert made.window.page_name() == "home"
        close(connect(tmp_path / "a.gogrow"))
        made.files.make_at(tmp_path / "c.gogrow")
        settle(qtbot, made)
        assert titles(made) == []
        assert (tmp_path / "c.gogrow").exists()


def test_a_copy_is_made_over_the_open_file(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow")
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.files.copy_to(tmp_path / "copy.gogrow")
        settle(qtbot, made)
        assert "copy.gogrow" in made.window.banner.text()
        with pytest.raises(Exception, match="busy"):
            connect(tmp_path / "a.gogrow")
    copy = Workspace.open(tmp_path / "copy.gogrow")
    assert len(copy.list()) == 3
    copy.close()


def bad_files(folder: Path) -> dict[str, Path]:
    """Files that are refused, by code."""
    fill(folder / "good.gogrow")
    whole = (folder / "good.gogrow").read_bytes()
    made = {name: folder / f"{name}.gogrow" for name in ("foreign", "empty", "corrupt", "missing")}
    made["foreign"].write_bytes(b"%PDF-1.7 " + b"x" * 5000)
    made["empty"].touch()
    made["corrupt"].write_bytes(whole[:4200] + b"\xff" * (len(whole) - 4200))
    return made


@pytest.mark.parametrize("code", ["foreign", "empty", "corrupt", "missing"])
def test_a_bad_file_is_refused_with_a_sentence_and_left_alone(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, code: str
) -> None:
    path = bad_files(tmp_path)[code]
    before = path.read_bytes() if path.exists() else None
    with program(qtbot, qapp, tmp_path / "good.gogrow") as made:
        made.desk.settings.recent.append(str(path))
        asked = answer(lambda dialog: dialog.buttons[-1].click())  # type: ignore[attr-defined]
        assert not made.files.open(path)
        assert asked
        assert len(titles(made)) == 3, "the file that was open stays open"
        settle(qtbot, made)
        assert (str(path) in made.desk.settings.recent) == (code != "missing")
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_bad_file_at_the_start_gives_way_to_the_users_own(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    path = bad_files(tmp_path)["corrupt"]
    with program(qtbot, qapp, path) as made:
        asked = answer(lambda dialog: dialog.buttons[-1].click())  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: made.desk.has_workspace, timeout=20_000)
        assert asked
        assert made.window.path == paths.user_data() / "GoGrow.gogrow"


def test_a_folder_that_cannot_be_written_can_still_be_looked_at(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal is the store's; here it is asked for, because an administrator may write everywhere."""
    from gogrow.store.faults import WorkspaceRefused

    fill(tmp_path / "a.gogrow")
    fill(tmp_path / "stick.gogrow", ("On the stick",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        refused = WorkspaceRefused("read_only", tmp_path / "stick.gogrow")
        answer(lambda dialog: dialog.buttons[0].click())  # type: ignore[attr-defined]
        assert made.files.refuse(refused)
        settle(qtbot, made)
        assert titles(made) == ["On the stick"]
        assert made.window.read_only
        monkeypatch.setattr(made.files, "_ask_new", lambda title, proposal: tmp_path / "copied.gogrow")
        answer(lambda dialog: dialog.buttons[1].click())  # type: ignore[attr-defined]
        made.files.open(tmp_path / "a.gogrow")
        assert made.files.refuse(refused)
        settle(qtbot, made)
        assert made.window.path == tmp_path / "copied.gogrow"
        assert not made.window.read_only


# ---------------------------------------------------------------------- going on


def test_a_workshop_that_was_not_closed_is_offered_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy", "Other"))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.window.home.list.setCurrentIndex(made.window.home.model.index(1))
        assert made.window.home.resuming == ""
        open_top(qtbot, made)
        made.desk.beamer.show()
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        home_page = made.window.home
        assert home_page.resume.isVisible()
        assert "Team busy" in home_page.resume._title.text()
        assert not home_page.bottom.open.isVisible(), "one next action"
        with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000) as opened:
            qtbot.mouseClick(home_page.resume.go, Qt.MouseButton.LeftButton)
        assert made.window.page_name() == "cockpit"
        workshop = opened.args[0].workshop
        assert workshop.stage.step == workshop.run[1].id
        assert made.desk.beamer.mode is BeamerMode.NEUTRAL
        say(made.desk.texts.t("Close"))
        made.window.actions_by_id["workshop.close"].trigger()
        settle(qtbot, made)
        assert made.window.page_name() == "home"
        assert not home_page.resume.isVisible()
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        assert made.window.home.resuming == ""


def test_not_now_takes_the_offer_away(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    ids = fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        made.window.home.offer_resume(ids[0])
        assert made.window.home.resume.isVisible()
        made.window.home.resume.closed.emit()
        assert not made.window.home.resume.isVisible()
        assert made.window.home.bottom.open.isVisible()


def test_killed_in_the_middle_it_goes_on_where_it_was(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    """A program of its own opens the workshop, changes it, and is killed; the next one offers to go on."""
    ids = fill(tmp_path / "a.gogrow", ("Team busy",))
    code = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gogrow.app import QT_WORDS, Program
from gogrow.domain.rules import session
app = QApplication(QT_WORDS)
program = Program(app, Path(sys.argv[1]))
def opened(live):
    step = live.workshop.run[2].id
    live.changed.connect(lambda workshop: workshop.stage.step == step and os.kill(os.getpid(), signal.SIGKILL))
    live.do(session.go_to, step, program.desk.now())
def ready():
    program.desk.workspace.workshop_opened.connect(opened)
    program.window.home.open_chosen()
program.ready.connect(ready)
program.start()
app.exec()
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.gogrow")], cwd=ROOT, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        assert made.window.home.resuming == ids[0]
        with qtbot.waitSignal(made.desk.workspace.workshop_opened, timeout=20_000) as opened:
            made.window.home.resume.asked.emit()
        workshop = opened.args[0].workshop
        assert workshop.stage.step == workshop.run[2].id


# ---------------------------------------------------------------------- faults and quitting


def test_a_rule_that_is_broken_is_told_and_forgotten_at_the_next_thing_that_works(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        open_top(qtbot, made)
        live = made.desk.workspace.current
        assert live is not None
        live.do(session.go_to, "no such step", NOW)
        settle(qtbot, made)
        assert made.window.banner.text()
        live.do(people.add_people, [NewPerson("Anja")], made.desk.new_id, made.desk.source)
        settle(qtbot, made)
        assert made.window.banner.text() == ""


def test_a_file_that_is_gone_is_told_until_it_is_back(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path, away = tmp_path / "a.gogrow", tmp_path / "away.gogrow"
    fill(path, ("Team busy",))
    with program(qtbot, qapp, path) as made:
        open_top(qtbot, made)
        live = made.desk.workspace.current
        assert live is not None
        path.rename(away)
        live.do(people.add_people, [NewPerson("Anja")], made.desk.new_id, made.desk.source)
        settle(qtbot, made)
        assert made.window.banner.text()
        assert len(live.workshop.participants) == 2, "nothing is acknowledged that is not in the file"
        made.window.banner.retry.click()
        settle(qtbot, made)
        assert made.window.banner.text(), "still gone"
        away.rename(path)
        made.window.banner.retry.click()
        settle(qtbot, made)
        assert made.window.banner.text() == ""
        assert live.workshop.drafts == ()
        live.do(people.add_people, [NewPerson("Anja")], made.desk.new_id, made.desk.source)
        settle(qtbot, made)
        assert len(live.workshop.participants) == 3


def test_quitting_during_a_workshop_asks(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        closed: list[bool] = []
        made.window.closing.connect(lambda: closed.append(True))
        open_top(qtbot, made)
        t = made.desk.texts.t
        assert say(t("Stay here")) is not None
        made.window.close()
        assert not closed
        assert made.window.isVisible()
        say(t("Quit GoGrow"))
        made.window.close()
        assert closed


def test_quitting_writes_what_was_half_typed(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    ids = fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        open_top(qtbot, made)
        live = made.desk.workspace.current
        assert live is not None
        live.draft("details.contact", "half a sen")
    workspace = Workspace.open(tmp_path / "a.gogrow")
    assert workspace.load(ids[0]).draft("details.contact") == "half a sen"
    workspace.close()


def test_a_mistake_of_ours_keeps_the_workshop_open_and_no_name_in_the_log(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    fill(tmp_path / "a.gogrow", ("Team busy",))
    with program(qtbot, qapp, tmp_path / "a.gogrow") as made:
        open_top(qtbot, made)
        asked = say(made.desk.texts.t("Continue"))
        try:
            raise KeyError("Samira El Idrissi")
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=20_000)
        assert made.window.page_name() == "cockpit"
        assert made.window.isVisible()
    text = (paths.user_log() / "gogrow.log").read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "Samira" not in text


# ---------------------------------------------------------------------- once


@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$")
def test_a_second_start_hands_its_file_to_the_first(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    fill(tmp_path / "a.gogrow")
    fill(tmp_path / "b.gogrow", ("Nachtploeg",))
    name = server_name(paths.user_data())
    assert not runs_already(name)
    made = Program(qapp, tmp_path / "a.gogrow", name)
    try:
        with qtbot.waitSignal(made.ready, timeout=20_000):
            made.start()
        made.window.showMinimized()
        second = subprocess.Popen([sys.executable, "-m", "gogrow", str(tmp_path / "b.gogrow")], cwd=ROOT)
        qtbot.waitUntil(lambda: titles(made) == ["Nachtploeg"], timeout=30_000)
        assert second.wait(30) == 0
        assert not made.window.isMinimized()
    finally:
        made.window.hide()
        made.close()
        made.deleteLater()
    assert not runs_already(name)


def test_a_name_that_a_crash_left_behind_is_no_obstacle(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    name = server_name(paths.user_data())
    code = f"""
import os
from PySide6.QtCore import QCoreApplication
from gogrow.ui.once import Once
app = QCoreApplication([])
once = Once({name!r})
assert once.listening
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
    assert runs_already(name)
    from gogrow.ui.once import Once, hand_over

    assert not hand_over(name, None)
    once = Once(name)
    assert once.listening
    once.close()
    once.deleteLater()
