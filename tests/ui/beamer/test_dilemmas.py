"""The pictures of dilemmas: whole cards, dots that can be counted, no number, no mean, no name but who says so."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gogrow.domain.deck import DilemmaCard
from gogrow.domain.public import (
    Argue,
    CoursePage,
    Dilemma,
    Goals,
    Picture,
    Poll,
    PublicClock,
    PublicView,
    Sentence,
    Views,
    poles_of,
)
from gogrow.texts import Texts
from gogrow.ui.beamer import course as course_page
from gogrow.ui.beamer.frame import Frame, frame_for
from gogrow.ui.beamer.line import Dots, pin_height
from gogrow.ui.beamer.spoken import describe
from gogrow.ui.beamer.standing import gather
from gogrow.ui.beamer.view import render_view
from gogrow.ui.theme import load_fonts, load_theme
from tests.koers import koerskaart
from tests.ui.beamer.dilemma_views import LONGER, NAMES, NOW, QUESTION, SENTENCE, SHORT, course, dilemma_views, voices
from tests.ui.beamer.spying import Spy

FULL, SQUARE = QSize(1920, 1080), QSize(1024, 768)
VIEWS = {name: picture for name, picture in dilemma_views().items() if isinstance(picture, Views)}


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Spy:
    return Spy(monkeypatch)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def render(picture: Picture, size: QSize = FULL, language: str = "nl", scale: float = 1.0) -> QImage:
    view = PublicView(language, picture)
    return render_view(view, size, load_theme("light"), Texts(language), NOW, text_scale=scale)


def frame(size: QSize = FULL, theme: str = "light") -> Frame:
    return frame_for(QSizeF(size), load_theme(theme), Texts("nl"), "nl")[0]


def words(text: str) -> list[str]:
    """The words of a text as they may stand in lines."""
    return text.replace("-", " ").split()


def said(language: str, picture: Picture) -> str:
    return " ".join(describe(PublicView(language, picture), Texts(language)))


def longest(language: str) -> list[DilemmaCard]:
    """The cards with most to read."""
    cards = koerskaart().dilemmas[language]
    return sorted(cards, key=lambda c: len(c.situation + c.a + c.b + c.a_reason + c.b_reason))[-4:]


@pytest.mark.parametrize("size", [FULL, SQUARE, QSize(1280, 720)], ids=lambda size: f"{size.width()}")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_of_a_card_is_there(spy: Spy, language: str, size: QSize) -> None:
    for poles in [*(poles_of(card) for card in longest(language)), LONGER]:
        for picture in (Dilemma(poles), Dilemma(poles, 3, 14), Argue(poles, "a", 1, PublicClock(2, 60), QUESTION)):
            spy.lines.clear()
            render(picture, size, language)
            assert "…" not in spy.words
            told = [poles.title, poles.a, poles.b]
            if isinstance(picture, Dilemma):
                told += [poles.situation, poles.a_reason, poles.b_reason]
            shown = words(spy.words.replace("- ", ""))
            for text in told:
                assert set(words(text)) <= set(shown) | set(words(spy.words)), text


def test_a_blind_round_says_what_the_cards_mean_and_how_many_are_in(spy: Spy) -> None:
    render(Dilemma(SHORT, 9, 14))
    shown = [line.text for line in spy.lines]
    assert "9 van 14" in shown
    assert shown.index("helemaal A") < shown.index("eerder A") < shown.index("allebei") < shown.index("helemaal B")
    spy.lines.clear()
    render(Dilemma(SHORT))
    assert not any(character.isdigit() for character in spy.words)


@pytest.mark.parametrize("name", list(VIEWS))
def test_where_the_group_stands_has_no_number_and_no_share(spy: Spy, name: str) -> None:
    render(VIEWS[name])
    assert not any(character.isdigit() or character in "%½" for character in spy.words)


def middles(dots: Dots) -> list[tuple[float, float]]:
    return [(p.x(), p.y()) for p in (*dots.middles(dots.before, -1), *dots.middles(dots.after, 1))]


@pytest.mark.parametrize("size", [FULL, SQUARE], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", [name for name in VIEWS if "500" not in name])
def test_every_voice_has_a_dot_that_stands_free(name: str, size: QSize) -> None:
    picture, on = VIEWS[name], frame(size)
    made = gather(picture, on)
    found = middles(made.dots)
    assert len(found) == sum(picture.before) + sum(picture.after)
    radius, line = made.dots.radius, made.dots.ruler
    assert radius >= 9
    for (x, y), (x2, y2) in itertools.combinations(found, 2):
        assert math.hypot(x - x2, y - y2) >= 2 * radius
    for x, y in found:
        assert line.left <= x - radius
        assert x + radius <= line.right
        assert made.poles + max(made.a.height, made.b.height) < y - radius
        assert y + radius < made.legend[0][2].y()
        step = min(range(5), key=lambda step: abs(line.place(step) - x))
        counts = picture.before if y < line.y else picture.after
        assert counts[step] > 0, "nearest to a place that nobody chose"


@pytest.mark.parametrize("size", [FULL, SQUARE], ids=["wide", "narrow"])
@pytest.mark.parametrize("pawn", [0.0, 0.13, 0.25, 0.36, 0.5, 0.8, 1.0])
def test_the_pin_stands_where_the_group_put_it_and_covers_no_dot(pawn: float, size: QSize) -> None:
    for before, after in (
        ((2, 4, 1, 2, 5), (0, 3, 6, 4, 1)),
        ((0, 14, 0, 0, 0), ()),
        ((3, 30, 12, 9, 6), (60, 0, 0, 0, 0)),
    ):
        picture = Views(SHORT, before, after, pawn, "live")
        made = gather(picture, frame(size))
        assert made.pin is not None
        radius, tip, stem = made.pin
        line = made.dots.ruler
        assert tip.x() == pytest.approx(line.place(0) + pawn * (line.place(4) - line.place(0)))
        assert tip.y() + stem == pytest.approx(line.y - 8)
        head = tip.y() - 2.105 * radius
        for x, y in middles(made.dots):
            assert math.hypot(x - tip.x(), y - head) >= radius + made.dots.radius - 1
        top = tip.y() - pin_height(radius)
        assert top > 150
        for box in _pole_boxes(made.poles, made.a.width, made.b.width, max(made.a.height, made.b.height), frame(size)):
            assert not box.intersects(QRectF(tip.x() - radius, top, 2 * radius, 2 * radius))


def _pole_boxes(y: float, a: float, b: float, height: float, on: Frame) -> list[QRectF]:
    left, right = on.inset + on.margin, on.width - on.inset - on.margin
    return [QRectF(left, y, a, height), QRectF(right - b, y, b, height)]


def test_the_few_are_as_large_as_the_many_and_before_as_large_as_after() -> None:
    made = gather(Views(SHORT, (59, 0, 0, 0, 1), (0, 0, 1, 0, 59)), frame())
    assert {pile.pitch for pile in (*made.dots.before, *made.dots.after)} == {made.dots.pitch}


def test_the_legend_is_only_of_what_is_there(spy: Spy) -> None:
    def legend(picture: Views) -> set[str]:
        spy.lines.clear()
        render(picture)
        signs = {"eerst", "na het gesprek", "hier komen we samen uit", "daar zijn we het over eens"}
        return signs & {line.text for line in spy.lines}

    assert legend(Views(SHORT, (1, 2, 0, 0, 2))) == {"eerst"}
    assert legend(Views(SHORT, (), (1, 2, 0, 0, 2))) == {"na het gesprek"}
    assert legend(Views(SHORT, (), (), 0.4)) == {"hier komen we samen uit"}
    assert len(legend(Views(SHORT, (1, 2, 0, 0, 2), (0, 3, 2, 0, 0), 0.4, "agree"))) == 4


@pytest.mark.parametrize("size", [FULL, SQUARE], ids=["wide", "narrow"])
def test_names_stand_at_dots_of_those_who_say_so(spy: Spy, size: QSize) -> None:
    for picture in (VIEWS["views-named"], VIEWS["views-named-after"], VIEWS["views-named-14"]):
        spy.lines.clear()
        render(picture, size)
        for name in (voice.name for voice in picture.names):
            assert name in spy.words or name[:7] in spy.words, name
        spy.lines.clear()
        render(replace(picture, names=()), size)
        assert not set(NAMES) & set(spy.words.replace(",", " ").split())


def test_a_tag_stands_beside_a_dot_of_its_place() -> None:
    picture = VIEWS["views-named"]
    made = gather(picture, frame())
    assert made.named is not None
    assert len(made.named.tags) == len(picture.names)
    line, found = made.dots.ruler, middles(made.dots)
    for (box, name), voice in zip(made.named.tags, picture.names, strict=True):
        assert name == voice.name
        assert abs(box.center().x() - line.place(voice.view - 1)) < line.bin / 2
        assert any(0 < box.left() - x < made.dots.pitch and abs(box.center().y() - y) < 1 for x, y in found)
    assert not any(a.intersects(b) for (a, _), (b, _) in itertools.combinations(made.named.tags, 2))


def test_who_sits_left_argues_what_was_drawn(spy: Spy) -> None:
    def where(left: str, text: str) -> float:
        spy.lines.clear()
        render(Argue(SHORT, left, 1 if left else 2, PublicClock(2, 60)))
        return next(line.box.x() for line in spy.lines if line.text == text)

    assert where("a", "A") < 300
    assert where("b", "A") > 1600
    assert where("a", "Wie links zit:") < 400
    assert where("", "Nu vrij: wat vind je zelf?") < 200
    spy.lines.clear()
    render(Argue(SHORT, "", 0, PublicClock(2, 120)))
    assert {"Eerst loten we de kanten.", "2:00"} <= {line.text for line in spy.lines}


def test_a_fact_has_its_source(spy: Spy) -> None:
    render(Argue(SHORT, "a", 1, PublicClock(2, 60), fact="Leren gaat meestal vanzelf", source="004"))
    assert {"Leren gaat meestal vanzelf.", "Bron: 004"} <= {line.text for line in spy.lines}
    spy.lines.clear()
    render(Argue(SHORT, "a", 1, PublicClock(2, 60)))
    assert "Bron" not in spy.words


def test_a_sentence_is_asked_for_and_then_read_back(spy: Spy) -> None:
    render(Sentence(SHORT, ""))
    assert {"Wat is onze zin?", "De robot"} <= {line.text for line in spy.lines}
    spy.lines.clear()
    render(Sentence(SHORT, SENTENCE, ("samen leren",)))
    assert set(SENTENCE.split()) <= set(spy.words.split())
    assert "samen leren" in spy.words
    assert max(line.pixels for line in spy.lines if "machine" in line.text) >= 96


def test_goals_are_told_in_words_too(spy: Spy) -> None:
    render(
        Goals("Gezond door", 0, 2, (("De robot", "helps"), ("Van het dak", "rubs"), ("De hond", "apart"), ("Nee", "")))
    )
    shown = [line.text for line in spy.lines]
    assert {"helpt", "schuurt", "staat los", "Doel 1 van 2", "Gezond door"} <= set(shown)
    spy.lines.clear()
    render(Goals("", 0, 0, (), ("Zeg eerder wat er komt",)))
    assert "Wat zou de organisatie moeten willen?" in spy.words
    assert "Zeg eerder wat er komt" in spy.words


@pytest.mark.parametrize("size", [FULL, SQUARE], ids=["wide", "narrow"])
@pytest.mark.parametrize("count", range(1, 9))
def test_the_course_has_every_dilemma_and_every_dot(spy: Spy, count: int, size: QSize) -> None:
    made = course(count)
    page = course_page.lay_out(made, frame(size))
    assert len(page.rows) == count
    boxes = []
    for row in page.rows:
        assert row.dots is not None
        assert len(middles(row.dots)) == sum(row.line.before) + sum(row.line.after)
        assert row.dots.radius >= 3.5
        x, y = [p[0] for p in middles(row.dots)], [p[1] for p in middles(row.dots)]
        boxes.append(QRectF(min(x), min(y), max(x) - min(x), max(y) - min(y)))
    assert not any(a.intersects(b) for a, b in itertools.combinations(boxes, 2))
    render(CoursePage(made), size)
    shown = spy.words
    assert "Onze koers" in shown
    assert "Hier zijn we het eens" in shown
    assert ("Hier verschillen we" in shown) == (count > 1)
    assert ("Dit schuurt" in shown) == (count > 1)
    assert "Dit vragen we" in shown
    for line in made.lines:
        assert line.title.split()[0] in shown
    if count <= 3:
        assert shown.count("nieuwe machine") >= count, "with few there is room for the sentences"


def test_what_one_voice_left_is_not_on_the_course(spy: Spy) -> None:
    made = course(2)
    lines = tuple(replace(line, differing="Ik zie dat heel anders.") for line in made.lines)
    assert render(CoursePage(replace(made, lines=lines))) == render(CoursePage(made))


def test_the_poll_has_numbers_first_and_dots_then(spy: Spy) -> None:
    render(Poll("Wat wil jij hierna?", (), 9, 14))
    shown = [line.text for line in spy.lines]
    assert [text for text in shown if text.isdigit()] == ["1", "2", "3", "4", "5"]
    assert {"een gesprek", "een cursus", "een dag meekijken", "een coach", "nu niets", "9 van 14"} <= set(shown)
    spy.lines.clear()
    image = render(Poll("Wat wil jij hierna?", (3, 1, 6, 0, 4)))
    assert not any(character.isdigit() for character in spy.words)
    assert image != render(Poll("Wat wil jij hierna?", (3, 1, 6, 1, 3)))


def test_a_screen_reader_hears_how_many_stand_where() -> None:
    picture = Views(SHORT, (2, 0, 1, 0, 3), (0, 6, 0, 0, 0), 0.3, "differ", voices(1))
    assert said("nl", picture) == (
        "De robot eerst: helemaal A 2, allebei 1, helemaal B 3. na het gesprek: eerder A 6. "
        "hier komen we samen uit: eerder A. we verschillen, en dat mag. Anja."
    )
    assert "Er komt een nieuwe machine." in said("nl", Dilemma(SHORT, 9, 14))
    assert "9 van 14 zijn klaar" in said("nl", Dilemma(SHORT, 9, 14))
    assert "If you sit left: B. Ik kijk eerst" in said("en", Argue(SHORT, "b", 1, PublicClock(2, 60)))
    assert said("nl", Sentence(SHORT, "Wij kijken eerst.", ("rust",))) == "Wij kijken eerst. De robot. rust."
    assert "Koffie bij mevrouw Bos" in said("nl", CoursePage(course(3)))
    assert "een cursus: 1" in said("nl", Poll("Wat?", (3, 1, 6, 0, 4)))


@pytest.mark.parametrize("name", list(dilemma_views()))
def test_larger_text_still_fits(spy: Spy, name: str) -> None:
    render(dilemma_views()[name], scale=1.2)
    for line in spy.lines:
        assert QRectF(0, 0, 1920, 1080).contains(line.box), line
