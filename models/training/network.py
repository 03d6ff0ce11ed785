"""The network: a word encoder, a sentence encoder, and a head for each thing it tells.

Tagging and lemmas after Straka (UDPipe 2, 2018), dependencies after Dozat and Manning (2017), entities with a linear
chain over BIO tags (Lample and others, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the layers; `hidden` is that of one direction."""

    word: int = 96
    piece: int = 96
    trait: int = 96
    character: int = 32
    filters: int = 64
    word_vector: int = 320
    hidden: int = 256
    layers: int = 2
    parser_layers: int = 1
    parser_hidden: int = 192
    tag_head: int = 320
    rule_head: int = 256
    arc: int = 256
    relation: int = 63
    entity_hidden: int = 96
    subword: int = 96
    entity_layers: int = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each kind of input and label."""

    words: int
    pieces: int
    traits: int
    characters: int
    tags: int
    rules: int
    relations: int
    entities: int


class Scores(NamedTuple):
    """Scores for a batch of B sentences of at most T words, before any softmax.

    tags (B, T, tags), rules (B, T, rules), arcs (B, T, T + 1) with the root first, dependents (B, T, R) and governors
    (B, T + 1, R) for the relations, entities (B, T, entities).
    """

    tags: Tensor
    rules: Tensor
    arcs: Tensor
    dependents: Tensor
    governors: Tensor
    entities: Tensor


class WordEncoder(nn.Module):
    """A vector for each form, told from its features alone."""

    def __init__(self, sizes: Sizes, counts: Counts, dropout: float, word_dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(counts.words, sizes.word, padding_idx=0)
        self.pieces = nn.EmbeddingBag(counts.pieces, sizes.piece, mode="mean", padding_idx=0)
        self.traits = nn.EmbeddingBag(counts.traits, sizes.trait, mode="mean", padding_idx=0)
        self.characters = nn.Embedding(counts.characters, sizes.character, padding_idx=0)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(sizes.character, sizes.filters, width, padding=width // 2) for width in (3, 5)
        )
        width = sizes.word + sizes.piece + sizes.trait + 2 * sizes.filters
        self.mix = nn.Linear(width, sizes.word_vector)
        self.dropout = nn.Dropout(dropout)
        self.word_dropout = word_dropout
        for table in (self.words, self.pieces, self.traits, self.characters):
            nn.init.normal_(table.weight, std=0.1 if table is self.words else 0.3)
            with torch.no_grad():
                table.weight[0].zero_()

    def forward(self, words: Tensor, characters: Tensor, pieces: Tensor, traits: Tensor) -> Tensor:
        """(N,), (N, L), (N, K), (N, M) to (N, word_vector)."""
        if self.training and self.word_dropout:
            words = torch.where(torch.rand(words.shape) < self.word_dropout, 1, words)
        letters = self.characters(characters).transpose(1, 2)
        seen = [torch.relu(convolution(letters)).amax(2) for convolution in self.convolutions]
        parts = [self.words(words), self.pieces(pieces), self.traits(traits), *seen]
        return self.mix(self.dropout(torch.cat(parts, 1)))


def reversal(lengths: Tensor, width: int) -> Tensor:
    """(B, T): for each sentence the positions backwards; padding stays where it is."""
    at = torch.arange(width)
    back = lengths[:, None] - 1 - at
    return torch.where(back >= 0, back, at)


class BiLSTM(nn.Module):
    """One layer in both directions in which padding is never read before a word."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.forwards = nn.LSTM(width, hidden, batch_first=True)
        self.backwards = nn.LSTM(width, hidden, batch_first=True)

    def forward(self, x: Tensor, back: Tensor) -> Tensor:
        """(B, T, width) to (B, T, 2 * hidden)."""
        turned = torch.gather(x, 1, back[:, :, None].expand_as(x))
        ahead, _ = self.forwards(x)
        behind, _ = self.backwards(turned)
        behind = torch.gather(behind, 1, back[:, :, None].expand_as(behind))
        return torch.cat([ahead, behind], 2)


