"""Learn anew which lemmas speak for which domain: `make domains` writes src/extract/fields/data/domain_classifier.json.

Only annotations/train.jsonl is learnt from. What is printed for it is cross-validated by letter (each letter is judged
by what was learnt from others); the dev letters are judged by what was learnt from all train letters.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from extract.codebook import load_codebook
from extract.fields.analysed import AnalysedLetter
from extract.fields.domain_classifier import GENERAL, DomainClassifier, features_of
from extract.fields.domains import domains_by
from extract.latvian.engines import load_engine
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.model import Engine
from extract.readers import read_document

ROOT = Path(__file__).resolve().parent.parent
TRAIN = ROOT / "annotations" / "train.jsonl"
TARGET = ROOT / "src" / "extract" / "fields" / "data" / "domain_classifier.json"
#: The inverse of the regularisation's strength, out of 0.3, 0.6, 1, 2 and 3 the least that costs nothing on the
#: cross-validated train letters and the dev letters.
STRENGTH = 1.0
FOLDS = 6


@dataclass(frozen=True)
class Sample:
    """A letter, the domain of each of its statements (None: not annotated), and whether it has no headings."""

    letter: AnalysedLetter
    domains: tuple[str | None, ...]
    is_plain: bool


def main() -> None:
    """Learn, print how well it went, and write the weights."""
    train, dev = load_samples(TRAIN), load_samples(TRAIN.with_name("dev.jsonl"))
    judged = [(train[name], learnt) for learnt, names in folds(train) for name in names]
    classifier = learn(train.values())
    print("plain letters          statements   right   among the first two")
    tell("train, terms alone", [(sample, None) for sample in train.values()])
    tell("train, cross-validated", judged)
    tell("dev, terms alone", [(sample, None) for sample in dev.values()])
    tell("dev", [(sample, classifier) for sample in dev.values()])
    write(classifier)


def load_samples(path: Path) -> dict[str, Sample]:
    """The letters of an annotated file, read and analysed, by their files' names."""
    codebook, language, engine = load_codebook(), load_language(), load_engine(Engine.SPACY)
    samples = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        gold: dict[str, Any] = json.loads(line)
        letter = read_letter(read_document(ROOT / "corpus" / "files" / gold["file"]), codebook, language)
        docs = tuple(engine.pipe(statement.text for statement in letter.statements))
        domains = {each["text"]: each["domain"] or GENERAL for each in gold["statements"]}
        told = tuple(domains.get(statement.text) for statement in letter.statements)
        samples[gold["file"]] = Sample(AnalysedLetter(letter, docs, codebook), told, gold["layout"] == "plain")
    return samples


def folds(samples: Mapping[str, Sample]) -> Iterator[tuple[DomainClassifier, list[str]]]:
    """A classifier learnt from some of the letters and the names of the others, until each was among these once."""
    names = sorted(samples)
    random.Random(0).shuffle(names)  # noqa: S311 - which letters are judged together
    for fold in range(FOLDS):
        yield learn([samples[name] for i, name in enumerate(names) if i % FOLDS != fold]), names[fold::FOLDS]


def learn(samples: Iterable[Sample]) -> DomainClassifier:
    """A classifier for the statements of these letters."""
    classes = (*load_codebook().domain_codes, GENERAL)
    known = [
        (features_of(doc), classes.index(domain))
        for sample in samples
        for doc, domain in zip(sample.letter.docs, sample.domains, strict=True)
        if domain is not None
    ]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([features for features, _ in known])
    # Without an intercept: words that nothing was learnt of are to speak for nothing.
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", fit_intercept=False, max_iter=1000)
    model.fit(table, [domain for _, domain in known])
    # Weights of a class that no letter has stay nothing.
    weights = np.zeros((len(classes), table.shape[1]))
    weights[model.classes_] = model.coef_
    names = vectorizer.get_feature_names_out()
    rounded = {str(name): tuple(round(float(w), 2) for w in weights[:, i]) for i, name in enumerate(names)}
    return DomainClassifier(classes, dict(sorted(rounded.items())))


def tell(name: str, judged: Sequence[tuple[Sample, DomainClassifier | None]]) -> None:
    """Print how many statements of plain letters get their domain."""
    right = second = asked = 0
    for sample, classifier in judged:
        if not sample.is_plain:
            continue
        for expected, found in zip(sample.domains, domains_by(sample.letter, classifier), strict=True):
            if expected in (None, GENERAL):
                continue
            told = (found.value, *found.alternatives[:1]) if found else ()
            asked, right, second = asked + 1, right + (expected in told[:1]), second + (expected in told)
    print(f"{name:<22} {asked:>10} {right / asked:>7.3f} {second / asked:>21.3f}")


def write(classifier: DomainClassifier) -> None:
    """Write the weights, one feature a line."""
    head = {
        "learnt_from": hashlib.sha256(TRAIN.read_bytes()).hexdigest(),
        "classes": classifier.classes,
    }
    lines = [f'"{key}": {json.dumps(value)},' for key, value in head.items()]
    rows = [f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in classifier.weights.items()]
    text = "{\n" + "\n".join(lines) + '\n"weights": {\n' + ",\n".join(rows) + "\n}\n}\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(rows)} features, {len(text) // 1000} kB")


if __name__ == "__main__":
    main()
