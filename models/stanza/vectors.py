"""Trains word vectors on the unannotated text and the treebank, and saves them as stanza reads them.

    python vectors.py CORPORA CONVERTED OUTPUT.pt

The vectors are fastText's (skip-gram with character n-grams); words are cut by this project's own tokenizer, and in
lower case, which is how stanza looks them up. A word seen once has no vector: so the models learn to do without.
fastText draws from a fixed seed; with one thread the vectors come out the same each time.
"""

from __future__ import annotations

import lzma
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import floret
import numpy as np
import torch
from stanza.models.common.pretrain import PretrainedWordVocab
from stanza.models.common.vocab import VOCAB_PREFIX

from extract.latvian.language import Latvian

_DIMENSIONS = 64
_LEAST_COUNT = 2
_TRAINING = {"dim": _DIMENSIONS, "epoch": 10, "minCount": _LEAST_COUNT, "minn": 3, "maxn": 5, "bucket": 200_000}


def main(corpora: Path, converted: Path, output: Path) -> None:
    """Write the vectors of all words seen at least twice, in the order of their frequency."""
    counts: Counter[str] = Counter()
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as text:
        for words in (*_treebank(converted / "train.conllu"), *_raw(corpora / "raw" / "lv.txt.xz")):
            counts.update(words)
            text.write(" ".join(words) + "\n")
        text.flush()
        vectors = floret.train_unsupervised(
            text.name, model="skipgram", mode="fasttext", thread=1, verbose=0, **_TRAINING
        )
    words = [word for word, count in counts.most_common() if count >= _LEAST_COUNT]
    matrix = np.vstack([np.zeros((len(VOCAB_PREFIX), _DIMENSIONS)), *(vectors.get_word_vector(word) for word in words)])
    vocabulary = PretrainedWordVocab([word.replace(" ", "\xa0") for word in words])
    output.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"vocab": vocabulary.state_dict(), "emb": torch.tensor(matrix, dtype=torch.float32)}, output)
    sys.stdout.write(f"{sum(counts.values())} words, {len(words)} vectors of {_DIMENSIONS} numbers\n")


def _treebank(file: Path) -> Iterator[list[str]]:
    sentence: list[str] = []
    for line in file.read_text("utf-8").splitlines():
        if not line:
            yield sentence
            sentence = []
        elif not line.startswith("#"):
            sentence.append(line.split("\t")[1].lower().replace(" ", "\xa0"))


def _raw(file: Path) -> Iterator[list[str]]:
    tokenizer = Latvian().tokenizer
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield [token.lower_ for token in tokenizer(line.strip()) if not token.is_space]


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
