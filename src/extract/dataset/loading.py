"""Rows to letters and records: the latest extraction of the latest version, decisions of people going before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select

from extract.dataset.additions import Added, Place, place_added
from extract.dataset.attention import letter_flags, statement_flags
from extract.dataset.consistency import flag_inconsistencies
from extract.dataset.decisions import ADDED, REVIEW_STATUS, absence_of, decided_finding, decided_findings
from extract.dataset.encoding import (
    FRAME_FIELDS,
    MULTIPLE_FIELDS,
    SINGLE_FIELDS,
    VALUES,
    decode_arrival,
    decode_document,
    decode_evidence,
    decode_message,
    decode_messages,
    decode_quote,
)
from extract.dataset.jumps import Key, figures_of, flag_jumps
from extract.dataset.letter_rows import LetterRows, load_rows
from extract.dataset.queries import copies_of_letters, respondents
from extract.dataset.records import Absence, ReviewStatus, StoredFinding, StoredFrame, StoredLetter, StoredRecord
from extract.dataset.schema import documents
from extract.model import Document, DocumentPart, Evidence, Layout, Message, Statement

#: What stands for a reason that was not loaded.
_UNTOLD = Message("–")
#: Documents whose rows are asked for together: few queries, and little in memory.
_CHUNK = 50


def load_letters(
    connection: Connection, name: str | None, *, with_evidence: bool
) -> Iterator[tuple[StoredLetter, tuple[StoredRecord, ...]]]:
    """Every letter with its records, or the one of that name, sorted by name.

    Without evidence, and then without reasons and alternatives, it is much faster; sentences that would quote the
    letter then show the value.
    """
    wanted = select(documents.c.id, documents.c.name)
    if name is not None:
        wanted = wanted.where(documents.c.name == name)
    # Sorted here, since databases sort letters with diacritics each in its own way.
    known = sorted(((row.id, row.name) for row in connection.execute(wanted)), key=lambda row: row[1])
    copies, earlier = copies_of_letters(connection), _LettersBefore(connection)
    for first in range(0, len(known), _CHUNK):
        chunk = dict(known[first : first + _CHUNK])
        rows = load_rows(connection, list(chunk), with_evidence=with_evidence)
        for document, called in chunk.items():
            same = [other for other in copies.get(rows[document].version.sha256, ()) if other != called]
            yield _Letter(called, rows[document], same, with_evidence=with_evidence).build(earlier.figures(document))


class _LettersBefore:
    """What the letters count that the same respondents wrote a year before. Each is loaded once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._years = respondents(connection)
        self._letters: dict[tuple[str, int], list[int]] = defaultdict(list)
        for document, written in self._years.items():
            self._letters[written].append(document)
        self._known: dict[int, dict[Key, int]] = {}

    def figures(self, document: int) -> list[dict[Key, int]]:
        """The figures of the letters whose latest year is the one before that of the document."""
        if document not in self._years:
            return []
        respondent, year = self._years[document]
        before = self._letters.get((respondent, year - 1), [])
        if missing := [other for other in before if other not in self._known]:
            for other, rows in load_rows(self._connection, missing, with_evidence=False).items():
                self._known[other] = figures_of(_Letter("", rows, (), with_evidence=False).build(())[1])
        return [self._known[other] for other in before]


