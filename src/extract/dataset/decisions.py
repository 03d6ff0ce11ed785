"""What a person may set in each field, how it is stored, and how it becomes a finding again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from extract.dataset.encoding import FRAME_FIELDS, MULTIPLE_FIELDS, SINGLE_FIELDS, VALUES
from extract.dataset.identity import finding_ids
from extract.dataset.records import Absence, StoredFinding
from extract.errors import DatasetError
from extract.labels import FIELDS
from extract.model import Count, Document, Evidence, Finding, Message, Project

V = TypeVar("V")

#: The field in which a person says of a whole statement that it is right, or that it is no statement; of a letter,
#: that there is nothing left to do.
REVIEW_STATUS = "review_status"
#: The field that tells whether a statement that a person added stands.
ADDED = "statement"


@dataclass(frozen=True, slots=True)
class Marked(Generic[V]):
    """A count or project that a person set, and its words: `statement.text[start:][:len(quote)] == quote`.

    The place is counted from the start of the statement, so that it holds in every version of the letter.
    """

    value: V
    quote: str | None = None
    start: int | None = None


def mark(found: StoredFinding[V], start: int, end: int) -> Marked[V]:
    """A finding as a person would set it in the statement at `start` to `end`, with its words if they are within."""
    first = found.evidence[0] if found.evidence else None
    if first is None or not start <= first.start < first.end <= end:
        return Marked(found.value)
    return Marked(found.value, first.quote, first.start - start)


class Decision(Protocol):
    """A decision as far as it becomes a finding: a row of the table, or what is treated like one."""

    @property
    def value(self) -> Any:
        """What was set, as stored."""

    @property
    def who(self) -> str:
        """Who set it."""

    @property
    def why(self) -> str | None:
        """Why, if they said so."""


class EditConflictError(DatasetError):
    """Someone else has set the value in the meantime; `current` and `version` are what stands now, set by `by`."""

    def __init__(self, field: str, current: Any, version: int, who: str, statement_id: str | None = None) -> None:
        super().__init__(
            Message("{who} has changed this value in the meantime ({field}).", {"who": who, "field": _told(field)}),
            Message("Look at the value that stands now, then set yours again if it is still right."),
        )
        self.field = field
        self.statement_id = statement_id
        self.current = current
        self.version = version
        self.by = who


_MARKED: dict[str, TypeAdapter[Any]] = {
    "counts": TypeAdapter(tuple[Marked[Count], ...]),
    "projects": TypeAdapter(tuple[Marked[Project], ...]),
}
_REVIEW_STATUS: TypeAdapter[Any] = TypeAdapter(Literal["accepted", "rejected", "unreviewed"])
_LETTER_STATUS: TypeAdapter[Any] = TypeAdapter(Literal["accepted", "unreviewed"])
_ABSENCE: TypeAdapter[Absence] = TypeAdapter(Absence)
_ABSENCE_KEY = "absence"


def check_letter_value(field: str, value: object) -> Any:
    """The value as it is stored. Raises DatasetError for an unknown field or a value of another type."""
    if field == REVIEW_STATUS:
        return _check(field, _LETTER_STATUS, value)
    if field not in FRAME_FIELDS:
        raise wrong_value(field, value)
    return _check_absence(field, value) or _check(field, None if value is None else VALUES[field], value)


def check_statement_value(field: str, value: object, text: str) -> Any:
    """The value as it is stored; `text` is the statement's. Raises DatasetError as above, and for wrong quotes."""
    if field == REVIEW_STATUS:
        return _check(field, _REVIEW_STATUS, value)
    if field not in (*SINGLE_FIELDS, *MULTIPLE_FIELDS):
        raise wrong_value(field, value)
    absence = _check_absence(field, value)
    if absence:
        return absence
    if field in SINGLE_FIELDS:
        return _check(field, None if value is None else VALUES[field], value)
    marked: tuple[Marked[Any], ...] = _check(field, _MARKED[field], value)
    for one in marked:
        if one.quote is not None and (one.start is None or not text.startswith(one.quote, one.start)):
            raise wrong_value(field, one.quote)
    if field == "counts":
        _check_totals(marked)
    return marked


