"""Where files go: names that are proposed, a folder for one each, and no file written over without a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gogrow.domain.people import Participant
from gogrow.domain.workshop import Workshop
from gogrow.live.jobs import Progress
from gogrow.sheets.papers import Paper, PaperWish, make_papers, paper_bytes, paper_names
from gogrow.texts import Texts
from gogrow.ui.messages import choose
from gogrow.ui.paper import beside, documents


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: whose papers, how, and in which language; ``then``: a sheet of then, made again."""

    workshop: Workshop
    people: tuple[Participant, ...]
    wish: PaperWish
    language: str
    then: bool = False

    @property
    def team(self) -> bool:
        """Whether it is a paper of the whole team."""
        return self.wish.paper is Paper.TEAM

    def make(self, target: Path, progress: Progress) -> bool:
        """All of it as one PDF. Raises `PaperFault` and `LogoFault`."""
        return make_papers(self.workshop, self.people, Texts(self.language), self.wish, target, progress)

    def in_memory(self, progress: Progress) -> bytes:
        """The same in memory; b'' when ``progress`` said stop. Raises `LogoFault`."""
        return paper_bytes(self.workshop, self.people, Texts(self.language), self.wish, progress)

    def make_each(self, targets: Sequence[Path], progress: Progress) -> int:
        """A PDF for each person; returns how many were written before ``progress`` said stop."""
        texts, total = Texts(self.language), len(self.people)
        for at, (person, target) in enumerate(zip(self.people, targets, strict=True)):
            if not progress(at, total) or not make_papers(self.workshop, (person,), texts, self.wish, target):
                return at
        progress(total, total)
        return total

    def names(self, *, each: bool) -> tuple[str, ...]:
        """File names, one each or one for all."""
        return paper_names(self.workshop, self.people, Texts(self.language), self.wish, each=each)


def ask_folder(parent: QWidget, texts: Texts, names: Sequence[str]) -> tuple[Path, ...] | None:
    """Asks for a folder; where these files go in it. None when it is called off."""
    folder = QFileDialog.getExistingDirectory(parent, texts.t("In which folder?"), str(documents()))
    return placed(parent, texts, Path(folder), names) if folder else None


def placed(parent: QWidget, texts: Texts, folder: Path, names: Sequence[str]) -> tuple[Path, ...] | None:
    """Where these files go in a folder. When some are there already, the user says what becomes of them."""
    targets = tuple(folder / name for name in names)
    there = sum(target.exists() for target in targets)
    if not there:
        return targets
    t = texts.t
    title = texts.n("One of these files is there already", "{count} of these files are there already", there)
    text = t("What should happen to what is there?")
    answer = choose(parent, texts, title, text, (t("Replace it"), t("Keep both"), t("Cancel")))
    if answer == 2:
        return None
    return targets if answer == 0 else tuple(beside(target) for target in targets)
