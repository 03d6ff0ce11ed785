"""Finds Latvian numerals in a `Doc`: digits, number words in all cases and genders, mixtures of both, and ranges.

The words stand in `data/numerals.toml`. Only whole numbers are found, for the numerals serve to count; a decimal counts
with a multiplier after it ("3,6 tūkst." is 3600). Vague words (daži, pāris, simtiem) are no numerals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from extract.latvian.inflection import Case, GrammaticalNumber, paradigm
from extract.lexicons import read_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
#: A full stop parts decimals where fewer than three digits follow, else thousands.
_DECIMAL = re.compile(r"\d+(?:,\d+|\.\d\d?)")
_CLOSERS = re.compile(r"[\s.!?…)\]}”“\"»’']*\Z")
_DASHES = frozenset("-–—‒−")


class NumeralForm(StrEnum):
    """How a numeral is written."""

    DIGITS = "digits"
    WORDS = "words"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, order=True)
class Agreement:
    """Case, number and gender that a numeral asks of its noun."""

    case: Case
    number: GrammaticalNumber
    gender: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a `Doc`: tokens `start:end`, characters `start_char:end_char` (without a final full stop).

    `upper` is the higher end of a range, of which `value` is the lower ("10–15", "no 10 līdz 15"). `agreement` holds
    what the numeral's last word asks of its noun; it is empty where that is open, as it is for digits.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    value: int
    form: NumeralForm
    is_ordinal: bool = False
    upper: int | None = None
    agreement: frozenset[Agreement] = frozenset()

    def may_be(self, case: Case) -> bool:
        """Whether the numeral can stand in the case; digits can in any."""
        return not self.agreement or any(each.case is case for each in self.agreement)

    def is_only(self, case: Case) -> bool:
        """Whether the numeral's last word is a form of that case and of no other."""
        return {each.case for each in self.agreement} == {case}


def _data() -> dict[str, Any]:
    return read_lexicon("latvian", "numerals.toml")


@cache
def _cardinals() -> dict[str, tuple[int, frozenset[Agreement]]]:
    """Number words below a hundred (and the joined ones, "piecsimt") with what they ask of their noun."""
    forms: dict[str, tuple[int, set[Agreement]]] = {}

    def add(word: str, value: int, agreement: Agreement) -> None:
        forms.setdefault(word, (value, set()))[1].add(agreement)

    for name, stems in _data()["declined"].items():
        numbers = ["singular", "plural"] if name == "singular" else ["plural"]
        for value, stem in stems.items():
            for number in numbers:
                for gender, endings in _data()["endings"][number].items():
                    for case, ending in endings.items():
                        add(stem + ending, int(value), Agreement(Case(case), GrammaticalNumber(number), gender))
    for entry in _data()["own_forms"]:
        for gender in ("Masc", "Fem"):
            for case, words in entry[gender].items():
                for word in words:
                    add(word, entry["value"], Agreement(Case(case), GrammaticalNumber.PLURAL, gender))
    words = {word: (value, frozenset(agreement)) for word, (value, agreement) in forms.items()}
    words |= {word: (value, frozenset()) for word, value in _data()["invariable"]["words"]}
    return _joined(words) | words


def _joined(words: dict[str, tuple[int, frozenset[Agreement]]]) -> dict[str, tuple[int, frozenset[Agreement]]]:
    """Tens with a digit, and a hundred with what is less, written as one word ("četrdesmitdivi", "simtdivdesmit")."""
    tens = {word: value for word, (value, _) in words.items() if 20 <= value < 100 and value % 10 == 0}
    joined = {
        ten + word: (tens[ten] + value, agreement)
        for ten in tens
        for word, (value, agreement) in words.items()
        if 0 < value < 10 and not word.startswith("ab")
    }
    joined |= {
        "simt" + word: (100 + value, agreement) for word, (value, agreement) in words.items() if 10 <= value < 100
    }
    return joined


@cache
def _multipliers() -> dict[str, tuple[int, bool, bool]]:
    """Multipliers by form: value, whether the form may stand alone, whether it may follow a number."""
    forms: dict[str, tuple[int, bool, bool]] = {}
    for entry in _data()["multipliers"]:
        for word in {*entry["alone"], *entry["counted"]}:
            # singular forms follow a number as well: "viens tūkstotis", "simt divdesmit viens tūkstotis"
            forms[word] = (entry["value"], word in entry["alone"], True)
    return forms


@cache
def _ordinals() -> dict[str, int]:
    forms: dict[str, int] = {}
    for masculine, value in _data()["ordinals"]["words"]:
        for nominative in (masculine, masculine.removesuffix("ais") + "ā"):
            forms |= {form.text: value for form in paradigm(nominative)}
    return forms


