"""A program that plays histories in a workspace and is killed: ``python -m tests.store.crashing FOLDER SEED …``.

For each seed a child plays the history of that seed in ``FOLDER/SEED.gogrow`` and notes in ``FOLDER/SEED.acks`` each
action that the store acknowledged. Even seeds kill themselves between two statements of some transaction, before COMMIT
every other time; odd seeds are killed from outside, at any moment after some acknowledgement.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

from gogrow.domain.outcome import StepName
from gogrow.store.workspace import Workspace
from tests.store.making import workshop
from tests.store.test_history import PEOPLE, RULES, action

ACTIONS = 60
_TURNS = ("undo", "undo", "undo", "undo", "redo", "redo", "close")


def history(seed: int) -> list[tuple[str, str, int]]:
    """The actions of a seed."""
    source = random.Random(seed)
    names = (*RULES, *_TURNS)
    return [(source.choice(names), source.choice(PEOPLE), source.randrange(20)) for _ in range(ACTIONS)]


def play(workspace: Workspace, name: str, who: str, number: int) -> None:
    """One action."""
    if name == "undo":
        workspace.undo("w1")
    elif name == "redo":
        workspace.redo("w1")
    elif name == "close":
        workspace.close_workshop("w1")
    else:
        workspace.apply("w1", action(name, who, number))


def begin(path: Path) -> Workspace:
    """A new workspace with the workshop that the actions are about."""
    made = Workspace.make(path)
    made.create(workshop(), StepName("new"))
    return made


def _die_inside(workspace: Workspace, seed: int) -> None:
    at_commit = seed % 4 == 0
    left = random.Random(-seed).randrange(1, 40 if at_commit else 150)

    def count(sql: str) -> None:
        nonlocal left
        left -= not at_commit or sql == "COMMIT"
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    workspace._file._raw.set_trace_callback(count)


def _child(folder: Path, seed: int, bell: int) -> None:
    workspace = begin(folder / f"{seed}.gogrow")
    acks = os.open(folder / f"{seed}.acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    if seed % 2 == 0:
        _die_inside(workspace, seed)
    for number, one in enumerate(history(seed), 1):
        play(workspace, *one)
        os.write(acks, b"%d\n" % number)
        os.write(bell, b".")
    signal.pause()  # all is played: wait to be killed


def main(folder: Path, seeds: list[int]) -> None:
    """Play and kill."""
    for seed in seeds:
        hear, bell = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                _child(folder, seed, bell)
            finally:
                os._exit(1)
        os.close(bell)
        wanted = random.Random(-seed).randrange(1, ACTIONS) if seed % 2 else ACTIONS
        while wanted > 0 and (rung := os.read(hear, 1)):
            wanted -= len(rung)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(hear)
        if not os.WIFSIGNALED(status):
            raise SystemExit(f"seed {seed} ended by itself: {status}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(seed) for seed in sys.argv[2:]])
