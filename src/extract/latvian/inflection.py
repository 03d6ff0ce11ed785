"""Latvian declension: the case forms of nouns, substantivised adjectives and names, made from their nominative.

The paradigms stand in `data/declensions.toml`. Forms are made, not looked up, because names of towns, agencies and
associations are an open class that no dictionary holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import product
from typing import Any

from extract.lexicons import read_lexicon

#: Words of capitals up to this length are initialisms, which do not decline (SIA, NVA, ESF, KPFI).
_LONGEST_INITIALISM = 4


class Case(StrEnum):
    """The cases, by their codes in Universal Dependencies."""

    NOMINATIVE = "Nom"
    GENITIVE = "Gen"
    DATIVE = "Dat"
    ACCUSATIVE = "Acc"
    LOCATIVE = "Loc"


class GrammaticalNumber(StrEnum):
    """Singular or plural."""

    SINGULAR = "singular"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a noun; `gender` is "Masc", "Fem", or empty for words that do not decline."""

    text: str
    case: Case
    number: GrammaticalNumber
    gender: str


@dataclass(frozen=True, slots=True)
class _Declension:
    gender: str
    nominative: tuple[str, ...]
    singular: dict[Case, str]
    plural: dict[Case, str]

    def endings(self, number: GrammaticalNumber) -> dict[Case, str]:
        return self.singular if number is GrammaticalNumber.SINGULAR else self.plural


def _data() -> dict[str, Any]:
    return read_lexicon("latvian", "declensions.toml")


@cache
def _declensions() -> dict[str, _Declension]:
    return {
        name: _Declension(
            entry["gender"],
            tuple(entry["nominative"]),
            {Case(case): ending for case, ending in entry["singular"].items()},
            {Case(case): ending for case, ending in entry["plural"].items()},
        )
        for name, entry in _data()["classes"].items()
    }


@cache
def all_endings() -> frozenset[str]:
    """Every ending of every declension, the consonant change before it aside."""
    return frozenset(
        ending.lstrip("~")
        for declension in _declensions().values()
        for number in GrammaticalNumber
        for ending in declension.endings(number).values()
        if ending
    )


def declension_of(nominative: str) -> tuple[str, GrammaticalNumber]:
    """The class (a key of the data file) and the number of a noun in the nominative, told by its form."""
    if nominative.isupper() and len(nominative) <= _LONGEST_INITIALISM:
        return "invariable", GrammaticalNumber.SINGULAR
    word = nominative.lower()
    for key, number in (("singular_nouns", GrammaticalNumber.SINGULAR), ("plural_nouns", GrammaticalNumber.PLURAL)):
        for declension, nouns in _data()[key].items():
            if word in nouns:
                return declension, number
    for rule in _data()["by_ending"]:
        if word.endswith(rule["ending"]) and len(word) > len(rule["ending"]):
            return rule["class"], GrammaticalNumber(rule["number"])
    return "invariable", GrammaticalNumber.SINGULAR


def palatalise(stem: str) -> str:
    """The stem with its last consonants changed ("brāl" gives "brāļ"); others stay as they are."""
    changes: dict[str, str] = _data()["changes"]
    for length in (2, 1):
        if (tail := stem[-length:].lower()) in changes and len(stem) > length:
            return stem[:-length] + changes[tail]
    return stem


@lru_cache(maxsize=4096)
def paradigm(nominative: str, declension: str | None = None) -> tuple[Form, ...]:
    """All forms of a noun. Of a noun given in the singular singular and plural, of one given in the plural only that.

    `declension` is a key of the data file and needed only where the word's form does not tell it.
    """
    guessed, number = declension_of(nominative)
    entry = _declensions()[declension or guessed]
    if declension is not None and declension != guessed:
        number = _number_in(nominative, entry)
    stem = _stem(nominative, entry, number)
    changed = palatalise(stem)
    if _keeps_consonants(nominative.lower(), stem.lower(), declension or guessed):
        changed = stem
    if number is GrammaticalNumber.PLURAL:
        numbers = [GrammaticalNumber.PLURAL]
    else:
        numbers = [GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL]
    gender = "Masc" if nominative.lower() in _data()["masculine_fourth"]["nouns"] else entry.gender
    forms = []
    for each in numbers:
        for case, ending in entry.endings(each).items():
            if gender != entry.gender and (case, each) == (Case.DATIVE, GrammaticalNumber.SINGULAR):
                ending = ending.replace("i", "m")
            text = changed + ending[1:] if ending.startswith("~") else stem + ending
            if (case, each) == (Case.NOMINATIVE, number):
                text = nominative
            forms.append(Form(text, case, each, gender))
            if short := _short_definite(text, stem):
                forms.append(Form(short, case, each, gender))
    return tuple(forms)


