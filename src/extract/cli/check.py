"""`extract check`: what would become of each file, without a dataset."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.parameters import CodebookFile
from extract.cli.terminal import console, tell
from extract.model import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.dataset import StoredLetter

#: A folder that lies in memory on Linux, so that nothing of the letters reaches a disk.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - folders made there are private


def check(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help=tell(Message("Letters, or folders of letters.")))
    ],
    codebook: CodebookFile = None,
) -> None:
    """Read the files as `run` does, tell format, pages, respondent and years or the error, and keep nothing."""
    from extract.cli.arrivals import find_files
    from extract.cli.letters_table import show_letters
    from extract.cli.run import extract_into
    from extract.codebook import load_codebook
    from extract.dataset import open_dataset
    from extract.errors import ExitCode

    files = find_files(paths)
    book = load_codebook(codebook)
    place = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    # A dataset for the while: so the answer is the one that a run would give, with its exit code.
    with tempfile.TemporaryDirectory(prefix="extract-check-", dir=place) as folder:
        with open_dataset(str(Path(folder, "check.sqlite"))) as store:
            extract_into(store, files, book, os.cpu_count() or 1)
            letters = store.letters()
        _show_formats(letters)
        code = show_letters(letters)
    if code is not ExitCode.GOOD:
        raise typer.Exit(code)


def _show_formats(letters: Sequence[StoredLetter]) -> None:
    """What each file is, before the table that a run ends with."""
    values: dict[str, str | int]
    for letter in letters:
        form = (letter.format or "").upper()
        if letter.failed:
            told = tell(Message("{file}: would not be read.", {"file": letter.name}))
        elif letter.pages:
            values = {"file": letter.name, "format": form, "pages": letter.pages}
            told = tell(Message("{file}: {format}, pages: {pages}.", values))
        else:
            told = tell(Message("{file}: {format}.", {"file": letter.name, "format": form}))
        console().print(told, markup=False, soft_wrap=True)
