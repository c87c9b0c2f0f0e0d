"""A workspace of its own for each test, and a second program that wants to write in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gogrow.domain.outcome import StepName
from gogrow.store.workspace import Workspace
from tests.store.making import workshop

NEW = StepName("new", {"title": "Team Zetten"})

_WRITER = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    connection.execute("UPDATE workshop SET title = 'stolen'")
except dbapi2.OperationalError as error:
    print(error.sqlite_errorname)
else:
    print("written")
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An open workspace with the workshop ``w1`` of three people in it."""
    made = Workspace.make(tmp_path / "work.gogrow")
    made.create(workshop(), NEW)
    yield made
    made.close()


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where a system has one: for tests that write much and try no disk."""
    memory = Path("/dev/shm")  # noqa: S108
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as name:
        yield Path(name)


@pytest.fixture
def other_program() -> Callable[[Path], str]:
    """Has another process write in a file: ``written``, or SQLite's name of the error."""

    def write(path: Path) -> str:
        done = subprocess.run([sys.executable, "-c", _WRITER, str(path)], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    return write
