"""Reads PDF files: text where there is a text layer to be believed, else what is recognised on the page's picture."""

from __future__ import annotations

from extract.errors import EmptyFileError
from extract.model import Document, Message
from extract.readers.blocks import build_document
from extract.readers.merging import with_unread
from extract.readers.pdf_pages import read_pages
from extract.readers.text_layer import needs_recognition


def read_pdf(data: bytes, name: str) -> Document:
    """The letter in a PDF file; `name` is the file's name, for messages.

    Raises EncryptedFileError, DamagedFileError, EmptyFileError where no page has any text, and MissingProgramError
    where only text recognition could tell, which is not installed.
    """
    raw = read_pages(data, name)
    failure = None
    if any(needs_recognition(page) for page in raw.pages):
        from extract.readers.scanned_pages import recognise_pages  # loads what few letters need

        failure = recognise_pages(raw, data, name)
    if not any(page.has_text for page in raw.pages):
        if failure is not None:
            raise failure
        raise EmptyFileError(
            Message("No page of {name} has any text, and none was recognised on their pictures.", {"name": name}),
            Message("Open it and look; where it does have text, ask for it as DOCX or scan it anew at 300 dpi."),
        )
    document = build_document(data, name, "pdf", raw.pages, raw.notices)
    return with_unread(document, {f"{name}#page={number}": reason for number, reason in raw.left_out.items()})
