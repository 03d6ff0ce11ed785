"""One run at a time on one dataset. The lock goes with its process, however that ends."""

from __future__ import annotations

from collections.abc import Callable

from filelock import FileLock, Timeout
from sqlalchemy import Engine, func, select

from extract.dataset.connection import sqlite_file
from extract.errors import DatasetError
from extract.model import Message

#: The key of PostgreSQL's advisory lock, "extr" in ASCII; the schema's name is the second half.
_ADVISORY_KEY = 0x65787472


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
    return lock.release


def _lock_postgresql(engine: Engine) -> Callable[[], object]:
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    key = (_ADVISORY_KEY, func.hashtext(func.current_schema()))
    if not connection.scalar(select(func.pg_try_advisory_lock(*key))):
        connection.close()
        raise _taken(engine.url.render_as_string(hide_password=True))
    # The lock belongs to the connection: it is closed for good rather than put back into the pool.
    connection.detach()
    return connection.close


def _taken(dataset: str) -> DatasetError:
    return DatasetError(
        Message("Another run is using the dataset {dataset}.", {"dataset": dataset}),
        Message("Wait until it has ended, then run again."),
    )
