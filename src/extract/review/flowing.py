"""Text without pages as it is shown: paragraphs, headings, list items, and tables put together from their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Block, Document
from extract.rendering import ShownPart


@dataclass(frozen=True, slots=True)
class FlowingTable:
    """Rows of cells of blocks; an empty cell is an empty tuple."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


def flow(document: Document, part: ShownPart) -> tuple[Block | FlowingTable, ...]:
    """The blocks of a part in order, those of one table's cells together."""
    shown: list[Block | FlowingTable] = []
    cells: list[Block] = []
    for block in document.blocks:
        if not part.start <= block.start < max(part.end, part.start + 1):
            continue
        table = cells[0].cell.table if cells and cells[0].cell else None
        if table is not None and (block.cell is None or block.cell.table != table):
            shown.append(_table(cells))
            cells = []
        if block.cell is None:
            shown.append(block)
        else:
            cells.append(block)
    return (*shown, _table(cells)) if cells else tuple(shown)


def _table(blocks: Sequence[Block]) -> FlowingTable:
    places = [(block.cell.row, block.cell.column, block) for block in blocks if block.cell]
    columns = 1 + max(column for _, column, _ in places)
    return FlowingTable(
        tuple(
            tuple(
                tuple(block for row, column, block in places if row == wanted and column == at) for at in range(columns)
            )
            for wanted in sorted({row for row, _, _ in places})
        )
    )
