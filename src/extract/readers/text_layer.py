"""Whether the text layer of a PDF page is what its reader sees.

A layer is doubted by cheap measures of its text and is replaced only where recognition of the page's picture gives text
that the same measures do not doubt. The limits stand well apart from good layers: see docs/decisions/0005-scans.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extract.lexicons import read_lexicon
from extract.readers.pdf_glyphs import Floats
from extract.readers.pdf_pages import RawPage

if TYPE_CHECKING:
    from extract.readers.recognition import RecognisedPage

#: Share of a page from which on a picture on it may be the page itself, scanned.
SCAN_SHARE = 0.5
#: A scan with fewer characters than this has a stamp or page number for a layer, not its text.
THIN = 250
#: Below this share of words that look like words a layer is garbage.
LEAST_WORDLIKE = 0.7
#: Measures of language need so many words; those of garbage so many.
LEAST_WORDS, FEWEST_WORDS = 30, 8
#: Latvian has a diacritic on one letter of twelve or so.
LEAST_DIACRITICS = 0.01
#: Letters of windows-1252 in place of windows-1257's make up more than this share of the letters.
MOST_FOREIGN = 0.03
#: Share of Latvian's short words from which on a text is taken to be Latvian.
LATVIAN = 0.04
#: Share of a layer's characters that may stand outside the page.
MOST_OUTSIDE = 0.5
#: A doubted layer that has this share of the words recognised on its page is right after all.
LEAST_SHARED = 0.8
#: Recognised text is believed from this mean confidence on.
LEAST_CONFIDENCE = 0.7

_LATVIAN_LETTERS = "āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ"
#: How the bytes of Latvian letters in windows-1257 look in windows-1252, and those of UTF-8.
_FOREIGN = "âðçîòíïìûþèåäÃÅÄ"
#: What stands around words.
_MARKS = ".,;:!?…()[]{}<>„“”\"'’‘‚«»*•·–—-_/\\|=+^~`"
_NUMERIC = re.compile(r"[\d.,:;/%°€§()\[\]+–—-]+[a-zāčēģīķļņšūž.]{0,4}")
_VOWELS = re.compile(r"[aeiouyāēīōūäöüõéèáàâêîôаеёиоуыэюяіїє]", re.IGNORECASE)
_LETTERS = re.compile(r"(?:[^\W\d_]+(?:[-–’'./&@][^\W\d_]+)*)")
_RUN = re.compile(r"[bcdfghjklmnpqrstvwxzčģķļņŗšž]{6}", re.IGNORECASE)
_CASES = re.compile(r"[a-zāčēģīķļņšūž][A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]*[A-ZĀČĒĢĪĶĻŅŠŪŽ]")


class Doubt(StrEnum):
    """Why a layer is not believed."""

    THIN = "thin"
    OUTSIDE = "outside"
    GARBAGE = "garbage"
    NO_LANGUAGE = "no language"
    NO_DIACRITICS = "no diacritics"
    FOREIGN_LETTERS = "foreign letters"


#: Doubts of a text that is the page's, if in the wrong letters.
_REAL_TEXT = frozenset({Doubt.NO_DIACRITICS, Doubt.FOREIGN_LETTERS})


def needs_recognition(page: RawPage) -> bool:
    """Whether the page's text, or more of it, may be on a picture only."""
    return page.glyphs is not None and (
        not page.has_text or doubt_layer(page) is not None or bool(page.unread_pictures)
    )


def doubt_layer(page: RawPage) -> Doubt | None:
    """What speaks against the text layer of the page, None where nothing does or there is none."""
    if page.glyphs is None or not page.glyphs.has_ink:
        return None
    is_scan = page.picture_share >= SCAN_SHARE
    words = "".join(page.glyphs.texts).split()
    if is_scan and sum(map(len, words)) < THIN:
        return Doubt.THIN
    if is_scan and _share_outside(page, page.glyphs.boxes) > MOST_OUTSIDE:
        return Doubt.OUTSIDE
    return doubt_text(words, is_scan=is_scan)


def _share_outside(page: RawPage, boxes: Floats) -> float:
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    return float(((x < 0) | (x > page.width) | (y < 0) | (y > page.height)).mean())


def doubt_text(texts: Sequence[str], *, is_scan: bool) -> Doubt | None:
    """What speaks against these words being those of a letter; `is_scan` tells that a picture covers their page."""
    words = [word for text in texts if (word := text.strip(_MARKS))]
    if len(words) < FEWEST_WORDS:
        return None
    if sum(map(_is_wordlike, words)) < LEAST_WORDLIKE * len(words):
        return Doubt.GARBAGE
    if len(words) < LEAST_WORDS:
        return None
    joined = "".join(words)
    foreign = _count(joined, _FOREIGN)
    if not is_scan and foreign <= MOST_FOREIGN * len(joined):
        return None
    ours = _count(joined, _LATVIAN_LETTERS)
    latvian, known = _common_words()
    folded = [word.casefold() for word in words]
    is_latvian = sum(word in latvian for word in folded) >= LATVIAN * len(words)
    if is_latvian and foreign > MOST_FOREIGN * len(joined) and foreign > ours:
        return Doubt.FOREIGN_LETTERS
    if is_scan and is_latvian and ours < LEAST_DIACRITICS * len(joined):
        return Doubt.NO_DIACRITICS
    return Doubt.NO_LANGUAGE if is_scan and known.isdisjoint(folded) else None


def _count(text: str, letters: str) -> int:
    return sum(map(text.count, letters))


def is_better(found: RecognisedPage, page: RawPage) -> bool:
    """Whether what was recognised is to be believed rather than the doubted text layer of the page."""
    doubt = doubt_layer(page)
    texts = [word.text for word in found.words]
    if page.glyphs is None or doubt is None or found.confidence < LEAST_CONFIDENCE:
        return False
    if doubt_text(texts, is_scan=True) is not None:
        return False
    layer = len("".join("".join(page.glyphs.texts).split()))
    recognised = sum(map(len, texts))
    if doubt is Doubt.THIN:
        return recognised > 2 * layer
    # How long a text is that nobody sees or can read tells nothing; one that is real must not be lost in part.
    return 2 * recognised > layer if doubt in _REAL_TEXT else len(texts) >= FEWEST_WORDS


def agrees(found: RecognisedPage, page: RawPage) -> bool:
    """Whether the page shows what its text layer says, as far as could be recognised."""
    seen = [word for each in found.words if (word := each.text.strip(_MARKS))]
    known = {word.strip(_MARKS) for word in "".join(page.glyphs.texts).split()} if page.glyphs else set()
    return bool(seen) and sum(word in known for word in seen) >= LEAST_SHARED * len(seen)


@lru_cache(maxsize=8192)
def _is_wordlike(word: str) -> bool:
    """Whether the word is built as words, numbers and abbreviations are, in any language of Europe."""
    if _NUMERIC.fullmatch(word):
        return True
    if not _LETTERS.fullmatch(word):
        # Digits among letters happen ("9.b", "COVID-19", addresses), but rarely.
        return False
    if len(word) <= 3 or (word.isupper() and len(word) <= 5):
        return True
    return bool(_VOWELS.search(word)) and not _RUN.search(word) and not _CASES.search(word)


@cache
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    """The short words of Latvian, and those of all languages that letters are written in."""
    words = read_lexicon("readers", "common_words.toml")
    return frozenset(words["latvian"]), frozenset(word for language in words.values() for word in language)
