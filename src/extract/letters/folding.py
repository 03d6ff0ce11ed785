"""Letters without case and diacritics, so that upper case and missing diacritics make no difference."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Lower case without diacritics, each character for one: offsets into the folded text are offsets into `text`."""
    return "".join(_fold_character(character) for character in text)


def fold_words(text: str) -> list[str]:
    """The words of the text, folded."""
    return _WORD.findall(fold(text))


def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base[0] if base else character
