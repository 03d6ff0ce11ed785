"""What comes of holding letters against their gold: hits and misses of each field, letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

#: Fields with one value, right or wrong, whose recall is their accuracy; and fields of which any number may be found.
ACCURACY_FIELDS = (
    "respondent",
    "reporting_years",
    "years",
    "domain",
    "domain_first_two",
    "domain_structured",
    "domain_plain",
)
F1_FIELDS = ("statements", "counts", "counts_strict", "projects", "projects_strict", "no_measures")
FIELDS = ACCURACY_FIELDS + F1_FIELDS


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference from the gold: where, of which field, and what stands on each side (None: nothing there).

    The sides are values as JSON has them: a text, a list of years, or a count or project with its parts.
    """

    document: str
    field: str
    expected: Any
    found: Any
    statement: str


@dataclass(slots=True)
class Tally:
    """True positives, false positives and false negatives of one field."""

    true_positives: int = 0
    false_positives: int = 0
    false_negatives: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.true_positives + other.true_positives,
            self.false_positives + other.false_positives,
            self.false_negatives + other.false_negatives,
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1.0 where nothing was found."""
        return self.true_positives / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was asked for that was found; 1.0 where nothing was asked for."""
        return self.true_positives / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def asked(self) -> int:
        """How many values the gold has."""
        return self.true_positives + self.false_negatives

    @property
    def found(self) -> int:
        """How many values were found."""
        return self.true_positives + self.false_positives

    def add(self, right: bool, found: object) -> None:
        """Count a value of a field that has one; `found` is what was found, or nothing."""
        self.true_positives += right
        self.false_positives += bool(found) and not right
        self.false_negatives += not right


@dataclass(frozen=True, slots=True)
class Judgement:
    """One value that was found, how sure its method was, and whether it is right in all its parts."""

    document: str
    field: str
    method: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class JudgedStatement:
    """A statement as a whole: how sure it is, whether a rule sends it to a person, and the truth.

    `confidence` is the least of its values', or how likely nothing was overlooked where there is a sign that it was.

    `right` means that nothing of it is wrong and nothing is missing.
    """

    confidence: float
    waits: bool
    right: bool


@dataclass(slots=True)
class LetterScores:
    """One letter beside its gold. `format` is the ending of the file that arrived, with a word for scans."""

    document: str
    layout: str
    format: str
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    confusions: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    statements: list[JudgedStatement] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The letters beside their gold, and what they come to together."""

    letters: tuple[LetterScores, ...]

    @property
    def tallies(self) -> dict[str, Tally]:
        """The tally of every field over all letters."""
        return {name: sum((each.tallies[name] for each in self.letters), Tally()) for name in FIELDS}

    @property
    def confusions(self) -> Counter[tuple[str, str | None]]:
        """How often a statement of one domain (gold) was taken to be of another (or none: None)."""
        return sum((each.confusions for each in self.letters), Counter())

    @property
    def misses(self) -> list[Miss]:
        """Every difference from the gold, letter by letter."""
        return [miss for each in self.letters for miss in each.misses]

    @property
    def judgements(self) -> list[Judgement]:
        """Every value found that the gold allows to judge."""
        return [judgement for each in self.letters for judgement in each.judgements]

    @property
    def statements(self) -> list[JudgedStatement]:
        """Every extracted statement."""
        return [statement for each in self.letters for statement in each.statements]

    def score(self, name: str) -> float:
        """The field's headline figure."""
        return score_of(name, self.tallies[name])

    def groups(self, key: Callable[[LetterScores], str]) -> dict[str, Evaluation]:
        """The letters parted by `key`, sorted by it."""
        parted: dict[str, list[LetterScores]] = {}
        for letter in self.letters:
            parted.setdefault(key(letter), []).append(letter)
        return {name: Evaluation(tuple(parted[name])) for name in sorted(parted)}


def score_of(name: str, tally: Tally) -> float:
    """The headline figure of a field: accuracy where each gold value is right or wrong, else F1."""
    return tally.recall if name in ACCURACY_FIELDS else tally.f1


def total(letters: Iterable[LetterScores], name: str) -> Tally:
    """The tally of one field over some letters."""
    return sum((letter.tallies[name] for letter in letters), Tally())
