"""Bringing a dataset's tables up to date when it is opened. Alembic is loaded only where there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from extract.dataset.connection import writing
from extract.dataset.locking import lock_upgrade
from extract.dataset.schema import REVISION, VERSION_TABLE
from extract.errors import DatasetError
from extract.model import Message

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, dataset: str, *, create: bool) -> None:
    """Apply the migrations that the dataset lacks, all or none. Raises DatasetError where it is not ours or newer."""
    with engine.connect() as connection:
        if _revision(connection, dataset, create=create) == REVISION:
            return
    with writing(engine).begin() as connection:
        lock_upgrade(connection)
        # Asked again, because another process may have been faster; within this transaction none can be.
        if _revision(connection, dataset, create=create) != REVISION:
            _migrate(connection)


def _revision(connection: Connection, dataset: str, *, create: bool) -> str | None:
    """The migration that the database stands at; None where it is empty and may be made a dataset."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables or not create:
            raise DatasetError(
                Message("{dataset} is a database, but no dataset of this program.", {"dataset": dataset}),
                Message("Give another one; a new dataset is made where there is none."),
            )
        return None
    revision = connection.scalar(text(f"select version_num from {VERSION_TABLE}"))  # noqa: S608 - a constant of ours
    if revision not in known_revisions():
        raise DatasetError(
            Message("The dataset {dataset} was written by a newer version of the program.", {"dataset": dataset}),
            Message("Install the newest version, or give another dataset."),
        )
    return str(revision)


def known_revisions() -> set[str]:
    """The migrations that come with this version of the program, by the number that begins their file's name."""
    return {file.name[1:5] for file in (MIGRATIONS / "versions").glob("v[0-9][0-9][0-9][0-9]_*.py")}


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    # The configuration takes % for its own sign.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
