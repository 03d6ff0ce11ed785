"""Numbers of people who were named before, told by a verb beside the number or by a sum."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before
from extract.fields.clauses import CLAUSE_ENDS, CLAUSE_STARTS, DASHES, may_be_pronoun, plurals, subjects
from extract.fields.counted_things import last_thing
from extract.fields.noun_phrases import Outcome
from extract.fields.shared_nouns import LOCATIVE_ENDINGS
from extract.fields.vocabulary import (
    NounKind,
    contexts,
    has_kind,
    is_preposition,
    is_verb,
    may_be_passive,
    may_be_verbal,
    noun_forms,
)
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral, NumeralForm

_QUOTES = frozenset('”“»"')


def granted(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "lūdza desmit ģimenes, piešķirts deviņām", "Divām atteikts": a number word beside a verb, of those named last.

    Words alone, as their gender tells whom they mean; and only where nothing else was counted since.
    """
    if numeral.form is not NumeralForm.WORDS or may_be_pronoun(sentence, numeral):
        return None
    after, k = sentence.word(numeral.end), sentence.before(numeral)
    k -= sentence.word(k) in contexts()["ellipsis"]["between_verb"]  # "parakstīja septiņas ģimenes, pilda to četras"
    opens, closes = sentence.word(k) in CLAUSE_STARTS, after in CLAUSE_ENDS or is_preposition(after)
    beside = [sentence.doc[k]] if k >= 0 and closes else []
    beside += [sentence.doc[numeral.end]] if opens and numeral.end < len(sentence.doc) else []
    # "Divām tas beidzies", but not "Trīs no reģioniem"
    opens_dative = numeral.start == 0 and numeral.is_only(Case.DATIVE)
    # "darbs ir tikai četriem"
    has_copula = (
        closes
        and numeral.is_only(Case.DATIVE)
        and set(contexts()["ellipsis"]["to_be"]) & set(sentence.words(k + 1, numeral.start))
    )
    if not (opens_dative or has_copula) and not any(may_be_verbal(token) for token in beside):
        return None
    if last_thing(sentence, numeral) is not None or tells_change(sentence, numeral):
        return None
    return named_before(sentence, numeral, "granted", 0.66, is_part=True, reaches_back=True)


