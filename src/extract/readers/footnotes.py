"""Footnotes: small lines at the foot of a column that open with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import BlockKind
from extract.readers.paragraphs import INDENT, Measures, Paragraph, take_marker
from extract.readers.pdf_lines import Line

#: Footnotes are set in at most this share of the body's size.
SMALL = 0.93
#: A column of small print with more lines than this is no footnote.
_MOST_LINES = 8

_OPENING = re.compile(r"(\d{1,3}|[*†‡]{1,3})[.)]?(?=\s|[^\W\d_]|[„”\"])")


def split_footnotes(lines: Sequence[Line], page: int, measures: Measures) -> tuple[list[Line], list[Paragraph]]:
    """The lines of a column without its footnotes, and these."""
    start = len(lines)
    first = None
    while start and lines[start - 1].size <= SMALL * measures.size:
        start -= 1
        if _opens(lines[start]):
            first = start
    if first is None or (first == 0 and len(lines) > _MOST_LINES):
        return list(lines), []
    notes: list[list[Line]] = []
    for line in lines[first:]:
        if _opens(line) and (not notes or line.x0 <= notes[-1][0].x0 + INDENT * line.size):
            notes.append([line])
        else:
            notes[-1].append(line)
    return list(lines[:first]), [_footnote(note, page) for note in notes]


def _opens(line: Line) -> bool:
    return bool(_OPENING.match(line.text)) and len(line.text) > 4


def _footnote(lines: list[Line], page: int) -> Paragraph:
    note = Paragraph(lines, page, BlockKind.FOOTNOTE)
    opening = _OPENING.match(lines[0].text)
    if opening:
        note.marker = opening.group()
        lines[0] = take_marker(lines[0], note.marker)
    return note
