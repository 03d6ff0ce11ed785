"""Learn anew how denials of all measures are worded: `make denials` writes fields/data/denial_classifier.json.

Learnt from are the statements of annotations/train.jsonl and the sentences of annotations/denials, except test.toml.
What is printed is how many of the sentences of each file are told rightly by what was learnt from the other files, and
how many statements of the train letters by what was learnt from other letters; test.toml and the dev letters are told
by all that was learnt.
"""

from __future__ import annotations

import hashlib
import json
import random
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from extract.fields.denials.classifier import LEAST, DenialClassifier, features_of, has_sign
from extract.latvian.engines import load_engine
from extract.model import Engine

ROOT = Path(__file__).resolve().parent.parent
LETTERS = ROOT / "annotations" / "train.jsonl"
SENTENCES = ROOT / "annotations" / "denials"
HELD_OUT = "test"
TARGET = ROOT / "src" / "extract" / "fields" / "data" / "denial_classifier.json"
#: The inverse of the regularisation's strength, and how much a letter's statement counts beside a sentence written to
#: be learnt from: with 5 to 60 and 1 to 3 as much is told rightly of letters and sentences that were not learnt from.
STRENGTH, LETTER_WEIGHT = 20.0, 3.0
#: Features seen in fewer texts, and weights nearer to nothing, are left out.
LEAST_SEEN, LEAST_WEIGHT = 2, 0.15
FOLDS = 4


@dataclass(frozen=True)
class Sample:
    """A statement or sentence, where it stands, and whether it tells that nothing was done."""

    doc: Doc
    source: str
    is_letter: bool
    denies: bool


def main() -> None:
    """Learn, print how well it went, and write the weights."""
    samples = [*sentences(), *statements(LETTERS)]
    learnt_from = [sample for sample in samples if sample.source != HELD_OUT]
    print("told by what was learnt from others      of denials   others taken for denials")
    files = sorted({sample.source for sample in learnt_from if not sample.is_letter})
    for name in files:
        tell(name, learn(s for s in learnt_from if s.source != name), [s for s in samples if s.source == name])
    letters = sorted({sample.source for sample in learnt_from if sample.is_letter})
    random.Random(0).shuffle(letters)  # noqa: S311 - which letters are judged together
    for fold in range(FOLDS):
        judged = set(letters[fold::FOLDS])
        learnt = learn(s for s in learnt_from if s.source not in judged)
        tell(f"train letters, {fold + 1} of {FOLDS}", learnt, [s for s in samples if s.source in judged])
    classifier = learn(learnt_from)
    tell("test.toml", classifier, [sample for sample in samples if sample.source == HELD_OUT])
    tell("dev letters", classifier, statements(LETTERS.with_name("dev.jsonl")))
    write(classifier)


def sentences() -> list[Sample]:
    """The sentences of annotations/denials."""
    engine, found = load_engine(Engine.SPACY), []
    for path in sorted(SENTENCES.glob("*.toml")):
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


def learn(samples: Iterable[Sample]) -> DenialClassifier:
    """A classifier from these."""
    known = list(samples)
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([features_of(sample.doc) for sample in known])
    names = vectorizer.get_feature_names_out()
    often = np.asarray((table > 0).sum(axis=0)).ravel() >= LEAST_SEEN
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    weights = [LETTER_WEIGHT if sample.is_letter else 1.0 for sample in known]
    model.fit(table[:, often], [sample.denies for sample in known], sample_weight=weights)
    learnt = zip(names[often], model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 2) for name, weight in learnt if abs(weight) >= LEAST_WEIGHT}
    return DenialClassifier(round(float(model.intercept_[0]), 2), dict(sorted(kept.items())))


def tell(name: str, classifier: DenialClassifier, samples: Sequence[Sample]) -> None:
    """Print how many denials are found, and how much else is taken for one."""
    told = [has_sign(sample.doc) and classifier.probability(sample.doc) >= LEAST for sample in samples]
    found = sum(was for was, sample in zip(told, samples, strict=True) if sample.denies)
    wrong = sum(was for was, sample in zip(told, samples, strict=True) if not sample.denies)
    denials = sum(sample.denies for sample in samples)
    print(f"{name:<36} {found:>6} {denials:>9} {wrong:>14} of {len(samples) - denials}")


def write(classifier: DenialClassifier) -> None:
    """Write the weights, one feature a line."""
    rows = [f"{json.dumps(name, ensure_ascii=False)}: {weight}" for name, weight in classifier.weights.items()]
    head = f'"learnt_from": "{fingerprint()}",\n"intercept": {classifier.intercept},\n"weights": {{\n'
    text = "{\n" + head + ",\n".join(rows) + "\n}\n}\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(rows)} features, {len(text) // 1000} kB")


def fingerprint() -> str:
    """SHA-256 of all that is learnt from, in order of its names."""
    digest = hashlib.sha256(LETTERS.read_bytes())
    for path in sorted(SENTENCES.glob("*.toml")):
        if path.stem != HELD_OUT:
            digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
