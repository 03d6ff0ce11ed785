"""Whether a confidence is the share of values that are right, and from which on values can be accepted unseen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from extract.evaluation.tallies import JudgedStatement, Judgement

#: How many bins of one width the confidences from 0 to 1 are parted into.
BINS = 10
#: Of the values that are accepted unseen this share is to be right.
TARGET = 0.99
#: The confidences for which it is told what accepting from there on would come to.
LEVELS = (0.6, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99)
#: Two-sided 95 %, in standard deviations.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Bin:
    """The values whose confidence lies in `low` to `high`: how many, how sure on average, and what share is right."""

    low: float
    high: float
    values: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins that hold any value, and the expected calibration error."""

    values: int
    wrong: int
    error: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What accepting all values from `threshold` on comes to: how many, and what share of them is right.

    `least` is the lower end of the 95 % interval of that share (Wilson, JASA 22, 1927): few values prove little.
    """

    threshold: float
    values: int
    accepted: int
    right: float
    least: float

    @property
    def share(self) -> float:
        """The share of all values that is accepted."""
        return self.accepted / self.values if self.values else 0.0


def reliability(judgements: Sequence[Judgement]) -> Reliability | None:
    """Bins of equal width and their expected calibration error; None without values.

    The error is the difference between mean confidence and share of right values of each bin, weighted by its values
    (Naeini, Cooper and Hauskrecht, AAAI 2015; Guo et al., ICML 2017).
    """
    if not judgements:
        return None
    held: list[list[Judgement]] = [[] for _ in range(BINS)]
    for judgement in judgements:
        held[min(BINS - 1, int(judgement.confidence * BINS))].append(judgement)
    bins = tuple(
        Bin(
            number / BINS,
            (number + 1) / BINS,
            len(inside),
            sum(each.confidence for each in inside) / len(inside),
            sum(each.right for each in inside) / len(inside),
        )
        for number, inside in enumerate(held)
        if inside
    )
    error = sum(each.values * abs(each.confidence - each.right) for each in bins) / len(judgements)
    return Reliability(len(judgements), sum(not each.right for each in judgements), error, bins)


def coverage(judgements: Sequence[Judgement], target: float = TARGET) -> Coverage | None:
    """The lowest confidence from which on `target` of the values are right; None where there is none such."""
    ranked = sorted(judgements, key=lambda each: -each.confidence)
    found, right = None, 0
    for number, judgement in enumerate(ranked, start=1):
        right += judgement.right
        # Values of one confidence are accepted together or not at all.
        last = number == len(ranked) or ranked[number].confidence < judgement.confidence
        if last and right / number >= target:
            found = Coverage(judgement.confidence, len(ranked), number, right / number, least_share(right, number))
    return found


def acceptance(statements: Sequence[JudgedStatement], level: float) -> Coverage:
    """What `--accept-above` of this level comes to: how many whole statements, and what share of them is all right."""
    accepted = [each for each in statements if each.confidence >= level and not each.waits]
    right = sum(each.right for each in accepted)
    share = right / len(accepted) if accepted else 1.0
    return Coverage(level, len(statements), len(accepted), share, least_share(right, len(accepted)))


def least_share(right: int, values: int) -> float:
    """The lower end of Wilson's 95 % interval of a share."""
    if not values:
        return 0.0
    share, spread = right / values, _Z * _Z / values
    middle = share + spread / 2
    return max(0.0, (middle - _Z * math.sqrt(share * (1 - share) / values + spread / values / 4)) / (1 + spread))
