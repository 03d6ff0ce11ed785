"""One run at a time on one dataset. The lock goes with its process, however that ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import ColumnElement, Connection, Engine, func, select

from extract.dataset.connection import sqlite_file
from extract.errors import DatasetError
from extract.model import Message
from extract.system_errors import tell_system_error


def lock_runs(engine: Engine) -> Callable[[], object]:
    """Take the lock; what is returned gives it back. Raises DatasetError where another run holds it."""
    file = sqlite_file(engine.url)
    if file is None:
        return _lock_postgresql(engine)
    lock = FileLock(f"{file}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise _taken(str(file)) from error
    except OSError as error:
        raise DatasetError(
            Message(
                "The lock file {file} cannot be opened: {error}.",
                {"file": lock.lock_file, "error": tell_system_error(error)},
            ),
            Message("A run writes beside its dataset: check that you may write in that folder."),
        ) from error
    return lock.release


def lock_upgrade(connection: Connection) -> None:
    """Let one process at a time upgrade: SQLite's transaction does so already, PostgreSQL's is made to."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(*_advisory_key("upgrade"))))


def _lock_postgresql(engine: Engine) -> Callable[[], object]:
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    if not connection.scalar(select(func.pg_try_advisory_lock(*_advisory_key("runs")))):
        connection.close()
        raise _taken(engine.url.render_as_string(hide_password=True))
    # The lock belongs to the connection: it is closed for good rather than put back into the pool.
    connection.detach()

    def release() -> None:
        # Said before it closes: of a connection that is only closed, the server gives the lock back a moment later.
        with connection:
            connection.execute(select(func.pg_advisory_unlock(*_advisory_key("runs"))))

    return release


def _advisory_key(purpose: str) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """PostgreSQL's advisory locks are two numbers: here for what, and in which schema of the database."""
    return func.hashtext(f"extract {purpose}"), func.hashtext(func.current_schema())


def _taken(dataset: str) -> DatasetError:
    return DatasetError(
        Message("Another run is using the dataset {dataset}.", {"dataset": dataset}),
        Message("Wait until it has ended, then run again."),
    )
