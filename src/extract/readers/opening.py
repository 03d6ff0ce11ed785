"""Opening the files that arrive: what is no regular file, or is too large, is refused before a byte of it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from extract.errors import ReadError
from extract.model import Message
from extract.system_errors import tell_system_error

#: Files larger than this are refused; the largest letters with scanned annexes stay far below it.
MAX_BYTES = 200 * 1024 * 1024


@contextmanager
def opened(path: Path, name: str) -> Iterator[BufferedReader]:
    """The file at `path`, open for reading; `name` is what it is called in messages.

    Raises ReadError where it is missing, no regular file or too large, or the system does not let it be read.
    """
    try:
        _check(path, name)
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        if path.is_symlink():
            raise ReadError(
                Message("{file} is a link to a file that is not there.", {"file": name}),
                Message("Put the file itself in its place."),
            ) from error
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
            Message("{file} cannot be opened: {error}.", {"file": name, "error": tell_system_error(error)}),
            Message("Check that the disk or network folder is there, and try again."),
        ) from error


def _check(path: Path, name: str) -> None:
    """Raise ReadError for what is no regular file: opening a pipe waits for ever, and a device never ends."""
    size = path.stat().st_size
    if path.is_dir():
        # One that may be looked into is walked before it comes here.
        next(path.iterdir(), None)
        raise ReadError(
            Message("{file} is a folder.", {"file": name}),
            Message("Give the files in it, or the folder to the command that reads folders."),
        )
    if not path.is_file():
        raise ReadError(
            Message("{file} is a pipe, a device or a socket and no file; it was not opened.", {"file": name}),
            Message("Put the letter itself there, as a file."),
        )
    if size > MAX_BYTES:
        raise ReadError(
            Message(
                "{file} has {size} MB, more than the {limit} MB that are read.",
                {"file": name, "size": size // 1024**2, "limit": MAX_BYTES // 1024**2},
            ),
            Message("Split it, or save it with smaller pictures."),
        )
