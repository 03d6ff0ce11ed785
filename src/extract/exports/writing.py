"""Files put in place as a whole: what was there before stays until the new one is complete."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import UsageError
from extract.model import Message
from extract.system_errors import is_no_room, tell_system_error


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new file to write, which takes the place of `target` when all has gone well. Raises UsageError.

    A link stays one: what it points to is replaced. What is no regular file (a pipe, a device) is written to directly.
    """
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            yield target
            return
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
            new = Path(folder) / target.name
            yield new
            new.replace(target)
    except OSError as error:
        raise UsageError(
            Message("{file} cannot be written: {error}.", {"file": str(target), "error": tell_system_error(error)}),
            Message("Make room on the disk, or choose another place with --output.")
            if is_no_room(error)
            else Message("Close the file where it is open, or choose another place with --output."),
        ) from error
