"""How far reviewing has come, and who has done how much of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.dataset.decisions import REVIEW_STATUS
from extract.dataset.encoding import MULTIPLE_FIELDS, SINGLE_FIELDS
from extract.dataset.overview import LetterInMemory


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are, and how many are done."""

    all: int
    done: int


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """What one person has done: in how many statements they have settled something, and how many fields."""

    who: str
    statements: int
    fields: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Letters without anything that needs a person; statements that a person has seen; fields that one has settled.

    A field is settled by whoever set it, or who accepted or rejected its statement as a whole.
    """

    letters: Share
    statements: Share
    fields: Share
    people: tuple[PersonProgress, ...]


def measure_progress(letters: Sequence[LetterInMemory]) -> Progress:
    """The progress over all letters, those with the most fields done first among the people."""
    statements: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    every = [record for one in letters for record in one.records]
    settled = 0
    for record in every:
        whole = record.decided_by.get(REVIEW_STATUS) if record.is_reviewed else None
        people = set()
        for field in (*SINGLE_FIELDS, *MULTIPLE_FIELDS):
            who = record.decided_by.get(field, whole)
            if who is not None:
                settled += 1
                fields[who] += 1
                people.add(who)
        statements.update(people)
    return Progress(
        Share(len(letters), sum(one.letter.is_done for one in letters)),
        Share(len(every), sum(record.is_reviewed for record in every)),
        Share(len(every) * len((*SINGLE_FIELDS, *MULTIPLE_FIELDS)), settled),
        tuple(PersonProgress(who, statements[who], number) for who, number in fields.most_common()),
    )
