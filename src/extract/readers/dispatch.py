"""From a file's bytes to its reader; what no reader takes is told with what its user can do."""

from __future__ import annotations

import mimetypes
from dataclasses import replace
from pathlib import PurePath

from extract.errors import EncryptedFileError, UnsupportedFormatError
from extract.model import Document, Message
from extract.readers.archives import damaged_file
from extract.readers.compound import is_cut_off
from extract.readers.containers import open_container, read_container
from extract.readers.embedded_pictures import open_letter, read_with_pictures
from extract.readers.sniff import SUFFIXES, Format, sniff_format

_SAVE = Message("Open it in its program and save it as PDF or DOCX.")

#: What a file of a format that is not read is, and what to do. Values are filled in where the error is raised.
_UNSUPPORTED: dict[Format, tuple[Message, Message]] = {
    Format.XLS: (Message("{file} is an Excel 97-2003 workbook (XLS), which is not read."), _SAVE),
    Format.PPT: (Message("{file} is a PowerPoint 97-2003 presentation (PPT), which is not read."), _SAVE),
    Format.OLE: (Message("{file} is an old Office file of an unknown kind, which is not read."), _SAVE),
    Format.XLSX: (Message("{file} is an Excel workbook (XLSX), which is not read."), _SAVE),
    Format.PPTX: (Message("{file} is a PowerPoint presentation (PPTX), which is not read."), _SAVE),
    Format.ODS: (Message("{file} is an OpenDocument spreadsheet (ODS), which is not read."), _SAVE),
    Format.ODP: (Message("{file} is an OpenDocument presentation (ODP), which is not read."), _SAVE),
    Format.ARCHIVE: (
        Message("{file} is a packed archive, which is not read."),
        Message("Unpack it and give the letters that it holds."),
    ),
    Format.TNEF: (
        Message("{file} holds what Outlook packs as no other program does (TNEF, winmail.dat), which is not read."),
        Message("Ask the sender for the letter as an attachment of its own, or sent as plain text or HTML."),
    ),
    Format.XML: (Message("{file} is an XML file, which is not read."), _SAVE),
    Format.UNKNOWN: (Message("{file} is neither text nor a document of a known format."), _SAVE),
}


def read_bytes(data: bytes, name: str) -> Document:
    """The document in the bytes of a file that is not empty. Raises ReadError or one of its subclasses."""
    format_ = sniff_format(data, name)
    container = open_container(data, name, format_)
    if container is None:
        return _read_single(data, name, format_)
    return _with_notice(read_container(container, data, name, _read_single), name, format_)


def _read_single(data: bytes, name: str, format_: Format) -> Document:
    """The document in a file that is no container."""
    values = {"file": name}
    if format_ is Format.PROTECTED_OFFICE:
        raise EncryptedFileError(
            Message("{file} is an Office document that needs a password.", values),
            Message("Ask the sender for the letter without a password."),
        )
    if format_ is Format.OLE and is_cut_off(data):
        raise damaged_file(name)
    if format_ in _UNSUPPORTED:
        cause, advice = _UNSUPPORTED[format_]
        raise UnsupportedFormatError(replace(cause, values=values), replace(advice, values=values))
    return _with_notice(_read(data, name, format_), name, format_)


def _with_notice(document: Document, name: str, format_: Format) -> Document:
    """The document with a notice where its name is that of another format."""
    notice = _find_wrong_suffix(name, format_)
    return replace(document, notices=(notice, *document.notices)) if notice else document


def _read(data: bytes, name: str, format_: Format) -> Document:
    letter = open_letter(data, name, format_)
    if letter is not None:
        return read_with_pictures(letter, data, name, format_)
    # Each reader brings its library, which takes a while to load: only the one that is needed is.
    if format_ is Format.PDF:
        from extract.readers.pdf import read_pdf

        return read_pdf(data, name)
    if format_ is Format.HTML:
        from extract.readers.web_page import read_web_page

        return read_web_page(data, name)
    if format_ is Format.IMAGE:
        from extract.readers.picture import read_picture

        return read_picture(data, name)
    from extract.readers.plain import read_plain

    return read_plain(data, name)


def _find_wrong_suffix(name: str, format_: Format) -> Message | None:
    suffix = PurePath(name).suffix.lower()
    if suffix in SUFFIXES[format_] or mimetypes.guess_type(f"a{suffix}")[0] is None:
        return None
    values = {"file": name, "suffix": suffix[1:].upper()}
    if format_ is Format.IMAGE:
        return Message("{file} is named as {suffix}, but it is a picture; it was read as what it is.", values)
    called = "ASiC-E" if format_ is Format.ASICE else format_.upper()
    return Message(
        "{file} is named as {suffix}, but it is {format}; it was read as what it is.", {**values, "format": called}
    )
