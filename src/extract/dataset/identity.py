"""Identifiers that stay the same from run to run, because they are made of what they name."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json

from extract.model import Finding, Statement

#: Hexadecimal digits of an identifier: 64 bits, with which two of a million collide once in 37 million datasets.
_DIGITS = 16


def statement_ids(document: str, statements: Iterable[Statement]) -> list[tuple[str, int]]:
    """The identifier of each statement, and which time the letter says these words (from 0).

    Neither position nor offsets go into it, so a statement that another one is put before stays the same.
    """
    said: Counter[str] = Counter()
    ids = []
    for statement in statements:
        occurrence = said[statement.text]
        said[statement.text] += 1
        ids.append((statement_id(document, statement.text, occurrence), occurrence))
    return ids


def statement_id(document: str, text: str, occurrence: int) -> str:
    """The identifier of a statement: the letter says `text` for the time `occurrence`, counted from 0."""
    return _identify("s", document, text, occurrence)


def finding_ids(owner: str, start: int, findings: Iterable[tuple[str, Finding[Any]]]) -> list[str]:
    """The identifier of each (field, finding) of one owner: a statement that begins at `start`, or a letter.

    A finding is its field and the place of its words in the statement; its value may change with a better finder.
    """
    met: Counter[tuple[str, int, int]] = Counter()
    ids = []
    for field, finding in findings:
        first = finding.evidence[0] if finding.evidence and field in {"counts", "projects"} else None
        place = (field, first.start - start, first.end - start) if first else (field, 0, 0)
        ids.append(_identify("f", owner, *place, met[place]))
        met[place] += 1
    return ids


def fingerprint(value: Any) -> str:
    """SHA-256 in hexadecimal of anything that can be written as JSON."""
    return hashlib.sha256(to_json(value)).hexdigest()


def _identify(letter: str, *parts: str | int) -> str:
    """A leading letter keeps spreadsheets from reading an identifier such as 12e45 as a number."""
    return letter + fingerprint(parts)[:_DIGITS]
