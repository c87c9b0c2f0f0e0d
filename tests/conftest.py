"""What every test gets: no screen needed, folders of its own, no animations, and nothing left behind."""

from __future__ import annotations

import os

# Before Qt is imported. A developer's own screen is left in peace, unless GOGROW_TEST_PLATFORM=xcb is set.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("GOGROW_TEST_PLATFORM", "offscreen")
os.environ["GOGROW_MOTION"] = "0"
os.environ["TZ"] = "Europe/Amsterdam"

import itertools
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from gogrow import paths
from gogrow.texts import compile_catalogues
from tests.house.leaks import QtMessages, Started, leaked_threads, leaked_windows, settle, windows

if hasattr(time, "tzset"):
    time.tzset()

# A slow machine is no fault of the code; what must be quick is measured by `make bench`.
settings.register_profile("house", deadline=None, database=None)
settings.load_profile("house")

_counter = itertools.count()


_qt_messages = pytest.StashKey[QtMessages]()
_started = pytest.StashKey[Started]()


def pytest_configure(config: pytest.Config) -> None:
    """Compile translations that are new, and make the guards' registers, once for a run.

    What is read outside a test (fixtures of a module) keeps its decks in a folder of this run, not in the user's.
    """
    compile_catalogues(paths.assets() / "i18n")
    cache = tempfile.TemporaryDirectory(prefix="gogrow-cache-")
    config.add_cleanup(cache.cleanup)
    os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = cache.name
    config.stash[_qt_messages] = QtMessages(config.getini("qt_log_ignore"))
    config.stash[_started] = Started()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Listen to Qt where pytest-qt has just stopped listening."""
    item.config.stash[_qt_messages].listen()


@pytest.fixture(autouse=True)
def _nothing_left_behind(pytestconfig: pytest.Config) -> Iterator[None]:
    """Fail the test that leaves windows, timers, animations, threads or complaints of Qt behind.

    Set up before all other fixtures of a test, so it looks when those are gone.
    """
    threads_before, windows_before = threading.enumerate(), windows()
    yield
    found = leaked_windows(windows_before)
    found += pytestconfig.stash[_started].take()
    found += leaked_threads(threads_before)
    settle()
    found += pytestconfig.stash[_qt_messages].take()
    if found:
        pytest.fail("left behind by this test:\n  " + "\n  ".join(found), pytrace=False)


@pytest.fixture(autouse=True)
def home(_nothing_left_behind: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own for each test: nobody's settings are read and nobody's files are touched."""
    folder = tmp_path_factory.getbasetemp() / f"home{next(_counter)}"
    runtime = folder / "run"
    runtime.mkdir(parents=True)
    runtime.chmod(0o700)
    for name, below in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        monkeypatch.setenv(name, str(folder / below))
    return folder


@pytest.fixture
def two_screens(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Environment for a program of its own with two real screens: LAPTOP 1280x800, then BEAMER 1920x1080.

    For tests marked ``xvfb``. ``xrandr --delmonitor BEAMER`` with this environment pulls the cable out, and
    ``xrandr --setmonitor BEAMER 1920/1600x1080/900+1280+0 none`` puts it back.
    """
    read, write = os.pipe()
    screen = ["-screen", "0", "3200x1080x24", "-noreset", "-nolisten", "tcp"]
    log = (tmp_path / "xvfb.log").open("wb")
    try:
        command = ["Xvfb", "-displayfd", str(write), *screen]
        server = subprocess.Popen(command, pass_fds=[write], stdout=log, stderr=log)
    except FileNotFoundError:
        pytest.fail("install xvfb, xauth and x11-xserver-utils (make test does, when it may)", pytrace=False)
    finally:
        os.close(write)
        log.close()
    with os.fdopen(read) as stream:
        display = stream.readline().strip()
    try:
        assert display, f"Xvfb did not start: {(tmp_path / 'xvfb.log').read_text()}"
        env = {**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        for monitor in (
            ["LAPTOP", "1280/340x800/210+0+0", "screen"],
            ["BEAMER", "1920/1600x1080/900+1280+0", "none"],
        ):
            subprocess.run(["xrandr", "--setmonitor", *monitor], env=env, check=True, capture_output=True)
        yield env
    finally:
        server.terminate()
        server.wait(10)


LONG = ("tests/journeys/test_killed.py", "tests/store/test_history.py", "tests/journeys/", "tests/verbs/test_demo.py")
"""What takes longest begins first, so that no core waits for another at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first; everything else in its own order."""
    items.sort(key=lambda item: next((at for at, start in enumerate(LONG) if item.nodeid.startswith(start)), len(LONG)))
