"""An icon of the user's own is looked at before it is copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from gogrow.content.own_icons import IconRefused, add_icon
from gogrow.texts import Texts

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M3 3h18v18z"/></svg>'


def drawn(folder: Path, name: str, text: str = PLAIN) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_plain_icon_is_copied_under_a_name_that_is_free(tmp_path: Path) -> None:
    deck = tmp_path / "deck"
    assert add_icon(deck, drawn(tmp_path, "De Heftruck (2).svg")) == "de-heftruck-2"
    assert (deck / "icons" / "de-heftruck-2.svg").read_text(encoding="utf-8") == PLAIN
    assert add_icon(deck, drawn(tmp_path, "other.svg")) == "de-heftruck-2", "the same drawing is not copied twice"
    other = PLAIN.replace("M3", "M4")
    assert add_icon(deck, drawn(tmp_path, "anchor.svg", other)) == "anchor-2", "anchor comes with the program"
    assert sorted(file.name for file in (deck / "icons").iterdir()) == ["anchor-2.svg", "de-heftruck-2.svg"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.svg", PLAIN.replace("<path", '<image href="x.png"/><path'), "shapes"),
        ("a.svg", PLAIN + "<!-- " + "x" * 70_000 + " -->", "shapes"),
        ("a.svg", "no drawing", "shapes"),
        ("a.jpg", PLAIN, "kind"),
    ],
)
def test_another_picture_is_refused_in_words_and_nothing_is_copied(
    tmp_path: Path, name: str, text: str, code: str
) -> None:
    with pytest.raises(IconRefused) as refused:
        add_icon(tmp_path / "deck", drawn(tmp_path, name, text))
    assert refused.value.code == code
    assert name in refused.value.message(Texts("nl"))
    assert not (tmp_path / "deck").exists()


def test_a_picture_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(IconRefused) as refused:
        add_icon(tmp_path / "deck", tmp_path / "gone.svg")
    assert "gone.svg" in refused.value.message(Texts("en"))
