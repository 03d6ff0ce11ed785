"""Numbers that count nobody: notes, citations, numbered paragraphs, hours, ages behind names."""

from __future__ import annotations

import re

from extract.fields.antecedents import Sentence
from extract.fields.clauses import CLAUSE_ENDS
from extract.fields.vocabulary import contexts
from extract.latvian.numerals import Numeral, NumeralForm

#: No number behind a person's name that is larger is an age.
_OLDEST = 110
#: The number of a note stands right behind a quotation ("„…”,8 turpina").
_BEHIND_QUOTATION = re.compile(r"[”“\"»][.,;]?\Z")


def is_cited(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether digits are a note or a page ("[8, 103]", "(Bērziņa 2006, 465)", "OV L 283"), or open a paragraph.

    So are the further ones of a list that a word opens before which numbers count nobody ("pulksten 9, 11 un 13").
    """
    if numeral.form is not NumeralForm.DIGITS:
        return False
    if _ends_list(sentence, numeral) and (
        sentence.word(_opening(sentence, numeral) - 1) in contexts()["exclusions"]["before"]
    ):
        return True
    if _BEHIND_QUOTATION.search(sentence.doc.text[: numeral.start_char]):
        return True
    before = sentence.words(0, numeral.start)
    if before.count("[") > before.count("]"):
        return True
    if numeral.start == 1 and before == ["("] and sentence.word(numeral.end) == ")":
        return len(sentence.doc) > numeral.end + 1
    if _is_journal(sentence.doc[max(0, numeral.start - 2) : numeral.start].text):
        return True
    return _is_page(sentence, numeral) or _is_age_of_person(sentence, numeral)


def _is_journal(before: str) -> bool:
    """Whether the two words before a number name a journal and its series ("OV L 283")."""
    return re.fullmatch(r"[A-Z]{2,}\s[A-Z]", before) is not None


def _ends_list(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a clause or its list of bare numbers ends or goes on behind a number, and nothing tells of it."""
    k = numeral.end
    if sentence.word(k) in {"un", "vai"}:
        return k + 1 in sentence.numerals
    return sentence.word(k) in CLAUSE_ENDS


def _opening(sentence: Sentence, numeral: Numeral) -> int:
    """Where the list of bare numbers begins that a number goes on with."""
    start = numeral.start
    ends = {other.end: other.start for other in sentence.numerals.values()}
    while sentence.word(k := start - 1) in {",", "un", "vai"}:
        k -= sentence.word(k - 1) == ","
        if k not in ends:
            break
        start = ends[k]
    return start


def _is_page(sentence: Sentence, numeral: Numeral) -> bool:
    """ "(Bērziņa 2006, 465)": the last number of a bracket that holds a name and a year."""
    if sentence.word(numeral.end) != ")" or sentence.word(numeral.start - 1) not in {",", ":"}:
        return False
    opening = max((k for k in range(numeral.start) if sentence.word(k) == "("), default=None)
    if opening is None:
        return False
    bracket = sentence.doc[opening + 1 : numeral.start - 1]
    has_year = any(token.text[:4].isdigit() and token.text[:2] in ("19", "20") for token in bracket)
    return len(bracket) > 1 and bracket[0].is_title and has_year


def _is_age_of_person(sentence: Sentence, numeral: Numeral) -> bool:
    """ "Anna Ozola (46)", "Marta, 23": digits right behind a person's name."""
    opening = sentence.word(numeral.start - 1)
    closings = {"(": {")"}, ",": {",", ".", ""}}.get(opening, set())
    if numeral.value > _OLDEST or sentence.word(numeral.end) not in closings or numeral.start < 2:
        return False
    name = numeral.start - 2
    return any(each.label_ == "person" and each.end == name + 1 for each in sentence.doc.ents)
