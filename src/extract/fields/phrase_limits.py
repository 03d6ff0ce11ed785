"""Where the noun phrase behind a numeral ends, and what stands inside it without belonging to it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from extract.fields.people import readings_of
from extract.fields.vocabulary import contexts, is_active_participle, is_preposition, is_stop, is_verb, noun_forms
from extract.latvian.numerals import Numeral

#: The most tokens a phrase may have.
LONGEST_PHRASE = 14
#: Endings of present participles in the plural, which no finite verb has.
_PRESENT = ("oši", "ošas", "ošu", "ošiem", "ošām", "ošus", "ošie", "ošās", "ošo", "ošajiem", "ošajām", "ošos")
_BRACKETS = {"(": ")", "[": "]", "„": '”“"', "“": "”", "«": "»", '"': '"', ",,": "”“\"''"}


def ends_phrase(doc: Doc, i: int) -> bool:
    """Whether a token cannot belong to the phrase: no word, a preposition, a conjunction, a finite verb."""
    word = doc[i].lower_
    if not any(letter.isalpha() for letter in word) or is_preposition(word) or is_stop(word):
        return True
    if word in contexts()["grammar"]["conjunctions"]:
        return True
    if is_active_participle(word) and word.endswith(_PRESENT):
        return False  # "3 aprūpē esoši bērni", whatever the annotation says of it
    return is_verb(doc[i]) and not noun_forms(word) and not any(reading.is_listed for reading in readings_of(word))


def behind_numeral(doc: Doc, i: int, numerals: Mapping[int, Numeral]) -> int | None:
    """The token after a grade ("12 5.–6. klases skolēni") or an age ("8 7–12 gadus veci bērni"), else None."""
    numeral = numerals[i]
    end = numeral.end
    if numeral.is_ordinal:
        while end + 1 in numerals and numerals[end + 1].is_ordinal and doc[end].text in ("-", "–", "un", ","):
            end = numerals[end + 1].end
        return end
    following = [doc[k].lower_ for k in range(end, min(end + 2, len(doc)))]
    is_age = len(following) == 2 and following[0].startswith("gad") and following[1].startswith(("vec", "jaun"))
    return end + 1 if is_age else None


def behind_brackets(doc: Doc, i: int) -> int | None:
    """The token after a bracket or quotation that opens at token `i`, else None."""
    closing = _BRACKETS.get(doc[i].text)
    if closing is None:
        return None
    return next((j + 1 for j in range(i + 1, min(len(doc), i + LONGEST_PHRASE)) if doc[j].text in closing), None)


def behind_bound(doc: Doc, i: int) -> int | None:
    """The token after "un vairāk" or "+", which stands between a numeral and its noun, else None."""
    bounds = contexts()["bounds"]
    known = {*bounds["at_least_after"], *bounds["at_most_after"]}
    return next((i + n for n in (1, 2) if doc[i : i + n].text.casefold() in known), None)


def joins(doc: Doc, i: int) -> bool:
    """Whether a token coordinates words of one phrase."""
    return doc[i].lower_ in contexts()["grammar"]["conjunctions"] or doc[i].text in ("-", ",")
