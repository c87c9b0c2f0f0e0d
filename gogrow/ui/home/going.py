"""From what was found to where it stands: the workshop is opened, and the plan when it is about somebody's."""

from __future__ import annotations

from gogrow.store.plans import PlanPlace
from gogrow.store.searching import Found, Where
from gogrow.ui.plan.opening import PlanOpening
from gogrow.ui.window import MainWindow

PLANS = (Where.PERSON, Where.PLAN, Where.LOOK_BACK)
"""Words that lead to somebody's plan."""


def go_to(window: MainWindow, found: Found) -> None:
    """Open the workshop in which it stands, at the plan of whose words it is, or at the looking back."""
    workspace = window.desk.workspace
    if found.where not in PLANS:
        workspace.open_workshop(found.workshop)
        return
    opening = PlanOpening(window, window)
    for done in (opening.opened, opening.missing, workspace.failed):
        done.connect(opening.deleteLater)  # not by a lambda, which would be called for ever
    place = PlanPlace(found.workshop, found.title, found.date, found.participant, found.name)
    opening.open(place, back=found.where is Where.LOOK_BACK)
