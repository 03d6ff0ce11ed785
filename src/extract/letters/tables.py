"""Reads the tables of a letter's body: which cells head their row, which tell a year, and which hold statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.letters.headings import CodebookHeadings, is_year_heading
from extract.letters.phrases import has_verb
from extract.model import Block, Document

#: A head row's cells are short titles: at most so many words each.
_LONGEST_HEAD = 8


@dataclass(frozen=True, slots=True)
class CellRole:
    """What a block in a cell is: left out, a heading, or text; and what it stands under."""

    is_text: bool
    heading: Block | None = None
    year: Block | None = None


def read_table(document: Document, blocks: Sequence[Block], headings: CodebookHeadings) -> dict[int, CellRole]:
    """The role of each of a table's blocks, by the block's `start`."""
    rows = _rows(blocks)
    texts = {block.start: document.text[block.start : block.end] for block in blocks}
    heads = _head_rows(rows, texts, headings)
    title_column = _title_column([row for row in rows if row not in heads], texts, headings)
    years = _years_of_columns(heads, texts)
    roles: dict[int, CellRole] = {}
    heading: Block | None = None
    section: Block | None = None
    for row in rows:
        if row in heads:
            roles.update({block.start: CellRole(False) for cell in row.values() for block in cell})
            continue
        title = _title_of(row, title_column, texts)
        if len(row) == 1 and (lone := _section_of(row, texts, headings)) is not None:
            section = title = lone
        elif title is not None and section is not None and not _is_domain(texts[title.start], headings):
            title = section
        heading = title or heading
        year = next((cell[0] for cell in row.values() if is_year_heading(_text(cell, texts))), None)
        for column, cell in row.items():
            told_year = year or years.get(column)
            for block in cell:
                if is_year_heading(texts[block.start]):
                    told_year = block
                    roles[block.start] = CellRole(False)
                    continue
                is_text = column != title_column and not _is_bare(texts[block.start]) and block is not heading
                roles[block.start] = CellRole(is_text, heading, told_year)
    return roles


_Row = dict[int, list[Block]]


def _rows(blocks: Sequence[Block]) -> list[_Row]:
    rows: defaultdict[int, _Row] = defaultdict(dict)
    for block in blocks:
        if block.cell is not None:
            rows[block.cell.row].setdefault(block.cell.column, []).append(block)
    return [rows[number] for number in sorted(rows)]


def _text(cell: Sequence[Block], texts: dict[int, str]) -> str:
    return " ".join(texts[block.start] for block in cell)


def _head_rows(rows: Sequence[_Row], texts: dict[int, str], headings: CodebookHeadings) -> list[_Row]:
    """The first row, where it titles the columns, and its repetitions on later pages."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return []
    cells = [_text(cell, texts) for cell in rows[0].values()]
    if not all(len(cell.split()) <= _LONGEST_HEAD and not _is_statement(cell) for cell in cells):
        return []
    if headings.has_like(cells[0]) or (headings.labels(cells[0]) and not headings.labels(cells[-1])):
        return []
    return [row for row in rows if [_text(cell, texts) for cell in row.values()] == cells]


def _is_statement(text: str) -> bool:
    return has_verb(text) and text.endswith((".", ";", "!"))


def _title_column(rows: Sequence[_Row], texts: dict[int, str], headings: CodebookHeadings) -> int | None:
    """The column whose cells title their rows; None where every cell with words is told of by itself."""
    lengths: defaultdict[int, list[int]] = defaultdict(list)
    like: defaultdict[int, int] = defaultdict(int)
    statements: defaultdict[int, int] = defaultdict(int)
    widest = max((len(row) for row in rows), default=0)
    for row in rows:
        for column, cell in row.items() if len(row) > 1 or widest == 1 else ():
            text = _text(cell, texts)
            if _is_bare(text) or is_year_heading(text):
                continue
            lengths[column].append(len(text.split()))
            like[column] += headings.names(text)
            statements[column] += _is_statement(text)
    columns = sorted(lengths)
    if len(columns) < 2:
        return next((column for column in columns if like[column] * 2 > len(lengths[column])), None)
    first = columns[0]
    if like[first]:
        return first
    mean = {column: sum(lengths[column]) / len(lengths[column]) for column in columns}
    if statements[first] * 2 > len(lengths[first]):
        return None
    return first if mean[first] <= max(mean[column] for column in columns[1:]) else None


def _title_of(row: _Row, column: int | None, texts: dict[int, str]) -> Block | None:
    """The block that titles the row, in the title column."""
    cell = row.get(column, []) if column is not None else []
    return next((block for block in cell if not _is_bare(texts[block.start])), None)


def _section_of(row: _Row, texts: dict[int, str], headings: CodebookHeadings) -> Block | None:
    """The title of the rows below, in a row that has one cell only."""
    ((first, *_),) = row.values()
    return first if _is_domain(texts[first.start], headings) else None


def _is_domain(text: str, headings: CodebookHeadings) -> bool:
    return not _is_statement(text) and headings.names(text)


def _years_of_columns(heads: Sequence[_Row], texts: dict[int, str]) -> dict[int, Block]:
    if not heads:
        return {}
    return {column: cell[0] for column, cell in heads[0].items() if is_year_heading(_text(cell, texts))}


def _is_bare(text: str) -> bool:
    """Whether the text has no word: a number, a dash, a numbering."""
    return not any(character.isalpha() for character in text)
