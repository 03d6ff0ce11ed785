"""Formats whose text flows without pages (DOCX, ODT, RTF): from paragraphs as they are stored to blocks.

What a paragraph is by its form is told here once for all of them: list item, heading, cell, or a note beside the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from extract.errors import EmptyFileError
from extract.model import BlockKind, Cell, Message
from extract.readers.assembly import DocumentBuilder, normalise
from extract.readers.headings import MAX_HEADING, ends_sentence, is_colon_heading, is_heading_when_emphasised
from extract.readers.hyphenation import Vocabulary
from extract.readers.line_joins import join_texts
from extract.readers.list_numbers import ListNumber
from extract.readers.markers import split_marker

_OPENING_QUOTES = "„“”\"«»‘’'("
#: Where more of a letter's text than this is bold or underlined, that marks no headings.
_MAX_EMPHASISED = 0.5

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: in the body, a cell of it, or a story beside it (header, footer, note, comment)."""

    kind: BlockKind = BlockKind.PARAGRAPH
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class FlowParagraph:
    """A text that becomes a block; `number` counts the paragraphs of the body from 0 and is None beside it."""

    text: str
    kind: BlockKind
    cell: Cell | None
    number: int | None
    marker: str | None
    level: int
    emphasised: bool


class Flow:
    """Collects the paragraphs of one file, story by story; paragraphs and tables of the body are counted from 0."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._paragraphs: list[FlowParagraph] = []
        self._numbered = 0
        self._tables = 0

    def add_paragraph(
        self,
        lines: Iterable[str],
        place: Place,
        *,
        number: ListNumber | None = None,
        centred: bool = False,
        heading: int | None = None,
        emphasised: bool = False,
    ) -> None:
        """Add a paragraph from its lines as stored; `heading` is the depth that its style names, from 0."""
        texts = _join_soft_lines(lines, centred, self._vocabulary)
        in_body = place.kind is BlockKind.PARAGRAPH
        for i, text in enumerate(texts):
            marker, level, rest = None, 0, text
            if number is not None:
                marker, level = (number.marker or None) if i == 0 else None, number.level
            elif in_body:
                marker, rest = split_marker(text)
                level = marker.rstrip(".)").count(".") if marker else 0
            kind = place.kind
            if place.cell is not None:
                kind = BlockKind.CELL
            elif in_body and heading is not None and len(rest) <= MAX_HEADING:
                kind, level = BlockKind.HEADING, heading
            elif in_body and (marker or (number is not None and number.marker)):
                kind = BlockKind.LIST_ITEM
            elif in_body:
                level = 0
            counted = self._numbered if in_body else None
            self._paragraphs.append(FlowParagraph(rest, kind, place.cell, counted, marker, level, emphasised))
        if texts and in_body:
            self._numbered += 1

    def place_cells(self, rows: Sequence[Sequence[tuple[int, C]]], place: Place) -> Iterator[tuple[Place, C]]:
        """The cells of a table met at `place`, given for each row with their columns, and where each stands."""
        # A frame drawn around text by a table of one cell is none; beside the body, cells need no number.
        if place.kind is not BlockKind.PARAGRAPH or (len(rows) == 1 and len(rows[0]) == 1):
            yield from ((place, cell) for row in rows for _, cell in row)
            return
        number, self._tables = self._tables, self._tables + 1
        for i, row in enumerate(rows):
            for column, cell in row:
                yield replace(place, cell=Cell(number, i, column)), cell

    def take_story(self) -> list[FlowParagraph]:
        """The paragraphs added since the last story was taken."""
        story, self._paragraphs = self._paragraphs, []
        return story


def add_stories(
    builder: DocumentBuilder,
    name: str,
    *,
    before: Iterable[FlowParagraph],
    body: list[FlowParagraph],
    after: Iterable[FlowParagraph],
) -> None:
    """Add the stories to the document in reading order. Raises EmptyFileError where the body has no text."""
    if not body:
        raise EmptyFileError(
            Message("{file} has no text in its body.", {"file": name}),
            Message("If it holds a picture of the letter, ask for the letter as it was written."),
        )
    for paragraph in (*before, *_name_headings(body), *after):
        builder.add_text(
            paragraph.text,
            paragraph.kind,
            paragraph=paragraph.number,
            cell=paragraph.cell,
            marker=paragraph.marker,
            level=paragraph.level,
        )


def distinct_stories(stories: Iterable[list[FlowParagraph]]) -> list[FlowParagraph]:
    """Headers or footers one after another, each that several sections or kinds of page share once."""
    found: dict[str, list[FlowParagraph]] = {}
    for story in stories:
        found.setdefault("\n".join(paragraph.text for paragraph in story), story)
    return [paragraph for story in found.values() for paragraph in story]


def _join_soft_lines(lines: Iterable[str], centred: bool, vocabulary: Vocabulary) -> list[str]:
    """The texts of a paragraph's lines: a line break ends a text where the words on both sides say so."""
    groups: list[list[tuple[str, str]]] = []
    above = ""
    for raw in lines:
        line = normalise(raw)
        # Two breaks in a row leave an empty line, and part whatever stands around it.
        if line and above and not _parts(above, line, centred):
            groups[-1].append((raw, line))
        elif line:
            groups.append([(raw, line)])
        above = line
    return [
        group[0][1] if len(group) == 1 else normalise(join_texts([raw for raw, _ in group], vocabulary))
        for group in groups
    ]


def _parts(before: str, after: str, centred: bool) -> bool:
    marker, _ = split_marker(after)
    opens = after[0].isupper() or after[0].isdigit() or after[0] in _OPENING_QUOTES
    if marker:
        return ends_sentence(before) or before.endswith(",") or split_marker(before)[0] is not None
    if centred:
        return opens
    return opens and (ends_sentence(before) or (before.isupper() and after.isupper()))


def _name_headings(paragraphs: list[FlowParagraph]) -> list[FlowParagraph]:
    """The paragraphs of the body, those that are headings by their look named so."""
    running = [paragraph for paragraph in paragraphs if paragraph.cell is None]
    total = sum(len(paragraph.text) for paragraph in running)
    emphasised = sum(len(paragraph.text) for paragraph in running if paragraph.emphasised)
    telling = emphasised <= _MAX_EMPHASISED * total
    named = []
    for i, paragraph in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        plain = paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        look = telling and paragraph.emphasised and is_heading_when_emphasised(paragraph.text)
        leads = following is None or following.marker is not None or following.cell is not None
        colon = paragraph.kind is BlockKind.PARAGRAPH and is_colon_heading(paragraph.text) and not leads
        named.append(replace(paragraph, kind=BlockKind.HEADING) if plain and (look or colon) else paragraph)
    return named
