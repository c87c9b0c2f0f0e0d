"""A hand of cards that were chosen beforehand."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the new table."""
    op.execute("""
    CREATE TABLE hand_card (
        workshop_id TEXT NOT NULL,
        id TEXT NOT NULL,
        position REAL NOT NULL,
        kind TEXT NOT NULL CONSTRAINT ck_hand_card_kind CHECK (kind IN ('cards', 'dilemmas', 'questions')),
        title TEXT NOT NULL,
        PRIMARY KEY (workshop_id, id),
        CONSTRAINT fk_hand_card_workshop_id FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """)
