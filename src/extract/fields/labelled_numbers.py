"""Numbers behind the word, and the dash or colon, that tell whom they count: "sievietes – 12", "klientu skaits: 45"."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before, persons_before
from extract.fields.clauses import CLAUSE_ENDS, LABEL_SIGNS, plurals
from extract.fields.continued_counts import of_own_part, of_what_is_given
from extract.fields.later_numbers import going_on
from extract.fields.noun_phrases import Outcome
from extract.fields.people import readings_of
from extract.fields.shared_nouns import closing_list
from extract.fields.vocabulary import (
    NounKind,
    contexts,
    has_kind,
    is_predicate,
    is_verb,
    noun_forms,
    tells_of_taking_part,
)
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral


def labelled_total(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "dalībnieku skaits – 45". An antecedent without a reading says that something else is counted."""
    sign = sentence.before(numeral)
    is_labelled = sentence.word(sign) in LABEL_SIGNS
    if is_labelled and of_own_part(sentence, sign - 1) is not None:
        return None  # "ģimeņu skaits – 5, bērni tajās – 14"
    follows_verb = sign >= 0 and is_verb(sentence.doc[sign]) and tells_of_taking_part(sentence.word(sign))
    # a word in brackets is the number itself, digits there may be a whole that is only referred to
    is_bracketed = bool(numeral.agreement) and sentence.word(numeral.start - 1) == "("
    is_bracketed = is_bracketed and sentence.word(numeral.end) == ")"
    for k in range(numeral.start - 1 - is_bracketed, max(-1, numeral.start - 9), -1):
        if sentence.word(k) in (";", "(") or (sentence.word(k) == "," and not is_labelled):
            return None
        is_total = sentence.word(k).startswith(tuple(contexts()["ellipsis"]["totals"]))
        if not is_total or sentence.word(k - 1) in contexts()["ellipsis"]["no_totals"]:
            continue
        if sentence.word(k) in contexts()["ellipsis"]["sums"]:
            continue
        if sentence.word(numeral.start - 1) == "par":
            return Antecedent(None, k, "total", 0.0)  # tells of a change, not of a number
        for j in range(k - 1, max(-1, k - 4), -1):
            if sentence.word(j) in CLAUSE_ENDS:
                break  # "30 ģimenes, talku skaits": what is numbered stands in the same clause
            if readings := [r for r in readings_of(sentence.word(j)) if r.case is Case.GENITIVE]:
                is_population = readings[0].group in contexts()["exclusions"]["population"]
                return Antecedent(None if is_population else readings[0], j, "total", 0.8)
            of_thing = any(form.case is Case.GENITIVE for form in noun_forms(sentence.word(j)))
            if of_thing and has_kind(sentence.word(j), NounKind.THING):
                return Antecedent(None, j, "total", 0.0)  # "iesaistīto skolu skaits"
        return None if follows_verb else Antecedent(None, k, "total", 0.0)
    return None


