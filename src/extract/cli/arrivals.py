"""Which files arrived: the paths given on the command line, folders walked to their ends."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.batch import Arrival
from extract.errors import UsageError
from extract.model import Message
from extract.readers import is_letter_file, opened

#: Unicode's categories of characters that are not seen and may change how a terminal shows the others.
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


def find_files(paths: Iterable[Path]) -> dict[str, Path]:
    """The files to read by the name the dataset calls them: the path below the folder given, else the file's name.

    Raises UsageError where a path does not exist, nothing is found, or two files would go by one name.
    """
    files: dict[str, Path] = {}
    for found, path in _walk(paths):
        name = _spelt_out(found)
        known = files.setdefault(name, path)
        if known is not path and known.resolve() != path.resolve():
            raise UsageError(
                Message(
                    "Two files would be called {name}: {first} and {second}.",
                    {"name": name, "first": str(known), "second": str(path)},
                ),
                Message("Give the folder that holds both instead."),
            )
    if not files:
        raise UsageError(
            Message("There is no file to read in {paths}.", {"paths": ", ".join(str(path) for path in paths)}),
            Message("Give files or folders with letters."),
        )
    return dict(sorted(files.items()))


def _spelt_out(name: str) -> str:
    """The name with what cannot be shown or stored spelt out: bytes that are no UTF-8, control and direction marks."""
    whole = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(
        character.encode("unicode_escape").decode() if unicodedata.category(character) in _UNSEEN else character
        for character in whole
    )


def _walk(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for path in paths:
        if path.is_dir():
            for file in sorted(_files_in(path)):
                yield file.relative_to(path).as_posix(), file
        elif path.exists() or path.is_symlink():  # a link that leads nowhere is told of in its row
            yield path.name, path
        else:
            raise UsageError(
                Message("{path} does not exist.", {"path": str(path)}),
                Message("Give files or folders with letters."),
            )


def _files_in(folder: Path) -> Iterator[Path]:
    """All that may be letters; folders that cannot be opened too, so that `take_in` tells of them."""
    closed: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (file for name in names if is_letter_file(file := Path(place, name)))
    yield from closed


def take_in(name: str, path: Path) -> Arrival:
    """The arrival with the hash of its content. Raises ReadError where the file cannot be opened."""
    with opened(path, name) as file:
        return Arrival(path, name, hashlib.file_digest(file, "sha256").hexdigest())
