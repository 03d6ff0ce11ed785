"""Statements that people add: where they stand among those that the machine found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row


@dataclass(frozen=True, slots=True)
class Added:
    """A statement that a person added, and where it began in the text that they saw."""

    statement_id: str
    text: str
    start: int
    who: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an added statement stands in the text, named like the columns of a placement."""

    statement_id: str
    text: str
    start: int
    end: int
    paragraph: int
    heading: dict[str, Any] | None
    lead_in: dict[str, Any] | None
    is_list_item: bool
    added_by: str


def place_added(placements: Sequence[Row[Any]], added: Sequence[Added], text: str | None) -> Sequence[Row[Any] | Place]:
    """The machine's statements in its order, each added one behind the nearest that begins before it.

    An added statement stands where its words do: at the place where they were, else at the nearest one that has them,
    and nowhere if none does. One that the machine has come to find itself is the machine's.
    """
    there = {row.statement_id for row in placements}
    places: list[Row[Any] | Place] = list(placements)
    for one in sorted(added, key=lambda one: one.start):
        start = None if text is None or one.statement_id in there else _find_nearest(text, one.text, one.start)
        if text is None or start is None:
            continue
        begins = [(row.start, index) for index, row in enumerate(places) if row.start <= start]
        index = max(begins)[1] + 1 if begins else 0
        before = places[index - 1] if begins else None
        # Only what shares the block shares the paragraph and the lead-in; a heading holds until the next one.
        shared = before is not None and "\n" not in text[before.start : start]
        places.insert(
            index,
            Place(
                one.statement_id,
                one.text,
                start,
                start + len(one.text),
                before.paragraph if before is not None else 0,
                before.heading if before is not None else None,
                before.lead_in if before is not None and shared else None,
                before.is_list_item if before is not None and shared else False,
                one.who,
            ),
        )
    return places


def _find_nearest(text: str, words: str, place: int) -> int | None:
    """Where the words stand, nearest to `place`; None where they do not."""
    if text.startswith(words, place):
        return place
    before = text.rfind(words, 0, place + len(words))
    after = text.find(words, place)
    found = [start for start in (before, after) if start >= 0]
    return min(found, key=lambda start: abs(start - place), default=None)
