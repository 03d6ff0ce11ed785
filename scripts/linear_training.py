"""Learning classifiers: logistic regressions of two classes, whose small weights are left out, or of several."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from extract.fields.linear import LinearClassifier

ROOT = Path(__file__).resolve().parent.parent
LETTERS = ROOT / "annotations" / "train.jsonl"
_DATA = ROOT / "src" / "extract" / "fields" / "data"
#: Features seen in fewer texts are left out.
_LEAST_SEEN = 2
_FOLDS = 4


class Sample(Protocol):
    """What is learnt from."""

    @property
    def source(self) -> str:
        """The name of the letter, or of the file of sentences, in which it stands."""

    @property
    def is_letter(self) -> bool:
        """Whether it stands in a letter."""


S = TypeVar("S", bound=Sample)


def learn_and_judge(
    samples: Sequence[S],
    learn_from: Callable[[Iterable[S]], LinearClassifier],
    judge: Callable[[str, LinearClassifier, Sequence[S]], None],
) -> LinearClassifier:
    """The classifier learnt from all samples but those held out.

    Judged before are each file of sentences by what was learnt without it, the letters in folds by what was learnt from
    others, and what is held out by the classifier.
    """
    learnt_from = [sample for sample in samples if not is_held_out(sample.source)]
    files = sorted({sample.source for sample in learnt_from if not sample.is_letter})
    letters = dealt({sample.source for sample in learnt_from if sample.is_letter}, _FOLDS)
    folds = [(f"train letters, {k + 1} of {_FOLDS}", together) for k, together in enumerate(letters)]
    for name, judged in [*((file, [file]) for file in files), *folds]:
        learnt = learn_from(sample for sample in learnt_from if sample.source not in judged)
        judge(name, learnt, [sample for sample in learnt_from if sample.source in judged])
    classifier = learn_from(learnt_from)
    for name in sorted({sample.source for sample in samples if is_held_out(sample.source)}):
        judge(name, classifier, [sample for sample in samples if sample.source == name])
    return classifier


def dealt(names: Iterable[str], folds: int) -> list[list[str]]:
    """Letters' names in so many folds, the same on every run: those of a fold are judged by what the others taught."""
    shuffled = sorted(names)
    random.Random(0).shuffle(shuffled)  # noqa: S311 - which letters are judged together is no secret
    return [shuffled[k::folds] for k in range(folds)]


def learn(
    features: Sequence[Mapping[str, float]],
    classes: Sequence[bool],
    weights: Sequence[float],
    *,
    strength: float,
    least_weight: float,
) -> LinearClassifier:
    """A classifier of samples, each with its class and how much it counts.

    `strength` is the inverse of the regularisation's strength; weights nearer to nothing than `least_weight` are left
    out.
    """
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(features)
    names = vectorizer.get_feature_names_out()
    often = np.asarray((table > 0).sum(axis=0)).ravel() >= _LEAST_SEEN
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(table[:, often], classes, sample_weight=weights)
    learnt = zip(names[often], model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 2) for name, weight in learnt if abs(weight) >= least_weight}
    return LinearClassifier(round(float(model.intercept_[0]), 2), dict(sorted(kept.items())))


def learn_classes(
    features: Sequence[Mapping[str, float]], classes: Sequence[int], count: int, *, strength: float, has_prior: bool
) -> tuple[tuple[float, ...], dict[str, tuple[float, ...]]]:
    """The intercepts and the weights of each feature for `count` classes; those of a class without samples are nothing.

    Without a prior classes are weighed alike and have no intercept, so that features that were not learnt speak for
    nothing.
    """
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(features)
    model = LogisticRegression(
        C=strength, class_weight=None if has_prior else "balanced", fit_intercept=has_prior, max_iter=1000
    )
    model.fit(table, classes)
    weights, intercepts = np.zeros((count, table.shape[1])), np.zeros(count)
    weights[model.classes_], intercepts[model.classes_] = model.coef_, model.intercept_
    rows = {str(name): _rounded(weights[:, i]) for i, name in enumerate(vectorizer.get_feature_names_out())}
    return _rounded(intercepts), dict(sorted(rows.items()))


def write(
    name: str, head: Mapping[str, object], weights: Mapping[str, float] | Mapping[str, tuple[float, ...]]
) -> None:
    """Write what was learnt under that name, a feature a line; the `head` tells what of, and what no feature says."""
    lines = [f'"{key}": {json.dumps(value)},' for key, value in head.items()]
    rows = [f"{json.dumps(feature, ensure_ascii=False)}: {json.dumps(weight)}" for feature, weight in weights.items()]
    text = "{\n" + "\n".join(lines) + '\n"weights": {\n' + ",\n".join(rows) + "\n}\n}\n"
    target = _DATA / f"{name}_classifier.json"
    target.write_text(text, encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(rows)} features, {len(text) // 1000} kB")


def _rounded(row: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(round(float(value), 2) for value in row)


def write_linear(name: str, classifier: LinearClassifier, folder: Path) -> None:
    """Write a classifier of two classes that was learnt from the train letters and the sentences of `folder`."""
    write(name, {"learnt_from": fingerprint(folder), "intercept": classifier.intercept}, classifier.weights)


def fingerprint(folder: Path) -> str:
    """SHA-256 of the train letters and the sentences of a folder that are learnt from, in order of their names."""
    digest = hashlib.sha256(LETTERS.read_bytes())
    for path in sentence_files(folder):
        if not is_held_out(path.stem):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def is_held_out(name: str) -> bool:
    """Whether nothing is learnt from what stands in a file of sentences of this name, or in a letter."""
    return name.startswith("test") and "." not in name


def sentence_files(folder: Path) -> list[Path]:
    """The files of a folder of sentences, by name."""
    return sorted(folder.glob("*.toml"))


def tell(name: str, told: Iterable[tuple[bool, bool]]) -> None:
    """Print how many of a class are found, and how much else is taken for it, from pairs of truth and answer."""
    pairs = list(told)
    found, wrong = sum(a and b for a, b in pairs), sum(b and not a for a, b in pairs)
    of_class = sum(a for a, _ in pairs)
    print(f"{name:<36} {found:>6} of {of_class:<6} {wrong:>8} of {len(pairs) - of_class}")
