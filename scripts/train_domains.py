"""Learn anew which lemmas speak for which domain: `make domains` writes src/extract/fields/data/domain_classifier.json.

Learnt from are annotations/train.jsonl and the sentences of annotations/domains, except those of test files. What is
printed for the train letters is cross-validated by letter (each letter is judged by what was learnt from others); the
dev letters and the sentences held out are judged by what was learnt from all.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linear_training import LETTERS, ROOT, dealt, fingerprint, is_held_out, learn_classes, sentence_files, write
from spacy.tokens import Doc

from extract.codebook import load_codebook
from extract.fields.analysed import AnalysedLetter
from extract.fields.domain_classifier import GENERAL, DomainClassifier, features_of
from extract.fields.domains import domains_by
from extract.latvian.engines import load_engine
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.model import Engine
from extract.readers import read_document

SENTENCES = ROOT / "annotations" / "domains"
CLASSES = (*load_codebook().domain_codes, GENERAL)
#: The inverse of the regularisation's strength, out of 0.6, 1 and 2 what tells most of the cross-validated letters.
STRENGTH = 2.0
FOLDS = 6


@dataclass(frozen=True)
class Sample:
    """A letter, the domain of each of its statements (None: not annotated), and whether it has no headings."""

    letter: AnalysedLetter
    domains: tuple[str | None, ...]
    is_plain: bool


def main() -> None:
    """Learn, print how well it went, and write the weights."""
    train, dev = load_samples(LETTERS), load_samples(LETTERS.with_name("dev.jsonl"))
    judged = [(train[name], learnt) for learnt, names in folds(train) for name in names]
    classifier = learn(train.values())
    print("plain letters          statements   right   among the first two")
    tell("train, terms alone", [(sample, None) for sample in train.values()])
    tell("train, cross-validated", judged)
    tell("dev, terms alone", [(sample, None) for sample in dev.values()])
    tell("dev", [(sample, classifier) for sample in dev.values()])
    held_out = [(classifier.weigh(doc), domain) for doc, domain in sentences(held_out=True)]
    right = sum(CLASSES[nats.index(max(nats[:-1]))] == domain for nats, domain in held_out)
    print(f"sentences held out, by the classifier alone: {right} of {len(held_out)}")
    head = {"learnt_from": fingerprint(SENTENCES), "classes": CLASSES}
    write("domain", head, classifier.weights)


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
    for judged in dealt(samples, FOLDS):
        yield learn([sample for name, sample in samples.items() if name not in judged]), judged


@cache
def sentences(*, held_out: bool) -> list[tuple[Doc, str]]:
    """The sentences of annotations/domains with their domains: those that are held out, or those to learn from."""
    told = [
        pair
        for path in sentence_files(SENTENCES)
        if is_held_out(path.stem) == held_out
        for pair in tomllib.loads(path.read_text(encoding="utf-8"))["sentences"]
    ]
    docs = load_engine(Engine.SPACY).pipe(text for text, _ in told)
    return [(doc, domain) for doc, (_, domain) in zip(docs, told, strict=True)]


def learn(samples: Iterable[Sample]) -> DomainClassifier:
    """A classifier from the statements of these letters and from the sentences that are not held out."""
    known = [
        (doc, domain)
        for sample in samples
        for doc, domain in zip(sample.letter.docs, sample.domains, strict=True)
        if domain is not None
    ]
    known += sentences(held_out=False)
    _, weights = learn_classes(
        [features_of(doc) for doc, _ in known],
        [CLASSES.index(domain) for _, domain in known],
        len(CLASSES),
        strength=STRENGTH,
        has_prior=False,
    )
    return DomainClassifier(CLASSES, weights)


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


if __name__ == "__main__":
    main()
