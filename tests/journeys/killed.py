"""A facilitator whose program is killed: ``python -m tests.journeys.killed FOLDER < PLAN``, told as JSON.

The plan is a list of `Kill`. For each seed the session is played once in peace, and the digest of every value that was
acknowledged is noted. Then for each kill a child plays the same session on a copy of the same warm file and dies in the
middle of it, and another child opens what the disk has and tells what it finds. Children are forked from here, where
everything is imported already and Qt was not started yet.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import gogrow.sheets.kit
import gogrow.store.workspace
import gogrow.ui.cockpit.page
import gogrow.ui.prepare.page
import gogrow.ui.second
import gogrow.ui.table.page  # noqa: F401
from gogrow import paths
from gogrow.app import QT_WORDS
from gogrow.domain.ids import seeded_ids
from gogrow.domain.outcome import StepName
from gogrow.domain.public import Neutral
from gogrow.domain.rules import placing, session, talking
from gogrow.domain.workshop import Workshop
from gogrow.store.workspace import Workspace
from tests.journeys.driver import Facilitator
from tests.sample import NOW, team

UNSAID = "GEHEIM"
"""A word that is only typed where nothing may be recorded."""
ERASED = "ZWIJG"
"""A word that is kept first and erased later in the session."""
SENTENCE = "In one sentence, chosen together. Read it back."
"""The field of a talk."""
HALF = "Ik wil lassen"
"""A sentence that stays half written."""


@dataclass(frozen=True)
class Kill:
    """Where to kill: at which share of the session, from outside, or ``inside``: before a statement that writes."""

    seed: int
    share: float
    inside: bool


@dataclass
class Life:
    """What a child told before it died.

    ``acks``: digests of the acknowledged values, the first one from before the session. ``half``: at which second the
    half-written sentence was what. ``erased``: the word that goes was erased. ``dead``: at which second it was killed,
    or earlier. ``late``: for how many seconds its windows stood still at most, on a busy machine. ``statements``: how
    many the file was asked.
    """

    acks: list[str] = field(default_factory=list)
    half: list[tuple[float, str]] = field(default_factory=list)
    erased: bool = False
    dead: float = 0.0
    late: float = 0.0
    statements: int = 0


@dataclass
class Found:
    """What the program shows after it was opened again.

    ``offered``: going on was. ``half``: the half-written sentence in the file; ``seen``: what stands in its field.
    ``quiet``: the beamer was, from the start to the end. ``faults``: what is wrong with the file. ``words``: those that
    stood on the disk before it was opened, of the two that must not.
    """

    offered: bool
    page: str
    digest: str
    half: str
    seen: str
    quiet: bool
    faults: list[str]
    words: list[str]


def digest(workshop: Workshop) -> str:
    """A short sign for all of a workshop but its half-written words."""
    return hashlib.sha1(repr(replace(workshop, drafts=())).encode(), usedforsecurity=False).hexdigest()[:16]


# ---------------------------------------------------------------------- the session


class Person(Facilitator):
    """A facilitator who does at random what can be done, and tells what was acknowledged."""

    def __init__(self, app: QApplication, home: Path, seed: int, tell: Callable[[str, object], None]) -> None:
        super().__init__(app, home)
        self._chance = random.Random(seed)
        self._seed = seed
        self._tell = tell

    def plays(self, count: Callable[[str], None]) -> None:
        """A whole session, with each statement counted that the file is asked."""
        self.starts()
        desk = self.program.desk
        desk._new_id, desk._source = seeded_ids(self._seed), random.Random(self._seed)
        self.clicks("open")
        self.clicks("alone")
        live = desk.workspace.current
        assert live is not None
        live._workspace()._file._raw.set_trace_callback(count)
        self._tell("ack", digest(live.workshop))
        live.changed.connect(lambda workshop: self._tell("ack", digest(workshop)))
        scenes = self._chance.sample((self.slips, self.reveals, self.plans, self.cards), 3)
        scenes += [self.talks, self.words]
        self._chance.shuffle(scenes)
        for scene in (self.half_a_sentence, *scenes):
            scene()
            self.lets_pass(minutes=2)

    def half_a_sentence(self) -> None:
        """Of a talk that may be kept, and is not yet."""
        self._pair("Marloes")
        self.clicks("The two of us and the facilitator")
        self.clicks_field(SENTENCE)
        for length in range(1, len(HALF) + 1):
            self.types(HALF[length - 1])
            self._tell("half", (time.monotonic(), HALF[:length]))

    def slips(self) -> None:
        """Letters, and what else is on a slip."""
        self.clicks_step(self._chance.choice(("slips", "first-card")))
        for _ in range(5):
            key = self._chance.choice(("A", "G", "K", "R", "X", "Z", "Backspace", "Space", "-", "Down", "Ctrl+Z"))
            self.presses(key)

    def reveals(self) -> None:
        """Shown, named, hidden."""
        self.clicks_step("reveal")
        self.presses("F5", "PgDown", "Return")
        for name in self._chance.sample(("Anja", "Samira", "Linh"), 2):
            self.clicks(name)
        if self._chance.random() < 0.5:
            self.clicks("hide")

    def words(self) -> None:
        """One word for each pair; and one that is not chosen yet."""
        self.clicks_step("gap")
        if self._chance.random() < 0.5:
            self.presses("PgDown")
        if self.reads("One pair") or self.reads("Eén tweetal"):
            self.clicks("all-pairs")
        for _ in range(3):
            self.presses(self._chance.choice("123"))
        self.clicks_field("A theme of your own, then Enter")
        self.types(UNSAID)

    def talks(self) -> None:
        """A talk that is kept, and then not recorded after all."""
        self._pair("Samira")
        self.clicks("Also on our plan sheets")
        self.clicks_field(SENTENCE)
        self.types(ERASED)
        self.clicks("keep")
        self.clicks_and_answers("Not recorded", lambda: self.clicks("Erase"))
        self._tell("erased", True)

    def plans(self) -> None:
        """A first step, typed for one."""
        self.clicks_step("first-step")
        self.clicks_row(self._chance.choice(("Anja", "Kees", "Yusuf")))
        self.clicks_field("What will I do?")
        self.types("Lassen")
        self.clicks_field("Who helps?")
        self.types("Linh")
        self.presses("Tab")

    def cards(self) -> None:
        """Drawn, put away, stopped."""
        self.clicks_step("card")
        self.clicks("draw")
        name = self._chance.choice(("skip", "stop", ""))
        if name:
            self.clicks(name)

    def _pair(self, owner: str) -> None:
        self.clicks_step("gap")
        self.clicks("one-pair")
        self.chooses("Speaks first", owner)
        self.chooses("Listens first", "Johan")

    def looks(self) -> Found:
        """Start again, go on where it was, and tell what there is."""
        words = _on_disk(UNSAID, ERASED)
        self.starts()
        quiet = isinstance(self.room, Neutral)
        offered = bool(self.program.window.home.resuming)
        self.clicks("resume" if offered else "open")
        self.clicks("alone")
        now, page = self.workshop, self.page
        half = now.draft(talking.draft_id(self.id("Marloes"), self.id("Johan"), "sentence"))
        self.clicks_step("gap")
        seen = self.written(SENTENCE) if self._fields(SENTENCE) else ""
        faults: list[Any] = []
        self.program.desk.workspace.ask(lambda workspace: workspace.check(), faults.append)
        self.waits(lambda: bool(faults))
        quiet = quiet and isinstance(self.room, Neutral)
        return Found(offered, page, digest(now), half, seen, quiet, list(faults[0]), words)


def _on_disk(*words: str) -> list[str]:
    """Those of these words that stand in the file, or in what lies beside it."""
    own = paths.user_data() / "GoGrow.gogrow"
    whole = b"".join(path.read_bytes() for path in own.parent.glob("GoGrow.gogrow*"))
    return [word for word in words if word.encode() in whole]


# ---------------------------------------------------------------------- children


def main(folder: Path) -> None:
    """Play, kill and look."""
    plan = [Kill(**one) for one in json.load(sys.stdin)]
    warm = folder / "warm"
    _at(warm)
    own = paths.user_data() / "GoGrow.gogrow"
    own.parent.mkdir(parents=True)
    _make(own)
    seeds = sorted({kill.seed for kill in plan})
    calm = {seed: _live(folder / f"calm{seed}", warm, seed) for seed in seeds}
    told = []
    for number, kill in enumerate(plan):
        home = folder / f"kill{number}"
        life = _live(home, warm, kill.seed, kill, calm[kill.seed])
        told.append((kill, life, _look(home)))
    killed = [{"kill": asdict(kill), "life": asdict(life), "found": found()} for kill, life, found in told]
    json.dump({"calm": {seed: life.acks for seed, life in calm.items()}, "killed": killed}, sys.stdout)


def _make(path: Path) -> None:
    """The warm file: a team of eleven that has begun, with all slips typed."""
    workshop = session.begin(team(), NOW).workshop
    for place, person in enumerate(workshop.participants):
        for round in ("now", "other", "wish"):
            letter = "Z" if round == "other" and person.manager is None else "ABCDEFGHIJK"[place]
            workshop = placing.place_at(workshop, round, person.id, letter).workshop
    workspace = Workspace.make(path)
    workspace.create(workshop, StepName("create_workshop", {"name": "Zetten"}))
    workspace.close()


def _at(home: Path) -> None:
    """A home folder for whoever comes next."""
    (home / "run").mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, below in {
        "HOME": "", "XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache", "XDG_RUNTIME_DIR": "run",
    }.items():  # fmt: skip
        os.environ[name] = str(home / below)


def _live(home: Path, warm: Path, seed: int, kill: Kill | None = None, calm: Life | None = None) -> Life:
    """Fork a child that plays the session, kill it where the plan says, and hear all that it told."""
    shutil.copytree(warm, home)
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        statements = int(kill.share * calm.statements) if kill and calm and kill.inside else 0
        _end(lambda: _child(home, seed, statements, say, killed=kill is not None))
    os.close(say)
    life = Life()
    acks = max(1, int(kill.share * len(calm.acks))) if kill and calm and not kill.inside else sys.maxsize
    with os.fdopen(hear) as lines:
        for line in lines:
            what, value = json.loads(line)
            if what in ("ack", "half"):
                getattr(life, f"{what}s" if what == "ack" else what).append(value)
            elif what != "end":
                setattr(life, what, value)
            if not life.dead and (len(life.acks) >= acks or (what == "end" and kill is not None)):
                life.dead = time.monotonic()
                os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL) != (kill is not None):
        raise SystemExit(f"seed {seed}, {kill}: ended with {status} after {len(life.acks)} acknowledgements")
    return life


def _child(home: Path, seed: int, statements: int, say: int, *, killed: bool) -> None:
    def tell(what: str, value: object) -> None:
        os.write(say, (json.dumps([what, value]) + "\n").encode())

    _at(home)
    she = Person(QApplication(QT_WORDS), home, seed, tell)
    heart = _Heart(tell)
    count = _Statements(statements, tell)
    she.plays(count)
    tell("statements", count.seen)
    heart.stop()
    tell("end", True)
    if killed:
        signal.pause()
    she.goes_home()


def _look(home: Path) -> Callable[[], Any]:
    """Fork a child that opens what was left, and go on meanwhile; what it found is the answer of what comes back."""
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)

        def look() -> None:
            _at(home)
            she = Person(QApplication(QT_WORDS), home, 0, lambda what, value: None)
            found = she.looks()
            she.goes_home()
            os.write(say, json.dumps(asdict(found)).encode())

        _end(look)
    os.close(say)

    def found() -> Any:
        with os.fdopen(hear) as lines:
            told = lines.read()
        os.waitpid(child, 0)
        return json.loads(told)

    return found


def _end(work: Callable[[], None]) -> None:
    """Do the work of a child, and be gone."""
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


class _Heart(QTimer):
    """Notices when the windows stood still."""

    def __init__(self, tell: Callable[[str, object], None]) -> None:
        super().__init__()
        self._tell, self._last, self._late = tell, time.monotonic(), 0.0
        self.timeout.connect(self._beat)
        self.start(100)

    def _beat(self) -> None:
        now = time.monotonic()
        late = now - self._last - 0.1
        self._last = now
        if late > max(0.05, self._late):
            self._late = late
            self._tell("late", late)


class _Statements:
    """Counts what the file is asked, in its own thread, and dies before one of these statements."""

    def __init__(self, last: int, tell: Callable[[str, object], None]) -> None:
        """``last`` is the statement to die at; 0 for none."""
        self.seen = 0
        self._last, self._tell = last, tell

    def __call__(self, sql: str) -> None:
        self.seen += 1
        if self.seen == self._last:
            self._tell("dead", time.monotonic())
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
