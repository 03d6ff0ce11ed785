"""Which domain a heading names, as learnt: offices have more headings of their own wording than a codebook can list.

A multinomial logistic regression over the words of the heading, their beginnings and parts; its last class is of
headings that name no single domain. `scripts/train_headings.py` learns it from annotations/domains.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.fields.domain_evidence import telling_words
from extract.fields.linear import log_shares, read_learnt, weighed

#: The class beside the domains: headings that name none, or several.
NO_FIELD = "none"
#: Lengths of words' beginnings and of their parts that are features.
_BEGINNING, _PART = 5, 4


@dataclass(frozen=True, slots=True)
class HeadingClassifier:
    """What each class has by itself and by each feature, in nats: the domains in the codebook's order, then `NO_FIELD`.

    A feature that is not among the weights says nothing.
    """

    classes: tuple[str, ...]
    intercepts: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def probabilities(self, heading: str) -> tuple[float, ...]:
        """How likely a heading is of each class."""
        nats = [
            intercept + more
            for intercept, more in zip(self.intercepts, weighed(features_of(heading), self.weights), strict=True)
        ]
        return tuple(map(math.exp, log_shares(nats)))


def features_of(heading: str) -> dict[str, float]:
    """The features of a heading, scaled to the length of one; function words, numbers and diacritics tell nothing."""
    counted = Counter(_names(telling_words(heading)))
    length = math.sqrt(sum(count * count for count in counted.values()))
    return {name: count / length for name, count in counted.items()}


def heading_classifier_of(domains: Sequence[str]) -> HeadingClassifier | None:
    """The trained classifier; None for a codebook with other domains than those it has learnt."""
    trained = _trained()
    return trained if trained.classes == (*domains, NO_FIELD) else None


def _names(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        yield f"{word[:_BEGINNING]}*"
        if len(word) > _BEGINNING:
            yield word
        opened = f" {word}"
        yield from (f"={opened[i : i + _PART]}" for i in range(max(1, len(opened) - _PART + 1)))
    yield from (f"first={word[:_BEGINNING]}*" for word in words[:1])
    yield from (f"{one[:_PART]}*+{other[:_PART]}*" for one, other in itertools.pairwise(words))


@cache
def _trained() -> HeadingClassifier:
    data = read_learnt("heading")
    weights = {name: tuple(row) for name, row in data["weights"].items()}
    return HeadingClassifier(tuple(data["classes"]), tuple(data["intercepts"]), weights)
