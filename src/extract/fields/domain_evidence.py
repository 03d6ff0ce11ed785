"""How strongly words speak for each domain of the codebook: weighted terms in statements, likeness to headings.

All evidence is in nats (natural logarithms of odds), one figure a domain, in the codebook's order.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz
from spacy.lang.lv.stop_words import STOP_WORDS

from extract.codebook import Codebook
from extract.fields.quotations import find_quotations
from extract.latvian.folding import fold

#: A term said again is little more evidence than said once.
_SAID_AGAIN = 0.25
#: Said again by a later sentence of the paragraph a term goes on with what was told and hardly opens another domain.
_TOLD_BEFORE = 0.4
#: Long sentences hold many terms that depend on each other: their sum nears this limit, in nats.
_CEILING = 8.0
#: What a name says ("projekts „Dziesmu vakars”") tells less of the domain than what was done.
_IN_NAME = 0.25
#: Words of terms with no more letters are no beginnings.
_LONGEST_PREPOSITION = 2
#: Nats for a heading all of whose words stand in one heading of the codebook.
_HEADING = 9.0
#: More for a heading that is one of the codebook's word for word, whatever other domains' words it has.
_WHOLE_HEADING = 4.0
_WHOLE = 0.99
#: More for a heading whose first word that tells something is one of the codebook's headings by itself.
_LEADING = 3.0
#: How alike two words of a heading must be (normalised indel similarity, 0 to 100), or how long their shared beginning.
_ALIKE = 82
_SHARED_BEGINNING = 6
_WORD = re.compile(r"[^\W\d_]{2,}")
_ANY_WORD = re.compile(r"\w+")
#: "Izglītības jomā", "Veselības pasākumi" at the beginning of a statement are headings that run into its text.
_SPOKEN_HEADING = re.compile(
    r"(?:[^\W_]+(?:[.,]{1,2}\s*|\s+)){1,6}?(?:jom(?:a|ā|u|as|ās)|pasākum(?:i|us|u))\b", re.IGNORECASE
)
_SPOKEN = 0.6


#: A domain's code, headings, and terms with their nats.
Section = tuple[str, tuple[str, ...], tuple[tuple[str, float], ...]]


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
    """Terms of all domains by the beginning of their first word, so that a text is read once."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._count = len(sections)
        self._starting: dict[str, list[tuple[int, tuple[str, ...], str, float]]] = {}
        for k, (_, _, terms) in enumerate(sections):
            for term, nats in terms:
                first, *others = fold(term).split()
                self._starting.setdefault(first, []).append((k, tuple(others), fold(term), nats))
        self._lengths = sorted({len(first) for first in self._starting}, reverse=True)

    def find(self, folded: str) -> tuple[tuple[FoundTerm, ...], ...]:
        """The terms of each domain, none overlapping another of its own; of those at one place the longest."""
        words = [(word[0], word.start(), word.end()) for word in _ANY_WORD.finditer(folded)]
        found: list[list[FoundTerm]] = [[] for _ in range(self._count)]
        for at, (word, start, _) in enumerate(words):
            longest: dict[int, FoundTerm] = {}
            for length in self._lengths:
                for k, others, term, nats in self._starting.get(word[:length], ()) if length <= len(word) else ():
                    following = [each for each, _, _ in words[at + 1 : at + 1 + len(others)]]
                    begins = _begins(word, word[:length]) and all(map(_begins, following, others))
                    if len(following) < len(others) or not begins:
                        continue
                    if k not in longest or len(term) > len(longest[k].term):
                        longest[k] = FoundTerm(start, words[at + len(others)][2], term, nats)
            for k, each in longest.items():
                if not found[k] or found[k][-1].end <= start:
                    found[k].append(each)
        return tuple(map(tuple, found))


def _begins(word: str, beginning: str) -> bool:
    """Whether a folded word begins so; prepositions and the like stand for themselves ("no" begins no "nodaļa")."""
    return word == beginning or (len(beginning) > _LONGEST_PREPOSITION and word.startswith(beginning))


