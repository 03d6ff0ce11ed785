"""Where words stand, as a person looks for them: which part of an arrival, and which page of that part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.arrival import part_at
from extract.model import DocumentPart, Evidence
from extract.readers.members import shown_path


def place_of(parts: Sequence[DocumentPart], start: int, page: int | None) -> dict[str, Any]:
    """The way to the part that holds the offset `start`, None in an arrival of one file, and the page in that part."""
    part = part_at(parts, start)
    if part is None:
        return {"part": None, "page": page}
    return {"part": shown_path(part.path or (part.name,)), "page": None if page is None else part.own_page(page)}


def evidence_tree(parts: Sequence[DocumentPart], evidence: Evidence) -> dict[str, Any]:
    """A piece of evidence with its place; the offsets are those of the whole arrival's text."""
    cell, part = evidence.cell, part_at(parts, evidence.start)
    return {
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        **place_of(parts, evidence.start, evidence.page),
        "boxes": [
            {
                "page": part.own_page(box.page) if part else box.page,
                "x0": box.x0,
                "top": box.top,
                "x1": box.x1,
                "bottom": box.bottom,
            }
            for box in evidence.boxes
        ],
        "paragraph": evidence.paragraph,
        "cell": {"table": cell.table, "row": cell.row, "column": cell.column} if cell else None,
    }
