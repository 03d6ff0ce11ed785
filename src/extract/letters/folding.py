"""Letters without case and diacritics, so that upper case and missing diacritics make no difference."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


class _Folding(dict[int, str]):
    """What each code point folds to, told as it is met."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        folded = self[code] = base[0] if base else chr(code)
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case without diacritics, each character for one: offsets into the folded text are offsets into `text`."""
    return text.translate(_FOLDING)


def fold_words(text: str) -> list[str]:
    """The words of the text, folded."""
    return _WORD.findall(fold(text))
