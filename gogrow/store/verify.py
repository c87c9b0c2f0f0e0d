"""Look a workspace file over without opening it for work, as ``gogrow verify FILE`` does."""

from __future__ import annotations

from pathlib import Path

from gogrow.store.faults import WorkspaceRefused
from gogrow.store.workspace import Workspace


def verify(path: Path) -> tuple[str, ...]:
    """Codes of what is wrong with a file, none when it is whole; `faults.sentence` says them.

    A file that somebody has open gives ``busy``. The file is not changed, unless a crash left a half-written action
    that SQLite has to take back first.
    """
    try:
        workspace = _opened(path)
    except WorkspaceRefused as refused:
        return (refused.code,)
    try:
        return workspace.check()
    finally:
        workspace.close()


def _opened(path: Path) -> Workspace:
    try:
        return Workspace.open(path, read_only=True)
    except WorkspaceRefused as refused:
        if refused.code != "read_only":
            raise
    return Workspace.open(path)
