"""A statement as its card shows it: fields in the order in which they are read, what is doubtful, what was found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic_core import to_json

from extract.dataset import ReviewStatus, StoredFinding, StoredLetter, StoredRecord
from extract.dataset.attention import LOW_CONFIDENCE
from extract.model import Message
from extract.review.passages import Passage, cut, spans_of

#: The order in which a statement's fields are read, and that of a letter's frame.
STATEMENT_FIELDS = ("domain", "years", "counts", "projects", "no_measures")
LETTER_FIELDS = ("respondent", "reporting_years", "letter_date", "letter_number")


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


@dataclass(frozen=True)
class Card:
    """A statement with its values."""

    record: StoredRecord
    reporting_years: tuple[int, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether a person should look at it and nobody has."""
        return bool(self.record.attention)

    @cached_property
    def items(self) -> dict[str, tuple[Item, ...]]:
        """The values by field."""
        return {field: tuple(self._items(field)) for field in STATEMENT_FIELDS}

    def _items(self, field: str) -> list[Item]:
        held = getattr(self.record, field)
        findings = list(held) if isinstance(held, tuple) else [held]
        if not findings:
            return [Item(field, None, None, ())]
        return [
            Item(field, index if field in {"counts", "projects"} else None, finding, self._doubts(field, finding))
            for index, finding in enumerate(findings)
        ]

    def _doubts(self, field: str, finding: StoredFinding[Any] | None) -> tuple[Message, ...]:
        """Why the value waits for a person."""
        if not self.is_waiting:
            return ()
        if finding is None:
            nothing_done = self.record.no_measures is not None and self.record.no_measures.value
            missing = field == "years" or (field == "domain" and not nothing_done)
            return (_MISSING[field],) if missing else ()
        if finding.decided_by is not None:
            return ()
        asked = set(self.reporting_years)
        at_odds = field == "years" and asked and not set(finding.value) <= asked
        return (finding.reason,) if finding.confidence < LOW_CONFIDENCE or at_odds else ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The statement's words, cut by the evidence that stands in them; offsets are the letter's."""
        statement = self.record.statement
        shift = statement.start
        padded = [span for span in spans_of(self.record) if span.end > shift and span.start < statement.end]
        # The statement's own text is at hand, the letter's is not: cut as if it began at the statement.
        return tuple(cut(_At(shift, statement.text), shift, statement.end, padded))  # type: ignore[arg-type] # sliced only

    @property
    def data(self) -> str:
        """What the page's scripts need to send a change: values with their words, and the versions they replace."""
        record = self.record
        return to_json(
            {
                "id": record.id,
                "versions": dict(record.decisions),
                "status": record.review_status,
                "start": record.statement.start,
                "domain": record.domain.value if record.domain else None,
                "years": record.years.value if record.years else None,
                "no_measures": record.no_measures.value if record.no_measures else None,
                "counts": [self._marked(count) for count in record.counts],
                "projects": [self._marked(project) for project in record.projects],
            }
        ).decode()

    def _marked(self, finding: StoredFinding[Any]) -> dict[str, Any]:
        """A count or project with its words, placed from the statement's start, as the dataset takes it."""
        statement = self.record.statement
        for evidence in finding.evidence[:1]:
            start = evidence.start - statement.start
            if statement.text.startswith(evidence.quote, max(0, start)) and start >= 0:
                return {"value": finding.value, "quote": evidence.quote, "start": start}
        return {"value": finding.value, "quote": None, "start": None}


@dataclass(frozen=True, slots=True)
class _At:
    """A piece of a longer text, sliced by the offsets of the whole."""

    start: int
    text: str

    def __getitem__(self, part: slice) -> str:
        return self.text[part.start - self.start : part.stop - self.start]


_MISSING = {"years": Message("No years were found."), "domain": Message("No domain was found.")}


@dataclass(frozen=True)
class LetterCard:
    """The letter's own fields, and how far its statements are."""

    letter: StoredLetter
    records: tuple[StoredRecord, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The values of the frame."""
        items = []
        for field in LETTER_FIELDS:
            finding = getattr(self.letter.frame, field)
            doubtful = finding is not None and finding.decided_by is None and finding.confidence < LOW_CONFIDENCE
            items.append(Item(field, None, finding, (finding.reason,) if doubtful and finding is not None else ()))
        return tuple(items)

    @property
    def reviewed(self) -> int:
        """How many statements a person has said something of."""
        return sum(record.review_status is not ReviewStatus.UNREVIEWED for record in self.records)

    @property
    def data(self) -> str:
        """As `Card.data`."""
        letter = self.letter
        return to_json(
            {
                "id": None,
                "versions": dict(letter.decisions),
                "respondent": letter.respondent,
                "reporting_years": letter.reporting_years or None,
                "letter_date": letter.letter_date,
                "letter_number": letter.letter_number,
            }
        ).decode()
