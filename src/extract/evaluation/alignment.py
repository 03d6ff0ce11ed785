"""Which extracted statements tell the words of which gold statement, however each side cuts its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

_WORD = re.compile(r"\w+")
#: Share of the shorter statement's words that two statements must have in common, and how many words at least.
_OVERLAP, _LEAST_WORDS = 0.75, 3


def words_of(text: str | None) -> list[str]:
    """The words of a text, without letter case."""
    return [word.casefold() for word in _WORD.findall(text or "")]


def align(golds: Sequence[Mapping[str, Any]], records: Sequence[Mapping[str, Any]]) -> list[list[int]]:
    """For each gold statement the indices of the records that tell the same words, the best first.

    Statements that share as much are ranked by how near they stand in the letter.
    """
    bags = [Counter(words_of(record["statement"])) for record in records]
    aligned = []
    for position, gold in enumerate(golds):
        bag = Counter(words_of(gold["text"]))
        ranked = []
        for index, other in enumerate(bags):
            shared = (bag & other).total()
            overlap = shared / max(1, min(bag.total(), other.total()))
            if overlap >= _OVERLAP and shared >= min(_LEAST_WORDS, bag.total()):
                distance = abs(position / len(golds) - index / len(records))
                ranked.append((-overlap, -shared, distance, index))
        aligned.append([index for *_, index in sorted(ranked)])
    return aligned
