"""Judge letters that the finders have not been mended by: python scripts/first_run.py FILE… appends what came of it.

Run it when fresh letters of `annotations/train.jsonl` come in, before anybody reads their errors: `make calibration`
then takes these letters as they were found at first, since once the finders have been mended by them they no longer
show how sure one can be of a letter that nobody has seen. Writes `annotations/first_runs.csv`, a judgement a row.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from extract.codebook import load_codebook
from extract.dataset import Provenance, open_dataset
from extract.evaluation import evaluate, frames_of, load_lines
from extract.evaluation.tallies import Judgement
from extract.exports import record_lines
from extract.fields.domains import find_domains
from extract.latvian.engines import load_engine
from extract.model import Engine
from extract.pipeline import DomainFinder, find_values
from extract.readers import read_document

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "annotations" / "train.jsonl"
FIRST_RUNS = ROOT / "annotations" / "first_runs.csv"
LETTERS = ROOT / "corpus" / "files"


def main() -> None:
    """The command line."""
    names = sys.argv[1:]
    met = {each.document for each in load_first_runs()}
    if not names or (again := met & set(names)):
        sys.exit("Name letters of corpus/files." if not names else f"Met before: {', '.join(sorted(again))}.")
    judged = judge(dict.fromkeys(names, find_domains))
    with FIRST_RUNS.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            (each.document, each.field, each.method, each.confidence, int(each.right)) for each in judged
        )
    print(f"{len(names)} letters, {len(judged)} judgements, {sum(not each.right for each in judged)} wrong")


def load_first_runs() -> list[Judgement]:
    """The judgements kept so far."""
    with FIRST_RUNS.open(encoding="utf-8", newline="") as file:
        return [
            Judgement(row["document"], row["field"], row["method"], float(row["confidence"]), row["right"] == "1")
            for row in csv.DictReader(file)
        ]


def judge(domains_of: Mapping[str, DomainFinder]) -> list[Judgement]:
    """Every value found in the letters named, as sure as its method states, judged by the gold.

    `domains_of` has for each letter what finds its domains.
    """
    codebook, language = load_codebook(), load_engine(Engine.SPACY)
    with tempfile.TemporaryDirectory() as folder, open_dataset(str(Path(folder) / "letters.sqlite")) as dataset:
        with dataset.begin_run(Provenance("uncalibrated", "", codebook.version, codebook.sha256)) as run:
            for name, finder in domains_of.items():
                run.save(find_values(read_document(LETTERS / name), codebook, language, finder))
        gold = _chosen(load_lines(GOLD), domains_of)
        return evaluate(gold, record_lines(dataset), frames_of(dataset.letters())).judgements


def _chosen(letters: Iterable[dict[str, object]], names: Collection[str]) -> list[dict[str, object]]:
    chosen = [letter for letter in letters if letter["file"] in names]
    if len(chosen) != len(names):
        raise SystemExit(f"Not all in {GOLD.name}: {', '.join(sorted(names))}.")
    return chosen


if __name__ == "__main__":
    main()
