"""Tells headings from statements: by the form of a block, and by likeness to the headings that the codebook names.

Which domain a heading stands for is decided elsewhere (`extract.fields.domains`); here only that it is one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from extract.codebook import Codebook
from extract.latvian.dates import find_dates
from extract.latvian.folding import fold_words
from extract.letters.phrases import has_verb
from extract.model import BlockKind

#: From this ratio of difflib on (0 to 1) a text is like a heading: the same, written a little differently.
LIKE = 0.8
#: The longest title (in words) that is told by its form alone: before a colon, and with nothing after it.
_LONGEST_BEFORE_COLON = 14
_LONGEST_BARE = 9
_LONGEST_LABEL = 6
_LONGEST_HEADING = 40
#: A block set as a heading is a sentence where it has a verb and more words than this.
_LONGEST_WITH_VERB = 25
#: Where a heading may end and its statement begin in one paragraph.
_BREAK = re.compile(r"\?\s+|:\s*|\.\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ\d„])|\s+[–—-]\s+")
_QUESTION = re.compile(r"(?:\d+[.)]\s*)?(?:kād|kas\b|kā\b|vai\b|cik\b|kur|lūdz\w+)", re.IGNORECASE)
_NUMBER_MARKER = re.compile(r"\(?[\dIVX]+[\d.]*\)?\.?")
#: Folded words that stand around the years of a heading and tell nothing else.
_YEAR_FILLERS = frozenset({"par", "gads", "gada", "gadu", "gadam", "gados", "un"})
#: Words that begin alike up to this many letters are one word in its forms.
_STEM = 5
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class CodebookHeadings:
    """The codebook's headings, folded, and the stems of their words.

    `telling` has a set for each heading: the stems that only few domains' headings have.
    """

    texts: tuple[str, ...]
    stems: frozenset[str]
    telling: frozenset[frozenset[str]]

    @classmethod
    def of(cls, codebook: Codebook) -> CodebookHeadings:
        """The headings and Latvian titles of all domains."""
        words: list[list[str]] = []
        seen_in: Counter[str] = Counter()
        for domain in codebook.domains:
            of_domain = [fold_words(heading) for heading in (*domain.headings, domain.title.lv)]
            words.extend(of_domain)
            seen_in.update({stem for each in of_domain for stem in _stems(each)})
        few = max(1, len(codebook.domains) // 4)
        telling = {frozenset(stem for stem in _stems(each) if seen_in[stem] <= few) for each in words}
        texts = dict.fromkeys(" ".join(each) for each in words)
        return cls(tuple(texts), frozenset(seen_in), frozenset(telling - {frozenset()}))

    def has_like(self, text: str) -> bool:
        """Whether one of the headings is like `text`; case, diacritics and punctuation aside."""
        folded = " ".join(fold_words(text))
        for heading in self.texts:
            if 2 * min(len(heading), len(folded)) < LIKE * (len(heading) + len(folded)):
                continue
            matcher = SequenceMatcher(None, folded, heading, autojunk=False)
            if matcher.quick_ratio() >= LIKE and matcher.ratio() >= LIKE:
                return True
        return False

    def labels(self, text: str) -> bool:
        """Whether `text` is a short title that has all a heading's telling words and only words of headings."""
        words = [word for word in fold_words(text) if word not in _YEAR_FILLERS]
        stems = frozenset(_stems(words))
        return len(words) <= _LONGEST_LABEL and stems <= self.stems and any(each <= stems for each in self.telling)

    def names(self, text: str) -> bool:
        """Whether `text` is one of the headings, or a short title made of their words."""
        return self.has_like(text) or self.labels(text)


def is_heading(
    text: str, kind: BlockKind, marker: str | None, headings: CodebookHeadings, has_text_below: bool
) -> bool:
    """Whether a block of the body is a heading or question; `has_text_below` tells that it stands over something."""
    words = text.split()
    if len(words) > _LONGEST_HEADING:
        return False
    if headings.has_like(text):
        return True
    if kind is not BlockKind.LIST_ITEM and headings.labels(text) and not text.endswith((";", ",")):
        return True
    if text.endswith("?"):
        return has_text_below and (kind is BlockKind.HEADING or marker is not None or bool(_QUESTION.match(text)))
    if kind is BlockKind.HEADING:
        return not (has_verb(text) and (text.endswith((".", "!", ";")) or len(words) > _LONGEST_WITH_VERB))
    if has_verb(text) or text.endswith((".", ";", ",", "!")) or not text[:1].isupper():
        return False
    if not has_text_below:
        return False
    if text.endswith(":"):
        return len(words) <= _LONGEST_BEFORE_COLON
    if kind is BlockKind.LIST_ITEM:
        return marker is not None and bool(_NUMBER_MARKER.fullmatch(marker)) and len(words) <= _LONGEST_BARE
    return len(words) <= _LONGEST_BARE


def is_year_heading(text: str) -> bool:
    """Whether the text names years and nothing else ("2021. gadā:", "Par 2022. gadu")."""
    rest = list(text)
    dates = find_dates(text)
    for found in dates:
        rest[found.start : found.end] = " " * (found.end - found.start)
    words = fold_words("".join(rest))
    return bool(dates) and any(found.years for found in dates) and all(word in _YEAR_FILLERS for word in words)


def heading_end(text: str, headings: CodebookHeadings) -> int | None:
    """Where the heading ends that a paragraph opens with, before its statement; None where it opens with none.

    "Veselības joma: 2021. gadā …" gives the offset after "joma:".
    """
    for found in _BREAK.finditer(text):
        title = text[: found.start()]
        if len(title.split()) > _LONGEST_HEADING:
            return None
        if not text[found.end() :].strip():
            continue
        if headings.has_like(title):
            return found.start() + len(found.group().rstrip())
        if headings.labels(title) and not has_verb(title):
            return found.start() + len(found.group().rstrip())
        if found.group().startswith("?") and _QUESTION.match(title):
            return found.start() + 1
    return None


def _stems(words: list[str]) -> list[str]:
    return [word[:_STEM] for word in words if len(word) >= _SHORTEST_WORD and word.isalpha()]
