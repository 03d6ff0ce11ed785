"""How strongly a statement's lemmas speak for each domain, as learnt from annotated letters.

A multinomial logistic regression over lemmas and their beginnings, with classes weighed alike, so that what it gives
are likelihoods, not how often a domain is told of. `scripts/train_domains.py` learns it from annotations/train.jsonl
and annotations/domains.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from extract.fields.linear import log_shares, read_learnt, weighed
from extract.latvian.folding import fold

#: The state beside the domains: statements on the letter as a whole.
GENERAL = "general"
#: Parts of speech whose lemmas tell of the topic; numbers, pronouns and conjunctions do not.
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV", "ADP", "X"})
#: Lemmas longer than this are features by their beginning, too, so that words of one family speak alike.
_BEGINNING = 5
_OF_BEGINNING = 0.7
#: The features of a statement are scaled to this length, whatever the number of its words.
_LENGTH = 3.0


@dataclass(frozen=True, slots=True)
class DomainClassifier:
    """Weights of features in nats, one for each class: the domains in the codebook's order, then `GENERAL`.

    A feature that is not among the weights says nothing.
    """

    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]

    def weigh(self, doc: Doc) -> tuple[float, ...]:
        """The logarithm of each class's likelihood, up to a constant; all alike where the words are not lemmatised."""
        return log_shares(weighed(features_of(doc), self.weights))

    def strongest(self, doc: Doc, domain: int, least: float, count: int) -> list[Token]:
        """Up to `count` words that speak most for a domain against the others, each by `least` nats, in their order."""
        features = features_of(doc)
        said = [(sum(self._lead(name, domain) * features[name] for name in _names(t)), t) for t in _telling(doc)]
        return sorted((t for nats, t in sorted(said, key=lambda s: -s[0])[:count] if nats >= least), key=lambda t: t.i)

    def _lead(self, feature: str, domain: int) -> float:
        weights = self.weights.get(feature)
        return weights[domain] - sum(weights) / len(weights) if weights else 0.0


def features_of(doc: Doc) -> dict[str, float]:
    """The features of a statement: its telling lemmas and their beginnings, scaled by how many there are."""
    names = {name for token in _telling(doc) for name in _names(token)}
    scale = _LENGTH / math.sqrt(max(1, len(names)))
    return {name: scale * (_OF_BEGINNING if name.endswith("*") else 1.0) for name in names}


def classifier_of(domains: Sequence[str]) -> DomainClassifier | None:
    """The trained classifier; None for a codebook with other domains than those it has learnt."""
    trained = _trained()
    return trained if trained.classes == (*domains, GENERAL) else None


def _telling(doc: Doc) -> list[Token]:
    if not doc.has_annotation("LEMMA"):
        return []
    return [token for token in doc if token.pos_ in _TELLING and token.lemma_.isalpha()]


def _names(token: Token) -> tuple[str, ...]:
    lemma = fold(token.lemma_)
    return (lemma, f"{lemma[:_BEGINNING]}*") if len(lemma) > _BEGINNING else (lemma,)


@cache
def _trained() -> DomainClassifier:
    data = read_learnt("domain")
    weights = {name: tuple(row) for name, row in data["weights"].items()}
    return DomainClassifier(tuple(data["classes"]), weights)
