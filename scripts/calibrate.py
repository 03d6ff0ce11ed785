"""Fit anew what the confidences are worth: `make calibration` writes src/extract/fields/data/calibration.toml.

The letters of annotations/train.jsonl are extracted with the confidences that the methods state, and held against their
gold. The classifiers of domains, denials and bare numbers have learnt from these letters as well, so each is judged by
such as have learnt from others only: otherwise their confidence would be measured on what they know. The finders have
learnt from these letters in their way, too: by being mended. Letters whose first run was kept (`first_run.py`) are
taken as they were found then. Dev and test letters are never fitted on: `extract evaluate` tells how well it holds.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from pathlib import Path

import train_denials
import train_numbers
from first_run import FIRST_RUNS, judge, load_first_runs
from linear_training import is_held_out
from train_domains import folds, load_samples

from extract.evaluation import load_lines
from extract.evaluation.fitting import Fit, fit, fit_completeness
from extract.evaluation.report import CALIBRATED_FIELDS
from extract.evaluation.tallies import Judgement
from extract.fields.domains import domains_by
from extract.fields.linear import in_place_of

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "annotations" / "train.jsonl"
CALIBRATION = ROOT / "src" / "extract" / "fields" / "data" / "calibration.toml"
HEAD = """\
# What the confidences that the methods state are worth: `make calibration` makes it from annotations/train.jsonl.
# In each field: intercept and slope of the line over log-odds, what each method adds, and the greatest confidence.
# [completeness] is of statements: how likely nothing was overlooked, and what each sign of an oversight adds.
# The errors are expected calibration errors, as stated and as calibrated (each letter by a fit to the others).
"""


def main() -> None:
    """Fit each field and write the file."""
    judgements = judge_letters()
    lines = [HEAD, "[fitted_on]", f'sha256 = "{hashlib.sha256(GOLD.read_bytes()).hexdigest()}"']
    lines.append(f'first_runs = "{hashlib.sha256(FIRST_RUNS.read_bytes()).hexdigest()}"')
    lines.append(f"letters = {len(load_lines(GOLD))}")
    print("field             values  wrong   error stated → calibrated   log loss stated → calibrated")
    for field in CALIBRATED_FIELDS:
        fitted = fit([each for each in judgements if each.field == field])
        lines += ["", *_table(field, fitted)]
        print(
            f"{field:<16} {fitted.values:>7} {fitted.wrong:>6}   {fitted.error[0]:>12.3f} → {fitted.error[1]:.3f}"
            f"{fitted.loss[0]:>22.3f} → {fitted.loss[1]:.3f}"
        )
    statements = [each for each in judgements if each.field == "completeness"]
    intercept, most, added = fit_completeness(statements)
    lines += ["", "[completeness]", f"values = {len(statements)}", f"wrong = {sum(not s.right for s in statements)}"]
    lines += [f"intercept = {intercept:.4f}", f"most = {most:.4f}"]
    lines += [f"{kind} = {weight:.4f}" for kind, weight in added.items()]
    CALIBRATION.write_text("\n".join(lines) + "\n", encoding="utf-8")


def judge_letters() -> list[Judgement]:
    """Every value found in the letters of the gold, as sure as its method states, judged by the gold."""
    first = load_first_runs()
    met = {each.document for each in first}
    denials, numbers = train_denials.load_samples(), train_numbers.load_samples()
    judgements = list(first)
    for domains, names in folds(load_samples(GOLD)):
        denial = train_denials.learn_from(s for s in denials if s.source not in names and not is_held_out(s.source))
        number = train_numbers.learn_from(s for s in numbers if s.source not in names and not is_held_out(s.source))
        with in_place_of("denial", denial), in_place_of("bare_number", number):
            judgements += judge({name: partial(domains_by, classifier=domains) for name in names if name not in met})
    return judgements


def _table(field: str, fitted: Fit) -> list[str]:
    line = fitted.calibration
    return [
        f"[fields.{field}]",
        f"values = {fitted.values}",
        f"wrong = {fitted.wrong}",
        f"error_stated = {fitted.error[0]:.4f}",
        f"error_calibrated = {fitted.error[1]:.4f}",
        f"intercept = {line.intercept:.4f}",
        f"slope = {line.slope:.4f}",
        f"most = {line.most:.4f}",
        f"[fields.{field}.methods]",
        # A JSON string is a TOML one as well.
        *(f"{json.dumps(name, ensure_ascii=False)} = {added:.4f}" for name, added in line.methods.items()),
    ]


if __name__ == "__main__":
    main()
