"""Words broken at line ends, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.model import Box

_HYPHENS = "-\u2010\u2011"
_SOFT_HYPHEN = "\u00ad"
_DASHES = _HYPHENS + "–—/"
_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_LETTERS = re.compile(r"^\W*([^\W\d_]+)")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)+")
#: Inflected forms of one word share their start: all but this many last letters of it.
_ENDING = 2

Piece = tuple[str, Sequence[Box]]


class Vocabulary:
    """The words that stand unbroken on the lines of a document: evidence for how its broken words are spelt."""

    def __init__(self, lines: Iterable[Sequence[str]]) -> None:
        self._lines: Iterable[Sequence[str]] | None = lines
        self._words: set[str] = set()
        self._stems: set[str] = set()

    def _collect(self, lines: Iterable[Sequence[str]]) -> None:
        broken = False
        for line in lines:
            for text in line[1:] if broken else line:
                if text[-1] not in _HYPHENS:
                    self._add(text.casefold())
            broken = line[-1][-1] in _HYPHENS

    def _add(self, text: str) -> None:
        words = _LETTERS.findall(text)
        if any(hyphen in text for hyphen in _HYPHENS):
            words += _COMPOUND.findall(text)
        self._words.update(words)
        self._stems.update(word[:-_ENDING] for word in words if len(word) >= 5)

    def knows(self, word: str) -> bool:
        """Whether the document has the word, in this or another form."""
        if self._lines is not None:  # most letters have no broken word, and need no vocabulary
            self._collect(self._lines)
            self._lines = None
        folded = word.casefold()
        return folded in self._words or folded[:-_ENDING] in self._stems


def join_lines(lines: Sequence[Sequence[Piece]], vocabulary: Vocabulary) -> list[Piece]:
    """The words of a paragraph from those of its lines; a word broken at a line end keeps the boxes of both parts."""
    words: list[Piece] = []
    for line in lines:
        joined = _join(words[-1][0], line[0][0], vocabulary) if words and line else None
        if joined is None:
            words += line
        else:
            words[-1] = (joined, (*words[-1][1], *line[0][1]))
            words += line[1:]
    return words


def _join(end: str, start: str, vocabulary: Vocabulary) -> str | None:
    """One word from the last of a line and the first of the next; None where they are two."""
    if end.endswith(_SOFT_HYPHEN):
        return end.rstrip(_SOFT_HYPHEN) + start
    if len(end) < 2 or end[-1] not in _DASHES or not start[0].isalnum():
        return None
    before, joint = end[-2], end[-1]
    if joint in _HYPHENS and before.isalpha() and start[0].islower():
        return end + start if _keeps_hyphen(end[:-1], start, vocabulary) else end[:-1] + start
    if before.isalpha() or joint == "/" or start[0].isdigit():
        return end + start
    return None


def _keeps_hyphen(end: str, start: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen between two parts is the word's own: „e-pasts”, „NVO-”, or so written elsewhere."""
    left, right = _LETTERS.findall(end)[-1], _FIRST_LETTERS.findall(start)[0]
    if len(left) == 1 or (len(left) > 1 and left.isupper()):
        return True
    if vocabulary.knows(left + right):
        return False
    if vocabulary.knows(f"{left}-{right}"):
        return True
    return min(len(left), len(right)) >= 5 and vocabulary.knows(left) and vocabulary.knows(right)
