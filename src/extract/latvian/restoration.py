"""Puts the diacritics back into a text that was typed without them; nothing else, so offsets stay.

A network tells of each letter how likely it has lost a mark (`restoration_network`), the dictionary which of the
spellings are words. Texts with ordinary diacritics are left as they are, to the byte.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.latvian.engines import find_dictionary
from extract.latvian.letter_features import MARKED
from extract.latvian.morphological_lexicon import MorphologicalLexicon, share_lexicon
from extract.latvian.restoration_network import weigh_letters

_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n]+")
_LONG_VOWEL = re.compile("[āēīū]", re.IGNORECASE)
#: Addresses of mail and web, and words with digits in them, which are spelt without diacritics or are codes.
_SPELT_SO = re.compile(r"\S*@\S*|(?:https?://|www\.)\S+|\w+(?:\.\w+)*\.(?:lv|eu|com|org|net|example)\b|\w*\d\w*")
_LONGEST_ABBREVIATION, _LONGEST_WORD = 4, 40
#: So many characters to both sides of a word may be an address's.
_OF_ADDRESS = 60
#: Half the words of Latvian have a diacritic: more words in a row without a long vowel than these are looked at.
_LONGEST_WITHOUT = 5
#: A text as a whole lacks them where so few of its words have a long vowel; then the shorter runs are looked at, too.
_FEW = 0.06
#: By how many nats words have to speak for lost diacritics, in all and a word, and each different one at most. Of a
#: million words of ordinary text no run spoke by more than 7.
_ENOUGH, _ENOUGH_A_WORD, _MOST_OF_WORD = 12.0, 0.7, 5.0
#: The least number and share of words of a run that are none without diacritics.
_NO_WORDS, _NO_WORDS_OF = 2, 0.15
#: The least share of words of Latvian text that the dictionary knows once they are restored; of English it knows few.
_KNOWN_OF = 0.6
#: How many nats the dictionary's word is ahead of a spelling it does not know, and how many spellings are tried.
_OF_DICTIONARY, _SPELLINGS = 6.0, 48


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without a long vowel at `start`, what it was meant to be, and how many nats speak for that.

    `is_known` tells whether the dictionary has what it was meant to be; None where it is no word of a language.
    """

    start: int
    text: str
    meant: str
    nats: float
    is_known: bool | None


def restore_diacritics(text: str) -> str:
    """The text with the diacritics it has lost, one character for each; the text itself where it has lost none.

    Lines are blocks. Only stretches of many words that lack diacritics are changed, the lines that lack them taken
    together, or the whole text where hardly a word has a long vowel.
    """
    groups = [words for words in _find_groups(text) if _has_no_words(words)]
    odds = _weigh(text, [word for words in groups for word in words])
    letters = list(text)
    for words in groups:
        told = [_read(text, word, odds) for word in words]
        if _speaks(told):
            for word in told:
                letters[word.start : word.start + len(word.text)] = word.meant
    return "".join(letters)


def _find_groups(text: str) -> list[list[re.Match[str]]]:
    """Words that may lack diacritics, in groups that are judged together."""
    runs: list[list[re.Match[str]]] = []
    short: list[re.Match[str]] = []
    unmarked: list[re.Match[str]] = []
    words = 0
    for line in _LINE.finditer(text):
        of_line: list[list[re.Match[str]]] = [[]]
        for word in _WORD.finditer(text, *line.span()):
            words += 1
            if _LONG_VOWEL.search(word[0]):
                of_line.append([])
            else:
                of_line[-1].append(word)
        unmarked += [word for run in of_line for word in run]
        runs += [run for run in of_line if len(run) > _LONGEST_WITHOUT]
        if len(of_line) == 1 and len(of_line[0]) <= _LONGEST_WITHOUT:
            short += of_line[0]
    if words - len(unmarked) <= _FEW * words:
        return [unmarked]
    return [*runs, short]


def _has_no_words(words: list[re.Match[str]]) -> bool:
    """Whether many of the words, names aside, are none as they are written; a quick look before the network's."""
    least = max(_NO_WORDS, _NO_WORDS_OF * len(words))
    long = [word[0] for word in words if len(word[0]) > _LONGEST_ABBREVIATION and not word[0].istitle()]
    return len(long) >= least and sum(not _is_word(*_lowered(word)) for word in long) >= least


