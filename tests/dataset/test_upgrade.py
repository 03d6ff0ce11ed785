"""Migrations: they lead from nothing to the tables in the code, and the audit trail takes no change."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL

from extract.dataset import open_dataset
from extract.dataset.connection import connect
from extract.dataset.review_schema import edits
from extract.dataset.schema import REVISION, VERSION_TABLE, metadata
from extract.dataset.upgrade import MIGRATIONS, known_revisions
from letter_factory import PROVENANCE


def test_the_migrations_lead_to_the_tables_in_the_code(tmp_path: Path) -> None:
    assert edits.metadata is metadata
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset, dataset._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == REVISION
    assert {script.revision for script in scripts.walk_revisions()} == known_revisions()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite"
    open_dataset(str(file)).close()
    before = file.read_bytes()
    open_dataset(str(file)).close()
    assert file.read_bytes() == before


def test_opening_again_does_not_load_alembic(tmp_path: Path) -> None:
    file = str(tmp_path / "x.sqlite")
    open_dataset(file).close()
    code = (
        "import sys; from extract.dataset import open_dataset; open_dataset(sys.argv[1]).close();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_migrations_are_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_dataset("x.sqlite").close()
    assert (tmp_path / "x.sqlite").exists()


@pytest.mark.parametrize("statement", ["update audit_trail set who = 'nobody'", "delete from audit_trail"])
def test_the_audit_trail_takes_no_change(tmp_path: Path, statement: str) -> None:
    file = tmp_path / "x.sqlite"
    with open_dataset(str(file)) as dataset:
        dataset.begin_run(PROVENANCE).finish()
        before = dataset.audit_trail()
        # Not through the program: whoever opens the file with any tool is refused.
        connection = sqlite3.connect(file)
        with pytest.raises(sqlite3.IntegrityError, match=re.escape("the audit trail is append-only")):
            connection.execute(statement)
        connection.close()
        assert dataset.audit_trail() == before != []


@pytest.fixture
def older(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A dataset as of the migration asked for, with a letter that could not be read and a decision on it."""
    file = tmp_path / "x.sqlite"
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    engine = connect(URL.create("sqlite", database=str(file)))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, request.param)
        connection.exec_driver_sql(
            "insert into runs (started, status, code, models, codebook, codebook_sha256, arguments)"
            " values ('2026-01-01', 'finished', '1', 'none', '1', 'c', '[]')"
        )
        connection.exec_driver_sql("insert into documents (name) values ('talsi.pdf')")
        connection.exec_driver_sql(
            "insert into document_versions (document_id, number, pages, pages_without_text, notices, failure, cause,"
            " advice, retry, first_seen, first_run, last_run) values (1, 1, 0, '[]', '[]', 'ReadError',"
            """ '{"text": "It is damaged.", "values": {}}', '{"text": "Send anew.", "values": {}}', 0,"""
            " '2026-01-01', 1, 1)"
        )
        connection.exec_driver_sql(
            "insert into decisions (document_id, field, value, who, at, version)"
            """ values (1, 'respondent', '"Talsu novads"', 'Ilze', '2026-01-02', 3)"""
        )
    engine.dispose()
    return file


@pytest.mark.parametrize("older", ["0001", "0002"], indirect=True)
def test_letters_of_an_older_dataset_stay_and_have_no_parts_or_source(older: Path) -> None:
    with open_dataset(str(older)) as dataset:
        (letter,) = dataset.letters()
    assert (letter.name, letter.failed, letter.parts, letter.signatures) == ("talsi.pdf", True, (), ())
    assert letter.source is None


@pytest.mark.parametrize("older", ["0001", "0002"], indirect=True)
def test_decisions_of_an_older_dataset_hold_and_count_on(older: Path) -> None:
    with open_dataset(str(older)) as dataset:
        (letter,) = dataset.letters()
        assert (letter.respondent, letter.decisions) == ("Talsu novads", {"respondent": 3})
        assert (
            dataset.set_letter_value("talsi.pdf", "respondent", "Tukuma novads", who="Jānis", expected_version=3) == 4
        )
