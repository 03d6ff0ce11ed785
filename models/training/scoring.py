"""Quick scores on gold tokens while training; the published ones are those of `extract models evaluate`."""

from __future__ import annotations

from collections import Counter

import numpy as np
import torch

from extract.latvian.dependency_trees import best_tree
from extract.latvian.entity_tags import best_tags, entity_spans
from training.batches import Data, forms_of, in_batches
from training.network import Annotator

MAIN_TYPES = {"person", "location", "GPE", "organization"}


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]  # without torch it has no types
def score(network: Annotator, data: Data, labels: dict[str, list[str]], limit: int | None = None) -> dict[str, float]:
    """Accuracies in percent on the development part."""
    network.eval()
    sentences = data.dev[:limit]
    hits: Counter[str] = Counter()
    n: Counter[str] = Counter()
    tags = [label.partition("|") for label in labels["tags"]]
    relations = [label.partition(":")[0] for label in labels["relations"]]
    transitions = network.transitions.numpy()
    for indices in in_batches([len(forms_of(s)) for s in sentences], 3000, None):
        batch = data.batch([sentences[i] for i in indices])
        vectors = network.word_encoder(*batch.features)[batch.places]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(vectors, batch.lengths)
        guessed_tags, rules = scores.tags.argmax(2).numpy(), scores.rules.argmax(2).numpy()
        arcs = scores.arcs.float().numpy()
        entities = best_tags(scores.entities.float().numpy(), batch.lengths.numpy(), transitions)
        for k, length in enumerate(batch.lengths.tolist()):
            gold = {name: values[k, :length].numpy() for name, values in batch.targets.items()}
            if gold["heads"][0] >= 0:
                heads = best_tree(arcs[k, :length, : length + 1])
                made = network.relation_scores(
                    scores.dependents[k, :length].float(), scores.governors[k, heads].float()
                )[:, : len(relations)].argmax(1)
                right = heads == gold["heads"]
                named = np.array([relations[a] == relations[b] for a, b in zip(made, gold["relations"], strict=True)])
                hits["UAS"] += right.sum()
                hits["LAS"] += (right & named).sum()
                n["UAS"] += length
                n["LAS"] += length
                for i in range(length):
                    guess, true = tags[guessed_tags[k, i]], tags[gold["tags"][i]] if gold["tags"][i] >= 0 else None
                    hits["UPOS"] += true is not None and guess[0] == true[0]
                    hits["UFeats"] += true is not None and guess[2] == true[2]
                hits["lemma"] += (rules[k, :length] == gold["rules"]).sum()
                for name in ("UPOS", "UFeats", "lemma"):
                    n[name] += length
            if gold["entities"][0] >= 0:
                found = set(entity_spans(entities[k, :length], labels["entities"]))
                true_spans = set(entity_spans(gold["entities"], labels["entities"]))
                for name, chosen in (("NER", None), ("NER4", MAIN_TYPES)):
                    a = {s for s in found if chosen is None or s[2] in chosen}
                    b = {s for s in true_spans if chosen is None or s[2] in chosen}
                    hits[name] += 2 * len(a & b)
                    n[name] += len(a) + len(b)
    network.train()
    return {
        name: 100 * hits[name] / max(1, n[name]) for name in ("UPOS", "UFeats", "lemma", "UAS", "LAS", "NER", "NER4")
    }
