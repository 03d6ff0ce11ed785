"""Bars, drawn on the server beside the numbers that they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")

#: The longest bar, in the units of its SVG.
LONGEST = 100.0


@dataclass(frozen=True, slots=True)
class Bar(Generic[K]):
    """A row's numbers, the length of its bar, and how much of that is reviewed."""

    key: K
    statements: int
    reviewed: int
    people: int
    length: float
    part: float


def draw_bars(keys: Iterable[K], numbers: Counter[tuple[K, str]]) -> list[Bar[K]]:
    """A bar for each key, as long as it has statements; the longest has `LONGEST`."""
    keys = list(keys)
    most = max((numbers[key, "statements"] for key in keys), default=0) or 1

    def length(number: int) -> float:
        return round(LONGEST * number / most, 2)

    return [
        Bar(
            key,
            told := numbers[key, "statements"],
            done := numbers[key, "reviewed"],
            numbers[key, "people"],
            length(told),
            length(done),
        )
        for key in keys
    ]
