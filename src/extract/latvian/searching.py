"""Words looked for whatever their ending, letter case and diacritics.

Two words are taken for forms of one when both can be cut at an ending so that the same is left. A search may show a
little too much; it must not miss a form, and needs no dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from extract.latvian.folding import fold
from extract.latvian.inflection import all_endings
from extract.lexicons import read_lexicon

_WORD = re.compile(r"\w+")
#: Letters that are left of a word at least; with fewer, words that have nothing to do with each other fall together.
_SHORTEST_STEM = 3
#: From how many letters on a stem typed without diacritics may have had them on the consonant that changes.
_LONG_STEM = 5


def split_words(text: str) -> frozenset[str]:
    """The words of a text in lower case, diacritics kept."""
    return frozenset(_WORD.findall(text.lower()))


def find_words(asked: str, vocabulary: Iterable[str]) -> list[frozenset[str]]:
    """For each word that is asked for, those of the vocabulary that are forms of it or begin with it."""
    known = list(vocabulary)
    found = []
    for word in _WORD.findall(asked.lower()):
        folded, wanted = fold(word), stems(word)
        matching = (other for other in known if fold(other).startswith(folded) or not wanted.isdisjoint(stems(other)))
        found.append(frozenset(matching))
    return found


def has_all(words: Collection[str], found: Iterable[frozenset[str]]) -> bool:
    """Whether a text with these words has, for each word asked for, one that `find_words` found."""
    return all(not matching.isdisjoint(words) for matching in found)


@lru_cache(maxsize=65536)
def stems(word: str) -> frozenset[str]:
    """What may be left of a word in lower case when its ending is cut off, folded; the word itself among them."""
    made = {fold(word)}
    for length in range(1, len(word) - _SHORTEST_STEM + 1):
        stem, ending = word[:-length], fold(word[-length:])
        if ending not in _endings():
            continue
        folded = fold(stem)
        made.add(folded)
        for changed, original in _changes().items():
            is_changed = stem.endswith(changed) or (len(stem) >= _LONG_STEM and folded.endswith(fold(changed)))
            if is_changed and len(stem) > _SHORTEST_STEM:
                made.add(folded[:-1] + original)
    return frozenset(made)


@cache
def _endings() -> frozenset[str]:
    data = read_lexicon("latvian", "search_endings.toml")
    verbs = {theme + ending for theme in data["themes"] for ending in data["endings"]}
    return frozenset(fold(ending) for ending in {*all_endings(), *verbs})


@cache
def _changes() -> dict[str, str]:
    return dict(read_lexicon("latvian", "search_endings.toml")["changes"])
