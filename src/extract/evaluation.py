"""Extracted records beside a gold standard: precision, recall and F1 of every field.

The rules are those of the codebook's scorer. A gold statement is aligned with the extracted statements that share at
least three quarters of its words, so a tool may cut sentences otherwise than the gold does. A count is found when value
and unit agree in an aligned statement, `strict` also asks bound, group and role; a project when its canonical name
agrees, `strict` also asks kind and number. What the gold marks "ignore" is neither asked for nor held against a tool.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.errors import UsageError
from extract.model import Message

_WORD = re.compile(r"\w+")
#: Share of the shorter statement's words that two statements must have in common, and how many words at least.
_OVERLAP, _LEAST_WORDS = 0.75, 3

Gold = Mapping[str, Any]
Key = Callable[[Mapping[str, Any]], Hashable]


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference from the gold: where, of which field, and what stands on each side (None: nothing there)."""

    document: str
    field: str
    expected: str | None
    found: str | None
    statement: str


@dataclass(slots=True)
class Tally:
    """True positives, false positives and false negatives of one field."""

    true_positives: int = 0
    false_positives: int = 0
    false_negatives: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1.0 where nothing was found."""
        found = self.true_positives + self.false_positives
        return self.true_positives / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was asked for that was found; 1.0 where nothing was asked for."""
        asked = self.true_positives + self.false_negatives
        return self.true_positives / asked if asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def asked(self) -> int:
        """How many values the gold has."""
        return self.true_positives + self.false_negatives


#: Fields where each gold value is simply right or wrong, and fields of which any number may be found.
ACCURACY_FIELDS = ("respondent", "years", "domain")
F1_FIELDS = ("statements", "counts", "counts_strict", "projects", "projects_strict", "no_measures")


@dataclass(slots=True)
class Evaluation:
    """The tallies of every field, the confusions of domains (gold, extracted), and every miss."""

    letters: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: {f: Tally() for f in ACCURACY_FIELDS + F1_FIELDS})
    confusions: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def score(self, name: str) -> float:
        """The field's headline figure: accuracy for respondent, years and domain, else F1."""
        tally = self.tallies[name]
        return tally.recall if name in ACCURACY_FIELDS else tally.f1


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file. Raises UsageError where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.strip()]
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(
            Message("{file} cannot be read: {error}.", {"file": str(path), "error": str(error)}),
            Message(
                "Give a JSON-lines file in UTF-8, one letter a line, in the form that annotations/README.md tells."
            ),
        ) from error


def evaluate(letters: Iterable[Gold], records: Iterable[Mapping[str, Any]]) -> Evaluation:
    """Hold `records` (exported statements) against `letters` (gold, one object a letter with its statements)."""
    by_document: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        by_document.setdefault(record["document"], []).append(record)
    evaluation = Evaluation()
    for letter in letters:
        _evaluate_letter(evaluation, letter, by_document.get(letter["file"], []))
    return evaluation


def _evaluate_letter(evaluation: Evaluation, letter: Gold, records: Sequence[Mapping[str, Any]]) -> None:
    evaluation.letters += 1
    file, tallies = letter["file"], evaluation.tallies

    def miss(name: str, expected: object, found: object, statement: str) -> None:
        shown = [
            None if side is None else side if isinstance(side, str) else json.dumps(side, ensure_ascii=False)
            for side in (expected, found)
        ]
        evaluation.misses.append(Miss(file, name, shown[0], shown[1], statement))

    respondents = {record.get("respondent") for record in records}
    if respondents == {letter["respondent"]}:
        tallies["respondent"].true_positives += 1
    else:
        tallies["respondent"].false_negatives += 1
        miss("respondent", letter["respondent"], sorted(str(r) for r in respondents) or None, "")

    aligned = _align(letter["statements"], records)
    used = {index for indices in aligned for index in indices}
    tallies["statements"].true_positives += sum(1 for indices in aligned if indices)
    tallies["statements"].false_positives += len(records) - len(used)
    for index, record in enumerate(records):
        if index not in used:
            miss("statements", None, record["statement"], record["statement"])

    for gold, indices in zip(letter["statements"], aligned, strict=True):
        best = records[indices[0]] if indices else {}
        if not indices:
            tallies["statements"].false_negatives += 1
            miss("statements", gold["text"], None, gold["text"])
        _evaluate_single_values(evaluation, gold, best, miss)

    for name, keys in _MULTIPLE.items():
        for suffix, key in keys.items():
            _evaluate_multiple(tallies[name + suffix], name + suffix, key, keys[""], letter, records, aligned, miss)


