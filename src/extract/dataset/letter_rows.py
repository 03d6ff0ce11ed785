"""The rows of letters: the latest extraction of the latest version, and what people have said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, select

from extract.dataset.queries import is_latest, latest_extraction_ids, latest_versions
from extract.dataset.review_schema import added_statements
from extract.dataset.schema import decisions, document_versions, evidence, extractions, findings, placements, statements

#: The columns of an extraction, beside those of its version.
_EXTRACTION = (
    extractions.c.id.label("extraction_id"),
    extractions.c.layout,
    extractions.c.notices.label("extraction_notices"),
)
#: The columns of a finding that only explain its value.
_EXPLAINING = frozenset({"reason", "alternatives"})


@dataclass(slots=True)
class LetterRows:
    """All rows of one document."""

    version: Row[Any]
    placements: Sequence[Row[Any]]
    findings: Sequence[Row[Any]]
    evidence: dict[str, list[Row[Any]]]
    decisions: Sequence[Row[Any]]
    added: Sequence[Row[Any]]


def load_rows(connection: Connection, ids: list[int], *, with_evidence: bool) -> dict[int, LetterRows]:
    """The rows of the documents of these ids, by id; without evidence and what explains findings it is much faster."""
    latest, extraction, version = latest_versions(), latest_extraction_ids(), document_versions.c
    versions = connection.execute(
        select(document_versions, *_EXTRACTION)
        .join(latest, is_latest(latest))
        .outerjoin(extraction, extraction.c.version_id == version.id)
        .outerjoin(extractions, extractions.c.id == extraction.c.id)
        .where(version.document_id.in_(ids))
    ).all()
    made = [row.extraction_id for row in versions if row.extraction_id is not None]
    placed = _by(
        "extraction_id",
        connection.execute(
            select(placements, statements.c.text)
            .join_from(placements, statements)
            .where(placements.c.extraction_id.in_(made))
            .order_by(placements.c.extraction_id, placements.c.position)
        ),
    )
    columns = findings.c if with_evidence else [column for column in findings.c if column.name not in _EXPLAINING]
    found = _by("extraction_id", _of_extractions(connection, findings, columns, made))
    proofs = _by("extraction_id", _of_extractions(connection, evidence, evidence.c, made) if with_evidence else ())
    decided = _by(
        "document_id",
        connection.execute(select(decisions).where(decisions.c.document_id.in_(ids)).order_by(decisions.c.id)),
    )
    added = _by(
        "document_id",
        connection.execute(
            select(added_statements, statements.c.text)
            .join_from(added_statements, statements, statements.c.id == added_statements.c.statement_id)
            .where(added_statements.c.document_id.in_(ids))
            .order_by(added_statements.c.id)
        ),
    )
    return {
        row.document_id: LetterRows(
            row,
            placed[row.extraction_id],
            found[row.extraction_id],
            _by("finding_id", proofs[row.extraction_id]),
            decided[row.document_id],
            added[row.document_id],
        )
        for row in versions
    }


def _of_extractions(
    connection: Connection, table: Table, columns: Iterable[Column[Any]], made: list[int]
) -> Iterable[Row[Any]]:
    return connection.execute(
        select(*columns).where(table.c.extraction_id.in_(made)).order_by(table.c.extraction_id, table.c.ordinal)
    )


def _by(key: str, rows: Iterable[Row[Any]]) -> dict[Any, list[Row[Any]]]:
    grouped: dict[Any, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, key)].append(row)
    return grouped
