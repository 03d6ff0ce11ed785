"""Queries that several modules ask: which version and which extraction hold."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Subquery, func, select

from extract.dataset.schema import document_versions, extractions


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
