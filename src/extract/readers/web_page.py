"""HTML: web pages, the bodies of messages, and parts of DOCX files. Nothing that a page names is fetched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

from extract.errors import DamagedFileError, EmptyFileError
from extract.model import BlockKind, Cell, Document, Message
from extract.readers.assembly import DocumentBuilder, normalise
from extract.readers.headings import MAX_HEADING, ends_sentence
from extract.readers.markers import split_marker
from extract.readers.xml_parts import local_name

#: A page has no more bytes than this; parsed it takes some ten times as much.
MAX_BYTES = 32 * 1024 * 1024
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_UNSEEN = frozenset({"head", "script", "style", "template", "title", "noscript", "textarea", "select"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINE_END = re.compile(r"\r\n?|\n")
_ROOT, _ROOT_END = (re.compile(pattern, re.IGNORECASE) for pattern in (rb"<(?:html|body)\b", rb"</(?:html|body)\b"))
#: A tag that is still open where the page ends, no longer than so many bytes.
_OPEN_TAG, _LONGEST_TAG = re.compile(rb"<[a-zA-Z/!][^<>]*\Z"), 10_000
#: Nobody wraps a message at fewer columns: a shorter line was ended by its writer.
_MIN_WIDTH = 40


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page; `text` is normalised and not empty."""

    text: str
    kind: BlockKind
    cell: Cell | None = None
    marker: str | None = None
    level: int = 0


def read_web_page(data: bytes, name: str) -> Document:
    """The letter in an HTML file.

    Raises DamagedFileError where it is too large or nested too deep, EmptyFileError where it has no text.
    """
    if len(data) > MAX_BYTES:
        raise DamagedFileError(
            Message("{file} is larger than any letter written as a web page; it was not opened.", {"file": name}),
            Message("Open it in a browser and print the letter to a PDF file."),
        )
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), "html")
    try:
        blocks = read_blocks(data)
    except ValueError as error:
        raise DamagedFileError(
            Message("{file} is nested deeper than any letter; it could not be read as a whole.", {"file": name}),
            Message("Open it in a browser and print the letter to a PDF file."),
        ) from error
    if not blocks:
        raise EmptyFileError(
            Message("{file} is a web page without text.", {"file": name}),
            Message("Ask the sender for the letter once more."),
        )
    if _is_cut_off(data):
        builder.notice(
            Message("{file} does not end as a web page does: it may be cut off. Compare it with the original.",
                    {"file": name})
        )  # fmt: skip
    for number, block in enumerate(blocks):
        builder.add_text(
            block.text, block.kind, paragraph=number, cell=block.cell, marker=block.marker, level=block.level
        )
    return builder.build()