def labelled(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """A number behind a dash or colon: "sievietes – 12", or one of a list that the people named before open."""
    sign = sentence.before(numeral)
    if sentence.word(sign) not in LABEL_SIGNS:
        return None
    label = sign - 1
    if sentence.word(label) == ")":
        label = next((k - 1 for k in range(label, -1, -1) if sentence.word(k) == "("), label)
    word = sentence.word(label)
    own = [r for r in plurals(word) if r.case is Case.NOMINATIVE]
    if own := own or [r for r in plurals(word) if r.case is Case.GENITIVE and r.is_listed and not r.is_origin]:
        return Antecedent(own[0], label, "label", 0.88)
    if (part := of_own_part(sentence, label)) is not None:
        return Antecedent(part[0], part[1], "label", 0.8)
    if _are_met(sentence, label):
        return None
    if (compared := _of_comparison(sentence, sign)) is not None:
        return compared
    if is_predicate(word) and not sentence.lead_in:
        return _of_predicate(sentence, numeral)
    is_nominative = any(form.case is Case.NOMINATIVE for form in noun_forms(word))
    if is_nominative and has_kind(word, NounKind.MEASURE):
        return None
    is_origin = word.startswith("tautīb")
    is_thing = is_nominative and has_kind(word, NounKind.THING) and not is_origin
    if is_thing and not _opens_list(sentence, label):
        return of_what_is_given(sentence, numeral, label) or going_on(sentence, numeral, label)
    if sentence.lead_in and not sentence.phrases.keys() - {numeral.start}:
        return Antecedent(sentence.lead_in[0], None, "lead_in", 0.78)
    found = named_before(sentence, numeral, "list", 0.65 if is_thing else 0.78) or closing_list(sentence, numeral)
    return found or going_on(sentence, numeral, label) or _of_doing(sentence, label)


def _are_met(sentence: Sentence, label: int) -> bool:
    """Whether things that were held with people are numbered ("sanāksmes ar romu vecākiem – 4")."""
    k = label
    while k > 0 and sentence.word(k) != "ar" and sentence.word(k) not in CLAUSE_ENDS:
        k -= 1
    forms = noun_forms(sentence.word(k - 1)) if sentence.word(k) == "ar" else ()
    are_people = any(reading.case is Case.DATIVE for reading in plurals(sentence.word(label)))
    is_label = any(form.case is Case.NOMINATIVE for form in forms)
    return are_people and is_label and has_kind(sentence.word(k - 1), NounKind.THING)


def _of_comparison(sentence: Sentence, sign: int) -> Antecedent | None:
    """ "klausītāju bija vairāk nekā gaidīts – 310": people in the genitive, compared before the dash."""
    k = sign - 1
    while k > 0 and sentence.word(k) not in CLAUSE_ENDS:
        k -= 1
        if sentence.word(k) in contexts()["ellipsis"]["to_be"] and "nekā" in sentence.words(k, sign):
            of_many = [r for r in plurals(sentence.word(k - 1)) if r.case is Case.GENITIVE and not r.is_origin]
            return Antecedent(of_many[0], k - 1, "copula", 0.75) if of_many else None
    return None


def _of_doing(sentence: Sentence, label: int) -> Antecedent | None:
    """ "Iesaistījās: kursos – 5, darbos – 2": whoever took part, where a verb right before the colon tells so."""
    colon = next((k for k in range(label, 0, -1) if sentence.word(k) == ":"), 0)
    if not colon or not is_verb(sentence.doc[colon - 1]) or not tells_of_taking_part(sentence.word(colon - 1)):
        return None
    return Antecedent(None, None, "list", 0.5)


def _of_predicate(sentence: Sentence, numeral: Numeral) -> Antecedent:
    """ "Kursus pabeiguši – 12", "Konsultēti: 30": those of whom the participle tells, whoever was named last."""
    found = named_before(sentence, numeral, "list", 0.7, reaches_back=True) or persons_before(sentence, numeral)
    return found or Antecedent(None, None, "list", 0.5)


def _opens_list(sentence: Sentence, label: int) -> bool:
    """Whether people in the nominative stand before a colon or a bracket before the label, or in the lead-in."""
    heads = {phrase.head for phrase in sentence.phrases.values() if phrase.outcome is Outcome.PEOPLE}
    if (bracket := _open_bracket(sentence, label)) is not None and bracket - 1 in heads:
        return True
    if any(reading.case is Case.NOMINATIVE for reading in sentence.lead_in):
        return True
    colon = next((k for k in range(label, -1, -1) if sentence.word(k) == ":"), 0)
    words = sentence.words(0, colon)
    has_people = any(r.case is Case.NOMINATIVE and r.is_listed for word in words for r in readings_of(word))
    things = [form for word in words if has_kind(word, NounKind.THING) for form in noun_forms(word)]
    return has_people and not any(form.case is Case.NOMINATIVE for form in things)


def _open_bracket(sentence: Sentence, before: int) -> int | None:
    """The last bracket before a token that is still open there."""
    closed = 0
    for k in range(before, -1, -1):
        closed += sentence.word(k) == ")"
        if sentence.word(k) == "(":
            if not closed:
                return k
            closed -= 1
    return None
