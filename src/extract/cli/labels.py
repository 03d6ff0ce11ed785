"""Fields and coded values in the language of the terminal."""

from __future__ import annotations

from enum import StrEnum

from extract.cli.terminal import tell
from extract.labels import CODES, FIELDS
from extract.model import Count, Message, Project


def field_label(name: str) -> str:
    """The name of a field in the user's language."""
    return tell(FIELDS[name])


def code_label(code: StrEnum) -> str:
    """A coded value in the user's language."""
    return tell(CODES[code])


def value_label(value: object) -> str:
    """A value as a person reads it."""
    if isinstance(value, Count):
        group = value.group or code_label(value.unit)
        return f"{group}: {code_label(value.bound)} {value.value} ({code_label(value.role)})"
    if isinstance(value, Project):
        number = f", {value.number}" if value.number else ""
        return f"{value.name} ({code_label(value.kind)}{number})"
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    if isinstance(value, bool):
        return tell(Message("yes")) if value else tell(Message("no"))
    return str(value)
