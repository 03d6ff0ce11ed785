"""The rows and cells of a DOCX table by their place in its grid."""

from __future__ import annotations

from lxml import etree

from extract.readers.xml_parts import attribute, child, members_of, number

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


def read_rows(table: etree._Element) -> list[list[tuple[int, etree._Element]]]:
    """For each row its cells with their column in the grid, from 0.

    A cell merged over rows stands in the first of them alone. Rows whose deletion is tracked are left out.
    """
    rows = []
    for row in members_of(table, "tr", _WRAPPERS):
        if child(row, "trPr", "del") is not None:
            continue
        column = number(child(row, "trPr", "gridBefore")) or 0
        cells = []
        for cell in members_of(row, "tc", _WRAPPERS):
            if not _is_covered(cell):
                cells.append((column, cell))
            column += max(1, number(child(cell, "tcPr", "gridSpan")) or 1)
        rows.append(cells)
    return rows


def _is_covered(cell: etree._Element) -> bool:
    """Whether the cell goes on with the one above it."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") in (None, "continue")
