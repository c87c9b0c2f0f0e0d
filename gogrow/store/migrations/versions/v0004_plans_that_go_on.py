"""Plans that go on: what came of their steps, sheets of then, workshops that follow others."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NEW = (
    """
    CREATE TABLE check_in (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        results TEXT NOT NULL,
        helped TEXT NOT NULL,
        hindered TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_check_in_workshop_id_id FOREIGN KEY(workshop_id, id)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_check_in_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE plan_version (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        participant TEXT NOT NULL,
        day TEXT NOT NULL,
        "plan" TEXT NOT NULL,
        talks TEXT NOT NULL,
        places TEXT NOT NULL,
        check_in TEXT,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_plan_version_workshop_id_participant FOREIGN KEY(workshop_id, participant)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_plan_version_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_plan_version_participant ON plan_version (workshop_id, participant)
    """,
)

WIDER = {
    "workshop": (
        """
    CREATE TABLE workshop (
        id TEXT NOT NULL,
        position REAL NOT NULL,
        hidden INTEGER NOT NULL CONSTRAINT ck_workshop_hidden CHECK (hidden IN (0, 1)),
        title TEXT NOT NULL,
        organisation TEXT NOT NULL,
        team TEXT NOT NULL,
        date TEXT,
        language TEXT NOT NULL,
        goals TEXT NOT NULL,
        check_in TEXT,
        contact TEXT NOT NULL,
        setting TEXT NOT NULL,
        programme TEXT NOT NULL,
        board TEXT NOT NULL,
        summary TEXT,
        place TEXT NOT NULL,
        check_in_time TEXT NOT NULL,
        follows TEXT NOT NULL,
        looked_back INTEGER NOT NULL CONSTRAINT ck_workshop_looked_back CHECK (looked_back IN (0, 1)),
        PRIMARY KEY (id)
    )
    """,
        ("''", "''", "''", "0"),
    ),
    "plan": (
        """
    CREATE TABLE "plan" (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        take_along TEXT NOT NULL,
        wish TEXT NOT NULL,
        steps TEXT NOT NULL,
        enables TEXT NOT NULL,
        improvement TEXT NOT NULL,
        team TEXT NOT NULL,
        signatures INTEGER NOT NULL CONSTRAINT ck_plan_signatures CHECK (signatures IN (0, 1)),
        taken TEXT NOT NULL,
        plan_a TEXT NOT NULL,
        plan_b TEXT NOT NULL,
        plan_c TEXT NOT NULL,
        qualities TEXT NOT NULL,
        motives TEXT NOT NULL,
        check_in TEXT,
        shared TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_plan_workshop_id_id FOREIGN KEY(workshop_id, id)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_plan_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
        ("''", "''", "NULL", "'[]'"),
    ),
    "request": (
        """
    CREATE TABLE request (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        text TEXT NOT NULL,
        shareable INTEGER NOT NULL CONSTRAINT ck_request_shareable CHECK (shareable IN (0, 1)),
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_request_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
        ("0",),
    ),
    "played_dilemma": (
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
        shareable INTEGER NOT NULL CONSTRAINT ck_played_dilemma_shareable CHECK (shareable IN (0, 1)),
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_played_dilemma_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
        ("0",),
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
        then_now TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_stage_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
        ("''",),
    ),
}
"""Tables with columns that the old ones lack, all at the end, and what those hold in old rows."""


def upgrade() -> None:
    """Make the new tables, and make five old ones anew."""
    for statement in NEW:
        op.execute(statement)
    op.execute("PRAGMA legacy_alter_table = ON")  # or all that refers to a workshop would refer to the old table
    for name, (statement, values) in WIDER.items():
        op.execute(f'ALTER TABLE "{name}" RENAME TO old_{name}')
        op.execute(statement)
        op.execute(f'INSERT INTO "{name}" SELECT *, {", ".join(values)} FROM old_{name}')  # noqa: S608
        op.execute(f"DROP TABLE old_{name}")
    op.execute("PRAGMA legacy_alter_table = OFF")
