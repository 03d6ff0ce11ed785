"""Numbers whose noun is left out or shared: whom they count is taken from the sentence or the list's lead-in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from extract.fields.count_context import could_be_year
from extract.fields.noun_phrases import Outcome, Phrase, read_phrase_at
from extract.fields.people import PeopleForm, readings_of
from extract.fields.vocabulary import (
    NounKind,
    contexts,
    has_kind,
    is_predicate,
    is_preposition,
    is_verb,
    noun_forms,
    tells_of_taking_part,
)
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral

_DASHES = frozenset("-–—")
_LABEL_SIGNS = _DASHES | {":"}
_CLOSING = frozenset(")];,.") | {"un", "vai", "bet", "savukārt", ""}
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The noun that a number without one refers to. `token` is None where the noun stands in the lead-in.

    `reading` is None where the sentence tells that people are counted but does not name them.
    """

    reading: PeopleForm | None
    token: int | None
    method: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement's doc with its numerals and the phrases they count, by the numeral's first token."""

    doc: Doc
    numerals: Mapping[int, Numeral]
    phrases: Mapping[int, Phrase]
    lead_in: tuple[PeopleForm, ...] = ()

    def word(self, i: int) -> str:
        """The token in lower case; empty outside the doc."""
        return self.doc[i].lower_ if 0 <= i < len(self.doc) else ""


def find_antecedent(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """Whom a number without a noun counts; None where nothing tells that it counts people."""
    if could_be_year(numeral) or numeral.value >= _LARGEST or _is_aside(sentence, numeral):
        return None
    if numeral.value == 0 and numeral.agreement:
        return _of_nobody(sentence, numeral)
    if (total := _labelled_total(sentence, numeral)) is not None:
        return total if total.reading is not None else None
    return (
        _in_brackets(sentence, numeral)
        or _before_dash(sentence, numeral)
        or _labelled(sentence, numeral)
        or _part_of_total(sentence, numeral)
        or _before_verb(sentence, numeral)
        or _by_place(sentence, numeral)
        or _after_verb(sentence, numeral)
        or _shared(sentence, numeral)
    )


def _is_aside(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number belongs to an address, an age, a name in quotation marks, or is "viens" used as a pronoun."""
    exclusions = contexts()["exclusions"]
    before = [sentence.word(k) for k in range(numeral.start - 4, numeral.start)]
    if before[-1] in exclusions["addresses"] or any(w.startswith(tuple(exclusions["age_stems"])) for w in before if w):
        return True
    if sentence.word(numeral.end).startswith(("gad", "g.")):
        return True
    if sentence.word(numeral.end) == ")" and sentence.doc.text.count(
        "(", 0, numeral.start_char
    ) <= sentence.doc.text.count(")", 0, numeral.start_char):
        return True  # "1)" before an item of a list
    opened = sum(sentence.doc.text.count(mark, 0, numeral.start_char) for mark in "„«")
    closed = sum(sentence.doc.text.count(mark, 0, numeral.start_char) for mark in "”“»")
    return opened > closed


def _subject(sentence: Sentence, before: int) -> tuple[int, PeopleForm] | None:
    """The people the sentence names before a token: the last ones counted, else its last nominative, else dative."""
    counted = [(s, p) for s, p in sentence.phrases.items() if s < before and p.outcome is Outcome.PEOPLE and p.reading]
    if counted:
        _, phrase = max(counted, key=lambda entry: entry[0])
        return (phrase.head, phrase.reading) if phrase.reading else None
    for case in (Case.NOMINATIVE, Case.DATIVE, Case.ACCUSATIVE):
        for k in range(before - 1, -1, -1):
            for reading in readings_of(sentence.word(k)):
                if reading.case is case and reading.number is GrammaticalNumber.PLURAL and reading.is_listed:
                    return k, reading
    return None


def _named_before(sentence: Sentence, numeral: Numeral, method: str, certainty: float) -> Antecedent | None:
    found = _subject(sentence, numeral.start)
    if found is not None:
        return Antecedent(found[1], found[0], method, certainty)
    if sentence.lead_in:
        return Antecedent(sentence.lead_in[0], None, "lead_in", certainty)
    return None


