"""Numbers that count nothing in their sentence: of addresses, ages, hours, notes, citations, paragraphs and names."""

from __future__ import annotations

import re

from extract.fields.antecedents import Sentence
from extract.fields.clauses import CLAUSE_ENDS, DASHES
from extract.fields.vocabulary import contexts
from extract.latvian.numerals import Numeral, NumeralForm

#: Words between the numbers of a list or range of ages.
_IN_RANGES = frozenset({",", "un", "vai", "no", "līdz", *DASHES})
#: No number behind a person's name that is larger is an age.
_OLDEST = 110
#: The number of a note stands right behind a quotation ("„…”,8 turpina").
_BEHIND_QUOTATION = re.compile(r"[”“\"»][.,;]?\Z")


def is_aside(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number belongs to an address, an age, a note, the numbering of a list or a name in quotation marks."""
    exclusions, text = contexts()["exclusions"], sentence.doc.text
    before = sentence.words(numeral.start - 4, numeral.start)
    if before and before[-1] in exclusions["addresses"]:
        return True
    if _is_age(sentence, numeral) or _are_ages(sentence, numeral) or _is_cited(sentence, numeral):
        return True
    if sentence.word(numeral.end).startswith(("gad", "g.")):
        return True
    is_open = text.count("(", 0, numeral.start_char) > text.count(")", 0, numeral.start_char)
    if sentence.word(numeral.end) == ")" and not is_open:
        return True
    opened = sum(text.count(mark, 0, numeral.start_char) for mark in "„«")
    closed = sum(text.count(mark, 0, numeral.start_char) for mark in "”“»")
    return opened > closed


def _is_cited(sentence: Sentence, numeral: Numeral) -> bool:
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


def _is_age(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a word for age stands before a number, or before the numbers it is one of ("vecumā no 7 līdz 9")."""
    exclusions = contexts()["exclusions"]
    k = numeral.start - 1
    while sentence.word(k).isdigit() or sentence.word(k) in _IN_RANGES:
        k -= 1
    near = sentence.words(k - 3, k + 1)
    part = near[max((n + 1 for n, word in enumerate(near) if word in {",", ";", ":", "("}), default=0) :]
    return any(word.startswith(tuple(exclusions["age_stems"])) for word in part)


def _are_ages(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number stands in a bracket of nothing but numbers and years ("4 bērniem (5, 7 un 11 gadi)")."""
    opening = numeral.start - 1
    while opening >= 0 and sentence.word(opening) != "(":
        if sentence.word(opening) not in {",", "un", "–", "-"} and not sentence.word(opening).isdigit():
            return False
        opening -= 1
    closing = next((k for k in range(numeral.end, len(sentence.doc)) if sentence.word(k) == ")"), -1)
    words = [word for word in sentence.words(numeral.end, closing) if word.isalpha() and word != "un"]
    return opening >= 0 and bool(words) and all(word.startswith(("gad", "vec")) for word in words)
