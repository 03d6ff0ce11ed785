"""Numbers of people who were named before, told by a verb beside the number or by a sum."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before
from extract.fields.clauses import CLAUSE_ENDS, CLAUSE_STARTS, may_be_pronoun, plurals
from extract.fields.noun_phrases import Outcome
from extract.fields.vocabulary import is_preposition, is_verb
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral

#: Endings of passive participles in the nominative.
_PASSIVE = tuple(
    stem + ending for stem in ("āt", "ēt", "īt", "ot", "kt", "rt", "st") for ending in ("s", "a", "i", "as")
)


def granted(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "lūdza desmit ģimenes, piešķirts deviņām", "Divām atteikts": a number word beside a verb, of those named last.

    Words alone, as their gender tells whom they mean; and only where nothing else was counted since.
    """
    if not numeral.agreement or may_be_pronoun(sentence, numeral):
        return None
    after, k = sentence.word(numeral.end), sentence.before(numeral)
    opens, closes = sentence.word(k) in CLAUSE_STARTS, after in CLAUSE_ENDS or is_preposition(after)
    beside = [sentence.doc[k]] if k >= 0 and closes else []
    beside += [sentence.doc[numeral.end]] if opens and numeral.end < len(sentence.doc) else []
    if not any(is_verb(token) or token.lower_.endswith(_PASSIVE) for token in beside):
        return None
    earlier = [start for start in sentence.phrases if start < numeral.start]
    if earlier and sentence.phrases[max(earlier)].outcome is Outcome.THING:
        return None
    return named_before(sentence, numeral, "granted", 0.66, is_part=True, reaches_back=True)


def granted_to(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "Sešām piešķirts, divām atteikts": a number word in the dative beside a passive participle, of those named last.

    The participle does not agree with the dative, and so describes no noun that could follow.
    """
    if may_be_pronoun(sentence, numeral) or not any(each.case is Case.DATIVE for each in numeral.agreement):
        return None
    if sentence.word(sentence.before(numeral)) not in CLAUSE_STARTS:
        return None
    if not sentence.word(numeral.end).endswith(_PASSIVE) or sentence.word(numeral.end + 1) not in CLAUSE_ENDS:
        return None
    return named_before(sentence, numeral, "granted", 0.66, is_part=True, reaches_back=True)


def summed_up(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "pierakstīti visi romu bērni, pavisam 38": the people right before a comma and their sum."""
    i = sentence.before(numeral)
    shading = sentence.words(i + 1, numeral.start)
    if sentence.word(i) != "," or not {"kopā", "pavisam", "kopumā"} & set(shading):
        return None
    readings = [r for r in plurals(sentence.word(i - 1)) if r.case in (Case.NOMINATIVE, Case.DATIVE)]
    is_end = sentence.word(numeral.end) in CLAUSE_ENDS
    return Antecedent(readings[0], i - 1, "label", 0.75) if readings and is_end else None
