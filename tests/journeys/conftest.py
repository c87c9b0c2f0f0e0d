"""Whom a journey is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Facilitator


@pytest.fixture
def she(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Facilitator]:
    """A facilitator who never used the program."""
    made = Facilitator(qtbot, qapp, monkeypatch, home)
    yield made
    made.leaves()
