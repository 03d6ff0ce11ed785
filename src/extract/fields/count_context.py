"""How the words around a numeral change what it means: bounds, and numbers that count nobody."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from extract.fields.people import PeopleForm
from extract.fields.vocabulary import contexts, is_preposition, starts_with, tells_of_taking_part
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral, NumeralForm, cardinal_words
from extract.model import Bound

#: How far the words that change a count's meaning may stand from it, in tokens.
_NEAR = 12
_CLAUSE_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


@cache
def _bound_patterns() -> tuple[tuple[re.Pattern[str], Bound], ...]:
    """Bound words at the end of what stands before a numeral; all in one pattern, so that the longest phrase wins."""
    phrases = [
        (phrase, Bound(bound)) for bound in ("about", "at_least", "at_most") for phrase in contexts()["bounds"][bound]
    ]
    phrases.sort(key=lambda entry: -len(entry[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(phrase)}\s*\Z"), bound) for phrase, bound in phrases)


def find_bound(doc: Doc, numeral: Numeral) -> Bound:
    """How the number is meant. A range is at most its upper end, as "līdz" has it (codebook, "Counts")."""
    after = doc.text[numeral.end_char : numeral.end_char + 20].casefold().lstrip()
    for bound in (Bound.AT_LEAST, Bound.AT_MOST):
        if after.startswith(tuple(contexts()["bounds"][f"{bound.value}_after"])):
            return bound
    before = doc.text[: numeral.start_char].casefold()
    for pattern, bound in _bound_patterns():
        if found := pattern.search(before):
            if before[found.start() :].startswith("līdz") and _tells_change(before[: found.start()]):
                return Bound.EXACT
            return bound
    return Bound.EXACT if numeral.upper is None else Bound.AT_MOST


def _tells_change(before: str) -> bool:
    words, stems = contexts()["bounds"]["change_words"], tuple(contexts()["bounds"]["change"])
    near = (word.strip("(),.:;").removeprefix("ne") for word in before.split()[-4:])
    return any(word in words or word.startswith(stems) for word in near)


def counts_nobody(doc: Doc, numeral: Numeral) -> bool:
    """Whether the words next to a number tell that it is no count: a number of something, a share, a rate."""
    exclusions = contexts()["exclusions"]
    before = doc[numeral.start - 1].lower_ if numeral.start else ""
    after = doc[numeral.end].lower_ if numeral.end < len(doc) else ""
    if doc[numeral.start].lower_ in exclusions["collectives"]:
        return True
    earlier = doc[numeral.start - 2].lower_ if numeral.start > 1 else ""
    is_rate = (
        before in exclusions["per"]
        and not earlier.startswith(tuple(exclusions["not_per"]))
        and not _is_change(doc, numeral)
    )
    if before in exclusions["before"] or is_rate:
        return True
    if after in exclusions["after"] and not (
        after == "/" and numeral.end + 1 < len(doc) and doc[numeral.end + 1].is_alpha
    ):
        return True
    if numeral.value == 1 and (after == "no" or before in exclusions["per_one"]):
        return True
    if numeral.value == 1 and numeral.agreement and before in exclusions["per_one_units"]:
        return any(agreement.case is Case.DATIVE for agreement in numeral.agreement)
    return (before == "ne" and numeral.value == 1) or _is_rate(doc, numeral)


def _is_change(doc: Doc, numeral: Numeral) -> bool:
    """Whether a number is what another one grew or fell to ("no 26 uz 31")."""
    from_, first = (doc[numeral.start - k].lower_ if numeral.start >= k else "" for k in (3, 2))
    return from_ == "no" and (first.isdigit() or first in cardinal_words())


def _is_rate(doc: Doc, numeral: Numeral) -> bool:
    """Whether a number is one to each, or what one costs ("vienam bērnam paredzēti 2 euro", "uz vienu – 15 bērni")."""
    exclusions = contexts()["exclusions"]
    clause = _clause_of(doc, numeral.start)
    words = [doc[i].lower_ for i in clause if i < numeral.start]
    for each, one in pairwise(words):
        if each in exclusions["per"] and one in exclusions["one"]:
            return not takes_part(doc) and not any(starts_with(w, "ellipsis", "by_people") for w in words)
    if numeral.value != 1 or not any(agreement.case is Case.DATIVE for agreement in numeral.agreement or ()):
        return False
    told = [doc[i].lower_ for i in clause]
    is_price = any(word.startswith(tuple(exclusions["prices"])) for word in words) or any(
        word in exclusions["each_time"] for word in told
    )
    has_unit = any(word in exclusions["per_one_units"] for word in told)
    return is_price and has_unit and not _is_given(doc, numeral.start) and not any(map(tells_of_taking_part, told))


def is_reference(doc: Doc, numeral: Numeral, reading: PeopleForm) -> bool:
    """Whether a count names a whole that a share is taken of, or a population, and no one who took part."""
    exclusions = contexts()["exclusions"]
    before = [doc[k].lower_ for k in range(max(0, numeral.start - _NEAR), numeral.start)]
    around = _clause_of(doc, numeral.start)
    clause = [doc[k].lower_ for k in around if k < numeral.start][-_NEAR:]
    if any(word == "%" or word.startswith("procent") for word in clause) and "no" in clause:
        return True
    works = any(doc[k].lower_.startswith(tuple(exclusions["employed"])) for k in around)
    if works and before[-1:] == ["pie"] and reading.group in exclusions["employers"]:
        return True
    if is_of_country(doc, numeral):
        return True
    if reading.group in exclusions["family_size"]["nouns"] and numeral.value <= exclusions["family_size"]["largest"]:
        after = doc[numeral.end : numeral.end + 2].text.casefold()
        is_relative = any(word in contexts()["grammar"]["relatives"] for word in clause)
        if after in contexts()["bounds"]["at_least_after"] or (before[-1:] == ["vismaz"] and is_relative):
            return True
    if reading.group not in exclusions["population"]:
        return False
    words = {token.lower_ for token in doc}
    has_population_verb = any(word in words for word in exclusions["population_verbs"])
    return (has_population_verb and not takes_part(doc)) or (reading.case is Case.DATIVE and before[-1:] == ["ar"])


def is_of_country(doc: Doc, numeral: Numeral) -> bool:
    """Whether a number is a whole country's and only serves for comparison ("Latvijā dzīvo ap 5000 romu")."""
    country = contexts()["exclusions"]["country"]
    text = doc.text.casefold()
    if text.startswith(tuple(country["openings"])) or any(phrase in text for phrase in country["censuses"]):
        return True
    clause = [doc[i].lower_ for i in _clause_of(doc, numeral.start)]
    if any(place in clause for place in country["places"]) and any(
        word in country["verbs"] or word.startswith(tuple(country["participles"])) for word in clause
    ):
        return True
    words = [token.lower_ for token in doc[: numeral.start]]
    is_large = numeral.value >= country["largest_local"] and any(place in words for place in country["places"])
    registers = tuple(country["registers"])
    return is_large and not any(tells_of_taking_part(t.lower_) for t in doc if not t.lower_.startswith(registers))