def _number_in(nominative: str, entry: _Declension) -> GrammaticalNumber:
    """A noun is plural where its ending is the class's nominative plural and no nominative singular of it."""
    singular = any(nominative.endswith(ending) for ending in entry.nominative)
    return GrammaticalNumber.SINGULAR if singular else GrammaticalNumber.PLURAL


def _stem(nominative: str, entry: _Declension, number: GrammaticalNumber) -> str:
    if number is GrammaticalNumber.PLURAL:
        return nominative[: -len(entry.plural[Case.NOMINATIVE].lstrip("~"))]
    ending = max((e for e in entry.nominative if nominative.lower().endswith(e)), key=len, default="")
    return nominative[: len(nominative) - len(ending)]


def _keeps_consonants(nominative: str, stem: str, declension: str) -> bool:
    unchanged = _data()["unchanged"]
    by_stem = declension != "sixth" and stem.endswith(tuple(unchanged["stem_endings"]))
    return nominative in unchanged["nouns"] or by_stem


def _short_definite(text: str, stem: str) -> str | None:
    """Definite forms in -ēj- have short forms beside the full ones ("vidējam" beside "vidējajam")."""
    if stem.endswith("ēj") and text.startswith(stem + "aj"):
        return stem + text[len(stem) + 2 :]
    return None


@lru_cache(maxsize=4096)
def case_forms(nominative: str) -> frozenset[str]:
    """All forms of a noun or of a name of several words, in the letter case of the nominative given.

    In a name the last noun declines, together with definite adjectives right before it that agree with it ("Sociālais
    dienests" gives "Sociālā dienesta"); genitives before it stay ("Talsu novads", "Talsu novadam"). What stands in
    quotation marks stays, and so does what follows them ("biedrība „Ausma”", "biedrībai „Ausma”"). Only forms of the
    number given are made for names of several words; a single noun in the singular gives its plural as well.
    """
    head, tail = _split_at_quotes(nominative.strip())
    words = head.split()
    if not words:
        return frozenset({nominative})
    if len(words) == 1 and not tail:
        return frozenset(form.text for form in paradigm(words[0]))
    number = declension_of(words[-1])[1]
    nouns = [form for form in paradigm(words[-1]) if form.number is number]
    first = len(words) - 1
    while first > 0 and _agrees(words[first - 1], nouns[0]):
        first -= 1
    names = set()
    for noun in nouns:
        choices = [_forms_agreeing(word, noun) for word in words[first:-1]]
        for chosen in product(*choices):
            names.add(" ".join([*words[:first], *chosen, noun.text]) + tail)
    return frozenset(names)


def _split_at_quotes(name: str) -> tuple[str, str]:
    found = re.search(r"\s*(?:,,|[„“”\"«»(])", name)
    return (name[: found.start()], name[found.start() :]) if found and found.start() else (name, "")


def _agrees(word: str, noun: Form) -> bool:
    """Whether a word is a definite adjective in the nominative that agrees with a noun in the nominative."""
    if not noun.gender:
        return False
    adjective, number = declension_of(word)
    wanted = "definite_masculine" if noun.gender == "Masc" else "definite_feminine"
    return adjective == wanted and number is noun.number and len(word) > 4


def _forms_agreeing(word: str, noun: Form) -> list[str]:
    return [form.text for form in paradigm(word) if form.case is noun.case and form.number is noun.number]
