"""What came in, as numbers: how far every respondent's letters are, and statements and people by domain and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.codebook import Codebook
from extract.dataset import Dataset, LetterInMemory, ReviewStatus, StoredLetter, StoredRecord
from extract.model import Role, Unit


@dataclass(frozen=True, slots=True)
class LetterNumbers:
    """A letter in numbers. By domain and by year: statements, those reviewed, and people that took part or received."""

    name: str
    respondent: str | None
    reporting_years: tuple[int, ...]
    failed: bool
    statements: int
    reviewed: int
    waiting: int
    needs_look: bool
    nothing_done: bool
    by_domain: Counter[tuple[str, str]]
    by_year: Counter[tuple[int, str]]

    @property
    def is_done(self) -> bool:
        """Whether a person has seen all of it."""
        return not self.failed and not self.needs_look and self.reviewed == self.statements


def count_letter(letter: StoredLetter, records: Sequence[StoredRecord]) -> LetterNumbers:
    """The numbers of a letter; by domain and by year without its rejected statements, and in each of several years.

    Sub-totals count within their totals only.
    """
    by_domain: Counter[tuple[str, str]] = Counter()
    by_year: Counter[tuple[int, str]] = Counter()
    standing = [record for record in records if record.review_status is not ReviewStatus.REJECTED]
    for record in standing:
        people = sum(
            count.value.value
            for count in record.counts
            if count.value.unit is Unit.PERSONS and count.value.role is Role.PARTICIPANT and count.value.part_of is None
        )
        numbers = {"statements": 1, "reviewed": int(record.is_reviewed), "people": people}
        for what, number in numbers.items():
            if record.domain:
                by_domain[record.domain.value, what] += number
            for year in record.years.value if record.years else ():
                by_year[year, what] += number
    nothing_done = bool(standing) and all(record.no_measures and record.no_measures.value for record in standing)
    return LetterNumbers(
        letter.name,
        letter.respondent,
        letter.reporting_years,
        letter.failed,
        len(records),
        sum(record.is_reviewed for record in records),
        letter.waiting,
        letter.needs_look,
        nothing_done,
        by_domain,
        by_year,
    )


@dataclass
class Numbers:
    """The numbers of all letters; those of a letter are counted anew only when it has changed."""

    dataset: Dataset
    _kept: dict[str, tuple[LetterInMemory, LetterNumbers]] = field(default_factory=dict)

    def letters(self) -> list[LetterNumbers]:
        """All letters by name."""
        kept, known = {}, self._kept
        for one in self.dataset.overview():
            counted = known.get(one.letter.name)
            is_same = counted is not None and counted[0] is one
            kept[one.letter.name] = counted if counted and is_same else (one, count_letter(one.letter, one.records))
        self._kept = kept
        return [numbers for _, numbers in kept.values()]


@dataclass(frozen=True, slots=True)
class RespondentRow:
    """A respondent with its letters; `state` is missing, unreadable, received, started, reviewed or nothing_done."""

    name: str
    letters: tuple[LetterNumbers, ...]

    @property
    def statements(self) -> int:
        """How many statements its letters have."""
        return sum(letter.statements for letter in self.letters)

    @property
    def reviewed(self) -> int:
        """How many of them a person has seen."""
        return sum(letter.reviewed for letter in self.letters)

    @property
    def waiting(self) -> int:
        """How many of them wait for a person."""
        return sum(letter.waiting for letter in self.letters)

    @property
    def state(self) -> str:
        """How far it is."""
        if not self.letters:
            return "missing"
        readable = [letter for letter in self.letters if not letter.failed]
        if not readable:
            return "unreadable"
        if all(letter.is_done for letter in readable):
            return "nothing_done" if all(letter.nothing_done for letter in readable) else "reviewed"
        return "started" if any(letter.reviewed for letter in readable) else "received"


def rows_of(codebook: Codebook, letters: Iterable[LetterNumbers]) -> list[RespondentRow]:
    """All respondents of the codebook, then those that only letters name; letters without one come last, by name."""
    by_name: dict[str, list[LetterNumbers]] = {respondent.name: [] for respondent in codebook.respondents}
    unknown = []
    for letter in letters:
        if letter.respondent is None:
            unknown.append(RespondentRow("", (letter,)))
        else:
            by_name.setdefault(letter.respondent, []).append(letter)
    return [RespondentRow(name, tuple(own)) for name, own in by_name.items()] + unknown
