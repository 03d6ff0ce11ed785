"""Files to documents: one file a format; `read_document` sniffs the format and calls its reader."""

from __future__ import annotations

from pathlib import Path

from extract.errors import EmptyFileError, ReadError
from extract.model import Document, Message
from extract.readers.dispatch import read_bytes

__all__ = ["MAX_BYTES", "is_letter_file", "read_document"]

#: Files larger than this are refused; the largest letters with scanned annexes stay far below it.
MAX_BYTES = 200 * 1024 * 1024

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
    return read_bytes(_load(path, name), name)


def _load(path: Path, name: str) -> bytes:
    if path.is_dir():
        raise ReadError(
            Message("{file} is a folder.", {"file": name}),
            Message("Give the files in it, or the folder to the command that reads folders."),
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError(
                Message(
                    "{file} has {size} MB, more than the {limit} MB that are read.",
                    {"file": name, "size": size // 1024**2, "limit": MAX_BYTES // 1024**2},
                ),
                Message("Split it, or save it with smaller pictures."),
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(
            Message("{file} does not exist.", {"file": name}), Message("Check the name and the folder.")
        ) from error
    except PermissionError as error:
        raise ReadError(
            Message("{file} may not be read by you.", {"file": name}),
            Message("Ask its owner for the right to read it, or copy it to a folder of yours."),
        ) from error
    except OSError as error:
        raise ReadError(
            Message("{file} cannot be opened: {error}.", {"file": name, "error": error.strerror or str(error)}),
            Message("Check that the disk or network folder is there, and try again."),
        ) from error
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyFileError(
            Message("{file} is empty.", {"file": name}), Message("Ask the sender for the letter once more.")
        )
    return data
