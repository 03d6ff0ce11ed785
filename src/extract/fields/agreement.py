"""What the words before a head noun ask of its form."""

from __future__ import annotations

from collections.abc import Callable

from extract.fields.people import PeopleForm
from extract.latvian.inflection import Case

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
