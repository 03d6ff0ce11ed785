"""From the pages of a PDF to its blocks: what continues over columns and pages is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.model import BlockKind, Cell
from extract.readers.footnotes import split_footnotes
from extract.readers.headings import ends_sentence
from extract.readers.paragraphs import Measures, Paragraph, continues, find_paragraphs, measure
from extract.readers.pdf_glyphs import Glyphs
from extract.readers.pdf_lines import Line, lines_of
from extract.readers.pdf_pages import RawPage
from extract.readers.pdf_tables import PageTable, TableCell, fill_cells
from extract.readers.pdf_words import PageWord, find_words
from extract.readers.reading_order import Column, find_columns
from extract.readers.running_heads import find_running_heads

if TYPE_CHECKING:
    from extract.readers.recognition import RecognisedPage

#: Text in another direction that makes up less than this share of a page is a stamp or margin note.
ASIDE_SHARE = 0.3
#: Columns of a table that goes on over a page stand within this many points of where they stood.
SAME_COLUMNS = 6.0


@dataclass(slots=True)
class _Table:
    """A table, over all its pages: the page and words of each cell, in one or more parts."""

    edges: tuple[float, ...]
    cells: dict[tuple[int, int], list[tuple[int, list[PageWord]]]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return 1 + max((row for row, _ in self.cells), default=-1)

    def row(self, number: int) -> dict[int, str]:
        """The text of each cell of a row."""
        return {
            column: " ".join(word.text for _, words in parts for word in words)
            for (row, column), parts in self.cells.items()
            if row == number
        }


@dataclass(slots=True)
class _PageLayout:
    number: int
    height: float
    lines: list[Line]
    tables: list[PageTable]
    asides: list[tuple[bool, list[Line]]]


def find_blocks(pages: Iterable[RawPage]) -> list[Paragraph]:
    """The blocks of the document in reading order: its body, then footnotes, then running heads and feet."""
    layouts = [layout for page in pages if (layout := _lay_out_page(page)) is not None]
    heads = find_running_heads([(layout.height, layout.lines) for layout in layouts])
    columns: list[tuple[int, Column]] = []
    outside: list[Paragraph] = []
    seen: set[tuple[BlockKind, str]] = set()
    for layout, found in zip(layouts, heads, strict=True):
        taken = {id(line) for line, _ in found}
        lines = [line for line in layout.lines if id(line) not in taken]
        columns += [(layout.number, column) for column in find_columns(lines, layout.tables)]
        for minor, others in layout.asides:
            if minor:
                outside += [Paragraph([line], layout.number, BlockKind.FOOTER) for line in others]
            else:
                columns += [(layout.number, column) for column in find_columns(others)]
        for line, kind in found:
            key = (kind, "".join(char for char in line.text if not char.isdigit()).casefold())
            if key not in seen:
                seen.add(key)
                outside.append(Paragraph([line], layout.number, kind))
    measures = measure(column.lines for _, column in columns)
    footnotes: list[Paragraph] = []
    body = list(_body(columns, measures, footnotes))
    return body + footnotes + outside


def _lay_out_page(page: RawPage) -> _PageLayout | None:
    if page.recognised is not None:
        return _lay_out_recognised(page.number, page.recognised)
    return _lay_out(page, page.glyphs) if page.glyphs is not None else None


def _lay_out_recognised(number: int, page: RecognisedPage) -> _PageLayout:
    words = fill_cells(page.tables, page.words)
    filled = [table for table in page.tables if any(cell.words for cell in table.cells)]
    lines = lines_of(words)
    return _PageLayout(number, page.height, lines, filled, [])


def _lay_out(page: RawPage, glyphs: Glyphs) -> _PageLayout:
    directions = find_words(glyphs, page.number)
    if not directions:
        return _PageLayout(page.number, page.height, [], [], [])
    angle, words = directions[0]
    tables = page.tables if angle == page.turn else []
    height = _set_upright(words, page) if angle == page.turn else page.height
    words = fill_cells(tables, words)
    lines = lines_of(words, in_pieces=True)
    filled = [table for table in tables if any(cell.words for cell in table.cells)]
    limit = ASIDE_SHARE * sum(len(found) for _, found in directions)
    asides = [(len(found) < limit, lines_of(found, in_pieces=True)) for _, found in directions[1:]]
    for inset in page.insets:
        if inset.sideways or page.turn:
            asides.append((False, lines_of(inset.words)))
        else:
            beside = _lay_out_recognised(page.number, inset)
            lines, filled = lines + beside.lines, filled + beside.tables
    return _PageLayout(page.number, height, lines, filled, asides)


def _set_upright(words: Iterable[PageWord], page: RawPage) -> float:
    """Measure words from the top left corner of the page as it stands when its turn is undone; returns its height.

    Their own frame has that of the page as shown, turned with the writing.
    """
    across, down = {0: (0.0, 0.0), 90: (page.height, 0.0), 180: (page.width, page.height), 270: (0.0, page.width)}[
        page.turn
    ]
    if page.turn:
        for word in words:
            word.move(across, down)
    return page.width if page.turn in (90, 270) else page.height


def _body(columns: list[tuple[int, Column]], measures: Measures, footnotes: list[Paragraph]) -> Iterator[Paragraph]:
    found: list[Paragraph | _Table] = []
    parts: list[list[Paragraph]] = []
    for page, column in columns:
        if column.table is not None:
            last = found[-1] if found else None
            if isinstance(last, _Table) and _same_columns(last, column.table):
                _extend(last, column.table, page)
            else:
                table = _Table(column.table.edges)
                _append(table, column.table.cells, page, 0)
                found.append(table)
            continue
        lines, notes = split_footnotes(column.lines, page, measures)
        footnotes += notes
        paragraphs = find_paragraphs(lines, page, measures)
        parts.append(paragraphs)
        found += paragraphs
    indents = _uses_indents(parts)
    starts = {id(part[0]) for part in parts if part}
    number = 0
    pending: Paragraph | None = None
    for block in found:
        if isinstance(block, _Table):
            if pending is not None:
                yield pending
                pending = None
            yield from _cell_paragraphs(block, number, measures)
            number += 1
        elif pending is not None and id(block) in starts and continues(pending, block, indents):
            pending.lines += block.lines
            pending.right = block.right
        else:
            if pending is not None:
                yield pending
            pending = block
    if pending is not None:
        yield pending


def _uses_indents(parts: Iterable[list[Paragraph]]) -> bool:
    """Whether most paragraphs of several lines have their first line set in."""
    long = [p for part in parts for p in part if len(p.lines) > 1 and p.kind is BlockKind.PARAGRAPH]
    return bool(long) and sum(p.indented for p in long) > 0.5 * len(long)


def _same_columns(table: _Table, other: PageTable) -> bool:
    return len(table.edges) == len(other.edges) > 1 and all(
        abs(a - b) <= SAME_COLUMNS for a, b in zip(table.edges, other.edges, strict=True)
    )


def _append(table: _Table, cells: Iterable[TableCell], page: int, offset: int) -> None:
    for cell in cells:
        if cell.words:
            words = [word for line in lines_of(cell.words, in_pieces=True) for word in line.words]
            table.cells.setdefault((cell.row + offset, cell.column), []).append((page, words))


def _extend(table: _Table, other: PageTable, page: int) -> None:
    """Add the part of a table that stands on another page: without its repeated head, a broken row put together."""
    part = _Table(other.edges)
    _append(part, other.cells, page, 0)
    rows = sorted({row for row, _ in part.cells})
    if rows and table.rows > 1 and part.row(rows[0]) == table.row(0):
        rows = rows[1:]
    if not rows:
        return
    first = rows[0]
    broken = 0 not in part.row(first) and 0 in table.row(table.rows - 1)
    offset = table.rows - first - broken
    for (row, column), pieces in part.cells.items():
        if row >= first:
            table.cells.setdefault((row + offset, column), []).extend(pieces)


def _cell_paragraphs(table: _Table, number: int, measures: Measures) -> Iterator[Paragraph]:
    for row, column in sorted(table.cells):
        cell: list[Paragraph] = []
        for page, words in table.cells[row, column]:
            found = find_paragraphs(lines_of(words), page, measures)
            if cell and found and not ends_sentence(cell[-1].text) and not found[0].marker:
                cell[-1].lines += found[0].lines
                found = found[1:]
            cell += found
        for paragraph in cell:
            paragraph.kind = BlockKind.CELL
            paragraph.cell = Cell(number, row, column)
            yield paragraph
