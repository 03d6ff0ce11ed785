"""Train anew the network that restores diacritics: `make restoration` writes latvian/data/restoration.npz.

It learns from text with its diacritics what a text without them must have been: plain text and the treebank's train
part in ../shared/corpora (or the folder given), the train letters of annotations/, and the names of the codebook. The
treebank's dev part and the dev letters say how well it went. Half an hour or so on one core; a training that was
stopped goes on from its last checkpoint in build/.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from extract.codebook import load_codebook
from extract.latvian.inflection import case_forms
from extract.latvian.letter_features import (
    SCORE_BITS,
    VECTOR_BITS,
    WORD_BITS,
    TextFeatures,
    plain_letters,
    read_features,
)
from extract.latvian.restoration import restore_diacritics
from extract.latvian.restoration_network import KERNELS, WEIGHTS

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "extract" / "latvian" / "data" / WEIGHTS
CHECKPOINT = ROOT / "build" / "restoration.pt"
#: Lengths of the vectors: of a word's parts, of a word in its context, of a letter.
PART, WORD, LETTER = 64, 96, 32
EPOCHS, SEED, RATE, LEAST_RATE, DROPOUT, LEFT_OUT = 4, 1, 3e-3, 2e-5, 0.3, 0.2
#: Units a batch, characters a chunk of text whose features are made at once.
BATCH, CHUNK = 6000, 1_000_000
#: How often a line is read: letters and names are few beside laws.
TREEBANK_TIMES, LETTERS_TIMES, NAMES_TIMES = 2, 6, 2
#: Statements of letters with more words and no diacritic are not learnt from.
LONGEST_UNMARKED = 3
#: Weights are stored as whole numbers up to this.
MOST = 63
_TEXT = "# text = "


class Network(nn.Module):
    """`RestorationNetwork` as it is trained."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(1 << WORD_BITS, PART)
        self.vectors = nn.Embedding(1 << VECTOR_BITS, LETTER)
        self.scores = nn.Embedding(1 << SCORE_BITS, 1)
        self.enter = nn.Linear(PART, WORD)
        self.convolutions = nn.ModuleList([nn.Conv1d(WORD, 2 * WORD, k, padding=k // 2) for k in KERNELS])
        self.leave = nn.Linear(WORD, LETTER)
        nn.init.normal_(self.words.weight, std=0.1)
        nn.init.normal_(self.vectors.weight, std=0.1)
        nn.init.zeros_(self.scores.weight)

    def forward(self, words: Tensor, unit: Tensor, scores: Tensor, vectors: Tensor) -> Tensor:
        """The log-odds of each letter in question, from rows of numbers as `TextFeatures` has them."""
        parts = self._leave_out(self.words(words))
        units = functional.dropout(self.enter(parts.sum(1)), DROPOUT, self.training).T.unsqueeze(0)
        for convolution in self.convolutions:
            value, gate = convolution(units).chunk(2, 1)
            units = units + functional.dropout(value * torch.sigmoid(gate), DROPOUT, self.training)
        context = self.leave(units.squeeze(0).T)
        scored: Tensor = self._leave_out(self.scores(scores)).sum((1, 2))
        return scored + (self.vectors(vectors).sum(1) * context[unit]).sum(1)

    def _leave_out(self, rows: Tensor) -> Tensor:
        """Without some of the features, so that none is relied on alone."""
        return rows * (torch.rand(*rows.shape[:2], 1) > LEFT_OUT) if self.training else rows


def main() -> None:
    """Train, write the weights, and print how many words they restore."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("corpora", type=Path, nargs="?", default=ROOT.parent / "shared" / "corpora")
    corpora: Path = parser.parse_args().corpora
    torch.set_num_threads(1)
    network = train(list(texts(corpora)))
    write(network)
    for name, text in (
        ("treebank, dev", "\n".join(treebank(corpora / "lvtb" / "dev.conllu"))),
        ("letters, dev", "\n".join(letters(ROOT / "annotations" / "dev.jsonl"))),
    ):
        print(f"{name:<16} {word_accuracy(text):.4f} of the words")


def texts(corpora: Path) -> Iterator[str]:
    """The lines to learn from, each as often as it is to be read in an epoch."""
    with lzma.open(corpora / "raw" / "lv.txt.xz", "rt", encoding="utf-8") as file:
        yield from dict.fromkeys(line.rstrip("\n") for line in file)
    for _ in range(TREEBANK_TIMES):
        yield from treebank(corpora / "lvtb" / "train.conllu")
    for _ in range(LETTERS_TIMES):
        yield from filter(is_marked, letters(ROOT / "annotations" / "train.jsonl"))
    known = load_codebook().respondents
    names = {name for each in known for name in (each.name, *each.aliases, *each.places)}
    for name in sorted(names) * NAMES_TIMES:
        yield " ".join(sorted(case_forms(name)))


def is_marked(line: str) -> bool:
    """Whether a line has a diacritic, or is short enough to have none: some letters were typed without."""
    return len(line.split()) <= LONGEST_UNMARKED or plain_letters(line) != line.lower()


def treebank(path: Path) -> Iterator[str]:
    """The sentences of a CoNLL-U file."""
    with path.open(encoding="utf-8") as file:
        yield from (line.removeprefix(_TEXT).rstrip("\n") for line in file if line.startswith(_TEXT))


def letters(path: Path) -> Iterator[str]:
    """The statements of annotated letters."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield from (statement["text"] for statement in json.loads(line)["statements"])


def train(lines: list[str]) -> Network:
    """A network that has read all lines EPOCHS times."""
    torch.manual_seed(SEED)
    network = Network()
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE, betas=(0.9, 0.99))
    epoch = done = 0
    if CHECKPOINT.is_file():
        kept = torch.load(CHECKPOINT)
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        epoch, done = kept["epoch"], kept["done"]
    for k in range(epoch, EPOCHS):
        chunks = in_chunks(random.Random(SEED + k).sample(lines, len(lines)))  # noqa: S311 - the order of reading
        for i, chunk in enumerate(chunks):
            if k == epoch and i < done:
                continue
            past = (k + i / len(chunks)) / EPOCHS
            for group in optimizer.param_groups:
                group["lr"] = RATE * (1 - past) + LEAST_RATE
            began = time.monotonic()
            loss = learn(network, optimizer, chunk)
            print(f"epoch {k + 1}, {i + 1} of {len(chunks)}: {loss:.4f}, {time.monotonic() - began:.0f} s", flush=True)
            keep(network, optimizer, k, i + 1)
    return network


def in_chunks(lines: Sequence[str]) -> list[str]:
    """The lines as texts of about CHUNK characters."""
    chunks: list[list[str]] = [[]]
    size = 0
    for line in lines:
        if size > CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(line)
        size += len(line)
    return ["\n".join(chunk) + "\n" for chunk in chunks]


def learn(network: Network, optimizer: torch.optim.Optimizer, text: str) -> float:
    """Learn from a text; the mean loss."""
    features = read_features(text)
    lost = labels(text, features)
    network.train()
    losses = []
    starts = list(range(0, len(features.words), BATCH))
    random.shuffle(starts)
    for start in starts:
        end = start + BATCH
        first, last = np.searchsorted(features.unit, [start, end])
        if first == last:
            continue
        odds = network(
            torch.from_numpy(features.words[start:end]),
            torch.from_numpy(features.unit[first:last] - start),
            torch.from_numpy(features.scores[first:last]),
            torch.from_numpy(features.vectors[first:last]),
        )
        loss = functional.binary_cross_entropy_with_logits(odds, torch.from_numpy(lost[first:last]))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return float(np.mean(losses))


def labels(text: str, features: TextFeatures) -> NDArray[np.float32]:
    """For each letter in question 1 where it has a diacritic, 0 where it has none."""
    plain = plain_letters(text)
    return np.array([plain[k] != text[k].lower() for k in features.places.tolist()], dtype=np.float32)


def keep(network: Network, optimizer: torch.optim.Optimizer, epoch: int, done: int) -> None:
    """Keep what a stopped training goes on from."""
    CHECKPOINT.parent.mkdir(exist_ok=True)
    written = CHECKPOINT.with_suffix(".new")
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch, "done": done}
    torch.save(state, written)
    written.replace(CHECKPOINT)


def write(network: Network) -> None:
    """Write the weights as whole numbers, with their scales: of tables one, of matrices one for each output."""
    arrays: dict[str, Any] = {}
    for key, value in network.state_dict().items():
        name, _, kind = key.rpartition(".")
        name = re.sub(r"\.(\d)$", r"\1", name).replace("convolutions", "convolution")
        array = value.numpy().squeeze(1) if name == "scores" else value.numpy()
        is_matrix = kind == "weight" and name not in ("words", "vectors", "scores")
        axes = tuple(range(1, array.ndim)) if is_matrix else None
        scale = np.abs(array).max(axis=axes, keepdims=axes is not None) / MOST
        stored = f"{name}_bias" if kind == "bias" else name
        arrays[stored] = np.round(array / scale).astype(np.int8)
        arrays[f"{stored}_scale"] = np.asarray(scale, dtype=np.float32)
    np.savez_compressed(TARGET, **arrays)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size // 1000} kB")


def word_accuracy(text: str) -> float:
    """The share of words of a text that are restored right after their diacritics were taken off."""
    bare = "".join(p.upper() if c.isupper() else p for c, p in zip(text, plain_letters(text), strict=True))
    restored = restore_diacritics(bare)
    words = [word.span() for word in re.finditer(r"[^\W\d_]+", text)]
    return sum(text[start:end] == restored[start:end] for start, end in words) / len(words)


if __name__ == "__main__":
    main()
