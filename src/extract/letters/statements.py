"""Cuts a letter's body into statements: sentences and list items, each with the heading and lead-in it stands under."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.letters.body import Part
from extract.letters.formulas import announcement_end, is_announcement, is_courtesy
from extract.letters.headings import CodebookHeadings, heading_end, is_heading, is_year_heading
from extract.letters.phrases import has_verb
from extract.letters.tables import CellRole, read_table
from extract.model import Block, BlockKind, Document, Evidence, Layout, Statement

if TYPE_CHECKING:
    from spacy.language import Language

_NUMBERED = re.compile(r"\(?\d+[\d.]*\)?\.?")
_BULLETS = "•·▪–—-*"


@dataclass(frozen=True, slots=True)
class CutBody:
    """The statements of a body, the announcements left out of them, its headings, and how it is laid out."""

    statements: tuple[Statement, ...]
    announcements: tuple[Evidence, ...]
    headings: tuple[Evidence, ...]
    layout: Layout


@dataclass(frozen=True, slots=True)
class _LeadIn:
    """What opens a list; `level` is -1 for a paragraph, `shape` that of a list item's marker."""

    evidence: Evidence
    level: int = -1
    shape: str = ""

    def opens(self, level: int, shape: str) -> bool:
        """Whether an item of that level may stand in the list; items of one level part by their markers' shapes."""
        return self.level < level or (self.level == level and self.shape != shape)


@dataclass(slots=True)
class _Cutter:
    document: Document
    language: Language
    codebook_headings: CodebookHeadings
    statements: list[Statement] = field(default_factory=list)
    announcements: list[Evidence] = field(default_factory=list)
    headings: list[Evidence] = field(default_factory=list)
    numbered: int = 0
    in_tables: int = 0
    paragraph: int = -1
    heading: Evidence | None = None
    year: Evidence | None = None
    lead_ins: list[_LeadIn] = field(default_factory=list)
    before: int = 0

    @property
    def is_opening(self) -> bool:
        """Whether the letter, or the part of an arrival that is being cut, has not yet told anything."""
        return len(self.statements) == self.before

    def open_part(self) -> None:
        """Begin another part of an arrival: what stands above in the one before does not hold in it."""
        self.heading = self.year = None
        self.lead_ins.clear()
        self.before = len(self.statements)


def cut_statements(
    document: Document, parts: Sequence[Part], headings: CodebookHeadings, language: Language
) -> CutBody:
    """Cut the blocks whose part is BODY; `parts` has one for each block of the document."""
    blocks = [block for block, part in zip(document.blocks, parts, strict=True) if part is Part.BODY]
    cutter = _Cutter(document, language, headings)
    roles = _roles(document, blocks, headings)
    cell = None
    to_come = [part.start for part in reversed(document.parts) if part.start < part.end]
    for i, block in enumerate(blocks):
        while to_come and to_come[-1] <= block.start:
            to_come.pop()
            cutter.open_part()
        role = roles.get(block.start)
        if role is not None and not role.is_text:
            continue
        if role is not None and role.heading is not None:
            _set_heading(cutter, document.evidence(role.heading.start, role.heading.end), block=None)
        if role is not None:
            cutter.year = document.evidence(role.year.start, role.year.end) if role.year else None
            if block.cell != cell:
                cutter.lead_ins.clear()
        cell = block.cell
        start = block.start
        if role is None or role.heading is None:
            after_heading = _take_heading(cutter, block, blocks[i + 1] if i + 1 < len(blocks) else None)
            if after_heading is None:
                continue
            start = after_heading
        _cut_block(cutter, block, start)
    return CutBody(tuple(cutter.statements), tuple(cutter.announcements), tuple(cutter.headings), _layout(cutter))


def _roles(document: Document, blocks: Sequence[Block], headings: CodebookHeadings) -> dict[int, CellRole]:
    tables: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell is not None:
            tables[block.cell.table].append(block)
    roles: dict[int, CellRole] = {}
    for cells in tables.values():
        roles.update(read_table(document, cells, headings))
    return roles


