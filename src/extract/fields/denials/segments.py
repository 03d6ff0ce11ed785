"""A statement as words in segments: what is denied is denied within one clause, and some are only on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.fields.denials.measure_words import MeasureWords, measure_words
from extract.fields.quotations import find_quotations
from extract.latvian.folding import fold

_DIACRITICS = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
#: A clause inside another ("pasākumi, kas paredzēti tikai romiem, netika rīkoti"), and what stands in brackets.
_INSERTED = re.compile(
    r",\s*(?:(?:ar|no|par|pie|uz)\s+)?(?:kas|kur\w*|ko|kad|kamēr|kamer|lai|ja)\b(?:[^,;:.]|(?<=\d)\.)*,"
)
_BRACKETS = re.compile(r"\([^()]*\)")
#: What is conceded, a condition, a time or an aim on the way: "Lai gan pasākumi netika rīkoti, skola …".
_ON_THE_WAY = re.compile(
    r"(?:^|(?<=,))\s*(?:(?:kaut|lai|ja|kamēr|kamer|kad)\b|t[āa] k[āa]\b)[^,;:]*(?:,\s*ka\b[^,;:]*)?(?:,|$)"
)
_MASK = "„"
#: A statement that is nearly all in brackets has nothing to tell but what stands there: "0 (nav pasākumu)."
_FEW = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case at `start:end` of the statement; `before` is what stands between it and the word before."""

    text: str
    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one clause, or of several that no conjunction parts; `opener` is the conjunction, or empty."""

    words: tuple[Word, ...]
    opener: str

    def is_whole(self, first: int, last: int, lexicon: MeasureWords) -> bool:
        """Whether no comma begins another clause between two words: one before "ne", "gan" or a year does not."""
        return not any(
            "," in word.before and not (word.text in ("ne", "nedz", "gan", "un") or word.text[0].isdigit())
            for word in self.words[first + 1 : last + 1]
        )


@dataclass(frozen=True, slots=True)
class Clauses:
    """A statement for the finders of denials.

    `words` are all its words, `segments` those without clauses that are only on the way, in order.
    """

    text: str
    lexicon: MeasureWords
    words: tuple[Word, ...]
    segments: tuple[Segment, ...]
    tail: str
    has_quotation: bool

    def after(self, word: Word) -> str:
        """What stands behind a word up to the next, or to the statement's end."""
        found = next((other for other in self.words if other.start >= word.end), None)
        return found.before if found else self.tail


def read_clauses(text: str) -> Clauses:
    """The words and segments of a statement's text; what it quotes is left out of both."""
    folded = _DIACRITICS.search(text) is None  # without diacritics "aktivitātes" and "aktivitātēs" are one
    lexicon = measure_words(folded)
    view = list(fold(text) if folded else text.lower() if len(text.lower()) == len(text) else text)
    for quotation in find_quotations(text):
        view[quotation.start : quotation.end] = _MASK * (quotation.end - quotation.start)
    joined = "".join(view)
    words = tuple(_words(joined))
    outside = _BRACKETS.sub(_blank, joined)
    told = joined if len(outside.split()) < _FEW else outside
    told = _ON_THE_WAY.sub(_blank, _INSERTED.sub(_blank, told))
    tail = joined[words[-1].end :] if words else joined
    return Clauses(text, lexicon, words, tuple(_segments(tuple(_words(told)), lexicon)), tail, _MASK in joined)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _words(text: str) -> Iterator[Word]:
    end = 0
    for found in _WORD.finditer(text):
        yield Word(found[0], found.start(), found.end(), text[end : found.start()].strip())
        end = found.end()


def _segments(words: tuple[Word, ...], lexicon: MeasureWords) -> Iterator[Segment]:
    start, opener = 0, ""
    for i, word in enumerate(words):
        parts = ";" in word.before or (word.before.endswith(":") and not word.text.isdigit())
        opens = "," in word.before and lexicon.has("openers", word.text)
        if i and (parts or opens):
            yield Segment(words[start:i], opener)
            start, opener = i, word.text if opens else ""
    if words[start:]:
        yield Segment(words[start:], opener)
