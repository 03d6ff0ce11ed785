"""Trains the network: first on plain text (guess the word that is left out), then on the annotated corpora.

Each epoch ends with a checkpoint, from which a stopped training goes on.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch, Data, forms_of, in_batches
from training.network import Annotator, Counts, Sizes, chain_loss, reversal
from training.scoring import score

#: Share of words left out, to be guessed.
LEFT_OUT = 0.18
#: Shares of the losses.
WEIGHTS = {"tags": 1.0, "rules": 0.5, "arcs": 1.0, "relations": 1.0, "entities": 4.0}
SMOOTHING = 0.03
#: Decay a step of the average of the weights, which is what is exported.
EMA = 0.998
#: Words of plain text a batch, against annotated ones: the network without heads needs less room.
RAW_FACTOR = 2


class WordGuesser(nn.Module):
    """Guesses left-out words from the sentence encoder."""

    def __init__(self, sizes: Sizes, words: int) -> None:
        super().__init__()
        self.blank = nn.Parameter(torch.randn(sizes.word_vector) * 0.1)
        self.hidden = nn.Sequential(nn.Linear(2 * sizes.hidden, 192), nn.ELU())
        self.out = nn.Linear(192, words)


def tag_parts(tags: list[str]) -> Tensor:
    """(tags, attributes): which part of speech and attributes make up each tag."""
    split = [label.split("|") for label in tags]
    names = sorted({part for parts in split for part in parts})
    return torch.tensor([[float(name in parts) for name in names] for parts in split])


def build(folder: Path, sizes: Sizes, dropout: float) -> tuple[Annotator, dict[str, list[str]]]:
    """A new network for prepared data, and its labels."""
    labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text("utf-8"))
    inventory = json.loads((folder / "inventory.json").read_text("utf-8"))
    counts = Counts(
        len(inventory["words"]) + 2,
        inventory["pieces"],
        len(inventory["traits"]) + 2,
        len(inventory["characters"]) + 2,
        len(labels["tags"]),
        len(labels["rules"]),
        -(-len(labels["relations"]) // 8) * 8,  # a multiple of 8 multiplies several times faster
        len(labels["entities"]),
    )
    return Annotator(sizes, counts, tag_parts(labels["tags"]), dropout), labels


def pretraining_loss(network: Annotator, guesser: WordGuesser, batch: Batch, output_word: Tensor) -> Tensor:
    """Cross-entropy of the left-out words."""
    vectors = network.word_encoder(*batch.features)[batch.places]
    wanted = output_word[torch.from_numpy(batch.forms)]
    hidden = (torch.rand(wanted.shape) < LEFT_OUT) & (wanted >= 0) & batch.mask
    vectors = torch.where(hidden[:, :, None], guesser.blank.to(vectors.dtype), vectors)
    deep = network.sentence_encoder(vectors, reversal(batch.lengths, vectors.shape[1]))
    return functional.cross_entropy(guesser.out(guesser.hidden(deep[hidden])).float(), wanted[hidden])


def annotation_loss(network: Annotator, batch: Batch) -> Tensor:
    """The weighed sum of the losses of all heads."""
    targets = batch.targets
    vectors = network.word_encoder(*batch.features)[batch.places]
    scores = network(vectors, batch.lengths)
    losses = {
        name: functional.cross_entropy(
            made.flatten(0, 1).float(), targets[name].flatten(), ignore_index=-1, label_smoothing=SMOOTHING
        )
        for name, made in (("tags", scores.tags), ("rules", scores.rules))
    }
    heads = targets["heads"]
    if (known := heads >= 0).any():
        arcs = scores.arcs.float()
        outside = torch.cat([torch.ones_like(batch.mask[:, :1]), batch.mask], 1)[:, None]
        arcs = arcs.masked_fill(~outside, -1e4)
        losses["arcs"] = functional.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-1)
        rows, _ = torch.nonzero(known, as_tuple=True)
        made = network.relation_scores(scores.dependents[known], scores.governors[rows, heads[known]])
        losses["relations"] = functional.cross_entropy(
            made.float(), targets["relations"][known], label_smoothing=SMOOTHING
        )
    named = targets["entities"][:, 0] >= 0
    if named.any():
        losses["entities"] = chain_loss(
            network.transitions, scores.entities[named], targets["entities"][named].clamp(min=0), batch.mask[named]
        )
    return sum((WEIGHTS[name] * loss for name, loss in losses.items()), torch.zeros(()))


def rate(step: int, steps: int, peak: float, warm: int = 200) -> float:
    """Learning rate: a warm-up, then a cosine down to nothing."""
    return peak * min(step / warm, 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))))


class Training:
    """A network in training, its checkpoint, and how far it has come."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.data = Data(options.prepared)
        self.network, self.labels = build(options.prepared, options.sizes, options.dropout)
        self.guesser = WordGuesser(options.sizes, int(self.data.output_word.max()) + 1)
        self.average: dict[str, Tensor] = {}
        self.raw_epoch = self.epoch = 0
        self.checkpoint: Path = options.output / "checkpoint.pt"
        self.state: dict[str, Any] = {}
        if self.checkpoint.exists():
            self.state = torch.load(self.checkpoint, weights_only=False)
            self.network.load_state_dict(self.state["network"])
            self.guesser.load_state_dict(self.state["guesser"])
            self.average = self.state["average"]
            self.raw_epoch, self.epoch = self.state["raw_epoch"], self.state["epoch"]
        elif options.start:
            begun = torch.load(options.start, weights_only=False)["network"]
            encoders = ("word_encoder.", "sentence_encoder.")
            self.network.load_state_dict({k: v for k, v in begun.items() if k.startswith(encoders)}, strict=False)
            self.raw_epoch = options.raw_epochs

    def save(self, optimizer: torch.optim.Optimizer) -> None:
        """Write the checkpoint in one step, so that none is ever half written."""
        content = {
            "network": self.network.state_dict(),
            "guesser": self.guesser.state_dict(),
            "optimizer": optimizer.state_dict(),
            "average": self.average,
            "raw_epoch": self.raw_epoch,
            "epoch": self.epoch,
            "sizes": asdict(self.options.sizes),
        }
        scratch = self.checkpoint.with_suffix(".new")
        torch.save(content, scratch)
        scratch.replace(self.checkpoint)

    def learn(self, parameters: list[nn.Parameter], resumed: bool) -> torch.optim.Optimizer:
        """An optimizer, where the last one stopped or new."""
        made = torch.optim.AdamW(parameters, lr=0.0, betas=(0.9, 0.95), weight_decay=1e-3, fused=True)
        if resumed:
            made.load_state_dict(self.state["optimizer"])
        return made

    def run_epoch(
        self,
        lengths: list[int],
        words: int,
        done: int,
        epochs: int,
        optimizer: torch.optim.Optimizer,
        loss_of: Callable[[list[int]], Tensor],
        after: Callable[[int], None],
    ) -> str:
        """One pass over sentences of these lengths; what it came to, for the log."""
        # Chance depends on the epoch alone, so that a training that was stopped goes on as if it had not been.
        torch.manual_seed(1000 * self.options.seed + done)
        chance = np.random.default_rng([self.options.seed, done])
        started, losses = time.monotonic(), list[float]()
        a_pass = sum(1 for _ in in_batches(lengths, words, None))
        parameters = optimizer.param_groups[0]["params"]
        for step, indices in enumerate(in_batches(lengths, words, chance), done * a_pass + 1):
            optimizer.param_groups[0]["lr"] = rate(step, epochs * a_pass, self.options.rate)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(indices)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 2.0)
            optimizer.step()
            after(step)
            losses.append(loss.item())
        return f"loss {np.mean(losses):.3f}, {time.monotonic() - started:.0f} s"

    def pretrain(self) -> None:
        """The encoders on plain text."""
        network, data, options = self.network, self.data, self.options
        encoders = [
            *network.word_encoder.parameters(),
            *network.sentence_encoder.parameters(),
            *self.guesser.parameters(),
        ]
        optimizer = self.learn(encoders, resumed=self.raw_epoch > 0)
        output_word = torch.from_numpy(data.output_word).long()
        lengths = [len(s) for s in data.raw]

        def loss_of(indices: list[int]) -> Tensor:
            batch = data.batch([{"forms": data.raw[i]} for i in indices])
            return pretraining_loss(network, self.guesser, batch, output_word)

        while self.raw_epoch < options.raw_epochs:
            line = self.run_epoch(
                lengths,
                RAW_FACTOR * options.words,
                self.raw_epoch,
                options.raw_epochs,
                optimizer,
                loss_of,
                lambda step: None,
            )
            self.raw_epoch += 1
            print(f"raw epoch {self.raw_epoch}: {line}", flush=True)
            self.save(optimizer)

    def train(self) -> None:
        """Everything on the annotated corpora."""
        network, data, options = self.network, self.data, self.options
        optimizer = self.learn(list(network.parameters()), resumed=self.epoch > 0)
        average = self.average = self.average or {k: v.clone() for k, v in network.state_dict().items()}
        lengths = [len(forms_of(s)) for s in data.train]

        def keep_average(step: int) -> None:
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    average[name].lerp_(value, 1 - min(EMA, (step + 1) / (step + 10)))

        while self.epoch < options.epochs:
            line = self.run_epoch(
                lengths,
                options.words,
                self.epoch,
                options.epochs,
                optimizer,
                lambda indices: annotation_loss(network, data.batch([data.train[i] for i in indices])),
                keep_average,
            )
            self.epoch += 1
            if self.epoch % options.score_every == 0 or self.epoch == options.epochs:
                kept = {k: v.clone() for k, v in network.state_dict().items()}
                network.load_state_dict(average)
                line += "  " + " ".join(f"{k} {v:.2f}" for k, v in score(network, data, self.labels).items())
                network.load_state_dict(kept)
            print(f"epoch {self.epoch}: {line}", flush=True)
            self.save(optimizer)


def main() -> None:
    """Train, or go on training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--raw-epochs", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--words", type=int, default=1500, help="words a batch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--sizes", type=lambda text: Sizes(**json.loads(text)), default=Sizes(), help="as JSON")
    parser.add_argument("--start", type=Path, help="a checkpoint whose encoders to begin with, in place of plain text")
    parser.add_argument("--score-every", type=int, default=5)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.output.mkdir(parents=True, exist_ok=True)
    training = Training(options)
    count = sum(p.numel() for p in training.network.parameters())
    print(json.dumps({"sizes": asdict(options.sizes), "parameters": count}), flush=True)
    if training.raw_epoch < options.raw_epochs:
        training.pretrain()
    if training.epoch < options.epochs:
        training.train()


if __name__ == "__main__":
    main()
