"""The names of all respondents in all forms, and finding them in a text, whatever its case and diacritics."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from extract.codebook import Respondent
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, case_forms, declension_of, paradigm
from extract.lexicons import read_lexicon

_WORD = re.compile(r"\w+")
_ABBREVIATION = re.compile(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ]{2,6}")
#: How many words may stand between a place's genitive and the office ("Talsu 2. vidusskola").
_TO_OFFICE = 3


class NameKind(IntEnum):
    """How a mention names its respondent, the weakest first.

    A town alone; an office with the name of a parish, or of a county without "novads"; an office with the name of a
    town; an abbreviation; a town, parish or former county in full; the respondent's own name.
    """

    SETTLEMENT = 1
    LESSER_OFFICE = 2
    OFFICE = 3
    ABBREVIATION = 4
    PLACE = 5
    NAME = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """The words `text[start:end]` may name these respondents, more than one where places share a name.

    `others` are those whom the words could name, but less likely do: a county where its namesake city is meant.
    """

    start: int
    end: int
    respondents: tuple[str, ...]
    kind: NameKind
    is_dative: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    written: str
    respondent: str
    kind: NameKind
    is_dative: bool


class Register:
    """All forms of the respondents' names, looked up by their first word."""

    def __init__(self, respondents: Iterable[Respondent]) -> None:
        self._by_first: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._sites: defaultdict[str, set[str]] = defaultdict(set)
        for respondent in respondents:
            for name in (respondent.name, *respondent.aliases):
                self._add_name(respondent.name, name)
            for place in respondent.places:
                self._add_place(respondent.name, place)

    def find_mentions(self, text: str, *, anywhere: bool = False) -> list[Mention]:
        """All mentions, none overlapping a longer one. `anywhere` takes places' genitives without an office too."""
        words = list(_WORD.finditer(text))
        folded = [fold(word.group()) for word in words]
        mentions: list[Mention] = []
        i = 0
        while i < len(words):
            entries = self._longest(folded, i, text, words, anywhere)
            if not entries:
                i += 1
                continue
            last = i + len(entries[0].words) - 1
            start, end = words[i].start(), words[last].end()
            mentions.append(_mention(entries, text, start, end))
            i = last + 1
        return mentions

    def respondent_of_site(self, site: str) -> str | None:
        """The respondent whose name a web domain ("soc.talsi.lv") is made of; None where there is none, or several."""
        for label in reversed(fold(site).split(".")[:-1]):
            owners = self._sites.get(label.replace("-", ""), set())
            if len(owners) == 1:
                return next(iter(owners))
        return None

    def _longest(
        self, folded: list[str], i: int, text: str, words: list[re.Match[str]], anywhere: bool
    ) -> list[_Entry]:
        found = [
            entry
            for entry in self._by_first.get(folded[i], ())
            if tuple(folded[i : i + len(entry.words)]) == entry.words
            and self._stands(entry, folded, i, words[i].group(), anywhere)
        ]
        if not found:
            return []
        length = max(len(entry.words) for entry in found)
        return [entry for entry in found if len(entry.words) == length]

    @staticmethod
    def _stands(entry: _Entry, folded: list[str], i: int, word: str, anywhere: bool) -> bool:
        """Whether what stands around the words lets the entry be meant."""
        if entry.kind is NameKind.ABBREVIATION:
            return word == entry.written or anywhere
        if not anywhere and not word[0].isupper():
            return False
        if entry.kind not in (NameKind.OFFICE, NameKind.LESSER_OFFICE):
            return True
        after = folded[i + len(entry.words) : i + len(entry.words) + _TO_OFFICE]
        if after and after[0].startswith(_words("streets")):
            return False
        return anywhere or any(each.startswith(_words("offices")) for each in after)

    def _add_name(self, respondent: str, name: str) -> None:
        if _ABBREVIATION.fullmatch(name):
            self._add(respondent, name, NameKind.ABBREVIATION, False)
            self._sites[fold(name)].add(respondent)
            return
        self._add_forms(respondent, name, NameKind.NAME)
        self._sites[fold(name).replace(" ", "")].add(respondent)
        first, _, last = name.rpartition(" ")
        if last in _administrative():
            self._add(respondent, first, NameKind.LESSER_OFFICE, False)
            for short in _administrative()[last]:
                self._add(respondent, f"{first} {short}", NameKind.NAME, False)

    def _add_place(self, respondent: str, place: str) -> None:
        first, _, last = place.rpartition(" ")
        if last in _administrative():
            self._add_forms(respondent, place, NameKind.PLACE)
            for short in _administrative()[last]:
                self._add(respondent, f"{first} {short}", NameKind.PLACE, False)
            self._add(respondent, first, NameKind.LESSER_OFFICE, False)
            return
        self._sites[fold(place)].add(respondent)
        number = declension_of(place)[1]
        for form in paradigm(place):
            if form.number is number and form.case in (Case.NOMINATIVE, Case.LOCATIVE):
                self._add(respondent, form.text, NameKind.SETTLEMENT, False)
            if form.number is number and form.case is Case.GENITIVE:
                self._add(respondent, form.text, NameKind.OFFICE, False)
                for noun in ("pilsēta", "valstspilsēta"):
                    self._add_forms(respondent, f"{form.text} {noun}", NameKind.PLACE)
                    for short in _administrative()[noun]:
                        self._add(respondent, f"{form.text} {short}", NameKind.PLACE, False)

    def _add_forms(self, respondent: str, name: str, kind: NameKind) -> None:
        datives = _dative_forms(name)
        for form in case_forms(name):
            self._add(respondent, form, kind, form in datives)

    def _add(self, respondent: str, written: str, kind: NameKind, is_dative: bool) -> None:
        words = tuple(_WORD.findall(fold(written)))
        self._by_first[words[0]].append(_Entry(words, written, respondent, kind, is_dative))


@lru_cache(maxsize=4)
def register_of(respondents: tuple[Respondent, ...]) -> Register:
    """The register of these respondents, made once for each list."""
    return Register(respondents)


def _mention(entries: list[_Entry], text: str, start: int, end: int) -> Mention:
    """The strongest entries' mention; of names that differ in diacritics alone, those written as in the text."""
    kind = max(entry.kind for entry in entries)
    strongest = [entry for entry in entries if entry.kind is kind]
    written = text[start:end].lower()
    exact = [entry for entry in strongest if entry.written.lower() == written] or strongest
    names = tuple(dict.fromkeys(entry.respondent for entry in exact))
    others = tuple(dict.fromkeys(entry.respondent for entry in entries if entry.respondent not in names))
    return Mention(start, end, names, kind, all(entry.is_dative for entry in exact), others)


def _dative_forms(name: str) -> frozenset[str]:
    first, _, last = name.rpartition(" ")
    number = declension_of(last)[1]
    others = {form.text for form in paradigm(last) if form.number is number and form.case is not Case.DATIVE}
    datives = {form.text for form in paradigm(last) if form.number is number and form.case is Case.DATIVE} - others
    return frozenset(f"{first} {form}".strip() for form in datives)


def _administrative() -> dict[str, list[str]]:
    nouns: dict[str, list[str]] = read_lexicon("letters", "offices.toml")["administrative"]
    return nouns


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(read_lexicon("letters", "offices.toml")["words"][key])
