"""How far two people agree beyond what chance would give: Cohen's kappa.

J. Cohen: A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20 (1960), 37-46.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `number` pairs the share that agrees, the share that would by chance, and kappa.

    `observed` and `expected` are None without pairs. `kappa` is 1 for full agreement and 0 for that of chance; None
    where chance alone gives full agreement, as both said the same of everything.
    """

    number: int
    observed: float | None
    expected: float | None
    kappa: float | None


def measure_agreement(pairs: Sequence[tuple[Hashable, Hashable]]) -> Agreement:
    """The agreement of what a first and a second person said of each thing, each value being a category."""
    number = len(pairs)
    if not number:
        return Agreement(0, None, None, None)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    # Counted in whole numbers as long as possible, so that full agreement by chance is told exactly.
    agreed = sum(one == other for one, other in pairs)
    chance = sum(times * second[value] for value, times in first.items())
    squared = number * number
    kappa = (agreed * number - chance) / (squared - chance) if chance < squared else None
    return Agreement(number, agreed / number, chance / squared, kappa)
