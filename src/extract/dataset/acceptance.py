"""Statements that are accepted without a person: all of their values are surer than was asked for.

That is a view of the dataset, asked for when it is opened, and changes nothing in it: what people have said goes before
it, and another threshold gives another view. What is below it waits for a person, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from extract.dataset.attention import LOW_CONFIDENCE, quote_of
from extract.dataset.loading import load_letters
from extract.dataset.records import Flag, ReviewStatus, StoredFinding, StoredLetter, StoredRecord
from extract.fields.oversights import Sign, SignKind, completeness, find_signs
from extract.model import Message


def load_view(
    connection: Connection, above: float | None, name: str | None, *, with_evidence: bool
) -> Iterator[tuple[StoredLetter, tuple[StoredRecord, ...]]]:
    """Every letter with its records, or one, as seen from a threshold on; None accepts nothing."""
    for letter, records in load_letters(connection, name, with_evidence=with_evidence or above is not None):
        yield (letter, records) if above is None else accept_sure(letter, records, above)


def accept_sure(
    letter: StoredLetter, records: tuple[StoredRecord, ...], above: float
) -> tuple[StoredLetter, tuple[StoredRecord, ...]]:
    """The letter and its records, those accepted that nobody has reviewed and whose values are all at least so sure.

    A statement that needs a look for any other reason is not accepted, nor one in which something may have been
    overlooked, or whose respondent is uncertain. The records must have been loaded with evidence.
    """
    judged = tuple(
        _judge(record, letter.frame.respondent, above) if record.review_status is ReviewStatus.UNREVIEWED else record
        for record in records
    )
    return replace(
        letter,
        waiting=sum(bool(record.flags) for record in judged),
        unreviewed=sum(record.review_status is ReviewStatus.UNREVIEWED for record in judged),
        accepted=sum(record.review_status is ReviewStatus.MACHINE_ACCEPTED for record in judged),
    ), judged


def signs_of(record: StoredRecord) -> tuple[Sign, ...]:
    """What of the statement no value was made of. The record must have been loaded with evidence."""
    first, last = record.statement.start, record.statement.end

    def places(findings: Sequence[StoredFinding[Any]]) -> list[tuple[int, int]]:
        proofs = [proof for finding in findings for proof in finding.evidence]
        return [(p.start - first, p.end - first) for p in proofs if first <= p.start and p.end <= last]

    denies = bool(record.no_measures and record.no_measures.value)
    denies = denies or any(count.value.value == 0 for count in record.counts)
    return find_signs(record.statement.text, places(record.counts), places(record.projects), denies=denies)


def _judge(record: StoredRecord, respondent: StoredFinding[str] | None, above: float) -> StoredRecord:
    flags = (*record.flags, *_doubts(record, above), *_oversights(record, above))
    if respondent is None or respondent.confidence < LOW_CONFIDENCE:
        flags += (Flag(None, None, Message("It is uncertain whose letter it is.")),)
    if flags:
        return replace(record, flags=flags)
    return replace(record, review_status=ReviewStatus.MACHINE_ACCEPTED)


def _doubts(record: StoredRecord, above: float) -> Iterator[Flag]:
    """Which values are less sure than asked for; those that are uncertain anyway are told by the rules of attention."""
    for field, finding in record.by_field():
        if LOW_CONFIDENCE <= finding.confidence < above:
            told = _doubt(field, finding, {"confidence": finding.confidence, "asked": above})
            yield Flag(field, finding.id, told)


def _oversights(record: StoredRecord, above: float) -> Iterator[Flag]:
    """The signs that something was overlooked, where it is less sure than asked for that nothing was.

    Without a sign there is nothing to look at; how often something is overlooked then, `extract evaluate` tells.
    """
    signs = signs_of(record)
    if completeness({sign.kind for sign in signs}) >= above:
        return
    for sign in signs:
        quote = {"quote": record.statement.text[sign.start : sign.end]}
        match sign.kind:
            case SignKind.NUMBER:
                yield Flag("counts", None, Message("No count was made of the number “{quote}”.", quote))
            case SignKind.DENIAL:
                yield Flag(
                    "no_measures",
                    None,
                    Message("“{quote}” denies something, but not that measures were carried out.", quote),
                )
            case SignKind.NAME:
                yield Flag("projects", None, Message("The name {quote} was not taken for a project.", quote))


def _doubt(field: str, finding: StoredFinding[Any], values: dict[str, str | int | float]) -> Message:
    match field:
        case "years":
            return Message("The years are less sure ({confidence}) than asked for ({asked}).", values)
        case "domain":
            return Message("The domain is less sure ({confidence}) than asked for ({asked}).", values)
        case "no_measures":
            return Message("That nothing was done is less sure ({confidence}) than asked for ({asked}).", values)
    quote = quote_of(finding)
    if field == "counts":
        return Message(
            "The count “{quote}” is less sure ({confidence}) than asked for ({asked}).", {"quote": quote, **values}
        )
    return Message(
        "The project “{quote}” is less sure ({confidence}) than asked for ({asked}).", {"quote": quote, **values}
    )
