"""Latvian abbreviations with full stops, from `data/abbreviations.toml`, in every spelling that occurs."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from extract.lexicons import read_lexicon


class Standing(StrEnum):
    """How an abbreviation stands in its sentence; the names are the lists of the data file."""

    BEFORE_NUMBER = "before_number"
    BEFORE_NAME = "before_name"
    INSIDE = "inside"
    MAY_END = "may_end"
    LISTING = "listing"
    CLOSING = "closing"


@cache
def abbreviations() -> dict[str, Standing]:
    """Every abbreviation and every part of a spaced one ("u. c."), in lower case, with its standing.

    The last part of an abbreviation stands as the whole does; the parts before it are inside the sentence.
    """
    lists = read_lexicon("latvian", "abbreviations.toml")
    listed = {form: Standing(name) for name, forms in lists.items() for form in forms}
    parts: dict[str, Standing] = {}
    for form, standing in listed.items():
        *first, last = re.findall(r"[^.]+\.", form)
        if first:
            parts.setdefault(last, standing)
            for part in first:
                parts.setdefault(part, Standing.INSIDE)
    return parts | listed


@cache
def spellings() -> tuple[str, ...]:
    """Every abbreviation in lower case, capitalised as a whole and by parts, and in capitals; the longest first."""
    forms = {
        spelling
        for form in abbreviations()
        for spelling in (form, form.capitalize(), form.upper(), ".".join(part.capitalize() for part in form.split(".")))
    }
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
