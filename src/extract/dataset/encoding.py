"""Between the model and the columns: what goes in comes back equal."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row

from extract.dataset.identity import finding_ids, fingerprint, statement_ids
from extract.model import (
    Block,
    Box,
    Cell,
    Count,
    Document,
    DocumentPart,
    Evidence,
    Extraction,
    Finding,
    Frame,
    Message,
    Page,
    Project,
    Record,
    Signature,
    Word,
)

#: The type of every field's value; counts and projects have one finding for each value.
VALUES: dict[str, TypeAdapter[Any]] = {
    "respondent": TypeAdapter(str),
    "letter_date": TypeAdapter(date),
    "letter_number": TypeAdapter(str),
    "reporting_years": TypeAdapter(tuple[int, ...]),
    "years": TypeAdapter(tuple[int, ...]),
    "domain": TypeAdapter(str),
    "no_measures": TypeAdapter(bool),
    "counts": TypeAdapter(Count),
    "projects": TypeAdapter(Project),
}
FRAME_FIELDS = ("respondent", "letter_date", "letter_number", "reporting_years")
#: Fields of a statement of which there is at most one finding, and those of which there may be many.
SINGLE_FIELDS = ("years", "domain", "no_measures")
MULTIPLE_FIELDS = ("counts", "projects")

_EVIDENCE = TypeAdapter(Evidence)


@dataclass(frozen=True, slots=True)
class _Structure:
    """All of a document but its text and what the columns hold."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    words: tuple[Word, ...]


_STRUCTURE = TypeAdapter(_Structure)
_PARTS = TypeAdapter(tuple[DocumentPart, ...])
_SIGNATURES = TypeAdapter(tuple[Signature, ...])
#: Words and boxes shrink to a tenth at zlib's fastest level; the slower ones gain little.
_ZLIB_LEVEL = 1


def encode_reading(document: Document) -> dict[str, Any]:
    """The columns of a document version that tell what was read."""
    # Most documents have no picture: their words are stored, and told apart from earlier readings, without confidence.
    recognised = any(word.confidence is not None for word in document.words)
    structure = _STRUCTURE.dump_json(
        _Structure(document.pages, document.blocks, document.words),
        exclude=None if recognised else {"words": {"__all__": {"confidence"}}},
    )
    # A file that came by itself has neither, and keeps the fingerprint that it had before there were any.
    arrival = (document.parts, document.signatures) if document.parts else ()
    return {
        "sha256": document.sha256,
        "format": document.format,
        "text": document.text,
        "structure": zlib.compress(structure, _ZLIB_LEVEL),
        "reading_sha256": fingerprint((document.format, document.text, structure.decode(), document.notices, *arrival)),
        "pages": len(document.pages),
        "pages_without_text": [page.number for page in document.pages if not page.has_text],
        "notices": document.notices,
        "parts": document.parts,
        "signatures": document.signatures,
    }


def decode_document(name: str, version: Row[Any]) -> Document:
    """The document as it was read."""
    structure = _STRUCTURE.validate_json(zlib.decompress(version.structure))
    return Document(
        name,
        version.sha256,
        version.format,
        version.text,
        structure.blocks,
        structure.pages,
        structure.words,
        decode_messages(version.notices),
        *decode_arrival(version),
    )


def decode_arrival(version: Row[Any]) -> tuple[tuple[DocumentPart, ...], tuple[Signature, ...]]:
    """The parts and signatures of a document version."""
    return _PARTS.validate_python(version.parts), _SIGNATURES.validate_python(version.signatures)


@dataclass(frozen=True, slots=True)
class EncodedExtraction:
    """The rows of an extraction, all but the extraction's own number in them, and their fingerprint."""

    statements: list[dict[str, Any]]
    placements: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    evidence: list[dict[str, Any]]
    sha256: str


