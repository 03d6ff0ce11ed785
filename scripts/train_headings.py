"""Learn anew which headings name which domain: `make domains` writes src/extract/fields/data/heading_classifier.json.

Learnt from are the headings of annotations/domains, except those of test files. What is printed is how many headings of
each file are told rightly by what was learnt from the other files together with the codebook's words, and by these
alone.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence

from linear_training import fingerprint, is_held_out, learn_classes, sentence_files, write
from train_domains import SENTENCES

from extract.codebook import load_codebook
from extract.fields.domain_evidence import lexicon_of
from extract.fields.domains import named_by, weigh_heading
from extract.fields.heading_classifier import NO_FIELD, HeadingClassifier, features_of

CODES = load_codebook().domain_codes
CLASSES = (*CODES, NO_FIELD)
#: The inverse of the regularisation's strength: with 30 to 100 as much is told rightly of files not learnt from.
STRENGTH = 50.0

#: A heading and its class.
Sample = tuple[str, str]


def main() -> None:
    """Learn, print how well it went, and write the weights."""
    files = {path.stem: load_samples(path.read_text(encoding="utf-8")) for path in sentence_files(SENTENCES)}
    learnt_from = {name: samples for name, samples in files.items() if not is_held_out(name)}
    print("headings               right   left open   wrong, by words alone   right   left open   wrong")
    for name, samples in learnt_from.items():
        tell(name, samples, learn([each for other in learnt_from if other != name for each in learnt_from[other]]))
    classifier = learn([each for samples in learnt_from.values() for each in samples])
    for name in sorted(files.keys() - learnt_from.keys()):
        tell(name, files[name], classifier)
    head = {"learnt_from": fingerprint(SENTENCES), "classes": CLASSES, "intercepts": classifier.intercepts}
    write("heading", head, classifier.weights)


def load_samples(text: str) -> list[Sample]:
    """The headings of a file's text."""
    data = tomllib.loads(text)
    named = [(heading, domain) for heading, domain in data["headings"]]
    return named + [(heading, NO_FIELD) for heading in data["not_fields"]]


def learn(samples: Sequence[Sample]) -> HeadingClassifier:
    """A classifier from these headings."""
    features = [features_of(heading) for heading, _ in samples]
    classes = [CLASSES.index(domain) for _, domain in samples]
    intercepts, weights = learn_classes(features, classes, len(CLASSES), strength=STRENGTH, has_prior=True)
    return HeadingClassifier(CLASSES, intercepts, weights)


def tell(name: str, samples: Sequence[Sample], classifier: HeadingClassifier) -> None:
    """Print how many headings are told rightly, left open though they name a domain, or told wrongly."""
    columns = []
    for used in (classifier, None):
        outcomes = Counter(outcome(heading, domain, used) for heading, domain in samples)
        columns.append(f"{outcomes['right']:>8} {outcomes['open']:>11} {outcomes['wrong']:>7}")
    print(f"{name:<19} {columns[0]} {' ' * 16} {columns[1]}")


def outcome(heading: str, domain: str, classifier: HeadingClassifier | None) -> str:
    """Whether a heading is told right, wrong, or left open though it names a domain."""
    named = named_by(weigh_heading(lexicon_of(load_codebook()), classifier, heading))
    told = NO_FIELD if named is None else CODES[named]
    if told == domain:
        return "right"
    return "open" if told == NO_FIELD else "wrong"


if __name__ == "__main__":
    main()
