"""What the words before a head noun, and the number that counts it, ask of its form."""

from __future__ import annotations

from collections.abc import Callable

from extract.fields.people import PeopleForm
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral

#: Whether a noun's form is what a word before it asks for.
Constraint = Callable[[PeopleForm], bool]


def asks(*cases: Case, gender: str = "") -> Constraint:
    """A noun in one of these cases, and of this gender where one is given."""
    return lambda reading: reading.case in cases and gender in ("", reading.gender)


def asked_by_ending(word: str) -> Constraint | None:
    """What a word's ending asks of the head's case; None where it asks nothing, as genitives do."""
    if word.endswith("iem"):
        return asks(Case.DATIVE, gender="Masc")
    if word.endswith("ām"):
        return asks(Case.DATIVE, gender="Fem")
    if word.endswith("ie"):
        return asks(Case.NOMINATIVE, gender="Masc")
    if word.endswith("us"):
        return asks(Case.ACCUSATIVE, gender="Masc")
    if word.endswith("os"):
        return asks(Case.ACCUSATIVE, Case.LOCATIVE)
    return None


def agrees(reading: PeopleForm, numeral: Numeral) -> bool:
    """Whether a noun's form can stand with the numeral: by case, number and gender for words, by number for digits."""
    if numeral.agreement:
        asked = ((a.case, a.number, a.gender) for a in numeral.agreement)
        return (reading.case, reading.number, reading.gender) in asked
    last = numeral.value if numeral.upper is None else numeral.upper
    if reading.number is GrammaticalNumber.PLURAL:
        return last != 1
    return last % 10 == 1 and last % 100 != 11
