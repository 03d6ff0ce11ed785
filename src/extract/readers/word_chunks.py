"""Text of other formats that a DOCX file holds as a whole (`w:altChunk`)."""

from __future__ import annotations

import email
import email.policy
from pathlib import PurePath

from extract.errors import ReadError
from extract.readers.encodings import decode
from extract.readers.web_page import read_blocks


def read_chunk(part: str, data: bytes) -> list[str] | None:
    """The paragraphs of a part in HTML, MHTML or plain text; None for another format."""
    suffix = PurePath(part).suffix.lower()
    if suffix in (".htm", ".html", ".xhtml"):
        return _read_page(data)
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
    return _read_page(content) if isinstance(content, bytes) else None


def _read_page(data: bytes) -> list[str] | None:
    try:
        blocks = read_blocks(data)
    except ValueError:
        return None
    return [f"{block.marker} {block.text}" if block.marker else block.text for block in blocks]
