"""The lexicons: TOML files beside the code that uses them, in the `data` folder of its room."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_lexicon(room: str, name: str) -> dict[str, Any]:
    """What `data/<name>` of a room ("latvian", "letters") holds. Read once a process: callers must not change it."""
    return tomllib.loads((files("extract") / room / "data" / name).read_text(encoding="utf-8"))
