"""PDF files that carry other files: portfolios whose letter is an embedded file, letters with files attached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

import pypdfium2
import pypdfium2.raw as pdfium

from extract.errors import DamagedFileError, EncryptedFileError, ReadError
from extract.model import Message
from extract.readers.members import Container, Member, clean_name, last_name, shown_path
from extract.readers.pdf import read_pdf
from extract.readers.sniff import SUFFIXES, Format, sniff_format

#: What may be a letter of the embedded files, by content or name; the others are makings: data, fonts, pictures.
_LETTERS = frozenset(
    {Format.PDF, Format.DOCX, Format.DOC, Format.ODT, Format.RTF, Format.ASICE, Format.EML, Format.MSG}
)
_SUFFIXES = frozenset(suffix for format_, suffixes in SUFFIXES.items() if format_ in _LETTERS for suffix in suffixes)


def open_portfolio(data: bytes, name: str) -> Container | None:
    """The PDF's own text, then the files embedded in it; None where there are none, or none can be got at."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            attached = list(_attachments(pdf, name))
    except pypdfium2.PdfiumError:
        return None  # its reader says what is wrong with it
    if not attached:
        return None
    try:
        own = Member(last_name(name), read_pdf(data, name), is_message=True)
    except ReadError as error:
        own = Member(last_name(name), error, is_message=True)
    return Container("pdf", [own, *attached])


def _attachments(pdf: pypdfium2.PdfDocument, path: str) -> Iterator[Member]:
    is_encrypted = pdfium.FPDF_GetSecurityHandlerRevision(pdf) != -1
    for number in range(pdf.count_attachments()):
        attachment = pdf.get_attachment(number)
        name = "attachment"
        try:
            name = clean_name(attachment.get_name(), name)
            content = bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            yield Member(name, _unreadable(shown_path((path, name))))
            continue
        format_ = sniff_format(content, name)
        is_named_so = PurePath(name).suffix.lower() in _SUFFIXES
        if is_encrypted and is_named_so and format_ in (Format.UNKNOWN, Format.TXT):
            # A file may open without a password whose embedded files need one; PDFium gives those as they are stored.
            yield Member(name, _locked(shown_path((path, name))))
            continue
        is_letter = format_ in _LETTERS or is_named_so
        yield Member(name, content, is_aside=not is_letter)


def _locked(path: str) -> EncryptedFileError:
    return EncryptedFileError(
        Message("{file} needs a password.", {"file": path}),
        Message("Ask the sender for the letter without a password."),
    )


def _unreadable(path: str) -> DamagedFileError:
    return DamagedFileError(
        Message("{file} is embedded in a PDF file and cannot be got out of it.", {"file": path}),
        Message("Open the PDF file and save the file that is embedded in it."),
    )
