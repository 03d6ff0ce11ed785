"""A run: letters saved one by one, each as a whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, insert, select, update

from extract.dataset.connection import writing
from extract.dataset.encoding import EncodedExtraction, encode_extraction, encode_message, encode_reading
from extract.dataset.queries import latest_extraction_ids, latest_versions
from extract.dataset.records import Provenance, RunStatus
from extract.dataset.schema import (
    MACHINE,
    audit_trail,
    document_versions,
    documents,
    evidence,
    extractions,
    findings,
    placements,
    runs,
    statements,
)
from extract.errors import HinderedError, ReadError
from extract.model import Extraction


@dataclass(frozen=True, slots=True)
class _Known:
    """The latest version of a document, as the dataset has it."""

    document_id: int
    version_id: int
    number: int
    sha256: str | None
    reading_sha256: str | None
    failure: tuple[str, Any] | None
    retry: bool
    provenance: Provenance
    extraction_sha256: str | None
    source: str | None


class Run:
    """A run that has begun. It holds the dataset's run lock until `finish`; use it as a context manager.

    Leaving the `with` block by an exception marks it interrupted. A process that is killed leaves whole letters only,
    and the next run goes on from there.
    """

    def __init__(self, engine: Engine, provenance: Provenance, arguments: Sequence[str], release: Callable[[], object]):
        self._engine = writing(engine)
        self._provenance = provenance
        self._release = release
        self._finished = False
        with self._engine.begin() as connection:
            self._mark_killed_runs(connection)
            self.id: int = connection.scalars(
                insert(runs).returning(runs.c.id),
                {
                    "started": _now(),
                    "status": RunStatus.RUNNING.value,
                    "code": provenance.code,
                    "models": provenance.models,
                    "codebook": provenance.codebook,
                    "codebook_sha256": provenance.codebook_sha256,
                    "arguments": list(arguments),
                },
            ).one()
            self._note(connection, "run_started", new=provenance)
            self._known = _load_known(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if not self._finished:
            self.finish(RunStatus.INTERRUPTED if kind else RunStatus.FINISHED)

    def is_current(self, name: str, sha256: str) -> bool:
        """Whether this content was already read and extracted, or found unreadable, with the same provenance."""
        known = self._known.get(name)
        return known is not None and not known.retry and known.sha256 == sha256 and known.provenance == self._provenance

    def note_source(self, name: str, source: Path) -> None:
        """Note where the file of a known letter lies, if that is not what the dataset has."""
        known = self._known[name]
        place = _place(source)
        if place != known.source:
            with self._engine.begin() as connection:
                connection.execute(
                    update(document_versions).where(document_versions.c.id == known.version_id), {"source": place}
                )
            self._known[name] = replace(known, source=place)

    def save(self, extraction: Extraction, source: Path | None = None) -> None:
        """Store the letter: a new version where what was read has changed, a new extraction where the findings have.

        Nothing is written where nothing has changed, and never what a person has decided. `source` is the file.
        """
        document = extraction.letter.document
        reading = encode_reading(document)
        encoded = encode_extraction(extraction)
        known = self._known.get(document.name)
        with self._engine.begin() as connection:
            if known is None or (known.sha256, known.reading_sha256) != (document.sha256, reading["reading_sha256"]):
                known = self._add_version(connection, document.name, reading)
            elif known.failure or known.provenance != self._provenance:
                known = self._touch(connection, known, failure=None, retry=False)
            if known.extraction_sha256 != encoded.sha256:
                known = self._add_extraction(connection, known, extraction, encoded)
        self._known[document.name] = known
        if source is not None:
            self.note_source(document.name, source)

    def save_failure(self, name: str, sha256: str | None, error: ReadError, source: Path | None = None) -> None:
        """Store that a file could not be read; `sha256` is None where it could not even be opened.

        What was read before from the same content stays, with the failure noted beside it. What is no fault of the
        file is tried again by the next run.
        """
        known = self._known.get(name)
        failure = (type(error).__name__, encode_message(error.cause))
        retry = sha256 is None or isinstance(error, HinderedError)
        with self._engine.begin() as connection:
            if known is None or sha256 not in {None, known.sha256}:
                columns: dict[str, Any] = {"sha256": sha256, "pages": 0, "pages_without_text": [], "notices": []}
                known = self._add_version(connection, name, columns, error, retry=retry)
            elif (known.failure, known.retry) != (failure, retry) or known.provenance != self._provenance:
                known = self._touch(connection, known, failure=error, retry=retry)
        self._known[name] = replace(known, failure=failure)
        if source is not None:
            self.note_source(name, source)

    def finish(self, status: RunStatus = RunStatus.FINISHED) -> None:
        """End the run and let others begin."""
        self._finished = True
        try:
            with self._engine.begin() as connection:
                connection.execute(
                    update(runs).where(runs.c.id == self.id), {"status": status.value, "finished": _now()}
                )
                self._note(connection, f"run_{status.value}")
        finally:
            self._release()

    def _mark_killed_runs(self, connection: Connection) -> None:
        """No other run is going on, since this one holds the lock: what still says so was killed."""
        killed = connection.scalars(select(runs.c.id).where(runs.c.status == RunStatus.RUNNING.value)).all()
        for run in killed:
            connection.execute(update(runs).where(runs.c.id == run), {"status": RunStatus.INTERRUPTED.value})
            connection.execute(
                insert(audit_trail),
                {"at": _now(), "who": MACHINE, "action": f"run_{RunStatus.INTERRUPTED.value}", "run_id": run},
            )

    def _add_version(
        self,
        connection: Connection,
        name: str,
        columns: dict[str, Any],
        error: ReadError | None = None,
        *,
        retry: bool = False,
    ) -> _Known:
        before = self._known.get(name)
        document = (
            before.document_id
            if before
            else connection.scalars(insert(documents).returning(documents.c.id), {"name": name}).one()
        )
        number = before.number + 1 if before else 1
        version = connection.scalars(
            insert(document_versions).returning(document_versions.c.id),
            {
                **columns,
                **_failure_columns(error),
                "retry": retry,
                "document_id": document,
                "number": number,
                "first_seen": _now(),
                "first_run": self.id,
                "last_run": self.id,
            },
        ).one()
        sha256 = columns["sha256"]
        self._note(
            connection,
            "read_failed" if error else "version_added",
            document_id=document,
            old={"version": before.number, "sha256": before.sha256} if before else None,
            new={"version": number, "sha256": sha256, **_told(error)},
        )
        reading = columns.get("reading_sha256")
        return _Known(document, version, number, sha256, reading, None, retry, self._provenance, None, None)

    def _touch(self, connection: Connection, known: _Known, *, failure: ReadError | None, retry: bool) -> _Known:
        """Note on the version that this run met it again, and how."""
        connection.execute(
            update(document_versions).where(document_versions.c.id == known.version_id),
            {**_failure_columns(failure), "retry": retry, "last_run": self.id},
        )
        if failure:
            self._note(
                connection,
                "read_failed",
                document_id=known.document_id,
                new={"version": known.number, "sha256": known.sha256, **_told(failure)},
            )
        return replace(known, failure=None, retry=retry, provenance=self._provenance)

    def _add_extraction(
        self, connection: Connection, known: _Known, extraction: Extraction, encoded: EncodedExtraction
    ) -> _Known:
        number = connection.scalars(
            insert(extractions).returning(extractions.c.id),
            {
                "version_id": known.version_id,
                "run_id": self.id,
                "layout": extraction.letter.layout.value,
                "notices": extraction.notices,
                "sha256": encoded.sha256,
            },
        ).one()
        there = set(connection.scalars(select(statements.c.id).where(statements.c.document_id == known.document_id)))
        new = [{**row, "document_id": known.document_id} for row in encoded.statements if row["id"] not in there]
        for table, rows in (
            (statements, new),
            (placements, encoded.placements),
            (findings, encoded.findings),
            (evidence, encoded.evidence),
        ):
            if rows:
                stamped = rows if table is statements else [{**row, "extraction_id": number} for row in rows]
                connection.execute(insert(table), stamped)
        self._note(
            connection,
            "extraction_added",
            document_id=known.document_id,
            old={"extraction_sha256": known.extraction_sha256} if known.extraction_sha256 else None,
            new={
                "version": known.number,
                "extraction_sha256": encoded.sha256,
                "statements": len(encoded.placements),
                "findings": len(encoded.findings),
            },
        )
        return replace(known, extraction_sha256=encoded.sha256)

    def _note(self, connection: Connection, action: str, **columns: Any) -> None:
        connection.execute(
            insert(audit_trail), {"at": _now(), "who": MACHINE, "action": action, "run_id": self.id, **columns}
        )


def _load_known(connection: Connection) -> dict[str, _Known]:
    """The latest version of every document, in one query."""
    version = document_versions.c
    latest, extraction = latest_versions(), latest_extraction_ids()
    rows = connection.execute(
        select(
            documents.c.name,
            documents.c.id,
            version.id.label("version_id"),
            version.number,
            version.sha256,
            version.reading_sha256,
            version.failure,
            version.cause,
            version.retry,
            version.source,
            runs.c.code,
            runs.c.models,
            runs.c.codebook,
            runs.c.codebook_sha256,
            extractions.c.sha256.label("extraction_sha256"),
        )
        .join_from(documents, latest, latest.c.document_id == documents.c.id)
        .join(document_versions, (version.document_id == documents.c.id) & (version.number == latest.c.number))
        .join(runs, runs.c.id == version.last_run)
        .outerjoin(extraction, extraction.c.version_id == version.id)
        .outerjoin(extractions, extractions.c.id == extraction.c.id)
    )
    return {
        row.name: _Known(
            row.id,
            row.version_id,
            row.number,
            row.sha256,
            row.reading_sha256,
            (row.failure, row.cause) if row.failure else None,
            row.retry,
            Provenance(row.code, row.models, row.codebook, row.codebook_sha256),
            row.extraction_sha256,
            row.source,
        )
        for row in rows
    }


def _failure_columns(error: ReadError | None) -> dict[str, Any]:
    if error is None:
        return {"failure": None, "cause": None, "advice": None}
    return {"failure": type(error).__name__, "cause": error.cause, "advice": error.advice}


def _told(error: ReadError | None) -> dict[str, Any]:
    return {"failure": type(error).__name__, "cause": error.cause} if error else {}


def _place(source: Path) -> str | None:
    """The absolute path; None for one that is no UTF-8, which a database does not take."""
    place = str(source.absolute())
    return place if os.fsencode(place).decode("utf-8", "replace") == place else None


def _now() -> datetime:
    return datetime.now(UTC)
