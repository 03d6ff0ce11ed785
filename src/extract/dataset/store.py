"""The one store: opening a dataset, running over letters, reading it, and what people set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from sqlalchemy import func, select

from extract.dataset.acceptance import load_view
from extract.dataset.connection import connect, parse_url, reading, sqlite_file
from extract.dataset.edits import unknown
from extract.dataset.encoding import decode_document
from extract.dataset.locking import lock_runs
from extract.dataset.queries import is_latest, latest_versions
from extract.dataset.records import AuditEntry, Provenance, RunStatus, StoredLetter, StoredRecord, StoredRun
from extract.dataset.reviewing import Reviewing
from extract.dataset.runs import Run
from extract.dataset.schema import audit_trail, document_versions, documents, runs
from extract.dataset.upgrade import upgrade
from extract.dataset.users import Users
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


class Dataset(Reviewing):
    """An open dataset. Use it as a context manager, or `close` it, to give its connections back."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def users(self) -> Users:
        """Who may use the review page."""
        return Users(self._engine)

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
            return [letter for letter, _ in load_view(connection, self._accept_above, None, with_evidence=False)]

    def letter(self, document: str) -> StoredLetter:
        """The latest version of one letter, with the evidence of its frame. Raises DatasetError where there is none."""
        with reading(self._engine).begin() as connection:
            for letter, _ in load_view(connection, self._accept_above, document, with_evidence=True):
                return letter
        raise unknown(document)

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
            for both in load_view(connection, self._accept_above, document, with_evidence=True):
                known = True
                yield both
        if document is not None and not known:
            raise unknown(document)

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
            raise unknown(name)
        return decode_document(name, row)

    def letter_state(self, document: str) -> int:
        """A number that grows with every change of the letter or of what people say of it; 0 where there is none."""
        known = select(documents.c.id).where(documents.c.name == document).scalar_subquery()
        with self._engine.begin() as connection:
            return connection.scalar(select(func.max(audit_trail.c.id)).where(audit_trail.c.document_id == known)) or 0

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