def tells_change(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number is that by which something grew or fell ("samazinājās par trim")."""
    before = sentence.words(numeral.start - 4, numeral.start)
    change = contexts()["bounds"]["change"]
    return before[-1:] == ["par"] and any(stem in word for word in before for stem in change)


def _is_dative(numeral: Numeral) -> bool:
    return any(each.case is Case.DATIVE for each in numeral.agreement)


def among_named(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "vienošanās noslēgta ar deviņiem", "ar pārējām sešām", "pārējie trīs": so many of those counted before."""
    ellipsis, k = contexts()["ellipsis"], sentence.before(numeral)
    is_rest = sentence.word(k).startswith(tuple(ellipsis["rest"]))
    is_with = sentence.word(k) in ellipsis["with_people"] and (_is_dative(numeral) or numeral.value == 1)
    if not (is_rest or is_with) or may_be_pronoun(sentence, numeral):
        return None
    ends = is_rest or sentence.word(numeral.end) in CLAUSE_ENDS
    if not ends and not may_be_verbal(sentence.doc[numeral.end]):
        return None
    if not is_rest and not any(start < numeral.start for start in sentence.phrases):
        return None
    is_next = is_with and sentence.word(k - 1) in DASHES
    return named_before(sentence, numeral, "granted", 0.66, is_part=not (is_next or is_rest), reaches_back=is_rest)


def in_other_words(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "puse skolēnu, proti, 22, mācās pilsētā": a number that tells once more how many of the people before it."""
    words = sentence.words(numeral.start - 3, numeral.start)
    if words[-1:] == [","]:
        words = words[:-1]
    is_opened = bool(words) and words[-1] in contexts()["ellipsis"]["in_other_words"]
    if not is_opened or sentence.word(numeral.end) not in CLAUSE_ENDS:
        return None
    for k in range(numeral.start - 3, -1, -1):
        if of_many := [r for r in plurals(sentence.word(k)) if r.case is Case.GENITIVE]:
            return Antecedent(of_many[0], k, "label", 0.7)
    return named_before(sentence, numeral, "label", 0.65, is_part=True, reaches_back=True)


def beside_noun(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "(sievietes 9, vīrieši 7)": digits right behind the people that open their part of a list."""
    label = numeral.start - 1
    if numeral.form is not NumeralForm.DIGITS or sentence.word(numeral.end) not in CLAUSE_ENDS | {";"}:
        return None
    named = subjects(sentence.word(label))
    is_opening = sentence.word(label - 1) in CLAUSE_STARTS | {":", "sk.", *contexts()["ellipsis"]["including"]}
    return Antecedent(named[0], label, "label", 0.75) if named and is_opening else None


def of_parallel_verb(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "sāka 5, bet beidza 4 romu bērni": a number behind a verb, and the people behind the next verb's number."""
    if not numeral.start or sentence.word(numeral.end) not in {",", ";", "un", "bet"}:
        return None
    if not may_be_verbal(sentence.doc[numeral.start - 1]):
        return None
    for start, phrase in sorted(sentence.phrases.items()):
        if start < numeral.end and phrase.outcome is Outcome.PEOPLE:
            return None  # "aicināti 50 bērni, atnāca 72, un viņus vadīja četras dalībnieces"
        if start < numeral.end:
            continue
        before = sentence.before(sentence.numerals[start])
        if before < 0 or not is_verb(sentence.doc[before]):
            return None
        if phrase.outcome is Outcome.PEOPLE:
            genders = {each.gender for each in numeral.agreement}
            reading = phrase.reading
            is_subject = reading is not None and reading.case in (Case.NOMINATIVE, Case.GENITIVE)
            is_subject = is_subject and (not genders or (reading is not None and reading.gender in genders))
            return Antecedent(phrase.reading, phrase.head, "shared", 0.65) if is_subject else None
    return None


def going_on(sentence: Sentence, numeral: Numeral, label: int) -> Antecedent | None:
    """ "Pirmsskolā – vienpadsmit", "Mājokļa pabalsts – 18": a place or what people get, of those counted before.

    Things that happened are not in places only, so the statement before must have counted people last.
    """
    word, is_counting = sentence.word(label), any(p.outcome is Outcome.PEOPLE for p in sentence.phrases.values())
    singular = [f for f in noun_forms(word) if f.number is GrammaticalNumber.SINGULAR and f.case is Case.NOMINATIVE]
    is_received = any(form.lemma in contexts()["ellipsis"]["received"] for form in singular)
    is_place = word in _QUOTES or word.endswith(LOCATIVE_ENDINGS)
    is_place = is_place or bool(singular and has_kind(word, NounKind.ATTRIBUTE))
    if is_counting or not (is_received or is_place):
        return None
    return named_before(sentence, numeral, "list", 0.6, reaches_back=True, goes_on=True)


def granted_to(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "Sešām piešķirts, divām atteikts": a number word in the dative beside a passive participle, of those named last.

    The participle does not agree with the dative, and so describes no noun that could follow.
    """
    if may_be_pronoun(sentence, numeral) or not _is_dative(numeral):
        return None
    if sentence.word(sentence.before(numeral)) not in CLAUSE_STARTS:
        return None
    if not may_be_passive(sentence.word(numeral.end)) or sentence.word(numeral.end + 1) not in CLAUSE_ENDS:
        return None
    return named_before(sentence, numeral, "granted", 0.66, is_part=True, reaches_back=True)


def summed_up(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "atnāca visi bērni, pavisam 38", "bērni mācās 6 skolās, kopā 43": people before a comma, and their sum."""
    i = sentence.before(numeral)
    shading = sentence.words(i + 1, numeral.start)
    if not set(contexts()["ellipsis"]["sums"]) & set(shading) or sentence.word(numeral.end) not in CLAUSE_ENDS:
        return None
    if sentence.word(i) != ",":  # "bērnu šajās ģimenēs kopā 38"
        of_many = [r for r in plurals(sentence.word(0)) if r.case is Case.GENITIVE and not r.is_origin]
        is_first = not any(start < numeral.start for start in sentence.phrases)
        return Antecedent(of_many[0], 0, "label", 0.7) if of_many and is_first else None
    readings = [r for r in plurals(sentence.word(i - 1)) if r.case is not Case.GENITIVE]
    if readings:
        return Antecedent(readings[0], i - 1, "label", 0.75)
    place = last_thing(sentence, numeral)
    if place is None or sentence.numerals[place].value >= numeral.value:
        return None
    named = ((subjects(sentence.word(k)), k) for k in range(place))
    return next((Antecedent(found[0], k, "label", 0.65) for found, k in named if found), None)
