"""Dilemmas, goals, the course and the poll on the beamer."""

from __future__ import annotations

from gogrow.domain.public import Argue, CoursePage, Dilemma, Goals, Poll, Sentence, Views, Words


def as_words(picture: Dilemma | Views | Argue | Sentence | Goals | CoursePage | Poll) -> Words:
    """The picture as a heading and a sentence."""
    match picture:
        case Goals():
            return Words(picture.goal, " ".join(title for title, _ in picture.lines), "flag")
        case CoursePage():
            return Words(picture.course.title, " ".join(line.title for line in picture.course.lines), "route")
        case Poll():
            return Words(picture.question, "", "flag")
        case Sentence():
            return Words(picture.poles.title, picture.sentence, picture.poles.icon)
    poles = picture.poles
    return Words(poles.situation, f"A {poles.a} B {poles.b}", poles.icon)
