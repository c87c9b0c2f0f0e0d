"""The way back from a page that does without a workshop."""

from __future__ import annotations

from gogrow.ui.pages import Trail


def test_one_goes_back_to_where_one_came_from() -> None:
    trail = Trail()
    assert trail.back() == "home"
    for came_from in ("home", "prepare", "cockpit"):
        trail.step(came_from)
        trail.step("cards")
        trail.step("cards")  # made anew, in another language
        assert trail.back() == came_from
        trail.step(came_from)
        assert trail.back() == "home"
