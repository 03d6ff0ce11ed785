"""Second reviews: a random sample of reviewed statements is reviewed anew, unseeing; differences are settled.

What the first person had said is kept as it was when the sample was drawn, so that neither later edits nor settling
differences make the two agree better than they did.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic_core import to_json
from sqlalchemy import Connection, Row, func, insert, select, update

from extract.dataset.agreement import Agreement, measure_agreement
from extract.dataset.decisions import (
    REVIEW_STATUS,
    absence_of,
    check_statement_value,
    decided_finding,
    decided_findings,
    mark,
)
from extract.dataset.edits import Change, EditState, apply_edit, unknown
from extract.dataset.encoding import MULTIPLE_FIELDS, SINGLE_FIELDS
from extract.dataset.loading import load_letters
from extract.dataset.overview import LetterInMemory
from extract.dataset.records import Flag, ReviewStatus, StoredRecord
from extract.dataset.review_schema import edits, second_reviews, second_values, settlements
from extract.dataset.schema import documents, statements
from extract.errors import DatasetError
from extract.labels import FIELDS
from extract.model import Message

#: What two people are asked about a statement.
REVIEWED_FIELDS = (*SINGLE_FIELDS, *MULTIPLE_FIELDS)
#: Of these it must be said why they are empty.
_ASKED = ("domain", "years")
#: Parts of counts and projects that explain them and are not asked for by the codebook.
_BESIDE = frozenset({"part_of", "funder"})


@dataclass(frozen=True, slots=True)
class SecondReview:
    """A statement to review anew, without what anyone or the machine has said of it.

    `values` is what the second person has said so far, as stored; `is_finished` that they have said all.
    """

    id: int
    sample: int
    document: str
    statement_id: str
    statement: str
    reviewer: str | None
    values: Mapping[str, Any]
    is_finished: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two people see differently, and what was settled, if it was; values as stored."""

    second_review: int
    sample: int
    document: str
    statement_id: str
    statement: str
    field: str
    first: Any
    first_by: tuple[str, ...]
    second: Any
    second_by: str
    is_settled: bool = False
    settled: Any = None
    settled_by: str | None = None
    why: str | None = None


def draw_sample(
    connection: Connection,
    letters: Iterable[LetterInMemory],
    *,
    share: float | None,
    number: int | None,
    seed: int,
    who: str,
) -> list[int]:
    """Draw reviewed statements of the letters at random and return the ids of their second reviews; see `Dataset`."""
    if (share is None) == (number is None):
        raise ValueError("either a share or a number")
    drawn_before = set(connection.scalars(select(second_reviews.c.statement_id)))
    candidates = {
        record.id: record.document
        for one in letters
        for record in one.records
        if record.review_status in {ReviewStatus.ACCEPTED, ReviewStatus.CORRECTED} and record.id not in drawn_before
    }
    size = number if number is not None else round((share or 0) * len(candidates))
    if not 0 < size <= len(candidates):
        raise DatasetError(
            Message(
                "A sample of {number} statements cannot be drawn from {reviewed}.",
                {"number": size, "reviewed": len(candidates)},
            ),
            Message("Only statements that were reviewed and are in no sample yet are drawn: choose fewer of them."),
        )
    # Sorted, so that one seed draws the same statements from the same dataset, whatever database it is in.
    drawn = random.Random(seed).sample(sorted(candidates), size)  # noqa: S311 - a sample to be repeated, no secret
    sample = (connection.scalar(select(func.max(second_reviews.c.sample))) or 0) + 1
    names = {candidates[identifier] for identifier in drawn}
    # Only these are loaded with their evidence, as others wait to write meanwhile.
    records = {
        record.id: record
        for name in names
        for _, found in load_letters(connection, name, with_evidence=True)
        for record in found
    }
    numbers: dict[str, int] = {
        row.name: row.id for row in connection.execute(select(documents).where(documents.c.name.in_(names)))
    }
    for identifier in drawn:
        if identifier not in records:
            raise unknown(identifier)
    return [
        connection.scalars(
            insert(second_reviews).returning(second_reviews.c.id),
            {
                "sample": sample,
                "seed": seed,
                "document_id": numbers[record.document],
                "statement_id": record.id,
                "first": values_of(record),
                "first_by": sorted({*record.decided_by.values()}),
                "requested_by": who,
                "requested_at": datetime.now(UTC),
            },
        ).one()
        for record in (records[identifier] for identifier in drawn)
    ]


