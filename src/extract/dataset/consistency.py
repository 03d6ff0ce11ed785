"""What in a letter's statements does not fit together: parts above their total, and what is told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extract.dataset.records import Flag, ReviewStatus, StoredFinding, StoredRecord
from extract.model import Bound, Count, Message

#: How alike the words of two statements with the same counts must be to tell one activity (0 to 100).
_ALIKE = 88
#: Statements with fewer words are alike too easily ("12 bērni").
_FEWEST_WORDS = 4


def flag_inconsistencies(records: Sequence[StoredRecord]) -> tuple[StoredRecord, ...]:
    """The records of one letter; those that nobody has reviewed are flagged where their counts do not fit together.

    Rejected statements, and counts that a person has set, fit whatever they are.
    """
    standing = [record for record in records if record.review_status is not ReviewStatus.REJECTED]
    told: dict[str, list[Flag]] = defaultdict(list)
    for record in standing:
        told[record.id] += parts_above_totals(record.counts)
    for first, second in _told_twice(standing):
        for record, other in ((first, second), (second, first)):
            reason = Message(
                "Statement {number} seems to tell of the same activity; its numbers may be counted twice.",
                {"number": other.position + 1},
            )
            told[record.id].append(Flag("counts", record.counts[0].id, reason))
    return tuple(
        replace(record, flags=(*record.flags, *told[record.id])) if _waits(record) and told[record.id] else record
        for record in records
    )


def _waits(record: StoredRecord) -> bool:
    return record.review_status is ReviewStatus.UNREVIEWED and all(count.decided_by is None for count in record.counts)


def parts_above_totals(counts: Sequence[StoredFinding[Count]]) -> list[Flag]:
    """For each total whose exact parts add up to more than it: which they are, and their sum."""
    flags = []
    for place, total in enumerate(counts):
        parts = [c.value.value for c in counts if c.value.part_of == place and c.value.bound is Bound.EXACT]
        may_be_more = total.value.bound in (Bound.AT_LEAST, Bound.ABOUT)
        if len(parts) > 1 and sum(parts) > total.value.value and not may_be_more:
            values: dict[str, str | int | float] = {
                "parts": " + ".join(map(str, parts)),
                "sum": sum(parts),
                "total": total.value.value,
            }
            reason = Message("The parts {parts} = {sum} are more than their total {total}.", values)
            flags.append(Flag("counts", total.id, reason))
    return flags


def _told_twice(records: Sequence[StoredRecord]) -> list[tuple[StoredRecord, StoredRecord]]:
    """Pairs of statements with the same counts in much the same words, as of a body and its annex."""
    alike: dict[tuple[tuple[int, str, str], ...], list[StoredRecord]] = defaultdict(list)
    for record in records:
        if record.counts and len(record.statement.text.split()) >= _FEWEST_WORDS:
            key = sorted((c.value.value, c.value.unit.value, c.value.group or "") for c in record.counts)
            alike[tuple(key)].append(record)
    return [
        (first, second)
        for same in alike.values()
        for i, first in enumerate(same)
        for second in same[i + 1 :]
        if fuzz.token_sort_ratio(first.statement.text.casefold(), second.statement.text.casefold()) >= _ALIKE
    ]
