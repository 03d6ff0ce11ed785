"""The database behind a dataset: SQLite in a file, or PostgreSQL. Its errors become ours here and nowhere else."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from extract.errors import DatasetError
from extract.model import Message

#: Seconds that a writer waits for another one to end its transaction; none of ours takes longer than a letter's rows.
BUSY_TIMEOUT = 30.0


def parse_url(url_or_path: str) -> URL:
    """The database URL; what has no "://" is the path of an SQLite file. Raises DatasetError."""
    if not url_or_path.strip():
        raise _wrong_url(url_or_path)
    if "://" not in url_or_path:
        return URL.create("sqlite", database=url_or_path)
    try:
        url = make_url(url_or_path)
    except ArgumentError as error:
        raise _wrong_url(url_or_path) from error
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {"sqlite", "postgresql"} or not url.database:
        raise _wrong_url(url.render_as_string(hide_password=True))
    return url


def connect(url: URL) -> Engine:
    """An engine for `url`; nothing is opened yet. Raises DatasetError where the database's driver is missing."""
    try:
        if url.get_backend_name() == "sqlite":
            engine = create_engine(
                url,
                connect_args={"timeout": BUSY_TIMEOUT},
                json_serializer=_dump,
                json_deserializer=from_json,
            )
            event.listen(engine, "connect", _set_up_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        else:
            engine = create_engine(url, json_serializer=_dump, json_deserializer=from_json, pool_pre_ping=True)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise DatasetError(
            Message(
                "The driver for the database {url} is not installed.",
                {"url": url.render_as_string(hide_password=True)},
            ),
            Message("Install it with: pip install 'extract[postgresql]'."),
        ) from error
    event.listen(engine, "handle_error", _translate)
    return engine


def writing(engine: Engine) -> Engine:
    """The engine with transactions that write from the start, so that two of them never wait for each other."""
    return engine.execution_options(extract_writes=True)


def reading(engine: Engine) -> Engine:
    """The engine with transactions that see the dataset as of one moment, as those of SQLite always do."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _dump(value: Any) -> str:
    return to_json(value).decode()


def _set_up_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # Transactions are begun below: the driver itself would leave DDL and reads outside of them.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("extract_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


#: What SQLite reports, by the beginning of its error's name, and what that means to a user.
_SQLITE_CAUSES: dict[str, tuple[Message, Message]] = {
    "SQLITE_BUSY": (
        Message("Another program is writing to the dataset {dataset}."),
        Message("Wait until it has ended, then try again."),
    ),
    "SQLITE_FULL": (
        Message("The disk is full: the dataset {dataset} takes nothing more. What it holds is whole."),
        Message("Make room on the disk, then run again: it goes on where it stopped."),
    ),
    "SQLITE_IOERR": (
        Message("The disk did not take or give what belongs to the dataset {dataset}. What it holds is whole."),
        Message("Check that the disk is there and has room, then run again: it goes on where it stopped."),
    ),
    "SQLITE_NOTADB": (
        Message("The file {dataset} is no dataset."),
        Message("Give another file; a new one is made where there is none."),
    ),
    "SQLITE_CORRUPT": (
        Message("The dataset {dataset} is damaged."),
        Message("Put a copy in its place that was made before."),
    ),
    "SQLITE_READONLY": (
        Message("The dataset {dataset} may not be written to."),
        Message("Copy it to a folder in which you may write, and give that copy."),
    ),
    "SQLITE_CANTOPEN": (
        Message("The dataset {dataset} cannot be opened."),
        Message("Check that its folder exists and that you may write there."),
    ),
}


def _translate(context: ExceptionContext) -> None:
    """Raise what the database reports about itself as DatasetError; defects of ours in SQL stay what they are."""
    original = context.original_exception
    dataset = context.engine.url.render_as_string(hide_password=True) if context.engine else ""
    if isinstance(original, sqlite3.Error):
        dataset = context.engine.url.database or "" if context.engine else ""
        name = getattr(original, "sqlite_errorname", "")
        for beginning, (cause, advice) in _SQLITE_CAUSES.items():
            if name.startswith(beginning):
                raise DatasetError(Message(cause.text, {"dataset": dataset}), advice) from original
    elif isinstance(context.sqlalchemy_exception, OperationalError):
        raise _unusable(dataset, str(original).strip()) from original


def _unusable(dataset: str, detail: str) -> DatasetError:
    return DatasetError(
        Message("The dataset {dataset} cannot be used: {detail}.", {"dataset": dataset, "detail": detail}),
        Message("Check that the disk or the database server can be reached, then run again."),
    )


def _wrong_url(url: str) -> DatasetError:
    return DatasetError(
        Message("{url} names no dataset.", {"url": url}),
        Message("Give a file, or a URL such as postgresql+psycopg://user@host/name."),
    )


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite dataset; None for a database server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
