"""What in a letter's statements does not fit together: parts above their total, and what is told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from extract.dataset.records import ReviewStatus, StoredFinding, StoredRecord
from extract.model import Bound, Count, Message

#: How alike the words of two statements with the same counts must be to tell one activity (0 to 100).
_ALIKE = 88
#: Statements with fewer words are alike too easily ("12 bērni").
_FEWEST_WORDS = 4


def find_inconsistencies(records: Sequence[StoredRecord]) -> dict[str, tuple[Message, ...]]:
    """Why a person should look at statements of one letter, by the statement's id; rejected ones are left out."""
    standing = [record for record in records if record.review_status is not ReviewStatus.REJECTED]
    told: dict[str, list[Message]] = defaultdict(list)
    for record in standing:
        told[record.id] += parts_above_totals(record.counts)
    for first, second in _told_twice(standing):
        for record, other in ((first, second), (second, first)):
            told[record.id].append(
                Message(
                    "Statement {number} seems to tell of the same activity; its numbers may be counted twice.",
                    {"number": other.position + 1},
                )
            )
    return {identifier: tuple(messages) for identifier, messages in told.items() if messages}


def parts_above_totals(counts: Sequence[StoredFinding[Count]]) -> list[Message]:
    """For each total whose exact parts add up to more than it: which they are, and their sum."""
    messages = []
    for place, total in enumerate(counts):
        parts = [c.value.value for c in counts if c.value.part_of == place and c.value.bound is Bound.EXACT]
        may_be_more = total.value.bound in (Bound.AT_LEAST, Bound.ABOUT)
        if len(parts) > 1 and sum(parts) > total.value.value and not may_be_more:
            values: dict[str, str | int | float] = {
                "parts": " + ".join(map(str, parts)),
                "sum": sum(parts),
                "total": total.value.value,
            }
            messages.append(Message("The parts {parts} = {sum} are more than their total {total}.", values))
    return messages


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
