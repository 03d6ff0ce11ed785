"""Learn anew which numbers without a noun count people: `make numbers` writes fields/data/bare_number_classifier.json.

Learnt from are the numbers without a noun in annotations/train.jsonl and in the sentences of annotations/bare_numbers,
except those of test files; a stroke there parts statements that follow each other. What is printed is how many of the
numbers of each file are told rightly by what was learnt from the other files, and of the train letters by what was
learnt from other letters; those of test files by all that was learnt.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linear_training import LETTERS, ROOT, learn, learn_and_judge, sentence_files, tell, write_linear
from train_domains import load_samples as load_letters

from extract.codebook import load_codebook
from extract.fields.analysed import AnalysedLetter
from extract.fields.bare_number_classifier import LEAST
from extract.fields.bare_number_features import features_of
from extract.fields.counts import read_sentences
from extract.fields.ellipsis import may_count
from extract.fields.linear import LinearClassifier, in_place_of
from extract.fields.noun_phrases import Outcome
from extract.latvian.engines import load_engine
from extract.model import Engine, Frame, Layout, Letter, Statement
from extract.readers.assembly import DocumentBuilder

SENTENCES = ROOT / "annotations" / "bare_numbers"
#: The inverse of the regularisation's strength: with 0.5 to 2 as much is told rightly of what was not learnt from.
STRENGTH = 2.0
LEAST_WEIGHT = 0.03
#: How much a number counts by its file: what the rules settle must not be unlearnt, and letters hardly speak as news
#: and laws do. A letter's number counts as much as several that were written to be learnt from.
WEIGHTS, LETTER_WEIGHT = {"rules": 3.0, "elsewhere": 0.5}, 4.0
_MARK = re.compile(r"\{([^{}:]+):(people|families|other)\}")


@dataclass(frozen=True)
class Sample:
    """The features of a number that no noun follows, where it stands, and whether it counts people or families."""

    features: dict[str, float]
    source: str
    is_letter: bool
    counts: bool


def main() -> None:
    """Learn, print how well it went, and write the weights."""
    print("told by what was learnt from others      count people    others taken to")
    classifier = learn_and_judge(load_samples(), learn_from, judge)
    write_linear("bare_number", classifier, SENTENCES)


def load_samples() -> list[Sample]:
    """All numbers that are marked, in sentences and in the train letters."""
    return [*from_sentences(), *from_letters()]


def from_sentences() -> Iterator[Sample]:
    """The numbers marked in annotations/bare_numbers."""
    for path in sentence_files(SENTENCES):
        for marked in tomllib.loads(path.read_text(encoding="utf-8"))["sentences"]:
            told = [unmark(statement) for statement in marked.split(" | ")]
            places = [places for _, places in told]
            for i, start, features in bare_numbers(analyse([text for text, _ in told])):
                counted = next((counted for place, counted in places[i] if start in place), None)
                if counted is not None:
                    yield Sample(features, path.stem, False, counted != "other")


def from_letters() -> Iterator[Sample]:
    """The numbers of the train letters, those left out that two readers may see differently."""
    gold = {line["file"]: line for line in map(json.loads, LETTERS.read_text(encoding="utf-8").splitlines())}
    for name, sample in load_letters(LETTERS).items():
        counts = {statement["text"]: statement["counts"] for statement in gold[name]["statements"]}
        for i, start, features in bare_numbers(sample.letter):
            text = sample.letter.letter.statements[i].text
            here = [c for c in counts.get(text, ()) if c["start"] <= start < c["start"] + len(c["text"])]
            if text in counts and not any(count.get("ignore") for count in here):
                yield Sample(features, name, True, bool(here))


def bare_numbers(letter: AnalysedLetter) -> Iterator[tuple[int, int, dict[str, float]]]:
    """The numbers that no noun follows: the statement's index, where in its text the number begins, its features.

    Rules alone read the sentences, so that what is learnt does not depend on what was learnt before.
    """
    with in_place_of("bare_number", None):
        sentences = list(read_sentences(letter))
    for i, (sentence, _) in enumerate(sentences):
        for start, phrase in sentence.phrases.items():
            numeral = sentence.numerals[start]
            if phrase.outcome in (Outcome.NOTHING, Outcome.UNKNOWN) and may_count(sentence, numeral):
                yield i, numeral.start_char, features_of(sentence, numeral)


def unmark(marked: str) -> tuple[str, list[tuple[range, str]]]:
    """A sentence without its marks, and where the marked numbers stand in it and what they count."""
    text, found, end = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        found.append((range(len(text), len(text) + len(mark[1])), mark[2]))
        text += mark[1]
        end = mark.end()
    return text + marked[end:], found


def analyse(texts: Sequence[str]) -> AnalysedLetter:
    """A letter of these statements."""
    builder = DocumentBuilder("sentences.txt", "0" * 64, "txt")
    for text in texts:
        builder.add_text(text)
    document = builder.build()
    statements = tuple(
        Statement(block.start, block.end, document.text[block.start : block.end], i)
        for i, block in enumerate(document.blocks)
    )
    letter = Letter(document, Frame(None, None, None, None), Layout.PLAIN, statements)
    docs = tuple(load_engine(Engine.SPACY).pipe(statement.text for statement in statements))
    return AnalysedLetter(letter, docs, load_codebook())


def learn_from(samples: Iterable[Sample]) -> LinearClassifier:
    """A classifier from these."""
    known = list(samples)
    return learn(
        [sample.features for sample in known],
        [sample.counts for sample in known],
        [LETTER_WEIGHT if sample.is_letter else WEIGHTS.get(sample.source, 1.0) for sample in known],
        strength=STRENGTH,
        least_weight=LEAST_WEIGHT,
    )


def judge(name: str, classifier: LinearClassifier, samples: Sequence[Sample]) -> None:
    """Print how well the classifier tells these."""
    tell(name, ((sample.counts, classifier.probability(sample.features) >= LEAST) for sample in samples))


if __name__ == "__main__":
    main()
