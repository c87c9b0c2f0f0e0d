"""A file with workshops that were held and people who look back, for tests of the first page."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import StepName
from gogrow.domain.people import Role
from gogrow.domain.rules import people, planning, session
from gogrow.domain.workshop import Details, DevelopmentPlan, PlanStep
from gogrow.store.workspace import Workspace
from tests.ui.running import NOW, deck

TODAY = NOW.astimezone().date()
NAMES = ("Johan Terpstra", "Samira El Idrissi", "Yusuf Demir")


@dataclass(frozen=True)
class Team:
    """A workshop that was held: its team, after how many days of `TODAY` people look back, and the rest."""

    team: str
    days: int | None
    title: str = "Waar staan wij?"
    language: str = "nl"
    setting: str = "team"
    wish: str = ""
    own_days: int | None = None


def held(path: Path, *teams: Team) -> list[str]:
    """Make a file with these; the last stands on top. Johan leads the others. Returns the ids of the workshops."""
    new_id, made = seeded_ids(3), []
    board = deck().board
    assert board is not None
    workspace = Workspace.make(path)
    for team in teams:
        programme = next(one for one in deck().programmes if one.setting == team.setting)
        check_in = TODAY + dt.timedelta(team.days) if team.days is not None else None
        details = Details(team.title, team=team.team, language=team.language, check_in=check_in)
        workshop = session.new_workshop(new_id(), details, board, programme)
        id = workshop.id
        workspace.create(workshop, StepName("new"))
        new = [people.NewPerson(NAMES[0], role=Role.MANAGER), *(people.NewPerson(name) for name in NAMES[1:])]
        new = new[:2] if team.setting == "two" else new
        workspace.apply(id, partial(people.add_people, people=new, new_id=new_id, source=random.Random(1)))
        workspace.apply(id, lambda w: people.lead_all(w, w.participants[0].id))
        workspace.apply(id, lambda w: session.begin(w, NOW))
        workspace.apply(id, lambda w: session.end(w, NOW))
        own = TODAY + dt.timedelta(team.own_days) if team.own_days is not None else None
        if team.wish or own:
            plan = DevelopmentPlan(
                workspace.load(id).participants[1].id, wish=team.wish, check_in=own, steps=(PlanStep("Meekijken"),)
            )
            workspace.apply(id, partial(planning.edit_plan, plan=plan))
        made.append(id)
    workspace.close()
    return made
