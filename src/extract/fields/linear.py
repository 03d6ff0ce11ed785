"""Classifiers of two classes that were learnt from annotated texts: weights of features, kept as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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


@cache
def load_classifier(name: str) -> LinearClassifier:
    """The classifier of that name that is shipped."""
    data = json.loads(files("extract.fields").joinpath("data", f"{name}_classifier.json").read_text("utf-8"))
    return LinearClassifier(data["intercept"], data["weights"])
