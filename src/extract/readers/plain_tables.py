"""Tables in plain text, drawn with pipes or with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from extract.model import Cell

#: Lines between the rows of a drawn table: "+----+----+", "|---|---|".
_BORDER = re.compile(r"[|+][-=+|: ]*[|+]$|[-=]+(?:[|+][-=]+)+$")
_ROWS = 2


class TextLine(Protocol):
    """A line of text without the white space around it."""

    @property
    def text(self) -> str:
        """The characters."""


L = TypeVar("L", bound=TextLine)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells with the lines of each. Empty cells are left out."""

    cells: tuple[tuple[Cell, tuple[str, ...]], ...]


def find_tables(lines: Sequence[L]) -> Iterator[list[L] | Row]:
    """Runs of running lines, and between them the rows of tables, in the order of the text.

    Lines one after another that are parted by the same sign into the same number of cells, two or more, make a table.
    """
    table = 0
    running: list[L] = []
    for shape, group in groupby(lines, _shape):
        members = list(group)
        content = [line for line in members if not _BORDER.match(line.text)]
        if shape is None or (len(content) < _ROWS and content == members):
            running.extend(members)
            continue
        if running:
            yield running
            running = []
        yield from _read_rows(content, shape[0], table)
        table += 1
    if running:
        yield running


def _shape(line: TextLine) -> tuple[str, int] | None:
    """The sign that parts the line and the number of its cells."""
    for sign in "|\t":
        cells = _split(line.text, sign)
        if len(cells) > 1:
            return sign, len(cells)
    return None


def _split(text: str, sign: str) -> list[str]:
    if sign == "|":
        if _BORDER.match(text):
            return re.split(r"[|+]", text.strip("|+"))
        return [cell.strip() for cell in text.removeprefix("|").removesuffix("|").split("|")]
    return [cell.strip() for cell in re.split(r"\t+", text)]


def _read_rows(lines: Sequence[TextLine], sign: str, table: int) -> Iterator[Row]:
    rows: list[list[list[str]]] = []
    for line in lines:
        cells = _split(line.text, sign)
        # Text wrapped within a cell: its line opens no cell, and goes on in small letters.
        goes_on = rows and not cells[0] and all(not cell or cell[0].islower() for cell in cells)
        if goes_on:
            for parts, cell in zip(rows[-1], cells, strict=True):
                parts.append(cell)
        else:
            rows.append([[cell] for cell in cells])
    for i, row in enumerate(rows):
        numbered = ((Cell(table, i, column), tuple(filter(None, parts))) for column, parts in enumerate(row))
        yield Row(tuple((cell, parts) for cell, parts in numbered if parts))
