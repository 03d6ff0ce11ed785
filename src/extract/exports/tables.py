"""The dataset as tidy tables: one row a letter, part, signature, statement, count or project, joined by ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from extract.dataset import Absence, Dataset, HistoryEntry, ReviewStatus, StoredFinding, StoredLetter, StoredRecord
from extract.dataset.decisions import absence_of
from extract.dataset.encoding import FRAME_FIELDS, MULTIPLE_FIELDS, SINGLE_FIELDS
from extract.exports.catalogue import Layout, load_layouts
from extract.exports.places import place_of
from extract.fields.project_register import canonical_names
from extract.messages import Language, render
from extract.model import Count, DocumentPart, Message, Project, Signature, SignatureState
from extract.readers.members import shown_path

#: Nullable types, so that a missing number stays missing and an integer an integer.
_DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "object",
    "integers": "object",
}


def build_tables(dataset: Dataset, language: Language) -> dict[str, pd.DataFrame]:
    """Each table by its name, typed as `data/columns.toml` says; dates are `datetime.date`, lists of years tuples."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in load_layouts()}
    for letter, records in dataset.letters_with_records():
        rows["letters"].append(_letter_row(letter, language))
        rows["parts"] += [_part_row(letter, number, part, language) for number, part in enumerate(letter.parts)]
        rows["signatures"] += [
            _signature_row(letter, number, signature, language) for number, signature in enumerate(letter.signatures)
        ]
        for record in records:
            if record.review_status is ReviewStatus.REJECTED:
                continue
            rows["statements"].append(_statement_row(record, language))
            rows["counts"] += [_count_row(record, found, language) for found in record.counts]
            rows["projects"] += [_project_row(record, found, language) for found in record.projects]
    canonical = canonical_names([row["name"] for row in rows["projects"]])
    for row in rows["projects"]:
        row["name"] = canonical[row["name"]]
    rows["history"] = [_history_row(entry) for entry in dataset.histories()]
    return {name: _frame(layout, rows[name]) for name, layout in load_layouts().items()}


def _frame(layout: Layout, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            column.name: pd.Series([row[column.name] for row in rows], dtype=_DTYPES[column.type])
            for column in layout.columns
        }
    )


def _letter_row(letter: StoredLetter, language: Language) -> dict[str, Any]:
    return {
        "document": letter.name,
        "respondent": letter.respondent,
        "letter_date": letter.letter_date,
        "letter_number": letter.letter_number,
        "reporting_years": letter.reporting_years,
        "layout": letter.layout.value if letter.layout else None,
        "format": letter.format,
        "pages": letter.pages,
        "statements": letter.statements,
        "counts": letter.counts,
        "projects": letter.projects,
        "waiting": letter.waiting,
        "reviewed": letter.reviewed,
        "confidence": letter.confidence,
        "failed": letter.failed,
        "attention": _sentences(letter.attention, language),
        "version": letter.version,
        "sha256": letter.sha256,
        **_absences(letter.absences, FRAME_FIELDS),
    }


def _statement_row(record: StoredRecord, language: Language) -> dict[str, Any]:
    return {
        **_of_statement(record),
        "position": record.position,
        "respondent": record.respondent,
        "statement": record.statement.text,
        "no_measures": record.no_measures is not None and record.no_measures.value,
        **place_of(record.parts, record.statement.start, record.page),
        "start": record.statement.start,
        "end": record.statement.end,
        "confidence": record.confidence,
        "review_status": record.review_status.value,
        "attention": _sentences(record.attention, language),
        **_absences(record.absences, (*SINGLE_FIELDS, *MULTIPLE_FIELDS)),
        "added_by": record.added_by,
    }


def _count_row(record: StoredRecord, found: StoredFinding[Count], language: Language) -> dict[str, Any]:
    return {
        **_of_statement(record),
        **_of_finding(record, found, language),
        "value": found.value.value,
        "bound": found.value.bound.value,
        "unit": found.value.unit.value,
        "group": found.value.group,
        "role": found.value.role.value,
        "part_of": total_of(record, found),
    }


