"""Pages with their words to the document: what PDF files and pictures share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from extract.model import BlockKind, Document, Message, Page
from extract.readers.assembly import DocumentBuilder
from extract.readers.hyphenation import Vocabulary, join_lines
from extract.readers.pdf_flow import find_blocks
from extract.readers.pdf_pages import RawPage


def build_document(
    data: bytes, name: str, format_: str, pages: Sequence[RawPage], notices: Iterable[Message]
) -> Document:
    """The document in the file `data` whose pages are as given."""
    builder = DocumentBuilder(name, hashlib.sha256(data).hexdigest(), format_)
    for notice in notices:
        builder.notice(notice)
    confidences = {
        word.box: word.confidence
        for page in pages
        if page.recognised is not None
        for word in page.recognised.words
        if word.confidence is not None
    }
    blocks = find_blocks(pages)
    vocabulary = Vocabulary([[word.text for word in line.words] for block in blocks for line in block.lines])
    for block in blocks:
        lines = [[(word.text, (word.box,)) for word in line.words] for line in block.lines]
        builder.add_words(
            join_lines(lines, vocabulary),
            BlockKind(block.kind),
            cell=block.cell,
            marker=block.marker,
            level=block.level,
            confidences=confidences,
        )
    return builder.build([Page(page.number, page.width, page.height, page.has_text) for page in pages])
