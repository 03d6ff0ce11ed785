"""Queries that several modules ask: which version and which extraction hold."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Subquery, func, select

from extract.dataset.schema import decisions, document_versions, documents, extractions, findings


def latest_versions() -> Subquery:
    """Columns `document_id` and `number` of every document's latest version."""
    version = document_versions.c
    return (
        select(version.document_id, func.max(version.number).label("number")).group_by(version.document_id).subquery()
    )


def is_latest(latest: Subquery) -> ColumnElement[bool]:
    """The condition on which a version joins `latest_versions()`."""
    version = document_versions.c
    return (latest.c.document_id == version.document_id) & (latest.c.number == version.number)


def latest_extraction_ids() -> Subquery:
    """Columns `version_id` and `id` of every version's latest extraction."""
    return (
        select(extractions.c.version_id, func.max(extractions.c.id).label("id"))
        .group_by(extractions.c.version_id)
        .subquery()
    )


def copies_of_letters(connection: Connection) -> dict[str, list[str]]:
    """The names of letters that are the same to the byte, by the hash of their content."""
    latest, version = latest_versions(), document_versions.c
    rows = connection.execute(
        select(version.sha256, documents.c.name)
        .join_from(document_versions, documents)
        .join(latest, is_latest(latest))
        .where(version.sha256.is_not(None))
        .order_by(documents.c.name)
    )
    names: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        names[row.sha256].append(row.name)
    return names


def respondents(connection: Connection) -> dict[int, tuple[str, int]]:
    """Whose letter each document is and the latest year that it answers for: as a person has said, else as was found.

    Documents of which either is not known are left out.
    """
    latest, extraction, version = latest_versions(), latest_extraction_ids(), document_versions.c
    fields = ("respondent", "reporting_years")
    found = connection.execute(
        select(version.document_id, findings.c.field, findings.c.value)
        .join_from(document_versions, latest, is_latest(latest))
        .join(extraction, extraction.c.version_id == version.id)
        .join(findings, findings.c.extraction_id == extraction.c.id)
        .where(findings.c.field.in_(fields))
    )
    said = connection.execute(
        select(decisions.c.document_id, decisions.c.field, decisions.c.value).where(
            decisions.c.field.in_(fields), decisions.c.statement_id.is_(None), ~decisions.c.withdrawn
        )
    )
    known: dict[str, dict[int, Any]] = {field: {} for field in fields}
    for rows in (found, said):
        for row in rows:
            known[row.field][row.document_id] = row.value
    # An absence that a person has told is a value of another type.
    return {
        document: (respondent, max(years))
        for document, respondent in known["respondent"].items()
        if isinstance(respondent, str) and isinstance(years := known["reporting_years"].get(document), list) and years
    }
