"""Plain text: its hard-wrapped lines put together, its headings, lists and tables told."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.errors import EmptyFileError
from extract.model import BlockKind, Document, Message
from extract.readers.assembly import DocumentBuilder, normalise
from extract.readers.encodings import decode
from extract.readers.headings import MAX_HEADING, ends_sentence, is_colon_heading
from extract.readers.hyphenation import Vocabulary
from extract.readers.line_joins import join_texts
from extract.readers.markers import split_marker
from extract.readers.plain_tables import Row, find_tables

#: A line of nothing but these parts what stands above it from what stands below.
_RULE = re.compile(r"(?:[-=_*~–—]\s*){3,}$")
_UNDERLINE = re.compile(r"[=~-]{3,}$")
_PAGE_NUMBER = re.compile(
    r"[-–—\[( ]*(?:(?:lpp\.?|lappuse|lapa|page|p\.)\s*)?\d{1,3}(?:\s*(?:/|no|of)\s*\d{1,3})?"
    r"\.?\s*(?:lpp\.?|lappuse|lapa)?[-–—\]) ]*$",
    re.IGNORECASE,
)
#: Text wrapped by a program goes on over at least this many line ends that leave no other reading.
_WRAPPED_FROM = 2
_INDENT = 2
#: Nobody wraps a letter at fewer columns: a shorter line was ended by its writer.
_MIN_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its text, how far it is set in, and whether a blank line or a rule stands above it."""

    text: str
    indent: int
    parted: bool
    underlined: bool = False


@dataclass(slots=True)
class _Paragraph:
    lines: list[str] = field(default_factory=list)
    underlined: bool = False


def read_plain(data: bytes, name: str) -> Document:
    """The letter in a text file. Raises DamagedFileError where it is no text, EmptyFileError where it has none."""
    text, notice = decode(data, name)
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), "txt")
    if notice:
        builder.notice(notice)
    lines, footers = _read_lines(text)
    if not lines:
        raise EmptyFileError(
            Message("{file} is empty.", {"file": name}), Message("Ask the sender for the letter once more.")
        )
    vocabulary = Vocabulary(line.text.split() for line in lines)
    number = 0
    for part in find_tables(lines):
        if isinstance(part, Row):
            for cell, texts in part.cells:
                builder.add_text(join_texts(texts, vocabulary), BlockKind.CELL, paragraph=number, cell=cell)
            number += 1
        else:
            number = _add_paragraphs(builder, _find_paragraphs(part), vocabulary, number)
    for footer in footers:
        builder.add_text(footer, BlockKind.FOOTER)
    return builder.build()


def _add_paragraphs(
    builder: DocumentBuilder, paragraphs: Sequence[_Paragraph], vocabulary: Vocabulary, number: int
) -> int:
    texts = [join_texts(paragraph.lines, vocabulary) for paragraph in paragraphs]
    markers = [split_marker(text) for text in texts]
    for i, (marker, text) in enumerate(markers):
        leads = i + 1 == len(markers) or markers[i + 1][0] is not None
        level = marker.rstrip(".)").count(".") if marker else 0
        kind = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
        if _is_heading(text, paragraphs[i].underlined) or (is_colon_heading(text) and not leads and not marker):
            kind = BlockKind.HEADING
        builder.add_text(text, kind, paragraph=number, marker=marker, level=level)
        number += 1
    return number


def _is_heading(text: str, underlined: bool) -> bool:
    if len(text) > MAX_HEADING or ends_sentence(text) or sum(char.isalpha() for char in text) < 4:
        return False
    return underlined or (text.isupper() and text[0].isalpha())


def _read_lines(text: str) -> tuple[list[Line], list[str]]:
    """The lines that hold text, and the page numbers that stood at the edges of pages."""
    lines: list[Line] = []
    footers: list[str] = []
    pages = re.split(r"\f", re.sub(r"\r\n?|[\x0b\x85\u2028]", "\n", text).replace("\u2029", "\n\n"))
    for page in pages:
        raw = page.split("\n")
        if len(pages) > 1:
            footers.extend(_take_page_numbers(raw))
        # A page's end alone parts nothing: a paragraph may go on over it.
        parted = not lines
        while raw and not raw[0].strip():
            raw.pop(0)
        for line in raw:
            shown = line.expandtabs(8)
            stripped = line.strip()
            if lines and not parted and _UNDERLINE.match(stripped) and len(stripped) >= len(lines[-1].text) // 2:
                lines[-1] = replace(lines[-1], underlined=lines[-1].parted)
                parted = True
            elif not normalise(stripped) or _RULE.match(stripped):
                parted = True
            else:
                lines.append(Line(stripped, len(shown) - len(shown.lstrip()), parted))
                parted = False
    return lines, footers


def _take_page_numbers(page: list[str]) -> Iterator[str]:
    """Take the first and the last line of a page off where they hold its number alone."""
    for edge in (0, -1):
        while page and not page[edge].strip():
            page.pop(edge)
        if page and _PAGE_NUMBER.match(page[edge].strip()):
            yield page.pop(edge).strip()


def _find_paragraphs(lines: Sequence[Line]) -> list[_Paragraph]:
    width = _find_width(lines)
    paragraphs: list[_Paragraph] = []
    above: Line | None = None
    for line in lines:
        if above is None or _starts_paragraph(paragraphs[-1], above, line, width):
            paragraphs.append(_Paragraph(underlined=line.underlined))
        paragraphs[-1].lines.append(line.text)
        above = line
    return paragraphs


def _find_width(lines: Sequence[Line]) -> int | None:
    """The column at which a program wrapped the text; None where each line is a paragraph."""
    wrapped = [above for above, below in pairwise(lines) if _goes_on(above, below)]
    if len(wrapped) < _WRAPPED_FROM:
        return None
    return max(line.indent + len(line.text) for line in wrapped)


def _goes_on(above: Line, below: Line) -> bool:
    """Whether the words alone say that one line goes on in the next."""
    if below.parted or ends_sentence(above.text) or _is_marked(below.text):
        return False
    if above.indent + len(above.text) < _MIN_WIDTH:
        return False
    return below.text[0].islower() or (above.text[-1] in ",-" and below.text[0].isalnum())


def _starts_paragraph(paragraph: _Paragraph, above: Line, line: Line, width: int | None) -> bool:
    if line.parted or above.underlined:
        return True
    if _goes_on(above, line):
        return False
    if width is None:
        return True
    marker, rest = split_marker(line.text)
    if width - above.indent - len(above.text) > len(line.text.split()[0]):
        return True  # the next word had room on the line above
    if ends_sentence(above.text):
        return marker is not None or line.indent >= above.indent + _INDENT
    # A dash or number that the wrapping brought to a line's start belongs to the sentence, unless a list runs.
    in_list = above.text.endswith(",") or _is_marked(paragraph.lines[0])
    return marker is not None and (in_list or not rest[0].islower())


def _is_marked(text: str) -> bool:
    return split_marker(text)[0] is not None
