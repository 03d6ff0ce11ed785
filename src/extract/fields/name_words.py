"""What words of an annotated doc can be in a name without quotation marks, each by itself."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from extract.fields.name_heads import forms_of, head_class_of, is_generic, words_of
from extract.latvian.capitals import is_common
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, paradigm

#: Endings that no noun has in the nominative.
OBLIQUE = re.compile(r"(?:u|am|im|um|ai|ei|ij|ā|ē|ī|ū|os|ās|ēs|īs|iem|ām|ēm|īm)$")
_MODIFYING = frozenset({"ADJ", "DET", "NUM"})
_BLOCKING = frozenset({"person", "GPE", "location", "time"})
_OPENING = frozenset({"ADP", "ADV"})


def may_open(token: Token) -> bool:
    """Whether a capital is that of a name rather than of a person, place, institution or one of the letter's terms."""
    text = token.text
    if not text[0].isupper() or not text.isalpha() or (text.isupper() and len(text) > 1):
        return False
    folded = fold(text)
    if folded.startswith(tuple(words_of("no_opening"))):
        return False
    if text in ("Jūs", "Jums", "Jūsu"):
        return False
    if token.pos_ == "PROPN" and ("Gen" in cases_of(token) or (token.i + 1 < len(token.doc) and token.nbor().is_title)):
        return False
    return not any(_is_blocking(entity) for entity in token.doc.ents if entity.start <= token.i < entity.end)


def _is_blocking(entity: Span) -> bool:
    """Whether an entity is a person, a place or a time; common words are often taken for one, coined ones too."""
    if entity.label_ not in _BLOCKING:
        return False
    framed = entity.end < len(entity.doc) and frames(entity.doc[entity.end])
    likely = is_common(entity[0]) or (entity.label_ == "person" and framed)
    if len(entity) == 1 and likely and may_be_nominative(entity[0]):
        return False
    if entity.label_ == "time":
        return entity[0].pos_ not in _OPENING  # "Pretī pavasarim"
    return any(token.pos_ == "PROPN" and not (token.i > entity.start and is_initialism(token)) for token in entity)


def is_manner(token: Token) -> bool:
    """Whether a word tells how what a verb asks for is done: "Lasi skaļi", "Mācies spēlējoties"."""
    if not token.text[0].islower():
        return False
    if token.pos_ == "VERB":
        return token.morph.get("VerbForm", []) in (["Conv"], ["Inf"])
    return token.pos_ in ("ADV", "PART") and (
        token.lower_.endswith("i") or fold(token.lower_) in words_of("name_adverbs")
    )


def goes_on(token: Token) -> bool:
    """Whether a word behind a name's first may belong to its noun phrase."""
    if not is_nominal(token) or not token.text[0].islower() or frames(token):
        return False
    folded = fold(token.lower_)
    if folded.startswith(tuple(words_of("no_part_of_name"))) or fold(token.lower_) in words_of("relative"):
        return False
    found = head_class_of([folded])
    return found is None or found.kind is None


def frames(token: Token) -> bool:
    """Whether a word behind a name tells whose it is ("… laikā", "… dalībnieki")."""
    return fold(token.lower_) in words_of("framing")


def is_verb(token: Token) -> bool:
    """Whether a word is a finite verb."""
    if fold(token.lower_) in words_of("verbs_behind"):
        return True
    return token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm", []) in ([], ["Fin"])


def commands(token: Token) -> bool:
    """Whether a name's first word is a verb, as in "Dāvini prieku"; some look like nouns ("Redzi mani")."""
    if is_verb(token) or (token.pos_ == "VERB" and token.lower_.endswith("ies")):
        return True
    if token.pos_ != "NOUN" or not token.lower_.endswith("i"):
        return False
    return cases_of(token) == ["Acc"] or (token.i + 1 < len(token.doc) and is_manner(token.nbor()))


def is_modifying(token: Token) -> bool:
    """Whether a word may stand before the noun that it agrees with: an adjective, a participle, a numeral."""
    return token.pos_ in _MODIFYING or (token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Part"])


def is_nominal(token: Token) -> bool:
    """Whether a word is a noun, a pronoun, or what agrees with one."""
    return token.pos_ in ("NOUN", "PRON") or is_modifying(token)


def is_initialism(token: Token) -> bool:
    """Whether a word is in capitals and not a funder's or an institution's."""
    return token.is_alpha and token.is_upper and len(token) > 1 and fold(token.text) not in words_of("funders")


def is_term(word: str) -> bool:
    """Whether a word, in lower case, is one of what every project has, or is."""
    return is_generic(word) or fold(word) in forms_of("terms")


def cases_of(token: Token) -> list[str]:
    """The word's cases, as the annotation has them; none for what does not decline."""
    return token.morph.get("Case", [])


def may_be_nominative(token: Token) -> bool:
    """Whether a noun is in the nominative, or in a form that looks the same."""
    if "Nom" in cases_of(token):
        return True
    nominatives = {form.text for form in paradigm(token.lemma_.lower()) if form.case is Case.NOMINATIVE}
    return token.lower_ in nominatives and OBLIQUE.search(token.lower_) is None


def may_be_genitive(token: Token) -> bool:
    """Whether a noun's form is one of its genitives."""
    genitives = {form.text for form in paradigm(token.lemma_.lower()) if form.case is Case.GENITIVE}
    return token.lower_ in genitives


def is_indefinite(token: Token) -> bool:
    """Whether a word is an indefinite adjective, which no institution's name begins with."""
    return token.pos_ == "ADJ" and "Def" not in token.morph.get("Definite", [])
