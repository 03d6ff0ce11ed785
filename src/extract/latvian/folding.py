"""Text without letter case and diacritics: letters are often typed in capitals or without garumzīmes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from extract.latvian.inflection import case_forms

_WORD = re.compile(r"\w+")


class _Folding(dict[int, str]):
    """What each code point folds to, told as it is met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = unicodedata.normalize("NFD", chr(code))[0].lower()[0]
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case without diacritics, each character for one: offsets into the folded text are offsets into `text`."""
    return text.translate(_FOLDING)


def fold_words(text: str) -> list[str]:
    """The words of the text, folded."""
    return _WORD.findall(fold(text))


@cache
def folded_case_forms(nominative: str) -> frozenset[str]:
    """All case forms of a noun or name, folded."""
    return frozenset(fold(form) for form in case_forms(nominative))
