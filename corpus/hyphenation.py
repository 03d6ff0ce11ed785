"""Where a Latvian word may be broken at a line's end: before a consonant that is followed by a vowel."""

from __future__ import annotations

import re

_VOWELS = "aāeēiīoōuū"
_BREAK = re.compile(rf"(?<=[^\W\d_])(?=[^\W\d_{_VOWELS}][{_VOWELS}])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{6,}")
#: The least letters on either side of a break.
_LEAST = 3


def split_word(word: str) -> list[tuple[str, str]]:
    """The ways to break a word (with the punctuation that hangs on it), from the left."""
    letters = _WORD.search(word)
    if letters is None or not letters[0].islower():
        return []
    places = [
        found.start()
        for found in _BREAK.finditer(word, letters.start(), letters.end())
        if found.start() - letters.start() >= _LEAST
        and letters.end() - found.start() >= _LEAST
        and any(letter in _VOWELS for letter in word[letters.start() : found.start()])
    ]
    return [(word[:place], word[place:]) for place in places]


def with_soft_hyphens(text: str) -> str:
    """The text with a soft hyphen wherever a word may be broken."""
    return re.sub(r"\S+", lambda word: _mark(word[0]), text)


def _mark(word: str) -> str:
    places = [len(head) for head, _ in split_word(word)]
    for place in reversed(places):
        word = f"{word[:place]}\u00ad{word[place:]}"
    return word
