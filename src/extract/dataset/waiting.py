"""What of a letter needs a person, one by one, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.dataset.attention import LOW_CONFIDENCE
from extract.dataset.records import Flag, ReviewStatus, StoredFinding, StoredLetter, StoredRecord
from extract.model import Message

#: Of a statement that nothing is wrong with as far as the machine can tell.
UNSEEN = Flag(None, None, Message("Nobody has reviewed this statement."))
#: The fields of a statement in the order in which a person goes through them.
_FIELDS = ("domain", "years", "no_measures", "counts", "projects")


@dataclass(frozen=True, slots=True)
class QueueItem:
    """Something that needs a person: a value, a missing one, a whole statement, or something about the letter.

    `confidence` is that of the finding, 0 where one is missing. `effect` is by how many people and families the
    report's totals may be wrong: for a count its number times how uncertain it is, for the domain or years of a
    statement its counts times how uncertain those are.
    """

    document: str
    respondent: str | None
    statement_id: str | None
    position: int
    statement: str | None
    field: str | None
    finding_id: str | None
    reason: Message
    confidence: float
    effect: float


def list_waiting(letter: StoredLetter, records: Iterable[StoredRecord]) -> Iterator[QueueItem]:
    """Everything of the letter that needs a person: what is about itself first, then its statements in their order."""
    records = tuple(records)
    total = sum(_people(record) for record in records)
    # Of a letter that cannot be read, too, a person may have seen all there is to see.
    for flag in () if letter.is_accepted else letter.flags:
        finding = getattr(letter.frame, flag.field) if flag.field else None
        sure = _sure(finding)
        about = (flag.field, flag.finding, flag.reason)
        yield QueueItem(letter.name, letter.respondent, None, -1, None, *about, sure, total * (1 - sure))
    for record in records:
        yield from _record_items(letter, record)


def _record_items(letter: StoredLetter, record: StoredRecord) -> Iterator[QueueItem]:
    flags: Iterable[Flag] = record.flags
    if not flags and record.review_status is ReviewStatus.UNREVIEWED:
        flags = (UNSEEN,)
    place = (letter.name, letter.respondent, record.id, record.position, record.statement.text)
    for flag in sorted(flags, key=lambda flag: _FIELDS.index(flag.field) if flag.field else -1):
        yield QueueItem(*place, flag.field, flag.finding, flag.reason, *_stakes(record, flag))


def _stakes(record: StoredRecord, flag: Flag) -> tuple[float, float]:
    """How sure what is flagged is, and how many people the totals may be wrong by."""
    if flag.field is None:
        sure = record.confidence if record.confidence is not None else 0.0
        moved = _people(record) * (1 - min(_sure(record.domain), _sure(record.years)))
        return sure, max(moved, sum(count.value.value * (1 - count.confidence) for count in record.counts))
    if flag.field in {"counts", "projects"}:
        found: StoredFinding[object] | None
        found = next((one for one in getattr(record, flag.field) if one.id == flag.finding), None)
        if found is None:
            return 0.0, 0.0  # what was overlooked is not known
        value = getattr(found.value, "value", 0)
        return found.confidence, value * (1 - found.confidence)
    finding: StoredFinding[object] | None = getattr(record, flag.field)
    sure = _sure(finding)
    # A value at odds with the letter is no surer than what is shown as uncertain.
    at_stake = 1 - min(sure, LOW_CONFIDENCE)
    return sure, 0.0 if flag.field == "no_measures" else _people(record) * at_stake


def _people(record: StoredRecord) -> int:
    """All people and families that a statement counts, sub-totals within their totals, unless it was rejected."""
    if record.review_status is ReviewStatus.REJECTED:
        return 0
    return sum(count.value.value for count in record.counts if count.value.part_of is None)


def _sure(finding: StoredFinding[object] | StoredFinding[str] | StoredFinding[tuple[int, ...]] | None) -> float:
    return finding.confidence if finding is not None else 0.0