def _evaluate_single_values(
    evaluation: Evaluation, gold: Gold, best: Mapping[str, Any], miss: Callable[[str, object, object, str], None]
) -> None:
    tallies = evaluation.tallies
    if gold["years"] is not None:
        right = bool(best) and sorted(best.get("years") or []) == gold["years"]
        tallies["years"].true_positives += right
        tallies["years"].false_negatives += not right
        if not right:
            miss("years", gold["years"], best.get("years"), gold["text"])
    if gold["domain"]:
        domain = best.get("domain")
        evaluation.confusions[gold["domain"], domain] += 1
        right = domain == gold["domain"]
        tallies["domain"].true_positives += right
        tallies["domain"].false_negatives += not right
        if not right:
            miss("domain", gold["domain"], domain, gold["text"])
    expected, found = bool(gold["no_measures"]), bool(best.get("no_measures"))
    tallies["no_measures"].true_positives += expected and found
    tallies["no_measures"].false_negatives += expected and not found
    tallies["no_measures"].false_positives += found and not expected
    if expected != found:
        miss("no_measures", expected, found, gold["text"])


def _words(text: str | None) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text or "")]


def _align(golds: Sequence[Gold], records: Sequence[Mapping[str, Any]]) -> list[list[int]]:
    """For each gold statement the indices of the records that tell the same words, the best first."""
    bags = [Counter(_words(record["statement"])) for record in records]
    aligned = []
    for position, gold in enumerate(golds):
        bag = Counter(_words(gold["text"]))
        ranked = []
        for index, other in enumerate(bags):
            shared = (bag & other).total()
            overlap = shared / max(1, min(bag.total(), other.total()))
            if overlap >= _OVERLAP and shared >= min(_LEAST_WORDS, bag.total()):
                distance = abs(position / len(golds) - index / len(records))
                ranked.append((-overlap, -shared, distance, index))
        aligned.append([index for *_, index in sorted(ranked)])
    return aligned


def _count_key(count: Mapping[str, Any]) -> Hashable:
    return count.get("value"), count.get("unit")


def _strict_count_key(count: Mapping[str, Any]) -> Hashable:
    return (*(count.get(part) for part in ("value", "unit", "bound", "role")), (count.get("group") or "").casefold())


def _project_key(project: Mapping[str, Any]) -> Hashable:
    return tuple(_words(project.get("name")))


def _strict_project_key(project: Mapping[str, Any]) -> Hashable:
    return _project_key(project), project.get("kind"), project.get("number")


_MULTIPLE: dict[str, dict[str, Key]] = {
    "counts": {"": _count_key, "_strict": _strict_count_key},
    "projects": {"": _project_key, "_strict": _strict_project_key},
}


def _evaluate_multiple(
    tally: Tally,
    name: str,
    key: Key,
    loose_key: Key,
    letter: Gold,
    records: Sequence[Mapping[str, Any]],
    aligned: Sequence[Sequence[int]],
    miss: Callable[[str, object, object, str], None],
) -> None:
    """Pair the values of a field within aligned statements; each extracted value serves once."""
    field_name = name.removesuffix("_strict")
    free = {
        (index, place): value
        for index, record in enumerate(records)
        for place, value in enumerate(record.get(field_name) or [])
    }

    def take(value: Mapping[str, Any], indices: Sequence[int], by: Key) -> bool:
        for index in indices:
            for place in range(len(records[index].get(field_name) or [])):
                if (index, place) in free and by(free[index, place]) == by(value):
                    del free[index, place]
                    return True
        return False

    pairs = list(zip(letter["statements"], aligned, strict=True))
    # Statements with ignored values come last, so that those take nothing which another statement asks for.
    pairs.sort(key=lambda pair: any(value.get("ignore") for value in pair[0][field_name]))
    for gold, indices in pairs:
        for value in gold[field_name]:
            if value.get("ignore"):
                _ = take(value, indices, key) or take(value, indices, loose_key)
            elif take(value, indices, key):
                tally.true_positives += 1
            else:
                tally.false_negatives += 1
                miss(name, value, None, gold["text"])
    tally.false_positives += len(free)
    for (index, _), value in free.items():
        miss(name, None, {k: value.get(k) for k in value if k not in _CARRIED}, records[index]["statement"])


#: Keys of exported values that are of no use beside a gold value.
_CARRIED = frozenset({"evidence", "reason", "id", "confidence", "alternatives", "method"})