def _check_totals(marked: Sequence[Marked[Count]]) -> None:
    """Raise DatasetError where a count is a part of none of the others."""
    for place, one in enumerate(marked):
        total = one.value.part_of
        if total is not None and (total == place or not 0 <= total < len(marked)):
            raise wrong_value("counts", f"part_of={total}")


def _check_absence(field: str, value: object) -> dict[str, str] | None:
    """What is stored for an absence, given as one or as it is stored; None where the value is none."""
    if isinstance(value, Mapping) and set(value) == {_ABSENCE_KEY}:
        return {_ABSENCE_KEY: _check(field, _ABSENCE, value[_ABSENCE_KEY]).value}
    return {_ABSENCE_KEY: value.value} if isinstance(value, Absence) else None


def absence_of(stored: Any) -> Absence | None:
    """The absence that a stored value is; None where it is a value."""
    return Absence(stored[_ABSENCE_KEY]) if isinstance(stored, dict) and set(stored) == {_ABSENCE_KEY} else None


def _check(field: str, adapter: TypeAdapter[Any] | None, value: object) -> Any:
    if adapter is None:
        return None
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        raise wrong_value(field, value) from error


def wrong_value(field: str, value: object) -> DatasetError:
    """The error for a value that the field cannot have."""
    return DatasetError(
        Message("The field {field} cannot be set to {value}.", {"field": _told(field), "value": str(value)}),
        Message("The codebook tells what each field may hold."),
    )


def _told(field: str) -> Message | str:
    """What people call the field."""
    return FIELDS.get(field, field)


def decided_finding(
    field: str, decision: Decision, owner: str, found: StoredFinding[Any] | None
) -> StoredFinding[Any] | None:
    """The decision on a field with one value as a finding; None where the person said that there is none."""
    if decision.value is None or absence_of(decision.value):
        return None
    # Through JSON text, in which pydantic takes a date or an enumeration by its written form.
    value = VALUES[field].validate_json(to_json(decision.value))
    evidence = found.evidence if found is not None and found.value == value else ()
    (identifier,) = finding_ids(owner, 0, [(field, _finding(value, evidence, decision))])
    return _stored(identifier, _finding(value, evidence, decision), decision.who)


def decided_findings(
    field: str, decision: Decision, statement: str, start: int, document: Document | None
) -> tuple[StoredFinding[Any], ...]:
    """The decision on counts or projects as findings; the statement begins at `start` of the document's text.

    Without the document, evidence has no page and no boxes.
    """
    if absence_of(decision.value):
        return ()
    marked: tuple[Marked[Any], ...] = _MARKED[field].validate_json(to_json(decision.value))
    found = []
    for one in marked:
        evidence: tuple[Evidence, ...] = ()
        if one.quote is not None and one.start is not None:
            first, end = start + one.start, start + one.start + len(one.quote)
            evidence = (document.evidence(first, end) if document else Evidence(first, end, one.quote),)
        found.append((field, _finding(one.value, evidence, decision)))
    return tuple(
        _stored(identifier, finding, decision.who)
        for identifier, (_, finding) in zip(finding_ids(statement, start, found), found, strict=True)
    )


def _finding(value: Any, evidence: tuple[Evidence, ...], decision: Decision) -> Finding[Any]:
    reason = (
        Message("Set by {who}: {why}.", {"who": decision.who, "why": decision.why.rstrip(".")})
        if decision.why
        else Message("Set by {who}.", {"who": decision.who})
    )
    return Finding(value, evidence, "person", 1.0, reason)


def _stored(identifier: str, finding: Finding[Any], who: str) -> StoredFinding[Any]:
    return StoredFinding(
        finding.value,
        finding.evidence,
        finding.method,
        finding.confidence,
        finding.reason,
        id=identifier,
        decided_by=who,
    )
