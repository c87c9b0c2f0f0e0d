"""What preparing says about people and programmes: roles, who is here, how long, and what is still missing.

Pure functions; nothing here ever stands in the way of beginning.
"""

from __future__ import annotations

from collections import Counter

from gogrow.domain.people import Participant, Presence, Role
from gogrow.domain.workshop import Workshop
from gogrow.live.workshop import LiveWorkshop
from gogrow.texts import Texts


def role_words(texts: Texts, role: Role) -> str:
    """A role as it stands in the table."""
    t = texts.t
    return {
        Role.EMPLOYEE: t("Participant"),
        Role.MANAGER: t("Manager"),
        Role.COLLEAGUE: t("Colleague"),
    }[role]


def presence_words(texts: Texts, presence: Presence) -> str:
    """Who is here today, as it stands in the table."""
    t = texts.t
    return {Presence.HERE: t("here"), Presence.LATER: t("later"), Presence.NOT_HERE: t("away")}[presence]


def colour_words(texts: Texts, colour: str) -> str:
    """The name of a pawn's colour, for who does not see it."""
    t = texts.t
    names = {
        "brick": t("Brick red"),
        "plum": t("Plum"),
        "navy": t("Dark blue"),
        "pine": t("Dark green"),
        "umber": t("Brown"),
        "petrol": t("Petrol blue"),
        "wine": t("Wine red"),
    }
    return names.get(colour, colour)


def follows_words(texts: Texts, live: LiveWorkshop) -> str:
    """Which workshop this one follows; '' when it follows none."""
    if not live.workshop.details.follows:
        return ""
    if not live.earlier:
        return texts.t("Follow-up of a workshop that is not in the list any more")
    return texts.t("Follow-up of {title}", title=" ".join(live.earlier[0].details.title.split()))


def duration_words(texts: Texts, minutes: int) -> str:
    """How long something takes: ``45 min``, ``1½ hours``, ``2 hours``."""
    hours, rest = divmod(minutes, 60)
    if hours and not rest:
        return texts.n("{count} hour", "{count} hours", hours)
    if hours and rest == 30:
        return texts.t("{hours}½ hours", hours=hours)
    if hours:
        return texts.t("{hours} h {minutes} min", hours=hours, minutes=rest)
    return texts.t("{minutes} min", minutes=minutes)


def without_manager(workshop: Workshop) -> tuple[Participant, ...]:
    """Whose manager is still to be chosen: participants without one, in a team where others have one."""
    people = workshop.participants
    if workshop.details.setting == "two" or not any(p.manager for p in people):
        return ()
    leads = workshop.managers()
    return tuple(
        p
        for p in people
        if p.role is Role.EMPLOYEE and p.manager is None and p.presence is not Presence.NOT_HERE and p.id not in leads
    )


def open_points(workshop: Workshop, texts: Texts) -> tuple[str, ...]:
    """What is still missing, each in a few words; empty when all is ready."""
    t = texts.t
    here = [p for p in workshop.participants if p.presence is not Presence.NOT_HERE]
    if not workshop.participants:
        return (t("the names"),)
    found: list[str] = []
    if workshop.details.setting == "two" and len(here) != 2:
        found.append(t("two people, no more and no less"))
    found += [t("manager of {name}", name=p.label) for p in without_manager(workshop)]
    labels = Counter(p.label.casefold() for p in here)
    twice = dict.fromkeys(p.label.casefold() for p in here if labels[p.label.casefold()] > 1)
    by_label = {p.label.casefold(): p.label for p in reversed(here)}
    if len(twice) == 1:
        found.append(t("“{name}” twice on the screen", name=by_label[next(iter(twice))]))
    elif twice:
        found.append(t("{count} names twice on the screen", count=len(twice)))
    if not workshop.run:
        found.append(t("what you will do"))
    return tuple(found)


def hint_words(workshop: Workshop, texts: Texts) -> str:
    """One line about what is still missing, or that all is ready."""
    points = open_points(workshop, texts)
    if not points:
        return texts.t("Everything is ready")
    return texts.n("{count} thing to do: {what}", "{count} things to do: {what}", len(points), what=points[0])


def hand_words(texts: Texts, workshop: Workshop) -> str:
    """How many cards she chose beforehand."""
    count = len(workshop.hand)
    return texts.n("{count} card in your hand", "{count} cards in your hand", count) if count else ""
