"""Two evaluations side by side: what was gained and what was lost, by field and by value."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from extract.evaluation.intervals import Estimate, difference, estimate, score
from extract.evaluation.tallies import FIELDS, Miss, Tally

Tree = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's headline figure before and after, over the letters that both evaluations have.

    `change` has the interval of the difference, the letters drawn in pairs. `gained` counts the errors that are gone,
    `lost` those that are new; a value that is wrong in another way than before is in neither.
    """

    field: str
    before: float
    after: float
    change: Estimate
    gained: int
    lost: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from an earlier evaluation to a later one, and the letters that only one of them has.

    `otherwise` has the values that are still wrong, but in another way: the error before and after.
    """

    letters: int
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    fields: tuple[FieldChange, ...]
    gained: tuple[Miss, ...]
    lost: tuple[Miss, ...]
    otherwise: tuple[tuple[Miss, Miss], ...]

    def tree(self) -> dict[str, Any]:
        """The comparison for JSON."""
        return asdict(self)


def compare(before: Tree, after: Tree) -> Comparison:
    """Compare two trees of `report`. An error is the same where letter, field, sentence and both sides agree."""
    old, new = ({each["document"]: each for each in tree["by_letter"]} for tree in (before, after))
    common = sorted(set(old) & set(new))
    were, are = (_errors(tree, set(common)) for tree in (before, after))
    gained, lost = _beyond(were, are), _beyond(are, were)
    otherwise = _pair(gained, lost)
    changes = []
    for name in FIELDS:
        pair = [[_tally(side[each], name) for each in common] for side in (old, new)]
        figures = [estimate(tallies, score(name)) for tallies in pair] if common else []
        change = difference(pair[0], pair[1], score(name)) if common else None
        if change is None or not all(figures):
            continue
        first, second = (figure.value for figure in figures if figure is not None)
        count = [sum(miss.field == name for miss in misses) for misses in (gained, lost)]
        changes.append(FieldChange(name, first, second, change, *count))
    return Comparison(
        len(common),
        tuple(sorted(set(old) - set(new))),
        tuple(sorted(set(new) - set(old))),
        tuple(changes),
        tuple(gained),
        tuple(lost),
        tuple(otherwise),
    )


def _tally(letter: Tree, name: str) -> Tally:
    return Tally(*letter["tallies"].get(name, (0, 0, 0)))


def _errors(tree: Tree, documents: set[str]) -> list[Miss]:
    return [Miss(**error) for error in tree["errors"] if error["document"] in documents]


def _beyond(misses: list[Miss], others: list[Miss]) -> list[Miss]:
    """The misses that the others do not have, each as often as it is there more often."""
    left = Counter(_key(miss) for miss in others)
    found = []
    for miss in misses:
        if left[_key(miss)] > 0:
            left[_key(miss)] -= 1
        else:
            found.append(miss)
    return found


def _pair(gained: list[Miss], lost: list[Miss]) -> list[tuple[Miss, Miss]]:
    """Take out of both lists, and return together, what tells of the same value of the gold."""
    pairs = []
    for before in list(gained):
        for after in lost:
            same = (before.document, before.field, before.statement) == (after.document, after.field, after.statement)
            if same and before.expected is not None and before.expected == after.expected:
                gained.remove(before)
                lost.remove(after)
                pairs.append((before, after))
                break
    return pairs


def _key(miss: Miss) -> str:
    return json.dumps(asdict(miss), ensure_ascii=False, sort_keys=True)
