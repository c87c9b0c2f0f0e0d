"""The sheets of then of one person: those of this workshop and of the ones that it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gogrow.domain.rules import planning
from gogrow.domain.workshop import Workshop
from gogrow.texts import Texts


@dataclass(frozen=True, slots=True)
class Then:
    """A plan as it stood on paper, in its ``workshop`` as it was for this person.

    ``id`` is '' for the plan as it is now; ``words`` say which one it is.
    """

    id: str
    words: str
    workshop: Workshop


def then_and_now(workshop: Workshop, earlier: Sequence[Workshop], participant: str, texts: Texts) -> tuple[Then, ...]:
    """The plan as it is now, and those of then, the newest first. One that equals what is now is left out.

    ``earlier`` are the workshops that this one follows, the newest first; the same people have the same ids there.
    """
    found = [Then("", texts.t("The plan as it is now"), workshop)]
    for place, one in enumerate((workshop, *earlier)):
        if one.participant(participant) is None:
            continue
        for version in reversed(planning.versions_of(one, participant)):
            if place == 0 and version.plan == workshop.plan(participant):
                continue
            words = texts.t("As on {day}", day=texts.date(version.day))
            found.append(Then(f"{one.id}.{version.id}", words, planning.as_then(one, version)))
    return tuple(found)
