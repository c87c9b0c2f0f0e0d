"""What a job and its answers hold is let go of in the GUI thread: it may be a window."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gogrow.live.thread import StoreThread


class Held:
    """Something that must not end in another thread."""

    ended: list[threading.Thread] = []

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())


def holding(call: Callable[..., object]) -> Callable[..., object]:
    """A function that is the only one to hold something."""
    held = Held()

    def holds(*values: object) -> object:
        assert held
        return call(*values)

    return holds


def broken(*_: object) -> object:
    raise ValueError("no")


@pytest.mark.parametrize("job", [lambda: 1, broken])
def test_the_last_to_let_go_is_the_gui_thread(qtbot: QtBot, job: Callable[[], object]) -> None:
    Held.ended.clear()
    store, answers = StoreThread(), list[object]()
    for number in range(200):
        store.submit(holding(job), holding(answers.append), holding(answers.append))  # type: ignore[arg-type]
        qtbot.waitUntil(lambda number=number: len(answers) > number)  # type: ignore[misc]
    store.stop()
    store.deleteLater()
    answers.clear()
    assert len(Held.ended) >= 590
    assert set(Held.ended) == {threading.main_thread()}