def read_blocks(data: bytes) -> list[PageBlock]:
    """The blocks of an HTML page in its order; none where it has no text that a reader would see.

    Raises ValueError where it is nested so deep that the parser gives up, and with it what follows.
    """
    parser = etree.HTMLParser(
        encoding=_encoding(data), no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return []  # nothing in it is a page's text, not even by the parser's forgiving rules
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ValueError("nested too deep")
    return [] if root is None else _PageReader().read(root)


def _is_cut_off(data: bytes) -> bool:
    """Whether the page ends within a tag, or opens its root or body and closes neither."""
    plain = data.replace(b"\0", b"")  # as UTF-16 has ASCII
    if _OPEN_TAG.search(plain, max(0, len(plain) - _LONGEST_TAG)):
        return True
    return _ROOT.search(plain) is not None and _ROOT_END.search(plain) is None


def _encoding(data: bytes) -> str | None:
    """UTF-8 where all bytes say so; else as the page declares, and where it does not, the Baltic code page."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None if b"charset" in data[:4096].lower() or data.startswith((b"\xff\xfe", b"\xfe\xff")) else "cp1257"
    return "utf-8"


class _PageReader:
    """Walks one page."""

    def __init__(self) -> None:
        self._blocks: list[PageBlock] = []
        self._inline: list[str] = []
        self._cell: Cell | None = None
        self._heading: int | None = None
        self._marker: str | None = None
        self._lists: list[Iterator[int] | None] = []
        self._tables = 0

    def read(self, root: etree._Element) -> list[PageBlock]:
        self._walk(root, is_raw=False)
        self._finish()
        return self._blocks

    def _walk(self, element: etree._Element, *, is_raw: bool) -> None:
        """Walk an element; the text of a raw one (`pre`) keeps its line ends."""
        name = local_name(element).lower()
        if not name or name in _UNSEEN or _HIDDEN.search(element.get("style") or "") or "hidden" in element.attrib:
            return
        if name == "br":
            self._inline.append("\n")
            return
        is_block = name in _BLOCKS
        if is_block:
            self._finish()
        heading = _HEADING.fullmatch(name)
        outer = (self._cell, self._heading)
        if heading:
            self._heading = int(heading.group(1)) - 1
        if name in ("ul", "ol"):
            self._lists.append(count(_number(element.get("start"), 1)) if name == "ol" else None)
        if name == "li":
            numbers = self._lists[-1] if self._lists else None
            self._marker = f"{next(numbers)}." if numbers else "•"
        if name == "table" and self._cell is None and (rows := _rows(element)):
            self._read_table(rows)
        else:
            self._read_content(element, is_raw=is_raw or name == "pre")
        if is_block:
            self._finish()
        if name in ("ul", "ol"):
            self._lists.pop()
        if name == "li":
            self._marker = None
        self._cell, self._heading = outer

    def _read_content(self, element: etree._Element, *, is_raw: bool) -> None:
        self._add(element.text, is_raw=is_raw)
        for child in element:
            self._walk(child, is_raw=is_raw)
            self._add(child.tail, is_raw=is_raw)

    def _read_table(self, rows: list[list[etree._Element]]) -> None:
        number, self._tables = self._tables, self._tables + 1
        for row, cells in enumerate(rows):
            column = 0
            for cell in cells:
                self._finish()
                self._cell = Cell(number, row, column)
                self._read_content(cell, is_raw=False)
                self._finish()
                column += max(1, _number(cell.get("colspan"), 1))

    def _add(self, text: str | None, *, is_raw: bool) -> None:
        if text:
            self._inline.append(_LINE_END.sub("\n", text) if is_raw else _SPACE.sub(" ", text))

    def _finish(self) -> None:
        """End the block that was collected: its lines, put together where one goes on in the next."""
        lines, self._inline = "".join(self._inline).split("\n"), []
        for text in _join(lines):
            marker, rest = split_marker(text)
            own, self._marker = self._marker, None
            if self._heading is not None and len(text) <= MAX_HEADING and self._cell is None:
                block = PageBlock(rest, BlockKind.HEADING, None, marker, self._heading)
            elif self._cell is not None:
                block = PageBlock(rest if marker else text, BlockKind.CELL, self._cell, own or marker)
            elif own or marker:
                block = PageBlock(rest, BlockKind.LIST_ITEM, None, own or marker, max(len(self._lists) - 1, 0))
            else:
                block = PageBlock(text, BlockKind.PARAGRAPH)
            if block.text:
                self._blocks.append(block)


def _join(lines: list[str]) -> Iterator[str]:
    """The texts of lines that breaks part: a break within a sentence was made by a program that wrapped the text."""
    text = above = ""
    for raw in lines:
        line = normalise(raw)
        wrapped = len(above) >= _MIN_WIDTH and line[:1].islower() and not ends_sentence(text)
        above = line
        if wrapped:
            text = f"{text} {line}"
            continue
        if text:
            yield text
        text = line
    if text:
        yield text


def _rows(table: etree._Element) -> list[list[etree._Element]]:
    """The cells of a table that tells something; none of one that only lays out the page.

    Messages are laid out in tables of one column, or with tables in their cells.
    """
    if any(True for inner in table.iterdescendants("table")):
        return []
    rows = [[cell for cell in row if local_name(cell).lower() in ("td", "th")] for row in table.iterdescendants("tr")]
    return rows if len(rows) > 1 and max(map(len, rows)) > 1 else []


def _number(written: str | None, default: int) -> int:
    """A whole number of a few digits as an attribute has it; `default` where it has none."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 5 else default
