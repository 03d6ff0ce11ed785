"""Fit anew what the confidences are worth: `make calibration` writes src/extract/fields/data/calibration.toml.

The letters of annotations/train.jsonl are extracted with the confidences that the methods state, and held against their
gold. The domain classifier has learnt from these letters as well, so each is judged by one that has learnt from others
only (`train_domains.py`): otherwise its confidence would be measured on what it knows. Dev and test letters are never
fitted on: `extract evaluate` tells how well the calibration holds there.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from functools import partial
from pathlib import Path

from train_domains import folds, load_samples

from extract.codebook import load_codebook
from extract.dataset import Provenance, open_dataset
from extract.evaluation import evaluate, frames_of, load_lines
from extract.evaluation.fitting import Fit, fit, fit_completeness
from extract.evaluation.report import CALIBRATED_FIELDS
from extract.evaluation.tallies import Judgement
from extract.exports import record_lines
from extract.fields.domains import domains_by
from extract.latvian.engines import load_engine
from extract.model import Engine
from extract.pipeline import find_values
from extract.readers import read_document

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "annotations" / "train.jsonl"
LETTERS = ROOT / "corpus" / "files"
CALIBRATION = ROOT / "src" / "extract" / "fields" / "data" / "calibration.toml"
HEAD = """\
# What the confidences that the methods state are worth: `make calibration` makes it from annotations/train.jsonl.
# In each field: intercept and slope of the line over log-odds, what each method adds, and the greatest confidence.
# [completeness] is of statements: how likely nothing was overlooked, and what each sign of an oversight adds.
# The errors are expected calibration errors, as stated and as calibrated (each letter by a fit to the others).
"""


def main() -> None:
    """Fit each field and write the file."""
    judgements = judge()
    lines = [HEAD, "[fitted_on]", f'sha256 = "{hashlib.sha256(GOLD.read_bytes()).hexdigest()}"']
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


def judge() -> list[Judgement]:
    """Every value found in the letters of the gold, as sure as its method states, judged by the gold."""
    letters, codebook, language = load_lines(GOLD), load_codebook(), load_engine(Engine.SPACY)
    with tempfile.TemporaryDirectory() as folder, open_dataset(str(Path(folder) / "letters.sqlite")) as dataset:
        with dataset.begin_run(Provenance("uncalibrated", "", codebook.version, codebook.sha256)) as run:
            for learnt, names in folds(load_samples(GOLD)):
                for name in names:
                    document = read_document(LETTERS / name)
                    run.save(find_values(document, codebook, language, partial(domains_by, classifier=learnt)))
        return evaluate(letters, record_lines(dataset), frames_of(dataset.letters())).judgements


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
