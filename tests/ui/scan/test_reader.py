"""The thread that reads codes: it drops what it has no time for, and it ends."""

from __future__ import annotations

import threading

from PIL import Image
from pytestqt.qtbot import QtBot

from gogrow.ui.scan.reader import Look, Reader
from tests.ui.scan.conftest import before

CODE = "GOGROW:6R4A-5NMA"


def test_a_look_brings_the_codes_and_a_small_picture_as_in_a_mirror(qtbot: QtBot) -> None:
    reader = Reader()
    view = before(CODE)
    view.paste(0, (0, 0, 60, 720))
    with qtbot.waitSignal(reader.looked, timeout=20_000) as heard:
        reader.offer(lambda: view)
    reader.close()
    assert heard.args is not None
    look = heard.args[0]
    assert isinstance(look, Look)
    assert look.codes == (CODE,)
    assert (look.picture.width(), look.picture.height()) == (720, 405)
    assert look.picture.pixelColor(715, 200).lightness() < 20
    assert look.picture.pixelColor(5, 200).lightness() > 80
    assert view.size == (1280, 720), "the frame itself is left as it is"


def test_frames_are_dropped_while_it_is_busy(qtbot: QtBot) -> None:
    reader, go_on = Reader(), threading.Event()
    taken: list[int] = []

    def slow() -> Image.Image:
        taken.append(1)
        go_on.wait(20)
        return Image.new("L", (64, 48))

    with qtbot.waitSignal(reader.looked, timeout=20_000):
        for _ in range(50):
            reader.offer(slow)
        go_on.set()
    reader.close()
    assert len(taken) == 1


def test_a_frame_with_nothing_in_it_is_passed_over(qtbot: QtBot) -> None:
    reader = Reader()
    looks: list[Look] = []
    taken: list[int] = []
    reader.looked.connect(looks.append)

    def nothing_first() -> Image.Image | None:
        taken.append(1)
        return before(CODE) if len(taken) > 1 else None

    def shown() -> bool:
        reader.offer(nothing_first)
        return bool(looks)

    qtbot.waitUntil(shown, timeout=20_000)
    reader.close()


def test_after_closing_nothing_is_told_and_the_thread_ends(qtbot: QtBot) -> None:
    reader, begun, go_on = Reader(), threading.Event(), threading.Event()
    looks: list[object] = []
    reader.looked.connect(looks.append)

    def slow() -> Image.Image:
        begun.set()
        go_on.wait(20)
        return before(CODE)

    reader.offer(slow)
    qtbot.waitUntil(begun.is_set)
    reader.close()
    go_on.set()
    reader._thread.join(20)
    assert not reader._thread.is_alive()
    reader.offer(lambda: before(CODE))
    qtbot.wait(0)
    assert not looks


def test_a_small_code_is_found_by_a_look_that_takes_its_time(qtbot: QtBot) -> None:
    """As it is, the first look misses it."""
    from PIL import ImageFilter

    from gogrow.content.scanning import codes_of

    view = before(CODE).resize((560, 315)).filter(ImageFilter.GaussianBlur(0.9))
    assert codes_of(view, once=True) == []
    assert codes_of(view) == [CODE]
    reader = Reader()
    looks: list[Look] = []
    reader.looked.connect(looks.append)

    def found() -> bool:
        reader.offer(lambda: view)
        return any(look.codes for look in looks)

    qtbot.waitUntil(found, timeout=20_000)
    reader.close()
    assert looks[-1].codes == (CODE,)
