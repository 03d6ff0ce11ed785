"""Whom a number without a noun may refer to: people that the sentence, its list's lead-in or its neighbour names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from extract.fields.noun_phrases import Outcome, Phrase
from extract.fields.people import PeopleForm, readings_of
from extract.fields.vocabulary import contexts
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral
from extract.model import Unit


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The noun that a number without one refers to. `token` is None where the noun stands outside the sentence.

    `reading` is None where the sentence tells that people are counted but does not name them.
    """

    reading: PeopleForm | None
    token: int | None
    method: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Earlier:
    """People that an earlier statement named last, and how many of them, at most, the statement right before counts.

    `is_last` is False where it counts something else after them. `other` are the people of the other gender named last
    before them.
    """

    reading: PeopleForm
    value: int | None
    is_last: bool = True
    other: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement's doc with its numerals and the phrases they count, by the numeral's first token.

    `lead_in` holds the people named by the sentence that opens the list, `earlier` those named last before the
    statement; `is_item` tells that a sentence opens the list that it stands in. `resolved` grows as numbers without a
    noun are led to one.
    """

    doc: Doc
    numerals: Mapping[int, Numeral]
    phrases: Mapping[int, Phrase]
    lead_in: tuple[PeopleForm, ...] = ()
    earlier: Earlier | None = None
    is_item: bool = False
    resolved: dict[int, Antecedent] = field(default_factory=dict)

    def word(self, i: int) -> str:
        """The token in lower case; empty outside the doc."""
        return self.doc[i].lower_ if 0 <= i < len(self.doc) else ""

    def words(self, start: int, end: int) -> list[str]:
        """The tokens `start:end` in lower case, as far as the doc reaches."""
        return [self.word(i) for i in range(max(0, start), min(end, len(self.doc)))]

    def before(self, numeral: Numeral) -> int:
        """The token before a numeral, past words that only shade it ("– jau 5", "tika apmēram 12"); -1 for none."""
        i = numeral.start - 1
        while i >= 0 and self.word(i) in contexts()["ellipsis"]["shading"]:
            i -= 1
        return i


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    token: int | None
    reading: PeopleForm
    value: int


def named_before(
    sentence: Sentence,
    numeral: Numeral,
    method: str,
    certainty: float,
    *,
    is_part: bool = False,
    gender: str = "",
    reaches_back: bool = False,
    is_personal: bool = False,
    goes_on: bool = False,
) -> Antecedent | None:
    """The people named before a numeral: those counted last, else those named in the nominative, dative or accusative.

    `is_part` asks for more people than the numeral counts, `gender` for nouns of that gender ("no viņām").
    `reaches_back` allows people of the statement before, if it counts as many or more, or, where the numeral's pronoun
    `is_personal`, whoever was named last; a list that `goes_on` may count more than it did.
    """
    counted = _without_closed_parts(sentence, numeral, _counted_before(sentence, numeral))
    fitting = [n for n in counted if _fits(n.reading, numeral, gender)]
    outside = _outside_brackets(sentence, numeral, fitting)
    larger = [n for n in outside if n.value >= numeral.value]
    if is_part and not larger:
        larger = [n for n in fitting if n.value >= numeral.value]
    if chosen := larger if is_part else larger or outside:
        return Antecedent(chosen[-1].reading, chosen[-1].token, method, certainty)
    if counted and not is_part:
        return Antecedent(counted[-1].reading, counted[-1].token, method, 0.9 * certainty)
    if (found := _mentioned_before(sentence, numeral, gender)) is not None:
        return Antecedent(found[1], found[0], method, certainty)
    if sentence.lead_in:
        return Antecedent(sentence.lead_in[0], None, "lead_in", certainty)
    earlier = fitting_earlier(sentence.earlier, numeral, gender) if reaches_back else None
    if earlier is None:
        return None
    is_counted = earlier.value is not None and earlier.is_last
    if is_personal or (is_counted and (goes_on or (earlier.value or 0) >= numeral.value)):
        return Antecedent(earlier.reading, None, "earlier", 0.85 * certainty)
    return None


def persons_before(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """The persons named last before the statement, of however many, for a verb that only people are the subject of."""
    earlier = fitting_earlier(sentence.earlier, numeral)
    if earlier is None or earlier.reading.unit is not Unit.PERSONS:
        return None
    return Antecedent(earlier.reading, None, "earlier", 0.55)


def fitting_earlier(earlier: Earlier | None, numeral: Numeral, gender: str = "") -> Earlier | None:
    """The people named last that agree with a number, of one gender or the other."""
    return next((e for e in (earlier, earlier and earlier.other) if e and _fits(e.reading, numeral, gender)), None)


def told_before(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """The persons whom the statement right before counts last, if they are as many ("30 bērni. Romu bija deviņi.")."""
    earlier = sentence.earlier
    if earlier is None or earlier.value is None or not earlier.is_last or earlier.value < numeral.value:
        return None
    is_fitting = earlier.reading.unit is Unit.PERSONS and _fits(earlier.reading, numeral, "")
    return Antecedent(earlier.reading, None, "earlier", 0.65) if is_fitting else None


def _counted_before(sentence: Sentence, numeral: Numeral) -> list[_Named]:
    named = [
        _Named(start, phrase.head, phrase.reading, sentence.numerals[start].value)
        for start, phrase in sentence.phrases.items()
        if start < numeral.start and phrase.outcome is Outcome.PEOPLE and phrase.reading is not None
    ]
    named += [
        _Named(start, antecedent.token, antecedent.reading, sentence.numerals[start].value)
        for start, antecedent in sentence.resolved.items()
        if start < numeral.start and antecedent.reading is not None
    ]
    return sorted(named, key=lambda each: each.start)


def _without_closed_parts(sentence: Sentence, numeral: Numeral, named: list[_Named]) -> list[_Named]:
    """Those that are no part of others before a semicolon ("31 roms, to skaitā 18 sievietes; mācījās 12"), else all."""
    closed = max((k for k in range(numeral.start) if sentence.word(k) == ";"), default=-1)
    including = contexts()["ellipsis"]["including"]
    wholes = [
        each
        for each in named
        if each.start > closed
        or not (
            any(word in including for word in sentence.words(each.start - 2, each.start))
            or " ".join(sentence.words(each.start - 2, each.start)) in including
        )
    ]
    return wholes or named


def _outside_brackets(sentence: Sentence, numeral: Numeral, named: list[_Named]) -> list[_Named]:
    """Those that no bracket closed before the numeral holds ("46 romi (31 sieviete); 8 no viņiem"), else all."""
    ends = [k for k in range(numeral.start) if sentence.word(k) == ")"]
    held = [range(max((k for k in range(e) if sentence.word(k) == "("), default=e), e) for e in ends]
    outside = [n for n in named if not any(n.start in bracket for bracket in held)]
    return outside or named


def _mentioned_before(sentence: Sentence, numeral: Numeral, gender: str) -> tuple[int, PeopleForm] | None:
    for case in (Case.NOMINATIVE, Case.DATIVE, Case.ACCUSATIVE):
        for k in range(numeral.start - 1, -1, -1):
            for reading in readings_of(sentence.word(k)):
                is_named = reading.number is GrammaticalNumber.PLURAL and reading.is_listed
                if reading.case is case and is_named and _fits(reading, numeral, gender):
                    return k, reading
    return _denied_before(sentence, numeral, gender)


def _denied_before(sentence: Sentence, numeral: Numeral, gender: str) -> tuple[int, PeopleForm] | None:
    """ "romu bērnu nebija, Rojā – divi": people in the genitive before "to be"."""
    for k in range(numeral.start - 2, -1, -1):
        readings = [r for r in readings_of(sentence.word(k)) if r.case is Case.GENITIVE and r.is_listed]
        readings = [r for r in readings if r.number is GrammaticalNumber.PLURAL and _fits(r, numeral, gender)]
        if readings and sentence.word(k + 1) in contexts()["ellipsis"]["to_be"]:
            return k, readings[0]
    return None


def _fits(reading: PeopleForm, numeral: Numeral, gender: str) -> bool:
    # a number word without its noun is rarely a genitive ("viena": one of them, not of one)
    agreement = [each for each in numeral.agreement if each.case is not Case.GENITIVE] or numeral.agreement
    genders = {each.gender for each in agreement}
    return gender in ("", reading.gender) and (not genders or reading.gender in genders)
