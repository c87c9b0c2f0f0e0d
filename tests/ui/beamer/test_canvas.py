"""The canvas: complete, idempotent, quiet; it moves only where it should and ticks only while a clock runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gogrow.domain.public import Argue, Card, Pairs, Picture, Poll, PublicClock, PublicView, Reveal, Views
from gogrow.texts import Texts
from gogrow.ui.beamer.canvas import BeamerCanvas, render_view
from gogrow.ui.beamer.frame import frame_for
from gogrow.ui.beamer.motion import movement
from gogrow.ui.beamer.spoken import describe
from gogrow.ui.beamer.standing import gather
from gogrow.ui.theme import load_fonts, load_theme, set_motion
from tests.ui.beamer.dilemma_views import SHORT, dilemma_views
from tests.ui.beamer.views import BOARD, NOW, crowd, gap, views

VIEWS = {**views(), **dilemma_views()}
SIZE = QSize(960, 540)


class Clock:
    """An instant that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now


def canvas(qtbot: QtBot, clock: Callable[[], dt.datetime] = lambda: NOW, *, motion: bool = True) -> BeamerCanvas:
    """A canvas on the screen."""
    load_fonts()
    made = BeamerCanvas(load_theme("light"), motion=motion, now=clock)
    qtbot.addWidget(made)
    made.resize(SIZE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def seen(made: BeamerCanvas) -> QImage:
    return made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def expected(picture: Picture, theme: str = "light") -> QImage:
    return render_view(PublicView("nl", picture), SIZE, load_theme(theme), Texts("nl"), NOW)


def test_it_shows_the_picture_and_only_the_last_one(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    assert seen(made) == expected(VIEWS["neutral"])
    for name in ("reveal-named", "gap", "card", "blank", "words"):
        made.show_view(PublicView("nl", VIEWS[name]))
        made.show_view(PublicView("nl", VIEWS[name]))
        assert seen(made) == expected(VIEWS[name]), name
        assert not made.moving
    made.set_theme(load_theme("dark"))
    assert seen(made) == expected(VIEWS["words"], "dark")


def test_its_name_comes_from_the_view(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    assert made.accessibleName() == "Een rustig beeld"
    made.show_view(PublicView("nl", VIEWS["placing"]))
    assert (made.accessibleName(), made.accessibleDescription()) == ("Waar sta jij nu?", "7 van 11 zijn klaar")
    made.show_view(PublicView("nl", VIEWS["neutral"]))
    assert (made.accessibleName(), made.accessibleDescription()) == ("Een rustig beeld", "")


@pytest.mark.parametrize("name", list(VIEWS))
def test_every_picture_can_be_said(name: str) -> None:
    for language in ("nl", "en"):
        said, more = describe(PublicView(language, VIEWS[name]), Texts(language))
        assert said
        assert "{" not in said + more


def test_counters_are_counted_and_not_named(qtbot: QtBot) -> None:
    _, said = describe(PublicView("nl", Reveal(BOARD, "Hier", "", crowd(25, 0, "L"))), Texts("nl"))
    assert said == "Het loopt lekker: 25"
    _, said = describe(PublicView("nl", Reveal(BOARD, "Hier", "", crowd(3, 1, "A"))), Texts("nl"))
    assert said == "Ik ken mijn vak: 3. Anja"


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Movements are on."""
    monkeypatch.delenv("GOGROW_MOTION")


@pytest.mark.usefixtures("moving")
@pytest.mark.parametrize("name", ["reveal", "gap", "card", "words", "blank", "views-14-after", "poll-14"])
def test_a_movement_begins_with_the_old_picture_and_ends_with_the_new_one(qtbot: QtBot, name: str) -> None:
    made = canvas(qtbot)
    made.show_view(PublicView("nl", VIEWS["placing"]))
    qtbot.waitUntil(lambda: not made.moving)
    made.show_view(PublicView("nl", VIEWS[name]))
    assert made.moving
    made._step(0.0)
    assert seen(made) == expected(VIEWS["placing"])
    made._step(0.5)
    halfway = seen(made)
    assert halfway != expected(VIEWS["placing"])
    assert halfway != expected(VIEWS[name])
    qtbot.waitUntil(lambda: not made.moving)
    assert seen(made) == expected(VIEWS[name])


@pytest.mark.usefixtures("moving")
def test_neutral_in_the_middle_of_a_movement_ends_neutral(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    made.show_view(PublicView("nl", VIEWS["reveal-named"]))
    made.show_view(PublicView("nl", VIEWS["neutral"]))
    qtbot.waitUntil(lambda: not made.moving)
    assert seen(made) == expected(VIEWS["neutral"])


@pytest.mark.usefixtures("moving")
def test_a_preview_and_a_hidden_canvas_do_not_move(qtbot: QtBot) -> None:
    preview = canvas(qtbot, motion=False)
    preview.show_view(PublicView("nl", VIEWS["reveal"]))
    assert not preview.moving
    hidden = canvas(qtbot)
    hidden.hide()
    hidden.show_view(PublicView("nl", VIEWS["reveal"]))
    assert not hidden.moving


@pytest.mark.usefixtures("moving")
def test_nothing_moves_when_the_user_wants_it_still(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    set_motion(False)
    try:
        made.show_view(PublicView("nl", VIEWS["reveal"]))
        assert not made.moving
    finally:
        set_motion(True)


def test_movements_are_short_and_fit_what_happens() -> None:
    theme = load_theme("light")
    hidden, named = Reveal(BOARD, "Hier", "", crowd(11)), Reveal(BOARD, "Hier", "", crowd(11, 2))
    assert movement(VIEWS["words"], hidden, theme).own == 240
    assert movement(hidden, named, theme).total == 240
    assert movement(hidden, named, theme).own == 0, "names come in place"
    pair = gap("R", "X")
    line = movement(VIEWS["words"], pair, theme)
    assert (line.fade, line.own, line.last) == (180, 320, 80)
    assert movement(pair, gap("R", "X", prompt="Waarom?"), theme).own == 0
    card = VIEWS["card-long"]
    assert isinstance(card, Card)
    assert movement(VIEWS["words"], card, theme).own == 280
    counted = Card(BOARD, card.field, card.icon, card.before, card.question, card.after, card.fits, 12, 8, 11)
    assert movement(card, counted, theme).own == 0, "the card lies still when a slip comes in"
    dots = Views(SHORT, (2, 4, 1, 2, 5))
    assert movement(VIEWS["dilemma-blind"], dots, theme).own == 240
    compared = Views(SHORT, (2, 4, 1, 2, 5), (0, 3, 6, 4, 1), 0.3)
    assert movement(dots, compared, theme).own == 0, "the pin comes in place and does not slide"
    assert movement(VIEWS["poll"], Poll("Wat?", (1, 2, 0, 0, 4)), theme).own == 240
    for before in VIEWS.values():
        for after in VIEWS.values():
            assert movement(before, after, theme).total <= 400
    assert line.ended(0.79) == 0
    assert line.ended(1) == 1
    assert 0 < line.moved(0.1) < line.moved(0.5) < 1


@pytest.mark.usefixtures("moving")
def test_dots_come_up_all_at_once(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    made.show_view(PublicView("nl", VIEWS["dilemma-blind"]))
    qtbot.waitUntil(lambda: not made.moving)
    made.show_view(PublicView("nl", Views(SHORT, (3, 0, 0, 0, 0))))
    made._step(0.3)
    on, _ = frame_for(SIZE.toSizeF(), load_theme("light"), Texts("nl"), "nl")
    dots = gather(Views(SHORT, (3, 0, 0, 0, 0)), on).dots
    picture = seen(made)
    edge = 0.9 * dots.radius
    tones = {
        picture.pixelColor(round((p.x() - edge) / 2), round(p.y() / 2)).lightness()
        for p in dots.middles(dots.before, -1)
    }
    assert max(tones) - min(tones) < 40


def test_it_ticks_only_while_a_clock_runs_and_is_seen(qtbot: QtBot) -> None:
    clock = Clock()
    made = canvas(qtbot, clock)
    timer = made.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
    made.show_view(PublicView("nl", Pairs("Waarom?", False, 0, PublicClock(4, 240))))
    assert not timer.isActive(), "a clock that stands still"
    running = Pairs("Waarom?", False, 1, PublicClock(4, 0, NOW + dt.timedelta(seconds=90, milliseconds=300)))
    made.show_view(PublicView("nl", running))
    assert timer.isActive()
    assert timer.interval() == 305
    first = seen(made)
    clock.now += dt.timedelta(seconds=1)
    timer.timeout.emit()
    assert seen(made) != first
    assert timer.isActive()
    made.hide()
    assert not timer.isActive()
    made.show()
    assert timer.isActive()
    clock.now += dt.timedelta(minutes=5)
    timer.timeout.emit()
    assert not timer.isActive(), "it has run out"
    made.show_view(PublicView("nl", running))
    made.show_view(PublicView("nl", VIEWS["neutral"]))
    assert not timer.isActive()
    clock.now = NOW
    made.show_view(PublicView("nl", Argue(SHORT, "a", 1, running.clock)))
    assert timer.isActive()
    made.show_view(PublicView("nl", Argue(SHORT, "a", 1, PublicClock(4, 240))))
    assert not timer.isActive()


def test_a_clock_that_really_runs_counts_down_by_itself(qtbot: QtBot) -> None:
    made = canvas(qtbot, lambda: dt.datetime.now(dt.UTC))
    ends = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=60, milliseconds=150)
    made.show_view(PublicView("nl", Pairs("Waarom?", False, 1, PublicClock(4, 0, ends))))
    first = seen(made)
    qtbot.waitUntil(lambda: seen(made) != first, timeout=3000)


def test_a_change_of_size_lays_it_out_anew(qtbot: QtBot) -> None:
    made = canvas(qtbot)
    made.show_view(PublicView("nl", VIEWS["reveal-named"]))
    made.resize(800, 600)
    qtbot.waitUntil(lambda: made.size() == QSize(800, 600))
    view = PublicView("nl", VIEWS["reveal-named"])
    assert seen(made) == render_view(view, QSize(800, 600), load_theme("light"), Texts("nl"), NOW)
    made.resize(0, 0)
    assert seen(made).isNull() or seen(made).width() <= 1
