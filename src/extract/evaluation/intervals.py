"""How far a figure may be from what other letters would give: the bootstrap over letters.

Statements of one letter share its writer, its layout and its faults, so whole letters are drawn, with replacement, and
the figure is worked out anew on each draw; the interval holds the middle 95 % of these (percentile bootstrap: Efron and
Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.evaluation.tallies import ACCURACY_FIELDS, Tally

RESAMPLES = 2000
SEED = 20
LEVEL = 0.95

Array = npt.NDArray[np.float64]
#: From true positives, false positives and false negatives of each draw to the figure, not a number where undefined.
Figure = Callable[[Array, Array, Array], Array]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the ends of its interval; these are None where there are too few letters to tell."""

    value: float
    low: float | None
    high: float | None


def _share(part: Array, whole: Array) -> Array:
    return np.divide(part, whole, out=np.full_like(whole, np.nan), where=whole > 0)


def precision(tp: Array, fp: Array, fn: Array) -> Array:
    """Share of what was found that is right."""
    return _share(tp, tp + fp)


def recall(tp: Array, fp: Array, fn: Array) -> Array:
    """Share of what was asked for that was found."""
    return _share(tp, tp + fn)


def f1(tp: Array, fp: Array, fn: Array) -> Array:
    """Harmonic mean of precision and recall."""
    return _share(2 * tp, 2 * tp + fp + fn)


def score(field: str) -> Figure:
    """The headline figure of a field."""
    return recall if field in ACCURACY_FIELDS else f1


def estimate(tallies: Sequence[Tally], figure: Figure) -> Estimate | None:
    """The figure over letters with these tallies, and its interval; None where no letter has any such value.

    Where no letter has an error all draws are alike and say nothing. The lower end is then the exact binomial limit
    for as many values without an error (Clopper and Pearson, Biometrika 26, 1934).
    """
    counts = _matrix(tallies)
    told = float(figure(*counts.sum(axis=0)[:, None])[0])
    if np.isnan(told):
        return None
    if len(tallies) < 2:
        return Estimate(told, None, None)
    if told == 1.0:
        values = float(counts[:, 0].sum())
        return Estimate(told, ((1 - LEVEL) / 2) ** (1 / values), 1.0)
    drawn = figure(*(_draws(len(tallies)) @ counts).T)
    low, high = np.nanquantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(told, float(low), float(high))


def difference(before: Sequence[Tally], after: Sequence[Tally], figure: Figure) -> Estimate | None:
    """How much the figure has grown over the same letters, drawn in pairs; None where either side has no value."""
    old, new = _matrix(before), _matrix(after)
    told = float(figure(*new.sum(axis=0)[:, None])[0] - figure(*old.sum(axis=0)[:, None])[0])
    if np.isnan(told):
        return None
    if len(before) < 2:
        return Estimate(told, None, None)
    draws = _draws(len(before))
    drawn = figure(*(draws @ new).T) - figure(*(draws @ old).T)
    low, high = np.nanquantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(told, float(low), float(high))


def _matrix(tallies: Sequence[Tally]) -> Array:
    """One row a letter: true positives, false positives, false negatives."""
    rows = [(tally.true_positives, tally.false_positives, tally.false_negatives) for tally in tallies]
    return np.array(rows, dtype=np.float64).reshape(len(tallies), 3)


def _draws(letters: int) -> Array:
    """How often each letter is in each draw; the same draws for every figure, so that figures can be compared."""
    generator = np.random.default_rng(SEED)
    return generator.multinomial(letters, np.full(letters, 1 / letters), size=RESAMPLES).astype(np.float64)
