"""Learn anew how denials of all measures are worded: `make denials` writes fields/data/denial_classifier.json.

Learnt from are the statements of annotations/train.jsonl and the sentences of annotations/denials, except those of test
files. What is printed is how many of the sentences of each file are told rightly by what was learnt from the other
files, and how many statements of the train letters by what was learnt from other letters; those of test files and the
dev letters are told by all that was learnt.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from linear_training import LETTERS, ROOT, learn, learn_and_judge, sentence_files, tell, write_linear
from spacy.tokens import Doc

from extract.fields.denials.features import features_of, has_sign
from extract.fields.linear import LinearClassifier
from extract.fields.no_measures import LEAST
from extract.latvian.engines import load_engine
from extract.model import Engine

SENTENCES = ROOT / "annotations" / "denials"
#: The inverse of the regularisation's strength, and how much a letter's statement counts beside a sentence written to
#: be learnt from: with 5 to 60 and 1 to 3 as much is told rightly of letters and sentences that were not learnt from.
STRENGTH, LETTER_WEIGHT = 20.0, 3.0
LEAST_WEIGHT = 0.15


@dataclass(frozen=True)
class Sample:
    """A statement or sentence, where it stands, and whether it tells that nothing was done."""

    doc: Doc
    source: str
    is_letter: bool
    denies: bool


def main() -> None:
    """Learn, print how well it went, and write the weights."""
    print("told by what was learnt from others      denials         others taken for one")
    classifier = learn_and_judge(load_samples(), learn_from, judge)
    judge("dev letters", classifier, statements(LETTERS.with_name("dev.jsonl")))
    write_linear("denial", classifier, SENTENCES)


def load_samples() -> list[Sample]:
    """All sentences, and the statements of the train letters."""
    return [*sentences(), *statements(LETTERS)]


def sentences() -> list[Sample]:
    """The sentences of annotations/denials."""
    engine, found = load_engine(Engine.SPACY), []
    for path in sentence_files(SENTENCES):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for key, denies in (("nothing_done", True), ("something_else", False)):
            found += [Sample(doc, path.stem, False, denies) for doc in engine.pipe(data[key])]
    return found


def statements(path: Path) -> list[Sample]:
    """The statements of an annotated file of letters."""
    engine, found = load_engine(Engine.SPACY), []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        docs = engine.pipe(statement["text"] for statement in gold["statements"])
        for doc, statement in zip(docs, gold["statements"], strict=True):
            found.append(Sample(doc, gold["file"], True, statement["no_measures"]))
    return found


def learn_from(samples: Iterable[Sample]) -> LinearClassifier:
    """A classifier from these."""
    known = list(samples)
    return learn(
        [features_of(sample.doc) for sample in known],
        [sample.denies for sample in known],
        [LETTER_WEIGHT if sample.is_letter else 1.0 for sample in known],
        strength=STRENGTH,
        least_weight=LEAST_WEIGHT,
    )


def judge(name: str, classifier: LinearClassifier, samples: Sequence[Sample]) -> None:
    """Print how well the classifier tells these."""
    told = [has_sign(sample.doc) and classifier.probability(features_of(sample.doc)) >= LEAST for sample in samples]
    tell(name, ((sample.denies, was) for sample, was in zip(samples, told, strict=True)))


if __name__ == "__main__":
    main()
