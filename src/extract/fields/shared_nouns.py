"""The noun of a later number that a number before it shares ("12 un 15 skolēni")."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence
from extract.fields.noun_phrases import Outcome
from extract.fields.people import readings_of
from extract.fields.vocabulary import contexts
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral
from extract.model import Unit

#: Endings of the locative, singular and plural.
LOCATIVE_ENDINGS = ("ā", "ē", "ī", "os", "ās", "ēs", "īs")


def of_next_number(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "12 un 15 skolēni", "2021.gadā 5, bet 2022.gadā – 8 jaunieši": the noun of the next number."""
    if sentence.word(numeral.end) not in {"un", "vai", ",", "bet", ";"}:
        return None
    return _noun_of_next(sentence, numeral, frozenset(contexts()["ellipsis"]["sharing"]), certainty=0.72)


def closing_list(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "Talsos – 11, Rojā – 4, Mērsragā – viens skolēns": the noun that closes the list."""
    return _noun_of_next(sentence, numeral, None, certainty=0.68)


def of_next_clause(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "darbos strādāja 5, kursos mācījās 2 bezdarbnieki": the people whom the next clause counts."""
    for start, phrase in sorted(sentence.phrases.items()):
        if start > numeral.start and phrase.outcome is Outcome.PEOPLE:
            return Antecedent(phrase.reading, phrase.head, "shared", 0.6)
        if start > numeral.start and phrase.outcome is Outcome.THING:
            return None  # "atbalstīti trīs, pērn – pieci projekti, kuros darbojās 40 jaunieši"
    return None


def behind_origins(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "12 romu un 8 latviešu bērni": the noun behind coordinated numbers that the names of peoples follow."""
    phrase = sentence.phrases.get(numeral.start)
    if phrase is None or phrase.outcome is not Outcome.PEOPLE or phrase.reading is None:
        return None
    is_origin = any(r.is_origin and r.case is Case.GENITIVE for r in readings_of(sentence.word(numeral.end)))
    if not is_origin:
        return None
    if not phrase.reading.is_origin:
        return Antecedent(phrase.reading, phrase.head, "shared", 0.8)
    following = sentence.numerals.get(numeral.end + 2)
    if following is None or sentence.word(numeral.end + 1) not in (",", "un", "vai"):
        return None
    return behind_origins(sentence, following)


def among_families(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "11 ģimenēm, tostarp 2 romu": the families counted right before, where only their origin stands with a part."""
    phrase = sentence.phrases[numeral.start]
    if phrase.reading is None or phrase.reading.case is not Case.GENITIVE or phrase.head != numeral.end:
        return None
    before = " ".join(sentence.words(numeral.start - 2, numeral.start))
    is_part = before.endswith(tuple(contexts()["ellipsis"]["including"])) or before == "no tām"
    counted = [s for s, p in sentence.phrases.items() if s < numeral.start and p.outcome is Outcome.PEOPLE]
    total = sentence.phrases[max(counted)] if counted else None
    if not is_part or total is None or total.reading is None or total.reading.unit is not Unit.FAMILIES:
        return None
    if sentence.numerals[max(counted)].value < numeral.value:
        return None  # "11 ģimenes, tostarp 40 romu"
    return Antecedent(total.reading, total.head, "part_of_total", 0.75)


def _noun_of_next(
    sentence: Sentence, numeral: Numeral, between: frozenset[str] | None, *, certainty: float
) -> Antecedent | None:
    """The noun of a later number, with only the words `between` before it, or, where None, only places and numbers."""
    k = numeral.end
    while k < len(sentence.doc):
        other = sentence.numerals.get(k)
        if other is None:
            word = sentence.word(k)
            is_place = (
                sentence.doc[k].text[0].isupper()
                or word.endswith(LOCATIVE_ENDINGS)
                or not word.isalpha()
                or word == "un"
            )
            if not (is_place if between is None else word in between):
                return None
            k += 1
            continue
        phrase = sentence.phrases.get(k)
        if phrase is not None and phrase.outcome is Outcome.PEOPLE:
            return Antecedent(phrase.reading, phrase.head, "shared", certainty)
        is_bare = phrase is not None and phrase.outcome is Outcome.NOTHING  # "6, 11 un 8 vecāki"
        if not other.is_ordinal and between is not None and not is_bare:
            return None
        k = other.end
    return None
