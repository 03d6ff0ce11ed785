"""Text of other formats that a DOCX file holds as a whole (`w:altChunk`)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from extract.errors import ReadError
from extract.readers.encodings import decode
from extract.readers.xml_parts import local_name

# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_UNSEEN = frozenset({"head", "script", "style", "template", "title"})


def read_chunk(part: str, data: bytes) -> list[str] | None:
    """The paragraphs of a part in HTML, MHTML or plain text; None for another format."""
    suffix = PurePath(part).suffix.lower()
    if suffix in (".htm", ".html", ".xhtml"):
        return _read_html(data)
    if suffix in (".mht", ".mhtml"):
        return _read_mhtml(data)
    if suffix == ".txt":
        try:
            return decode(data, part)[0].splitlines()
        except ReadError:
            return None
    return None


def _read_mhtml(data: bytes) -> list[str] | None:
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = message.get_body(("html", "plain"))
    if page is None:
        return None
    content = page.get_payload(decode=True)
    return _read_html(content) if isinstance(content, bytes) else None


def _read_html(data: bytes) -> list[str]:
    try:
        data.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # the page's own declaration
    root = etree.fromstring(data, etree.HTMLParser(encoding=encoding, no_network=True, huge_tree=False))
    return [] if root is None else "".join(_walk(root)).split("\n")


def _walk(element: etree._Element) -> Iterator[str]:
    """The text in the page's order, its lines within a block joined, and blocks parted by newlines."""
    name = local_name(element).lower()
    if name in _UNSEEN or not name:
        return
    edge = "\n" if name in _BLOCKS else ""
    yield edge + " ".join((element.text or "").split("\n"))
    for sub in element:
        yield from _walk(sub)
        yield " ".join((sub.tail or "").split("\n"))
    yield edge
