"""Trains the entity network: a second reader of the trained annotator's word vectors, for entities alone.

Its sentence encoder begins as plain text made it. The annotator's own has learnt the names of the training part by
heart, so that nothing is left to learn for vectors that know more names.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from extract.latvian.entity_tags import best_tags, entity_spans
from training.batches import Data, forms_of, in_batches
from training.network import Annotator, EntityNetwork, Sizes, chain_loss
from training.scoring import MAIN_TYPES
from training.train import build, rate

#: Decay a step of the average of the weights.
EMA = 0.995
WARM = 100
Sentences = list[dict[str, np.ndarray | None]]


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]  # without torch it has no types
def word_vectors(annotator: Annotator, data: Data, forms: np.ndarray) -> Tensor:
    """What the annotator's word encoder makes of these forms, by their number; zeros elsewhere."""
    annotator.eval()
    vectors = torch.zeros(len(data.forms), annotator.sizes.word_vector)
    for start in range(0, len(forms), 512):
        index = torch.from_numpy(forms[start : start + 512]).long()
        features = (data.features[name][index].long() for name in ("words", "characters", "pieces", "traits"))
        vectors[index] = annotator.word_encoder(*features)
    return vectors


class EntityTraining:
    """An entity network in training, and its average."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.data = Data(options.prepared)
        annotator, self.labels = build(options.prepared, Sizes(), 0.0)
        annotator.load_state_dict(torch.load(options.annotator, weights_only=False)["average"])
        table = torch.from_numpy(np.load(options.prepared / "subwords.npy")).float()
        self.network = EntityNetwork(annotator.sizes, annotator.counts, table)
        begun = torch.load(options.start, weights_only=False)["network"]
        prefix = "sentence_encoder."
        self.network.load_state_dict(
            {k.removeprefix(prefix): v for k, v in begun.items() if k.startswith(prefix)}, strict=False
        )
        # Spellings that letters have, which `variants` makes, come after all sentences as they are; both are learnt.
        self.train = [s for s in self.data.train if s["entities"] is not None]
        self.dev = [s for s in self.data.dev if s["entities"] is not None]
        known = np.unique(np.concatenate([forms_of(s) for s in (*self.train, *self.dev)]))
        self.vectors = word_vectors(annotator, self.data, known)
        self.average = {name: value.clone() for name, value in self.network.state_dict().items()}

    def scores(self, sentences: Sentences) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores (B, T, entities), gold tags (B, T), the mask of words (B, T) and lengths (B,)."""
        batch = self.data.batch(sentences)
        index = torch.from_numpy(np.unique(batch.forms))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = self.network.words(self.vectors[index], self.data.features["subwords"][index].long())
            made = self.network(words[batch.places], batch.lengths)
        return made.float(), batch.targets["entities"].clamp(min=0), batch.mask, batch.lengths

    def run(self) -> None:
        """All epochs, each with its scores on the development part; writes the averaged weights."""
        network, options = self.network, self.options
        parameters = list(network.parameters())
        optimizer = torch.optim.AdamW(parameters, lr=0.0, betas=(0.9, 0.95), weight_decay=1e-3, fused=True)
        lengths = [len(forms_of(s)) for s in self.train]
        chance = np.random.default_rng(options.seed)
        steps = options.epochs * sum(1 for _ in in_batches(lengths, options.words, None))
        step = 0
        for epoch in range(1, options.epochs + 1):
            started, losses = time.monotonic(), list[float]()
            network.train()
            for indices in in_batches(lengths, options.words, chance):
                step += 1
                optimizer.param_groups[0]["lr"] = rate(step, steps, options.rate, WARM)
                made, gold, mask, _ = self.scores([self.train[i] for i in indices])
                loss = chain_loss(network.transitions, made, gold, mask)
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(parameters, 2.0)
                optimizer.step()
                losses.append(loss.item())
                with torch.no_grad():
                    for name, value in network.state_dict().items():
                        self.average[name].lerp_(value, 1 - min(EMA, (step + 1) / (step + 10)))
            kept = {name: value.clone() for name, value in network.state_dict().items()}
            network.load_state_dict(self.average, strict=False)
            told = " ".join(f"{name} {value:.2f}" for name, value in self.evaluate().items())
            network.load_state_dict(kept, strict=False)
            print(f"epoch {epoch}: loss {np.mean(losses):.4f}, {time.monotonic() - started:.0f} s  {told}", flush=True)
        torch.save({"average": self.average}, options.output)

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]  # without torch it has no types
    def evaluate(self) -> dict[str, float]:
        """F1 in percent on the development part: of all types, and of the main ones."""
        self.network.eval()
        tags = self.labels["entities"]
        hits, n = {"NER": 0, "NER4": 0}, {"NER": 0, "NER4": 0}
        for indices in in_batches([len(forms_of(s)) for s in self.dev], 3000, None):
            made, gold, _, lengths = self.scores([self.dev[i] for i in indices])
            best = best_tags(made.numpy(), lengths.numpy(), self.network.transitions.numpy())
            for k, length in enumerate(lengths.tolist()):
                found = set(entity_spans(best[k, :length], tags))
                true = set(entity_spans(gold[k, :length].tolist(), tags))
                for name in hits:
                    a, b = ({s for s in spans if name == "NER" or s[2] in MAIN_TYPES} for spans in (found, true))
                    hits[name] += 2 * len(a & b)
                    n[name] += len(a) + len(b)
        return {name: 100 * hits[name] / max(1, n[name]) for name in hits}


def main() -> None:
    """Train the entity network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("annotator", type=Path, help="the trained annotator's checkpoint")
    parser.add_argument("start", type=Path, help="the pretrained encoders' checkpoint")
    parser.add_argument("output", type=Path, help="the file to write")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--words", type=int, default=1200, help="words a batch")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    EntityTraining(options).run()


if __name__ == "__main__":
    main()
