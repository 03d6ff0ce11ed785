"""The words by which letters tell that measures were, or were not, carried out: nouns and verbs in all their forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from extract.fields.vocabulary import is_finite_verb
from extract.latvian.conjugation import Conjugated, VerbForm, conjugate
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, GrammaticalNumber, paradigm
from extract.lexicons import read_lexicon

FINITE = frozenset({VerbForm.FIRST, VerbForm.PRESENT, VerbForm.PAST, VerbForm.FUTURE})
#: Kinds of things of which one is not all there could be.
SEVERAL = frozenset({"measure", "undertaking"})


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing that may not have been done or given; `verbs` are the kinds of verbs that deny it."""

    kind: str
    verbs: frozenset[str]
    sure: bool


@dataclass(frozen=True, slots=True)
class ThingForm:
    """One reading of a word as such a thing; `gender` is "Masc" or "Fem"."""

    thing: Thing
    case: Case
    plural: bool
    gender: str


@dataclass(frozen=True, slots=True)
class VerbReading:
    """One reading of a word as a verb of a kind, without "ne-"."""

    kind: str
    form: Conjugated


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The lexicon; `folded` for letters without diacritics, whose words are looked up without them, too."""

    folded: bool
    _things: dict[str, list[ThingForm]] = field(default_factory=lambda: defaultdict(list))
    _verbs: dict[str, list[VerbReading]] = field(default_factory=lambda: defaultdict(list))
    _lists: dict[str, tuple[frozenset[str], tuple[str, ...]]] = field(default_factory=dict)

    def things(self, word: str) -> list[ThingForm]:
        """The readings of a word as a thing."""
        return self._things.get(word, [])

    def verbs(self, word: str) -> list[VerbReading]:
        """The readings of a word as a verb, of every kind that has it."""
        return self._verbs.get(word, [])

    def denied(self, word: str) -> list[VerbReading]:
        """The readings of a word as a verb with "ne-"."""
        return self._verbs.get(word[2:], []) if word.startswith("ne") else []

    def has(self, name: str, word: str) -> bool:
        """Whether a word is in a list of the data file, or begins as one that the list gives by its beginning."""
        words, stems = self._lists[name]
        return word in words or (bool(stems) and word.startswith(stems))

    def ends(self, name: str, word: str) -> bool:
        """Whether a word ends as one of a list does."""
        return word.endswith(tuple(self._lists[name][0]))

    def is_filler(self, word: str) -> bool:
        """Whether a word only tells when or where, or how a denial is meant: "vēl", "novadā", "2022"."""
        return word.isdigit() or self.has("adverbs", word) or self.has("places", word)

    def is_finite(self, word: str) -> bool:
        """Whether a word is a verb that tells what is or was, denied or not."""
        known = [*self.verbs(word), *self.denied(word)]
        told = any(reading.form.form in FINITE for reading in known) or is_finite_verb(word)
        return told or self.has("auxiliaries", word) or self.has("positive_auxiliaries", word)

    def spelled(self, text: str) -> str:
        """A text in the spelling in which words are looked up."""
        return fold(text) if self.folded else text


@cache
def measure_words(folded: bool) -> MeasureWords:
    """The lexicon, made once a process for letters with diacritics and once for those without."""
    data = read_lexicon("fields", "no_measures.toml")
    lexicon = MeasureWords(folded)
    _add_things(lexicon, data["things"])
    for kind, verbs in data["verbs"].items():
        for verb in verbs:
            for form in conjugate(*verb.split()):
                lexicon._verbs[lexicon.spelled(form.text)].append(VerbReading(kind, form))
    for section in ("words", "segments"):
        for name, entries in data[section].items():
            lexicon._lists[name] = _listed(lexicon, entries)
    return lexicon


def _add_things(lexicon: MeasureWords, things: dict[str, Any]) -> None:
    for kind, entry in things.items():
        thing = Thing(kind, frozenset(entry["verbs"]), entry.get("sure", False))
        for noun in entry["nouns"]:
            for form in paradigm(noun):
                is_plural = form.number is GrammaticalNumber.PLURAL
                # An initialism stands for organisations, and does not decline.
                reading = ThingForm(thing, form.case, is_plural or not form.gender, form.gender or "Fem")
                lexicon._things[lexicon.spelled(form.text.lower())].append(reading)


def _listed(lexicon: MeasureWords, entries: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    spelled = [lexicon.spelled(entry) for entry in entries]
    stems = tuple(entry.removesuffix("-") for entry in spelled if entry.endswith("-"))
    return frozenset(entry for entry in spelled if not entry.endswith("-")), stems


def is_participle(reading: VerbReading) -> bool:
    """Whether a reading is a participle that agrees with its subject."""
    return reading.form.form in (VerbForm.PASSIVE, VerbForm.ACTIVE)
