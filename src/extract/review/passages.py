"""A statement's words cut into passages by the evidence that stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.dataset import StoredRecord


@dataclass(frozen=True, slots=True)
class Span:
    """The evidence of one value: which finding and field, and whether it waits for a person."""

    start: int
    end: int
    finding: str
    field: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text and the narrowest evidence that it belongs to; `start` is counted in the letter's text."""

    start: int
    text: str
    span: Span | None


def spans_of(record: StoredRecord) -> list[Span]:
    """Where each value's own words stand, of those within the statement."""
    doubtful = {flag.finding for flag in record.flags}
    statement = record.statement
    return [
        Span(evidence.start, evidence.end, finding.id, field, finding.id in doubtful)
        for field, finding in record.by_field()
        for evidence in finding.evidence[:1]
        if evidence.start < statement.end and evidence.end > statement.start
    ]


def cut(text: str, start: int, spans: Sequence[Span]) -> list[Passage]:
    """The text, which begins at `start`, in passages of which each is within or outside of every span."""
    end = start + len(text)
    edges = {start, end}
    for span in spans:
        edges |= {max(start, span.start), min(end, span.end)}
    passages = []
    for left, right in pairwise(sorted(edges)):
        around = [span for span in spans if span.start <= left and span.end >= right]
        narrowest = min(around, key=lambda span: span.end - span.start, default=None)
        passages.append(Passage(left, text[left - start : right - start], narrowest))
    return passages
