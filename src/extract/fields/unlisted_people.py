"""People whom no lexicon lists: told by what they do, or by a definite adjective or participle that stands for them."""

from __future__ import annotations

import re

from spacy.tokens import Token

from extract.fields.grammar import is_doing, nominative_plural
from extract.fields.people import PeopleForm
from extract.fields.vocabulary import starts_with
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.model import Unit

#: Definite participles and adjectives in the plural, as they stand for people ("12 atbalstītie", "8 piecgadīgajiem").
_DESCRIBED = re.compile(
    r"(?P<stem>\w{2,}(?:[āēīo]t|u[sš]|oš|[aā]m|īg))(?:(?P<nom>ie)|(?P<masc>ajiem)|(?P<fem>ajām)|(?P<gen>o))"
)


def doing_people(token: Token) -> PeopleForm | None:
    """A noun that the annotation has as the subject of what only people do ("piedalījās 5 volontieri")."""
    if not is_doing(token, lambda verb: starts_with(verb.removeprefix("ne"), "ellipsis", "of_people")):
        return None
    group = nominative_plural(token)
    gender = next(iter(token.morph.get("Gender", [])), "")
    return _unlisted(group, Case.NOMINATIVE, gender) if group and gender else None


def described_people(word: str) -> PeopleForm | None:
    """What a definite adjective or participle that closes a phrase stands for."""
    found = _DESCRIBED.fullmatch(word)
    if found is None:
        return None
    if found["fem"]:
        return _unlisted(found["stem"] + "ās", Case.DATIVE, "Fem")
    if found["gen"]:
        return _unlisted(found["stem"] + "ie", Case.GENITIVE, "Masc")
    return _unlisted(found["stem"] + "ie", Case.NOMINATIVE if found["nom"] else Case.DATIVE, "Masc")


def _unlisted(group: str, case: Case, gender: str) -> PeopleForm:
    return PeopleForm(group, Unit.PERSONS, case, GrammaticalNumber.PLURAL, gender, is_staff=False, is_listed=False)
