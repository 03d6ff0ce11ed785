"""Statements that say that no (specific) measures were carried out, told from those that deny something on the way.

Rules find the usual wordings and quote what denies. What people say in their own way is told by a classifier, which
also doubts what the rules found.
"""

from __future__ import annotations

from dataclasses import replace

from extract.fields.analysed import AnalysedLetter
from extract.fields.denials.denied_deeds import find_denied_deeds
from extract.fields.denials.done_after_all import is_done_after_all
from extract.fields.denials.features import features_of, has_sign
from extract.fields.denials.nothing_told import find_nothing_told
from extract.fields.denials.segments import Clauses, read_clauses
from extract.fields.denials.terse_answers import is_terse_denial
from extract.fields.linear import LinearClassifier, classifier_in_use
from extract.model import Finding, Message

#: How likely it must be at least for a statement that no rule takes for a denial to be one.
LEAST = 0.73
#: What the rules find is no denial where the classifier thinks it less likely than this.
_DOUBTED = 0.05
_SURE = 0.95
#: "darbības", "projekti", "sadarbība" may be other things than measures.
_UNSURE = 0.7
_TERSE_ANSWER = 0.8
_NOTHING_TOLD = 0.75


def find_no_measures(letter: AnalysedLetter) -> tuple[Finding[bool] | None, ...]:
    """True with its words for each statement that says so, None for all others.

    To the rules such a statement denies, within one clause, a verb of carrying out of a noun for measures, or tells
    that there was nothing; and what it denies is not only on the way to what was done. To the classifier it reads as
    those do that it has learnt from. Letters that are not lemmatised are told by rules alone.
    """
    return tuple(_find(letter, i) for i in range(len(letter.docs)))


def _find(letter: AnalysedLetter, i: int) -> Finding[bool] | None:
    clauses = read_clauses(letter.letter.statements[i].text)
    found = _find_by_rules(letter, i, clauses)
    doc, classifier = letter.docs[i], classifier_in_use("denial")
    if classifier is None or not doc.has_annotation("LEMMA"):
        return found
    probability = classifier.probability(features_of(doc))
    if found is None:
        if probability < LEAST or not has_sign(doc) or doc.text.rstrip().endswith("?"):
            return None
        return _learnt(letter, i, clauses, classifier, probability)
    if probability < _DOUBTED:
        return None
    return found if probability >= LEAST else replace(found, confidence=min(found.confidence, _UNSURE))


def _learnt(
    letter: AnalysedLetter, i: int, clauses: Clauses, classifier: LinearClassifier, probability: float
) -> Finding[bool]:
    """A denial that was learnt; the clause that by itself most likely tells so stands for the statement."""
    doc = letter.docs[i]
    places = [(segment.words[0].start, segment.words[-1].end) for segment in clauses.segments]
    spans = [(span, place) for place in places if (span := doc.char_span(*place, alignment_mode="expand")) is not None]
    told = [(has_sign(span), classifier.probability(features_of(span)), place) for span, place in spans]
    start, end = max(told)[2] if told else (0, len(doc.text))
    evidence = letter.evidence(i, start, end)
    reason = Message("It reads as sentences do that tell of nothing done: “{words}”.", {"words": evidence.quote})
    return Finding(True, (evidence,), "learnt", round(probability, 2), reason)


def _find_by_rules(letter: AnalysedLetter, i: int, clauses: Clauses) -> Finding[bool] | None:
    text = letter.letter.statements[i].text
    for segment, denial in find_denied_deeds(clauses):
        if not is_done_after_all(clauses, segment, denial):
            evidence = letter.evidence(i, denial.start, denial.end)
            reason = Message("It says that measures were not carried out: “{words}”.", {"words": evidence.quote})
            return Finding(True, (evidence,), "denied measure", _SURE if denial.sure else _UNSURE, reason)
    if is_terse_denial(clauses):
        evidence = letter.evidence(i, 0, len(text))
        reason = Message("The whole answer is “{words}”.", {"words": evidence.quote})
        return Finding(True, (evidence,), "terse answer", _TERSE_ANSWER, reason)
    for segment, denial in find_nothing_told(clauses):
        if not is_done_after_all(clauses, segment, denial):
            evidence = letter.evidence(i, denial.start, denial.end)
            reason = Message("It tells of nothing that was done: “{words}”.", {"words": evidence.quote})
            return Finding(True, (evidence,), "nothing told", _NOTHING_TOLD, reason)
    return None
