"""The history of values: what people set, undid and redid, and what each extraction found otherwise than before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from extract.dataset.encoding import MULTIPLE_FIELDS
from extract.dataset.schema import (
    MACHINE,
    audit_trail,
    document_versions,
    documents,
    extractions,
    findings,
    placements,
    statements,
)

#: What the audit trail calls the changes of a value.
_CHANGES = ("value_set", "undone", "redone")


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one value: when, by whom, from what to what, as stored, and why, if they said so.

    `key` is the same whenever the history is asked for. `action` is "found" for what an extraction found otherwise than
    the one before (`why` is then None), else "value_set", "undone" or "redone". `before_by` and `after_by` are whose
    words the values are; the machine's are "extract". `statement_id` is None for a field of the letter.
    """

    key: str
    at: datetime
    who: str
    action: str
    document: str
    statement_id: str | None
    statement: str | None
    field: str
    before: Any
    before_by: str
    after: Any
    after_by: str
    why: str | None


def load_history(
    connection: Connection, document: str | None = None, statement_id: str | None = None, field: str | None = None
) -> Iterator[HistoryEntry]:
    """All changes of values, or those of one letter, statement or field, letter by letter and the oldest first.

    What an extraction found is told from the first one on for a field that was asked for, else only of values that
    have changed at least once, as the others stand in the dataset as they were found.
    """
    wanted = select(documents.c.id, documents.c.name)
    if document is not None:
        wanted = wanted.where(documents.c.name == document)
    elif field is None:
        changed = select(audit_trail.c.document_id).where(audit_trail.c.action.in_(_CHANGES))
        wanted = wanted.where(documents.c.id.in_(changed) | documents.c.id.in_(_extracted_again()))
    if statement_id is not None:
        wanted = wanted.join(statements).where(statements.c.id == statement_id)
    known = sorted(((row.id, row.name) for row in connection.execute(wanted)), key=lambda row: row[1])
    for number, name in known:
        entries: dict[tuple[str | None, str], list[HistoryEntry]] = defaultdict(list)
        changes = list(_set(connection, number, name))
        for entry in [*_found(connection, number, name, statement_id, field, is_changed=bool(changes)), *changes]:
            if statement_id in {None, entry.statement_id} and field in {None, entry.field}:
                entries[entry.statement_id, entry.field].append(entry)
        for place, group in list(entries.items()):
            if field is None and len(group) == 1 and group[0].action == "found":
                del entries[place]
        yield from sorted((entry for group in entries.values() for entry in group), key=lambda entry: entry.at)


def _extracted_again() -> Select[tuple[int]]:
    """The documents of which there is more than one extraction: only in these may the machine have changed its word."""
    return (
        select(document_versions.c.document_id)
        .join_from(extractions, document_versions)
        .group_by(document_versions.c.document_id)
        .having(func.count() > 1)
    )


def _set(connection: Connection, document: int, name: str) -> Iterator[HistoryEntry]:
    trail = (
        select(audit_trail, statements.c.text)
        .outerjoin_from(audit_trail, statements, statements.c.id == audit_trail.c.statement_id)
        .where(audit_trail.c.document_id == document, audit_trail.c.action.in_(_CHANGES))
        .order_by(audit_trail.c.id)
    )
    for row in connection.execute(trail):
        yield HistoryEntry(
            f"a{row.id}",
            row.at,
            row.who,
            row.action,
            name,
            row.statement_id,
            row.text,
            row.field,
            row.old["value"],
            row.old["by"],
            row.new["value"],
            row.new["by"],
            row.why,
        )


def _found(
    connection: Connection, document: int, name: str, statement_id: str | None, field: str | None, *, is_changed: bool
) -> Iterator[HistoryEntry]:
    """What the extractions of a document found, as far as one differs from the one before it."""
    made = connection.execute(
        select(extractions.c.id, audit_trail.c.at)
        .join_from(extractions, document_versions)
        .join(
            audit_trail,
            (audit_trail.c.run_id == extractions.c.run_id)
            & (audit_trail.c.document_id == document_versions.c.document_id)
            & (audit_trail.c.action == "extraction_added"),
        )
        .where(document_versions.c.document_id == document)
        .order_by(extractions.c.id)
    ).all()
    if len(made) < 2 and field is None and not is_changed:
        return
    held: dict[tuple[str | None, str], Any] = {}
    for extraction, at in made:
        texts: dict[str | None, str | None] = {None: None}
        placed = (
            select(statements.c.id, statements.c.text)
            .join_from(placements, statements)
            .where(placements.c.extraction_id == extraction)
        )
        texts |= {row.id: row.text for row in connection.execute(placed)}
        found = _values(connection, extraction, statement_id, field)
        # A statement that is not in this version's text is not asked about: its values wait with it.
        for place in [*found, *(place for place in held if place not in found and place[0] in texts)]:
            before, after = held.get(place), found.get(place)
            if before == after:
                continue
            held[place] = after
            yield HistoryEntry(
                f"e{extraction}.{place[0] or ''}.{place[1]}",
                at,
                MACHINE,
                "found",
                name,
                place[0],
                texts.get(place[0]),
                place[1],
                before,
                MACHINE,
                after,
                MACHINE,
                None,
            )


def _values(
    connection: Connection, extraction: int, statement_id: str | None, field: str | None
) -> dict[tuple[str | None, str], Any]:
    conditions: list[ColumnElement[bool]] = [findings.c.extraction_id == extraction]
    if statement_id is not None:
        conditions.append(findings.c.statement_id == statement_id)
    if field is not None:
        conditions.append(findings.c.field == field)
    values: dict[tuple[str | None, str], Any] = {}
    for row in connection.execute(select(findings).where(*conditions).order_by(findings.c.ordinal)):
        place = (row.statement_id, row.field)
        if row.field in MULTIPLE_FIELDS:
            values.setdefault(place, []).append({"value": row.value})
        else:
            values[place] = row.value
    return values