def _take_heading(cutter: _Cutter, block: Block, below: Block | None) -> int | None:
    """Note the heading that a block is or opens with; the offset where its text begins, None where it has none.

    `below` is the next block of the body. A title before a list, under a heading that the codebook names, is noted as
    the list's lead-in: what it is about is told by the heading.
    """
    document, known = cutter.document, cutter.codebook_headings
    text = document.text[block.start : block.end]
    if is_year_heading(text):
        cutter.year = document.evidence(block.start, block.end)
        cutter.lead_ins.clear()
        return None
    if is_announcement(text) and cutter.is_opening:
        return block.start
    if is_heading(text, block.kind, block.marker, known, _stands_over(cutter, below)):
        title = document.evidence(block.start, block.end)
        under = cutter.heading is not None and known.names(cutter.heading.quote) and not known.names(text)
        if under and text.endswith(":") and below is not None and below.kind is BlockKind.LIST_ITEM:
            cutter.lead_ins = [_LeadIn(title)]
        else:
            _set_heading(cutter, title, block)
        return None
    end = heading_end(text, known)
    if end is None:
        return block.start
    _set_heading(cutter, document.evidence(block.start, block.start + end), block)
    return block.start + end


def _stands_over(cutter: _Cutter, below: Block | None) -> bool:
    """Whether a title may stand over the block below it, and not in a list that a sentence has opened."""
    if below is None or cutter.lead_ins:
        return False
    if below.kind is not BlockKind.PARAGRAPH:
        return True
    text = cutter.document.text[below.start : below.end]
    return text.endswith((".", "!", ";", "?")) or has_verb(text) or cutter.codebook_headings.names(text)


def _set_heading(cutter: _Cutter, heading: Evidence, block: Block | None) -> None:
    if cutter.heading is not None and cutter.heading.start == heading.start:
        return
    cutter.heading, cutter.year = heading, None
    cutter.lead_ins.clear()
    cutter.headings.append(heading)
    if block is not None and block.marker is not None and _NUMBERED.fullmatch(block.marker):
        cutter.numbered += 1


def _cut_block(cutter: _Cutter, block: Block, start: int) -> None:
    document = cutter.document
    text = document.text[start : block.end]
    is_item = _is_item(cutter, block, text)
    level, shape = (block.level, _shape(block.marker)) if is_item else (-1, "")
    while cutter.lead_ins and not (is_item and cutter.lead_ins[-1].opens(level, shape)):
        cutter.lead_ins.pop()
    lead_in = cutter.lead_ins[-1].evidence if cutter.lead_ins else cutter.year
    cutter.paragraph += 1
    last: Evidence | None = None
    for first, end in _sentences(cutter, start, text):
        last = document.evidence(first, end)
        cutter.in_tables += block.cell is not None
        cutter.statements.append(Statement(first, end, last.quote, cutter.paragraph, cutter.heading, lead_in, is_item))
    if last is not None and last.quote.endswith(":"):
        cutter.lead_ins.append(_LeadIn(last, level, shape))


def _shape(marker: str | None) -> str:
    """What markers of one list have in common: "1." and "12." are alike, "1." and "a)" are not."""
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d+", "1", marker or ""))


def _is_item(cutter: _Cutter, block: Block, text: str) -> bool:
    """Whether a block is a list item: by its kind or marker, or as one of several parts of the sentence before it."""
    if block.kind is BlockKind.LIST_ITEM or block.marker is not None:
        return True
    if not cutter.lead_ins:
        return False
    return text.endswith((";", ",")) or text[:1].islower() or not (has_verb(text) or text.endswith((".", ":", "!")))


def _sentences(cutter: _Cutter, offset: int, text: str) -> Iterator[tuple[int, int]]:
    """The offsets in the document of the statements in `text`, which begins at `offset`."""
    for span in cutter.language(text).sents:
        start, end = _trim(text, span.start_char, span.end_char)
        sentence = text[start:end]
        if not any(character.isalpha() for character in sentence):
            continue
        if is_courtesy(sentence):
            if cutter.is_opening and cutter.heading is None and is_announcement(sentence):
                cutter.announcements.append(cutter.document.evidence(offset + start, offset + end))
            continue
        if cutter.is_opening and cutter.heading is None:
            begin = announcement_end(sentence)
            if begin is not None:
                cutter.announcements.append(cutter.document.evidence(offset + start, offset + start + begin - 1))
                start += begin
            elif is_announcement(sentence):
                cutter.announcements.append(cutter.document.evidence(offset + start, offset + end))
                continue
        yield offset + start, offset + end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the spaces and stray bullets around it."""
    while start < end and (text[start].isspace() or _is_bullet(text, start)):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_bullet(text: str, start: int) -> bool:
    """Whether a bullet stands there; a dash before a digit could be a minus."""
    return text[start] in _BULLETS and not text[start + 1 : start + 2].isdigit()


def _layout(cutter: _Cutter) -> Layout:
    if cutter.in_tables * 2 > len(cutter.statements):
        return Layout.TABLE
    if not cutter.headings:
        return Layout.PLAIN
    return Layout.NUMBERED if cutter.numbered * 2 >= len(cutter.headings) else Layout.HEADINGS
