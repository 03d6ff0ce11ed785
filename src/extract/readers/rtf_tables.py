"""The tables of Rich Text, which has no tables: only rows, each with the right edges of its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

P = TypeVar("P")

#: Edges of two rows that lie no farther apart than this are one, in twips (1/1440 inch); programs round them.
_SAME_EDGE = 40


@dataclass(slots=True)
class CellDefinition:
    """What a row says of a cell before its text: whether it goes on with the one above it or before it, its edge."""

    goes_on_above: bool = False
    goes_on_before: bool = False
    edge: int = 0


@dataclass(slots=True)
class RtfRow(Generic[P]):
    """The contents of a row's cells, and what was said of them."""

    cells: list[list[P]] = field(default_factory=list)
    definitions: list[CellDefinition] = field(default_factory=list)


@dataclass(slots=True)
class RtfTable(Generic[P]):
    """The rows of a table, and the cell that is being read."""

    rows: list[RtfRow[P]] = field(default_factory=list)
    row: RtfRow[P] = field(default_factory=RtfRow)
    cell: list[P] = field(default_factory=list)

    def end_cell(self) -> None:
        """Put the cell into its row."""
        self.row.cells.append(self.cell)
        self.cell = []

    def end_row(self, definitions: list[CellDefinition]) -> None:
        """Put the row into the table."""
        if self.cell:
            self.end_cell()
        if self.row.cells:
            self.row.definitions = definitions
            self.rows.append(self.row)
        self.row = RtfRow()

    def place(self) -> list[list[tuple[int, list[P]]]]:
        """For each row its cells with their column in the table's grid, from 0; cells merged into others left out."""
        grid = _grid(definition.edge for row in self.rows for definition in row.definitions)
        return [_place_row(row, grid) for row in self.rows]


def _grid(edges: Iterable[int]) -> list[int]:
    distinct: list[int] = []
    for edge in sorted(edges):
        if not distinct or edge - distinct[-1] > _SAME_EDGE:
            distinct.append(edge)
    return distinct


def _place_row(row: RtfRow[P], grid: list[int]) -> list[tuple[int, list[P]]]:
    placed: list[tuple[int, list[P]]] = []
    column = 0
    for i, cell in enumerate(row.cells):
        definition = row.definitions[i] if i < len(row.definitions) else None
        covered = definition is not None and (definition.goes_on_above or definition.goes_on_before)
        if not covered or cell:  # a covered cell is empty; one that is not must not be lost
            placed.append((column, cell))
        column += 1
        if definition is not None:
            column = max(column, sum(edge <= definition.edge + _SAME_EDGE for edge in grid))
    return placed
