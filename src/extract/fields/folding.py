"""Letter case and diacritics folded away, offsets kept: letters are often typed without garumzīmes."""

from __future__ import annotations

import unicodedata
from functools import cache

from extract.latvian.inflection import case_forms


@cache
def _folded(character: str) -> str:
    lower = character.lower()
    base = unicodedata.normalize("NFD", lower)[:1]
    return base if len(lower) == 1 else character


def fold(text: str) -> str:
    """`text` in lower case and without diacritics; `fold(text)[i]` stands for `text[i]`."""
    return "".join(map(_folded, text))


@cache
def folded_case_forms(nominative: str) -> frozenset[str]:
    """All case forms of a noun or name, folded."""
    return frozenset(fold(form) for form in case_forms(nominative))
