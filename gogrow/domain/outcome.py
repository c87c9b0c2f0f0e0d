"""What a rule answers: the workshop after it, and whether it is a step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gogrow.domain.workshop import Workshop


class RuleBroken(Exception):
    """An action that the rules of a workshop do not allow. ``code`` names the sentence that the user gets."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class StepName:
    """The name of an undo step: a code that has a text in both languages, and what fills it in."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a rule.

    With a ``step`` the change of recorded content can be undone. Without one it can not, and whatever the history
    still holds of the rows it changed is purged; ``purge`` names further rows (table, row id) to purge, and ``unsaid``
    pairs (owner, other) of whom no step may know a talk any more.
    """

    workshop: Workshop
    step: StepName | None = None
    purge: frozenset[tuple[str, str]] = frozenset()
    unsaid: frozenset[tuple[str, str]] = frozenset()
