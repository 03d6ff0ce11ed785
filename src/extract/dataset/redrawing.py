"""Adding, splitting and merging statements: the old ones are rejected and new ones added, as one edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, insert, select

from extract.dataset.decisions import ADDED, REVIEW_STATUS, Marked, mark
from extract.dataset.edits import Change, apply_edit, unknown
from extract.dataset.encoding import MULTIPLE_FIELDS, SINGLE_FIELDS
from extract.dataset.identity import statement_id
from extract.dataset.loading import load_letters
from extract.dataset.queries import is_latest, latest_versions
from extract.dataset.records import ReviewStatus, StoredRecord
from extract.dataset.review_schema import added_statements
from extract.dataset.schema import decisions, document_versions, documents, statements
from extract.errors import DatasetError
from extract.model import Count, Message


def add_statement(connection: Connection, document: str, start: int, end: int, who: str) -> str:
    """Add the words `start` to `end` of the letter's text as a statement and return its id; see `Dataset`."""
    letter = _Letter(connection, document)
    added = letter.add(start, end, who)
    letter.refuse_overlap(start, end, ())
    apply_edit(connection, [Change(added, ADDED, True)], who, Message("Statement added"))
    return added


def split_statement(connection: Connection, identifier: str, at: Sequence[int], who: str) -> tuple[str, ...]:
    """Cut a statement at these places of the letter's text and return the parts' ids; see `Dataset`."""
    letter = _Letter(connection, _document_of(connection, identifier))
    old = letter.record(identifier)
    cuts = [old.statement.start, *sorted(at), old.statement.end]
    ascending = cuts == sorted(set(cuts))
    spans = [letter.trim(start, end) for start, end in pairwise(cuts)] if ascending else []
    if len(spans) < 2 or any(start >= end for start, end in spans):
        raise DatasetError(
            Message("The statement cannot be split there."),
            Message("Choose a place within the statement with words on both sides."),
        )
    parts = [letter.add(start, end, who) for start, end in spans]
    changes = [_take_back(old)]
    for number, (part, (start, end)) in enumerate(zip(parts, spans, strict=True)):
        # What stands before the first part or between two belongs to the part it leads to or follows.
        first = 0 if number == 0 else start
        last = spans[number + 1][0] if number + 1 < len(spans) else len(letter.text)
        changes += [Change(part, ADDED, True), *_carry([old], part, start, end, first, last)]
    apply_edit(connection, changes, who, Message("Statement split"))
    return tuple(parts)


def merge_statements(connection: Connection, ids: Iterable[str], who: str) -> str:
    """Make one statement of several of one letter, with all words between them, and return its id; see `Dataset`."""
    wanted = list(dict.fromkeys(ids))
    names = {_document_of(connection, identifier) for identifier in wanted}
    if len(wanted) < 2 or len(names) > 1:
        raise DatasetError(
            Message("These statements cannot be merged."), Message("Choose at least two statements of one letter.")
        )
    letter = _Letter(connection, names.pop())
    old = sorted((letter.record(identifier) for identifier in wanted), key=lambda record: record.statement.start)
    start, end = old[0].statement.start, max(record.statement.end for record in old)
    letter.refuse_overlap(start, end, wanted)
    merged = letter.add(start, end, who)
    changes = [_take_back(record) for record in old]
    changes += [Change(merged, ADDED, True), *_carry(old, merged, start, end, 0, len(letter.text))]
    apply_edit(connection, changes, who, Message("Statements merged"))
    return merged


@dataclass(frozen=True, slots=True)
class _Version:
    id: int
    document_id: int
    text: str
    name: str


