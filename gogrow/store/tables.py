"""The tables of a workspace file.

Rows of a workshop are found by (workshop_id, id) and lie in that order, so that where a row lies tells nothing about
when it came. What has an order has a ``position``; what has none must not get one. Every reference is indexed. All
leaves with its workshop; a reference to a person only refuses: who leaves with a person is said in `rows`, so that the
value in memory and the undo step know it too.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text
from sqlalchemy.types import REAL

metadata = MetaData(
    naming_convention={  # a later version can only change what has a name
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _share(name: str) -> Column[float]:
    return Column(name, REAL, CheckConstraint(f"{name} BETWEEN 0 AND 1", name), nullable=False)


def _one_of(name: str, *values: str) -> Column[str]:
    return Column(name, Text, CheckConstraint(f"{name} IN ({', '.join(map(repr, values))})", name), nullable=False)


def _flag(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)", name), nullable=False)


def _of_workshop() -> Column[str]:
    return Column("workshop_id", Text, ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True)


def _position() -> Column[float]:
    return Column("position", REAL, nullable=False)


def _rows(name: str, *columns: Column[str] | Column[int] | Column[float], people: tuple[str, ...] = ()) -> Table:
    """A table with rows of a workshop; ``people`` are the columns that hold the id of a participant."""
    references = [
        ForeignKeyConstraint(
            ["workshop_id", column],
            ["participant.workshop_id", "participant.id"],
            deferrable=True,
            initially="DEFERRED",
        )
        for column in people
    ]
    indexes = [Index(f"ix_{name}_{column}", "workshop_id", column) for column in people if column != "id"]
    key = Column("id", Text, primary_key=True)
    return Table(name, metadata, _of_workshop(), key, *columns, *references, *indexes, sqlite_with_rowid=False)


workshop = Table(
    "workshop",
    metadata,
    Column("id", Text, primary_key=True),
    _position(),
    _flag("hidden"),  # deleted, as long as the list can undo that
    _text("title"),
    _text("organisation"),
    _text("team"),
    Column("date", Text),
    _text("language"),
    _text("goals"),
    Column("check_in", Text),
    _text("contact"),
    _text("setting"),
    _text("programme"),
    _text("board"),
    Column("summary", Text),
    _text("place"),
    _text("check_in_time"),
    _text("follows"),
    _flag("looked_back"),
)

participant = _rows(
    "participant",
    _position(),
    _text("person"),
    _text("name"),
    _text("shown"),
    _one_of("role", "employee", "manager", "colleague"),
    Column("manager", Text),
    _one_of("presence", "here", "later", "not_here"),
    _text("colour"),
    _text("icon"),
    _text("code"),
    people=("manager",),
)

run_step = _rows(
    "run_step",
    _position(),
    _text("kind"),
    Column("minutes", Integer, CheckConstraint("minutes >= 0", "minutes"), nullable=False),
    _text("title"),
    _text("heading"),
    _text("body"),
    _text("rounds"),
    _text("notes"),
    Column("meanwhile", Text),
    Column("room", Text),
    Column("materials", Text),
    _number("turn_minutes"),
    _flag("practice"),
    _text("phases"),
    _text("theme"),
    _text("draws"),
)

placement = _rows(
    "placement",
    _text("round"),
    _text("placer"),
    Column("target", Text),
    _share("x"),
    _share("y"),
    _text("spot"),
    people=("placer", "target"),
)

mark = _rows("mark", _text("round"), _text("participant"), people=("participant",))

agreement = _rows(
    "agreement",
    _text("kind"),
    _text("participant"),
    Column("other", Text),
    people=("participant", "other"),
)

talk = _rows(
    "talk",
    _position(),
    _text("owner"),
    _text("other"),
    _one_of("view", "looking", "mirror"),
    _one_of("visibility", "us", "plan"),  # what nobody may see is not kept, and a theme alone is no talk
    _text("sentence"),
    _text("themes"),
    _text("agreement"),
    people=("owner", "other"),
)

harvest = _rows(
    "harvest", _text("theme"), Column("count", Integer, CheckConstraint("count >= 0", "count"), nullable=False)
)

hand_card = _rows("hand_card", _position(), _one_of("kind", "cards", "dilemmas", "questions"), _text("title"))

played_card = _rows("played_card", _position(), _text("card"), _text("themes"))

played_dilemma = _rows(
    "played_dilemma",
    _position(),
    _text("card"),
    _text("step"),
    _text("sentence"),
    _text("themes"),
    Column("pawn", REAL),
    Column("sure", Text),
    _text("differing"),
    _flag("shareable"),
)

# What single people think is in no table, unless they agreed to it by name: only counts, written when they were shown.
view_count = _rows("view_count", _text("about"), _one_of("moment", "before", "after"), _text("counts"))

named_view = _rows(
    "named_view",
    _text("about"),
    _one_of("moment", "before", "after"),
    _text("participant"),
    Column("view", Integer, CheckConstraint("view BETWEEN 1 AND 5", "view"), nullable=False),
    people=("participant",),
)

goal_view = _rows(
    "goal_view", _text("dilemma"), _text("goal"), _one_of("fit", "helps", "rubs", "apart"), _text("sentence")
)

request = _rows("request", _position(), _text("text"), _flag("shareable"))

plan = _rows(
    "plan",
    _text("take_along"),
    _text("wish"),
    _text("steps"),
    _text("enables"),
    _text("improvement"),
    _text("team"),
    _flag("signatures"),
    _text("taken"),
    _text("plan_a"),
    _text("plan_b"),
    _text("plan_c"),
    _text("qualities"),
    _text("motives"),
    Column("check_in", Text),
    _text("shared"),
    people=("id",),
)

plan_version = _rows(
    "plan_version",
    _position(),
    _text("participant"),
    _text("day"),
    _text("plan"),
    _text("talks"),
    _text("places"),
    Column("check_in", Text),
    people=("participant",),
)

check_in = _rows("check_in", _text("results"), _text("helped"), _text("hindered"), people=("id",))

stage = _rows(
    "stage",
    _text("step"),
    Column("begun", Text),
    _flag("ended"),
    _text("clock"),
    _text("shown"),
    _text("card"),
    Column("pair", Text),
    _one_of("view", "looking", "mirror"),
    _number("turns"),
    _number("turn_minutes"),
    _text("turn"),
    _text("entering"),
    _text("prompt"),
    _text("dilemma"),
    _text("then_now"),
)

draft = _rows("draft", _text("text"))

undo_step = Table(
    "undo_step",
    metadata,
    Column("seq", Integer, primary_key=True),
    # NULL: a step of the list of workshops
    Column("workshop_id", Text, ForeignKey("workshop.id", ondelete="CASCADE"), index=True),
    _text("label"),
    _text("label_values"),
    _text("changes"),
    _flag("undone"),
)