def _of_nobody(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """The noun of "neviens": after "no", or, in a sentence that tells of taking part, the people named before."""
    if sentence.word(numeral.end) == "no":
        for k in range(numeral.end + 1, min(numeral.end + 7, len(sentence.doc))):
            readings = [r for r in readings_of(sentence.word(k)) if r.number is GrammaticalNumber.PLURAL]
            if readings and readings[0].case is not Case.GENITIVE:
                return Antecedent(readings[0], k, "none_of", 0.9)
        if sentence.word(numeral.end + 1) in contexts()["ellipsis"]["pronouns"]:
            return _named_before(sentence, numeral, "none_of", 0.8)
        return None
    if any(tells_of_taking_part(sentence.word(k)) for k in range(numeral.start - 3, numeral.end + 4)):
        return _named_before(sentence, numeral, "nobody", 0.75)
    return None


def _labelled_total(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "dalībnieku skaits – 45". An antecedent without a reading says that something else is counted."""
    is_labelled = sentence.word(numeral.start - 1) in _LABEL_SIGNS
    for k in range(numeral.start - 1, max(-1, numeral.start - 9), -1):
        if sentence.word(k) in (";", "(") or (sentence.word(k) == "," and not is_labelled):
            return None
        if sentence.word(k).startswith(("skait", "kopskait")) and sentence.word(numeral.start - 1) == "par":
            return Antecedent(None, k, "total", 0.0)  # tells of a change, not of a number
        if sentence.word(k).startswith(("skait", "kopskait")):
            for j in range(k - 1, max(-1, k - 4), -1):
                readings = [r for r in readings_of(sentence.word(j)) if r.case is Case.GENITIVE]
                if readings:
                    is_population = readings[0].group in contexts()["exclusions"]["population"]
                    return Antecedent(None if is_population else readings[0], j, "total", 0.8)
            return Antecedent(None, k, "total", 0.0)
    return None


def _in_brackets(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "skolēni (12)", but not a whole that is only referred to ("visiem bezdarbniekiem (60 774)")."""
    if sentence.word(numeral.start - 1) != "(" or sentence.word(numeral.end) not in (")", ",", ";"):
        return None
    readings = [r for r in readings_of(sentence.word(numeral.start - 2)) if r.number is GrammaticalNumber.PLURAL]
    before = [sentence.word(k) for k in range(max(0, numeral.start - 10), numeral.start)]
    if not readings or any(w.startswith(("vis", "%", "procent", "kop")) for w in before):
        return None
    return Antecedent(readings[0], numeral.start - 2, "in_brackets", 0.85)


def _before_dash(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "5 – romu jaunieši": the noun in the nominative behind the dash."""
    if sentence.word(numeral.end) not in _DASHES:
        return None
    phrase = read_phrase_at(sentence.doc, numeral.end + 1, numeral, sentence.numerals)
    if phrase.outcome is Outcome.PEOPLE and phrase.reading and phrase.reading.case is Case.NOMINATIVE:
        return Antecedent(phrase.reading, phrase.head, "behind_dash", 0.8)
    return None


def _labelled(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """A number behind a dash or colon: "sievietes – 12", or one of a list that the people named before open."""
    if sentence.word(numeral.start - 1) not in _LABEL_SIGNS:
        return None
    label = numeral.start - 2
    word = sentence.word(label)
    if sentence.word(label) == ")":
        label = next((k - 1 for k in range(label, -1, -1) if sentence.word(k) == "("), label)
        word = sentence.word(label)
    own = [r for r in readings_of(word) if r.number is GrammaticalNumber.PLURAL and r.case is Case.NOMINATIVE]
    if own:
        return Antecedent(own[0], label, "label", 0.88)
    is_nominative = any(f.case is Case.NOMINATIVE for f in noun_forms(word))
    if is_nominative and has_kind(word, NounKind.MEASURE):
        return None
    counted = is_nominative and has_kind(word, NounKind.THING)
    if counted and not _opens_list(sentence, label):
        return None
    return _named_before(sentence, numeral, "list", 0.65 if counted else 0.78)


def _opens_list(sentence: Sentence, label: int) -> bool:
    """Whether people in the nominative stand before a colon before the label, or in the lead-in."""
    if any(reading.case is Case.NOMINATIVE for reading in sentence.lead_in):
        return True
    colon = next((k for k in range(label, -1, -1) if sentence.word(k) == ":"), None)
    if colon is None:
        return False
    words = [sentence.word(k) for k in range(colon)]
    has_people = any(r.case is Case.NOMINATIVE and r.is_listed for word in words for r in readings_of(word))
    has_thing = any(
        f.case is Case.NOMINATIVE for word in words if has_kind(word, NounKind.THING) for f in noun_forms(word)
    )
    return has_people and not has_thing


def _part_of_total(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "no tiem 5", "t.sk. 3", "7 no viņiem"."""
    ellipsis = contexts()["ellipsis"]
    before = [sentence.word(k) for k in range(max(0, numeral.start - 5), numeral.start)]
    named = any(a == "no" and b in ellipsis["pronouns"] for a, b in pairwise(before))
    named = named or any(word in ellipsis["including"] for word in before[-2:])
    named = named or before[-2:] in (["tai", "skaitā"], ["tajā", "skaitā"], ["to", "skaitā"])
    behind = sentence.word(numeral.end) == "no" and sentence.word(numeral.end + 1) in ellipsis["pronouns"]
    return _named_before(sentence, numeral, "part_of_total", 0.8) if named or behind else None


def _before_verb(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "24 apgūst programmu": a verb right behind the number, or the same left out behind a dash."""
    if numeral.value == 1 and numeral.agreement:
        return None
    before, k = sentence.word(numeral.start - 1), numeral.end
    if before not in {
        "",
        ",",
        ";",
        "(",
        "un",
        "bet",
        "savukārt",
        "–",
        "-",
        "kopumā",
        "kopā",
        "vēl",
        "tikai",
        "taču",
        "no",
    }:
        return None
    while k + 1 < len(sentence.doc) and sentence.word(k) in contexts()["ellipsis"]["between_verb"]:
        k += 1
    if sentence.word(k).endswith("i") and k + 1 < len(sentence.doc) and not is_predicate(sentence.word(k)):
        k += 1
    if k >= len(sentence.doc):
        return None
    is_list_goes_on = sentence.word(k) in _DASHES and before in (",", ";") and bool(sentence.phrases)
    if not (is_verb(sentence.doc[k]) or is_predicate(sentence.word(k)) or is_list_goes_on):
        return None
    if found := _named_before(sentence, numeral, "before_verb", 0.76):
        return found
    return Antecedent(None, None, "before_verb", 0.5) if tells_of_taking_part(sentence.word(k)) else None


def _by_place(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "skolēni mācās Talsos 5, Rojā 3": numbers behind places or years, of people named in the nominative before."""
    before = sentence.doc[numeral.start - 1] if numeral.start else None
    if before is None or sentence.word(numeral.end) not in _CLOSING or numeral.agreement:
        return None
    is_place = before.text[0].isupper() and before.lower_.endswith(("ā", "ē", "ī", "os", "ās", "ēs", "īs"))
    if not is_place and before.lower_ != "gadā" and not before.lower_.endswith("skolā"):
        return None
    found = _subject(sentence, numeral.start)
    if found is not None and found[1].case is Case.NOMINATIVE:
        return Antecedent(found[1], found[0], "by_place", 0.66)
    if sentence.lead_in:
        return Antecedent(sentence.lead_in[0], None, "lead_in", 0.66)
    return None


def _after_verb(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "darbos iesaistīti 12": a verb of taking part before a number at the end of its clause."""
    after = sentence.word(numeral.end)
    if numeral.agreement or not (after in _CLOSING or is_preposition(after)):
        return None
    before = [sentence.word(k) for k in range(max(0, numeral.start - 3), numeral.start)]
    if not before or not any(tells_of_taking_part(word) for word in before) or is_preposition(before[-1]):
        return None
    return (
        _shared(sentence, numeral)
        or _named_before(sentence, numeral, "after_verb", 0.66)
        or Antecedent(None, None, "after_verb", 0.5)
    )


def _shared(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "12 un 15 skolēni", "2021.gadā 5, bet 2022.gadā – 8 jaunieši": the noun of the next number."""
    if sentence.word(numeral.end) not in {"un", "vai", ",", "bet", ";"}:
        return None
    words = set(contexts()["ellipsis"]["sharing"])
    k = numeral.end
    while k < len(sentence.doc):
        other = sentence.numerals.get(k)
        if other is not None and other.is_ordinal:
            k = other.end
            continue
        if other is not None:
            phrase = sentence.phrases.get(k)
            if phrase is None or phrase.outcome is not Outcome.PEOPLE:
                return None
            return Antecedent(phrase.reading, phrase.head, "shared", 0.72)
        if sentence.word(k) not in words:
            return None
        k += 1
    return None
