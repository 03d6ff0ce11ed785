"""Numbers that differ from those of the year before by an order of magnitude: a digit too many, or others meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.dataset.records import Flag, ReviewStatus, StoredRecord
from extract.model import Message, Role

#: So many times as many, or as few, is an order of magnitude; and by at least so many people, as 1 and 10 are common.
_TIMES = 10
_LEAST_DIFFERENCE = 10

#: The year, domain, unit and group of people counted.
Key = tuple[int, str, str, str]


def figures_of(records: Iterable[StoredRecord]) -> dict[Key, int]:
    """The largest count of participants of each group in each domain, from statements that tell of a single year."""
    figures: dict[Key, int] = {}
    for record in records:
        if record.review_status is not ReviewStatus.REJECTED:
            for key, value in _keyed(record):
                figures[key] = max(value, figures.get(key, 0))
    return figures


def flag_jumps(records: Sequence[StoredRecord], others: Sequence[Mapping[Key, int]]) -> tuple[StoredRecord, ...]:
    """The records of one letter; a largest count that jumps from the year before is flagged, unless it was reviewed.

    `others` are the figures of the respondent's letters of the year before.
    """
    own = figures_of(records)
    jumps: dict[Key, tuple[str, int]] = {}
    for key, now in own.items():
        year, domain, unit, group = key
        last = (year - 1, domain, unit, group)
        before = max((figures[last] for figures in others if last in figures), default=None)
        if before is not None and _is_jump(before, now):
            jumps[key] = (str(year - 1), before)
    return tuple(_flagged(record, own, jumps) for record in records) if jumps else tuple(records)


def _flagged(record: StoredRecord, own: Mapping[Key, int], jumps: Mapping[Key, tuple[str, int]]) -> StoredRecord:
    if record.review_status is not ReviewStatus.UNREVIEWED:
        return record
    flags = []
    for found in record.counts:
        for key, value in _keyed(replace(record, counts=(found,))):
            if key in jumps and value == own[key] and found.decided_by is None:
                year, before = jumps[key]
                values: dict[str, str | int | float] = {"now": value, "year": year, "before": before, "group": key[3]}
                reason = Message(
                    "{now} ({group}) is another order of magnitude than {before} in the letter about {year}.", values
                )
                flags.append(Flag("counts", found.id, reason))
    return replace(record, flags=(*record.flags, *flags)) if flags else record


def _keyed(record: StoredRecord) -> Iterable[tuple[Key, int]]:
    years = record.years.value if record.years else ()
    if record.domain is None or len(years) != 1:
        return
    for found in record.counts:
        count = found.value
        if count.role is Role.PARTICIPANT and count.group is not None:
            yield (years[0], record.domain.value, count.unit.value, count.group), count.value


def _is_jump(before: int, now: int) -> bool:
    less, more = sorted((before, now))
    return less > 0 and more >= _TIMES * less and more - less >= _LEAST_DIFFERENCE