def values_of(record: StoredRecord) -> dict[str, Any]:
    """What holds in each field, in the form in which it is set. The record's findings need their evidence."""
    start, end = record.statement.start, record.statement.end
    values: dict[str, Any] = {}
    for field in SINGLE_FIELDS:
        found = getattr(record, field)
        values[field] = found.value if found is not None else None
    for field in MULTIPLE_FIELDS:
        values[field] = [mark(found, start, end) for found in getattr(record, field)]
    return values | {field: {"absence": absence.value} for field, absence in record.absences.items() if field in values}


def list_tasks(connection: Connection, who: str) -> list[SecondReview]:
    """What a person may review as the second, and has not finished: what they or nobody has taken up."""
    return [
        task
        for row, task in _load(connection)
        if not task.is_finished and task.reviewer in {None, who} and who not in row.first_by
    ]


@dataclass(frozen=True, slots=True)
class Sample:
    """Second reviews that were drawn together: how many, and how many of them are finished."""

    number: int
    seed: int
    requested_by: str
    requested_at: datetime
    size: int
    finished: int


def list_samples(connection: Connection) -> list[Sample]:
    """All samples, the oldest first."""
    drawn: dict[int, list[tuple[Row[Any], SecondReview]]] = defaultdict(list)
    for row, task in _load(connection):
        drawn[task.sample].append((row, task))
    return [
        Sample(
            number,
            rows[0][0].seed,
            rows[0][0].requested_by,
            rows[0][0].requested_at,
            len(rows),
            sum(task.is_finished for _, task in rows),
        )
        for number, rows in sorted(drawn.items())
    ]


@dataclass(frozen=True, slots=True)
class _Said:
    """A value that a second person has set."""

    value: Any
    who: str
    why: str | None = None


def load_blank_record(connection: Connection, identifier: int, who: str) -> tuple[SecondReview, StoredRecord]:
    """A second review, and its statement with nothing but what the second person has said of it so far."""
    task = next((task for task in list_tasks(connection, who) if task.id == identifier), None)
    if task is None:
        raise _not_yours()
    ((letter, records),) = load_letters(connection, task.document, with_evidence=True)
    record = next((record for record in records if record.id == task.statement_id), None)
    if record is None:
        raise unknown(task.statement_id)
    said = {field: _Said(value, who) for field, value in task.values.items()}
    single = {
        field: decided_finding(field, said[field], record.id, None) if field in said else None
        for field in SINGLE_FIELDS
    }
    several = {
        field: decided_findings(field, said[field], record.id, record.statement.start, None) if field in said else ()
        for field in MULTIPLE_FIELDS
    }
    absences = {field: absence for field, one in said.items() if (absence := absence_of(one.value)) is not None}
    return task, StoredRecord(
        id=record.id,
        document=letter.name,
        respondent=record.respondent,
        position=record.position,
        statement=record.statement,
        page=record.page,
        years=single["years"],
        domain=single["domain"],
        no_measures=single["no_measures"],
        counts=several["counts"],
        projects=several["projects"],
        review_status=ReviewStatus.UNREVIEWED,
        confidence=None,
        flags=tuple(Flag(field, None, Message("Not said yet.")) for field in _ASKED if field not in said),
        decisions={},
        absences=absences,
    )


def set_second_value(connection: Connection, identifier: int, field: str, value: object, who: str) -> None:
    """Set what the second person says of a field; the first value takes the review up. See `Dataset`."""
    task = _take_up(connection, identifier, who)
    if field not in REVIEWED_FIELDS:
        raise ValueError(field)
    checked = check_statement_value(field, value, task.statement)
    _add_value(connection, identifier, field, checked, who)


def finish_second_review(connection: Connection, identifier: int, who: str) -> None:
    """Tell that the second person has said all there is to say. Raises DatasetError without domain or years."""
    task = _take_up(connection, identifier, who)
    if any(field not in task.values for field in _ASKED):
        raise DatasetError(
            Message("The domain or the years of the statement have not been told yet."),
            Message("Set them, or mark them as not stated."),
        )
    _add_value(connection, identifier, REVIEW_STATUS, "accepted", who)


def _take_up(connection: Connection, identifier: int, who: str) -> SecondReview:
    """The review, which is that person's from now on. Raises DatasetError where it cannot be."""
    connection.execute(select(second_reviews.c.id).where(second_reviews.c.id == identifier).with_for_update())
    found = next(((row, task) for row, task in _load(connection) if task.id == identifier), None)
    if found is None:
        raise DatasetError(
            Message("There is no second review {number}.", {"number": identifier}),
            Message("Open the list of second reviews anew."),
        )
    row, task = found
    if who in row.first_by or task.reviewer not in {None, who} or task.is_finished:
        raise _not_yours()
    connection.execute(update(second_reviews).where(second_reviews.c.id == identifier), {"reviewer": who})
    return task


