"""An evaluation as one tree for JSON: every figure with its interval, every error, and each letter's tallies."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from extract.errors import UsageError
from extract.evaluation.gold import first_fault
from extract.evaluation.intervals import LEVEL, RESAMPLES, SEED, Estimate, estimate, f1, precision, recall, score
from extract.evaluation.reliability import LEVELS, TARGET, Coverage, acceptance, coverage, reliability
from extract.evaluation.tallies import ACCURACY_FIELDS, FIELDS, Evaluation, LetterScores, Miss
from extract.model import Message

#: Changes when a reader of the tree has to.
VERSION: Literal[1] = 1
#: Fields whose values state a confidence, in the codebook's order.
CALIBRATED_FIELDS = ("respondent", "reporting_years", "years", "domain", "counts", "projects", "no_measures")
#: These, and of statements that nothing was overlooked in them.
JUDGED_FIELDS = (*CALIBRATED_FIELDS, "completeness")


class _Letter(BaseModel):
    document: str
    tallies: dict[str, tuple[int, int, int]]


class _Report(BaseModel):
    """What a comparison reads of the tree."""

    version: Literal[1]
    by_letter: list[_Letter]
    errors: list[Miss]


def report(evaluation: Evaluation) -> dict[str, Any]:
    """Everything that the evaluation tells. Figures are None where there is nothing to tell."""
    return {
        "version": VERSION,
        "intervals": {"level": LEVEL, "method": "bootstrap over letters", "resamples": RESAMPLES, "seed": SEED},
        "letters": len(evaluation.letters),
        "fields": _fields(evaluation.letters),
        "by_layout": _groups(evaluation.groups(lambda letter: letter.layout)),
        "by_format": _groups(evaluation.groups(lambda letter: letter.format)),
        "domains": [
            {"expected": expected, "found": found, "statements": number}
            for (expected, found), number in sorted(evaluation.confusions.items(), key=str)
        ],
        "confidence": _confidence(evaluation),
        "errors": [asdict(miss) for miss in evaluation.misses],
        "by_letter": [
            {
                "document": letter.document,
                "layout": letter.layout,
                "format": letter.format,
                "tallies": {
                    name: [tally.true_positives, tally.false_positives, tally.false_negatives]
                    for name, tally in letter.tallies.items()
                },
            }
            for letter in evaluation.letters
        ],
    }


def load_report(path: Path) -> dict[str, Any]:
    """The tree that `report` made and a file holds. Raises UsageError where the file has none."""
    try:
        tree: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        _Report.model_validate(tree)
    except (OSError, ValueError) as error:
        why = first_fault(error) if isinstance(error, ValidationError) else str(error)
        raise UsageError(
            Message("{file} is no earlier evaluation: {error}.", {"file": str(path), "error": why}),
            Message("Give a file that `extract evaluate … --output FILE` has written."),
        ) from error
    return tree


def _fields(letters: Sequence[LetterScores]) -> dict[str, Any]:
    fields = {}
    for name in FIELDS:
        tallies = [letter.tallies[name] for letter in letters]
        tally = sum(tallies, type(tallies[0])())
        fields[name] = {
            "measure": "accuracy" if name in ACCURACY_FIELDS else "f1",
            "true_positives": tally.true_positives,
            "false_positives": tally.false_positives,
            "false_negatives": tally.false_negatives,
            "score": _estimate(estimate(tallies, score(name))),
            "precision": _estimate(estimate(tallies, precision)),
            "recall": _estimate(estimate(tallies, recall)),
            "f1": _estimate(estimate(tallies, f1)),
        }
    return fields


def _groups(groups: dict[str, Evaluation]) -> dict[str, Any]:
    return {name: {"letters": len(group.letters), "fields": _fields(group.letters)} for name, group in groups.items()}


def _estimate(estimate: Estimate | None) -> dict[str, float | None] | None:
    return asdict(estimate) if estimate else None


def _confidence(evaluation: Evaluation) -> dict[str, Any]:
    judged = {name: [each for each in evaluation.judgements if each.field == name] for name in JUDGED_FIELDS}
    fields = {}
    for name, judgements in judged.items():
        measured = reliability(judgements)
        if measured is not None:
            fields[name] = {
                "values": measured.values,
                "wrong": measured.wrong,
                "expected_calibration_error": measured.error,
                "bins": [asdict(each) for each in measured.bins],
                "coverage": _coverage(coverage(judgements)),
            }
    accepted = [acceptance(evaluation.statements, level) for level in LEVELS]
    return {"target": TARGET, "fields": fields, "statements": [_coverage(each) for each in accepted]}


def _coverage(coverage: Coverage | None) -> dict[str, float] | None:
    return {**asdict(coverage), "share": coverage.share} if coverage else None
