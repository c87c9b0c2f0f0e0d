"""Alembic's way in: it works on the connection and in the transaction that `gogrow.store.schema` hands it."""

from __future__ import annotations

from alembic import context

from gogrow.store import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
