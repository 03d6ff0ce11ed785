"""What a run was made with, so that a letter is extracted anew exactly when that has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extract import __version__
from extract.errors import MissingProgramError
from extract.readers.tesseract import find_version

_PACKAGE = Path(__file__).parent
#: What decides on the findings; the store, the exports and the command line do not.
DECIDING = (
    "message.py",
    "arrival.py",
    "model.py",
    "codebook.py",
    "lexicons.py",
    "pipeline.py",
    "readers",
    "latvian",
    "letters",
    "fields",
)


def code_version() -> str:
    """The program's version and a fingerprint of the code and lexicons that decide on the findings."""
    digest = hashlib.sha256()
    for part in DECIDING:
        place = _PACKAGE / part
        files = [place] if place.is_file() else place.rglob("*")
        for file in sorted(f for f in files if f.suffix in {".py", ".toml"}):
            digest.update(file.relative_to(_PACKAGE).as_posix().encode())
            digest.update(file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def models_version() -> str:
    """The trained models in use, which is the program that recognises text in pictures; "none" where it is absent.

    So letters that could not be read for want of it are read by the next run after it is installed.
    """
    try:
        return find_version()
    except MissingProgramError:
        return "none"
