"""The first tables."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
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
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE draft (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_draft_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE harvest (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        theme TEXT NOT NULL,
        count INTEGER NOT NULL CONSTRAINT ck_harvest_count CHECK (count >= 0),
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_harvest_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE participant (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        shown TEXT NOT NULL,
        role TEXT NOT NULL CONSTRAINT ck_participant_role
            CHECK (role IN ('employee', 'manager', 'colleague')),
        manager TEXT,
        presence TEXT NOT NULL CONSTRAINT ck_participant_presence
            CHECK (presence IN ('here', 'later', 'not_here')),
        colour TEXT NOT NULL,
        icon TEXT NOT NULL,
        code TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_participant_workshop_id_manager FOREIGN KEY(workshop_id, manager)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_participant_workshop_id FOREIGN KEY(workshop_id)
            REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_participant_manager ON participant (workshop_id, manager)
    """,
    """
    CREATE TABLE played_card (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        card TEXT NOT NULL,
        themes TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_played_card_workshop_id FOREIGN KEY(workshop_id)
            REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
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
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_run_step_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
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
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_stage_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE undo_step (
        seq INTEGER NOT NULL,
        workshop_id TEXT,
        label TEXT NOT NULL,
        label_values TEXT NOT NULL,
        changes TEXT NOT NULL,
        undone INTEGER NOT NULL CONSTRAINT ck_undo_step_undone CHECK (undone IN (0, 1)),
        PRIMARY KEY (seq),
        CONSTRAINT fk_undo_step_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    )
    """,
    """
    CREATE INDEX ix_undo_step_workshop_id ON undo_step (workshop_id)
    """,
    """
    CREATE TABLE agreement (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        participant TEXT NOT NULL,
        other TEXT,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_agreement_workshop_id_participant FOREIGN KEY(workshop_id, participant)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_agreement_workshop_id_other FOREIGN KEY(workshop_id, other)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_agreement_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_agreement_other ON agreement (workshop_id, other)
    """,
    """
    CREATE INDEX ix_agreement_participant ON agreement (workshop_id, participant)
    """,
    """
    CREATE TABLE mark (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        round TEXT NOT NULL,
        participant TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_mark_workshop_id_participant FOREIGN KEY(workshop_id, participant)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_mark_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_mark_participant ON mark (workshop_id, participant)
    """,
    """
    CREATE TABLE placement (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        round TEXT NOT NULL,
        placer TEXT NOT NULL,
        target TEXT,
        x REAL NOT NULL CONSTRAINT ck_placement_x CHECK (x BETWEEN 0 AND 1),
        y REAL NOT NULL CONSTRAINT ck_placement_y CHECK (y BETWEEN 0 AND 1),
        spot TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_placement_workshop_id_placer FOREIGN KEY(workshop_id, placer)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_placement_workshop_id_target FOREIGN KEY(workshop_id, target)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_placement_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_placement_placer ON placement (workshop_id, placer)
    """,
    """
    CREATE INDEX ix_placement_target ON placement (workshop_id, target)
    """,
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
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_plan_workshop_id_id FOREIGN KEY(workshop_id, id)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_plan_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE talk (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        owner TEXT NOT NULL,
        other TEXT NOT NULL,
        "view" TEXT NOT NULL CONSTRAINT ck_talk_view CHECK (view IN ('looking', 'mirror')),
        visibility TEXT NOT NULL CONSTRAINT ck_talk_visibility CHECK (visibility IN ('us', 'plan')),
        sentence TEXT NOT NULL,
        themes TEXT NOT NULL,
        agreement TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_talk_workshop_id_owner FOREIGN KEY(workshop_id, owner)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_talk_workshop_id_other FOREIGN KEY(workshop_id, other)
            REFERENCES participant (workshop_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT fk_talk_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX ix_talk_other ON talk (workshop_id, other)
    """,
    """
    CREATE INDEX ix_talk_owner ON talk (workshop_id, owner)
    """,
)


def upgrade() -> None:
    """Make the tables of version 1."""
    for statement in TABLES:
        op.execute(statement)
