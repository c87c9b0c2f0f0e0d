"""A mistake of the program leaves the workshop open, and no name in the log."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gogrow.ui.crash import FILE, ROOM, Crashes, close_log, open_log, where

NAME = "Samira El Idrissi"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = open_log(tmp_path / "new" / "log")
    assert handler is not None
    yield tmp_path / "new" / "log" / FILE
    close_log(handler)


def fails(name: str) -> None:
    raise ValueError(f"note of {name}", {"parameters": name})


def caught(crashes: Crashes) -> None:
    """Let an exception go all the way up to the hook."""
    try:
        fails(NAME)
    except ValueError as error:
        crashes.caught(type(error), error, error.__traceback__)


def test_the_log_says_where_and_never_what(qtbot: QtBot, qapp: QApplication, log: Path) -> None:
    crashes = Crashes()
    with qtbot.waitSignal(crashes.happened):
        caught(crashes)
    text = log.read_text(encoding="utf-8")
    assert "ERROR ValueError" in text
    assert "tests/ui/test_crash.py:" in text
    assert "Samira" not in text
    assert "note of" not in text
    assert str(Path.cwd()) not in text


def test_chained_exceptions_and_a_mistake_in_a_statement_keep_their_words_out(log: Path) -> None:
    from sqlalchemy.exc import StatementError

    crashes = Crashes()
    try:
        try:
            fails(NAME)
        except ValueError as error:
            raise StatementError(NAME, "INSERT", {"name": NAME}, error) from error
    except StatementError as error:
        crashes.caught(type(error), error, error.__traceback__)
    text = log.read_text(encoding="utf-8")
    assert "sqlalchemy.exc.StatementError" in text
    assert "Samira" not in text


def test_what_is_filled_in_or_goes_along_is_left_out(log: Path) -> None:
    logger = logging.getLogger("gogrow.anything")
    logger.error("could not keep %s", NAME)
    try:
        fails(NAME)
    except ValueError:
        logger.exception("with a traceback")
    text = log.read_text(encoding="utf-8")
    assert "could not keep %s" in text
    assert "with a traceback" in text
    assert "Samira" not in text


def test_qt_speaks_only_by_the_name_of_its_class(log: Path) -> None:
    crashes = Crashes()
    context = QMessageLogContext()
    for message in (f"QFile::open: {NAME} cannot be opened", f"{NAME}: bad", "QPainter::begin(): x", ""):
        crashes._qt(QtMsgType.QtWarningMsg, context, message)
    text = log.read_text(encoding="utf-8")
    assert "QFile::open" in text
    assert "QPainter::begin" in text
    assert "Samira" not in text
    assert len(text.splitlines()) == 4


def test_threads_are_heard_and_everything_is_given_back(qtbot: QtBot, qapp: QApplication, log: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    crashes = Crashes()
    crashes.install()
    try:
        assert sys.excepthook == crashes.caught
        with qtbot.waitSignal(crashes.happened):
            thread = threading.Thread(target=fails, args=(NAME,))
            thread.start()
            thread.join()
    finally:
        crashes.restore()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert "Samira" not in log.read_text(encoding="utf-8")


def test_the_log_stays_small(log: Path) -> None:
    logger = logging.getLogger("gogrow")
    for _ in range(5 * ROOM // 100):
        logger.info("x" * 100)
    files = list(log.parent.iterdir())
    assert len(files) == 3
    assert all(file.stat().st_size <= ROOM + 200 for file in files)


def test_a_folder_that_cannot_be_written_means_no_log(tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("")
    assert open_log(tmp_path / "wall" / "log") is None
    close_log(None)


def test_where_names_each_frame() -> None:
    with pytest.raises(ValueError) as caught:
        fails(NAME)
    assert where(caught.type, caught.tb).count("tests/ui/test_crash.py:") == 2