class DomainLexicon:
    """The terms and headings of a codebook, ready to be looked for."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.codes = tuple(code for code, _, _ in sections)
        self._terms = _Terms(sections)
        self._headings = [[telling_words(heading) for heading in headings] for _, headings, _ in sections]
        domains_of: Counter[str] = Counter()
        for headings in self._headings:
            domains_of.update({word for words in headings for word in words})
        self._own_headings = frozenset(words for headings in self._headings for words in headings)
        self._rarity = {word: math.log(1 + len(self.codes) / count) for word, count in domains_of.items()}
        self._weighed = lru_cache(maxsize=1024)(self._weigh_heading)

    def weigh(self, text: str) -> DomainEvidence:
        """The evidence of a statement's words, a heading spoken at its beginning included."""
        folded = fold(text)
        names = find_quotations(text)
        found = tuple(
            tuple(
                replace(term, nats=term.nats * _IN_NAME) if any(n.start < term.start < n.end for n in names) else term
                for term in terms
            )
            for terms in self._terms.find(folded)
        )
        nats = tuple(map(_sum, found))
        if spoken := _SPOKEN_HEADING.match(text):
            nats = tuple(n + _SPOKEN * h for n, h in zip(nats, self.weigh_heading(spoken[0]), strict=True))
        return DomainEvidence(nats, found)

    def is_own_heading(self, heading: str) -> bool:
        """Whether a heading is one of the codebook's, function words, numbers and punctuation aside."""
        return telling_words(heading) in self._own_headings

    def weigh_heading(self, heading: str) -> tuple[float, ...]:
        """The evidence of a heading: likeness to the codebook's headings, and its terms."""
        return self._weighed(heading)

    def _weigh_heading(self, heading: str) -> tuple[float, ...]:
        words = telling_words(heading)
        likeness = [max((self._likeness(words, known) for known in each), default=0.0) for each in self._headings]
        terms = [max(0.0, _sum(each)) for each in self._terms.find(fold(heading))]
        leads = [
            any(len(known) == 1 and _alike(words[0], known[0]) for known in each) for each in self._headings if words
        ]
        return tuple(
            _HEADING * like + _WHOLE_HEADING * (like >= _WHOLE) + _LEADING * lead + nats
            for like, lead, nats in zip(likeness, leads or [False] * len(terms), terms, strict=True)
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


def told_anew(evidence: Sequence[DomainEvidence], paragraphs: Sequence[int]) -> list[DomainEvidence]:
    """The evidence of a letter's statements, less of what an earlier one of the same paragraph has said already."""
    anew: list[DomainEvidence] = []
    told: set[tuple[int, str]] = set()
    for i, each in enumerate(evidence):
        if i == 0 or paragraphs[i] != paragraphs[i - 1]:
            told = set()
        nats = tuple(
            n - _sum(terms) + _sum(tuple(_again(term) if (k, term.term) in told else term for term in terms))
            for k, (n, terms) in enumerate(zip(each.nats, each.terms, strict=True))
        )
        anew.append(replace(each, nats=nats))
        told |= {(k, term.term) for k, terms in enumerate(each.terms) for term in terms}
    return anew


def _again(term: FoundTerm) -> FoundTerm:
    return replace(term, nats=term.nats * _TOLD_BEFORE)


def lexicon_of(codebook: Codebook) -> DomainLexicon:
    """The lexicon of a codebook, made once a process."""
    return _lexicon(
        tuple(
            (each.code, each.headings + each.headings_in_own_words, tuple(each.terms.items()))
            for each in codebook.domains
        )
    )


@lru_cache(maxsize=8)
def _lexicon(sections: tuple[Section, ...]) -> DomainLexicon:
    return DomainLexicon(sections)


def _sum(terms: tuple[FoundTerm, ...]) -> float:
    said = Counter((found.term, found.nats) for found in terms)
    total = sum(nats * (1 + _SAID_AGAIN * (times - 1)) for (_, nats), times in said.items())
    return _CEILING * math.tanh(total / _CEILING)


def telling_words(heading: str) -> tuple[str, ...]:
    """The folded words of a heading, without function words, numbers and punctuation."""
    return tuple(fold(word) for word in _WORD.findall(heading) if word.lower() not in STOP_WORDS)


@lru_cache(maxsize=65536)
def _alike(word: str, other: str) -> bool:
    """Whether two folded words are forms or misspellings of one word."""
    if min(len(word), len(other)) >= _SHARED_BEGINNING and word[:_SHARED_BEGINNING] == other[:_SHARED_BEGINNING]:
        return True
    return word == other or (min(len(word), len(other)) > 3 and fuzz.ratio(word, other) >= _ALIKE)
