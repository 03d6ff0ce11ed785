"""Reads PDF files that have a text layer."""

from __future__ import annotations

import hashlib

from extract.errors import EmptyFileError
from extract.model import BlockKind, Document, Message, Page
from extract.readers.assembly import DocumentBuilder
from extract.readers.hyphenation import Vocabulary, join_lines
from extract.readers.pdf_flow import find_blocks
from extract.readers.pdf_pages import read_pages


def read_pdf(data: bytes, name: str) -> Document:
    """The letter in a PDF file; `name` is the file's name, for messages.

    Raises EncryptedFileError, DamagedFileError, or EmptyFileError where no page has any text.
    """
    raw = read_pages(data, name)
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), "pdf")
    pages = []
    for page in raw.pages:
        has_text = page.glyphs is not None and page.glyphs.has_ink
        pages.append(Page(page.number, page.width, page.height, has_text))
        if page.glyphs is not None and not has_text:
            builder.notice(Message("Page {page} has no text; it is probably a scan.", {"page": page.number}))
    for notice in raw.notices:
        builder.notice(notice)
    if not any(page.has_text for page in pages):
        raise EmptyFileError(
            Message("No page of {name} has any text; it is probably a scan.", {"name": name}),
            Message("Ask for the letter as a PDF with text or as DOCX: this version does not read scans."),
        )
    blocks = find_blocks(raw.pages)
    vocabulary = Vocabulary([[word.text for word in line.words] for block in blocks for line in block.lines])
    for block in blocks:
        lines = [[(word.text, (word.box,)) for word in line.words] for line in block.lines]
        builder.add_words(
            join_lines(lines, vocabulary),
            BlockKind(block.kind),
            cell=block.cell,
            marker=block.marker,
            level=block.level,
        )
    return builder.build(pages)
