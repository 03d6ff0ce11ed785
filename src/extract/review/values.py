"""What the page's scripts send, taken apart and checked: values of fields, and the changes they make."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from extract.codebook import Codebook
from extract.dataset import Absence, Change, Marked
from extract.errors import UsageError
from extract.labels import FIELDS
from extract.model import Count, Message, Project

#: Years that a letter may tell of; what lies outside is a slip of the fingers.
_Year = Annotated[int, Field(ge=1990, le=2099)]
#: No letter counts more people than there are.
_MOST_PEOPLE = 10_000_000_000
_Years = TypeAdapter(Annotated[tuple[_Year, ...], Field(min_length=1)])
_Text = TypeAdapter(Annotated[str, Field(min_length=1, max_length=500)])

_FIELDS: dict[str, TypeAdapter[Any]] = {
    "domain": _Text,
    "years": _Years,
    "no_measures": TypeAdapter(bool),
    "counts": TypeAdapter(tuple[Marked[Count], ...]),
    "projects": TypeAdapter(tuple[Marked[Project], ...]),
    "review_status": TypeAdapter(Literal["accepted", "rejected", "unreviewed"]),
    "respondent": _Text,
    "reporting_years": _Years,
    "letter_date": TypeAdapter(date),
    "letter_number": _Text,
}
_ABSENCE = TypeAdapter(Absence)


class Sent(BaseModel):
    """A request's body."""

    model_config = ConfigDict(extra="forbid", frozen=True)


SentModel = TypeVar("SentModel", bound=Sent)


class SentChange(Sent):
    """A value to set: of a statement, or of the letter where that is None. `version` is what the page showed."""

    statement: str | None
    field: str
    value: Any
    version: int = Field(ge=0)
    why: str | None = None


class SentEdit(Sent):
    """Changes that are made together."""

    document: str
    changes: tuple[SentChange, ...] = Field(min_length=1)


class SentPlace(Sent):
    """Words of a letter, from which a statement is made."""

    document: str
    start: int
    end: int


class SentStatements(Sent):
    """Statements to merge, or one to split before the offsets `at`, counted in the letter's text."""

    document: str
    statements: tuple[str, ...] = Field(min_length=1)
    at: tuple[int, ...] = ()


class SentPresence(Sent):
    """Where a page's user is; `page` is the page's own number."""

    document: str
    page: str = Field(max_length=64)
    statement: str | None = None
    is_leaving: bool = False


class SentDocument(Sent):
    """The letter that the page shows."""

    document: str


def read_sent(kind: type[SentModel], body: bytes) -> SentModel:
    """The request's body. Raises UsageError where it is none of that kind."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        raise UsageError(
            Message("The request cannot be read."), Message("Load the page anew and try again.")
        ) from error


def read_change(sent: SentChange, document: str, codebook: Codebook) -> Change:
    """The change as the dataset takes it. Raises UsageError for a value that the field cannot have."""
    value = read_value(sent.field, sent.value, codebook)
    return Change(sent.statement, sent.field, value, sent.version, sent.why, document)


def read_value(field: str, sent: Any, codebook: Codebook) -> Any:
    """A field's value: None for none, an `Absence`, or the model's own. Raises UsageError."""
    if sent is None:
        return None
    try:
        if isinstance(sent, dict) and set(sent) == {"absence"}:
            return _ABSENCE.validate_python(sent["absence"])
        value = _FIELDS[field].validate_python(sent)
    except (KeyError, ValidationError) as error:
        raise _wrong(field, sent) from error
    if field == "domain" and value not in codebook.domain_codes:
        raise _wrong(field, sent)
    if field in {"years", "reporting_years"}:
        return tuple(sorted(set(value)))
    if field == "counts" and any(not 0 <= marked.value.value <= _MOST_PEOPLE for marked in value):
        raise _wrong(field, sent)
    return value


def _wrong(field: str, sent: Any) -> UsageError:
    said = {"field": FIELDS.get(field, field), "value": _said(sent)}
    return UsageError(
        Message("The field {field} cannot be set to {value}.", said),
        Message("The codebook tells what each field may hold."),
    )


def _said(sent: Any) -> str:
    """What was sent as a person says it: the numbers of counts, the names of projects."""
    if isinstance(sent, dict):
        value = sent.get("value", sent)
        return _said(value.get("name", value.get("value", ""))) if isinstance(value, dict) else _said(value)
    return ", ".join(_said(one) for one in sent) if isinstance(sent, list) else str(sent)
