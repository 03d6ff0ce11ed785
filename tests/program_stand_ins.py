"""Programs that stand in for LibreOffice in the tests and do what it does when it is hindered; and none at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from extract.readers import tesseract

#: A Word 97-2003 document as far as its format is told.
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le")
DOES_NOT_START = "exit 77"
IS_KILLED = "kill -9 $$"
KILLS_ITS_WORKER = "kill -9 $PPID; sleep 5"
OPENS_NOTHING = "exit 0"


def stand_in_for_libreoffice(folder: Path, script: str) -> str:
    """A PATH on which LibreOffice is this shell script; `folder` is made for it."""
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return f"{folder}:/usr/bin:/bin"


def writing(docx: Path) -> str:
    """A script that turns whatever it is given into this DOCX file."""
    return f'for last; do :; done; cp "{docx}" "$(dirname "$last")/letter.docx"'


@contextmanager
def no_programs() -> Iterator[None]:
    """Within it no program is found, Tesseract neither."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        tesseract._program.cache_clear()
        try:
            yield
        finally:
            tesseract._program.cache_clear()
