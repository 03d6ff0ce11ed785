"""The one store: opening a dataset, running over letters, reading it, and what people set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from extract.dataset.acceptance import accept_sure
from extract.dataset.connection import connect, parse_url, reading, sqlite_file, writing
from extract.dataset.decisions import check_letter_value, check_statement_value, write_decision
from extract.dataset.encoding import decode_document
from extract.dataset.loading import load_letters
from extract.dataset.locking import lock_runs
from extract.dataset.queries import is_latest, latest_versions
from extract.dataset.records import AuditEntry, Provenance, RunStatus, StoredLetter, StoredRecord, StoredRun
from extract.dataset.runs import Run
from extract.dataset.schema import audit_trail, document_versions, documents, runs, statements
from extract.dataset.upgrade import upgrade
from extract.errors import DatasetError
from extract.model import Document, Message


def open_dataset(url_or_path: str, *, create: bool = True, accept_above: float | None = None) -> Dataset:
    """Open the dataset and bring its tables up to date; with `create`, make one where there is none.

    A path is that of an SQLite file, `postgresql+psycopg://…` a PostgreSQL database. With `accept_above`, a confidence,
    statements are seen as accepted by the machine that nobody has reviewed and that are at least so sure. Raises
    DatasetError where it cannot be opened, is no dataset, or was written by a newer version of the program.
    """
    url = parse_url(url_or_path)
    file = sqlite_file(url)
    if file is not None and not file.exists():
        if not create:
            raise DatasetError(
                Message("There is no dataset {dataset}.", {"dataset": str(file)}),
                Message("Make one with `extract run`, or give another with --dataset."),
            )
        if not file.absolute().parent.is_dir():
            raise DatasetError(
                Message("The folder of the dataset {dataset} does not exist.", {"dataset": str(file)}),
                Message("Make the folder first, or give another place with --dataset."),
            )
    engine = connect(url)
    try:
        upgrade(engine, url_or_path, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Dataset(engine, accept_above)


class Dataset:
    """An open dataset. Use it as a context manager, or `close` it, to give its connections back."""

    def __init__(self, engine: Engine, accept_above: float | None = None) -> None:
        self._engine = engine
        self._accept_above = accept_above

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def begin_run(self, provenance: Provenance, arguments: Sequence[str] = ()) -> Run:
        """Begin a run; runs that were killed are marked interrupted. Raises DatasetError where another is going on."""
        release = lock_runs(self._engine)
        try:
            return Run(self._engine, provenance, arguments, release)
        except BaseException:
            release()
            raise

    def letters(self) -> list[StoredLetter]:
        """The latest version of every letter, sorted by name; frame findings come without evidence and reason."""
        with reading(self._engine).begin() as connection:
            return [letter for letter, _ in self._load(connection, None, with_evidence=False)]

    def letter(self, document: str) -> StoredLetter:
        """The latest version of one letter, with the evidence of its frame. Raises DatasetError where there is none."""
        with reading(self._engine).begin() as connection:
            for letter, _ in self._load(connection, document, with_evidence=True):
                return letter
        raise _unknown(document)

    def records(self, document: str | None = None) -> Iterator[StoredRecord]:
        """The records of every letter, or of one, by the letter's name and the statements' place in it.

        Raises DatasetError where there is no such letter.
        """
        for _, records in self.letters_with_records(document):
            yield from records

    def letters_with_records(
        self, document: str | None = None
    ) -> Iterator[tuple[StoredLetter, tuple[StoredRecord, ...]]]:
        """Every letter, or one, with its records, all as of one moment. Raises DatasetError as `records` does."""
        known = False
        with reading(self._engine).begin() as connection:
            for both in self._load(connection, document, with_evidence=True):
                known = True
                yield both
        if document is not None and not known:
            raise _unknown(document)

    def _load(
        self, connection: Connection, name: str | None, *, with_evidence: bool
    ) -> Iterator[tuple[StoredLetter, tuple[StoredRecord, ...]]]:
        if self._accept_above is None:
            yield from load_letters(connection, name, with_evidence=with_evidence)
            return
        for letter, records in load_letters(connection, name, with_evidence=True):
            yield accept_sure(letter, records, self._accept_above)

    def document(self, name: str) -> Document:
        """The latest version of a document as it was read. Raises DatasetError where there is none."""
        latest, version = latest_versions(), document_versions.c
        with self._engine.begin() as connection:
            row = connection.execute(
                select(document_versions)
                .join_from(document_versions, documents)
                .join(latest, is_latest(latest))
                .where(documents.c.name == name, version.text.is_not(None))
            ).one_or_none()
        if row is None:
            raise _unknown(name)
        return decode_document(name, row)

    def set_value(
        self,
        statement_id: str,
        field: str,
        value: object,
        *,
        who: str,
        why: str | None = None,
        expected_version: int | None = None,
    ) -> int:
        """Set what holds in a field of a statement, whatever a run finds now or later.

        `field` is years, domain or no_measures (a value, or None for none), counts or projects (a tuple of `Marked`),
        or review_status ("accepted", "rejected", "unreviewed"). Returns the number of the decision, counted from 1 for
        each field. Raises EditConflictError where that number is no longer `expected_version` (0: not set by anyone),
        DatasetError where the statement is unknown or the field cannot have the value.
        """
        with writing(self._engine).begin() as connection:
            row = connection.execute(
                select(statements.c.document_id, statements.c.text).where(statements.c.id == statement_id)
            ).one_or_none()
            if row is None:
                raise _unknown(statement_id)
            checked = check_statement_value(field, value, row.text)
            target = {"document_id": row.document_id, "statement_id": statement_id}
            return write_decision(connection, target, field, checked, who, why, expected_version)

    def set_letter_value(
        self,
        document: str,
        field: str,
        value: object,
        *,
        who: str,
        why: str | None = None,
        expected_version: int | None = None,
    ) -> int:
        """Set respondent, letter_date, letter_number or reporting_years of a letter; otherwise as `set_value`."""
        checked = check_letter_value(field, value)
        with writing(self._engine).begin() as connection:
            known = connection.scalars(select(documents.c.id).where(documents.c.name == document)).one_or_none()
            if known is None:
                raise _unknown(document)
            target = {"document_id": known, "statement_id": None}
            return write_decision(connection, target, field, checked, who, why, expected_version)

    def runs(self) -> list[StoredRun]:
        """All runs, the oldest first."""
        with reading(self._engine).begin() as connection:
            return [
                StoredRun(
                    row.id,
                    row.started,
                    row.finished,
                    RunStatus(row.status),
                    Provenance(row.code, row.models, row.codebook, row.codebook_sha256),
                    tuple(row.arguments),
                )
                for row in connection.execute(select(runs).order_by(runs.c.id))
            ]

    def audit_trail(self, document: str | None = None) -> list[AuditEntry]:
        """Everything that was done, or that was done to one letter, the oldest first."""
        trail = (
            select(audit_trail, documents.c.name)
            .outerjoin_from(audit_trail, documents, documents.c.id == audit_trail.c.document_id)
            .order_by(audit_trail.c.id)
        )
        if document is not None:
            trail = trail.where(documents.c.name == document)
        with reading(self._engine).begin() as connection:
            return [
                AuditEntry(
                    row.id,
                    row.at,
                    row.who,
                    row.action,
                    row.run_id,
                    row.name,
                    row.statement_id,
                    row.field,
                    row.old,
                    row.new,
                    row.why,
                )
                for row in connection.execute(trail)
            ]


def _unknown(name: str) -> DatasetError:
    return DatasetError(
        Message("The dataset has no {name}.", {"name": name}),
        Message("`extract status` lists the letters that it has."),
    )
