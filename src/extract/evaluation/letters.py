"""One letter's records beside its gold.

The rules are those of the codebook's scorer. A gold statement is aligned with the extracted statements that share at
least three quarters of its words, so a tool may cut sentences otherwise than the gold does. A count is found when value
and unit agree in an aligned statement, `strict` also asks bound, group and role; a project when its canonical name
agrees, `strict` also asks kind and number. What the gold marks "ignore" is neither asked for nor held against a tool.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from extract.evaluation.alignment import align, words_of
from extract.evaluation.tallies import (
    Evaluation,
    JudgedStatement,
    Judgement,
    LetterScores,
    Miss,
    Tally,
)
from extract.model import Layout

if TYPE_CHECKING:
    from extract.dataset import StoredLetter

Tree = Mapping[str, Any]
Key = Callable[[Tree], Hashable]
#: What stands for values that the letter as a whole has no word on.
_NO_FRAME: Tree = {}


def evaluate(letters: Iterable[Tree], records: Iterable[Tree], frames: Mapping[str, Tree] = _NO_FRAME) -> Evaluation:
    """Hold `records` (exported statements) against `letters` (gold, one object a letter with its statements).

    `frames` gives for a document its "respondent" and "reporting_years", each None or with "value", "confidence" and
    "method"; the reporting years are told nowhere else, and are not judged without.
    """
    by_document: dict[str, list[Tree]] = {}
    for record in records:
        by_document.setdefault(record["document"], []).append(record)
    return Evaluation(
        tuple(
            _LetterJudge(letter, by_document.get(letter["file"], []), frames.get(letter["file"])).judge()
            for letter in letters
        )
    )


def frames_of(letters: Iterable[StoredLetter]) -> dict[str, Tree]:
    """What the frames of stored letters tell, as `evaluate` takes it."""
    return {
        letter.name: {
            field: {"value": found.value, "confidence": found.confidence, "method": found.method} if found else None
            for field, found in (
                ("respondent", letter.frame.respondent),
                ("reporting_years", letter.frame.reporting_years),
            )
        }
        for letter in letters
    }


def _count_key(count: Tree) -> Hashable:
    return count.get("value"), count.get("unit")


def _strict_count_key(count: Tree) -> Hashable:
    return (*(count.get(part) for part in ("value", "unit", "bound", "role")), (count.get("group") or "").casefold())


def _project_key(project: Tree) -> Hashable:
    return tuple(words_of(project.get("name")))


def _strict_project_key(project: Tree) -> Hashable:
    return _project_key(project), project.get("kind"), project.get("number")


_MULTIPLE: dict[str, dict[str, Key]] = {
    "counts": {"": _count_key, "_strict": _strict_count_key},
    "projects": {"": _project_key, "_strict": _strict_project_key},
}
#: Fields whose values can be overlooked; every other has one for each statement or letter.
_OVERLOOKED = ("counts", "projects", "no_measures")
#: The parts of a count or project that are values.
_PARTS = {
    "counts": ("text", "value", "bound", "unit", "group", "role"),
    "projects": ("text", "name", "kind", "number"),
}


class _LetterJudge:
    """Holds one letter's records against its gold statements."""

    def __init__(self, letter: Tree, records: Sequence[Tree], frame: Tree | None) -> None:
        file = letter["file"]
        ending = PurePath(file).suffix.lstrip(".").lower()
        self._scores = LetterScores(
            file, letter.get("layout") or "–", f"{ending}, scanned" if letter.get("scanned") else ending
        )
        self._letter = letter
        self._frame = frame
        self._golds: Sequence[Tree] = letter["statements"]
        self._records = records
        self._aligned = align(self._golds, records)
        self._respondent_is_right = False
        #: Statements with anything wrong or missing: by the place of the gold statement, and of the record.
        self._wrong_golds: set[int] = set()
        self._wrong_records: set[int] = set()
        #: Gold statements of which a value was overlooked.
        self._incomplete: set[int] = set()

    def judge(self) -> LetterScores:
        self._judge_frame()
        self._judge_statements()
        for place, gold in enumerate(self._golds):
            self._judge_single_values(place, gold)
        for name, keys in _MULTIPLE.items():
            for suffix, key in keys.items():
                self._judge_multiple(name, suffix, key, keys[""])
        self._judge_whole_statements()
        return self._scores

    def _miss(
        self, name: str, expected: object, found: object, gold: int | None = None, record: int | None = None
    ) -> None:
        if gold is not None:
            self._wrong_golds.add(gold)
            if expected and not found and name in _OVERLOOKED:
                self._incomplete.add(gold)
        if record is not None:
            self._wrong_records.add(record)
        text = ""
        if gold is not None:
            text = self._golds[gold]["text"]
        elif record is not None:
            text = self._records[record]["statement"]
        self._scores.misses.append(Miss(self._scores.document, name, expected, found, text))

    def _note(self, name: str, finding: Tree | None, right: bool) -> None:
        """Remember how sure a value was that turned out right or wrong; other tools' records may not tell."""
        if finding is not None and finding.get("confidence") is not None:
            judged = Judgement(self._scores.document, name, finding["method"], finding["confidence"], right)
            self._scores.judgements.append(judged)

    def _judge_frame(self) -> None:
        expected = self._letter["respondent"]
        told = {record.get("respondent") for record in self._records}
        self._respondent_is_right = told == {expected}
        self._scores.tallies["respondent"].add(self._respondent_is_right, told)
        if not self._respondent_is_right:
            self._miss("respondent", expected, ", ".join(sorted(str(each) for each in told)) or None)
        if self._frame is None:
            return
        respondent = self._frame["respondent"]
        self._note("respondent", respondent, respondent is not None and respondent["value"] == expected)
        asked = self._letter.get("reporting_years")
        if asked is not None:
            finding = self._frame["reporting_years"]
            found = list(finding["value"]) if finding else None
            self._scores.tallies["reporting_years"].add(found == asked, found)
            self._note("reporting_years", finding, found == asked)
            if found != asked:
                self._miss("reporting_years", asked, found)

    def _judge_statements(self) -> None:
        tally = self._scores.tallies["statements"]
        used = {index for indices in self._aligned for index in indices}
        tally.true_positives += sum(1 for indices in self._aligned if indices)
        tally.false_positives += len(self._records) - len(used)
        for index, record in enumerate(self._records):
            if index not in used:
                self._miss("statements", None, record["statement"], record=index)
        for place, indices in enumerate(self._aligned):
            if not indices:
                tally.false_negatives += 1
                self._miss("statements", self._golds[place]["text"], None, gold=place)

    def _judge_single_values(self, place: int, gold: Tree) -> None:
        indices = self._aligned[place]
        best: Tree = self._records[indices[0]] if indices else {}
        findings: Tree = best.get("findings") or {}
        tallies = self._scores.tallies
        if gold["years"] is not None:
            right = bool(best) and sorted(best.get("years") or []) == gold["years"]
            tallies["years"].add(right, best.get("years"))
            self._note("years", findings.get("years"), right)
            if not right:
                self._miss("years", gold["years"], best.get("years"), gold=place)
        if gold["domain"]:
            self._judge_domain(place, gold["domain"], best.get("domain"), findings.get("domain"))
        expected, found = bool(gold["no_measures"]), bool(best.get("no_measures"))
        tallies["no_measures"].true_positives += expected and found
        tallies["no_measures"].false_negatives += expected and not found
        tallies["no_measures"].false_positives += found and not expected
        if found:
            self._note("no_measures", findings.get("no_measures"), expected)
        if expected != found:
            self._miss("no_measures", expected, found, gold=place)

    def _judge_domain(self, place: int, expected: str, found: str | None, finding: Tree | None) -> None:
        tallies, right = self._scores.tallies, found == expected
        others = (finding.get("alternatives") or []) if finding else []
        tallies["domain"].add(right, found)
        tallies["domain_first_two"].add(expected in (found, *others[:1]), found)
        tallies["domain_plain" if self._scores.layout == Layout.PLAIN else "domain_structured"].add(right, found)
        self._scores.confusions[expected, found] += 1
        self._note("domain", finding, right)
        if not right:
            self._miss("domain", expected, found, gold=place)

    def _judge_multiple(self, name: str, suffix: str, key: Key, loose_key: Key) -> None:
        """Pair the values of a field within aligned statements; each extracted value serves once."""
        tally: Tally = self._scores.tallies[name + suffix]
        free: dict[tuple[int, int], Tree] = {
            (index, place): value
            for index, record in enumerate(self._records)
            for place, value in enumerate(record.get(name) or [])
        }

        def take(value: Tree, indices: Sequence[int], by: Key) -> Tree | None:
            for index in indices:
                for place in range(len(self._records[index].get(name) or [])):
                    if (index, place) in free and by(free[index, place]) == by(value):
                        return free.pop((index, place))
            return None

        # Statements with ignored values come last, so that those take nothing which another statement asks for.
        order = sorted(
            range(len(self._golds)), key=lambda i: any(value.get("ignore") for value in self._golds[i][name])
        )
        for position in order:
            indices = self._aligned[position]
            for value in self._golds[position][name]:
                if value.get("ignore"):
                    _ = take(value, indices, key) or take(value, indices, loose_key)
                elif (found := take(value, indices, key)) is not None:
                    tally.true_positives += 1
                    if suffix:
                        self._note(name, found, True)
                else:
                    tally.false_negatives += 1
                    self._miss(name + suffix, self._parts(name, value), None, gold=position)
        tally.false_positives += len(free)
        for (index, _), value in free.items():
            if suffix:
                self._note(name, value, False)
            self._miss(name + suffix, None, self._parts(name, value), record=index)

    @staticmethod
    def _parts(name: str, value: Tree) -> dict[str, Any]:
        return {part: value.get(part) for part in _PARTS[name] if part in value}

    def _judge_whole_statements(self) -> None:
        """Whether each record is right as a whole, and all of the gold statements that it stands for."""
        wrong, incomplete = set(self._wrong_records), set()
        for place, indices in enumerate(self._aligned):
            if place in self._wrong_golds and indices:
                wrong.add(indices[0])
            if place in self._incomplete and indices:
                incomplete.add(indices[0])
        for index, record in enumerate(self._records):
            confidence = record.get("confidence")
            if confidence is not None:
                right = self._respondent_is_right and index not in wrong
                signs, complete = record.get("signs") or (), record.get("completeness", 1.0)
                sure = min(confidence, complete) if signs else confidence
                self._scores.statements.append(JudgedStatement(sure, bool(record.get("attention")), right))
                if "completeness" in record:
                    kinds = "+".join(sorted({sign["kind"] for sign in signs}))
                    finding = {"confidence": complete, "method": kinds}
                    self._note("completeness", finding, index not in incomplete)