class _Letter:
    """The latest text of a letter, its statements, and those added to it."""

    def __init__(self, connection: Connection, document: str) -> None:
        self._connection = connection
        self._version = _latest_version(connection, document)
        self.text = self._version.text
        ((_, records),) = load_letters(connection, document, with_evidence=True)
        self._records = {record.id: record for record in records}
        self._new: set[str] = set()

    def record(self, identifier: str) -> StoredRecord:
        """The statement, as it stands. Raises DatasetError where it does not, or was rejected."""
        record = self._records.get(identifier)
        if record is None or record.review_status is ReviewStatus.REJECTED:
            raise unknown(identifier)
        return record

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The span without white space at its ends. Raises DatasetError where it is not within the text."""
        if not 0 <= start <= end <= len(self.text):
            raise _no_words()
        words = self.text[start:end]
        return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))

    def refuse_overlap(self, start: int, end: int, but: Sequence[str]) -> None:
        """Raise DatasetError where a statement has some of the words, so that nothing is counted twice."""
        start, end = self.trim(start, end)
        for record in self._records.values():
            statement = record.statement
            stands = record.review_status is not ReviewStatus.REJECTED and record.id not in but
            if stands and statement.start < end and start < statement.end:
                raise DatasetError(
                    Message("Some of these words belong to the statement “{text}”.", {"text": statement.text}),
                    Message("Split or reject that statement first, or choose other words."),
                )

    def add(self, start: int, end: int, who: str) -> str:
        """Note where a statement of these words stands and return its id; nothing shows it yet."""
        start, end = self.trim(start, end)
        if start >= end:
            raise _no_words()
        text, document = self.text[start:end], self._version.name
        # The id that the machine would give to these words, had it found them, unless that is in use.
        occurrence = 0
        while self._is_used(identifier := statement_id(document, text, occurrence)):
            occurrence += 1
        self._new.add(identifier)
        columns = {"document_id": self._version.document_id, "statement_id": identifier}
        known = select(statements.c.id).where(statements.c.id == identifier)
        if self._connection.scalar(known) is None:
            row = {"id": identifier, "document_id": columns["document_id"], "text": text, "occurrence": occurrence}
            self._connection.execute(insert(statements), row)
        place = {"version_id": self._version.id, "start": start, "end": end, "who": who, "at": datetime.now(UTC)}
        self._connection.execute(insert(added_statements), {**columns, **place})
        return identifier

    def _is_used(self, identifier: str) -> bool:
        """Whether the id is of a statement that stands, or that people have decided about."""
        if identifier in self._records or identifier in self._new:
            return True
        decided = select(decisions.c.id).where(decisions.c.statement_id == identifier, ~decisions.c.withdrawn)
        return self._connection.scalar(decided.limit(1)) is not None


def _take_back(old: StoredRecord) -> Change:
    return Change(old.id, ADDED, False) if old.added_by else Change(old.id, REVIEW_STATUS, "rejected")


def _carry(old: Sequence[StoredRecord], to: str, start: int, end: int, first: int, last: int) -> list[Change]:
    """What held in the old statements, set for the new one at `start` to `end` of the text.

    Of counts and projects those are carried whose words begin from `first` to before `last`. Where the old statements
    have several values of a field that may have one, the years are those of all, and anything else is left open.
    """
    changes = []
    for field in SINGLE_FIELDS:
        values = [found.value for record in old if (found := getattr(record, field)) is not None]
        if field == "years" and values:
            changes.append(Change(to, field, tuple(sorted({year for years in values for year in years}))))
        elif values and all(value == values[0] for value in values) and (field == "domain" or len(values) == len(old)):
            changes.append(Change(to, field, values[0]))
    for field in MULTIPLE_FIELDS:
        kept = [
            (record, place, found)
            for record in old
            for place, found in enumerate(getattr(record, field))
            if first <= (found.evidence[0].start if found.evidence else record.statement.start) < last
        ]
        if kept:
            # Where each stands now, as sub-totals name their total by its place.
            now = {(record.id, place): i for i, (record, place, _) in enumerate(kept)}
            marked = tuple(_placed_anew(mark(found, start, end), record, now) for record, _, found in kept)
            changes.append(Change(to, field, marked))
    set_now = {change.field for change in changes}
    for field in (*SINGLE_FIELDS, *MULTIPLE_FIELDS):
        absences = {record.absences.get(field) for record in old}
        if field not in set_now and len(absences) == 1 and (absence := absences.pop()) is not None:
            changes.append(Change(to, field, absence))
    return changes


def _placed_anew(marked: Marked[Any], record: StoredRecord, now: Mapping[tuple[str, int], int]) -> Marked[Any]:
    """A sub-total of the old record with its total's new place; a total of its own where that one was left behind."""
    if not isinstance(marked.value, Count) or marked.value.part_of is None:
        return marked
    return replace(marked, value=replace(marked.value, part_of=now.get((record.id, marked.value.part_of))))


def _document_of(connection: Connection, identifier: str) -> str:
    name = connection.scalar(
        select(documents.c.name).join_from(statements, documents).where(statements.c.id == identifier)
    )
    if name is None:
        raise unknown(identifier)
    return str(name)


def _latest_version(connection: Connection, document: str) -> _Version:
    """The latest version of the letter, locked against others who would add to it at the same time."""
    latest, version = latest_versions(), document_versions.c
    connection.execute(select(documents.c.id).where(documents.c.name == document).with_for_update())
    row = connection.execute(
        select(version.id, version.document_id, version.text, documents.c.name)
        .join_from(document_versions, documents)
        .join(latest, is_latest(latest))
        .where(documents.c.name == document, version.text.is_not(None))
    ).one_or_none()
    if row is None:
        raise unknown(document)
    return _Version(*row)


def _no_words() -> DatasetError:
    return DatasetError(Message("No words of the letter are marked."), Message("Mark the words of the statement."))
