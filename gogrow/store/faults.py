"""What can go wrong with a workspace file, each with a code and a sentence. No fault ever carries a name or a note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

DISK = frozenset({"no_room", "io", "gone", "replaced", "read_only", "busy"})
"""Codes of a `StoreFault` that the disk is to blame for; with any other code the program made a mistake."""


class WorkspaceRefused(Exception):
    """A file that is not opened or not made. It was left as it is, and nothing was put beside it."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(code)
        self.code = code
        self.path = path


class StoreFault(Exception):
    """An action that was not written. The file and the value in memory are as they were before it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def disk(self) -> bool:
        """Whether the disk is to blame; then the same action may work later."""
        return self.code in DISK


def sentence(code: str, t: Callable[..., str]) -> str:
    """What a code of `WorkspaceRefused`, `StoreFault` or `verify` says to a person. ``t`` is ``Texts.t``.

    An unknown code gives the sentence of ``broken``.
    """
    said = {
        "missing": t("This file is not there any more. Look in another folder, or open a copy."),
        "empty": t("This file is empty. It is not a GoGrow file."),
        "foreign": t("This file belongs to another program. GoGrow left it as it is."),
        "folder": t("This is a folder. Choose a file."),
        "corrupt": t("This file is damaged. GoGrow left it as it is. Open a copy, if you have one."),
        "newer": t("A newer GoGrow made this file. Update GoGrow to open it."),
        "busy": t("This file is open in another window or program. Close it there first."),
        "read_only": t("Nothing can be written here. Open it to look only, or make a copy in another folder."),
        "no_access": t("You may not read this file. Ask the person whose file it is."),
        "no_room": t("The disk is full. This was not saved. Make some room, then try again."),
        "exists": t("There is a file with this name already. Choose another name."),
        "same_file": t("A copy cannot go over the file itself. Choose another name."),
        "no_folder": t("This folder is not there. Choose another folder."),
        "io": t("The disk does not answer. This was not saved. Is the drive still connected?"),
        "gone": t(
            "Somebody moved or deleted the file you are working in. This was not saved. "
            "Put it back, or open another file."
        ),
        "replaced": t(
            "There is now another file in the place of yours. This was not saved. "
            "Put your file back, or open another one."
        ),
        "traces": t(
            "The workshop was erased, but traces may be left in the file. Make some room, then erase it again."
        ),
        "text": t("This text has a sign that cannot be saved. Type it again without that sign."),
        "unknown_workshop": t("This workshop is not there any more."),
        "undo_conflict": t("This cannot be undone any more."),
        "orphans": t("Some data in this file belongs to nobody. Make a copy of the file and ask for help."),
        "unreadable": t("One of the workshops cannot be read. Make a copy of the file and ask for help."),
        "broken": t("GoGrow made a mistake. This was not saved. All else is still there."),
    }
    return said.get(code, said["broken"])
