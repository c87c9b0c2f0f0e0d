"""A file is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gogrow.sheets.writing import Counter, PaperFault, write
from gogrow.texts import Texts
from tests.sheets.told import Told


def test_a_file_is_written_and_replaced_with_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "plan é 🌻.pdf"
    write(target, b"one")
    write(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_may_be_read_by_others_as_any_new_file(tmp_path: Path) -> None:
    write(tmp_path / "ours.pdf", b"")
    (tmp_path / "any.pdf").write_bytes(b"")
    assert (tmp_path / "ours.pdf").stat().st_mode == (tmp_path / "any.pdf").stat().st_mode


def test_a_place_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    (folder / "in").mkdir(parents=True)
    for target in (tmp_path / "weg" / "plan.pdf", folder, Path(os.devnull) / "plan.pdf"):
        with pytest.raises(PaperFault) as caught:
            write(target, b"x")
        assert (caught.value.code, caught.value.path) == ("target", target)
        assert target.name in caught.value.message(Texts("nl"))
        assert "kan niet worden bewaard" in caught.value.message(Texts("nl"))
        assert "cannot be written" in caught.value.message(Texts("en"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map"], "nothing is left beside it"


def test_a_counter_tells_and_stops() -> None:
    told = Told(2)
    counter = Counter(3, told)
    assert not counter.stopped
    assert counter.sheet()
    assert not counter.sheet()
    assert not counter.sheet(), "once stopped it stays so, and asks no more"
    assert told.calls == [(0, 3), (1, 3), (2, 3)]
    assert Counter(1, None).sheet()
