"""The lexicon of nouns that name people and families: what a word form can be.

The nouns stand in `data/people.toml`; their forms are made by `latvian.inflection`. Agent nouns that are not listed are
known by their endings.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from extract.latvian.inflection import Case, Form, GrammaticalNumber, declension_of, paradigm
from extract.lexicons import read_lexicon
from extract.model import Unit


@dataclass(frozen=True, slots=True)
class PeopleForm:
    """One reading of a word form as a noun that names people.

    `group` is the noun's nominative plural. `is_definite` marks adjectives and participles used as nouns, which may
    also stand before one ("strādājošie vecāki"); `is_listed` is False where only the ending speaks for people;
    `is_origin` marks names of peoples, whose genitive mostly tells the origin of other people ("romu bērni").
    """

    group: str
    unit: Unit
    case: Case
    number: GrammaticalNumber
    gender: str
    is_staff: bool
    is_definite: bool = False
    is_listed: bool = True
    is_origin: bool = False


def _data() -> dict[str, Any]:
    return read_lexicon("fields", "people.toml")


@cache
def _listed() -> dict[str, tuple[PeopleForm, ...]]:
    readings: dict[str, list[PeopleForm]] = defaultdict(list)
    lists = ("families", "persons", "peoples", "staff")
    known = {noun for key in lists for noun in _data()[key]}
    for key in lists:
        unit = Unit.FAMILIES if key == "families" else Unit.PERSONS
        for noun in _data()[key]:
            feminine = _feminine(noun)
            for lemma in [noun] if feminine is None or feminine in known else [noun, feminine]:
                for text, reading in _readings(lemma, unit, is_staff=key == "staff"):
                    readings[text].append(replace(reading, is_origin=key == "peoples"))
    for short, noun in _data()["abbreviations"].items():
        group = _group(paradigm(noun))
        gender = paradigm(noun)[0].gender
        unit = Unit.FAMILIES if noun in _data()["families"] else Unit.PERSONS
        for case in Case:
            for number in GrammaticalNumber:
                readings[short].append(PeopleForm(group, unit, case, number, gender, False))
    return {text: tuple(sorted(each, key=_preference)) for text, each in readings.items()}


def _feminine(noun: str) -> str | None:
    for masculine, feminine in _data()["feminines"]:
        if noun.endswith(masculine):
            return noun.removesuffix(masculine) + str(feminine)
    return None


def _preference(reading: PeopleForm) -> tuple[bool, bool]:
    """Masculine plurals stand for both sexes, so they come first ("jauniešu" is of "jaunieši")."""
    return reading.gender == "Fem", reading.is_staff


def _readings(lemma: str, unit: Unit, is_staff: bool, is_listed: bool = True) -> list[tuple[str, PeopleForm]]:
    forms = paradigm(lemma)
    group = _group(forms)
    is_definite = declension_of(lemma)[0].startswith("definite")
    return [
        (form.text, PeopleForm(group, unit, form.case, form.number, form.gender, is_staff, is_definite, is_listed))
        for form in forms
    ]


def _group(forms: tuple[Form, ...]) -> str:
    return next(f.text for f in forms if (f.case, f.number) == (Case.NOMINATIVE, GrammaticalNumber.PLURAL))


@cache
def _suffixes() -> tuple[tuple[str, str, PeopleForm], ...]:
    """Endings of agent nouns in all forms, the longest first, with the group's ending and the reading."""
    endings = []
    for suffix in _data()["suffixes"]["persons"]:
        is_staff = suffix in _data()["suffixes"]["professions"]
        for text, reading in _readings(suffix, Unit.PERSONS, is_staff, is_listed=False):
            endings.append((text, reading.group, reading))
    return tuple(sorted(endings, key=lambda entry: (-len(entry[0]), _preference(entry[2]))))


@cache
def _not_people() -> frozenset[str]:
    return frozenset(form.text for noun in _data()["not_people"]["nouns"] for form in paradigm(noun))


def people_forms() -> frozenset[str]:
    """All forms of the listed nouns, in lower case."""
    return frozenset(_listed())


@lru_cache(maxsize=4096)
def readings_of(word: str) -> tuple[PeopleForm, ...]:
    """What a word, in lower case, can be as a noun that names people; empty where it can be none."""
    if word in _not_people() or word.startswith(tuple(_data()["not_people"]["stems"])):
        return ()
    if listed := _listed().get(word):
        return listed
    found: list[PeopleForm] = []
    longest = 0
    for text, group, reading in _suffixes():
        if len(text) < longest:
            break
        if word.endswith(text) and len(word) - len(text) >= _data()["suffixes"]["shortest_stem"]:
            longest = len(text)
            stem = word[: len(word) - len(text)]
            found.append(replace(reading, group=stem + group))
    return tuple(found)
