"""JSON: a list of letters, each a tree of its statements and their findings; unreadable letters with their reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extract.dataset import Dataset, ReviewStatus, StoredLetter
from extract.exports.record_lines import finding_tree, statement_tree, suggestions
from extract.exports.tables import part_integrity
from extract.exports.writing import replacing
from extract.messages import Language, render
from extract.model import DocumentPart, Signature


def export_letter_tree(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    """Write the letters to the file `target`."""
    with replacing(target) as new, new.open("w", encoding="utf-8", newline="\n") as file:
        separator = "[\n"
        for letter, records in dataset.letters_with_records():
            tree = _letter_tree(letter, language)
            tree["statements"] = [
                statement_tree(record, language)
                for record in records
                if record.review_status is not ReviewStatus.REJECTED
            ]
            file.write(separator + json.dumps(tree, ensure_ascii=False, indent=1))
            separator = ",\n"
        file.write("\n]\n" if separator == ",\n" else "[]\n")
    return [target]


def _letter_tree(letter: StoredLetter, language: Language) -> dict[str, Any]:
    frame = letter.frame
    found = {
        "respondent": frame.respondent,
        "letter_date": frame.letter_date,
        "letter_number": frame.letter_number,
        "reporting_years": frame.reporting_years,
    }
    return {
        "document": letter.name,
        "version": letter.version,
        "sha256": letter.sha256,
        "format": letter.format,
        "pages": letter.pages,
        "failed": letter.failed,
        "cause": render(letter.cause, language) if letter.cause else None,
        "advice": render(letter.advice, language) if letter.advice else None,
        "parts": [_part_tree(letter, part, language) for part in letter.parts],
        "signatures": [_signature_tree(signature, language) for signature in letter.signatures],
        "notices": [render(notice, language) for notice in letter.notices],
        "attention": [render(reason, language) for reason in letter.attention],
        "waiting": letter.waiting,
        "layout": letter.layout.value if letter.layout else None,
        "respondent": letter.respondent,
        "letter_date": letter.letter_date.isoformat() if letter.letter_date else None,
        "letter_number": letter.letter_number,
        "reporting_years": list(letter.reporting_years),
        "absences": {field: absence.value for field, absence in letter.absences.items()},
        "suggested": suggestions(letter.found),
        "confidence": letter.confidence,
        "findings": {
            field: finding_tree(finding, language, letter.parts) if finding else None
            for field, finding in found.items()
        },
    }


def _part_tree(letter: StoredLetter, part: DocumentPart, language: Language) -> dict[str, Any]:
    integrity = part_integrity(letter, part)
    return {
        "name": part.name,
        "within": list(part.within),
        "format": part.format,
        "sha256": part.sha256,
        "role": part.role.value,
        "reason": render(part.reason, language) if part.reason else None,
        "start": part.start,
        "end": part.end,
        "first_page": part.first_page,
        "pages": part.pages,
        "integrity": integrity.value if integrity else None,
    }


def _signature_tree(signature: Signature, language: Language) -> dict[str, Any]:
    return {
        "signer": signature.signer,
        "claimed_time": signature.claimed_time.isoformat() if signature.claimed_time else None,
        "state": signature.state.value,
        "reason": render(signature.reason, language),
        "within": list(signature.within),
        "covers": [{"name": file.name, "is_unchanged": file.is_unchanged} for file in signature.covers],
    }
