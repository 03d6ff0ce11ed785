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

#: Parts of speech of verbs; "neizpildīts" may be an adjective to the tagger.
_VERBAL = frozenset({"ADJ", "AUX", "VERB"})
#: How verbs begin that deny, and how those end that do so on the way ("nenodalot", "neraugoties").
_PREFIX, _CONVERBS = "ne", ("ot", "oties")
#: Lengths of the parts of words, and numbers of lemmas in a run, that are features.
_PARTS = range(3, 6)
_RUNS = range(1, 4)


def has_sign(words: Doc | Span) -> bool:
    """Whether any word denies, or says without a denial that something is empty or put off.

    Without one a statement is no denial, however it resembles those that were learnt from. That nothing is known of
    measures is no sign either (guideline 36).
    """
    listed = _signs()
    return any(
        (
            (_is_denied(token) and not token.lower_.endswith(_CONVERBS))
            or token.lower_ in listed
            or token.lemma_.lower() in listed
        )
        and not _is_unknown(token)
        for token in words
    )


def _is_unknown(token: Token) -> bool:
    """Whether a word denies that something is known ("mums nav ziņu", "nezinām")."""
    words = read_lexicon("fields", "denial_signs.toml")
    if token.lower_.startswith(tuple(words["unknowing"])):
        return True
    beside = token.doc[max(0, token.i - 1) : token.i + 2]
    return token.lower_ in words["lacking"] and any(word.lower_ in words["known"] for word in beside)


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
    words = read_lexicon("fields", "denial_signs.toml")
    return frozenset(words["denying"] + words["empty"])


@cache
def _undenied() -> frozenset[str]:
    return frozenset(read_lexicon("fields", "denial_signs.toml")["undenied"])


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
    return f"{_PREFIX}{lemma}" if _is_denied(token) and not lemma.startswith(_PREFIX) else lemma


def _is_denied(token: Token) -> bool:
    """Whether a verb is denied; taggers miss it in forms that they have not met, and "neliels" denies nothing."""
    if "Polarity=Neg" in token.morph:
        return token.pos_ in _VERBAL
    if token.pos_ not in _VERBAL or not token.lower_.startswith(_PREFIX):
        return False
    lemma = token.lemma_.lower()
    return not lemma.startswith(_PREFIX) or (token.pos_ != "ADJ" and lemma not in _undenied())
