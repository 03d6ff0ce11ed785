"""Word 97-2003 documents (DOC): LibreOffice turns them into DOCX, which our own reader takes."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from extract.errors import EmptyFileError, EncryptedFileError
from extract.model import Document, Message
from extract.readers.archives import damaged_file
from extract.readers.embedded_pictures import Flowing
from extract.readers.libreoffice import convert_to_docx
from extract.readers.word import open_word

#: The file information block opens the stream WordDocument ([MS-DOC] 2.5.2): its two identifying bytes (those of
#: Word 97 and later, and of Word 95), and where its flags stand, of which one tells that the document is encrypted.
_IDENTIFIERS = (b"\xec\xa5", b"\xdc\xa5")
_FLAGS = 10
_ENCRYPTED = 0x0100
#: Streams begin at multiples of this many bytes.
_SECTOR = 512


def read_doc(data: bytes, name: str) -> Document:
    """The letter in a DOC file. Raises the errors of `open_doc`, or EmptyFileError where the body has no text."""
    return open_doc(data, name).text()


def open_doc(data: bytes, name: str) -> Flowing:
    """The letter in a DOC file, with the pictures in it.

    Raises EncryptedFileError, DamagedFileError where LibreOffice cannot open it, and MissingProgramError where
    LibreOffice is not installed.
    """
    if _is_encrypted(data):
        raise EncryptedFileError(
            Message("{file} is an Office document that needs a password.", {"file": name}),
            Message("Ask the sender for the letter without a password."),
        )
    converted = convert_to_docx(data, "doc", name)
    if converted is None:
        raise damaged_file(name)
    letter = open_word(converted, name)
    if isinstance(letter.document, EmptyFileError):
        return letter
    document = replace(letter.document, sha256=hashlib.sha256(data).hexdigest(), format="doc")
    return replace(letter, document=document)


def _is_encrypted(data: bytes) -> bool:
    for start in range(_SECTOR, len(data) - _FLAGS - 1, _SECTOR):
        if data[start : start + 2] in _IDENTIFIERS:
            return bool(int.from_bytes(data[start + _FLAGS : start + _FLAGS + 2], "little") & _ENCRYPTED)
    return False
