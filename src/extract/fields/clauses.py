"""Where clauses begin and end, and the words in them that may stand for people."""

from __future__ import annotations

from spacy.tokens import Token

from extract.fields.antecedents import Sentence
from extract.fields.noun_phrases import Outcome
from extract.fields.people import PeopleForm, readings_of
from extract.fields.vocabulary import contexts
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral

DASHES = frozenset("-–—")
#: Signs between a word and the number that it explains.
LABEL_SIGNS = DASHES | {":"}
#: Tokens behind which, and before which, a clause or a part of one ends; empty at the ends of the sentence.
CLAUSE_ENDS = frozenset(")];,.") | {"un", "vai", "bet", "savukārt", ""}
CLAUSE_STARTS = frozenset({"", ",", ";", "(", "un", "bet", "savukārt", "taču", "jo", "no", *DASHES})


def may_be_pronoun(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether "viens" may stand for anyone: where no more than one are counted before, of whom it could be one."""
    if numeral.value != 1 or not numeral.agreement:
        return False
    counted = [s for s, phrase in sentence.phrases.items() if phrase.outcome is Outcome.PEOPLE]
    counted += sentence.resolved
    return not any(start < numeral.start and sentence.numerals[start].value > 1 for start in counted)


def plurals(word: str) -> list[PeopleForm]:
    """The readings of a word, in lower case, as people in the plural."""
    return [reading for reading in readings_of(word) if reading.number is GrammaticalNumber.PLURAL]


def subjects(word: str) -> list[PeopleForm]:
    """The readings of a word, in lower case, as listed people in the nominative plural."""
    return [reading for reading in plurals(word) if reading.case is Case.NOMINATIVE and reading.is_listed]


def pronoun_gender(word: str) -> str | None:
    """The gender of a pronoun for people named before, empty where it is open; None for other words."""
    for gender, pronouns in contexts()["ellipsis"]["pronouns"].items():
        if word in pronouns:
            return "" if gender == "Any" else str(gender)
    return None


def before_places(sentence: Sentence, i: int) -> int:
    """The token before a place between people and their verb ("mediatoru mūsu pilsētā ir divi"), else `i`."""
    if i < 1 or "Loc" not in sentence.doc[i].morph.get("Case", []):
        return i
    at = i - 1
    while at > 0 and (sentence.word(at) in contexts()["grammar"]["possessives"] or _is_of_place(sentence.doc[at])):
        at -= 1
    return at if sentence.word(at - 1) in CLAUSE_ENDS or _is_origin(sentence.word(at - 1)) else i


def _is_of_place(token: Token) -> bool:
    """Whether a word is a genitive singular that names no people ("novada skolās")."""
    is_genitive = token.morph.get("Case", []) == ["Gen"] and token.morph.get("Number", []) == ["Sing"]
    return is_genitive and not plurals(token.lower_)


def _is_origin(word: str) -> bool:
    return any(reading.is_origin for reading in plurals(word))
