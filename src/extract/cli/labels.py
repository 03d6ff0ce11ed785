"""Fields and coded values in the language of the terminal."""

from __future__ import annotations

from enum import StrEnum

from extract.cli.terminal import tell
from extract.labels import CODES, FIELDS


def field_label(name: str) -> str:
    """The name of a field in the user's language."""
    return tell(FIELDS[name])


def code_label(code: StrEnum) -> str:
    """A coded value in the user's language."""
    return tell(CODES[code])
