"""Learning what stated confidences are worth, from values judged right or wrong (`fields.calibration` applies it).

For each field the log-odds of being right are a line over the stated confidence's log-odds, moved for each method:
Platt scaling (Advances in Large Margin Classifiers, 2000) of several methods at once. Errors are few, so normal priors
hold the line near what the methods state themselves: intercept near 0, slope near 1, methods near their field; the fit
is the mode of the posterior. A value is never surer than the mean that Jeffreys' prior gives to a share of which n
values were all right: (n + 1/2) / (n + 1).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from extract.evaluation.reliability import reliability
from extract.evaluation.tallies import Judgement
from extract.fields.calibration import SURENESS, FieldCalibration, log_odds
from extract.fields.oversights import SignKind

Array = npt.NDArray[np.float64]
#: Standard deviations of the priors, in log-odds: of the intercept, the slope, and what a method adds.
SPREAD_INTERCEPT, SPREAD_SLOPE, SPREAD_METHOD = 1.0, 0.5, 0.75
#: Prior mean and standard deviation of the log-odds that nothing was overlooked, and of what a sign adds to them. The
#: finders were mended by what they had overlooked in the letters that this is fitted to, so that signs mean less there
#: than elsewhere: the means are what they meant before, and hold until the letters clearly tell otherwise.
COMPLETE, SPREAD_COMPLETE = 3.9, 0.5
SIGNS, SPREAD_SIGN = {SignKind.NUMBER: -3.5, SignKind.DENIAL: -1.5, SignKind.NAME: -1.5}, 0.5
_MOST_STEPS = 100
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Fit:
    """A field's calibration, what it was fitted on, and how it does on letters that it was not fitted on.

    `error` and `loss` are the expected calibration error and the mean logarithmic loss (nats) of the confidences as
    stated and as calibrated, the latter with each letter left out of the fit that is applied to it.
    """

    calibration: FieldCalibration
    values: int
    wrong: int
    error: tuple[float, float]
    loss: tuple[float, float]


def fit(judgements: Sequence[Judgement]) -> Fit:
    """Fit one field's calibration to its judged values. Raises ValueError without any."""
    if not judgements:
        raise ValueError("no values to fit a calibration to")
    held_out = list(_left_out(judgements))
    return Fit(
        fit_line(judgements),
        len(judgements),
        sum(not each.right for each in judgements),
        (_error(judgements), _error(held_out)),
        (_loss(judgements), _loss(held_out)),
    )


def fit_line(judgements: Sequence[Judgement]) -> FieldCalibration:
    """The likeliest line given the judged values and the priors; without values, what the methods state."""
    if not judgements:
        return FieldCalibration(0.0, 1.0, SURENESS[1], {})
    methods = sorted({each.method for each in judgements})
    rows = [[1.0, log_odds(each.confidence), *(each.method == name for name in methods)] for each in judgements]
    features = np.array(rows, dtype=np.float64).reshape(len(judgements), 2 + len(methods))
    right = np.array([each.right for each in judgements], dtype=np.float64)
    prior = np.array([0.0, 1.0] + [0.0] * len(methods))
    spreads = np.array([SPREAD_INTERCEPT, SPREAD_SLOPE] + [SPREAD_METHOD] * len(methods), dtype=np.float64)
    weights = _maximise(features, right, prior, spreads**-2)
    intercept, slope, *moved = (float(weight) for weight in weights)
    most = (len(judgements) + 0.5) / (len(judgements) + 1)
    # A negative slope would turn the methods' order around, which no few values can justify.
    return FieldCalibration(intercept, max(slope, 0.0), most, dict(zip(methods, moved, strict=True)))


def fit_completeness(judgements: Sequence[Judgement]) -> tuple[float, float, dict[SignKind, float]]:
    """How likely nothing was overlooked: intercept and what each sign adds, in log-odds, and the greatest outcome.

    Each judgement is of a statement; its method names the kinds of its signs, joined by "+".
    """
    kinds = tuple(SignKind)
    rows = [[1.0, *(kind in each.method.split("+") for kind in kinds)] for each in judgements]
    features = np.array(rows, dtype=np.float64).reshape(len(judgements), 1 + len(kinds))
    right = np.array([each.right for each in judgements], dtype=np.float64)
    prior = np.array([COMPLETE, *(SIGNS[kind] for kind in kinds)])
    spreads = np.array([SPREAD_COMPLETE] + [SPREAD_SIGN] * len(kinds), dtype=np.float64)
    intercept, *added = (float(weight) for weight in _maximise(features, right, prior, spreads**-2))
    return intercept, (len(judgements) + 0.5) / (len(judgements) + 1), dict(zip(kinds, added, strict=True))


def _maximise(features: Array, right: Array, prior: Array, precisions: Array) -> Array:
    """The mode of the posterior by Newton's method, with shorter steps where one would lead too far."""

    def objective(weights: Array) -> float:
        odds = features @ weights
        likelihood = float((right * odds - np.logaddexp(0.0, odds)).sum())
        return likelihood - 0.5 * float((precisions * (weights - prior) ** 2).sum())

    weights = prior.copy()
    for _ in range(_MOST_STEPS):
        chances = 1 / (1 + np.exp(-features @ weights))
        gradient = features.T @ (right - chances) - precisions * (weights - prior)
        curvature = (features * (chances * (1 - chances))[:, None]).T @ features + np.diag(precisions)
        step = np.linalg.solve(curvature, gradient)
        while objective(weights + step) < objective(weights) and np.abs(step).max() > _CLOSE:
            step = step / 2
        weights = weights + step
        if np.abs(step).max() < _CLOSE:
            break
    return weights


def _left_out(judgements: Sequence[Judgement]) -> Iterable[Judgement]:
    """Each judgement as calibrated by a fit to the other letters."""
    for document in sorted({each.document for each in judgements}):
        line = fit_line([each for each in judgements if each.document != document])
        for each in judgements:
            if each.document == document:
                yield replace(each, confidence=line.probability(each.method, each.confidence))


def _error(judgements: Sequence[Judgement]) -> float:
    measured = reliability(judgements)
    return measured.error if measured else 0.0


def _loss(judgements: Sequence[Judgement]) -> float:
    """Mean negative logarithm of the probability given to what turned out."""
    chances = (each.confidence if each.right else 1 - each.confidence for each in judgements)
    return sum(-math.log(max(chance, 1e-6)) for chance in chances) / len(judgements)
