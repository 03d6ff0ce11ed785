"""Files to documents: one file a format; `read_document` sniffs the format and calls its reader."""

from __future__ import annotations

from pathlib import Path

from extract.errors import EmptyFileError
from extract.model import Document, Message
from extract.readers.dispatch import read_bytes
from extract.readers.opening import MAX_BYTES, opened

__all__ = ["MAX_BYTES", "is_letter_file", "opened", "read_document"]

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


def is_letter_file(path: Path) -> bool:
    """Whether a file met in a folder may be a letter: hidden, lock and system files are not.

    Everything else is, of whatever format, so that a letter that cannot be read is told of and not passed over.
    """
    return not path.name.startswith((".", "~$", "~WRL")) and path.name.lower() not in _SYSTEM_FILES


def read_document(path: Path, name: str | None = None) -> Document:
    """Read the letter at `path`; `name` is what the dataset calls it, by default the file's name.

    The format is told from the content; a wrong suffix gives a notice. Raises ReadError or one of its subclasses.
    """
    name = name or path.name
    with opened(path, name) as file:
        data = file.read()
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyFileError(
            Message("{file} is empty.", {"file": name}), Message("Ask the sender for the letter once more.")
        )
    return read_bytes(data, name)
