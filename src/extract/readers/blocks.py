"""Pages with their words to the document: what PDF files and pictures share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from extract.model import BlockKind, Document, Message, Page
from extract.readers.assembly import DocumentBuilder
from extract.readers.hyphenation import Vocabulary, join_lines
from extract.readers.pdf_flow import find_blocks
from extract.readers.pdf_pages import RawPage

#: How sure the words of a text layer are taken to be that seems wrong and that nothing better is known of.
DOUBTED = 0.5


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
        for recognised in ([page.recognised] if page.recognised is not None else page.insets)
        for word in recognised.words
        if word.confidence is not None
    }
    blocks = find_blocks(pages)
    if doubted := {page.number for page in pages if page.doubted}:
        words = (word for block in blocks for line in block.lines for word in line.words)
        confidences |= {word.box: DOUBTED for word in words if word.box.page in doubted}
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