def _project_row(record: StoredRecord, found: StoredFinding[Project], language: Language) -> dict[str, Any]:
    return {
        **_of_statement(record),
        **_of_finding(record, found, language),
        "name": found.value.name,
        "kind": found.value.kind.value,
        "number": found.value.number,
        "funder": found.value.funder,
    }


def _part_row(letter: StoredLetter, number: int, part: DocumentPart, language: Language) -> dict[str, Any]:
    integrity = part_integrity(letter, part)
    return {
        "part_id": f"{letter.name}#{number + 1}",
        "document": letter.name,
        "position": number,
        "name": part.name,
        "within": shown_path(part.within) or None,
        "format": part.format,
        "role": part.role.value,
        "reason": render(part.reason, language) if part.reason else None,
        "integrity": integrity.value if integrity else None,
        "first_page": part.first_page,
        "pages": part.pages,
        "sha256": part.sha256,
    }


def _signature_row(letter: StoredLetter, number: int, signature: Signature, language: Language) -> dict[str, Any]:
    return {
        "signature_id": f"{letter.name}#{number + 1}",
        "document": letter.name,
        "within": shown_path(signature.within) or None,
        "signer": signature.signer,
        "claimed_time": signature.claimed_time.isoformat() if signature.claimed_time else None,
        "state": signature.state.value,
        "covers": "; ".join(file.name for file in signature.covers) or None,
        "reason": render(signature.reason, language),
    }


def total_of(record: StoredRecord, found: StoredFinding[Count]) -> str | None:
    """The identifier of the count that a count is a part of; None where it is no part."""
    total = found.value.part_of
    return record.counts[total].id if total is not None and total < len(record.counts) else None


def _history_row(entry: HistoryEntry) -> dict[str, Any]:
    return {
        "change_id": entry.key,
        "document": entry.document,
        "statement_id": entry.statement_id,
        "statement": entry.statement,
        "field": entry.field,
        "at": entry.at.isoformat(),
        "who": entry.who,
        "action": entry.action,
        "before": _written(entry.before),
        "before_by": entry.before_by,
        "after": _written(entry.after),
        "after_by": entry.after_by,
        "why": entry.why,
    }


def _written(value: Any) -> str | None:
    """A stored value in one cell."""
    if value is None or isinstance(value, str):
        return value
    if (absence := absence_of(value)) is not None:
        return absence.value
    if isinstance(value, list) and value and all(isinstance(one, int) for one in value):
        return ";".join(map(str, value))
    return json.dumps(value, ensure_ascii=False)


def _absences(absences: Mapping[str, Absence], fields: Iterable[str]) -> dict[str, str | None]:
    return {f"{field}_absence": absences[field].value if field in absences else None for field in fields}


def part_integrity(letter: StoredLetter, part: DocumentPart) -> SignatureState | None:
    """What the signatures together tell of a part: that it was changed, else that it is intact; None where it has none.

    One that fits is enough, as each signer signs by themselves; one that does not fit outweighs it.
    """
    states = {signature.vouches_for(part) for signature in letter.signatures}
    order = (SignatureState.BROKEN, SignatureState.INTACT, SignatureState.UNVERIFIABLE)
    return next((state for state in order if state in states), None)


def _of_statement(record: StoredRecord) -> dict[str, Any]:
    return {
        "statement_id": record.id,
        "document": record.document,
        "domain": record.domain.value if record.domain else None,
        "years": record.years.value if record.years else (),
    }


def _of_finding(record: StoredRecord, found: StoredFinding[Any], language: Language) -> dict[str, Any]:
    first = found.evidence[0] if found.evidence else None
    return {
        "finding_id": found.id,
        "text": first.quote if first else None,
        **(place_of(record.parts, first.start, first.page) if first else {"part": None, "page": None}),
        "start": first.start if first else None,
        "end": first.end if first else None,
        "confidence": found.confidence,
        "reason": render(found.reason, language),
    }


def _sentences(messages: Iterable[Message], language: Language) -> str | None:
    return " ".join(render(message, language) for message in messages) or None
