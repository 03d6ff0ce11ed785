"""What needs a person, in an order and through a filter, and searching statements with the same filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.dataset.overview import LetterInMemory
from extract.dataset.records import ReviewStatus, StoredRecord
from extract.dataset.waiting import UNSEEN, QueueItem
from extract.latvian.folding import fold
from extract.latvian.searching import find_words, has_all


class QueueOrder(StrEnum):
    """By letter; the least certain first; what the report's totals hang on most first; by what is wrong."""

    LETTER = "letter"
    UNCERTAINTY = "uncertainty"
    EFFECT = "effect"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What is wanted; what is None or False is not asked about.

    `text` are words of the statement, whatever their ending and diacritics, or a part of the document's name.
    `respondent` and `domain` may be "" for those that have none. `reason` is the template of a flag's message.
    `reviewer` is who has set something of the statement. `flagged` leaves out statements about which there is nothing
    else than that nobody has reviewed them.
    """

    text: str | None = None
    document: str | None = None
    respondent: str | None = None
    domain: str | None = None
    year: int | None = None
    status: ReviewStatus | None = None
    field: str | None = None
    reason: str | None = None
    reviewer: str | None = None
    flagged: bool = False


ALL = QueueFilter()


def list_queue(letters: Sequence[LetterInMemory], order: QueueOrder, wanted: QueueFilter) -> list[QueueItem]:
    """All that needs a person and fits the filter, in the order asked for; what is equal goes by letter and place."""
    if wanted == ALL:
        items = [item for one in letters for item in one.items]
    else:
        fitting: set[str | None] = {record.id for record in _records(letters, wanted)}
        # What is asked of statements leaves letters out.
        if (wanted.text, wanted.domain, wanted.year, wanted.status) == (None, None, None, None):
            fitting |= {None}
        items = [
            item
            for one in letters
            if _fits_letter(one, wanted)
            for item in one.items
            if item.statement_id in fitting and _fits(one, item, wanted)
        ]
    if order is QueueOrder.UNCERTAINTY:
        items.sort(key=lambda item: item.confidence)
    elif order is QueueOrder.EFFECT:
        items.sort(key=lambda item: -item.effect)
    elif order is QueueOrder.FLAG:
        items.sort(key=lambda item: (item.reason is UNSEEN.reason, item.statement_id is not None, item.reason.text))
    return items


def search_statements(letters: Sequence[LetterInMemory], wanted: QueueFilter) -> list[StoredRecord]:
    """All statements that fit the filter, in the order of the letters, rejected ones only where they are asked for."""
    return [
        record
        for record in _records(letters, wanted)
        if (wanted.status is not None or record.review_status is not ReviewStatus.REJECTED)
        and (wanted.field is None or getattr(record, wanted.field, None) or wanted.field in record.decided_by)
        and (wanted.reason is None or wanted.reason in {flag.reason.text for flag in record.flags})
        and (not wanted.flagged or record.flags)
    ]


def _records(letters: Sequence[LetterInMemory], wanted: QueueFilter) -> Iterator[StoredRecord]:
    """The statements that fit, but for what is asked about their flags."""
    asked = None
    if wanted.text is not None:
        asked = find_words(wanted.text, {word for one in letters for words in one.words for word in words})
    for one in letters:
        if not _fits_letter(one, wanted):
            continue
        named = wanted.text is not None and fold(wanted.text.strip()) in fold(one.letter.name)
        for record, words in zip(one.records, one.words, strict=True):
            if (asked is None or named or has_all(words, asked)) and _fits_record(record, wanted):
                yield record


def _fits_letter(one: LetterInMemory, wanted: QueueFilter) -> bool:
    letter = one.letter
    return wanted.document in {None, letter.name} and wanted.respondent in {None, letter.respondent or ""}


def _fits_record(record: StoredRecord, wanted: QueueFilter) -> bool:
    if wanted.domain not in {None, record.domain.value if record.domain else ""}:
        return False
    if wanted.year is not None and wanted.year not in (record.years.value if record.years else ()):
        return False
    if wanted.status not in {None, record.review_status}:
        return False
    return wanted.reviewer is None or wanted.reviewer in {*record.decided_by.values(), record.added_by}


def _fits(one: LetterInMemory, item: QueueItem, wanted: QueueFilter) -> bool:
    if wanted.flagged and item.reason is UNSEEN.reason:
        return False
    # Who has set something of a statement was asked with the statement.
    if item.statement_id is None and wanted.reviewer not in {None, *one.letter.decided_by.values()}:
        return False
    return wanted.field in {None, item.field} and wanted.reason in {None, item.reason.text}
