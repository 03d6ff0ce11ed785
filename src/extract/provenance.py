"""What a run was made with, so that a letter is extracted anew exactly when that has changed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from extract import __version__
from extract.errors import MissingProgramError
from extract.latvian.engines import model_in_use
from extract.model import Engine
from extract.readers.libreoffice import find_libreoffice
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
    "restoring.py",
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
        for file in sorted(f for f in files if f.suffix in {".py", ".toml", ".json", ".npz"}):
            digest.update(file.relative_to(_PACKAGE).as_posix().encode())
            digest.update(file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def models_version(engine: Engine) -> str:
    """What annotates and reads: the engine with its model (name and fingerprint of its files), Tesseract, LibreOffice.

    So letters that could not be read for want of a program are read by the next run after it is installed. Raises
    UsageError where the engine cannot be used.
    """
    parts: list[str] = [engine]
    model = model_in_use(engine)
    if engine is Engine.STANZA:
        parts.append(version("stanza"))
    if model is not None:  # without one spaCy has rules alone, which count as code
        parts.append(f"{model.name}+{model.fingerprint()}")
    try:
        parts.append(find_version())
    except MissingProgramError:
        parts.append("no tesseract")
    if find_libreoffice() is None:
        parts.append("no libreoffice")
    return " ".join(parts)
