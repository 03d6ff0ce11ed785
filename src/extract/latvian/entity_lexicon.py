"""What is known of words in entities before they are read: how often a stem stands in an entity of each type.

A network learns the few names of its training part by heart, with the sentences around them; counts by stem keep
"Latgale" a location in every sentence and every case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: The type of words outside entities.
OUTSIDE = "O"
#: Groups of words, which are counted apart: "Saule" and "saule".
CAPITALISED, LOWER = "capitalised", "lower"
_ENDING = re.compile(r"(iem|ām|ēm|īm|ijā|ās|ēs|īs|os|us|am|im|um|em|ai|ei|ij|as|es|is|ie|iņ|u|a|e|i|s|š|ā|ē|ī|o|ū)$")
_SHORTEST_STEM = 3
#: Added to shares, so that none is 0.
_LEAST_SHARE = 1e-4


@lru_cache(maxsize=20_000)
def stem(form: str) -> str:
    """The form in lower case without what may be a case ending."""
    low = form.lower()
    bare = _ENDING.sub("", low)
    return bare if len(bare) >= _SHORTEST_STEM else low


def group_of(form: str) -> str | None:
    """The group that a form is counted in; None of one that begins with no letter."""
    if not form[0].isalpha():
        return None
    return CAPITALISED if form[0].isupper() else LOWER


def type_of(label: str) -> str:
    """The type of a BIO label."""
    return label.partition("-")[2] or OUTSIDE


class EntityLexicon:
    """Counts as scores of BIO labels.

    `content` has the names of the `types`, and of each group its `weight`, the shares of the types in it (`shares`),
    and `stems`, which maps stems to counts by type; `smoothing` tells how many words of the group's own shares stand
    beside the counts of a stem.
    """

    def __init__(self, content: Mapping[str, Any], labels: Sequence[str]) -> None:
        types: list[str] = content["types"]
        self._types = {name: i for i, name in enumerate(types)}
        self._labels = np.array([self._types[type_of(label)] for label in labels])
        self._smoothing = float(content["smoothing"])
        self._groups = {
            name: (float(group["weight"]), np.array(group["shares"]), group["stems"])
            for name, group in content["groups"].items()
        }
        self._of_stem = lru_cache(maxsize=20_000)(self._score)
        self._nothing = np.zeros(len(labels), dtype=np.float32)

    def scores(self, form: str) -> NDArray[np.float32]:
        """What to add to the score of each label of this form: weighed logarithms of likelihood ratios."""
        group = group_of(form)
        if group is None:
            return self._nothing
        return self._of_stem(group, stem(form))

    def _score(self, group: str, stem: str) -> NDArray[np.float32]:
        weight, shares, stems = self._groups[group]
        counted = stems.get(stem)
        if counted is None:
            return self._nothing
        counts = np.zeros(len(self._types))
        for name, count in counted.items():
            counts[self._types[name]] = count
        told = (counts + self._smoothing * shares) / (counts.sum() + self._smoothing)
        ratios = weight * np.log((told + _LEAST_SHARE) / (shares + _LEAST_SHARE))
        return np.asarray(ratios[self._labels], dtype=np.float32)
