"""What a person sets: it stands before anything a run finds, and every change of it is in the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json
from sqlalchemy import Connection, Row, Select, Table, insert, select, update

from extract.dataset.encoding import FRAME_FIELDS, MULTIPLE_FIELDS, SINGLE_FIELDS, VALUES
from extract.dataset.identity import finding_ids
from extract.dataset.queries import is_latest, latest_extraction_ids, latest_versions
from extract.dataset.records import StoredFinding
from extract.dataset.schema import audit_trail, decisions, document_versions, documents, findings
from extract.errors import DatasetError
from extract.model import Count, Document, Evidence, Finding, Message, Project

V = TypeVar("V")

#: The field in which a person says of a whole statement that it is right, or that it is no statement.
REVIEW_STATUS = "review_status"


@dataclass(frozen=True, slots=True)
class Marked(Generic[V]):
    """A count or project that a person set, and its words: `statement.text[start:][:len(quote)] == quote`.

    The place is counted from the start of the statement, so that it holds in every version of the letter.
    """

    value: V
    quote: str | None = None
    start: int | None = None


class EditConflictError(DatasetError):
    """Someone else has set the value in the meantime; `current` and `version` are what stands now."""

    def __init__(self, field: str, current: Any, version: int, who: str) -> None:
        super().__init__(
            Message("{who} has changed this value in the meantime ({field}).", {"who": who, "field": field}),
            Message("Look at the value that stands now, then set yours again if it is still right."),
        )
        self.current = current
        self.version = version


_MARKED: dict[str, TypeAdapter[Any]] = {
    "counts": TypeAdapter(tuple[Marked[Count], ...]),
    "projects": TypeAdapter(tuple[Marked[Project], ...]),
}
_REVIEW_STATUS: TypeAdapter[Any] = TypeAdapter(Literal["accepted", "rejected", "unreviewed"])


def check_letter_value(field: str, value: object) -> Any:
    """The value as the model has it. Raises DatasetError for an unknown field or a value of another type."""
    if field not in FRAME_FIELDS:
        raise _wrong_value(field, value)
    return _check(field, None if value is None else VALUES[field], value)


def check_statement_value(field: str, value: object, text: str) -> Any:
    """The value as the model has it; `text` is the statement's. Raises DatasetError as above, and for wrong quotes."""
    if field == REVIEW_STATUS:
        return _check(field, _REVIEW_STATUS, value)
    if field in SINGLE_FIELDS:
        return _check(field, None if value is None else VALUES[field], value)
    if field not in MULTIPLE_FIELDS:
        raise _wrong_value(field, value)
    marked: tuple[Marked[Any], ...] = _check(field, _MARKED[field], value)
    for one in marked:
        if one.quote is not None and (one.start is None or not text.startswith(one.quote, one.start)):
            raise _wrong_value(field, one.quote)
    return marked


def _check(field: str, adapter: TypeAdapter[Any] | None, value: object) -> Any:
    if adapter is None:
        return None
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        raise _wrong_value(field, value) from error


def _wrong_value(field: str, value: object) -> DatasetError:
    return DatasetError(
        Message("The field {field} cannot be set to {value}.", {"field": field, "value": str(value)}),
        Message("The codebook tells what each field may hold."),
    )


