"""Files of letters annotated by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from extract.errors import UsageError
from extract.model import Message


class _Statement(BaseModel):
    text: str
    domain: str | None
    years: list[int] | None
    no_measures: bool
    counts: list[dict[str, Any]]
    projects: list[dict[str, Any]]


class _Letter(BaseModel):
    file: str
    respondent: str
    statements: list[_Statement]


_LETTERS = TypeAdapter(list[_Letter])


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The letters of a JSON-lines file. Raises UsageError where it cannot be read, or a letter lacks what is needed."""
    try:
        with path.open(encoding="utf-8") as lines:
            letters = [json.loads(line) for line in lines if line.strip()]
        _LETTERS.validate_python(letters)
    except ValidationError as error:
        raise _unreadable(path, first_fault(error)) from error
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    return letters


def first_fault(error: ValidationError) -> str:
    """The first fault that pydantic found, in one line: where (numbers count from 0), and what."""
    fault = error.errors(include_url=False)[0]
    return f"{'.'.join(str(step) for step in fault['loc'])}: {fault['msg']}"


def _unreadable(path: Path, why: str) -> UsageError:
    return UsageError(
        Message("{file} cannot be read: {error}.", {"file": str(path), "error": why}),
        Message("Give a JSON-lines file in UTF-8, one letter a line, in the form that annotations/README.md tells."),
    )
