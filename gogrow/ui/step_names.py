"""The names of undo steps, as the menu and the buttons say them: "moving Fatima’s pawn"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gogrow.texts import Texts, mark

if TYPE_CHECKING:
    from gogrow.domain.outcome import StepName

STEPS: Mapping[str, str] = {
    "add_people": mark("adding {name}"),
    "rename_person": mark("renaming {name}"),
    "set_shown": mark("the name on the screen of {name}"),
    "set_role": mark("the role of {name}"),
    "set_look": mark("the pawn of {name}"),
    "set_presence": mark("who is here: {name}"),
    "set_manager": mark("who leads {name}"),
    "lead_all": mark("{name} leads everyone else"),
    "lead_none": mark("nobody leads"),
    "remove_people": mark("removing {name}"),
    "move_person": mark("moving {name} in the list"),
    "sort_people": mark("sorting the list"),
    "place_pawn": mark("placing {name}’s pawn"),
    "move_pawn": mark("moving {name}’s pawn"),
    "set_target": mark("whose pawn {name} placed"),
    "take_back": mark("taking back {name}’s pawn"),
    "looked_back": mark("that “{name}” was looked back at"),
    "share_words": mark("what may be in the report"),
    "look_back": mark("how {name}’s steps went"),
    "carry_on": mark("taking {name}’s steps along"),
    "keep_talk": mark("keeping {name}’s talk"),
    "edit_talk": mark("changing {name}’s talk"),
    "remove_talk": mark("removing {name}’s talk"),
    "play_card": mark("the card “{name}”"),
    "set_hand": mark("the hand of cards"),
    "card_themes": mark("the themes of the card “{name}”"),
    "play_dilemma": mark("the dilemma “{name}”"),
    "put_dilemma_away": mark("putting the dilemma “{name}” away"),
    "keep_sentence": mark("the sentence about “{name}”"),
    "group_pawn": mark("the group’s pawn at “{name}”"),
    "group_sure": mark("how sure the group is of “{name}”"),
    "goal_view": mark("“{name}” beside a goal"),
    "add_request": mark("adding what you ask for"),
    "edit_request": mark("changing what you ask for"),
    "remove_request": mark("removing what you ask for"),
    "edit_plan": mark("the plan of {name}"),
    "edit_details": mark("the details of the workshop"),
    "choose_programme": mark("choosing the programme"),
    "add_step": mark("adding the step “{name}”"),
    "remove_step": mark("removing the step “{name}”"),
    "move_step": mark("moving the step “{name}”"),
    "step_minutes": mark("the minutes of “{name}”"),
    "create_workshop": mark("the new workshop “{name}”"),
    "delete_workshop": mark("removing “{name}”"),
    "rename_workshop": mark("renaming “{name}”"),
}
"""Words for each code of a `StepName`."""

OTHER_STEP = mark("the last change")
NAME_ROOM = 40
"""A name or a card's question longer than this many characters ends in … here."""


def step_text(step: StepName, texts: Texts) -> str:
    """What the step did, to fill in after *Undo:* and *Redo:*. User text in it is plain and may be shortened."""
    count = step.values.get("count", "1")
    if count.isdigit() and int(count) != 1:
        if step.code == "add_people":
            return texts.n("adding {count} person", "adding {count} people", int(count))
        if step.code == "remove_people":
            return texts.n("removing {count} person", "removing {count} people", int(count))
    values = {key: _short(str(value)) for key, value in step.values.items()}
    try:
        return texts.t(STEPS.get(step.code, OTHER_STEP), **values)
    except KeyError:  # a step of an older version may hold less than the text asks for
        return texts.t(OTHER_STEP)


def _short(text: str) -> str:
    return text if len(text) <= NAME_ROOM else f"{text[: NAME_ROOM - 1].rstrip()}…"