class _Letter:
    """Puts the rows of one document together."""

    def __init__(self, name: str, rows: LetterRows, same_content: Sequence[str], *, with_evidence: bool) -> None:
        self._name = name
        self._with_evidence = with_evidence
        self._rows = rows
        self._same_content = same_content
        self._findings: dict[str | None, dict[str, list[StoredFinding[Any]]]] = defaultdict(lambda: defaultdict(list))
        for row in rows.findings:
            self._findings[row.statement_id][row.field].append(self._finding(row))
        self._decisions: dict[str | None, dict[str, Row[Any]]] = defaultdict(dict)
        self._versions: dict[str | None, dict[str, int]] = defaultdict(dict)
        for row in rows.decisions:
            self._versions[row.statement_id][row.field] = row.version
            if not row.withdrawn:
                self._decisions[row.statement_id][row.field] = row
        self._added = {row.statement_id: Added(row.statement_id, row.text, row.start, row.who) for row in rows.added}

    def build(self, before: Sequence[Mapping[Key, int]]) -> tuple[StoredLetter, tuple[StoredRecord, ...]]:
        """The letter with its records; `before` are the figures of its respondent's letters of the year before."""
        version = self._rows.version
        frame = StoredFrame(**{field: self._single(None, field) for field in FRAME_FIELDS})
        places = place_added(self._rows.placements, self._standing(), version.text)
        parts, signatures = decode_arrival(version)
        records = flag_inconsistencies(
            [self._record(place, position, frame, parts) for position, place in enumerate(places)]
        )
        records = flag_jumps(records, before)
        standing = [record for record in records if record.review_status is not ReviewStatus.REJECTED]
        sure = [record.confidence for record in standing if record.confidence is not None]
        sure += [found.confidence for field in FRAME_FIELDS if (found := getattr(frame, field)) is not None]
        cause = decode_message(version.cause) if version.cause else None
        waiting = self._waiting({place.statement_id for place in places})
        unseen = sum(record.review_status is ReviewStatus.UNREVIEWED for record in records)
        letter = StoredLetter(
            name=self._name,
            version=version.number,
            sha256=version.sha256,
            format=version.format,
            first_seen=version.first_seen,
            failed=cause is not None,
            cause=cause,
            advice=decode_message(version.advice) if version.advice else None,
            notices=self._notices(),
            frame=frame,
            layout=Layout(version.layout) if version.layout else None,
            pages=version.pages,
            statements=len(standing),
            counts=sum(len(record.counts) for record in standing),
            projects=sum(len(record.projects) for record in standing),
            waiting=sum(bool(record.flags) for record in records),
            reviewed=len(records) - unseen,
            unreviewed=unseen,
            confidence=min(sure, default=None),
            flags=letter_flags(
                cause=cause,
                pages_without_text=version.pages_without_text,
                frame=frame,
                statements=len(records),
                is_read=version.text is not None,
                orphaned=waiting,
                same_content=self._same_content,
                parts=parts,
                signatures=signatures,
                decided=self._decisions[None],
                is_accepted=self._is_accepted(),
            ),
            parts=parts,
            signatures=signatures,
            source=Path(version.source) if version.source else None,
            is_accepted=self._is_accepted(),
            decisions=self._versions[None],
            absences=self._absences(None),
            found=self._found(None),
            decided_by=_deciders(self._decisions[None]),
        )
        return letter, records

    def _standing(self) -> list[Added]:
        """The statements that people added and did not take back."""
        said = {statement: decided[ADDED].value for statement, decided in self._decisions.items() if ADDED in decided}
        return [added for statement, added in self._added.items() if said.get(statement)]

    def _waiting(self, here: set[str]) -> int:
        """How many statements have decisions but are not in the text, without those that a person took back."""
        return sum(
            statement is not None and statement not in here and (ADDED not in decided or decided[ADDED].value)
            for statement, decided in self._decisions.items()
            if decided and (statement not in self._added or ADDED in decided)
        )

    def _is_accepted(self) -> bool:
        """Whether a person said that nothing is left to do, of this version."""
        said = self._decisions[None].get(REVIEW_STATUS)
        return said is not None and said.value == ReviewStatus.ACCEPTED and said.at >= self._rows.version.first_seen

    def _record(
        self, row: Row[Any] | Place, position: int, frame: StoredFrame, parts: tuple[DocumentPart, ...]
    ) -> StoredRecord:
        identifier: str = row.statement_id
        decided = self._decisions[identifier]
        holds: dict[str, Any] = {field: self._single(identifier, field) for field in SINGLE_FIELDS}
        holds |= {field: self._multiple(row, field) for field in MULTIPLE_FIELDS}
        found = [finding for field in SINGLE_FIELDS if (finding := holds[field]) is not None]
        found += [finding for field in MULTIPLE_FIELDS for finding in holds[field]]
        reporting_years = frame.reporting_years.value if frame.reporting_years else ()
        seen = REVIEW_STATUS in decided and decided[REVIEW_STATUS].value != ReviewStatus.UNREVIEWED
        return StoredRecord(
            id=identifier,
            document=self._name,
            respondent=frame.respondent.value if frame.respondent else None,
            position=position,
            statement=Statement(
                row.start,
                row.end,
                row.text,
                row.paragraph,
                decode_quote(row.heading),
                decode_quote(row.lead_in),
                row.is_list_item,
            ),
            page=self._page(row),
            **holds,
            review_status=self._review_status(identifier, holds),
            confidence=min((finding.confidence for finding in found), default=None),
            flags=() if seen else statement_flags(**holds, reporting_years=reporting_years, decided=decided),
            decisions=self._versions[identifier],
            absences=self._absences(identifier),
            found=self._found(identifier),
            decided_by=_deciders(decided),
            added_by=row.added_by if isinstance(row, Place) else None,
            parts=parts,
        )

    def _page(self, row: Row[Any] | Place) -> int | None:
        if isinstance(row, Place):
            return self._document.evidence(row.start, row.end).page if self._with_evidence else None
        page: int | None = row.page
        return page

    def _absences(self, statement: str | None) -> dict[str, Absence]:
        return {
            field: absence
            for field, decision in self._decisions[statement].items()
            if (absence := absence_of(decision.value)) is not None
        }

    def _found(self, statement: str | None) -> dict[str, tuple[StoredFinding[Any], ...]]:
        return {
            field: tuple(self._findings[statement][field]) for field in self._decisions[statement] if field in VALUES
        }

    def _review_status(self, statement: str, holds: dict[str, Any]) -> ReviewStatus:
        decided = self._decisions[statement]
        said = decided[REVIEW_STATUS].value if REVIEW_STATUS in decided else None
        if said == ReviewStatus.REJECTED:
            return ReviewStatus.REJECTED
        fields = [field for field in decided if field in VALUES]
        if ADDED in decided:
            # What was carried over when a statement was split or merged is the machine's word as before: nobody has
            # looked at it since.
            looked = any(decided[field].edit_id != decided[ADDED].edit_id for field in fields)
            return ReviewStatus.CORRECTED if looked or said == ReviewStatus.ACCEPTED else ReviewStatus.UNREVIEWED
        if any(_values(holds[field]) != _values(self._findings[statement][field]) for field in fields):
            return ReviewStatus.CORRECTED
        return ReviewStatus.ACCEPTED if fields or said == ReviewStatus.ACCEPTED else ReviewStatus.UNREVIEWED

    def _notices(self) -> tuple[Message, ...]:
        """What the reader noted, then what was noted after it."""
        version = self._rows.version
        noted = list(version.notices)
        noted += [notice for notice in version.extraction_notices or () if notice not in noted]
        return decode_messages(noted)

    def _single(self, statement: str | None, field: str) -> StoredFinding[Any] | None:
        found = next(iter(self._findings[statement][field]), None)
        decision = self._decisions[statement].get(field)
        return decided_finding(field, decision, statement or self._name, found) if decision else found

    def _multiple(self, row: Row[Any] | Place, field: str) -> tuple[StoredFinding[Any], ...]:
        decision = self._decisions[row.statement_id].get(field)
        if decision is None:
            return tuple(self._findings[row.statement_id][field])
        document = self._document if self._with_evidence else None
        return decided_findings(field, decision, row.statement_id, row.start, document)

    @cached_property
    def _document(self) -> Document:
        return decode_document(self._name, self._rows.version)

    def _finding(self, row: Row[Any]) -> StoredFinding[Any]:
        values = VALUES[row.field]
        value = values.validate_python(row.value)
        if not self._with_evidence:
            return StoredFinding(value, (), row.method, row.confidence, _UNTOLD, id=row.id)
        return StoredFinding(
            value,
            self._evidence(row.id),
            row.method,
            row.confidence,
            decode_message(row.reason),
            tuple(values.validate_python(value) for value in row.alternatives),
            id=row.id,
        )

    def _evidence(self, finding: str) -> tuple[Evidence, ...]:
        return tuple(decode_evidence(row) for row in self._rows.evidence[finding])


def _values(findings: StoredFinding[Any] | Sequence[StoredFinding[Any]] | None) -> list[Any]:
    """The values, with what they are parts of."""
    if findings is None:
        return []
    listed = [findings] if isinstance(findings, StoredFinding) else findings
    return [(finding.value, getattr(finding.value, "part_of", None)) for finding in listed]


def _deciders(decided: dict[str, Row[Any]]) -> dict[str, str]:
    return {field: row.who for field, row in decided.items()}
