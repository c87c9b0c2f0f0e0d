"""Makes the sample of the newest version: ``python -m tests.store.samples.make``.

Once the version is released its sample is never made again.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gogrow.domain.dilemmas import DilemmaStage
from gogrow.domain.outcome import StepName
from gogrow.domain.workshop import PlanStep, Workshop
from gogrow.store import opening
from gogrow.store.workspace import Workspace
from tests.store.making import full, place, workshop

SAMPLES = Path(__file__).parent


def contents(version: int = opening.FORMAT) -> tuple[Workshop, ...]:
    """What is in the sample of a version, in the order of the list: as much of it as that version knew."""
    first = place("p1", 0.25)(workshop("w1")).workshop
    second = full("w2", "één")
    if version < 2:
        stage = replace(second.stage, dilemma=DilemmaStage())
        nothing = dict.fromkeys(("dilemmas", "views", "named_views", "goal_views", "requests"), ())
        second = replace(second, stage=stage, **nothing)  # type: ignore[arg-type]
    if version < 3:
        second = replace(second, hand=())
    if version < 4:
        details = replace(second.details, place="", check_in_time="", follows="", looked_back=False)
        plans = tuple(
            replace(
                plan,
                steps=tuple(PlanStep(s.what, s.how, s.helper, s.by) for s in plan.steps),
                qualities="",
                motives="",
                check_in=None,
                shared=(),
            )
            for plan in second.plans
        )
        second = replace(
            second,
            details=details,
            stage=replace(second.stage, then_now=""),
            plans=plans,
            versions=(),
            check_ins=(),
            dilemmas=tuple(replace(one, shareable=False) for one in second.dilemmas),
            requests=tuple(replace(one, shareable=False) for one in second.requests),
        )
    return second, first


def main() -> None:
    """Write the sample of the newest version, unless it is there."""
    made = Workspace.make(SAMPLES / f"version{opening.FORMAT}.gogrow")
    made.create(workshop("w1"), StepName("new", {"title": "Team Zetten"}))
    made.create(contents()[0], StepName("new", {"title": "Team één"}))
    made.apply("w1", place("p1", 0.25))
    made.close()


if __name__ == "__main__":
    main()
