"""The rows and cells of a DOCX table by their place in its grid."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from extract.readers.xml_parts import attribute, child, local_name, number

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


def read_rows(table: etree._Element) -> list[list[tuple[int, etree._Element]]]:
    """For each row its cells with their column in the grid, from 0.

    A cell merged over rows stands in the first of them alone. Rows whose deletion is tracked are left out.
    """
    rows = []
    for row in _members(table, "tr"):
        if child(row, "trPr", "del") is not None:
            continue
        column = number(child(row, "trPr", "gridBefore")) or 0
        cells = []
        for cell in _members(row, "tc"):
            if not _is_covered(cell):
                cells.append((column, cell))
            column += max(1, number(child(cell, "tcPr", "gridSpan")) or 1)
        rows.append(cells)
    return rows


def _members(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for element in parent:
        found = local_name(element)
        if found == name:
            yield element
        elif found in _WRAPPERS:
            yield from _members(element, name)


def _is_covered(cell: etree._Element) -> bool:
    """Whether the cell goes on with the one above it."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attribute(merge, "val") in (None, "continue")
