"""How likely a number that no noun follows counts people, as learnt, and whom it then counts.

A logistic regression over the words around the number and what else the sentence counts; `scripts/train_numbers.py`
learns it from annotations/train.jsonl and annotations/bare_numbers.
"""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before
from extract.fields.bare_number_features import features_of
from extract.fields.linear import load_classifier
from extract.latvian.numerals import Numeral

#: How likely it must be at least for a number to count people that no rule leads to any.
LEAST = 0.7
#: What a rule finds is none where it is less likely than this.
_DOUBTED = 0.1


def weigh(sentence: Sentence, numeral: Numeral, found: Antecedent | None, *, may_be_added: bool) -> Antecedent | None:
    """Whom a number counts: as the rules `found`, unless that is unlikely, or as was learnt, where it `may_be_added`.

    The items of a list, whose lead-in says what they number, are left to the rules.
    """
    probability = load_classifier("bare_number").probability(features_of(sentence, numeral))
    if found is not None:
        return found if probability >= _DOUBTED else None
    if probability < LEAST or sentence.is_item or not may_be_added:
        return None
    return _whom(sentence, numeral, probability)


def _whom(sentence: Sentence, numeral: Numeral, probability: float) -> Antecedent:
    """The people named last before the number, else those of the statement before, else people whom nothing names."""
    named = named_before(sentence, numeral, "learnt", probability, reaches_back=True)
    if named is None and sentence.earlier is not None:
        return Antecedent(sentence.earlier.reading, None, "earlier", probability)
    return named or Antecedent(None, None, "learnt", probability)
