"""Words other than people's nouns that decide what a numeral counts: things, verbs, and what else ends a phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from extract.latvian.folding import fold
from extract.latvian.inflection import Case, GrammaticalNumber, paradigm
from extract.lexicons import read_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Endings of the past tense that no noun has; "-tāja" is an agent noun's.
_PAST = re.compile(r"\w{2,}(?:(?<!t)āj|ēj|īj|oj)(?:a|ās)")
#: Endings of passive participles in the nominative.
_PASSIVE_ENDINGS = tuple(
    stem + ending
    for stem in ("āt", "ēt", "īt", "ot", "gt", "kt", "lt", "mt", "pt", "rt", "st")
    for ending in ("s", "a", "i", "as")
)
_PARTICIPLE = re.compile(
    r"\w{2,}(?:oš|uš|[^aeiouāēīū]t|[aāēīou]t|d?am|d?ām)(?:[ai]|as|u|iem|ām|us|ie|ās|o|os|ajiem|ajām|ajos|ajās)"
)
_ACTIVE = re.compile(r"\w{2,}(?:oš|uš)(?:[aiu]|as|iem|ām|us|ie|ās|os?|ajiem|ajām|ajos|ajās)")
#: Participles as they stand in the predicate of several people; nouns in -nti, -kti and the like are left out.
_ACTIVE_PREDICATE = re.compile(r"\w{2,}(?:uši|ušas|ušies|ušās|ušie)")
_PASSIVE_PREDICATE = re.compile(r"\w{2,}(?:[āēīoumgl]t|am|ām)(?:i|as|ie|ās)")


class NounKind(Enum):
    """What a noun other than people's is to a numeral (see the data file)."""

    MEASURE = auto()
    THING = auto()
    ATTRIBUTE = auto()
    OF_PEOPLE = auto()


@dataclass(frozen=True, slots=True)
class NounForm:
    """One reading of a word form as a noun that does not name people."""

    lemma: str
    case: Case
    number: GrammaticalNumber
    gender: str


def contexts() -> dict[str, Any]:
    """The word lists of `data/count_contexts.toml`."""
    return read_lexicon("fields", "count_contexts.toml")


def _nouns() -> dict[str, Any]:
    return read_lexicon("fields", "counted_nouns.toml")


@cache
def _noun_forms() -> dict[str, tuple[NounForm, ...]]:
    forms: dict[str, dict[NounForm, None]] = {}
    for key in ("measures", "things", "attributes", "of_people"):
        for lemma in _nouns()[key]:
            for form in paradigm(lemma):
                reading = NounForm(lemma, form.case, form.number, form.gender)
                forms.setdefault(form.text, {})[reading] = None
    return {text: tuple(readings) for text, readings in forms.items()}


def noun_forms(word: str) -> tuple[NounForm, ...]:
    """The readings of a word, in lower case, as a listed noun that does not name people."""
    return _noun_forms().get(word, ())


def known_words() -> frozenset[str]:
    """All forms of the listed nouns and all words that the grammar of counts knows, in lower case."""
    grammar = contexts()["grammar"]
    bounds = (word for phrases in contexts()["bounds"].values() for phrase in phrases for word in phrase.split())
    words = {*grammar["stop_words"], *grammar["prepositions"], *grammar["verbs"], *bounds}
    return frozenset(_noun_forms()) | {word for word in words if word.isalpha()}


@cache
def _lemmas(kind: NounKind) -> frozenset[str]:
    keys = {
        NounKind.MEASURE: "measures",
        NounKind.THING: "things",
        NounKind.ATTRIBUTE: "attributes",
        NounKind.OF_PEOPLE: "of_people",
    }
    return frozenset(_nouns()[keys[kind]])


def has_kind(word: str, kind: NounKind) -> bool:
    """Whether a word, in lower case, can be a form of a noun of that kind."""
    return any(reading.lemma in _lemmas(kind) for reading in noun_forms(word))


def is_place(word: str) -> bool:
    """Whether a word is a form of a noun whose genitive plural takes a numeral to itself ("8 valstu")."""
    return any(reading.lemma in _nouns()["places"] for reading in noun_forms(word))


