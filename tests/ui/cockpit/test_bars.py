"""The bar below the cockpit and the clock: large words that are never half there."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from gogrow.domain.rules import placing
from gogrow.domain.workshop import Workshop
from gogrow.ui.cockpit.big_button import BigButton
from gogrow.ui.cockpit.fitting import Fitted
from tests.sample import person
from tests.ui.cockpit.conftest import Cockpit, placed


def act(cockpit: Cockpit) -> BigButton:
    """The one next action."""
    button = cockpit.find("act")
    assert isinstance(button, BigButton)
    return button


def led_by(name: str) -> Workshop:
    """Everything is placed, and whoever leads has this name."""
    workshop = placed()
    johan = person(workshop, "Johan Terpstra")
    renamed = tuple(replace(p, name=name) if p.id == johan else p for p in workshop.participants)
    return placing.reveal(replace(workshop, participants=renamed), "now").workshop


def test_a_long_name_on_the_next_action_leaves_its_width_and_its_key_alone(
    make_cockpit: Callable[..., Cockpit],
) -> None:
    cockpit = make_cockpit(led_by("Wilhelmina-Alexandra-van-Hohenzollern-Sigmaringen-tot-Lippe & Zonen"))
    cockpit.alone()
    cockpit.go_to("reveal")
    wide = act(cockpit).width()
    cockpit.press("PageDown")
    words = act(cockpit).words()
    assert words.startswith("Wilhelmina-Alexandra")
    assert words.endswith(": druk op Enter")
    assert act(cockpit).width() == wide
    assert act(cockpit).accessibleName() == words
    middle = cockpit.page.bottom.mapTo(cockpit.page, act(cockpit).pos()).x()
    assert middle + wide <= cockpit.page.width() - 12, "the whole button is on the screen"


def test_an_ampersand_in_a_name_is_a_sign_and_no_shortcut(make_cockpit: Callable[..., Cockpit]) -> None:
    cockpit = make_cockpit(led_by("A&B"))
    cockpit.alone()
    cockpit.go_to("reveal")
    assert act(cockpit).words() == "A&B erbij"
    assert act(cockpit).shortcut().isEmpty()


@pytest.mark.parametrize("size", [1.0, 1.3])
def test_the_clock_is_smaller_before_it_is_cut(make_cockpit: Callable[..., Cockpit], size: float) -> None:
    cockpit = make_cockpit(placed(), text_size=size)
    cockpit.go_to("slips")
    clock = next(f for f in cockpit.page.findChildren(Fitted) if f.property("kind") == "clock")
    assert clock.shown() == "07:00"
    cockpit.after(3600 + 42 * 60)
    cockpit.page.refresh()
    assert clock.shown() == clock.text() == "+95:00"


def test_with_the_largest_letters_in_the_smallest_window_all_buttons_are_there(
    make_cockpit: Callable[..., Cockpit],
) -> None:
    cockpit = make_cockpit(placed(), text_size=1.3)
    cockpit.page.setMinimumSize(1024, 600)  # as the window does
    cockpit.page.resize(1024, 600)
    cockpit.alone()
    bottom = cockpit.page.bottom
    assert bottom.width() == 1024
    buttons = [cockpit.find(name) for name in ("back", "read-aloud", "quiet", "act")]
    assert all(one.isVisible() for one in buttons)
    edges = [(one.mapTo(bottom, one.rect().topLeft()).x(), one.width()) for one in buttons]
    assert all(left + wide <= after for (left, wide), (after, _) in itertools.pairwise(edges))
    assert edges[-1][0] + edges[-1][1] <= 1024 - 12, "the whole next action is on the screen"
