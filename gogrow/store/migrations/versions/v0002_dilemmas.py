"""Rounds about dilemmas: counts of views, what a group keeps, goals and requests."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEW = (
    """
    CREATE TABLE goal_view (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        dilemma TEXT NOT NULL,
        goal TEXT NOT NULL,
        fit TEXT NOT NULL CONSTRAINT ck_goal_view_fit CHECK (fit IN ('helps', 'rubs', 'apart')),
        sentence TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_goal_view_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE played_dilemma (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        card TEXT NOT NULL,
        step TEXT NOT NULL,
        sentence TEXT NOT NULL,
        themes TEXT NOT NULL,
        pawn REAL,
        sure TEXT,
        differing TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_played_dilemma_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE request (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_request_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE view_count (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        about TEXT NOT NULL,
        moment TEXT NOT NULL CONSTRAINT ck_view_count_moment CHECK (moment IN ('before', 'after')),
        counts TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_view_count_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE named_view (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        about TEXT NOT NULL,
        moment TEXT NOT NULL CONSTRAINT ck_named_view_moment CHECK (moment IN ('before', 'after')),
        participant TEXT NOT NULL,
        "view" INTEGER NOT NULL CONSTRAINT ck_named_view_view CHECK (view BETWEEN 1 AND 5),
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_named_view_workshop_id_participant FOREIGN KEY(workshop_id, participant)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_named_view_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_named_view_participant ON named_view (workshop_id, participant)
    """,
)

WIDER = {
    "run_step": (
        """
    CREATE TABLE run_step (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        kind TEXT NOT NULL,
        minutes INTEGER NOT NULL CONSTRAINT ck_run_step_minutes CHECK (minutes >= 0),
        title TEXT NOT NULL,
        heading TEXT NOT NULL,
        body TEXT NOT NULL,
        rounds TEXT NOT NULL,
        notes TEXT NOT NULL,
        meanwhile TEXT,
        room TEXT,
        materials TEXT,
        turn_minutes INTEGER NOT NULL,
        practice INTEGER NOT NULL CONSTRAINT ck_run_step_practice CHECK (practice IN (0, 1)),
        phases TEXT NOT NULL,
        theme TEXT NOT NULL,
        draws TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_run_step_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
        ("'[]'", "''", "''"),
    ),
    "stage": (
        """
    CREATE TABLE stage (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        step TEXT NOT NULL,
        begun TEXT,
        ended INTEGER NOT NULL CONSTRAINT ck_stage_ended CHECK (ended IN (0, 1)),
        clock TEXT NOT NULL,
        shown TEXT NOT NULL,
        card TEXT NOT NULL,
        pair TEXT,
        "view" TEXT NOT NULL CONSTRAINT ck_stage_view CHECK (view IN ('looking', 'mirror')),
        turns INTEGER NOT NULL,
        turn_minutes INTEGER NOT NULL,
        turn TEXT NOT NULL,
        entering TEXT NOT NULL,
        prompt TEXT NOT NULL,
        dilemma TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_stage_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
        ("'{}'",),
    ),
}
"""Tables with columns that the old ones lack, all at the end, and what those hold in old rows."""


def upgrade() -> None:
    """Make the new tables, and make two old ones anew."""
    for statement in NEW:
        op.execute(statement)
    for name, (statement, values) in WIDER.items():
        op.execute(f"ALTER TABLE {name} RENAME TO old_{name}")
        op.execute(statement)
        op.execute(f"INSERT INTO {name} SELECT *, {', '.join(values)} FROM old_{name}")  # noqa: S608
        op.execute(f"DROP TABLE old_{name}")
