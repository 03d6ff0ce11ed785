"""What single words inside the phrase behind a numeral can be."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from extract.fields.people import PeopleForm, readings_of
from extract.fields.quotations import find_quotations
from extract.fields.vocabulary import (
    NounForm,
    NounKind,
    contexts,
    has_kind,
    is_active_participle,
    is_participle,
    noun_forms,
)
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral
from extract.model import Unit


def are_adjectives(first: str, second: str) -> bool:
    """Whether two words beside a comma can be adjectives of one noun: no known nouns, and their endings agree."""
    known = any(readings_of(word) or noun_forms(word) for word in (first, second))
    return not known and first[-1] == second[-1]


def is_object(doc: Doc, i: int, people: tuple[PeopleForm, ...], forms: tuple[NounForm, ...]) -> bool:
    """Whether a noun is the object of the active participle after it ("9 skolu neapmeklējoši bērni")."""
    if i + 1 >= len(doc) or not is_active_participle(doc[i + 1].lower_):
        return False
    cases = {r.case for r in people if r.number is GrammaticalNumber.PLURAL} | {f.case for f in forms}
    return Case.ACCUSATIVE in cases and Case.NOMINATIVE not in cases


def is_governed(doc: Doc, numeral: Numeral) -> bool:
    """Whether a numeral stands behind a preposition of the genitive, where a plural would be a dative."""
    return numeral.start > 0 and doc[numeral.start - 1].lower_ in contexts()["grammar"]["of_genitive"]


def is_place_of_participle(doc: Doc, i: int) -> bool:
    """Whether the noun in the locative at token `i` belongs to a participle ("1 audžuģimenē ievietots bērns")."""
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    return is_participle(following) or following.endswith(("āts", "ēts", "īts", "ots"))


def may_be_adverb(word: str, people: tuple[PeopleForm, ...]) -> bool:
    """Whether a word that reads as one person ("profesionāli") has an adverb's ending and so need not name anyone."""
    is_one = bool(people) and all(reading.number is GrammaticalNumber.SINGULAR for reading in people)
    return is_one and word.endswith("i") and not word.endswith(("ai", "ei"))


def is_people(doc: Doc, i: int) -> bool:
    """Whether a token can name people; so it is said of what lies behind the end."""
    return i >= len(doc) or bool(readings_of(doc[i].lower_))


def is_singular(doc: Doc, i: int) -> bool:
    """Whether a token is a listed noun in the singular, other than a genitive."""
    forms = noun_forms(doc[i].lower_) if i < len(doc) else ()
    return any(f.number is GrammaticalNumber.SINGULAR and f.case is not Case.GENITIVE for f in forms)


def is_only_thing(word: str) -> bool:
    """Whether a word is a thing and no attribute of people."""
    return has_kind(word, NounKind.THING) and not has_kind(word, NounKind.ATTRIBUTE)


def names_one_person(doc: Doc, i: int) -> bool:
    """Whether a token names one person or family ("piecu bērnu māte")."""
    readings = readings_of(doc[i].lower_) if i < len(doc) else ()
    return bool(readings) and all(reading.number is GrammaticalNumber.SINGULAR for reading in readings)


def names_family_of(doc: Doc, i: int, members: PeopleForm) -> bool:
    """Whether a token names the one family that has so many members ("sešu cilvēku ģimenei")."""
    readings = readings_of(doc[i].lower_) if i < len(doc) else ()
    is_family = any(r.unit is Unit.FAMILIES and r.number is GrammaticalNumber.SINGULAR for r in readings)
    return is_family and members.group in contexts()["exclusions"]["family_members"]


def described_behind(doc: Doc, i: int) -> list[PeopleForm]:
    """People right behind a word in their case, which is then no noun of its own ("4 vientuļiem pensionāriem")."""
    readings = readings_of(doc[i + 1].lower_) if i + 1 < len(doc) else ()
    return [
        r
        for r in readings
        if r.is_listed
        and r.number is GrammaticalNumber.PLURAL
        and r.case is not Case.GENITIVE
        and r.case.value in doc[i].morph.get("Case", [])
    ]


def features(forms: tuple[NounForm, ...]) -> set[tuple[Case, GrammaticalNumber, str]]:
    """Case, number and gender of the singular forms."""
    return {(f.case, f.number, f.gender) for f in forms if f.number is GrammaticalNumber.SINGULAR}


def lacks_subject(doc: Doc, numeral: Numeral) -> bool:
    """Whether what the numeral counts must be the subject: its verb stands right before it and has no other.

    "Izveidotas 2 grupas vecākiem" and "Darbojas 2 grupas vecākiem", but not "Grāmatas pasniegtas 2 grupas bērniem".
    """
    verb = doc[numeral.start - 1].lower_ if numeral.start else ""
    if not (verb.endswith("tas") or verb in contexts()["grammar"]["existing"]):
        return False
    names = find_quotations(doc.text)
    before = (token for token in doc[: numeral.start - 1] if not any(n.start < token.idx < n.end for n in names))
    return not any(_may_be_subject(token.lower_) for token in before)


def _may_be_subject(word: str) -> bool:
    cases = [reading.case for reading in readings_of(word)] + [form.case for form in noun_forms(word)]
    return Case.NOMINATIVE in cases or (not cases and word.endswith(("as", "es", "i")))


def cannot_follow(token: Token, numeral: Numeral) -> bool:
    """Whether a number word in the dative cannot count a token ("diviem izteikts sods", "trim termiņš beidzas")."""
    if not numeral.is_only(Case.DATIVE):
        return False
    word = token.lower_
    cases = {reading.case for reading in readings_of(word)} | {form.case for form in noun_forms(word)}
    if cases:
        return cases <= {Case.NOMINATIVE, Case.ACCUSATIVE}
    is_subject = token.pos_ == "NOUN" and token.morph.get("Case", []) == ["Nom"]
    return is_subject or word.endswith("ts")


def governs_people(doc: Doc, i: int) -> bool:
    """Whether the preposition at token `i` has people of its own behind it ("22 no trūcīgām ģimenēm", of 36 children).

    A participle behind them would have taken them ("4 ar bērniem strādājoši pedagogi").
    """
    k = i + 1
    while k < len(doc) and doc[k].pos_ in ("ADJ", "DET", "VERB") and "Dat" in doc[k].morph.get("Case", []):
        k += 1
    is_noun = k < len(doc) and doc[k].pos_ == "NOUN" and "Dat" in doc[k].morph.get("Case", [])
    return is_noun and not (k + 1 < len(doc) and is_participle(doc[k + 1].lower_))


def is_of_one(doc: Doc, numeral: Numeral) -> bool:
    """Whether digits behind "no" or "pie" end in one, so that their noun is a genitive singular ("no 31 īrnieka")."""
    value = numeral.value if numeral.upper is None else numeral.upper
    is_one = value % 10 == 1 and value % 100 != 11 and value > 1
    return is_one and not numeral.agreement and numeral.start > 0 and doc[numeral.start - 1].lower_ in ("no", "pie")
