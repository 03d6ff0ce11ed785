"""A statement, and a letter's own fields, as cards show them: in reading order, with what is doubtful and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic_core import to_json

from extract.dataset import ReviewStatus, StoredFinding, StoredLetter, StoredRecord
from extract.dataset.records import Flag
from extract.model import Message
from extract.review.passages import Passage, cut, spans_of

#: The order in which a statement's fields are read, and that of a letter's frame.
STATEMENT_FIELDS = ("domain", "years", "counts", "projects", "no_measures")
LETTER_FIELDS = ("respondent", "reporting_years", "letter_date", "letter_number")
_MULTIPLE = frozenset({"counts", "projects"})


@dataclass(frozen=True, slots=True)
class Item:
    """One value that can be chosen: a finding of a field, or the field itself where it has none."""

    field: str
    index: int | None
    finding: StoredFinding[Any] | None
    doubts: tuple[Message, ...]

    @property
    def value(self) -> Any:
        """The value that holds; None where there is none."""
        return None if self.finding is None else self.finding.value

    @property
    def start(self) -> int | None:
        """Where its words begin in the letter's text."""
        return self.finding.evidence[0].start if self.finding and self.finding.evidence else None

    @property
    def end(self) -> int | None:
        """Where its words end in the letter's text."""
        return self.finding.evidence[0].end if self.finding and self.finding.evidence else None


def _item(field: str, index: int | None, finding: StoredFinding[Any] | None, flags: Sequence[Flag]) -> Item:
    identifier = finding.id if finding else None
    doubts = tuple(flag.reason for flag in flags if flag.field == field and flag.finding == identifier)
    return Item(field, index, finding, doubts)


@dataclass(frozen=True)
class BlindCard:
    """A statement without its values, for whoever is to review it anew; `number` is that of the second review."""

    template = "blind_card.html"
    record: StoredRecord
    number: int

    @property
    def data(self) -> str:
        """As `Card.data`."""
        statement = self.record.statement
        place = {"id": self.record.id, "start": statement.start, "end": statement.end}
        return to_json({**place, "versions": {}, "values": {}}).decode()


@dataclass(frozen=True)
class Card:
    """A statement with its values."""

    template = "card.html"
    record: StoredRecord

    @property
    def is_waiting(self) -> bool:
        """Whether a person should look at it and nobody has."""
        return bool(self.record.flags)

    @cached_property
    def items(self) -> dict[str, tuple[Item, ...]]:
        """The values by field; a field without any has one item without a finding."""
        return {field: tuple(self._items(field)) for field in STATEMENT_FIELDS}

    def _items(self, field: str) -> list[Item]:
        held, flags = getattr(self.record, field), self.record.flags
        if field not in _MULTIPLE:
            return [_item(field, None, held, flags)]
        return [_item(field, index, finding, flags) for index, finding in enumerate(held)] or [
            Item(field, None, None, ())
        ]

    @property
    def shown(self) -> list[tuple[str, tuple[Item, ...]]]:
        """The fields that have a value, an absence or a doubt, each as a row."""
        return [(field, items) for field, items in self.items.items() if not self._is_empty(field)]

    @property
    def empty(self) -> list[Item]:
        """The other fields, which stand together in one line."""
        return [items[0] for field, items in self.items.items() if self._is_empty(field)]

    def _is_empty(self, field: str) -> bool:
        (first, *_) = self.items[field]
        return first.finding is None and not first.doubts and field not in self.record.absences

    @property
    def doubts(self) -> bool:
        """Whether a single value is what the statement waits for."""
        return any(item.doubts for items in self.items.values() for item in items)

    @property
    def passages(self) -> list[Passage]:
        """The statement's words, cut by the evidence in them."""
        return cut(self.record.statement.text, self.record.statement.start, spans_of(self.record))

    @property
    def data(self) -> str:
        """What the page's scripts need to send a change: values with their words, and the versions they replace."""
        record = self.record
        values: dict[str, Any] = {
            "domain": record.domain.value if record.domain else None,
            "years": record.years.value if record.years else None,
            "no_measures": record.no_measures.value if record.no_measures else None,
            "counts": [self._marked(count) for count in record.counts],
            "projects": [self._marked(project) for project in record.projects],
        }
        place = {"id": record.id, "start": record.statement.start, "end": record.statement.end}
        return to_json({**place, "versions": dict(record.decisions), "values": values}).decode()

    def _marked(self, finding: StoredFinding[Any]) -> dict[str, Any]:
        """A count or project with its words, placed from the statement's start, as the dataset takes it."""
        statement = self.record.statement
        for evidence in finding.evidence[:1]:
            start = evidence.start - statement.start
            if start >= 0 and statement.text.startswith(evidence.quote, start):
                return {"value": finding.value, "quote": evidence.quote, "start": start}
        return {"value": finding.value, "quote": None, "start": None}


@dataclass(frozen=True)
class LetterCard:
    """The letter's own fields, and how far its statements are."""

    letter: StoredLetter
    records: tuple[StoredRecord, ...]

    @cached_property
    def items(self) -> list[Item]:
        """The values of the frame."""
        return [_item(field, None, getattr(self.letter.frame, field), self.letter.flags) for field in LETTER_FIELDS]

    @property
    def doubts(self) -> bool:
        """Whether a single value is what the letter waits for."""
        return any(item.doubts for item in self.items)

    @property
    def remarks(self) -> list[Message]:
        """Reasons that belong to no value."""
        return [flag.reason for flag in self.letter.flags if flag.field is None]

    @property
    def reviewed(self) -> int:
        """How many statements a person has said something of."""
        return sum(record.is_reviewed for record in self.records)

    @property
    def left(self) -> int:
        """How many statements neither a person nor a threshold has accepted or rejected."""
        return sum(record.review_status is ReviewStatus.UNREVIEWED for record in self.records)

    @property
    def data(self) -> str:
        """As `Card.data`."""
        letter = self.letter
        values = {
            "respondent": letter.respondent,
            "reporting_years": letter.reporting_years or None,
            "letter_date": letter.letter_date,
            "letter_number": letter.letter_number,
        }
        return to_json({"id": None, "versions": dict(letter.decisions), "values": values}).decode()