def _weigh(text: str, words: list[re.Match[str]]) -> dict[int, float]:
    """The odds of the letters of all lines that have one of the words; lines in a row are read together."""
    lines = [line.span() for line in _LINE.finditer(text)]
    at = sorted({bisect_right(lines, word.start(), key=lambda line: line[0]) - 1 for word in words})
    spans: list[tuple[int, int]] = []
    for start, end in (lines[i] for i in at):
        if spans and start <= spans[-1][1] + 1:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return {start + k: nats for start, end in spans for k, nats in weigh_letters(text[start:end]).items()}


def _speaks(words: list[_Word]) -> bool:
    """Whether the words are Latvian and speak for lost diacritics: many nats in all, and a good part of them."""
    known = [word.is_known for word in words if word.is_known is not None]
    nats = {word.text.lower(): min(word.nats, _MOST_OF_WORD) for word in words}
    enough = max(_ENOUGH, _ENOUGH_A_WORD * len(nats))
    return sum(nats.values()) >= enough and sum(known) >= _KNOWN_OF * len(known)


def _read(text: str, word: re.Match[str], odds: dict[int, float]) -> _Word:
    """What a word may have been. A spelling is worth its letters' odds, and more where the dictionary has it."""
    start, written = word.start(), word[0]
    if _is_spelt_so(text, word):
        return _Word(start, written, written, 0.0, None)
    lowered, capital = _lowered(written)
    may = [(k, odds.get(start + k, 0.0)) for k, letter in enumerate(lowered) if letter in MARKED]
    best, most = lowered, float("-inf")
    for spelling, behind in _spellings(lowered, may):
        if _OF_DICTIONARY - behind <= most:
            break  # nor can those that follow be worth more
        if (worth := _worth(spelling, capital) - behind) > most:
            best, most = spelling, worth
    as_it_is = _worth(lowered, capital) - sum(max(0.0, nats) for _, nats in may)
    meant = "".join(m.upper() if w.isupper() else m for w, m in zip(written, best, strict=True))
    return _Word(start, written, meant, most - as_it_is, _dictionary() is None or _is_word(best, capital))


def _lowered(written: str) -> tuple[str, bool]:
    """A word in lower case, and whether it begins with a capital."""
    lowered = written.lower()
    return lowered if len(lowered) == len(written) else written, written[:1].isupper()


def _worth(spelling: str, capital: bool) -> float:
    return _OF_DICTIONARY if _is_word(spelling, capital) else 0.0


def _spellings(plain: str, may: list[tuple[int, float]]) -> Iterator[tuple[str, float]]:
    """The likeliest spellings of a word, the best first, with the nats that they are behind it."""
    likeliest = list(plain)
    costs = sorted((abs(nats), k) for k, nats in may)
    for k, nats in may:
        if nats > 0:
            likeliest[k] = MARKED[plain[k]]
    yield "".join(likeliest), 0.0
    heap: list[tuple[float, tuple[int, ...]]] = [(costs[0][0], (0,))] if costs else []
    for _ in range(_SPELLINGS - 1):
        if not heap:
            return
        cost, changed = heapq.heappop(heap)
        letters = likeliest.copy()
        for i in changed:
            k = costs[i][1]
            letters[k] = plain[k] if letters[k] != plain[k] else MARKED[plain[k]]
        yield "".join(letters), cost
        last = changed[-1]
        if last + 1 < len(costs):
            following = costs[last + 1][0]
            heapq.heappush(heap, (cost + following, (*changed, last + 1)))
            heapq.heappush(heap, (cost - costs[last][0] + following, (*changed[:-1], last + 1)))


def _is_spelt_so(text: str, word: re.Match[str]) -> bool:
    """Whether a word is an abbreviation in capitals, has capitals inside, or is a part of an address or a code."""
    written = word[0]
    if len(written) > _LONGEST_WORD:
        return True
    if written.isupper():
        if len(written) <= _LONGEST_ABBREVIATION:
            return True
    elif not (written.islower() or written.istitle()):
        return True
    begin = max(0, word.start() - _OF_ADDRESS)
    near = _SPELT_SO.finditer(text, begin, word.end() + _OF_ADDRESS)
    return any(found.start() <= word.start() < found.end() for found in near)


@lru_cache(maxsize=65536)
def _is_word(spelling: str, capital: bool) -> bool:
    """Whether the dictionary has a word in lower case, or begun with a capital where it is written so."""
    dictionary = _dictionary()
    if dictionary is None:
        return False
    return bool(dictionary.analyse(spelling) or (capital and dictionary.analyse(spelling.title())))


@cache
def _dictionary() -> MorphologicalLexicon | None:
    """The dictionary of the shipped pipeline; None where it is not on this machine."""
    found = find_dictionary()
    return None if found is None else share_lexicon(*(file.read_text("utf-8") for file in found))