def is_difference(doc: Doc, numeral: Numeral, head: int) -> bool:
    """Whether a count tells only by how many more or fewer there were ("par 3 ģimenēm mazāk nekā")."""
    comparatives = contexts()["exclusions"]["comparatives"]
    before = [doc[k].lower_ for k in range(max(0, numeral.start - 2), numeral.start)]
    after = doc[head + 1].lower_ if head + 1 < len(doc) else ""
    return before[-1:] == ["par"] and before[0] not in comparatives and after in comparatives


def takes_part(doc: Doc) -> bool:
    """Whether any word of the doc tells of taking part or receiving."""
    return any(tells_of_taking_part(token.lower_) for token in doc)


def is_planned(doc: Doc) -> bool:
    """Whether the doc tells of what is planned, offered or allowed rather than done."""
    words = contexts()["exclusions"]["planned_words"]
    return any(token.lower_ in words or starts_with(token.lower_, "exclusions", "planned") for token in doc)


def is_prohibition(doc: Doc) -> bool:
    """Whether the doc tells what nobody may do."""
    text = f" {doc.text.casefold()} "
    return any(f" {phrase} " in text for phrase in contexts()["exclusions"]["prohibitions"])


def could_be_year(numeral: Numeral) -> bool:
    """Whether a bare number in digits reads like a year."""
    return numeral.form is NumeralForm.DIGITS and _FIRST_YEAR <= numeral.value <= _LAST_YEAR


def _is_given(doc: Doc, head: int) -> bool:
    """Whether a passive participle says that something was given to those in the dative ("nodrošinātas 12 ārstiem")."""
    given = tuple(contexts()["roles_of_visitors"]["given"])
    clause = _clause_of(doc, head)
    is_given = any(
        doc[i].lower_.startswith(given) and doc[i].lower_.endswith(("ts", "ta", "ti", "tas")) for i in clause
    )
    is_paid = any(doc[i].lower_ in contexts()["roles_of_visitors"]["pay"] for i in clause)
    return is_given and not is_paid and not _stands_after_preposition(doc, head)


def _clause_of(doc: Doc, head: int) -> range:
    """The tokens between the commas and other marks around a token."""
    marks = [token.i for token in doc if token.text in _CLAUSE_MARKS]
    return range(
        max((i for i in marks if i < head), default=-1) + 1, min((i for i in marks if i > head), default=len(doc))
    )


def _stands_after_preposition(doc: Doc, head: int) -> bool:
    return any(is_preposition(doc[k].lower_) for k in range(max(0, head - 4), head))
