"""What people do: each action changes one or several values at once, and can be undone and redone.

A decision as it stands comes from one edit. An edit is undone only while every decision it made still comes from it,
and redone only while they all come from what it had found: so neither ever overwrites someone else's word unseen, not
even one of the same value. Both are written as new decisions and into the audit trail; nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, insert, select, update

from extract.dataset.decisions import ADDED, EditConflictError, check_letter_value, check_statement_value, wrong_value
from extract.dataset.encoding import MULTIPLE_FIELDS, decode_message
from extract.dataset.queries import is_latest, latest_extraction_ids, latest_versions
from extract.dataset.review_schema import added_statements, edits
from extract.dataset.schema import (
    MACHINE,
    audit_trail,
    decisions,
    document_versions,
    documents,
    findings,
    statements,
)
from extract.errors import DatasetError
from extract.model import Message


@dataclass(frozen=True, slots=True)
class Change:
    """A value to set: of a statement, or of the letter `document` where `statement_id` is None.

    `expected_version` is the decision's number that the person has seen (0: nobody had set it); None to not ask.
    """

    statement_id: str | None
    field: str
    value: Any
    expected_version: int | None = None
    why: str | None = None
    document: str | None = None


class EditState(StrEnum):
    """Whether an edit stands, was undone, or can be neither undone nor redone any more."""

    DONE = "done"
    UNDONE = "undone"
    DISCARDED = "discarded"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Changed:
    """What an edit did to one value: what held before and after it, as stored, and who had said so.

    `version` is the decision's number once that was done, undone or redone: the next change of it expects that.
    """

    document: str
    statement_id: str | None
    field: str
    before: Any
    before_by: str
    after: Any
    after_by: str
    version: int


@dataclass(frozen=True, slots=True)
class Edit:
    """An action of a person. `label` tells what it was."""

    id: int
    at: datetime
    who: str
    document: str
    label: Message
    state: EditState
    changes: tuple[Changed, ...]


def apply_edit(connection: Connection, changes: Sequence[Change], who: str, label: Message) -> Edit:
    """Set all values or none. Raises EditConflictError and DatasetError as `Dataset.edit`.

    Raises ValueError without changes, or with two of one value.
    """
    resolved = [_resolve(connection, change) for change in changes]
    if not 0 < len(changes) == len({tuple(target.values()) for target, _ in resolved}):
        raise ValueError("an edit sets at least one value, and each once")
    _lock_documents(connection, {target["document_id"] for target, _ in resolved})
    connection.execute(
        update(edits).where(edits.c.who == who, edits.c.state == EditState.UNDONE.value),
        {"state": EditState.DISCARDED.value},
    )
    now = datetime.now(UTC)
    edit = connection.scalars(
        insert(edits).returning(edits.c.id),
        {
            "at": now,
            "who": who,
            "document_id": resolved[0][0]["document_id"],
            "label": label,
            "changes": [],
            "state": EditState.DONE.value,
        },
    ).one()
    done = []
    for change, (target, value) in zip(changes, resolved, strict=True):
        row = _decision(connection, target)
        version, was = (row.version if row else 0), _holding(connection, target, row)
        if change.expected_version not in {None, version}:
            raise EditConflictError(change.field, was["value"], version, was["by"], change.statement_id)
        after = {"value": value, "who": who, "why": change.why, "withdrawn": False, "edit_id": edit}
        _write(connection, target, row, after, now)
        _note(connection, target, who, "value_set", was, {"value": value, "by": who}, now, change.why)
        done.append(
            {
                **target,
                "version": version + 1,
                "before": _state(row) if row else None,
                "after": after,
                "was": was,
                "is": {"value": value, "by": who},
            }
        )
    connection.execute(update(edits).where(edits.c.id == edit), {"changes": done})
    return _load(connection, edits.c.id == edit)[0]


def undo_edit(connection: Connection, who: str) -> Edit | EditConflictError | None:
    """Undo the latest edit of a person that stands; None where there is none.

    Where someone else has changed one of its values since, nothing is undone and the conflict is returned, for the
    caller to raise once the edit is noted as overtaken: undoing once more goes on with the edit before it.
    """
    row = connection.execute(
        select(edits)
        .where(edits.c.who == who, edits.c.state == EditState.DONE.value)
        .order_by(edits.c.id.desc())
        .limit(1)
    ).one_or_none()
    return _turn(connection, row, forward=False) if row else None


def redo_edit(connection: Connection, who: str) -> Edit | EditConflictError | None:
    """Do again what the person undid last; otherwise as `undo_edit`."""
    row = connection.execute(
        select(edits).where(edits.c.who == who, edits.c.state == EditState.UNDONE.value).order_by(edits.c.id).limit(1)
    ).one_or_none()
    return _turn(connection, row, forward=True) if row else None


def list_edits(connection: Connection, who: str | None, document: str | None) -> list[Edit]:
    """The edits of a person, or about a letter, the oldest first."""
    return _load(
        connection,
        *([edits.c.who == who] if who is not None else []),
        *([documents.c.name == document] if document is not None else []),
    )


def _turn(connection: Connection, edit: Row[Any], *, forward: bool) -> Edit | EditConflictError:
    """Lead every value from one side of the edit to the other."""
    _lock_documents(connection, {change["document_id"] for change in edit.changes})
    rows = [_decision(connection, _target(change)) for change in edit.changes]
    for change, row in zip(edit.changes, rows, strict=True):
        before = change["before"]["edit_id"] if change["before"] else None
        if row is None or row.edit_id != (before if forward else edit.id):
            return _overtaken(connection, edit, _target(change), row)
    if any(change["field"] == ADDED for change in edit.changes):
        # Statements come or go with all that is set for them, so nobody else may have set anything since.
        mine = {change["statement_id"] for change in edit.changes}
        later = decisions.c.edit_id > edit.id, decisions.c.who != edit.who, ~decisions.c.withdrawn
        row = connection.execute(select(decisions).where(decisions.c.statement_id.in_(mine), *later)).first()
        if row is not None:
            return _overtaken(connection, edit, row._asdict(), row)
    now = datetime.now(UTC)
    turned = []
    for change, row in zip(edit.changes, rows, strict=True):
        target = _target(change)
        # What nobody had decided before the edit is decided no more: the machine's word holds again.
        undecided = {**change["after"], "withdrawn": True, "edit_id": None}
        was = _holding(connection, target, row)
        _write(connection, target, row, change["after"] if forward else change["before"] or undecided, now)
        row = _decision(connection, target)
        holds = _holding(connection, target, row)
        _note(connection, target, edit.who, "redone" if forward else "undone", was, holds, now, None)
        turned.append({**change, "version": row.version if row else 0})
    state = EditState.DONE if forward else EditState.UNDONE
    connection.execute(update(edits).where(edits.c.id == edit.id), {"changes": turned, "state": state.value})
    return _load(connection, edits.c.id == edit.id)[0]


def _overtaken(
    connection: Connection, edit: Row[Any], target: dict[str, Any], row: Row[Any] | None
) -> EditConflictError:
    """Note that the edit can be turned no more, and tell whose word stands against it."""
    connection.execute(update(edits).where(edits.c.id == edit.id), {"state": EditState.OVERTAKEN.value})
    holds = _holding(connection, target, row)
    return EditConflictError(
        target["field"], holds["value"], row.version if row else 0, holds["by"], target["statement_id"]
    )


def _load(connection: Connection, *conditions: ColumnElement[bool]) -> list[Edit]:
    rows = connection.execute(
        select(edits, documents.c.name).join_from(edits, documents).where(*conditions).order_by(edits.c.id)
    ).all()
    ids = {change["document_id"] for row in rows for change in row.changes}
    names: dict[int, str] = {
        row.id: row.name for row in connection.execute(select(documents).where(documents.c.id.in_(ids)))
    }
    return [
        Edit(
            row.id,
            row.at,
            row.who,
            row.name,
            decode_message(row.label),
            EditState(row.state),
            tuple(
                Changed(
                    names[change["document_id"]],
                    change["statement_id"],
                    change["field"],
                    change["was"]["value"],
                    change["was"]["by"],
                    change["is"]["value"],
                    change["is"]["by"],
                    change["version"],
                )
                for change in row.changes
            ),
        )
        for row in rows
    ]


def _resolve(connection: Connection, change: Change) -> tuple[dict[str, Any], Any]:
    """Where the change goes, and its value as it is stored."""
    if change.statement_id is None:
        known = connection.scalars(select(documents.c.id).where(documents.c.name == change.document)).one_or_none()
        if known is None:
            raise unknown(str(change.document))
        target = {"document_id": known, "statement_id": None, "field": change.field}
        return target, check_letter_value(change.field, change.value)
    row = connection.execute(
        select(statements.c.document_id, statements.c.text).where(statements.c.id == change.statement_id)
    ).one_or_none()
    if row is None:
        raise unknown(change.statement_id)
    target = {"document_id": row.document_id, "statement_id": change.statement_id, "field": change.field}
    if change.field == ADDED:
        added = select(added_statements.c.id).where(added_statements.c.statement_id == change.statement_id).limit(1)
        if not isinstance(change.value, bool) or connection.scalar(added) is None:
            raise wrong_value(change.field, change.value)
        return target, change.value
    return target, check_statement_value(change.field, change.value, row.text)


def unknown(name: str) -> DatasetError:
    """The error for a letter or statement that the dataset does not have."""
    return DatasetError(
        Message("The dataset has no {name}.", {"name": name}),
        Message("`extract status` lists the letters that it has."),
    )


def _lock_documents(connection: Connection, ids: set[int]) -> None:
    """SQLite lets one writer in at a time; PostgreSQL is made to do so for each document, always in one order."""
    connection.execute(select(documents.c.id).where(documents.c.id.in_(ids)).order_by(documents.c.id).with_for_update())


def _target(change: dict[str, Any]) -> dict[str, Any]:
    return {key: change[key] for key in ("document_id", "statement_id", "field")}


def _decision(connection: Connection, target: dict[str, Any]) -> Row[Any] | None:
    return connection.execute(_concerning(select(decisions), decisions, target)).one_or_none()


def _state(row: Row[Any]) -> dict[str, Any]:
    return {key: getattr(row, key) for key in ("value", "who", "why", "withdrawn", "edit_id")}


def _write(
    connection: Connection, target: dict[str, Any], row: Row[Any] | None, state: dict[str, Any], at: datetime
) -> None:
    if row:
        columns = {**state, "at": at, "version": row.version + 1}
        connection.execute(update(decisions).where(decisions.c.id == row.id), columns)
    else:
        connection.execute(insert(decisions), {**target, **state, "at": at, "version": 1})


def _note(
    connection: Connection,
    target: dict[str, Any],
    who: str,
    action: str,
    was: dict[str, Any],
    holds: dict[str, Any],
    at: datetime,
    why: str | None,
) -> None:
    trail = {"at": at, "who": who, "action": action, "old": was, "new": holds, "why": why}
    connection.execute(insert(audit_trail), {**target, **trail})


def _holding(connection: Connection, target: dict[str, Any], row: Row[Any] | None) -> dict[str, Any]:
    """What holds: what a person set, else what the machine says in the latest extraction of the latest version."""
    if row and not row.withdrawn:
        return {"value": row.value, "by": row.who}
    latest, extraction, version = latest_versions(), latest_extraction_ids(), document_versions.c
    query = (
        select(findings.c.value)
        .join(extraction, extraction.c.id == findings.c.extraction_id)
        .join(document_versions, version.id == extraction.c.version_id)
        .join(latest, is_latest(latest))
        .where(version.document_id == target["document_id"])
        .order_by(findings.c.ordinal)
    )
    values = connection.scalars(_concerning(query, findings, target)).all()
    several = target["field"] in MULTIPLE_FIELDS
    return {
        "value": [{"value": value} for value in values] if several else next(iter(values), None),
        "by": MACHINE,
    }


def _concerning(query: Select[Any], table: Table, target: dict[str, Any]) -> Select[Any]:
    query = query.where(
        table.c.statement_id.is_not_distinct_from(target["statement_id"]), table.c.field == target["field"]
    )
    return query if table is findings else query.where(table.c.document_id == target["document_id"])