def leads_to_place(doc: Doc, i: int) -> bool:
    """Whether genitives from token `i` on lead to a place and no people ("2 pirmsskolas izglītības iestādēs")."""
    while i + 1 < len(doc) and any(form.case is Case.GENITIVE for form in noun_forms(doc[i].lower_)):
        i += 1
    place, attribute = noun_forms(doc[i].lower_), doc[i - 1].lower_ if i else ""
    is_attribute = has_kind(attribute, NounKind.ATTRIBUTE) and not has_kind(attribute, NounKind.THING)
    return is_attribute and bool(place) and all(form.case is Case.LOCATIVE for form in place)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(contexts()["grammar"]["verbs"])


@lru_cache(maxsize=4096)
def is_finite_verb(word: str) -> bool:
    """Whether a word, in lower case, reads like a verb in the third person."""
    if word in _verbs() or _PAST.fullmatch(word):
        return True
    return any(
        word.startswith(prefix) and word[len(prefix) :] in _verbs() for prefix in contexts()["grammar"]["verb_prefixes"]
    )


def is_verb(token: Token) -> bool:
    """Whether a token is a finite verb: by the trained pipeline where there is one, else by its form."""
    if token.doc.has_annotation("POS"):
        return token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm", []) in ([], ["Fin"])
    return is_finite_verb(token.lower_)


def may_be_verbal(token: Token) -> bool:
    """Whether a token is a verb, or a participle by its annotation or its ending."""
    word = token.lower_
    is_infinitive = token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Inf"]
    return is_verb(token) or is_infinitive or may_be_passive(word) or is_active_participle(word)


def may_be_passive(word: str) -> bool:
    """Whether a word, in lower case, ends as passive participles do in the nominative, and is no listed noun."""
    return word.endswith(_PASSIVE_ENDINGS) and not noun_forms(word)


def is_participle(word: str) -> bool:
    """Whether a word, in lower case, has the ending of a declined participle ("pakļautas", "dzīvojošie")."""
    return bool(_PARTICIPLE.fullmatch(word)) and not noun_forms(word)


def is_active_participle(word: str) -> bool:
    """Whether a word, in lower case, is an active participle, declined ("apmeklējoši", "pametušas")."""
    return bool(_ACTIVE.fullmatch(word)) and not noun_forms(word)


def is_adverb(word: str) -> bool:
    """Whether a word, in lower case, has an adverb's form, or is one of those that have a form of their own."""
    return word in contexts()["grammar"]["adverbs"] or (len(word) > 4 and word.endswith("i") and not noun_forms(word))


def is_predicate(word: str) -> bool:
    """Whether a word, in lower case, can be the participle in a predicate of several people ("ieguvuši", "apmācīti").

    Passive ones must tell of taking part, for many nouns end like them.
    """
    if noun_forms(word):
        return False
    if _ACTIVE_PREDICATE.fullmatch(word):
        return True
    return bool(_PASSIVE_PREDICATE.fullmatch(word)) and tells_of_taking_part(word)


def tells_of_taking_part(word: str) -> bool:
    """Whether a word, in lower case, is of a verb by which people take part or receive, negated or not."""
    forms = (word.removeprefix("ne"), word)
    return any(
        starts_with(form, "ellipsis", "taking_part") and not starts_with(form, "ellipsis", "no_taking_part")
        for form in forms
    )


def starts_with(word: str, table: str, key: str) -> bool:
    """Whether a word begins with one of the stems of `data/count_contexts.toml`, diacritics aside."""
    return fold(word).startswith(_stems(table, key))


@cache
def _stems(table: str, key: str) -> tuple[str, ...]:
    return tuple(fold(stem) for stem in contexts()[table][key])


def stands_alone(word: str) -> bool:
    """Whether a word, in lower case, describes people without naming them ("no tām 4 daudzbērnu")."""
    return word.startswith(tuple(contexts()["grammar"]["descriptions"]))


def is_stop(word: str) -> bool:
    """Whether a word, in lower case, ends a noun phrase."""
    return word in contexts()["grammar"]["stop_words"]


def is_preposition(word: str) -> bool:
    """Whether a word, in lower case, is a preposition."""
    return word in contexts()["grammar"]["prepositions"]
