"""Whom a journey is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.driver import Facilitator


@pytest.fixture
def she(qapp: QApplication, home: Path) -> Iterator[Facilitator]:
    """A facilitator who never used the program."""
    made = Facilitator(qapp, home)
    yield made
    made.goes_home()
