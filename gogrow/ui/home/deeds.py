"""What the list does with a workshop once it was asked: make it, make it again, tidy it up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from gogrow.domain.outcome import StepName
from gogrow.domain.rules import session
from gogrow.domain.workshop import Details, Workshop
from gogrow.store.opening import Listed
from gogrow.texts import Texts
from gogrow.ui.desk import Desk

if TYPE_CHECKING:
    from gogrow.domain.deck import Deck

Wanted = Callable[[str], None]
"""Gets the id of a workshop that will soon be in the list, and is to be chosen there."""


def make(desk: Desk, deck: Deck, title: str, setting: str, wanted: Wanted) -> None:
    """A new workshop with the first programme of this setting; it is opened."""
    programme = next((one for one in deck.programmes if one.setting == setting), None)
    if programme is None or deck.board is None:
        return
    facts = Details(title=title, language=desk.texts.language)
    made = session.new_workshop(desk.new_id(), facts, deck.board, programme)
    wanted(made.id)
    desk.workspace.create(made)


def fresh_title(texts: Texts, rows: Sequence[Listed]) -> str:
    """A title that no workshop has yet."""
    t = texts.t
    taken = {listed.title for listed in rows}
    if t("My workshop") not in taken:
        return t("My workshop")
    number = 2
    while t("My workshop {number}", number=number) in taken:
        number += 1
    return t("My workshop {number}", number=number)


def duplicate(desk: Desk, listed: Listed, wanted: Wanted) -> None:
    """The same people and preparation once more, without answers; it is not opened."""
    new_id = desk.new_id()
    title = desk.texts.t("{title} (copy)", title=listed.title)[:200]

    def again(workshop: Workshop) -> None:
        ids = {person.id: desk.new_id() for person in workshop.participants}
        wanted(new_id)
        desk.workspace.create(session.duplicate(workshop, new_id, title, ids), open_it=False)

    desk.workspace.ask(lambda workspace: workspace.load(listed.id), again)


def looked_back(desk: Desk, listed: Listed) -> tuple[str, StepName]:
    """They talked already, without a follow-up: nobody of it is counted any more. What is said of it, and its step."""
    desk.workspace.looked_back(listed.id)
    step = StepName("looked_back", {"name": listed.title})
    return desk.texts.t("Looked back: {title}", title=" ".join(listed.title.split())), step


def erase(desk: Desk, id: str, say: Callable[[str], None]) -> None:
    """Tidy a workshop up for good; ``say`` gets in words what went and what stayed, once that is in the file."""
    from gogrow.ui.home.dialogs import erased_words, kept_words

    texts = desk.texts

    def known(before: Workshop) -> None:
        def ask() -> None:
            desk.workspace.ask(lambda workspace: workspace.load(id), done)

        def done(after: Workshop) -> None:
            say(f"{erased_words(texts, before)} {kept_words(texts, after)}")

        desk.workspace.erase(id, texts.t("A talk for two"), ask)

    desk.workspace.ask(lambda workspace: workspace.load(id), known)
