"""How strongly words speak for each domain of the codebook: weighted terms in statements, likeness to headings.

All evidence is in nats (natural logarithms of odds), one figure a domain, in the codebook's order.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz
from spacy.lang.lv.stop_words import STOP_WORDS

from extract.codebook import Codebook
from extract.fields.folding import fold
from extract.fields.quotations import find_quotations

#: A term said again is little more evidence than said once.
_SAID_AGAIN = 0.25
#: Long sentences hold many terms that depend on each other: their sum nears this limit, in nats.
_CEILING = 8.0
#: What a name says ("projekts „Dziesmu vakars”") tells less of the domain than what was done.
_IN_NAME = 0.25
#: Nats for a heading all of whose words stand in one heading of the codebook.
_HEADING = 9.0
#: More for a heading that is one of the codebook's word for word, whatever other domains' words it has.
_WHOLE_HEADING = 4.0
_WHOLE = 0.99
#: How alike two words of a heading must be (normalised indel similarity, 0 to 100), or how long their shared beginning.
_ALIKE = 82
_SHARED_BEGINNING = 6
_WORD = re.compile(r"[^\W\d_]{2,}")
#: "Izglītības jomā", "Veselības pasākumi" at the beginning of a statement are headings that run into its text.
_SPOKEN_HEADING = re.compile(
    r"(?:[^\W_]+[.,]{0,2}\s*){1,6}?\b(?:jom(?:a|ā|u|as|ās)|pasākum(?:i|us|u))\b", re.IGNORECASE
)
_SPOKEN = 0.6


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term of a domain at `start:end` of a text, with its weight in nats."""

    start: int
    end: int
    term: str
    nats: float


@dataclass(frozen=True, slots=True)
class DomainEvidence:
    """Evidence for each domain in nats, and the terms of each domain that it rests on."""

    nats: tuple[float, ...]
    terms: tuple[tuple[FoundTerm, ...], ...]


class _Terms:
    """The terms of one domain as one pattern; of those that begin at one place, the longest is found."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._terms = sorted(weights.items(), key=lambda item: (-len(item[0]), item[0]))
        spelled = (r"\W+".join(re.escape(word) + r"\w*" for word in term.split()) for term, _ in self._terms)
        self._pattern = re.compile(r"\b(?:" + "|".join(f"({each})" for each in spelled) + ")") if weights else None

    def find(self, folded: str) -> tuple[FoundTerm, ...]:
        if self._pattern is None:
            return ()
        pieces = self._pattern.finditer(folded)
        return tuple(FoundTerm(*piece.span(), *self._terms[(piece.lastindex or 1) - 1]) for piece in pieces)


class DomainLexicon:
    """The terms and headings of a codebook, ready to be looked for."""

    def __init__(self, codebook: Codebook) -> None:
        self.codes = codebook.domain_codes
        self._terms = [_Terms({fold(term): nats for term, nats in each.terms.items()}) for each in codebook.domains]
        self._headings = [[_content(heading) for heading in each.headings] for each in codebook.domains]
        domains_of: Counter[str] = Counter()
        for headings in self._headings:
            domains_of.update({word for words in headings for word in words})
        self._weighed: dict[str, tuple[float, ...]] = {}
        self._rarity = {word: math.log(1 + len(self.codes) / count) for word, count in domains_of.items()}

    def weigh(self, text: str) -> DomainEvidence:
        """The evidence of a statement's words, a heading spoken at its beginning included."""
        folded = fold(text)
        names = find_quotations(text)
        found = tuple(
            tuple(
                replace(term, nats=term.nats * _IN_NAME) if any(n.start < term.start < n.end for n in names) else term
                for term in terms.find(folded)
            )
            for terms in self._terms
        )
        nats = tuple(map(_sum, found))
        if spoken := _SPOKEN_HEADING.match(text):
            nats = tuple(n + _SPOKEN * h for n, h in zip(nats, self.weigh_heading(spoken[0]), strict=True))
        return DomainEvidence(nats, found)

    def weigh_heading(self, heading: str) -> tuple[float, ...]:
        """The evidence of a heading: likeness to the codebook's headings, and its terms."""
        if heading not in self._weighed:
            self._weighed[heading] = self._weigh_heading(heading)
        return self._weighed[heading]

    def _weigh_heading(self, heading: str) -> tuple[float, ...]:
        words, folded = _content(heading), fold(heading)
        likeness = [max((self._likeness(words, known) for known in each), default=0.0) for each in self._headings]
        terms = [max(0.0, _sum(each.find(folded))) for each in self._terms]
        return tuple(
            _HEADING * like + _WHOLE_HEADING * (like >= _WHOLE) + nats
            for like, nats in zip(likeness, terms, strict=True)
        )

    def _likeness(self, words: tuple[str, ...], known: tuple[str, ...]) -> float:
        """The share of a heading's words, by rarity, that a known heading has; a tenth for having all of the latter."""
        if not words or not known:
            return 0.0
        rarity = [self._rarity_of(word) for word in words]
        shared = sum(r for word, r in zip(words, rarity, strict=True) if any(_alike(word, other) for other in known))
        covered = sum(1 for other in known if any(_alike(word, other) for word in words)) / len(known)
        return shared / sum(rarity) * (0.9 + 0.1 * covered)

    def _rarity_of(self, word: str) -> float:
        alike = (rarity for known, rarity in self._rarity.items() if _alike(word, known))
        return min(alike, default=math.log(1 + len(self.codes)))


def _sum(terms: tuple[FoundTerm, ...]) -> float:
    said = Counter((found.term, found.nats) for found in terms)
    total = sum(nats * (1 + _SAID_AGAIN * (times - 1)) for (_, nats), times in said.items())
    return _CEILING * math.tanh(total / _CEILING)


def _content(heading: str) -> tuple[str, ...]:
    """The folded words of a heading, without function words, numbers and punctuation."""
    return tuple(fold(word) for word in _WORD.findall(heading) if word.lower() not in STOP_WORDS)


@cache
def _alike(word: str, other: str) -> bool:
    """Whether two folded words are forms or misspellings of one word."""
    if min(len(word), len(other)) >= _SHARED_BEGINNING and word[:_SHARED_BEGINNING] == other[:_SHARED_BEGINNING]:
        return True
    return word == other or (min(len(word), len(other)) > 3 and fuzz.ratio(word, other) >= _ALIKE)
