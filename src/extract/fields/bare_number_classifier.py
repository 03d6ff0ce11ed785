"""How likely a number that no noun follows counts people, as learnt, and whom it then counts.

A logistic regression over the words around the number and what else the sentence counts; `scripts/train_numbers.py`
learns it from annotations/train.jsonl and annotations/bare_numbers.
"""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, fitting_earlier, named_before
from extract.fields.bare_number_features import features_of
from extract.fields.clauses import may_be_pronoun
from extract.fields.linear import classifier_in_use
from extract.latvian.numerals import Numeral

#: How likely it must be at least for a number to count people that no rule leads to any.
LEAST = 0.7
#: What a rule finds is none where it is less likely than this.
_DOUBTED = 0.1
#: Nor is one doubted that the sentence calls a number of people ("romu skolēnu skaits samazinājās no 14 uz 9").
_SETTLED = "total"


def weigh(sentence: Sentence, numeral: Numeral, found: Antecedent | None, *, may_be_added: bool) -> Antecedent | None:
    """Whom a number counts: as the rules `found`, unless that is unlikely, or as was learnt, where it `may_be_added`.

    The items of a list, whose lead-in says what they number, are left to the rules.
    """
    classifier = classifier_in_use("bare_number")
    if classifier is None or sentence.is_item:
        return found
    probability = round(classifier.probability(features_of(sentence, numeral)), 2)
    if found is not None:
        return found if probability >= _DOUBTED or found.method == _SETTLED else None
    if probability < LEAST or not may_be_added or _stands_for_anyone(sentence, numeral):
        return None
    return _whom(sentence, numeral, probability)


def _stands_for_anyone(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether "viens" is no number: somebody, alone, or one of "viens otru"."""
    if numeral.value != 1 or not numeral.agreement:
        return False
    return may_be_pronoun(sentence, numeral) or any(
        word.startswith("otr") for word in sentence.words(numeral.end, numeral.end + 3)
    )


def _whom(sentence: Sentence, numeral: Numeral, probability: float) -> Antecedent:
    """The people named last before the number, else those whom the statement before counts, else people unnamed."""
    if (named := named_before(sentence, numeral, "learnt", probability)) is not None:
        return named
    earlier = fitting_earlier(sentence.earlier, numeral)
    counted = earlier if earlier is not None and earlier.value is not None else None
    return Antecedent(counted.reading if counted else None, None, "learnt", probability)
