"""Text cut into passages by the spans that are drawn on it: the evidence of values, and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.dataset import StoredRecord
from extract.dataset.attention import LOW_CONFIDENCE
from extract.model import BODY_KINDS, Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Span:
    """The evidence of one value: which finding, of which statement and field, and whether it is doubtful."""

    start: int
    end: int
    finding: str
    field: str
    statement: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text with one look: the evidence that it belongs to, the narrowest first, and its statement."""

    start: int
    text: str
    spans: tuple[Span, ...]
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the letter's text, cut into passages."""

    kind: BlockKind
    marker: str | None
    level: int
    is_body: bool
    is_cell: bool
    passages: tuple[Passage, ...]


def spans_of(record: StoredRecord) -> tuple[Span, ...]:
    """Where each value of a statement stands: its own words, not those that merely support it."""
    spans = []
    fields = (("years", record.years), ("domain", record.domain), ("no_measures", record.no_measures))
    found = [(field, finding) for field, finding in fields if finding is not None]
    found += [("counts", count) for count in record.counts] + [("projects", project) for project in record.projects]
    for field, finding in found:
        for evidence in finding.evidence[:1]:
            doubtful = finding.confidence < LOW_CONFIDENCE
            spans.append(Span(evidence.start, evidence.end, finding.id, field, record.id, doubtful))
    return tuple(spans)


def cut(text: str, start: int, end: int, spans: Iterable[Span], statement: str | None = None) -> Iterator[Passage]:
    """`text[start:end]` in passages, each within or outside every span."""
    inside = [span for span in spans if span.start < end and span.end > start]
    marks = {start, end}
    for span in inside:
        marks |= {max(start, span.start), min(end, span.end)}
    edges = sorted(marks)
    for left, right in zip(edges, edges[1:], strict=False):
        here = [span for span in inside if span.start <= left and span.end >= right]
        here.sort(key=lambda span: span.end - span.start)
        yield Passage(left, text[left:right], tuple(here), statement)


def text_blocks(document: Document, records: Sequence[StoredRecord]) -> list[TextBlock]:
    """The letter as flowing text, its statements and the evidence of their values marked."""
    spans = sorted((span for record in records for span in spans_of(record)), key=lambda span: span.start)
    return [
        TextBlock(
            block.kind,
            block.marker,
            block.level,
            block.kind in BODY_KINDS,
            block.cell is not None,
            tuple(_passages(document, block, records, spans)),
        )
        for block in document.blocks
        if block.end > block.start
    ]


def _passages(
    document: Document, block: Block, records: Sequence[StoredRecord], spans: Sequence[Span]
) -> Iterator[Passage]:
    place = block.start
    near = [span for span in spans if span.start < block.end and span.end > block.start]
    for record in records:
        start, end = max(place, record.statement.start), min(block.end, record.statement.end)
        if start < end:
            yield from cut(document.text, place, start, near)
            yield from cut(document.text, start, end, near, record.id)
            place = end
    yield from cut(document.text, place, block.end, near)