@cache
def _halves() -> dict[str, float]:
    """A number and a half by its words ("pusotra", "divarpus")."""
    return {word: value for value, words in _data()["fractions"]["halves"] for word in words}


@cache
def cardinal_words() -> frozenset[str]:
    """The number words that count, in all forms, in lower case."""
    return frozenset(_cardinals()) | frozenset(_multipliers())


@cache
def number_words() -> frozenset[str]:
    """All number words in all forms, in lower case."""
    return cardinal_words() | frozenset(_ordinals())


def find_numerals(doc: Doc) -> list[Numeral]:
    """All numerals of a `Doc` in the order of the text; none overlap.

    Ordinals are flagged, not left out ("4.", "pirmajā"). A full stop after digits makes an ordinal, save at the end of
    a sentence.
    """
    found: list[Numeral] = []
    i = 0
    while i < len(doc):
        if end := _behind_grouped_decimal(doc, i):
            factor = Decimal(doc[i:end].text.replace(" ", "").replace(",", "."))
            numeral = _multiply(doc, i, end, factor)
        else:
            end, numeral = i + 1, _read_digits(doc, i) or _read_words(doc, i)
        if numeral is None:
            i = end
            continue
        numeral = _with_repetition(doc, numeral)
        found.append(numeral)
        i = numeral.end
    return _join_ranges(doc, found)


def _read_digits(doc: Doc, i: int) -> Numeral | None:
    token = doc[i]
    text = token.text.removesuffix(".") if len(token.text) > 1 else token.text
    dotted = text != token.text
    if _DECIMAL.fullmatch(token.text):
        return _multiply(doc, i, i + 1, Decimal(token.text.replace(",", ".")))
    if not _DIGITS.fullmatch(text) or _is_joined(doc, i):
        return None
    end = i + 1
    if not dotted and len(text) <= 3 and not text.startswith("0"):
        while end < len(doc) and _is_group(doc, end):
            text += doc[end].text.removesuffix(".")
            dotted = doc[end].text.endswith(".")
            end += 1
            if dotted:
                break
    value = int(text.replace(".", ""))
    end_char = doc[end - 1].idx + len(doc[end - 1].text) - dotted
    if not dotted and (multiplied := _multiply(doc, i, end, Decimal(value))):
        return multiplied
    is_ordinal = _has_full_stop(doc, end_char) and not _ends_sentence(doc, end, end_char)
    return Numeral(i, end, token.idx, end_char, value, NumeralForm.DIGITS, is_ordinal)


def _behind_grouped_decimal(doc: Doc, i: int) -> int | None:
    """The token behind a decimal written with spaces that begins at token `i` ("31 204,18 eiro")."""
    if not re.fullmatch(r"[1-9]\d{0,2}", doc[i].text):
        return None
    end = i + 1
    while end < len(doc) and _is_group(doc, end):
        end += 1
    is_decimal = end < len(doc) and _follows_space(doc, end) and re.fullmatch(r"\d{3},\d+", doc[end].text)
    return end + 1 if is_decimal else None


def _is_joined(doc: Doc, i: int) -> bool:
    """Whether digits are part of a fraction or code ("1/2", "12:30", "3x5") and no number of their own."""
    before, after = doc.text[: doc[i].idx], doc.text[doc[i].idx + len(doc[i].text) :]
    return bool(
        re.search(r"\d[/:.,]\Z|[\w]\Z|[№#]\Z", before)
        or re.match(r"[/:]\d" if doc[i].text.endswith(".") else r"[/:]\d|\w", after)
    )


def _is_group(doc: Doc, i: int) -> bool:
    """Whether a token is the next three digits of a number written with spaces ("60 774")."""
    return _follows_space(doc, i) and bool(re.fullmatch(r"\d{3}\.?", doc[i].text))


def _follows_space(doc: Doc, i: int) -> bool:
    return doc[i - 1].whitespace_ == " " and doc[i - 1].idx + len(doc[i - 1].text) + 1 == doc[i].idx


def _has_full_stop(doc: Doc, end_char: int) -> bool:
    return doc.text[end_char : end_char + 1] == "."


def _ends_sentence(doc: Doc, end: int, end_char: int) -> bool:
    if _CLOSERS.match(doc.text, end_char):
        return True
    if end < len(doc) and doc[end].text == ".":
        end += 1
    return end < len(doc) and doc.has_annotation("SENT_START") and bool(doc[end].is_sent_start)


