"""What the network that restores diacritics is told of a text: numbers of words and of letters, by hashing.

All of it is the same for a text with its diacritics and without them. Words are numbered by their endings, beginnings
and themselves, letters by what stands around them in their word and beside it. No list of words is kept: a feature is
the place in a table that its hash names (Weinberger et al., ICML 2009).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]

#: Letters that can have lost a diacritic, and what they were.
MARKED = dict(zip("acegiklnsuz", "āčēģīķļņšūž", strict=True))
_PLAIN = str.maketrans("āčēģīķļņšūžŗō", "acegiklnsuzro")
#: Bits that number the rows of the tables: of words (half of them for whole words), of scores and vectors of letters.
WORD_BITS, SCORE_BITS, VECTOR_BITS = 14, 18, 13
#: Endings and beginnings that a word is known by, in letters.
_ENDINGS, _BEGINNINGS = 5, 4
#: Letters before and behind a letter that are looked at together.
_WINDOWS = ((1, 1), (2, 2), (3, 3), (4, 4), (0, 3), (3, 0), (1, 4), (4, 1))
_OF_VECTOR = _WINDOWS.index((2, 2))
#: The rest of the word from a letter on, cut after so many letters.
_TAILS, _LONGEST_TAIL = (3, 5), 10
#: Longer words are looked at up to here.
_LONGEST_WORD = 40
_WINDOW_MOST = 8
_PRIME = np.uint64(1000003)
_UNIT = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n")
_A, _Z, _NEWLINE = 97, 122, 10

#: How many numbers a word has, and a letter in each of its two tables.
WORD_FEATURES = _ENDINGS + _BEGINNINGS + 2
SCORE_FEATURES = len(_WINDOWS) + 3
VECTOR_FEATURES = len(_TAILS) + 2


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """The numbers of a text. Its units are words, numbers, other marks and ends of lines.

    `words` has a row of WORD_FEATURES for each unit. Of each letter in question, `places` is its offset in the text,
    `unit` the index of its word, `scores` and `vectors` a row of SCORE_FEATURES and VECTOR_FEATURES.
    """

    words: Numbers
    places: Numbers
    unit: Numbers
    scores: Numbers
    vectors: Numbers


def plain_letters(text: str) -> str:
    """The text in lower case without Latvian diacritics, one character for each."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" grows
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lowered.translate(_PLAIN)


def read_features(text: str) -> TextFeatures:
    """The features of a text, which may have its diacritics or lack them; empty where it has no letters."""
    with np.errstate(over="ignore"):  # hashes wrap around
        return _read(text)


def _read(text: str) -> TextFeatures:
    plain = plain_letters(text)
    codes = _codes(plain)
    codes[(codes >= ord("0")) & (codes <= ord("9"))] = ord("0")
    spans = np.array([unit.span() for unit in _UNIT.finditer(plain)], dtype=np.int64).reshape(-1, 2)
    starts, ends = spans[:, 0], spans[:, 1]
    lengths = ends - starts
    within = np.full(len(codes), -1, dtype=np.int64)
    heads = np.zeros(len(codes), dtype=np.uint64)  # of each letter: its word up to it
    ids = np.zeros((len(starts), WORD_FEATURES), dtype=np.uint64)
    whole = np.zeros(len(starts), dtype=np.uint64)
    for k in range(min(int(lengths.max(initial=0)), _LONGEST_WORD)):
        has = lengths > k
        at = starts[has] + k
        whole[has] = whole[has] * _PRIME + codes[at] + np.uint64(1)
        heads[at] = whole[has]
        within[at] = np.flatnonzero(has)
        if k < _BEGINNINGS:
            ids[:, _ENDINGS + k] = whole
    ending = np.zeros(len(starts), dtype=np.uint64)
    for k in range(_ENDINGS):
        has = lengths > k
        ending[has] = ending[has] * _PRIME + codes[ends[has] - 1 - k] + np.uint64(1)
        ids[:, k] = ending
    capital = _codes(text)[starts] != codes_lower(text)[starts]
    ids[:, -2] = whole
    ids[:, -1] = capital.astype(np.uint64) + np.uint64(2) * (codes[starts] == _NEWLINE).astype(np.uint64)
    half = 1 << (WORD_BITS - 1)
    words = np.stack([_row(ids[:, j], j + 1, WORD_BITS - 1) for j in range(WORD_FEATURES)], axis=1)
    words[:, -2] += half
    in_question = np.isin(codes, _codes("".join(MARKED)))
    places = np.flatnonzero(in_question & (within >= 0))
    unit = within[places]
    scores, vectors = _letters(codes, places, whole[unit], heads[places], places - starts[unit], ends[unit] - places)
    return TextFeatures(words, places, unit, scores, vectors)


def _letters(
    codes: Hashes, places: Numbers, word: Hashes, head: Hashes, offset: Numbers, rest: Numbers
) -> tuple[Numbers, Numbers]:
    """The rows of letters in the tables of scores and vectors."""
    padded = np.concatenate((np.full(_WINDOW_MOST, _NEWLINE), codes, np.full(_WINDOW_MOST, _NEWLINE))).astype(np.uint64)
    windows = []
    for before, behind in _WINDOWS:
        window = np.zeros(len(places), dtype=np.uint64)
        for k in range(-before, behind + 1):
            window = window * _PRIME + padded[places + _WINDOW_MOST + k]
        windows.append(window)
    tail = np.zeros(len(places), dtype=np.uint64)
    tails = []
    for k in range(_LONGEST_TAIL):
        has = rest > k
        tail[has] = tail[has] * _PRIME + codes[places[has] + k]
        if k + 1 in _TAILS:
            tails.append(tail * np.uint64(31) + np.minimum(rest, k + 1).astype(np.uint64))
    whole_tail = tail * np.uint64(31) + rest.astype(np.uint64)
    in_word = word * np.uint64(2654435761) + offset.astype(np.uint64)
    of_scores = [*windows, in_word, head, whole_tail]
    of_vectors = [*tails, in_word, windows[_OF_VECTOR]]
    return (
        np.stack([_row(h, 50 + j, SCORE_BITS) for j, h in enumerate(of_scores)], axis=1),
        np.stack([_row(h, 90 + j, VECTOR_BITS) for j, h in enumerate(of_vectors)], axis=1),
    )


def _codes(text: str) -> Hashes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)


def codes_lower(text: str) -> Hashes:
    """The code points of the text in lower case, one for each character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return _codes(lowered)


def _row(hashes: Hashes, seed: int, bits: int) -> Numbers:
    """Rows of a table of `1 << bits` rows, by hashes that are mixed first."""
    mixed = (hashes + np.uint64(seed) * np.uint64(0xD1B54A32D192ED03)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(32)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(64 - bits)).astype(np.int64)
