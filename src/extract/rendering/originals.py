"""Finds the file that a letter was read from, wherever it lies now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def find_original(source: Path | None, name: str, sha256: str, folders: Iterable[Path]) -> Path | None:
    """The file with the content of hash `sha256`: where it was read, else one called `name` in one of the folders.

    None where there is no such file, or only one whose content has changed since.
    """
    return next((path for path in _candidates(source, name, folders) if _has_content(path, sha256)), None)


def _candidates(source: Path | None, name: str, folders: Iterable[Path]) -> Iterator[Path]:
    if source is not None:
        yield source
    for folder in folders:
        # A letter of a subfolder is named with its way from the folder given.
        yield folder / name
        yield folder / Path(name).name


def _has_content(path: Path, sha256: str) -> bool:
    try:
        if not path.is_file():
            return False  # opening a pipe would wait for ever
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False  # not there, or not for us to read: the next place, or the text without its picture
