"""The beamer's pictures: legible from the back, on every screen, in three themes and two languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gogrow.domain.public import Pairs, Picture, Placing, PublicClock, PublicView, Reveal
from gogrow.texts import Texts
from gogrow.ui.beamer.frame import frame_for
from gogrow.ui.beamer.stage import corners, gathering
from gogrow.ui.beamer.view import render_view
from gogrow.ui.settings import BEAMER_SIZES
from gogrow.ui.theme import THEMES, load_fonts, load_theme
from tests.ui.beamer.dilemma_views import dilemma_views
from tests.ui.beamer.spying import Spy
from tests.ui.beamer.views import BOARD, LONG, NAMES, NOW, crowd, gap, plane_views, views

SIZES = [QSize(1920, 1080), QSize(1024, 768), QSize(2560, 1080), QSize(600, 1000)]  # each proportion
PICTURES = {**views(), **{f"plane-{name}": picture for name, picture in plane_views().items()}, **dilemma_views()}


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Spy:
    return Spy(monkeypatch)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def render(
    picture: Picture, size: QSize = SIZES[0], theme: str = "light", language: str = "nl", scale: float = 1.0
) -> QImage:
    view = PublicView(language, picture)
    return render_view(view, size, load_theme(theme), Texts(language), NOW, text_scale=scale)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("name", list(PICTURES))
def test_text_is_large_enough_on_the_screen_and_never_on_other_text(spy: Spy, name: str, size: QSize) -> None:
    look(spy, name, size)


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(3840, 2160), QSize(1366, 768)], ids=lambda s: f"{s.width()}")
@pytest.mark.parametrize("name", ["placing", "reveal-25-named", "gap", "card-long"])
def test_small_and_large_screens_show_the_same(spy: Spy, name: str, size: QSize) -> None:
    look(spy, name, size)


def look(spy: Spy, name: str, size: QSize, languages: tuple[str, ...] = (), scale: float = 1.0) -> None:
    """Render a picture and hold every line of its text against the rules."""
    for language in languages or (("nl", "en") if size == SIZES[0] else ("nl",)):
        spy.lines.clear()
        image = render(PICTURES[name], size, language=language, scale=scale)
        assert image.size() == size
        floor = min(size.height(), size.width() * 3 / 4) / 28
        whole = QRectF(0, 0, size.width(), size.height())
        for line in spy.lines:
            assert line.pixels >= floor - 0.01, line
            assert whole.contains(line.box), line
        words = [line for line in spy.lines if len(line.text) > 2]
        for number, line in enumerate(words):
            for other in words[:number]:
                assert not line.box.intersects(other.box), (line, other)


@pytest.mark.parametrize("name", list(PICTURES))
def test_the_same_view_gives_the_same_pixels(name: str) -> None:
    theme = THEMES[list(PICTURES).index(name) % len(THEMES)]
    assert render(PICTURES[name], QSize(960, 540), theme) == render(PICTURES[name], QSize(960, 540), theme)


def test_no_pawn_covers_the_words_of_a_board_of_two_axes() -> None:
    frame, _ = frame_for(QSizeF(1920, 1080), load_theme("light"), Texts("nl"), "nl")
    picture = plane_views()["reveal"]
    assert isinstance(picture, Reveal)
    stage = gathering(frame, picture.board)
    for made, x, y in corners(frame, stage):
        words = QRectF(x, y, made.width, made.height)
        assert QRectF(0, 0, frame.width, 1080).contains(words)
        assert not words.intersects(stage.place.outline()), made.sentence.lines


def test_themes_and_pictures_differ() -> None:
    seen = [render(PICTURES["reveal"], QSize(640, 360), theme) for theme in THEMES]
    seen += [render(PICTURES[name], QSize(640, 360)) for name in ("neutral", "words", "gap", "card", "pairs")]
    assert all(one != other for number, one in enumerate(seen) for other in seen[:number])


def test_counters_do_not_tell_the_order_in_which_they_came() -> None:
    pawns = crowd(25)
    one = render(Reveal(BOARD, "Hier staan we", "", pawns))
    assert render(Reveal(BOARD, "Hier staan we", "", tuple(reversed(pawns)))) == one


def test_a_pawn_without_a_name_shows_nothing_of_its_owner() -> None:
    pawns = crowd(11)
    marked = tuple(replace(p, initials="JT", shape="manager", colour="petrol", icon="heart", seen=True) for p in pawns)
    assert render(Reveal(BOARD, "Hier", "", marked)) == render(Reveal(BOARD, "Hier", "", pawns))


def test_the_quiet_picture_has_no_word_and_the_dark_one_nothing_at_all(spy: Spy) -> None:
    render(PICTURES["neutral"])
    dark = render(PICTURES["blank"])
    assert spy.lines == []
    assert {dark.pixelColor(x, y).name() for x in range(0, 1920, 40) for y in range(0, 1080, 40)} == {"#000000"}


def test_a_blind_round_shows_only_how_many(spy: Spy) -> None:
    render(Placing(BOARD, "Waar sta jij nu?", 7, 11))
    text = " ".join(line.text for line in spy.lines)
    assert "7 van 11 zijn klaar" in text
    spy.lines.clear()
    render(Placing(BOARD, "Where?", 1, 11), language="en")
    assert "1 of 11 is ready" in " ".join(line.text for line in spy.lines)


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size.width()}x{size.height()}")
def test_every_name_of_a_team_can_be_read(spy: Spy, size: QSize) -> None:
    render(Reveal(BOARD, "Hier staan we", "Waar is het vol?", crowd(12, 12)), size)
    shown = {line.text for line in spy.lines}
    assert set(NAMES[:12]) <= shown


def test_twenty_five_names_in_one_spot_can_be_read(spy: Spy) -> None:
    for letter in ("A", "H", "L", "Y"):
        spy.lines.clear()
        render(Reveal(BOARD, "Hier staan we", "Waar is het vol?", crowd(25, 25, letter)))
        assert set(NAMES) <= {line.text for line in spy.lines}, letter


def test_a_long_name_is_cut_and_keeps_its_beginning(spy: Spy) -> None:
    for picture in (PICTURES["gap-same"], PICTURES["about-long"], PICTURES["reveal-25-long"]):
        spy.lines.clear()
        render(picture)
        assert LONG not in {line.text for line in spy.lines}
        assert any(line.text.startswith("Anne-Fleur") for line in spy.lines)


def test_names_are_shown_as_typed(spy: Spy) -> None:
    nasty = '<b>&<img src="x">'
    pawn = replace(crowd(1, 1)[0], name=nasty)
    render(Reveal(BOARD, nasty, nasty, (pawn,)))
    shown = " ".join(line.text for line in spy.lines)
    assert "<b>&<img" in shown
    assert nasty in {line.text for line in spy.lines}


def test_the_gap_says_who_speaks_first_and_no_number(spy: Spy) -> None:
    render(gap("R", "X", prompt="Waaraan zie je dat dan?"))
    shown = [line.text for line in spy.lines]
    text = " ".join(shown)
    assert "Eerst Samira" in text
    assert "Waaraan zie je dat dan?" in text
    assert "Dan Johan" in text
    assert text.index("Eerst Samira") < text.index("Dan Johan")
    assert "Samira ziet Johan hier" in shown
    assert not any(character.isdigit() for character in text)
    spy.lines.clear()
    render(gap("R", "X", mirror=True))
    assert "Johan ziet Samira hier" in [line.text for line in spy.lines]


def test_no_names_where_people_place_their_manager(spy: Spy) -> None:
    from gogrow.domain.public import About

    render(About(BOARD, "Johan", crowd(9, 9)))
    assert not set(NAMES) - {"Johan"} & {word for line in spy.lines for word in line.text.split()}


@pytest.mark.parametrize(
    ("left", "text", "gone"), [(240, "4:00", 0), (239.2, "4:00", 0), (180, "3:00", 1), (61, "1:01", 2), (0, "0:00", 4)]
)
def test_the_clock_counts_down_and_a_minute_that_has_gone_turns_pale(
    spy: Spy, left: float, text: str, gone: int
) -> None:
    from gogrow.ui.beamer.frame import frame_for
    from gogrow.ui.beamer.talk import _ring_middle

    image = render(Pairs("Waarom?", True, 0, PublicClock(4, left)))
    assert text in [line.text for line in spy.lines]
    theme = load_theme("light")
    frame, _ = frame_for(image.size().toSizeF(), theme, Texts("nl"), "nl")
    middle = _ring_middle(frame)
    diagonal = 256 * 0.5**0.5
    arcs = [
        image.pixelColor(round(middle.x() + dx * diagonal), round(middle.y() + dy * diagonal)).name()
        for dx, dy in ((1, -1), (1, 1), (-1, 1), (-1, -1))  # clockwise from twelve o'clock
    ]
    pale, full = theme.colour("line").name(), theme.colour("ink2").name()
    assert arcs == [pale] * gone + [full] * (4 - gone)


def test_a_running_clock_follows_the_time(spy: Spy) -> None:
    import datetime as dt

    ends = NOW + dt.timedelta(seconds=95)
    render(Pairs("Waarom?", False, 1, PublicClock(4, 0, ends)))
    assert {"1:35", "beurt 1"} <= {line.text for line in spy.lines}


def test_a_card_says_with_whom_how_long_and_how_many_slips(spy: Spy) -> None:
    render(PICTURES["card-long"])
    shown = [line.text for line in spy.lines]
    assert {"met het hele team", "12 minuten", "7 van 11"} <= set(shown)
    spy.lines.clear()
    render(PICTURES["card"])
    shown = [line.text for line in spy.lines]
    assert {"met z’n tweeën", "4 minuten"} <= set(shown)
    assert not any(" van " in text for text in shown)


HARD = ("explain", "placing", "plane-card", "argue-b", "views-named-14", "goals", "course-6")


@pytest.mark.parametrize(("size", "more"), [(SIZES[0], ()), (SIZES[1], ("argue-endless",))], ids=["1920", "1024"])
def test_the_largest_text_stays_in_the_picture_whole(spy: Spy, size: QSize, more: tuple[str, ...]) -> None:
    """Nothing lies over something else, nothing is under the floor, and no line is cut that was whole."""
    for name in (*HARD, *more):
        cut = []
        for scale in (1.0, BEAMER_SIZES[-1]):
            look(spy, name, size, ("nl",), scale)
            cut.append(sum("…" in line.text for line in spy.lines))
        assert cut[1] <= cut[0], name


LARGER = ("words", "card", "card-bare", "dilemma", "sentence", "argue", "poll", "goals-none")


@pytest.mark.parametrize("name", LARGER)
def test_larger_text_is_larger(spy: Spy, name: str) -> None:
    largest = []
    for scale in BEAMER_SIZES:
        look(spy, name, SIZES[0], ("nl",), scale)
        largest.append(max(line.pixels for line in spy.lines if len(line.text) > 2))
    assert largest[0] <= min(largest[1:])
    assert largest[2] >= 1.1 * largest[0]


def test_what_the_board_means_goes_before_larger_letters(spy: Spy) -> None:
    for name in ("explain", "placing"):
        look(spy, name, SIZES[0], ("nl",), BEAMER_SIZES[-1])
        assert any(line.text.startswith("Midden:") for line in spy.lines), name
