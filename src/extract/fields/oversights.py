"""What may have been overlooked in a statement: a confidence speaks only of what was found.

A number that no count was made of, a denial that is not one of measures, a name in quotation marks that is no project:
mostly rightly so, but statements with such a sign are incomplete far more often than others. How often was measured on
the train letters (`extract.evaluation.fitting`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.fields.project_numbers import find_project_numbers
from extract.fields.quotations import find_quotations
from extract.fields.vocabulary import NounKind, has_kind, is_finite_verb
from extract.latvian.dates import find_dates
from extract.latvian.folding import fold
from extract.latvian.numerals import cardinal_words
from extract.lexicons import read_lexicon

Span = tuple[int, int]
_WORD = re.compile(r"\w+|[^\w\s]")
#: Digits of a registration or telephone number.
_LONG = 6
#: How many words behind a number may name what it counts ("12 sociālās rehabilitācijas nodarbības").
_REACH = 3


class SignKind(StrEnum):
    """What a sentence has that no value was made of."""

    NUMBER = "number"
    DENIAL = "denial"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that something was overlooked, and its place in the statement's text."""

    kind: SignKind
    start: int
    end: int


def find_signs(text: str, counted: Iterable[Span], named: Iterable[Span], *, denies: bool) -> tuple[Sign, ...]:
    """The signs in a statement, by kind and place.

    `counted` and `named` are the places of its counts and projects, `denies` tells that it is known to deny: measures,
    or that anybody took part.
    """
    counted, named = list(counted), list(named)
    quoted = [(quotation.start, quotation.end) for quotation in find_quotations(text)]
    told = [*counted, *named, *quoted, *((found.start, found.end) for found in find_dates(text))]
    told += [(number.start, number.end) for number in find_project_numbers(text)]
    signs = [Sign(SignKind.NUMBER, start, end) for start, end in _numbers(text) if not _within(start, end, told)]
    if not denies:
        signs += [Sign(SignKind.DENIAL, *span) for span in _denials(text) if not _within(*span, quoted)]
    signs += [
        Sign(SignKind.NAME, start, end)
        for start, end in quoted
        if not any(other < end and start < other_end for other, other_end in named)
    ]
    return tuple(signs)


def completeness(kinds: Collection[SignKind]) -> float:
    """How likely nothing was overlooked in a statement with signs of these kinds."""
    fitted = read_lexicon("fields", "calibration.toml")["completeness"]
    odds = fitted["intercept"] + sum(fitted[kind] for kind in set(kinds))
    return round(min(float(fitted["most"]), 1 / (1 + math.exp(-odds))), 3)


def _within(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


@cache
def _data(key: str) -> tuple[str, ...]:
    return tuple(read_lexicon("fields", "oversights.toml")[key])


@cache
def _folded_numbers() -> frozenset[str]:
    return frozenset(fold(word) for word in cardinal_words())


def _numbers(text: str) -> Iterator[Span]:
    """Numbers that may count people: not those of an order, a sum, a measure, a thing, or a register."""
    words = list(_WORD.finditer(text))
    for i, word in enumerate(words):
        folded = fold(word[0])
        if not (folded.isdigit() or folded in _folded_numbers() or folded.startswith("nevien")):
            continue
        if folded.startswith(_data("no_denials")):
            continue
        before = fold(words[i - 1][0]) if i else ""
        after = [following[0].lower() for following in words[i + 1 : i + 1 + _REACH]]
        if folded.isdigit() and (len(folded) > _LONG or _is_part(text, word.start(), word.end())):
            continue
        if before in _data("numberless") or (after and fold(after[0]) in _data("behind")):
            continue
        if not any(has_kind(each, NounKind.MEASURE) or has_kind(each, NounKind.THING) for each in after):
            yield word.span()


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether digits are an ordinal within the sentence ("4. klase"), or part of a decimal, a time or a code."""
    joined = re.search(r"\d[.,:/\-]$", text[:start]) or re.match(r"[.,:/\-]\d", text[end:])
    return joined is not None or re.match(r"\.\s*\w", text[end:]) is not None


def _denials(text: str) -> Iterator[Span]:
    for word in re.finditer(r"\w+", text):
        folded = fold(word[0])
        if folded.startswith(_data("no_denials")):
            continue
        denied = folded in _data("denials") or folded.startswith(_data("denial_stems"))
        if denied or (folded.startswith("ne") and is_finite_verb(word[0].lower()[2:])):
            yield word.span()
