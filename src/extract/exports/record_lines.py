"""`records.jsonl`: one statement a line, in the form in which records are held against gold letters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic_core import to_jsonable_python

from extract.dataset import Dataset, ReviewStatus, StoredFinding, StoredRecord
from extract.dataset.acceptance import signs_of
from extract.exports.places import evidence_tree, place_of
from extract.exports.tables import total_of
from extract.exports.writing import replacing
from extract.fields.oversights import completeness
from extract.messages import Language, render
from extract.model import DocumentPart


def export_record_lines(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    """Write the lines to the file `target`."""
    with replacing(target) as new, new.open("w", encoding="utf-8", newline="\n") as file:
        for line in record_lines(dataset, language):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return [target]


def record_lines(dataset: Dataset, language: Language) -> Iterator[dict[str, Any]]:
    """One object a statement, sorted by document and place; reasons in `language`."""
    for record in dataset.records():
        if record.review_status is not ReviewStatus.REJECTED:
            yield {
                "document": record.document,
                "respondent": record.respondent,
                **statement_tree(record, language),
            }


def statement_tree(record: StoredRecord, language: Language) -> dict[str, Any]:
    """A statement with its values, and under `findings` what the single values rest on."""
    statement, signs = record.statement, signs_of(record)
    return {
        "statement_id": record.id,
        "position": record.position,
        "statement": statement.text,
        "domain": record.domain.value if record.domain else None,
        "years": list(record.years.value) if record.years else [],
        "no_measures": record.no_measures is not None and record.no_measures.value,
        "counts": [
            {
                "text": first_quote(found),
                "value": found.value.value,
                "bound": found.value.bound.value,
                "unit": found.value.unit.value,
                "group": found.value.group,
                "role": found.value.role.value,
                "part_of": total_of(record, found),
                **finding_tree(found, language, record.parts),
            }
            for found in record.counts
        ],
        "projects": [
            {
                "text": first_quote(found),
                "name": found.value.name,
                "kind": found.value.kind.value,
                "number": found.value.number,
                "funder": found.value.funder,
                **finding_tree(found, language, record.parts),
            }
            for found in record.projects
        ],
        **place_of(record.parts, statement.start, record.page),
        "start": statement.start,
        "end": statement.end,
        "heading": statement.heading.quote if statement.heading else None,
        "lead_in": statement.lead_in.quote if statement.lead_in else None,
        "absences": {field: absence.value for field, absence in record.absences.items()},
        "suggested": suggestions(record.found),
        "added_by": record.added_by,
        "review_status": record.review_status.value,
        "confidence": record.confidence,
        "completeness": completeness({sign.kind for sign in signs}),
        "signs": [{"kind": sign.kind.value, "quote": statement.text[sign.start : sign.end]} for sign in signs],
        "attention": [render(reason, language) for reason in record.attention],
        "findings": {
            "years": finding_tree(record.years, language, record.parts) if record.years else None,
            "domain": finding_tree(record.domain, language, record.parts) if record.domain else None,
            "no_measures": finding_tree(record.no_measures, language, record.parts) if record.no_measures else None,
        },
    }


def finding_tree(found: StoredFinding[Any], language: Language, parts: Sequence[DocumentPart]) -> dict[str, Any]:
    """All of a finding but its value; `parts` are those of the arrival."""
    return {
        "finding_id": found.id,
        "confidence": found.confidence,
        "reason": render(found.reason, language),
        "method": found.method,
        "decided_by": found.decided_by,
        "alternatives": [to_jsonable_python(value) for value in found.alternatives],
        "evidence": [evidence_tree(parts, evidence) for evidence in found.evidence],
    }


def suggestions(found: Mapping[str, Sequence[StoredFinding[Any]]]) -> dict[str, list[Any]]:
    """What the machine says of the fields that a person has set."""
    return {field: to_jsonable_python([one.value for one in values]) for field, values in found.items()}


def first_quote(found: StoredFinding[Any]) -> str | None:
    """The value's own words; None where a person set it without marking any."""
    return found.evidence[0].quote if found.evidence else None
