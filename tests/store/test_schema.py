"""New files and migrated files are the same; older ones open, or stay what they were."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from gogrow.domain.outcome import StepName
from gogrow.domain.rules import tidy
from gogrow.store import opening, schema, tables
from gogrow.store.faults import WorkspaceRefused
from gogrow.store.workspace import History, Workspace
from tests.store.making import full, place
from tests.store.samples.make import SAMPLES, contents

MIGRATIONS = Path(schema.__file__).with_name("migrations")

LATER = """
from alembic import op
import sqlalchemy as sa

revision = "9999"
down_revision = "{head}"


def upgrade():
    with op.batch_alter_table("participant", recreate="always") as table:
        table.add_column(sa.Column("pronoun", sa.Text, nullable=False, server_default=""))
    {more}
"""


def everything(raw: Any) -> tuple[object, ...]:
    """Tables and indexes as SQLite knows them, and the stamps."""
    made = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    said = [(kind, name, table, " ".join(sql.split()) if sql else None) for kind, name, table, sql in made]
    stamps = [raw.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
    return said, stamps, raw.execute("SELECT * FROM alembic_version").fetchall()


def test_a_new_file_is_what_the_migrations_make(tmp_path: Path) -> None:
    schema.make(tmp_path / "new.gogrow")
    new = dbapi2.connect(str(tmp_path / "new.gogrow"))
    migrated = dbapi2.connect(str(tmp_path / "migrated.gogrow"), isolation_level=None)
    with schema.engine(migrated).connect() as db, db.begin():
        schema.upgrade(db)
    assert everything(new) == everything(migrated)
    new.close()
    migrated.close()


def test_head_and_format_count_together() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == schema.HEAD
    assert len(list(scripts.walk_revisions())) == opening.FORMAT


def test_every_reference_is_indexed() -> None:
    for table in tables.metadata.tables.values():
        leading = [tuple(column.name for column in index.columns) for index in table.indexes]
        leading.append(tuple(column.name for column in table.primary_key.columns))
        for reference in table.foreign_key_constraints:
            columns = tuple(reference.column_keys)
            assert any(index[: len(columns)] == columns for index in leading), f"{table.name}: {columns}"


def test_counting_never_reads_a_whole_table(workspace: Workspace) -> None:
    plan = workspace._file._raw.execute(f"EXPLAIN QUERY PLAN {opening.LIST_SQL}").fetchall()
    scans = [row[3] for row in plan if row[3].startswith("SCAN")]
    assert scans == ["SCAN w"]


@pytest.mark.parametrize("version", range(1, opening.FORMAT + 1))
def test_a_file_of_each_version_opens(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.gogrow"
    shutil.copyfile(SAMPLES / f"version{version}.gogrow", path)
    workspace = Workspace.open(path)
    assert [one.title for one in workspace.list()] == [made.details.title for made in contents(version)]
    for made in contents(version):
        assert workspace.load(made.id) == made
    assert workspace.check() == ()
    if version == opening.FORMAT:
        assert workspace.history("w1").undo == StepName("place", {"name": "p1"})
        assert workspace.undo("w1").workshop.placement("now", "p1") is None
    workspace.close()
    again = Workspace.open(path)
    assert again.check() == ()
    again.close()


def test_a_sample_is_whole_and_nobody_wrote_in_it() -> None:
    for version in range(1, opening.FORMAT + 1):
        raw = dbapi2.connect(f"file:{SAMPLES / f'version{version}.gogrow'}?mode=ro&immutable=1", uri=True)
        assert raw.execute("PRAGMA user_version").fetchone() == (version,)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        raw.close()


# ---- a version that is still to come


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Puts one more migration after ours, which makes the table of people anew; gives the folder of scripts."""

    def write(more: str = "") -> str:
        folder = tmp_path / "scripts"
        shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "v9999_later.py").write_text(LATER.format(head=schema.HEAD, more=more))
        monkeypatch.setattr(opening, "FORMAT", opening.FORMAT + 1)
        return str(folder)

    return write


def prepared(path: Path) -> None:
    workspace = Workspace.make(path)
    workspace.create(full("w1"), StepName("new"))
    workspace.create(full("w2"), StepName("new"))
    workspace.delete("w2", StepName("delete"))
    workspace.apply("w1", place("p1", 0.5))
    workspace.close()


def test_a_migration_keeps_all_but_the_history(tmp_path: Path, later: Callable[[str], str]) -> None:
    prepared(tmp_path / "work.gogrow")
    before = opening.FORMAT
    scripts = later("")
    connection = opening.connect(tmp_path / "work.gogrow")
    assert connection.format == before
    schema.migrate(connection, scripts)
    assert connection.format == before + 1
    assert connection.execute("PRAGMA user_version").fetchone() == (before + 1,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("SELECT pronoun FROM participant").fetchall() == [("",)] * 3
    workspace = Workspace(connection)
    assert workspace.load("w1") == tidy(
        place("p1", 0.5)(full("w1")).workshop
    )  # no row fell with the table that was dropped
    assert workspace.history("w1") == workspace.list_history() == History(None, None)
    assert [one.id for one in workspace.list()] == ["w1"]
    assert workspace.check() == ()
    workspace.close()


@pytest.mark.parametrize(
    "more", ["raise OSError('power')", "op.execute('DELETE FROM participant')", "op.execute('nonsense')"]
)
def test_half_a_migration_is_none(tmp_path: Path, later: Callable[[str], str], more: str) -> None:
    prepared(tmp_path / "work.gogrow")
    raw = dbapi2.connect(str(tmp_path / "work.gogrow"))
    before = everything(raw)
    raw.close()
    scripts = later(more)
    connection = opening.connect(tmp_path / "work.gogrow")
    with pytest.raises(Exception, match=r"power|orphans|nonsense"):
        schema.migrate(connection, scripts)
    opening.close(connection)
    raw = dbapi2.connect(str(tmp_path / "work.gogrow"))
    assert everything(raw) == before
    assert raw.execute("SELECT count(*) FROM participant").fetchone() == (3,)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_a_workspace_that_cannot_be_migrated_is_refused_and_let_go(tmp_path: Path, later: Callable[[str], str]) -> None:
    """Our scripts end where they end: a file that claims to be older and is not stays closed."""
    prepared(tmp_path / "work.gogrow")
    later("")
    workspace = Workspace.open(tmp_path / "work.gogrow")  # nothing to do but the stamp
    workspace.close()
    raw = dbapi2.connect(str(tmp_path / "work.gogrow"), isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = 'unknown'")
    raw.execute("PRAGMA user_version = 1")
    raw.close()
    with pytest.raises(WorkspaceRefused) as refused:
        Workspace.open(tmp_path / "work.gogrow")
    assert refused.value.code == "broken"
    assert [p.name for p in tmp_path.iterdir() if "work" in p.name] == ["work.gogrow"]
    raw = dbapi2.connect(str(tmp_path / "work.gogrow"), timeout=0)
    assert raw.execute("SELECT count(*) FROM participant").fetchone() == (3,)
    raw.close()


def test_alembic_is_loaded_only_for_an_older_file(tmp_path: Path) -> None:
    prepared(tmp_path / "work.gogrow")
    code = f"""
import sys
from pathlib import Path
from gogrow.store.workspace import Workspace
workspace = Workspace.open(Path({str(tmp_path / "work.gogrow")!r}))
workspace.undo("w1")
workspace.close()
print("alembic" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == "False"