def write_decision(
    connection: Connection,
    target: dict[str, Any],
    field: str,
    value: Any,
    who: str,
    why: str | None,
    expected_version: int | None,
) -> int:
    """Set the value and return the decision's new version, which counts from 1.

    `target` has the columns `document_id` and `statement_id`, the latter None for a field of the frame. Raises
    EditConflictError where `expected_version` (0: nobody has set it) is not what stands.
    """
    # SQLite lets one writer in at a time; PostgreSQL is made to do so for each document.
    connection.execute(select(documents.c.id).where(documents.c.id == target["document_id"]).with_for_update())
    row = connection.execute(_concerning(select(decisions), decisions, target, field)).one_or_none()
    old = {"value": row.value, "by": row.who} if row else {"value": _found(connection, target, field), "by": "extract"}
    version = row.version if row else 0
    if expected_version is not None and expected_version != version:
        raise EditConflictError(field, old["value"], version, old["by"])
    columns = {"value": value, "who": who, "at": datetime.now(UTC), "why": why, "version": version + 1}
    if row:
        connection.execute(update(decisions).where(decisions.c.id == row.id), columns)
    else:
        connection.execute(insert(decisions), {**target, "field": field, **columns})
    trail = {"who": who, "action": "value_set", "field": field, "old": old, "new": {"value": value, "by": who}}
    connection.execute(insert(audit_trail), {**target, **trail, "at": columns["at"], "why": why})
    return version + 1


def _found(connection: Connection, target: dict[str, Any], field: str) -> Any:
    """What the machine says, in the latest extraction of the latest version."""
    latest, extraction, version = latest_versions(), latest_extraction_ids(), document_versions.c
    query = (
        select(findings.c.value)
        .join(extraction, extraction.c.id == findings.c.extraction_id)
        .join(document_versions, version.id == extraction.c.version_id)
        .join(latest, is_latest(latest))
        .where(version.document_id == target["document_id"])
        .order_by(findings.c.ordinal)
    )
    values = connection.scalars(_concerning(query, findings, target, field)).all()
    return [{"value": value} for value in values] if field in MULTIPLE_FIELDS else next(iter(values), None)


def _concerning(query: Select[Any], table: Table, target: dict[str, Any], field: str) -> Select[Any]:
    query = query.where(table.c.statement_id.is_not_distinct_from(target["statement_id"]), table.c.field == field)
    return query if table is findings else query.where(table.c.document_id == target["document_id"])


def decided_finding(
    field: str, decision: Row[Any], owner: str, found: StoredFinding[Any] | None
) -> StoredFinding[Any] | None:
    """The decision on a field with one value as a finding; None where the person said that there is none."""
    if decision.value is None:
        return None
    # Through JSON text, in which pydantic takes a date or an enumeration by its written form.
    value = VALUES[field].validate_json(to_json(decision.value))
    evidence = found.evidence if found is not None and found.value == value else ()
    (identifier,) = finding_ids(owner, 0, [(field, _finding(value, evidence, decision))])
    return _stored(identifier, _finding(value, evidence, decision), decision.who)


def decided_findings(
    field: str, decision: Row[Any], statement: str, start: int, document: Document
) -> tuple[StoredFinding[Any], ...]:
    """The decision on counts or projects as findings; the statement begins at `start` of the document's text."""
    marked: tuple[Marked[Any], ...] = _MARKED[field].validate_json(to_json(decision.value))
    found = []
    for one in marked:
        evidence: tuple[Evidence, ...] = ()
        if one.quote is not None and one.start is not None:
            evidence = (document.evidence(start + one.start, start + one.start + len(one.quote)),)
        found.append((field, _finding(one.value, evidence, decision)))
    return tuple(
        _stored(identifier, finding, decision.who)
        for identifier, (_, finding) in zip(finding_ids(statement, start, found), found, strict=True)
    )


def _finding(value: Any, evidence: tuple[Evidence, ...], decision: Row[Any]) -> Finding[Any]:
    reason = (
        Message("Set by {who}: {why}.", {"who": decision.who, "why": decision.why.rstrip(".")})
        if decision.why
        else Message("Set by {who}.", {"who": decision.who})
    )
    return Finding(value, evidence, "person", 1.0, reason)


def _stored(identifier: str, finding: Finding[Any], who: str) -> StoredFinding[Any]:
    return StoredFinding(
        finding.value,
        finding.evidence,
        finding.method,
        finding.confidence,
        finding.reason,
        id=identifier,
        decided_by=who,
    )