def _multiply(doc: Doc, start: int, end: int, factor: Decimal) -> Numeral | None:
    """A number in digits with the multiplier after it ("3,6 tūkst."), or None where there is none."""
    if end >= len(doc) or (multiplier := _multipliers().get(doc[end].lower_)) is None:
        return None
    value = factor * multiplier[0]
    if value != int(value):
        return None
    last = end
    if doc[end].lower_ in ("tūkst", "milj", "mlj", "mljrd") and end + 1 < len(doc) and doc[end + 1].text == ".":
        last = end + 1
    end_char = doc[last].idx + len(doc[last].text)
    return Numeral(start, last + 1, doc[start].idx, end_char, int(value), NumeralForm.MIXED)


def _read_words(doc: Doc, i: int) -> Numeral | None:
    """A cardinal or ordinal in words. Each word must stand for less than the one before, save multipliers."""
    total = group = 0
    limit = 1000
    agreement: frozenset[Agreement] = frozenset()
    end = i
    is_ordinal = False
    if (half := _halves().get(doc[i].lower_)) is not None:
        return _read_half(doc, i, half)
    while end < len(doc):
        word = doc[end].lower_
        if word in _cardinals() and (value := _cardinals()[word][0]) < limit and (value or end == i):
            agreement = _cardinals()[word][1]
            group += value
            limit = 1 if value < 20 else 10 if value < 100 else 100
        elif word in _cardinals() and end == i:
            group, limit = _cardinals()[word][0], 1000
        elif word in _multipliers() and _may_multiply(doc, end, i, group):
            factor, agreement = _multipliers()[word][0], frozenset()
            if factor == 100:
                group, limit = (group or 1) * 100, 100
            else:
                total, group, limit = total + (group or 1) * factor, 0, 1000
        elif word in _ordinals() and _ordinals()[word] < limit:
            group, is_ordinal, agreement = group + _ordinals()[word], True, frozenset()
            end += 1
            break
        else:
            break
        end += 1
    if end == i:
        return None
    last = doc[end - 1]
    end_char = last.idx + len(last.text)
    return Numeral(i, end, doc[i].idx, end_char, total + group, NumeralForm.WORDS, is_ordinal, agreement=agreement)


def _may_multiply(doc: Doc, i: int, start: int, group: int) -> bool:
    factor, alone, _ = _multipliers()[doc[i].lower_]
    if i > start:
        return 0 < group < 10 or (alone and not group) if factor == 100 else True
    return alone and not (i and doc[i - 1].lower_ in _data()["vague"]["before_multiplier"])


def _read_half(doc: Doc, i: int, half: float) -> Numeral | None:
    if i + 1 >= len(doc) or doc[i + 1].lower_ not in _multipliers():
        return None
    last = doc[i + 1]
    value = int(half * _multipliers()[last.lower_][0])
    return Numeral(i, i + 2, doc[i].idx, last.idx + len(last.text), value, NumeralForm.WORDS)


def _with_repetition(doc: Doc, numeral: Numeral) -> Numeral:
    """The numeral together with its repetition in brackets ("12 (divpadsmit) bērni", "vienai (1) ģimenei")."""
    if numeral.form is NumeralForm.MIXED or numeral.end + 2 >= len(doc) or doc[numeral.end].text != "(":
        return numeral
    read = _read_words if numeral.form is NumeralForm.DIGITS else _read_digits
    repeated = read(doc, numeral.end + 1)
    if repeated is None or repeated.value != numeral.value or repeated.is_ordinal:
        return numeral
    if repeated.end >= len(doc) or doc[repeated.end].text != ")":
        return numeral
    closing = doc[repeated.end]
    return replace(
        numeral,
        end=repeated.end + 1,
        end_char=closing.idx + 1,
        form=NumeralForm.MIXED,
        agreement=numeral.agreement or repeated.agreement,
    )


def _join_ranges(doc: Doc, numerals: list[Numeral]) -> list[Numeral]:
    joined: list[Numeral] = []
    for numeral in numerals:
        if joined and (both := _range(doc, joined[-1], numeral)):
            joined[-1] = both
        else:
            joined.append(numeral)
    return joined


def _range(doc: Doc, low: Numeral, high: Numeral) -> Numeral | None:
    """Two cardinals with a dash or "līdz" between them as one numeral, where the second is the higher."""
    if low.is_ordinal or high.is_ordinal or low.upper is not None or not 0 < low.value < high.value:
        return None
    between = doc[low.end : high.start].text.casefold()
    if between not in _DASHES and between != "līdz":
        return None
    form = low.form if low.form is high.form else NumeralForm.MIXED
    return replace(high, start=low.start, start_char=low.start_char, value=low.value, upper=high.value, form=form)