def encode_extraction(extraction: Extraction) -> EncodedExtraction:
    """Raises ValueError where a record does not belong to its letter's statement or a quote is not in the text."""
    letter = extraction.letter
    document = letter.document
    statements: list[dict[str, Any]] = []
    placements: list[dict[str, Any]] = []
    rows = _FindingRows(document)
    rows.add(None, document.name, 0, _frame_findings(letter.frame))
    ids = statement_ids(document.name, letter.statements)
    for position, (record, (identifier, occurrence)) in enumerate(zip(extraction.records, ids, strict=True)):
        statement = record.statement
        if document.text[statement.start : statement.end] != statement.text:
            raise ValueError(f"{document.name}: statement {position} is not what stands at its place")
        statements.append({"id": identifier, "text": statement.text, "occurrence": occurrence})
        placements.append(
            {
                "position": position,
                "statement_id": identifier,
                "start": statement.start,
                "end": statement.end,
                "paragraph": statement.paragraph,
                "page": document.evidence(statement.start, statement.end).page,
                "is_list_item": statement.is_list_item,
                "heading": statement.heading,
                "lead_in": statement.lead_in,
            }
        )
        rows.add(identifier, identifier, statement.start, _record_findings(record))
    sha256 = fingerprint((letter.layout, extraction.notices, placements, rows.findings, rows.evidence))
    return EncodedExtraction(statements, placements, rows.findings, rows.evidence, sha256)


class _FindingRows:
    """Collects the rows of findings and their evidence."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.findings: list[dict[str, Any]] = []
        self.evidence: list[dict[str, Any]] = []

    def add(self, statement: str | None, owner: str, start: int, findings: Iterator[tuple[str, Finding[Any]]]) -> None:
        """Add the findings of a statement that begins at `start`, or of the frame."""
        named = list(findings)
        for identifier, (field, finding) in zip(finding_ids(owner, start, named), named, strict=True):
            self.findings.append(
                {
                    "id": identifier,
                    "ordinal": len(self.findings),
                    "statement_id": statement,
                    "field": field,
                    "value": finding.value,
                    "method": finding.method,
                    "confidence": finding.confidence,
                    "reason": finding.reason,
                    "alternatives": finding.alternatives,
                }
            )
            for ordinal, evidence in enumerate(finding.evidence):
                self._add_evidence(identifier, ordinal, evidence)

    def _add_evidence(self, finding: str, ordinal: int, evidence: Evidence) -> None:
        if self._document.text[evidence.start : evidence.end] != evidence.quote:
            raise ValueError(f"{self._document.name}: {evidence.quote!r} does not stand at {evidence.start}")
        cell = evidence.cell
        self.evidence.append(
            {
                "finding_id": finding,
                "ordinal": ordinal,
                "start": evidence.start,
                "end": evidence.end,
                "quote": evidence.quote,
                "page": evidence.page,
                "boxes": [(box.page, box.x0, box.top, box.x1, box.bottom) for box in evidence.boxes],
                "paragraph": evidence.paragraph,
                "cell": (cell.table, cell.row, cell.column) if cell else None,
            }
        )


def _frame_findings(frame: Frame) -> Iterator[tuple[str, Finding[Any]]]:
    return ((field, finding) for field in FRAME_FIELDS if (finding := getattr(frame, field)) is not None)


def _record_findings(record: Record) -> Iterator[tuple[str, Finding[Any]]]:
    for field in SINGLE_FIELDS:
        if (finding := getattr(record, field)) is not None:
            yield field, finding
    for field in MULTIPLE_FIELDS:
        for finding in getattr(record, field):
            yield field, finding


def encode_message(message: Message) -> dict[str, Any]:
    """A message as its column holds it."""
    values = message.values.items()
    return {
        "text": message.text,
        "values": {name: encode_message(value) if isinstance(value, Message) else value for name, value in values},
    }


def decode_message(stored: dict[str, Any]) -> Message:
    """A message from its column."""
    values = stored["values"].items()
    return Message(
        stored["text"], {name: decode_message(value) if isinstance(value, dict) else value for name, value in values}
    )


def decode_messages(stored: list[dict[str, Any]] | None) -> tuple[Message, ...]:
    """Messages from their column."""
    return tuple(decode_message(message) for message in stored or ())


def decode_quote(stored: dict[str, Any] | None) -> Evidence | None:
    """A statement's heading or lead-in from its column."""
    return None if stored is None else _EVIDENCE.validate_python(stored)


def decode_evidence(row: Row[Any]) -> Evidence:
    """Evidence from its row."""
    return Evidence(
        row.start,
        row.end,
        row.quote,
        row.page,
        tuple(Box(*box) for box in row.boxes),
        row.paragraph,
        Cell(*row.cell) if row.cell else None,
    )
