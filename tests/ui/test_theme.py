"""The themes: every token there, legible, and used by a style sheet that Qt can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from gogrow import paths
from gogrow.domain.people import PAWN_COLOURS
from gogrow.ui import theme as themes
from gogrow.ui.theme import contrast, load_fonts, load_theme, motion, set_motion, stylesheet

TEXT_ON = {
    "light": [("ink", "paper", 15.3), ("ink2", "paper", 7.8), ("act", "paper", 7.6), ("ok", "paper", 7.3)],
    "dark": [("ink", "paper", 15.3), ("ink2", "paper", 10.7), ("act", "paper", 9.1), ("ok", "paper", 10.8)],
    "black": [("ink", "paper", 21.0), ("ink2", "paper", 21.0), ("act", "paper", 21.0), ("ok", "paper", 21.0)],
}
MORE = {
    "light": [("acttext", "act", 8.1), ("ink", "actsoft", 13.6), ("edge", "paper", 3.7), ("edge", "sheet", 3.7)],
    "dark": [("acttext", "act", 9.1), ("ink", "actsoft", 11.6), ("edge", "paper", 6.0), ("edge", "sheet", 3.7)],
    "black": [("acttext", "act", 21.0), ("ink", "actsoft", 21.0), ("edge", "paper", 21.0)],
}


def test_contrast_knows_the_ends_of_its_scale() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", themes.THEMES)
def test_all_text_is_legible(name: str) -> None:
    theme = load_theme(name)
    for text, ground, least in TEXT_ON[name] + MORE[name]:
        measured = contrast(theme.colour(text), theme.colour(ground))
        assert round(measured, 1) >= least, f"{text} on {ground}: {measured:.2f}"
    for text in ("ink", "ink2"):
        assert contrast(theme.colour(text), theme.colour("sheet")) >= 7
    assert contrast(theme.colour("blacktext"), theme.colour("black")) >= 7


@pytest.mark.parametrize("name", themes.THEMES)
def test_words_stand_out_on_every_field_and_beside_it(name: str) -> None:
    theme = load_theme(name)
    assert set(theme.fields) == {"know", "flow", "glow", "grow"}
    for colours in theme.fields.values():
        assert contrast(theme.colour("ink"), colours.fill) >= 7
        assert contrast(colours.text, theme.colour("paper")) >= 7.3
    assert theme.field("of another deck").fill == theme.colour("raised")


@pytest.mark.parametrize("name", themes.THEMES)
def test_pawns_are_legible_and_stand_out(name: str) -> None:
    theme = load_theme(name)
    assert set(theme.pawns) == {*PAWN_COLOURS, themes.NEUTRAL_PAWN}
    for colour in theme.pawns.values():
        assert contrast(theme.pawn_text, colour) >= 7.7
        assert contrast(colour, theme.pawn_seen) >= 7.7
        for field in theme.fields.values():
            edge = theme.pawn_outline or colour
            assert round(contrast(edge, field.fill), 1) >= 3.5
    assert theme.pawn("") == theme.pawn("slate") == theme.pawn("no such colour")


def test_a_colour_is_the_caller_s_own() -> None:
    theme = load_theme("light")
    theme.colour("ink").setAlpha(1)
    assert theme.colour("ink").alpha() == 255
    assert theme.colour("paper", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    with pytest.raises(KeyError):
        theme.colour("pink")
    with pytest.raises(KeyError):
        load_theme("neon")


def test_no_text_on_the_beamer_is_under_a_28th_of_its_height() -> None:
    for key, value in load_theme("light").measures.items():
        if key.startswith("beamer.") and key not in {
            "beamer.margin", "beamer.step1", "beamer.step2", "beamer.step3"
        }:  # fmt: skip
            assert value >= 1080 / 28, key


@pytest.fixture
def styled(qtbot: QtBot, qapp: QApplication) -> Iterator[QApplication]:
    load_fonts()
    yield qapp
    qapp.setStyleSheet("")


@pytest.mark.parametrize("name", themes.THEMES)
def test_the_style_sheet_reaches_the_widgets(styled: QApplication, qtbot: QtBot, name: str) -> None:
    theme = load_theme(name)
    styled.setStyleSheet(stylesheet(theme))
    button = QPushButton("Laat zien")
    button.setProperty("kind", "act")
    qtbot.addWidget(button)
    button.resize(220, 52)
    button.show()
    assert button.sizeHint().height() >= 44
    assert QFontInfo(button.font()).family() == theme.family
    picture = button.grab().toImage()
    assert picture.pixelColor(110, 8) == theme.colour("act")
    toggle = QCheckBox("Blind")
    toggle.setProperty("toggle", True)
    toggle.setChecked(True)
    qtbot.addWidget(toggle)
    toggle.show()
    shown = toggle.grab().toImage()
    assert any(shown.pixelColor(x, shown.height() // 2) == theme.colour("ok") for x in range(4, 40)), (
        "the picture of the switch is there"
    )


@pytest.mark.parametrize("name", themes.THEMES)
def test_every_colour_in_the_style_sheet_is_a_token(name: str) -> None:
    theme = load_theme(name)
    known = {colour.name() for colour in theme.colours.values()}
    text = stylesheet(theme)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) <= known
    assert "$" not in text
    template = (paths.assets() / "theme" / "window.qss").read_text(encoding="utf-8")
    assert not re.findall(r"font-size: *[0-9]", template), "letters grow with the user's choice"
    for image in re.findall(r'url\("([^"]+)"\)', text):
        file = paths.assets() / "theme" / name / image.rsplit("/", 1)[1]
        colours = {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}", file.read_text())}
        assert colours <= known, file


def test_the_fonts_are_there_in_four_weights(styled: QApplication) -> None:
    family = load_theme("light").family
    assert {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)} == {500, 600, 700, 800}
    for weight in (500, 600, 700, 800):
        info = QFontInfo(load_theme("light").font(40, weight))
        assert (info.family(), info.weight(), info.pixelSize()) == (family, weight, 40)


def test_motion_is_off_when_the_user_or_the_environment_says_so(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = load_theme("light")
    assert not motion()
    assert theme.ms("reveal") == 0
    monkeypatch.delenv("GOGROW_MOTION")
    assert motion()
    assert theme.ms("reveal") == 240
    assert max(theme.durations.values()) < 400
    set_motion(False)
    assert not motion()
    set_motion(True)
    assert motion()