def share(x: Tensor, rate: float, training: bool) -> Tensor:
    """Dropout with one mask for all words of a sentence."""
    if not training or not rate:
        return x
    mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return x * mask


class SentenceEncoder(nn.Module):
    """Words in their sentence: layers of BiLSTM over word vectors."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        widths = [sizes.word_vector, *[2 * sizes.hidden] * (sizes.layers - 1)]
        self.layers = nn.ModuleList(BiLSTM(width, sizes.hidden) for width in widths)
        self.rate = dropout

    def forward(self, x: Tensor, back: Tensor) -> Tensor:
        """(B, T, word_vector) to (B, T, 2 * hidden)."""
        for layer in self.layers:
            x = layer(share(x, self.rate, self.training), back)
        return x


def perceptron(width: int, out: int, dropout: float) -> nn.Sequential:
    """One hidden layer with dropout."""
    return nn.Sequential(nn.Linear(width, out), nn.ELU(), nn.Dropout(dropout))


class Annotator(nn.Module):
    """Everything: word and sentence encoder and the heads."""

    def __init__(self, sizes: Sizes, counts: Counts, parts: Tensor, dropout: float = 0.33, word_dropout: float = 0.2):
        """`parts` (tags, attributes) tells which part of speech and attributes make up each tag."""
        super().__init__()
        self.sizes, self.counts, self.rate = sizes, counts, dropout
        self.word_encoder = WordEncoder(sizes, counts, dropout * 0.6, word_dropout)
        self.sentence_encoder = SentenceEncoder(sizes, dropout)
        deep = 2 * sizes.hidden
        self.tag_hidden = perceptron(deep, sizes.tag_head, dropout)
        self.tag_own = nn.Linear(sizes.tag_head, counts.tags)
        self.tag_attributes = nn.Linear(sizes.tag_head, parts.shape[1])
        self.register_buffer("parts", parts)
        self.rule_hidden = perceptron(deep + sizes.word_vector, sizes.rule_head, dropout)
        self.rule_out = nn.Linear(sizes.rule_head, counts.rules)
        parser = 2 * sizes.parser_hidden
        self.parser = nn.ModuleList(
            BiLSTM(deep if i == 0 else parser, sizes.parser_hidden) for i in range(sizes.parser_layers)
        )
        if not sizes.parser_layers:
            parser = deep
        self.root = nn.Parameter(torch.randn(parser) * 0.1)
        self.arc_dependent = perceptron(parser, sizes.arc, dropout)
        self.arc_governor = perceptron(parser, sizes.arc, dropout)
        self.arc_weight = nn.Parameter(torch.zeros(sizes.arc, sizes.arc))
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.relation_dependent = perceptron(parser, sizes.relation, dropout)
        self.relation_governor = perceptron(parser, sizes.relation, dropout)
        self.relation_weight = nn.Parameter(torch.zeros(sizes.relation + 1, counts.relations, sizes.relation + 1))
        self.entity_encoder = BiLSTM(deep, sizes.entity_hidden)
        self.entity_out = nn.Linear(2 * sizes.entity_hidden, counts.entities)
        self.transitions = nn.Parameter(torch.zeros(counts.entities + 1, counts.entities + 1))

    def forward(self, vectors: Tensor, lengths: Tensor) -> Scores:
        """Scores of sentences given as word vectors (B, T, word_vector) and lengths (B,)."""
        back = reversal(lengths, vectors.shape[1])
        deep = self.sentence_encoder(vectors, back)
        free = share(deep, self.rate, self.training)
        both = torch.cat([free, share(vectors, self.rate, self.training)], 2)
        hidden = self.tag_hidden(free)
        tags = self.tag_own(hidden) + self.tag_attributes(hidden) @ self.parts.t()
        rules = self.rule_out(self.rule_hidden(both))
        x = deep
        for layer in self.parser:
            x = layer(share(x, self.rate, self.training), back)
        x = share(x, self.rate, self.training)
        rooted = torch.cat([self.root.expand(x.shape[0], 1, -1).to(x.dtype), x], 1)
        governors = self.arc_governor(rooted)
        arcs = (self.arc_dependent(x) @ self.arc_weight + self.arc_bias) @ governors.transpose(1, 2)
        entities = self.entity_out(share(self.entity_encoder(free, back), self.rate, self.training))
        return Scores(tags, rules, arcs, self.relation_dependent(x), self.relation_governor(rooted), entities)

    def relation_scores(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """(N, R) dependents and their governors to (N, relations)."""
        one = dependents.new_ones(dependents.shape[0], 1)
        left, right = torch.cat([dependents, one], 1), torch.cat([governors, one], 1)
        mixed = (left @ self.relation_weight.flatten(1).to(left.dtype)).view(-1, *self.relation_weight.shape[1:])
        return (mixed * right[:, None]).sum(2)


class EntityNetwork(nn.Module):
    """A second reader for entities alone: word vectors of a trained annotator, and vectors of their subwords.

    `table` (subwords + 1, width) holds the vectors of a multilingual model, which stay as they are.
    """

    def __init__(self, sizes: Sizes, counts: Counts, table: Tensor, dropout: float = 0.35) -> None:
        super().__init__()
        self.rate = dropout
        self.register_buffer("table", table, persistent=False)
        self.proj = nn.Linear(table.shape[1], sizes.subword, bias=False)
        self.mix = nn.Linear(sizes.word_vector + 2 * sizes.subword, sizes.word_vector)
        nn.init.normal_(self.proj.weight, std=0.05)
        with torch.no_grad():
            self.mix.weight[:, : sizes.word_vector] = torch.eye(sizes.word_vector)
            self.mix.weight[:, sizes.word_vector :] *= 0.3
            self.mix.bias.zero_()
        widths = [sizes.word_vector, *[2 * sizes.hidden] * (sizes.entity_layers - 1)]
        self.layers = nn.ModuleList(BiLSTM(width, sizes.hidden) for width in widths)
        self.entity_encoder = BiLSTM(2 * sizes.hidden, sizes.entity_hidden)
        self.entity_out = nn.Linear(2 * sizes.entity_hidden, counts.entities)
        self.transitions = nn.Parameter(torch.zeros(counts.entities + 1, counts.entities + 1))

    def words(self, vectors: Tensor, subwords: Tensor) -> Tensor:
        """(N, word_vector) and (N, K) to (N, word_vector)."""
        pieces = self.proj(self.table[subwords])
        count = (subwords > 0).sum(1, keepdim=True).clamp(min=1)
        both = torch.cat([vectors, pieces.sum(1) / count, pieces[:, 0]], 1)
        return self.mix(functional.dropout(both, 0.25, self.training))

    def forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        """What `words` made, (B, T, word_vector), and lengths (B,) to scores (B, T, entities)."""
        back = reversal(lengths, x.shape[1])
        for layer in (*self.layers, self.entity_encoder):
            x = layer(share(x, self.rate, self.training), back)
        return self.entity_out(share(x, self.rate, self.training))


def chain_loss(transitions: Tensor, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
    """Negative log-likelihood per word of the gold BIO tags under a linear chain; all (B, T[, entities]).

    `transitions` (entities + 1, entities + 1) from a row's tag to a column's; the last row opens a sentence, the last
    column closes it.
    """
    edge = scores.shape[2]
    start, end, between = transitions[edge, :edge], transitions[:edge, edge], transitions[:edge, :edge]
    scores = scores.float()
    alpha = start + scores[:, 0]
    for t in range(1, scores.shape[1]):
        further = torch.logsumexp(alpha[:, :, None] + between, 1) + scores[:, t]
        alpha = torch.where(mask[:, t, None], further, alpha)
    total = torch.logsumexp(alpha + end, 1)
    words = scores.gather(2, gold[:, :, None]).squeeze(2).masked_fill(~mask, 0).sum(1)
    steps = between[gold[:, :-1], gold[:, 1:]].masked_fill(~mask[:, 1:], 0).sum(1)
    last = gold.gather(1, (mask.sum(1) - 1)[:, None]).squeeze(1)
    return (total - words - steps - start[gold[:, 0]] - end[last]).sum() / mask.sum()
