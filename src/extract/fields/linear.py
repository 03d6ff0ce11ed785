"""Classifiers of two classes that were learnt from annotated texts: weights of features, kept as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast


@dataclass(frozen=True, slots=True)
class LinearClassifier:
    """A logistic regression: intercept and weights of features, in nats.

    A feature that is not among the weights says nothing.
    """

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely what has these features belongs to the class; the prior is that of what was learnt from."""
        nats = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-nats))


def weighed(features: Mapping[str, float], weights: Mapping[str, Sequence[float]]) -> list[float]:
    """What features say for each of several classes, in nats; one that is not among the weights says nothing."""
    nats = [0.0] * len(next(iter(weights.values()), ()))
    for feature, value in features.items():
        for k, weight in enumerate(weights.get(feature, ())):
            nats[k] += value * weight
    return nats


def log_shares(nats: Sequence[float]) -> tuple[float, ...]:
    """The logarithms of the classes' probabilities, from what speaks for each of them, in nats (log-softmax)."""
    most = max(nats)
    total = most + math.log(sum(math.exp(n - most) for n in nats))
    return tuple(n - total for n in nats)


_in_place: dict[str, LinearClassifier | None] = {}


def classifier_in_use(name: str) -> LinearClassifier | None:
    """The classifier of that name that is shipped, or what stands in its place; None where rules decide alone."""
    return _in_place[name] if name in _in_place else _shipped(name)


@contextmanager
def in_place_of(name: str, classifier: LinearClassifier | None) -> Iterator[None]:
    """Within it another classifier stands in the place of the shipped one, or none.

    For learning and calibrating: letters are judged by what was learnt from others, and samples made by rules alone.
    """
    _in_place[name] = classifier
    try:
        yield
    finally:
        del _in_place[name]


def read_learnt(name: str) -> dict[str, Any]:
    """What was learnt under that name and is shipped: weights of features, and what else its script wrote."""
    text = files("extract.fields").joinpath("data", f"{name}_classifier.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))


@cache
def _shipped(name: str) -> LinearClassifier:
    data = read_learnt(name)
    return LinearClassifier(data["intercept"], data["weights"])
