"""The voice, with the engine that Qt has for trying: says, stops, picks a language, and is missed without a fault."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from gogrow.ui.settings import SPEEDS
from gogrow.ui.speech import RATES, Speaker


@pytest.fixture
def speaker(qtbot: QtBot) -> Iterator[Speaker]:
    made = Speaker(engines=("mock",))
    yield made
    made.stop()
    made.deleteLater()


def test_it_speaks_and_says_when_it_is_done(qtbot: QtBot, speaker: Speaker) -> None:
    heard: list[bool] = []
    speaker.speaking_changed.connect(heard.append)
    with qtbot.waitSignal(speaker.speaking_changed, check_params_cb=lambda speaking: not speaking):
        assert speaker.say(("One.", "Two."), "en")
        assert speaker.speaking
    assert heard == [True, False]
    assert not speaker.speaking


def test_it_stops_at_once_and_speaks_again(qtbot: QtBot, speaker: Speaker) -> None:
    for _ in range(3):
        assert speaker.say(("A long text with many words that takes a while.",) * 9, "en")
        assert speaker.speaking
        speaker.stop()
        assert not speaker.speaking
    assert speaker.say(("Something else.",) * 9, "en")
    assert speaker.say(("And again.",), "en")  # instead of the one before
    assert speaker.speaking
    qtbot.waitUntil(lambda: not speaker.speaking)


def test_the_voice_is_one_for_the_language(speaker: Speaker) -> None:
    found = speaker.voice_for("en")
    assert found is not None
    assert found == ("mock", QLocale("en_GB"))


def test_without_a_voice_for_a_language_nothing_is_said(speaker: Speaker) -> None:
    assert speaker.voice_for("nl") is None
    assert not speaker.say(("Hallo.",), "nl")
    assert not speaker.speaking


def test_no_engine_at_all_and_one_that_does_not_start(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere/at/all")  # no helper of the system is started
    for engines in ((), ("speechd",)):
        made = Speaker(engines=engines)
        assert made.voice_for("en") is None
        assert not made.say(("Hello.",), "en")
        made.deleteLater()


def test_a_missing_module_is_no_voice(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> ModuleType:
        if name == "PySide6.QtTextToSpeech":
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    made = Speaker(engines=("mock",))
    assert made.voice_for("en") is None
    assert not made.say(("Hello.",), "en")
    made.deleteLater()


def test_every_speed_of_the_settings_has_a_rate(speaker: Speaker) -> None:
    assert set(RATES) == set(SPEEDS)
    assert RATES["slow"] < RATES["normal"] < RATES["quick"]
    speaker.set_speed("quick")
    assert speaker.say(("One. Two.",), "en")
    voice = speaker._voice
    assert voice is not None
    assert voice.rate() == pytest.approx(RATES["quick"])
    speaker.set_speed("slow")
    assert voice.rate() == pytest.approx(RATES["slow"])
