"""Workshops that follow others are read with those they follow, as far as these are there."""

from __future__ import annotations

from dataclasses import replace

from gogrow.domain.outcome import StepName
from gogrow.domain.workshop import Workshop
from gogrow.store.workspace import Workspace
from tests.store.making import workshop


def following(id: str, follows: str) -> Workshop:
    made = workshop(id)
    return replace(made, details=replace(made.details, follows=follows))


def test_earlier_ones_come_newest_first_and_never_in_a_circle(workspace: Workspace) -> None:
    for id, follows in (("a1", "a3"), ("a2", "a1"), ("a3", "a2")):
        workspace.create(following(id, follows), StepName("new"))
    assert [one.id for one in workspace.earlier("a3")] == ["a2", "a1"]


def test_one_that_was_removed_ends_the_row(workspace: Workspace) -> None:
    for id, follows in (("a1", ""), ("a2", "a1"), ("a3", "a2")):
        workspace.create(following(id, follows), StepName("new"))
    assert [one.id for one in workspace.earlier("a3")] == ["a2", "a1"]
    workspace.delete("a1", StepName("delete"))
    assert [one.id for one in workspace.earlier("a3")] == ["a2"]
    assert workspace.earlier("a2") == ()
