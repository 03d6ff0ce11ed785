"""What a run was made with, so that a letter is extracted anew exactly when that has changed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from extract import __version__
from extract.latvian.engines import model_in_use
from extract.model import Engine

_PACKAGE = Path(__file__).parent
#: What decides on the findings; the store, the exports and the command line do not.
DECIDING = ("model.py", "codebook.py", "lexicons.py", "pipeline.py", "readers", "latvian", "letters", "fields")


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


def models_version(engine: Engine) -> str:
    """The engine, and the model that it annotates with, by name and a fingerprint of its files.

    Raises UsageError where the engine cannot be used.
    """
    model = model_in_use(engine)
    if model is None:
        return engine  # by rules alone, which count as code
    parts = [engine, f"{model.name}+{model.fingerprint()}"]
    if engine is Engine.STANZA:
        parts.insert(1, version("stanza"))
    return " ".join(parts)
