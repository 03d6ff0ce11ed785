"""Statements that say that no (specific) measures were carried out, told from those that deny something on the way."""

from __future__ import annotations

from itertools import chain

from extract.fields.analysed import AnalysedLetter
from extract.fields.denials.denied_deeds import find_denied_deeds
from extract.fields.denials.done_after_all import is_done_after_all
from extract.fields.denials.idioms import find_idioms
from extract.fields.denials.neither_nor import find_neither_nor
from extract.fields.denials.nothing_told import find_nothing_told
from extract.fields.denials.segments import read_clauses
from extract.fields.denials.terse_answers import is_terse_denial
from extract.model import Finding, Message

_SURE = 0.95
#: "darbības", "projekti", "sadarbība" may be other things than measures.
_UNSURE = 0.7
_TERSE_ANSWER = 0.8
_NOTHING_TOLD = 0.75


def find_no_measures(letter: AnalysedLetter) -> tuple[Finding[bool] | None, ...]:
    """True with its words for each statement that says so, None for all others.

    Such a statement denies, within one clause, a verb of carrying out of a noun for measures, or tells that there was
    nothing; and what it denies is not only on the way to what was done.
    """
    return tuple(_find(letter, i) for i in range(len(letter.docs)))


def _find(letter: AnalysedLetter, i: int) -> Finding[bool] | None:
    text = letter.letter.statements[i].text
    clauses = read_clauses(text)
    for segment, denial in find_denied_deeds(clauses):
        if not is_done_after_all(clauses, segment, denial):
            evidence = letter.evidence(i, denial.start, denial.end)
            reason = Message("It says that measures were not carried out: “{words}”.", {"words": evidence.quote})
            return Finding(True, (evidence,), "denied measure", _SURE if denial.sure else _UNSURE, reason)
    if is_terse_denial(clauses):
        evidence = letter.evidence(i, 0, len(text))
        reason = Message("The whole answer is “{words}”.", {"words": evidence.quote})
        return Finding(True, (evidence,), "terse answer", _TERSE_ANSWER, reason)
    for segment, denial in chain(find_nothing_told(clauses), find_idioms(clauses), find_neither_nor(clauses)):
        if not is_done_after_all(clauses, segment, denial):
            evidence = letter.evidence(i, denial.start, denial.end)
            reason = Message("It tells of nothing that was done: “{words}”.", {"words": evidence.quote})
            return Finding(True, (evidence,), "nothing told", _NOTHING_TOLD, reason)
    return None
