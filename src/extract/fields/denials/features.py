"""What tells whether a statement says that nothing was done, beside the rules: parts of words and runs of lemmas.

The turns of speech by which people say so are too many for rules. `scripts/train_denials.py` learns what they weigh
from annotations/train.jsonl and annotations/denials.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from extract.lexicons import read_lexicon

#: Parts of speech whose words deny; "neliels" and "nevalstisks" do not, nor does what is told on the way ("nenodalot").
_DENYING = frozenset({"ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "VERB"})
#: Lengths of the parts of words, and numbers of lemmas in a run, that are features.
_PARTS = range(3, 6)
_RUNS = range(1, 4)


def has_sign(words: Doc | Span) -> bool:
    """Whether any word denies, or says without a denial that something is empty or put off.

    Without one a statement is no denial, however it resembles those that were learnt from.
    """
    listed = _signs()
    return any(
        (token.pos_ in _DENYING and _is(token, "Polarity=Neg") and not _is(token, "VerbForm=Conv"))
        or token.lower_ in listed
        or token.lemma_.lower() in listed
        for token in words
    )


def features_of(words: Doc | Span) -> dict[str, float]:
    """The parts of words and the runs of lemmas, each kind scaled to the length of one; how they end tells nothing.

    A sentence and a table's cell may say the same, with a full stop and without.
    """
    tokens = list(words)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return {**_scaled(_parts(tokens)), **_scaled(_runs(tokens))}


@cache
def _signs() -> frozenset[str]:
    words = read_lexicon("fields", "no_measures.toml")["signs"]
    return frozenset(words["denying"] + words["empty"])


def _scaled(names: Iterator[str]) -> dict[str, float]:
    weighed = {name: 1 + math.log(count) for name, count in Counter(names).items()}
    length = math.sqrt(sum(value * value for value in weighed.values()))
    return {name: value / length for name, value in weighed.items()}


def _parts(words: list[Token]) -> Iterator[str]:
    for token in words:
        text = f" {token.lower_} "
        for length in _PARTS:
            yield from (text[i : i + length] for i in range(max(1, len(text) - length + 1)))


def _runs(words: list[Token]) -> Iterator[str]:
    lemmas = [_name(token) for token in words]
    for length in _RUNS:
        yield from ("=" + "+".join(lemmas[i : i + length]) for i in range(len(lemmas) - length + 1))


def _name(token: Token) -> str:
    """The lemma, with the "ne" that lemmas of negated verbs are without; names and numbers are all alike."""
    if token.pos_ == "PROPN":
        return "NAME"
    if token.pos_ == "NUM" or token.is_digit:
        return "NUMBER"
    lemma = token.lemma_.lower()
    return f"ne{lemma}" if _is(token, "Polarity=Neg") and not lemma.startswith("ne") else lemma


def _is(token: Token, feature: str) -> bool:
    return feature in token.morph