def _not_yours() -> DatasetError:
    return DatasetError(
        Message("This second review is not yours to make."),
        Message(
            "Choose another one: who reviewed a statement first does not review it again, "
            "and what is finished or taken up by another stays as it is."
        ),
    )


def _add_value(connection: Connection, identifier: int, field: str, value: Any, who: str) -> None:
    row = {"second_review_id": identifier, "field": field, "value": value, "who": who, "at": datetime.now(UTC)}
    connection.execute(insert(second_values), row)


def measure_agreements(connection: Connection, sample: int | None) -> dict[str, Agreement]:
    """For each field how far the two people agree in all finished second reviews, or those of one sample."""
    pairs: dict[str, list[tuple[Hashable, Hashable]]] = {field: [] for field in REVIEWED_FIELDS}
    for row, task in _load(connection):
        if task.is_finished and sample in {None, task.sample}:
            for field in REVIEWED_FIELDS:
                pairs[field].append((_category(field, row.first[field]), _category(field, task.values.get(field))))
    return {field: measure_agreement(said) for field, said in pairs.items()}


def list_differences(connection: Connection, sample: int | None) -> Iterator[Difference]:
    """What the two people see differently in finished second reviews, and what has been settled of it."""
    settled: dict[tuple[int, str], Row[Any]] = {
        (row.second_review_id, row.field): row
        for row in connection.execute(
            select(settlements)
            .join_from(settlements, edits)
            .where(edits.c.state.in_([EditState.DONE.value, EditState.OVERTAKEN.value]))
            .order_by(settlements.c.id)
        )
    }
    for row, task in _load(connection):
        if not task.is_finished or task.reviewer is None or sample not in {None, task.sample}:
            continue
        for field in REVIEWED_FIELDS:
            empty: list[Any] | None = [] if field in MULTIPLE_FIELDS else None
            first, second = row.first[field], task.values.get(field, empty)
            if _category(field, first) == _category(field, second):
                continue
            said = (field, first, tuple(row.first_by), second, task.reviewer)
            found = settled.get((task.id, field))
            told = (True, found.value, found.who, found.why) if found is not None else ()
            yield Difference(task.id, task.sample, task.document, task.statement_id, task.statement, *said, *told)


def settle_difference(
    connection: Connection,
    identifier: int,
    field: str,
    value: object,
    who: str,
    why: str | None,
    expected_version: int | None,
) -> None:
    """Set what holds after two people have differed: an edit as any other. See `Dataset`."""
    different = {(one.second_review, one.field): one for one in list_differences(connection, None)}
    difference = different.get((identifier, field))
    if difference is None:
        raise DatasetError(
            Message("There is no difference in {field} to settle.", {"field": FIELDS.get(field, field)}),
            Message("Open the list of differences anew."),
        )
    change = Change(difference.statement_id, field, value, expected_version, why)
    edit = apply_edit(connection, [change], who, Message("Difference settled"))
    row = {"second_review_id": identifier, "field": field, "value": edit.changes[0].after, "edit_id": edit.id}
    connection.execute(insert(settlements), {**row, "who": who, "at": datetime.now(UTC), "why": why})


def _category(field: str, value: Any) -> Hashable:
    """What two people must say alike to agree: of counts and projects what the codebook asks, in any order.

    Their words need not be the same, nor need who funds a project or what a number is a part of.
    """
    if isinstance(value, dict):
        return "absence", value["absence"]
    if field in MULTIPLE_FIELDS:
        return tuple(
            sorted(
                to_json({part: said for part, said in one["value"].items() if part not in _BESIDE}).decode()
                for one in value or ()
            )
        )
    if field == "no_measures":
        return bool(value)
    return tuple(sorted(value or ())) if field == "years" else value


def _load(connection: Connection) -> list[tuple[Row[Any], SecondReview]]:
    """All second reviews with what was said in them."""
    rows = connection.execute(
        select(second_reviews, documents.c.name, statements.c.text)
        .join_from(second_reviews, documents, documents.c.id == second_reviews.c.document_id)
        .join(statements, statements.c.id == second_reviews.c.statement_id)
        .order_by(second_reviews.c.id)
    ).all()
    if not rows:
        return []
    said: dict[int, dict[str, Any]] = defaultdict(dict)
    for row in connection.execute(select(second_values).order_by(second_values.c.id)):
        said[row.second_review_id][row.field] = row.value
    loaded = []
    for row in rows:
        values = said[row.id]
        finished = values.pop(REVIEW_STATUS, None) is not None
        review = SecondReview(row.id, row.sample, row.name, row.statement_id, row.text, row.reviewer, values, finished)
        loaded.append((row, review))
    return loaded
